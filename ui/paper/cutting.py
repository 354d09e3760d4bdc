"""Cut marks: short lines outside of what is cut, so that nothing of them is left on it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from app.theme import LIGHT
from ui.paper.sheets import Stroke, mm, segment

LENGTH, AWAY, WIDTH = mm(4), mm(1.5), 0.5


def cut_marks(xs: Sequence[float], ys: Sequence[float]) -> Iterable[Stroke]:
    """For a grid that is cut at `xs` and `ys`, on all four sides of it."""
    left, right, top, bottom = min(xs), max(xs), min(ys), max(ys)
    for x in xs:
        yield _mark(x, top - AWAY, x, top - AWAY - LENGTH)
        yield _mark(x, bottom + AWAY, x, bottom + AWAY + LENGTH)
    for y in ys:
        yield _mark(left - AWAY, y, left - AWAY - LENGTH, y)
        yield _mark(right + AWAY, y, right + AWAY + LENGTH, y)


def _mark(x: float, y: float, to_x: float, to_y: float) -> Stroke:
    return Stroke(segment(x, y, to_x, to_y), LIGHT.ink, WIDTH, round_ends=False)
