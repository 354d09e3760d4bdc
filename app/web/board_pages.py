"""The wall: the board in its orders, the search, one idea, what we did, and "me too"."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any
from urllib.parse import urlencode
from uuid import UUID

from starlette.datastructures import QueryParams
from starlette.requests import Request
from starlette.responses import JSONResponse, RedirectResponse, Response
from starlette.routing import Route
from starlette.types import Scope, Send

from app.domain.errors import Conflict, InvalidInput, NotFound, TooMany
from app.domain.ideas import BoardOrder, Idea
from app.domain.ids import parse_id
from app.domain.translation import mark
from app.services.customer.voting import VoteResult
from app.web.asking import asked_place, asked_words
from app.web.doings import what_we_did
from app.web.drawings import Drawings, DrawnBoard
from app.web.forms import read_form
from app.web.guards import client_key
from app.web.kept import MOST_KEPT, OfVersion
from app.web.limits import Buckets
from app.web.site import Site, header, visitor_cookie, visitor_of
from app.web.storm_words import Band, Ending, Fate, StormTeller
from app.words import Words

# The pages beside the wall that have votes.
LEADS_BACK = ("/?", "/i/", "/s/", "/what-we-did?")


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

    def address(self, after: str, at: str = "") -> str:
        """The address of this board behind the cursor `after`, in the part `at` of the site."""
        parts = {"order": "" if self.order is BoardOrder.NEW else str(self.order), "after": after}
        found = {name: value for name, value in parts.items() if value}
        if self.searching:
            found["q"] = self.words
        home = at or "/"
        return f"{home}?" + urlencode(found) if found else home


def board_values(site: Site, wanted: Wanted, at: str = "") -> tuple[Sequence[Idea], dict[str, Any]]:
    """The ideas of a board, and what its template asks for besides them."""
    query = wanted.words if wanted.searching else ""
    ideas: Sequence[Idea] = ()
    following = None
    if query or not wanted.searching:
        page = site.door.board(wanted.order, after=wanted.after or None, words=query)
        ideas, following = page.ideas, page.next
    return ideas, {
        "order": str(wanted.order),
        "searching": wanted.searching,
        "query": query,
        "after": wanted.after,
        "here": wanted.address(wanted.after, at),
        "first": wanted.address("", at),
        "next": wanted.address(following, at) if following else "",
    }


class Bands:
    """The bands of the running storms, made once a minute: they tell what is left."""

    def __init__(self, site: Site) -> None:
        self._site = site
        self._made = OfVersion[tuple[Band, ...]](MOST_KEPT)

    def above(self, wanted: Wanted, words: Words) -> tuple[Band, ...]:
        """What stands above this board: above its first page only, and above no search."""
        running = self._site.storms.bands()
        if not running or wanted.searching or wanted.after:
            return ()
        shop, now = self._site.shop(), self._site.clock.now()
        version = (running, shop, int(now.timestamp()) // 60)
        teller = StormTeller(shop, words, now)
        return self._made.get(version, words.language, lambda: tuple(map(teller.band, running)))


@dataclass(frozen=True, slots=True)
class Chain:
    """An idea between what it builds on and what builds on it; `own` is its place among them."""

    ideas: Sequence[Idea]
    own: int


def chain_of(site: Site, idea: Idea) -> Chain:
    parent = site.public_parent(idea)
    before = [parent] if parent else []
    return Chain([*before, idea, *site.door.builds_on(idea.id)], len(before))


class Votes:
    """Takes "me too" for a part of the site; `leads_back` tells the pages of it that have votes."""

    def __init__(self, site: Site, *, home: str, leads_back: Callable[[str], bool]) -> None:
        self._site = site
        self._home = home
        self._at = home.rstrip("/")
        self._leads_back = leads_back
        self._taken = Buckets(site.limits.votes)

    async def vote(self, request: Request) -> Response:
        """Toggles; a page's button says what it wants, so that a double tap counts once."""
        wait = self._taken.take(client_key(request.scope))
        if wait:
            raise TooMany(mark("So many votes at once. Please try again in a moment."), retry_after=wait)
        idea_id = parse_id(request.path_params["id"])
        if idea_id is None:
            raise NotFound(mark("This idea does not hang on the wall."))
        form = await read_form(request)
        visitor = self._voter(request, form.get("token"))
        is_asked_by_script = "application/json" in header(request.scope, b"accept")
        try:
            result = await self._cast(idea_id, visitor, form.get("want"))
        except Conflict:
            # What a storm does not take now is told on its own page, and to a script as any error.
            storm = self._site.storms.code_of(self._site.door.idea(idea_id))
            if is_asked_by_script or storm is None:
                raise
            return RedirectResponse(f"{self._at}/s/{storm}?told=vote", 303)
        response: Response
        if is_asked_by_script:
            response = JSONResponse({"votes": result.votes, "given": result.given})
        else:
            response = RedirectResponse(f"{self.own_path(form.get('back'))}#i-{result.idea_id}", 303)
        response.headers["set-cookie"] = visitor_cookie(visitor)
        return response

    async def _cast(self, idea_id: UUID, visitor: str, want: str) -> VoteResult:
        if want in ("0", "1"):
            return await self._site.door.set_vote(idea_id, visitor, given=want == "1")
        return await self._site.door.vote(idea_id, visitor)

    def own_path(self, back: str) -> str:
        """Where a form leads back to: only to pages of this part."""
        known = back == self._home or self._leads_back(back)
        return back if known and back.isascii() and back.isprintable() and len(back) < 1000 else self._home

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


