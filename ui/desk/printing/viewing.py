"""Files that another program of this computer looks at: they lie in a place of their own, swept at the end
and, where that was sudden, at the next start."""

from __future__ import annotations

import logging
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices

from app.domain.errors import StorageProblem
from app.domain.translation import mark
from ui.desk.files import file_name, write_file

if TYPE_CHECKING:
    from ui.paper.document import Document

log = logging.getLogger(__name__)


def open_elsewhere(path: Path) -> bool:
    """Whether some program of this computer took it."""
    return QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))


class Viewer:
    """`open` gives whether a program was found that shows the file; it is called on the GUI thread."""

    def __init__(self, folder: Path, open: Callable[[Path], bool] = open_elsewhere) -> None:
        self._folder = folder
        self.open = open

    def sweep(self) -> None:
        """What the last run of the program left: nobody looks at it any more."""
        if self._folder.is_dir():
            shutil.rmtree(self._folder, onerror=_log)

    def keep(self, title: str, document: Document) -> Path:
        """Off the GUI thread. Raises StorageProblem. One that lies open elsewhere keeps its file."""
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise StorageProblem(
                mark("%(file)s cannot be written: %(reason)s."),
                file=self._folder,
                reason=error.strerror or "?",
            ) from error
        path = _free(self._folder, file_name(title, "pdf"))
        write_file(path, document.pdf())
        return path


def _free(folder: Path, name: str) -> Path:
    path, number = folder / name, 2
    while path.exists():
        path = folder / f"{Path(name).stem} {number}{Path(name).suffix}"
        number += 1
    return path


def _log(_function: object, path: str, reason: object) -> None:
    log.warning("%s could not be swept away: %s", path, reason)
