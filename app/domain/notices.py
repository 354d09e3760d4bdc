"""Notices: the numbered sheets of a shop, what each carries, and its day on the wall."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum
from types import MappingProxyType
from typing import TypeAlias
from uuid import UUID

from app.domain.ideas import Response, Status

HANGS_DAYS = 30


class PaperSize(StrEnum):
    A4 = "A4"
    A5 = "A5"
    A6 = "A6"
    LETTER = "Letter"
    HALF_LETTER = "Half-Letter"


class Design(StrEnum):
    """The three hands every sheet can be drawn in: ink on bare paper, the kiosk's tinted note, or a block of
    the shop's colour."""

    PLAIN = "plain"
    WARM = "warm"
    BOLD = "bold"


class Roll(StrEnum):
    """Paper of a receipt printer, by its width in millimetres: each slip is as long as what it says."""

    USUAL = "80"
    NARROW = "58"

    @property
    def printable(self) -> int:
        """How much of the width its head reaches, in millimetres, in the middle."""
        return {Roll.USUAL: 72, Roll.NARROW: 48}[self]


# What a slip can be printed on.
SlipPaper: TypeAlias = PaperSize | Roll


def slip_paper(name: str) -> SlipPaper:
    """The paper of that value. Raises ValueError for a name that none has."""
    return Roll(name) if name in tuple(Roll) else PaperSize(name)


class PictureShape(StrEnum):
    """What social media show: a post, a higher one, and a story, which fills a phone."""

    SQUARE = "square"
    PORTRAIT = "portrait"
    STORY = "story"


class SheetKind(StrEnum):
    """What a numbered sheet is: of answers, of a storm, or of a placement and its code."""

    ANSWER = "answer"
    YOU_SAID = "you-said"
    WEEK = "week"
    YEAR = "year"
    STORM_POSTER = "storm-poster"
    STORM_BUILDING = "storm-building"
    STORM_CONCLUSION = "storm-conclusion"
    STORM_PROOF = "storm-proof"
    QR_POSTER = "qr-poster"
    QR_TENT = "qr-tent"
    QR_LABELS = "qr-labels"
    QR_CARD = "qr-card"
    QR_WIFI = "qr-wifi"


OF_IDEAS = frozenset({SheetKind.ANSWER, SheetKind.YOU_SAID, SheetKind.WEEK, SheetKind.YEAR})
OF_SEVERAL = OF_IDEAS - {SheetKind.ANSWER}
OF_STORMS = frozenset(
    {SheetKind.STORM_POSTER, SheetKind.STORM_BUILDING, SheetKind.STORM_CONCLUSION, SheetKind.STORM_PROOF}
)
OF_PLACEMENTS = frozenset(kind for kind in SheetKind if kind.startswith("qr-"))


@dataclass(frozen=True, kw_only=True, slots=True)
class Carried:
    """An idea on a sheet as it was printed: which of its answers (None: without one), which version of its
    words, and the status that it tells. Ids and a status, never words."""

    idea_id: UUID
    response_id: UUID | None
    revision_id: UUID | None
    said: Status


@dataclass(frozen=True, kw_only=True, slots=True)
class StormShown:
    """The version of a storm that a sheet shows. `words` is a hash of the owner's question."""

    storm_id: UUID
    chooses_at: datetime
    closes_at: datetime
    words: str
    conclusion_id: UUID | None = None
    outcome_id: UUID | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class PlacementShown:
    placement_id: UUID
    label: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Shown:
    """What a sheet shows, part by part, so that it can be told which of them is no longer so.

    `address` is the program's address that its code leads to, empty = no code.
    """

    shop_name: str
    shop_colour: str = ""
    address: str = ""
    carries: tuple[Carried, ...] = ()
    storm: StormShown | None = None
    placement: PlacementShown | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class SheetOrder:
    """A sheet to be numbered. `ideas` are in the order in which it shows them; a storm's sheet names those
    whose words it quotes. `take_down_on` None: as is usual for its kind (`usual_day`)."""

    kind: SheetKind
    size: PaperSize
    design: Design = Design.PLAIN
    ideas: tuple[UUID, ...] = ()
    storm_id: UUID | None = None
    placement_id: UUID | None = None
    take_down_on: date | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class Notice:
    """One numbered sheet as it was made. It hangs, in whatever places, until `down_at`; `take_down_on` is the
    day that it should come down after, None = open. `replaced_by` is the newer sheet that tells it anew."""

    id: UUID
    number: int
    kind: SheetKind = SheetKind.ANSWER
    size: PaperSize
    design: Design = Design.PLAIN
    made_at: datetime
    take_down_on: date | None
    down_at: datetime | None = None
    down_by: str = ""
    replaced_by: UUID | None = None
    shown: Shown

    @property
    def hangs(self) -> bool:
        """Nobody has taken it down."""
        return self.down_at is None

    @property
    def idea_id(self) -> UUID | None:
        """The first idea on it."""
        return self.shown.carries[0].idea_id if self.shown.carries else None

    @property
    def response_id(self) -> UUID | None:
        return self.shown.carries[0].response_id if self.shown.carries else None


