"""What stands over a storm's contributions: the question, what is left, and what can be done until when."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtQml import QmlElement

from app.domain.clock import Clock
from app.domain.storms import Phase
from app.kiosk.storms import ToldStorm
from app.storm_when import StormWhen
from app.storm_words import (
    choosers_words,
    first_invitation,
    left_words,
    sealed_words,
    storm_line,
    tally_sentences,
    ways_words,
)
from ui.kiosk.shop_side import shop_of
from ui.kiosk.storm.running import RunningStorms
from ui.kiosk.storm.wording import closed_title, concluded_title, no_shortlist
from ui.kiosk.typed import Property, QmlUncreatable
from ui.kiosk.visit import Visit

if TYPE_CHECKING:
    from app.kiosk.core import KioskCore

QML_IMPORT_NAME = "Teacup"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
@QmlUncreatable("The storm's page makes it.")
class StormTelling(QObject):
    changed = Signal()

    def __init__(self, *, running: RunningStorms, core: KioskCore, visit: Visit, clock: Clock) -> None:
        super().__init__()
        self._running = running
        self._core = core
        self._visit = visit
        self._clock = clock
        self._told: ToldStorm | None = None

    def hold(self, told: ToldStorm) -> None:
        self._told = told

    @Property(str, notify=changed)
    def phase(self) -> str:
        return str(self._running.phase(self._told)) if self._told else ""

    @Property(str, notify=changed)
    def line(self) -> str:
        """What a storm is."""
        return storm_line(self._visit.words)

    @Property(str, notify=changed)
    def left(self) -> str:
        """What is left of the phase in opening hours; empty where it does not end by itself, and before."""
        told = self._told
        if told is None or self._running.phase(told) is Phase.ANNOUNCED:
            return ""
        left = self._running.left(told)
        return left_words(left, self._visit.words) if left else ""

    @Property(str, notify=changed)
    def question(self) -> str:
        return self._told.storm.question if self._told else ""

    @Property(str, notify=changed)
    def about(self) -> str:
        """What the question is asked for, while something can still be said."""
        told = self._told
        if told is None or self._running.phase(told) not in (Phase.ANNOUNCED, Phase.GATHERING):
            return ""
        return told.storm.about

    @Property(str, notify=changed)
    def lead(self) -> str:
        """The one sentence that says what is going on."""
        told, words = self._told, self._visit.words
        if told is None:
            return ""
        phase = self._running.phase(told)
        if phase is Phase.ANNOUNCED:
            return self._when.next_step(told.storm, phase)
        if phase in (Phase.GATHERING, Phase.CHOOSING):
            return self._when.call(told.storm, phase)
        return closed_title(words) if phase is Phase.CLOSED else concluded_title(phase, words)

    @Property(str, notify=changed)
    def more(self) -> str:
        """What there is to know besides, a sentence a line."""
        return "\n".join(filter(None, self._sentences()))

    @Property(str, notify=changed)
    def emptyWords(self) -> str:
        """Where nothing hangs yet, or nothing can be chosen."""
        told, words = self._told, self._visit.words
        if told is None:
            return ""
        phase = self._running.phase(told)
        if phase is Phase.GATHERING:
            return first_invitation(words)
        return no_shortlist(told, words) if phase is Phase.CHOOSING and not told.shortlist else ""

    def _sentences(self) -> list[str]:
        told, words = self._told, self._visit.words
        if told is None:
            return []
        storm, phase = told.storm, self._running.phase(told)
        match phase:
            case Phase.ANNOUNCED:
                return [self._when.call(storm, phase), self._when.call_to_choose(storm)]
            case Phase.GATHERING:
                return [self._when.extension(storm), self._when.call_to_choose(storm), sealed_words(words)]
            case Phase.CHOOSING:
                return [ways_words(storm.ways, words), self._when.extension(storm)]
            case Phase.CLOSED:
                return [self._when.next_step(storm, phase), *self._counted(told)]
        return []

    def _counted(self, told: ToldStorm) -> list[str]:
        words = self._visit.words
        if told.tally is None or told.hides_counts(self._clock.now()):
            return []
        return [choosers_words(told.tally.choosers, words), *tally_sentences(told.tally, words)]

    @property
    def _when(self) -> StormWhen:
        shop = shop_of(self._core)
        return StormWhen(words=self._visit.words, timezone=shop.timezone, now=self._clock.now())
