"""The sample shop that is tried from the desk: a data folder of its own, marked, so that removing it can
touch nothing else."""

from __future__ import annotations

import shutil
from datetime import datetime
from pathlib import Path

from app.data_root import make_data_folder
from app.domain.errors import StorageProblem
from app.domain.translation import mark
from app.paths import DataFolder
from app.sample import make_sample_shop
from app.settings import Settings, SettingsFile

# Its own doors: a phone that scans the sample's code never comes to a real board, nor the other way round.
SAMPLE_PORT, SAMPLE_TLS_PORT = 8775, 8776
_NOT_EMPTY = mark("%(folder)s is there already and is no sample of Teacup's. Nothing was changed.")


def make_sample_folder(folder: DataFolder, now: datetime, source: Path) -> None:
    """The sample shop in `folder`; one that was begun and not finished is made anew, a whole one stays.

    Customers read everywhere that it is a sample. Raises StorageProblem.
    """
    if folder.is_sample and _is_whole(folder):
        return
    if folder.is_sample:
        remove_sample(folder)
    elif folder.root.is_dir() and any(folder.root.iterdir()):
        raise StorageProblem(_NOT_EMPTY, folder=folder.root)
    try:
        make_data_folder(folder.root)
        folder.sample_mark.write_text("making", "utf-8")
        make_sample_shop(folder, now, source, after_name=" (sample)")
        SettingsFile(folder.settings).save(Settings(port=SAMPLE_PORT, tls_port=SAMPLE_TLS_PORT))
        folder.sample_mark.write_text("made", "utf-8")
    except OSError as error:
        raise StorageProblem(
            mark("%(file)s cannot be written: %(reason)s."), file=folder.root, reason=error.strerror or "?"
        ) from error


def remove_sample(folder: DataFolder) -> None:
    """All of it. Raises StorageProblem for a folder that is no sample, or that the disk does not let go."""
    if not folder.is_sample:
        raise StorageProblem(_NOT_EMPTY, folder=folder.root)
    try:
        # The mark goes last: what is left over can still be told from a real shop.
        for path in folder.root.iterdir():
            if path != folder.sample_mark:
                shutil.rmtree(path) if path.is_dir() and not path.is_symlink() else path.unlink()
        folder.sample_mark.unlink()
        folder.root.rmdir()
    except OSError as error:
        raise StorageProblem(
            mark("The sample shop in %(folder)s cannot be removed: %(reason)s."),
            folder=folder.root,
            reason=error.strerror or "?",
        ) from error


def _is_whole(folder: DataFolder) -> bool:
    return folder.sample_mark.read_text("utf-8") == "made" and folder.database.exists()
