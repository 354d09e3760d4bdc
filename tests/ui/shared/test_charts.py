"""Pictures of numbers: bars keep to their measure, mirror with the page, and become SVG that only shows."""

from __future__ import annotations

from itertools import pairwise
from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.text import clean_line
from app.theme import LIGHT
from tests.hostile import HOSTILE
from ui.shared.charts.columns import Column, draw_columns
from ui.shared.charts.drawing import Bar, Drawing, Label
from ui.shared.charts.grid import GridRow, Tick, draw_grid
from ui.shared.charts.rows import BarRow, draw_rows
from ui.shared.charts.svg import svg

WIDTH = 600.0
NUMBERS = st.lists(st.integers(0, 10**9), min_size=1, max_size=60)


class PlainType:
    """Every letter is half as wide as it is high."""

    scale = 1.0

    def width(self, text: str, size: float, *, bold: bool = False) -> float:
        return len(text) * size * (0.55 if bold else 0.5)

    def cut(self, text: str, size: float, room: float, *, bold: bool = False) -> str:
        return text[: max(int(room / self.width("x", size, bold=bold)), 0)]


def rows_of(numbers: list[int]) -> Drawing:
    rows = [BarRow(name=f"row {n}", value=n, caption=str(n), said=str(n)) for n in numbers]
    return draw_rows(rows, WIDTH, PlainType())


def grid_of(numbers: list[int]) -> Drawing:
    row = GridRow(name="phone", numbers=tuple(numbers))
    ticks = [Tick(step, "January") for step in range(len(numbers))]
    return draw_grid(row, [row], ticks, WIDTH, PlainType(), lambda row, step: str(row.numbers[step]))


def columns_of(numbers: list[int]) -> Drawing:
    columns = [Column(name=str(n), value=n, said=str(n), ink="leaf") for n in numbers]
    return draw_columns(columns, WIDTH, PlainType(), promised=1, promise="promise", caption="days")


@pytest.mark.parametrize("draw", [rows_of, grid_of, columns_of])
@given(numbers=NUMBERS)
def test_bars_lie_within_the_picture_and_grow_with_their_numbers(draw: object, numbers: list[int]) -> None:
    drawing: Drawing = draw(numbers)  # type: ignore[operator]

    for bar in (thing for thing in drawing.things if isinstance(thing, Bar)):
        assert bar.x >= -0.01
        assert bar.x + bar.width <= WIDTH + 0.01
        assert bar.y >= -0.01
        assert bar.y + bar.height <= drawing.height + 0.01


def test_the_longest_row_fills_the_room_and_half_of_it_is_half_as_long() -> None:
    bars = [thing for thing in rows_of([10, 5, 0]).things if isinstance(thing, Bar)]

    assert bars[1].width == pytest.approx(bars[0].width / 2)
    assert bars[2].width == 0


def test_a_picture_mirrors_with_its_page_and_back() -> None:
    drawing = grid_of([1, 2, 3])

    assert drawing.mirrored().things[0] != drawing.things[0]
    for there, back in zip(drawing.things, drawing.mirrored().mirrored().things, strict=True):
        assert type(there) is type(back)
        assert there.x == pytest.approx(back.x, abs=1e-6)


def test_words_of_the_calendar_do_not_run_into_each_other() -> None:
    labels = [
        thing for thing in grid_of([1] * 52).things if isinstance(thing, Label) and thing.text == "January"
    ]

    places = [label.x for label in labels]
    assert 1 < len(places) < 12
    assert all(b - a > PlainType().width("January", 13) for a, b in pairwise(places))


@pytest.mark.parametrize("text", [*HOSTILE, "<script>alert(1)</script>", "]]>&amp;"])
def test_an_svg_shows_words_and_does_nothing(text: str) -> None:
    shown = clean_line(text)
    row = BarRow(name=shown, value=1, caption=shown, said=shown, hollow=True)

    made = svg(draw_rows([row], WIDTH, PlainType()), LIGHT, title=shown)

    root = ElementTree.fromstring(made)
    kinds = {element.tag.rpartition("}")[2] for element in root.iter()}
    assert kinds <= {"svg", "title", "rect", "line", "text"}
    assert root.findtext("{http://www.w3.org/2000/svg}title") == shown
