"""What the computer already knows of a shop that is new: its language, its clock, its day of rest."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import time

from PySide6.QtCore import QLocale, Qt

from app.domain.hours import NO_HOURS, OpeningHours
from app.domain.shop import EVERY_WEEKDAY, UNNAMED, Shop

USUAL = OpeningHours(time(9), time(18))


@dataclass(frozen=True, slots=True)
class Defaults:
    """Proposed until the owner says otherwise; empty = the computer does not know."""

    language: str = ""
    timezone: str = ""
    rest_day: int | None = None

    def proposed(self, shop: Shop) -> Shop:
        """`shop` with a proposal wherever it still says what every new shop says."""
        plain = Shop(id=shop.id, name=UNNAMED, owner="")
        if shop.is_unnamed:
            shop = replace(shop, name="")
        if shop.language == plain.language and self.language:
            shop = replace(shop, language=self.language)
        if shop.timezone == plain.timezone and self.timezone:
            shop = replace(shop, timezone=self.timezone)
        if shop.hours == NO_HOURS:
            shop = replace(shop, hours=(USUAL,) * len(EVERY_WEEKDAY))
            if shop.open_weekdays == EVERY_WEEKDAY and self.rest_day is not None:
                shop = replace(shop, open_weekdays=EVERY_WEEKDAY - {self.rest_day})
        return shop


def of_this_computer(languages: Sequence[str], timezone: str) -> Defaults:
    locale = QLocale.system()
    return Defaults(system_language(languages), timezone, rest_day(locale.weekdays()))


def system_language(languages: Sequence[str]) -> str:
    """The first of the system's languages that Teacup speaks; empty for none."""
    known = {tag.lower(): tag for tag in languages}
    for wanted in QLocale.system().uiLanguages():
        for tag in (wanted.lower(), wanted.lower().partition("-")[0]):
            if tag in known:
                return known[tag]
    return ""


def rest_day(working: Sequence[Qt.DayOfWeek]) -> int | None:
    """Sunday where people rest on it, else Friday where they do; Monday = 0."""
    for day in (Qt.DayOfWeek.Sunday, Qt.DayOfWeek.Friday):
        if day not in working:
            return int(day.value) - 1
    return None
