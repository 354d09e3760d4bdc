"""When something of a storm begins and ends, as people say it: "until Wednesday, noon", "today at 18:00"."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from babel.dates import format_skeleton, format_time

from app.dates import day_in_words, locale_of, time_in_words, weekday_in_words
from app.domain.conclusions import look_back_due
from app.domain.storms import Phase, Storm, ends_at
from app.domain.translation import mark
from app.words import Words

_MIDNIGHT, _NOON = time(), time(12)
# With its weekday alone a day is named while no other one of that name lies nearer.
_NAMED_DAYS = range(2, 7)
_FAR = 366


@dataclass(frozen=True, kw_only=True, slots=True)
class _Phrases:
    """One way to name a moment, by how near it is; the last three where it ends a day."""

    today: str
    tomorrow: str
    weekday: str
    date: str
    end_of_today: str
    end_of_tomorrow: str
    end_of_day: str


_UNTIL = _Phrases(
    today=mark("until today, %(time)s"),
    tomorrow=mark("until tomorrow, %(time)s"),
    # For translators: a weekday alone: Wednesday.
    weekday=mark("until %(day)s, %(time)s"),
    # For translators: a weekday with its date: Wednesday 18 November.
    date=mark("until %(date)s, %(time)s"),
    end_of_today=mark("until the end of today"),
    end_of_tomorrow=mark("until the end of tomorrow"),
    # For translators: a weekday, alone or with its date.
    end_of_day=mark("until the end of %(day)s"),
)
_AT = _Phrases(
    today=mark("today at %(time)s"),
    tomorrow=mark("tomorrow at %(time)s"),
    # For translators: a weekday alone: Wednesday.
    weekday=mark("on %(day)s at %(time)s"),
    # For translators: a weekday with its date: Wednesday 18 November.
    date=mark("on %(date)s at %(time)s"),
    end_of_today=mark("at the end of today"),
    end_of_tomorrow=mark("at the end of tomorrow"),
    # For translators: a weekday, alone or with its date.
    end_of_day=mark("at the end of %(day)s"),
)


class StormWhen:
    """Moments in a person's language, on the shop's clock, seen from `now`; on paper there is none, and each
    day is told with its date. What ends at midnight ends with the day before."""

    def __init__(self, *, words: Words, timezone: str, now: datetime | None = None) -> None:
        self._words = words
        self._zone = ZoneInfo(timezone)
        self._today = None if now is None else now.astimezone(self._zone).date()
        self._now = now

    def until(self, moment: datetime) -> str:
        """ "until today, 18:00", "until Wednesday, noon", "until the end of tomorrow"."""
        return self._say(_UNTIL, moment)

    def at(self, moment: datetime) -> str:
        """ "tomorrow at noon", "on Wednesday at 18:00", "at the end of today"."""
        return self._say(_AT, moment)

    def short_until(self, moment: datetime) -> str:
        """Where there is little room, whatever the day: "until Wed 18, noon"."""
        day, at = self._told(moment)
        short = format_skeleton("Ed", day, locale=locale_of(self._words.language))
        if at is None:
            return self._words.tr("until the end of %(day)s", day=short)
        return self._words.tr("until %(date)s, %(time)s", date=short, time=at)

    def short_day(self, moment: datetime | date) -> str:
        """ "Mon 9 Nov", of a moment on the shop's clock."""
        day = moment.astimezone(self._zone).date() if isinstance(moment, datetime) else moment
        return format_skeleton("MMMEd", day, locale=locale_of(self._words.language))

    def ends(self, storm: Storm, phase: Phase) -> str:
        """As `until`, of a phase that ends by itself; empty for others."""
        moment = ends_at(storm, phase)
        return self.until(moment) if moment else ""

    def call(self, storm: Storm, phase: Phase) -> str:
        """What customers can do, and until when: "Build on each other until Wednesday, noon." Empty when
        there is nothing to do."""
        tr = self._words.tr
        if phase in {Phase.ANNOUNCED, Phase.GATHERING}:
            return tr("Build on each other %(until)s.", until=self.until(storm.times.chooses_at))
        if phase is Phase.CHOOSING:
            return self.call_to_choose(storm)
        return ""

    def call_to_choose(self, storm: Storm) -> str:
        """ "Choose until Thursday, 18:00."; empty for a storm without choosing."""
        if not storm.times.has_choosing:
            return ""
        return self._words.tr("Choose %(until)s.", until=self.until(storm.times.closes_at))

    def next_step(self, storm: Storm, phase: Phase) -> str:
        """What comes next: "Choosing starts by itself tomorrow at noon." Empty at the very end."""
        tr, times = self._words.tr, storm.times
        match phase:
            case Phase.DRAFT:
                return tr("Nobody sees it before it is announced.")
            case Phase.ANNOUNCED:
                return tr("Gathering starts by itself %(when)s.", when=self.at(times.gathers_at))
            case Phase.GATHERING if times.has_choosing:
                return tr("Choosing starts by itself %(when)s.", when=self.at(times.chooses_at))
            case Phase.GATHERING | Phase.CHOOSING:
                return tr("It closes by itself %(when)s.", when=self.at(times.closes_at))
            case Phase.CLOSED:
                return tr("What was chosen is counted. Next comes the conclusion.")
            case Phase.CONCLUDED:
                return tr("Next it is carried out.")
            case Phase.CARRIED_OUT:
                return self._look_back(storm)
        return ""

    def extension(self, storm: Storm) -> str:
        """ "Extended once, until Friday, noon. At first it was until Wednesday, noon."; empty if it was not.

        Told of what is still to come, if its end was put off.
        """
        first = storm.first_times
        if first is None:
            return ""
        gathering = (storm.times.chooses_at, first.chooses_at)
        end = (storm.times.closes_at, first.closes_at)
        is_over = self._now is not None and self._now >= storm.times.chooses_at
        pairs = (end, gathering) if is_over else (gathering, end)
        later, before = next(pair for pair in pairs if pair[0] != pair[1])
        return self._words.tr(
            "Extended once, %(until)s. At first it was %(before)s.",
            until=self.until(later),
            before=self.until(before),
        )

    def _look_back(self, storm: Storm) -> str:
        if storm.carried_out_on is None:
            return ""
        due = look_back_due(storm.carried_out_on)
        return self._words.tr("Next is a look back, %(date)s.", date=day_in_words(due, self._words.language))

    def _say(self, phrases: _Phrases, moment: datetime) -> str:
        day, at = self._told(moment)
        named, days = self._named(day), self._days_to(day)
        if at is None:
            text = {0: phrases.end_of_today, 1: phrases.end_of_tomorrow}.get(days, phrases.end_of_day)
            return self._words.tr(text, day=named)
        nearest = {0: phrases.today, 1: phrases.tomorrow}
        text = nearest.get(days, phrases.weekday if days in _NAMED_DAYS else phrases.date)
        return self._words.tr(text, day=named, date=named, time=at)

    def _told(self, moment: datetime) -> tuple[date, str | None]:
        """Its day, and the time unless that is the day's end."""
        local = moment.astimezone(self._zone)
        if local.time() == _MIDNIGHT:
            return local.date() - timedelta(days=1), None
        return local.date(), self._clock(local.time())

    def _clock(self, at: time) -> str:
        language = self._words.language
        if at == _NOON:
            return time_in_words(at, language)
        return format_time(at, "short", locale=locale_of(language))

    def _days_to(self, day: date) -> int:
        """From today on; on paper every day is far away."""
        return _FAR if self._today is None else (day - self._today).days

    def _named(self, day: date) -> str:
        if self._days_to(day) in _NAMED_DAYS:
            return weekday_in_words(day, self._words.language)
        return day_in_words(day, self._words.language)
