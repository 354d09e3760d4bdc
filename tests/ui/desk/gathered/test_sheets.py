"""Sheets of several things, made at the desk: ticked, looked at, printed, and numbered once they are."""

from __future__ import annotations

from collections.abc import Callable

import pypdfium2
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QLabel, QMenu
from pytestqt.qtbot import QtBot

from app.domain.decisions import decide
from app.domain.ideas import Idea, Status
from app.domain.notices import SheetKind
from app.services.owner.owner import Owner
from tests.shop import SetClock
from tests.ui.desk.conftest import OpenDesk, Told
from ui.desk.builder import Desk
from ui.desk.gathered.answer_list import SHOWN_AT_ONCE, AnswerList
from ui.desk.gathered.sheets import GatheredSheets
from ui.desk.pages import WALL
from ui.desk.printing.box import PrintBox

Answer = Callable[..., Idea]


@pytest.fixture
def answer(owner: Owner, put: Callable[..., Idea], clock: SetClock) -> Answer:
    def one(text: str, status: Status = Status.DONE, reason: str = "") -> Idea:
        idea = put(text, name="Jo", at=clock.now())
        clock.pass_time(minutes=1)
        owner.answer(idea.id, decide(status, f"About {text}", today=clock.now().date(), reason=reason))
        return idea

    return one


def sheets_of(desk: Desk) -> GatheredSheets:
    desk.window.show_page(WALL)
    assert desk.gathered is not None
    return desk.gathered


def seen(qtbot: QtBot, desk: Desk) -> PrintBox:
    """The box, once its sheet can be seen."""
    qtbot.waitUntil(lambda: desk.printing.box is not None and desk.printing.box.glance is not None)
    box = desk.printing.box
    assert box is not None
    return box


def wait_for(qtbot: QtBot, box: PrintBox, text: str, *, there: bool = True) -> None:
    qtbot.waitUntil(lambda: (box.glance is not None and text in box.glance.texts) is there)


def press(box: PrintBox, name: str) -> None:
    button = box.findChild(QAbstractButton, name)
    assert isinstance(button, QAbstractButton), name
    button.click()


def words_on(box: PrintBox, name: str) -> str:
    found = box.findChild(QLabel, name)
    assert isinstance(found, QLabel), name
    return found.text()


def text_of(pdf: bytes) -> str:
    opened = pypdfium2.PdfDocument(pdf)
    try:
        return "\n".join(page.get_textpage().get_text_bounded() for page in opened)
    finally:
        opened.close()


def test_the_newest_answers_are_ticked_and_others_are_with_the_keyboard(
    qtbot: QtBot, open_shop_desk: OpenDesk, answer: Answer
) -> None:
    ideas = [answer(f"Idea {number}") for number in range(7)]
    desk = open_shop_desk()

    sheets_of(desk).begin_you_said()
    box = seen(qtbot, desk)

    [answers] = box.findChildren(AnswerList)
    assert answers.chosen == [idea.id for idea in ideas[:1:-1]]
    wait_for(qtbot, box, "Idea 6")
    assert "Idea 1" not in (box.glance.texts if box.glance else ())
    answers.rows[5].setFocus()
    QTest.keyClick(answers.rows[5], Qt.Key.Key_Space)
    wait_for(qtbot, box, "Idea 1")
    assert words_on(box, "answers-count") == "Which answers: 6 of 7"


def test_a_sheet_is_numbered_when_it_is_printed_and_not_before(
    qtbot: QtBot, open_shop_desk: OpenDesk, answer: Answer, owner: Owner, printed: list[bytes]
) -> None:
    bench = answer("A bench")
    lamp = answer("A lamp", Status.DECLINED, "It blinds the driver.")
    desk = open_shop_desk()
    sheets = sheets_of(desk)
    sheets.begin_you_said([lamp.id])
    box = seen(qtbot, desk)
    press(box, "print-design-warm")
    qtbot.waitUntil(box.panel.print.isEnabled)
    assert "A lamp" in (box.glance.texts if box.glance else ())
    assert owner.wall.ledger().entries == ()

    with qtbot.waitSignal(sheets.acted):
        box.print()

    assert "It blinds the driver." in " ".join(text_of(printed[0]).split())
    assert "Notice 1" in text_of(printed[0])
    [entry] = owner.wall.ledger().entries
    assert [each.idea_id for each in entry.notice.shown.carries] == [lamp.id]
    assert [offer.told_before for offer in owner.gathering.offers()] == [True, False]
    assert owner.gathering.offers()[1].idea.id == bench.id


