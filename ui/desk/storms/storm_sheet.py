"""One storm laid open: its question and timeline over all; what was written beside what can be done."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QImage, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QComboBox, QVBoxLayout, QWidget

from app.domain.shop import Shop
from app.domain.storm_sheets import StormSheet
from app.domain.storm_views import StormView
from app.domain.storms import RUNNING, Phase
from ui.desk.storms import wording
from ui.desk.storms.chains_view import ChainsView
from ui.desk.storms.contribution import Contribution
from ui.desk.storms.ending_view import EndingView
from ui.desk.storms.sheets_box import SheetsBox
from ui.desk.storms.step_panel import StepPanel
from ui.desk.storms.steps import Step, steps_for
from ui.desk.storms.tally_view import TallyView
from ui.desk.storms.timeline import Timeline
from ui.desk.storms.waiting_box import WaitingBox
from ui.desk.tools import Tools
from ui.shared.buttons import UNDERLINED, Button
from ui.shared.labels import label
from ui.shared.scrolling import scrolling

if TYPE_CHECKING:
    from app.services.owner.owner import Owner

MARGIN, TOP = 40, 32
GUTTER = 40
SIDE_WIDTH = 288
LEAST_MAIN = 480
WIDEST = 1720
MOST_WIDTH = 16_777_215


class StormSheetView(QWidget):
    """`step_requested` carries a Step, `sheet_requested` a StormSheet, `idea_requested` the id of a
    contribution, `pick_requested` such an id and whether it is to be on the shortlist."""

    step_requested = Signal(object)
    sheet_requested = Signal(object)
    idea_requested = Signal(object)
    pick_requested = Signal(object, bool)
    ask_requested = Signal()
    save_requested = Signal()
    file_requested = Signal()

    def __init__(self, tools: Tools, owner: Owner) -> None:
        super().__init__()
        self._tools = tools
        self._choice: QComboBox | None = None
        self.steps: tuple[Step, ...] = ()
        self.always: tuple[Step, ...] = ()
        self.waiting = WaitingBox(tools, owner)
        self._build()
        self._connect()

    @property
    def first_stop(self) -> QWidget:
        """Where the keyboard begins: what waits, else the first note, else the next step."""
        if self.waiting.isVisibleTo(self) and self.waiting.lines.current is not None:
            return self.waiting.lines.current
        notes = self.chains.columns.notes
        return notes[0] if notes else self.panel.first_button or self.ask

    def show_view(
        self, view: StormView, printed: Mapping[StormSheet, datetime], shop: Shop, photo: QImage | None
    ) -> None:
        words, now = self._tools.words, self._tools.clock.now()
        when = wording.when_for(shop, words, now)
        steps = steps_for(view, printed, shop.local_date(now))
        self.steps = tuple(step for step in (steps.first, *steps.others) if step is not None)
        self._above.setText(wording.over_question(view, words))
        self._question.setText(view.storm.question)
        self._about.setText(view.storm.about)
        self._about.setVisible(bool(view.storm.about))
        self.timeline.show_storm(view.storm, when, now)
        self.ending.show_view(view)
        self.ending.show_photo(photo)
        self.tally.show_view(view)
        self.waiting.show_ideas(view.waiting if view.phase in RUNNING else ())
        self.chains.show_view(view)
        self.sheets.show_view(view, printed, when)
        self.sheets.setVisible(view.phase is not Phase.DRAFT)
        self.panel.show_view(view, steps, when)
        self._share_room()

    def begin_picking(self) -> None:
        """At the first note: S puts it on the shortlist."""
        notes = self.chains.columns.notes
        if notes:
            notes[0].setFocus(Qt.FocusReason.TabFocusReason)
            self._bring(notes[0])
            self._tools.messages.say(
                self._tools.words.tr("S puts a note on the shortlist, and takes it off again. Arrows walk.")
            )

    def take_focus(self) -> None:
        """Where the keyboard begins."""
        self.first_stop.setFocus(Qt.FocusReason.OtherFocusReason)

    def offer_choice(self, field: QComboBox | None) -> None:
        """Another storm can be chosen here, where there is no list at the side."""
        if field is not None and self._choice is None:
            self._choice = field
            self._head.insertWidget(0, field)
            self._head.insertSpacing(1, 12)
        if self._choice is not None:
            self._choice.setVisible(field is not None)

    def offer_ask(self, offered: bool) -> None:
        self.ask.setVisible(offered)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._share_room()

    def _pick(self, note: Contribution) -> None:
        self.pick_requested.emit(note.idea.id, not note.is_picked)

    def _bring(self, widget: QWidget) -> None:
        self._scroll.ensureWidgetVisible(widget, 0, MARGIN)

    def _build(self) -> None:
        tools, tr = self._tools, self._tools.words.tr
        self._above = label("", "soft", wrap=True)
        self._above.setObjectName("storm-above")
        self._question = label("", "storm-question", wrap=True)
        self._question.setObjectName("storm-asked")
        self._about = label("", "soft", wrap=True)
        self.timeline = Timeline(tools.theme, tools.words)
        self.ending = EndingView(tools)
        self.tally = TallyView(tools)
        self.chains = ChainsView(tools)
        self.sheets = SheetsBox(tools)
        self.panel = StepPanel(tools)
        self.ask = Button(tools.theme, tr("Ask another question"), role=UNDERLINED)
        self.ask.setObjectName("storm-ask-another")
        self.save = Button(tools.theme, tr("Save as a file"), role=UNDERLINED)
        self.save.setObjectName("storm-save")
        self.take_in = Button(tools.theme, tr("Take one in from a file"), role=UNDERLINED)
        self.take_in.setObjectName("storm-take-in")
        links = QVBoxLayout()
        links.setSpacing(4)
        for link in (self.ask, self.save, self.take_in):
            links.addWidget(link, 0, Qt.AlignmentFlag.AlignHCenter)
        self._side = QWidget()
        side = self._side_column = QVBoxLayout(self._side)
        side.setContentsMargins(0, 7, 0, 0)
        side.setSpacing(28)
        side.addWidget(self.sheets)
        side.addWidget(self.panel)
        side.addLayout(links)
        side.addStretch()
        self._main = QWidget()
        main = self._main_column = QVBoxLayout(self._main)
        main.setContentsMargins(0, 0, 0, 0)
        main.setSpacing(16)
        for part in (self.ending, self.waiting, self.tally, self.chains):
            main.addWidget(part)
        main.addStretch()
        self._body = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._body.addWidget(self._main, 1)
        self._body.addWidget(self._side)
        self._head = QVBoxLayout()
        self._head.setSpacing(2)
        for line in (self._above, self._question, self._about):
            self._head.addWidget(line)
        self._content = QWidget()
        self._content.setProperty("role", "plain")
        column = QVBoxLayout(self._content)
        column.setContentsMargins(MARGIN, TOP, MARGIN, 40)
        column.setSpacing(0)
        column.addLayout(self._head)
        column.addSpacing(22)
        column.addWidget(self.timeline)
        column.addSpacing(38)
        column.addLayout(self._body, 1)
        self._scroll = scrolling(self._content)
        self._scroll.setAlignment(Qt.AlignmentFlag.AlignLeading)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._scroll)

    def _connect(self) -> None:
        self.panel.step_requested.connect(self.step_requested)
        self.sheets.sheet_requested.connect(self.sheet_requested)
        self.tally.idea_requested.connect(self.idea_requested)
        self.waiting.idea_requested.connect(self.idea_requested)
        self.chains.idea_requested.connect(self.idea_requested)
        self.chains.pick_requested.connect(self._pick)
        self.chains.focus_moved.connect(self._bring)
        self.ask.clicked.connect(self.ask_requested)
        self.save.clicked.connect(self.save_requested)
        self.take_in.clicked.connect(self.file_requested)
        self._tools.theme.changed.connect(self._share_room)

    def _place_panel(self, is_beside: bool) -> None:
        """At the side below the sheets; else above all but what waits, which is the next step itself."""
        for column in (self._side_column, self._main_column):
            column.removeWidget(self.panel)
        if is_beside:
            self._side_column.insertWidget(1, self.panel)
        else:
            after = 0 if self.waiting.isHidden() else self._main_column.indexOf(self.waiting) + 1
            self._main_column.insertWidget(after, self.panel)
        self.panel.setMaximumWidth(MOST_WIDTH if is_beside else self._tools.theme.px(560))

    def _share_room(self) -> None:
        """What can be done stands beside what was written; in a small window the next step stands above it,
        and the sheets below."""
        theme = self._tools.theme
        self._content.setMaximumWidth(max(WIDEST, theme.px(WIDEST)))
        side = theme.px(SIDE_WIDTH)
        room = self.width() - 2 * MARGIN
        is_beside = room >= theme.px(LEAST_MAIN) + GUTTER + side
        self._place_panel(is_beside)
        self._body.setDirection(
            QBoxLayout.Direction.LeftToRight if is_beside else QBoxLayout.Direction.TopToBottom
        )
        self._body.setSpacing(GUTTER if is_beside else 28)
        self._body.setStretch(0, 1 if is_beside else 0)
        self._side.setMinimumWidth(side if is_beside else 0)
        self._side.setMaximumWidth(side if is_beside else theme.px(560))
