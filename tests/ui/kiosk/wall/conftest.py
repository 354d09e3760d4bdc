"""A kiosk's wall over a real core: its file on the disk, its work in the background."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import pytest
from PySide6.QtCore import QObject, Signal
from pytestqt.qtbot import QtBot

from app.kiosk.core import KioskCore
from app.paths import resource
from tests.kiosk_making import fill_board
from tests.making import SetClock
from tests.ui.kiosk.stage import Stage
from ui.kiosk.keyboard.layouts import load_keyboards
from ui.kiosk.keyboard.model import KeyboardModel
from ui.kiosk.look import Look
from ui.kiosk.me_too import MeToo
from ui.kiosk.note.page import NotePage
from ui.kiosk.visit import Visit
from ui.kiosk.wall.page import WallPage
from ui.shared.background import Background


class _Bridge(QObject):
    """From whatever thread the core tells on to that of the pages."""

    told = Signal(object)


@dataclass(frozen=True, slots=True)
class House:
    """Everything behind the two pages, and the pages."""

    core: KioskCore
    visit: Visit
    look: Look
    me_too: MeToo
    wall: WallPage
    note: NotePage
    keyboard: KeyboardModel
    wait: Callable[[Callable[[], bool]], None]

    def settle(self) -> None:
        """Until everything that was asked for hangs."""
        self.wait(lambda: self.wall.is_settled)


@pytest.fixture
def house(
    core: KioskCore, visit: Visit, look: Look, background: Background, clock: SetClock, qtbot: QtBot
) -> Callable[[int], House]:
    """`house(30)`: the wall with so many notes of the sample."""
    bridge = _Bridge()

    def build(notes: int) -> House:
        if notes:
            fill_board(core, notes)
        me_too = MeToo(core=core, visit=visit, background=background)
        keyboard = KeyboardModel(visit=visit, keyboards=load_keyboards(resource("keyboards")))
        wall = WallPage(
            core=core,
            visit=visit,
            look=look,
            me_too=me_too,
            background=background,
            clock=clock,
            make_keyboard=lambda: keyboard,
        )
        note = NotePage(
            core=core,
            visit=visit,
            look=look,
            me_too=me_too,
            background=background,
            clock=clock,
            hanging_now=wall.hanging_now,
        )
        bridge.told.connect(wall.follow)
        bridge.told.connect(note.follow)
        core.start(bridge.told.emit)
        made = House(
            core,
            visit,
            look,
            me_too,
            wall,
            note,
            keyboard,
            lambda is_so: qtbot.waitUntil(is_so, timeout=10_000),
        )
        wall.bar.begin()
        wall.setView(104, 1920, 848, 1)
        made.settle()
        return made

    return build


@pytest.fixture
def show_wall(stage: Callable[..., Stage]) -> Callable[..., Stage]:
    def show(house: House, *, size: tuple[int, int] = (1920, 1080)) -> Stage:
        shown = stage("Wall.qml", size=size, wall=house.wall)
        house.settle()
        shown.settle()
        return shown

    return show
