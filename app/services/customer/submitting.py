"""Pinning an idea: what a customer sends becomes one idea, however often it is sent."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from uuid import UUID

from app.domain import text as texts
from app.domain.claim_codes import parse_claim_code
from app.domain.errors import Conflict, InvalidInput
from app.domain.ideas import Channel, Contact, HeldFor, Idea, Link, Visibility
from app.domain.journal import Actor
from app.domain.kiosks import LONGEST_WAIT
from app.domain.likeness import is_twin, rank_similar
from app.domain.promise import answer_due
from app.domain.shield import speaks_of
from app.domain.shop import Moderation, Shop
from app.domain.storms import parse_storm_code, takes_ideas
from app.domain.translation import mark
from app.services.customer.browsing import on_the_wall
from app.storage.stores import Stores

CONSENT_WORDING = "mail-when-answered-1"
NO_WAIT = timedelta()
FLOOD_IDEAS = 10
FLOOD_WITHIN = timedelta(seconds=100)


class TakenBack(Conflict):
    """It had been stored, and its author erased it since."""


@dataclass(frozen=True, kw_only=True, slots=True)
class IdeaDraft:
    """An idea as somebody sent it. `id` was made before the first try and makes sending twice one idea.

    A kiosk that had no network has given its author a `claim_code` already, and says how long the idea has
    `waited` since: only differences are told, for its clock may be wrong. `storm` is the code of the storm it
    was written for; what builds on a storm's idea belongs to that storm by itself.
    """

    id: UUID
    text: str
    name: str = ""
    contact: str = ""
    consent: bool = False
    builds_on: UUID | None = None
    link: Link | None = None
    channel: Channel = Channel.PHONE
    placement_token: str = ""
    language: str = ""
    held_for: HeldFor | None = None
    claim_code: str = ""
    waited: timedelta = NO_WAIT
    storm: str = ""


@dataclass(frozen=True, kw_only=True, slots=True)
class Receipt:
    """The stored idea. `fresh` is False when it had been sent before; `due` is the promised day. `late`: it
    was meant for a storm that gathers no more, and is an idea like any other now."""

    idea: Idea
    fresh: bool
    due: date
    late: bool = False


@dataclass(frozen=True, kw_only=True, slots=True)
class CleanDraft:
    draft: IdeaDraft
    text: str
    name: str
    contact: str
    claim_code: str


def clean_draft(draft: IdeaDraft) -> CleanDraft:
    """Clean every box before the writer is bothered. Raises InvalidInput naming the box.

    An address is only kept with consent, so without it nobody is asked to correct one; consent without an
    address would let somebody wait for a mail that never comes.
    """
    if draft.consent and not draft.contact.strip():
        raise InvalidInput("contact", mark("Where shall we write to? Or take the tick away."))
    return CleanDraft(
        draft=draft,
        text=texts.clean_idea(draft.text),
        name=texts.clean_name(draft.name),
        contact=texts.clean_contact(draft.contact) if draft.consent else "",
        claim_code=_clean_code(draft.claim_code),
    )


def _clean_code(typed: str) -> str:
    code = parse_claim_code(typed) if typed else ""
    if code is None:
        raise InvalidInput("claim_code", mark("This is no claim code."))
    return code


def submit(stores: Stores, clean: CleanDraft, now: datetime) -> Receipt:
    """Store the idea, or recognise it. Raises Conflict when its id stands for other words, or its claim code
    for another idea."""
    shop = stores.shops.get()
    idea = _arrange(stores, shop, clean, now)
    if clean.claim_code and stores.ideas.holder_of(clean.claim_code) not in (None, idea.id):
        raise Conflict(mark("This claim code was given to another idea."))
    if not stores.ideas.add(idea, contact=_consented(clean.contact, now)):
        return _recognise(stores, shop, idea, clean)
    stores.journal.append(
        actor=Actor.CUSTOMER, verb="submit", subject=idea.id, board=idea.visibility is Visibility.PUBLIC
    )
    return _receipt(shop, idea, clean.draft, fresh=True)


def _receipt(shop: Shop, idea: Idea, draft: IdeaDraft, *, fresh: bool) -> Receipt:
    late = idea.storm_id is None and bool(draft.storm)
    return Receipt(idea=idea, fresh=fresh, due=answer_due(shop, idea.created_at), late=late)


def _arrange(stores: Stores, shop: Shop, clean: CleanDraft, now: datetime) -> Idea:
    draft = clean.draft
    parent = on_the_wall(stores, draft.builds_on) if draft.builds_on else None
    created_at = now - min(max(draft.waited, NO_WAIT), LONGEST_WAIT)
    held_for = draft.held_for or speaks_of(clean.text, shop.staff_names)
    if held_for is None and shop.moderation is Moderation.PUBLIC_AT_ONCE:
        held_for = _suspicion(stores, clean, created_at)
    public = shop.moderation is Moderation.PUBLIC_AT_ONCE and held_for is None
    return Idea(
        id=draft.id,
        claim_code=clean.claim_code or stores.ideas.free_claim_code(),
        text=clean.text,
        name=clean.name,
        channel=draft.channel,
        visibility=Visibility.PUBLIC if public else Visibility.WAITING,
        builds_on=parent.id if parent else None,
        link=(draft.link or Link.AND) if parent else None,
        placement=_known_placement(stores, draft.placement_token),
        language=texts.clean_line(draft.language)[:35],
        held_for=held_for,
        has_contact=bool(clean.contact),
        created_at=created_at,
        public_at=created_at if public else None,
        storm_id=_storm_of(stores, draft, parent, created_at, now),
    )


def _storm_of(
    stores: Stores, draft: IdeaDraft, parent: Idea | None, created_at: datetime, now: datetime
) -> UUID | None:
    """The storm it was written for, or the one it builds in; None when that does not gather any more: what
    comes late is an idea like any other. Raises InvalidInput for a storm that there never was."""
    if draft.storm:
        storm = stores.storms.by_code(parse_storm_code(draft.storm) or "")
        if storm is None or storm.announced_at is None:
            raise InvalidInput("storm", mark("There is no such storm."))
    else:
        storm = stores.storms.get(parent.storm_id) if parent and parent.storm_id else None
    return storm.id if storm and takes_ideas(storm, created_at, now) else None


def _suspicion(stores: Stores, clean: CleanDraft, created_at: datetime) -> HeldFor | None:
    """Why the owner should look at it first. The pages count a phone's ideas by its address before."""
    if clean.draft.channel is Channel.KIOSK and _is_flood(stores, created_at):
        return HeldFor.FLOOD
    return HeldFor.TWIN if _has_twin(stores, clean.text) else None


