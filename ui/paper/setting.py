"""Sets text into lines: wrapping, direction, scripts and fallback fonts are Qt's, size and place are ours.

Customers' text is plain text here, never markup. Everything belongs to the thread that set it.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property

import regex
from PySide6.QtCore import QPointF, QRectF, Qt, QTextBoundaryFinder
from PySide6.QtGui import (
    QFont,
    QGlyphRun,
    QRawFont,
    QTextCharFormat,
    QTextLayout,
    QTextLine,
    QTextOption,
)

from ui.paper.glyphs import font_key, glyph_bounds
from ui.shared.fonts import EM, make_font

_FLAGS = QTextLayout.GlyphRunRetrievalFlag
_PLACED = _FLAGS.RetrieveGlyphIndexes | _FLAGS.RetrieveGlyphPositions
_GRAPHEME = regex.compile(r"\X")
_STRONG = {"L": False, "R": True, "AL": True}
# Letters that stand each by itself; only these may be drawn together or apart.
_LOOSE = regex.compile(r"[\p{Latin}\p{Greek}\p{Cyrillic}\p{Common}\p{Inherited}]*")
# Scripts whose letters need no more room above and below than Latin ones.
_LOW = regex.compile(
    r"[\p{Latin}\p{Greek}\p{Cyrillic}\p{Common}\p{Armenian}\p{Georgian}\p{Hebrew}\p{Han}\p{Hiragana}\p{Katakana}\p{Hangul}]*"
)
_ISOLATES = dict.fromkeys((0x2068, 0x2069))
TALL_LEADING = 0.16
UNBOUNDED = 1_000_000.0


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


@dataclass(frozen=True, slots=True)
class ColouredRun:
    """Glyphs of one font in one colour, placed from the line's left end and baseline in EM units."""

    run: QGlyphRun
    font: QRawFont
    glyphs: list[int]
    places: list[QPointF]
    colour: str


class SetLine:
    """One line as Qt set it. Its glyphs are fetched when somebody draws it, not while sizes are tried."""

    def __init__(self, paragraph: _Paragraph, line: QTextLine) -> None:
        self._paragraph = paragraph
        self._line = line
        self.size = paragraph.style.size
        self.width = line.naturalTextWidth() * self.size / EM

    @property
    def is_right_to_left(self) -> bool:
        return self._paragraph.is_right_to_left

    @property
    def text(self) -> str:
        """The line's letters in writing order, without the space it was broken at."""
        start = self._line.textStart()
        return self._paragraph.slice(start, start + self._line.textLength()).rstrip()

    @property
    def zero(self) -> QPointF:
        """Where the line's left end and baseline lie in Qt's own measures."""
        return QPointF(self._line.x(), self._line.y() + self._line.ascent())

    @cached_property
    def runs(self) -> list[ColouredRun]:
        """The line's glyphs from left to right as far as Qt orders them, in EM units."""
        line, paragraph = self._line, self._paragraph
        found = []
        for start, length, colour in paragraph.colours(line.textStart(), line.textLength()):
            for run in line.glyphRuns(start, length, _PLACED):
                zero = self.zero
                places = [place - zero for place in run.positions()]
                found.append(ColouredRun(run, run.rawFont(), run.glyphIndexes(), places, colour))
        return found

    def text_as_seen(self) -> str:
        """The line's letters in the order in which they stand on paper, from left to right.

        Programs that read a PDF expect text in this order and turn it back. Qt's own questions for places
        (`cursorToX`, `stringIndexes`) are wrong on 6.11.3 where directions or fonts meet, so each letter's
        glyphs are asked for.
        """
        placed: list[tuple[float, int, str]] = []
        start, x, is_turned = self._line.textStart(), 0.0, False
        # Not by QTextBoundaryFinder: on 6.11.3 it cuts emoji after a Thai letter in two.
        for grapheme in _GRAPHEME.findall(self.text):
            length = utf16_length(grapheme)
            runs = self._line.glyphRuns(start, length, _PLACED)
            if runs:
                x = min(place.x() for run in runs for place in run.positions())
                is_turned = runs[0].isRightToLeft()
            placed.append((x, -start if is_turned else start, grapheme[::-1] if is_turned else grapheme))
            start += length
        return "".join(letters for _, _, letters in sorted(placed)).translate(_ISOLATES)

    def ink(self) -> QRectF:
        """What the letters cover, in points around the baseline; y is negative above it."""
        covered = QRectF()
        for run in self.runs:
            key = font_key(run.font)
            for glyph, place in zip(run.glyphs, run.places, strict=True):
                covered |= glyph_bounds(key, run.font, glyph).translated(place)
        scale = self.size / EM
        return QRectF(
            covered.x() * scale, covered.y() * scale, covered.width() * scale, covered.height() * scale
        )


@dataclass(frozen=True, slots=True)
class PlacedLine:
    """A line within its block: `x` from the left edge, the rest from the upper edge.

    The line occupies the block from `top` to `bottom`, with what parts it from the line before.
    """

    line: SetLine
    x: float
    top: float
    baseline: float
    bottom: float

    @property
    def cap_top(self) -> float:
        """Where capitals begin."""
        return self.baseline - self.line.size * CAP_SHARE


