"""The lines of the day: which idea, what it asks for, and which verbs are at hand."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum
from uuid import UUID

from app.dates import short_day
from app.domain.ideas import Idea
from app.domain.promise import open_days_left
from app.services.owner.today import Overview, Some
from app.words import Words
from ui.desk import wording as shop_words
from ui.desk.inbox.list_delegate import held_word
from ui.desk.today import wording

NOTES_AT_MOST = 3


class Kind(Enum):
    """Why an idea stands on the page; in this order."""

    PRESSING = "pressing"
    WAITING = "waiting"
    WROTE_BACK = "wrote-back"
    TRIAL = "trial"
    AGAIN = "again"
    FRESH = "fresh"


class Verb(Enum):
    ANSWER = "answer"
    PUT_UP = "put-up"
    CONSIDER = "consider"
    SETTLE = "settle"
    KEEP_PRIVATE = "keep-private"
    HIDE = "hide"


# Struck where a line has the verb; what Enter does is said by its first.
KEYS = {
    Verb.ANSWER: "R",
    Verb.PUT_UP: "A",
    Verb.CONSIDER: "T",
    Verb.SETTLE: "N",
    Verb.KEEP_PRIVATE: "P",
    Verb.HIDE: "H",
}


@dataclass(frozen=True, kw_only=True, slots=True)
class Item:
    """`text` is the customer's, `beside` how it came, `way` the same where room is short, `due` what presses,
    `care` why to look closely."""

    kind: Kind
    idea: Idea
    text: str
    author: str
    beside: str
    way: str
    verbs: tuple[Verb, ...]
    due: str = ""
    care: str = ""

    @property
    def key(self) -> tuple[Kind, UUID]:
        return (self.kind, self.idea.id)


@dataclass(frozen=True, kw_only=True, slots=True)
class Group:
    """Lines of one kind under one title; the first `notes` of them are notes. `more` lie in the inbox."""

    kind: Kind
    title: str
    items: Sequence[Item]
    more: int = 0
    notes: int = 0


def groups_of(day: Overview, words: Words) -> list[Group]:
    """What customers wait for, in the order in which it presses."""
    tr = words.tr
    found = [
        _pressing(day, words),
        _waiting(day, words),
        _group(Kind.WROTE_BACK, tr("They wrote back"), day.wrote_back, day, words),
        _group(Kind.TRIAL, tr("The trial is over"), day.trials, day, words),
        _group(Kind.AGAIN, tr("You wanted to look again"), day.look_again, day, words),
        _group(Kind.FRESH, _fresh_title(day, words), day.fresh, day, words),
    ]
    return [group for group in found if group.items]


def _pressing(day: Overview, words: Words) -> Group:
    items = [_pressing_item(idea, day, words) for idea in day.pressing.ideas]
    lates = sum(open_days_left(day.shop, idea.created_at, day.at) < 0 for idea in day.pressing.ideas)
    title = wording.pressing_title(day, lates, words)
    return Group(kind=Kind.PRESSING, title=title, items=items, more=day.pressing.more, notes=NOTES_AT_MOST)


def _pressing_item(idea: Idea, day: Overview, words: Words) -> Item:
    left = open_days_left(day.shop, idea.created_at, day.at)
    return _item(
        Kind.PRESSING,
        idea,
        day,
        words,
        verbs=(Verb.ANSWER, Verb.CONSIDER),
        due=shop_words.promise_word(left, words) if left < 0 else "",
    )


def _waiting(day: Overview, words: Words) -> Group:
    items = [_waiting_item(idea, day, words) for idea in day.waiting.ideas]
    title = wording.waiting_title(day, words)
    return Group(kind=Kind.WAITING, title=title, items=items, more=day.waiting.more)


def _waiting_item(idea: Idea, day: Overview, words: Words) -> Item:
    """What is held is read in its place first; everything else can go up from here."""
    first, second = (Verb.PUT_UP, Verb.ANSWER) if idea.held_for is None else (Verb.ANSWER, Verb.PUT_UP)
    care = "" if idea.held_for is None else held_word(idea.held_for, words)
    verbs = (first, second, Verb.KEEP_PRIVATE, Verb.HIDE)
    return _item(Kind.WAITING, idea, day, words, verbs=verbs, care=care)


def _group(kind: Kind, title: str, some: Some, day: Overview, words: Words) -> Group:
    items = [_item(kind, idea, day, words, verbs=_verbs(kind, idea, day)) for idea in some.ideas]
    return Group(kind=kind, title=title, items=items, more=some.more)


def _verbs(kind: Kind, idea: Idea, day: Overview) -> tuple[Verb, ...]:
    """That no answer is needed is said where all is read: where more wait, under the idea itself."""
    is_all_here = kind is Kind.WROTE_BACK and not day.more_replies.get(idea.id)
    return (Verb.ANSWER, Verb.SETTLE) if is_all_here else (Verb.ANSWER,)


def _item(
    kind: Kind,
    idea: Idea,
    day: Overview,
    words: Words,
    *,
    verbs: tuple[Verb, ...],
    due: str = "",
    care: str = "",
) -> Item:
    reply = day.replies.get(idea.id) if kind is Kind.WROTE_BACK else None
    told_by = day.writers.get(idea.id, idea) if reply else idea
    beside = _beside(kind, told_by, day, words)
    more = day.more_replies.get(idea.id, 0) if reply else 0
    if more:
        beside = " · ".join((beside, words.trn("and %(count)s more", "and %(count)s more", more)))
    return Item(
        kind=kind,
        idea=idea,
        text=reply.text if reply else idea.text,
        author=shop_words.author(told_by, words),
        beside=beside,
        way=wording.channel(idea, day, words) if kind is Kind.PRESSING else beside,
        verbs=verbs,
        due=due,
        care=care,
    )


def _beside(kind: Kind, idea: Idea, day: Overview, words: Words) -> str:
    if kind is Kind.PRESSING:
        return wording.origin(idea, day, words)
    if kind is Kind.WROTE_BACK:
        return words.tr("about “%(idea)s”", idea=shop_words.beginning(idea, 40))
    if kind is Kind.TRIAL and idea.trial_until is not None:
        return words.tr("tried until %(day)s", day=short_day(idea.trial_until, words.language))
    if kind is Kind.AGAIN:
        return words.tr(shop_words.STATUS_WORDS[idea.status])
    return wording.channel(idea, day, words)


def _fresh_title(day: Overview, words: Words) -> str:
    since = wording.day_of(day.shop.local_date(day.since), day.today, words)
    return words.tr("New on the board since %(day)s", day=since)
