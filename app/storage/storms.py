"""Storms: their dates, what belongs to them, what was chosen, and the owner's words at their end."""

from __future__ import annotations

import json
from collections.abc import Sequence
from datetime import date, datetime
from decimal import Decimal
from uuid import UUID

from app.domain.conclusions import Conclusion, LookBack, Outcome, ProofPhoto
from app.domain.errors import NotFound
from app.domain.ideas import Idea
from app.domain.journal import Change
from app.domain.storms import Storm, Timetable, Ways, new_storm_code
from app.domain.translation import mark
from app.storage.columns import change_columns
from app.storage.groups import MEMBERS_OF_I, composed
from app.storage.idea_rows import idea_of, select_ideas
from app.storage.models import ConclusionRow, CreditRow, LookBackRow, OutcomeRow, StormRow
from app.storage.session import Row, Session
from app.storage.values import (
    DomainValue,
    to_day,
    to_id,
    to_milliseconds,
    to_moment,
    to_optional_moment,
    to_stored,
)

_STORMS = """
SELECT s.id, s.code, s.question, s.about, s.gathers_at, s.chooses_at, s.closes_at, s.first_gathers_at,
    s.first_chooses_at, s.first_closes_at, s.ways, s.top, s.made_at, s.announced_at, s.extended_at,
    s.conclusion_id, c.created_at, s.outcome_id, o.created_at, o.done_on, s.look_back_id, b.created_at
FROM storms s
LEFT JOIN conclusions c ON c.shop_id = s.shop_id AND c.id = s.conclusion_id
LEFT JOIN outcomes o ON o.shop_id = s.shop_id AND o.id = s.outcome_id
LEFT JOIN look_backs b ON b.shop_id = s.shop_id AND b.id = s.look_back_id
WHERE s.shop_id = ? AND s.dropped_at IS NULL
"""
_ALL = f"{_STORMS} ORDER BY s.gathers_at DESC, s.id DESC"
_RUNNING = f"""{_STORMS} AND s.announced_at IS NOT NULL AND s.conclusion_id IS NULL
ORDER BY s.chooses_at, s.id"""
_ONE = f"{_STORMS} AND s.id = ?"
_BY_CODE = f"{_STORMS} AND s.code = ?"
_IS_TAKEN = "SELECT 1 FROM storms WHERE shop_id = ? AND code = ?"
_IS_KNOWN = "SELECT 1 FROM storms WHERE shop_id = ? AND id = ?"
_BOUNDARIES = """
SELECT gathers_at, chooses_at, closes_at FROM storms
WHERE shop_id = ? AND dropped_at IS NULL AND announced_at IS NOT NULL
"""
_IDEAS = "WHERE i.shop_id = ? AND i.storm_id = ? AND i.merged_into IS NULL"
_PUBLIC = select_ideas(f"{_IDEAS} AND i.visibility = 'public' ORDER BY i.created_at, i.id")
_OPEN = select_ideas(f"{_IDEAS} AND i.visibility IN ('public', 'waiting') ORDER BY i.created_at, i.id")
_EVERY = select_ideas("WHERE i.shop_id = ? AND i.storm_id = ? ORDER BY i.created_at, i.id")
_COUNTS = """
SELECT storm_id, sum(visibility = 'public'), sum(visibility = 'waiting') FROM ideas
WHERE shop_id = ? AND storm_id IS NOT NULL AND merged_into IS NULL GROUP BY storm_id
"""
_PICKED = """
SELECT id FROM ideas WHERE shop_id = ? AND storm_id = ? AND shortlisted = 1 ORDER BY created_at, id
"""
# Each visitor once for an idea and all that was merged into it; voices told at the counter beside them.
_VOTES = composed(
    """
SELECT i.id,
    ({members} SELECT count(DISTINCT v.visitor) FROM members
        CROSS JOIN votes v ON v.shop_id = i.shop_id AND v.idea_id = members.id AND v.created_at < ?3)
    + ({members} SELECT count(*) FROM members
        CROSS JOIN voices o ON o.shop_id = i.shop_id AND o.idea_id = members.id AND o.shown = 1
            AND o.created_at < ?3)
FROM ideas i
WHERE i.shop_id = ?1 AND i.storm_id = ?2 AND i.visibility = 'public' AND i.merged_into IS NULL
""",
    members=MEMBERS_OF_I,
)
_VISITORS = composed(
    """
SELECT count(DISTINCT v.visitor) FROM ideas i CROSS JOIN votes v ON v.shop_id = i.shop_id AND v.idea_id IN (
    {members} SELECT id FROM members)
WHERE i.shop_id = ? AND i.storm_id = ? AND i.visibility = 'public' AND i.merged_into IS NULL
    AND i.id IN (SELECT unhex(value) FROM json_each(?))
""",
    members=MEMBERS_OF_I,
)
_CONCLUSION = """
SELECT id, storm_id, heard, decided, because, thanks, rests_on_none, signed, created_at FROM conclusions
WHERE shop_id = ? AND id = ?
"""
_CREDITS = "SELECT idea_id FROM credits WHERE shop_id = ? AND conclusion_id = ? ORDER BY place"
_TIMES_CREDITED = """
SELECT count(*) FROM credits c JOIN storms s ON s.shop_id = c.shop_id AND s.conclusion_id = c.conclusion_id
WHERE c.shop_id = ? AND c.idea_id = ?
"""
_OUTCOME = """
SELECT id, storm_id, done_on, text, label, before, photo IS NOT NULL, created_at FROM outcomes
WHERE shop_id = ? AND id = ?
"""
_PHOTO = "SELECT photo, width, height FROM outcomes WHERE shop_id = ? AND id = ? AND photo IS NOT NULL"
_LOOK_BACK = "SELECT id, storm_id, text, after, created_at FROM look_backs WHERE shop_id = ? AND id = ?"
_GONE = mark("This storm is not here any more.")


