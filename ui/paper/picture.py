"""Paints sheets by Qt: the live preview, and the yardstick that the PDF is compared with."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPen

from ui.paper.glyphs import STOPGAP, font_key, outline, picture
from ui.paper.qr_picture import paint_code
from ui.paper.setting import ColouredRun
from ui.paper.sheets import Code, Fill, Picture, Sheet, Stroke, Thing, Turned, Words
from ui.shared.fonts import EM

LEAST_DASH = 0.01


def paint_sheet(painter: QPainter, sheet: Sheet) -> None:
    """Paint `sheet` with its upper left corner at the painter's origin, one unit a point.

    The paper itself is not painted: whoever shows it knows on what it lies.
    """
    painter.save()
    painter.setRenderHints(
        QPainter.RenderHint.Antialiasing
        | QPainter.RenderHint.TextAntialiasing
        | QPainter.RenderHint.SmoothPixmapTransform
    )
    _paint(painter, sheet.things)
    painter.restore()


def sheet_picture(sheet: Sheet, dpi: float) -> QImage:
    """The sheet on white paper, as a picture of so many dots an inch."""
    scale = dpi / 72
    image = QImage(round(sheet.width * scale), round(sheet.height * scale), QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.white)
    painter = QPainter(image)
    painter.scale(scale, scale)
    paint_sheet(painter, sheet)
    painter.end()
    return image


def _paint(painter: QPainter, things: Sequence[Thing]) -> None:
    for thing in things:
        match thing:
            case Words():
                _paint_words(painter, thing)
            case Fill():
                painter.fillPath(thing.path, QColor(thing.colour))
            case Stroke():
                painter.strokePath(thing.path, _pen(thing))
            case Code():
                paint_code(
                    painter, thing.matrix, thing.x, thing.y, thing.side / thing.matrix.size, thing.colour
                )
            case Picture():
                _paint_file(painter, thing)
            case Turned():
                _paint_turned(painter, thing)


def _paint_file(painter: QPainter, shown: Picture) -> None:
    box = QRectF(shown.x, shown.y, shown.width, shown.height)
    dots = painter.deviceTransform().mapRect(box).toAlignedRect().size()
    painter.drawImage(box, _in_dots(shown.file, dots.width(), dots.height()))


@lru_cache(maxsize=8)
def _in_dots(file: bytes, width: int, height: int) -> QImage:
    """The picture, no larger than it is painted: shrunk by the painter, fine lines would break up. Kept, as
    the same sheet is painted anew with every letter that is typed."""
    image = QImage.fromData(file)
    if image.width() <= width or image.height() <= height:
        return image
    ignore, smooth = Qt.AspectRatioMode.IgnoreAspectRatio, Qt.TransformationMode.SmoothTransformation
    return image.scaled(max(1, width), max(1, height), ignore, smooth)


def _paint_turned(painter: QPainter, turned: Turned) -> None:
    painter.save()
    painter.translate(turned.x, turned.y)
    painter.rotate(turned.degrees)
    painter.translate(-turned.x, -turned.y)
    _paint(painter, turned.things)
    painter.restore()


def _pen(stroke: Stroke) -> QPen:
    ends = Qt.PenCapStyle.RoundCap if stroke.round_ends else Qt.PenCapStyle.FlatCap
    pen = QPen(QColor(stroke.colour), stroke.width, Qt.PenStyle.SolidLine, ends, Qt.PenJoinStyle.RoundJoin)
    if stroke.dashes:
        # Qt counts dashes in widths of the line, and draws no dot for a dash of nothing.
        pen.setDashPattern([max(length / stroke.width, LEAST_DASH) for length in stroke.dashes])
    return pen


def _paint_words(painter: QPainter, words: Words) -> None:
    painter.save()
    painter.translate(words.x, words.baseline)
    painter.scale(words.line.size / EM, words.line.size / EM)
    for run in words.line.runs:
        _paint_run(painter, run, words.line.zero)
    painter.restore()


def _paint_run(painter: QPainter, run: ColouredRun, zero: QPointF) -> None:
    key = font_key(run.font)
    painter.setPen(QColor(run.colour))
    if key == STOPGAP:
        for glyph, place in zip(run.glyphs, run.places, strict=True):
            painter.fillPath(outline(key, run.font, glyph).translated(place), QColor(run.colour))
        return
    pictures = [
        (place, *picture(key, run.font, glyph))
        for glyph, place in zip(run.glyphs, run.places, strict=True)
        if outline(key, run.font, glyph).isEmpty()
    ]
    if len(pictures) < len(run.glyphs):
        painter.drawGlyphRun(-zero, run.run)
    for place, image, covered in pictures:
        if not image.isNull():
            painter.drawImage(covered.translated(place), image)
