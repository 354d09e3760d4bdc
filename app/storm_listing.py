"""Storms as scripts and people read them in a terminal; the names are those of the API."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime

from app.domain.ballots import Ballot
from app.domain.chains import chains, linked
from app.domain.claim_codes import spaced
from app.domain.ideas import Idea
from app.domain.storm_views import StormLine, StormView
from app.domain.storms import Phase, ends_at
from app.domain.text import clean_line
from app.listing import idea_json
from app.storm_parts import (
    Json,
    conclusion_json,
    credits_json,
    head_json,
    look_back_json,
    moment_json,
    outcome_json,
    tally_json,
)
from app.storm_when import StormWhen
from app.storm_words import (
    choosers_words,
    chosen_words,
    empty_words,
    erased_credit,
    gathered_words,
    left_words,
    phase_word,
    tally_sentences,
)
from app.words import Words


def storm_view_json(view: StormView, now: datetime) -> Json:
    """All that belongs to it; what is there at most once is None while it is not."""
    outcome = view.outcome
    return {
        **head_json(view.storm, now),
        "ideas": [idea_json(idea, []) for idea in view.ideas],
        "shortlist": [str(id) for id in view.shortlist],
        "tally": tally_json(view.tally) if view.tally else None,
        "ballots": {"printed": view.ballots.printed, "given": view.ballots.given},
        "conclusion": conclusion_json(view.conclusion) if view.conclusion else None,
        "credits": credits_json(view),
        "outcome": outcome_json(outcome) | {"has_photo": outcome.has_photo} if outcome else None,
        "look_back": look_back_json(view.look_back) if view.look_back else None,
    }


def ballot_json(ballot: Ballot) -> Json:
    return {
        "code": ballot.code,
        "number": ballot.number,
        "given_at": moment_json(ballot.given_at),
        "door": ballot.door,
    }


def ballot_line(ballot: Ballot) -> str:
    given = f"given, {ballot.door}" if ballot.is_given else ""
    return f"{ballot.number:>5}  {spaced(ballot.code)}  {given}".rstrip()


def storm_line(line: StormLine, when: StormWhen) -> str:
    """One row of a list: code, phase and until when, how many ideas, the question."""
    storm, ends = line.storm, ends_at(line.storm, line.phase)
    until = when.short_until(ends) if ends else ""
    return f"{storm.code}  {line.phase:<11} {until:<22}{line.public:>5} ideas  {storm.question}"


def storm_lines(view: StormView, proposed: Sequence[Idea], words: Words, when: StormWhen) -> Iterator[str]:
    """One storm in full, as its owner reads it; its conclusion could rest on what is `proposed`."""
    storm = view.storm
    yield f"{storm.code}: {storm.question}"
    if storm.about:
        yield storm.about
    ends = when.ends(storm, view.phase)
    yield ", ".join(filter(None, [phase_word(view.phase, words), ends]))
    yield from filter(None, [when.extension(storm), when.next_step(storm, view.phase)])
    if view.left:
        yield left_words(view.left, words) + "."
    yield from _gathered(view, words)
    yield from _chosen(view, words)
    if proposed:
        yield from ("", "The conclusion could rest on:", *map(_idea, proposed))
    yield from _ended(view, words)


def _gathered(view: StormView, words: Words) -> Iterator[str]:
    made = chains(view.public)
    if made:
        yield from ("", f"{gathered_words(len(view.public), linked(made), words)}:")
    elif view.phase not in {Phase.DRAFT, Phase.ANNOUNCED, Phase.GATHERING}:
        yield from ("", empty_words(words))
    for chain in made:
        for building in chain.buildings:
            link = f"{building.link} " if building.link else ""
            yield f"{'  ' * building.depth}{link}{_idea(building.idea)}"
    if view.waiting:
        yield from ("", "Waiting for approval:", *map(_idea, view.waiting))


def _chosen(view: StormView, words: Words) -> Iterator[str]:
    if view.tally is None:
        yield from ("", "On the shortlist:", *map(_idea, view.chosen_among)) if view.chosen_among else ()
    else:
        by_id = {idea.id: idea for idea in view.ideas}
        yield from ("", choosers_words(view.tally.choosers, words))
        for count in view.tally.counts:
            yield f"{_idea(by_id[count.idea_id])} ({chosen_words(count.total, words)})"
        yield from tally_sentences(view.tally, words)
    if view.ballots.printed:
        yield f"Ballots: {view.ballots.printed} printed, {view.ballots.given} given."


def _ended(view: StormView, words: Words) -> Iterator[str]:
    said, done, back = view.conclusion, view.outcome, view.look_back
    if said:
        yield from ("", f"Heard: {said.heard}", f"Decided: {said.decided}")
        yield from _if_said("Because", said.because)
        yield from _if_said("Thanks", said.thanks)
        yield from (f"Rests on {_idea(idea)}" for idea in view.credited)
        yield from [f"Rests on {erased_credit(words)}"] * view.erased_credits
        yield from _if_said("Rests on none", said.rests_on_none)
    if done:
        yield from ("", f"Carried out on {done.done_on.isoformat()}: {done.text}")
        yield from _if_said(done.label, "" if done.before is None else f"{done.before:f} before")
    if back:
        yield from ("", f"Looked back: {back.text}")
        yield from _if_said(done.label if done else "", "" if back.after is None else f"{back.after:f} after")


def _if_said(what: str, text: str) -> list[str]:
    return [f"{what}: {text}"] if text else []


def _idea(idea: Idea) -> str:
    return f"{spaced(idea.claim_code)}  {idea.name or 'A guest'}: {clean_line(idea.text)}"
