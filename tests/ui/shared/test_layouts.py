"""A layout is emptied at once, also by a button that lies in it."""

from __future__ import annotations

from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from ui.shared.layouts import clear


def test_a_button_may_empty_the_layout_it_lies_in(qtbot: QtBot) -> None:
    home = QWidget()
    qtbot.addWidget(home)
    column = QVBoxLayout(home)
    button, other = QPushButton(), QPushButton()
    for each in (button, other):
        column.addWidget(each)
    column.addSpacing(8)
    home.show()
    gone: list[None] = []
    other.destroyed.connect(lambda: gone.append(None))

    button.clicked.connect(lambda: clear(column))
    button.click()

    assert (column.count(), button.isVisible(), other.isVisible()) == (0, False, False)
    qtbot.waitUntil(lambda: bool(gone))
