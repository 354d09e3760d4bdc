"""The one shape in which ideas are read: with the words that hold, the public answer, and their counts."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from app.domain.ideas import Channel, HeldFor, Idea, Link, OwnWords, Response, Status, Visibility
from app.domain.paging import Page
from app.storage.cursors import Cursor
from app.storage.groups import HAS_SOURCES, MEMBERS_OF_I, composed
from app.storage.session import Row, Session
from app.storage.values import to_day, to_id, to_moment, to_optional_moment

# On the board an idea stands as its public answer says; else what was said last holds.
TRIAL_UNTIL = """CASE WHEN i.status = 'trial' THEN
    CASE WHEN i.visibility = 'public' THEN a.until ELSE
        (SELECT t.until FROM responses t WHERE t.shop_id = i.shop_id AND t.idea_id = i.id AND t.shown = 1
            AND t.status = 'trial' ORDER BY t.created_at DESC LIMIT 1) END END"""
# Of a storm nobody sees before choosing how often "me too" was said; here, so that no door can tell.
VOTES_TO_TELL = """CASE WHEN i.storm_id IS NULL OR EXISTS (
    SELECT 1 FROM storms s WHERE s.shop_id = i.shop_id AND s.id = i.storm_id AND s.announced_at IS NOT NULL
        AND s.chooses_at <= now_ms()) THEN i.votes ELSE 0 END"""
_IDEAS = composed(
    """
SELECT i.id, i.claim_code, r.text, r.name, i.channel, i.visibility, i.status, {votes}, i.builds_on, i.link,
    i.merged_into, i.placement, i.language, i.held_for, i.created_at, i.edited_at, i.public_at,
    EXISTS (SELECT 1 FROM contacts c WHERE c.shop_id = i.shop_id AND c.idea_id = i.id),
    (SELECT count(*) FROM responses p
        WHERE p.shop_id = i.shop_id AND p.idea_id = i.id AND p.private = 1 AND p.shown = 1),
    (SELECT count(*) FROM replies q WHERE q.shop_id = i.shop_id AND q.idea_id = i.id),
    i.number, i.answered_at,
    coalesce((SELECT l.views FROM looks l WHERE l.shop_id = i.shop_id AND l.idea_id = i.id), 0),
    CASE WHEN {has_sources} THEN
        ({members}
        SELECT count(*) FROM members CROSS JOIN ideas b ON b.shop_id = i.shop_id AND b.builds_on = members.id
            AND b.visibility = 'public' AND b.merged_into IS NULL AND b.id <> i.id)
    ELSE (SELECT count(*) FROM ideas b WHERE b.shop_id = i.shop_id AND b.builds_on = i.id
        AND b.visibility = 'public' AND b.merged_into IS NULL) END,
    {trial_until},
    i.look_again_on, o.text, o.name, i.storm_id,
    a.id, a.idea_id, a.status, a.text, a.reason, a.until, a.private, a.signed, a.created_at, a.change_mind,
    a.done_on, a.photo_id
