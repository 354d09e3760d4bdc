"""Ideas and what can be true of them: where they came from, who may see them, what was decided."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from uuid import UUID


class Visibility(StrEnum):
    WAITING = "waiting"
    PUBLIC = "public"
    PRIVATE = "private"
    HIDDEN = "hidden"


class Status(StrEnum):
    NEW = "new"
    CONSIDERING = "considering"
    TRIAL = "trial"
    PLANNED = "planned"
    ALREADY = "already"
    DECLINED = "declined"
    DONE = "done"


DECISIONS = tuple(status for status in Status if status is not Status.NEW)


class Channel(StrEnum):
    KIOSK = "kiosk"
    PHONE = "phone"
    EMAIL = "email"
    TELEPHONE = "telephone"
    IN_PERSON = "in-person"
    PAPER = "paper"
    SOCIAL = "social"
    IMPORT = "import"


class Link(StrEnum):
    """How an idea builds on another."""

    AND = "and"
    BUT = "but"
    INSTEAD = "instead"


class BoardOrder(StrEnum):
    NEW = "new"
    POPULAR = "popular"
    ANSWERED = "answered"


class HeldFor(StrEnum):
    """Why an idea was set aside for a closer look; it still waits in the inbox like any other."""

    TOO_FAST = "too-fast"
    TRAP = "trap"
    FLOOD = "flood"
    TWIN = "twin"
    STAFF = "staff"
    PERSON = "person"
    HEALTH = "health"


# It seems to speak of somebody: told apart by the words, so that the owner knows why at a glance.
SPEAKS_OF_SOMEBODY = frozenset({HeldFor.STAFF, HeldFor.PERSON, HeldFor.HEALTH})


@dataclass(frozen=True, kw_only=True, slots=True)
class Response:
    """What the owner says about an idea, with the status it sets. Never changed, only superseded.

    A refusal has its reason and may say what would change our mind; what is done may have its day and photo.
    """

    id: UUID
    idea_id: UUID
    status: Status
    text: str
    reason: str = ""
    change_mind: str = ""
    until: date | None = None
    done_on: date | None = None
    photo_id: UUID | None = None
    private: bool = False
    signed: str = ""
    created_at: datetime


@dataclass(frozen=True, kw_only=True, slots=True)
class Reply:
    """What the author of an idea writes back under the claim code. Only the owner reads it.

    `settled_at` is when the owner said that it needs no answer.
    """

    id: UUID
    idea_id: UUID
    text: str
    created_at: datetime
    settled_at: datetime | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class Contact:
    """Where the author wants to hear of the answer, and the words under which consent was given."""

    address: str
    consent_at: datetime
    wording: str


@dataclass(frozen=True, slots=True)
class OwnWords:
    """What the author wrote, where less of it hangs on the wall."""

    text: str
    name: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Idea:
    """One customer's suggestion as it stands now. `response` is the public answer that holds, if any, and
    `trial_until` the last day of the trial that it is on.

    `text` and `name` are what everybody may see; `own_text` and `own_name` are the author's own words, which
    differ where the owner left a part out for the wall. The owner looks again on `look_again_on`.
    `views` counts how often kiosks have shown it, `built_on` the public ideas that build on it. What belongs
    to a storm has its `storm_id`, and no votes to tell before choosing.
    """

    id: UUID
    claim_code: str
    text: str
    name: str = ""
    channel: Channel
    visibility: Visibility
    status: Status = Status.NEW
    votes: int = 0
    builds_on: UUID | None = None
    link: Link | None = None
    merged_into: UUID | None = None
    placement: str = ""
    language: str = ""
    held_for: HeldFor | None = None
    has_contact: bool = False
    private_answers: int = 0
    replies: int = 0
    views: int = 0
    built_on: int = 0
    created_at: datetime
    edited_at: datetime | None = None
    public_at: datetime | None = None
    response: Response | None = None
    trial_until: date | None = None
    left_out_of: OwnWords | None = None
    look_again_on: date | None = None
    storm_id: UUID | None = None

    @property
    def own_text(self) -> str:
        return self.left_out_of.text if self.left_out_of else self.text

    @property
    def own_name(self) -> str:
        return self.left_out_of.name if self.left_out_of else self.name

    @property
    def is_public(self) -> bool:
        return self.visibility is Visibility.PUBLIC and self.merged_into is None

    @property
    def is_answered(self) -> bool:
        return self.status is not Status.NEW
