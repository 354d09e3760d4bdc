"""What stands on a contribution: its author, its age, and how often it was chosen once everybody may know."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtGui import QColor

from app.domain.clock import Clock
from app.domain.storms import Phase
from app.kiosk.notes import Note
from app.kiosk.storms import ToldStorm
from app.note_words import age_in_words
from app.storm_words import chosen_words
from app.theme import note_paper
from ui.kiosk.look import Look
from ui.kiosk.me_too import MeToo
from ui.kiosk.shop_side import days_since, shop_of
from ui.kiosk.storm.parts import PartFace
from ui.kiosk.visit import Visit

if TYPE_CHECKING:
    from app.kiosk.core import KioskCore


class Faces:
    """Of the contributions of the storm that is held, for this visit at this moment."""

    def __init__(self, *, core: KioskCore, visit: Visit, look: Look, me_too: MeToo, clock: Clock) -> None:
        self._core = core
        self._visit = visit
        self._look = look
        self._me_too = me_too
        self._clock = clock
        self._told: ToldStorm | None = None

    def hold(self, told: ToldStorm) -> None:
        self._told = told

    def of(self, note: Note) -> PartFace:
        words, shop = self._visit.words, shop_of(self._core)
        return PartFace(
            name=note.name or words.tr("A guest"),
            age=age_in_words(days_since(note.created_at, self._clock.now(), shop), words),
            count=self._count(note),
            me_too=words.tr("Me too"),
            is_given=self._me_too.is_given(note.id),
            can_choose=self._can_choose(note),
            paper=self.paper(note.id),
        )

    def paper(self, idea_id: UUID) -> QColor:
        return QColor(note_paper(self._look.palette, idea_id.hex))

    def _can_choose(self, note: Note) -> bool:
        told, now = self._told, self._clock.now()
        if told is None or told.phase(now) is not Phase.CHOOSING:
            return False
        return told.takes_me_too(note.id, now)

    def _count(self, note: Note) -> str:
        """By me-toos, also this kiosk's, and by ballots; empty while nobody may know."""
        told = self._told
        if told is None or told.tally is None or told.hides_counts(self._clock.now()):
            return ""
        ballots = told.tally.of(note.id).ballots
        if not told.storm.takes_votes:
            return chosen_words(ballots, self._visit.words)
        return str(note.votes + ballots)
