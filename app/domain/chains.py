"""Chains: ideas that build on each other, from the first one on."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from uuid import UUID

from app.domain.ideas import Idea, Link


@dataclass(frozen=True, slots=True)
class Building:
    """One idea of a chain. `depth` is 0 for the first one, and its `link` None."""

    idea: Idea
    depth: int
    link: Link | None


@dataclass(frozen=True, slots=True)
class Chain:
    """The first idea, then each branch to its end before the next, older branches first."""

    buildings: tuple[Building, ...]

    @property
    def first(self) -> Idea:
        return self.buildings[0].idea

    @property
    def newest(self) -> Idea:
        return max((each.idea for each in self.buildings), key=_age)

    def __len__(self) -> int:
        return len(self.buildings)


class ChainOrder(StrEnum):
    """How chains are laid out: the longest first, those with the newest ideas first, or only single ideas."""

    LONGEST = "longest"
    NEWEST = "newest"
    ALONE = "alone"


def chains(ideas: Sequence[Idea]) -> list[Chain]:
    """All of `ideas` in chains, those whose first idea is older before. An idea whose forerunner is not among
    them begins a chain of its own; of ideas that lead in a circle the oldest does."""
    by_id = {idea.id: idea for idea in ideas}
    after: dict[UUID, list[Idea]] = defaultdict(list)
    for idea in sorted(by_id.values(), key=_age):
        if idea.builds_on in by_id and idea.builds_on is not None:
            after[idea.builds_on].append(idea)
    left = dict.fromkeys(sorted(by_id.values(), key=_age))
    firsts = [idea for idea in left if idea.builds_on not in by_id]
    made = [_chain_from(first, after, left) for first in firsts]
    while left:
        made.append(_chain_from(next(iter(left)), after, left))
    return sorted(made, key=lambda chain: _age(chain.first))


def in_order(found: Sequence[Chain], order: ChainOrder) -> list[Chain]:
    """`found` as the owner wants to see them."""
    if order is ChainOrder.ALONE:
        return [chain for chain in found if len(chain) == 1]
    if order is ChainOrder.NEWEST:
        return sorted(found, key=lambda chain: _age(chain.newest), reverse=True)
    return sorted(found, key=lambda chain: (-len(chain), _age(chain.first)))


def way_to(ideas: Sequence[Idea], idea_id: UUID) -> list[Idea]:
    """The chain that an idea rests on: from the first one to itself. Empty when it is not among `ideas`."""
    by_id = {idea.id: idea for idea in ideas}
    way: dict[UUID, Idea] = {}
    at: UUID | None = idea_id
    while at is not None and at in by_id and at not in way:
        way[at] = by_id[at]
        at = by_id[at].builds_on
    return list(reversed(way.values()))


def _chain_from(first: Idea, after: dict[UUID, list[Idea]], left: dict[Idea, None]) -> Chain:
    return Chain(tuple(_walk(first, after, left)))


def _walk(first: Idea, after: dict[UUID, list[Idea]], left: dict[Idea, None]) -> Iterator[Building]:
    # A stack, not recursion: customers may build as deep as they like.
    stack = [Building(first, 0, None)]
    while stack:
        building = stack.pop()
        if building.idea not in left:
            continue
        del left[building.idea]
        yield building
        stack += [
            Building(idea, building.depth + 1, idea.link or Link.AND)
            for idea in reversed(after[building.idea.id])
        ]


def _age(idea: Idea) -> tuple[float, UUID]:
    return idea.created_at.timestamp(), idea.id
