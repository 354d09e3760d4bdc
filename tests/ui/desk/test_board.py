"""The board at the desk: what customers see, in their order, walked by keyboard."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from app.domain.decisions import Decision
from app.domain.ideas import BoardOrder, Idea, Status, Visibility
from app.services.owner.owner import Owner
from app.storage.database import Database
from tests.shop import MORNING, make_idea
from tests.ui.desk.conftest import OpenDesk
from tests.ui.desk.hands import find, strike, wait_for_work, write
from ui.desk.board.page import BoardPage
from ui.desk.builder import Desk

Put = Callable[..., Idea]


def open_board(desk: Desk) -> BoardPage:
    desk.window.show_page("board")
    assert desk.board is not None
    return desk.board


def hanging(board: BoardPage) -> list[str]:
    return [card.idea.text for card in board.columns.cards]


def test_only_public_ideas_hang_newest_first(qtbot: QtBot, open_shop_desk: OpenDesk, put: Put) -> None:
    put("old", at=MORNING - timedelta(days=2))
    put("new", at=MORNING - timedelta(days=1))
    put("secret", visibility=Visibility.PRIVATE)
    put("waiting", visibility=Visibility.WAITING)

    board = open_board(open_shop_desk())

    qtbot.waitUntil(lambda: hanging(board) == ["new", "old"])


def test_a_trial_that_is_over_says_so(qtbot: QtBot, open_shop_desk: OpenDesk, put: Put, owner: Owner) -> None:
    for text, days in (("over", -1), ("running", 0)):
        until = MORNING.date() + timedelta(days=days)
        owner.answer(put(text).id, Decision(status=Status.TRIAL, text="We try it.", until=until))

    board = open_board(open_shop_desk())
    qtbot.waitUntil(lambda: len(board.columns.cards) == 2)

    told = {card.idea.text: card.accessibleDescription() for card in board.columns.cards}
    assert "Trial ended" in told["over"]
    assert "On trial to" in told["running"]


def test_the_orders_are_the_customers_own(
    qtbot: QtBot, open_shop_desk: OpenDesk, put: Put, owner: Owner, database: Database
) -> None:
    liked = put("liked", at=MORNING - timedelta(days=2))
    answered = put("answered", at=MORNING - timedelta(days=1))
    database.write(lambda stores: stores.votes.set(liked.id, "somebody", True, MORNING))
    owner.answer(answered.id, Decision(status=Status.DONE, text="It is done."))
    board = open_board(open_shop_desk())

    board.show_order(BoardOrder.POPULAR)
    qtbot.waitUntil(lambda: hanging(board) == ["liked", "answered"])
    board.show_order(BoardOrder.ANSWERED)
    qtbot.waitUntil(lambda: hanging(board) == ["answered"])

    described = board.columns.cards[0].accessibleDescription()
    assert "It is done." in described
    assert "Done" in described


def test_a_change_elsewhere_hangs_by_itself_and_keeps_the_focus(
    qtbot: QtBot, open_shop_desk: OpenDesk, put: Put
) -> None:
    put("first", at=MORNING - timedelta(days=2))
    desk = open_shop_desk()
    board = open_board(desk)
    qtbot.waitUntil(lambda: hanging(board) == ["first"])
    card = board.columns.cards[0]
    card.setFocus()

    put("second", at=MORNING - timedelta(days=1))
    desk.bridge.ask()
    qtbot.waitUntil(lambda: hanging(board) == ["second", "first"])

    assert board.columns.cards[1] is card
    assert card.hasFocus()


@pytest.mark.parametrize("key", [Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter])
def test_arrows_walk_and_enter_opens_in_the_inbox(
    qtbot: QtBot, open_shop_desk: OpenDesk, put: Put, key: Qt.Key
) -> None:
    left = put("left", at=MORNING - timedelta(days=1))
    put("right", at=MORNING - timedelta(days=2))
    desk = open_shop_desk()
    board = open_board(desk)
    qtbot.waitUntil(lambda: hanging(board) == ["left", "right"])
    first, second = board.columns.cards

    strike(first, Qt.Key.Key_Right)
    assert second.hasFocus()
    strike(second, Qt.Key.Key_Left)
    assert first.hasFocus()
    strike(first, key)

    wait_for_work(desk, left, qtbot)
    assert desk.window.page == "inbox"


def test_search_on_the_board(qtbot: QtBot, open_shop_desk: OpenDesk, put: Put) -> None:
    put("A bell at the door")
    put("Oat milk, please")
    board = open_board(desk := open_shop_desk())
    qtbot.waitUntil(lambda: len(hanging(board)) == 2)

    search = find(desk, "board-search")
    assert isinstance(search, QLineEdit)
    write(search, "oat")

    qtbot.waitUntil(lambda: hanging(board) == ["Oat milk, please"])


def test_more_notes_come_when_asked_for(qtbot: QtBot, open_shop_desk: OpenDesk, database: Database) -> None:
    database.write(
        lambda stores: [
            stores.ideas.add(make_idea(f"Idea {n}", at=MORNING - timedelta(minutes=n)), contact=None)
            for n in range(60)
        ]
    )
    board = open_board(open_shop_desk())
    qtbot.waitUntil(lambda: len(hanging(board)) == 36)

    QTest.mouseClick(board.more, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: len(hanging(board)) == 60)

    assert hanging(board) == [f"Idea {n}" for n in range(60)]
    assert not board.more.isVisible()
