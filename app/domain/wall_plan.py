"""The wall planner: what to take down from a board and what to hang where. Decides by age, votes and decision
and knows no database; the same question has the same answer."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from uuid import UUID

from app.domain.ideas import Status
from app.domain.notices import PaperSize
from app.domain.walls import Measures, Position

# Between two sheets: a finger. To the edge of the board the same.
GAP_MM = 20
# "A poster lives about two weeks before people stop seeing it": younger ones are never thrown out for others.
FRESH_FOR = timedelta(days=14)
MOST_FREE = 60


class Why(StrEnum):
    """Why a sheet should come down."""

    STALE = "stale"
    OVERDUE = "overdue"
    MAKES_ROOM = "makes-room"


@dataclass(frozen=True, kw_only=True, slots=True)
class OnBoard:
    """A sheet that hangs. `at` is None where nobody noted it: it takes no room in the plan. `hung_on` counts
    for its age. What `stays` makes room for nothing: a storm's sheet, a code."""

    hanging_id: UUID
    number: int
    measures: Measures
    at: Position | None
    hung_on: date
    votes: int = 0
    decision: Status | None = None
    take_down_on: date | None = None
    is_stale: bool = False
    stays: bool = False


@dataclass(frozen=True, kw_only=True, slots=True)
class Candidate:
    """Something that could hang: an answered idea that no sheet tells yet, or a sheet that is printed and
    hangs nowhere (`notice_id`, `number`). `on` is when it was answered or printed."""

    idea_id: UUID | None = None
    notice_id: UUID | None = None
    number: int | None = None
    size: PaperSize
    measures: Measures
    on: date
    votes: int = 0
    decision: Status | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class TakeDown:
    sheet: OnBoard
    why: Why


@dataclass(frozen=True, kw_only=True, slots=True)
class Hang:
    """`after` numbers the sheets that have to come down first; empty where the place is free now."""

    candidate: Candidate
    at: Position
    after: tuple[int, ...] = ()


@dataclass(frozen=True, kw_only=True, slots=True)
class Plan:
    """`waiting` are candidates that found no place."""

    take_down: tuple[TakeDown, ...] = ()
    hang: tuple[Hang, ...] = ()
    waiting: tuple[Candidate, ...] = ()


def plan(
    board: Measures,
    sheets: Sequence[OnBoard],
    candidates: Sequence[Candidate],
    *,
    today: date,
    gap: int = GAP_MM,
) -> Plan:
    """What to do about this board: everything stale or overdue comes down; what is new hangs where there is
    room, the large and then the important first; for what finds none, old and little liked sheets make
    room."""
    planning = _Planning(board, sheets, today, gap)
    for candidate in sorted(candidates, key=_rank):
        planning.place(candidate)
    return planning.done()


def free_places(
    board: Measures, sheets: Sequence[OnBoard], wanted: Measures, *, gap: int = GAP_MM, most: int = MOST_FREE
) -> list[Position]:
    """Where sheets of these measures fit beside what hangs and beside each other, top left first, at most so
    many."""
    taken = [_room(sheet.measures, sheet.at) for sheet in sheets if sheet.at is not None]
    found: list[Position] = []
    while len(found) < most and (at := _first_fit(board, taken, wanted, gap)) is not None:
        found.append(at)
        taken.append(_room(wanted, at))
    return found


@dataclass(frozen=True, slots=True)
class _Room:
    """What a sheet takes up."""

    left: int
    top: int
    right: int
    bottom: int

    def is_near(self, other: _Room, gap: int) -> bool:
        """Whether less than the gap lies between the two."""
        return (
            self.left < other.right + gap
            and other.left < self.right + gap
            and self.top < other.bottom + gap
            and other.top < self.bottom + gap
        )


