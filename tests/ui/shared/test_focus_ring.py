from __future__ import annotations

from PySide6.QtWidgets import QApplication, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import delete

from ui.shared.focus_ring import FocusRing
from ui.shared.theme import Theme


def test_a_focused_widget_may_go_away(qtbot: QtBot, qapp: QApplication) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    column = QVBoxLayout(window)
    first, second = QPushButton(), QPushButton()
    column.addWidget(first)
    column.addWidget(second)
    FocusRing(window, Theme(qapp, families=["Sans"]))
    window.show()
    first.setFocus()
    qtbot.waitUntil(first.hasFocus)

    delete(first)
    second.setFocus()

    qtbot.waitUntil(second.hasFocus)
    assert not window.grab().isNull()
