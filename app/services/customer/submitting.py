"""Pinning an idea: what a customer sends becomes one idea, however often it is sent."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from app.domain import text as texts
from app.domain.errors import Conflict, InvalidInput
from app.domain.ideas import Channel, Contact, HeldFor, Idea, Link, Visibility
from app.domain.journal import Actor
from app.domain.likeness import is_twin, rank_similar
from app.domain.promise import answer_due
from app.domain.shop import Moderation, Shop
from app.domain.translation import mark
from app.storage.stores import Stores

CONSENT_WORDING = "mail-when-answered-1"


@dataclass(frozen=True, kw_only=True, slots=True)
class IdeaDraft:
    """An idea as somebody sent it. `id` was made before the first try and makes sending twice one idea."""

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


@dataclass(frozen=True, kw_only=True, slots=True)
class Receipt:
    """The stored idea. `fresh` is False when it had been sent before; `due` is the promised day."""

    idea: Idea
    fresh: bool
    due: date


@dataclass(frozen=True, kw_only=True, slots=True)
class CleanDraft:
    draft: IdeaDraft
    text: str
    name: str
    contact: str


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
    )


def submit(stores: Stores, clean: CleanDraft, now: datetime) -> Receipt:
    """Store the idea, or recognise it. Raises Conflict when its id stands for other words."""
    shop = stores.shops.get()
    idea = _arrange(stores, shop, clean, now)
    if not stores.ideas.add(idea, contact=_consented(clean.contact, now)):
        return _recognise(stores, shop, idea)
    stores.journal.append(
        actor=Actor.CUSTOMER, verb="submit", subject=idea.id, board=idea.visibility is Visibility.PUBLIC
    )
    return Receipt(idea=idea, fresh=True, due=answer_due(shop, idea.created_at))


def _arrange(stores: Stores, shop: Shop, clean: CleanDraft, now: datetime) -> Idea:
    draft = clean.draft
    parent = stores.ideas.get(draft.builds_on) if draft.builds_on else None
    held_for = draft.held_for
    if held_for is None and shop.moderation is Moderation.PUBLIC_AT_ONCE and _has_twin(stores, clean.text):
        held_for = HeldFor.TWIN
    public = shop.moderation is Moderation.PUBLIC_AT_ONCE and held_for is None
    linked = parent is not None and parent.is_public
    return Idea(
        id=draft.id,
        claim_code=stores.ideas.free_claim_code(),
        text=clean.text,
        name=clean.name,
        channel=draft.channel,
        visibility=Visibility.PUBLIC if public else Visibility.WAITING,
        builds_on=parent.id if parent and linked else None,
        link=(draft.link or Link.AND) if linked else None,
        placement=_known_placement(stores, draft.placement_token),
        language=texts.clean_line(draft.language)[:35],
        held_for=held_for,
        has_contact=bool(clean.contact),
        created_at=now,
        public_at=now if public else None,
    )


def _consented(address: str, now: datetime) -> Contact | None:
    return Contact(address=address, consent_at=now, wording=CONSENT_WORDING) if address else None


def _known_placement(stores: Stores, token: str) -> str:
    """An unknown place costs nobody the idea."""
    placement = stores.placements.by_token(token) if token else None
    return placement.token if placement else ""


def _has_twin(stores: Stores, text: str) -> bool:
    return any(is_twin(text, other.text) for other in rank_similar(text, stores.search.candidates(text), 3))


def _recognise(stores: Stores, shop: Shop, sent: Idea) -> Receipt:
    """The idea that was sent before under this id. Its claim code is given back only to what came by the same
    channel with the same first words: ids and texts of public ideas are known to everybody."""
    stored = stores.ideas.get(sent.id)
    if stored is None:
        raise Conflict(mark("This idea was taken back. Please write it again."))
    if stored.channel is not sent.channel or stores.ideas.first_words(sent.id) != (sent.text, sent.name):
        raise Conflict(mark("This was already sent with other words. Please open the form again."))
    return Receipt(idea=stored, fresh=False, due=answer_due(shop, stored.created_at))
