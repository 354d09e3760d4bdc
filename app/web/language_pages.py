"""A language by choice, for whoever reads another one than the phone is set to."""

from __future__ import annotations

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from app.languages import own_name
from app.web.choices import language_cookie
from app.web.forms import read_form
from app.web.site import Site

LEADS_BACK = ("/?", "/i/", "/new", "/p/", "/s/", "/what-we-did")
LONGEST_BACK = 1000


class LanguagePages:
    def __init__(self, site: Site) -> None:
        self._site = site

    def routes(self) -> list[Route]:
        return [
            Route("/language", self.list),
            Route("/language", self.choose, methods=["POST"]),
        ]

    async def list(self, request: Request) -> Response:
        languages = [(tag, own_name(tag)) for tag in self._site.languages.tags]
        back = own_path(request.query_params.get("back", ""))
        return self._site.page(request, "language.html", languages=languages, back=back)

    async def choose(self, request: Request) -> Response:
        """A tag that is none of ours is forgotten: the phone's own language holds again."""
        form = await read_form(request)
        tag = form.get("language")
        cookie = language_cookie(tag if tag in self._site.languages.tags else "")
        return RedirectResponse(own_path(form.get("back")), 303, headers={"set-cookie": cookie})


def own_path(back: str) -> str:
    """Where a choice leads back to: only to pages where it can be made."""
    known = back.startswith(LEADS_BACK) and back.isascii() and back.isprintable()
    return back if known and len(back) < LONGEST_BACK else "/"
