"""Paints a note with its tilt, shadow, stamp and slip into a picture of its own: turned letters are far too
slow to draw anew in every frame, a picture is not.

Everything is laid out for a page that reads from the left and turned about by `_Side` for the others.
"""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QImage, QPainter, QPen, QTextLayout

from app.domain.text import graphemes
from app.theme import note_paper
from ui.kiosk.fonts import kiosk_font
from ui.kiosk.look import Look
from ui.kiosk.wall.measures import NoteMeasures
from ui.kiosk.wall.note_face import NoteFace
from ui.shared.icons import paint_icon
from ui.shared.notes import paint_sheet
from ui.shared.stamps import paint_stamp, stamp_size
from ui.shared.text_block import TextBlock, is_right_to_left, lay_out, line_option

NOTE_LINES = 5
SLIP_LINES = 5
# A text longer than this never fits two lines of the larger letters on the widest note.
SHORT_TEXT = 90
TEXT, SHORT, SMALL, COUNT, SLIP_TEXT = 28, 35, 22, 28, 25
LINE, SHORT_LINE, SLIP_LINE = 1.36, 1.27, 1.32
# Scripts with high letters ask for more room than a note can give.
WIDEST_LINE = 1.6
# Few different ones, so that Qt's turned letters are found again.
TILTS = (-0.6, -0.3, 0.25, 0.5)
SLIP_INSET, SLIP_OVERHANG, SLIP_OVERLAP, SPINE = 20, 10, 8, 8


@dataclass(frozen=True, kw_only=True, slots=True)
class Sheet:
    """How a note is laid out: px from the upper left corner of its place, which is the paper's corner."""

    paper_height: int
    slip_height: int
    text_size: int
    text_pitch: int
    text_lines: int
    is_cut: bool
    slip_pitch: int

    @property
    def height(self) -> int:
        """Of paper and slip together."""
        return self.paper_height + (self.slip_height - SLIP_OVERLAP if self.slip_height else 0)


