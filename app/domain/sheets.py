"""Sheets on the wall: whether what a printed notice says is still true, and whether it may hang on."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from uuid import UUID

from app.domain.ideas import Status, Visibility
from app.domain.notices import Notice


class Ailment(StrEnum):
    """What is wrong with a sheet. Only what was answered anew can be printed again as it is."""

    ANSWERED_ANEW = "answered-anew"
    UNANSWERED = "unanswered"
    OFF_BOARD = "off-board"
    MERGED = "merged"
    ERASED = "erased"
    OVERDUE = "overdue"


@dataclass(frozen=True, kw_only=True, slots=True)
class Truth:
    """What is so now of the idea on a sheet; `survivor` numbers a sheet of the one it was merged into."""

    visibility: Visibility
    status: Status
    response_id: UUID | None
    merged_into: UUID | None = None
    survivor: int | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class HangingSheet:
    """A notice that nobody has taken down. `said` is the status it tells, None when its answer was erased,
    `truth` None when its idea was."""

    notice: Notice
    said: Status | None
    truth: Truth | None

    def ailment(self, today: date) -> Ailment | None:
        """None while it is true and may hang. A sheet that is both untrue and overdue is untrue."""
        truth = self.truth
        if truth is None:
            return Ailment.ERASED
        if truth.merged_into is not None:
            return Ailment.MERGED
        if truth.visibility is not Visibility.PUBLIC:
            return Ailment.OFF_BOARD
        if truth.response_id is None:
            return Ailment.UNANSWERED
        if truth.response_id != self.notice.response_id:
            return Ailment.ANSWERED_ANEW
        down = self.notice.take_down_on
        return Ailment.OVERDUE if down is not None and down < today else None