def _is_flood(stores: Stores, created_at: datetime) -> bool:
    """Whether the last ten ideas all came from kiosks, and faster than people write. Counted by when they
    were pinned: what waited for the network comes all at once."""
    arrivals = stores.ideas.newest_arrivals(FLOOD_IDEAS)
    return len(arrivals) == FLOOD_IDEAS and all(
        channel is Channel.KIOSK and abs(created_at - at) < FLOOD_WITHIN for channel, at in arrivals
    )


def _consented(address: str, now: datetime) -> Contact | None:
    return Contact(address=address, consent_at=now, wording=CONSENT_WORDING) if address else None


def _known_placement(stores: Stores, token: str) -> str:
    """An unknown place costs nobody the idea."""
    placement = stores.placements.by_token(token) if token else None
    return placement.token if placement else ""


def _has_twin(stores: Stores, text: str) -> bool:
    return any(is_twin(text, other.text) for other in rank_similar(text, stores.search.candidates(text), 3))


def _recognise(stores: Stores, shop: Shop, sent: Idea, clean: CleanDraft) -> Receipt:
    """The idea that was sent before under this id. Its claim code is given back only to what came by the same
    channel with the same first words: ids and texts of public ideas are known to everybody."""
    stored = stores.ideas.get(sent.id)
    if stored is None:
        raise TakenBack(mark("This idea was taken back. Please write it again."))
    same_words = stores.ideas.first_words(sent.id) == (sent.text, sent.name)
    same_code = clean.claim_code in ("", stored.claim_code)
    if stored.channel is not sent.channel or not same_words or not same_code:
        raise Conflict(mark("This was already sent with other words. Please open the form again."))
    return _receipt(shop, stored, clean.draft, fresh=False)
