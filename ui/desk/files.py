"""Writes what the person asked to keep, and tells in plain words when the disk says no."""

from __future__ import annotations

import re
from contextlib import suppress
from pathlib import Path
from uuid import uuid4

from app.domain.errors import StorageProblem
from app.domain.translation import mark
from app.words import Words

# What one of the three systems does not take in the name of a file.
_UNFIT = re.compile(r'[\x00-\x1f<>:"/\\|?*]+')
LONGEST_TITLE = 80


def file_name(title: str, suffix: str) -> str:
    """A name that every system takes, made of words that a person reads."""
    fit = " ".join(_UNFIT.sub(" ", title).split()).replace(" ,", ",")[:LONGEST_TITLE].strip(". ")
    return f"{fit or 'Teacup'}.{suffix}"


def saved_sentence(path: Path, words: Words) -> str:
    """What was saved, and where it lies now."""
    return words.tr("Saved as %(name)s in %(folder)s", name=path.name, folder=path.parent)


def write_file(path: Path, content: bytes) -> int:
    """Raises StorageProblem; what was there stays until the new file is whole. Answers how many bytes were
    written."""
    target = path.resolve()
    draft = target.with_name(f".{uuid4().hex}.part")
    try:
        written = draft.write_bytes(content)
        draft.replace(target)
        return written
    except OSError as error:
        _remove(draft)
        raise StorageProblem(
            mark("“%(name)s” could not be saved: %(reason)s. Please choose another place."),
            name=path.name,
            reason=error.strerror or type(error).__name__,
        ) from error


def _remove(draft: Path) -> None:
    """Where even that is refused, nothing more can be done."""
    with suppress(OSError):
        draft.unlink(missing_ok=True)
