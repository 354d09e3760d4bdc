"""A storm at the side of the day: what it asks for, or when it goes on by itself."""

from __future__ import annotations

from datetime import datetime

from app.dates import short_day
from app.domain.shop import Shop
from app.domain.storm_dues import Due, StormDue
from app.domain.storms import Phase, phase_of
from app.storm_when import StormWhen
from app.words import Words
from ui.desk.today.aside import Aside
from ui.desk.today.day import Day
from ui.desk.tools import Tools
from ui.shared.labels import label, set_role


class StormAside(Aside):
    """Its place is its rank among those of the day."""

    def __init__(self, tools: Tools, place: int) -> None:
        super().__init__(tools, f"storm-{place}")
        self._place = place
        self.shown: StormDue | None = None
        self._question = label("", wrap=True)
        self._told = label("", "small", wrap=True)
        self.body.addWidget(self._question)
        self.body.addWidget(self._told)

    def show_day(self, day: Day) -> bool:
        storms = day.overview.storms
        self.shown = storms[self._place] if self._place < len(storms) else None
        if self.shown is None:
            return False
        words, overview = self.tools.words, day.overview
        set_role(self.title, "alarm" if self.shown.asks else "heading")
        self.title.setText(storm_title(self.shown, words))
        self._question.setText(self.shown.storm.question)
        self._told.setText(storm_told(self.shown, overview.shop, overview.at, words))
        self.offer(storm_verb(self.shown, words))
        return True


def storm_title(storm: StormDue, words: Words) -> str:
    tr = words.tr
    return {
        Due.CONCLUDE: tr("A storm is closed, and waits for your words"),
        Due.CARRY_OUT: tr("Decided, and not carried out yet"),
        Due.LOOK_BACK: tr("Thirty days later: how did it go?"),
        Due.CHOOSING_ENDS: tr("Choosing ends today"),
        Due.GATHERING_ENDS: tr("Gathering ends today"),
        None: tr("A storm goes on"),
    }[storm.due]


def storm_told(storm: StormDue, shop: Shop, now: datetime, words: Words) -> str:
    """When it goes on by itself, or since when it waits."""
    phase = phase_of(storm.storm, now)
    if phase is Phase.CONCLUDED and storm.storm.concluded_at is not None:
        since = shop.local_date(storm.storm.concluded_at)
        return words.tr("Decided on %(day)s.", day=short_day(since, words.language))
    if phase is Phase.CARRIED_OUT and storm.storm.carried_out_on is not None:
        done_on = short_day(storm.storm.carried_out_on, words.language)
        return words.tr("Carried out on %(day)s.", day=done_on)
    when = StormWhen(words=words, timezone=shop.timezone, now=now)
    return when.next_step(storm.storm, phase)


def storm_verb(storm: StormDue, words: Words) -> str:
    tr = words.tr
    return {
        Due.CONCLUDE: tr("Write the conclusion"),
        Due.CARRY_OUT: tr("Say that it is carried out"),
        Due.LOOK_BACK: tr("Look back"),
    }.get(storm.due or Due.CHOOSING_ENDS, tr("Look at the storm"))
