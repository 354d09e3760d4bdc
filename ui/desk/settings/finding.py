"""What the search of the settings finds: each thing by its own words and by others for it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from app.domain.search_words import stored_words


@dataclass(frozen=True, kw_only=True, slots=True)
class Findable:
    """`section` holds it, `widget` is its object name there (none: the section itself), `others` are words
    that people may look for instead."""

    section: str
    words: str
    widget: str = ""
    others: str = ""


def found(wanted: str, things: Sequence[Findable]) -> list[Findable]:
    """Those that have every wanted word, or its beginning; things whose own words match come first."""
    asked = stored_words(wanted).split()
    if not asked:
        return []
    own = [thing for thing in things if _has_all(asked, thing.words)]
    other = [
        thing for thing in things if thing not in own and _has_all(asked, f"{thing.words} {thing.others}")
    ]
    return own + other


def _has_all(asked: Sequence[str], text: str) -> bool:
    there = stored_words(text).split()
    return all(any(word.startswith(beginning) for word in there) for beginning in asked)
