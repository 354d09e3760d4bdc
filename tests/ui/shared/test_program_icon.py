"""The program's picture: there at every size that task bars ask for, and readable on dark ones."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QColor, QGuiApplication
from PySide6.QtWidgets import QApplication

from app.theme import LIGHT
from ui.shared.program_icon import DESKTOP_NAME, SIDES, dress_program, program_picture


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize("side", SIDES)
def test_each_size_has_the_cup_on_a_piece_of_paper(side: int) -> None:
    picture = program_picture(side).toImage()

    seen = [picture.pixelColor(x, y) for x in range(side) for y in range(side)]
    assert picture.size() == QSize(side, side)
    assert picture.pixelColor(0, 0).alpha() < 255
    assert any(near(colour, LIGHT.paper) for colour in seen)
    assert any(near(colour, LIGHT.brick, 60) for colour in seen)


def test_windows_wear_it(qapp: QApplication) -> None:
    dress_program(qapp)

    assert not qapp.windowIcon().isNull()
    assert QGuiApplication.desktopFileName() == DESKTOP_NAME


def near(colour: QColor, other: str, far: int = 12) -> bool:
    wanted = QColor(other)
    apart = (colour.red() - wanted.red(), colour.green() - wanted.green(), colour.blue() - wanted.blue())
    return colour.alpha() > 200 and max(map(abs, apart)) <= far
