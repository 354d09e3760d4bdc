"""What of the inbox the owner wants to see, and the views she keeps under names."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from uuid import UUID

from app.domain.ideas import Channel, HeldFor, Status, Visibility
from app.domain.inbox import InboxView
from app.domain.text import LABEL_GRAPHEMES, clean_line, clean_words
from app.domain.translation import mark


@dataclass(frozen=True, kw_only=True, slots=True)
class Filter:
    """What of a view is shown. Within a kind any of the chosen will do, an empty kind asks nothing.

    `places` are tokens of placements. `replied`: an author wrote back and heard nothing since. `since` and
    `until` are days on which the idea came, both included, on the shop's calendar.
    """

    statuses: frozenset[Status] = field(default_factory=frozenset)
    visibilities: frozenset[Visibility] = field(default_factory=frozenset)
    channels: frozenset[Channel] = field(default_factory=frozenset)
    tags: frozenset[UUID] = field(default_factory=frozenset)
    places: frozenset[str] = field(default_factory=frozenset)
    held: frozenset[HeldFor] = field(default_factory=frozenset)
    replied: bool = False
    since: date | None = None
    until: date | None = None

    def __bool__(self) -> bool:
        return self != NO_FILTER


NO_FILTER = Filter()


@dataclass(frozen=True, kw_only=True, slots=True)
class Question:
    """What the list of the inbox shows: a view, narrowed by a filter, or what is found there for `words`."""

    view: InboxView = InboxView.TO_ANSWER
    filter: Filter = NO_FILTER
    words: str = ""


@dataclass(frozen=True, kw_only=True, slots=True)
class SavedView:
    """A question without words, under a name; `place` orders them."""

    id: UUID
    name: str
    question: Question
    place: int


def clean_view_name(text: str) -> str:
    """Raises InvalidInput on `name`."""
    return clean_words(clean_line(text), "name", LABEL_GRAPHEMES, mark("Please give the view a name."))
