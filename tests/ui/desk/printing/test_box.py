"""The print box: its pages, what can be chosen, what is warned of, and what is done by keys alone."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QLabel, QSpinBox
from pytestqt.qtbot import QtBot

from app.domain.errors import Conflict
from app.domain.notices import Design, PaperSize
from app.domain.translation import mark
from app.settings import Settings
from tests.ui.desk.conftest import OpenDesk, OpenedFiles, Told
from tests.ui.desk.hands import let_work_end
from tests.ui.desk.printing.sheets import make_document, make_printable
from ui.desk.builder import Desk
from ui.desk.printing.box import PrintBox
from ui.desk.printing.printable import Choice, Count, Printable, SharePicture
from ui.desk.printing.stage import Zoom
from ui.paper.document import Document
from ui.paper.printing import page_count
from ui.paper.sheets import Sheet

NAME = "Notice for “Open at half past six”"
Open = Callable[[Printable], PrintBox]


@pytest.fixture
def desk(open_shop_desk: OpenDesk) -> Desk:
    return open_shop_desk()


@pytest.fixture
def look(qtbot: QtBot, desk: Desk) -> Open:
    """Opens the box and waits until its first page can be seen."""

    def open_it(printable: Printable) -> PrintBox:
        desk.printing.begin(printable)
        box = desk.printing.box
        assert box is not None
        qtbot.waitUntil(lambda: box.easel.picture(box.page) is not None)
        return box

    return open_it


def press(box: PrintBox, name: str) -> None:
    button = box.findChild(QAbstractButton, name)
    assert isinstance(button, QAbstractButton), name
    button.click()


def label(box: PrintBox, name: str) -> QLabel:
    found = box.findChild(QLabel, name)
    assert isinstance(found, QLabel), name
    return found


def test_the_page_is_shown_as_it_prints(look: Open) -> None:
    box = look(make_printable())
    picture = box.easel.picture(0)

    assert picture is not None
    assert picture.width() == box.stage.pixels
    assert box.stage.accessibleName() == "Notice 1"
    assert box.stage.accessibleDescription() == "Hello"


def test_one_page_has_nothing_to_turn(look: Open) -> None:
    box = look(make_printable())

    assert not box.pages.isVisible()
    assert not box.on.isVisible()


def test_pages_turn_by_keys_and_end_at_the_ends(look: Open) -> None:
    box = look(make_printable(pages=5))
    seen = []

    for key in (Qt.Key.Key_PageDown, Qt.Key.Key_End, Qt.Key.Key_PageDown, Qt.Key.Key_PageUp, Qt.Key.Key_Home):
        QTest.keyClick(box, key)
        seen.append(box.page)

    assert seen == [1, 4, 4, 3, 0]
    assert label(box, "print-place").text() == "Page 1 of 5"


def test_of_many_pages_only_those_in_view_are_painted(qtbot: QtBot, look: Open) -> None:
    box = look(make_printable(pages=60))

    qtbot.waitUntil(lambda: box.easel.small_picture(2) is not None)

    assert box.easel.small_picture(30) is None
    box.pages.page_chosen.emit(59)
    box.turn_to(59)
    qtbot.waitUntil(lambda: box.easel.small_picture(59) is not None)


def test_another_size_and_design_are_drawn_and_remembered(
    qtbot: QtBot, look: Open, kept: list[Settings]
) -> None:
    seen: list[Choice] = []

    def document(choice: Choice) -> Document:
        seen.append(choice)
        return make_document(choice)

    box = look(make_printable(document=document))
    press(box, "print-size-A6")
    press(box, "print-design-bold")

    qtbot.waitUntil(lambda: bool(seen) and seen[-1] == Choice(size=PaperSize.A6, design=Design.BOLD))
    qtbot.waitUntil(lambda: bool(kept) and kept[-1].paper_design == "bold")
    assert kept[-1].paper_size == "A6"


def test_a_sheet_with_a_usual_choice_of_its_own_changes_no_other(
    qtbot: QtBot, look: Open, kept: list[Settings]
) -> None:
    box = look(make_printable(usual=Choice(size=PaperSize.A4)))

    press(box, "print-size-A6")

    qtbot.waitUntil(lambda: box.glance is not None and box.panel.print.isEnabled())
    assert box.panel.choice.size is PaperSize.A6
    assert kept == []


def test_letters_that_no_font_has_are_told_before_printing(look: Open) -> None:
    box = look(make_printable(missing=True))
    said = label(box, "print-missing-letters")

    assert "U+1FAC6" in said.text()


def test_why_there_is_no_sheet_is_said_and_nothing_can_be_done_with_it(qtbot: QtBot, desk: Desk) -> None:
    def refuse(_choice: Choice) -> Document:
        raise Conflict(mark("There is no public answer to print yet."))

    desk.printing.begin(make_printable(document=refuse))
    box = desk.printing.box
    assert box is not None

    said = label(box, "print-error")
    qtbot.waitUntil(lambda: said.text() == "There is no public answer to print yet.")
    assert not box.panel.print.isEnabled()
    assert not box.panel.save.isEnabled()


def test_it_gets_its_number_when_it_is_printed_and_not_before(
    qtbot: QtBot, look: Open, printed: list[bytes]
) -> None:
    made: list[Choice] = []
    heard: list[str] = []

    def make(choice: Choice) -> Document:
        made.append(choice)
        return replace(make_document(choice, pages=2), title="Notice 143")

    box = look(make_printable(make=make, on_printed=lambda _choice: heard.append("printed")))
    assert made == []
    QTest.keyClick(box, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)

    qtbot.waitUntil(lambda: heard == ["printed"])
    assert len(made) == 1
    assert page_count(printed[0]) == 2
    assert not box.isVisible()


def test_saving_names_the_file_and_leaves_the_box(qtbot: QtBot, look: Open, told: Told) -> None:
    heard: list[Choice] = []
    box = look(make_printable(on_saved=heard.append))

    press(box, "print-save")

    qtbot.waitUntil(lambda: bool(heard))
    assert told.saved[0].name == f"{NAME}.pdf"
    assert told.saved[0].read_bytes()[:5] == b"%PDF-"
    assert not box.isVisible()


def test_a_file_that_cannot_be_written_is_told_and_the_box_stays(
    qtbot: QtBot, look: Open, told: Told
) -> None:
    told.folder = told.folder / "no such folder"
    given_up: list[Choice] = []
    box = look(make_printable(on_given_up=given_up.append))

    press(box, "print-save")

    said = label(box, "print-error")
    qtbot.waitUntil(lambda: "could not be saved" in said.text())
    assert box.isVisible()
    assert len(given_up) == 1


@pytest.mark.parametrize("has_its_number", [True, False])
def test_what_has_its_number_and_cannot_be_drawn_is_given_up(
    qtbot: QtBot, desk: Desk, told: Told, has_its_number: bool
) -> None:
    def refuse() -> Sequence[Sheet]:
        raise Conflict(mark("It has not come so far."))

    def make(choice: Choice) -> Document:
        if not has_its_number:
            refuse()
        return replace(make_document(choice), lay_out=refuse)

    given_up: list[Choice] = []

    desk.printing.save_now(make_printable(make=make, on_given_up=given_up.append))

    qtbot.waitUntil(lambda: told.warned == ["It has not come so far."])
    assert len(given_up) == has_its_number


def test_keys_wait_until_what_is_chosen_is_seen(qtbot: QtBot, look: Open, printed: list[bytes]) -> None:
    box = look(make_printable())

    press(box, "print-size-A4")
    QTest.keyClick(box, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)

    qtbot.waitUntil(lambda: box.panel.print.isEnabled())
    assert box.isVisible()
    assert printed == []


def test_another_program_shows_it_and_a_computer_without_one_says_so(
    qtbot: QtBot, look: Open, opened_files: OpenedFiles, told: Told
) -> None:
    box = look(make_printable())

    press(box, "print-view")
    qtbot.waitUntil(lambda: len(opened_files.paths) == 1)
    opened_files.has_program = False
    press(box, "print-view")
    qtbot.waitUntil(lambda: len(told.warned) == 1)

    assert [path.name for path in opened_files.paths] == [f"{NAME}.pdf", f"{NAME} 2.pdf"]
    assert opened_files.paths[0].read_bytes()[:5] == b"%PDF-"
    assert "No program on this computer shows PDF files" in told.warned[0]


def test_a_box_that_was_left_before_its_sheet_came_stays_empty(qtbot: QtBot, desk: Desk) -> None:
    desk.printing.begin(make_printable(pages=3))
    box = desk.printing.box
    assert box is not None

    box.reject()
    let_work_end(desk, qtbot)

    assert box.glance is None
    assert not box.panel.print.isEnabled()


def test_a_key_that_is_struck_twice_is_one_wish(qtbot: QtBot, desk: Desk, printed: list[bytes]) -> None:
    desk.printing.print_now(make_printable())
    desk.printing.print_now(make_printable())

    qtbot.waitUntil(lambda: bool(printed))
    let_work_end(desk, qtbot)
    assert len(printed) == 1


def test_a_picture_to_share_is_saved_while_the_box_stays(qtbot: QtBot, look: Open, told: Told) -> None:
    box = look(make_printable(pictures=(SharePicture(name="Square", draw=lambda _choice: b"\x89PNG"),)))

    press(box, "share-Square")

    said = label(box, "print-said")
    qtbot.waitUntil(lambda: said.text().startswith("Saved as"))
    assert told.saved[0].suffix == ".png"
    assert told.saved[0].read_bytes() == b"\x89PNG"
    assert box.isVisible()


def test_how_many_and_onto_what_are_asked_where_they_matter(
    qtbot: QtBot, look: Open, printed: list[bytes]
) -> None:
    made: list[Choice] = []

    def make(choice: Choice) -> Document:
        made.append(choice)
        return make_document(choice)

    box = look(
        make_printable(make=make, onto=(PaperSize.A4,), count=Count(title="How many", usual=30, most=500))
    )
    press(box, "print-onto-A4")
    count = box.findChild(QSpinBox, "print-count")
    assert isinstance(count, QSpinBox)
    count.setValue(12)
    qtbot.waitUntil(box.panel.print.isEnabled)
    box.print()

    qtbot.waitUntil(lambda: len(printed) == 1)
    assert (made[0].onto, made[0].count) == (PaperSize.A4, 12)


def test_the_page_fills_the_room_its_width_or_is_of_true_size(look: Open) -> None:
    box = look(make_printable())
    whole = box.stage.pixels
    widths = []

    for zoom in (Zoom.WIDTH, Zoom.TRUE, Zoom.FIT):
        box.zooms[zoom].click()
        widths.append(box.stage.pixels)

    assert widths[0] > whole
    assert widths[1] == pytest.approx(148 / 25.4 * box.screen().physicalDotsPerInch(), abs=2)
    assert widths[2] == whole


@pytest.mark.parametrize(("percent", "size"), [(100, (1000, 600)), (200, (1000, 600)), (100, (2560, 1440))])
def test_it_fits_into_every_window(
    qtbot: QtBot, open_shop_desk: OpenDesk, percent: int, size: tuple[int, int]
) -> None:
    desk = open_shop_desk(Settings(theme="light", text_percent=percent))
    desk.window.resize(*size)

    desk.printing.begin(make_printable(pages=3))
    box = desk.printing.box
    assert box is not None
    qtbot.waitUntil(lambda: box.glance is not None)

    assert box.width() <= size[0]
    assert box.height() <= size[1]
    assert box.panel.geometry().right() < box.width()
    foot = box.panel.print.mapTo(box, box.panel.print.rect().bottomRight())
    assert foot.x() < box.width()
    assert foot.y() < box.height()
