"""A logo as a printer shows it that has black alone: only where it can still be seen for what it is."""

from __future__ import annotations

import io

from PIL import Image

# How much of what differs between the dots is told by black and white: drawings have nearly all, photos not.
TWO_TONED = 0.82
LEAST_DIFFERENCE = 60
# Of the dots that are black: less is dust, more is a slab; what is more than half a slab is turned over.
LEAST_INK, MOST_INK = 0.02, 0.6


def in_black(logo: bytes) -> bytes:
    """A PNG file in black and white; empty where that would show a stain, or nothing."""
    grey = _on_paper(Image.open(io.BytesIO(logo)))
    dots = [float(count) for count in grey.histogram()]
    border, share = _border(dots)
    if share < TWO_TONED or _mean(dots, border, 256) - _mean(dots, 0, border) < LEAST_DIFFERENCE:
        return b""
    ink = sum(dots[:border]) / sum(dots)
    if ink > MOST_INK:
        ink = 1.0 - ink
        black = grey.point(lambda value: 255 if value < border else 0)
    else:
        black = grey.point(lambda value: 0 if value < border else 255)
    if ink < LEAST_INK:
        return b""
    target = io.BytesIO()
    black.convert("1", dither=Image.Dither.NONE).save(target, "PNG", optimize=True)
    return target.getvalue()


def _on_paper(picture: Image.Image) -> Image.Image:
    seen = picture.convert("RGBA")
    paper = Image.new("RGBA", seen.size, "white")
    paper.alpha_composite(seen)
    return paper.convert("L")


def _border(dots: list[float]) -> tuple[int, float]:
    """The grey that parts dark from light best, and the share of the difference it tells (Otsu, 1979)."""
    total, mean = sum(dots), _mean(dots, 0, 256)
    spread = sum(count * (grey - mean) ** 2 for grey, count in enumerate(dots)) / total
    if not spread:
        return 128, 0.0
    best, found = 128, 0.0
    below = weight = 0.0
    for grey in range(255):
        below += dots[grey]
        weight += grey * dots[grey]
        if 0 < below < total:
            between = (mean * below - weight) ** 2 / (below * (total - below))
            if between > found:
                best, found = grey + 1, between
    return best, found / spread


def _mean(dots: list[float], start: int, stop: int) -> float:
    count = sum(dots[start:stop])
    return sum(grey * dots[grey] for grey in range(start, stop)) / count if count else 0.0
