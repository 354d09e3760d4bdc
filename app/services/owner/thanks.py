"""Thanks: who still waits for them, saying them, and cards that the till redeems once."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from functools import partial
from uuid import UUID

from app.domain.claim_codes import parse_claim_code
from app.domain.clock import Clock
from app.domain.erasing import masked
from app.domain.errors import Conflict, NotFound
from app.domain.ideas import Channel
from app.domain.ids import new_id
from app.domain.text import clean_line
from app.domain.thanks import (
    CARD_GOOD_FOR,
    AlreadyRedeemed,
    Owed,
    OwedPage,
    ThankCard,
    Way,
    clean_worth,
    new_card_code,
    parse_card_code,
)
from app.domain.translation import mark
from app.services.owner.done import Done, Edit, write_down
from app.services.owner.shop_keeping import save_shop
from app.services.owner.triage import existing
from app.services.seams import Seam
from app.storage.stores import Stores
from app.storage.thanks import Waiting

SHOWN_AT_ONCE = 200
# Who said it to somebody is met again; everybody else has the claim page.
_FACE_TO_FACE = frozenset({Channel.IN_PERSON, Channel.TELEPHONE})


class Thanks:
    """Every method is one transaction; marking, making cards and redeeming are undone like any verb."""

    def __init__(self, *, seam: Seam, clock: Clock) -> None:
        self._seam = seam
        self._clock = clock

    def owed(self, limit: int = SHOWN_AT_ONCE) -> OwedPage:
        """Those who wait for thanks, whose decision is newest first."""
        return self._seam.read(partial(owed, limit=limit))

    def count(self) -> int:
        """How many wait."""
        return self._seam.read(lambda stores: stores.thanks.count())

    def mark(self, ids: Sequence[UUID]) -> Done:
        """They were thanked. Their claim pages say it from now on. Raises NotFound when one is gone."""
        return self._seam.write(partial(mark_thanked, ids=ids, now=self._clock.now()))

    def make_cards(self, ids: Sequence[UUID], worth: str) -> list[ThankCard]:
        """A card for each of them, who count as thanked; `worth` is remembered for the next time.

        Raises NotFound when one is gone, InvalidInput on `worth` when it is blank or over 60 characters.
        """
        return self._seam.write(partial(make_cards, ids=ids, worth=worth, now=self._clock.now()))

    def specimens(self, count: int, worth: str) -> list[ThankCard]:
        """How so many would be, to look at: their codes are good for nothing. Raises InvalidInput on
        `worth`."""
        said, now = clean_worth(worth), self._clock.now()
        good_until = self._seam.read(lambda stores: stores.shops.get()).local_date(now + CARD_GOOD_FOR)
        return [
            ThankCard(id=new_id(now), code=new_card_code(), worth=said, made_at=now, good_until=good_until)
            for _ in range(count)
        ]

    def redeem(self, code: str) -> ThankCard:
        """Once, whoever asks first. Raises NotFound, AlreadyRedeemed, and Conflict for a card that is too old
        or was taken back."""
        return self._seam.write(partial(redeem, code=code, now=self._clock.now()))


def owed(stores: Stores, limit: int) -> OwedPage:
    waiting, total = stores.thanks.owed(limit)
    return OwedPage(tuple(_owed(stores, each) for each in waiting), total)


def mark_thanked(stores: Stores, ids: Sequence[UUID], now: datetime) -> Done:
    return write_down(stores, "thank", [_thank(stores, id_, now) for id_ in dict.fromkeys(ids)])


def make_cards(stores: Stores, ids: Sequence[UUID], worth: str, now: datetime) -> list[ThankCard]:
    said, shop = clean_worth(worth), stores.shops.get()
    edits, cards = [], []
    for id_ in dict.fromkeys(ids):
        edit = _thank(stores, id_, now)
        card = ThankCard(
            id=new_id(now),
            code=stores.thanks.free_code(),
            worth=said,
            made_at=now,
            good_until=shop.local_date(now + CARD_GOOD_FOR),
            idea_id=edit.idea_id,
        )
        edits.append(replace(edit, changes=[*edit.changes, *stores.thanks.add_card(card)]))
        cards.append(card)
    save_shop(stores, replace(shop, thanks_worth=said))
    # After the shop's own entry, so that undo takes back the cards first.
    write_down(stores, "thank-with-cards", edits)
    return cards


def redeem(stores: Stores, code: str, now: datetime) -> ThankCard:
    card = _good_card(stores, code, now)
    changes = stores.thanks.redeem(card.id, now)
    write_down(stores, "redeem", [Edit(card.id, changes, board=False)])
    return replace(card, redeemed_at=now)


def _good_card(stores: Stores, code: str, now: datetime) -> ThankCard:
    card, shop = _card(stores, code), stores.shops.get()
    if card.redeemed_at is not None:
        raise AlreadyRedeemed(
            mark("This card was redeemed already, on %(day)s."),
            at=card.redeemed_at,
            day=shop.local_date(card.redeemed_at),
        )
    if not card.is_valid:
        raise Conflict(mark("The making of this card was taken back. It is worth nothing."))
    if shop.local_date(now) > card.good_until:
        raise Conflict(mark("This card was good until %(day)s."), day=card.good_until.isoformat())
    return card


def _card(stores: Stores, code: str) -> ThankCard:
    parsed = parse_card_code(code)
    card = stores.thanks.card(parsed) if parsed else None
    if card is not None:
        return card
    claim = parse_claim_code(code)
    if claim and stores.ideas.holder_of(claim):
        raise Conflict(mark("This is the claim code of an idea, and no thank-you card."))
    shown = clean_line(code)[:20]
    raise NotFound(
        mark("No thank-you card has the code “%(code)s”. Please compare it once more."), code=shown
    )


def _thank(stores: Stores, id_: UUID, now: datetime) -> Edit:
    voice = stores.voices.get(id_)
    idea = existing(stores, voice.idea_id if voice else id_)
    return Edit(idea.id, stores.thanks.thank(id_, idea.id, now), board=False)


def _owed(stores: Stores, waiting: Waiting) -> Owed:
    idea, is_voice = existing(stores, waiting.idea_id), waiting.voice is not None
    contact = stores.ideas.contact(idea.id) if idea.has_contact and not is_voice else None
    face_to_face = is_voice or idea.channel in _FACE_TO_FACE
    return Owed(
        id=waiting.id,
        idea=idea,
        name=idea.name if waiting.voice is None else waiting.voice,
        became=waiting.became,
        answered_at=waiting.answered_at,
        way=Way.CONTACT if contact else Way.IN_PERSON if face_to_face else Way.CLAIM_PAGE,
        address=masked(contact.address) if contact else "",
        is_voice=is_voice,
    )