class StormStore:
    """Reading an idea of a storm tells no votes before choosing; only `votes_before` does."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def add(self, storm: Storm) -> None:
        """A draft, as dropped: it comes into use by a change of its own, which undo can take back."""
        self._session.insert(
            StormRow,
            id=storm.id,
            code=storm.code,
            question=storm.question,
            about=storm.about,
            gathers_at=to_milliseconds(storm.times.gathers_at),
            chooses_at=to_milliseconds(storm.times.chooses_at),
            closes_at=to_milliseconds(storm.times.closes_at),
            ways=storm.ways.value,
            top=storm.top,
            made_at=to_milliseconds(storm.made_at),
            dropped_at=to_milliseconds(storm.made_at),
        )

    def free_code(self) -> str:
        """A code that no storm of this shop has or had."""
        while self.is_taken(code := new_storm_code()):
            pass
        return code

    def is_taken(self, code: str) -> bool:
        """Whether a storm of this shop has or had this code."""
        return self._session.row(_IS_TAKEN, self._session.shop, code) is not None

    def is_known(self, id: UUID) -> bool:
        """Whether there ever was a storm with this id, also one that was dropped."""
        return self._session.row(_IS_KNOWN, self._session.shop, id.bytes) is not None

    def get(self, id: UUID) -> Storm | None:
        row = self._session.row(_ONE, self._session.shop, id.bytes)
        return None if row is None else _storm_of(row)

    def by_code(self, code: str) -> Storm | None:
        """By its code in stored form, as `parse_storm_code` gives it."""
        row = self._session.row(_BY_CODE, self._session.shop, code)
        return None if row is None else _storm_of(row)

    def all(self) -> list[Storm]:
        """Those that begin last first."""
        return [_storm_of(row) for row in self._session.rows(_ALL, self._session.shop)]

    def running(self) -> list[Storm]:
        """Announced and not concluded, those that go on to choosing soonest first."""
        return [_storm_of(row) for row in self._session.rows(_RUNNING, self._session.shop)]

    def boundaries(self) -> list[datetime]:
        """All moments at which an announced storm goes on by itself, in order."""
        rows = self._session.rows(_BOUNDARIES, self._session.shop)
        return sorted(to_moment(at) for row in rows for at in row)

    def change(self, id: UUID, **columns: DomainValue) -> list[Change]:
        """Set any of its columns that the journal tells of. Raises NotFound when there is no such storm."""
        try:
            values = {column: to_stored(value) for column, value in columns.items()}
            return change_columns(self._session, "storms", id, values)
        except KeyError as gone:
            raise NotFound(_GONE) from gone

    # What belongs to it

    def public_ideas(self, id: UUID) -> list[Idea]:
        """Oldest first; what was merged away is not among them."""
        return [idea_of(row) for row in self._session.rows(_PUBLIC, self._session.shop, id.bytes)]

    def open_ideas(self, id: UUID) -> list[Idea]:
        """As `public_ideas`, with those that wait for approval."""
        return [idea_of(row) for row in self._session.rows(_OPEN, self._session.shop, id.bytes)]

    def every_idea(self, id: UUID) -> list[Idea]:
        """All that was ever written to it, whoever may see that, oldest first; also what was merged away."""
        return [idea_of(row) for row in self._session.rows(_EVERY, self._session.shop, id.bytes)]

    def counts(self) -> dict[UUID, tuple[int, int]]:
        """How many contributions each storm has, public and waiting ones; none for a storm without any."""
        rows = self._session.rows(_COUNTS, self._session.shop)
        return {UUID(bytes=row[0]): (row[1], row[2]) for row in rows}

    def picked(self, id: UUID) -> list[UUID]:
        """What the owner has put on the shortlist, oldest first."""
        return [UUID(bytes=row[0]) for row in self._session.rows(_PICKED, self._session.shop, id.bytes)]

    def votes_before(self, id: UUID, moment: datetime) -> dict[UUID, int]:
        """How often "me too" was said to each of its public ideas before then, also while that is sealed."""
        rows = self._session.rows(_VOTES, self._session.shop, id.bytes, to_milliseconds(moment))
        return {UUID(bytes=row[0]): row[1] for row in rows}

    def visitors(self, id: UUID, among: Sequence[UUID]) -> int:
        """How many visitors have said "me too" to one of `among` at least."""
        named = json.dumps([id.hex for id in among])
        return self._session.number(_VISITORS, self._session.shop, id.bytes, named)

    # How it ended

    def add_conclusion(self, conclusion: Conclusion, credits: Sequence[UUID | None] | None = None) -> None:
        """With `credits` for what it rests on where some of that was erased before."""
        self._session.insert(
            ConclusionRow,
            id=conclusion.id,
            storm_id=conclusion.storm_id,
            heard=conclusion.heard,
            decided=conclusion.decided,
            because=conclusion.because,
            thanks=conclusion.thanks,
            rests_on_none=conclusion.rests_on_none,
            signed=conclusion.signed,
            created_at=to_milliseconds(conclusion.created_at),
        )
        for place, idea_id in enumerate(conclusion.rests_on if credits is None else credits):
            self._session.insert(CreditRow, conclusion_id=conclusion.id, place=place, idea_id=idea_id)

    def conclusion(self, id: UUID) -> Conclusion | None:
        """Its `rests_on` leaves out contributions that were erased since."""
        row = self._session.row(_CONCLUSION, self._session.shop, id.bytes)
        return None if row is None else _conclusion_of(row, self.credits(id))

    def credits(self, conclusion_id: UUID) -> list[UUID | None]:
        """The contributions that a conclusion rests on; None for each that was erased since."""
        rows = self._session.rows(_CREDITS, self._session.shop, conclusion_id.bytes)
        return [to_id(row[0]) for row in rows]

    def add_outcome(self, outcome: Outcome, photo: ProofPhoto | None) -> None:
        self._session.insert(
            OutcomeRow,
            id=outcome.id,
            storm_id=outcome.storm_id,
            done_on=outcome.done_on.isoformat(),
            text=outcome.text,
            label=outcome.label,
            before=None if outcome.before is None else str(outcome.before),
            photo=photo.content if photo else None,
            width=photo.width if photo else 0,
            height=photo.height if photo else 0,
            created_at=to_milliseconds(outcome.created_at),
        )

    def times_credited(self, idea_id: UUID) -> int:
        """In how many conclusions that hold."""
        return self._session.number(_TIMES_CREDITED, self._session.shop, idea_id.bytes)

    def outcome(self, id: UUID) -> Outcome | None:
        row = self._session.row(_OUTCOME, self._session.shop, id.bytes)
        return None if row is None else _outcome_of(row)

    def photo(self, outcome_id: UUID) -> ProofPhoto | None:
        row = self._session.row(_PHOTO, self._session.shop, outcome_id.bytes)
        return None if row is None else ProofPhoto(content=bytes(row[0]), width=row[1], height=row[2])

    def add_look_back(self, look_back: LookBack) -> None:
        self._session.insert(
            LookBackRow,
            id=look_back.id,
            storm_id=look_back.storm_id,
            text=look_back.text,
            after=None if look_back.after is None else str(look_back.after),
            created_at=to_milliseconds(look_back.created_at),
        )

    def look_back(self, id: UUID) -> LookBack | None:
        row = self._session.row(_LOOK_BACK, self._session.shop, id.bytes)
        if row is None:
            return None
        return LookBack(
            id=UUID(bytes=row[0]),
            storm_id=UUID(bytes=row[1]),
            text=row[2],
            after=None if row[3] is None else Decimal(row[3]),
            created_at=to_moment(row[4]),
        )


def _storm_of(row: Row) -> Storm:
    first = None if row[7] is None else _times_of(row[7:10])
    return Storm(
        id=UUID(bytes=row[0]),
        code=row[1],
        question=row[2],
        about=row[3],
        times=_times_of(row[4:7]),
        first_times=first,
        ways=Ways(row[10]),
        top=row[11],
        made_at=to_moment(row[12]),
        announced_at=to_optional_moment(row[13]),
        extended_at=to_optional_moment(row[14]),
        conclusion_id=to_id(row[15]),
        concluded_at=to_optional_moment(row[16]),
        outcome_id=to_id(row[17]),
        carried_out_at=to_optional_moment(row[18]),
        carried_out_on=to_day(row[19]),
        look_back_id=to_id(row[20]),
        looked_back_at=to_optional_moment(row[21]),
    )


def _times_of(row: Row) -> Timetable:
    return Timetable(gathers_at=to_moment(row[0]), chooses_at=to_moment(row[1]), closes_at=to_moment(row[2]))


def _conclusion_of(row: Row, credited: Sequence[UUID | None]) -> Conclusion:
    return Conclusion(
        id=UUID(bytes=row[0]),
        storm_id=UUID(bytes=row[1]),
        heard=row[2],
        decided=row[3],
        because=row[4],
        thanks=row[5],
        rests_on=tuple(id for id in credited if id is not None),
        rests_on_none=row[6],
        signed=row[7],
        created_at=to_moment(row[8]),
    )


def _outcome_of(row: Row) -> Outcome:
    return Outcome(
        id=UUID(bytes=row[0]),
        storm_id=UUID(bytes=row[1]),
        done_on=date.fromisoformat(row[2]),
        text=row[3],
        label=row[4],
        before=None if row[5] is None else Decimal(row[5]),
        has_photo=bool(row[6]),
        created_at=to_moment(row[7]),
    )
