"""What is private in words that are to hang is pointed out, and left out by one key; taken back by another."""

from __future__ import annotations

from collections.abc import Callable
from typing import cast

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from app.domain.ideas import Idea, Visibility
from app.domain.inbox import InboxView
from app.services.owner.owner import Owner
from tests.ui.desk.conftest import OpenDesk
from tests.ui.desk.hands import find, let_work_end, open_view, press, strike, wait_for_work, write
from ui.desk.builder import Desk

Put = Callable[..., Idea]
TEXT = "A bell at the door. Call 0171 5550123"


def line(desk: Desk, name: str) -> str:
    shown = cast("QLabel", find(desk, name))
    return shown.text() if shown.isVisible() else ""


def test_a_number_in_an_idea_is_left_out_and_comes_back(
    qtbot: QtBot, open_shop_desk: OpenDesk, put: Put, owner: Owner
) -> None:
    idea = put(TEXT, visibility=Visibility.WAITING)
    desk = open_shop_desk()
    open_view(desk, InboxView.WAITING, 1, qtbot)
    wait_for_work(desk, idea, qtbot)
    assert line(desk, "private-parts") == "A telephone number: 0171 5550123"

    strike(find(desk, "leave-out"), Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: owner.detail(idea.id).idea.text == "A bell at the door. Call …")
    qtbot.waitUntil(lambda: "left out" in line(desk, "private-parts"))
    assert desk.inbox.work.note.accessibleName() == TEXT
    assert desk.inbox.preview.content is not None
    assert "5550123" not in desk.inbox.preview.content.idea_text

    desk.undoing.undo()
    qtbot.waitUntil(lambda: owner.detail(idea.id).idea.text == TEXT)


def test_a_full_name_is_taken_off(qtbot: QtBot, open_shop_desk: OpenDesk, put: Put, owner: Owner) -> None:
    idea = put("A bell at the door", name="Amina Rahimi")
    desk = open_shop_desk()
    wait_for_work(desk, idea, qtbot)
    assert line(desk, "private-parts") == "A full name: Amina Rahimi"

    press(desk, "take-name-off")

    qtbot.waitUntil(lambda: owner.detail(idea.id).idea.name == "")
    strike(find(desk, "show-own-words"), Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: owner.detail(idea.id).idea.name == "Amina Rahimi")


def test_an_answer_is_looked_at_while_it_is_written(qtbot: QtBot, open_shop_desk: OpenDesk, put: Put) -> None:
    idea = put("A bell at the door")
    desk = open_shop_desk()
    wait_for_work(desk, idea, qtbot)
    answering = desk.inbox.work.answering
    assert line(desk, "private-parts") == ""

    write(answering.editor, "It hangs. ")
    assert line(desk, "wall-safe") == "Nothing private in it"
    answering.editor.insertPlainText("😀 Write to a@b.example")
    assert line(desk, "wall-safe") == "A mail address: a@b.example"
    [marked] = answering.editor.extraSelections()
    assert marked.cursor.selectedText() == "a@b.example"

    answering.private.click()
    let_work_end(desk, qtbot)
    assert line(desk, "wall-safe") == ""


def test_the_reasons_of_a_no_are_looked_at_too(qtbot: QtBot, open_shop_desk: OpenDesk, put: Put) -> None:
    idea = put("A bell at the door")
    desk = open_shop_desk()
    wait_for_work(desk, idea, qtbot)
    strike(desk.inbox.list.rows, Qt.Key.Key_6)
    refusal = desk.inbox.work.decision.refusal
    assert line(desk, "refusal-wall-safe") == ""

    write(refusal.reason, "Ask our landlord, a@b.example")
    assert line(desk, "refusal-wall-safe") == "A mail address: a@b.example"
    write(refusal.change_mind, "a call to 0171 2345678")
    both = "A mail address: a@b.example · A telephone number: 0171 2345678"
    assert line(desk, "refusal-wall-safe") == both

    desk.inbox.work.answering.private.click()
    assert line(desk, "refusal-wall-safe") == ""
    desk.inbox.work.answering.private.click()
    assert line(desk, "refusal-wall-safe") == both
