"""The API of kiosks and other programs: keys cross the network by TLS only, plain HTTP is for here."""

from __future__ import annotations

import ipaddress
import json
from hashlib import blake2b
from uuid import UUID

from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from app.domain.errors import AppError, InvalidInput, NotFound, TooMany
from app.domain.ideas import BoardOrder, Channel, Link
from app.domain.ids import parse_id
from app.domain.translation import mark
from app.services.customer.door import LARGEST_PAGE, PAGE_LIMIT
from app.services.customer.submitting import IdeaDraft
from app.web.asking import asked_place, asked_words
from app.web.caching import has_already
from app.web.codes import Codes
from app.web.guards import Refused, is_forwarded, status_of
from app.web.limits import Buckets
from app.web.openapi import description
from app.web.shapes import Json, claim_json, idea_json, similar_json
from app.web.site import OfVersion, Site, header

BOARDS_KEPT = 64
LONGEST_VISITOR = 64


class Unknown(Refused):
    """No key, or one that was never given out or has been revoked."""

    def __init__(self) -> None:
        super().__init__(401, mark("This needs a valid API key: teacup key NAME makes one."))


class Api:
    def __init__(self, site: Site, codes: Codes) -> None:
        self._site = site
        self._codes = codes
        self._calls = Buckets(site.limits.key_calls)
        self._boards = OfVersion[bytes](BOARDS_KEPT)

    def routes(self) -> list[Route]:
        base = "/api/v1"
        return [
            Route(f"{base}/openapi.json", self.openapi),
            Route(f"{base}/board", self.board),
            Route(f"{base}/ideas", self.submit, methods=["POST"]),
            Route(f"{base}/ideas/{{id}}/vote", self.vote, methods=["PUT"]),
            Route(f"{base}/ideas/{{id}}/vote", self.unvote, methods=["DELETE"]),
            Route(f"{base}/claims/{{code}}", self.claim),
            Route(f"{base}/similar", self.similar),
            Route(f"{base}/search", self.search),
        ]

    async def openapi(self, request: Request) -> Response:  # noqa: ARG002
        return JSONResponse(description())

    async def board(self, request: Request) -> Response:
        self._admit(request)
        order, after = _order(request), asked_place(request.query_params)
        limit = _limit(request)
        version = self._site.version.get()
        asked = blake2b(f"{order}|{after}|{limit}".encode(), digest_size=6).hexdigest()
        headers = {"etag": f'"{version}-{asked}"', "cache-control": "private, no-cache"}
        if has_already(header(request.scope, b"if-none-match"), headers["etag"]):
            return Response(status_code=304, headers=headers)
        body = self._boards.get(
            (version, self._site.shop()), asked, lambda: self._board_body(order, after, limit, version)
        )
        return Response(body, headers=headers, media_type="application/json")

    def _board_body(self, order: BoardOrder, after: str, limit: int, version: int) -> bytes:
        page = self._site.door.board(order, after=after or None, limit=limit)
        ideas = [idea_json(idea, self._site) for idea in page.ideas]
        return bytes(JSONResponse({"version": version, "ideas": ideas, "next": page.next}).body)

    async def submit(self, request: Request) -> Response:
        """201 the first time, 200 for the same again, 409 when the id stands for other words."""
        self._admit(request)
        receipt = await self._site.door.submit(_draft(await _json_body(request)))
        body = {
            "id": str(receipt.idea.id),
            "claim_code": receipt.idea.claim_code,
            "visibility": str(receipt.idea.visibility),
            "due": receipt.due.isoformat(),
        }
        return JSONResponse(body, 201 if receipt.fresh else 200)

    async def vote(self, request: Request) -> Response:
        return await self._set_vote(request, given=True)

    async def unvote(self, request: Request) -> Response:
        return await self._set_vote(request, given=False)

    async def claim(self, request: Request) -> Response:
        self._admit(request)
        claim = await self._codes.claim(request, request.path_params["code"])
        return JSONResponse(claim_json(claim, self._site))

    async def similar(self, request: Request) -> Response:
        self._admit(request)
        return JSONResponse(similar_json(asked_words(request.query_params), self._site))

    async def search(self, request: Request) -> Response:
        self._admit(request)
        words = asked_words(request.query_params)
        if not words:
            return JSONResponse({"ideas": [], "next": None})
        after = asked_place(request.query_params) or None
        page = self._site.door.board(BoardOrder.NEW, after=after, limit=_limit(request), words=words)
        ideas = [idea_json(idea, self._site) for idea in page.ideas]
        return JSONResponse({"ideas": ideas, "next": page.next})

    async def _set_vote(self, request: Request, *, given: bool) -> Response:
        self._admit(request)
        idea_id = parse_id(request.path_params["id"])
        if idea_id is None:
            raise NotFound(mark("This idea does not hang on the wall."))
        visitor = _text(await _json_body(request), "visitor")
        if not (0 < len(visitor) <= LONGEST_VISITOR and visitor.isascii() and visitor.isprintable()):
            raise InvalidInput("visitor", mark("The visitor is 1 to 64 printable ASCII characters."))
        result = await self._site.door.set_vote(idea_id, visitor, given=given)
        return JSONResponse({"votes": result.votes, "given": result.given})

    def _admit(self, request: Request) -> None:
        """Raises Refused for plain HTTP from elsewhere and for unknown keys, TooMany above the limit."""
        if request.scope["scheme"] != "https" and not self._is_here(request):
            raise Refused(403, mark("Keys do not cross the network in the clear: please use https."))
        kind, _, key = header(request.scope, b"authorization").partition(" ")
        if kind.lower() != "bearer" or not key or not self._site.known_keys.get(key.strip()):
            raise Unknown
        wait = self._calls.take(key)
        if wait:
            raise TooMany(mark("Too much at once. Please try again in a moment."), retry_after=wait)

    def _is_here(self, request: Request) -> bool:
        """From this machine itself; with an address of our own a proxy may stand there, so nobody is."""
        if self._site.addresses.all() or is_forwarded(request.scope) or request.client is None:
            return False
        try:
            return ipaddress.ip_address(request.client.host.partition("%")[0]).is_loopback
        except ValueError:
            return False


