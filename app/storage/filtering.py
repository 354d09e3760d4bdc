"""Filters of the inbox as SQL: what is asked of each idea, and where to begin so that few are asked.

A filter is walked like a search: numbers of ideas come from the rarest thing asked, in the order ideas came,
and a page looks at a bounded number of them. So a page costs the same in a shop of any size.
"""

from __future__ import annotations

import heapq
import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from itertools import islice
from uuid import UUID
from zoneinfo import ZoneInfo

from app.domain.ideas import Channel, Status, Visibility
from app.domain.paging import Page
from app.domain.views import Filter
from app.storage.cursors import Cursor, read_cursor
from app.storage.idea_rows import AMONG, FURTHEST, NUMBER, idea_of, select_ideas
from app.storage.session import Row, Session
from app.storage.values import to_milliseconds
from app.storage.waiting_replies import WAITED_FOR

LOOKED_AT = 4000
"""Ideas that one page may look at; where none of them fits, it is short and says how to go on."""
_COMMON_CHANNELS = frozenset({Channel.PHONE, Channel.KIOSK})
_RARE_VISIBILITIES = frozenset({Visibility.PRIVATE, Visibility.HIDDEN})

_TAGGED = """EXISTS (SELECT 1 FROM idea_tags k WHERE k.shop_id = i.shop_id AND k.idea_id = i.id
    AND k.taken_off_at IS NULL AND k.tag_id IN (%s))"""


@dataclass(frozen=True, slots=True)
class Asked:
    """`condition` is SQL of ours on `i`; `begins` are the places of which an idea stands in at least one."""

    condition: str
    begins: tuple[str, ...]


def ask(asked: Filter, timezone: str, tags: Iterable[UUID]) -> Asked:
    """`tags` are those of the filter with all that were merged into them."""
    family = sorted(tag.hex for tag in tags)
    parts = [
        _one_of("i.status", asked.statuses),
        _one_of("i.visibility", asked.visibilities),
        _one_of("i.channel", asked.channels),
        _one_of("i.held_for", asked.held),
        _one_of("i.placement", asked.places),
        _TAGGED % ", ".join(f"x'{tag}'" for tag in family) if asked.tags else "",
        WAITED_FOR if asked.replied else "",
        f"i.created_at >= {_start_of(asked.since, timezone)}" if asked.since else "",
        f"i.created_at < {_start_of(asked.until + timedelta(days=1), timezone)}" if asked.until else "",
    ]
    return Asked(" AND ".join(filter(None, parts)) or "TRUE", _begins(asked, family))


def walk(
    session: Session, asked: Asked, view: str, *, after: str | None, limit: int, oldest_first: bool
) -> Page:
    """A page of the ideas of `view`, a condition of ours, that fit what is asked."""
    order = "ORDER BY i.number" if oldest_first else "ORDER BY i.number DESC"
    statement = select_ideas(f"{AMONG} AND {view} AND {asked.condition} {order}")
    cursor = read_cursor(after)
    place = cursor.value if cursor else (-FURTHEST if oldest_first else FURTHEST)
    found: list[Row] = []
    looked_at, at_a_time = 0, limit * 2
    while looked_at < LOOKED_AT:
        numbers = _numbers(session, asked.begins, place, at_a_time, oldest_first=oldest_first)
        found += session.rows(statement, session.shop, json.dumps(numbers))
        if len(found) > limit:
            return _page(found[:limit], found[limit - 1][NUMBER])
        if len(numbers) < at_a_time:
            return _page(found, None)
        place, looked_at = numbers[-1], looked_at + at_a_time
    return _page(found, place)


def count_up_to(session: Session, asked: Asked, view: str, most: int) -> int:
    """How many ideas fit, at most `most`."""
    source = _from(asked)
    sql = f"SELECT count(*) FROM (SELECT 1 FROM {source} AND {view} AND {asked.condition} LIMIT ?)"  # noqa: S608
    return session.number(sql, session.shop, most)


def _from(asked: Asked) -> str:
    joined = "ideas i LEFT JOIN responses a ON a.shop_id = i.shop_id AND a.id = i.response_id"
    if asked.begins == _EVERYWHERE:
        return f"{joined} WHERE i.shop_id = ?1"
    begins = " UNION ".join(f"SELECT number FROM {begin}" for begin in asked.begins)  # noqa: S608
    return f"{joined} WHERE i.number IN ({begins})"


_EVERYWHERE = ("ideas WHERE shop_id = ?1",)


def _begins(asked: Filter, family: Sequence[str]) -> tuple[str, ...]:
    """What is rare and has an index that knows the order in which ideas came; else all ideas."""
    ideas = "ideas WHERE shop_id = ?1 AND"
    if asked.tags:
        live = "idea_tags WHERE shop_id = ?1 AND taken_off_at IS NULL"
        return tuple(f"{live} AND tag_id = x'{tag}'" for tag in family)
    if asked.held:
        return tuple(f"{ideas} held_for IS NOT NULL AND held_for = {_text(each)}" for each in asked.held)
    if asked.places:
        return tuple(f"{ideas} placement <> '' AND placement = {_text(each)}" for each in asked.places)
    if asked.statuses and Status.NEW not in asked.statuses:
        return tuple(f"{ideas} status <> 'new' AND status = {_text(each)}" for each in asked.statuses)
    if asked.channels and not asked.channels & _COMMON_CHANNELS:
        rare = "channel NOT IN ('phone', 'kiosk')"
        return tuple(f"{ideas} {rare} AND channel = {_text(each)}" for each in asked.channels)
    if asked.visibilities and asked.visibilities <= _RARE_VISIBILITIES:
        rare = "visibility IN ('private', 'hidden')"
        return tuple(f"{ideas} {rare} AND visibility = {_text(each)}" for each in asked.visibilities)
    return _EVERYWHERE


def _numbers(
    session: Session, begins: Sequence[str], place: int, limit: int, *, oldest_first: bool
) -> list[int]:
    """The next numbers of all beginnings together, each once."""
    beyond = "number > ?2 ORDER BY number" if oldest_first else "number < ?2 ORDER BY number DESC"
    statements = [f"SELECT number FROM {begin} AND {beyond} LIMIT ?3" for begin in begins]  # noqa: S608
    streams = [[row[0] for row in session.rows(each, session.shop, place, limit)] for each in statements]
    merged = heapq.merge(*streams, reverse=not oldest_first)
    return list(islice(dict.fromkeys(merged), limit))


def _one_of(column: str, values: Iterable[str]) -> str:
    wanted = ", ".join(sorted(map(_text, values)))
    return f"{column} IN ({wanted})" if wanted else ""


def _text(value: str) -> str:
    """A text within a statement, spelled so that it can be nothing else."""
    return f"CAST(x'{str(value).encode().hex()}' AS TEXT)"


def _start_of(day: date, timezone: str) -> int:
    return to_milliseconds(datetime.combine(day, time(), ZoneInfo(timezone)))


def _page(rows: Sequence[Row], next_number: int | None) -> Page:
    cursor = None if next_number is None else str(Cursor(next_number))
    return Page(tuple(map(idea_of, rows)), cursor)
