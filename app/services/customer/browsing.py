"""Reading the board: what is public and nothing else. One function decides that for every face."""

from __future__ import annotations

from uuid import UUID

from app.domain.errors import NotFound
from app.domain.ideas import BoardOrder, Idea
from app.domain.paging import Page
from app.domain.text import clean_line, first_graphemes
from app.domain.translation import mark
from app.storage.stores import Stores

LONGEST_QUERY = 100


def public_idea(stores: Stores, idea_id: UUID) -> Idea:
    """The public idea of that id, or the one it was merged into. Raises NotFound for all others alike."""
    idea = on_the_wall(stores, idea_id)
    if idea is None:
        raise NotFound(mark("This idea does not hang on the wall."))
    return idea


def on_the_wall(stores: Stores, idea_id: UUID) -> Idea | None:
    """As `public_idea`, for whom it is no surprise when there is none."""
    idea = stores.ideas.get(idea_id)
    if idea is not None and idea.merged_into is not None:
        survivor = stores.groups.survivor(idea_id)
        idea = stores.ideas.get(survivor) if survivor else None
    return idea if idea is not None and idea.is_public else None


def board(stores: Stores, order: BoardOrder, after: str | None, limit: int, words: str) -> Page:
    """A page of the board in that order, or of what is found for `words`."""
    query = first_graphemes(clean_line(words), LONGEST_QUERY)
    if query:
        return stores.search.public(query, after=after, limit=limit)
    return stores.board.page(order, after=after, limit=limit)
