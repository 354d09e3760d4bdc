"""What an author writes back is shown, answered in private or settled; all of it can be taken back."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from app.domain.conversation import in_order, waiting
from app.domain.ideas import Idea, Reply, Response, Status
from app.domain.ids import new_id
from app.domain.journal import Actor
from app.services.owner.owner import Owner
from app.storage.database import Database
from app.storage.stores import Stores
from tests.shop import MORNING, SetClock, make_idea, make_response
from tests.ui.desk.conftest import OpenDesk
from tests.ui.desk.hands import CONTROL, find, strike, wait_for_work, write

Put = Callable[..., Idea]


def write_back(database: Database, idea: Idea, text: str) -> None:
    reply = Reply(id=new_id(MORNING), idea_id=idea.id, text=text, created_at=MORNING)

    def verb(stores: Stores) -> None:
        stores.replies.add(reply)
        stores.journal.append(actor=Actor.CUSTOMER, verb="reply", subject=idea.id, board=False)

    database.write(verb)


def test_a_reply_is_answered_to_its_author_alone_by_keyboard(
    qtbot: QtBot, open_shop_desk: OpenDesk, put: Put, owner: Owner, database: Database, clock: SetClock
) -> None:
    idea = put("A bell at the door", name="Amina")
    write_back(database, idea, "Or a gong?")
    clock.pass_time(minutes=5)
    desk = open_shop_desk()
    wait_for_work(desk, idea, qtbot)
    work = desk.inbox.work
    qtbot.waitUntil(work.reply_line.isVisible)

    strike(find(desk, "answer-reply"), Qt.Key.Key_Space)
    assert work.answering.is_private
    write(work.answering.editor, "A gong, gladly.")
    strike(work.answering.editor, Qt.Key.Key_Return, CONTROL)
    qtbot.waitUntil(lambda: owner.replying.unanswered() == [])
    qtbot.waitUntil(lambda: not work.reply_line.isVisible())

    [answer] = owner.answers(idea.id)
    assert (answer.private, answer.status) == (True, Status.NEW)
    desk.undoing.undo()
    qtbot.waitUntil(work.reply_line.isVisible)


def test_a_reply_that_needs_no_answer_is_settled(
    qtbot: QtBot, open_shop_desk: OpenDesk, put: Put, owner: Owner, database: Database
) -> None:
    idea = put("A bell at the door")
    write_back(database, idea, "Thank you!")
    desk = open_shop_desk()
    wait_for_work(desk, idea, qtbot)
    qtbot.waitUntil(desk.inbox.work.reply_line.isVisible)

    strike(find(desk, "settle-reply"), Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: owner.replying.unanswered() == [])
    qtbot.waitUntil(lambda: not desk.inbox.work.reply_line.isVisible())

    desk.undoing.undo()
    qtbot.waitUntil(lambda: len(owner.replying.unanswered()) == 1)


def test_what_was_said_stands_in_its_order() -> None:
    idea = make_idea()
    first: Response = make_response(idea, at=MORNING)
    reply = Reply(
        id=new_id(MORNING), idea_id=idea.id, text="Thanks", created_at=MORNING + timedelta(minutes=1)
    )

    assert in_order([first], [reply]) == [first, reply]
    assert waiting([first], [reply]) == [reply]
    assert waiting([make_response(idea, at=MORNING + timedelta(minutes=2))], [reply]) == []
