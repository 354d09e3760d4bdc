"""What is said is said once, to words that were read, and never against what the idea has become."""

from __future__ import annotations

import threading
from collections.abc import Callable
from typing import cast

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QShortcut
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from app.domain.decisions import Decision
from app.domain.ideas import Idea, Status, Visibility
from app.domain.ids import new_id
from app.domain.inbox import InboxView
from app.domain.journal import Actor
from app.services.owner.done import Done
from app.services.owner.owner import Owner
from app.storage.database import Database
from app.storage.stores import Stores
from tests.shop import MORNING
from tests.ui.desk.conftest import OpenDesk, Told
from tests.ui.desk.hands import CONTROL, find, let_work_end, open_view, press, strike, wait_for_work, write
from ui.desk.builder import Desk

Put = Callable[..., Idea]
CHANGED = "Its author has just changed the words. Please read them again."


def author_changes(database: Database, idea: Idea, text: str) -> None:
    """As the customer's own page does within the hour."""

    def verb(stores: Stores) -> None:
        changes = stores.ideas.revise(idea.id, text, idea.name, revision_id=new_id(MORNING), at=MORNING)
        stores.journal.append(
            actor=Actor.CUSTOMER, verb="edit", subject=idea.id, changes=changes, board=False
        )

    database.write(verb)


def stop_listening(desk: Desk) -> None:
    """News reach the desk a second late at most; here they do not come before the verb."""
    desk.bridge.stop()


def refusal(desk: Desk) -> str:
    line = cast("QLabel", find(desk, "error-text"))
    return line.text() if line.isVisible() else ""


def begin(desk: Desk, idea: Idea, qtbot: QtBot) -> None:
    wait_for_work(desk, idea, qtbot)
    press(desk, "decision-done")
    write(desk.inbox.work.answering.editor, "It hangs.")


