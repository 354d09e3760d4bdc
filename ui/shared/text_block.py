"""Lays out what people wrote, for painting: plain letters, each text in its writer's direction."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QTextCharFormat, QTextLayout, QTextOption

NO_LIMIT = 10_000
_RIGHT_TO_LEFT = {"R", "AL"}
_LINE_SEPARATOR = "\u2028"


def is_right_to_left(text: str) -> bool:
    """By the first letter that has a direction, as the Unicode algorithm chooses for a paragraph."""
    for character in text:
        kind = unicodedata.bidirectional(character)
        if kind == "L":
            return False
        if kind in _RIGHT_TO_LEFT:
            return True
    return False


@dataclass(frozen=True, slots=True)
class TextBlock:
    """Lines of one text, ready to paint; `pitch` is the way from line to line in px."""

    layouts: tuple[QTextLayout, ...]
    offsets: tuple[float, ...]
    pitch: float
    is_cut: bool

    @property
    def height(self) -> float:
        return self.pitch * len(self.layouts)

    @property
    def lines(self) -> int:
        return len(self.layouts)

    def paint(self, painter: QPainter, x: float, y: float, colour: QColor) -> None:
        painter.setPen(colour)
        for row, (layout, offset) in enumerate(zip(self.layouts, self.offsets, strict=True)):
            line = layout.lineAt(0)
            top = y + row * self.pitch + (self.pitch - line.height()) / 2
            layout.draw(painter, QPointF(x + offset, top))


def lay_out(
    text: str,
    font: QFont,
    width: float,
    *,
    max_lines: int = NO_LIMIT,
    line_height: float = 1.36,
    underlined: Sequence[tuple[int, int]] = (),
) -> TextBlock:
    """Break `text` into lines of at most `width` px; what goes beyond `max_lines` ends in three dots.

    `underlined` are letters from and to that are pointed out, in a text that is not cut.
    """
    shown = text.replace("\n", _LINE_SEPARATOR)
    from_right = is_right_to_left(text)
    pieces = _pieces(shown, font, width, max_lines)
    is_cut = len(pieces) > max_lines
    if is_cut:
        start = pieces[max_lines - 1][0]
        rest = shown[start:].replace(_LINE_SEPARATOR, " ")
        ended = _without_gap(QFontMetricsF(font).elidedText(rest, Qt.TextElideMode.ElideRight, width))
        texts = [piece for _, piece in pieces[: max_lines - 1]] + [ended]
    else:
        texts = [piece for _, piece in pieces]
    spans = () if is_cut else underlined
    starts = [start for start, _ in pieces]
    layouts = tuple(
        _one_line(piece, font, from_right, _formats(piece, start, spans))
        for piece, start in zip(texts, starts, strict=False)
    )
    offsets = tuple(_offset(layout, width, from_right) for layout in layouts)
    return TextBlock(layouts, offsets, round(font.pixelSize() * line_height), is_cut)


def _without_gap(ended: str) -> str:
    """The dots stand at the last word, not behind a space."""
    return f"{ended[:-1].rstrip()}…" if ended.endswith("…") else ended


def _pieces(shown: str, font: QFont, width: float, max_lines: int) -> list[tuple[int, str]]:
    """Start and letters of each line, one more than asked for when there are more.

    QTextLayout counts in UTF-16 units, so its numbers are brought back to letters.
    """
    layout = QTextLayout(shown, font)
    layout.setTextOption(line_option(shown))
    units = shown.encode("utf-16-le", "surrogatepass")
    found: list[tuple[int, str]] = []
    layout.beginLayout()
    while len(found) <= max_lines:
        line = layout.createLine()
        if not line.isValid():
            break
        line.setLineWidth(width)
        start, length = line.textStart(), line.textLength()
        before = len(units[: start * 2].decode("utf-16-le", "surrogatepass"))
        piece = units[start * 2 : (start + length) * 2].decode("utf-16-le", "surrogatepass")
        found.append((before, piece.rstrip(f"{_LINE_SEPARATOR} ")))
    layout.endLayout()
    return found


def _formats(piece: str, start: int, spans: Sequence[tuple[int, int]]) -> list[QTextLayout.FormatRange]:
    """Those of `spans` that fall into this line, which begins at the letter `start` of the text."""
    ranges = []
    for begin, end in spans:
        first, last = max(begin - start, 0), min(end - start, len(piece))
        if first < last:
            marked = QTextLayout.FormatRange()
            marked.start = _units(piece[:first])
            marked.length = _units(piece[first:last])
            style = QTextCharFormat()
            style.setUnderlineStyle(QTextCharFormat.UnderlineStyle.DashUnderline)
            marked.format = style
            ranges.append(marked)
    return ranges


def _units(text: str) -> int:
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def line_option(text: str) -> QTextOption:
    """How lines of `text` are broken, and from which side they begin."""
    return _option(is_right_to_left(text))


def _one_line(
    text: str, font: QFont, from_right: bool, formats: Sequence[QTextLayout.FormatRange] = ()
) -> QTextLayout:
    layout = QTextLayout(text, font)
    layout.setTextOption(_option(from_right))
    layout.setCacheEnabled(True)
    if formats:
        layout.setFormats(formats)
    layout.beginLayout()
    layout.createLine().setNumColumns(NO_LIMIT)
    layout.endLayout()
    return layout


def _option(from_right: bool) -> QTextOption:
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    option.setTextDirection(Qt.LayoutDirection.RightToLeft if from_right else Qt.LayoutDirection.LeftToRight)
    option.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignAbsolute)
    return option


def _offset(layout: QTextLayout, width: float, from_right: bool) -> float:
    return width - layout.lineAt(0).naturalTextWidth() if from_right else 0.0
