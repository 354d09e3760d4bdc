"""How the day speaks: its greeting, days as one says them, numbers in words, what ails a sheet."""

from __future__ import annotations

from datetime import date, datetime

from app.dates import day_in_words, short_day, time_in_words, weekday_in_words
from app.domain.ideas import Idea
from app.domain.ledger import Entry
from app.domain.open_now import closing_time, is_open_at, opening_time
from app.domain.promise import is_open
from app.domain.sheets import Ailment
from app.domain.shop import Shop
from app.domain.thanks import Owed
from app.domain.today import PartOfDay, PromiseRecord, part_of_day
from app.domain.translation import mark
from app.note_words import status_word
from app.services.owner.today import Overview
from app.wall_words import reason_words
from app.words import Words
from ui.desk import wording

NUMBERS = (
    mark("no"), mark("one"), mark("two"), mark("three"), mark("four"), mark("five"), mark("six"),
    mark("seven"), mark("eight"), mark("nine"), mark("ten"), mark("eleven"), mark("twelve"),
)  # fmt: skip
# Longer than this is not said in minutes.
LONGEST_MINUTES = 90
DAYS_OF_A_WEEK = 7
FEWEST_HALVED = 4
OWED_LETTERS = 26


def number(count: int, words: Words) -> str:
    """In words up to twelve, as one says it; "no" for none."""
    return words.tr(NUMBERS[count]) if 0 <= count < len(NUMBERS) else f"{count:,}"


def large(sentence: str) -> str:
    """With a capital at its beginning, where a number came to stand."""
    return sentence[:1].upper() + sentence[1:]


def hello(shop: Shop, moment: datetime, words: Words) -> str:
    """ "Good morning, Marta." """
    part = part_of_day(shop.local_time(moment))
    if not shop.owner:
        return {
            PartOfDay.MORNING: words.tr("Good morning."),
            PartOfDay.AFTERNOON: words.tr("Good afternoon."),
            PartOfDay.EVENING: words.tr("Good evening."),
        }[part]
    return {
        PartOfDay.MORNING: words.tr("Good morning, %(name)s.", name=shop.owner),
        PartOfDay.AFTERNOON: words.tr("Good afternoon, %(name)s.", name=shop.owner),
        PartOfDay.EVENING: words.tr("Good evening, %(name)s.", name=shop.owner),
    }[part]


def greeting(day: Overview, words: Words) -> str:
    """ "Good morning, Marta. Six things, about ten minutes." """
    begun = hello(day.shop, day.at, words)
    if not day.things:
        return begun
    spelled = number(day.things, words)
    things = large(words.trn("%(number)s thing", "%(number)s things", day.things, number=spelled))
    return words.tr("%(hello)s %(things)s, %(time)s.", hello=begun, things=things, time=_time(day, words))


def _time(day: Overview, words: Words) -> str:
    if day.minutes > LONGEST_MINUTES:
        return words.tr("more than an hour")
    return words.trn(
        "about %(number)s minute",
        "about %(number)s minutes",
        day.minutes,
        number=number(day.minutes, words),
    )


def hours_of_today(shop: Shop, moment: datetime, words: Words) -> str:
    """What is left of the day: "closes at half past six"; empty in a shop that never closes its door."""
    if is_open_at(shop, moment):
        closes = closing_time(shop, moment)
        return words.tr("closes at %(time)s", time=time_in_words(closes, words.language)) if closes else ""
    opens = opening_time(shop, moment)
    if opens is not None:
        return words.tr("opens at %(time)s", time=time_in_words(opens, words.language))
    if is_open(shop, shop.local_date(moment)):
        return words.tr("closed for today")
    return words.tr("closed today")


def day_of(day: date, today: date, words: Words) -> str:
    """How one names a day that was: "yesterday", "last Wednesday", "3 November"."""
    days = (today - day).days
    if days == 0:
        return words.tr("today")
    if days == 1:
        return words.tr("yesterday")
    if 1 < days < DAYS_OF_A_WEEK:
        return words.tr("last %(weekday)s", weekday=weekday_in_words(day, words.language))
    return short_day(day, words.language)


def next_promise(day: date, today: date, words: Words) -> str:
    """When nobody waits: which day is the next that matters."""
    if (day - today).days == 1:
        return words.tr("The next promise runs out tomorrow.")
    return words.tr("The next promise runs out on %(day)s.", day=day_in_words(day, words.language))


