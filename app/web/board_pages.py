"""The wall: the board in its orders, the search, one idea, what we did, and "me too"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import lru_cache
from hashlib import blake2b
from typing import Any
from urllib.parse import urlencode
from uuid import UUID

from starlette.datastructures import QueryParams
from starlette.requests import Request
from starlette.responses import JSONResponse, RedirectResponse, Response
from starlette.routing import Route
from starlette.types import Scope, Send

from app.domain.errors import InvalidInput, NotFound, TooMany
from app.domain.ideas import BoardOrder, Idea
from app.domain.ids import parse_id
from app.domain.shop import Shop
from app.domain.translation import mark
from app.web.asking import asked_place, asked_words
from app.web.caching import has_already
from app.web.doings import what_we_did
from app.web.forms import read_form
from app.web.guards import client_key
from app.web.limits import Buckets
from app.web.notes import note
from app.web.security import RawHeaders
from app.web.site import OfVersion, Site, header, visitor_cookie, visitor_for, visitor_of
from app.words import Words

CACHED_BOARDS = 64
SIGHTS_KEPT = 1000
# Stands in the cached page where each visitor's own token goes. Letters that no template or text makes.
TOKEN_PLACE = b"\x02token\x03"
REVALIDATE = b"private, no-cache"
HTML = b"text/html; charset=utf-8"


@dataclass(frozen=True, slots=True)
class Sight:
    """What one visitor adds to a drawing: votes given, the page's token, and the name of all that."""

    given: frozenset[UUID]
    token: str
    tag: str


