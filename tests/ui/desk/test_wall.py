"""The page of the wall: what hangs where, what is not true any more, and every verb with its way back."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QLineEdit, QMenu
from pytestqt.qtbot import QtBot

from app.domain.ideas import Idea, Status
from app.domain.ledger import Show
from app.domain.walls import Measures, Place, Position
from app.services.owner.owner import Owner
from app.settings import Settings
from tests.pseudo import pseudo_words
from tests.shop import SetClock
from tests.ui.desk.conftest import OpenDesk, ShopNetwork
from tests.ui.desk.hands import find, let_work_end, press, strike
from tests.ui.desk.test_nothing_escapes import what_escapes
from tests.ui.desk.wall_making import WallShop
from ui.desk.builder import Desk
from ui.desk.pages import WALL
from ui.desk.wall.page import WallPage
from ui.shared.buttons import Button


@pytest.fixture
def shop(owner: Owner, put: Callable[..., Idea], clock: SetClock) -> WallShop:
    return WallShop(owner, put, clock)


@pytest.fixture
def desk_of(qtbot: QtBot, open_shop_desk: OpenDesk) -> Callable[..., Desk]:
    def open_it(**more: object) -> Desk:
        desk = open_shop_desk(page=WALL, **more)
        settle(desk, qtbot)
        return desk

    return open_it


DeskOf = Callable[..., Desk]


def settle(desk: Desk, qtbot: QtBot) -> None:
    """What was done is read again by who shows it."""
    for _ in range(4):
        let_work_end(desk, qtbot)


def page_of(desk: Desk) -> WallPage:
    assert desk.wall is not None
    return desk.wall


def numbers(desk: Desk) -> list[int]:
    return [line.number for line in page_of(desk).face.model.lines]


def on_board(desk: Desk) -> list[int]:
    return [card.sheet.number for card in page_of(desk).face.board.cards]


def text_of(desk: Desk, name: str) -> str:
    found = find(desk, name)
    assert isinstance(found, QLabel | Button | QLineEdit)
    words = found.words if isinstance(found, Button) else found.text()
    return words if found.isVisible() else ""


def undo(desk: Desk, qtbot: QtBot) -> None:
    desk.undoing.undo()
    settle(desk, qtbot)


def test_an_empty_wall_says_what_will_be_here_and_offers_the_first_place(
    qtbot: QtBot, desk_of: DeskOf, owner: Owner
) -> None:
    desk = desk_of()
    page_of(desk).face.empty.step.click()
    name = find(desk, "storm-name")
    assert isinstance(name, QLineEdit)

    name.setText("Board by the door")
    press(desk, "wall-usual-120")
    press(desk, "storm-box-keep")
    settle(desk, qtbot)

    [view] = owner.wall.places()
    assert (view.place.name, view.place.measures) == ("Board by the door", Measures(1200, 900))
    assert text_of(desk, "wall-title") == "Board by the door"
    assert "Nothing hangs here yet." in text_of(desk, "wall-hint")
    undo(desk, qtbot)
    assert owner.wall.places() == []


def test_a_place_is_renamed_measured_and_removed(
    qtbot: QtBot, desk_of: DeskOf, shop: WallShop, owner: Owner
) -> None:
    shop.board()
    shop.window()
    desk = desk_of()
    press(desk, "wall-change-place")
    name = find(desk, "storm-name")
    assert isinstance(name, QLineEdit)
    name.setText("  window ")
    press(desk, "storm-box-keep")
    settle(desk, qtbot)
    assert "window" in text_of(desk, "error-storm-name").lower()

    name.setText("The large board")
    press(desk, "wall-is-plain")
    press(desk, "storm-box-keep")
    settle(desk, qtbot)
    first = owner.wall.places()[0].place
    assert (first.name, first.measures) == ("The large board", None)

    press(desk, "wall-change-place")
    press(desk, "wall-remove-place")
    settle(desk, qtbot)
    assert [view.place.name for view in owner.wall.places()] == ["Window"]
    undo(desk, qtbot)
    assert len(owner.wall.places()) == 2


def test_what_hangs_is_drawn_where_it_hangs_and_true_is_the_calm_word(
    desk_of: DeskOf, shop: WallShop
) -> None:
    board, window = shop.board(), shop.window()
    shop.hung("Open at seven", board, (100, 50))
    shop.hung("Oat milk", window)
    desk = desk_of()
    face = page_of(desk).face

    assert on_board(desk) == [1]
    assert (face.board.cards[0].sheet.left, face.board.cards[0].sheet.top) == (100, 50)
    assert [tab.accessibleName() for tab in face.head.tabs] == ["Board by the door 1", "Window 1"]
    assert [line.today for line in face.model.lines] == ["true", "true"]
    assert face.alarm.isHidden()


def test_a_sheet_is_moved_by_keys_and_moved_back(
    qtbot: QtBot, desk_of: DeskOf, shop: WallShop, owner: Owner
) -> None:
    shop.hung("Open at seven", shop.board(), (100, 50))
    desk = desk_of()

    QTest.keyClick(find(desk, "wall-sheet-1"), Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
    qtbot.waitUntil(lambda: owner.wall.places()[0].hangings[0].at == Position(110, 50))
    settle(desk, qtbot)
    undo(desk, qtbot)

    assert owner.wall.places()[0].hangings[0].at == Position(100, 50)
    assert page_of(desk).face.board.cards[0].sheet.left == 100


def stale_shop(shop: WallShop) -> Place:
    """Two sheets on a board, both no longer true."""
    board = shop.board()
    for row, text in enumerate(("Table 5 wobbles", "Open at seven")):
        idea, _notice = shop.hung(text, board, (100 + 200 * row, 50))
        shop.answer(idea, Status.DONE, "It is done.")
    return board


def test_stale_sheets_are_printed_again_in_one_go_and_then_hang_where_the_old_ones_hung(
    qtbot: QtBot, desk_of: DeskOf, shop: WallShop, owner: Owner, printed: list[bytes]
) -> None:
    stale_shop(shop)
    desk = desk_of()
    assert text_of(desk, "wall-alarm-title") == "Two sheets say what is no longer true"
    assert find(desk, "page-wall").accessibleName() == "Wall 2"
    assert [card.sheet.flag for card in page_of(desk).face.board.cards] == ["is done", "is done"]

    press(desk, "wall-print-again")
    qtbot.waitUntil(lambda: len(printed) == 1)
    settle(desk, qtbot)
    assert text_of(desk, "wall-taken-down") == "They hang now"
    press(desk, "wall-taken-down")
    settle(desk, qtbot)

    assert printed[0].startswith(b"%PDF")
    assert on_board(desk) == [3, 4]
    assert [copy.at for copy in owner.wall.places()[0].hangings] == [Position(100, 50), Position(300, 50)]
    assert page_of(desk).face.alarm.isHidden()
    undo(desk, qtbot)
    assert sorted(on_board(desk)) == [1, 2]


def test_sheets_that_are_not_printed_after_all_hang_nowhere_and_replace_nothing(
    qtbot: QtBot, desk_of: DeskOf, shop: WallShop, owner: Owner
) -> None:
    stale_shop(shop)
    asked: list[bytes] = []

    def give_up(pdf: bytes, _on_sent: Callable[[], None], on_given_up: Callable[[], None]) -> None:
        asked.append(pdf)
        on_given_up()

    desk = desk_of(printer=give_up)
    press(desk, "wall-print-again")
    qtbot.waitUntil(lambda: len(asked) == 1)
    settle(desk, qtbot)

    assert sorted(numbers(desk)) == [1, 2]
    assert len(owner.wall.stale()) == 2
    assert text_of(desk, "wall-taken-down") == "I have taken them down"
    press(desk, "wall-print-again")
    qtbot.waitUntil(lambda: len(asked) == 2)


def test_stale_sheets_that_were_taken_down_are_no_alarm_any_more(
    qtbot: QtBot, desk_of: DeskOf, shop: WallShop, owner: Owner
) -> None:
    stale_shop(shop)
    desk = desk_of()

    press(desk, "wall-taken-down")
    settle(desk, qtbot)

    assert numbers(desk) == []
    assert owner.wall.stale() == []
    press(desk, f"wall-show-{Show.TAKEN_DOWN.value}")
    settle(desk, qtbot)
    assert numbers(desk) == [2, 1]


def test_an_address_that_was_left_is_told_of_and_printed_anew(
    qtbot: QtBot, desk_of: DeskOf, shop: WallShop, printed: list[bytes]
) -> None:
    board = shop.board()
    notice = shop.printed(shop.answered("Open at seven"), address="http://192.168.1.99:8765")
    shop.owner.wall.hang([notice.id], board.id)
    desk = desk_of()

    [reason] = page_of(desk).face.alarm.reasons
    assert "192.168.1.99" in reason.why
    assert page_of(desk).face.board.cards[0].sheet.flag == "old address"
    assert desk.day.day is not None
    assert [entry.notice.number for entry in desk.day.day.overview.untrue] == [1]
    press(desk, "wall-print-again")
    qtbot.waitUntil(lambda: len(printed) == 1)


def test_an_address_that_does_not_answer_judges_no_sheet_and_is_told(
    qtbot: QtBot, desk_of: DeskOf, shop: WallShop, network: ShopNetwork
) -> None:
    network.answers = False
    shop.owner.wall.hang([shop.printed(shop.answered("Open at seven")).id], shop.board().id)

    desk = desk_of()

    assert page_of(desk).face.alarm.isHidden()
    assert "lead nowhere now" in text_of(desk, "wall-dead-codes")
    network.answers = True
    desk.reach.look_again()
    qtbot.waitUntil(lambda: not text_of(desk, "wall-dead-codes"))


def test_a_number_is_typed_from_anywhere_and_opens_its_sheet(
    qtbot: QtBot, desk_of: DeskOf, shop: WallShop
) -> None:
    board = shop.board()
    for text in ("Open at seven", "Oat milk", "Table 5 wobbles"):
        shop.hung(text, board)
    desk = desk_of()
    desk.window.activateWindow()
    page_of(desk).face.board.cards[0].setFocus()

    QTest.keyClicks(page_of(desk).face.board.cards[0], "2")
    strike(find(desk, "wall-find"), Qt.Key.Key_Return)
    settle(desk, qtbot)

    box = page_of(desk).boxes.sheet
    assert box is not None
    assert box.isVisible()
    assert box.entry is not None
    assert box.entry.notice.number == 2
    assert box.entry.title == "Oat milk"
    assert text_of(desk, "wall-find") == ""
    box.reject()


def test_a_scanned_code_finds_its_sheet_and_an_unknown_one_is_told(
    qtbot: QtBot, desk_of: DeskOf, shop: WallShop
) -> None:
    idea, notice = shop.hung("Open at seven", shop.board())
    desk = desk_of()
    field = find(desk, "wall-find")

    QTest.keyClicks(field, "144")
    strike(field, Qt.Key.Key_Return)
    settle(desk, qtbot)
    assert "no sheet with the number 144" in text_of(desk, "error-wall-find")

    QTest.keyClicks(field, f"http://192.168.1.20:8765/i/{idea.id.hex}?n={notice.number}")
    strike(field, Qt.Key.Key_Return)
    settle(desk, qtbot)
    box = page_of(desk).boxes.sheet
    assert box is not None
    assert box.isVisible()
    box.reject()


def test_a_word_narrows_the_ledger(qtbot: QtBot, desk_of: DeskOf, shop: WallShop) -> None:
    board = shop.board()
    shop.hung("Open at seven", board)
    shop.hung("Oat milk", board)
    desk = desk_of()

    QTest.keyClicks(find(desk, "wall-find"), "milk")

    qtbot.waitUntil(lambda: numbers(desk) == [2])


def test_a_sheet_is_taken_down_by_somebody_and_put_back(
    qtbot: QtBot, desk_of: DeskOf, shop: WallShop, owner: Owner
) -> None:
    shop.hung("Open at seven", shop.board(), (100, 50))
    desk = desk_of()
    QTest.keyClick(find(desk, "wall-sheet-1"), Qt.Key.Key_Return)
    by = find(desk, "storm-by")
    assert isinstance(by, QLineEdit)
    by.setText("Sam")
    press(desk, "wall-sheet-down")
    settle(desk, qtbot)
    page_of(desk).face.show_chosen.emit(Show.TAKEN_DOWN)
    settle(desk, qtbot)
    assert [line.today for line in page_of(desk).face.model.lines] == ["down, by Sam"]

    page_of(desk).face.ledger.opened.emit(page_of(desk).face.model.lines[0].id)
    press(desk, "wall-sheet-back")
    settle(desk, qtbot)

    [copy] = owner.wall.places()[0].hangings
    assert copy.at == Position(100, 50)


def test_a_sheet_that_nobody_noted_is_drawn_onto_a_board(
    qtbot: QtBot, desk_of: DeskOf, shop: WallShop, owner: Owner
) -> None:
    board = shop.board()
    notice = shop.printed(shop.answered("Open at seven"))
    desk = desk_of()
    page = page_of(desk)
    assert text_of(desk, "wall-title") == "Not noted where"
    assert on_board(desk) == [1]
    page.face.head.place_chosen.emit(board.id)
    settle(desk, qtbot)

    page.face.board.dropped.emit(notice.id, 200, 100)
    settle(desk, qtbot)

    [copy] = owner.wall.places()[0].hangings
    assert copy.at == Position(200, 100)
    page.face.board.dropped.emit(notice.id, 400, 100)
    settle(desk, qtbot)
    assert [copy.at for copy in owner.wall.places()[0].hangings] == [Position(400, 100)]


def test_the_plan_is_looked_at_printed_and_drawn(
    qtbot: QtBot, desk_of: DeskOf, shop: WallShop, owner: Owner, printed: list[bytes]
) -> None:
    shop.board()
    shop.answered("Seeded rolls")
    desk = desk_of()
    press(desk, "wall-hang-these")
    assert any("Seeded rolls" in each.text() for each in find(desk, "wall-plan-box").findChildren(QLabel))
    press_in = find(desk, "wall-plan-box").findChild(Button, "storm-box-keep")
    assert press_in is not None
    press_in.click()
    qtbot.waitUntil(lambda: len(printed) == 1)
    settle(desk, qtbot)

    assert on_board(desk) == [1]
    undo(desk, qtbot)
    assert owner.wall.places()[0].hangings == ()


def test_a_sheet_goes_to_another_place_by_its_menu(
    qtbot: QtBot, desk_of: DeskOf, shop: WallShop, owner: Owner
) -> None:
    board, window = shop.board(), shop.window("Window & shelf")
    shop.hung("Open at seven", board, (100, 50))
    desk = desk_of()
    page = page_of(desk)

    card = page.face.board.cards[0]
    card.menu_requested.emit(card.mapToGlobal(card.rect().center()))
    menu = page.menu.menu
    assert menu is not None
    places = menu.findChild(QMenu, "wall-hangs-at")
    assert places is not None
    [action] = places.actions()
    assert action.text() == "Window && shelf"
    action.trigger()
    menu.close()
    settle(desk, qtbot)

    assert [len(view.hangings) for view in owner.wall.places()] == [0, 1]
    assert owner.wall.places()[1].place.id == window.id


def test_a_page_with_hundreds_of_sheets_opens(desk_of: DeskOf, shop: WallShop) -> None:
    window = shop.window()
    notices = [shop.printed(shop.answered(f"Idea {number}")).id for number in range(160)]
    shop.owner.wall.hang(notices, window.id)

    desk = desk_of()

    assert page_of(desk).face.model.rowCount() == 160
    assert len(on_board(desk)) == 120


def test_another_shop_s_paper_counts_inches(qtbot: QtBot, open_shop_desk: OpenDesk, owner: Owner) -> None:
    desk = open_shop_desk(Settings(theme="light", paper_size="Letter"), page=WALL)
    settle(desk, qtbot)
    page_of(desk).face.empty.step.click()
    name = find(desk, "storm-name")
    assert isinstance(name, QLineEdit)
    name.setText("Board")
    press(desk, "wall-usual-24")
    press(desk, "storm-box-keep")
    settle(desk, qtbot)

    assert owner.wall.places()[0].place.measures == Measures(610, 457)


def test_every_word_of_the_wall_is_the_owners_language(desk_of: DeskOf, shop: WallShop) -> None:
    board = shop.board("7")
    idea, _notice = shop.hung("100 200", board, (100, 50))
    shop.hung("300", shop.window("8"))
    shop.answer(idea, Status.DONE, "400")
    shop.answered("500")
    desk = desk_of(words=pseudo_words())
    page = page_of(desk)

    assert what_escapes(desk.window) == set()
    page.face.board.cards[0].opened.emit()
    page.face.next.hang.click()
    press(desk, "wall-change-place")

    assert what_escapes(desk.window) == set()
