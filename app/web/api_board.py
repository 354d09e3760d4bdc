"""The API's board: what hangs there, whole and by page, what is like something, and what has changed."""

from __future__ import annotations

from hashlib import blake2b

from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from app.domain.errors import InvalidInput
from app.domain.ideas import BoardOrder
from app.domain.translation import mark
from app.services.customer.door import LARGEST_PAGE, PAGE_LIMIT
from app.web.api_keys import Keys
from app.web.asking import asked_place, asked_words
from app.web.caching import has_already
from app.web.kept import OfVersion
from app.web.shapes import changes_json, idea_json, similar_json
from app.web.site import Site, header

BOARDS_KEPT = 64
LONGEST_NUMBER = 18


class BoardApi:
    def __init__(self, site: Site, keys: Keys) -> None:
        self._site = site
        self._keys = keys
        self._boards = OfVersion[bytes](BOARDS_KEPT)

    def routes(self, base: str) -> list[Route]:
        return [
            Route(f"{base}/board", self.board),
            Route(f"{base}/changes", self.changes),
            Route(f"{base}/similar", self.similar),
            Route(f"{base}/search", self.search),
        ]

    async def board(self, request: Request) -> Response:
        self._keys.admit(request)
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

    async def changes(self, request: Request) -> Response:
        """For a mirror of the board: what it has to take in and to let go since it last asked."""
        self._keys.admit(request)
        since, after = _since(request), asked_place(request.query_params)
        changes = self._site.door.kiosks.changes(since, after=after, limit=_limit(request))
        return JSONResponse(changes_json(changes, self._site))

    async def similar(self, request: Request) -> Response:
        self._keys.admit(request)
        return JSONResponse(similar_json(asked_words(request.query_params), self._site))

    async def search(self, request: Request) -> Response:
        self._keys.admit(request)
        words = asked_words(request.query_params)
        if not words:
            return JSONResponse({"ideas": [], "next": None})
        after = asked_place(request.query_params) or None
        page = self._site.door.board(BoardOrder.NEW, after=after, limit=_limit(request), words=words)
        ideas = [idea_json(idea, self._site) for idea in page.ideas]
        return JSONResponse({"ideas": ideas, "next": page.next})


def _order(request: Request) -> BoardOrder:
    asked = request.query_params.get("order", "new")
    if asked not in {one.value for one in BoardOrder}:
        raise InvalidInput("order", mark("order is new, popular or answered."))
    return BoardOrder(asked)


def _limit(request: Request) -> int:
    limit = _number(request.query_params.get("limit", str(PAGE_LIMIT)))
    if limit is None or not 1 <= limit <= LARGEST_PAGE:
        raise InvalidInput("limit", mark("limit is a number from 1 to 100."))
    return limit


def _since(request: Request) -> int:
    since = _number(request.query_params.get("since", "0"))
    if since is None:
        raise InvalidInput("since", mark("since is the version that was told last, or 0."))
    return since


def _number(text: str) -> int | None:
    return int(text) if text.isascii() and text.isdigit() and len(text) <= LONGEST_NUMBER else None