def origin(idea: Idea, day: Overview, words: Words) -> str:
    """How and when it came: "phone form at Table 5, last Wednesday"."""
    came = day_of(day.shop.local_date(idea.created_at), day.today, words)
    return f"{channel(idea, day, words)}, {came}"


def channel(idea: Idea, day: Overview, words: Words) -> str:
    place, way = day.places.get(idea.placement), words.tr(wording.CHANNEL_WORDS[idea.channel])
    return words.tr("%(channel)s at %(place)s", channel=way, place=place) if place else way


def pressing_title(day: Overview, lates: int, words: Words) -> str:
    if not lates:
        return words.tr("Promised for today")
    if lates == day.pressing.total:
        return words.tr("Promised, and late")
    return words.tr("Promised for today, or late")


def waiting_title(day: Overview, words: Words) -> str:
    """Where all came since the shop was last open, it says since when."""
    since = day.shop.local_date(day.since)
    if any(idea.created_at < day.since for idea in day.waiting.ideas) or day.waiting.more:
        return words.tr("Waiting for you")
    return words.tr("New since %(day)s", day=day_of(since, day.today, words))


def owed_words(owed: Owed, overview: Overview, words: Words) -> str:
    """ "Sam, the bread basket, done 3 November": who waits for thanks, and for what."""
    return words.tr(
        "%(name)s, “%(idea)s”, %(became)s %(day)s",
        name=owed.name or wording.author(owed.idea, words),
        idea=wording.beginning(owed.idea, OWED_LETTERS),
        became=status_word(owed.became, words),
        day=short_day(overview.shop.local_date(owed.answered_at), words.language),
    )


def untrue_title(count: int, words: Words) -> str:
    return large(
        words.trn(
            "%(number)s sheet is no longer true",
            "%(number)s sheets are no longer true",
            count,
            number=number(count, words),
        )
    )


def why(sheet: Entry, today: date, words: Words) -> str:
    """What is wrong with it, by the number that stands on it."""
    reason = sheet.reasons[0]
    values = {"number": sheet.notice.number}
    match reason.ailment:
        case Ailment.ANSWERED_ANEW if reason.said and reason.now and reason.said is not reason.now:
            return words.tr(
                "%(number)s says “%(said)s”. It is “%(now)s” now.",
                said=status_word(reason.said, words),
                now=status_word(reason.now, words),
                **values,
            )
        case Ailment.ANSWERED_ANEW:
            return words.tr("%(number)s has been answered anew.", **values)
        case Ailment.UNANSWERED:
            return words.tr("%(number)s has no answer any more.", **values)
        case Ailment.OFF_BOARD:
            return words.tr("%(number)s is not on the board any more.", **values)
        case Ailment.MERGED if reason.other is not None:
            return words.tr("%(number)s was put together with %(other)s.", other=reason.other, **values)
        case Ailment.MERGED:
            return words.tr("%(number)s was put together with another.", **values)
        case Ailment.ERASED:
            return words.tr("%(number)s: its author took the idea back.", **values)
        case Ailment.OVERDUE:
            down = short_day(reason.day or today, words.language)
            return words.tr("%(number)s hung until %(day)s.", day=down, **values)
    return words.tr("%(number)s: %(reason)s.", reason=reason_words(reason, words), **values)


def promise_title(shop: Shop, words: Words) -> str:
    return words.trn(
        "Your promise, %(number)s open day",
        "Your promise, %(number)s open days",
        shop.promise_days,
        number=number(shop.promise_days, words),
    )


def record_words(record: PromiseRecord, words: Words) -> str:
    """ "14 of 15 kept this month. Half were answered in two days." """
    kept, given = record.count_kept, len(record.kept)
    if not given:
        return words.tr("Your first answers will stand here.")
    if record.is_recent:
        told = words.tr("%(kept)s of %(given)s kept this month.", kept=kept, given=given)
    else:
        told = words.tr("%(kept)s of the last %(given)s kept.", kept=kept, given=given)
    # Half of one or two answers says nothing.
    return told if given < FEWEST_HALVED else f"{told} {_half(record.median_days or 0, words)}"


def _half(days: int, words: Words) -> str:
    if not days:
        return words.tr("Half were answered on the same day.")
    return words.trn(
        "Half were answered in %(number)s day.",
        "Half were answered in %(number)s days.",
        days,
        number=number(days, words),
    )
