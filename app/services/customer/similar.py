"""Which ideas say nearly the same: offered while typing, answered ones first."""

from __future__ import annotations

from app.domain.ideas import Idea
from app.domain.likeness import rank_similar
from app.domain.text import clean_line
from app.storage.stores import Stores


def similar(stores: Stores, text: str) -> list[Idea]:
    """At most five public ideas that say nearly the same, answered ones first."""
    query = clean_line(text)
    return rank_similar(query, stores.search.candidates(query)) if query else []
