"""A storm as the server told it last. Its phase follows from its dates and the kiosk's clock."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from uuid import UUID

from app.domain.storms import Phase, Storm, is_sealed, phase_of
from app.domain.tallies import Tally

JUST_CONCLUDED = timedelta(days=7)
"""So long its last word stays on the kiosk."""
MOST_CONCLUDED = 2


@dataclass(frozen=True, kw_only=True, slots=True)
class Ending:
    """The owner's words at the end. It rests on nobody's contribution where `rests_on_none` says why."""

    heard: str
    decided: str
    because: str = ""
    thanks: str = ""
    rests_on_none: str = ""
    signed: str = ""


@dataclass(frozen=True, slots=True)
class Credit:
    """Whom the ending rests on; without an idea its author took the words back."""

    idea_id: UUID | None
    name: str


@dataclass(frozen=True, slots=True)
class Done:
    """What came of it."""

    on: date
    text: str


@dataclass(frozen=True, kw_only=True, slots=True)
class ToldStorm:
    """What hangs in it the board knows by its code. `shortlist` and `tally` are what was told last: empty
    and None while it was `sealed` then."""

    storm: Storm
    was_sealed: bool
    shortlist: tuple[UUID, ...] = ()
    tally: Tally | None = None
    ending: Ending | None = None
    credits: tuple[Credit, ...] = ()
    done: Done | None = None

    @property
    def code(self) -> str:
        return self.storm.code

    def phase(self, now: datetime) -> Phase:
        return phase_of(self.storm, now)

    def counts(self, now: datetime) -> Mapping[UUID, int] | None:
        """How often each was chosen, as far as the server has told; None while nobody may know."""
        if self.was_sealed or self.tally is None or is_sealed(self.storm, now):
            return None
        return {count.idea_id: count.total for count in self.tally.counts}

    def takes_me_too(self, idea_id: UUID, now: datetime) -> bool:
        """Said while it gathers, unseen by all, and while one chooses, to what can be chosen."""
        match self.phase(now):
            case Phase.GATHERING:
                return self.storm.takes_votes
            case Phase.CHOOSING:
                return self.storm.takes_votes and idea_id in self.shortlist
            case _:
                return False

    def hides_counts(self, now: datetime) -> bool:
        """Whether nothing is known of counts, or not to be shown."""
        return self.counts(now) is None
