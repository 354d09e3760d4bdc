"""A kiosk's wall with storms over a real core."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import timedelta

import pytest
from PySide6.QtCore import QObject, Signal
from pytestqt.qtbot import QtBot

from app.domain.ideas import Link
from app.domain.storms import Storm
from app.kiosk.core import KioskCore
from app.kiosk.notes import Note
from app.paths import resource
from tests.kiosk_making import hang, make_note, storm_json, tell_storms
from tests.making import TUESDAY, SetClock
from tests.storm_making import make_storm, make_times
from tests.ui.kiosk.stage import Stage
from ui.kiosk.keyboard.layouts import load_keyboards
from ui.kiosk.keyboard.model import KeyboardModel
from ui.kiosk.look import Look
from ui.kiosk.me_too import MeToo
from ui.kiosk.storm.parts import StormColumn, StormPart
from ui.kiosk.storm.room import StormRoom
from ui.kiosk.visit import Visit
from ui.kiosk.wall.page import WallPage
from ui.shared.background import Background

MINUTE = timedelta(minutes=1)
STORM = make_storm(times=make_times(TUESDAY - timedelta(hours=1)))
SAID = (
    ("Ben", "An acoustic guitar, not too loud, so that one can still talk.", None, None),
    ("Priya", "My neighbour plays. He would come for supper and a hat.", 0, Link.AND),
    ("Ingrid", "Only until nine: children sleep upstairs.", 1, Link.BUT),
    ("", "Every first Friday, then it stays special.", 2, Link.INSTEAD),
    ("Chloe", "Records! Each table chooses one side.", None, None),
    ("Jo", "I have two crates of soul in the cellar, you can borrow them.", 4, Link.AND),
    ("Tomasz", "Wieczór z polskim jazzem, proszę.", 4, Link.AND),
    ("", "No music at all. It is the only quiet place in the street.", None, None),
    ("Sam", "Quiet till seven, music after. Both get their evening.", 7, Link.BUT),
    ("Yuki", "静かな曲なら、読書しながらでも楽しめます。", 8, Link.AND),
    ("ليلى", "عود وصوت هادئ، مثل مقاهي حلب.", None, None),
)


class _Bridge(QObject):
    told = Signal(object)


def given_to(storm: Storm, number: int) -> list[Note]:
    """So many contributions, in chains, one every minute."""
    notes: list[Note] = []
    for place in range(number):
        name, text, on, link = SAID[place % len(SAID)]
        at = TUESDAY - timedelta(minutes=number - place)
        parent = notes[place - place % len(SAID) + on].id if on is not None else None
        notes.append(
            replace(make_note(text, at=at, name=name), builds_on=parent, link=link, storm=storm.code)
        )
    return notes


@dataclass(frozen=True, slots=True)
class House:
    core: KioskCore
    visit: Visit
    look: Look
    wall: WallPage
    room: StormRoom
    wait: Callable[[Callable[[], bool]], None]

    def tell(self, *storms: dict[str, object]) -> None:
        """Have the server tell these, and wait until the tabs know."""
        tell_storms(self.core, *storms)
        codes = [str(storm["code"]) for storm in storms]
        self.wait(lambda: [storm.code for storm in self.room.running.all] == codes)

    def choose(self, storm: Storm) -> None:
        self.wall.chooseTab(f"storm-{storm.code}")
        self.wait(lambda: self.room.page._is_ready)

    def pass_time(self, clock: SetClock, step: timedelta) -> None:
        """As the ticking of the storms finds out."""
        clock.forward(step)
        told: list[bool] = []
        self.room.running.changed.connect(lambda: told.append(True))
        self.room.running.ask()
        self.wait(lambda: bool(told))

    @property
    def parts(self) -> list[StormPart]:
        columns = [one for one in self.room.page.columns if isinstance(one, StormColumn)]
        return sorted((part for one in columns for part in one.parts), key=lambda part: part.number)


@pytest.fixture
def house(
    core: KioskCore, visit: Visit, look: Look, background: Background, clock: SetClock, qtbot: QtBot
) -> Callable[..., House]:
    """`house(11)`: a wall beside a storm with so many contributions, its tab not chosen yet."""
    bridge = _Bridge()

    def build(number: int = 0, *told: dict[str, object]) -> House:
        hang(core, *given_to(STORM, number))
        me_too = MeToo(core=core, visit=visit, background=background)
        keyboard = KeyboardModel(visit=visit, keyboards=load_keyboards(resource("keyboards")))
        wall = WallPage(
            core=core, visit=visit, look=look, me_too=me_too, background=background, clock=clock,
            make_keyboard=lambda: keyboard,
        )  # fmt: skip
        room = StormRoom(core=core, visit=visit, look=look, me_too=me_too, background=background, clock=clock)
        bridge.told.connect(wall.follow)
        bridge.told.connect(room.follow)
        core.start(bridge.told.emit)
        made = House(core, visit, look, wall, room, lambda is_so: qtbot.waitUntil(is_so, timeout=10_000))
        wall.bar.begin()
        wall.take_storms(room)
        room.page.setWidth(1792)
        made.tell(*(told or (storm_json(STORM),)))
        return made

    return build


@pytest.fixture
def show_wall(stage: Callable[..., Stage]) -> Callable[..., Stage]:
    def show(house: House, *, size: tuple[int, int] = (1920, 1080)) -> Stage:
        shown = stage("Wall.qml", size=size, wall=house.wall)
        house.wait(lambda: house.wall.is_settled)
        house.wait(
            lambda: all(one.is_whole for one in house.room.page.columns if isinstance(one, StormColumn))
        )
        shown.settle()
        return shown

    return show
