"""A whole storm as it moves between shops: all that was asked, said, chosen and decided."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from app.domain.ballots import Ballot
from app.domain.conclusions import Conclusion, LookBack, Outcome, ProofPhoto
from app.domain.ideas import Channel, Link, OwnWords, Visibility
from app.domain.storms import Storm
from app.domain.voices import Voice

_NAMELESS = "storm-"
_NAMELESS_BYTES = 16


@dataclass(frozen=True, slots=True)
class MeToo:
    """One visitor's "me too"."""

    visitor: str
    at: datetime


@dataclass(frozen=True, kw_only=True, slots=True)
class Contribution:
    """An idea of the storm, as it hangs there. `own` are its author's words where a part was left out on the
    wall; they and the `claim_code` are told in private only."""

    id: UUID
    text: str
    name: str = ""
    channel: Channel
    language: str = ""
    visibility: Visibility
    created_at: datetime
    builds_on: UUID | None = None
    link: Link | None = None
    merged_into: UUID | None = None
    is_picked: bool = False
    me_toos: tuple[MeToo, ...] = ()
    voices: tuple[Voice, ...] = ()
    claim_code: str = ""
    own: OwnWords | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class WholeStorm:
    """`credits` are the contributions that the conclusion rests on; None for each that was erased. While
    `is_sealed` nothing is told of who said "me too". Ballots have their code in private only."""

    storm: Storm
    is_private: bool = False
    is_sealed: bool = False
    contributions: tuple[Contribution, ...] = ()
    ballots: tuple[Ballot, ...] = ()
    conclusion: Conclusion | None = None
    credits: tuple[UUID | None, ...] = ()
    outcome: Outcome | None = None
    photo: ProofPhoto | None = None
    look_back: LookBack | None = None


@dataclass(frozen=True, slots=True)
class TakenIn:
    """What came of taking a storm in: how many contributions were new, known already, and left out because
    they were erased here. `has_new_code`: the storm's own was taken, so what was printed leads elsewhere.
    Without `has_changed` all of it was here."""

    storm: Storm
    fresh: int
    known: int
    erased: int
    has_new_code: bool
    has_changed: bool


def nameless(visitor: str, storm_id: UUID) -> str:
    """What stands for a visitor in a file: the same in every file of one storm, and nobody anywhere else."""
    if visitor.startswith(_NAMELESS):
        return visitor
    digest = hashlib.blake2b(visitor.encode(), key=storm_id.bytes, digest_size=_NAMELESS_BYTES)
    return f"{_NAMELESS}{digest.hexdigest()}"
