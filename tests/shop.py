"""Small builders that tests share: a clock one can set, ideas and answers with sane defaults."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from uuid import UUID

from app.domain.claim_codes import new_claim_code
from app.domain.ideas import Channel, HeldFor, Idea, Link, Response, Status, Visibility
from app.domain.ids import new_id
from app.domain.journal import Actor, Change
from app.domain.notices import Carried, Notice, PaperSize, Shown
from app.domain.paging import Page
from app.domain.storms import Storm, Timetable, new_storm_code
from app.storage.stores import Stores

MORNING = datetime(2026, 11, 20, 9, 0, tzinfo=UTC)


class SetClock:
    """Stands still until told to move."""

    def __init__(self, now: datetime = MORNING) -> None:
        self._now = now

    def now(self) -> datetime:
        return self._now

    def pass_time(self, **parts: float) -> datetime:
        self._now += timedelta(**parts)
        return self._now


def make_idea(
    text: str = "Open at seven on Fridays",
    *,
    at: datetime = MORNING,
    visibility: Visibility = Visibility.PUBLIC,
    name: str = "",
    builds_on: UUID | None = None,
    placement: str = "",
    held_for: HeldFor | None = None,
) -> Idea:
    return Idea(
        id=new_id(at),
        claim_code=new_claim_code(),
        text=text,
        name=name,
        channel=Channel.PHONE,
        visibility=visibility,
        builds_on=builds_on,
        link=Link.AND if builds_on else None,
        placement=placement,
        held_for=held_for,
        created_at=at,
        public_at=at if visibility is Visibility.PUBLIC else None,
    )


def make_storm(question: str = "What music on Friday nights?", *, at: datetime = MORNING) -> Storm:
    """A draft that gathers for two days from `at` on, and lets choose for one."""
    days = [at + timedelta(days=day) for day in (0, 2, 3)]
    return Storm(
        id=new_id(at),
        code=new_storm_code(),
        question=question,
        times=Timetable(gathers_at=days[0], chooses_at=days[1], closes_at=days[2]),
        made_at=at,
    )


def make_response(
    idea: Idea,
    text: str = "From Monday on.",
    *,
    at: datetime = MORNING,
    status: Status = Status.PLANNED,
    private: bool = False,
) -> Response:
    return Response(
        id=new_id(at), idea_id=idea.id, status=status, text=text, private=private, signed="Ana", created_at=at
    )


def make_sheet(
    idea: Idea, response: Response, *, size: PaperSize = PaperSize.A5, at: datetime = MORNING
) -> Notice:
    """A numbered sheet of one answer, as it is before it has its number."""
    carried = Carried(idea_id=idea.id, response_id=response.id, revision_id=idea.id, said=response.status)
    return Notice(
        id=new_id(at),
        number=0,
        size=size,
        made_at=at,
        take_down_on=(at + timedelta(days=30)).date(),
        shown=Shown(shop_name="The Corner Shop", carries=(carried,)),
    )


def answer(stores: Stores, idea: Idea, response: Response) -> list[Change]:
    """Store a public answer and let it hold, as the owner's verb does."""
    return [
        *stores.responses.add(response),
        *stores.ideas.change(
            idea.id, status=response.status, response_id=response.id, answered_at=response.created_at
        ),
    ]


def journalled(
    stores: Stores, verb: str, idea: Idea, changes: list[Change], actor: Actor = Actor.OWNER
) -> int:
    return stores.journal.append(actor=actor, verb=verb, subject=idea.id, changes=changes, board=True)


def follow(page_after: Callable[[str | None], Page]) -> list[Idea]:
    """All ideas, page after page."""
    page = page_after(None)
    seen = list(page.ideas)
    while page.next is not None:
        page = page_after(page.next)
        seen += page.ideas
    return seen
