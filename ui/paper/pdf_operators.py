"""Paths, glyphs and colours in PDF's own words."""

from __future__ import annotations

from PIL import Image
from PySide6.QtGui import QImage, QPainterPath, QRawFont
from reportlab.lib.utils import ImageReader

from ui.paper.glyphs import MOST_KEPT, outline

_drawn: dict[tuple[str, int], str] = {}


def glyph_operators(key: str, font: QRawFont, glyph: int) -> str:
    """A glyph's outline in PDF's words, kept once made; empty where it has none."""
    drawn = _drawn.get((key, glyph))
    if drawn is None:
        if len(_drawn) >= MOST_KEPT:
            _drawn.clear()
        drawn = _drawn[key, glyph] = path_operators(outline(key, font, glyph), 1.0, -1.0, 0.0, 0.0, "%.2f")
    return drawn


def path_operators(path: QPainterPath, x_scale: float, y_scale: float, x: float, y: float, form: str) -> str:
    """A path in PDF's words. Every subpath of a filled path is closed by filling."""
    point = f"{form} {form}"
    found: list[str] = []
    curve: list[str] = []
    for index in range(path.elementCount()):
        element = path.elementAt(index)
        place = point % (x + x_scale * element.x, y + y_scale * element.y)
        if element.isMoveTo():
            found.append(f"{place} m")
        elif element.isLineTo():
            found.append(f"{place} l")
        else:
            curve.append(place)
            if len(curve) == 3:
                found.append(f"{' '.join(curve)} c")
                curve = []
    return "\n".join(found)


def colour_operands(colour: str) -> str:
    return " ".join(
        f"{int(colour[start : start + 2], 16) / 255:.4f}".rstrip("0").rstrip(".") for start in (1, 3, 5)
    )


def dots_of(image: QImage) -> ImageReader:
    size = (image.width(), image.height())
    return ImageReader(
        Image.frombytes("RGBA", size, bytes(image.constBits()), "raw", "RGBA", image.bytesPerLine())
    )
