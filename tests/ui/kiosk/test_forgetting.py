"""Nothing of a person stays at the kiosk: a word of theirs is looked for everywhere, after every visit."""

from __future__ import annotations

import gc
import logging
import os
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtQuick import QQuickItem, QQuickPaintedItem
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot
from shiboken6 import getCppPointer

from app.domain.kiosks import IDLE_SECONDS, KioskRules
from app.kiosk.core import KioskCore
from app.kiosk.outbox import Draft
from tests.kiosk_making import fill_board, make_facts, tell_facts
from tests.making import SetClock
from tests.ui.kiosk.fakes import Ticking
from ui.kiosk.builder import OpenKiosk
from ui.kiosk.idle import ASKING_SECONDS
from ui.kiosk.kiosk import WITHOUT_VISIT, Page
from ui.kiosk.shelf import items_of
from ui.kiosk.wall.place import Place

CANARY = "zqcanary"
# All of them where time does not matter.
VISITS = int(os.environ.get("TEACUP_VISITS", "10"))


@pytest.fixture
def core(tmp_path: Path, clock: SetClock) -> KioskCore:
    opened = KioskCore.open(tmp_path / "kiosk", clock=clock)
    # Pages that fade would take most of the time.
    tell_facts(opened, make_facts(kiosk=KioskRules(has_motion=False)))
    fill_board(opened, 12)
    return opened


@pytest.fixture
def kiosk(core: KioskCore, open_kiosk: Callable[[KioskCore], OpenKiosk]) -> OpenKiosk:
    return open_kiosk(core)


def everything(kiosk: OpenKiosk) -> Iterator[QObject]:
    """Every item of the pages, and every object that a page shows or holds."""
    waiting: list[object] = [*items_of(kiosk.front.main), *vars(kiosk).values(), *vars(kiosk.front).values()]
    seen: set[int] = set()
    while waiting:
        one = waiting.pop()
        if isinstance(one, (list, tuple)):
            waiting.extend(one)
        if not isinstance(one, QObject) or getCppPointer(one)[0] in seen:
            continue
        seen.add(getCppPointer(one)[0])
        yield one
        waiting.extend([*one.children(), *getattr(one, "__dict__", {}).values()])


def strings(one: QObject) -> Iterator[tuple[str, str]]:
    """Its properties as QML reads them, and what Python keeps in it."""
    kind = one.metaObject()
    for index in range(kind.propertyCount()):
        name = str(kind.property(index).name())
        if str(kind.property(index).typeName()) in ("QString", "QVariant", "QStringList", "QVariantList"):
            yield name, str(one.property(name))
    for name, value in getattr(one, "__dict__", {}).items():
        yield name, repr(value)


def traces(kiosk: OpenKiosk) -> list[str]:
    """Where the canary is still to be found in the program."""
    found = [
        f"{type(one).__name__} {one.objectName()}: {name}"
        for one in everything(kiosk)
        for name, text in strings(one)
        if CANARY in text.lower()
    ]
    return found + (["clipboard"] if CANARY in QGuiApplication.clipboard().text() else [])


def item(kiosk: OpenKiosk, name: str) -> QQuickItem:
    return next(one for one in items_of(kiosk.front.main) if one.objectName() == name and one.isVisible())


def write_canary(kiosk: OpenKiosk, field: str) -> None:
    target = item(kiosk, field)
    target.forceActiveFocus(Qt.FocusReason.OtherFocusReason)
    for letter in CANARY:
        QTest.keyClick(kiosk.front.window, Qt.Key(ord(letter.upper())))


def begin_an_idea(kiosk: OpenKiosk) -> None:
    """Text and name are typed and not sent; the page is made large, contrasty and Arabic."""
    kiosk._wall.bar.pin()
    for field in ("ideaText", "nameText"):
        write_canary(kiosk, field)
    visit = kiosk._visit
    visit.choose_language("ar")
    visit.toggle_large()
    visit.toggle_contrast()


def search(kiosk: OpenKiosk) -> None:
    kiosk._wall.search.open()
    kiosk._wall.search.type(CANARY)
    kiosk._wall.search.now()


def type_a_code(kiosk: OpenKiosk) -> None:
    kiosk.front.kiosk.show(Page.PAIRING)
    assert kiosk._pairing is not None
    kiosk._pairing.set_code(CANARY)


def pin_an_idea(kiosk: OpenKiosk) -> None:
    """As far as the thanks. What is accepted lies on the disk until it is delivered, and nowhere else."""
    kiosk._wall.bar.pin()
    for field in ("ideaText", "nameText"):
        write_canary(kiosk, field)
    assert kiosk._write is not None
    kiosk._write.pin()


def is_at_work(kiosk: OpenKiosk) -> bool:
    """Whether the idea that was pinned is still on its way to the disk."""
    return kiosk._write is not None and kiosk._write.isPinning


def walk_away(kiosk: OpenKiosk, ticking: Ticking) -> None:
    """Nobody touches it any more, until it has asked in vain."""
    ticking.seconds += IDLE_SECONDS
    kiosk.front.idle.check()
    ticking.seconds += ASKING_SECONDS
    kiosk.front.idle.check()
    assert kiosk.front.kiosk.now in WITHOUT_VISIT


@pytest.mark.parametrize("visit", [begin_an_idea, search, pin_an_idea])
def test_nothing_of_a_visit_stays(
    kiosk: OpenKiosk, ticking: Ticking, qtbot: QtBot, visit: Callable[[OpenKiosk], None]
) -> None:
    visit(kiosk)
    assert traces(kiosk), "the canary was not seen where it was put"

    qtbot.waitUntil(lambda: not is_at_work(kiosk))
    walk_away(kiosk, ticking)

    qtbot.waitUntil(lambda: traces(kiosk) == [])
    assert (kiosk._visit.language, kiosk._visit.isLarge, kiosk._visit.isHighContrast) == ("en", False, False)


def test_nothing_of_a_code_stays(kiosk: OpenKiosk, qtbot: QtBot) -> None:
    """The page of pairing waits for as long as it takes; its visit ends with the next beginning."""
    type_a_code(kiosk)
    assert traces(kiosk), "the canary was not seen where it was put"

    kiosk.front.end_visit()

    qtbot.waitUntil(lambda: traces(kiosk) == [])


def painted() -> Counter[str]:
    """How many things made for QML there are: PySide 6.11 keeps something of each that ever was."""
    gc.collect()
    kinds = (QQuickPaintedItem, Place)
    return Counter(type(one).__name__ for one in gc.get_objects() if isinstance(one, kinds))


def test_visits_take_no_more_and_more_memory(kiosk: OpenKiosk, ticking: Ticking) -> None:
    def visit_once() -> None:
        search(kiosk)
        begin_an_idea(kiosk)
        walk_away(kiosk, ticking)
        kiosk.front.welcome()

    visit_once()
    before = painted()
    for _ in range(3):
        visit_once()

    assert painted() == before


@pytest.mark.timeout(900)
def test_after_many_visits_it_is_nowhere(
    kiosk: OpenKiosk, ticking: Ticking, qtbot: QtBot, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    for number in range(VISITS):
        (begin_an_idea, search)[number % 2](kiosk)
        walk_away(kiosk, ticking)
        kiosk.front.welcome()

    qtbot.waitUntil(lambda: traces(kiosk) == [])
    kiosk._core.pin(Draft(text="A bench outside, please."))
    files = [path for path in tmp_path.rglob("*") if path.is_file()]
    assert files
    assert [path.name for path in files if CANARY.encode() in path.read_bytes().lower()] == []
    assert CANARY not in caplog.text.lower()
