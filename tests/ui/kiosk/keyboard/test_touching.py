"""Our keyboard on a page: fingers on keys, the focus that stays, a real keyboard beside it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from app.paths import resource
from tests.ui.kiosk.stage import Stage
from ui.kiosk.keyboard.layouts import load_keyboards
from ui.kiosk.keyboard.model import KeyboardModel
from ui.kiosk.look import SMALLEST_TOUCH
from ui.kiosk.visit import Visit

SHEET = str(Path(__file__).with_name("Sheet.qml"))


@pytest.fixture
def keyboard(visit: Visit) -> KeyboardModel:
    return KeyboardModel(visit=visit, keyboards=load_keyboards(resource("keyboards")))


@pytest.fixture
def sheet(stage: Callable[..., Stage], keyboard: KeyboardModel) -> Stage:
    shown = stage(SHEET, keyboard=keyboard)
    shown.view.requestActivate()
    shown.settle()
    return shown


class Finger:
    """One that stays down until it is lifted."""

    def __init__(self, sheet: Stage) -> None:
        self._sheet = sheet
        self._device = QTest.createTouchDevice()
        self._at = QPoint()

    def press(self, name: str) -> None:
        self._at = self._sheet.centre(name)
        QTest.touchEvent(self._sheet.view, self._device).press(0, self._at, self._sheet.view).commit()
        self._sheet.settle()

    def slide_to(self, name: str) -> None:
        self._at = self._sheet.centre(name)
        QTest.touchEvent(self._sheet.view, self._device).move(0, self._at, self._sheet.view).commit()
        self._sheet.settle()

    def lift(self) -> None:
        QTest.touchEvent(self._sheet.view, self._device).release(0, self._at, self._sheet.view).commit()
        self._sheet.settle()


def written(sheet: Stage, name: str = "text") -> str:
    return str(sheet.item(name).property("text"))


def tap_all(sheet: Stage, *names: str) -> None:
    for name in names:
        sheet.tap(f"key-{name}")


def test_letters_accents_and_erasing_by_finger(sheet: Stage, keyboard: KeyboardModel, qtbot: QtBot) -> None:
    finger = Finger(sheet)
    tap_all(sheet, "a", "b", "backspace")

    finger.press("key-e")
    qtbot.waitUntil(lambda: keyboard.bubble != [])
    sheet.settle()
    finger.slide_to("offer-é")
    finger.lift()
    tap_all(sheet, "a")

    assert written(sheet) == "Aéa"


def test_a_bubble_waits_for_a_tap(sheet: Stage, keyboard: KeyboardModel, qtbot: QtBot) -> None:
    finger = Finger(sheet)
    finger.press("key-o")
    qtbot.waitUntil(lambda: keyboard.bubble != [])
    sheet.settle()
    finger.lift()

    sheet.tap("offer-Ö")

    assert written(sheet) == "Ö"
    assert not sheet.shows("offer-Ö")


def test_a_touch_beside_the_bubble_closes_it(sheet: Stage, keyboard: KeyboardModel, qtbot: QtBot) -> None:
    finger = Finger(sheet)
    finger.press("key-o")
    qtbot.waitUntil(lambda: keyboard.bubble != [])
    sheet.settle()
    finger.lift()

    sheet.tap_at(QPoint(1500, 100))

    assert keyboard.bubble == []
    assert written(sheet) == ""


def test_two_fingers_that_overlap_are_two_letters(sheet: Stage) -> None:
    first, second = sheet.centre("key-t"), sheet.centre("key-e")
    device, view = QTest.createTouchDevice(), sheet.view

    QTest.touchEvent(view, device).press(0, first, view).commit()
    QTest.touchEvent(view, device).stationary(0).press(1, second, view).commit()
    QTest.touchEvent(view, device).stationary(0).release(1, second, view).commit()
    QTest.touchEvent(view, device).release(0, first, view).commit()
    sheet.settle()

    assert written(sheet) == "Te"


def test_keys_leave_the_focus_where_it_is(sheet: Stage) -> None:
    sheet.tap("line")
    tap_all(sheet, "m", "a")

    assert (written(sheet, "line"), written(sheet)) == ("Ma", "")


def test_a_key_writes_where_the_cursor_is_and_over_what_is_chosen(sheet: Stage) -> None:
    tap_all(sheet, "t", "a")
    sheet.key(Qt.Key.Key_Left)
    tap_all(sheet, "e")
    assert written(sheet) == "Tea"

    QTest.keyClick(sheet.view, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    tap_all(sheet, "n")

    assert written(sheet) == "n"


def test_erasing_takes_a_whole_picture(sheet: Stage) -> None:
    tap_all(sheet, "emoji", "❤\ufe0f", "👍", "backspace", "backspace")

    assert written(sheet) == ""


def test_a_real_keyboard_writes_too_and_the_keys_know(sheet: Stage) -> None:
    for key in (Qt.Key.Key_T, Qt.Key.Key_E, Qt.Key.Key_A, Qt.Key.Key_Period, Qt.Key.Key_Space):
        sheet.key(key)

    tap_all(sheet, "m")

    assert written(sheet) == "tea. M"


def test_enter_is_a_new_line_in_a_text_and_the_end_of_a_line(sheet: Stage) -> None:
    tap_all(sheet, "a", "enter", "b")

    assert written(sheet) == "A\nB"


def test_clearing_and_bringing_back(sheet: Stage) -> None:
    tap_all(sheet, "a", "clear")
    assert written(sheet) == ""

    tap_all(sheet, "clear")

    assert written(sheet) == "A"


@pytest.mark.parametrize("size", [(1920, 1080), (1080, 1920), (1280, 800)])
@pytest.mark.parametrize("language", ["en", "ar", "hi"])
def test_every_key_is_large_enough_for_a_finger(
    stage: Callable[..., Stage], keyboard: KeyboardModel, visit: Visit, size: tuple[int, int], language: str
) -> None:
    visit.choose_language(language)
    shown = stage(SHEET, size=size, keyboard=keyboard)

    keys = [item for item in shown.items() if item.objectName().startswith("key-")]
    assert len(keys) > 30
    assert all(key.width() >= SMALLEST_TOUCH and key.height() >= SMALLEST_TOUCH for key in keys)
    assert all(key.x() >= 0 and key.x() + key.width() <= size[0] for key in keys)


def test_the_keys_are_paler_than_the_mat_they_lie_on(sheet: Stage) -> None:
    picture = sheet.picture()
    key = sheet.item("key-q")

    on_key = picture.pixelColor(int(key.x()) + 10, sheet.centre("key-q").y())
    beside = picture.pixelColor(10, sheet.centre("key-q").y())
    assert on_key.lightness() > beside.lightness()
    assert beside == QColor("#E2D8C7")