def api_failure(error: AppError | None, status: int) -> JSONResponse:
    """An error as programs read it; sentences are English here."""
    body: Json = {"error": str(error) if error else "Something went wrong on our side."}
    if isinstance(error, InvalidInput):
        body["field"] = error.field
    response = JSONResponse(body, status_of(error) if error else status)
    if isinstance(error, Unknown):
        response.headers["www-authenticate"] = "Bearer"
    return response


async def _json_body(request: Request) -> Json:
    kind = request.headers.get("content-type", "").partition(";")[0].strip().lower()
    if kind != "application/json":
        raise Refused(415, mark("Please send application/json."))
    try:
        body = json.loads(await request.body())
    except (ValueError, RecursionError) as error:
        raise InvalidInput("body", mark("This is not JSON.")) from error
    if not isinstance(body, dict):
        raise InvalidInput("body", mark("The body is a JSON object."))
    return body


def _draft(body: Json) -> IdeaDraft:
    """Only the fields we know; whatever else was sent is not looked at."""
    if body.get("storm") is not None:
        raise InvalidInput("storm", mark("There is no such storm."))
    return IdeaDraft(
        id=_id(body, "id"),
        text=_text(body, "text"),
        name=_text(body, "name", needed=False),
        builds_on=_id(body, "builds_on") if body.get("builds_on") is not None else None,
        link=_link(body),
        channel=Channel.KIOSK,
        language=_text(body, "language", needed=False),
    )


def _text(body: Json, name: str, *, needed: bool = True) -> str:
    value = body.get(name)
    if value is None and not needed:
        return ""
    if not isinstance(value, str):
        raise InvalidInput(name, mark("%(name)s is a text."), name=name)
    return value


def _id(body: Json, name: str) -> UUID:
    found = parse_id(_text(body, name))
    if found is None:
        raise InvalidInput(name, mark("%(name)s is a UUID."), name=name)
    return found


def _link(body: Json) -> Link | None:
    value = _text(body, "link", needed=False)
    if not value:
        return None
    if value not in {one.value for one in Link}:
        raise InvalidInput("link", mark("link is and, but or instead."))
    return Link(value)


def _order(request: Request) -> BoardOrder:
    asked = request.query_params.get("order", "new")
    if asked not in {one.value for one in BoardOrder}:
        raise InvalidInput("order", mark("order is new, popular or answered."))
    return BoardOrder(asked)


def _limit(request: Request) -> int:
    asked = request.query_params.get("limit", str(PAGE_LIMIT))
    if not (asked.isascii() and asked.isdigit() and 1 <= len(asked) <= 3 and 1 <= int(asked) <= LARGEST_PAGE):
        raise InvalidInput("limit", mark("limit is a number from 1 to 100."))
    return int(asked)
