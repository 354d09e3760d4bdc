"""What came of ideas: done, planned, on trial, or already so. Refusals and thoughts hang on the wall only."""

from __future__ import annotations

from app.domain.ideas import BoardOrder, Idea, Status
from app.domain.paging import Page
from app.services.customer.door import PAGE_LIMIT, CustomerDoor

DEEDS = frozenset({Status.DONE, Status.PLANNED, Status.TRIAL, Status.ALREADY})
# A shop that refused this many pages in a row has a link to the next ones.
MOST_PAGES_READ = 20


def what_we_did(door: CustomerDoor, after: str = "") -> Page:
    """At least a page of deeds behind the cursor `after`, the newest first, while there are that many."""
    deeds: list[Idea] = []
    place: str | None = after or None
    for _ in range(MOST_PAGES_READ):
        page = door.board(BoardOrder.ANSWERED, after=place)
        deeds += [idea for idea in page.ideas if idea.status in DEEDS]
        place = page.next
        if place is None or len(deeds) >= PAGE_LIMIT:
            break
    return Page(tuple(deeds), place)
