"""The list of the inbox as the owner asks for it: by view, filter and words, each idea with its tags."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from uuid import UUID

from app.domain.ideas import Idea
from app.domain.paging import Page
from app.domain.tags import Tag
from app.domain.text import clean_line, first_graphemes
from app.domain.views import Filter, Question, SavedView
from app.services.owner import tagging
from app.services.owner.reading import LONGEST_QUERY
from app.services.owner.searching import Match, with_what_stands_around
from app.services.seams import Reads
from app.storage.stores import Stores

# A view that holds more says so; nobody needs to know how many more.
MOST_COUNTED = 1000


@dataclass(frozen=True, kw_only=True, slots=True)
class Listed:
    """A page of the list; `tags` are those of its ideas, `known` all that are in use, by name. `matches` say
    where the words were found that an idea does not say itself."""

    page: Page
    tags: Mapping[UUID, tuple[UUID, ...]]
    known: tuple[Tag, ...]
    matches: Mapping[UUID, Match] = field(default_factory=dict)


@dataclass(frozen=True, kw_only=True, slots=True)
class Changed:
    """What is known now of some ideas: those that still exist, and which of them the question finds."""

    ideas: tuple[Idea, ...]
    belonging: frozenset[UUID]
    tags: Mapping[UUID, tuple[UUID, ...]]
    known: tuple[Tag, ...]


class Listing:
    """Every method is one reading."""

    def __init__(self, *, seam: Reads) -> None:
        self._seam = seam

    def page(self, question: Question, *, after: str | None = None, limit: int = 200) -> Listed:
        """A filtered page can be short and yet have a `next`: then there may be more."""
        return self._seam.read(lambda stores: page(stores, question, after, limit))

    def changed(self, ids: Sequence[UUID], question: Question) -> Changed:
        return self._seam.read(lambda stores: changed(stores, ids, question))

    def counts(self, views: Sequence[SavedView]) -> dict[UUID, int]:
        """How many ideas each view holds, at most MOST_COUNTED."""
        return self._seam.read(lambda stores: {view.id: _count(stores, view.question) for view in views})


def page(stores: Stores, question: Question, after: str | None, limit: int) -> Listed:
    asked = replace(question, words=first_graphemes(clean_line(question.words), LONGEST_QUERY))
    if asked.filter:
        found = stores.inbox.filtered(asked, _family(stores, asked.filter), after=after, limit=limit)
    else:
        found = stores.inbox.page(asked.view, after=after, limit=limit, words=asked.words)
    matches: Mapping[UUID, Match] = {}
    if asked.words and after is None:
        family = _family(stores, asked.filter)
        found, matches = with_what_stands_around(stores, asked, found, family)
    known = tuple(tagging.in_use(stores))
    tags = stores.tags.of([idea.id for idea in found.ideas])
    return Listed(page=found, tags=tags, known=known, matches=matches)


def changed(stores: Stores, ids: Sequence[UUID], question: Question) -> Changed:
    return Changed(
        ideas=tuple(stores.ideas.several(ids)),
        belonging=stores.inbox.belonging(ids, question, _family(stores, question.filter)),
        tags=stores.tags.of(ids),
        known=tuple(tagging.in_use(stores)),
    )


def _count(stores: Stores, question: Question) -> int:
    return stores.inbox.count_up_to(question, _family(stores, question.filter), MOST_COUNTED)


def _family(stores: Stores, asked: Filter) -> list[UUID]:
    return [member for tag in asked.tags for member in stores.tags.family(tag)]
