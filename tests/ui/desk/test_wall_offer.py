"""After printing: where it hangs is asked quietly, and the ledger is told."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QComboBox, QLabel
from pytestqt.qtbot import QtBot

from app.domain.decisions import Decision
from app.domain.ideas import Idea, Status
from app.services.owner.owner import Owner
from tests.shop import SetClock
from tests.ui.desk.conftest import OpenDesk
from tests.ui.desk.hands import find, let_work_end, press, wait_for_work
from tests.ui.desk.wall_making import WallShop
from ui.desk.builder import Desk
from ui.desk.wall.hang_offer import just_printed


def print_notice(desk: Desk, idea: Idea, printed: list[bytes], qtbot: QtBot) -> None:
    before = len(printed)
    desk.inbox.show_idea(idea.id)
    wait_for_work(desk, idea, qtbot)
    qtbot.waitUntil(lambda: find(desk, "print-notice").isVisible())
    press(desk, "print-notice")
    qtbot.waitUntil(lambda: len(printed) > before)
    for _ in range(3):
        let_work_end(desk, qtbot)


def is_asked(desk: Desk) -> bool:
    strip = desk.window.findChild(QLabel, "hang-said")
    return strip is not None and strip.isVisible()


def test_a_printed_notice_is_noted_where_it_hangs(
    qtbot: QtBot,
    open_shop_desk: OpenDesk,
    owner: Owner,
    put: Callable[..., Idea],
    clock: SetClock,
    printed: list[bytes],
) -> None:
    shop = WallShop(owner, put, clock)
    shop.board()
    shop.hung("Oat milk", shop.window())
    idea = shop.answered("Open at seven")
    desk = open_shop_desk()

    print_notice(desk, idea, printed, qtbot)
    places = find(desk, "hang-place")
    assert isinstance(places, QComboBox)
    said = find(desk, "hang-said")
    assert isinstance(said, QLabel)
    assert said.text() == "Sheet 2 is printed. Where does it hang?"
    assert places.currentText() == "Window"
    press(desk, "hang-it")
    let_work_end(desk, qtbot)

    assert [len(view.hangings) for view in owner.wall.places()] == [0, 2]
    assert not is_asked(desk)


def test_a_sheet_that_takes_another_s_place_hangs_where_that_one_hung(
    qtbot: QtBot,
    open_shop_desk: OpenDesk,
    owner: Owner,
    put: Callable[..., Idea],
    clock: SetClock,
    printed: list[bytes],
) -> None:
    shop = WallShop(owner, put, clock)
    idea, old = shop.hung("Open at seven", shop.board(), (100, 50))
    clock.pass_time(hours=1)
    owner.answer(idea.id, Decision(status=Status.DONE, text="We do."))
    desk = open_shop_desk()

    print_notice(desk, idea, printed, qtbot)
    places = find(desk, "hang-place")
    assert isinstance(places, QComboBox)
    assert places.currentText() == f"In place of {old.number}"
    press(desk, "hang-it")
    let_work_end(desk, qtbot)

    [view] = owner.wall.places()
    assert [entry.notice.number for entry in view.entries] == [2]
    assert owner.wall.stale() == []


def test_new_sheets_are_not_asked_about_together_with_those_that_replace_others(
    owner: Owner, put: Callable[..., Idea], clock: SetClock
) -> None:
    shop = WallShop(owner, put, clock)
    idea, _old = shop.hung("Open at seven", shop.board(), (100, 50))
    owner.answer(idea.id, Decision(status=Status.DONE, text="We do."))
    anew, new = shop.printed(idea), shop.printed(shop.answered("Oat milk"))

    asked = just_printed(owner, clock.now(), frozenset())
    then = just_printed(owner, clock.now(), frozenset({new.id}))

    assert ([entry.notice.id for entry in asked.entries], asked.olds) == ([new.id], ())
    assert [entry.notice.id for entry in then.entries] == [anew.id]
    assert [entry.notice.number for entry in then.olds] == [1]


def test_a_shop_without_places_is_not_asked(
    qtbot: QtBot,
    open_shop_desk: OpenDesk,
    owner: Owner,
    put: Callable[..., Idea],
    clock: SetClock,
    printed: list[bytes],
) -> None:
    idea = WallShop(owner, put, clock).answered("Open at seven")
    desk = open_shop_desk()

    print_notice(desk, idea, printed, qtbot)

    assert not is_asked(desk)
