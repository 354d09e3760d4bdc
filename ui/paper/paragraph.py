"""One paragraph, broken into lines by Qt: direction, scripts and fallback fonts are Qt's, size is ours.

Laid out at EM and scaled. Customers' text is plain text here, never markup.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass, replace

import regex
from PySide6.QtCore import Qt, QTextBoundaryFinder
from PySide6.QtGui import QFont, QTextCharFormat, QTextLayout, QTextLine, QTextOption

from ui.shared.fonts import EM, make_font

_STRONG = {"L": False, "R": True, "AL": True}
# Letters that stand each by itself; only these may be drawn together or apart.
_LOOSE = regex.compile(r"[\p{Latin}\p{Greek}\p{Cyrillic}\p{Common}\p{Inherited}]*")
EVEN_UP_TO_LINES = 7
# How narrow the lines of a headline may become, and below which share of the measure a last line is short.
LEAST_SHARE = 0.7
SHORT_LAST_LINE, LONE_WORD = 0.2, 0.45


@dataclass(frozen=True, slots=True)
class Style:
    """Size in points; leading as a multiple of it; tracking in hundredths of it, negative is closer."""

    size: float
    colour: str
    bold: bool = False
    leading: float = 1.35
    tracking: float = 0.0

    def at(self, size: float) -> Style:
        return replace(self, size=size)


@dataclass(frozen=True, slots=True)
class Span:
    """A part of a text, by its letters from `start` to `end`, that looks different."""

    start: int
    end: int
    bold: bool
    colour: str


class Paragraph:
    """One paragraph, laid out at EM and scaled to its style."""

    def __init__(
        self, text: str, style: Style, language: str, spans: Sequence[Span], right_to_left: bool
    ) -> None:
        self.style = style
        self.is_right_to_left = right_to_left
        self.is_blank = not text.strip()
        self.lines: list[QTextLine] = []
        self.has_broken_word = False
        self.text = text
        self._units = text.encode("utf-16-le")
        tracking = style.tracking if _LOOSE.fullmatch(text) else 0.0
        self._layout = QTextLayout(text, _font(text, language, style.bold, tracking))
        self._layout.setTextOption(_option(self.is_right_to_left))
        self._spans = [
            (self._unit(span.start), self._unit(span.end), span.colour, span.bold) for span in spans if text
        ]
        self._layout.setFormats(
            [
                _format(start, end - start, _font(text, language, bold, tracking))
                for start, end, _, bold in self._spans
                if bold != style.bold
            ]
        )

    @property
    def length(self) -> int:
        """As Qt counts it."""
        return len(self._units) // 2

    def slice(self, start: int, end: int) -> str:
        """The letters between two of Qt's places, without one that a desperate line break cut in two."""
        return self._units[2 * start : 2 * end].decode("utf-16-le", "ignore")

    def colours(self, start: int, length: int) -> list[tuple[int, int, str]]:
        """The colours of a stretch: (start, length, colour) in UTF-16 units, (-1, -1) for the whole line."""
        if not self._spans:
            return [(-1, -1, self.style.colour)]
        stop = start + length
        found, at = [], start
        for begin, end, colour, _ in self._spans:
            begin, end = max(begin, at), min(end, stop)
            if begin >= end:
                continue
            if begin > at:
                found.append((at, begin - at, self.style.colour))
            found.append((begin, end - begin, colour))
            at = end
        if at < stop:
            found.append((at, stop - at, self.style.colour))
        return found

    def wrap(self, measure: float, *, even: bool) -> None:
        width = measure * EM / self.style.size
        self._break_at(width)
        count = len(self.lines)
        self.has_broken_word = count > 1 and self._breaks_within_words()
        if count < 2:
            return
        if even and count <= EVEN_UP_TO_LINES and not self.has_broken_word:
            self._narrow(count, width)
        elif self._ends_short(width):
            self._lengthen_last_line(count, width)

    def _break_at(self, width: float, shorter: dict[int, float] | None = None) -> None:
        """`shorter` gives lines of a width of their own, by their number."""
        layout = self._layout
        self.lines = []
        layout.beginLayout()
        while (line := layout.createLine()).isValid():
            line.setLineWidth((shorter or {}).get(len(self.lines), width))
            self.lines.append(line)
        layout.endLayout()

    def _narrow(self, count: int, width: float) -> None:
        """The narrowest measure that keeps `count` lines: all lines then are about equally long."""
        good, low = width, width * LEAST_SHARE
        while good - low > width * 0.02:
            middle = (good + low) / 2
            self._break_at(middle)
            if len(self.lines) == count and not self._breaks_within_words():
                good = middle
            else:
                low = middle
        self._break_at(good)
        if self._ends_short(good):
            self._pull_a_word_down(count, good)

    def _pull_a_word_down(self, count: int, width: float) -> None:
        """Into the last line, so that none stands there alone."""
        without_its_last_word = self.lines[-2].naturalTextWidth() - 1
        self._break_at(width, {count - 2: without_its_last_word})
        if len(self.lines) != count or self._breaks_within_words():
            self._break_at(width)

    def _breaks_within_words(self) -> bool:
        finder = QTextBoundaryFinder(QTextBoundaryFinder.BoundaryType.Line, self.text)
        for line in self.lines[:-1]:
            finder.setPosition(line.textStart() + line.textLength())
            if not finder.isAtBoundary():
                return True
        return False

    def _lengthen_last_line(self, count: int, width: float) -> None:
        longest, best = self.lines[-1].naturalTextWidth(), 1.0
        for share in (0.96, 0.92, 0.88, 0.84):
            self._break_at(width * share)
            if len(self.lines) != count:
                break
            if not self._ends_short(width):
                return
            if self.lines[-1].naturalTextWidth() > longest:
                longest, best = self.lines[-1].naturalTextWidth(), share
        self._break_at(width * best)
        self._pull_a_word_down(count, width * best)

    def _ends_short(self, width: float) -> bool:
        """Whether the last line is little, or a single word that is not long."""
        last = self.lines[-1]
        start = last.textStart()
        words = self.slice(start, start + last.textLength()).strip()
        is_single = " " in self.text and " " not in words
        return last.naturalTextWidth() < (LONE_WORD if is_single else SHORT_LAST_LINE) * width

    def _unit(self, letter: int) -> int:
        return utf16_length(self.text[:letter])


