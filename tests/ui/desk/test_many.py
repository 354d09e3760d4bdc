"""Several chosen ideas at once: told that they are thought about, and asked about before they go up."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from app.domain.ideas import Idea, Status, Visibility
from app.domain.inbox import InboxView
from app.services.owner.owner import Owner
from tests.shop import MORNING
from tests.ui.desk.conftest import OpenDesk, Told
from tests.ui.desk.hands import CONTROL, let_work_end, open_view, press, strike
from ui.desk.builder import Desk

Put = Callable[..., Idea]


def choose_all(desk: Desk, view: InboxView, count: int, qtbot: QtBot) -> None:
    open_view(desk, view, count, qtbot)
    strike(desk.inbox.list.rows, Qt.Key.Key_A, CONTROL)
    qtbot.waitUntil(lambda: len(desk.inbox.list.chosen) == count)


def some(put: Put, *texts: str, visibility: Visibility = Visibility.WAITING) -> list[Idea]:
    return [
        put(text, at=MORNING - timedelta(days=len(texts) - place), visibility=visibility)
        for place, text in enumerate(texts)
    ]


def visibilities(owner: Owner, ideas: list[Idea]) -> list[Visibility]:
    return [owner.detail(idea.id).idea.visibility for idea in ideas]


def statuses(owner: Owner, ideas: list[Idea]) -> list[Status]:
    return [owner.detail(idea.id).idea.status for idea in ideas]


def test_many_are_thought_about_by_one_key_and_taken_back_by_one(
    qtbot: QtBot, open_shop_desk: OpenDesk, owner: Owner, put: Put, told: Told
) -> None:
    ideas = some(put, "More rye", "Less rye", "A bell", visibility=Visibility.PUBLIC)
    put("Just for you", visibility=Visibility.PRIVATE)
    desk = open_shop_desk()
    choose_all(desk, InboxView.TO_ANSWER, 4, qtbot)

    strike(desk.inbox.list.rows, Qt.Key.Key_1)
    qtbot.waitUntil(lambda: statuses(owner, ideas) == [Status.CONSIDERING] * 3)
    qtbot.waitUntil(lambda: desk.inbox.model.rowCount() == 1)

    assert "3 ideas." in told.said[0]
    assert "1 was left as it is: private, hidden" in told.said[0]
    let_work_end(desk, qtbot)
    strike(desk.inbox.list.rows, Qt.Key.Key_Z, CONTROL)
    qtbot.waitUntil(lambda: desk.inbox.model.rowCount() == 4)
    assert statuses(owner, ideas) == [Status.NEW] * 3


def test_a_number_among_many_is_asked_about_before_they_go_up(
    qtbot: QtBot, open_shop_desk: OpenDesk, owner: Owner, put: Put, told: Told
) -> None:
    ideas = some(put, "More rye", "Call me, 0171 5550123", "A bell")
    desk = open_shop_desk()
    choose_all(desk, InboxView.WAITING, 3, qtbot)

    strike(desk.inbox.list.rows, Qt.Key.Key_A)
    qtbot.waitUntil(lambda: len(told.offered) == 1)
    question, choices = told.offered[0]
    assert question == "1 of the 3 chosen ideas seems to hold a number, an address or a full name."
    assert visibilities(owner, ideas) == [Visibility.WAITING] * 3

    choices["Leave those out"]()
    qtbot.waitUntil(
        lambda: visibilities(owner, ideas) == [Visibility.PUBLIC, Visibility.WAITING, Visibility.PUBLIC]
    )
    choices["Put up all the same"]()
    qtbot.waitUntil(lambda: visibilities(owner, ideas) == [Visibility.PUBLIC] * 3)


def test_where_nothing_is_private_nothing_is_asked(
    qtbot: QtBot, open_shop_desk: OpenDesk, owner: Owner, put: Put, told: Told
) -> None:
    ideas = some(put, "More rye", "A bell")
    desk = open_shop_desk()
    choose_all(desk, InboxView.WAITING, 2, qtbot)

    press(desk, "put-up")
    qtbot.waitUntil(lambda: visibilities(owner, ideas) == [Visibility.PUBLIC] * 2)
    assert told.offered == []


def test_the_button_under_the_chosen_ones_thinks_about_what_waits_and_asks_first(
    qtbot: QtBot, open_shop_desk: OpenDesk, owner: Owner, put: Put, told: Told
) -> None:
    ideas = some(put, "More rye", "Ask a@b.example")
    desk = open_shop_desk()
    choose_all(desk, InboxView.WAITING, 2, qtbot)

    press(desk, "consider-many")
    qtbot.waitUntil(lambda: len(told.offered) == 1)
    told.offered[0][1]["Leave those out"]()

    qtbot.waitUntil(lambda: statuses(owner, ideas) == [Status.CONSIDERING, Status.NEW])
    assert visibilities(owner, ideas) == [Visibility.PUBLIC, Visibility.WAITING]
