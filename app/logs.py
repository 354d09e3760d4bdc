"""Where a program writes down what happened to it. No visitor's text goes in here."""

from __future__ import annotations

import logging
from contextlib import suppress
from io import TextIOWrapper
from logging.handlers import RotatingFileHandler
from pathlib import Path

from app.paths import DataFolder
from app.private import make_private_file, make_private_folder

LARGEST_BYTES = 1_000_000
KEPT_FILES = 3


def keep_log(folder: DataFolder, program: str) -> None:
    """Let this process write to `logs/PROGRAM.log`. A folder that cannot be written costs only the log."""
    with suppress(OSError):
        make_private_folder(folder.logs)
        handler = _PrivateHandler(
            folder.logs / f"{program}.log", maxBytes=LARGEST_BYTES, backupCount=KEPT_FILES, encoding="utf-8"
        )
        handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(name)s: %(message)s"))
        root = logging.getLogger()
        root.addHandler(handler)
        root.setLevel(logging.INFO)


class _PrivateHandler(RotatingFileHandler):
    """Also the file that follows a full one is the owner's alone."""

    def _open(self) -> TextIOWrapper:
        make_private_file(Path(self.baseFilename))
        return super()._open()