FROM ideas i
JOIN revisions r ON r.shop_id = i.shop_id AND r.id = i.revision_id
LEFT JOIN revisions o ON o.shop_id = i.shop_id AND o.id = i.own_revision_id
LEFT JOIN responses a ON a.shop_id = i.shop_id AND a.id = i.response_id
""",
    has_sources=HAS_SOURCES,
    members=MEMBERS_OF_I,
    trial_until=TRIAL_UNTIL,
    votes=VOTES_TO_TELL,
)
# Where a row has what pages are ordered by.
VOTES, CREATED_AT, PUBLIC_AT, NUMBER, ANSWERED_AT = 7, 14, 16, 20, 21
_TRIAL_UNTIL, _LOOK_AGAIN_ON, _OWN_TEXT, _OWN_NAME, _STORM, _RESPONSE = 24, 25, 26, 27, 28, 29
FURTHEST = 2**62

# The plus keeps the planner on the numbers: an index of the shop would be walked from end to end.
AMONG = "WHERE +i.shop_id = ? AND i.number IN (SELECT value FROM json_each(?))"

ON_BOARD = "i.visibility = 'public' AND i.merged_into IS NULL"
# What belongs to a storm hangs there.
ON_WALL = f"{ON_BOARD} AND i.storm_id IS NULL"
WAITING = "i.visibility = 'waiting' AND i.merged_into IS NULL"
# What belongs to a storm is answered by its conclusion.
TO_ANSWER = (
    "i.visibility IN ('public', 'private') AND i.status = 'new' AND i.merged_into IS NULL "
    "AND i.storm_id IS NULL"
)


def select_ideas(rest: str) -> str:
    """The statement that reads ideas, `i` being the idea, completed by `rest`: a condition and an order."""
    return f"{_IDEAS}{rest}"


def idea_of(row: Row) -> Idea:
    return Idea(
        id=UUID(bytes=row[0]),
        claim_code=row[1],
        text=row[2],
        name=row[3],
        channel=Channel(row[4]),
        visibility=Visibility(row[5]),
        status=Status(row[6]),
        votes=row[7],
        builds_on=to_id(row[8]),
        link=None if row[9] is None else Link(row[9]),
        merged_into=to_id(row[10]),
        placement=row[11],
        language=row[12],
        held_for=None if row[13] is None else HeldFor(row[13]),
        created_at=to_moment(row[14]),
        edited_at=to_optional_moment(row[15]),
        public_at=to_optional_moment(row[16]),
        has_contact=bool(row[17]),
        private_answers=row[18],
        replies=row[19],
        views=row[22],
        built_on=row[23],
        response=None if row[_RESPONSE] is None else response_of(row[_RESPONSE:]),
        trial_until=to_day(row[_TRIAL_UNTIL]),
        left_out_of=None if row[_OWN_TEXT] is None else OwnWords(row[_OWN_TEXT], row[_OWN_NAME]),
        look_again_on=to_day(row[_LOOK_AGAIN_ON]),
        storm_id=to_id(row[_STORM]),
    )


def response_of(row: Row) -> Response:
    """From the columns id, idea_id, status, text, reason, until, private, signed, created_at, change_mind,
    done_on, photo_id."""
    return Response(
        id=UUID(bytes=row[0]),
        idea_id=UUID(bytes=row[1]),
        status=Status(row[2]),
        text=row[3],
        reason=row[4],
        until=to_day(row[5]),
        private=bool(row[6]),
        signed=row[7],
        created_at=to_moment(row[8]),
        change_mind=row[9],
        done_on=to_day(row[10]),
        photo_id=to_id(row[11]),
    )


@dataclass(frozen=True, slots=True)
class Walk:
    """One order of ideas, by keyset in two parts: the rest of the cursor's own value, then what is beyond it.

    Two statements, because a row value `(votes, id) < (?, ?)` walks over all before it, as OFFSET does.
    `value` is where a row has the value that orders; `start` lies before all values.
    """

    ties: str
    beyond: str
    value: int
    start: int

    def page(self, session: Session, after: Cursor | None, limit: int) -> Page:
        wanted = limit + 1
        rows = session.rows(self.ties, session.shop, after.value, after.id.bytes, wanted) if after else []
        if len(rows) < wanted:
            start = after.value if after else self.start
            rows += session.rows(self.beyond, session.shop, start, wanted - len(rows))
        return self._page_of(rows, limit)

    def _page_of(self, rows: Sequence[Row], limit: int) -> Page:
        ideas = tuple(map(idea_of, rows[:limit]))
        if len(rows) <= limit or not ideas:
            return Page(ideas)
        return Page(ideas, str(Cursor(rows[limit - 1][self.value], ideas[-1].id)))


def falling(condition: str, column: str, value: int) -> Walk:
    """From the largest `column` down, among the ideas of `condition`."""
    return Walk(
        select_ideas(
            f"WHERE i.shop_id = ? AND {condition} AND {column} = ? AND i.id < ? ORDER BY i.id DESC LIMIT ?"
        ),
        select_ideas(
            f"WHERE i.shop_id = ? AND {condition} AND {column} < ? ORDER BY {column} DESC, i.id DESC LIMIT ?"
        ),
        value,
        FURTHEST,
    )


def rising(condition: str, column: str, value: int) -> Walk:
    """From the smallest `column` up, among the ideas of `condition`."""
    return Walk(
        select_ideas(
            f"WHERE i.shop_id = ? AND {condition} AND {column} = ? AND i.id > ? ORDER BY i.id LIMIT ?"
        ),
        select_ideas(f"WHERE i.shop_id = ? AND {condition} AND {column} > ? ORDER BY {column}, i.id LIMIT ?"),
        value,
        -FURTHEST,
    )
