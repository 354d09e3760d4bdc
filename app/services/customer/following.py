"""Following one's own idea by its claim code: read, write back, change the words, take it back."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum
from uuid import UUID

from app.domain import text as texts
from app.domain.claim_codes import parse_claim_code
from app.domain.errors import Conflict, NotFound
from app.domain.ideas import Idea, Reply, Response, Status, Visibility
from app.domain.ids import new_id
from app.domain.journal import Actor, JournalEntry
from app.domain.paper_cards import CardNotRead
from app.domain.promise import answer_due
from app.domain.shield import speaks_of
from app.domain.shop import Moderation, Shop
from app.domain.storm_views import StormView
from app.domain.translation import mark
from app.services.customer.browsing import on_the_wall
from app.services.customer.storming import storm_of_idea
from app.storage.stores import Stores

EDITABLE_FOR = timedelta(hours=1)
MOST_REPLIES = 20
MOST_EDITS = 20
# A code of the right shape that is never given: a misspelt code costs the same look-up as a real one.
_NOBODY = "000000000"


class StepKind(StrEnum):
    SENT = "sent"
    ON_THE_WALL = "on-the-wall"
    PUT_TOGETHER = "put-together"
    ANSWERED = "answered"
    ANSWERED_PRIVATELY = "answered-privately"


@dataclass(frozen=True, kw_only=True, slots=True)
class Step:
    """One dot of an idea's history; `status` is what the answer said."""

    kind: StepKind
    at: datetime
    status: Status = Status.NEW


@dataclass(frozen=True, kw_only=True, slots=True)
class Claim:
    """Everything its author may know of an idea. `editable_until` is None when the words are fixed.

    `survivor` is the idea it was put together with, if everybody may read that; its answer counts here too.
    `thanked` says that the shop has thanked for it. `storm` is the one it belongs to, as it stands.
    """

    idea: Idea
    answers: tuple[Response, ...]
    replies: tuple[Reply, ...]
    history: tuple[Step, ...]
    editable_until: datetime | None
    due: date
    survivor: Idea | None = None
    thanked: bool = False
    storm: StormView | None = None

    @property
    def standing(self) -> Idea:
        """The idea whose decision its author waits for."""
        return self.survivor or self.idea


def claim(stores: Stores, code: str, now: datetime) -> Claim:
    """What the holder of `code` sees. Raises NotFound alike for wrong and for impossible codes."""
    idea = claimed_idea(stores, code)
    answers = tuple(stores.responses.of(idea.id))
    survivor = on_the_wall(stores, idea.id) if idea.merged_into else None
    return Claim(
        idea=idea,
        answers=answers,
        replies=tuple(stores.replies.of(idea.id)),
        history=_history(stores, idea, answers, survivor),
        editable_until=_editable_until(idea, now),
        due=answer_due(stores.shops.get(), idea.created_at),
        survivor=survivor,
        thanked=stores.thanks.thanked_at(idea.id) is not None,
        storm=storm_of_idea(stores, idea, now),
    )


def claimed_idea(stores: Stores, code: str) -> Idea:
    idea = stores.ideas.by_code(parse_claim_code(code) or _NOBODY)
    if idea is None:
        _refuse_unread_card(stores, code)
        raise NotFound(mark("No idea has this code. Please check it, letter by letter."))
    return idea


def _refuse_unread_card(stores: Stores, code: str) -> None:
    card = stores.paper_cards.by_code(parse_claim_code(code) or _NOBODY)
    if card is not None and card.typed_at is None:
        raise CardNotRead(mark("Your card has not been typed in yet. Please look again in a day or two."))


def reply(stores: Stores, code: str, text: str, reply_id: UUID, now: datetime) -> Reply:
    """Write back to the owner. The same `reply_id` twice is one reply.

    Raises NotFound for a wrong code, InvalidInput for a blank or long text, Conflict after twenty replies.
    """
    idea = claimed_idea(stores, code)
    answer = Reply(id=reply_id, idea_id=idea.id, text=texts.clean_reply(text), created_at=now)
    sent = next((each for each in stores.replies.of(idea.id) if each.id == reply_id), None)
    if sent is not None and sent.text == answer.text:
        return sent
    if idea.replies >= MOST_REPLIES:
        raise Conflict(
            mark("You have written back %(count)s times. Please come by the counter."), count=MOST_REPLIES
        )
    if sent is not None or not stores.replies.add(answer):
        raise Conflict(mark("This was already sent with other words. Please open the page again."))
    stores.journal.append(actor=Actor.CUSTOMER, verb="reply", subject=idea.id, board=False)
    return answer


