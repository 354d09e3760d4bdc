"""The page of the wall as it is seen: board and ledger, beside them what is wrong and what comes next."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QButtonGroup, QStackedWidget, QVBoxLayout, QWidget

from app.domain.ledger import Entry, Show
from ui.desk.shop.cells import Flow
from ui.desk.tools import Tools
from ui.desk.wall.alarm_slip import AlarmSlip
from ui.desk.wall.board_view import BoardView
from ui.desk.wall.find_line import FindLine
from ui.desk.wall.head import WallHead
from ui.desk.wall.ledger_model import LedgerModel
from ui.desk.wall.ledger_table import LedgerTable
from ui.desk.wall.looking import Looked, alarm_reasons, drawn_wall, proposed, tabs
from ui.desk.wall.side_parts import DownBox, NextBox
from ui.desk.wall.wording import coming_down
from ui.shared.buttons import ON_WALL, UNDERLINED, Button
from ui.shared.empty_place import EmptyPlace
from ui.shared.labels import label
from ui.shared.large_text import direction_for, is_large
from ui.shared.scrolling import scrolling
from ui.shared.tabs import Tab

MARGIN, TOP, GUTTER = 40, 26, 40
SIDE_WIDTH = 304
LEAST_BOARD, MOST_BOARD = 560, 1120
# A tall board leaves the ledger its first rows.
BOARD_SHARE, NARROW_SHARE = 0.6, 0.9
FEWEST_ROWS, MOST_ROWS = 3, 14


class WallFace(QWidget):
    """`show_chosen` carries a Show: which lines of the ledger are wanted."""

    show_chosen = Signal(object)

    def __init__(self, tools: Tools) -> None:
        super().__init__()
        self._tools = tools
        self._shows: dict[Show, Tab] = {}
        self.head = WallHead(tools)
        self.board = BoardView(tools)
        self.model = LedgerModel(tools.words, self)
        self.ledger = LedgerTable(tools, self.model)
        self.finding = FindLine(tools)
        self.alarm = AlarmSlip(tools)
        self.next = NextBox(tools)
        self.down = DownBox(tools)
        self._build()
        self.model.modelReset.connect(self._fit_ledger)
        tools.theme.changed.connect(self._share_room)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._share_room()

    @property
    def first_stop(self) -> QWidget:
        """Where the keyboard comes to the page."""
        if self.stack.currentWidget() is self.empty:
            return self.empty.step
        return self.board if self.board.cards else self.finding.field

    def show_looked(self, looked: Looked) -> None:
        """As it is now."""
        words = self._tools.words
        self.stack.setCurrentWidget(self.empty if looked.is_empty else self._scroll)
        place = looked.place.place.id if looked.place else None
        self.head.show_places(tabs(looked, words), place)
        self.board.show_wall(drawn_wall(looked, words))
        self._say_of_board(looked)
        self.model.show_lines(looked.lines)
        self._fit_ledger()
        self._count(looked)
        self.alarm.show_reasons(alarm_reasons(looked, words))
        self.next.show_proposed(proposed(looked, words))
        self.next.setVisible(looked.plan is not None)
        self.down.say(coming_down(looked.hanging, looked.today, words))

    def say_of_codes(self, sentence: str) -> None:
        """What is wrong with all of them; nothing when they can be followed."""
        self._dead.setText(sentence)
        self._dead.setVisible(bool(sentence))

    def choose(self, entry: Entry) -> None:
        """In the ledger, and on the board where it hangs there."""
        self.ledger.choose(entry.notice.id)
        self.bring_into_view(self.ledger)

    def _say_of_board(self, looked: Looked) -> None:
        """In place of what would hang there; nothing when something hangs."""
        tr, view = self._tools.words.tr, looked.place
        if view is None and looked.unnoted:
            said = tr("These hang somewhere. Open one to say where, or draw it onto a board.")
        elif view is not None and not view.hangings:
            said = tr("Nothing hangs here yet. Print an answer in the inbox, and say that it hangs here.")
        else:
            said = ""
        self.hint.setText(said)
        self.hint.setVisible(bool(said))

    def _count(self, looked: Looked) -> None:
        counts = looked.counts
        known = {Show.HANGING: counts.hanging, Show.TAKEN_DOWN: counts.taken_down, Show.ALL: counts.all}
        for show, tab in self._shows.items():
            tab.set_count(known[show])
        self._shows_row.settle()

    def bring_into_view(self, part: QWidget) -> None:
        self._scroll.ensureWidgetVisible(part, 0, MARGIN)

    def _build(self) -> None:
        theme, tr = self._tools.theme, self._tools.words.tr
        self.hint = label("", "soft", wrap=True)
        self.hint.setObjectName("wall-hint")
        self.hint.hide()
        self._dead = label("", "care", wrap=True)
        self._dead.setObjectName("wall-dead-codes")
        self._dead.hide()
        self.make = Button(theme, tr("Make a sheet"), role=ON_WALL, icon="note")
        self.make.setObjectName("wall-make-sheet")
        self.make.hide()
        # The same where nothing hangs yet.
        self.make_first = Button(theme, tr("Make a sheet"), role=UNDERLINED)
        self.make_first.setObjectName("wall-make-first-sheet")
        self.make_first.hide()
        self._build_left()
        self._side = QWidget()
        self._side_column = QVBoxLayout(self._side)
        self._side_column.setContentsMargins(0, 8, 0, 0)
        self._side_column.setSpacing(28)
        for part in (self.alarm, self.next, self.down):
            self._side_column.addWidget(part)
        self._side_column.addWidget(self.make, 0, Qt.AlignmentFlag.AlignLeading)
        self._side_column.addStretch()
        self._body = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._body.setSpacing(GUTTER)
        self._body.addWidget(self._left, 1)
        self._body.addWidget(self._side)
        content = QWidget()
        content.setProperty("role", "plain")
        column = QVBoxLayout(content)
        column.setContentsMargins(MARGIN, TOP, MARGIN, 28)
        column.addLayout(self._body)
        column.addStretch()
        self._content = content
        self._scroll = scrolling(content)
        self._scroll.setAlignment(Qt.AlignmentFlag.AlignLeading)
        self.empty = EmptyPlace(theme)
        self.empty.say(
            tr("Every sheet that you print will stand here."),
            tr(
                "With the place where it hangs, and a word when it is no longer true. "
                "Begin with the board by the door, or the window."
            ),
            step=tr("New place"),
        )
        self.empty.offer_more(self.make_first)
        self.stack = QStackedWidget()
        self.stack.addWidget(self._scroll)
        self.stack.addWidget(self.empty)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self.stack)

    def _build_left(self) -> None:
        self._left = QWidget()
        self._main = QVBoxLayout(self._left)
        self._main.setContentsMargins(0, 0, 0, 0)
        self._main.setSpacing(12)
        self._main.addWidget(self.head)
        self._main.addWidget(self._dead)
        self._main.addWidget(self.hint)
        self._main.addWidget(self.board)
        self._main.addWidget(self._build_tools())
        self._main.addWidget(self.ledger)

    def _build_tools(self) -> QWidget:
        made = QWidget()
        self._tools_row = QBoxLayout(QBoxLayout.Direction.LeftToRight, made)
        self._tools_row.setContentsMargins(0, 8, 0, 0)
        self._tools_row.setSpacing(8)
        self._tools_row.addWidget(self._build_shows(), 1)
        self._tools_row.addWidget(self.finding, 0, Qt.AlignmentFlag.AlignTop)
        return made

    def _build_shows(self) -> QWidget:
        tr = self._tools.words.tr
        group = QButtonGroup(self)
        titles = {
            Show.HANGING: tr("On the wall"),
            Show.TAKEN_DOWN: tr("Taken down"),
            Show.ALL: tr("All sheets"),
        }
        for show, title in titles.items():
            tab = Tab(self._tools.theme, title)
            tab.setObjectName(f"wall-show-{show.value}")
            tab.setChecked(show is Show.HANGING)
            tab.clicked.connect(partial(self.show_chosen.emit, show))
            group.addButton(tab)
            self._shows[show] = tab
        self._shows_row = Flow(self._tools.theme, list(self._shows.values()))
        return self._shows_row

    def _share_room(self) -> None:
        """The side stands beside the board, or in a small window and in large text below it; what is wrong
        stands above everything then."""
        theme = self._tools.theme
        room = self.width() - 2 * MARGIN
        beside = not is_large(theme) and room >= theme.px(LEAST_BOARD + SIDE_WIDTH) + GUTTER
        way = QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.TopToBottom
        self._body.setDirection(way)
        self._body.setSpacing(GUTTER if beside else 28)
        home = self._side_column if beside else self._main
        place = 0 if beside else 2
        if home.indexOf(self.alarm) < 0:
            home.insertWidget(place, self.alarm)
        self._side.setMinimumWidth(theme.px(SIDE_WIDTH) if beside else 0)
        self._side.setMaximumWidth(theme.px(SIDE_WIDTH if beside else MOST_BOARD))
        self._left.setMaximumWidth(theme.px(MOST_BOARD))
        self._content.setMaximumWidth(
            2 * MARGIN + theme.px(MOST_BOARD) + (theme.px(SIDE_WIDTH) + GUTTER if beside else 0)
        )
        self._tools_row.setDirection(direction_for(theme))
        share = BOARD_SHARE if beside else NARROW_SHARE
        self.board.be_at_most(max(theme.px(200), round(self.height() * share)))
        self._fit_ledger()

    def _fit_ledger(self) -> None:
        rows = max(FEWEST_ROWS, min(MOST_ROWS, self.model.rowCount()))
        self.ledger.setFixedHeight(self.ledger.height_for(rows))
