"""The pages of writing and of thanks as they are touched and seen."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from uuid import UUID

import pytest
import zxingcpp
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from app.domain.ideas import Link, Status
from app.kiosk.core import KioskCore
from app.kiosk.link import LinkState
from app.kiosk.outbox import Pinned
from tests.kiosk_making import hang, make_note, make_slip
from tests.making import TUESDAY
from tests.ui.kiosk.stage import Stage
from ui.kiosk.look import SMALLEST_TOUCH
from ui.kiosk.visit import Visit
from ui.kiosk.write.page import WritePage
from ui.kiosk.write.thanks import ThanksPage

SIZES = [(1920, 1080), (1080, 1920), (1280, 800)]
PINNED = Pinned(id=UUID(int=7), claim_code="7KQM4TWXH", due=date(2026, 11, 23))
LONG = "Could you keep some rolls back for those of us who come after the school run? " * 6

Show = Callable[..., Stage]


@pytest.fixture
def page(stage: Show, write: WritePage) -> Stage:
    return shown(stage, write)


@pytest.fixture
def thanks(core: KioskCore, visit: Visit) -> ThanksPage:
    core.link = LinkState.ONLINE
    return ThanksPage(core=core, visit=visit)


def shown(stage: Show, write: WritePage, size: tuple[int, int] = (1920, 1080)) -> Stage:
    made = stage("Write.qml", size=size, write=write)
    made.view.requestActivate()
    made.settle()
    return made


def spell(page: Stage, *names: str) -> None:
    for name in names:
        page.tap(f"key-{name}")


def outside(page: Stage) -> list[str]:
    """What can be touched and is not wholly on the screen, or is too small for a finger."""
    screen = QRect(0, 0, page.view.width(), page.view.height())
    wrong = []
    for item in page.items():
        if (
            item.isVisible()
            and item.property("label")
            and item.metaObject().indexOfSignal("activated()") >= 0
        ):
            place = item.mapRectToScene(item.boundingRect()).toRect()
            if not screen.contains(place) or min(place.width(), place.height()) < SMALLEST_TOUCH:
                wrong.append(item.objectName())
    return wrong


def test_an_idea_is_typed_signed_and_pinned_by_finger(
    page: Stage, write: WritePage, core: KioskCore, qtbot: QtBot
) -> None:
    spell(page, "t", "e", "a", "enter", "p", "l", "e", "a", "s", "e")
    page.tap("nameText")
    spell(page, "j", "o", "enter", "!")
    assert (write.text, write.name) == ("Tea\nPlease!", "Jo")

    with qtbot.waitSignal(write.pinned):
        page.tap("pin")

    assert core.waiting == 1
    assert page.item("ideaText").property("text") == ""
    assert page.item("nameText").property("text") == ""


def test_the_field_has_the_focus_from_the_start(page: Stage, write: WritePage) -> None:
    page.key(Qt.Key.Key_A)

    assert write.text == "a"


def test_the_field_takes_the_focus_whenever_the_page_appears(page: Stage, write: WritePage) -> None:
    page.page.setProperty("visible", False)
    write.open()
    page.page.setProperty("visible", True)

    page.key(Qt.Key.Key_A)

    assert write.text == "a"


def test_tab_leads_to_everything(page: Stage, write: WritePage) -> None:
    write.set_text("More rolls")
    page.settle()
    reached = []
    for _ in range(4):
        page.key(Qt.Key.Key_Tab)
        reached.append(page.view.activeFocusItem().objectName())

    assert reached[:3] == ["nameText", "leave", "pin"]
    assert write.text == "More rolls"


def test_enter_on_a_button_presses_it(page: Stage, write: WritePage, qtbot: QtBot) -> None:
    page.key(Qt.Key.Key_A)
    for _ in range(3):
        page.key(Qt.Key.Key_Tab)

    with qtbot.waitSignal(write.pinned):
        page.key(Qt.Key.Key_Return)


def test_a_resting_button_pins_nothing(page: Stage, core: KioskCore) -> None:
    page.tap("pin")

    assert core.waiting == 0
    assert page.item("whyNot").property("text") != ""


def test_leaving_is_asked_and_undone_by_finger(page: Stage, write: WritePage, qtbot: QtBot) -> None:
    spell(page, "t")
    page.tap("leave")
    page.tap("keepWriting")
    assert write.text == "T"

    page.tap("leave")
    with qtbot.waitSignal(write.left):
        page.tap("throwAway")

    assert page.item("ideaText").property("text") == ""


def test_one_of_these_is_opened_by_finger(
    stage: Show, write: WritePage, core: KioskCore, qtbot: QtBot
) -> None:
    slip = make_slip("Forty more from Monday.", status=Status.PLANNED, at=TUESDAY - timedelta(days=3))
    note = make_note("Keep some seeded rolls for us", status=Status.PLANNED, answer=slip)
    hang(core, note)
    write.set_text("keep some seeded rolls back")
    page = shown(stage, write)
    qtbot.waitUntil(lambda: "Forty more from Monday." in page.texts())

    with qtbot.waitSignal(write.note_requested) as told:
        page.tap("alike-0")

    assert told.args == [note.id]


def test_how_it_builds_is_chosen_by_finger(stage: Show, write: WritePage, core: KioskCore) -> None:
    parent = make_note("Sell yesterday’s bread for half the price", at=TUESDAY)
    hang(core, parent)
    write.open(parent.id, Link.AND)
    page = shown(stage, write)

    page.tap("link-instead")

    assert write.link == "instead"
    assert page.item("parentText").property("text") == parent.text


def test_what_is_wrong_stands_on_the_note(page: Stage, write: WritePage, qtbot: QtBot) -> None:
    write.set_text("More rolls")
    write.set_name("a" * 61)
    write.pin()
    qtbot.waitUntil(lambda: write.problem != "")
    page.settle()

    assert "1 character too long" in str(page.item("notice").property("text")).replace("one", "1")


def test_long_words_scroll_with_the_cursor(stage: Show, write: WritePage) -> None:
    write.set_text(LONG)
    page = shown(stage, write)
    text = page.item("ideaText")

    page.key(Qt.Key.Key_End)
    for _ in range(20):
        page.key(Qt.Key.Key_Down)
    page.settle()

    assert float(text.property("contentY")) > 0
    assert float(text.property("contentHeight")) > text.height()


def test_one_page_serves_the_next_visitor(page: Stage, write: WritePage, visit: Visit, qtbot: QtBot) -> None:
    spell(page, "c", "a", "n", "a", "r", "y")

    with qtbot.assertNotEmitted(visit.touched):
        visit.end()
        page.settle()

    assert not any("anary" in text for text in page.texts())
    page.key(Qt.Key.Key_A)
    assert write.text == "a"


@pytest.mark.parametrize("field", ["ideaText", "nameText"])
def test_nobody_can_undo_what_the_one_before_erased(page: Stage, visit: Visit, field: str) -> None:
    page.tap(field)
    spell(page, "h", "i", "backspace", "backspace")
    visit.end()
    page.settle()
    page.tap(field)

    QTest.keyClick(page.view, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    page.settle()

    assert page.item(field).property("text") == ""


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("language", ["en", "ar"])
@pytest.mark.parametrize("is_large", [False, True])
def test_everything_to_touch_is_on_the_screen(
    stage: Show,
    write: WritePage,
    core: KioskCore,
    visit: Visit,
    size: tuple[int, int],
    language: str,
    is_large: bool,
) -> None:
    visit.choose_language(language)
    if is_large:
        visit.toggle_large()
        visit.toggle_contrast()
    parent = make_note("Sell yesterday’s bread for half the price", at=TUESDAY)
    hang(core, parent)
    write.open(parent.id, Link.AND)
    write.set_text("More rolls")

    page = shown(stage, write, size)
    assert outside(page) == []
    write.leave()
    page.settle()
    assert outside(page) == []


def test_an_arabic_page_mirrors_and_its_keys_do_not(stage: Show, write: WritePage, visit: Visit) -> None:
    visit.choose_language("ar")
    page = shown(stage, write)

    assert page.centre("pin").x() < page.centre("leave").x()
    assert page.centre("key-ض").x() < page.centre("key-ص").x()


def code_in(picture: QImage) -> str:
    grey = picture.convertToFormat(QImage.Format.Format_Grayscale8)
    shape = memoryview(grey.constBits()).cast("B", (grey.height(), grey.bytesPerLine()))
    [found] = zxingcpp.read_barcodes(shape)
    return str(found.text)


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("is_large", [False, True])
def test_the_card_of_thanks_can_be_read_and_scanned(
    stage: Show, thanks: ThanksPage, visit: Visit, size: tuple[int, int], is_large: bool
) -> None:
    if is_large:
        visit.toggle_large()
    thanks.open(PINNED, LONG)

    page = stage("Thanks.qml", size=size, thanks=thanks)

    assert "7KQ M4T WXH" in page.texts()
    assert outside(page) == []
    assert code_in(page.picture()) == "http://192.168.1.20:8321/c/7KQM4TWXH"
    card = page.item("claimCard").mapRectToScene(page.item("claimCard").boundingRect())
    assert card.bottom() < page.centre("done").y() - page.item("done").height() / 2


def test_done_is_a_tap(stage: Show, thanks: ThanksPage, qtbot: QtBot) -> None:
    thanks.open(PINNED, "More rolls")
    page = stage("Thanks.qml", thanks=thanks)

    with qtbot.waitSignal(thanks.done):
        page.tap("done")
    page.settle()

    assert "7KQ M4T WXH" not in page.texts()
