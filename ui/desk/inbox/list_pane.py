"""The list at the left of the inbox: three views with their counts, the search, the rows."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from uuid import UUID

from PySide6.QtCore import QItemSelectionModel, Qt, QTimer, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QButtonGroup,
    QHBoxLayout,
    QLineEdit,
    QListView,
    QSizePolicy,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from app.domain.ideas import Idea
from app.domain.inbox import InboxCounts, InboxView
from app.domain.views import NO_FILTER, Filter, Question
from ui.desk.inbox.list_delegate import MANY_ROWS, RowDelegate
from ui.desk.inbox.list_model import InboxModel
from ui.desk.tools import Tools
from ui.shared.buttons import UNDERLINED, VERB, Button
from ui.shared.empty_place import EmptyPlace
from ui.shared.focus_ring import OWN_RING
from ui.shared.keys import bind
from ui.shared.labels import hair, label, tell_about
from ui.shared.large_text import is_large
from ui.shared.tabs import Tab

WIDTH, NARROW_WIDTH = 336, 300
HEAD_HEIGHT = 64
SEARCH_DELAY_MS = 180


class ListPane(QWidget):
    """`question_changed`: another view or search is wanted. `choice_changed`: other rows were chosen."""

    question_changed = Signal()
    choice_changed = Signal()
    codes_requested = Signal()
    filter_requested = Signal()
    show_all_requested = Signal()

    def __init__(
        self,
        tools: Tools,
        model: InboxModel,
        days_left: Callable[[Idea], int],
        today: Callable[[], date],
    ) -> None:
        super().__init__()
        self._tools = tools
        self.model = model
        self.filter = NO_FILTER
        self._tabs: dict[InboxView, Tab] = {}
        self._is_narrow = False
        self._counts: InboxCounts | None = None
        self._has_code = False
        self._take_step: Callable[[], None] = self.codes_requested.emit
        self._build(days_left, today)
        self._connect()
        tools.theme.changed.connect(self._fit)
        self._fit()

    @property
    def view(self) -> InboxView:
        return next(view for view, tab in self._tabs.items() if tab.isChecked())

    @property
    def words(self) -> str:
        return self.search.text().strip() if self.search.isVisibleTo(self) else ""

    @property
    def question(self) -> Question:
        """What the list shows: the view, what it is narrowed to, what is searched for."""
        return Question(view=self.view, filter=self.filter, words=self.words)

    @property
    def chosen(self) -> list[Idea]:
        """The chosen ideas in the order of the list."""
        rows = sorted(index.row() for index in self.rows.selectionModel().selectedIndexes())
        return [idea for row in rows if (idea := self.model.idea_at(row)) is not None]

    def open_view(self, view: InboxView) -> None:
        self._tabs[view].setChecked(True)
        self.question_changed.emit()

    def narrow(self, wanted: Filter, said: str, view: InboxView | None = None) -> None:
        """Show only what `wanted` lets through, `said` in words; in another view, if one is given."""
        self.filter = wanted
        self._only.setText(self._tools.words.tr("Only: %(what)s", what=said))
        self._only_row.setVisible(bool(wanted))
        self._tabs[view or self.view].setChecked(True)
        self.question_changed.emit()

    def be_narrow(self, narrow: bool) -> None:
        """Give the work more room in a small window."""
        if narrow != self._is_narrow:
            self._is_narrow = narrow
            self._fit()

    def show_counts(self, counts: InboxCounts, *, has_code: bool) -> None:
        """`has_code`: there is a QR code that leads customers here."""
        self._tabs[InboxView.TO_ANSWER].set_count(counts.to_answer)
        self._tabs[InboxView.WAITING].set_count(counts.waiting)
        if (self._counts, self._has_code) != (counts, has_code):
            self._counts, self._has_code = counts, has_code
            self.say_what_is_here()

    def open_search(self) -> None:
        self._search_row.show()
        self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.search.selectAll()

    def close_search(self) -> None:
        had_words = bool(self.search.text())
        self.search.clear()
        self._search_row.setVisible(is_large(self._tools.theme))
        self.rows.setFocus(Qt.FocusReason.OtherFocusReason)
        if had_words:
            self.question_changed.emit()

    def choose_row(self, row: int) -> None:
        """The row, or the nearest there is."""
        last = self.model.rowCount() - 1
        if last < 0:
            self.rows.clearSelection()
            self.choice_changed.emit()
            return
        index = self.model.index(max(0, min(row, last)))
        self.rows.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)
        self.rows.scrollTo(index)

    def choose_idea(self, idea_id: UUID) -> bool:
        row = self.model.row_of(idea_id)
        if row is not None:
            self.choose_row(row)
        return row is not None

    def say_what_is_here(self) -> None:
        """The rows, or kind words where there is none."""
        if self.model.rowCount():
            self._stack.setCurrentWidget(self.rows)
            return
        if self.words:
            self._say_nothing_found()
        elif self.filter:
            self._say_nothing_fits()
        elif self._counts is not None and self._counts.all == 0:
            self._welcome()
        else:
            self._say_all_is_done()
        self._stack.setCurrentWidget(self._empty)

    def _say_nothing_found(self) -> None:
        tr = self._tools.words.tr
        if self.view is InboxView.ALL:
            self._empty.say(tr("No idea has these words."), tr("Try another word, or fewer letters of it."))
        else:
            self._offer(
                tr("Not among these."),
                tr("An idea with these words may lie elsewhere."),
                tr("Look in all"),
                lambda: self.open_view(InboxView.ALL),
            )

    def _say_nothing_fits(self) -> None:
        tr = self._tools.words.tr
        self._offer(
            tr("No idea here fits."),
            tr("The list shows only a part."),
            tr("Show all"),
            self.show_all_requested.emit,
        )

    def _welcome(self) -> None:
        """A shop without any idea yet."""
        tr = self._tools.words.tr
        here = tr("The first idea will lie here.")
        if self._has_code:
            self._empty.say(
                here, tr("Your QR code leads people to the form. What they tell you can be written down too.")
            )
        else:
            self._offer(
                here,
                tr("Hang up a QR code where people wait, and write down what they tell you."),
                tr("Make the first code"),
                self.codes_requested.emit,
            )

    def _say_all_is_done(self) -> None:
        words, waiting = self._tools.words, self._counts.waiting if self._counts else 0
        if self.view is InboxView.WAITING:
            self._empty.say(
                words.tr("Nothing waits for you. Well done."),
                words.tr("New ideas come in here by themselves."),
            )
        elif waiting:
            self._offer(
                words.trn("%(count)s idea waits for you.", "%(count)s ideas wait for you.", waiting),
                words.tr("You read each of them before it hangs on the board."),
                words.tr("Read what waits"),
                lambda: self.open_view(InboxView.WAITING),
            )
        else:
            self._empty.say(
                words.tr("Everything is answered. Well done."), words.tr("What you put up comes here next.")
            )

    def _offer(self, what: str, then: str, step: str, take_step: Callable[[], None]) -> None:
        self._take_step = take_step
        self._empty.say(what, then, step=step)

    def _build(self, days_left: Callable[[Idea], int], today: Callable[[], date]) -> None:
        tools, tr = self._tools, self._tools.words.tr
        head = self._head_layout = QHBoxLayout()
        head.setContentsMargins(12, 0, 12, 0)
        head.setSpacing(2)
        group = QButtonGroup(self)
        titles = {
            InboxView.TO_ANSWER: tr("To answer"),
            InboxView.WAITING: tr("Waiting"),
            InboxView.ALL: tr("All"),
        }
        for view, title in titles.items():
            tab = Tab(tools.theme, title)
            tab.setObjectName(f"view-{view.value}")
            group.addButton(tab)
            self._tabs[view] = tab
            head.addWidget(tab)
        self._tabs[InboxView.TO_ANSWER].setChecked(True)
        head.addStretch()
        self.search_button = Button(tools.theme, "", role=VERB, icon="search")
        self.search_button.setAccessibleName(tr("Search"))
        tell_about(self.search_button, tr("Search (Ctrl F)"))
        self.filter_button = Button(tools.theme, "", role=VERB, icon="filter")
        self.filter_button.setObjectName("filter")
        self.filter_button.setAccessibleName(tr("Show only"))
        tell_about(self.filter_button, tr("Show only a part, or a view of yours (F)"))
        head.addWidget(self.filter_button)
        head.addWidget(self.search_button)
        self._head = QWidget()
        self._head.setLayout(head)
        self.search = QLineEdit()
        self.search.setObjectName("inbox-search")
        self.search.setPlaceholderText(tr("Words, names, tags, numbers"))
        self.search.setAccessibleName(tr("Search the inbox"))
        self.search.setClearButtonEnabled(True)
        self._search_row = QWidget()
        search_row = self._search_layout = QHBoxLayout(self._search_row)
        search_row.setContentsMargins(16, 12, 16, 12)
        search_row.addWidget(self.search)
        self._search_row.hide()
        self._only = label("", "small", wrap=True)
        self._only.setObjectName("only")
        self.show_all = Button(tools.theme, tr("Show all"), role=UNDERLINED)
        self._only_row = QWidget()
        only_row = QHBoxLayout(self._only_row)
        only_row.setContentsMargins(20, 8, 20, 8)
        only_row.setSpacing(12)
        only_row.addWidget(self._only, 1)
        only_row.addWidget(self.show_all, 0, Qt.AlignmentFlag.AlignTop)
        self._only_row.hide()
        self.rows = _Rows(self.model)
        self.rows.setAccessibleName(tr("Ideas"))
        self.rows.setItemDelegate(RowDelegate(tools.theme, tools.words, days_left, today, self.rows))
        self._empty = EmptyPlace(tools.theme)
        self._empty.step.setObjectName("next-step")
        self._stack = QStackedWidget()
        self._stack.addWidget(self.rows)
        self._stack.addWidget(self._empty)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._head)
        column.addWidget(hair())
        column.addWidget(self._search_row)
        column.addWidget(self._only_row)
        column.addWidget(self._stack)

    def _connect(self) -> None:
        self._delay = QTimer(self)
        self._delay.setSingleShot(True)
        self._delay.setInterval(SEARCH_DELAY_MS)
        self._delay.timeout.connect(self.question_changed)
        for tab in self._tabs.values():
            tab.clicked.connect(self.question_changed)
        self.search_button.clicked.connect(self.open_search)
        self.filter_button.clicked.connect(self.filter_requested)
        self.show_all.clicked.connect(self.show_all_requested)
        self.search.textChanged.connect(self._delay.start)
        self.search.returnPressed.connect(self.rows.setFocus)
        self.rows.selectionModel().selectionChanged.connect(self.choice_changed)
        self.model.modelReset.connect(self._choose_height)
        self.model.rowsInserted.connect(self._choose_height)
        self._empty.step.clicked.connect(lambda: self._take_step())
        bind(self._search_row, "Esc", self.close_search)

    def _choose_height(self) -> None:
        self.rows.setUniformItemSizes(self.model.rowCount() > MANY_ROWS)

    def _fit(self) -> None:
        percent = self._tools.theme.text_percent
        width = NARROW_WIDTH if self._is_narrow else WIDTH
        self.setFixedWidth(round(width * (1 + (percent - 100) / 220)))
        # In large text the search stands open: buttons would not fit beside the views.
        large = is_large(self._tools.theme)
        self.search_button.setVisible(not large)
        if large:
            self._search_row.show()
            self._search_layout.addWidget(self.filter_button)
        else:
            self._head_layout.insertWidget(self._head_layout.count() - 1, self.filter_button)
        self._head.setFixedHeight(max(HEAD_HEIGHT, self._tools.theme.px(44)))
        self.rows.doItemsLayout()


class _Rows(QListView):
    """The list itself; it paints the focus ring inside its current row."""

    def __init__(self, model: InboxModel) -> None:
        super().__init__()
        self.setModel(model)
        self.setObjectName("inbox-rows")
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setProperty(OWN_RING, True)
