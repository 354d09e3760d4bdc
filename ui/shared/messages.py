"""One service for everything the window says to the person beside its pages, and for the questions it asks.

Nothing here blocks: an answer comes by a callback. Tests pass their own.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Protocol

from PySide6.QtCore import QObject, QStandardPaths, Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialogButtonBox, QFileDialog, QMessageBox, QWidget

from app.words import Words

Choice = tuple[str, Callable[[], None]]
WIDEST_ROW = 720


class Messages(Protocol):
    def say(self, text: str) -> None:
        """A quiet line that goes by itself: something was done."""
        ...

    def warn(self, text: str) -> None:
        """Something did not work; stays until the person has read it."""
        ...

    def report_bug(self, report: str) -> None:
        """Our own mistake, with a report to copy."""
        ...

    def ask(self, question: str, yes: str, on_yes: Callable[[], None]) -> None:
        """A question whose other answer is to leave everything as it is."""
        ...

    def choose(self, question: str, choices: Sequence[Choice]) -> None:
        """A question with several ways to go on, the last the most careful one, beside leaving everything
        as it is."""
        ...

    def ask_where_to_save(
        self,
        name: str,
        kind: str,
        on_chosen: Callable[[Path], None],
        on_given_up: Callable[[], None] = ...,
    ) -> None:
        """`kind` is a file dialog's filter: `PDF (*.pdf)`."""
        ...

    def ask_for_picture(self, kind: str, on_chosen: Callable[[Path], None]) -> None:
        """A picture among the person's files; `kind` as above."""
        ...

    def ask_for_file(self, title: str, kind: str, on_chosen: Callable[[Path], None]) -> None:
        """Any other of her files; `title` says what it is chosen for."""
        ...


