"""Leaving out on the wall what is private in a customer's words. Her own words stay hers: the claim page and
the owner's desk show them, and undo brings them back everywhere."""

from __future__ import annotations

from datetime import datetime
from functools import partial
from uuid import UUID

from app.domain.clock import Clock
from app.domain.errors import Conflict
from app.domain.ids import new_id
from app.domain.private_parts import find_private, without
from app.domain.translation import mark
from app.services.owner.done import Done, Edit, write_down
from app.services.owner.triage import Seen, as_seen, existing
from app.services.seams import Seam
from app.storage.stores import Stores


def leave_out(
    stores: Stores, idea_id: UUID, *, words: bool, name: bool, now: datetime, seen: Seen | None = None
) -> Done:
    """Put dots in the place of what is private in the words, or take the name off, or both.

    Raises NotFound when the idea is gone, Conflict when its words are others than `seen` or nothing is left
    to be left out.
    """
    idea = as_seen(stores, idea_id, seen)
    text = without(idea.text, find_private(idea.text)) if words else idea.text
    shown_name = "" if name else idea.name
    if (text, shown_name) == (idea.text, idea.name):
        raise Conflict(mark("There is nothing to leave out any more."))
    changes = stores.ideas.leave_out(idea_id, text, shown_name, revision_id=new_id(now), at=now)
    return write_down(stores, "leave-out", [Edit(idea_id, changes, board=idea.is_public)])


def show_own_words(stores: Stores, idea_id: UUID) -> Done:
    """Let everything hang that the author wrote. Raises NotFound when the idea is gone."""
    idea = existing(stores, idea_id)
    changes = stores.ideas.show_own_words(idea_id)
    return write_down(stores, "show-own-words", [Edit(idea_id, changes, board=idea.is_public)])


class LeavingOut:
    """Every method is one transaction."""

    def __init__(self, *, seam: Seam, clock: Clock) -> None:
        self._seam = seam
        self._clock = clock

    def leave_out(
        self, idea_id: UUID, *, words: bool = False, name: bool = False, seen: Seen | None = None
    ) -> Done:
        """Raises NotFound, Conflict."""
        now = self._clock.now()
        verb = partial(leave_out, idea_id=idea_id, words=words, name=name, now=now, seen=seen)
        return self._seam.write(verb)

    def show_own_words(self, idea_id: UUID) -> Done:
        """Raises NotFound."""
        return self._seam.write(partial(show_own_words, idea_id=idea_id))
