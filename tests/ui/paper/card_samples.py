"""Cards and slips with sane defaults."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any

from PySide6.QtCore import QRectF
from PySide6.QtGui import QTransform

from app.domain.ideas import Idea
from app.domain.ids import new_id
from app.domain.paper_cards import PaperCard
from app.domain.shop import Shop
from app.domain.thanks import ThankCard
from app.words import Words as Catalogue
from tests.shop import MORNING, make_idea
from tests.ui.paper.samples import make_words
from ui.paper.card_content import CardContent, blank_card, claim_slip, thank_card
from ui.paper.sheets import Code, Sheet, Thing, Turned, Words

BASE = "http://192.168.178.31:8765"
CODE = "K7QX2M4TB"


def make_shop(**changes: Any) -> Shop:
    values: dict[str, Any] = {"name": "Linden Street Bakery", "owner": "Marta"}
    return Shop(id=new_id(MORNING), **(values | changes))


def make_thanks(idea: Idea | None, words: Catalogue | None = None, **more: Any) -> CardContent:
    values: dict[str, Any] = {"worth": "one coffee", "good_until": date(2027, 11, 20)}
    kept = {key: more.pop(key) for key in ("shop", "logo", "name") if key in more}
    card = ThankCard(id=new_id(MORNING), code=CODE, made_at=MORNING, **(values | more))
    return thank_card(kept.pop("shop", make_shop()), card, idea, words or make_words(), **kept)


def make_blank(
    number: int = 31, base: str = BASE, words: Catalogue | None = None, shop: Shop | None = None, **more: Any
) -> CardContent:
    card = PaperCard(id=new_id(MORNING), number=number, claim_code=CODE, made_at=MORNING)
    return blank_card(shop or make_shop(), card, base, words or make_words(), **more)


def make_slip(
    idea: Idea, base: str = BASE, words: Catalogue | None = None, shop: Shop | None = None, **more: Any
) -> CardContent:
    return claim_slip(shop or make_shop(), idea, base, words or make_words(), **more)


def one_of_each(text: str = "A bowl for the dogs.", name: str = "Sam", **more: Any) -> list[CardContent]:
    idea = make_idea(text, name=name)
    return [make_thanks(idea, **more), make_blank(**more), make_slip(idea, **more)]


def flat(things: Sequence[Thing], turn: QTransform | None = None) -> Iterator[tuple[Thing, QTransform]]:
    """Everything that lies there, with how it is turned."""
    turn = turn or QTransform()
    for thing in things:
        if isinstance(thing, Turned):
            about = QTransform().translate(thing.x, thing.y).rotate(thing.degrees)
            yield from flat(thing.things, about.translate(-thing.x, -thing.y) * turn)
        else:
            yield thing, turn


def words_of(sheet: Sheet) -> list[Words]:
    return [thing for thing, _ in flat(sheet.things) if isinstance(thing, Words)]


def codes_of(sheet: Sheet) -> list[Code]:
    return [thing for thing, _ in flat(sheet.things) if isinstance(thing, Code)]


def text_of(sheet: Sheet) -> str:
    return " ".join(words.line.text for words in words_of(sheet))


def strays(sheet: Sheet, margin: float) -> list[str]:
    """The lines whose letters come nearer to the edge than `margin`."""
    paper = QRectF(margin, margin, sheet.width - 2 * margin, sheet.height - 2 * margin)
    return [
        thing.line.text
        for thing, turn in flat(sheet.things)
        if isinstance(thing, Words) and not paper.contains(turn.mapRect(_ink(thing)))
    ]


def _ink(words: Words) -> QRectF:
    ink = words.line.ink().translated(words.x, words.baseline)
    return ink if ink.width() and ink.height() else QRectF(words.x, words.baseline, 0.1, 0.1)
