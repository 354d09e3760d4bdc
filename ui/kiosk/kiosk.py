"""Which page the kiosk shows, and what leads from one to the next."""

from __future__ import annotations

from enum import StrEnum

from PySide6.QtCore import QObject, QTimer, Signal, Slot
from PySide6.QtQml import QmlElement

from ui.kiosk.typed import Property, QmlUncreatable
from ui.kiosk.visit import Visit

QML_IMPORT_NAME = "Teacup"
QML_IMPORT_MAJOR_VERSION = 1

TOLD_MS = 6000


class Page(StrEnum):
    WALL = "wall"
    NOTE = "note"
    WRITE = "write"
    THANKS = "thanks"
    BALLOT = "ballot"
    ATTRACT = "attract"
    PAIRING = "pairing"
    LEAVING = "leaving"
    DISCONNECTED = "disconnected"


# On these nobody's visit runs out: they are the start, or the owner's own.
WITHOUT_VISIT = frozenset({Page.ATTRACT, Page.PAIRING, Page.DISCONNECTED})
# These clear themselves by a clock of their own, which everybody can see.
CLEARS_ITSELF = frozenset({Page.THANKS})


@QmlElement
@QmlUncreatable("The program makes the kiosk.")
class Kiosk(QObject):
    """`opening` comes before a page is shown, so that whoever makes pages can make it, `shown` after."""

    changed = Signal()
    opening = Signal(str)
    shown = Signal(str)

    def __init__(self, visit: Visit, first: Page = Page.WALL) -> None:
        super().__init__()
        self._visit = visit
        self._page = first
        self._before_leaving = Page.WALL
        self._told = ""
        self._telling = QTimer(self)
        self._telling.setInterval(TOLD_MS)
        self._telling.setSingleShot(True)
        self._telling.timeout.connect(self._stop_telling)
        visit.changed.connect(self.changed)

    def show(self, page: Page) -> None:
        if page is Page.LEAVING and self._page is not Page.LEAVING:
            self._before_leaving = self._page
        self.opening.emit(str(page))
        self._page = page
        self.changed.emit()
        self.shown.emit(str(page))

    def come_back(self) -> None:
        """The owner stays after all."""
        self.show(self._before_leaving if self._before_leaving in WITHOUT_VISIT else Page.WALL)

    @property
    def now(self) -> Page:
        return self._page

    def apologise(self) -> None:
        """Something of ours went wrong: a few kind words, no trace."""
        self.tell(self._visit.words.tr("Sorry, something went wrong here. Please try once more."))

    def tell(self, sentence: str) -> None:
        """Show it over the page for a moment."""
        self._told = sentence
        self._telling.start()
        self.changed.emit()

    @Slot()
    def _stop_telling(self) -> None:
        self._told = ""
        self.changed.emit()

    @Property(str, notify=changed)
    def page(self) -> str:
        return str(self._page)

    @Property("QStringList", notify=changed)
    def pages(self) -> list[str]:
        return [str(page) for page in Page]

    @Property(str, notify=changed)
    def told(self) -> str:
        return self._told
