"""A shop: its name and colour, its open days, its promise, and how it lets ideas onto the board."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time
from enum import StrEnum
from uuid import UUID
from zoneinfo import ZoneInfo

from app.domain.hours import NO_HOURS, WeekHours
from app.domain.kiosks import KioskRules


class Moderation(StrEnum):
    """What happens to an idea that nothing speaks against."""

    ALL_WAIT = "all-wait"
    PUBLIC_AT_ONCE = "public-at-once"


EVERY_WEEKDAY = frozenset(range(7))
# The name of a shop that nobody has named yet.
UNNAMED = "Our shop"


@dataclass(frozen=True, kw_only=True, slots=True)
class Shop:
    """One location. Weekdays count from Monday = 0; `colour` is `#RRGGBB`; `language` a BCP 47 tag.

    `languages` are those that a kiosk offers, none = all that Teacup speaks. `logo` names the picture that it
    wears, none = the teacup; it is changed by verbs of its own. `staff_names` are those who work here: what
    speaks of them waits for the owner. An author's address is kept for `contact_days`; `thanks_worth` is what
    a thank-you card is good for, in the owner's words.
    """

    id: UUID
    name: str
    owner: str
    colour: str = "#8F3A1B"
    language: str = "en"
    timezone: str = "UTC"
    open_weekdays: frozenset[int] = EVERY_WEEKDAY
    closed_days: frozenset[date] = field(default_factory=frozenset)
    promise_days: int = 5
    moderation: Moderation = Moderation.ALL_WAIT
    public_address: str = ""
    hours: WeekHours = NO_HOURS
    languages: tuple[str, ...] = ()
    kiosk: KioskRules = field(default_factory=KioskRules)
    logo: UUID | None = None
    staff_names: tuple[str, ...] = ()
    contact_days: int = 180
    thanks_worth: str = ""

    @property
    def is_unnamed(self) -> bool:
        """Whether its owner has not introduced herself yet."""
        return self.name == UNNAMED and not self.owner

    @property
    def voice(self) -> str:
        """Who speaks: the owner by name, or the shop while no name is known."""
        return self.owner or self.name

    def local_date(self, moment: datetime) -> date:
        """The date on the shop's own calendar at `moment`."""
        return moment.astimezone(ZoneInfo(self.timezone)).date()

    def midnight(self, day: date) -> datetime:
        """When `day` begins on the shop's own clock, in UTC."""
        return datetime.combine(day, time(), ZoneInfo(self.timezone)).astimezone(UTC)

    def local_time(self, moment: datetime) -> time:
        """The time on the shop's own clock at `moment`."""
        return moment.astimezone(ZoneInfo(self.timezone)).time()
