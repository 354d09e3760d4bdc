"""Which ideas say nearly the same: offered while typing, answered ones first."""

from __future__ import annotations

from collections.abc import Iterable

from rapidfuzz import fuzz

from app.domain.ideas import Idea
from app.domain.search_words import stored_words
from app.domain.text import clean_line
from app.storage.stores import Stores

MOST_SIMILAR = 5
ALIKE = 60.0
TWIN = 92.0


def similar(stores: Stores, text: str) -> list[Idea]:
    """At most five public ideas that say nearly the same, answered ones first."""
    query = clean_line(text)
    return rank_similar(query, stores.search.candidates(query)) if query else []


def rank_similar(text: str, candidates: Iterable[Idea], limit: int = MOST_SIMILAR) -> list[Idea]:
    """The candidates that are alike, answered ones first, then the most alike.

    Likeness is rapidfuzz's token set ratio of the plain words, 0 to 100: the order of words and what only
    one of the two says count little, so "oat milk please" is alike "could we have oat milk".
    """
    wanted = stored_words(text)
    scored = [(fuzz.token_set_ratio(wanted, stored_words(idea.text)), idea) for idea in candidates]
    alike = [(score, idea) for score, idea in scored if score >= ALIKE]
    alike.sort(key=lambda pair: (not pair[1].is_answered, -pair[0]))
    return [idea for _, idea in alike[:limit]]


def is_twin(text: str, other: str) -> bool:
    """Whether two texts are the same but for a letter, a sign or the order of words."""
    return fuzz.token_sort_ratio(stored_words(text), stored_words(other)) >= TWIN
