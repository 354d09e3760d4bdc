"""Who may see an idea: put it up, keep it between owner and author, or hide it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from app.domain.errors import NotFound
from app.domain.ideas import Idea, Visibility
from app.domain.translation import mark
from app.services.owner.done import Done, Edit, write_down
from app.storage.stores import Stores


def approve(stores: Stores, ids: Sequence[UUID], now: datetime) -> Done:
    """Put ideas up on the board. Raises NotFound when one of them is gone; then none is put up."""
    return write_down(stores, "approve", [put_up(stores, existing(stores, id_), now) for id_ in ids])


def keep_private(stores: Stores, ids: Sequence[UUID]) -> Done:
    """Keep ideas between owner and author. Raises NotFound as `approve`."""
    return write_down(stores, "keep-private", [_show(stores, id_, Visibility.PRIVATE) for id_ in ids])


def hide(stores: Stores, ids: Sequence[UUID]) -> Done:
    """Take ideas off the board and out of the owner's way; nothing is deleted. Raises NotFound."""
    return write_down(stores, "hide", [_show(stores, id_, Visibility.HIDDEN) for id_ in ids])


def put_up(stores: Stores, idea: Idea, now: datetime) -> Edit:
    """Make one idea public; it keeps its first day on the board when it comes back."""
    changes = stores.ideas.change(
        idea.id, visibility=Visibility.PUBLIC, public_at=idea.public_at or now, held_for=None
    )
    return Edit(idea.id, changes, board=True)


def existing(stores: Stores, idea_id: UUID) -> Idea:
    idea = stores.ideas.get(idea_id)
    if idea is None:
        raise NotFound(mark("This idea is no longer here. Its author has taken it back."))
    return idea


def _show(stores: Stores, idea_id: UUID, visibility: Visibility) -> Edit:
    idea = existing(stores, idea_id)
    return Edit(idea_id, stores.ideas.change(idea_id, visibility=visibility), board=idea.is_public)
