"""The sheets of a storm, each with its state; pressed, it is shown as it prints."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from functools import partial

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QVBoxLayout, QWidget

from app.domain.storm_sheets import StormSheet
from app.domain.storm_views import StormView
from app.domain.storms import Phase
from app.storm_when import StormWhen
from app.words import Words
from ui.desk.tools import Tools
from ui.shared.labels import hair, label
from ui.shared.mirror import Sides
from ui.shared.theme import Theme

ROW_HEIGHT = 40
# Since when each can be printed.
_FROM = {
    StormSheet.QUESTION: Phase.ANNOUNCED,
    StormSheet.COUNTDOWN: Phase.GATHERING,
    StormSheet.BALLOTS: Phase.ANNOUNCED,
    StormSheet.CONCLUSION: Phase.CONCLUDED,
    StormSheet.PROOF: Phase.CARRIED_OUT,
}
# And until when; the others for ever.
_UNTIL = {
    StormSheet.QUESTION: Phase.CHOOSING,
    StormSheet.COUNTDOWN: Phase.GATHERING,
    StormSheet.BALLOTS: Phase.CHOOSING,
}
_ORDER = list(Phase)


@dataclass(frozen=True, slots=True)
class State:
    """`is_wanted`: it should be printed now, and is not."""

    words: str
    is_wanted: bool = False


def can_be_made(sheet: StormSheet, phase: Phase) -> bool:
    until = _UNTIL.get(sheet, Phase.LOOKED_BACK)
    return _ORDER.index(_FROM[sheet]) <= _ORDER.index(phase) <= _ORDER.index(until)


def sheet_words(sheet: StormSheet, words: Words) -> str:
    return {
        StormSheet.QUESTION: words.tr("Question"),
        StormSheet.COUNTDOWN: words.tr("Building now"),
        StormSheet.BALLOTS: words.tr("Ballots"),
        StormSheet.CONCLUSION: words.tr("Conclusion"),
        StormSheet.PROOF: words.tr("Proof"),
    }[sheet]


def state_of(
    sheet: StormSheet,
    view: StormView,
    printed: Mapping[StormSheet, datetime],
    when: StormWhen,
    words: Words,
) -> State:
    tr = words.tr
    if sheet is StormSheet.BALLOTS and view.ballots.printed:
        return State(tr("%(printed)s printed, %(given)s given", printed=view.ballots.printed,
                        given=view.ballots.given))  # fmt: skip
    if sheet in printed:
        return State(tr("printed %(day)s", day=when.short_day(printed[sheet])))
    if can_be_made(sheet, view.phase):
        return State(tr("not printed yet"), is_wanted=True)
    if _ORDER.index(view.phase) > _ORDER.index(_FROM[sheet]):
        return State(tr("not printed"))
    return State(
        {
            StormSheet.QUESTION: tr("once announced"),
            StormSheet.COUNTDOWN: tr("while gathering"),
            StormSheet.BALLOTS: tr("once announced"),
            StormSheet.CONCLUSION: tr("after closing"),
            StormSheet.PROOF: tr("when carried out"),
        }[sheet]
    )


class SheetsBox(QWidget):
    """`sheet_requested` carries a StormSheet."""

    sheet_requested = Signal(object)

    def __init__(self, tools: Tools) -> None:
        super().__init__()
        self._tools = tools
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(label(tools.words.tr("Sheets for each step"), "heading"))
        column.addSpacing(10)
        column.addWidget(hair())
        self._rows: dict[StormSheet, _SheetRow] = {}
        for sheet in StormSheet:
            row = _SheetRow(tools.theme, sheet_words(sheet, tools.words))
            row.setObjectName(f"storm-sheet-{sheet.value}")
            row.clicked.connect(partial(self.sheet_requested.emit, sheet))
            self._rows[sheet] = row
            column.addWidget(row)

    def show_view(self, view: StormView, printed: Mapping[StormSheet, datetime], when: StormWhen) -> None:
        for sheet, row in self._rows.items():
            state = state_of(sheet, view, printed, when, self._tools.words)
            row.show_state(state, can_open=can_be_made(sheet, view.phase))
            row.setVisible(sheet is not StormSheet.BALLOTS or view.storm.takes_ballots)


class _SheetRow(QAbstractButton):
    def __init__(self, theme: Theme, title: str) -> None:
        super().__init__()
        self._theme = theme
        self._title = title
        self._state = State("")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.updateGeometry)

    def show_state(self, state: State, *, can_open: bool) -> None:
        self._state = state
        self.setEnabled(can_open)
        self.setCursor(Qt.CursorShape.PointingHandCursor if can_open else Qt.CursorShape.ArrowCursor)
        self.setAccessibleName(f"{self._title}, {state.words}")
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(240, self._theme.px(ROW_HEIGHT) + (self._theme.px(18) if self._is_tight else 0))

    def resizeEvent(self, event: object) -> None:
        self.updateGeometry()

    def enterEvent(self, event: QEvent) -> None:
        self.update()

    def leaveEvent(self, event: QEvent) -> None:
        self.update()

    @property
    def _state_font_width(self) -> float:
        font = self._theme.font(13, bold=self._state.is_wanted, tabular=True)
        return QFontMetricsF(font).horizontalAdvance(self._state.words) + 2

    @property
    def _is_tight(self) -> bool:
        """Whether title and state need a line each."""
        title = QFontMetricsF(self._theme.font(16, bold=True)).horizontalAdvance(self._title)
        return title + 12 + self._state_font_width > self.width()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, theme, sides = QPainter(self), self._theme, Sides.of(self)
        reached = self.isEnabled() and self.underMouse()
        flags = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeading
        title, state = QRectF(self.rect()), QRectF(self.rect())
        if self._is_tight:
            title.setHeight(theme.px(ROW_HEIGHT - 6))
            state.setTop(title.bottom() - theme.px(6))
        else:
            width = self._state_font_width
            state = sides.place(QRectF(self.width() - width, 0, width, self.height()))
        painter.setFont(theme.font(16, bold=reached))
        painter.setPen(theme.colour("ink" if self.isEnabled() else "ink_soft"))
        painter.drawText(title, flags, self._title)
        painter.setFont(theme.font(13, bold=self._state.is_wanted, tabular=True))
        painter.setPen(theme.colour("ink" if self._state.is_wanted else "ink_soft"))
        painter.drawText(state, flags, self._state.words)
        painter.fillRect(0, self.height() - 1, self.width(), 1, theme.colour("hair"))
