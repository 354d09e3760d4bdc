"""The board as customers see it, in its three orders, and the number that tells whether it changed."""

from __future__ import annotations

from app.domain.ideas import BoardOrder
from app.domain.paging import Page
from app.storage.cursors import read_cursor
from app.storage.idea_rows import ANSWERED_AT, NUMBER, ON_BOARD, ON_WALL, PUBLIC_AT, VOTES, falling, rising
from app.storage.session import Session

ORDERS = {
    BoardOrder.NEW: falling(ON_WALL, "i.public_at", PUBLIC_AT),
    BoardOrder.POPULAR: falling(ON_WALL, "i.votes", VOTES),
    BoardOrder.ANSWERED: falling(f"{ON_WALL} AND i.answered_at IS NOT NULL", "i.answered_at", ANSWERED_AT),
}
_BY_ARRIVAL = rising(ON_BOARD, "i.number", NUMBER)


class BoardStore:
    def __init__(self, session: Session) -> None:
        self._session = session

    def page(self, order: BoardOrder, *, after: str | None = None, limit: int = 20) -> Page:
        """Public ideas that are not merged away and belong to no storm, largest first. An `after` that is no
        cursor: the first page.

        Without a `public_at` NEW misses an idea, without an `answered_at` ANSWERED does.
        """
        return ORDERS[order].page(self._session, read_cursor(after), limit)

    def everything(self, *, after: str | None = None, limit: int) -> Page:
        """All that is public, storms' ideas too, as it came in: what is put up or taken down meanwhile moves
        no page."""
        return _BY_ARRIVAL.page(self._session, read_cursor(after), limit)

    def version(self) -> int:
        """The newest journal sequence after which customers see something else; it never comes back."""
        return self._session.number(
            "SELECT max(sequence) FROM journal WHERE shop_id = ? AND board = 1", self._session.shop
        )
