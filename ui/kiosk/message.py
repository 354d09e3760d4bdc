"""A page that only says something: why there is no board here, and who can help."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal
from PySide6.QtQml import QmlElement

from app.domain.errors import AppError
from app.domain.translation import mark
from ui.kiosk.typed import Property, QmlUncreatable
from ui.kiosk.visit import Visit

QML_IMPORT_NAME = "Teacup"
QML_IMPORT_MAJOR_VERSION = 1

DISCONNECTED = AppError(mark("The owner can pair it again at the desk."))
DISCONNECTED_TITLE = mark("This kiosk was disconnected.")
CANNOT_OPEN_TITLE = mark("This board is resting.")


@QmlElement
@QmlUncreatable("The program makes the page.")
class MessagePage(QObject):
    """`title` and `sentence` are English, the keys of their translations."""

    changed = Signal()

    def __init__(self, visit: Visit, *, title: str, sentence: AppError) -> None:
        super().__init__()
        self._visit = visit
        self._title = title
        self._sentence = sentence
        visit.changed.connect(self.changed)

    @Property(str, notify=changed)
    def title(self) -> str:
        return self._visit.words.tr(self._title)

    @Property(str, notify=changed)
    def sentence(self) -> str:
        return self._visit.words.error(self._sentence)
