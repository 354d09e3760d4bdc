"""What every face says of a storm beside the customers' words, but for dates: phases, what is left, what was
chosen, and the invitation to build. Dates are in `storm_when`."""

from __future__ import annotations

from datetime import timedelta

from app.domain.open_time import TimeLeft
from app.domain.storms import Phase, Ways
from app.domain.tallies import Tally
from app.words import Words

_HOUR, _MINUTE = timedelta(hours=1), timedelta(minutes=1)
# Below two hours minutes are told, and from ten on in steps that a printed or cached page can keep up with.
_MINUTES_BELOW = timedelta(hours=2)
_STEP_FROM, _STEP = 10, 5


def phase_word(phase: Phase, words: Words) -> str:
    """As it stands under a step of the timeline: "Gathering"."""
    return {
        Phase.DRAFT: words.tr("Draft"),
        Phase.ANNOUNCED: words.tr("Announced"),
        Phase.GATHERING: words.tr("Gathering"),
        Phase.CHOOSING: words.tr("Choosing"),
        Phase.CLOSED: words.tr("Closed"),
        Phase.CONCLUDED: words.tr("Concluded"),
        Phase.CARRIED_OUT: words.tr("Carried out"),
        Phase.LOOKED_BACK: words.tr("Looked back"),
    }[phase]


def storm_line(words: Words) -> str:
    """What a storm is, in its shortest form, above its question."""
    return words.tr("A storm: one question, all of us")


def left_words(left: TimeLeft, words: Words) -> str:
    """What is left of a phase: "2 days left in opening hours", "3 hours left". Rounded down, so that nobody
    comes too late."""
    if left.openings == 0:
        return words.tr("Ends before the shop opens again")
    if left.openings > 1:
        return words.trn(
            "%(count)s day left in opening hours", "%(count)s days left in opening hours", left.openings
        )
    if left.open_for < _MINUTES_BELOW:
        return _minutes_left(left, words)
    hours = left.open_for // _HOUR
    if left.until_closing:
        return words.trn("%(count)s hour left", "%(count)s hours left", hours)
    return words.trn("%(count)s hour left in opening hours", "%(count)s hours left in opening hours", hours)


def _minutes_left(left: TimeLeft, words: Words) -> str:
    minutes = left.open_for // _MINUTE
    minutes -= minutes % _STEP if minutes >= _STEP_FROM else 0
    if minutes == 0:
        return words.tr("Less than a minute left")
    if left.until_closing:
        return words.trn("%(count)s minute left", "%(count)s minutes left", minutes)
    return words.trn(
        "%(count)s minute left in opening hours", "%(count)s minutes left in opening hours", minutes
    )


def gathered_words(ideas: int, chains: int, words: Words) -> str:
    """ "27 ideas, 9 chains"; empty while there is nothing. An idea that stands alone is no chain."""
    if not ideas:
        return ""
    told = words.trn("%(count)s idea", "%(count)s ideas", ideas)
    if not chains:
        return told
    linked = words.trn("%(count)s chain", "%(count)s chains", chains)
    # For translators: "27 ideas, 9 chains"; chains are ideas that build on each other.
    return words.tr("%(ideas)s, %(chains)s", ideas=told, chains=linked)


def invitation(name: str, words: Words) -> str:
    """Beside somebody's idea, to the one who reads it."""
    return words.tr("%(name)s said this. And you?", name=name or words.tr("A guest"))


def quoting_invitation(name: str, text: str, words: Words) -> str:
    """As `invitation`, where the idea itself does not stand beside it."""
    return words.tr("%(name)s said: “%(idea)s” And you?", name=name or words.tr("A guest"), idea=text)


def first_invitation(words: Words) -> str:
    """Where nobody has said anything yet."""
    return words.tr("Nobody has said anything yet. What do you say?")


def ways_words(ways: Ways, words: Words) -> str:
    """How is chosen, to those who do."""
    return {
        Ways.VOTES: words.tr("Choose by saying “me too”."),
        Ways.BALLOTS: words.tr("Choose with a paper ballot. Ask for one at the counter."),
        Ways.BOTH: words.tr("Choose by saying “me too”, or with a paper ballot from the counter."),
    }[ways]


def sealed_words(words: Words) -> str:
    """Why no counts are shown before choosing."""
    return words.tr(
        "How often “me too” was said is told when choosing begins. So no idea wins by being first."
    )


def late_words(words: Words) -> str:
    """To the author of what came after gathering."""
    return words.tr(
        "The storm had gone on when this came. It is an idea of its own now, and nothing is lost."
    )


def chosen_words(count: int, words: Words) -> str:
    """How often one idea was chosen."""
    if not count:
        return words.tr("not chosen")
    return words.trn("chosen once", "chosen %(count)s times", count)


def tally_sentences(tally: Tally, words: Words) -> list[str]:
    """What the numbers alone do not say: that nobody chose, that few did, that there is a tie."""
    if not tally.counts:
        return [words.tr("There was nothing to choose among.")]
    if not tally.leaders:
        return [words.tr("Nobody chose.")]
    said = [tie_words(tally, words)] if tally.is_tie else []
    return [*said, thin_words(tally, words)] if tally.is_thin else said


def tie_words(tally: Tally, words: Words) -> str:
    return words.trn(
        "%(count)s idea has the first place.",
        "A tie: %(count)s ideas share the first place.",
        len(tally.leaders),
    )


def thin_words(tally: Tally, words: Words) -> str:
    return words.trn(
        "Only %(count)s person chose, so the numbers say little.",
        "Only %(count)s people chose, so the numbers say little.",
        tally.choosers,
    )


def choosers_words(count: int, words: Words) -> str:
    return words.trn("%(count)s person chose.", "%(count)s people chose.", count)


def empty_words(words: Words) -> str:
    """Of a storm that ended without a contribution."""
    return words.tr("Nobody wrote anything this time. That is an answer too.")


def erased_credit(words: Words) -> str:
    """Instead of a contribution that a conclusion rests on, and that its author took back since."""
    return words.tr("A guest, who took the words back")
