"""The API's storms: those that run and those that are over, one by its code, and ballots."""

from __future__ import annotations

from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from app.domain.ballots import BallotDoor
from app.web.api_bodies import id_of, json_body
from app.web.api_keys import Keys
from app.web.caching import has_already
from app.web.codes import Codes
from app.web.site import Site, header
from app.web.storm_shapes import ballot_json
from app.web.told_storms import Told, ToldStorms


class StormsApi:
    def __init__(self, site: Site, keys: Keys, codes: Codes, told: ToldStorms) -> None:
        self._site = site
        self._keys = keys
        self._codes = codes
        self._told = told

    def routes(self, base: str) -> list[Route]:
        return [
            Route(f"{base}/storms", self.storms),
            Route(f"{base}/storms/{{code}}", self.storm),
            Route(f"{base}/ballots/{{code}}", self.ballot),
            Route(f"{base}/ballots/{{code}}", self.give_ballot, methods=["POST"]),
        ]

    async def storms(self, request: Request) -> Response:
        self._keys.admit(request)
        is_over = request.query_params.get("over", "") not in ("", "0")
        return _answer(request, self._told.over() if is_over else self._told.running())

    async def storm(self, request: Request) -> Response:
        self._keys.admit(request)
        return _answer(request, self._told.one(request.path_params["code"][:40]))

    async def ballot(self, request: Request) -> Response:
        self._keys.admit(request)
        seen = await self._codes.ballot(request, request.path_params["code"])
        return JSONResponse(ballot_json(seen.ballot, seen.view.storm))

    async def give_ballot(self, request: Request) -> Response:
        """Safe to send again: the same choice by the same door is the same ballot."""
        self._keys.admit(request)
        idea_id = id_of(await json_body(request), "idea")
        seen = await self._codes.ballot(request, request.path_params["code"])
        given = await self._site.door.storms.give_ballot(seen.ballot.code, idea_id, BallotDoor.KIOSK)
        return JSONResponse(ballot_json(given, seen.view.storm))


def _answer(request: Request, told: Told) -> Response:
    headers = {"etag": told.etag, "cache-control": "private, no-cache"}
    if has_already(header(request.scope, b"if-none-match"), told.etag):
        return Response(status_code=304, headers=headers)
    return Response(told.body, headers=headers, media_type="application/json")
