"""The shapes of single glyphs at EM size, kept once made: outlines, what they cover, and colour pictures."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QGlyphRun, QImage, QPainter, QPainterPath, QRawFont

from ui.shared.fonts import EM

# A wall of Chinese needs a few thousand; beyond that we start anew rather than grow for ever.
MOST_KEPT = 8_000
# Near the size in which colour emoji are stored; at other sizes Qt 6.11 sometimes paints nothing.
PICTURE_EM = 128

_outlines: dict[tuple[str, int], QPainterPath] = {}
_pictures: dict[tuple[str, int], tuple[QImage, QRectF]] = {}


def font_key(font: QRawFont) -> str:
    """Names one face; two fonts of one key draw the same glyphs."""
    return f"{font.familyName()}-{font.styleName()}-{font.weight()}"


def outline(font: QRawFont, glyph: int) -> QPainterPath:
    """The glyph's outline in EM units around its origin, y downwards; empty for spaces and pictures."""
    key = (font_key(font), glyph)
    path = _outlines.get(key)
    if path is None:
        if len(_outlines) >= MOST_KEPT:
            _outlines.clear()
        path = _outlines[key] = font.pathForGlyph(glyph)
    return path


def picture(font: QRawFont, glyph: int) -> tuple[QImage, QRectF]:
    """A colour glyph as a picture, and the rectangle in EM units around its origin that it fills.

    Both are empty for a glyph that shows nothing.
    """
    key = (font_key(font), glyph)
    found = _pictures.get(key)
    if found is None:
        if len(_pictures) >= MOST_KEPT:
            _pictures.clear()
        found = _pictures[key] = _painted(font, glyph)
    return found


def glyph_bounds(font: QRawFont, glyph: int) -> QRectF:
    """What the glyph covers in EM units around its origin."""
    path = outline(font, glyph)
    return picture(font, glyph)[1] if path.isEmpty() else path.boundingRect()


def _painted(font: QRawFont, glyph: int) -> tuple[QImage, QRectF]:
    # A run of Qt's own at text size gives an empty picture; a copy at the stored size does not.
    large = QRawFont(font)
    large.setPixelSize(PICTURE_EM)
    covered = large.boundingRect(glyph)
    size = covered.toAlignedRect().size()
    if size.isEmpty():
        return QImage(), QRectF()
    image = QImage(size, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(Qt.GlobalColor.transparent)
    run = QGlyphRun()
    run.setRawFont(large)
    run.setGlyphIndexes([glyph])
    run.setPositions([QPointF(0, 0)])
    painter = QPainter(image)
    painter.drawGlyphRun(-covered.topLeft(), run)
    painter.end()
    scale = EM / PICTURE_EM
    filled = QRectF(covered.x() * scale, covered.y() * scale, size.width() * scale, size.height() * scale)
    return image.convertToFormat(QImage.Format.Format_RGBA8888), filled
