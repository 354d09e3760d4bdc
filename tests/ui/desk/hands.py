"""What a person does at the desk, and what she waits for."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from app.domain.ideas import Idea
from app.domain.inbox import InboxView
from ui.desk.builder import Desk

CONTROL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


def find(desk: Desk, name: str) -> QWidget:
    """The widget of that object name."""
    found = desk.window.findChild(QWidget, name)
    assert found is not None, name
    return found


def press(desk: Desk, name: str) -> None:
    """The button or stamp of that name, by mouse."""
    QTest.mouseClick(find(desk, name), Qt.MouseButton.LeftButton)


def write(widget: QWidget, text: str) -> None:
    widget.setFocus()
    QTest.keyClicks(widget, text)


def strike(
    widget: QWidget, key: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier
) -> None:
    """A key, where the person's hands are."""
    widget.setFocus()
    QTest.keyClick(widget, key, modifiers)


def open_view(desk: Desk, view: InboxView, expected: int, qtbot: QtBot) -> None:
    desk.inbox.list.open_view(view)
    qtbot.waitUntil(lambda: desk.inbox.list.view is view and desk.inbox.model.rowCount() == expected)


def wait_for_work(desk: Desk, idea: Idea, qtbot: QtBot) -> None:
    """Until the idea is chosen and lies in the middle, ready to be answered."""
    qtbot.waitUntil(
        lambda: desk.inbox.work.note.accessibleName() == idea.text and desk.inbox.work.note.isVisible()
    )


def let_work_end(desk: Desk, qtbot: QtBot) -> None:
    """Until everything that was asked for so far has come back."""
    ended: list[None] = []
    desk.tools.background.run(lambda: None, ended.append)
    qtbot.waitUntil(lambda: bool(ended))


def listed(desk: Desk) -> list[str]:
    return [idea.text for idea in desk.inbox.model.ideas]