@dataclass(frozen=True, slots=True)
class Block:
    """A set text. `height` is what it occupies, `width` the longest line; `measure` what it was given."""

    lines: tuple[PlacedLine, ...]
    measure: float
    width: float
    height: float
    has_broken_word: bool


def set_text(
    text: str,
    style: Style,
    measure: float,
    *,
    language: str,
    spans: Sequence[Span] = (),
    right_to_left: bool = False,
    direction: bool | None = None,
    even: bool = False,
) -> Block:
    """Set `text` in lines of at most `measure` points.

    Each paragraph takes the direction of its first letter, or that of the page (`right_to_left`) when none
    has one; `direction` (true: from right to left) overrules both. `even` makes the lines of a short text
    about equally long, as headlines want it; in any case the last line is not left with a single short word
    when a slightly narrower measure helps.
    """
    paragraphs = [
        _Paragraph(
            part,
            style,
            language,
            _within(spans, start, len(part)),
            is_right_to_left(part, right_to_left) if direction is None else direction,
        )
        for start, part in _paragraphs(text)
    ]
    for paragraph in paragraphs:
        paragraph.wrap(measure, even=even)
    return _stack(paragraphs, style, measure)


def natural_width(text: str, style: Style, language: str) -> float:
    """How long `text` would be on one line, in points."""
    longest = 0.0
    for _, part in _paragraphs(text):
        paragraph = _Paragraph(part, style, language, (), False)
        paragraph.wrap(UNBOUNDED, even=False)
        longest += sum(line.naturalTextWidth() for line in paragraph.lines)
    return longest * style.size / EM


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


class _Paragraph:
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

    def slice(self, start: int, end: int) -> str:
        """The letters between two of Qt's places."""
        return self._units[2 * start : 2 * end].decode("utf-16-le")

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
            self._narrow(count, width, LEAST_SHARE)
        elif self._ends_short(width):
            self._lengthen_last_line(count, width)

    def _break_at(self, width: float) -> None:
        layout = self._layout
        self.lines = []
        layout.beginLayout()
        while (line := layout.createLine()).isValid():
            line.setLineWidth(width)
            self.lines.append(line)
        layout.endLayout()

    def _narrow(self, count: int, width: float, least_share: float) -> None:
        """The narrowest measure that keeps `count` lines: all lines then are about equally long."""
        good, low = width, width * least_share
        while good - low > width * 0.02:
            middle = (good + low) / 2
            self._break_at(middle)
            if len(self.lines) == count and not self._breaks_within_words():
                good = middle
            else:
                low = middle
        self._break_at(good)

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

    def _ends_short(self, width: float) -> bool:
        """Whether the last line is little, or a single word that is not long."""
        last = self.lines[-1]
        start = last.textStart()
        words = self.slice(start, start + last.textLength()).strip()
        is_single = " " in self.text and " " not in words
        return last.naturalTextWidth() < (LONE_WORD if is_single else SHORT_LAST_LINE) * width

    def _unit(self, letter: int) -> int:
        return utf16_length(self.text[:letter])


EVEN_UP_TO_LINES = 7
LEAST_SHARE = 0.7
SHORT_LAST_LINE, LONE_WORD = 0.2, 0.45
BLANK_LINE = 0.55


def _stack(paragraphs: Sequence[_Paragraph], style: Style, measure: float) -> Block:
    """Lines below each other by their leading, further apart where letters would touch."""
    placed: list[PlacedLine] = []
    bottom = 0.0
    for paragraph in paragraphs:
        if paragraph.is_blank:
            bottom += style.size * style.leading * BLANK_LINE
            continue
        is_low = _LOW.fullmatch(paragraph.text) is not None
        leading = style.size * (style.leading + (0.0 if is_low else TALL_LEADING))
        margin = (leading - style.size * CAP_SHARE) / 2
        for qt_line in paragraph.lines:
            line = SetLine(paragraph, qt_line)
            above, below = (0.0, 0.0) if is_low else _reach(line)
            baseline = bottom + max(margin + style.size * CAP_SHARE, above)
            x = measure - line.width if paragraph.is_right_to_left else 0.0
            top = placed[-1].bottom if placed else 0.0
            bottom = baseline + max(margin, below)
            placed.append(PlacedLine(line, x, top, baseline, bottom))
    return Block(
        tuple(placed),
        measure,
        max((placed_line.line.width for placed_line in placed), default=0.0),
        bottom,
        any(paragraph.has_broken_word for paragraph in paragraphs),
    )


# Height of Atkinson's capitals by its size: text is centred in its line by them.
CAP_SHARE = 0.668


def _reach(line: SetLine) -> tuple[float, float]:
    ink = line.ink()
    return max(0.0, -ink.top()), max(0.0, ink.bottom())


def _paragraphs(text: str) -> list[tuple[int, str]]:
    """Each paragraph with the index of its first letter."""
    found, start = [], 0
    for part in text.split("\n"):
        found.append((start, part))
        start += len(part) + 1
    return found


def _within(spans: Sequence[Span], start: int, length: int) -> list[Span]:
    inside = []
    for span in spans:
        begin, end = max(span.start - start, 0), min(span.end - start, length)
        if begin < end:
            inside.append(replace(span, start=begin, end=end))
    return inside


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
