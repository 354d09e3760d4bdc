"""The sheets of paper that belong to a storm: which are numbered, whom they quote, how long each hangs."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from enum import StrEnum
from types import MappingProxyType

from app.domain.ideas import Idea, Link
from app.domain.notices import HANGS_DAYS, SheetKind
from app.domain.open_time import open_day_of
from app.domain.shop import Shop
from app.domain.storms import Storm


class StormSheet(StrEnum):
    """In the order in which a storm needs them."""

    QUESTION = "question"
    COUNTDOWN = "countdown"
    BALLOTS = "ballots"
    CONCLUSION = "conclusion"
    PROOF = "proof"


# Ballots have numbers and codes of their own.
NUMBERED: Mapping[StormSheet, SheetKind] = MappingProxyType(
    {
        StormSheet.QUESTION: SheetKind.STORM_POSTER,
        StormSheet.COUNTDOWN: SheetKind.STORM_BUILDING,
        StormSheet.CONCLUSION: SheetKind.STORM_CONCLUSION,
        StormSheet.PROOF: SheetKind.STORM_PROOF,
    }
)


def last_day(kind: SheetKind, shop: Shop, storm: Storm) -> date | None:
    """The day that the sheet names at its foot: the end of what it asks for, or so long after what it tells
    was said. None while that was not said."""
    match kind:
        case SheetKind.STORM_POSTER:
            return open_day_of(shop, storm.times.closes_at)
        case SheetKind.STORM_BUILDING:
            return open_day_of(shop, storm.times.chooses_at)
        case SheetKind.STORM_CONCLUSION:
            told_at = storm.concluded_at
        case _:
            told_at = storm.looked_back_at or storm.carried_out_at
    return None if told_at is None else shop.local_date(told_at) + timedelta(days=HANGS_DAYS)


def first_built(public: Sequence[Idea]) -> list[Idea]:
    """What the announcement quotes of these contributions: the first that builds in each of the three ways,
    then other first ones, three at most. What comes later changes nothing on it."""
    oldest = sorted(public, key=lambda idea: idea.created_at)
    built = [next((idea for idea in oldest if idea.link is link), None) for link in Link]
    found = [idea for idea in built if idea]
    return [*found, *(idea for idea in oldest if idea not in found)][: len(Link)]
