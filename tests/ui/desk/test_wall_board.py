"""The drawn board: to scale, walked and moved by keys and pointer, tidy by itself; the ledger under it."""

from __future__ import annotations

from datetime import date
from uuid import UUID, uuid4

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.words import Words
from tests.pseudo import pseudo_words
from tests.shop import SetClock
from ui.desk.tools import Tools
from ui.desk.wall.alarm_slip import AlarmSlip, Reason
from ui.desk.wall.board_view import BoardView
from ui.desk.wall.drawn import DrawnSheet, DrawnWall, FreePlace, Way, in_rows, neighbour, snapped
from ui.desk.wall.ledger_model import Column, LedgerLine, LedgerModel
from ui.desk.wall.ledger_table import LedgerTable
from ui.shared.background import Background
from ui.shared.fonts import families_for, register_fonts
from ui.shared.theme import Theme

SHIFT = Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def words() -> Words:
    return pseudo_words()


@pytest.fixture
def tools(qapp: QApplication, words: Words) -> Tools:
    register_fonts()
    theme = Theme(qapp, families=families_for(), choice="light")
    theme.apply()
    background: Background = None  # type: ignore[assignment]
    return Tools(theme=theme, words=words, background=background, messages=None, clock=SetClock())  # type: ignore[arg-type]


def sheet(number: int, left: int | None = None, top: int | None = None, **more: object) -> DrawnSheet:
    given: dict[str, object] = {"width": 148, "height": 210, **more}
    return DrawnSheet(
        id=UUID(int=number),
        number=number,
        headline="Open at seven",
        left=left,
        top=top,
        **given,  # type: ignore[arg-type]
    )


def board_with(*sheets: DrawnSheet, free: tuple[FreePlace, ...] = ()) -> DrawnWall:
    return DrawnWall(width=1000, height=600, sheets=sheets, free=free)


@pytest.fixture
def board(qtbot: QtBot, tools: Tools) -> BoardView:
    made = BoardView(tools)
    qtbot.addWidget(made)
    made.resize(802, 400)
    made.show()
    return made


def test_a_board_is_drawn_to_scale(board: BoardView) -> None:
    board.show_wall(board_with(sheet(1, 100, 50)))

    [card] = board.cards
    assert board.scale == pytest.approx(0.8)
    assert board.height() == 482
    assert card.paper.width() == pytest.approx(118.4)
    assert card.pos().x() + card.paper.left() == pytest.approx(81)
    board.be_at_most(300)
    assert board.scale == pytest.approx(0.5)


def test_a_sheet_without_measures_around_it_lies_in_rows() -> None:
    rows = in_rows([sheet(number) for number in range(1, 5)], 600)

    assert [(each.left, each.top) for each in rows.sheets] == [(36, 36), (220, 36), (404, 36), (36, 282)]
    assert rows.height == 528


def test_paper_hangs_to_the_centimetre_or_at_the_edge_of_other_paper_and_never_beside_the_board() -> None:
    wall = board_with(sheet(1, 103, 50), sheet(2, 400, 300))

    assert snapped(wall.sheets[1], 417, 233, wall) == (420, 230)
    assert snapped(wall.sheets[1], 110, 233, wall) == (103, 230)
    assert snapped(wall.sheets[1], 990, -40, wall) == (852, 0)


def test_arrows_find_the_nearest_sheet_that_way() -> None:
    one, beside, below = sheet(1, 0, 0), sheet(2, 200, 10), sheet(3, 10, 300)
    all_of_them = [one, beside, below]

    assert neighbour(all_of_them, one, Way.RIGHT) is beside
    assert neighbour(all_of_them, one, Way.DOWN) is below
    assert neighbour(all_of_them, one, Way.LEFT) is None


def test_arrows_walk_and_enter_opens(qtbot: QtBot, board: BoardView) -> None:
    board.show_wall(board_with(sheet(1, 0, 0), sheet(2, 200, 0)))
    opened: list[UUID] = []
    board.opened.connect(opened.append)
    board.activateWindow()
    board.cards[0].setFocus()

    QTest.keyClick(board.cards[0], Qt.Key.Key_Right)
    qtbot.waitUntil(lambda: board.current == UUID(int=2))
    QTest.keyClick(board.cards[1], Qt.Key.Key_Return)

    assert opened == [UUID(int=2)]
    assert board.cards[0].focusPolicy() is Qt.FocusPolicy.ClickFocus


def test_shift_and_arrows_move_a_sheet_and_are_one_move(qtbot: QtBot, board: BoardView) -> None:
    board.show_wall(board_with(sheet(1, 100, 103)))
    [card] = board.cards

    with qtbot.waitSignal(board.moved) as moved:
        for key in (Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Up):
            QTest.keyClick(card, key, SHIFT)

    assert moved.args == [UUID(int=1), 120, 100]


def test_what_is_read_meanwhile_loses_no_move(qtbot: QtBot, board: BoardView) -> None:
    wall = board_with(sheet(1, 100, 100))
    board.show_wall(wall)
    QTest.keyClick(board.cards[0], Qt.Key.Key_Right, SHIFT)

    with qtbot.waitSignal(board.moved) as moved:
        board.show_wall(wall)

    assert moved.args == [UUID(int=1), 110, 100]


