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
    path = QPainterPath()
    # The inner edge runs the other way round: a hole by both ways of filling.
    for left, right, low, high in ((0.08, 0.52, 0.0, 0.68), (0.47, 0.13, 0.05, 0.63)):
        path.moveTo(left * EM, -low * EM)
        for x, y in ((right, low), (right, high), (left, high)):
            path.lineTo(x * EM, -y * EM)
        path.closeSubpath()
    return path


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
