"""One-time ballots: printed, given once, counted."""

from __future__ import annotations

import json
from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from app.domain.ballots import Ballot, BallotDoor, new_ballot_code
from app.domain.journal import Change
from app.storage.columns import change_columns
from app.storage.models import BallotRow
from app.storage.session import Row, Session
from app.storage.values import to_id, to_milliseconds, to_moment, to_optional_moment, to_stored

_BALLOTS = """
SELECT id, code, storm_id, number, made_at, valid, given_at, idea_id, door FROM ballots WHERE shop_id = ?
"""
_BY_ID = f"{_BALLOTS} AND id = ?"
_BY_CODE = f"{_BALLOTS} AND code = ?"
_OF = f"{_BALLOTS} AND storm_id = ? AND valid = 1 ORDER BY number"
_IS_TAKEN = "SELECT 1 FROM ballots WHERE shop_id = ? AND code = ?"
_HAS_NUMBER = "SELECT 1 FROM ballots WHERE shop_id = ? AND storm_id = ? AND number = ?"
_LAST_NUMBER = "SELECT max(number) FROM ballots WHERE shop_id = ? AND storm_id = ?"
_COUNTS = """
SELECT idea_id, count(*) FROM ballots
WHERE shop_id = ? AND storm_id = ? AND given_at IS NOT NULL AND valid = 1 GROUP BY idea_id
"""
_ANY_GIVEN = """
SELECT EXISTS (SELECT 1 FROM ballots WHERE shop_id = ? AND given_at IS NOT NULL
    AND id IN (SELECT unhex(value) FROM json_each(?)))
"""
_NAMING = "SELECT count(*) FROM ballots WHERE shop_id = ? AND idea_id = ? AND valid = 1"


class BallotStore:
    def __init__(self, session: Session) -> None:
        self._session = session

    def free_code(self) -> str:
        """A code that no ballot of this shop has."""
        while self._session.row(_IS_TAKEN, self._session.shop, code := new_ballot_code()):
            pass
        return code

    def last_number(self, storm_id: UUID) -> int:
        """0 when none was printed."""
        return self._session.number(_LAST_NUMBER, self._session.shop, storm_id.bytes)

    def has_number(self, storm_id: UUID, number: int) -> bool:
        """Whether a ballot of the storm has this number, also one that is void."""
        return self._session.row(_HAS_NUMBER, self._session.shop, storm_id.bytes, number) is not None

    def add(self, ballot: Ballot) -> list[Change]:
        """Into use by a change, which undo can take back."""
        self._session.insert(
            BallotRow,
            id=ballot.id,
            code=ballot.code,
            storm_id=ballot.storm_id,
            number=ballot.number,
            made_at=to_milliseconds(ballot.made_at),
            valid=0,
        )
        return change_columns(self._session, "ballots", ballot.id, {"valid": 1})

    def take_up(self, id: UUID) -> list[Change]:
        """Bring one that is void into use again."""
        return change_columns(self._session, "ballots", id, {"valid": 1})

    def ever(self, id: UUID) -> Ballot | None:
        """Also one that is void."""
        row = self._session.row(_BY_ID, self._session.shop, id.bytes)
        return None if row is None else _ballot_of(row)

    def by_code(self, code: str) -> Ballot | None:
        """By its code in stored form, as `parse_ballot_code` gives it; also one that is void."""
        row = self._session.row(_BY_CODE, self._session.shop, code)
        return None if row is None else _ballot_of(row)

    def of(self, storm_id: UUID) -> Sequence[Ballot]:
        """Those in use, by number."""
        return [_ballot_of(row) for row in self._session.rows(_OF, self._session.shop, storm_id.bytes)]

    def give(
        self, ballot: Ballot, idea_id: UUID | None, door: BallotDoor | None, at: datetime
    ) -> list[Change]:
        """Without `idea_id` what was chosen was erased since."""
        values = {"given_at": to_stored(at), "idea_id": to_stored(idea_id), "door": to_stored(door)}
        return change_columns(self._session, "ballots", ballot.id, values)

    def is_any_given(self, ids: Sequence[UUID]) -> bool:
        as_list = json.dumps([id_.hex for id_ in ids])
        return bool(self._session.number(_ANY_GIVEN, self._session.shop, as_list))

    def naming(self, idea_id: UUID) -> int:
        """How many were given for this idea."""
        return self._session.number(_NAMING, self._session.shop, idea_id.bytes)

    def counts(self, storm_id: UUID) -> dict[UUID | None, int]:
        """How many were given for each idea; None for ideas that were erased since."""
        rows = self._session.rows(_COUNTS, self._session.shop, storm_id.bytes)
        return {to_id(row[0]): row[1] for row in rows}


def _ballot_of(row: Row) -> Ballot:
    return Ballot(
        id=UUID(bytes=row[0]),
        code=row[1],
        storm_id=UUID(bytes=row[2]),
        number=row[3],
        made_at=to_moment(row[4]),
        is_void=not row[5],
        given_at=to_optional_moment(row[6]),
        idea_id=to_id(row[7]),
        door=None if row[8] is None else BallotDoor(row[8]),
    )
