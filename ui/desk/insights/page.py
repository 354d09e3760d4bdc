"""Insights: the pictures of one period, what is wanted most, and whether ideas have paid. It only reads."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QButtonGroup,
    QHBoxLayout,
    QScrollArea,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from app.domain.ideas import Idea
from app.domain.insights import Insights, Period
from app.domain.notices import PaperSize
from app.domain.shop import Shop
from app.tables import csv_bytes
from ui.desk.files import file_name, saved_sentence, write_file
from ui.desk.insights.keeping import archive, picture_file
from ui.desk.insights.measures_box import MeasuresBox
from ui.desk.insights.pictures import ARRIVALS, DECIDED, PLACES, PROMISE, TOPICS, Picture, pictures
from ui.desk.insights.printing import insights_page
from ui.desk.insights.section import Section
from ui.desk.insights.wanted_list import WantedList
from ui.desk.insights.wording import PERIOD_WORDS
from ui.desk.paperwork import Paperwork
from ui.desk.printing.printable import Choice, Printable
from ui.desk.printing.printing import Printing
from ui.desk.tools import Tools
from ui.shared.buttons import ON_WALL, Button
from ui.shared.charts.view import PaperType
from ui.shared.empty_place import EmptyPlace
from ui.shared.labels import hair
from ui.shared.tabs import PADDING, Tab

if TYPE_CHECKING:
    from app.services.owner.insights import Looking

HEAD_HEIGHT = 64
MARGIN = 40
GAP = 56
WIDEST = 1640
# A narrower head has icons alone on its buttons.
HEAD_NEEDS = 760
# Narrower pages have one column.
TWO_COLUMNS_NEED = 860
# Many changes come together; one reading shows them all.
REFRESH_AFTER_MS = 1_000
PAIRS = ((PROMISE, DECIDED), (PLACES, TOPICS))


class InsightsPage(QWidget):
    """`idea_requested` carries the id of an idea; `acted` says that an own verb was done."""

    idea_requested = Signal(object)
    acted = Signal()

    def __init__(
        self, *, tools: Tools, looking: Looking, shop: Shop, paperwork: Paperwork, printing: Printing
    ) -> None:
        super().__init__()
        self._tools = tools
        self._looking = looking
        self._shop = shop
        self._paperwork = paperwork
        self._printing = printing
        self._question = 0
        self._is_stale = True
        self.insights: Insights | None = None
        self._pictures: list[Picture] = []
        self._build()
        self._connect()
        self.setFocusProxy(self._tabs[Period.QUARTER])
        tools.theme.changed.connect(self._fit)
        self._fit()

    @property
    def period(self) -> Period:
        return next(period for period, tab in self._tabs.items() if tab.isChecked())

    def open(self) -> None:
        """Read the chosen period."""
        self._is_stale = False
        self._question += 1
        question, period = self._question, self.period
        self._tools.background.run(
            lambda: self._looking.read(period), lambda insights: self._show(question, insights)
        )

    def refresh(self) -> None:
        """Something has changed; a page that nobody sees reads when it is shown."""
        self._is_stale = True
        if self.isVisible():
            self._delay.start()

    def take_shop(self, shop: Shop) -> None:
        self._shop = shop
        self.refresh()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._is_stale:
            self.open()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _show(self, question: int, insights: Insights) -> None:
        if question != self._question:
            return
        self.insights = insights
        self._pictures = pictures(insights, self._tools.words)
        for picture in self._pictures:
            self.sections[picture.key].show_picture(picture)
        self.wanted.show_ideas(insights.wanted)
        self.measures.show_measures(insights.measures, insights.carried_out)
        self._stack.setCurrentWidget(self._scroll if self._has_anything(insights) else self._empty)
        self._empty.say(
            self._tools.words.tr("Here you will see what your customers tell you."),
            self._tools.words.tr(
                "How ideas come, how fast you answer, what they want most. It begins with the first idea."
            ),
        )
        for button in (self.print, self.export):
            button.setEnabled(True)

    def _has_anything(self, insights: Insights) -> bool:
        return bool(insights.arrived or insights.measures or insights.wanted) or self.period is not Period.ALL

    # Keeping

    def _keep_picture(self, key: str) -> None:
        picture = self.sections[key].picture
        if picture is not None and picture.draw is not None:
            content = picture_file(picture, self._tools.words, PaperType(self._tools.theme))
            self._save(picture.title, "svg", content)

    def _keep_table(self, key: str) -> None:
        picture = self.sections[key].picture
        if picture is not None:
            self._save(picture.title, "csv", csv_bytes(picture.table))

    def _export(self) -> None:
        if self.insights is not None:
            words = self._tools.words
            content = archive(self.insights, self._pictures, words, PaperType(self._tools.theme))
            self._save(words.tr("Insights, %(shop)s", shop=self._shop.name), "zip", content)

    def _save(self, title: str, suffix: str, content: bytes) -> None:
        words = self._tools.words

        def write(path: Path) -> None:
            self._tools.background.run(
                lambda: write_file(path, content),
                lambda _size: self._tools.messages.say(saved_sentence(path, words)),
            )

        kind = words.tr("%(kind)s (*.%(suffix)s)", kind=suffix.upper(), suffix=suffix)
        self._tools.messages.ask_where_to_save(file_name(title, suffix), kind, write)

    def _print(self) -> None:
        if self.insights is None:
            return
        words = self._tools.words
        shown = {picture.key: picture for picture in self._pictures}
        page = insights_page(self.insights, shown, self._shop, words)
        self._printing.begin(
            Printable(
                title=words.tr("Insights, %(shop)s", shop=self._shop.name),
                document=lambda choice: self._paperwork.pictures_page(page, choice.size),
                sizes=(PaperSize.A4, PaperSize.LETTER),
                designs=(),
                usual=Choice(size=_large(self._printing.last_choice.size)),
            )
        )

    # Making

    def _build(self) -> None:
        tools, tr = self._tools, self._tools.words.tr
        self.sections = {key: Section(tools, key) for key in (ARRIVALS, PROMISE, DECIDED, PLACES, TOPICS)}
        self.wanted = WantedList(tools)
        self.measures = MeasuresBox(tools, self._looking, self._answered_on)
        self._content = QWidget()
        self._content.setProperty("role", "plain")
        inside = QVBoxLayout(self._content)
        inside.setContentsMargins(MARGIN, 32, MARGIN, 48)
        inside.setSpacing(0)
        inside.addWidget(self.sections[ARRIVALS])
        self._pairs: list[QBoxLayout] = []
        for left, right in (
            *((self.sections[one], self.sections[other]) for one, other in PAIRS),
            (self.wanted, self.measures),
        ):
            inside.addSpacing(28)
            inside.addWidget(hair())
            inside.addSpacing(28)
            inside.addLayout(self._pair(left, right))
        inside.addStretch()
        self._scroll = QScrollArea()
        self._scroll.setWidgetResizable(True)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._scroll.setWidget(self._content)
        self._empty = EmptyPlace(tools.theme)
        self._empty.say(tr("One moment."), "")
        self._stack = QStackedWidget()
        self._stack.addWidget(self._empty)
        self._stack.addWidget(self._scroll)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self._build_head())
        whole.addWidget(hair())
        whole.addWidget(self._stack, 1)

    def _build_head(self) -> QWidget:
        theme, tr = self._tools.theme, self._tools.words.tr
        self._head = QWidget()
        row = QHBoxLayout(self._head)
        row.setContentsMargins(MARGIN - PADDING, 0, MARGIN, 0)
        row.setSpacing(8)
        group = QButtonGroup(self)
        self._tabs: dict[Period, Tab] = {}
        for period, title in PERIOD_WORDS.items():
            tab = Tab(theme, tr(title))
            tab.setObjectName(f"period-{period.value}")
            tab.clicked.connect(self.open)
            group.addButton(tab)
            self._tabs[period] = tab
            row.addWidget(tab)
        self._tabs[Period.QUARTER].setChecked(True)
        row.addStretch()
        self.export = Button(theme, tr("Save everything"), role=ON_WALL, icon="save")
        self.export.setObjectName("insights-export")
        self.print = Button(theme, tr("Print a page"), role=ON_WALL, icon="print")
        self.print.setObjectName("insights-print")
        for button in (self.export, self.print):
            button.setEnabled(False)
            row.addWidget(button)
        return self._head

    def _pair(self, left: QWidget, right: QWidget) -> QBoxLayout:
        pair = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        pair.setSpacing(GAP)
        pair.addWidget(left, 1)
        pair.addWidget(right, 1)
        self._pairs.append(pair)
        return pair

    def _connect(self) -> None:
        self._delay = QTimer(self)
        self._delay.setSingleShot(True)
        self._delay.setInterval(REFRESH_AFTER_MS)
        self._delay.timeout.connect(self.open)
        for key, section in self.sections.items():
            section.picture_wanted.connect(lambda key=key: self._keep_picture(key))
            section.table_wanted.connect(lambda key=key: self._keep_table(key))
        self.wanted.idea_requested.connect(self.idea_requested)
        self.measures.acted.connect(self.acted)
        self.measures.acted.connect(self.open)
        self.export.clicked.connect(self._export)
        self.print.clicked.connect(self._print)

    def _fit(self) -> None:
        theme = self._tools.theme
        self._head.setFixedHeight(max(HEAD_HEIGHT, theme.px(48)))
        is_narrow = self.width() < theme.px(HEAD_NEEDS)
        for button in (self.export, self.print):
            button.set_compact(is_narrow)
        is_wide = self.width() - 2 * MARGIN >= theme.px(TWO_COLUMNS_NEED)
        direction = QBoxLayout.Direction.LeftToRight if is_wide else QBoxLayout.Direction.TopToBottom
        for pair in self._pairs:
            pair.setDirection(direction)
        side = max(MARGIN, (self.width() - WIDEST) // 2) if self.width() > WIDEST + 2 * MARGIN else MARGIN
        layout = self._content.layout()
        assert layout is not None
        layout.setContentsMargins(MARGIN, 32, max(MARGIN, 2 * side - MARGIN), 48)

    def _answered_on(self, idea: Idea) -> date:
        moment = idea.response.created_at if idea.response else idea.created_at
        return self._shop.local_date(moment)


def _large(size: PaperSize) -> PaperSize:
    """All of it fits on one sheet of the usual large paper, that of her country."""
    return PaperSize.LETTER if size in {PaperSize.LETTER, PaperSize.HALF_LETTER} else PaperSize.A4
