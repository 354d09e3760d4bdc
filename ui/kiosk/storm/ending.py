"""The conclusion on its slip: what was heard and decided, why, whom it rests on, and what came of it."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal
from PySide6.QtQml import QmlElement

from app.dates import day_in_words
from app.domain.storms import Phase
from app.kiosk.storms import Ending, ToldStorm
from ui.kiosk.storm.wording import credit_name
from ui.kiosk.typed import Property, QmlUncreatable
from ui.kiosk.visit import Visit

QML_IMPORT_NAME = "Teacup"
QML_IMPORT_MAJOR_VERSION = 1

_ENDED = frozenset({Phase.CONCLUDED, Phase.CARRIED_OUT, Phase.LOOKED_BACK})


@QmlElement
@QmlUncreatable("The storm's page makes it.")
class StormEnding(QObject):
    changed = Signal()

    def __init__(self, *, visit: Visit) -> None:
        super().__init__()
        self._visit = visit
        self._told: ToldStorm | None = None
        self._phase = Phase.DRAFT

    def hold(self, told: ToldStorm, phase: Phase) -> None:
        self._told, self._phase = told, phase

    @property
    def _ending(self) -> Ending | None:
        return self._told.ending if self._told and self._phase in _ENDED else None

    @Property(bool, notify=changed)
    def isThere(self) -> bool:
        return self._ending is not None

    @Property(str, notify=changed)
    def heardTitle(self) -> str:
        return self._visit.words.tr("What we heard")

    @Property(str, notify=changed)
    def heard(self) -> str:
        return self._ending.heard if self._ending else ""

    @Property(str, notify=changed)
    def decided(self) -> str:
        return self._ending.decided if self._ending else ""

    @Property(str, notify=changed)
    def because(self) -> str:
        return self._ending.because if self._ending else ""

    @Property(str, notify=changed)
    def thanks(self) -> str:
        return self._ending.thanks if self._ending else ""

    @Property(str, notify=changed)
    def signed(self) -> str:
        return self._ending.signed if self._ending else ""

    @Property(str, notify=changed)
    def creditsTitle(self) -> str:
        return self._visit.words.tr("It rests on what these people said")

    @Property("QStringList", notify=changed)
    def credits(self) -> list[str]:
        """By first name, in the order of their chain."""
        if self._told is None or self._ending is None:
            return []
        return [credit_name(credit, self._visit.words) for credit in self._told.credits]

    @Property(str, notify=changed)
    def creditsLine(self) -> str:
        """All of them in one line, and why nobody is named where nobody is."""
        if self._ending is not None and not self.credits:
            return self._ending.rests_on_none
        return ", ".join(self.credits)

    @Property(str, notify=changed)
    def done(self) -> str:
        """What came of it, and when; empty until it was carried out."""
        done = self._told.done if self._told and self._phase in _ENDED else None
        if done is None:
            return ""
        words = self._visit.words
        day = day_in_words(done.on, words.language)
        return words.tr("Done on %(day)s: %(what)s", day=day, what=done.text)
