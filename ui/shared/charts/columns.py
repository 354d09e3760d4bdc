"""Standing bars, each with its number above and its name below; a line marks what was promised."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from ui.shared.charts.drawing import Anchor, Bar, Drawing, Label, Rule, Spot, Thing, Type

HEIGHT = 120
SIZE = 13
HEAD = 24
FOOT = 24
CAPTION = 20
COLUMN_SHARE = 0.62
WIDEST_COLUMN = 56


@dataclass(frozen=True, kw_only=True, slots=True)
class Column:
    name: str
    value: int
    said: str
    ink: str
    hollow: bool = False


def draw_columns(
    columns: Sequence[Column], width: float, type_: Type, *, promised: int, promise: str, caption: str
) -> Drawing:
    """A dashed line stands behind the first `promised` columns, with the word `promise` beside its head;
    `caption` says below what the columns count."""
    scale = type_.scale
    size, height = SIZE * scale, HEIGHT * scale
    head, foot = HEAD * scale, FOOT * scale
    step = width / max(len(columns), 1)
    thick = min(step * COLUMN_SHARE, WIDEST_COLUMN * scale)
    highest = max((column.value for column in columns), default=0) or 1
    ground = 2 * head + height
    things: list[Thing] = []
    spots: list[Spot] = []
    for place, column in enumerate(columns):
        middle = (place + 0.5) * step
        tall = height * column.value / highest
        if column.value:
            things.append(Bar(middle - thick / 2, ground - tall, thick, tall, column.ink, column.hollow))
            number = Label(
                f"{column.value:,}", middle, ground - tall - size * 0.5, size, "ink", Anchor.MIDDLE, bold=True
            )
            things.append(number)
        name = type_.cut(column.name, size, step * 0.96)
        things.append(Label(name, middle, ground + foot * 0.75, size, "ink_soft", Anchor.MIDDLE))
        spots.append(Spot(place * step, head, step, height + head + foot, column.said, 0))
    things.append(Rule(0.0, ground, width, ground, "line"))
    line = promised * step
    things += [
        Rule(line, head * 0.4, line, ground, "line", dashed=True),
        Label(promise, line - size * 0.5, head * 0.7, size, "ink_soft", Anchor.END),
    ]
    below = ground + foot + CAPTION * scale
    things.append(Label(caption, 0.0, below - size * 0.4, size, "ink_soft"))
    return Drawing(width, below, tuple(things), tuple(spots))
