"""The API of kiosks and other programs, put together; its rooms are the modules `api_*`."""

from __future__ import annotations

from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from app.domain.errors import AppError, InvalidInput
from app.web.api_board import BoardApi
from app.web.api_deliveries import DeliveriesApi
from app.web.api_ideas import IdeasApi
from app.web.api_keys import Keys, Unknown
from app.web.api_kiosk import KioskApi
from app.web.api_storms import StormsApi
from app.web.codes import Codes
from app.web.guards import status_of
from app.web.openapi import description
from app.web.shapes import Json
from app.web.site import Site
from app.web.told_storms import ToldStorms

BASE = "/api/v1"


class Api:
    def __init__(self, site: Site, codes: Codes) -> None:
        keys, told = Keys(site), ToldStorms(site)
        self._rooms = (
            BoardApi(site, keys),
            IdeasApi(site, keys, codes),
            KioskApi(site, keys, told),
            DeliveriesApi(site, keys),
            StormsApi(site, keys, codes, told),
        )

    def routes(self) -> list[Route]:
        described = Route(f"{BASE}/openapi.json", self.openapi)
        return [described, *(route for room in self._rooms for route in room.routes(BASE))]

    async def openapi(self, request: Request) -> Response:  # noqa: ARG002
        return JSONResponse(description())


def api_failure(error: AppError | None, status: int) -> JSONResponse:
    """An error as programs read it; sentences are English here."""
    body: Json = {"error": str(error) if error else "Something went wrong on our side."}
    if isinstance(error, InvalidInput):
        body["field"] = error.field
    response = JSONResponse(body, status_of(error) if error else status)
    if isinstance(error, Unknown):
        response.headers["www-authenticate"] = "Bearer"
    return response
