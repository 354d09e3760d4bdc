"""What the owner can do in a storm now: one obvious next step, and others that are quiet."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from enum import Enum

from app.domain.conclusions import look_back_due
from app.domain.storm_dues import Due
from app.domain.storm_sheets import StormSheet
from app.domain.storm_views import StormView
from app.domain.storms import RUNNING, Phase
from app.words import Words

USUAL_BALLOTS = 40


class Step(Enum):
    ANNOUNCE = "announce"
    CHANGE = "change"
    DROP = "drop"
    PICK = "pick"
    BALLOTS = "ballots"
    TILL = "till"
    POSTER = "poster"
    COUNTDOWN = "countdown"
    EXTEND = "extend"
    CONCLUDE = "conclude"
    CARRY_OUT = "carry-out"
    LOOK_BACK = "look-back"
    PROOF = "proof"
    ASK = "ask"


# Struck anywhere on the page.
KEYS = {
    Step.ANNOUNCE: "Ctrl+Return",
    Step.CHANGE: "E",
    Step.BALLOTS: "B",
    Step.TILL: "T",
    Step.EXTEND: "X",
    Step.CONCLUDE: "C",
    Step.CARRY_OUT: "D",
    Step.LOOK_BACK: "L",
    Step.ASK: "N",
}
ICONS = {
    Step.BALLOTS: "print",
    Step.POSTER: "print",
    Step.COUNTDOWN: "print",
    Step.PROOF: "print",
    Step.CONCLUDE: "speech",
    Step.CARRY_OUT: "check",
    Step.TILL: "enter",
}


# What the page of the day leads to.
STEP_FOR = {
    Due.CONCLUDE: Step.CONCLUDE,
    Due.CARRY_OUT: Step.CARRY_OUT,
    Due.LOOK_BACK: Step.LOOK_BACK,
}


@dataclass(frozen=True, slots=True)
class Steps:
    """`first` is the page's primary button; None while nothing has to be done."""

    first: Step | None
    others: tuple[Step, ...]


def steps_for(view: StormView, printed: Mapping[StormSheet, datetime], today: date) -> Steps:
    """In the order in which a careful owner would do them. While contributions wait, putting them up is the
    next step, and it has a button of its own."""
    wanted, possible = _wanted(view, printed, today), _possible(view)
    first = wanted[0] if wanted else None
    if view.waiting and view.phase in RUNNING:
        return Steps(None, tuple(dict.fromkeys([*wanted[:1], *possible])))
    return Steps(first, tuple(step for step in possible if step is not first))


def _wanted(view: StormView, printed: Mapping[StormSheet, datetime], today: date) -> list[Step]:
    """What should be done, the most pressing first."""
    match view.phase:
        case Phase.DRAFT:
            return [Step.ANNOUNCE]
        case Phase.ANNOUNCED:
            return [] if StormSheet.QUESTION in printed else [Step.POSTER]
        case Phase.GATHERING:
            return _for_choosing(view, printed)
        case Phase.CHOOSING:
            return _ballots(view)
        case Phase.CLOSED:
            return [Step.CONCLUDE]
        case Phase.CONCLUDED:
            return [Step.CARRY_OUT]
        case Phase.CARRIED_OUT:
            done_on = view.storm.carried_out_on
            is_due = done_on is not None and look_back_due(done_on) <= today
            return [Step.LOOK_BACK] if is_due or StormSheet.PROOF in printed else [Step.PROOF]
    return []


def _for_choosing(view: StormView, printed: Mapping[StormSheet, datetime]) -> list[Step]:
    """What has to be there when choosing begins; then what makes it better known."""
    found = [] if StormSheet.QUESTION in printed or view.public else [Step.POSTER]
    if view.storm.takes_ballots and not view.ballots.printed:
        found.append(Step.BALLOTS)
    if view.storm.times.has_choosing and view.public and not view.shortlist and view.storm.top is None:
        found.append(Step.PICK)
    if StormSheet.COUNTDOWN not in printed and view.public:
        found.append(Step.COUNTDOWN)
    return found


def _ballots(view: StormView) -> list[Step]:
    if not view.storm.takes_ballots:
        return []
    return [Step.TILL] if view.ballots.printed else [Step.BALLOTS]


def _possible(view: StormView) -> list[Step]:
    storm, phase = view.storm, view.phase
    ballots = [Step.BALLOTS] if storm.takes_ballots else []
    extend = [Step.EXTEND] if storm.extended_at is None else []
    return {
        Phase.DRAFT: [Step.CHANGE, Step.DROP],
        Phase.ANNOUNCED: [*ballots, *extend],
        Phase.GATHERING: [*ballots, *extend],
        Phase.CHOOSING: [*([Step.TILL] if storm.takes_ballots else []), *ballots, *extend],
        Phase.CLOSED: [],
        Phase.CONCLUDED: [Step.CONCLUDE],
        Phase.CARRIED_OUT: [Step.LOOK_BACK, Step.CARRY_OUT],
        Phase.LOOKED_BACK: [Step.LOOK_BACK],
    }[phase]


def step_words(step: Step, view: StormView, words: Words) -> str:
    tr, again = words.tr, view.ballots.printed > 0
    count = USUAL_BALLOTS
    return {
        Step.ANNOUNCE: tr("Announce it"),
        Step.CHANGE: tr("Change it"),
        Step.DROP: tr("Throw it away"),
        Step.PICK: tr("Pick the shortlist"),
        Step.BALLOTS: tr("Print more ballots")
        if again
        else words.trn("Print %(count)s ballot", "Print %(count)s ballots", count),
        Step.TILL: tr("Type in ballots"),
        Step.POSTER: tr("Print the question"),
        Step.COUNTDOWN: tr("Print “building now”"),
        Step.EXTEND: tr("Extend, once, in public"),
        Step.CONCLUDE: tr("Write it anew") if view.conclusion else tr("Write the conclusion"),
        Step.CARRY_OUT: tr("Correct the proof") if view.outcome else tr("Say that it is carried out"),
        Step.LOOK_BACK: tr("Look back anew") if view.look_back else tr("Look back"),
        Step.PROOF: tr("Print the proof"),
        Step.ASK: tr("Ask a question"),
    }[step]
