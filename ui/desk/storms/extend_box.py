"""More time for a storm: once, in public, and never taken back; its new ends are said before it is done."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.domain.open_time import closing_after, time_left
from app.domain.shop import Shop
from app.domain.storms import Phase, Storm, Timetable, phase_of
from ui.desk.shop.field import CalmWheel, Stepper, beside
from ui.desk.storms.box import StormBox
from ui.desk.storms.wording import when_for
from ui.desk.tools import Tools
from ui.shared.labels import label

MOST_DAYS = 14


class ExtendBox(StormBox):
    """`entered` carries the storm's id and a Timetable."""

    entered = Signal(object, object)

    def __init__(self, tools: Tools, parent: QWidget, shop: Callable[[], Shop]) -> None:
        tr = tools.words.tr
        super().__init__(tools, parent, title=tr("Extend, once, in public"), keep=tr("Extend it"))
        self.setObjectName("storm-extend-box")
        self._shop = shop
        self._storm: Storm | None = None
        self._wheel = CalmWheel()
        self.days = Stepper(tools, smallest=1, largest=MOST_DAYS)
        self._wheel.hold(self.days.number)
        self.field("days", tr("More open days"), self.days.number, beside(self.days))
        self._meaning = label("", wrap=True)
        self._meaning.setObjectName("storm-extend-meaning")
        self._warning = label(
            tr(
                "Everybody sees at once that you gave it more time. It can be done once. Nothing takes it "
                "back, and a storm is never made shorter: customers rely on its end."
            ),
            "care",
            wrap=True,
        )
        for line in (self._meaning, self._warning):
            self.inside.addWidget(line)
        self.days.number.valueChanged.connect(self._say_meaning)

    def begin_for(self, storm: Storm) -> None:
        self._storm = storm
        self.days.number.setValue(1)
        self._say_meaning()
        self.begin(self.days.number)

    def wanted(self) -> None:
        if self._storm is not None:
            storm_id: UUID = self._storm.id
            times = later(self._shop(), self._storm, self.days.number.value(), self.tools.clock.now())
            self.entered.emit(storm_id, times)

    def field_of(self, field: str) -> str:
        return "days"

    def _say_meaning(self) -> None:
        if self._storm is None:
            return
        words, now = self.tools.words, self.tools.clock.now()
        times = later(self._shop(), self._storm, self.days.number.value(), now)
        when = when_for(self._shop(), words, now)
        gathers = words.tr("Gathering %(until)s.", until=when.until(times.chooses_at))
        chooses = words.tr("Choosing %(until)s.", until=when.until(times.closes_at))
        is_choosing = phase_of(self._storm, now) is Phase.CHOOSING
        parts = [] if is_choosing else [gathers]
        self._meaning.setText(" ".join([*parts, *([chooses] if times.has_choosing else [])]))
        self.resettle()


def later(shop: Shop, storm: Storm, days: int, now: datetime) -> Timetable:
    """So many open days more for what goes on now; what follows it keeps its length."""
    old = storm.times
    if phase_of(storm, now) is Phase.CHOOSING:
        return replace(old, closes_at=closing_after(shop, old.closes_at, days))
    chooses_at = closing_after(shop, old.chooses_at, days)
    if not old.has_choosing:
        return replace(old, chooses_at=chooses_at, closes_at=chooses_at)
    choosing = max(1, time_left(shop, old.chooses_at, old.closes_at).openings)
    return replace(old, chooses_at=chooses_at, closes_at=closing_after(shop, chooses_at, choosing))
