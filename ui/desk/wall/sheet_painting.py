"""One sheet as small as it is on the drawn board: headline, answer behind its spine, number, code.

Paper stays paper: its colours are those of the light theme, whatever the desk wears.
"""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPen

from app import qr
from app.theme import HIGH_CONTRAST, LIGHT
from ui.desk.wall.drawn import DrawnSheet
from ui.paper.qr_picture import paint_code
from ui.shared.icons import paint_icon
from ui.shared.notes import paint_sheet
from ui.shared.text_block import TextBlock, is_right_to_left, lay_out
from ui.shared.theme import Theme

# Shares of the shorter side of the paper.
PADDING, SAYS, NUMBER, CODE = 0.105, 0.095, 0.1, 0.29
HEADLINE_SHARES = (0.136, 0.118, 0.104)
SMALLEST_HEADLINE, LARGEST_HEADLINE, SMALLEST_WORDS, LARGEST_WORDS = 10, 24, 9, 14
# Below this many pixels a sheet has room for its number alone.
TOO_SMALL = 44
FRAME, FRAME_GAP, FLAG_HEIGHT = 3, 4, 24
_PATTERN = "teacup"


@dataclass(frozen=True, slots=True)
class _Paper:
    """Where the words of a sheet may stand, and its inks; `side` is the shorter side of the paper."""

    painter: QPainter
    theme: Theme
    sheet: DrawnSheet
    inner: QRectF
    side: float
    ink: QColor
    soft: QColor
    brick: QColor

    def size(self, share: float, smallest: int, largest: int) -> int:
        """Of letters, in pixels."""
        return round(max(self.theme.px(smallest), min(self.side * share, self.theme.px(largest))))


def paint_small_sheet(painter: QPainter, theme: Theme, sheet: DrawnSheet, rect: QRectF) -> None:
    """`rect` is the paper itself; a stale one has its frame and flag around it."""
    palette = HIGH_CONTRAST if theme.is_high_contrast else LIGHT
    ink, soft, brick = (QColor(each) for each in (palette.ink, palette.ink_soft, palette.brick))
    paint_sheet(painter, theme, rect, QColor(palette.paper))
    side = min(rect.width(), rect.height())
    if side < theme.px(TOO_SMALL):
        _paint_number_alone(painter, theme, sheet, rect, ink)
        return
    pad = side * PADDING
    paper = _Paper(painter, theme, sheet, rect.adjusted(pad, pad, -pad, -pad), side, ink, soft, brick)
    painter.save()
    painter.setClipRect(rect)
    _paint_words(paper, _paint_foot(paper) - pad * 0.4)
    painter.restore()


def paint_stale_frame(painter: QPainter, theme: Theme, sheet: DrawnSheet, rect: QRectF) -> None:
    """The one loud thing on the board: a frame around the paper `rect`, and a flag with a word."""
    brick, on_brick = theme.colour("brick"), theme.colour("on_brick")
    around = rect.adjusted(_out(-1), _out(-1), _out(1), _out(1))
    pen = QPen(brick, FRAME)
    pen.setJoinStyle(Qt.PenJoinStyle.MiterJoin)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(pen)
    painter.drawRect(around)
    flag = flag_rect(theme, sheet, rect)
    painter.fillRect(flag, brick)
    icon = theme.px(14)
    gap = theme.px(6)
    from_right = painter.layoutDirection() == Qt.LayoutDirection.RightToLeft
    left = flag.right() - gap - icon if from_right else flag.left() + gap
    paint_icon(painter, "warning", QRectF(left, flag.center().y() - icon / 2, icon, icon), on_brick)
    painter.setPen(on_brick)
    font = theme.font(13, bold=True)
    painter.setFont(font)
    room = flag.width() - icon - 3 * gap
    word = QFontMetricsF(font).elidedText(sheet.flag, Qt.TextElideMode.ElideRight, room + 1)
    start = flag.left() + gap if from_right else flag.left() + 2 * gap + icon
    align = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignAbsolute
    side = Qt.AlignmentFlag.AlignRight if from_right else Qt.AlignmentFlag.AlignLeft
    painter.drawText(QRectF(start, flag.top(), room + 2, flag.height()), align | side, word)


