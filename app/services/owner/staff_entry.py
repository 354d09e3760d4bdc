"""What was said at the counter, on the telephone or elsewhere, noted by the shop in ten seconds."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from app.domain import text as texts
from app.domain.ideas import Channel, Idea, Link, Visibility
from app.domain.ids import new_id
from app.domain.storms import takes_ideas
from app.services.owner.done import write_down
from app.services.owner.triage import existing, put_up
from app.services.seams import Seam
from app.storage.stores import Stores

MOST_ALIKE = 4


class Staff:
    """What the staff entry box asks for beside writing down."""

    def __init__(self, *, seam: Seam) -> None:
        self._seam = seam

    def alike(self, text: str) -> list[Idea]:
        """The ideas that say nearly the same, answered ones first; hidden ones stay hidden."""
        return self._seam.read(lambda stores: alike(stores, text))


def alike(stores: Stores, text: str) -> list[Idea]:
    from app.domain.likeness import rank_similar  # noqa: PLC0415 - the desk would wait for it at each start

    query = texts.clean_line(text)
    if not query:
        return []
    return rank_similar(query, stores.search.candidates(query, public_only=False), MOST_ALIKE)


def add_idea(
    stores: Stores,
    text: str,
    *,
    now: datetime,
    name: str = "",
    channel: Channel = Channel.IN_PERSON,
    builds_on: UUID | None = None,
    link: Link | None = None,
) -> Idea:
    """Note an idea; it hangs on the board at once, for the shop itself has read it.

    Raises InvalidInput for a blank or long text or name, NotFound when what it builds on is gone.
    """
    idea = note(stores, text, now=now, name=name, channel=channel, builds_on=builds_on, link=link)
    # Put up as a change of its own, so that undo has something to take back: it hides the idea again.
    write_down(stores, "add", [put_up(stores, idea, now)])
    return existing(stores, idea.id)


def note(
    stores: Stores,
    text: str,
    *,
    now: datetime,
    name: str,
    channel: Channel,
    builds_on: UUID | None,
    link: Link | None,
    claim_code: str = "",
) -> Idea:
    """Store what was said, hidden; under a claim code of its own, or one that lies ready for it."""
    parent = existing(stores, builds_on) if builds_on else None
    idea = Idea(
        id=new_id(now),
        claim_code=claim_code or stores.ideas.free_claim_code(),
        text=texts.clean_idea(text),
        name=texts.clean_name(name),
        channel=channel,
        visibility=Visibility.HIDDEN,
        builds_on=parent.id if parent else None,
        link=(link or Link.AND) if parent else None,
        storm_id=_storm_of(stores, parent, now),
        created_at=now,
    )
    stores.ideas.add(idea, contact=None)
    return idea


def _storm_of(stores: Stores, parent: Idea | None, now: datetime) -> UUID | None:
    """What builds on a storm's idea while that gathers belongs to the storm, whoever writes it down."""
    storm = stores.storms.get(parent.storm_id) if parent and parent.storm_id else None
    return storm.id if storm and takes_ideas(storm, now, now) else None
