"""What was chosen in a storm: counted, with ties and thin turnouts said plainly."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from uuid import UUID

THIN_TURNOUT = 5
"""With fewer who chose, the numbers say little."""


@dataclass(frozen=True, slots=True)
class Count:
    """How often one idea was chosen: by "me too", and by paper ballots."""

    idea_id: UUID
    votes: int
    ballots: int

    @property
    def total(self) -> int:
        return self.votes + self.ballots


@dataclass(frozen=True, slots=True)
class Tally:
    """`counts` are of all that could be chosen, the most first. `choosers` is how many people chose: each
    visitor and each ballot once."""

    counts: tuple[Count, ...]
    choosers: int

    @property
    def leaders(self) -> tuple[UUID, ...]:
        """The idea with most, or all that share the first place; nobody leads with nothing."""
        most = self.counts[0].total if self.counts else 0
        return tuple(count.idea_id for count in self.counts if count.total == most) if most else ()

    @property
    def is_tie(self) -> bool:
        return len(self.leaders) > 1

    @property
    def is_thin(self) -> bool:
        return self.choosers < THIN_TURNOUT

    def of(self, idea_id: UUID) -> Count:
        found = (count for count in self.counts if count.idea_id == idea_id)
        return next(found, Count(idea_id, 0, 0))


def tally(
    among: Sequence[UUID], votes: Mapping[UUID, int], ballots: Mapping[UUID, int], choosers: int
) -> Tally:
    """The count of the ideas `among`, which come in the order they keep where they are even."""
    counts = [Count(id, votes.get(id, 0), ballots.get(id, 0)) for id in among]
    return Tally(tuple(sorted(counts, key=lambda count: -count.total)), choosers)


def shortlist(ids: Sequence[UUID], votes: Mapping[UUID, int], top: int) -> list[UUID]:
    """The `top` ideas with most votes, in the order of `ids`, with all that share the last place."""
    ranked = sorted((votes.get(id, 0) for id in ids), reverse=True)
    if top >= len(ranked):
        return list(ids)
    least = ranked[top - 1]
    return [id for id in ids if votes.get(id, 0) >= least]
