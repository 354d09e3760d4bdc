"""The API's verbs of single ideas: pin one, say "me too", follow one by its code."""

from __future__ import annotations

from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from app.domain.errors import InvalidInput, NotFound
from app.domain.ideas import Channel, Link
from app.domain.ids import parse_id
from app.domain.translation import mark
from app.services.customer.submitting import IdeaDraft
from app.web.api_bodies import id_of, json_body, text_of, visitor_of
from app.web.api_keys import Keys
from app.web.codes import Codes
from app.web.shapes import Json, claim_json
from app.web.site import Site

# Longer than any code, however it is spaced.
LONGEST_CODE = 40


class IdeasApi:
    def __init__(self, site: Site, keys: Keys, codes: Codes) -> None:
        self._site = site
        self._keys = keys
        self._codes = codes

    def routes(self, base: str) -> list[Route]:
        return [
            Route(f"{base}/ideas", self.submit, methods=["POST"]),
            Route(f"{base}/ideas/{{id}}/vote", self.vote, methods=["PUT"]),
            Route(f"{base}/ideas/{{id}}/vote", self.unvote, methods=["DELETE"]),
            Route(f"{base}/claims/{{code}}", self.claim),
        ]

    async def submit(self, request: Request) -> Response:
        """201 the first time, 200 for the same again, 409 when the id stands for other words."""
        self._keys.admit(request)
        receipt = await self._site.door.submit(draft_of(await json_body(request)))
        body = {
            "id": str(receipt.idea.id),
            "claim_code": receipt.idea.claim_code,
            "visibility": str(receipt.idea.visibility),
            "due": receipt.due.isoformat(),
            "storm": self._site.storms.code_of(receipt.idea),
            "late": receipt.late,
        }
        return JSONResponse(body, 201 if receipt.fresh else 200)

    async def vote(self, request: Request) -> Response:
        return await self._set_vote(request, given=True)

    async def unvote(self, request: Request) -> Response:
        return await self._set_vote(request, given=False)

    async def claim(self, request: Request) -> Response:
        self._keys.admit(request)
        claim = await self._codes.claim(request, request.path_params["code"])
        return JSONResponse(claim_json(claim, self._site))

    async def _set_vote(self, request: Request, *, given: bool) -> Response:
        self._keys.admit(request)
        idea_id = parse_id(request.path_params["id"])
        if idea_id is None:
            raise NotFound(mark("This idea does not hang on the wall."))
        result = await self._site.door.set_vote(idea_id, visitor_of(await json_body(request)), given=given)
        return JSONResponse({"votes": result.votes, "given": result.given})


def draft_of(body: Json) -> IdeaDraft:
    """Only the fields we know; whatever else was sent is not looked at."""
    return IdeaDraft(
        id=id_of(body, "id"),
        text=text_of(body, "text"),
        name=text_of(body, "name", needed=False),
        builds_on=id_of(body, "builds_on") if body.get("builds_on") is not None else None,
        link=_link(body),
        channel=Channel.KIOSK,
        language=text_of(body, "language", needed=False),
        storm=text_of(body, "storm", needed=False)[:LONGEST_CODE],
    )


def _link(body: Json) -> Link | None:
    value = text_of(body, "link", needed=False)
    if not value:
        return None
    if value not in {one.value for one in Link}:
        raise InvalidInput("link", mark("link is and, but or instead."))
    return Link(value)
