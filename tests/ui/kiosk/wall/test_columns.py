"""Notes hang under the shortest column, and stay there."""

from __future__ import annotations

import pytest

from ui.kiosk.wall.columns import Columns, Step
from ui.kiosk.wall.measures import measure_wall


def hang(heights: list[int], *, count: int = 3) -> Columns:
    columns = Columns(count=count, gutter=10, margin=5)
    for height in heights:
        columns.hang(height)
    return columns


def test_each_note_hangs_under_the_shortest_column() -> None:
    columns = hang([100, 50, 80, 30])

    assert [(columns[n].column, columns[n].top) for n in range(4)] == [(0, 5), (1, 5), (2, 5), (1, 65)]
    assert columns.height == 110
    assert columns.filled_to == 95 + 0


def test_only_what_hangs_between_two_heights_is_found() -> None:
    columns = hang([100] * 30)

    assert columns.between(0, 50) == [0, 1, 2]
    assert columns.between(106, 114) == []
    assert columns.between(300, 301) == [6, 7, 8]
    assert columns.between(90, 130) == [0, 1, 2, 3, 4, 5]


def test_a_note_that_grows_moves_its_own_column_only() -> None:
    columns = hang([100] * 6)

    columns.resize(1, 140)

    assert [columns[n].top for n in range(6)] == [5, 5, 5, 115, 155, 115]
    assert columns.hang(10) == 6
    assert columns[6].column != 1


@pytest.mark.parametrize(("step", "there"), [(Step.LEFT, 3), (Step.RIGHT, 5), (Step.UP, 1), (Step.DOWN, 7)])
def test_arrows_go_to_the_note_beside(step: Step, there: int) -> None:
    assert hang([100] * 9).next_to(4, step) == there


@pytest.mark.parametrize(("note", "step"), [(0, Step.LEFT), (0, Step.UP), (8, Step.DOWN), (8, Step.RIGHT)])
def test_arrows_end_at_the_edge(note: int, step: Step) -> None:
    assert hang([100] * 9).next_to(note, step) is None


@pytest.mark.parametrize(
    ("width", "is_portrait", "is_large", "columns", "note"),
    [
        (1920, False, False, 4, 424),
        (1080, True, False, 2, 476),
        (1920, False, True, 3, 576),
        (1080, True, True, 2, 476),
    ],
)
def test_the_wall_is_divided_as_it_was_drawn(
    width: int, is_portrait: bool, is_large: bool, columns: int, note: int
) -> None:
    wall = measure_wall(width, unit=1, text_unit=1, is_portrait=is_portrait, is_large=is_large)

    assert (wall.columns, wall.note.width) == (columns, note)


@pytest.mark.parametrize(("width", "unit"), [(1280, 0.8), (320, 0.8), (3840, 2), (2560, 1)])
def test_notes_stay_between_the_edges_on_any_screen(width: int, unit: float) -> None:
    wall = measure_wall(width, unit=unit, text_unit=unit, is_portrait=False, is_large=False)

    lefts = [wall.left(column, mirrored=False) for column in range(wall.columns)]
    assert lefts == sorted(lefts)
    assert wall.note.width >= 300 * unit
    if wall.columns > 1:
        assert lefts[-1] + wall.note.width <= width - wall.side + 1


def test_a_mirrored_wall_begins_on_the_right() -> None:
    wall = measure_wall(1920, unit=1, text_unit=1, is_portrait=False, is_large=False)

    assert wall.left(0, mirrored=True) == wall.left(3, mirrored=False)
