"""The board as customers see it: notes in columns, new, popular or answered, and found by words."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QHBoxLayout,
    QLineEdit,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from app.domain.ideas import BoardOrder, Idea
from app.domain.paging import Page
from ui.desk.board.columns import MARGIN, NoteColumns
from ui.desk.tools import Tools
from ui.shared.buttons import ON_WALL, Button
from ui.shared.empty_place import EmptyPlace
from ui.shared.keys import bind
from ui.shared.labels import hair, label
from ui.shared.scrolling import scrolling
from ui.shared.tabs import PADDING, Tab

if TYPE_CHECKING:
    from app.services.owner.owner import Owner

NOTES_AT_ONCE = 36
HEAD_HEIGHT = 64
SEARCH_DELAY_MS = 180
SEARCH_WIDTH = 260


class BoardPage(QWidget):
    """`idea_requested` carries the id of an idea to open in the inbox. `today` gives the shop's date."""

    idea_requested = Signal(object)

    def __init__(self, *, tools: Tools, owner: Owner, today: Callable[[], date]) -> None:
        super().__init__()
        self._tools = tools
        self._owner = owner
        self._today = today
        self._tabs: dict[BoardOrder, Tab] = {}
        self._ideas: list[Idea] = []
        self._next: str | None = None
        self._question = 0
        self._build()
        self._connect()
        self.setFocusProxy(self._tabs[BoardOrder.NEW])
        tools.theme.changed.connect(self._fit)
        self._fit()

    @property
    def order(self) -> BoardOrder:
        return next(order for order, tab in self._tabs.items() if tab.isChecked())

    def open(self) -> None:
        """Read the first notes of the chosen order."""
        self._ask(NOTES_AT_ONCE)

    def refresh(self) -> None:
        """Read again as many notes as hang now."""
        self._ask(max(NOTES_AT_ONCE, len(self._ideas)))

    def show_order(self, order: BoardOrder) -> None:
        self._tabs[order].click()

    def _ask(self, limit: int) -> None:
        self._question += 1
        question, order, words = self._question, self.order, self.search.text().strip()
        self._tools.background.run(
            lambda: self._owner.board(order, limit=limit, words=words),
            lambda page: self._show(question, page),
        )

    def _ask_more(self) -> None:
        after = self._next
        if after is None:
            return
        self._next = None
        question, order, words = self._question, self.order, self.search.text().strip()
        self._tools.background.run(
            lambda: self._owner.board(order, after=after, limit=NOTES_AT_ONCE, words=words),
            lambda page: self._append(question, page),
        )

    def _show(self, question: int, page: Page) -> None:
        if question == self._question:
            self._ideas = list(page.ideas)
            self._next = page.next
            self._hang()

    def _append(self, question: int, page: Page) -> None:
        if question == self._question:
            known = {idea.id for idea in self._ideas}
            self._ideas += [idea for idea in page.ideas if idea.id not in known]
            self._next = page.next
            self._hang()

    def _hang(self) -> None:
        self.columns.show_ideas(self._ideas)
        self.more.setVisible(self._next is not None)
        if self._ideas:
            self._stack.setCurrentWidget(self._scroll)
            return
        tr = self._tools.words.tr
        if self.search.text().strip():
            self._empty.say(tr("No note on the board has these words."), tr("Try another word."))
        elif self.order is BoardOrder.ANSWERED:
            self._empty.say(
                tr("Nothing is answered yet."), tr("Answers hang here under the ideas they are for.")
            )
        else:
            self._empty.say(
                tr("The board is empty."), tr("Ideas hang here once you put them up in the inbox.")
            )
        self._stack.setCurrentWidget(self._empty)

    def _build(self) -> None:
        theme, tr = self._tools.theme, self._tools.words.tr
        self._head = QWidget()
        head = QHBoxLayout(self._head)
        head.setContentsMargins(MARGIN - PADDING, 0, MARGIN, 0)
        head.setSpacing(8)
        group = QButtonGroup(self)
        titles = {
            BoardOrder.NEW: tr("New"),
            BoardOrder.POPULAR: tr("Popular"),
            BoardOrder.ANSWERED: tr("Answered"),
        }
        for order, title in titles.items():
            tab = Tab(theme, title)
            tab.setObjectName(f"order-{order.value}")
            tab.clicked.connect(self.open)
            group.addButton(tab)
            self._tabs[order] = tab
            head.addWidget(tab)
        self._tabs[BoardOrder.NEW].setChecked(True)
        head.addStretch()
        head.addWidget(label(tr("as customers see it"), "small"))
        self.search = QLineEdit()
        self.search.setObjectName("board-search")
        self.search.setPlaceholderText(tr("Search the board"))
        self.search.setAccessibleName(tr("Search the board"))
        self.search.setClearButtonEnabled(True)
        head.addWidget(self.search)
        self.columns = NoteColumns(self._tools, self._today)
        self.more = Button(theme, tr("Show more"), role=ON_WALL)
        self.more.setObjectName("show-more")
        self.more.hide()
        content = QWidget()
        content.setProperty("role", "plain")
        inside = QVBoxLayout(content)
        inside.setContentsMargins(0, 24, 0, 32)
        inside.addWidget(self.columns)
        inside.addWidget(self.more, 0, Qt.AlignmentFlag.AlignHCenter)
        inside.addStretch()
        self._scroll = scrolling(content)
        self._empty = EmptyPlace(theme)
        self._empty.say(tr("One moment."), "")
        self._stack = QStackedWidget()
        self._stack.addWidget(self._empty)
        self._stack.addWidget(self._scroll)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._head)
        column.addWidget(hair())
        column.addWidget(self._stack, 1)

    def _connect(self) -> None:
        self._delay = QTimer(self)
        self._delay.setSingleShot(True)
        self._delay.setInterval(SEARCH_DELAY_MS)
        self._delay.timeout.connect(self.open)
        self.search.textChanged.connect(self._delay.start)
        self.more.clicked.connect(self._ask_more)
        self.columns.idea_requested.connect(self.idea_requested)
        self.columns.focus_moved.connect(self._bring_into_view)
        for key in ("Ctrl+F", "/"):
            bind(self, key, self.search.setFocus)

    def _bring_into_view(self, card: QWidget) -> None:
        self._scroll.ensureWidgetVisible(card, 0, 40)

    def _fit(self) -> None:
        theme = self._tools.theme
        self._head.setFixedHeight(max(HEAD_HEIGHT, theme.px(48)))
        self.search.setFixedWidth(theme.px(SEARCH_WIDTH))
