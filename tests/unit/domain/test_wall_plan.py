"""The wall planner: whatever hangs and waits, nothing overlaps, nothing sticks out, and nothing true and young
is thrown out for something old."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import combinations
from uuid import UUID

from hypothesis import given, settings
from hypothesis import strategies as st

from app.domain.ideas import Status
from app.domain.notices import PaperSize, SheetKind
from app.domain.wall_plan import FRESH_FOR, GAP_MM, Candidate, OnBoard, Plan, Why, free_places, plan
from app.domain.walls import Measures, Position, fits, measures_of, nearest_inside

TODAY = date(2026, 11, 17)
BOARD = Measures(1000, 700)
A5 = measures_of(SheetKind.ANSWER, PaperSize.A5)

_sizes = st.sampled_from(list(PaperSize))
_days = st.integers(0, 60).map(lambda days: TODAY - timedelta(days=days))
_boards = st.builds(Measures, st.integers(100, 1600), st.integers(100, 1200))


@st.composite
def boards(draw: st.DrawFn) -> tuple[Measures, list[OnBoard]]:
    """Any board, with sheets that somebody hung wherever they lie on it, also over each other."""
    board = draw(_boards)
    sheets = []
    for number in range(draw(st.integers(0, 7))):
        measures = measures_of(SheetKind.ANSWER, draw(_sizes))
        at = nearest_inside(measures, Position(draw(st.integers(0, 1600)), draw(st.integers(0, 1200))), board)
        sheets.append(
            OnBoard(
                hanging_id=UUID(int=number + 1),
                number=number + 1,
                measures=measures,
                at=draw(st.sampled_from([at, at, at, None])),
                hung_on=draw(_days),
                votes=draw(st.integers(0, 9)),
                take_down_on=draw(st.none() | _days),
                is_stale=draw(st.booleans()),
                stays=draw(st.booleans()),
            )
        )
    return board, sheets


def candidate(number: int, size: PaperSize, on: date, votes: int) -> Candidate:
    return Candidate(
        idea_id=UUID(int=100 + number),
        size=size,
        measures=measures_of(SheetKind.ANSWER, size),
        on=on,
        votes=votes,
        decision=Status.DONE,
    )


_candidates = st.lists(st.tuples(_sizes, _days, st.integers(0, 9)), max_size=6).map(
    lambda told: [candidate(number, *each) for number, each in enumerate(told)]
)


def hanging(number: int, at: Position, *, days: int = 0, votes: int = 0, stale: bool = False) -> OnBoard:
    return OnBoard(
        hanging_id=UUID(int=number),
        number=number,
        measures=A5,
        at=at,
        hung_on=TODAY - timedelta(days=days),
        votes=votes,
        is_stale=stale,
    )


def near(one: tuple[Measures, Position], other: tuple[Measures, Position], gap: int) -> bool:
    (a, at), (b, bt) = one, other
    return (
        at.x < bt.x + b.width + gap
        and bt.x < at.x + a.width + gap
        and at.y < bt.y + b.height + gap
        and bt.y < at.y + a.height + gap
    )


@settings(max_examples=150)
@given(boards(), _candidates)
def test_nothing_overlaps_and_nothing_sticks_out(
    hung: tuple[Measures, list[OnBoard]], candidates: list[Candidate]
) -> None:
    board, sheets = hung

    told = plan(board, sheets, candidates, today=TODAY)

    gone = {each.sheet.hanging_id for each in told.take_down}
    staying = [(each.measures, each.at) for each in sheets if each.hanging_id not in gone and each.at]
    new = [(each.candidate.measures, each.at) for each in told.hang]
    assert all(fits(measures, at, board) for measures, at in new)
    assert not any(near(one, other, GAP_MM) for one, other in combinations(new, 2))
    assert not any(near(one, other, GAP_MM) for one in new for other in staying)
    assert len(told.hang) + len(told.waiting) == len(candidates)


@settings(max_examples=150)
@given(boards(), _candidates)
def test_nothing_true_and_young_makes_room_nor_anything_for_an_older_one(
    hung: tuple[Measures, list[OnBoard]], candidates: list[Candidate]
) -> None:
    board, sheets = hung

    told = plan(board, sheets, candidates, today=TODAY)

    newest = max((each.on for each in candidates), default=date.min)
    for each in told.take_down:
        sheet = each.sheet
        if each.why is Why.MAKES_ROOM:
            assert not sheet.stays
            assert TODAY - sheet.hung_on >= FRESH_FOR
            assert sheet.hung_on < newest
        else:
            assert sheet.is_stale or (sheet.take_down_on or TODAY) < TODAY
    down = {each.sheet.hanging_id for each in told.take_down}
    assert all(sheet.hanging_id in down for sheet in sheets if sheet.is_stale)


@settings(max_examples=60)
@given(boards(), _candidates, st.randoms(use_true_random=False))
def test_the_same_wall_has_the_same_plan(
    hung: tuple[Measures, list[OnBoard]], candidates: list[Candidate], chance: object
) -> None:
    board, sheets = hung
    shuffled = list(candidates)
    chance.shuffle(shuffled)  # type: ignore[attr-defined]

    assert plan(board, sheets, shuffled, today=TODAY) == plan(board, sheets, candidates, today=TODAY)


@settings(max_examples=60)
@given(boards(), _sizes)
def test_free_places_hold_a_sheet_each(hung: tuple[Measures, list[OnBoard]], size: PaperSize) -> None:
    board, sheets = hung
    wanted = measures_of(SheetKind.ANSWER, size)

    free = [(wanted, at) for at in free_places(board, sheets, wanted)]

    taken = [(each.measures, each.at) for each in sheets if each.at]
    assert all(fits(measures, at, board) for measures, at in free)
    assert not any(near(one, other, GAP_MM) for one in free for other in taken)


def only(told: Plan) -> Position:
    [step] = told.hang
    return step.at


def test_new_sheets_hang_in_tidy_rows_from_the_top_left_large_ones_first() -> None:
    told = plan(
        BOARD,
        [],
        [
            candidate(1, PaperSize.A5, TODAY, 0),
            candidate(2, PaperSize.A4, TODAY, 0),
            candidate(3, PaperSize.A5, TODAY, 5),
        ],
        today=TODAY,
    )

    assert [(step.candidate.size, step.at) for step in told.hang] == [
        (PaperSize.A4, Position(20, 20)),
        (PaperSize.A5, Position(250, 20)),
        (PaperSize.A5, Position(418, 20)),
    ]
    assert told.hang[1].candidate.votes == 5


def test_a_new_sheet_waits_for_the_place_of_a_stale_one_and_says_for_which() -> None:
    narrow = Measures(190, 260)
    told = plan(
        narrow,
        [hanging(127, Position(20, 20), stale=True)],
        [candidate(1, PaperSize.A5, TODAY, 0)],
        today=TODAY,
    )

    assert only(told) == Position(20, 20)
    assert told.hang[0].after == (127,)
    assert told.take_down[0].why is Why.STALE


def test_a_sheet_that_people_stopped_seeing_makes_room_and_a_liked_one_later() -> None:
    narrow = Measures(190, 260)
    news = [candidate(1, PaperSize.A5, TODAY, 2)]
    young, old = FRESH_FOR.days - 1, FRESH_FOR.days

    def made_room(days: int, votes: int) -> bool:
        sheet = hanging(122, Position(20, 20), days=days, votes=votes)
        return bool(plan(narrow, [sheet], news, today=TODAY).take_down)

    assert not made_room(young, 0)
    assert made_room(old, 2)
    assert not made_room(old, 3)
    assert made_room(2 * old, 3)


def test_a_board_that_is_too_small_for_anything_lets_all_wait() -> None:
    told = plan(Measures(100, 100), [], [candidate(1, PaperSize.A6, TODAY, 9)], today=TODAY)

    assert (told.hang, len(told.waiting)) == ((), 1)
