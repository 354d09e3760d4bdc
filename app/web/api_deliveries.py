"""What kiosks deliver from their outbox: many things at once, each with an answer of its own."""

from __future__ import annotations

import logging
from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta

from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from app.domain.errors import AppError, InvalidInput
from app.domain.ids import parse_id
from app.domain.kiosks import MOST_MILLISECONDS, MOST_VIEWS, Look, SetAsideKind
from app.domain.translation import mark
from app.services.customer.delivering import CastVote, CountedLooks, Delivery, PinnedIdea
from app.web.api_bodies import id_of, json_body, list_of, number_of, objects_of, text_of, truth_of, visitor_of
from app.web.api_ideas import draft_of
from app.web.api_keys import Keys
from app.web.guards import status_of
from app.web.shapes import Json
from app.web.site import Site

log = logging.getLogger("teacup.web")

MOST_ITEMS = 200
MOST_LOOKS = 500
# Far more than counts: no idea is refused for a clock that was set.
MOST_SECONDS_WAITED = 10**12

Outcome = bool | BaseException


class DeliveriesApi:
    def __init__(self, site: Site, keys: Keys) -> None:
        self._site = site
        self._keys = keys

    def routes(self, base: str) -> list[Route]:
        return [Route(f"{base}/deliveries", self.deliver, methods=["POST"])]

    async def deliver(self, request: Request) -> Response:
        """Answers in the order sent. Where our side fails they end: what has none is to be sent again."""
        self._keys.admit_kiosk(request)
        items = list_of(await json_body(request), "items", MOST_ITEMS)
        read = [_read(item) for item in items]
        outcomes = iter(
            await self._site.door.kiosks.deliver([one for one in read if not isinstance(one, InvalidInput)])
        )
        answered = [one if isinstance(one, InvalidInput) else next(outcomes) for one in read]
        done = _until_our_side_fails(answered)
        results = [_result(item, outcome) for item, outcome in zip(items, done, strict=False)]
        return JSONResponse({"results": results, "views": self._views(read[: len(done)])})

    def _views(self, read: Sequence[Delivery | InvalidInput]) -> Json:
        """How often the ideas were shown whose looks came, by all kiosks together."""
        shown = {look.idea_id for one in read if isinstance(one, CountedLooks) for look in one.looks}
        if not shown:
            return {}
        return {str(idea): views for idea, views in self._site.door.kiosks.views(shown).items()}


def _until_our_side_fails(outcomes: list[Outcome]) -> list[Outcome]:
    """Raises the failure when nothing was done before it."""
    for place, outcome in enumerate(outcomes):
        if isinstance(outcome, BaseException) and status_of(outcome) >= 500:
            if place == 0:
                raise outcome
            log.warning("A delivery of %d was done up to number %d: %r", len(outcomes), place, outcome)
            return outcomes[:place]
    return outcomes


def _result(item: object, outcome: Outcome) -> Json:
    result: Json = {"id": _sent_id(item)}
    if not isinstance(outcome, BaseException):
        return {**result, "status": 201 if outcome else 200}
    field = {"field": outcome.field} if isinstance(outcome, InvalidInput) else {}
    assert isinstance(outcome, AppError), "whatever else was raised is our fault, and not told"
    return {**result, "status": status_of(outcome), "error": str(outcome), **field}


def _sent_id(item: object) -> str | None:
    """Only an id is given back: what else was sent may not even be text."""
    id = item.get("id") if isinstance(item, dict) else None
    return id if isinstance(id, str) and parse_id(id) else None


def _read(item: object) -> Delivery | InvalidInput:
    try:
        return _delivery(item)
    except InvalidInput as error:
        return error


def _delivery(item: object) -> Delivery:
    if not isinstance(item, dict):
        raise InvalidInput("items", mark("%(name)s is a list of JSON objects."), name="items")
    match text_of(item, "kind"):
        case SetAsideKind.IDEA:
            return _idea(item)
        case SetAsideKind.VOTE:
            return _vote(item)
        case SetAsideKind.LOOKS:
            looks = objects_of(item, "looks", MOST_LOOKS)
            return CountedLooks(id=id_of(item, "id"), looks=tuple(map(_look, looks)))
        case _:
            raise InvalidInput("kind", mark("kind is idea, vote or looks."))


def _vote(item: Json) -> CastVote:
    waited = number_of(item, "waited_seconds", MOST_SECONDS_WAITED) if "waited_seconds" in item else 0
    return CastVote(
        idea_id=id_of(item, "idea"),
        visitor=visitor_of(item),
        given=truth_of(item, "given"),
        waited=timedelta(seconds=waited),
    )


def _idea(item: Json) -> PinnedIdea:
    waited = number_of(item, "waited_seconds", MOST_SECONDS_WAITED)
    code = text_of(item, "claim_code")
    return PinnedIdea(replace(draft_of(item), claim_code=code, waited=timedelta(seconds=waited)))


def _look(look: Json) -> Look:
    return Look(
        idea_id=id_of(look, "idea"),
        milliseconds=number_of(look, "milliseconds", MOST_MILLISECONDS),
        views=number_of(look, "views", MOST_VIEWS),
    )
