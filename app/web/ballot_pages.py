"""Paper ballots on a phone: the box for a code, and the page on which one idea is chosen, once."""

from __future__ import annotations

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from app.domain.ballots import BallotDoor, parse_ballot_code
from app.domain.claim_codes import spaced
from app.domain.errors import AppError, Conflict, InvalidInput
from app.domain.ids import parse_id
from app.domain.storms import Phase
from app.domain.translation import mark
from app.services.customer.balloting import BallotView
from app.web.codes import Codes
from app.web.forms import read_form
from app.web.guards import status_of
from app.web.notes import paper_of
from app.web.site import Site
from app.web.storm_words import StormTeller
from app.web.telling import retry_after, sentence_for
from app.words import Words

CHOOSE_ONE = mark("Please choose one of these, then give your ballot.")


class BallotPages:
    def __init__(self, site: Site, codes: Codes) -> None:
        self._site = site
        self._codes = codes

    def routes(self) -> list[Route]:
        return [
            Route("/b", self.find),
            Route("/b/{code}", self.ballot),
            Route("/b/{code}", self.give, methods=["POST"]),
        ]

    async def find(self, request: Request) -> Response:
        """The box for a code whose picture a phone cannot read."""
        typed = request.query_params.get("code", "")[:40]
        code = parse_ballot_code(typed)
        if code is not None:
            return RedirectResponse(f"/b/{code}", 303)
        words = self._site.words(request.scope)
        wrong = words.tr("No ballot has this code. Please compare it once more.") if typed.strip() else ""
        return self._site.page(
            request, "ballot_find.html", typed=typed, wrong=wrong, status=404 if wrong else 200
        )

    async def ballot(self, request: Request) -> Response:
        seen = await self._codes.ballot(request, request.path_params["code"])
        return self._page(request, seen)

    async def give(self, request: Request) -> Response:
        """Given at last it leads to the ballot's page, which says so."""
        seen = await self._codes.ballot(request, request.path_params["code"])
        form = await read_form(request)
        idea_id = parse_id(form.get("idea"))
        if idea_id is None:
            return self._page(request, seen, InvalidInput("idea", CHOOSE_ONE))
        try:
            await self._site.door.storms.give_ballot(seen.ballot.code, idea_id, BallotDoor.PHONE)
        except Conflict as error:
            # It was given meanwhile, or the time is over: the page as it is now says so.
            return self._page(
                request, await self._codes.ballot(request, seen.ballot.code), error, str(idea_id)
            )
        except AppError as error:
            return self._page(request, seen, error, str(idea_id))
        return RedirectResponse(f"/b/{seen.ballot.code}?after=given", 303)

    def _page(
        self, request: Request, seen: BallotView, error: AppError | None = None, chosen: str = ""
    ) -> Response:
        words, view = self._site.words(request.scope), seen.view
        can_be_given = not seen.ballot.is_given and view.phase is Phase.CHOOSING and bool(view.shortlist)
        is_thanked = request.query_params.get("after") == "given" and seen.ballot.is_given and error is None
        response = self._site.page(
            request,
            "ballot.html",
            status=status_of(error) if error else 200,
            code=spaced(seen.ballot.code),
            path=f"/b/{seen.ballot.code}",
            storm=view.storm,
            head=StormTeller(self._site.shop(), words, self._site.clock.now()).head(view),
            choices=[(idea, paper_of(idea.id.hex)) for idea in view.chosen_among] if can_be_given else [],
            chosen=chosen,
            is_thanked=is_thanked,
            wrong=error is not None,
            notice=_notice(seen, error, words),
        )
        if error and retry_after(error):
            response.headers["retry-after"] = str(retry_after(error))
        return response


def _notice(seen: BallotView, error: AppError | None, words: Words) -> str:
    """Why this ballot cannot be given now, or what went wrong in giving it; empty when all is well."""
    if seen.ballot.is_given:
        return words.tr("This ballot was given already. Each one counts once.")
    if seen.view.phase in {Phase.ANNOUNCED, Phase.GATHERING}:
        return words.tr("Choosing has not begun yet. Please keep the ballot until then.")
    if seen.view.phase is not Phase.CHOOSING:
        return words.tr("Choosing is over, so this ballot cannot be given any more.")
    if error is not None:
        return sentence_for(error, words)
    return "" if seen.view.shortlist else words.tr("There is nothing to choose among.")