class NotePainter:
    """For one look and one size of notes; a change of either wants a new one. GUI thread only."""

    def __init__(self, look: Look, measures: NoteMeasures) -> None:
        self._look = look
        self._m = measures
        self._is_mirrored = bool(look.isMirrored)

    def lay_out(self, face: NoteFace) -> Sheet:
        """How high a note gets; takes a fraction of what painting takes."""
        m = self._m
        size, pitch, lines = self._set_text(face)
        is_cut = lines > NOTE_LINES
        shown = min(lines, NOTE_LINES)
        height = m.padding + shown * pitch + m.px(16)
        if is_cut:
            height += m.letters(32)
        if face.has_stamp:
            height += m.letters(52)
        slip_height, slip_pitch = self._set_slip(face)
        foot = m.foot + (SLIP_OVERLAP if slip_height else 0)
        return Sheet(
            paper_height=height + foot,
            slip_height=slip_height,
            text_size=size,
            text_pitch=pitch,
            text_lines=shown,
            is_cut=is_cut,
            slip_pitch=slip_pitch,
        )

    def corner(self, face: NoteFace, sheet: Sheet) -> QRectF:
        """Where "Me too" is torn off, on the place."""
        top = sheet.paper_height - self._m.foot - (SLIP_OVERLAP if sheet.slip_height else 0)
        width = self._corner_width(face)
        return QRectF(self._x(self._m.width - width, width), top, width, self._m.foot)

    def paint(self, face: NoteFace, sheet: Sheet, ratio: float = 1.0) -> QImage:
        """The picture, larger than the place by `measures.around` on each side."""
        around = self._m.around
        size = QSize(self._m.width + 2 * around, sheet.height + 2 * around)
        picture = QImage(size * ratio, QImage.Format.Format_ARGB32_Premultiplied)
        picture.setDevicePixelRatio(ratio)
        picture.fill(Qt.GlobalColor.transparent)
        painter = QPainter(picture)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self._is_mirrored:
            painter.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
        painter.translate(around, around)
        painter.save()
        self._tilt(painter, face, sheet)
        self._paint_paper(painter, face, sheet)
        painter.restore()
        if sheet.slip_height:
            self._paint_slip(painter, face, sheet)
        painter.end()
        return picture

    # The paper and what stands on it

    def _tilt(self, painter: QPainter, face: NoteFace, sheet: Sheet) -> None:
        if self._look.is_high_contrast:
            return
        middle = QPointF(self._m.width / 2, sheet.paper_height / 2)
        painter.translate(middle)
        painter.rotate(TILTS[face.id.bytes[-2] % len(TILTS)])
        painter.translate(-middle)

    def _paint_paper(self, painter: QPainter, face: NoteFace, sheet: Sheet) -> None:
        m, look = self._m, self._look
        paper = QColor(note_paper(look.palette, face.id.hex))
        paint_sheet(painter, look, QRectF(0, 0, m.width, sheet.paper_height), paper)
        block = self._text_block(face, sheet)
        block.paint(painter, m.padding, m.padding, look.colour("ink"))
        y = m.padding + block.height
        if sheet.is_cut:
            self._paint_read_on(painter, face, y)
            y += m.letters(32)
        if face.has_stamp:
            self._paint_stamp(painter, face, y)
        self._paint_foot(painter, face, self.corner(face, sheet))

    def _paint_read_on(self, painter: QPainter, face: NoteFace, top: float) -> None:
        m = self._m
        font = QFont(kiosk_font(m.letters(SMALL), face.read_on))
        font.setUnderline(True)
        rect = QRectF(m.padding, top, m.text_width, m.letters(30))
        self._write(painter, rect, face.read_on, font, "ink_soft")

    def _paint_stamp(self, painter: QPainter, face: NoteFace, top: float) -> None:
        m = self._m
        font = kiosk_font(m.letters(SMALL), face.stamp, bold=True)
        size = stamp_size(font, face.stamp)
        left = self._x(m.width - m.px(18) - size.width(), size.width())
        at = QPointF(left, top + m.letters(8))
        width = max(2.0, m.px(2))
        paint_stamp(painter, self._look, face.status, face.stamp, at=at, font=font, width=width)

    def _paint_foot(self, painter: QPainter, face: NoteFace, corner: QRectF) -> None:
        m, look = self._m, self._look
        painter.setPen(self._tear_pen())
        painter.drawLine(QPointF(2, corner.top()), QPointF(m.width - 2, corner.top()))
        edge = corner.right() if self._is_mirrored else corner.left()
        painter.drawLine(QPointF(edge, corner.top()), QPointF(edge, corner.bottom() - 3))
        room = m.width - corner.width() - m.padding - m.px(12)
        line = m.letters(27)
        top = corner.top() + (corner.height() - 2 * line) / 2
        left = self._x(m.padding, room)
        bold = kiosk_font(m.letters(SMALL), face.name, bold=True)
        name = QFontMetricsF(bold).elidedText(face.name, Qt.TextElideMode.ElideRight, room)
        self._write(painter, QRectF(left, top, room, line), name, bold, "ink")
        font = kiosk_font(m.letters(SMALL), face.age)
        self._write(painter, QRectF(left, top + line, room, line), face.age, font, "ink_soft")
        self._paint_corner(painter, face, corner)
        if face.is_given:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(
                QPen(
                    look.colour("ink"),
                    4,
                    Qt.PenStyle.SolidLine,
                    Qt.PenCapStyle.FlatCap,
                    Qt.PenJoinStyle.MiterJoin,
                )
            )
            painter.drawRect(corner.adjusted(2, 2, -2, -2))

    def _paint_corner(self, painter: QPainter, face: NoteFace, corner: QRectF) -> None:
        m = self._m
        width = corner.width()

        def part(left: float, room: float) -> QRectF:
            at = corner.right() - left - room if self._is_mirrored else corner.left() + left
            return QRectF(at, corner.top(), room, corner.height())

        left = float(m.px(20))
        if face.is_given:
            side = m.letters(26)
            tick = part(left, side)
            tick.setTop(corner.center().y() - side / 2)
            tick.setHeight(side)
            paint_icon(painter, "check", tick, self._look.colour("brick"))
            left += side + m.px(8)
        word, count = self._corner_fonts(face)
        count_width = QFontMetricsF(count).horizontalAdvance(str(face.votes))
        self._write(painter, part(left, width - left), face.me_too, word, "ink")
        right = width - m.padding - count_width
        self._write(painter, part(right, count_width + 2), str(face.votes), count, "ink")

    def _corner_fonts(self, face: NoteFace) -> tuple[QFont, QFont]:
        word = kiosk_font(self._m.letters(SMALL), face.me_too, bold=face.is_given)
        return word, kiosk_font(self._m.letters(COUNT), bold=True, tabular=True)

    def _corner_width(self, face: NoteFace) -> int:
        m = self._m
        word, count = self._corner_fonts(face)
        width = QFontMetricsF(word).horizontalAdvance(face.me_too)
        width += QFontMetricsF(count).horizontalAdvance(str(face.votes))
        tick = m.letters(26) + m.px(8) if face.is_given else 0
        return min(round(width) + m.px(20 + 10) + m.padding + tick, round(m.width * 0.66))

    # The shop's slip

    def _paint_slip(self, painter: QPainter, face: NoteFace, sheet: Sheet) -> None:
        m, look = self._m, self._look
        width = m.width - m.px(SLIP_INSET) + m.px(SLIP_OVERHANG)
        top = sheet.paper_height - SLIP_OVERLAP
        slip = QRectF(self._x(m.px(SLIP_INSET), width), top, width, sheet.slip_height)
        paint_sheet(painter, look, slip, look.colour("raised"))
        spine = m.px(SPINE)
        painter.fillRect(
            QRectF(self._x(m.px(SLIP_INSET), spine), top, spine, sheet.slip_height), look.colour("brick")
        )
        room = self._slip_room()
        left = self._x(m.px(SLIP_INSET) + spine + m.px(18), room)
        font = kiosk_font(m.letters(SLIP_TEXT), face.slip)
        block = lay_out(
            face.slip, font, room, max_lines=SLIP_LINES, line_height=sheet.slip_pitch / font.pixelSize()
        )
        block.paint(painter, left, top + m.px(16), look.colour("ink"))
        bold = kiosk_font(m.letters(SMALL), face.signed, bold=True)
        foot = QRectF(left, top + m.px(16) + block.height, room, m.letters(36))
        name = QFontMetricsF(bold).elidedText(face.signed, Qt.TextElideMode.ElideRight, room)
        self._write(painter, foot, name, bold, "brick")

    def _slip_room(self) -> int:
        m = self._m
        return m.width - m.px(SLIP_INSET) + m.px(SLIP_OVERHANG) - m.px(SPINE) - m.px(18) - m.px(20)

    # Texts

    def _set_text(self, face: NoteFace) -> tuple[int, int, int]:
        """Size, pitch and number of lines (one more than fit, when there are more)."""
        m = self._m
        if len(face.text) <= SHORT_TEXT and graphemes(face.text) <= SHORT_TEXT:
            lines, natural = _count_lines(face.text, self._font(face, SHORT), m.text_width, 2)
            if lines <= 2:
                return SHORT, round(max(m.letters(SHORT) * SHORT_LINE, natural)), lines
        lines, natural = _count_lines(face.text, self._font(face, TEXT), m.text_width, NOTE_LINES)
        return TEXT, round(max(m.letters(TEXT) * LINE, natural)), lines

    def _set_slip(self, face: NoteFace) -> tuple[int, int]:
        """Height and pitch; nothing where nothing was said."""
        m = self._m
        if not face.slip:
            return 0, 0
        lines, natural = _count_lines(
            face.slip, kiosk_font(m.letters(SLIP_TEXT), face.slip), self._slip_room(), SLIP_LINES
        )
        pitch = round(max(m.letters(SLIP_TEXT) * SLIP_LINE, natural))
        return m.px(32) + min(lines, SLIP_LINES) * pitch + m.letters(36), pitch

    def _text_block(self, face: NoteFace, sheet: Sheet) -> TextBlock:
        font = self._font(face, sheet.text_size)
        return lay_out(
            face.text,
            font,
            self._m.text_width,
            max_lines=NOTE_LINES,
            line_height=sheet.text_pitch / font.pixelSize(),
        )

    def _font(self, face: NoteFace, size: int) -> QFont:
        return kiosk_font(self._m.letters(size), face.text, language=face.language)

    def _write(self, painter: QPainter, rect: QRectF, text: str, font: QFont, ink: str) -> None:
        """One line from the side where the page begins, whatever the script of `text`."""
        painter.setFont(font)
        painter.setPen(self._look.colour(ink))
        side = Qt.AlignmentFlag.AlignRight if self._is_mirrored else Qt.AlignmentFlag.AlignLeft
        flags = int(side | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter)
        forced = (
            Qt.TextFlag.TextForceRightToLeft if is_right_to_left(text) else Qt.TextFlag.TextForceLeftToRight
        )
        painter.drawText(rect, flags | int(forced) | int(Qt.TextFlag.TextSingleLine), text)

    def _tear_pen(self) -> QPen:
        if self._look.is_high_contrast:
            return QPen(self._look.colour("ink"), 3)
        # Square dots: at two px they look round, and are drawn in a tenth of the time.
        pen = QPen(self._look.colour("dots"), 2, Qt.PenStyle.CustomDashLine, Qt.PenCapStyle.FlatCap)
        pen.setDashPattern([0.9, 1.1])
        return pen

    def _x(self, left: float, width: float) -> float:
        """The left edge of something on this page that begins `left` px from where reading begins."""
        return self._m.width - left - width if self._is_mirrored else left


def _count_lines(text: str, font: QFont, width: float, limit: int) -> tuple[int, float]:
    """How many lines `text` takes, at most `limit` + 1, and the height that the tallest of them wants."""
    layout = QTextLayout(text.replace("\n", "\u2028"), font)
    layout.setTextOption(line_option(text))
    lines, natural = 0, 0.0
    layout.beginLayout()
    while lines <= limit and (line := layout.createLine()).isValid():
        line.setLineWidth(width)
        lines += 1
        natural = max(natural, line.height())
    layout.endLayout()
    return max(lines, 1), min(natural, font.pixelSize() * WIDEST_LINE)
