"""Where a program writes down what happened to it. No visitor's text goes in here."""

from __future__ import annotations

import logging
from contextlib import suppress
from logging.handlers import RotatingFileHandler

from app.paths import DataFolder

LARGEST_BYTES = 1_000_000
KEPT_FILES = 3


def keep_log(folder: DataFolder, program: str) -> None:
    """Let this process write to `logs/PROGRAM.log`. A folder that cannot be written costs only the log."""
    with suppress(OSError):
        folder.logs.mkdir(parents=True, exist_ok=True)
        handler = RotatingFileHandler(
            folder.logs / f"{program}.log", maxBytes=LARGEST_BYTES, backupCount=KEPT_FILES, encoding="utf-8"
        )
        handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(name)s: %(message)s"))
        root = logging.getLogger()
        root.addHandler(handler)
        root.setLevel(logging.INFO)
