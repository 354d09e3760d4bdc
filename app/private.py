"""Files and folders that other users of the machine cannot look into, whatever lies around them."""

from __future__ import annotations

import os
import tempfile
from contextlib import suppress
from pathlib import Path

# Customers' words and addresses lie in there.
_FOLDER = 0o700
_FILE = 0o600
_OTHERS = 0o077


def make_private_folder(path: Path) -> None:
    """Make the folder, with those above it. One that is there already may not be ours and stays as it is."""
    path.mkdir(mode=_FOLDER, parents=True, exist_ok=True)


def make_private_file(path: Path) -> None:
    """Have an empty file at `path`, or leave what is in it, for the owner alone."""
    os.close(os.open(path, os.O_WRONLY | os.O_CREAT, _FILE))
    hide_from_others(path)


def hide_from_others(path: Path) -> None:
    """Take from a file of ours what others may do with it; nothing is given.

    Where that cannot be (another user's file, a memory stick), it stays as it is.
    """
    with suppress(OSError):
        mode = path.stat().st_mode
        if os.name != "nt" and mode & _OTHERS:
            path.chmod(mode & ~_OTHERS)


def replace_privately(path: Path, text: str) -> None:
    """Write `path` in one step: it holds the old text or the new, also after a power cut. Raises OSError."""
    handle, name = tempfile.mkstemp(prefix=f".{path.name}-", suffix=".part", dir=path.parent)
    draft = Path(name)
    try:
        with os.fdopen(handle, "w", encoding="utf-8") as file:
            file.write(text)
            file.flush()
            os.fsync(file.fileno())
        draft.replace(path)
    except BaseException:
        draft.unlink(missing_ok=True)
        raise
    sync_folder(path.parent)


def name_if_free(unfinished: Path, path: Path) -> None:
    """Put a finished file of ours under its name. Two programs may come at once: the first one's stays."""
    try:
        path.hardlink_to(unfinished)
    except FileExistsError:
        return
    except OSError:  # a file system without links, as on a memory stick
        if not path.exists():
            unfinished.rename(path)
    sync_folder(path.parent)


def sync_folder(folder: Path) -> None:
    """Make the names in `folder` survive a power cut. Windows has no such call and needs none."""
    if os.name == "nt":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
