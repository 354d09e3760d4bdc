"""What the pages say of a storm: its band on the wall, its head, and what became of a contribution."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime
from decimal import Decimal
from uuid import UUID

from babel.numbers import format_decimal

from app.dates import day_in_words
from app.domain.conclusions import Conclusion, Outcome
from app.domain.open_time import time_left
from app.domain.shop import Shop
from app.domain.storm_views import StormView
from app.domain.storms import Phase, Storm, ends_at, phase_of
from app.services.customer.storming import why_no_vote
from app.storm_when import StormWhen
from app.storm_words import (
    empty_words,
    left_words,
    phase_word,
    sealed_words,
    storm_line,
    tally_sentences,
    tie_words,
    ways_words,
)
from app.web.storm_shapes import outcome_photo
from app.words import Words

OVER = frozenset({Phase.CONCLUDED, Phase.CARRIED_OUT, Phase.LOOKED_BACK})


@dataclass(frozen=True, slots=True)
class Band:
    """A running storm on the wall."""

    code: str
    question: str
    line: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Head:
    """What stands around a storm's question: `line` above it, the rest below."""

    line: str
    calls: tuple[str, ...]
    extension: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Ending:
    """What was decided, done and seen since; empty where nothing is said."""

    heard: str
    decided: str
    because: str
    thanks: str
    why_none: str
    signed: str
    done: str = ""
    outcome: str = ""
    photo: str = ""
    label: str = ""
    before: str = ""
    after: str = ""
    look_back: str = ""


@dataclass(frozen=True, slots=True)
class Fate:
    """What became of one contribution, for whoever looks at it alone."""

    code: str
    question: str
    sentences: tuple[str, ...]
    ending: Ending | None


class StormTeller:
    """Says it in a visitor's language, at a moment, on the shop's clock."""

    def __init__(self, shop: Shop, words: Words, now: datetime) -> None:
        self._shop = shop
        self._words = words
        self._now = now
        self._when = StormWhen(words=words, timezone=shop.timezone, now=now)

    def band(self, storm: Storm) -> Band:
        phase = phase_of(storm, self._now)
        told = self._left(storm, phase) if phase is Phase.GATHERING else self._next(storm, phase)
        if phase in OVER:
            told = phase_word(phase, self._words)
        line = self._words.tr("Storm") + " · " + told
        return Band(storm.code, storm.question, line)

    def head(self, view: StormView) -> Head:
        return Head(
            line=self._line(view),
            calls=tuple(filter(None, self._calls(view))),
            extension=self._when.extension(view.storm) if view.phase not in OVER else "",
        )

    def sealed(self, view: StormView) -> str:
        """Why no counts are told; empty where nothing is counted yet, or everything told."""
        return sealed_words(self._words) if view.phase is Phase.GATHERING and view.public else ""

    def counted(self, view: StormView) -> tuple[str, ...]:
        """What the numbers alone do not say, once they are final."""
        if view.tally is None or view.phase is Phase.CHOOSING:
            return ()
        if not view.public:
            return (empty_words(self._words),)
        return tuple(tally_sentences(view.tally, self._words))

    def refusal(self, view: StormView) -> str:
        """Why "me too" was just refused; empty when it would not be any more."""
        return self._words.tr(why_no_vote(view.storm, view.phase, can_be_chosen=False))

    def ending(self, view: StormView) -> Ending | None:
        said = view.conclusion
        if said is None:
            return None
        ending = self._conclusion(said)
        return ending if view.outcome is None else self._outcome(view, ending, view.outcome)

    def fate(self, view: StormView, idea_id: UUID) -> Fate:
        """Of that contribution."""
        sentences = tuple(filter(None, self._fate(view, idea_id)))
        return Fate(view.storm.code, view.storm.question, sentences, self.ending(view))

    def steps(self, storm: Storm) -> list[tuple[str, datetime]]:
        """How it went on by its owner's steps since it closed, each with its word."""
        taken = (
            (Phase.CONCLUDED, storm.concluded_at),
            (Phase.CARRIED_OUT, storm.carried_out_at),
            (Phase.LOOKED_BACK, storm.looked_back_at),
        )
        return [(phase_word(phase, self._words), at) for phase, at in taken if at is not None]

    def _left(self, storm: Storm, phase: Phase) -> str:
        until = ends_at(storm, phase)
        if until is None or phase is Phase.ANNOUNCED:
            return ""
        return left_words(time_left(self._shop, self._now, until), self._words)

    def _line(self, view: StormView) -> str:
        if view.phase is Phase.ANNOUNCED:
            return storm_line(self._words)
        return self._left(view.storm, view.phase) or phase_word(view.phase, self._words)

    def _next(self, storm: Storm, phase: Phase) -> str:
        if phase is Phase.CHOOSING:
            return self._when.call_to_choose(storm)
        return self._when.next_step(storm, phase)

    def _calls(self, view: StormView) -> list[str]:
        storm, phase = view.storm, view.phase
        if phase is Phase.ANNOUNCED:
            return [self._when.next_step(storm, phase)]
        if phase is Phase.GATHERING:
            return [self._when.call(storm, phase), self._when.call_to_choose(storm)]
        if phase is Phase.CHOOSING:
            return [self._when.call(storm, phase), ways_words(storm.ways, self._words)]
        return [self._when.next_step(storm, phase)] if phase is Phase.CLOSED else []

    def _conclusion(self, said: Conclusion) -> Ending:
        return Ending(
            heard=said.heard,
            decided=said.decided,
            because=said.because,
            thanks=said.thanks,
            why_none=said.rests_on_none,
            signed=said.signed or self._shop.voice,
        )

    def _outcome(self, view: StormView, ending: Ending, outcome: Outcome) -> Ending:
        seen = view.look_back
        return replace(
            ending,
            done=self._words.tr(
                "Carried out, %(date)s.", date=day_in_words(outcome.done_on, self._words.language)
            ),
            outcome=outcome.text,
            photo=outcome_photo(view.storm, outcome),
            label=outcome.label,
            before=self._number(outcome.before),
            after=self._number(seen.after) if seen else "",
            look_back=seen.text if seen else "",
        )

    def _number(self, number: Decimal | None) -> str:
        return "" if number is None else format_decimal(number, locale=self._words.language.replace("-", "_"))

    def _fate(self, view: StormView, idea_id: UUID) -> list[str]:
        words = self._words
        if view.phase in OVER:
            credited = any(idea.id == idea_id for idea in view.credited)
            rests = words.tr("The conclusion rests on this idea.") if credited else ""
            return [rests, self._chosen(view, idea_id)]
        if view.phase is Phase.CLOSED:
            return [self._chosen(view, idea_id), self._next(view.storm, view.phase)]
        if view.phase is Phase.CHOOSING:
            listed = words.tr("It can be chosen.") if idea_id in view.shortlist else ""
            return [listed, self._next(view.storm, view.phase)]
        return [self._left(view.storm, view.phase) or self._next(view.storm, view.phase)]

    def _chosen(self, view: StormView, idea_id: UUID) -> str:
        """Once it is counted: how often, and what that means."""
        if view.tally is None or idea_id not in view.shortlist:
            return ""
        if idea_id not in view.tally.leaders:
            return ""
        if view.tally.is_tie:
            return tie_words(view.tally, self._words)
        return self._words.tr("It was chosen most.")
