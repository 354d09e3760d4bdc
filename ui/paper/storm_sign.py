"""The sign of a storm: a double spiral, drawn as it stands in the icons. It never mirrors."""

from __future__ import annotations

from PySide6.QtGui import QPainterPath

from ui.paper.sheets import Stroke

# Drawn on a square of 24 units; a line of paper is finer than that of an icon.
_START = (11.18, 3.28)
_CURVES = (
    (9.05, 3.83, 7.29, 5.17, 6.26, 6.82),
    (5.23, 8.47, 4.94, 10.4, 5.29, 12.05),
    (5.65, 13.71, 6.63, 15.08, 7.84, 15.88),
    (9.05, 16.67, 10.46, 16.9, 11.64, 16.65),
    (12.81, 16.4, 13.74, 15.69, 14.24, 14.86),
    (14.74, 14.04, 14.81, 13.12, 14.58, 12.43),
    (14.35, 11.73, 13.83, 11.28, 13.33, 11.13),
    (12.08, 10.78, 11.92, 13.22, 10.67, 12.87),
    (10.17, 12.72, 9.65, 12.27, 9.42, 11.57),
    (9.19, 10.88, 9.26, 9.96, 9.76, 9.14),
    (10.26, 8.31, 11.19, 7.6, 12.36, 7.35),
    (13.54, 7.1, 14.95, 7.33, 16.16, 8.12),
    (17.37, 8.92, 18.35, 10.29, 18.71, 11.95),
    (19.06, 13.6, 18.77, 15.53, 17.74, 17.18),
    (16.71, 18.83, 14.95, 20.17, 12.82, 20.72),
)
_LINE = 1.07
_LEFT, _TOP, _WIDTH, _HEIGHT = 5.16, 3.28, 13.68, 17.44


def storm_sign(x: float, y: float, height: float, colour: str) -> Stroke:
    """The sign with all its ink in a box that begins at `x` and `y`."""
    unit = height / (_HEIGHT + _LINE)
    shift_x, shift_y = x + (_LINE / 2 - _LEFT) * unit, y + (_LINE / 2 - _TOP) * unit

    def place(across: float, down: float) -> tuple[float, float]:
        return shift_x + across * unit, shift_y + down * unit

    path = QPainterPath()
    path.moveTo(*place(*_START))
    for x1, y1, x2, y2, to_x, to_y in _CURVES:
        path.cubicTo(*place(x1, y1), *place(x2, y2), *place(to_x, to_y))
    return Stroke(path, colour, _LINE * unit)


def storm_sign_width(height: float) -> float:
    return height * (_WIDTH + _LINE) / (_HEIGHT + _LINE)
