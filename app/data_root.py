"""The folder of a shop's or a kiosk's data: made when it is not there, or a sentence why it cannot serve."""

from __future__ import annotations

import errno
import os
from pathlib import Path

from app.domain.errors import StorageProblem
from app.domain.translation import mark
from app.private import make_private_folder

_NO_FOLDER = mark("%(folder)s is not a folder. Please choose a folder for the data.")
_NOT_ALLOWED = mark(
    "The data folder %(folder)s cannot be written to. Please allow writing, or choose another folder."
)
_MAY_NOT = frozenset({errno.EACCES, errno.EPERM, errno.EROFS})


def make_data_folder(root: Path) -> None:
    """Have a folder at `root` that can be written to. Raises StorageProblem with what stands in the way, and
    OSError for what the disk says besides."""
    try:
        make_private_folder(root)
    except (FileExistsError, NotADirectoryError) as error:
        raise StorageProblem(_NO_FOLDER, folder=_in_the_way(root)) from error
    except OSError as error:
        if error.errno not in _MAY_NOT:
            raise
        raise StorageProblem(_NOT_ALLOWED, folder=root) from error
    if not os.access(root, os.W_OK | os.X_OK):
        raise StorageProblem(_NOT_ALLOWED, folder=root)


def _in_the_way(root: Path) -> Path:
    """A file may stand where the folder is to lie, or where one of those above it is."""
    return next((path for path in reversed(root.parents) if path.is_file()), root)