def test_a_key_struck_twice_answers_once(
    qtbot: QtBot,
    open_shop_desk: OpenDesk,
    put: Put,
    owner: Owner,
    printed: list[bytes],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    idea = put("A bell at the door")
    desk = open_shop_desk()
    begin(desk, idea, qtbot)
    is_struck, answer = threading.Event(), owner.answer

    def answer_slowly(*said: object, **more: object) -> Done:
        is_struck.wait(5)
        return answer(*said, **more)  # type: ignore[arg-type]

    monkeypatch.setattr(owner, "answer", answer_slowly)
    strike(desk.inbox.work.answering.editor, Qt.Key.Key_Return, CONTROL)
    strike(desk.inbox.work.answering.editor, Qt.Key.Key_Return, CONTROL)
    press(desk, "save-notice")
    is_struck.set()
    qtbot.waitUntil(lambda: len(printed) == 1)

    assert len(owner.detail(idea.id).answers) == 1
    assert len(owner.detail(idea.id).notices) == 1


def test_a_key_held_down_is_struck_once(open_shop_desk: OpenDesk) -> None:
    desk = open_shop_desk()
    desk.window.show_page("board")
    desk.someone_said()

    repeated = {key.key().toString() for key in desk.window.findChildren(QShortcut) if key.autoRepeat()}
    # Arrows may walk on while they are held.
    assert repeated <= {"Esc", "/", "Ctrl+F", "Up", "Down"}


def test_an_answer_to_words_that_changed_is_refused_and_kept(
    qtbot: QtBot, open_shop_desk: OpenDesk, put: Put, owner: Owner, database: Database
) -> None:
    idea = put("A bell at the door")
    desk = open_shop_desk()
    begin(desk, idea, qtbot)
    stop_listening(desk)
    author_changes(database, idea, "A gong at the door")

    press(desk, "answer")
    qtbot.waitUntil(lambda: refusal(desk) == CHANGED)

    assert desk.inbox.work.note.accessibleName() == "A gong at the door"
    assert desk.inbox.work.answering.text == "It hangs."
    assert owner.detail(idea.id).answers == ()
    press(desk, "answer")
    qtbot.waitUntil(lambda: len(owner.detail(idea.id).answers) == 1)


@pytest.mark.parametrize("rows", [1, 2])
def test_words_that_changed_are_not_put_up_unread(
    qtbot: QtBot,
    open_shop_desk: OpenDesk,
    put: Put,
    owner: Owner,
    database: Database,
    told: Told,
    rows: int,
) -> None:
    idea = put("A bell at the door", visibility=Visibility.WAITING)
    for number in range(1, rows):
        put(f"Idea {number}", visibility=Visibility.WAITING)
    desk = open_shop_desk()
    open_view(desk, InboxView.WAITING, rows, qtbot)
    qtbot.waitUntil(lambda: bool(desk.inbox.list.chosen))
    desk.inbox.list.rows.selectAll()
    stop_listening(desk)
    let_work_end(desk, qtbot)
    author_changes(database, idea, "A gong at the door")

    press(desk, "put-up")
    qtbot.waitUntil(lambda: told.warned == [CHANGED])
    qtbot.waitUntil(lambda: "A gong at the door" in [each.text for each in desk.inbox.model.ideas])

    assert owner.counts().waiting == rows
    press(desk, "put-up")
    qtbot.waitUntil(lambda: owner.counts().waiting == 0)


def test_a_private_idea_is_answered_in_private_by_itself(
    qtbot: QtBot, open_shop_desk: OpenDesk, put: Put, owner: Owner
) -> None:
    idea = put("A bell at the door", visibility=Visibility.PRIVATE)
    desk = open_shop_desk()
    wait_for_work(desk, idea, qtbot)

    assert desk.inbox.work.answering.is_private
    assert desk.inbox.unsaid == 0
    write(desk.inbox.work.answering.editor, "Come and see me, please.")
    strike(desk.inbox.work.answering.editor, Qt.Key.Key_Return, CONTROL)
    qtbot.waitUntil(lambda: len(owner.detail(idea.id).answers) == 1)

    assert owner.detail(idea.id).answers[0].private


def test_what_becomes_private_and_public_again_is_answered_as_was_meant(
    qtbot: QtBot, open_shop_desk: OpenDesk, put: Put
) -> None:
    idea = put("A bell at the door")
    desk = open_shop_desk()
    begin(desk, idea, qtbot)

    press(desk, "keep-private")
    qtbot.waitUntil(lambda: desk.inbox.work.answering.is_private)
    write(desk.inbox.work.answering.editor, " Really.")
    press(desk, "put-up")
    qtbot.waitUntil(lambda: not desk.inbox.work.answering.is_private)

    assert desk.inbox.work.answering.text == "It hangs. Really."


def test_a_hidden_idea_is_not_answered_in_public(
    qtbot: QtBot, open_shop_desk: OpenDesk, put: Put, owner: Owner
) -> None:
    idea = put("A bell at the door", visibility=Visibility.HIDDEN)
    desk = open_shop_desk()
    desk.inbox.show_idea(idea.id)
    begin(desk, idea, qtbot)

    press(desk, "answer")
    qtbot.waitUntil(lambda: "This idea is hidden." in refusal(desk))

    assert desk.inbox.work.answering.text == "It hangs."
    assert owner.detail(idea.id).answers == ()
    write(desk.inbox.work.answering.editor, " And")
    assert refusal(desk) == ""


def test_what_cannot_be_taken_back_is_told_and_passed_over(
    qtbot: QtBot, open_shop_desk: OpenDesk, put: Put, owner: Owner, database: Database, told: Told
) -> None:
    first = put("A bell at the door", visibility=Visibility.WAITING)
    second = put("Oat milk, please", visibility=Visibility.WAITING)
    owner.approve([first.id])
    owner.hide([second.id])
    database.write(lambda stores: stores.ideas.change(second.id, visibility=Visibility.PRIVATE))
    desk = open_shop_desk()
    qtbot.waitUntil(lambda: desk.undoing.undo_words == "Undo hiding")

    press(desk, "undo")
    qtbot.waitUntil(lambda: desk.undoing.undo_words == "Undo putting up")

    assert len(told.warned) == 1
    press(desk, "undo")
    qtbot.waitUntil(lambda: owner.detail(first.id).idea.visibility is Visibility.WAITING)


def test_printing_again_spends_no_number(
    qtbot: QtBot, open_shop_desk: OpenDesk, put: Put, owner: Owner, printed: list[bytes]
) -> None:
    idea = put("A bell at the door")
    owner.answer(idea.id, Decision(status=Status.DONE, text="It hangs."))
    desk = open_shop_desk()
    desk.inbox.show_idea(idea.id)
    wait_for_work(desk, idea, qtbot)

    for times in (1, 2):
        press(desk, "print-notice")
        qtbot.waitUntil(lambda times=times: len(printed) == times)  # type: ignore[misc]

    assert [notice.number for notice in owner.detail(idea.id).notices] == [1]


def test_what_another_desk_just_answered_is_read_first(
    qtbot: QtBot, open_shop_desk: OpenDesk, put: Put, owner: Owner
) -> None:
    idea = put("A bell at the door")
    desk = open_shop_desk()
    begin(desk, idea, qtbot)
    stop_listening(desk)
    owner.answer(idea.id, Decision(status=Status.PLANNED, text="Next week."))

    press(desk, "answer")
    qtbot.waitUntil(lambda: "another desk" in refusal(desk))
    assert desk.inbox.work.answering.text == "It hangs."
    assert [answer.text for answer in owner.answers(idea.id)] == ["Next week."]

    press(desk, "answer")
    qtbot.waitUntil(lambda: len(owner.answers(idea.id)) == 2)
