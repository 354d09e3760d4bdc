"""Chains: ideas that build on each other, from the first one on."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Generic, Protocol, TypeVar
from uuid import UUID

from app.domain.ideas import Idea, Link


class Linked(Protocol):
    """An idea, or a kiosk's copy of one."""

    @property
    def id(self) -> UUID: ...
    @property
    def builds_on(self) -> UUID | None: ...
    @property
    def link(self) -> Link | None: ...
    @property
    def created_at(self) -> datetime: ...


T = TypeVar("T", bound=Linked)


@dataclass(frozen=True, slots=True)
class BuildingOf(Generic[T]):
    """One idea of a chain. `depth` is 0 for the first one, and its `link` None."""

    idea: T
    depth: int
    link: Link | None


@dataclass(frozen=True, slots=True)
class ChainOf(Generic[T]):
    """The first idea, then each branch to its end before the next, older branches first."""

    buildings: tuple[BuildingOf[T], ...]

    @property
    def first(self) -> T:
        return self.buildings[0].idea

    @property
    def newest(self) -> T:
        return max((each.idea for each in self.buildings), key=_age)

    def __len__(self) -> int:
        return len(self.buildings)


Building = BuildingOf[Idea]
Chain = ChainOf[Idea]


class ChainOrder(StrEnum):
    """How chains are laid out: the longest first, those with the newest ideas first, or only single ideas."""

    LONGEST = "longest"
    NEWEST = "newest"
    ALONE = "alone"


def chains(ideas: Sequence[T]) -> list[ChainOf[T]]:
    """All of `ideas` in chains, those whose first idea is older before. An idea whose forerunner is not among
    them begins a chain of its own; of ideas that lead in a circle the oldest does."""
    by_id = {idea.id: idea for idea in ideas}
    after: dict[UUID, list[T]] = defaultdict(list)
    for idea in sorted(by_id.values(), key=_age):
        if idea.builds_on in by_id and idea.builds_on is not None:
            after[idea.builds_on].append(idea)
    # By id: an idea is large, and to look it up by itself costs as much as all the rest.
    left = {idea.id: idea for idea in sorted(by_id.values(), key=_age)}
    firsts = [idea for idea in left.values() if idea.builds_on not in by_id]
    made = [_chain_from(first, after, left) for first in firsts]
    while left:
        made.append(_chain_from(next(iter(left.values())), after, left))
    return sorted(made, key=lambda chain: _age(chain.first))


def linked(found: Sequence[ChainOf[T]]) -> int:
    """How many of them are more than an idea that stands alone."""
    return sum(len(chain) > 1 for chain in found)


def in_order(found: Sequence[ChainOf[T]], order: ChainOrder) -> list[ChainOf[T]]:
    """`found` as the owner wants to see them."""
    if order is ChainOrder.ALONE:
        return [chain for chain in found if len(chain) == 1]
    if order is ChainOrder.NEWEST:
        return sorted(found, key=lambda chain: _age(chain.newest), reverse=True)
    return sorted(found, key=lambda chain: (-len(chain), _age(chain.first)))


def to_build_on(found: Sequence[ChainOf[T]]) -> T | None:
    """Which idea the next customer is invited to build on: the newest of the shortest chain, so that chains
    grow evenly; of several as short the one with the newest idea."""
    shortest = min(found, key=lambda chain: (len(chain), -chain.newest.created_at.timestamp()), default=None)
    return None if shortest is None else shortest.newest


def way_to(ideas: Sequence[T], idea_id: UUID) -> list[T]:
    """The chain that an idea rests on: from the first one to itself. Empty when it is not among `ideas`."""
    by_id = {idea.id: idea for idea in ideas}
    way: dict[UUID, T] = {}
    at: UUID | None = idea_id
    while at is not None and at in by_id and at not in way:
        way[at] = by_id[at]
        at = by_id[at].builds_on
    return list(reversed(way.values()))


def _chain_from(first: T, after: dict[UUID, list[T]], left: dict[UUID, T]) -> ChainOf[T]:
    return ChainOf(tuple(_walk(first, after, left)))


def _walk(first: T, after: dict[UUID, list[T]], left: dict[UUID, T]) -> Iterator[BuildingOf[T]]:
    # A stack, not recursion: customers may build as deep as they like.
    stack = [BuildingOf(first, 0, None)]
    while stack:
        building = stack.pop()
        if left.pop(building.idea.id, None) is None:
            continue
        yield building
        stack += [
            BuildingOf(idea, building.depth + 1, idea.link or Link.AND)
            for idea in reversed(after[building.idea.id])
        ]


def _age(idea: Linked) -> tuple[float, UUID]:
    return idea.created_at.timestamp(), idea.id
