"""The shapes of single glyphs at EM size, kept once made: outlines, what they cover, and colour pictures."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QGlyphRun, QImage, QPainter, QPainterPath, QRawFont

from ui.shared.fonts import EM, is_stopgap

# A wall of Chinese needs a few thousand; beyond that we start anew rather than grow for ever.
MOST_KEPT = 8_000
# Near the size in which colour emoji are stored; at other sizes Qt 6.11 sometimes paints nothing.
PICTURE_EM = 128
STOPGAP = "none"

_outlines: dict[tuple[str, int], QPainterPath] = {}
_bounds: dict[tuple[str, int], QRectF] = {}
_pictures: dict[tuple[str, int], tuple[QImage, QRectF]] = {}


def font_key(font: QRawFont) -> str:
    """Names one face; two fonts of one key draw the same glyphs."""
    if is_stopgap(font):
        return STOPGAP
    return f"{font.familyName()}-{font.styleName()}-{font.weight()}"


def outline(key: str, font: QRawFont, glyph: int) -> QPainterPath:
    """The glyph's outline in EM units around its origin, y downwards; empty for spaces and pictures.

    `key` is the `font_key` of `font`: who draws a run asks for it once.
    """
    path = _outlines.get((key, glyph))
    if path is None:
        if len(_outlines) >= MOST_KEPT:
            _outlines.clear()
        path = _box() if key == STOPGAP else font.pathForGlyph(glyph)
        _outlines[key, glyph] = path
    return path


def picture(key: str, font: QRawFont, glyph: int) -> tuple[QImage, QRectF]:
    """A colour glyph as a picture, and the rectangle in EM units around its origin that it fills.

    Both are empty for a glyph that shows nothing.
    """
    found = _pictures.get((key, glyph))
    if found is None:
        if len(_pictures) >= MOST_KEPT:
            _pictures.clear()
        found = _pictures[key, glyph] = _painted(font, glyph)
    return found


def glyph_bounds(key: str, font: QRawFont, glyph: int) -> QRectF:
    """What the glyph covers in EM units around its origin."""
    bounds = _bounds.get((key, glyph))
    if bounds is None:
        path = outline(key, font, glyph)
        if len(_bounds) >= MOST_KEPT:
            _bounds.clear()
        bounds = picture(key, font, glyph)[1] if path.isEmpty() else path.boundingRect()
        _bounds[key, glyph] = bounds
    return bounds


def _box() -> QPainterPath:
    """Stands for a letter that no font on this machine can draw."""
    outer, inner = QPainterPath(), QPainterPath()
    outer.addRect(QRectF(EM * 0.08, -EM * 0.68, EM * 0.44, EM * 0.68))
    inner.addRect(QRectF(EM * 0.13, -EM * 0.63, EM * 0.34, EM * 0.58))
    return outer.subtracted(inner)


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