def flag_rect(theme: Theme, sheet: DrawnSheet, rect: QRectF) -> QRectF:
    """Over the upper edge of the frame; as wide as its word where the paper is narrower than that."""
    word = QFontMetricsF(theme.font(13, bold=True)).horizontalAdvance(sheet.flag)
    width = word + theme.px(14) + 3 * theme.px(6) + 2
    high = theme.px(FLAG_HEIGHT)
    return QRectF(rect.left() - _out(1) - 1.5, rect.top() - _out(1) - high + theme.px(8), width, high)


def _out(way: int) -> float:
    return way * (FRAME_GAP + FRAME / 2)


def _paint_number_alone(
    painter: QPainter, theme: Theme, sheet: DrawnSheet, rect: QRectF, ink: QColor
) -> None:
    font = theme.font(13, bold=True, tabular=True)
    wide = QFontMetricsF(font).horizontalAdvance(f"{sheet.number}")
    if wide > rect.width() - 2:
        font.setPixelSize(max(6, int(font.pixelSize() * (rect.width() - 2) / wide)))
    painter.setFont(font)
    painter.setPen(ink)
    painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, f"{sheet.number}")


def _paint_foot(paper: _Paper) -> float:
    """Number and code; gives where the foot begins."""
    painter, inner = paper.painter, paper.inner
    font = paper.theme.font(13, tabular=True)
    font.setPixelSize(paper.size(NUMBER, SMALLEST_WORDS, 13))
    high = QFontMetricsF(font).height()
    painter.setFont(font)
    painter.setPen(paper.soft)
    place = QRectF(inner.left(), inner.bottom() - high + 2, inner.width(), high)
    align = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignBottom
    painter.drawText(place, align, f"{paper.sheet.number}")
    if not paper.sheet.has_code:
        return place.top()
    code = paper.side * CODE
    matrix = qr.matrix(_PATTERN)
    left, top = inner.right() - code, inner.bottom() - code
    paint_code(painter, matrix, left, top, code / matrix.size, LIGHT.ink, smooth=True)
    return min(place.top(), top)


def _paint_words(paper: _Paper, bottom: float) -> None:
    sheet, inner, side = paper.sheet, paper.inner, paper.side
    top = inner.top() - side * 0.02
    if sheet.is_storm:
        sign = side * 0.24
        paint_icon(paper.painter, "storm", QRectF(inner.left(), inner.top(), sign, sign), paper.brick)
        top += sign + side * 0.08
    if not sheet.headline:
        return
    head = _headline(paper, bottom - top - (_says_pitch(paper) * 1.4 if sheet.says else 0))
    head.paint(paper.painter, inner.left(), top, paper.ink)
    if sheet.says:
        _paint_says(paper, top + head.height + side * 0.05, bottom)


def _headline(paper: _Paper, room: float) -> TextBlock:
    """As on the sheet itself: a long text is set smaller before it is cut."""
    font = paper.theme.font(16, bold=True)
    for share in HEADLINE_SHARES:
        font.setPixelSize(paper.size(share, SMALLEST_HEADLINE, LARGEST_HEADLINE))
        lines = max(1, int(room // round(font.pixelSize() * 1.16)))
        head = lay_out(paper.sheet.headline, font, paper.inner.width(), max_lines=lines, line_height=1.16)
        if not head.is_cut:
            break
    return head


def _says_pitch(paper: _Paper) -> int:
    return round(paper.size(SAYS, SMALLEST_WORDS, LARGEST_WORDS) * 1.3)


def _paint_says(paper: _Paper, top: float, bottom: float) -> None:
    """The answer behind its spine, as far as there is room for it."""
    says, inner, side = paper.sheet.says, paper.inner, paper.side
    font = paper.theme.font(13)
    font.setPixelSize(paper.size(SAYS, SMALLEST_WORDS, LARGEST_WORDS))
    lines = int((bottom - top) // _says_pitch(paper))
    if lines < 1:
        return
    spine, gap = max(2.0, side * 0.032), side * 0.07
    block = lay_out(says, font, inner.width() - spine - gap, max_lines=lines, line_height=1.3)
    from_right = is_right_to_left(says)
    left = inner.right() - spine if from_right else inner.left()
    paper.painter.fillRect(QRectF(left, top, spine, block.height), paper.brick)
    block.paint(paper.painter, inner.left() if from_right else inner.left() + spine + gap, top, paper.ink)
