"""What stands on a note beside the customer's words, on every face: age, decision, and what joins two."""

from __future__ import annotations

from datetime import date

from app.domain.ages import Age, Unit
from app.domain.ideas import Link, Status
from app.words import Words


def stamp_word(status: Status, until: date | None, words: Words, today: date | None = None) -> str:
    """What stands in the stamp; a trial says when it ends or, where `today` is told, that it is over."""
    if status is Status.TRIAL and until and today and until < today:
        return words.tr("Trial ended %(day)s", day=_short_day(until, words.language))
    if status is Status.TRIAL and until:
        return words.tr("On trial to %(day)s", day=_short_day(until, words.language))
    return status_word(status, words)


def status_word(status: Status, words: Words) -> str:
    return {
        Status.NEW: words.tr("Not answered yet"),
        Status.CONSIDERING: words.tr("Thinking about it"),
        Status.TRIAL: words.tr("On trial"),
        Status.PLANNED: words.tr("We will"),
        Status.ALREADY: words.tr("We already do"),
        Status.DECLINED: words.tr("Not now"),
        Status.DONE: words.tr("Done"),
    }[status]


def change_mind_line(what: str, words: Words) -> str:
    """What would change the shop's mind, under a refusal; empty when it did not say."""
    return words.tr("What would change our mind: %(what)s", what=what) if what else ""


def done_line(day: date | None, words: Words) -> str:
    """When it was done, under what was said; empty when no day was told."""
    return words.tr("Done on %(day)s", day=_short_day(day, words.language)) if day else ""


def thinking_words(words: Words) -> str:
    """What the shop says at once to an idea that it cannot decide yet."""
    return words.tr("Thank you. We are thinking about it, and you will hear from us here.")


def age_in_words(days: int, words: Words) -> str:
    """How long ago, as one says it by the way."""
    if days <= 0:
        return words.tr("today")
    if days == 1:
        return words.tr("yesterday")
    age = Age.of(days)
    match age.unit:
        case Unit.DAY:
            return words.trn("%(count)s day", "%(count)s days", age.count)
        case Unit.WEEK:
            return words.trn("%(count)s week", "%(count)s weeks", age.count)
        case Unit.MONTH:
            return words.trn("%(count)s month", "%(count)s months", age.count)
        case Unit.YEAR:
            return words.trn("%(count)s year", "%(count)s years", age.count)


def link_word(link: Link, words: Words) -> str:
    """What joins an idea to the one that it builds on."""
    return {Link.AND: words.tr("and"), Link.BUT: words.tr("but"), Link.INSTEAD: words.tr("instead")}[link]


def _short_day(day: date, language: str) -> str:
    # Dates need half of babel, which most walls and the kiosk's first picture do without.
    from app.dates import short_day  # noqa: PLC0415

    return short_day(day, language)
