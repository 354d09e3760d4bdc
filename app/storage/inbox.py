"""The owner's inbox: its views, page by page, and how many each holds."""

from __future__ import annotations

from app.domain.inbox import InboxCounts, InboxView
from app.domain.paging import Page
from app.storage.cursors import read_cursor
from app.storage.idea_rows import CREATED_AT, NUMBER, TO_ANSWER, WAITING, falling, rising
from app.storage.search import SearchStore
from app.storage.session import Session

VIEWS = {
    InboxView.TO_ANSWER: rising(TO_ANSWER, "i.created_at", CREATED_AT),
    InboxView.WAITING: rising(WAITING, "i.created_at", CREATED_AT),
    InboxView.ALL: falling("TRUE", "i.number", NUMBER),
}
_CONDITIONS = {InboxView.TO_ANSWER: TO_ANSWER, InboxView.WAITING: WAITING, InboxView.ALL: "TRUE"}


class InboxStore:
    def __init__(self, session: Session, search: SearchStore) -> None:
        self._session = session
        self._search = search

    def page(self, view: InboxView, *, after: str | None = None, limit: int = 200, words: str = "") -> Page:
        """TO_ANSWER and WAITING begin with the oldest, ALL with the newest. Blank `words`: all."""
        if not words.strip():
            return VIEWS[view].page(self._session, read_cursor(after), limit)
        oldest_first = view is not InboxView.ALL
        return self._search.page(
            words, _CONDITIONS[view], after=after, limit=limit, oldest_first=oldest_first
        )

    def counts(self) -> InboxCounts:
        count, shop = self._session.number, self._session.shop
        return InboxCounts(
            to_answer=count(f"{_COUNT} AND {TO_ANSWER}", shop),
            waiting=count(f"{_COUNT} AND {WAITING}", shop),
            all=count(_COUNT, shop),
        )


_COUNT = "SELECT count(*) FROM ideas i WHERE i.shop_id = ?"
