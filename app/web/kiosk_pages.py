"""The wall on a tablet in the shop: the same notes as a page that many people touch, one after another.

Nothing of a visit outlives it: `/kiosk/over` forgets what was chosen and gives the next visitor a name of
their own. Addresses on these pages never lead out of `/kiosk`.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from app.domain.ideas import Channel
from app.languages import own_name
from app.web.board_pages import Bands, Votes, Wanted, board_values, chain_of, idea_asked
from app.web.choices import TABLET, Choices, is_at_tablet
from app.web.drawings import Drawings, DrawnBoard
from app.web.forms import read_form
from app.web.idea_pages import Place
from app.web.security import NEVER_KEPT
from app.web.site import Site, visitor_cookie
from app.web.storm_pages import StormPages
from app.web.tokens import new_visitor
from app.words import Words

ASK_SECONDS = 10
THANKS_SECONDS = 40
# Without scripts nobody notices touches: pages are left for good after so long.
UNWATCHED_SECONDS = 120
UNWATCHED_FORM_SECONDS = 600
# Names of languages that stand on the shelf of a wide screen; the rest is one tap away.
NAMES_IN_SIGHT = 4
# The pages beside the wall that have votes.
LEADS_BACK = (f"{TABLET}?", f"{TABLET}/i/", f"{TABLET}/s/")


class KioskPages:
    def __init__(self, site: Site) -> None:
        self._site = site
        self._drawings = Drawings(site)
        self._bands = Bands(site)
        self._votes = Votes(site, home=TABLET, leads_back=lambda back: back.startswith(LEADS_BACK))

    def routes(self) -> list[Route]:
        return [
            Route(TABLET, self.wall),
            Route(f"{TABLET}/i/{{id}}", self.idea),
            Route(f"{TABLET}/ideas/{{id}}/vote", self._votes.vote, methods=["POST"]),
            Route(f"{TABLET}/choices", self.choose, methods=["POST"]),
            Route(f"{TABLET}/over", self.over),
        ]

    async def wall(self, request: Request) -> Response:
        wanted, words = Wanted.of(request.scope["query_string"]), self._site.words(request.scope)
        values = tablet_values(self._site, request)

        def draw() -> DrawnBoard:
            ideas, board = board_values(self._site, wanted, TABLET)
            return self._drawings.draw("kiosk/board.html", ideas, words, bands=bands, **values, **board)

        bands = self._bands.above(wanted, words)
        key = (wanted, words.language, values["look"], values["phone"], bands)
        drawn = draw() if wanted.searching else self._drawings.kept(key, draw)
        return self._drawings.for_visitor(request.scope, drawn).as_response()

    async def idea(self, request: Request) -> Response:
        asked, idea = idea_asked(self._site, request)
        here = f"{TABLET}/i/{idea.id}"
        if idea.id != asked:
            return RedirectResponse(here, 301)
        chain, words = chain_of(self._site, idea), self._site.words(request.scope)
        values = tablet_values(self._site, request)
        drawn = self._drawings.draw("kiosk/idea.html", chain.ideas, words, own=chain.own, here=here, **values)
        return self._drawings.for_visitor(request.scope, drawn).as_response()

    async def choose(self, request: Request) -> Response:
        """One choice by one button: a language, larger letters or the usual ones, contrast or colours."""
        form = await read_form(request)
        choices = Choices.of(request.scope).changed_by(form.get)
        return RedirectResponse(
            self._votes.own_path(form.get("back")), 303, headers={"set-cookie": choices.as_cookie}
        )

    async def over(self, request: Request) -> Response:  # noqa: ARG002
        """The visit ends: back to the wall as it was before anybody came."""
        response = RedirectResponse(TABLET, 303)
        response.headers.append("set-cookie", Choices().as_cookie)
        response.headers.append("set-cookie", visitor_cookie(new_visitor()))
        return response


def tablet_place(site: Site) -> Place:
    """The form as it stands on the tablet: of what is written there nothing is kept for Back."""
    return Place(
        at=TABLET,
        channel=Channel.KIOSK,
        form="kiosk/form.html",
        thanks="kiosk/thanks.html",
        is_inline=False,
        caching=NEVER_KEPT,
        values=lambda request: tablet_values(site, request),
    )


def tablet_storms(site: Site) -> StormPages:
    """Storms' pages as they stand on the tablet."""
    return StormPages(
        site,
        at=TABLET,
        template="kiosk/storm.html",
        frame=lambda request: tablet_values(site, request),
    )


def frame_values(site: Site, request: Request) -> dict[str, Any]:
    """What a page of either face needs to stand in its own frame: for the page that tells of an error."""
    if is_at_tablet(request.url.path):
        return {"frame": "kiosk/base.html", "here": TABLET, **tablet_values(site, request)}
    return {"frame": "base.html"}


def tablet_values(site: Site, request: Request) -> dict[str, Any]:
    """What each page of the tablet asks for: look, choices, and when to clear itself."""
    words, shop, looks = site.words(request.scope), site.shop(), site.looks
    choices = Choices.of(request.scope)
    return {
        "at": TABLET,
        "look": choices.look,
        "choices": choices,
        "kiosk_style": looks.kiosk_style(shop.colour),
        "kiosk_script": looks.kiosk_script,
        "kiosk_sprite": looks.kiosk_sprite,
        "languages": [(tag, own_name(tag)) for tag in offered_languages(site)],
        "in_sight": NAMES_IN_SIGHT,
        "idle_seconds": shop.kiosk.idle_seconds,
        "ask_seconds": ASK_SECONDS,
        "unwatched_seconds": UNWATCHED_SECONDS,
        "unwatched_form_seconds": UNWATCHED_FORM_SECONDS,
        "thanks_seconds": THANKS_SECONDS,
        "countdown": _steps(range(1, ASK_SECONDS + 1), lambda left: _begins_anew(left, words)),
        "thanks_countdown": _steps(range(5, THANKS_SECONDS + 1, 5), lambda left: _clears_itself(left, words)),
        "phone": site.phone_address.get() or "",
    }


def offered_languages(site: Site) -> list[str]:
    """Those that the owner chose, else all there are; the shop's own language first."""
    shop = site.shop()
    wanted = {*shop.languages, shop.language} if shop.languages else set(site.languages.tags)
    return sorted((tag for tag in site.languages.tags if tag in wanted), key=lambda tag: tag != shop.language)


def _steps(steps: range, say: Callable[[int], str]) -> str:
    """What to say at how many seconds: a script knows no language's plurals."""
    return json.dumps({left: say(left) for left in steps}, ensure_ascii=False, separators=(",", ":"))


def _begins_anew(seconds: int, words: Words) -> str:
    return words.trn(
        "In %(count)s second this page begins anew, and what you typed is gone.",
        "In %(count)s seconds this page begins anew, and what you typed is gone.",
        seconds,
    )


def _clears_itself(seconds: int, words: Words) -> str:
    return words.trn(
        "This page clears itself in %(count)s second",
        "This page clears itself in %(count)s seconds",
        seconds,
    )
