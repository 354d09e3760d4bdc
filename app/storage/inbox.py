"""The owner's inbox: its views, page by page, and how many each holds."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from datetime import date
from functools import lru_cache
from uuid import UUID

from app.domain.ideas import Idea
from app.domain.inbox import InboxCounts, InboxView
from app.domain.paging import Page
from app.domain.views import Question
from app.storage.cursors import Cursor, read_cursor
from app.storage.filtering import ask, count_up_to, walk
from app.storage.idea_rows import (
    CREATED_AT,
    NUMBER,
    TO_ANSWER,
    TRIAL_UNTIL,
    WAITING,
    Walk,
    falling,
    rising,
    select_ideas,
)
from app.storage.search import SearchStore
from app.storage.session import Session
from app.storage.shops import ShopStore
from app.storage.values import to_milliseconds

VIEWS = {
    InboxView.TO_ANSWER: rising(TO_ANSWER, "i.created_at", CREATED_AT),
    InboxView.WAITING: rising(WAITING, "i.created_at", CREATED_AT),
    InboxView.ALL: falling("TRUE", "i.number", NUMBER),
}
_CONDITIONS = {InboxView.TO_ANSWER: TO_ANSWER, InboxView.WAITING: WAITING, InboxView.ALL: "TRUE"}
_NAMED = "WHERE i.shop_id = ? AND i.id IN (SELECT unhex(value) FROM json_each(?))"
_COUNT = "SELECT count(*) FROM ideas i WHERE i.shop_id = ?"
_COUNT_TRIALS = """
SELECT count(*) FROM ideas i LEFT JOIN responses a ON a.shop_id = i.shop_id AND a.id = i.response_id
WHERE i.shop_id = ?
"""


class InboxStore:
    """What lies in a view also follows from the day: the session's clock and the shop's calendar say it."""

    def __init__(self, session: Session, search: SearchStore, shops: ShopStore) -> None:
        self._session = session
        self._search = search
        self._shops = shops

    def page(self, view: InboxView, *, after: str | None = None, limit: int = 200, words: str = "") -> Page:
        """TO_ANSWER and WAITING begin with the oldest, ALL with the newest. Blank `words`: all."""
        if words.strip():
            condition, oldest_first = self._condition(view), view is not InboxView.ALL
            return self._search.page(words, condition, after=after, limit=limit, oldest_first=oldest_first)
        page = VIEWS[view].page(self._session, read_cursor(after), limit)
        return self._with_coming_back(page, after, limit) if view is InboxView.TO_ANSWER else page

    def filtered(
        self, question: Question, tags: Iterable[UUID], *, after: str | None = None, limit: int = 200
    ) -> Page:
        """As `page`, of what the question's filter lets through; `tags` are the filter's with all that were
        merged into them. In the order ideas came. A page can be short and yet have a `next`."""
        asked = ask(question.filter, self._shops.get().timezone, tags)
        view, oldest_first = self._condition(question.view), question.view is not InboxView.ALL
        if question.words.strip():
            condition = f"{view} AND {asked.condition}"
            return self._search.page(
                question.words, condition, after=after, limit=limit, oldest_first=oldest_first
            )
        return walk(self._session, asked, view, after=after, limit=limit, oldest_first=oldest_first)

    def belonging(self, ids: Sequence[UUID], question: Question, tags: Iterable[UUID]) -> frozenset[UUID]:
        """Those of `ids` that lie in the view and fit the filter; words are not asked for."""
        asked = ask(question.filter, self._shops.get().timezone, tags)
        statement = select_ideas(f"{_NAMED} AND {self._condition(question.view)} AND {asked.condition}")
        named = json.dumps([id.hex for id in ids])
        return frozenset(
            UUID(bytes=row[0]) for row in self._session.rows(statement, self._session.shop, named)
        )

    def count_up_to(self, question: Question, tags: Iterable[UUID], most: int) -> int:
        """How many ideas the question finds without its words, at most `most`."""
        asked = ask(question.filter, self._shops.get().timezone, tags)
        return count_up_to(self._session, asked, self._condition(question.view), most)

    def _condition(self, view: InboxView) -> str:
        condition = _CONDITIONS[view]
        return (
            f"({condition} OR {_come_back(self._today(), self._session.shop_id)})"
            if view is InboxView.TO_ANSWER
            else condition
        )

    def coming_back(self, *, after: str | None = None, limit: int = 200) -> Page:
        """Those of TO_ANSWER that were answered and come back by themselves: on a trial that is over, or
        to be looked at again. Oldest first."""
        return _walk_back(self._today(), self._session.shop_id).page(self._session, read_cursor(after), limit)

    def counts(self) -> InboxCounts:
        count, shop = self._session.number, self._session.shop
        trials = count(f"{_COUNT_TRIALS} AND {_come_back(self._today(), self._session.shop_id)}", shop)
        return InboxCounts(
            to_answer=count(f"{_COUNT} AND {TO_ANSWER}", shop) + trials,
            waiting=count(f"{_COUNT} AND {WAITING}", shop),
            all=count(_COUNT, shop),
        )

    def _with_coming_back(self, page: Page, after: str | None, limit: int) -> Page:
        """Each of the two has an index or is small; asked for together they would have none."""
        back = self.coming_back(after=after, limit=limit)
        if not back.ideas:
            return page
        both = sorted((*page.ideas, *back.ideas), key=lambda idea: (idea.created_at, idea.id))
        has_more = len(both) > limit or page.next is not None or back.next is not None
        shown = tuple(both[:limit])
        return Page(shown, _cursor_after(shown[-1]) if has_more else None)

    def _today(self) -> date:
        return self._shops.get().local_date(self._session.clock.now())


def _come_back(today: date, shop: UUID) -> str:
    """By the two small indexes first: of a large shop nearly all ideas are answered and stay so."""
    day = today.isoformat()
    maybe = f"""SELECT number FROM ideas
        WHERE shop_id = x'{shop.hex}' AND status <> 'new' AND status = 'trial'
        UNION ALL SELECT number FROM ideas WHERE shop_id = x'{shop.hex}' AND look_again_on <= '{day}'"""  # noqa: S608 - made of our own words
    return f"""i.number IN ({maybe}) AND i.visibility IN ('public', 'private') AND i.merged_into IS NULL
        AND (i.status = 'trial' AND {TRIAL_UNTIL} < '{day}'
            OR i.status <> 'new' AND i.look_again_on <= '{day}')"""


@lru_cache(maxsize=4)
def _walk_back(today: date, shop: UUID) -> Walk:
    return rising(_come_back(today, shop), "i.created_at", CREATED_AT)


def _cursor_after(idea: Idea) -> str:
    return str(Cursor(to_milliseconds(idea.created_at), idea.id))
