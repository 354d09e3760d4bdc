"""Beside the wall and the form: similar ideas, feed, health, looks, and "can phones reach me?"."""

from __future__ import annotations

from uuid import UUID

from starlette.requests import Request
from starlette.responses import JSONResponse, PlainTextResponse, Response
from starlette.routing import Route

from app.domain.errors import NotFound
from app.domain.ids import parse_id
from app.domain.translation import mark
from app.web.asking import asked_words
from app.web.caching import has_already
from app.web.doings import what_we_did
from app.web.feed import atom_feed
from app.web.looks import Asset
from app.web.shapes import similar_json
from app.web.site import Site, own_address

KEEP_FOR_EVER = "public, max-age=31536000, immutable"
KEEP_A_DAY = "public, max-age=86400"
REACH_TOKEN_CHARACTERS = 64


class SmallPages:
    def __init__(self, site: Site) -> None:
        self._site = site

    def routes(self) -> list[Route]:
        return [
            Route("/similar", self.similar),
            Route("/feed.atom", self.feed),
            Route("/healthz", self.health),
            Route("/reach/{token}", self.reach),
            Route("/look-{digest}.css", self.style),
            Route("/page-{digest}.js", self.script),
            Route("/kiosk-{digest}.css", self.kiosk_style),
            Route("/kiosk-{digest}.js", self.kiosk_script),
            Route("/fonts/{name}", self.font),
            Route("/mark.svg", self.mark),
            Route("/logo-{id}.png", self.logo),
            Route("/photo-{id}.jpg", self.photo),
            Route("/favicon.ico", self.mark),
            Route("/robots.txt", self.robots),
        ]

    async def similar(self, request: Request) -> Response:
        return JSONResponse(similar_json(asked_words(request.query_params), self._site))

    async def feed(self, request: Request) -> Response:
        page = what_we_did(self._site.door)
        home = self._site.shop().public_address or own_address(request.headers, request.scope)
        words = self._site.words(request.scope)
        xml = atom_feed(page.ideas, self._site.shop(), words, home.rstrip("/"))
        return Response(xml, media_type="application/atom+xml", headers={"cache-control": "no-cache"})

    async def health(self, request: Request) -> Response:  # noqa: ARG002
        """Answers "ok" when the database answers too."""
        self._site.door.board_version()
        return PlainTextResponse("ok\n")

    async def reach(self, request: Request) -> Response:
        """A phone that sees this page can reach the shop's board; the desk is told at once."""
        token = request.path_params["token"]
        if not (token.isascii() and token.isalnum() and len(token) <= REACH_TOKEN_CHARACTERS):
            raise NotFound(mark("There is no such page."))
        client = request.client.host if request.client else ""
        self._site.on_reached(token, client)
        words = self._site.words(request.scope)
        return self._site.page(
            request,
            "message.html",
            good=True,
            heading=words.tr("It works."),
            sentence=words.tr("This phone reaches the board of %(shop)s.", shop=self._site.shop().name),
        )

    async def style(self, request: Request) -> Response:
        return _served(request, self._site.looks.style(self._site.shop().colour), "text/css")

    async def script(self, request: Request) -> Response:
        return _served(request, self._site.looks.script, "text/javascript")

    async def kiosk_style(self, request: Request) -> Response:
        return _served(request, self._site.looks.kiosk_style(self._site.shop().colour), "text/css")

    async def kiosk_script(self, request: Request) -> Response:
        return _served(request, self._site.looks.kiosk_script, "text/javascript")

    async def font(self, request: Request) -> Response:
        font = self._site.looks.fonts.get(request.path_params["name"])
        if font is None:
            raise NotFound(mark("There is no such page."))
        return Response(font, media_type="font/woff2", headers={"cache-control": KEEP_FOR_EVER})

    async def mark(self, request: Request) -> Response:  # noqa: ARG002
        svg = self._site.looks.mark(self._site.shop().colour)
        return Response(svg, media_type="image/svg+xml", headers={"cache-control": KEEP_A_DAY})

    async def logo(self, request: Request) -> Response:
        """Its name changes with it: what a phone has once it never asks for again."""
        name = request.path_params["id"]
        tag = f'"{name}"'
        logo = self._site.door.logo(_id_of(name))
        if logo is None:
            raise NotFound(mark("There is no such page."))
        headers = {"cache-control": KEEP_FOR_EVER, "etag": tag}
        if has_already(request.headers.get("if-none-match", ""), tag):
            return Response(status_code=304, headers=headers)
        return Response(logo.small, media_type="image/png", headers=headers)

    async def photo(self, request: Request) -> Response:
        """A proof that hangs on the board; kept a day only, since it may be taken down."""
        name = request.path_params["id"]
        tag = f'"{name}"'
        photo = self._site.door.photo(_id_of(name))
        if photo is None:
            raise NotFound(mark("There is no such page."))
        headers = {"cache-control": KEEP_A_DAY, "etag": tag}
        if has_already(request.headers.get("if-none-match", ""), tag):
            return Response(status_code=304, headers=headers)
        return Response(photo.content, media_type="image/jpeg", headers=headers)

    async def robots(self, request: Request) -> Response:  # noqa: ARG002
        """One's own pages are nobody else's business."""
        private = ("/c", "/b", "/p/", "/thanks/", "/reach/", "/kiosk")
        return PlainTextResponse("".join(["User-agent: *\n", *(f"Disallow: {path}\n" for path in private)]))


def _id_of(name: str) -> UUID:
    """Raises NotFound for what is no id as we write it: the name goes into a header, and an id can be spelled
    in letters that no header takes."""
    id = parse_id(name)
    if id is None or id.hex != name:
        raise NotFound(mark("There is no such page."))
    return id


def _served(request: Request, current: Asset, media_type: str) -> Response:
    """For ever under its own name; a page that is still open asks under an old one."""
    is_current = request.path_params["digest"] == current.digest
    headers = {"cache-control": KEEP_FOR_EVER if is_current else "no-cache"}
    return Response(current.text, media_type=media_type, headers=headers)
