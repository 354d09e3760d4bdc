"""Who may see an idea: put it up, keep it between owner and author, or hide it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from uuid import UUID

from app.domain.errors import Conflict, NotFound
from app.domain.ideas import Idea, Status, Visibility
from app.domain.translation import mark
from app.services.owner.done import Done, Edit, write_down
from app.storage.stores import Stores

# When the words that somebody has read were last changed, by idea.
Seen = Mapping[UUID, datetime | None]


def approve(stores: Stores, ids: Sequence[UUID], now: datetime, seen: Seen | None = None) -> Done:
    """Put ideas up on the board. `seen` says which words of them were read.

    Raises NotFound when one of them is gone, Conflict when its words are others now; then none is put up.
    """
    return write_down(stores, "approve", [put_up(stores, as_seen(stores, id_, seen), now) for id_ in ids])


def keep_private(stores: Stores, ids: Sequence[UUID]) -> Done:
    """Keep ideas between owner and author. Raises NotFound as `approve`."""
    return write_down(stores, "keep-private", [_show(stores, id_, Visibility.PRIVATE) for id_ in ids])


def hide(stores: Stores, ids: Sequence[UUID]) -> Done:
    """Take ideas off the board and out of the owner's way; nothing is deleted. Raises NotFound."""
    return write_down(stores, "hide", [_show(stores, id_, Visibility.HIDDEN) for id_ in ids])


def put_up(stores: Stores, idea: Idea, now: datetime) -> Edit:
    """Make one idea public; it keeps its first day on the board when it comes back.

    In public it stands as its public answer says: what was decided in private stays between the two.
    """
    answer = idea.response
    changes = stores.ideas.change(
        idea.id,
        visibility=Visibility.PUBLIC,
        public_at=idea.public_at or now,
        held_for=None,
        status=answer.status if answer else Status.NEW,
        answered_at=answer.created_at if answer else None,
    )
    return Edit(idea.id, changes, board=True)


def as_seen(stores: Stores, idea_id: UUID, seen: Seen | None) -> Idea:
    """The idea, if its words are still those that were read. Raises NotFound and Conflict."""
    idea = existing(stores, idea_id)
    if seen is not None and idea_id in seen and seen[idea_id] != idea.edited_at:
        raise Conflict(mark("Its author has just changed the words. Please read them again."))
    return idea


def existing(stores: Stores, idea_id: UUID) -> Idea:
    idea = stores.ideas.get(idea_id)
    if idea is None:
        raise NotFound(mark("This idea is no longer here. Its author has taken it back."))
    return idea


def _show(stores: Stores, idea_id: UUID, visibility: Visibility) -> Edit:
    """Whoever decides has looked: what it was held for is settled."""
    idea = existing(stores, idea_id)
    changes = stores.ideas.change(idea_id, visibility=visibility, held_for=None)
    return Edit(idea_id, changes, board=idea.is_public)
