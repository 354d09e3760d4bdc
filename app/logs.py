"""Where a program writes down what happened to it. No visitor's text goes in here."""

from __future__ import annotations

import logging
from contextlib import suppress
from io import TextIOWrapper
from itertools import pairwise
from pathlib import Path

from app.paths import DataFolder
from app.private import make_private_file, make_private_folder

LARGEST_BYTES = 1_000_000
KEPT_FILES = 3


def keep_log(folder: DataFolder, program: str) -> None:
    """Let this process write to `logs/PROGRAM.log`. A folder that cannot be written costs only the log."""
    with suppress(OSError):
        make_private_folder(folder.logs)
        handler = _PrivateHandler(folder.logs / f"{program}.log")
        handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(name)s: %(message)s"))
        root = logging.getLogger()
        root.addHandler(handler)
        root.setLevel(logging.INFO)


class _PrivateHandler(logging.FileHandler):
    """Begins a new file when one is full, each for the owner alone; the newest of the full ones ends in `.1`.

    Python's own that does so brings sockets and pickles along, which every start of a program would wait for.
    """

    def __init__(self, path: Path) -> None:
        super().__init__(path, encoding="utf-8")

    def _open(self) -> TextIOWrapper:
        make_private_file(Path(self.baseFilename))
        return super()._open()

    def emit(self, record: logging.LogRecord) -> None:
        try:
            if self.stream is not None and self.stream.tell() >= LARGEST_BYTES:
                self._begin_anew()
        except OSError:
            self.handleError(record)
        super().emit(record)

    def _begin_anew(self) -> None:
        self.close()
        path = Path(self.baseFilename)
        full = [path, *(path.with_name(f"{path.name}.{number}") for number in range(1, KEPT_FILES + 1))]
        for newer, older in reversed(list(pairwise(full))):
            with suppress(FileNotFoundError):
                newer.replace(older)
        self.stream = self._open()
