"""The kiosk as it is put together: from the wall to the thanks, back to rest, and out by the PIN alone."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from app.domain.claim_codes import spaced
from app.domain.kiosks import KioskRules, hash_pin
from app.kiosk.core import KioskCore
from tests.kiosk_making import fill_board, make_facts, tell_facts
from tests.making import SetClock
from tests.ui.kiosk.fakes import Ticking
from tests.ui.kiosk.visitor import Visitor
from ui.kiosk.builder import OpenKiosk
from ui.kiosk.idle import ASKING_SECONDS
from ui.kiosk.kiosk import Page
from ui.kiosk.leaving import HOLD_MS

PIN = "4711"
CORNER = QPoint(20, 20)
IDEA = "Walnut rolls on fridays, please"


@pytest.fixture
def core(tmp_path: Path, clock: SetClock) -> KioskCore:
    opened = KioskCore.open(tmp_path / "kiosk", clock=clock)
    rules = KioskRules(has_motion=False, pin=hash_pin(PIN, iterations=1))
    tell_facts(opened, make_facts(kiosk=rules))
    fill_board(opened, 12)
    return opened


@pytest.fixture
def kiosk(core: KioskCore, open_kiosk: Callable[[KioskCore], OpenKiosk]) -> OpenKiosk:
    return open_kiosk(core)


@pytest.fixture
def visitor(kiosk: OpenKiosk, qtbot: QtBot) -> Visitor:
    return Visitor(kiosk, qtbot)


@pytest.fixture
def leave_alone(kiosk: OpenKiosk, ticking: Ticking) -> Callable[[float], None]:
    """Let so many seconds pass, and have the kiosk look at its clock."""

    def pass_by(seconds: float) -> None:
        ticking.seconds += seconds
        kiosk.front.idle.check()

    return pass_by


def accepted(core: KioskCore) -> dict[str, str]:
    """The one thing that waits to be delivered."""
    [item] = core._stock.outbox.batch(10)
    told: dict[str, str] = json.loads(item.encoded)
    return told


def hold_the_corner(visitor: Visitor) -> None:
    visitor.touch_down(CORNER)
    visitor.wait_for(Page.LEAVING)
    visitor.lift(CORNER)


def test_somebody_pins_an_idea_and_goes_and_the_wall_rests(
    visitor: Visitor, core: KioskCore, leave_alone: Callable[[float], None]
) -> None:
    visitor.wait_for(Page.WALL)
    visitor.tap("pin")
    visitor.wait_for(Page.WRITE)
    visitor.write(IDEA)
    visitor.tap("nameText")
    visitor.write("Jo")
    visitor.tap("pin")

    visitor.wait_for(Page.THANKS)
    idea = accepted(core)
    assert (idea["text"], idea["name"]) == (IDEA, "Jo")
    assert visitor.text_of("code") == spaced(idea["claim_code"])

    visitor.tap("done")
    visitor.wait_for(Page.WALL)
    leave_alone(46)
    assert visitor.sees("goOn")
    leave_alone(ASKING_SECONDS)
    visitor.wait_for(Page.ATTRACT)
    assert not any("Friday" in text for text in visitor.texts())

    visitor.tap_at(QPoint(600, 400))
    visitor.wait_for(Page.WALL)


def test_the_finger_that_says_yes_keeps_the_words(
    visitor: Visitor, leave_alone: Callable[[float], None]
) -> None:
    visitor.tap("pin")
    visitor.wait_for(Page.WRITE)
    visitor.write("Tea")
    leave_alone(46)

    visitor.tap("goOn")
    visitor.write("po")
    leave_alone(46)
    visitor.tap("leave")
    visitor.write("t")

    assert not visitor.sees("goOn")
    assert not visitor.sees("throwAway")
    assert visitor.text_of("ideaText") == "Teapot"


def test_all_of_it_goes_by_mouse_and_real_keys_alone(visitor: Visitor, core: KioskCore) -> None:
    visitor.click("pin")
    visitor.wait_for(Page.WRITE)
    visitor.key_in("tea")
    visitor.press(Qt.Key.Key_Tab)
    visitor.key_in("jo")
    visitor.press(Qt.Key.Key_Tab, Qt.Key.Key_Tab, Qt.Key.Key_Return)
    visitor.wait_for(Page.THANKS)
    visitor.click("done")
    visitor.wait_for(Page.WALL)

    idea = accepted(core)
    assert (idea["text"], idea["name"]) == ("tea", "jo")

    visitor.click(visitor.note_saying("Ingrid"))
    visitor.wait_for(Page.NOTE)
    visitor.press(Qt.Key.Key_Escape)
    visitor.wait_for(Page.WALL)


def test_nobody_leaves_but_by_the_pin(visitor: Visitor, kiosk: OpenKiosk, qtbot: QtBot) -> None:
    left: list[bool] = []
    kiosk.front.left.connect(lambda: left.append(True))
    hold_the_corner(visitor)

    for digit in "4712":
        visitor.tap(f"pin-{digit}")
    visitor.tap("pin-confirm")
    qtbot.waitUntil(lambda: "not it" in visitor.text_of("leavingSentence"))
    assert not visitor.sees("closeTeacup")

    for digit in PIN:
        visitor.tap(f"pin-{digit}")
    visitor.tap("pin-confirm")
    visitor.item("closeTeacup")
    assert left == []
    with qtbot.waitSignal(kiosk.front.left):
        visitor.tap("closeTeacup")


def test_the_way_out_goes_by_escape_and_digits_too(visitor: Visitor, kiosk: OpenKiosk, qtbot: QtBot) -> None:
    QTest.keyPress(kiosk.front.window, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: visitor.page is Page.LEAVING, timeout=2 * HOLD_MS)
    QTest.keyRelease(kiosk.front.window, Qt.Key.Key_Escape)
    visitor.wait_for(Page.LEAVING)

    visitor.key_in(PIN)
    visitor.press(Qt.Key.Key_Return)
    visitor.item("closeTeacup")
    with qtbot.waitSignal(kiosk.front.left):
        visitor.press(Qt.Key.Key_Tab, Qt.Key.Key_Return)


def test_the_window_covers_its_screen_when_that_is_turned(kiosk: OpenKiosk, qtbot: QtBot) -> None:
    window = kiosk.front.window
    whole = window.screen().geometry()
    window.showNormal()
    window.resize(300, 200)

    window.screen().geometryChanged.emit(whole)

    qtbot.waitUntil(lambda: window.geometry() == whole)
    assert kiosk.front.main.width() == whole.width()


def test_a_screen_that_is_turned_keeps_page_and_words(
    visitor: Visitor, kiosk: OpenKiosk, qtbot: QtBot
) -> None:
    visitor.tap("pin")
    visitor.wait_for(Page.WRITE)
    visitor.write("Tea")
    window = kiosk.front.window
    window.showNormal()

    window.resize(1080, 1920)
    qtbot.waitUntil(lambda: kiosk._look.isPortrait)
    visitor.write("pot")

    assert visitor.page is Page.WRITE
    assert visitor.text_of("ideaText") == "Teapot"
    for name in ("pin", "leave", "keyboard"):
        item = visitor.item(name)
        place = item.mapRectToScene(item.boundingRect())
        assert place.left() >= 0
        assert place.right() <= window.width()
        assert place.bottom() <= window.height()
