"""What we draw ourselves: the mark, and the stamps with their six shapes and icons."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainterPath, QTransform

from app.domain.ideas import Status
from app.note_words import stamp_word
from app.theme import LIGHT, STAMP_INKS, STAMP_TURN_DEGREES
from app.words import Words as Catalogue
from ui.paper.paragraph import Style
from ui.paper.setting import UNBOUNDED, Block, set_text
from ui.paper.sheets import Fill, Stroke, Tag, Thing, Turned, Words, all_moved, rectangle

# The mark was drawn on a square of 32 units; this is where its ink begins and how high it is.
_MARK_LEFT, _MARK_TOP, _MARK_HEIGHT, _MARK_LINE = 3.6, 0.7, 30.4, 1.75

# Measures of a stamp by the size of its word.
ICON, PADDING, GAP, HEIGHT, LINE = 0.75, 0.62, 0.38, 1.66, 0.078
POINT, ROUND = 0.42, 0.62
SMALLEST_SHARE = 0.45


def mark(x: float, y: float, height: float, colour: str) -> tuple[Stroke, ...]:
    """The teacup, its upper left corner at x and y. It never mirrors."""
    unit = height / _MARK_HEIGHT

    def px(value: float) -> float:
        return x + (value - _MARK_LEFT) * unit

    def py(value: float) -> float:
        return y + (value - _MARK_TOP) * unit

    def curve(path: QPainterPath, *places: float) -> None:
        across, down = [px(value) for value in places[::2]], [py(value) for value in places[1::2]]
        path.cubicTo(across[0], down[0], across[1], down[1], across[2], down[2])

    cup = QPainterPath()
    cup.moveTo(px(4.5), py(17))
    cup.lineTo(px(22.5), py(17))
    curve(cup, 22.5, 23.5, 19.1, 26.75, 13.5, 26.75)
    curve(cup, 7.9, 26.75, 4.5, 23.5, 4.5, 17)
    cup.closeSubpath()
    handle = QPainterPath()
    handle.moveTo(px(22.3), py(19))
    handle.lineTo(px(23.8), py(19))
    handle.arcTo(QRectF(px(20.7), py(19), 6.2 * unit, 6.2 * unit), 90, -180)
    handle.lineTo(px(20.3), py(25.2))
    saucer = _line(px(5.5), py(30.25), px(21.5), py(30.25))
    swirl = QPainterPath()
    swirl.moveTo(px(8), py(13.2))
    curve(swirl, 13.6, 14.1, 20.6, 12.8, 20.6, 7.4)
    curve(swirl, 20.6, 3.9, 17.9, 1.6, 14.6, 1.6)
    curve(swirl, 11.5, 1.6, 9.2, 3.7, 9.2, 6.3)
    curve(swirl, 9.2, 8.8, 11.1, 10.4, 13.4, 10.4)
    curve(swirl, 15.4, 10.4, 16.8, 9.1, 16.8, 7.5)
    curve(swirl, 16.8, 6.2, 15.9, 5.3, 14.7, 5.3)
    width = _MARK_LINE * unit
    return tuple(Stroke(path, colour, width) for path in (cup, handle, saucer, swirl))


def mark_width(height: float) -> float:
    return height * (27.8 - _MARK_LEFT) / _MARK_HEIGHT


class Stamp:
    """A status as an outlined word in its ink, turned 3 degrees; a trial that ended before `today` is over.
    Mirrored on right-to-left pages."""

    def __init__(
        self,
        status: Status,
        until: date | None,
        *,
        today: date,
        size: float,
        measure: float,
        words: Catalogue,
    ) -> None:
        self._status = status
        self._colour: str = getattr(LIGHT, STAMP_INKS[status])
        self._mirrored = words.is_right_to_left
        word = "" if status is Status.NEW else stamp_word(status, until, words, today)
        self._word = self._fitting(word, size, measure, words.language)
        self.size = self._word.lines[0].line.size
        self.width = self._width_of(self._word, self.size)
        self._frame_height = self._word.height + (HEIGHT - WORD_LEADING) * self.size
        self._rise = self.width * math.sin(math.radians(abs(STAMP_TURN_DEGREES)))
        self.height = self._frame_height + self._rise

    def things(self, x: float, y: float, ground: str = "") -> tuple[Thing, ...]:
        """Drawn with the frame's left end at `x` and its highest corner at `y`, over what is there or on a
        ground of its own."""
        top, size = y + self._rise, self.size
        icon_x, word_x = PADDING * size, (PADDING + ICON + GAP) * size
        if self._mirrored:
            icon_x, word_x = self.width - icon_x - ICON * size, self.width - word_x - self._word.width
        icon_y = top + (self._frame_height - ICON * size) / 2
        word_y = top + (self._frame_height - self._word.height) / 2
        frame = all_moved(self._frame(), x, top)
        tag = Tag()
        things: tuple[Thing, ...] = (
            *([Fill(self._within(frame, x, top), ground)] if ground else ()),
            *frame,
            *all_moved(self._icon(), x + icon_x, icon_y),
            *(Words(placed.line, x + word_x, word_y + placed.baseline, tag) for placed in self._word.lines),
        )
        turn = -STAMP_TURN_DEGREES if self._mirrored else STAMP_TURN_DEGREES
        pivot = x + self.width if self._mirrored else x
        return (Turned(things, turn, pivot, top + self._frame_height),)

    def _within(self, frame: Sequence[Thing], x: float, top: float) -> QPainterPath:
        """What the frame goes round; two rules go round nothing."""
        first = frame[0]
        if self._status is not Status.ALREADY and isinstance(first, Stroke):
            return first.path
        return rectangle(x, top, self.width, self._frame_height)

    def _fitting(self, word: str, size: float, measure: float, language: str) -> Block:
        """The word at `size` or as much smaller as it takes to stand on one line within `measure`."""
        style = Style(size, self._colour, bold=True, leading=WORD_LEADING)
        width = self._width_of(set_text(word, style, UNBOUNDED, language=language), size)
        smaller = style.at(size * max(SMALLEST_SHARE, min(1.0, measure / width)))
        return set_text(word, smaller, measure, language=language)

    def _width_of(self, word: Block, size: float) -> float:
        tip = POINT if self._status is Status.PLANNED else 0.0
        return word.width + (2 * PADDING + ICON + GAP + tip) * size

    def _frame(self) -> list[Stroke]:
        strokes = _FRAMES[self._status](self.width, self._frame_height, self.size, self._colour)
        if not self._mirrored:
            return strokes
        flip = QTransform.fromScale(-1, 1) * QTransform.fromTranslate(self.width, 0)
        return [replace(stroke, path=flip.map(stroke.path)) for stroke in strokes]

    def _icon(self) -> list[Stroke]:
        unit = ICON * self.size / 20
        flip = self._mirrored and self._status is Status.PLANNED
        scale = QTransform(-unit if flip else unit, 0, 0, unit, 20 * unit if flip else 0, 0)
        width = LINE * self.size * (1.7 if self._status is Status.CONSIDERING else 1.2)
        return [Stroke(scale.map(path), self._colour, width) for path in _ICONS[self._status]()]


WORD_LEADING = 1.1


def _double_frame(width: float, height: float, size: float, colour: str) -> list[Stroke]:
    line, gap = LINE * size * 0.8, LINE * size * 2.1
    outer, inner = QPainterPath(), QPainterPath()
    outer.addRoundedRect(QRectF(0, 0, width, height), gap, gap)
    inner.addRoundedRect(QRectF(gap, gap, width - 2 * gap, height - 2 * gap), gap / 2, gap / 2)
    return [Stroke(outer, colour, line), Stroke(inner, colour, line)]


def _dotted_frame(width: float, height: float, size: float, colour: str) -> list[Stroke]:
    dot = LINE * size * 1.5
    path = QPainterPath()
    path.addRoundedRect(QRectF(0, 0, width, height), ROUND * size, ROUND * size)
    count = round(path.length() / (dot * 1.9))
    return [Stroke(path, colour, dot, (0.001, path.length() / count - 0.001))]


def _dashed_frame(width: float, height: float, size: float, colour: str) -> list[Stroke]:
    path = QPainterPath()
    path.addRoundedRect(QRectF(0, 0, width, height), 0.1 * size, 0.1 * size)
    count = round(path.length() / (0.5 * size))
    step = path.length() / count
    return [Stroke(path, colour, LINE * size, (step * 0.64, step * 0.36), round_ends=False)]


def _pointed_frame(width: float, height: float, size: float, colour: str) -> list[Stroke]:
    shoulder = width - POINT * size
    corners = ((0.0, 0.0), (shoulder, 0.0), (width, height / 2), (shoulder, height), (0.0, height))
    return [Stroke(_polygon(corners), colour, LINE * size)]


def _two_rules(width: float, height: float, size: float, colour: str) -> list[Stroke]:
    rules = (_line(0, 0, width, 0), _line(0, height, width, height))
    return [Stroke(rule, colour, LINE * size * 1.1, round_ends=False) for rule in rules]


def _leaf_frame(width: float, height: float, size: float, colour: str) -> list[Stroke]:
    bow, twice = ROUND * size, 2 * ROUND * size
    path = QPainterPath()
    path.moveTo(0, 0)
    path.lineTo(width - bow, 0)
    path.arcTo(QRectF(width - twice, 0, twice, twice), 90, -90)
    path.lineTo(width, height)
    path.lineTo(bow, height)
    path.arcTo(QRectF(0, height - twice, twice, twice), 270, -90)
    path.closeSubpath()
    return [Stroke(path, colour, LINE * size)]


_FRAMES: dict[Status, Callable[[float, float, float, str], list[Stroke]]] = {
    Status.DONE: _double_frame,
    Status.CONSIDERING: _dotted_frame,
    Status.TRIAL: _dashed_frame,
    Status.PLANNED: _pointed_frame,
    Status.ALREADY: _two_rules,
    Status.DECLINED: _leaf_frame,
}


def _tick() -> list[QPainterPath]:
    path = QPainterPath()
    path.moveTo(3.2, 10.8)
    path.lineTo(7.8, 15.4)
    path.lineTo(16.6, 4.8)
    return [path]


def _three_dots() -> list[QPainterPath]:
    return [_line(x, 10, x + 0.01, 10) for x in (3.5, 10.0, 16.5)]


def _clock() -> list[QPainterPath]:
    face, hands = QPainterPath(), QPainterPath()
    face.addEllipse(QRectF(2.2, 2.2, 15.6, 15.6))
    hands.moveTo(10, 5.9)
    hands.lineTo(10, 10.3)
    hands.lineTo(13, 12.1)
    return [face, hands]


def _arrow() -> list[QPainterPath]:
    head = QPainterPath()
    head.moveTo(11, 4.8)
    head.lineTo(16.8, 10)
    head.lineTo(11, 15.2)
    return [_line(2.6, 10, 16.8, 10), head]


def _equals() -> list[QPainterPath]:
    return [_line(3.4, 7, 16.6, 7), _line(3.4, 13, 16.6, 13)]


def _minus() -> list[QPainterPath]:
    return [_line(3.4, 10, 16.6, 10)]


_ICONS: dict[Status, Callable[[], list[QPainterPath]]] = {
    Status.DONE: _tick,
    Status.CONSIDERING: _three_dots,
    Status.TRIAL: _clock,
    Status.PLANNED: _arrow,
    Status.ALREADY: _equals,
    Status.DECLINED: _minus,
}


def _line(x1: float, y1: float, x2: float, y2: float) -> QPainterPath:
    path = QPainterPath()
    path.moveTo(x1, y1)
    path.lineTo(x2, y2)
    return path


def _polygon(corners: Sequence[tuple[float, float]]) -> QPainterPath:
    path = QPainterPath()
    path.moveTo(*corners[0])
    for corner in corners[1:]:
        path.lineTo(*corner)
    path.closeSubpath()
    return path