@dataclass(frozen=True, slots=True)
class DrawnBoard:
    """A page of the board as everybody sees it. Good for an hour, and until anything on it changes.

    As each vote changes the board's version, what a visitor adds holds as long as the drawing does.
    """

    html: bytes
    ids: tuple[UUID, ...]
    tag: str
    sights: dict[str, Sight] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which board is asked for."""

    order: BoardOrder
    after: str
    words: str
    searching: bool

    @classmethod
    @lru_cache(maxsize=256)
    def of(cls, query: bytes) -> Wanted:
        asked = QueryParams(query)
        order = asked.get("order", "")
        return cls(
            BoardOrder(order) if order in {one.value for one in BoardOrder} else BoardOrder.NEW,
            asked_place(asked),
            asked_words(asked),
            "q" in asked,
        )

    def address(self, after: str) -> str:
        """The address of this board behind the cursor `after`."""
        parts = {"order": "" if self.order is BoardOrder.NEW else str(self.order), "after": after}
        found = {name: value for name, value in parts.items() if value}
        if self.searching:
            found["q"] = self.words
        return "/?" + urlencode(found) if found else "/"


@dataclass(frozen=True, slots=True)
class Answer:
    """What goes back, as bytes."""

    status: int
    headers: RawHeaders
    html: bytes

    def as_response(self) -> Response:
        response = Response(self.html, self.status)
        response.raw_headers = self.headers
        return response


class BoardPages:
    """Draws a board once for all visitors and then only puts in whose votes are given."""

    def __init__(self, site: Site) -> None:
        self._site = site
        self._drawn = OfVersion[DrawnBoard](CACHED_BOARDS)
        self._votes = Buckets(site.limits.votes)
        self._looked_at: tuple[int, Shop] | None = None
        self._seen: tuple[Shop, int, date] | None = None
        self._moments = 0

    def routes(self) -> list[Route]:
        return [
            Route("/i/{id}", self.idea),
            Route("/what-we-did", self.what_we_did),
            Route("/ideas/{id}/vote", self.vote, methods=["POST"]),
        ]

    async def wall(self, scope: Scope, send: Send) -> None:
        """The board itself, without the framework's detours."""
        words = self._site.words(scope)
        answer = self._for_visitor(scope, self._board(Wanted.of(scope["query_string"]), words))
        await send({"type": "http.response.start", "status": answer.status, "headers": answer.headers})
        await send({"type": "http.response.body", "body": answer.html})

    async def idea(self, request: Request) -> Response:
        asked = parse_id(request.path_params["id"])
        if asked is None:
            raise NotFound(mark("This idea does not hang on the wall."))
        idea = self._site.door.idea(asked)
        if idea.id != asked:
            return RedirectResponse(f"/i/{idea.id}", 301)
        parent = self._site.public_parent(idea)
        chain = [*([parent] if parent else []), idea, *self._site.door.builds_on(idea.id)]
        words = self._site.words(request.scope)
        drawn = self._draw("idea.html", chain, words, own=chain.index(idea), here=f"/i/{idea.id}")
        return self._for_visitor(request.scope, drawn).as_response()

    async def what_we_did(self, request: Request) -> Response:
        after = asked_place(request.query_params)
        page = what_we_did(self._site.door, after)
        following = "/what-we-did?" + urlencode({"after": page.next}) if page.next else ""
        here = "/what-we-did?" + urlencode({"after": after}) if after else "/what-we-did"
        words = self._site.words(request.scope)
        drawn = self._draw("did.html", page.ideas, words, here=here, next=following)
        return self._for_visitor(request.scope, drawn).as_response()

    async def vote(self, request: Request) -> Response:
        """Toggles; a page's button says what it wants, so that a double tap counts once."""
        wait = self._votes.take(client_key(request.scope))
        if wait:
            raise TooMany(mark("So many votes at once. Please try again in a moment."), retry_after=wait)
        idea_id = parse_id(request.path_params["id"])
        if idea_id is None:
            raise NotFound(mark("This idea does not hang on the wall."))
        form = await read_form(request)
        visitor = self._voter(request, form.get("token"))
        want = form.get("want")
        if want in ("0", "1"):
            result = await self._site.door.set_vote(idea_id, visitor, given=want == "1")
        else:
            result = await self._site.door.vote(idea_id, visitor)
        response: Response
        if "application/json" in header(request.scope, b"accept"):
            response = JSONResponse({"votes": result.votes, "given": result.given})
        else:
            response = RedirectResponse(f"{_own_path(form.get('back'))}#i-{result.idea_id}", 303)
        response.headers["set-cookie"] = visitor_cookie(visitor)
        return response

    def _voter(self, request: Request, token: str) -> str:
        """Whose vote it is: the cookie's, else the one the page was made for.

        Without an Origin header (old browsers) cookie and page have to agree.
        """
        made_for = self._site.tokens.read_votes(token, self._site.clock.now())
        cookie = visitor_of(request.scope)
        agreed = made_for == cookie or bool(header(request.scope, b"origin"))
        if made_for is None or not (agreed or cookie is None):
            raise InvalidInput("token", mark("This page is too old. Please open the wall again, then tap."))
        return cookie or made_for

    def _board(self, wanted: Wanted, words: Words) -> DrawnBoard:
        if wanted.searching:
            return self._drawn_board(wanted, words)
        version, key = (self._site.version.get(), self._moment()), (wanted, words.language)
        return self._drawn.get(version, key, lambda: self._drawn_board(wanted, words))

    def _drawn_board(self, wanted: Wanted, words: Words) -> DrawnBoard:
        query = wanted.words if wanted.searching else ""
        ideas: Sequence[Idea] = ()
        following = None
        if query or not wanted.searching:
            page = self._site.door.board(wanted.order, after=wanted.after or None, words=query)
            ideas, following = page.ideas, page.next
        return self._draw(
            "board.html",
            ideas,
            words,
            order=str(wanted.order),
            searching=wanted.searching,
            query=query,
            after=wanted.after,
            here=wanted.address(wanted.after),
            first=wanted.address(""),
            next=wanted.address(following) if following else "",
        )

    def _draw(self, template: str, ideas: Sequence[Idea], words: Words, **values: Any) -> DrawnBoard:
        shop = self._site.shop()
        today: date = shop.local_date(self._site.clock.now())
        notes = [note(idea, shop, words, today, self._site.public_parent(idea)) for idea in ideas]
        html = self._site.render(
            template, words, notes=notes, vote_token=TOKEN_PLACE.decode(), **values
        ).encode()
        tag = blake2b(html, digest_size=9).hexdigest()
        return DrawnBoard(html, tuple(idea.id for idea in ideas), tag)

    def _moment(self) -> int:
        """Counts up when a drawing is out of date though the board is not: another shop, hour or day."""
        shop, now = self._site.shop(), self._site.clock.now()
        minute = int(now.timestamp()) // 60
        if (minute, shop) != self._looked_at:
            self._looked_at = (minute, shop)
            seen = (shop, minute // 60, shop.local_date(now))
            if seen != self._seen:
                self._seen, self._moments = seen, self._moments + 1
        return self._moments

    def _for_visitor(self, scope: Scope, board: DrawnBoard) -> Answer:
        """The drawing with this visitor's votes and token in it; 304 when the browser has just that."""
        visitor, cookie = visitor_for(scope)
        sight = board.sights.get(visitor) or self._sight(board, visitor, is_new=cookie is not None)
        tag = sight.tag.encode()
        headers = [(b"etag", tag), (b"cache-control", REVALIDATE), (b"vary", b"Accept-Language, Cookie")]
        if cookie:
            headers.append((b"set-cookie", cookie.encode()))
        elif has_already(header(scope, b"if-none-match"), sight.tag):
            return Answer(304, headers, b"")
        html = board.html.replace(TOKEN_PLACE, sight.token.encode())
        for idea_id in sight.given:
            html = html.replace(*_pressed(str(idea_id)))
        headers += [(b"content-type", HTML), (b"content-length", b"%d" % len(html))]
        return Answer(200, headers, html)

    def _sight(self, board: DrawnBoard, visitor: str, *, is_new: bool) -> Sight:
        given: frozenset[UUID] = frozenset()
        if board.ids and not is_new:
            given = self._site.door.votes_of(visitor, board.ids)
        token = self._site.tokens.for_votes(visitor, self._site.clock.now())
        sight = Sight(given, token, f'W/"{board.tag}-{_mark_of(given, token)}"')
        if not is_new:
            if len(board.sights) >= SIGHTS_KEPT:
                board.sights.clear()
            board.sights[visitor] = sight
        return sight


def _pressed(idea_id: str) -> tuple[bytes, bytes]:
    """The corner of a note before and after its vote is given, as the template writes it."""
    place = 'value="{}" aria-pressed="{}" formaction="/ideas/{}/vote"'
    return place.format(1, "false", idea_id).encode(), place.format(0, "true", idea_id).encode()


def _mark_of(given: frozenset[UUID], token: str) -> str:
    mine = blake2b(token.encode(), digest_size=6)
    for idea_id in sorted(given):
        mine.update(idea_id.bytes)
    return mine.hexdigest()


def _own_path(back: str) -> str:
    """Where a vote leads back to: only to pages that have votes."""
    known = back in ("/", "/what-we-did") or back.startswith(("/?", "/i/", "/what-we-did?"))
    return back if known and back.isascii() and back.isprintable() and len(back) < 1000 else "/"