def test_with_nothing_ticked_it_says_what_to_do(
    qtbot: QtBot, open_shop_desk: OpenDesk, answer: Answer
) -> None:
    answer("A bench")
    desk = open_shop_desk()
    sheets_of(desk).begin_you_said()
    box = seen(qtbot, desk)
    [answers] = box.findChildren(AnswerList)

    answers.rows[0].click()

    qtbot.waitUntil(lambda: words_on(box, "print-error") == "Please tick at least one answer.")
    answers.rows[0].click()
    wait_for(qtbot, box, "A bench")


def test_without_an_answer_there_is_nothing_to_make(
    qtbot: QtBot, open_shop_desk: OpenDesk, told: Told
) -> None:
    desk = open_shop_desk()

    sheets_of(desk).begin_you_said()

    qtbot.waitUntil(lambda: any("no public answer yet" in said for said in told.said))
    assert desk.printing.box is None


def test_older_answers_come_on_demand(qtbot: QtBot, open_shop_desk: OpenDesk, answer: Answer) -> None:
    ideas = [answer(f"Idea {number}") for number in range(SHOWN_AT_ONCE + 5)]
    desk = open_shop_desk()
    sheets_of(desk).begin_you_said()
    box = seen(qtbot, desk)
    [answers] = box.findChildren(AnswerList)
    assert (len(answers.rows), answers.more.words) == (SHOWN_AT_ONCE, "Show 5 older ones")

    answers.more.click()

    assert len(answers.rows) == SHOWN_AT_ONCE + 5
    assert answers.more.isHidden()
    answers.rows[-1].click()
    wait_for(qtbot, box, ideas[0].text)


def test_this_week_and_the_last_one(
    qtbot: QtBot,
    open_shop_desk: OpenDesk,
    answer: Answer,
    clock: SetClock,
    printed: list[bytes],
    owner: Owner,
) -> None:
    answer("A bench")
    clock.pass_time(days=7)
    answer("A lamp")
    desk = open_shop_desk()
    sheets_of(desk).begin_week()
    box = seen(qtbot, desk)
    wait_for(qtbot, box, "A lamp")

    press(box, "week-last")

    wait_for(qtbot, box, "A bench")
    wait_for(qtbot, box, "A lamp", there=False)
    qtbot.waitUntil(lambda: box.glance is not None)
    box.print()
    qtbot.waitUntil(lambda: bool(printed))
    [entry] = owner.wall.ledger().entries
    assert entry.notice.kind is SheetKind.WEEK
    assert "A bench" in text_of(printed[0])


def test_the_year_to_fold_and_to_read(qtbot: QtBot, open_shop_desk: OpenDesk, answer: Answer) -> None:
    answer("A bench")
    desk = open_shop_desk()
    sheets_of(desk).begin_year()
    box = seen(qtbot, desk)
    assert box.glance is not None
    first = box.glance.sizes[0]
    assert first.width() > first.height()
    assert box.glance.is_booklet

    press(box, "year-pages")

    qtbot.waitUntil(
        lambda: box.glance is not None and box.glance.sizes[0].width() < box.glance.sizes[0].height()
    )
    assert not box.glance.is_booklet


def test_the_wall_offers_all_three_in_a_menu(qtbot: QtBot, open_shop_desk: OpenDesk, answer: Answer) -> None:
    answer("A bench")
    desk = open_shop_desk()
    sheets_of(desk)
    page = desk.wall
    assert page is not None
    qtbot.waitUntil(lambda: page.looked is not None)
    button = page.face.make_first
    assert button.isVisible()

    button.click()

    menu = button.findChild(QMenu, "make-sheet-menu")
    assert isinstance(menu, QMenu)
    actions: list[QAction] = menu.actions()
    assert [action.text() for action in actions] == ["You said, we did", "This week", "The year in answers"]
    actions[1].trigger()
    menu.close()
    seen(qtbot, desk)


def test_a_stale_sheet_is_drawn_again_as_it_is_now(
    owner: Owner,
    answer: Answer,
    clock: SetClock,
    qtbot: QtBot,
    open_shop_desk: OpenDesk,
    printed: list[bytes],
) -> None:
    bench, lamp = answer("A bench"), answer("A lamp")
    desk = open_shop_desk()
    sheets = sheets_of(desk)
    sheets.begin_you_said([bench.id, lamp.id])
    box = seen(qtbot, desk)
    with qtbot.waitSignal(sheets.acted):
        box.print()
    clock.pass_time(minutes=1)
    owner.answer(lamp.id, decide(Status.PLANNED, "In spring.", today=clock.now().date()))
    page = desk.wall
    assert page is not None
    qtbot.waitUntil(lambda: page.looked is not None and bool(page.looked.stale))

    page.reprint_stale()

    qtbot.waitUntil(lambda: len(printed) == 2)
    assert "In spring." in text_of(printed[1])
    assert "Notice 2" in text_of(printed[1])
