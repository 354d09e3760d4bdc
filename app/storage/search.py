"""Search: what people type never reaches the index raw, and no question walks a million hits."""

from __future__ import annotations

import json
import math
from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from app.domain.ideas import Idea
from app.domain.paging import Page
from app.domain.search_words import AskedWords, asked_words
from app.storage.cursors import Cursor, read_cursor
from app.storage.idea_rows import AMONG, FURTHEST, NUMBER, ON_BOARD, idea_of, select_ideas
from app.storage.session import Row, Session

HITS_LOOKED_AT = 1000
"""Newest hits that one page may look through for those its reader may see."""
LONGEST_INDEXED_BEGINNING = 6
"""Longer beginnings would have the index gather every hit before the first: the rest is looked at by us."""
_WORDS_TOGETHER = 2
_WORDS_COMPARED = 10
_HITS_COMPARED = 40

_NEWEST = """
SELECT rowid FROM idea_search WHERE idea_search MATCH ? AND rowid < ? ORDER BY rowid DESC LIMIT ?
"""
_OLDEST = "SELECT rowid FROM idea_search WHERE idea_search MATCH ? AND rowid > ? ORDER BY rowid LIMIT ?"
_NOT_HIDDEN = "i.visibility <> 'hidden' AND i.merged_into IS NULL"

_AROUND = """
SELECT i.id FROM desk_search d JOIN desk_words w ON w.number = d.rowid JOIN ideas i ON i.number = d.rowid
WHERE desk_search MATCH ? AND i.shop_id = ? AND NOT EXISTS (
    SELECT 1 FROM json_each(?) asked WHERE instr(' ' || w.words, asked.value) = 0
) ORDER BY d.rowid DESC LIMIT ?
"""

_HAS_EACH = """NOT EXISTS (
    SELECT 1 FROM json_each(?) asked JOIN idea_words w ON w.number = i.number
    WHERE instr(' ' || w.words || ' ', asked.value) = 0
)"""


@dataclass(frozen=True, slots=True)
class _Question:
    """What the index is asked, and what is then looked for in the words of each hit."""

    match: str
    needles: tuple[str, ...] = ()


