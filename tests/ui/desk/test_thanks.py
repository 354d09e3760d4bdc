"""The page of thanks: who waits, cards printed, thanked without one, redeemed once; by keyboard alone."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QLabel, QLineEdit
from pytestqt.qtbot import QtBot

from app.domain.decisions import decide
from app.domain.ideas import Idea, Status
from app.pictures import make_logo
from app.services.owner.owner import Owner
from app.settings import Settings
from tests.pictures import as_file, picture
from tests.shop import MORNING
from tests.ui.desk.conftest import OpenDesk, Told
from tests.ui.desk.hands import CONTROL, find, let_work_end, press, strike, write
from tests.ui.desk.test_looks import within
from ui.desk.builder import Desk
from ui.desk.pages import CODES, THANKS
from ui.paper.printing import page_sizes
from ui.paper.sheets import mm
from ui.shared.buttons import Button

Put = Callable[..., Idea]
Done = Callable[..., Idea]


@pytest.fixture
def done(put: Put, owner: Owner) -> Done:
    """An idea that was carried out, whose author is owed thanks."""

    def put_one(text: str = "A bowl", **more: object) -> Idea:
        idea = put(text, **more)
        owner.answer(idea.id, decide(Status.DONE, "It stands there.", today=MORNING.date()))
        return idea

    return put_one


def open_thanks(desk: Desk, qtbot: QtBot) -> None:
    desk.window.show_page(THANKS)
    let_work_end(desk, qtbot)


def rows(desk: Desk) -> list[QAbstractButton]:
    found = desk.window.findChildren(QAbstractButton)
    return [row for row in found if row.objectName().startswith("owed-") and not row.isHidden()]


def words_of(desk: Desk, name: str) -> str:
    found = find(desk, name)
    assert isinstance(found, QLabel | Button)
    return found.words if isinstance(found, Button) else found.text()


def test_nobody_to_thank_says_so_kindly(qtbot: QtBot, open_shop_desk: OpenDesk) -> None:
    desk = open_shop_desk()
    open_thanks(desk, qtbot)

    shown = [label.text() for label in desk.window.findChildren(QLabel) if label.isVisible()]
    assert "Nobody waits for thanks. How nice." in shown
    assert not find(desk, "thanks-print").isEnabled()


def test_the_navigation_counts_who_waits_before_the_page_is_shown(
    qtbot: QtBot, open_shop_desk: OpenDesk, done: Done
) -> None:
    done()
    desk = open_shop_desk()

    entry = find(desk, "page-thanks")
    qtbot.waitUntil(lambda: entry.accessibleName() == "Thanks 1")


def test_cards_are_printed_for_the_ticked_and_taken_back_by_one_key(
    qtbot: QtBot, open_shop_desk: OpenDesk, owner: Owner, done: Done, printed: list[bytes], told: Told
) -> None:
    done("A bowl", name="Sam")
    done("A hook", name="Jo", at=MORNING - timedelta(days=1))
    owner.logos.choose(make_logo(as_file(picture())))
    desk = open_shop_desk()
    open_thanks(desk, qtbot)
    assert words_of(desk, "thanks-print") == "Print 2 cards"

    strike(rows(desk)[0], Qt.Key.Key_Space)
    assert words_of(desk, "thanks-print") == "Print 1 card"
    write(find(desk, "thanks-worth"), "one coffee")
    strike(rows(desk)[0], Qt.Key.Key_P)
    qtbot.waitUntil(lambda: len(printed) == 1)
    let_work_end(desk, qtbot)

    assert len(rows(desk)) == 1
    assert owner.thanks.count() == 1
    assert b"/Subtype /Image" in printed[0]
    assert told.said == ["1 card is made. Ctrl Z takes it back."]
    strike(desk.window, Qt.Key.Key_Z, CONTROL)
    qtbot.waitUntil(lambda: len(rows(desk)) == 2)


def test_cards_that_were_not_printed_were_never_made(
    qtbot: QtBot, open_shop_desk: OpenDesk, owner: Owner, done: Done, told: Told
) -> None:
    done("A bowl", name="Sam")
    desk = open_shop_desk(printer=lambda _pdf, _on_sent, on_given_up=lambda: None: on_given_up())
    open_thanks(desk, qtbot)
    write(find(desk, "thanks-worth"), "one coffee")

    press(desk, "thanks-print")
    qtbot.waitUntil(lambda: "No card was made. Thanks are still owed." in told.said)
    let_work_end(desk, qtbot)

    assert owner.thanks.count() == 1
    assert len(rows(desk)) == 1
    assert owner.shop().thanks_worth == "one coffee"


def test_cards_are_not_made_before_it_is_said_where_to_save_them(
    qtbot: QtBot, open_shop_desk: OpenDesk, owner: Owner, done: Done, told: Told
) -> None:
    done("A bowl", name="Sam")
    told.saves_nothing = True
    desk = open_shop_desk()
    open_thanks(desk, qtbot)
    write(find(desk, "thanks-worth"), "one coffee")

    press(desk, "thanks-save")
    let_work_end(desk, qtbot)

    assert owner.thanks.count() == 1
    assert find(desk, "thanks-save").isEnabled()
    assert told.said == []


def test_cards_come_on_the_paper_that_was_chosen_for_slips_and_look_so_before(
    qtbot: QtBot,
    open_shop_desk: OpenDesk,
    owner: Owner,
    done: Done,
    printed: list[bytes],
    kept: list[Settings],
) -> None:
    done("A bowl", name="Sam")
    desk = open_shop_desk()
    open_thanks(desk, qtbot)
    write(find(desk, "thanks-worth"), "one coffee")
    assert words_of(desk, "thanks-paper") == "Paper: A4, Plain"

    press(desk, "thanks-paper")
    let_work_end(desk, qtbot)
    box = desk.printing.box
    assert box is not None
    assert find(desk, "print-design-warm").isVisible()
    press(desk, "print-size-80")
    assert not find(desk, "print-design-warm").isVisible()
    qtbot.waitUntil(lambda: box.glance is not None and box.glance.sizes[0].width() < 230)
    assert owner.thanks.count() == 1
    assert words_of(desk, "thanks-paper") == "Paper: Receipt, 80 mm"
    box.reject()
    press(desk, "thanks-print")
    qtbot.waitUntil(lambda: len(printed) == 1)

    assert page_sizes(printed[0])[0].width() == pytest.approx(mm(80), abs=0.5)
    assert (kept[-1].slip_paper, kept[-1].paper_size) == ("80", Settings().paper_size)


def test_a_card_without_worth_is_refused_at_its_field(
    qtbot: QtBot, open_shop_desk: OpenDesk, owner: Owner, done: Done, printed: list[bytes]
) -> None:
    done()
    desk = open_shop_desk()
    open_thanks(desk, qtbot)

    press(desk, "thanks-print")
    let_work_end(desk, qtbot)

    assert words_of(desk, "thanks-error").startswith("Please say what a card is good for")
    assert printed == []
    assert owner.thanks.count() == 1


def test_cards_asked_for_somebody_who_waits_no_longer_are_made_for_nobody_else(
    qtbot: QtBot, open_shop_desk: OpenDesk, owner: Owner, done: Done, printed: list[bytes]
) -> None:
    thanked = done("A bowl")
    done("A hook")
    desk = open_shop_desk()
    open_thanks(desk, qtbot)
    write(find(desk, "thanks-worth"), "one coffee")
    owner.thanks.mark([thanked.id])

    assert desk.thanks is not None
    desk.thanks.print_for([thanked.id])
    let_work_end(desk, qtbot)
    let_work_end(desk, qtbot)

    assert printed == []
    assert owner.thanks.count() == 1


def test_a_vote_leaves_the_rows_as_they_are_and_a_page_nobody_sees_only_counts(
    qtbot: QtBot, open_shop_desk: OpenDesk, owner: Owner, done: Done
) -> None:
    idea = done("A bowl")
    desk = open_shop_desk()
    open_thanks(desk, qtbot)
    [row] = rows(desk)
    assert desk.thanks is not None

    owner.voices.add(idea.id)
    desk.thanks.refresh()
    let_work_end(desk, qtbot)
    assert rows(desk) == [row]

    desk.window.show_page(CODES)
    done("A hook")
    desk.thanks.refresh()
    let_work_end(desk, qtbot)
    assert rows(desk) == [row]
    desk.window.show_page(THANKS)
    qtbot.waitUntil(lambda: len(rows(desk)) == 2)


def test_thanked_without_a_card(qtbot: QtBot, open_shop_desk: OpenDesk, owner: Owner, done: Done) -> None:
    done("A bowl")
    done("A hook")
    desk = open_shop_desk()
    open_thanks(desk, qtbot)

    strike(rows(desk)[0], Qt.Key.Key_T)

    qtbot.waitUntil(lambda: owner.thanks.count() == 0)
    qtbot.waitUntil(lambda: rows(desk) == [])


def test_a_card_is_redeemed_once_and_the_second_time_says_when(
    qtbot: QtBot, open_shop_desk: OpenDesk, owner: Owner, done: Done
) -> None:
    [card] = owner.thanks.make_cards([done().id], "one coffee")
    desk = open_shop_desk()
    open_thanks(desk, qtbot)
    code = find(desk, "redeem-code")
    assert isinstance(code, QLineEdit)

    write(code, card.code.lower())
    strike(code, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: words_of(desk, "redeem-told") == "Good for: one coffee")
    write(code, card.code)
    strike(code, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: words_of(desk, "redeem-told").startswith("This card was redeemed already: "))

    write(code, "nonsense")
    strike(code, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: words_of(desk, "redeem-told").startswith("No thank-you card has the code"))


@pytest.mark.parametrize(("percent", "size"), [(100, (1440, 900)), (200, (1000, 600)), (200, (2560, 1440))])
def test_nothing_is_cut_off_at_any_text_size(
    qtbot: QtBot, open_shop_desk: OpenDesk, done: Done, percent: int, size: tuple[int, int]
) -> None:
    done("Donaudampfschifffahrtsgesellschaftskapitän" * 6, name="هدى" * 10)
    desk = open_shop_desk(Settings(theme="light", text_percent=percent))
    desk.window.resize(*size)
    open_thanks(desk, qtbot)

    page = desk.thanks
    assert page is not None
    reached = [each for each in page.findChildren(QAbstractButton) if each.isVisible()]
    assert len(reached) >= 5
    qtbot.waitUntil(lambda: [each.objectName() for each in reached if not within(each, page)] == [])
