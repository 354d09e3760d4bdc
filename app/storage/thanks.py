"""Who was thanked and who still waits for it, and thank-you cards."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from app.domain.ideas import Status
from app.domain.journal import Change
from app.domain.thanks import THANKED_FOR, ThankCard, new_card_code
from app.storage.columns import change_columns
from app.storage.groups import SURVIVOR_OF_I, composed
from app.storage.models import ThankCardRow
from app.storage.session import Row, Session
from app.storage.values import to_id, to_milliseconds, to_moment, to_optional_moment

_DECIDED = ", ".join(f"'{status}'" for status in THANKED_FOR)
# The rule is `is_owed` of the domain; a test holds that both say the same. What was put together with
# another idea has come to what that one has come to.
_IS_OWED = composed(
    """s.status <> 'new' AND s.status IN ({decided}) AND s.answered_at IS NOT NULL
    AND (t.thanked_at IS NULL OR (s.status = 'done' AND t.thanked_at < s.answered_at))""",
    decided=_DECIDED,
)
# In four parts, so that each begins at its index: what was decided, what was merged, who gave a voice, who
# wrote in a storm that was concluded. There the conclusion decides, and what was done thanks once more.
_OWED = composed(
    """
SELECT s.id AS id, s.id AS idea_id, s.status, s.answered_at AS at, NULL AS voice FROM ideas s
LEFT JOIN thanks t ON t.shop_id = s.shop_id AND t.id = s.id
WHERE s.shop_id = ?1 AND s.merged_into IS NULL AND s.visibility <> 'hidden' AND {is_owed}
UNION ALL
SELECT i.id, i.id, s.status, s.answered_at, NULL FROM ideas i
JOIN ideas s ON s.shop_id = i.shop_id AND s.id = {survivor}
LEFT JOIN thanks t ON t.shop_id = i.shop_id AND t.id = i.id
WHERE i.shop_id = ?1 AND i.merged_into IS NOT NULL AND i.visibility <> 'hidden' AND {is_owed}
UNION ALL
SELECT v.id, i.id, s.status, s.answered_at, v.name FROM voices v
JOIN ideas i ON i.shop_id = v.shop_id AND i.id = v.idea_id
JOIN ideas s ON s.shop_id = i.shop_id
    AND s.id = CASE WHEN i.merged_into IS NULL THEN i.id ELSE {survivor} END
LEFT JOIN thanks t ON t.shop_id = v.shop_id AND t.id = v.id
WHERE v.shop_id = ?1 AND v.shown = 1 AND v.name <> '' AND i.visibility <> 'hidden' AND {is_owed}
UNION ALL
SELECT i.id, i.id, CASE WHEN o.id IS NULL THEN 'planned' ELSE 'done' END,
    coalesce(o.created_at, c.created_at), NULL FROM storms m
JOIN conclusions c ON c.shop_id = m.shop_id AND c.id = m.conclusion_id
LEFT JOIN outcomes o ON o.shop_id = m.shop_id AND o.id = m.outcome_id
CROSS JOIN ideas i ON i.shop_id = m.shop_id AND i.storm_id = m.id
JOIN ideas s ON s.shop_id = i.shop_id
    AND s.id = CASE WHEN i.merged_into IS NULL THEN i.id ELSE {survivor} END
LEFT JOIN thanks t ON t.shop_id = i.shop_id AND t.id = i.id
WHERE m.shop_id = ?1 AND m.dropped_at IS NULL AND i.visibility IN ('public', 'private')
    AND (s.status NOT IN ({decided}) OR s.answered_at IS NULL)
    AND (t.thanked_at IS NULL OR t.thanked_at < o.created_at)
""",
    survivor=SURVIVOR_OF_I,
    is_owed=_IS_OWED,
    decided=_DECIDED,
)
_COUNT = composed("SELECT count(*) FROM ({owed})", owed=_OWED)
_FIRST = composed("SELECT *, count(*) OVER () FROM ({owed}) ORDER BY at DESC, id LIMIT ?2", owed=_OWED)
_NOTE = """
INSERT INTO thanks (shop_id, id, idea_id) VALUES (?, ?, ?) ON CONFLICT (shop_id, id) DO NOTHING
"""
_CARD = """
SELECT id, code, worth, made_at, good_until, idea_id, valid, redeemed_at FROM thank_cards WHERE shop_id = ?
"""
_BY_CODE = f"{_CARD} AND code = ?"


@dataclass(frozen=True, slots=True)
class Waiting:
    """An author, or who gave the idea a voice under the name `voice`."""

    id: UUID
    idea_id: UUID
    became: Status
    answered_at: datetime
    voice: str | None


class ThanksStore:
    def __init__(self, session: Session) -> None:
        self._session = session

    def owed(self, limit: int) -> tuple[list[Waiting], int]:
        """The authors of ideas, and voices by name, that wait for thanks, whose decision is newest first; and
        how many wait."""
        rows = self._session.rows(_FIRST, self._session.shop, limit)
        waiting = [
            Waiting(UUID(bytes=row[0]), UUID(bytes=row[1]), Status(row[2]), to_moment(row[3]), row[4])
            for row in rows
        ]
        return waiting, rows[0][5] if rows else 0

    def count(self) -> int:
        """How many wait."""
        return self._session.number(_COUNT, self._session.shop)

    def thanked_at(self, id: UUID) -> datetime | None:
        row = self._session.row(
            "SELECT thanked_at FROM thanks WHERE shop_id = ? AND id = ?", self._session.shop, id.bytes
        )
        return None if row is None else to_optional_moment(row[0])

    def thank(self, id: UUID, idea_id: UUID, at: datetime) -> list[Change]:
        """Note that whoever `id` stands for was thanked for the idea; undoing the change forgets it."""
        self._session.run(_NOTE, self._session.shop, id.bytes, idea_id.bytes)
        return change_columns(self._session, "thanks", id, {"thanked_at": to_milliseconds(at)})

    # Cards

    def free_code(self) -> str:
        """A code that no card has."""
        while self.card(code := new_card_code()) is not None:
            pass
        return code

    def card(self, code: str) -> ThankCard | None:
        row = self._session.row(_BY_CODE, self._session.shop, code)
        return None if row is None else _card_of(row)

    def add_card(self, card: ThankCard) -> list[Change]:
        """Store a card, good at once; undoing the change makes it worth nothing."""
        self._session.insert(
            ThankCardRow,
            id=card.id,
            code=card.code,
            worth=card.worth,
            idea_id=card.idea_id,
            made_at=to_milliseconds(card.made_at),
            good_until=card.good_until.isoformat(),
            valid=1,
        )
        return [Change("thank_cards", card.id, "valid", 0, 1)]

    def redeem(self, id: UUID, at: datetime) -> list[Change]:
        return change_columns(self._session, "thank_cards", id, {"redeemed_at": to_milliseconds(at)})


def _card_of(row: Row) -> ThankCard:
    return ThankCard(
        id=UUID(bytes=row[0]),
        code=row[1],
        worth=row[2],
        made_at=to_moment(row[3]),
        good_until=date.fromisoformat(row[4]),
        idea_id=to_id(row[5]),
        is_valid=bool(row[6]),
        redeemed_at=to_optional_moment(row[7]),
    )