def is_right_to_left(text: str, otherwise: bool) -> bool:
    """The direction of the first letter that has one."""
    for letter in text:
        direction = _STRONG.get(unicodedata.bidirectional(letter))
        if direction is not None:
            return direction
    return otherwise


def utf16_length(text: str) -> int:
    """Qt counts in UTF-16 units, Python in letters."""
    return len(text) + sum(letter > "\uffff" for letter in text)


def isolated(text: str) -> str:
    """`text` marked so that its direction does not reach what stands beside it."""
    return f"\u2068{text}\u2069"


def _option(right_to_left: bool) -> QTextOption:
    # Absolutely left: Qt moves right-to-left lines by the measure, but not always, so we move them.
    option = QTextOption(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignAbsolute)
    option.setUseDesignMetrics(True)
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    direction = Qt.LayoutDirection.RightToLeft if right_to_left else Qt.LayoutDirection.LeftToRight
    option.setTextDirection(direction)
    return option


def _font(text: str, language: str, bold: bool, tracking: float) -> QFont:
    font = make_font(text, language, bold=bold)
    if tracking:
        font.setLetterSpacing(QFont.SpacingType.AbsoluteSpacing, tracking * EM / 100)
    return font


def _format(start: int, length: int, font: QFont) -> QTextLayout.FormatRange:
    looks = QTextCharFormat()
    looks.setFont(font)
    part = QTextLayout.FormatRange()
    part.start, part.length, part.format = start, length, looks
    return part
