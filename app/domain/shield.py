"""The shield of persons: which ideas seem to speak of somebody, so that the owner looks before the wall does.

Words and names only, no understanding: it errs on the side of a look too many, and of missing what is said in
other words. It holds an idea back and never refuses one.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

import regex

from app.domain.ideas import HeldFor
from app.domain.shield_words import (
    CUSTOMER_WORDS,
    HEALTH_RUNS,
    HEALTH_WORDS,
    PEOPLE,
    PLACES,
    PLACES_BEFORE,
    REACH,
    STAFF_RUNS,
    STAFF_WORDS,
    TITLES,
    TITLES_BEHIND,
)

_WORD = regex.compile(r"[\p{L}\p{M}]+")
_PLAIN_WORD = re.compile("[A-Za-z]+")  # by far the most texts, and ten times as fast
_NAME_OF_HAN = regex.compile(
    r"(?<!\p{Han})\p{Han}{1,3}(?:先生|女士|小姐|太太|氏)|(?<![お\p{Han}])\p{Han}{2,3}さん"
)
# "everybody", "customers", "the shop", and kinds of shops, which are spoken of like a person.
_NO_NAMES = regex.compile(r"(?:皆|各位|店員|客|店長|患者|子供|奥|娘|息子|屋)さん")
_ANY_TRIGGER = STAFF_WORDS | PEOPLE | PLACES_BEFORE | TITLES | TITLES_BEHIND | CUSTOMER_WORDS | HEALTH_WORDS


def speaks_of(text: str, staff_names: tuple[str, ...] = ()) -> HeldFor | None:
    """Of whom it seems to speak: STAFF before PERSON before HEALTH. `staff_names` are those of the shop."""
    written = _words_of(text)
    words = [word.casefold() for word in written]
    if any(_holds(words, name) for name in _named(staff_names)):
        return HeldFor.STAFF
    held = _by_words(written, words) if not _ANY_TRIGGER.isdisjoint(words) else None
    return held or (None if text.isascii() else _by_runs(text, staff_names))


def _words_of(text: str) -> list[str]:
    found: list[str] = _PLAIN_WORD.findall(text) if text.isascii() else _WORD.findall(text)
    return found


@lru_cache(maxsize=16)
def _named(staff_names: tuple[str, ...]) -> tuple[tuple[str, ...], ...]:
    """The words of each name: a shop's names are asked for with every idea and hardly ever change."""
    names = (tuple(word.casefold() for word in _words_of(name)) for name in staff_names)
    return tuple(name for name in names if name)


def _holds(words: list[str], name: tuple[str, ...]) -> bool:
    """Whether the whole name stands among the words, one after the other."""
    if name[0] not in words:
        return False
    return any(tuple(words[start : start + len(name)]) == name for start in range(len(words)))


def _by_words(written: Sequence[str], words: Sequence[str]) -> HeldFor | None:
    if not STAFF_WORDS.isdisjoint(words) or _stands_at_a_place(words):
        return HeldFor.STAFF
    if not CUSTOMER_WORDS.isdisjoint(words) or _has_titled_name(written, words):
        return HeldFor.PERSON
    return None if HEALTH_WORDS.isdisjoint(words) else HeldFor.HEALTH


def _by_runs(text: str, staff_names: Sequence[str]) -> HeldFor | None:
    """In scripts without spaces."""
    if any(run in text for run in STAFF_RUNS) or any(
        name in text for name in staff_names if len(name) > 1 and not name.isascii()
    ):
        return HeldFor.STAFF
    if _NAME_OF_HAN.search(_NO_NAMES.sub("", text)):
        return HeldFor.PERSON
    return HeldFor.HEALTH if any(run in text for run in HEALTH_RUNS) else None


def _stands_at_a_place(words: Sequence[str]) -> bool:
    for start, word in enumerate(words):
        if word in PLACES_BEFORE and not PEOPLE.isdisjoint(words[start + 1 : start + 3]):
            return True
        if word in PEOPLE and not PLACES.isdisjoint(words[start + 1 : start + 1 + REACH]):
            return True
    return False


def _has_titled_name(written: Sequence[str], words: Sequence[str]) -> bool:
    for place, word in enumerate(words):
        after = written[place + 1] if place + 1 < len(written) else ""
        before = written[place - 1] if place else ""
        if word in TITLES and _could_be_name(after):
            return True
        if word in TITLES_BEHIND and _could_be_name(before):
            return True
    return False


def _could_be_name(word: str) -> bool:
    """Scripts without capitals show no names: there the title has to do."""
    return len(word) > 1 and word[0] == word[0].upper()
