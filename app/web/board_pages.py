"""The wall: the board in its orders, the search, one idea, what we did, and "me too"."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from hashlib import blake2b
from typing import Any
from urllib.parse import urlencode
from uuid import UUID

from starlette.requests import Request
from starlette.responses import JSONResponse, RedirectResponse, Response
from starlette.routing import Route

from app.domain.errors import InvalidInput, NotFound, TooMany
from app.domain.ideas import BoardOrder, Idea
from app.domain.ids import parse_id
from app.domain.text import clean_line
from app.domain.translation import mark
from app.web.forms import read_form
from app.web.guards import client_key
from app.web.limits import Buckets
from app.web.notes import note
from app.web.site import Site, header, visitor_cookie, visitor_for, visitor_of
from app.words import Words

CACHED_BOARDS = 64
# Stands in the cached page where each visitor's own token goes. Letters that no template or text makes.
TOKEN_PLACE = b"\x02token\x03"
REVALIDATE = b"private, no-cache"


@dataclass(frozen=True, slots=True)
class DrawnBoard:
    """A page of the board as everybody sees it; `tag` names this drawing."""

    html: bytes
    ids: tuple[UUID, ...]
    tag: str


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which board is asked for."""

    order: BoardOrder
    after: str
    words: str
    searching: bool

    @classmethod
    def of(cls, request: Request) -> Wanted:
        asked = request.query_params
        order = asked.get("order", "")
        return cls(
            BoardOrder(order) if order in {one.value for one in BoardOrder} else BoardOrder.NEW,
            asked.get("after", "")[:300],
            clean_line(asked.get("q", "")[:300]),
            "q" in asked,
        )

    def address(self, after: str) -> str:
        """The address of this board behind the cursor `after`."""
        parts = {"order": "" if self.order is BoardOrder.NEW else str(self.order), "after": after}
        found = {name: value for name, value in parts.items() if value}
        if self.searching:
            found["q"] = self.words
        return "/?" + urlencode(found) if found else "/"


class BoardPages:
    """Draws a board once for all visitors and then only puts in whose votes are given."""

    def __init__(self, site: Site) -> None:
        self._site = site
        self._drawn: OrderedDict[object, DrawnBoard] = OrderedDict()
        self._votes = Buckets(site.limits.votes)

    def routes(self) -> list[Route]:
        return [
            Route("/", self.board),
            Route("/i/{id}", self.idea),
            Route("/what-we-did", self.what_we_did),
            Route("/ideas/{id}/vote", self.vote, methods=["POST"]),
        ]

    async def board(self, request: Request) -> Response:
        wanted = Wanted.of(request)
        words = self._site.words(request.scope)
        return self._for_visitor(request, self._board(wanted, words))

    async def idea(self, request: Request) -> Response:
        asked = parse_id(request.path_params["id"])
        if asked is None:
            raise NotFound(mark("This idea does not hang on the wall."))
        idea = self._site.door.idea(asked)
        if idea.id != asked:
            return RedirectResponse(f"/i/{idea.id}", 301)
        ideas = [idea, *self._site.door.builds_on(idea.id)]
        words = self._site.words(request.scope)
        return self._for_visitor(request, self._draw("idea.html", ideas, words, here=f"/i/{idea.id}"))

    async def what_we_did(self, request: Request) -> Response:
        after = request.query_params.get("after", "")[:300]
        page = self._site.door.board(BoardOrder.ANSWERED, after=after or None)
        following = "/what-we-did?" + urlencode({"after": page.next}) if page.next else ""
        here = "/what-we-did?" + urlencode({"after": after}) if after else "/what-we-did"
        words = self._site.words(request.scope)
        return self._for_visitor(
            request, self._draw("did.html", page.ideas, words, here=here, next=following)
        )

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
        shop, now = self._site.shop(), self._site.clock.now()
        key = (self._site.door.board_version(), wanted, words.language, shop, shop.local_date(now))
        known = self._drawn.get(key)
        if known is not None and not wanted.searching:
            self._drawn.move_to_end(key)
            return known
        query = wanted.words if wanted.searching else ""
        ideas: Sequence[Idea] = ()
        following = None
        if query or not wanted.searching:
            page = self._site.door.board(wanted.order, after=wanted.after or None, words=query)
            ideas, following = page.ideas, page.next
        drawn = self._draw(
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
        if not wanted.searching:
            self._drawn[key] = drawn
            while len(self._drawn) > CACHED_BOARDS:
                self._drawn.popitem(last=False)
        return drawn

    def _draw(self, template: str, ideas: Sequence[Idea], words: Words, **values: Any) -> DrawnBoard:
        shop = self._site.shop()
        today: date = shop.local_date(self._site.clock.now())
        notes = [note(idea, shop, words, today) for idea in ideas]
        html = self._site.render(
            template, words, notes=notes, vote_token=TOKEN_PLACE.decode(), **values
        ).encode()
        tag = blake2b(html, digest_size=9).hexdigest()
        return DrawnBoard(html, tuple(idea.id for idea in ideas), tag)

    def _for_visitor(self, request: Request, board: DrawnBoard) -> Response:
        """The drawing with this visitor's votes and token in it; 304 when the browser has just that."""
        visitor, cookie = visitor_for(request.scope)
        given = self._site.door.votes_of(visitor, board.ids) if not cookie and board.ids else frozenset()
        token = self._vote_token(visitor, self._site.clock.now())
        tag = f'W/"{board.tag}-{_mark_of(given, token)}"'
        headers = {"etag": tag, "cache-control": REVALIDATE.decode(), "vary": "Accept-Language, Cookie"}
        if cookie:
            headers["set-cookie"] = cookie
        elif header(request.scope, b"if-none-match") == tag:
            return Response(status_code=304, headers=headers)
        html = board.html.replace(TOKEN_PLACE, token.encode())
        for idea_id in given:
            html = html.replace(*_pressed(str(idea_id)))
        return Response(html, headers=headers, media_type="text/html")

    def _vote_token(self, visitor: str, now: datetime) -> str:
        return self._site.tokens.for_votes(visitor, now)


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
