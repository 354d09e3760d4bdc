"""Notices: what a printed sheet says, and its number and day on the wall."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum
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


@dataclass(frozen=True, kw_only=True, slots=True)
class Notice:
    """One numbered sheet as it was made: which answer to which idea it carries, and until when it hangs;
    None once it was taken down."""

    id: UUID
    number: int
    idea_id: UUID
    response_id: UUID
    size: PaperSize
    made_at: datetime
    take_down_on: date | None


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
