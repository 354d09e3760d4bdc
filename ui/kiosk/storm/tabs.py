"""The storms' tabs over the wall, behind those of its orders."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from app.kiosk.storms import ToldStorm
from ui.kiosk.storm.running import RunningStorms
from ui.kiosk.storm.wording import short_left
from ui.kiosk.typed import Property, QmlUncreatable
from ui.kiosk.visit import Visit

QML_IMPORT_NAME = "Teacup"
QML_IMPORT_MAJOR_VERSION = 1

KEY = "storm-"


@QmlElement
@QmlUncreatable("The wall makes its tabs.")
class StormTab(QObject):
    """One of them; `key` is what the wall is told when it is chosen."""

    changed = Signal()

    def __init__(self, told: ToldStorm, running: RunningStorms, visit: Visit, parent: QObject) -> None:
        super().__init__(parent)
        self._told = told
        self._running = running
        self._visit = visit
        self._is_chosen = False
        visit.changed.connect(self.changed)

    @property
    def code(self) -> str:
        return self._told.code

    def hold(self, told: ToldStorm) -> None:
        """As it is told now, and at this time of the day."""
        self._told = told
        self.changed.emit()

    def set_chosen(self, is_chosen: bool) -> None:
        if is_chosen != self._is_chosen:
            self._is_chosen = is_chosen
            self.changed.emit()

    @Property(str, notify=changed)
    def key(self) -> str:
        return f"{KEY}{self._told.code}"

    @Property(str, notify=changed)
    def title(self) -> str:
        return self._visit.words.tr("Storm: %(question)s", question=self._told.storm.question)

    @Property(str, notify=changed)
    def left(self) -> str:
        told = self._told
        return short_left(self._running.left(told), self._running.phase(told), self._visit.words)

    @Property(bool, notify=changed)
    def isChosen(self) -> bool:
        return self._is_chosen


@QmlElement
@QmlUncreatable("The wall makes its tabs.")
class StormTabs(QObject):
    """Follows the running storms; one that is chosen stays until it is left."""

    changed = Signal()

    def __init__(self, *, running: RunningStorms, visit: Visit) -> None:
        super().__init__()
        self._running = running
        self._visit = visit
        self._tabs: list[StormTab] = []
        running.changed.connect(self._follow)

    @Property("QVariantList", notify=changed)
    def all(self) -> Sequence[QObject]:
        return self._tabs

    @property
    def codes(self) -> list[str]:
        return [tab.code for tab in self._tabs]

    @Slot()
    def _follow(self) -> None:
        told = {storm.code: storm for storm in self._running.all}
        wanted = [*told, *(tab.code for tab in self._tabs if tab.isChosen and tab.code not in told)]
        for tab in self._tabs:
            if tab.code in told:
                tab.hold(told[tab.code])
        if wanted == self.codes:
            return
        before = {tab.code: tab for tab in self._tabs}
        self._tabs = [before.get(code) or self._make(told[code]) for code in wanted]
        self.changed.emit()
        for code in before.keys() - set(wanted):
            before[code].deleteLater()

    def choose(self, code: str) -> None:
        """None of them by an empty code."""
        for tab in self._tabs:
            tab.set_chosen(tab.code == code)
        if not code:
            self._follow()

    def _make(self, told: ToldStorm) -> StormTab:
        return StormTab(told, self._running, self._visit, self)
