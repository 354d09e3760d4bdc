"""All of the kiosk's storms in one hand, made after the first picture: what runs, the tabs, and the page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from app.domain.clock import Clock
from app.kiosk.link import Changed
from ui.kiosk.look import Look
from ui.kiosk.me_too import MeToo
from ui.kiosk.storm.page import StormPage
from ui.kiosk.storm.running import RunningStorms
from ui.kiosk.storm.tabs import KEY, StormTabs
from ui.kiosk.typed import Property, QmlUncreatable
from ui.kiosk.visit import Visit
from ui.shared.background import Background

if TYPE_CHECKING:
    from app.kiosk.core import KioskCore

QML_IMPORT_NAME = "Teacup"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
@QmlUncreatable("The program makes the room.")
class StormRoom(QObject):
    """`turned` comes when another storm is shown, or none, or what can be done in it changed."""

    changed = Signal()
    turned = Signal()

    def __init__(
        self,
        *,
        core: KioskCore,
        visit: Visit,
        look: Look,
        me_too: MeToo,
        background: Background,
        clock: Clock,
    ) -> None:
        super().__init__()
        self.running = RunningStorms(core=core, background=background, clock=clock)
        self._tabs = StormTabs(running=self.running, visit=visit)
        self._page = StormPage(
            core=core,
            running=self.running,
            visit=visit,
            look=look,
            me_too=me_too,
            background=background,
            clock=clock,
        )
        self._tabs.changed.connect(self.changed)
        self._page.changed.connect(self.turned)
        visit.ended.connect(self.leave)

    @property
    def code(self) -> str:
        """Of the storm that is shown; empty when it is the wall."""
        return self._page.code

    def key_of(self, code: str) -> str:
        """Of the tab of a storm."""
        return f"{KEY}{code}"

    def begin(self) -> None:
        self.running.ask()

    def rest(self) -> None:
        self.running.rest()

    def follow(self, changed: Changed) -> None:
        """Called on the GUI thread."""
        if changed.storms or changed.facts:
            self.running.ask()
        self._page.follow(changed)

    def choose(self, key: str) -> bool:
        """Show the storm of a tab; answers whether it is one's."""
        code = key.removeprefix(KEY)
        if not key.startswith(KEY) or self.running.of(code) is None:
            self.leave()
            return False
        self._tabs.choose(code)
        self._page.show(code)
        self._tell()
        return True

    @Slot()
    def leave(self) -> None:
        if self._page.code:
            self._page.leave()
            self._tabs.choose("")
            self._tell()

    def _tell(self) -> None:
        self.changed.emit()
        self.turned.emit()

    @Property(StormTabs, notify=changed)
    def tabs(self) -> StormTabs:
        return self._tabs

    @Property(StormPage, notify=changed)
    def page(self) -> StormPage:
        return self._page

    @Property(bool, notify=changed)
    def hasTabs(self) -> bool:
        return bool(self._tabs.codes)

    @Property(bool, notify=changed)
    def isShown(self) -> bool:
        return bool(self._page.code)