def test_a_sheet_from_the_ledger_is_dropped_where_it_shall_hang(
    qtbot: QtBot, board: BoardView, tools: Tools
) -> None:
    board.show_wall(board_with())
    model = LedgerModel(tools.words)
    model.show_lines([line(7)])
    data = model.mimeData([model.index(0, 0)])
    drop = QDropEvent(
        QPointF(81, 41),
        Qt.DropAction.CopyAction,
        data,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )

    with qtbot.waitSignal(board.dropped) as dropped:
        board.dropEvent(drop)

    assert dropped.args == [UUID(int=7), 101, 51]


def test_the_pointer_moves_a_sheet(qtbot: QtBot, board: BoardView) -> None:
    board.show_wall(board_with(sheet(1, 100, 100)))
    [card] = board.cards
    middle = card.rect().center()

    QTest.mousePress(card, Qt.MouseButton.LeftButton, pos=middle)
    QTest.mouseMove(card, middle + QPoint(40, 0))
    with qtbot.waitSignal(board.moved) as moved:
        QTest.mouseRelease(card, Qt.MouseButton.LeftButton, pos=card.mapFromParent(card.pos() + middle))

    assert moved.args is not None
    assert moved.args[0] == UUID(int=1)
    assert moved.args[1] > 100
    assert moved.args[2] == 100


def test_what_hangs_already_keeps_the_keyboard(board: BoardView) -> None:
    board.show_wall(board_with(sheet(1, 0, 0), sheet(2, 200, 0)))
    board.cards[1].setFocus()

    board.show_wall(board_with(sheet(2, 210, 0, flag="is done"), free=(FreePlace(
        left=0, top=0, width=148, height=210, words="free, A5"),)))  # fmt: skip

    assert [card.sheet.number for card in board.cards] == [2]
    assert board.current == UUID(int=2)
    assert not board.grab().isNull()


def test_hundreds_of_sheets_without_a_place_are_drawn_in_part(board: BoardView) -> None:
    board.show_wall(DrawnWall(sheets=[sheet(number) for number in range(1, 400)]))

    assert len(board.cards) == 120
    assert not board.grab().isNull()


def line(number: int, **more: object) -> LedgerLine:
    given: dict[str, object] = {
        "says": "Open at seven",
        "hangs_at": "Board",
        "today": "true",
        "is_wrong": False,
        "alarm": 9,
        **more,
    }
    return LedgerLine(
        id=UUID(int=number),
        number=number,
        sheet="A5",
        since=date(2026, 11, 1),
        since_words="1 Nov",
        down_on=None,
        down_words="",
        **given,  # type: ignore[arg-type]
    )


def test_the_worst_stands_first_and_a_click_on_a_title_orders_anew(qtbot: QtBot, tools: Tools) -> None:
    model = LedgerModel(tools.words)
    table = LedgerTable(tools, model)
    qtbot.addWidget(table)
    table.resize(800, 300)
    table.show()

    model.show_lines([line(1), line(3), line(2, today="put together", is_wrong=True, alarm=1)])
    assert [each.number for each in model.lines] == [2, 3, 1]
    table.choose(UUID(int=1))
    table.sortByColumn(Column.NUMBER, Qt.SortOrder.AscendingOrder)

    assert [each.number for each in model.lines] == [1, 2, 3]
    assert table.current_id == UUID(int=1)
    assert not table.grab().isNull()


def test_thousands_of_lines_are_shown_at_once_and_found(qtbot: QtBot, tools: Tools) -> None:
    model = LedgerModel(tools.words)
    table = LedgerTable(tools, model)
    qtbot.addWidget(table)
    model.show_lines([line(number) for number in range(1, 5001)])

    assert model.rowCount() == 5000
    assert table.choose(UUID(int=4711))
    assert table.current_id == UUID(int=4711)
    assert not table.choose(uuid4())


def test_a_narrow_ledger_leaves_out_what_can_be_looked_up(qtbot: QtBot, tools: Tools) -> None:
    model = LedgerModel(tools.words)
    table = LedgerTable(tools, model)
    qtbot.addWidget(table)
    model.show_lines([line(1, today="put together with another", is_wrong=True)])
    table.resize(440, 200)
    table.show()

    assert table.isColumnHidden(Column.SHEET)
    assert not table.isColumnHidden(Column.TODAY)
    assert not table.isColumnHidden(Column.SAYS)


def test_the_alarm_says_why_and_offers_what_can_be_done(qtbot: QtBot, tools: Tools) -> None:
    slip = AlarmSlip(tools)
    qtbot.addWidget(slip)
    wanted: list[list[UUID]] = []
    slip.print_requested.connect(wanted.append)
    slip.down_requested.connect(wanted.append)
    reasons = [
        Reason(id=UUID(int=131), number=131, why="131 says something else.", can_be_printed=True),
        Reason(id=UUID(int=127), number=127, why="127 was erased.", can_be_printed=False),
    ]

    slip.show_reasons(reasons)
    slip.print.click()
    slip.down.click()
    slip.show_reasons([])

    assert wanted == [[UUID(int=131)], [UUID(int=131), UUID(int=127)]]
    assert slip.isHidden()
