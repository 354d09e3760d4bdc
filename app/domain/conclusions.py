"""How a storm ends: what was heard and decided, whom it rests on, what was done, and whether it paid."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from decimal import Decimal
from uuid import UUID

from app.domain.errors import InvalidInput
from app.domain.text import clean, clean_optional, clean_words
from app.domain.translation import mark

WORDS_GRAPHEMES = 400
MOST_CREDITED = 12
LOOKED_BACK_AFTER = timedelta(days=30)


@dataclass(frozen=True, kw_only=True, slots=True)
class Conclusion:
    """The owner's words at the end of a storm. Never changed, only superseded.

    It rests on the contributions `rests_on`, in the order of their chain, or says in `rests_on_none` why on
    none.
    """

    id: UUID
    storm_id: UUID
    heard: str
    decided: str
    because: str = ""
    thanks: str = ""
    rests_on: tuple[UUID, ...] = ()
    rests_on_none: str = ""
    signed: str = ""
    created_at: datetime


@dataclass(frozen=True, kw_only=True, slots=True)
class Outcome:
    """What came of it: done on a day, in words, with a number from before if one was counted; the photo is
    read by itself."""

    id: UUID
    storm_id: UUID
    done_on: date
    text: str
    label: str = ""
    before: Decimal | None = None
    has_photo: bool = False
    created_at: datetime


@dataclass(frozen=True, kw_only=True, slots=True)
class LookBack:
    """After a while: what the owner sees now, and the same number once more."""

    id: UUID
    storm_id: UUID
    text: str
    after: Decimal | None = None
    created_at: datetime


@dataclass(frozen=True, kw_only=True, slots=True)
class ProofPhoto:
    """A JPEG file of our own making, as `photos.Photo`; sizes in pixels."""

    content: bytes
    width: int
    height: int


def look_back_due(done_on: date) -> date:
    return done_on + LOOKED_BACK_AFTER


def clean_conclusion(conclusion: Conclusion) -> Conclusion:
    """In its stored form. Raises InvalidInput on `heard`, `decided`, `because`, `thanks`, `rests_on` or
    `rests_on_none`."""
    rests_on = tuple(dict.fromkeys(conclusion.rests_on))
    why_none = clean_optional(clean(conclusion.rests_on_none), "rests_on_none", WORDS_GRAPHEMES)
    if not rests_on and not why_none:
        raise InvalidInput("rests_on", mark("Please name a contribution it rests on, or say why it is none."))
    if len(rests_on) > MOST_CREDITED:
        raise InvalidInput(
            "rests_on", mark("At most %(limit)s contributions fit the notice."), limit=MOST_CREDITED
        )
    return Conclusion(
        id=conclusion.id,
        storm_id=conclusion.storm_id,
        heard=_words(conclusion.heard, "heard", mark("Please say what you heard.")),
        decided=_words(conclusion.decided, "decided", mark("Please say what you decided.")),
        because=clean_optional(clean(conclusion.because), "because", WORDS_GRAPHEMES),
        thanks=clean_optional(clean(conclusion.thanks), "thanks", WORDS_GRAPHEMES),
        rests_on=rests_on,
        rests_on_none="" if rests_on else why_none,
        signed=conclusion.signed,
        created_at=conclusion.created_at,
    )


def clean_outcome_text(text: str) -> str:
    """Raises InvalidInput on `text` when it is blank or over 400 characters."""
    return _words(text, "text", mark("Please say in a sentence what was done."))


def clean_look_back(text: str) -> str:
    """Raises InvalidInput on `text` when it is blank or over 400 characters."""
    return _words(text, "text", mark("Please say in a sentence how it went."))


def _words(text: str, field: str, blank: str) -> str:
    return clean_words(clean(text), field, WORDS_GRAPHEMES, blank)
