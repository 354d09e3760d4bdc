"""What an author writes back is shown, answered in private or settled; all of it can be taken back."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from app.domain.conversation import in_order
from app.domain.ideas import Idea, Reply, Response, Status
from app.domain.ids import new_id
from app.domain.journal import Actor
from app.services.owner.owner import Owner
from app.storage.database import Database
from app.storage.stores import Stores
from tests.shop import MORNING, SetClock, make_idea, make_response
from tests.ui.desk.conftest import OpenDesk
from tests.ui.desk.hands import CONTROL, find, strike, wait_for_work, write
from ui.desk.today.items import Kind, Verb

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


def test_the_day_leads_to_the_survivor_where_all_are_heard(
    qtbot: QtBot, open_shop_desk: OpenDesk, put: Put, owner: Owner, database: Database
) -> None:
    bell, gong = put("A bell at the door", name="Amina"), put("A gong at the door", name="Ben")
    write_back(database, gong, "A small one.")
    owner.merging.merge([gong.id], bell.id)
    desk = open_shop_desk(page="")
    lines = desk.today.lines
    qtbot.waitUntil(lambda: bool(lines.groups[Kind.WROTE_BACK].lines))
    [line] = lines.groups[Kind.WROTE_BACK].lines
    assert (line.item.text, line.item.author) == ("A small one.", "Ben")
    assert "A gong at the door" in line.item.beside

    line.main.click()
    work = desk.inbox.work
    qtbot.waitUntil(work.reply_line.isVisible)
    assert desk.inbox.open_code == bell.claim_code
    assert [told.text() for told in work.reply_line.findChildren(QLabel, "waiting-reply")] == ["A small one."]
    strike(find(desk, "answer-reply"), Qt.Key.Key_Space)
    assert not work.answering.is_private

    strike(find(desk, "settle-reply"), Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: owner.replying.unanswered() == [])
    qtbot.waitUntil(lambda: not work.reply_line.isVisible())
    desk.undoing.undo()
    qtbot.waitUntil(work.reply_line.isVisible)
    desk.undoing.undo()
    qtbot.waitUntil(lambda: desk.inbox.open_code == gong.claim_code)
    qtbot.waitUntil(work.reply_line.isVisible)
    assert owner.detail(bell.id).wrote_back == ()


def test_where_more_than_one_wait_all_are_read_before_that_is_enough(
    qtbot: QtBot, open_shop_desk: OpenDesk, put: Put, database: Database
) -> None:
    bell, gong = put("A bell at the door"), put("A gong at the door")
    write_back(database, bell, "A big one!")
    write_back(database, bell, "Or two?")
    write_back(database, gong, "A small one.")
    desk = open_shop_desk(page="")
    group = desk.today.lines.groups[Kind.WROTE_BACK]
    qtbot.waitUntil(lambda: len(group.lines) == 2)

    crowded, single = sorted((line.item for line in group.lines), key=lambda item: item.idea.text)

    assert crowded.text in ("A big one!", "Or two?")
    assert crowded.verbs == (Verb.ANSWER,)
    assert crowded.beside.endswith("and 1 more")
    assert single.verbs == (Verb.ANSWER, Verb.SETTLE)


def test_what_was_said_stands_in_its_order() -> None:
    idea = make_idea()
    first: Response = make_response(idea, at=MORNING)
    reply = Reply(
        id=new_id(MORNING), idea_id=idea.id, text="Thanks", created_at=MORNING + timedelta(minutes=1)
    )

    assert in_order([first], [reply]) == [first, reply]
