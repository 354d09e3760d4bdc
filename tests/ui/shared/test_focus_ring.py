from __future__ import annotations

from PySide6.QtWidgets import QApplication, QPushButton, QScrollArea, QVBoxLayout, QWidget
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


def test_the_ring_is_no_larger_than_what_it_surrounds(qtbot: QtBot, qapp: QApplication) -> None:
    """Else the whole window would be painted again with every move."""
    _window, ring, first = _window_with_two_buttons(qtbot, qapp)
    first.setFocus()
    qtbot.waitUntil(first.hasFocus)

    assert ring.isVisible()
    assert ring.geometry().contains(first.geometry())
    assert ring.width() <= first.width() + 8
    assert ring.height() <= first.height() + 8


def test_the_ring_follows_what_moves_and_goes_with_what_is_hidden(qtbot: QtBot, qapp: QApplication) -> None:
    window, ring, first = _window_with_two_buttons(qtbot, qapp)
    first.setFocus()
    qtbot.waitUntil(first.hasFocus)

    window.resize(window.width() + 100, window.height() + 100)
    qtbot.waitUntil(lambda: ring.geometry().center() == first.geometry().center())
    first.hide()

    qtbot.waitUntil(lambda: not first.hasFocus())
    assert ring.geometry().center() != first.geometry().center()


def test_the_ring_ends_where_its_room_scrolls_out_of_sight(qtbot: QtBot, qapp: QApplication) -> None:
    window, area, inside = QWidget(), QScrollArea(), QPushButton("long")
    qtbot.addWidget(window)
    QVBoxLayout(window).addWidget(area)
    inside.setFixedSize(100, 900)
    area.setWidget(inside)
    ring = FocusRing(window, Theme(qapp, families=["Sans"]))
    window.resize(200, 200)
    window.show()
    qtbot.waitExposed(window)

    inside.setFocus()
    qtbot.waitUntil(inside.hasFocus)

    assert ring.isVisible()
    assert ring.height() <= area.viewport().height()
    assert window.rect().contains(ring.geometry())


def _window_with_two_buttons(qtbot: QtBot, qapp: QApplication) -> tuple[QWidget, FocusRing, QPushButton]:
    window = QWidget()
    qtbot.addWidget(window)
    column = QVBoxLayout(window)
    first, second = QPushButton("one"), QPushButton("two")
    column.addWidget(first)
    column.addWidget(second)
    ring = FocusRing(window, Theme(qapp, families=["Sans"]))
    window.show()
    qtbot.waitExposed(window)
    return window, ring, first
