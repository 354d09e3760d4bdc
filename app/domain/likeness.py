"""How alike two texts are: for offering what was said before, and for noticing what is sent twice."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Protocol, TypeVar

from rapidfuzz import fuzz

from app.domain.search_words import stored_words

MOST_SIMILAR = 5
ALIKE = 60.0
# What the owner is asked about: few and likely, not everything with two words in common.
MAYBE_THE_SAME = 70.0
TWIN = 92.0


class Said(Protocol):
    """An idea, as the shop or as its kiosk knows it."""

    @property
    def text(self) -> str: ...

    @property
    def is_answered(self) -> bool: ...


T = TypeVar("T", bound=Said)


def rank_similar(text: str, candidates: Iterable[T], limit: int = MOST_SIMILAR) -> list[T]:
    """The candidates that are alike, answered ones first, then the most alike.

    Likeness is rapidfuzz's token set ratio of the plain words, 0 to 100: the order of words and what only
    one of the two says count little, so "oat milk please" is alike "could we have oat milk".
    """
    wanted = stored_words(text)
    scored = [(fuzz.token_set_ratio(wanted, stored_words(said.text)), said) for said in candidates]
    alike = [(score, said) for score, said in scored if score >= ALIKE]
    alike.sort(key=lambda pair: (not pair[1].is_answered, -pair[0]))
    return [said for _, said in alike[:limit]]


def rank_alike(text: str, candidates: Iterable[T], limit: int = MOST_SIMILAR) -> list[T]:
    """The candidates that may say the same, the most alike first.

    The mean of rapidfuzz's token set and token sort ratios: what only one of the two says counts too, so
    "oat milk" is not the same as a long story in which oat milk comes up.
    """
    wanted = stored_words(text)
    scored = [(_sameness(wanted, stored_words(said.text)), said) for said in candidates]
    alike = [(score, said) for score, said in scored if score >= MAYBE_THE_SAME]
    alike.sort(key=lambda pair: -pair[0])
    return [said for _, said in alike[:limit]]


def _sameness(one: str, other: str) -> float:
    return (fuzz.token_set_ratio(one, other) + fuzz.token_sort_ratio(one, other)) / 2


def is_twin(text: str, other: str) -> bool:
    """Whether two texts are the same but for a letter, a sign or the order of words."""
    return fuzz.token_sort_ratio(stored_words(text), stored_words(other)) >= TWIN
