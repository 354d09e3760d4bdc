"""A storm as it is looked at: its phase and what is left of it, what was written, chosen and decided."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from app.domain.conclusions import Conclusion, LookBack, Outcome
from app.domain.ideas import Idea, Visibility
from app.domain.open_time import TimeLeft
from app.domain.storms import Phase, Storm
from app.domain.tallies import Tally


@dataclass(frozen=True, slots=True)
class BallotCount:
    """Paper ballots of a storm: how many were printed and are good, and how many of them were given."""

    printed: int
    given: int


@dataclass(frozen=True, kw_only=True, slots=True)
class StormView:
    """`ideas` are its contributions, oldest first; the owner's view has waiting ones too.

    `left` is what is left of a phase that ends by itself. `shortlist` is what can be chosen, once choosing
    has begun, and before that what the owner has picked so far; `tally` is None until then. `credited` are
    the contributions that the conclusion rests on, as far as they can be read; `erased_credits` counts those
    whose authors took them back.
    """

    storm: Storm
    phase: Phase
    left: TimeLeft | None
    ideas: tuple[Idea, ...] = ()
    shortlist: tuple[UUID, ...] = ()
    tally: Tally | None = None
    ballots: BallotCount = BallotCount(0, 0)
    conclusion: Conclusion | None = None
    credited: tuple[Idea, ...] = ()
    erased_credits: int = 0
    outcome: Outcome | None = None
    look_back: LookBack | None = None

    @property
    def public(self) -> tuple[Idea, ...]:
        """The contributions that customers see."""
        return tuple(idea for idea in self.ideas if idea.visibility is Visibility.PUBLIC)

    @property
    def waiting(self) -> tuple[Idea, ...]:
        return tuple(idea for idea in self.ideas if idea.visibility is Visibility.WAITING)

    @property
    def chosen_among(self) -> tuple[Idea, ...]:
        """The shortlist's ideas, in its order."""
        by_id = {idea.id: idea for idea in self.ideas}
        return tuple(by_id[id] for id in self.shortlist if id in by_id)


@dataclass(frozen=True, slots=True)
class StormLine:
    """One storm in a list: how many contributions are public, and how many wait to be read."""

    storm: Storm
    phase: Phase
    public: int
    waiting: int


@dataclass(frozen=True, slots=True)
class Proposal:
    """What a conclusion could rest on: the chains that lead to what was chosen most, first ones first."""

    chain: Sequence[Idea]
    leaders: Sequence[Idea]
