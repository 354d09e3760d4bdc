"""Which sentences a shop begins with, in its language, and what can be filled into them."""

from __future__ import annotations

from datetime import date

from app.dates import day_in_words
from app.domain.ideas import Idea
from app.domain.shop import Shop
from app.domain.snippets import STARTING, Place, SnippetKind
from app.services.owner.snippets import Shelf
from app.words import Words


def shelf_of(kind: SnippetKind, words: Words) -> Shelf:
    return Shelf(kind, tuple(words.tr(text) for text in STARTING[kind]))


def values_for(idea: Idea, shop: Shop, today: date, words: Words) -> dict[Place, str]:
    """What stands in the places of a snippet about `idea`. Its name is the one that may be read by all."""
    return {
        Place.NAME: idea.name,
        Place.SHOP: shop.name,
        Place.OWNER: shop.voice,
        Place.DATE: day_in_words(today, words.language),
        Place.PROMISE: words.trn(
            "within %(count)s open day", "within %(count)s open days", shop.promise_days
        ),
    }