def edit(stores: Stores, code: str, text: str, name: str, now: datetime) -> Idea:
    """Change one's words within the hour. What had been approved waits for approval again.

    Raises NotFound, InvalidInput, and Conflict when the hour is over, the idea answered, or its words were
    changed twenty times already.
    """
    idea = claimed_idea(stores, code)
    words = texts.clean_idea(text), texts.clean_name(name)
    if _editable_until(idea, now) is None:
        raise Conflict(mark("The hour for changes is over, or the answer is already there."))
    if words == (idea.own_text, idea.own_name):
        return idea
    if sum(entry.verb == "edit" for entry in stores.journal.of(idea.id)) >= MOST_EDITS:
        raise Conflict(mark("These words were changed very often. Please come by the counter."))
    changes = stores.ideas.revise(idea.id, *words, revision_id=new_id(now), at=now)
    shop = stores.shops.get()
    speaks = speaks_of(words[0], shop.staff_names)
    if speaks is not None:
        changes += stores.ideas.change(idea.id, held_for=speaks)
    if idea.is_public and (speaks is not None or waits_when_changed(idea, shop)):
        changes += stores.ideas.change(idea.id, visibility=Visibility.WAITING)
    stores.journal.append(
        actor=Actor.CUSTOMER, verb="edit", subject=idea.id, changes=changes, board=idea.is_public
    )
    return claimed_idea(stores, code)


def erase(stores: Stores, code: str) -> UUID:
    """Take the idea back with all that belongs to it. Raises NotFound for a wrong code.

    The caller scrubs the database's files after the commit.
    """
    idea = claimed_idea(stores, code)
    forget(stores, idea, Actor.CUSTOMER)
    return idea.id


def forget(stores: Stores, idea: Idea, actor: Actor) -> None:
    """Erase an idea and write down what others see of it: what was put into it stands alone again, and what
    it was put into has lost its votes."""
    survivor = stores.groups.survivor(idea.id) if idea.merged_into else None
    freed = stores.ideas.several(stores.ideas.erase(idea.id))
    action = stores.journal.append(actor=actor, verb="erase", subject=idea.id, board=idea.is_public)
    touched = [(each, "unmerge") for each in freed]
    kept = stores.ideas.get(survivor) if survivor else None
    touched += [(kept, "erase")] if kept else []
    for each, verb in touched:
        stores.journal.append(actor=actor, verb=verb, subject=each.id, board=each.is_public, action=action)


def _leads_on(entry: JournalEntry) -> bool:
    return any(change.column == "merged_into" and change.after is not None for change in entry.changes)


def waits_when_changed(idea: Idea, shop: Shop) -> bool:
    """Whether other words have to be looked at before they hang: the owner has let exactly these up, or left
    out a part of them. What the shop lets up at once is public since the moment it came."""
    is_up_at_once = shop.moderation is Moderation.PUBLIC_AT_ONCE and idea.public_at == idea.created_at
    return not is_up_at_once or idea.left_out_of is not None


def _editable_until(idea: Idea, now: datetime) -> datetime | None:
    until = idea.created_at + EDITABLE_FOR
    return until if now < until and not idea.is_answered and idea.merged_into is None else None


def _history(
    stores: Stores, idea: Idea, answers: tuple[Response, ...], survivor: Idea | None
) -> tuple[Step, ...]:
    steps = [Step(kind=StepKind.SENT, at=idea.created_at)]
    if idea.public_at is not None and idea.visibility is Visibility.PUBLIC:
        steps.append(Step(kind=StepKind.ON_THE_WALL, at=idea.public_at))
    if survivor is not None:
        merged = [entry.at for entry in stores.journal.of(idea.id) if _leads_on(entry)]
        steps += [Step(kind=StepKind.PUT_TOGETHER, at=at) for at in merged[-1:]]
        answers += tuple(answer for answer in stores.responses.of(survivor.id) if not answer.private)
    steps += [
        Step(
            kind=StepKind.ANSWERED_PRIVATELY if answer.private else StepKind.ANSWERED,
            at=answer.created_at,
            status=answer.status,
        )
        for answer in answers
    ]
    return tuple(sorted(steps, key=lambda step: step.at))
