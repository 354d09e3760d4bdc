"""All storms at the side, running ones first; in a narrow page they are one field to choose from."""

from __future__ import annotations

from collections.abc import Sequence
from uuid import UUID

from PySide6.QtCore import QEvent, QRectF, QSignalBlocker, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QSizePolicy, QVBoxLayout, QWidget

from app.domain.storm_views import StormLine
from app.domain.storms import RUNNING, Phase
from app.storm_words import phase_word
from ui.desk.tools import Tools
from ui.shared.buttons import ON_WALL, Button
from ui.shared.choices import Choice
from ui.shared.labels import label
from ui.shared.layouts import clear
from ui.shared.mirror import Sides
from ui.shared.scrolling import scrolling
from ui.shared.text_block import TextBlock, lay_out
from ui.shared.theme import Theme

BAR_WIDTH, INSET, PADDING = 4, 24, 10


def in_reading_order(lines: Sequence[StormLine]) -> list[StormLine]:
    """What runs, then what is still to be carried out or looked back at, drafts, and what is over."""
    order = {Phase.CONCLUDED: 1, Phase.CARRIED_OUT: 2, Phase.DRAFT: 3, Phase.LOOKED_BACK: 4}
    return sorted(lines, key=lambda line: 0 if line.phase in RUNNING else order[line.phase])


class StormEntry(QAbstractButton):
    """One storm: its question, two lines at most, and how far it is."""

    def __init__(self, theme: Theme, question: str, below: str) -> None:
        super().__init__()
        self._theme, self._question_text, self._below = theme, question, below
        self._question: TextBlock | None = None
        self.setCheckable(True)
        self.setAccessibleName(f"{question}, {below}")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.toggled.connect(self._lay_out)
        theme.changed.connect(self._lay_out)

    def sizeHint(self) -> QSize:
        return QSize(200, self._height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._lay_out()

    def enterEvent(self, event: QEvent) -> None:
        self.update()

    def leaveEvent(self, event: QEvent) -> None:
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._question is None:
            return
        theme, painter, sides = self._theme, QPainter(self), Sides.of(self)
        chosen = self.isChecked()
        if chosen:
            painter.fillRect(self.rect(), theme.colour("paper"))
            painter.fillRect(sides.place(QRectF(0, 0, BAR_WIDTH, self.height())), theme.colour("brick"))
        ink = theme.colour("ink" if chosen or self.underMouse() else "ink_soft")
        self._question.paint(painter, sides.x(INSET, self._room), PADDING, ink)
        painter.setFont(theme.font(13))
        painter.setPen(theme.colour("ink_soft"))
        top = PADDING + self._question.height
        below = sides.place(QRectF(INSET, top, self._room, theme.px(20)))
        painter.drawText(below, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeading, self._below)

    @property
    def _room(self) -> float:
        return max(40.0, self.width() - INSET - 16)

    def _lay_out(self) -> None:
        font = self._theme.font(16, bold=self.isChecked())
        self._question = lay_out(self._question_text, font, self._room, max_lines=2, line_height=1.3)
        self.setFixedHeight(self._height())
        self.update()

    def _height(self) -> int:
        text = self._question.height if self._question else self._theme.px(22)
        return round(2 * PADDING + text + self._theme.px(20))


class StormList(QWidget):
    """`chosen` carries the id of a storm."""

    chosen = Signal(object)
    ask_requested = Signal()

    def __init__(self, tools: Tools) -> None:
        super().__init__()
        self._tools = tools
        self._lines: Sequence[StormLine] = ()
        self._entries: dict[UUID, StormEntry] = {}
        self._group: QButtonGroup | None = None
        self._is_showing = False
        self.field = Choice(tools.theme)
        self.field.setObjectName("storm-choice")
        self.field.setAccessibleName(tools.words.tr("Which storm"))
        self.field.setSizeAdjustPolicy(Choice.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.field.activated.connect(lambda place: self.chosen.emit(self._lines[place].storm.id))
        self._build()

    def show_lines(self, lines: Sequence[StormLine], shown: UUID | None) -> None:
        """Only where something changed are they made anew: the keyboard keeps its place."""
        ordered = in_reading_order(lines)
        if ordered != list(self._lines):
            self._lines = ordered
            self._fill()
        with QSignalBlocker(self.field):
            place = next((n for n, line in enumerate(ordered) if line.storm.id == shown), -1)
            self.field.setCurrentIndex(place)
        if shown in self._entries:
            self._is_showing = True
            self._entries[shown].setChecked(True)
            self._is_showing = False

    def _fill(self) -> None:
        had_focus = any(entry.hasFocus() for entry in self._entries.values())
        clear(self._column)
        words = self._tools.words
        self._group = QButtonGroup(self)
        self._entries = {}
        with QSignalBlocker(self.field):
            self.field.clear()
            for line in self._lines:
                self._add(line, phase_word(line.phase, words))
        self._column.addStretch()
        if had_focus and self._entries:
            next(iter(self._entries.values())).setFocus()

    def _add(self, line: StormLine, phase: str) -> None:
        words, storm = self._tools.words, line.storm
        waits = words.trn("%(count)s waits", "%(count)s wait", line.waiting)
        below = f"{phase} · {waits}" if line.waiting else phase
        self.field.addItem(words.tr("%(question)s · %(phase)s", question=storm.question, phase=phase))
        entry = StormEntry(self._tools.theme, storm.question, below)
        entry.setObjectName(f"storm-{storm.id.hex}")
        entry.clicked.connect(lambda _checked=False, id=storm.id: self.chosen.emit(id))
        # Arrow keys choose within the group too.
        entry.toggled.connect(lambda on, id=storm.id: self._follow(id, on))
        assert self._group is not None
        self._group.addButton(entry)
        self._entries[storm.id] = entry
        self._column.addWidget(entry)

    def _follow(self, storm_id: UUID, on: bool) -> None:
        if on and not self._is_showing:
            self.chosen.emit(storm_id)

    def _build(self) -> None:
        tr = self._tools.words.tr
        title = label(tr("Storms"), "heading")
        title.setContentsMargins(24, 0, 12, 8)
        self.ask = Button(self._tools.theme, tr("Ask a question"), role=ON_WALL, icon="plus")
        self.ask.setObjectName("storm-ask-aside")
        self.ask.clicked.connect(self.ask_requested)
        inside = QWidget()
        inside.setProperty("role", "plain")
        self._column = QVBoxLayout(inside)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        foot = QVBoxLayout()
        foot.setContentsMargins(20, 12, 20, 20)
        foot.addWidget(self.ask)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 32, 0, 0)
        column.setSpacing(0)
        column.addWidget(title)
        column.addWidget(scrolling(inside), 1)
        column.addLayout(foot)
