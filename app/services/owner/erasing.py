"""Erasing a person: find all that she left, then remove it for good. The one verb that cannot be undone."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from datetime import date, datetime, timedelta
from functools import partial
from uuid import UUID

from app.domain.backups import KEPT_AT_MOST
from app.domain.claim_codes import parse_claim_code
from app.domain.clock import Clock
from app.domain.erasing import Erased, Found, FoundBy, Trace, erased, masked
from app.domain.errors import InvalidInput, StorageProblem
from app.domain.ideas import Idea
from app.domain.journal import Actor
from app.domain.text import clean_line, first_graphemes
from app.domain.translation import mark
from app.domain.voices import Voice
from app.services.customer.following import forget
from app.services.owner.triage import existing
from app.services.seams import Seam
from app.storage.stores import Stores

LONGEST_QUESTION = 254
MOST_MENTIONS = 50
# Somebody with more under one name is looked for more exactly.
MOST_SHOWN = 100


class Erasing:
    """`scrub` wipes what an erasure left in the database's files; it raises StorageProblem while another
    program holds them."""

    def __init__(self, *, seam: Seam, clock: Clock, scrub: Callable[[], None]) -> None:
        self._seam = seam
        self._clock = clock
        self._scrub = scrub

    @property
    def today(self) -> date:
        """On the shop's own calendar."""
        return self._seam.read(lambda stores: stores.shops.get().local_date(self._clock.now()))

    @property
    def backups_end(self) -> date:
        """By when no backup holds what is erased today."""
        return self.today + KEPT_AT_MOST

    def find(self, question: str) -> Found:
        """The ideas that a claim code, a name or an address leads to. Raises InvalidInput for a blank."""
        return self._seam.read(partial(find, question=question))

    def trace(self, ids: Sequence[UUID]) -> list[Trace]:
        """What hangs on these ideas. Raises NotFound when one is gone."""
        return self._seam.read(lambda stores: [_trace(stores, id_, FoundBy.CODE) for id_ in ids])

    def erase(self, ids: Sequence[UUID]) -> Erased:
        """For good. When this returns no file of the database holds the words, unless the report says so.

        Raises NotFound when one is gone; then none is erased.
        """
        now = self._clock.now()
        traces = self._seam.write(partial(erase, ids=ids))
        try:
            self._scrub()
        except StorageProblem:
            return erased(traces, now, is_wiped=False)
        return erased(traces, now, is_wiped=True)


def find(stores: Stores, question: str) -> Found:
    asked = first_graphemes(clean_line(question), LONGEST_QUESTION)
    if not asked:
        raise InvalidInput("question", mark("Please type a name, an address or a claim code."))
    found: dict[UUID, FoundBy] = {}
    for id_, why in _leads(stores, asked):
        found.setdefault(id_, why)
    shown = list(found.items())[:MOST_SHOWN]
    voices = stores.people.voices_named(asked)[:MOST_SHOWN]
    shown += [(id_, FoundBy.NAME) for id_ in voices]
    return Found(tuple(_trace(stores, id_, why) for id_, why in shown), max(0, len(found) - MOST_SHOWN))


def erase(stores: Stores, ids: Sequence[UUID]) -> list[Trace]:
    """In one transaction with the journal, which keeps that it was done and no word of what."""
    traces = [_trace(stores, id_, FoundBy.CODE) for id_ in dict.fromkeys(ids)]
    for trace in traces:
        if trace.voice is None:
            forget(stores, trace.idea, Actor.OWNER)
        else:
            _forget_voice(stores, trace.idea, trace.voice)
    return traces


def _forget_voice(stores: Stores, idea: Idea, voice: Voice) -> None:
    stores.voices.erase(voice.id)
    stores.erasures.remember(voice.id)
    stores.journal.append(actor=Actor.OWNER, verb="erase-voice", subject=idea.id, board=idea.is_public)


def forget_addresses(stores: Stores, now: datetime) -> None:
    """Addresses that have had their time, as the shop's settings say. Nothing to undo: it was promised."""
    shop = stores.shops.get()
    if stores.people.forget_addresses_before(now - timedelta(days=shop.contact_days)):
        stores.journal.append(actor=Actor.SYSTEM, verb="forget-addresses", subject=shop.id, board=False)


def _leads(stores: Stores, asked: str) -> Iterator[tuple[UUID, FoundBy]]:
    code = parse_claim_code(asked)
    holder = stores.ideas.holder_of(code) if code else None
    if holder is not None:
        yield holder, FoundBy.CODE
    for id_ in stores.people.reached_at(asked):
        yield id_, FoundBy.CONTACT
    for id_ in stores.people.named(asked):
        yield id_, FoundBy.NAME
    for idea in stores.search.all(asked, limit=MOST_MENTIONS).ideas:
        yield idea.id, FoundBy.MENTION


def _trace(stores: Stores, id_: UUID, why: FoundBy) -> Trace:
    voice = stores.voices.ever(id_)
    if voice is not None:
        return _voice_trace(stores, voice, why)
    idea, contact = existing(stores, id_), stores.ideas.contact(id_)
    return Trace(
        idea=idea,
        found_by=why,
        address=masked(contact.address) if contact else "",
        versions=stores.people.count("versions", id_),
        replies=idea.replies,
        answers=stores.people.count("answers", id_),
        votes=idea.votes,
        notices=tuple(stores.notices.of(id_)),
        credits=stores.storms.times_credited(id_),
        ballots=stores.ballots.naming(id_),
    )


def _voice_trace(stores: Stores, voice: Voice, why: FoundBy) -> Trace:
    """The idea is somebody else's and stays."""
    return Trace(
        idea=existing(stores, voice.idea_id),
        found_by=why,
        address="",
        versions=0,
        replies=0,
        answers=0,
        votes=0,
        notices=(),
        voice=voice,
    )
