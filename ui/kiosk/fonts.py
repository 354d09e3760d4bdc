"""The kiosk's letters for painting: the family that has what the text needs, at a size in px."""

from __future__ import annotations

from functools import cache, lru_cache

from PySide6.QtGui import QFont, QFontMetricsF

from ui.shared.fonts import families_for, set_families

_TABULAR = QFont.Tag("tnum")


def kiosk_font(
    pixels: float, text: str = "", *, language: str = "", bold: bool = False, tabular: bool = False
) -> QFont:
    """For the GUI thread only: copies share what Qt has loaded for one font."""
    return _font(round(pixels), tuple(families_for(text, language)), bold, tabular)


@cache
def latin_ascent() -> float:
    """Of a line of our Latin letters, for a letter size of 1."""
    return QFontMetricsF(kiosk_font(100)).ascent() / 100


@lru_cache(maxsize=256)
def _font(pixels: int, families: tuple[str, ...], bold: bool, tabular: bool) -> QFont:
    font = QFont()
    set_families(font, families)
    font.setPixelSize(pixels)
    font.setBold(bold)
    if tabular:
        font.setFeature(_TABULAR, 1)
    return font
