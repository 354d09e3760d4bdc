"""Search over everything: what stands around an idea and not in its own words, and where it was found."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import TypeVar
from uuid import UUID

from app.domain.claim_codes import parse_claim_code
from app.domain.ideas import Idea
from app.domain.paging import Page
from app.domain.search_words import AskedWords, asked_words, says
from app.domain.views import Filter, Question
from app.services.owner import tagging
from app.storage.stores import Stores

# Of each kind: a page of a search looks at a bounded number of ideas in a shop of any size.
MOST_FOUND = 50
MOST_NAMES = 8
_NOTICE = re.compile(r"(?:no|nr|№|#)?\s*\.?\s*(\d{1,7})", re.IGNORECASE)
_Key = TypeVar("_Key")


class Place(StrEnum):
    """Where the words were found, when not in the idea itself."""

    CODE = "code"
    NOTICE = "notice"
    TAG = "tag"
    PLACEMENT = "placement"
    ANSWER = "answer"
    REPLY = "reply"
    NOTE = "note"
    AROUND = "around"


@dataclass(frozen=True, slots=True)
class Match:
    """`name` is the number of the notice, the tag or the place."""

    place: Place
    name: str = ""


def with_what_stands_around(
    stores: Stores, asked: Question, found: Page, family: Iterable[UUID]
) -> tuple[Page, Mapping[UUID, Match]]:
    """`found` by the ideas' own words, and before it the others of the view that `asked` finds elsewhere."""
    said = {idea.id for idea in found.ideas}
    matches: dict[UUID, Match | None] = {}
    for id_, match in _elsewhere(stores, asked):
        matches.setdefault(id_, match)
    ids = [id_ for id_ in matches if id_ not in said]
    belonging = stores.inbox.belonging(ids, asked, family)
    more = stores.ideas.several([id_ for id_ in ids if id_ in belonging])
    words = asked_words(asked.words)
    told = {idea.id: matches[idea.id] or _around(stores, idea, words) for idea in more}
    return Page((*more, *found.ideas), found.next), told


def _elsewhere(stores: Stores, asked: Question) -> list[tuple[UUID, Match | None]]:
    """What is told most surely first; where around it the words were said is looked at later."""
    words = asked_words(asked.words)
    around: list[tuple[UUID, Match | None]] = [
        (id_, None) for id_ in stores.search.around(asked.words, MOST_FOUND)
    ]
    return [
        *_by_number(stores, asked.words),
        *_tagged(stores, asked, words),
        *_hung(stores, asked, words),
        *around,
    ]


def _by_number(stores: Stores, typed: str) -> list[tuple[UUID, Match | None]]:
    code = parse_claim_code(typed)
    coded = stores.ideas.by_code(code) if code else None
    found: list[tuple[UUID, Match | None]] = [(coded.id, Match(Place.CODE))] if coded else []
    number = _NOTICE.fullmatch(typed.strip())
    notice = stores.notices.by_number(int(number[1])) if number else None
    carried = [each.idea_id for each in notice.shown.carries] if notice else []
    return [*found, *((id_, Match(Place.NOTICE, number[1].lstrip("0"))) for id_ in carried if number)]


def _tagged(stores: Stores, asked: Question, words: AskedWords) -> list[tuple[UUID, Match | None]]:
    names = _named(words, {tag.id: tag.name for tag in tagging.in_use(stores)})
    if not names:
        return []
    family = [member for tag in names for member in stores.tags.family(tag)]
    wanted = replace(asked, words="", filter=Filter(tags=frozenset(names)))
    ids = [idea.id for idea in stores.inbox.filtered(wanted, family, limit=MOST_FOUND).ideas]
    worn = stores.tags.of(ids)
    return [
        (id_, Match(Place.TAG, next((names[tag] for tag in worn.get(id_, ()) if tag in names), "")))
        for id_ in ids
    ]


def _hung(stores: Stores, asked: Question, words: AskedWords) -> list[tuple[UUID, Match | None]]:
    names = _named(words, {place.token: place.label for place in stores.placements.all()})
    if not names:
        return []
    wanted = replace(asked, words="", filter=Filter(places=frozenset(names)))
    ideas = stores.inbox.filtered(wanted, (), limit=MOST_FOUND).ideas
    return [(idea.id, Match(Place.PLACEMENT, names[idea.placement])) for idea in ideas]


def _named(words: AskedWords, names: Mapping[_Key, str]) -> dict[_Key, str]:
    fitting = [(key, name) for key, name in names.items() if says(words, [name])]
    return dict(fitting[:MOST_NAMES])


def _around(stores: Stores, idea: Idea, words: AskedWords) -> Match:
    """In which of them all the words stand; they may also be spread over several."""
    answers = [text for said in stores.responses.of(idea.id) for text in (said.text, said.reason)]
    told: Sequence[tuple[Place, list[str]]] = (
        (Place.ANSWER, answers),
        (Place.REPLY, [reply.text for reply in stores.replies.of(idea.id)]),
        (Place.NOTE, [note.text for note in stores.own_notes.of(idea.id)]),
    )
    return Match(next((place for place, texts in told if says(words, texts)), Place.AROUND))
