"""The tabs over the wall."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, Signal
from PySide6.QtQml import QmlElement

from app.kiosk.notes import Tab
from app.words import Words
from ui.kiosk.typed import Property, QmlUncreatable
from ui.kiosk.visit import Visit

QML_IMPORT_NAME = "Teacup"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
@QmlUncreatable("The wall makes its tabs.")
class WallTab(QObject):
    """One of them; `key` is what the wall is told when it is chosen."""

    changed = Signal()

    def __init__(self, key: str, title: Callable[[Words], str], visit: Visit, parent: QObject) -> None:
        super().__init__(parent)
        self._key = key
        self._title = title
        self._visit = visit
        self._is_chosen = False
        visit.changed.connect(self.changed)

    def set_chosen(self, is_chosen: bool) -> None:
        self._is_chosen = is_chosen
        self.changed.emit()

    @Property(str, notify=changed)
    def key(self) -> str:
        return self._key

    @Property(str, notify=changed)
    def title(self) -> str:
        return self._title(self._visit.words)

    @Property(bool, notify=changed)
    def isChosen(self) -> bool:
        return self._is_chosen


class WallTabs(QObject):
    """All of them; the first is chosen."""

    def __init__(self, visit: Visit) -> None:
        super().__init__()
        self._tabs = [
            WallTab(Tab.NEW, lambda words: words.tr("New"), visit, self),
            WallTab(Tab.POPULAR, lambda words: words.tr("Popular"), visit, self),
            WallTab(Tab.ANSWERED, lambda words: words.tr("Answered"), visit, self),
        ]
        self._tabs[0].set_chosen(True)

    @property
    def all(self) -> Sequence[WallTab]:
        return self._tabs

    def choose(self, key: str) -> None:
        for tab in self._tabs:
            tab.set_chosen(tab.key == key)
