"""Sentences that the owner says often: for answers, with places to fill in, and as reasons for a no."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from uuid import UUID

from app.domain.translation import mark


class SnippetKind(StrEnum):
    ANSWER = "answer"
    REASON = "reason"


@dataclass(frozen=True, kw_only=True, slots=True)
class Snippet:
    id: UUID
    kind: SnippetKind
    text: str


# What a shop begins with, in its language.
STARTING: Mapping[SnippetKind, tuple[str, ...]] = {
    SnippetKind.ANSWER: (
        mark("Thank you, {name}! We like the idea and will try it."),
        mark("Thank you, {name}! We will talk about it and answer {promise}."),
        mark("Done since {date}. Thank you for the idea, {name}!"),
        mark("We already have it. Just ask at the counter, we will gladly show you."),
        mark("Thank you for telling us, {name}. We are sorry, and we will see to it."),
    ),
    SnippetKind.REASON: (
        mark("There is no room for it."),
        mark("It would cost more than we can earn with it."),
        mark("There are too few of us for it."),
        mark("The landlord or the law does not allow it."),
        mark("We tried it, and too few people wanted it."),
    ),
}


class Place(StrEnum):
    """What can be filled in, as it is written between braces."""

    NAME = "name"
    SHOP = "shop"
    OWNER = "owner"
    DATE = "date"
    PROMISE = "promise"


PLACE_MEANINGS = {
    Place.NAME: mark("the name on the idea"),
    Place.SHOP: mark("your shop"),
    Place.OWNER: mark("you"),
    Place.DATE: mark("today"),
    Place.PROMISE: mark("your promise, “within 5 open days”"),
}

_PLACE = re.compile(r"\{([^{}\n]{1,30})\}")
# A place for a name that was not given takes the comma and the space before it along.
_NAMELESS = re.compile(r"(?:[,،、，]?[ \u00a0]?)\{name\}", re.IGNORECASE)


def fill_in(text: str, values: Mapping[Place, str]) -> str:
    """`text` with its places filled; what is unknown stays as it is written. A nameless idea's `{name}` goes
    with the comma before it."""
    if not values.get(Place.NAME, ""):
        text = _NAMELESS.sub("", text)
    known = {str(place) for place in values}

    def value(found: re.Match[str]) -> str:
        name = found[1].strip().casefold()
        return values[Place(name)] if name in known else found[0]

    return _PLACE.sub(value, text)


def unknown_places(text: str) -> list[str]:
    """Places that nothing fills, as they are written, each once."""
    found = [match[0] for match in _PLACE.finditer(text)]
    known = {str(place) for place in Place}
    return list(dict.fromkeys(place for place in found if place[1:-1].strip().casefold() not in known))
