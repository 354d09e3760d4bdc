"""What only the owner's page says of a storm; the rest is in `app.storm_words` and `app.storm_when`."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from uuid import UUID

from app.domain.ideas import Idea
from app.domain.shop import Shop
from app.domain.storm_views import StormView
from app.domain.storms import Phase
from app.domain.tallies import Tally
from app.domain.translation import mark
from app.storm_when import StormWhen
from app.storm_words import choosers_words, empty_words, gathered_words, left_words, tally_sentences
from app.words import Words
from ui.desk import wording

QUOTED_LETTERS = 48
_STORM_LINES = {
    Phase.DRAFT: mark("Storm, a draft that nobody sees"),
    Phase.ANNOUNCED: mark("Storm, announced and not begun yet"),
    Phase.GATHERING: mark("Storm"),
    Phase.CHOOSING: mark("Storm"),
    Phase.CLOSED: mark("Storm, closed and counted"),
    Phase.CONCLUDED: mark("Storm, concluded"),
    Phase.CARRIED_OUT: mark("Storm, carried out"),
    Phase.LOOKED_BACK: mark("Storm, looked back at"),
}


def when_for(shop: Shop, words: Words, now: datetime) -> StormWhen:
    return StormWhen(words=words, timezone=shop.timezone, now=now)


def over_question(view: StormView, words: Words) -> str:
    """ "Storm, 2 days left in opening hours"."""
    if view.left is None or view.phase is Phase.ANNOUNCED:
        return words.tr(_STORM_LINES[view.phase])
    left = left_words(view.left, words)
    return words.tr("Storm, %(left)s", left=left[:1].lower() + left[1:])


def gathered(view: StormView, chains: int, words: Words) -> str:
    """ "27 ideas, 9 chains", or that there is nothing."""
    if not view.public:
        return "" if view.phase in (Phase.DRAFT, Phase.ANNOUNCED) else nothing_yet(view.phase, words)
    return gathered_words(len(view.public), chains, words)


def nothing_yet(phase: Phase, words: Words) -> str:
    if phase is Phase.GATHERING:
        return words.tr("Nobody has written yet.")
    return empty_words(words)


def turnout_words(tally: Tally, phase: Phase, words: Words) -> str:
    """How many chose so far, and plainly what the numbers do not say."""
    if phase is Phase.CHOOSING and not tally.choosers:
        return words.tr("Nobody has chosen yet.")
    said = tally_sentences(tally, words)
    told = [] if tally.is_thin or not tally.leaders else [choosers_words(tally.choosers, words)]
    return " ".join([*told, *said])


def leading_words(tally: Tally, ideas: Mapping[UUID, Idea], words: Words) -> str:
    """Which one leads; nothing where none does alone."""
    leaders = [ideas[id] for id in tally.leaders if id in ideas]
    if len(leaders) != 1:
        return ""
    return words.tr("Most chose “%(idea)s”.", idea=wording.beginning(leaders[0], QUOTED_LETTERS))
