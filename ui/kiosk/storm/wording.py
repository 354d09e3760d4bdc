"""What the kiosk says of a storm beside what every face says of it."""

from __future__ import annotations

from datetime import timedelta

from app.domain.open_time import TimeLeft
from app.domain.storms import Phase
from app.kiosk.storms import Credit, ToldStorm
from app.storm_words import erased_credit, left_words, phase_word
from app.words import Words

_HOUR, _HOURS_FROM = timedelta(hours=1), timedelta(hours=2)


def short_left(left: TimeLeft | None, phase: Phase, words: Words) -> str:
    """On a tab, where there is little room: "2 days left", "Counting"."""
    if phase is Phase.ANNOUNCED:
        return words.tr("begins soon")
    if phase is Phase.CLOSED:
        return words.tr("counting")
    if left is None:
        return phase_word(phase, words)
    if left.openings > 1:
        return words.trn("%(count)s day left", "%(count)s days left", left.openings)
    if left.open_for >= _HOURS_FROM:
        return words.trn("%(count)s hour left", "%(count)s hours left", left.open_for // _HOUR)
    return left_words(left, words)


def closed_title(words: Words) -> str:
    return words.tr("We are counting.")


def concluded_title(phase: Phase, words: Words) -> str:
    if phase is Phase.CONCLUDED:
        return words.tr("This is what we decided.")
    return words.tr("This is what came of it.")


def no_shortlist(storm: ToldStorm, words: Words) -> str:
    """Why there is nothing to choose among."""
    if storm.was_sealed:
        return words.tr("What can be chosen is told as soon as there is a line to the shop.")
    return words.tr("There was nothing to choose among.")


def said_by(name: str, words: Words) -> str:
    """Over somebody's idea, for the one who may build on it."""
    return words.tr("%(name)s said", name=name or words.tr("A guest"))


def builds_on_words(name: str, words: Words) -> str:
    """Behind "and", where what it builds on does not stand right above."""
    return words.tr("to what %(name)s said", name=name or words.tr("A guest"))


def left_out_words(count: int, words: Words) -> str:
    return words.trn("%(count)s more in between", "%(count)s more in between", count)


def credit_name(credit: Credit, words: Words) -> str:
    if credit.idea_id is None:
        return erased_credit(words)
    return credit.name or words.tr("A guest")
