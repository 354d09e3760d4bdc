"""Sets text into blocks of lines, which stand below each other and know their glyphs.

Everything belongs to the thread that set it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property

import regex
from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QGlyphRun, QRawFont, QTextLayout, QTextLine

from ui.paper.glyphs import font_key, glyph_bounds
from ui.paper.paragraph import Paragraph, Span, Style, is_right_to_left, utf16_length
from ui.shared.fonts import EM

_FLAGS = QTextLayout.GlyphRunRetrievalFlag
_PLACED = _FLAGS.RetrieveGlyphIndexes | _FLAGS.RetrieveGlyphPositions
_GRAPHEME = regex.compile(r"\X")
_ISOLATES = dict.fromkeys((0x2068, 0x2069))
# Scripts whose letters need no more room above and below than Latin ones.
_LOW = regex.compile(
    r"[\p{Latin}\p{Greek}\p{Cyrillic}\p{Common}\p{Armenian}\p{Georgian}\p{Hebrew}\p{Han}\p{Hiragana}\p{Katakana}\p{Hangul}]*"
)
# How much more of their size other scripts get between lines.
TALL_LEADING = 0.16
BLANK_LINE = 0.55
# Height of Atkinson's capitals by its size: text is centred in its line by them.
CAP_SHARE = 0.668
UNBOUNDED = 1_000_000.0


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

    def __init__(self, paragraph: Paragraph, line: QTextLine) -> None:
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
    def parting(self) -> str:
        """What stands between this line and the next of its text: a space, a new line, or nothing."""
        end = self._line.textStart() + self._line.textLength()
        if end >= self._paragraph.length:
            return "\n"
        return " " if self._paragraph.slice(end - 1, end).isspace() else ""

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
        Paragraph(
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
        paragraph = Paragraph(part, style, language, (), False)
        paragraph.wrap(UNBOUNDED, even=False)
        longest += sum(line.naturalTextWidth() for line in paragraph.lines)
    return longest * style.size / EM


def _stack(paragraphs: Sequence[Paragraph], style: Style, measure: float) -> Block:
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