class SearchStore:
    def __init__(self, session: Session) -> None:
        self._session = session

    def public(self, words: str, *, after: str | None = None, limit: int = 20) -> Page:
        """Ideas on the board that hold all of `words`, newest first; the last word may be unfinished.

        A page can be short and yet have a `next`: the hits between were not for customers.
        """
        return self.page(words, ON_BOARD, after=after, limit=limit)

    def all(self, words: str, *, after: str | None = None, limit: int = 20) -> Page:
        """As `public`, among every idea of the shop: for the owner."""
        return self.page(words, "TRUE", after=after, limit=limit)

    def page(
        self, words: str, condition: str, *, after: str | None, limit: int, oldest_first: bool = False
    ) -> Page:
        """Ideas of `condition` (SQL of ours, on `i`) that hold all of `words`, in the order they came."""
        question = self._question(asked_words(words))
        if question is None:
            return Page(())
        order = "ORDER BY i.number" if oldest_first else "ORDER BY i.number DESC"
        statement = select_ideas(f"{AMONG} AND {condition} AND {_HAS_EACH} {order}")
        needles = json.dumps(question.needles)
        cursor = read_cursor(after)
        start = cursor.value if cursor else (-FURTHEST if oldest_first else FURTHEST)
        hits = _OLDEST if oldest_first else _NEWEST
        found: list[Row] = []
        looked_at, at_a_time = 0, limit + 1
        while looked_at < HITS_LOOKED_AT:
            numbers = self._numbers(hits, question.match, start, at_a_time)
            found += self._session.rows(statement, self._session.shop, json.dumps(numbers), needles)
            if len(found) > limit:
                return _page(found[:limit], found[limit - 1][NUMBER])
            if len(numbers) < at_a_time:
                return _page(found, None)
            start = numbers[-1]
            looked_at, at_a_time = looked_at + at_a_time, at_a_time * 2
        return _page(found, start)

    def around(self, words: str, limit: int = 50) -> list[UUID]:
        """The newest ideas around which all of `words` were said: in answers, replies and the owner's own
        notes. For the owner alone."""
        asked = asked_words(words)
        match = " AND ".join([*map(_quoted, asked.whole), *map(_beginning, asked.beginnings)])
        long = [f" {word}" for word in asked.beginnings if len(word) > LONGEST_INDEXED_BEGINNING]
        values = (match, self._session.shop, json.dumps(long), limit)
        return [UUID(bytes=row[0]) for row in self._session.rows(_AROUND, *values)] if match else []

    def candidates(self, text: str, limit: int = 50, *, public_only: bool = True) -> list[Idea]:
        """Ideas on the board that share words with `text`, the rarest words weighing most. Not `public_only`:
        also those that wait or are private.

        Looks at a bounded number of newest hits of each word and of the rarest words together.
        """
        asked = asked_words(text)
        words = [*map(_quoted, asked.whole), *map(_beginning, asked.beginnings)][:_WORDS_COMPARED]
        hits = {word: self._numbers(_NEWEST, word, FURTHEST, _HITS_COMPARED) for word in words}
        rarest = sorted((word for word in words if hits[word]), key=lambda word: _commonness(hits[word]))
        for count in range(2, min(len(rarest), 4) + 1):
            together = " AND ".join(rarest[:count])
            hits[together] = self._numbers(_NEWEST, together, FURTHEST, _HITS_COMPARED)
        weights: dict[int, float] = {}
        for numbers in filter(None, hits.values()):
            weight = -math.log(_commonness(numbers))
            for number in numbers:
                weights[number] = weights.get(number, 0.0) + weight
        best = sorted(weights, key=lambda number: (-weights[number], -number))[: limit * 2]
        rows = self._session.rows(
            select_ideas(f"{AMONG} AND {ON_BOARD if public_only else _NOT_HIDDEN}"),
            self._session.shop,
            json.dumps(best),
        )
        rows.sort(key=lambda row: (-weights[row[NUMBER]], -row[NUMBER]))
        return [idea_of(row) for row in rows[:limit]]

    def _question(self, asked: AskedWords) -> _Question | None:
        """The index is asked for the two rarest words; None when nothing can be found.

        Asked for six words, each of them common, it would walk to the end of each one's hits.
        """
        needles = {_quoted(word): f" {word} " for word in asked.whole}
        needles |= {_beginning(word): f" {word}" for word in asked.beginnings}
        words = list(needles)
        if len(words) > _WORDS_TOGETHER:
            hits = {word: self._numbers(_NEWEST, word, FURTHEST, _HITS_COMPARED) for word in words}
            words.sort(key=lambda word: _commonness(hits[word]))
            if not all(hits.values()):
                return None
        rest = [needles[word] for word in words[_WORDS_TOGETHER:]]
        long = [f" {word}" for word in asked.beginnings if len(word) > LONGEST_INDEXED_BEGINNING]
        return _Question(" AND ".join(words[:_WORDS_TOGETHER]), (*rest, *long)) if words else None

    def _numbers(self, statement: str, match: str, start: int, limit: int) -> list[int]:
        self._session.index_now()
        return [row[0] for row in self._session.rows(statement, match, start, limit)]


def _quoted(word: str) -> str:
    return f'"{word}"'


def _beginning(word: str) -> str:
    return f'"{word[:LONGEST_INDEXED_BEGINNING]}"*'


def _commonness(numbers: Sequence[int]) -> float:
    """How thick the hits lie among the newest ideas, at most 1: few or far between means a rare word."""
    if len(numbers) < _HITS_COMPARED:
        return len(numbers) / 1e6
    return _HITS_COMPARED / (numbers[0] - numbers[-1] + 1)


def _page(rows: Sequence[Row], next_number: int | None) -> Page:
    cursor = None if next_number is None else str(Cursor(next_number))
    return Page(tuple(map(idea_of, rows)), cursor)
