"""Notices through the box: many at once, what counts as hanging, pictures to share, and what was printed last."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton
from pytestqt.qtbot import QtBot

from app.domain.decisions import Decision
from app.domain.ideas import Idea, Status, Visibility
from app.domain.inbox import InboxView
from app.domain.ledger import Show
from app.domain.notices import Design, PaperSize
from app.services.owner.owner import Owner
from app.settings import Settings
from tests.ui.desk.conftest import OpenDesk, Told
from tests.ui.desk.hands import CONTROL, SHIFT, find, let_work_end, open_view, press, strike, wait_for_work
from ui.desk.builder import Desk
from ui.paper.printing import page_count

Put = Callable[..., Idea]


def answered(put: Put, owner: Owner, *texts: str) -> list[Idea]:
    ideas = [put(text, visibility=Visibility.PUBLIC) for text in texts]
    for idea in ideas:
        owner.answer(idea.id, Decision(status=Status.DONE, text="It hangs."))
    return ideas


def hanging(owner: Owner) -> list[int]:
    return sorted(entry.notice.number for entry in owner.wall.ledger(show=Show.HANGING).entries)


def choose_all(desk: Desk, count: int, qtbot: QtBot) -> None:
    open_view(desk, InboxView.ALL, count, qtbot)
    strike(desk.inbox.list.rows, Qt.Key.Key_A, CONTROL)
    qtbot.waitUntil(lambda: len(desk.inbox.list.chosen) == count)


def wait_for_box(desk: Desk, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: desk.printing.box is not None and desk.printing.box.panel.print.isEnabled())


def test_many_answers_are_one_job_each_with_its_number(
    qtbot: QtBot, open_shop_desk: OpenDesk, put: Put, owner: Owner, told: Told, printed: list[bytes]
) -> None:
    answered(put, owner, "A bell at the door", "More rye", "Longer hours")
    put("Not answered yet", visibility=Visibility.PUBLIC)
    desk = open_shop_desk(Settings(theme="light", paper_size="A6"))
    choose_all(desk, 4, qtbot)

    strike(desk.inbox.list.rows, Qt.Key.Key_R)
    wait_for_box(desk, qtbot)
    box = desk.printing.box
    assert box is not None
    assert box.glance is not None
    assert len(box.glance.sizes) == 3
    assert hanging(owner) == []
    press(desk, "print-onto-A4")
    qtbot.waitUntil(lambda: box.glance is not None and len(box.glance.sizes) == 1)
    box.print()

    qtbot.waitUntil(lambda: len(printed) == 1)
    assert page_count(printed[0]) == 1
    assert hanging(owner) == [1, 2, 3]
    assert any("1 is left out" in said for said in told.said)


def test_of_ideas_without_an_answer_nothing_is_printed(
    qtbot: QtBot, open_shop_desk: OpenDesk, put: Put, told: Told
) -> None:
    put("A bell", visibility=Visibility.PUBLIC)
    put("A bench", visibility=Visibility.PUBLIC)
    desk = open_shop_desk()
    choose_all(desk, 2, qtbot)

    strike(desk.inbox.list.rows, Qt.Key.Key_R)

    assert told.said[-1] == "None of them has an answer that hangs on the board."
    assert not find(desk, "print-many").isEnabled()
    assert desk.printing.box is None


@pytest.mark.parametrize("refused", [True, False])
def test_what_is_not_printed_after_all_does_not_count_as_hanging(
    qtbot: QtBot, open_shop_desk: OpenDesk, put: Put, owner: Owner, refused: bool
) -> None:
    def printer(
        _pdf: bytes, on_sent: Callable[[], None], on_given_up: Callable[[], None] = lambda: None
    ) -> None:
        (on_given_up if refused else on_sent)()

    [idea] = answered(put, owner, "A bell at the door")
    desk = open_shop_desk(printer=printer)
    desk.inbox.show_idea(idea.id)
    wait_for_work(desk, idea, qtbot)
    before = owner.newest_sequence()

    press(desk, "print-notice")

    qtbot.waitUntil(lambda: owner.newest_sequence() > before)
    let_work_end(desk, qtbot)
    let_work_end(desk, qtbot)
    assert hanging(owner) == ([] if refused else [1])


def test_when_one_of_many_is_refused_none_counts_as_hanging(
    qtbot: QtBot, open_shop_desk: OpenDesk, put: Put, owner: Owner, told: Told, printed: list[bytes]
) -> None:
    ideas = answered(put, owner, "A bell at the door", "More rye", "Longer hours")
    desk = open_shop_desk()
    choose_all(desk, 3, qtbot)
    strike(desk.inbox.list.rows, Qt.Key.Key_R)
    wait_for_box(desk, qtbot)
    assert desk.printing.box is not None

    owner.hide([ideas[1].id])
    desk.printing.box.print()

    qtbot.waitUntil(lambda: len(told.warned) == 1)
    assert owner.wall.ledger().entries
    assert hanging(owner) == []
    assert printed == []


def test_the_sheet_is_printed_in_the_design_that_is_chosen(
    qtbot: QtBot, open_shop_desk: OpenDesk, put: Put, owner: Owner, kept: list[Settings]
) -> None:
    [idea] = answered(put, owner, "A bell at the door")
    desk = open_shop_desk()
    desk.inbox.show_idea(idea.id)
    wait_for_work(desk, idea, qtbot)

    press(desk, "design-warm")
    press(desk, "print-notice")

    qtbot.waitUntil(lambda: hanging(owner) == [1])
    [entry] = owner.wall.ledger().entries
    assert (entry.notice.design, entry.notice.size) == (Design.WARM, PaperSize.A5)
    qtbot.waitUntil(lambda: bool(kept) and kept[-1].paper_design == "warm")


def test_a_notice_is_looked_at_closely_and_shared_as_a_picture(
    qtbot: QtBot, open_shop_desk: OpenDesk, put: Put, owner: Owner, told: Told
) -> None:
    [idea] = answered(put, owner, "A bell at the door")
    desk = open_shop_desk()
    desk.inbox.show_idea(idea.id)
    wait_for_work(desk, idea, qtbot)
    qtbot.waitUntil(lambda: find(desk, "look-closer").isVisible())

    press(desk, "look-closer")
    wait_for_box(desk, qtbot)
    share = find(desk, "share-Square")
    assert isinstance(share, QAbstractButton)
    share.click()

    qtbot.waitUntil(lambda: bool(told.saved) and told.saved[0].exists())
    assert told.saved[0].read_bytes().startswith(b"\x89PNG")
    assert hanging(owner) == []


def test_what_was_printed_last_is_printed_again_by_keys(
    qtbot: QtBot, open_shop_desk: OpenDesk, put: Put, owner: Owner, printed: list[bytes]
) -> None:
    for idea in answered(put, owner, "A bell at the door", "More rye"):
        owner.make_notice(idea.id, PaperSize.A5, address="")
    desk = open_shop_desk()

    strike(desk.window, Qt.Key.Key_P, CONTROL | SHIFT)
    qtbot.waitUntil(lambda: desk.window.findChild(QAbstractButton, "print-again-2") is not None)
    first = find(desk, "print-again-2")
    assert "More rye" in first.accessibleDescription()
    strike(first, Qt.Key.Key_Space)

    qtbot.waitUntil(lambda: len(printed) == 1)
    assert hanging(owner) == [1, 2]


def test_before_anything_was_printed_the_list_says_so(qtbot: QtBot, open_shop_desk: OpenDesk) -> None:
    desk = open_shop_desk()

    press(desk, "show-lately")

    qtbot.waitUntil(lambda: find(desk, "printed-lately").isVisible())
