"""Answering an idea: two sentences and the decision they carry."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from app.domain.decisions import Decision
from app.domain.errors import Conflict
from app.domain.ideas import Idea, Response, Status, Visibility
from app.domain.ids import new_id
from app.domain.journal import Change
from app.domain.translation import mark
from app.services.owner.done import Done, Edit, write_down
from app.services.owner.photos import refuse_foreign
from app.services.owner.triage import Seen, as_seen, put_up
from app.storage.stores import Stores


def answer(
    stores: Stores,
    idea_id: UUID,
    decision: Decision,
    now: datetime,
    seen: Seen | None = None,
    answers_seen: int | None = None,
) -> Done:
    """Say it, and let the idea stand as decided. Earlier answers stay, superseded.

    A public answer puts a waiting idea up: what is answered on the wall hangs there. A private one keeps a
    waiting idea private, and on a public idea it is a word to the author that decides nothing in public.
    Raises NotFound when the idea is gone, Conflict when it was merged into another, when its words are others
    than `seen`, when more was answered than the `answers_seen`, when its photo is gone, and when a public
    answer is given to what is private or hidden.
    """
    idea = as_seen(stores, idea_id, seen)
    _refuse_unseen_answers(stores, idea_id, answers_seen)
    _refuse_what_cannot_be_answered(idea, decision)
    refuse_foreign(stores, decision.photo_id, idea_id)
    return write_down(stores, "answer", [respond(stores, idea, decision, now)])


def respond(stores: Stores, idea: Idea, decision: Decision, now: datetime) -> Edit:
    """Say it to one idea that can be answered so."""
    response = _response(stores, idea, decision, now)
    changes = stores.responses.add(response)
    settle = _settle_privately if decision.private else _settle_publicly
    changes += settle(stores, idea, response, now)
    changes += _look_again(stores, idea, decision)
    return Edit(idea.id, changes, board=not decision.private)


def _refuse_what_cannot_be_answered(idea: Idea, decision: Decision) -> None:
    if idea.merged_into is not None:
        raise Conflict(mark("This idea was put together with another. Please answer that one."))
    if decision.private:
        return
    if idea.visibility is Visibility.PRIVATE:
        raise Conflict(mark("This idea is private. Answer only its author, or put it up first."))
    if idea.visibility is Visibility.HIDDEN:
        raise Conflict(mark("This idea is hidden. Put it up first, or answer only its author."))


def _refuse_unseen_answers(stores: Stores, idea_id: UUID, answers_seen: int | None) -> None:
    """What another desk has just said is read before something else is said."""
    if answers_seen is not None and len(stores.responses.of(idea_id)) > answers_seen:
        raise Conflict(mark("It was just answered at another desk. Please read that first."))


def _response(stores: Stores, idea: Idea, decision: Decision, now: datetime) -> Response:
    return Response(
        id=new_id(now),
        idea_id=idea.id,
        status=decision.status,
        text=decision.text,
        reason=decision.reason,
        change_mind=decision.change_mind,
        until=decision.until,
        done_on=decision.done_on,
        photo_id=decision.photo_id,
        private=decision.private,
        signed=stores.shops.get().voice,
        created_at=now,
    )


def _look_again(stores: Stores, idea: Idea, decision: Decision) -> list[Change]:
    """A new decision, and the day that stood for looking again is over. A word in private moves no day, nor
    does what is said in private to the author of a public idea: that decides nothing."""
    if decision.status is Status.NEW or (decision.private and idea.is_public):
        return []
    return stores.ideas.change(idea.id, look_again_on=decision.look_again_on)


def _settle_publicly(stores: Stores, idea: Idea, response: Response, now: datetime) -> list[Change]:
    changes = put_up(stores, idea, now).changes
    return changes + stores.ideas.change(
        idea.id, status=response.status, response_id=response.id, answered_at=now
    )


def _settle_privately(stores: Stores, idea: Idea, response: Response, now: datetime) -> list[Change]:
    if idea.visibility is Visibility.PUBLIC:
        return []
    changes: list[Change] = []
    if idea.visibility is Visibility.WAITING:
        changes += stores.ideas.change(idea.id, visibility=Visibility.PRIVATE, held_for=None)
    if response.status is not Status.NEW:
        changes += stores.ideas.change(idea.id, status=response.status, answered_at=now)
    return changes
