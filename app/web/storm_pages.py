"""A storm's page, and the photo that proves it was carried out."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from app.domain.errors import NotFound
from app.domain.storms import Phase
from app.domain.translation import mark
from app.web.caching import has_already
from app.web.drawings import Drawings
from app.web.security import KEPT_FOR_BACK, KEPT_WHATEVER_COOKIE
from app.web.site import Site
from app.web.small_pages import KEEP_A_DAY
from app.web.storm_sheet import StormSheet


class StormPages:
    """`frame` gives what its templates ask for besides, where they stand in another frame than phones'."""

    def __init__(
        self,
        site: Site,
        *,
        at: str = "",
        template: str = "storm.html",
        frame: Callable[[Request], dict[str, Any]] = lambda _request: {},
    ) -> None:
        self._site = site
        self._at = at
        self._template = template
        self._frame = frame
        self._drawings = Drawings(site)

    def routes(self) -> list[Route]:
        routes = [Route(f"{self._at}/s/{{code}}", self.storm)]
        return routes if self._at else [*routes, Route("/s/{code}/photo-{id}.jpg", self.photo)]

    async def storm(self, request: Request) -> Response:
        view = self._site.storms.view(request.path_params["code"][:40])
        words = self._site.words(request.scope)
        sheet = StormSheet(self._site, self._drawings, view, words)
        values = {**sheet.values(request.query_params, self._at), **self._frame(request), "at": self._at}
        drawn = self._drawings.place(self._template, sheet.shown, words, **values)
        response = self._drawings.for_visitor(request.scope, drawn).as_response()
        if view.phase is Phase.GATHERING:
            # As for every form: Back shows it with the token that makes sending again the same idea.
            response.headers["cache-control"] = KEPT_FOR_BACK
            response.headers["vary"] = KEPT_WHATEVER_COOKIE
        return response

    async def photo(self, request: Request) -> Response:
        """What proves that the storm was carried out; kept a day only, since it may be taken back."""
        view = self._site.storms.view(request.path_params["code"][:40])
        name = request.path_params["id"]
        outcome = view.outcome
        photo = self._site.door.storms.photo(view.storm.code) if outcome else None
        if outcome is None or photo is None or outcome.id.hex != name:
            raise NotFound(mark("There is no such page."))
        headers = {"cache-control": KEEP_A_DAY, "etag": f'"{name}"'}
        if has_already(request.headers.get("if-none-match", ""), headers["etag"]):
            return Response(status_code=304, headers=headers)
        return Response(photo.content, media_type="image/jpeg", headers=headers)