class _Planning:
    def __init__(self, board: Measures, sheets: Sequence[OnBoard], today: date, gap: int) -> None:
        self._board, self._today, self._gap = board, today, gap
        self._down = [TakeDown(sheet=sheet, why=why) for sheet in sheets if (why := _why(sheet, today))]
        going = {each.sheet.hanging_id for each in self._down}
        self._staying = [sheet for sheet in sheets if sheet.hanging_id not in going]
        self._hang: list[Hang] = []
        self._waiting: list[Candidate] = []
        self._full: set[tuple[Measures, bool]] = set()

    def place(self, candidate: Candidate) -> None:
        at = self._fit(candidate.measures, also_gone=True) or self._fit(candidate.measures, also_gone=False)
        at = at or self._make_room(candidate)
        if at is None:
            self._waiting.append(candidate)
        else:
            self._hang.append(Hang(candidate=candidate, at=at, after=self._in_the_way(candidate, at)))

    def done(self) -> Plan:
        return Plan(take_down=tuple(self._down), hang=tuple(self._hang), waiting=tuple(self._waiting))

    def _fit(self, wanted: Measures, *, also_gone: bool) -> Position | None:
        """With `also_gone` beside everything that hangs still. What had no room once has none later."""
        if (wanted, also_gone) in self._full:
            return None
        at = _first_fit(self._board, self._taken(also_gone=also_gone), wanted, self._gap)
        if at is None:
            self._full.add((wanted, also_gone))
        return at

    def _taken(self, *, also_gone: bool, without: OnBoard | None = None) -> list[_Room]:
        gone = [each.sheet for each in self._down] if also_gone else []
        staying = [sheet for sheet in self._staying if sheet is not without]
        known = [_room(sheet.measures, sheet.at) for sheet in (*staying, *gone) if sheet.at is not None]
        return [*known, *(_room(each.candidate.measures, each.at) for each in self._hang)]

    def _make_room(self, candidate: Candidate) -> Position | None:
        """One old sheet, the least liked first, gives its place to what is newer and liked as much."""
        for sheet in sorted(filter(self._may_go, self._staying), key=_liking):
            if not _yields(sheet, candidate, self._today):
                continue
            taken = self._taken(also_gone=False, without=sheet)
            at = _first_fit(self._board, taken, candidate.measures, self._gap)
            if at is not None:
                self._staying.remove(sheet)
                self._down.append(TakeDown(sheet=sheet, why=Why.MAKES_ROOM))
                self._full = {full for full in self._full if full[1]}
                return at
        return None

    def _may_go(self, sheet: OnBoard) -> bool:
        return not sheet.stays and sheet.at is not None

    def _in_the_way(self, candidate: Candidate, at: Position) -> tuple[int, ...]:
        room = _room(candidate.measures, at)
        gone = (each.sheet for each in self._down if each.sheet.at is not None)
        near = (each for each in gone if _room(each.measures, each.at).is_near(room, self._gap))
        return tuple(sorted(each.number for each in near))


def _why(sheet: OnBoard, today: date) -> Why | None:
    if sheet.is_stale:
        return Why.STALE
    is_over = sheet.take_down_on is not None and sheet.take_down_on < today
    return Why.OVERDUE if is_over else None


def _rank(candidate: Candidate) -> tuple[int, int, bool, int, int, str]:
    """Large things are placed first; among equal ones the liked, then decisions before mere thoughts, then
    the newest."""
    area = candidate.measures.width * candidate.measures.height
    is_thought = candidate.decision in {Status.CONSIDERING, Status.DECLINED}
    name = str(candidate.notice_id or candidate.idea_id)
    return (-area, -candidate.votes, is_thought, -candidate.on.toordinal(), -(candidate.number or 0), name)


def _liking(sheet: OnBoard) -> tuple[int, date, int]:
    return (sheet.votes, sheet.hung_on, sheet.number)


def _yields(sheet: OnBoard, candidate: Candidate, today: date) -> bool:
    """Never a young sheet, never to an older answer; a sheet that is liked more has twice the time."""
    age = today - sheet.hung_on
    if age < FRESH_FOR or candidate.on <= sheet.hung_on:
        return False
    return sheet.votes <= candidate.votes or age >= 2 * FRESH_FOR


def _room(measures: Measures, at: Position | None) -> _Room:
    assert at is not None
    return _Room(at.x, at.y, at.x + measures.width, at.y + measures.height)


def _first_fit(board: Measures, taken: Sequence[_Room], wanted: Measures, gap: int) -> Position | None:
    """The first free spot in rows: tops stand level with other sheets or a gap under them."""
    tops = {gap} | {room.top for room in taken} | {room.bottom + gap for room in taken}
    for top in sorted(top for top in tops if gap <= top <= board.height - gap - wanted.height):
        left = _first_left(board, taken, wanted, top, gap)
        if left is not None:
            return Position(left, top)
    return None


def _first_left(board: Measures, taken: Sequence[_Room], wanted: Measures, top: int, gap: int) -> int | None:
    """How far left it can hang at that height."""
    bottom = top + wanted.height
    beside = (room for room in taken if room.top < bottom + gap and top < room.bottom + gap)
    left = gap
    for room in sorted(beside, key=lambda each: each.left):
        if left + wanted.width + gap <= room.left:
            break
        left = max(left, room.right + gap)
    return left if left + wanted.width + gap <= board.width else None