class WindowMessages(QObject):
    """Quiet lines go to the window by `said`; what must be read is a box over it. `save_folder` is where the
    person saved last, empty = her documents; `saved_in` tells it when that is another."""

    said = Signal(str)
    saved_in = Signal(str)

    def __init__(self, window: QWidget, words: Words) -> None:
        super().__init__(window)
        self._window = window
        self._words = words
        self.save_folder = ""

    def say(self, text: str) -> None:
        self.said.emit(text)

    def warn(self, text: str) -> None:
        _open(self._over(QMessageBox.Icon.Warning, text))

    def report_bug(self, report: str) -> None:
        box = self._over(
            QMessageBox.Icon.Critical,
            self._words.tr(
                "Something went wrong that is our mistake, not yours. What was saved is safe. "
                "Please copy the report and send it to us."
            ),
        )
        box.setDetailedText(report)
        copy = box.addButton(self._words.tr("Copy the report"), QMessageBox.ButtonRole.ActionRole)
        copy.clicked.connect(lambda: QGuiApplication.clipboard().setText(report))
        _open(box)

    def ask(self, question: str, yes: str, on_yes: Callable[[], None]) -> None:
        box = self._over(QMessageBox.Icon.Question, question)
        box.setStandardButtons(QMessageBox.StandardButton.Cancel)
        box.addButton(yes, QMessageBox.ButtonRole.AcceptRole).clicked.connect(on_yes)
        _open(box)

    def choose(self, question: str, choices: Sequence[Choice]) -> None:
        box = self._over(QMessageBox.Icon.Question, question)
        box.setStandardButtons(QMessageBox.StandardButton.Cancel)
        for said, on_chosen in choices:
            made = box.addButton(said, QMessageBox.ButtonRole.AcceptRole)
            made.clicked.connect(on_chosen)
            if len(choices) > 1:
                box.setDefaultButton(made)
        _open(box)

    def ask_where_to_save(
        self,
        name: str,
        kind: str,
        on_chosen: Callable[[Path], None],
        on_given_up: Callable[[], None] = lambda: None,
    ) -> None:
        dialog = QFileDialog(self._window, self._words.tr("Save"))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDirectory(self._last_folder())
        dialog.setNameFilter(kind)
        dialog.setDefaultSuffix(Path(name).suffix.lstrip("."))
        dialog.selectFile(name)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.fileSelected.connect(lambda path: self._take_place(Path(path), Path(name).suffix, on_chosen))
        dialog.rejected.connect(on_given_up)
        dialog.open()

    def _last_folder(self) -> str:
        if self.save_folder and Path(self.save_folder).is_dir():
            return self.save_folder
        return _folder(QStandardPaths.StandardLocation.DocumentsLocation)

    def _take_place(self, path: Path, suffix: str, on_chosen: Callable[[Path], None]) -> None:
        """The dialog asks before it overwrites what was typed, but adds no ending to "Notice 1.2"."""
        if str(path.parent) != self.save_folder:
            self.save_folder = str(path.parent)
            self.saved_in.emit(self.save_folder)
        whole = path if path.suffix.lower() == suffix.lower() else path.with_name(f"{path.name}{suffix}")
        if whole == path or not whole.exists():
            on_chosen(whole)
            return
        question = self._words.tr("“%(name)s” is there already. Replace it?", name=whole.name)
        self.ask(question, self._words.tr("Replace"), lambda: on_chosen(whole))

    def ask_for_picture(self, kind: str, on_chosen: Callable[[Path], None]) -> None:
        pictures = QStandardPaths.StandardLocation.PicturesLocation
        self._ask_to_open(self._words.tr("Choose a picture"), kind, pictures, on_chosen)

    def ask_for_file(self, title: str, kind: str, on_chosen: Callable[[Path], None]) -> None:
        documents = QStandardPaths.StandardLocation.DocumentsLocation
        self._ask_to_open(title, kind, documents, on_chosen)

    def _ask_to_open(
        self,
        title: str,
        kind: str,
        place: QStandardPaths.StandardLocation,
        on_chosen: Callable[[Path], None],
    ) -> None:
        dialog = QFileDialog(self._window, title)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptOpen)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setDirectory(_folder(place))
        dialog.setNameFilters([kind, self._words.tr("All files (*)")])
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.fileSelected.connect(lambda path: on_chosen(Path(path)))
        dialog.open()

    def _over(self, icon: QMessageBox.Icon, text: str) -> QMessageBox:
        box = _box(self._window, icon, text)
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        box.addButton(QMessageBox.StandardButton.Ok)
        return box


def _folder(kind: QStandardPaths.StandardLocation) -> str:
    """Where the person keeps such files; home where there is no such folder."""
    usual = QStandardPaths.writableLocation(kind)
    return usual if Path(usual).is_dir() else str(Path.home())


def ask_without_window(problem: str, offer: str | None) -> bool:
    """A box on its own, before there is a window to put it over. Waits for the answer, which is whether the
    offer was taken."""
    box = _box(None, QMessageBox.Icon.Warning, problem)
    close = box.addButton(QMessageBox.StandardButton.Close)
    taken = box.addButton(offer, QMessageBox.ButtonRole.AcceptRole) if offer else None
    box.setDefaultButton(close)
    box.exec()
    return taken is not None and box.clickedButton() is taken


def _box(window: QWidget | None, icon: QMessageBox.Icon, text: str) -> QMessageBox:
    box = QMessageBox(window)
    box.setTextFormat(Qt.TextFormat.PlainText)
    box.setWindowTitle("Teacup")
    box.setIcon(icon)
    box.setText(text)
    return box


def _open(box: QMessageBox) -> None:
    """With its buttons under each other where a row of them would be cut off."""
    buttons = box.findChild(QDialogButtonBox)
    if buttons is not None:
        box.ensurePolished()
        room = min(box.screen().availableSize().width() // 2, WIDEST_ROW)
        if buttons.sizeHint().width() > room:
            buttons.setOrientation(Qt.Orientation.Vertical)
    box.open()
