"""Puts guards, pages and API together into one ASGI application."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route, Router
from starlette.types import ASGIApp, Receive, Scope, Send

from app.addresses import host_names
from app.domain.clock import Clock
from app.domain.errors import AppError, NotFound
from app.domain.translation import mark
from app.services.customer.door import CustomerDoor
from app.web.api import Api, api_failure
from app.web.ballot_pages import BallotPages
from app.web.board_pages import BoardPages
from app.web.claim_pages import ClaimPages
from app.web.codes import Codes
from app.web.guards import API_PREFIX, METHODS, SAFE_METHODS, Guards, KnownHosts, Refused, refusal
from app.web.idea_pages import IdeaPages
from app.web.kiosk_pages import KioskPages, frame_values, tablet_place, tablet_storms
from app.web.language_pages import LanguagePages
from app.web.scans import Scans
from app.web.settings import ServerSettings
from app.web.site import Languages, Site, header
from app.web.small_pages import SmallPages
from app.web.storm_pages import StormPages
from app.web.tokens import Tokens

DRAWN_STATUSES = frozenset({403, 404, 405, 409, 413, 422, 429, 500, 503})


def build_application(
    door: CustomerDoor,
    *,
    settings: ServerSettings,
    secret: bytes,
    clock: Clock,
    languages: Languages | None = None,
    scans: Scans | None = None,
    on_reached: Callable[[str, str], None],
) -> ASGIApp:
    """`secret` signs form tokens; `on_reached` hears of each "can phones reach me?" page that was opened.

    Whoever gives `scans` lets them finish in the end.
    """
    site = Site(
        door=door,
        clock=clock,
        tokens=Tokens(secret),
        settings=settings,
        languages=languages or Languages.shipped(),
        on_reached=on_reached,
    )
    codes = Codes(site)
    board = BoardPages(site)
    scans = scans or Scans(door)
    rooms = (
        board,
        IdeaPages(site, codes, scans),
        KioskPages(site),
        IdeaPages(site, codes, scans, tablet_place(site)),
        StormPages(site),
        tablet_storms(site),
        BallotPages(site, codes),
        SmallPages(site),
        LanguagePages(site),
        ClaimPages(site, codes),
        Api(site, codes),
    )
    routes = [route for room in rooms for route in room.routes()]
    router = Router([*routes, *_refusing(routes)], default=_nowhere)
    router.redirect_slashes = False
    return Guards(
        Frontage(board, router),
        hosts=KnownHosts(lambda: host_names() | site.addresses.names()),
        limits=settings.limits,
        own_addresses=site.addresses.all,
        failure=Failures(site),
    )


OUR_FAULT = mark("It is our fault, not yours. Nothing you sent before is lost.")


class Frontage:
    """The wall is asked for more often than all the rest together: it goes straight to its page."""

    def __init__(self, board: BoardPages, rest: ASGIApp) -> None:
        self._board = board
        self._rest = rest

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["path"] != "/":
            await self._rest(scope, receive, send)
        elif scope["method"] in SAFE_METHODS:
            await self._board.wall(scope, send)
        else:
            raise Refused(405, mark("This page cannot do that."))


class Failures:
    """Draws the page that tells of an error, in the visitor's language, or its JSON."""

    def __init__(self, site: Site) -> None:
        self._site = site

    def __call__(self, scope: Scope, error: AppError | None, status: int) -> Response:
        if scope["path"].startswith(API_PREFIX):
            return api_failure(error, status)
        if "application/json" in header(scope, b"accept"):
            sentence = self._site.words(scope).error(error) if error else ""
            return JSONResponse({"error": sentence}, status)
        if status not in DRAWN_STATUSES:
            return refusal(error, status)
        try:
            return self._drawn(scope, error, status)
        except AppError:
            return refusal(error, status)

    def _drawn(self, scope: Scope, error: AppError | None, status: int) -> Response:
        words = self._site.words(scope)
        sentence = words.error(error) if error else words.tr(OUR_FAULT)
        again = _typed_again(scope["path"]) if isinstance(error, NotFound) else ""
        request = Request(scope)
        frame = frame_values(self._site, request)
        return self._site.page(
            request,
            "message.html",
            status=status,
            good=False,
            heading=_heading(status, words.tr),
            sentence=sentence,
            onward=again or frame.get("at", "/"),
            onward_word=words.tr("Type the code again") if again else words.tr("To the wall"),
            **frame,
        )


def _heading(status: int, tr: Callable[[str], str]) -> str:
    return {
        404: tr("Nothing hangs here."),
        409: tr("That has changed meanwhile."),
        429: tr("One moment, please."),
        500: tr("Something went wrong."),
        503: tr("The board needs a moment."),
    }.get(status, tr("That did not work."))


def _typed_again(path: str) -> str:
    """Where the code in an address can be typed once more; empty for other addresses."""
    if path.startswith(("/c/", "/thanks/")):
        return "/c"
    return "/b" if path.startswith("/b/") else ""


def _refusing(routes: Sequence[Route]) -> list[Route]:
    """For each path the methods that it does not have: refusing them is drawn like any other error."""
    known: dict[str, set[str]] = {}
    for route in routes:
        known.setdefault(route.path, set()).update(route.methods or ())
    return [Route(path, _cannot, methods=sorted(METHODS - methods)) for path, methods in known.items()]


async def _cannot(request: Request) -> Response:  # noqa: ARG001
    raise Refused(405, mark("This page cannot do that."))


async def _nowhere(_scope: Scope, _receive: Receive, _send: Send) -> None:
    raise NotFound(mark("There is no such page."))