class BoardPages:
    """What phones read of the wall."""

    def __init__(self, site: Site) -> None:
        self._site = site
        self._drawings = Drawings(site)
        self._bands = Bands(site)
        self._votes = Votes(
            site,
            home="/",
            leads_back=lambda back: back == "/what-we-did" or back.startswith(LEADS_BACK),
        )

    def routes(self) -> list[Route]:
        return [
            Route("/i/{id}", self.idea),
            Route("/what-we-did", self.what_we_did),
            Route("/ideas/{id}/vote", self._votes.vote, methods=["POST"]),
        ]

    async def wall(self, scope: Scope, send: Send) -> None:
        """The board itself, without the framework's detours."""
        answer = self._drawings.for_visitor(scope, self._board(scope))
        await send({"type": "http.response.start", "status": answer.status, "headers": answer.headers})
        await send({"type": "http.response.body", "body": answer.html})

    async def idea(self, request: Request) -> Response:
        asked, idea = idea_asked(self._site, request)
        if idea.id != asked:
            return RedirectResponse(f"/i/{idea.id}", 301)
        chain, words = chain_of(self._site, idea), self._site.words(request.scope)
        drawn = self._drawings.draw(
            "idea.html",
            chain.ideas,
            words,
            own=chain.own,
            here=f"/i/{idea.id}",
            tags=self._site.door.tags(idea.id),
            fate=fate_of(self._site, idea, words),
        )
        return self._drawings.for_visitor(request.scope, drawn).as_response()

    async def what_we_did(self, request: Request) -> Response:
        after = asked_place(request.query_params)
        page = what_we_did(self._site.door, after)
        following = "/what-we-did?" + urlencode({"after": page.next}) if page.next else ""
        here = "/what-we-did?" + urlencode({"after": after}) if after else "/what-we-did"
        words = self._site.words(request.scope)
        drawn = self._drawings.draw(
            "did.html", page.ideas, words, here=here, next=following, storms=self._ended(words, after)
        )
        return self._drawings.for_visitor(request.scope, drawn).as_response()

    def _ended(self, words: Words, after: str) -> list[tuple[Band, Ending]]:
        """The storms that are concluded, on the first page, the newest first."""
        if after:
            return []
        teller = StormTeller(self._site.shop(), words, self._site.clock.now())
        endings = [(teller.band(view.storm), teller.ending(view)) for view in self._site.storms.over()]
        return [(band, ending) for band, ending in endings if ending is not None]

    def _board(self, scope: Scope) -> DrawnBoard:
        wanted, words = Wanted.of(scope["query_string"]), self._site.words(scope)

        def draw() -> DrawnBoard:
            ideas, values = board_values(self._site, wanted)
            return self._drawings.draw("board.html", ideas, words, bands=bands, **values)

        bands = self._bands.above(wanted, words)
        return draw() if wanted.searching else self._drawings.kept((wanted, words.language, bands), draw)


def fate_of(site: Site, idea: Idea, words: Words) -> Fate | None:
    """What became of an idea in the storm that it belongs to."""
    view = site.storms.of(idea)
    return StormTeller(site.shop(), words, site.clock.now()).fate(view, idea.id) if view else None


def idea_asked(site: Site, request: Request) -> tuple[UUID, Idea]:
    """The id in an address, and its idea: another one when that was merged. Raises NotFound.

    Printed codes write the id without dashes.
    """
    asked = parse_id(request.path_params["id"])
    if asked is None:
        raise NotFound(mark("This idea does not hang on the wall."))
    return asked, site.door.idea(asked)
