"""Ideas as the pages show them: every word and choice made ready, so that templates only place them."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from app.domain.ideas import Idea, Link, Response, Status
from app.domain.shop import Shop
from app.domain.storm_views import StormView
from app.domain.text import on_one_line
from app.note_words import age_in_words, change_mind_line, done_line, stamp_word
from app.theme import LIGHT, note_paper
from app.web.seen_storms import takes_me_too
from app.words import Words

# Five lines of a note on a phone; wide letters (Chinese, Japanese, Korean) take two places.
LONG_TEXT_PLACES = 140
LONG_TEXT_LINES = 5
# Two lines in larger letters.
SHORT_TEXT_PLACES = 40
PARENT_GRAPHEMES = 40


@dataclass(frozen=True, kw_only=True, slots=True)
class Stamp:
    """A decision: its kind chooses ink, shape and icon, its word stands in it."""

    kind: str
    word: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Slip:
    """What the shop says. `photo` is the address of the picture that proves it, empty when there is none."""

    text: str
    reason: str
    change: str
    done: str
    photo: str
    signed: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Parent:
    """What an idea builds on, in its first words."""

    id: str
    words: str


@dataclass(frozen=True, kw_only=True, slots=True)
class InStorm:
    """The storm that an idea belongs to, and what can be said to it there: whether "me too" is, and whether
    anybody may see how often."""

    code: str
    question: str
    takes_votes: bool
    tells_votes: bool


@dataclass(frozen=True, kw_only=True, slots=True)
class Note:
    """An idea on its paper (0 to 3). `parent` is there when everybody may read it."""

    id: str
    text: str
    name: str
    age: str
    votes: int
    paper: int
    stamp: Stamp | None
    slip: Slip | None
    is_short: bool
    is_long: bool
    link: str
    parent: Parent | None
    storm: InStorm | None


def note(
    idea: Idea,
    shop: Shop,
    words: Words,
    today: date,
    parent: Idea | None = None,
    storm: InStorm | None = None,
) -> Note:
    """`today` is the shop's date, `parent` the public idea that this one builds on."""
    places = _places(idea.text)
    lines = idea.text.count("\n") + 1
    return Note(
        id=str(idea.id),
        text=idea.text,
        name=idea.name or words.tr("A guest"),
        age=age_in_words((today - shop.local_date(idea.created_at)).days, words),
        votes=idea.votes,
        paper=paper_of(idea.id.hex),
        stamp=stamp(idea.response, idea.status, words, today),
        slip=slip(idea.response, shop, words) if idea.response else None,
        is_short=places <= SHORT_TEXT_PLACES and lines == 1,
        is_long=places > LONG_TEXT_PLACES or lines > LONG_TEXT_LINES,
        link=str(idea.link or Link.AND),
        parent=Parent(id=str(parent.id), words=_first_words(parent.text)) if parent else None,
        storm=storm,
    )


def in_storm(idea: Idea, view: StormView | None) -> InStorm | None:
    if view is None:
        return None
    return InStorm(
        code=view.storm.code,
        question=view.storm.question,
        takes_votes=takes_me_too(view, idea.id),
        tells_votes=view.tally is not None,
    )


def paper_of(idea_hex: str) -> int:
    """The number of a note's paper, the same on every face."""
    return LIGHT.notes.index(note_paper(LIGHT, idea_hex))


def slip(response: Response, shop: Shop, words: Words) -> Slip:
    return Slip(
        text=response.text,
        reason=response.reason,
        change=change_mind_line(response.change_mind, words),
        done=done_line(response.done_on, words),
        photo=photo_path(response.photo_id) if response.photo_id and not response.private else "",
        signed=response.signed or shop.voice,
    )


def photo_path(photo_id: UUID) -> str:
    return f"/photo-{photo_id.hex}.jpg"


def stamp(response: Response | None, status: Status, words: Words, today: date) -> Stamp | None:
    """The stamp of an idea's decision; none while it is undecided."""
    if status is Status.NEW:
        return None
    until = response.until if response else None
    return Stamp(kind=str(status), word=stamp_word(status, until, words, today))


def _first_words(text: str) -> str:
    return on_one_line(text, PARENT_GRAPHEMES)


def _places(text: str) -> int:
    if text.isascii():
        return len(text)
    return sum(2 if unicodedata.east_asian_width(letter) in "WF" else 1 for letter in text)
