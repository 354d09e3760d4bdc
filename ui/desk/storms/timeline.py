"""The seven phases of a storm on one line: what is over, how far the present one is, what is to come."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.domain.conclusions import look_back_due
from app.domain.storms import PHASES, Phase, Storm, ends_at, phase_of
from app.storm_when import StormWhen
from app.storm_words import phase_word
from app.words import Words
from ui.shared.mirror import Sides
from ui.shared.theme import Theme

STEPS = PHASES[1:]
DOT, RING = 20, 32
LABEL_GAP = 0
# Words of one step keep this far from those of the next.
APART = 14


@dataclass(frozen=True, slots=True)
class Step:
    phase: Phase
    title: str
    below: str


def steps_of(storm: Storm, when: StormWhen, now: datetime, words: Words) -> list[Step]:
    """Each phase with its day: when it was, until when it lasts, or what it waits for."""
    return [Step(phase, phase_word(phase, words), _below(phase, storm, when, now, words)) for phase in STEPS]


def _below(phase: Phase, storm: Storm, when: StormWhen, now: datetime, words: Words) -> str:
    if phase in (Phase.GATHERING, Phase.CHOOSING):
        return _span(phase, storm, when, now, words)
    is_closed = storm.announced_at is not None and now >= storm.times.closes_at
    on = {
        Phase.ANNOUNCED: storm.announced_at,
        Phase.CLOSED: storm.times.closes_at if is_closed else None,
        Phase.CONCLUDED: storm.concluded_at,
        Phase.CARRIED_OUT: storm.carried_out_on,
        Phase.LOOKED_BACK: storm.looked_back_at,
    }[phase]
    return when.short_day(on) if on is not None else _still_to_come(phase, storm, when, words)


def _span(phase: Phase, storm: Storm, when: StormWhen, now: datetime, words: Words) -> str:
    times = storm.times
    if phase is Phase.CHOOSING and not times.has_choosing:
        return words.tr("left out")
    end = times.chooses_at if phase is Phase.GATHERING else times.closes_at
    return when.short_day(end) if now >= end else when.short_until(end)


def _still_to_come(phase: Phase, storm: Storm, when: StormWhen, words: Words) -> str:
    if phase is Phase.LOOKED_BACK and storm.carried_out_on is not None:
        return when.short_day(look_back_due(storm.carried_out_on))
    return {
        Phase.ANNOUNCED: words.tr("not yet"),
        Phase.CLOSED: words.tr("counting itself"),
        Phase.CONCLUDED: words.tr("your words"),
        Phase.CARRIED_OUT: words.tr("with a date"),
        Phase.LOOKED_BACK: words.tr("after 30 days"),
    }[phase]


def progress_of(storm: Storm, now: datetime) -> float:
    """How much of the present phase is over, from 0 to 1; nothing of one that ends by a step of the owner."""
    phase = phase_of(storm, now)
    end = ends_at(storm, phase)
    begin = {
        Phase.ANNOUNCED: storm.announced_at,
        Phase.GATHERING: storm.times.gathers_at,
        Phase.CHOOSING: storm.times.chooses_at,
    }.get(phase)
    if begin is None or end is None:
        return 0.0
    whole = (end - begin).total_seconds()
    return min(1.0, max(0.0, (now - begin).total_seconds() / whole)) if whole > 0 else 0.0


class Timeline(QWidget):
    """Where all words do not fit, those of the present phase and the next one stay."""

    def __init__(self, theme: Theme, words: Words) -> None:
        super().__init__()
        self._theme = theme
        self._words = words
        self._steps: Sequence[Step] = ()
        self._here = -1
        self._progress = 0.0
        self.setObjectName("storm-timeline")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.updateGeometry)

    def show_storm(self, storm: Storm, when: StormWhen, now: datetime) -> None:
        self._steps = steps_of(storm, when, now, self._words)
        phase = phase_of(storm, now)
        self._here = STEPS.index(phase) if phase in STEPS else -1
        self._progress = progress_of(storm, now)
        told = self._steps[max(0, self._here)]
        self.setAccessibleName(f"{told.title}, {told.below}")
        self.setAccessibleDescription(". ".join(f"{step.title}, {step.below}" for step in self._steps))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        theme = self._theme
        return QSize(320, theme.px(RING) + LABEL_GAP + theme.px(22) + theme.px(20))

    def paintEvent(self, event: QPaintEvent) -> None:
        if not self._steps:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        sides = Sides.of(self)
        middle = self._theme.px(RING) / 2
        for place in range(len(self._steps)):
            self._paint_way(painter, sides, place, middle)
        for place in range(len(self._steps)):
            self._paint_dot(painter, sides, place, middle)
        shown = self._shown_steps()
        for place in shown:
            self._paint_words(painter, sides, place, shown)

    @property
    def _slot(self) -> float:
        return self.width() / len(self._steps)

    def _start(self, place: int) -> float:
        """Where the words of a step begin; its dot stands over their beginning."""
        return place * self._slot

    def _dot_at(self, place: int) -> float:
        # The ring of the first one needs room at the edge.
        inset = (self._theme.px(RING) - self._theme.px(DOT)) / 2 if place == self._here == 0 else 0
        return self._start(place) + self._theme.px(DOT) / 2 + inset

    def _paint_way(self, painter: QPainter, sides: Sides, place: int, middle: float) -> None:
        if place == len(self._steps) - 1:
            return
        begin, end = self._dot_at(place), self._dot_at(place + 1)
        self._line(painter, sides, begin, end, middle, self._theme.colour("dots"), 1.5)
        if place < self._here:
            self._line(painter, sides, begin, end, middle, self._theme.colour("ink"), 2.0)
        elif place == self._here and self._progress > 0:
            begin += self._theme.px(RING) / 2
            reached = begin + (end - self._theme.px(DOT) / 2 - begin) * self._progress
            self._line(painter, sides, begin, reached, middle, self._theme.colour("brick"), 2.0)

    def _line(
        self, painter: QPainter, sides: Sides, begin: float, end: float, y: float, ink: QColor, width: float
    ) -> None:
        rect = sides.place(QRectF(begin, y, end - begin, 0))
        painter.setPen(QPen(ink, width))
        painter.drawLine(QPointF(rect.left(), y), QPointF(rect.right(), y))

    def _paint_dot(self, painter: QPainter, sides: Sides, place: int, middle: float) -> None:
        theme = self._theme
        centre = QPointF(sides.x(self._dot_at(place), 0), middle)
        radius = theme.px(DOT) / 2
        wall = theme.colour("wall")
        if place == self._here:
            painter.setPen(QPen(theme.colour("brick"), 2))
            painter.setBrush(wall)
            painter.drawEllipse(centre, theme.px(RING) / 2 - 1, theme.px(RING) / 2 - 1)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.colour("brick"))
            painter.drawEllipse(centre, radius, radius)
            return
        painter.setPen(Qt.PenStyle.NoPen if place < self._here else QPen(theme.colour("line"), 2))
        painter.setBrush(theme.colour("ink") if place < self._here else wall)
        inset = 0 if place < self._here else 1
        painter.drawEllipse(centre, radius - inset, radius - inset)

    def _shown_steps(self) -> list[int]:
        """All that have words where they fit; else the present step and the one that follows."""
        if all(self._width_of(place) + APART <= self._slot for place in range(len(self._steps))):
            return list(range(len(self._steps)))
        here = max(0, self._here)
        return [here, here + 1] if here + 1 < len(self._steps) and self._both_fit(here) else [here]

    def _both_fit(self, here: int) -> bool:
        needed = self._width_of(here) + self._width_of(here + 1) + 2 * APART
        return needed <= self.width()

    def _width_of(self, place: int) -> float:
        title, below = self._steps[place].title, self._steps[place].below
        bold, small = self._theme.font(16, bold=True), self._theme.font(13)
        return max(
            QFontMetricsF(bold).horizontalAdvance(title), QFontMetricsF(small).horizontalAdvance(below)
        )

    def _paint_words(self, painter: QPainter, sides: Sides, place: int, shown: Sequence[int]) -> None:
        theme, step, here = self._theme, self._steps[place], place == self._here
        width = self._width_of(place) + 4
        left = self._start(place)
        if len(shown) < len(self._steps):
            left = self._left_in_few(place, width, shown)
        top = theme.px(RING) + LABEL_GAP
        flags = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeading | Qt.TextFlag.TextSingleLine
        painter.setFont(theme.font(16, bold=here))
        painter.setPen(theme.colour("brick" if here else "ink"))
        painter.drawText(sides.place(QRectF(left, top, width, theme.px(22))), flags, step.title)
        painter.setFont(theme.font(13))
        painter.setPen(theme.colour("ink" if here else "ink_soft"))
        below = QRectF(left, top + theme.px(22), width, theme.px(20))
        painter.drawText(sides.place(below), flags, step.below)

    def _left_in_few(self, place: int, width: float, shown: Sequence[int]) -> float:
        """Under its dot, or as near as the edge and its neighbour let it."""
        first = shown[0]
        beside = self._width_of(shown[-1]) + APART if len(shown) > 1 else 0
        begun = max(0.0, min(self._start(first), self.width() - self._width_of(first) - 4 - beside))
        if place == first:
            return begun
        after = begun + self._width_of(first) + APART
        return max(after, min(self._start(place), self.width() - width))
