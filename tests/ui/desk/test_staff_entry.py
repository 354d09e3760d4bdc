"""The staff entry box: ten seconds, by keyboard alone, joined with what was said before, and taken back."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QLabel, QLineEdit, QPlainTextEdit
from pytestqt.qtbot import QtBot

from app.domain.claim_codes import spaced
from app.domain.ideas import Channel, Idea, Link, Visibility
from app.domain.inbox import InboxView
from app.pictures import make_logo
from app.services.owner.owner import Owner
from app.settings import Settings
from tests.pictures import as_file, picture
from tests.ui.desk.conftest import OpenDesk, Told
from tests.ui.desk.hands import CONTROL, SHIFT, find, let_work_end, press, strike, write
from tests.ui.desk.test_looks import within
from ui.desk import wording
from ui.desk.builder import Desk
from ui.paper.printing import page_sizes
from ui.paper.sheets import mm
from ui.shared.buttons import Button

Put = Callable[..., Idea]


def begin(desk: Desk, qtbot: QtBot) -> QPlainTextEdit:
    """The box is open, and the keyboard in its words."""
    desk.window.activateWindow()
    qtbot.waitUntil(desk.window.isActiveWindow)
    strike(desk.window, Qt.Key.Key_I, CONTROL | SHIFT)
    text = find(desk, "said-text")
    assert isinstance(text, QPlainTextEdit)
    qtbot.waitUntil(text.hasFocus)
    return text


def key(desk: Desk, key: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    """A key while the hands stay on the words."""
    strike(find(desk, "said-text"), key, modifiers)


def words_of(desk: Desk, name: str) -> str:
    found = find(desk, name)
    assert isinstance(found, QLabel | Button)
    said = found.words if isinstance(found, Button) else found.text()
    return said if found.isVisible() else ""


def is_chosen(desk: Desk, name: str) -> bool:
    found = find(desk, name)
    assert isinstance(found, QAbstractButton)
    return found.isChecked()


def noted(owner: Owner) -> Idea:
    return owner.inbox(InboxView.ALL).ideas[0]


def test_two_keys_beside_the_words_write_it_down_and_the_box_is_ready_for_the_next(
    qtbot: QtBot, open_shop_desk: OpenDesk, owner: Owner
) -> None:
    desk = open_shop_desk()
    desk.window.show_page("board")
    text = begin(desk, qtbot)
    QTest.keyClicks(text, "A bell at the door")

    key(desk, Qt.Key.Key_Return, CONTROL)
    key(desk, Qt.Key.Key_Return, CONTROL)

    qtbot.waitUntil(lambda: words_of(desk, "written-code") != "")
    idea = noted(owner)
    assert (idea.text, idea.channel) == ("A bell at the door", Channel.IN_PERSON)
    assert words_of(desk, "written-code") == spaced(idea.claim_code)
    assert words_of(desk, "written-said") == "Written down. It hangs on the board."
    assert text.hasFocus()
    assert text.toPlainText() == ""
    assert owner.counts().all == 1


@pytest.mark.parametrize(
    ("struck", "channel"),
    [
        (Qt.Key.Key_F2, Channel.IN_PERSON),
        (Qt.Key.Key_F3, Channel.TELEPHONE),
        (Qt.Key.Key_F4, Channel.PAPER),
        (Qt.Key.Key_F5, Channel.EMAIL),
        (Qt.Key.Key_F6, Channel.SOCIAL),
    ],
)
def test_each_channel_has_one_key(
    qtbot: QtBot, open_shop_desk: OpenDesk, owner: Owner, struck: Qt.Key, channel: Channel
) -> None:
    desk = open_shop_desk()
    text = begin(desk, qtbot)
    QTest.keyClicks(text, "A bell at the door")
    write(find(desk, "said-name"), "Mrs Lee")

    key(desk, struck)
    key(desk, Qt.Key.Key_Return, CONTROL)

    qtbot.waitUntil(lambda: owner.counts().all == 1)
    assert (noted(owner).name, noted(owner).channel) == ("Mrs Lee", channel)


def test_what_was_said_before_is_offered_and_one_key_builds_on_it(
    qtbot: QtBot, open_shop_desk: OpenDesk, owner: Owner, put: Put
) -> None:
    waiting = put("Oat milk for the coffee, please", visibility=Visibility.WAITING)
    desk = open_shop_desk()
    text = begin(desk, qtbot)
    QTest.keyClicks(text, "oat milk for coffee")
    qtbot.waitUntil(lambda: find(desk, "alike-1").isVisible())

    key(desk, Qt.Key.Key_1, CONTROL)
    while not is_chosen(desk, "way-but"):
        key(desk, Qt.Key.Key_L, CONTROL)
    key(desk, Qt.Key.Key_Return, CONTROL)

    qtbot.waitUntil(lambda: owner.counts().all == 2)
    assert (noted(owner).builds_on, noted(owner).link) == (waiting.id, Link.BUT)


def test_one_key_makes_it_one_more_voice(
    qtbot: QtBot, open_shop_desk: OpenDesk, owner: Owner, put: Put
) -> None:
    idea = put("Oat milk for the coffee, please")
    desk = open_shop_desk()
    text = begin(desk, qtbot)
    QTest.keyClicks(text, "oat milk for coffee")
    qtbot.waitUntil(lambda: find(desk, "alike-1").isVisible())
    write(find(desk, "said-name"), "Mrs Lee")

    key(desk, Qt.Key.Key_1, CONTROL)
    key(desk, Qt.Key.Key_F3)
    key(desk, Qt.Key.Key_Return, CONTROL)

    qtbot.waitUntil(lambda: words_of(desk, "written-said") == "One more voice for it. 1 “me too” now.")
    assert owner.counts().all == 1
    assert owner.detail(idea.id).idea.votes == 1
    assert words_of(desk, "written-code") == ""
    key(desk, Qt.Key.Key_Z, CONTROL)
    qtbot.waitUntil(lambda: owner.detail(idea.id).idea.votes == 0)
    qtbot.waitUntil(lambda: text.toPlainText() == "oat milk for coffee")


def test_a_second_stroke_lets_the_idea_go_again(
    qtbot: QtBot, open_shop_desk: OpenDesk, owner: Owner, put: Put
) -> None:
    put("Oat milk for the coffee, please")
    desk = open_shop_desk()
    text = begin(desk, qtbot)
    QTest.keyClicks(text, "oat milk for coffee")
    qtbot.waitUntil(lambda: find(desk, "alike-1").isVisible())

    key(desk, Qt.Key.Key_1, CONTROL)
    assert is_chosen(desk, "way-voice")
    key(desk, Qt.Key.Key_1, CONTROL)
    assert not find(desk, "way-and").isVisible()
    key(desk, Qt.Key.Key_Return, CONTROL)

    qtbot.waitUntil(lambda: owner.counts().all == 2)
    assert noted(owner).builds_on is None


def test_a_hidden_idea_is_not_offered(owner: Owner, put: Put) -> None:
    put("Oat milk for the coffee, please", visibility=Visibility.HIDDEN)

    assert owner.staff.alike("oat milk for the coffee") == []
    assert owner.staff.alike(" ") == []


def test_ctrl_z_takes_letters_back_first_then_what_was_written_down(
    qtbot: QtBot, open_shop_desk: OpenDesk, owner: Owner, told: Told
) -> None:
    desk = open_shop_desk()
    text = begin(desk, qtbot)
    QTest.keyClicks(text, "A bell at the door")
    key(desk, Qt.Key.Key_F3)
    key(desk, Qt.Key.Key_Return, CONTROL)
    qtbot.waitUntil(lambda: words_of(desk, "written-code") != "")
    QTest.keyClicks(text, "And")

    key(desk, Qt.Key.Key_Z, CONTROL)
    assert text.toPlainText() == ""
    key(desk, Qt.Key.Key_Z, CONTROL)

    qtbot.waitUntil(lambda: text.toPlainText() == "A bell at the door")
    assert is_chosen(desk, "channel-telephone")
    assert words_of(desk, "written-code") == ""
    assert noted(owner).visibility is Visibility.HIDDEN
    assert told.said == ["Taken back: writing down “A bell at the door”"]


def test_another_thing_taken_back_leaves_the_box_empty(
    qtbot: QtBot, open_shop_desk: OpenDesk, owner: Owner
) -> None:
    desk = open_shop_desk()
    text = begin(desk, qtbot)
    QTest.keyClicks(text, "A bell at the door")
    key(desk, Qt.Key.Key_Return, CONTROL)
    qtbot.waitUntil(lambda: words_of(desk, "written-code") != "")
    owner.hide([noted(owner).id])

    key(desk, Qt.Key.Key_Z, CONTROL)
    qtbot.waitUntil(lambda: noted(owner).visibility is Visibility.PUBLIC)
    let_work_end(desk, qtbot)

    assert text.toPlainText() == ""
    assert words_of(desk, "written-code") != ""


def test_a_paper_card_is_typed_in_under_its_number(
    qtbot: QtBot, open_shop_desk: OpenDesk, owner: Owner
) -> None:
    [card] = owner.cards.make(1)
    desk = open_shop_desk()
    text = begin(desk, qtbot)
    assert not find(desk, "said-card").isVisible()
    QTest.keyClicks(text, "A bell at the door")

    key(desk, Qt.Key.Key_F4)
    write(find(desk, "said-card"), "7")
    key(desk, Qt.Key.Key_Return, CONTROL)
    qtbot.waitUntil(lambda: words_of(desk, "said-card-error").startswith("There is no card 7."))
    number = find(desk, "said-card")
    assert isinstance(number, QLineEdit)
    number.setText("1")
    key(desk, Qt.Key.Key_Return, CONTROL)

    qtbot.waitUntil(lambda: words_of(desk, "written-code") == spaced(card.claim_code))
    assert noted(owner).channel is Channel.PAPER
    assert number.text() == ""


def test_blank_cards_and_a_slip_with_the_code_are_printed(
    qtbot: QtBot, open_shop_desk: OpenDesk, owner: Owner, printed: list[bytes]
) -> None:
    owner.logos.choose(make_logo(as_file(picture())))
    desk = open_shop_desk()
    text = begin(desk, qtbot)
    key(desk, Qt.Key.Key_F4)

    press(desk, "said-blank-cards")
    qtbot.waitUntil(lambda: len(printed) == 1)
    assert owner.cards.make(1)[0].number == 9
    QTest.keyClicks(text, "A bell at the door")
    key(desk, Qt.Key.Key_Return, CONTROL)
    qtbot.waitUntil(lambda: words_of(desk, "written-code") != "")
    key(desk, Qt.Key.Key_P, CONTROL)

    qtbot.waitUntil(lambda: len(printed) == 2)
    assert all(b"/Subtype /Image" in pdf for pdf in printed)


def test_a_slip_comes_on_the_receipt_printers_roll_once_that_is_chosen(
    qtbot: QtBot, open_shop_desk: OpenDesk, printed: list[bytes], kept: list[Settings]
) -> None:
    desk = open_shop_desk()
    text = begin(desk, qtbot)
    QTest.keyClicks(text, "A bell at the door")
    key(desk, Qt.Key.Key_Return, CONTROL)
    qtbot.waitUntil(lambda: words_of(desk, "written-code") != "")
    assert words_of(desk, "written-paper") == "Paper: A4, Plain"

    press(desk, "written-paper")
    let_work_end(desk, qtbot)
    press(desk, "print-size-80")
    let_work_end(desk, qtbot)
    qtbot.waitUntil(find(desk, "print-print").isEnabled)
    press(desk, "print-print")

    qtbot.waitUntil(lambda: len(printed) == 1)
    [size] = page_sizes(printed[0])
    assert size.width() == pytest.approx(mm(80), abs=0.5)
    assert words_of(desk, "written-paper") == "Paper: Receipt, 80 mm"
    assert kept[-1].slip_paper == "80"


def test_the_blank_cards_that_are_looked_at_take_no_numbers(
    qtbot: QtBot, open_shop_desk: OpenDesk, owner: Owner
) -> None:
    owner.cards.make(3)
    desk = open_shop_desk()
    begin(desk, qtbot)
    key(desk, Qt.Key.Key_F4)

    press(desk, "said-blank-paper")
    let_work_end(desk, qtbot)

    box = desk.printing.box
    assert box is not None
    assert box.glance is not None
    assert len(box.glance.sizes) == 2
    assert owner.cards.make(1)[0].number == 4


def test_the_code_is_copied_by_its_key(qtbot: QtBot, open_shop_desk: OpenDesk, owner: Owner) -> None:
    desk = open_shop_desk()
    text = begin(desk, qtbot)
    QTest.keyClicks(text, "A bell at the door")
    key(desk, Qt.Key.Key_Return, CONTROL)
    qtbot.waitUntil(lambda: words_of(desk, "written-code") != "")

    key(desk, Qt.Key.Key_C, CONTROL | SHIFT)

    assert QGuiApplication.clipboard().text() == spaced(noted(owner).claim_code)


def test_what_is_closed_by_accident_is_still_there(
    qtbot: QtBot, open_shop_desk: OpenDesk, told: Told
) -> None:
    desk = open_shop_desk()
    text = begin(desk, qtbot)
    QTest.keyClicks(text, "A bell at")
    key(desk, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: not text.isVisible())

    assert not desk.window.close()
    [(question, _)] = told.asked
    assert begin(desk, qtbot).toPlainText() == "A bell at"
    assert question == "What someone said is typed and not written down. Close all the same?"


def test_nothing_said_is_refused_at_the_field(qtbot: QtBot, open_shop_desk: OpenDesk, owner: Owner) -> None:
    desk = open_shop_desk()
    desk.someone_said()
    write(find(desk, "said-name"), "Mrs Lee")

    press(desk, "said-keep")

    qtbot.waitUntil(
        lambda: "Please write your idea first." in [each.text() for each in desk.window.findChildren(QLabel)]
    )
    name = find(desk, "said-name")
    assert isinstance(name, QLineEdit)
    assert name.text() == "Mrs Lee"
    assert owner.counts().all == 0


def test_leaving_what_someone_said_is_not_called_as_a_decision(open_shop_desk: OpenDesk) -> None:
    desk = open_shop_desk()
    desk.someone_said()
    leave = find(desk, "said-leave")
    assert isinstance(leave, Button)

    assert leave.words == "Close"
    assert leave.words not in wording.STATUS_WORDS.values()


def test_the_box_stays_on_the_screen_as_it_grows(qtbot: QtBot, open_shop_desk: OpenDesk, put: Put) -> None:
    for text in ("Oat milk for the coffee", "Oat milk for coffee, please", "Coffee with oat milk"):
        put(text)
    desk = open_shop_desk()
    typed = begin(desk, qtbot)
    box = typed.window()
    room = box.screen().availableGeometry()
    box.move(room.left(), room.bottom() - box.frameGeometry().height())

    QTest.keyClicks(typed, "oat milk for coffee")
    qtbot.waitUntil(lambda: find(desk, "alike-3").isVisible())

    qtbot.waitUntil(lambda: room.contains(box.frameGeometry()))


@pytest.mark.parametrize(("percent", "size"), [(100, (1440, 900)), (200, (1000, 600)), (200, (2560, 1440))])
def test_the_box_stays_within_its_window_at_any_text_size(
    qtbot: QtBot, open_shop_desk: OpenDesk, put: Put, percent: int, size: tuple[int, int]
) -> None:
    put("Oat milk for the coffee, please, " + "Donaudampfschifffahrtsgesellschaftskapitän" * 6)
    desk = open_shop_desk(Settings(theme="light", text_percent=percent))
    desk.window.resize(*size)
    text = begin(desk, qtbot)
    QTest.keyClicks(text, "oat milk for coffee")
    qtbot.waitUntil(lambda: find(desk, "alike-1").isVisible())
    key(desk, Qt.Key.Key_1, CONTROL)
    let_work_end(desk, qtbot)

    box = text.window()
    parts = [*box.findChildren(QAbstractButton), text, find(desk, "said-name")]
    assert box.width() <= desk.window.width()
    assert box.height() <= desk.window.height()
    assert [part.objectName() for part in parts if part.isVisible() and not within(part, box)] == []
    assert within(find(desk, "said-keep"), box)
