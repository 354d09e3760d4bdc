"""An idea is put up, answered and printed at the desk, by a person with a keyboard or a mouse."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pypdfium2
import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from app.domain.ideas import Idea, Status, Visibility
from app.domain.inbox import InboxView
from app.services.owner.owner import Owner
from tests.ui.desk.conftest import OpenDesk, Told
from tests.ui.desk.hands import CONTROL, SHIFT, find, open_view, press, strike, wait_for_work, write
from ui.shared.buttons import Button

Put = Callable[..., Idea]


def pdf_text(pdf: bytes) -> str:
    document = pypdfium2.PdfDocument(pdf)
    text = "\n".join(page.get_textpage().get_text_bounded() for page in document)
    document.close()
    return " ".join(text.split())


def test_an_idea_is_put_up_answered_and_printed(
    qtbot: QtBot, open_shop_desk: OpenDesk, put: Put, owner: Owner, printed: list[bytes]
) -> None:
    idea = put("A bell at the door", visibility=Visibility.WAITING, name="Ben")
    desk = open_shop_desk()
    open_view(desk, InboxView.WAITING, 1, qtbot)
    wait_for_work(desk, idea, qtbot)

    press(desk, "put-up")
    qtbot.waitUntil(lambda: desk.inbox.model.rowCount() == 0)
    open_view(desk, InboxView.TO_ANSWER, 1, qtbot)
    wait_for_work(desk, idea, qtbot)
    press(desk, "decision-planned")
    write(desk.inbox.work.answering.editor, "It rings from Monday on.")
    press(desk, "answer-and-print")
    qtbot.waitUntil(lambda: len(printed) == 1)

    answered = owner.detail(idea.id).idea
    assert answered.visibility is Visibility.PUBLIC
    assert answered.status is Status.PLANNED
    assert answered.response is not None
    assert answered.response.text == "It rings from Monday on."
    text = pdf_text(printed[0])
    assert "A bell at the door" in text
    assert "It rings from Monday on." in text
    assert [notice.number for notice in owner.detail(idea.id).notices] == [1]


def test_the_whole_job_by_keyboard(
    qtbot: QtBot, open_shop_desk: OpenDesk, put: Put, owner: Owner, printed: list[bytes]
) -> None:
    idea = put("A bell at the door", visibility=Visibility.WAITING)
    desk = open_shop_desk()
    open_view(desk, InboxView.WAITING, 1, qtbot)
    rows = desk.inbox.list.rows
    rows.setFocus()

    strike(rows, Qt.Key.Key_A)
    qtbot.waitUntil(lambda: desk.inbox.model.rowCount() == 0)
    open_view(desk, InboxView.TO_ANSWER, 1, qtbot)
    wait_for_work(desk, idea, qtbot)
    rows.setFocus()
    strike(rows, Qt.Key.Key_6)
    editor = desk.inbox.work.answering.editor
    write(desk.inbox.work.decision.reason, "It wakes the baby upstairs.")
    write(editor, "We hear you all the same. A, P and H are only letters here.")
    strike(editor, Qt.Key.Key_Return, CONTROL)
    qtbot.waitUntil(lambda: len(printed) == 1)

    answered = owner.detail(idea.id).idea
    assert answered.status is Status.DECLINED
    assert answered.visibility is Visibility.PUBLIC
    assert answered.response is not None
    assert answered.response.reason == "It wakes the baby upstairs."
    assert answered.response.text.endswith("only letters here.")


def test_answer_and_save_keeps_a_pdf(
    qtbot: QtBot, open_shop_desk: OpenDesk, put: Put, told: Told, printed: list[bytes]
) -> None:
    idea = put("A bell at the door")
    desk = open_shop_desk()
    wait_for_work(desk, idea, qtbot)

    press(desk, "decision-done")
    write(desk.inbox.work.answering.editor, "It hangs.")
    press(desk, "save-notice")
    qtbot.waitUntil(
        lambda: any(said.startswith("Saved as Notice “A bell at the door”.pdf in ") for said in told.said)
    )

    assert told.saved[0].read_bytes().startswith(b"%PDF")
    assert printed == []


def test_a_file_that_cannot_be_written_is_told_in_a_sentence(
    qtbot: QtBot, open_shop_desk: OpenDesk, put: Put, told: Told, tmp_path: Path
) -> None:
    (tmp_path / "Notice “A bell at the door”.pdf").mkdir()
    idea = put("A bell at the door")
    desk = open_shop_desk()
    wait_for_work(desk, idea, qtbot)

    press(desk, "decision-done")
    write(desk.inbox.work.answering.editor, "It hangs.")
    press(desk, "save-notice")
    qtbot.waitUntil(lambda: bool(told.warned))

    assert "A bell at the door”.pdf" in told.warned[0]
    assert "another place" in told.warned[0]


@pytest.mark.parametrize(
    ("key", "button", "visibility"),
    [
        (Qt.Key.Key_A, "put-up", Visibility.PUBLIC),
        (Qt.Key.Key_P, "keep-private", Visibility.PRIVATE),
        (Qt.Key.Key_H, "hide", Visibility.HIDDEN),
    ],
)
@pytest.mark.parametrize("by_key", [True, False], ids=["key", "button"])
def test_each_verb_has_a_key_and_a_button(
    qtbot: QtBot,
    open_shop_desk: OpenDesk,
    put: Put,
    owner: Owner,
    key: Qt.Key,
    button: str,
    visibility: Visibility,
    by_key: bool,
) -> None:
    idea = put("A bell at the door", visibility=Visibility.WAITING)
    desk = open_shop_desk()
    open_view(desk, InboxView.WAITING, 1, qtbot)
    wait_for_work(desk, idea, qtbot)

    if by_key:
        desk.inbox.list.rows.setFocus()
        strike(desk.inbox.list.rows, key)
    else:
        press(desk, button)
    qtbot.waitUntil(lambda: desk.inbox.model.rowCount() == 0)

    assert owner.detail(idea.id).idea.visibility is visibility
    shown = desk.window.findChild(Button, button)
    assert shown is not None
    assert shown.accessibleDescription() == "APH"[(Qt.Key.Key_A, Qt.Key.Key_P, Qt.Key.Key_H).index(key)]


def test_many_are_put_up_at_once_and_taken_back_at_once(
    qtbot: QtBot, open_shop_desk: OpenDesk, put: Put, owner: Owner, told: Told
) -> None:
    for number in range(3):
        put(f"Idea {number}", visibility=Visibility.WAITING)
    desk = open_shop_desk()
    open_view(desk, InboxView.WAITING, 3, qtbot)
    rows = desk.inbox.list.rows
    rows.setFocus()

    rows.selectAll()
    assert len(desk.inbox.list.chosen) == 3
    strike(rows, Qt.Key.Key_A)
    qtbot.waitUntil(lambda: owner.counts().waiting == 0)
    qtbot.waitUntil(lambda: desk.undoing.undo_words == "Undo putting up")
    strike(desk.window, Qt.Key.Key_Z, CONTROL)
    qtbot.waitUntil(lambda: owner.counts().waiting == 3)
    qtbot.waitUntil(lambda: desk.inbox.model.rowCount() == 3)

    assert any("3 ideas." in said for said in told.said)


def test_undo_and_redo_say_what_they_take_back(
    qtbot: QtBot, open_shop_desk: OpenDesk, put: Put, owner: Owner
) -> None:
    idea = put("A bell at the door", visibility=Visibility.WAITING)
    desk = open_shop_desk()
    open_view(desk, InboxView.WAITING, 1, qtbot)
    wait_for_work(desk, idea, qtbot)

    press(desk, "hide")
    qtbot.waitUntil(lambda: desk.inbox.work.undo.accessibleName() == "Undo hiding")
    press(desk, "undo")
    qtbot.waitUntil(lambda: desk.inbox.work.redo.accessibleName() == "Redo hiding")
    assert owner.detail(idea.id).idea.visibility is Visibility.WAITING
    press(desk, "redo")
    qtbot.waitUntil(lambda: owner.detail(idea.id).idea.visibility is Visibility.HIDDEN)


def test_a_click_takes_away_the_quiet_line(open_shop_desk: OpenDesk) -> None:
    desk = open_shop_desk()
    desk.window.say("It hangs on the board.")
    line = find(desk, "said")
    assert line.isVisible()

    press(desk, "said")

    assert not line.isVisible()


@pytest.mark.parametrize(
    ("key", "modifiers"), [(Qt.Key.Key_Z, CONTROL | SHIFT), (Qt.Key.Key_Y, CONTROL)], ids=["Z", "Y"]
)
def test_either_usual_key_does_it_again(
    qtbot: QtBot,
    open_shop_desk: OpenDesk,
    put: Put,
    owner: Owner,
    key: Qt.Key,
    modifiers: Qt.KeyboardModifier,
) -> None:
    idea = put("A bell at the door")
    owner.hide([idea.id])
    owner.undo()
    desk = open_shop_desk()

    strike(desk.window, key, modifiers)

    qtbot.waitUntil(lambda: owner.detail(idea.id).idea.visibility is Visibility.HIDDEN)


def test_an_answer_is_taken_back_with_the_decision(
    qtbot: QtBot, open_shop_desk: OpenDesk, put: Put, owner: Owner
) -> None:
    idea = put("A bell at the door")
    desk = open_shop_desk()
    wait_for_work(desk, idea, qtbot)
    press(desk, "decision-done")
    write(desk.inbox.work.answering.editor, "It hangs.")
    press(desk, "answer")
    qtbot.waitUntil(lambda: desk.undoing.undo_words == "Undo the answer")

    press(desk, "undo")
    qtbot.waitUntil(lambda: owner.detail(idea.id).idea.status is Status.NEW)
    qtbot.waitUntil(lambda: desk.inbox.model.rowCount() == 1)

    assert owner.detail(idea.id).answers == ()