@dataclass(frozen=True, kw_only=True, slots=True)
class NoticeContent:
    """Everything a notice shows and nothing more; the paper asks nobody else.

    `printed_on` is the shop's date, by which a trial may be over. `number` is None while it is only looked
    at. `address` is what the QR code opens, empty = no code. `others` counts the votes beside the author's
    own. `seed`, hexadecimal, chooses the paper of a warm notice's note: the idea's id, as on the kiosk.
    `logo` is a PNG file, empty = the teacup; `photo` a JPEG file of what was done, empty = none.
    """

    shop_name: str
    shop_colour: str
    language: str
    idea_text: str
    idea_name: str
    others: int
    answer: str
    reason: str
    change_mind: str = ""
    signed: str
    status: Status
    until: date | None
    answered_on: date
    printed_on: date
    take_down_on: date
    number: int | None
    address: str
    seed: str = "00"
    logo: bytes = b""
    photo: bytes = b""

    @property
    def is_on_trial(self) -> bool:
        return self.status is Status.TRIAL and self.until is not None and self.until >= self.printed_on

    @property
    def texts(self) -> tuple[str, ...]:
        """What people wrote of it."""
        said = (self.idea_text, self.idea_name, self.answer, self.reason, self.change_mind, self.signed)
        return (self.shop_name, *said)


def take_down_day(response: Response, made_on: date) -> date:
    """A trial's notice hangs until the trial ends; any other, and one that is made later, for thirty days."""
    if response.until and response.until >= made_on:
        return response.until
    return made_on + timedelta(days=HANGS_DAYS)


# How long a sheet of each kind hangs; those not named hang until somebody takes them down. A storm's own
# dates end the sheets that ask for something.
USUAL_DAYS: Mapping[SheetKind, int] = MappingProxyType(
    {
        SheetKind.ANSWER: HANGS_DAYS,
        SheetKind.YOU_SAID: HANGS_DAYS,
        SheetKind.WEEK: 14,
        SheetKind.STORM_CONCLUSION: HANGS_DAYS,
        SheetKind.STORM_PROOF: HANGS_DAYS,
    }
)


def usual_day(kind: SheetKind, made_on: date) -> date | None:
    """The day that a sheet of that kind comes down after, None = open."""
    days = USUAL_DAYS.get(kind)
    return None if days is None else made_on + timedelta(days=days)


def fingerprint(notice: Notice) -> str:
    """Of what it shows and on what paper: two sheets with the same one look the same. Made of ids, statuses,
    dates and the shop's own words only."""
    shown = notice.shown
    parts = (notice.kind, notice.size, notice.design, shown.shop_name, shown.shop_colour, shown.address)
    told = repr((*map(str, parts), shown.carries, shown.storm, shown.placement))
    return hashlib.sha256(told.encode()).hexdigest()[:32]


def tells_the_same(one: Shown, other: Shown) -> bool:
    """Whether both say the same, whatever the shop's colour. What is not known of an older sheet, is taken to
    be the same."""
    return (
        _same(one.shop_name, other.shop_name)
        and _same(one.address, other.address)
        and len(one.carries) == len(other.carries)
        and all(map(_carries_the_same, one.carries, other.carries))
        and (one.storm, one.placement) == (other.storm, other.placement)
    )


def _carries_the_same(one: Carried, other: Carried) -> bool:
    said = (one.idea_id, one.response_id, one.said) == (other.idea_id, other.response_id, other.said)
    return said and _same(one.revision_id, other.revision_id)


def _same(one: str | UUID | None, other: str | UUID | None) -> bool:
    return not one or not other or one == other
