"""A storm's question for those who pass by: large, with what is left of it and what to do."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import QObject, Signal
from PySide6.QtQml import QmlElement

from app.domain.clock import Clock
from app.domain.open_time import time_left
from app.domain.storms import Phase, ends_at
from app.kiosk.facts import ShopFacts
from app.kiosk.storms import ToldStorm
from app.storm_when import StormWhen
from app.storm_words import left_words, storm_line
from ui.kiosk.typed import Property, QmlUncreatable
from ui.kiosk.visit import Visit

QML_IMPORT_NAME = "Teacup"
QML_IMPORT_MAJOR_VERSION = 1

_OPEN = frozenset({Phase.ANNOUNCED, Phase.GATHERING, Phase.CHOOSING})


def is_asked(storm: ToldStorm, now: datetime) -> bool:
    """Whether customers can still do something about it."""
    return storm.phase(now) in _OPEN


@QmlElement
@QmlUncreatable("The resting page makes it.")
class StormAsking(QObject):
    """Empty until a storm is held, and where none is."""

    changed = Signal()

    def __init__(self, *, visit: Visit, clock: Clock, facts: Callable[[], ShopFacts | None]) -> None:
        super().__init__()
        self._visit = visit
        self._clock = clock
        self._facts = facts
        self._storm: ToldStorm | None = None

    def hold(self, storm: ToldStorm | None) -> None:
        self._storm = storm
        self.changed.emit()

    @Property(str, notify=changed)
    def line(self) -> str:
        return storm_line(self._visit.words)

    @Property(str, notify=changed)
    def question(self) -> str:
        return self._storm.storm.question if self._storm else ""

    @Property(str, notify=changed)
    def left(self) -> str:
        """In opening hours; empty before it begins."""
        facts, storm, now = self._facts(), self._storm, self._clock.now()
        if storm is None or facts is None or storm.phase(now) is Phase.ANNOUNCED:
            return ""
        until = ends_at(storm.storm, storm.phase(now))
        return left_words(time_left(facts.shop, now, until), self._visit.words) if until else ""

    @Property(str, notify=changed)
    def call(self) -> str:
        """What can be done, or when it begins."""
        facts, storm, now = self._facts(), self._storm, self._clock.now()
        if storm is None or facts is None:
            return ""
        when, phase = (
            StormWhen(words=self._visit.words, timezone=facts.shop.timezone, now=now),
            storm.phase(now),
        )
        return (when.next_step if phase is Phase.ANNOUNCED else when.call)(storm.storm, phase)

    @Property(str, notify=changed)
    def touchHere(self) -> str:
        return self._visit.words.tr("Touch to read and to say what you think")
