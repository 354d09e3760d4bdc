"""What an idea's history tells: each step in a sentence with its time, and what was taken back as what it was."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from app.domain.decisions import Decision
from app.domain.ideas import Idea, Status, Visibility
from app.domain.journal import Actor
from app.domain.notices import PaperSize
from app.services.owner.owner import Owner
from app.storage.database import Database
from app.storage.stores import Stores
from tests.shop import SetClock
from tests.ui.desk.conftest import OpenDesk
from tests.ui.desk.hands import find, strike, wait_for_work
from ui.desk.builder import Desk
from ui.desk.inbox.history import FIRST_SHOWN, MORE_AT_ONCE, History

Put = Callable[..., Idea]


def told(desk: Desk) -> list[str]:
    """The times and sentences, in the order they stand."""
    history = desk.window.findChild(History)
    return [each.text() for each in history.findChildren(QLabel)] if history else []


def test_what_was_taken_back_and_done_again_is_told_as_what_it_was(
    qtbot: QtBot, open_shop_desk: OpenDesk, owner: Owner, put: Put, clock: SetClock
) -> None:
    idea = put("More rye", visibility=Visibility.WAITING)
    clock.pass_time(minutes=5)
    owner.approve([idea.id])
    owner.undo()
    owner.redo()
    owner.answer(idea.id, Decision(status=Status.PLANNED, text="From Monday on."))
    owner.undo()
    desk = open_shop_desk()
    wait_for_work(desk, idea, qtbot)

    assert told(desk)[1::2] == [
        "A customer sent it in.",
        "You put it up.",
        "You took it back off the board.",
        "You put it up again.",
        "You answered.",
        "You took the answer back.",
    ]
    assert set(told(desk)[2::2]) == {"20 Nov, 09:05"}


def test_votes_are_not_told_and_a_notice_that_was_taken_down_is(
    qtbot: QtBot, open_shop_desk: OpenDesk, owner: Owner, put: Put, database: Database
) -> None:
    idea = put("More rye", visibility=Visibility.PUBLIC)
    owner.answer(idea.id, Decision(status=Status.PLANNED, text="From Monday on."))
    notice, _content = owner.make_notice(idea.id, PaperSize.A5, address="")
    database.write(lambda stores: _vote(stores, idea, 2000))
    owner.today.take_down([notice.id])
    desk = open_shop_desk()
    desk.inbox.show_idea(idea.id)
    qtbot.waitUntil(lambda: "You took a notice down." in told(desk))

    assert told(desk)[1::2][-3:] == ["You answered.", "You made a notice of it.", "You took a notice down."]


def test_a_long_history_shows_its_last_steps_and_the_rest_by_a_key(
    qtbot: QtBot, open_shop_desk: OpenDesk, owner: Owner, put: Put
) -> None:
    idea = put("More rye")
    for number in range(30 + MORE_AT_ONCE):
        (owner.hide if number % 2 == 0 else owner.approve)([idea.id])
    desk = open_shop_desk()
    wait_for_work(desk, idea, qtbot)
    assert len(told(desk)) == 2 * FIRST_SHOWN

    strike(find(desk, "history-more"), Qt.Key.Key_Space)
    assert len(told(desk)) == 2 * (FIRST_SHOWN + MORE_AT_ONCE)
    strike(find(desk, "history-more"), Qt.Key.Key_Space)

    assert len(told(desk)) == 2 * (31 + MORE_AT_ONCE)
    history = desk.window.findChild(History)
    assert history is not None
    assert history.more.isHidden()


def _vote(stores: Stores, idea: Idea, times: int) -> None:
    for _ in range(times):
        stores.journal.append(actor=Actor.CUSTOMER, verb="vote", subject=idea.id, board=True)
