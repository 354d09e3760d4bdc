"""The pad of digits: by finger and by a real keyboard."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtCore import Qt

from tests.ui.kiosk.stage import Stage
from ui.kiosk.look import SMALLEST_TOUCH


@pytest.fixture
def pad(stage: Callable[..., Stage]) -> Stage:
    shown = stage("keyboard/PinPad.qml", size=(600, 600), eraseLabel="Erase", confirmLabel="Open")
    shown.view.requestActivate()
    shown.settle()
    return shown


def heard(pad: Stage) -> list[str]:
    """What the pad says from now on."""
    said: list[str] = []
    page: Any = pad.page
    page.typed.connect(said.append)
    page.erased.connect(lambda: said.append("erased"))
    page.confirmed.connect(lambda: said.append("confirmed"))
    return said


def test_fingers_type_digits_erase_and_confirm(pad: Stage) -> None:
    said = heard(pad)

    for key in ("pin-4", "pin-0", "pin-erase", "pin-confirm"):
        pad.tap(key)

    assert said == ["4", "0", "erased", "confirmed"]


def test_a_real_keyboard_does_the_same(pad: Stage) -> None:
    said = heard(pad)

    for key in (Qt.Key.Key_7, Qt.Key.Key_A, Qt.Key.Key_Backspace, Qt.Key.Key_Return):
        pad.key(key)

    assert said == ["7", "erased", "confirmed"]


def test_a_pad_that_waits_hears_nothing(pad: Stage) -> None:
    said = heard(pad)
    pad.page.setProperty("canType", False)
    pad.page.setProperty("canConfirm", False)

    pad.tap("pin-1")
    pad.key(Qt.Key.Key_2)
    pad.tap("pin-confirm")

    assert said == []


def test_every_key_is_large_enough_for_a_finger(pad: Stage) -> None:
    keys = [item for item in pad.items() if item.objectName().startswith("pin-")]

    assert len(keys) == 12
    assert all(key.width() >= SMALLEST_TOUCH and key.height() >= SMALLEST_TOUCH for key in keys)
