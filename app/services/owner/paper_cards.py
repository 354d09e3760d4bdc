"""Paper cards: made blank with number and claim code, and typed in under their number."""

from __future__ import annotations

from datetime import datetime
from functools import partial

from app.domain import text as texts
from app.domain.claim_codes import new_claim_code
from app.domain.clock import Clock
from app.domain.errors import Conflict, InvalidInput, NotFound
from app.domain.ideas import Channel, Idea, Link, Visibility
from app.domain.ids import new_id
from app.domain.journal import Actor
from app.domain.paper_cards import MOST_AT_ONCE, PaperCard, parse_number
from app.domain.translation import mark
from app.services.owner.done import Edit, write_down
from app.services.owner.staff_entry import note
from app.services.owner.triage import existing, put_up
from app.services.seams import Seam
from app.storage.stores import Stores


class PaperCards:
    """Every method is one transaction."""

    def __init__(self, *, seam: Seam, clock: Clock) -> None:
        self._seam = seam
        self._clock = clock

    def make(self, count: int) -> list[PaperCard]:
        """So many blank cards under the next numbers. Raises InvalidInput on `count`."""
        return self._seam.write(partial(make, count=count, now=self._clock.now()))

    def specimens(self, count: int) -> list[PaperCard]:
        """How the next would be, to look at: their codes are good for nothing."""
        now = self._clock.now()
        first = self._seam.read(lambda stores: stores.paper_cards.next_number())
        return [
            PaperCard(id=new_id(now), number=first + place, claim_code=new_claim_code(), made_at=now)
            for place in range(count)
        ]

    def type_in(
        self, number: str, text: str, *, name: str = "", to: Idea | None = None, link: Link | None = None
    ) -> Idea:
        """What is written on the card, under the claim code that is printed on it.

        Raises InvalidInput on `card`, `text` or `name`; NotFound when there is no such card; Conflict when it
        was typed in already, or what stood on it was erased.
        """
        verb = partial(type_in, number=number, text=text, name=name, to=to, link=link, now=self._clock.now())
        return self._seam.write(verb)


def make(stores: Stores, count: int, now: datetime) -> list[PaperCard]:
    if not 1 <= count <= MOST_AT_ONCE:
        raise InvalidInput("count", mark("1 to %(most)s cards are made at once."), most=MOST_AT_ONCE)
    cards = []
    for _ in range(count):
        cards.append(stores.paper_cards.add(new_id(now), stores.ideas.free_claim_code(), now))
    # Nothing to take back: a number that is on paper stays given.
    stores.journal.append(actor=Actor.OWNER, verb="make-cards", subject=stores.shops.get().id, board=False)
    return cards


def type_in(
    stores: Stores, number: str, text: str, *, name: str, to: Idea | None, link: Link | None, now: datetime
) -> Idea:
    card = _card(stores, parse_number(number))
    if card.idea_id is not None:
        return _type_anew(stores, card, text, name, now)
    if card.typed_at is not None:
        raise Conflict(
            mark("What was written on card %(number)s was erased. Please take a fresh card."),
            number=card.number,
        )
    idea = note(
        stores,
        text,
        name=name,
        channel=Channel.PAPER,
        builds_on=to.id if to else None,
        link=link,
        claim_code=card.claim_code,
        now=now,
    )
    # No part of the verb: undone, the card still belongs to the idea, and is typed in anew.
    stores.paper_cards.change(card.id, typed_at=now, idea_id=idea.id)
    write_down(stores, "add", [put_up(stores, idea, now)])
    return existing(stores, idea.id)


def _type_anew(stores: Stores, card: PaperCard, text: str, name: str, now: datetime) -> Idea:
    """A card whose idea was taken back or hidden comes up again, with what is typed now."""
    assert card.idea_id is not None
    idea = existing(stores, card.idea_id)
    if idea.visibility is not Visibility.HIDDEN:
        raise Conflict(mark("Card %(number)s was typed in already."), number=card.number)
    words = texts.clean_idea(text), texts.clean_name(name)
    changes = stores.ideas.revise(idea.id, *words, revision_id=new_id(now), at=now)
    up = put_up(stores, existing(stores, idea.id), now)
    write_down(stores, "add", [Edit(idea.id, [*changes, *up.changes], board=True)])
    return existing(stores, idea.id)


def _card(stores: Stores, number: int) -> PaperCard:
    card = stores.paper_cards.numbered(number)
    if card is None:
        raise NotFound(mark("There is no card %(number)s. Please look at its number again."), number=number)
    return card
