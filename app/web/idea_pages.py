"""Pinning an idea: the form, from a placement or without one, and the thank-you page."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlencode

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from app.dates import day_in_words
from app.domain.claim_codes import spaced
from app.domain.errors import AppError, Conflict, InvalidInput, NotFound, TooMany
from app.domain.ideas import Channel, HeldFor, Idea, Link, Visibility
from app.domain.ids import parse_id
from app.domain.shop import Moderation
from app.domain.storms import Storm, takes_ideas
from app.domain.translation import mark
from app.services.customer.following import Claim
from app.services.customer.submitting import IdeaDraft
from app.storm_words import late_words, storm_line
from app.web.codes import Codes
from app.web.forms import SentForm, read_form
from app.web.guards import client_key, status_of
from app.web.limits import Buckets
from app.web.notes import paper_of
from app.web.scans import Scans, is_by_a_person
from app.web.security import KEPT_FOR_BACK, KEPT_WHATEVER_COOKIE
from app.web.site import Site, own_address, visitor_for
from app.web.telling import retry_after, sentence_for
from app.web.tokens import FormToken
from app.words import Words

NOT_OURS = mark("This form was not one of ours. Your words are still here: please send them once more.")
TOO_OLD = mark("This form lay open for a long time. Your words are still here: please send them once more.")
SENT_ALREADY = mark("The words you sent before are safe. Send these too, and they become a second idea.")
# What a browser never fills in by itself and a person never sees.
TRAP_FIELD = "second_opinion"
LONGEST_TEXT_KEPT = 8000


@dataclass(frozen=True, kw_only=True, slots=True)
class Sent:
    """What stands in the form's boxes."""

    text: str = ""
    name: str = ""
    contact: str = ""
    consent: bool = False
    builds_on: str = ""
    link: str = ""
    placement: str = ""
    storm: str = ""

    @classmethod
    def of(cls, form: SentForm) -> Sent:
        return cls(
            text=form.get("text")[:LONGEST_TEXT_KEPT],
            name=form.get("name")[:500],
            contact=form.get("contact")[:500],
            consent=bool(form.get("consent")),
            builds_on=form.get("builds_on"),
            link=form.get("link"),
            placement=form.get("placement")[:40],
            storm=form.get("storm")[:40],
        )


@dataclass(frozen=True, kw_only=True, slots=True)
class Complaint:
    """Why a form comes back: a word about all of it, or about single boxes.

    `token` is the one it was sent with, kept while nothing is stored under it: so the note keeps its paper.
    """

    notice: str = ""
    wrong: dict[str, str] = field(default_factory=dict)
    status: int = 422
    retry_after: int = 0
    token: str = ""


@dataclass(frozen=True, kw_only=True, slots=True)
class Place:
    """Where a form stands: whose addresses, templates and channel it has. `values` go to its templates."""

    at: str
    channel: Channel
    form: str
    thanks: str
    is_inline: bool
    caching: str
    values: Callable[[Request], dict[str, Any]]


PHONE = Place(
    at="",
    channel=Channel.PHONE,
    form="form.html",
    thanks="thanks.html",
    is_inline=True,
    caching=KEPT_FOR_BACK,
    values=lambda _request: {},
)


class IdeaPages:
    def __init__(self, site: Site, codes: Codes, scans: Scans, place: Place = PHONE) -> None:
        self._site = site
        self._place = place
        self._codes = codes
        self._scans = scans
        self._taken = Buckets(site.limits.ideas_taken)
        self._refused = Buckets(site.limits.ideas)

    def routes(self) -> list[Route]:
        at = self._place.at
        return [
            Route(f"{at}/new", self.new),
            Route(f"{at}/p/{{token}}", self.from_placement),
            Route(f"{at}/ideas", self.send, methods=["POST"]),
            Route(f"{at}/ideas", self.to_form),
            Route(f"{at}/thanks/{{code}}", self.thanks),
        ]

    async def new(self, request: Request) -> Response:
        asked = request.query_params
        sent = Sent(
            builds_on=asked.get("builds_on", ""),
            link=asked.get("link", ""),
            storm=asked.get("storm", "")[:40],
        )
        return self._form(request, sent)

    async def from_placement(self, request: Request) -> Response:
        """An unknown or retired place costs nobody the form."""
        token = request.path_params["token"][:40]
        placement = self._site.door.placement(token)
        if placement is not None and is_by_a_person(request.scope):
            self._scans.count(placement.token)
        return self._form(request, Sent(placement=placement.token if placement else ""))

    async def to_form(self, request: Request) -> Response:  # noqa: ARG002
        """Where ideas are sent to there is nothing to read: whoever types it wants the form."""
        return RedirectResponse(f"{self._place.at}/new", 303)

    async def send(self, request: Request) -> Response:
        form = await read_form(request)
        sent = Sent.of(form)
        words = self._site.words(request.scope)
        try:
            token = self._checked_token(request, form)
            receipt = await self._site.door.submit(self._draft(request, form, sent, token, words))
        except InvalidInput as error:
            whole = {"form", "token", "storm"}
            sentence = words.error(error)
            wrong = {} if error.field in whole else {error.field: sentence}
            notice = sentence if error.field in whole else ""
            return self._form(request, sent, Complaint(notice=notice, wrong=wrong, token=form.get("token")))
        except Conflict:
            return self._form(request, sent, Complaint(notice=words.tr(SENT_ALREADY), status=409))
        except AppError as error:
            complaint = Complaint(
                notice=sentence_for(error, words),
                status=status_of(error),
                retry_after=retry_after(error),
                token=form.get("token"),
            )
            return self._form(request, sent, complaint)
        code = receipt.idea.claim_code
        proof = self._site.tokens.for_thanks(code, self._site.clock.now())
        late = {"late": "yes"} if receipt.late else {}
        return RedirectResponse(f"{self._place.at}/thanks/{code}?{urlencode({'proof': proof, **late})}", 303)

    async def thanks(self, request: Request) -> Response:
        """Shown once after sending; the code in the address is the customer's own."""
        site, words = self._site, self._site.words(request.scope)
        claim = await self._thanked(request)
        shop, idea = site.shop(), claim.idea
        path = f"/c/{idea.claim_code}"
        days = words.trn("%(count)s open day", "%(count)s open days", shop.promise_days)
        return site.page(
            request,
            self._place.thanks,
            idea=idea,
            code=spaced(idea.claim_code),
            paper_number=paper_of(idea.id.hex),
            due=day_in_words(claim.due, words.language),
            promise=days,
            may_edit=claim.editable_until is not None,
            waits=idea.visibility is Visibility.WAITING,
            claim_path=path,
            storm=claim.storm.storm if claim.storm else None,
            late=late_words(words) if request.query_params.get("late") and claim.storm is None else "",
            claim_url=(shop.public_address.rstrip("/") or own_address(request.headers, request.scope)) + path,
            **self._place.values(request),
        )

    async def _thanked(self, request: Request) -> Claim:
        """Whoever comes straight from sending is not asked how many wrong codes others tried."""
        code, proof = request.path_params["code"], request.query_params.get("proof", "")
        if self._site.tokens.is_thanks(proof, code, self._site.clock.now()):
            return self._site.door.claim(code)
        return await self._codes.claim(request, code)

    def _checked_token(self, request: Request, form: SentForm) -> FormToken:
        """Raises InvalidInput for a token that is not ours or too old, TooMany above the hard limit."""
        token = self._site.tokens.read_form(form.get("token"), self._site.clock.now())
        if token is None:
            raise InvalidInput("token", NOT_OURS)
        if token.is_expired:
            raise InvalidInput("token", TOO_OLD)
        wait = self._refused.take(client_key(request.scope))
        if wait:
            sentence = mark(
                "Very many ideas at once. Your words are still here: please send them in a minute."
            )
            raise TooMany(sentence, retry_after=wait)
        return token

    def _draft(
        self, request: Request, form: SentForm, sent: Sent, token: FormToken, words: Words
    ) -> IdeaDraft:
        return IdeaDraft(
            id=token.id,
            text=form.get("text"),
            name=sent.name,
            contact=sent.contact,
            consent=sent.consent,
            builds_on=parse_id(sent.builds_on) if sent.builds_on else None,
            link=Link(sent.link) if sent.link in set(Link) else None,
            storm=sent.storm,
            channel=self._place.channel,
            placement_token=sent.placement,
            language=words.language,
            held_for=self._suspicion(request, form, token),
        )

    def _suspicion(self, request: Request, form: SentForm, token: FormToken) -> HeldFor | None:
        """Why the owner should look first. Never a reason to refuse: an honest idea lost costs more."""
        flooding = self._taken.take(client_key(request.scope))
        if form.get(TRAP_FIELD):
            return HeldFor.TRAP
        if token.is_too_fast:
            return HeldFor.TOO_FAST
        return HeldFor.FLOOD if flooding else None

    def _form(self, request: Request, sent: Sent, complaint: Complaint | None = None) -> Response:
        """The form, with what was written in it."""
        site, now = self._site, self._site.clock.now()
        token = self._token(complaint.token if complaint else "")
        visitor, cookie = visitor_for(request.scope)
        parent = self._parent(sent.builds_on)
        response = site.page(
            request,
            self._place.form,
            status=complaint.status if complaint else 200,
            inline=self._place.is_inline,
            sent=sent,
            notice=complaint.notice if complaint else "",
            wrong=complaint.wrong if complaint else {},
            token=token,
            vote_token=site.tokens.for_votes(visitor, now),
            paper_number=paper_of(token[:32]),
            placement=sent.placement,
            parent=parent,
            storm=self._storm(sent, parent),
            storm_line=storm_line(site.words(request.scope)),
            focused=True,
            parent_paper=paper_of(parent.id.hex) if parent else 0,
            waits=site.shop().moderation is Moderation.ALL_WAIT,
            **self._place.values(request),
        )
        response.headers["cache-control"] = self._place.caching
        if self._place.caching == KEPT_FOR_BACK:
            response.headers["vary"] = KEPT_WHATEVER_COOKIE
        if cookie:
            response.headers["set-cookie"] = cookie
        if complaint and complaint.retry_after:
            response.headers["retry-after"] = str(complaint.retry_after)
        return response

    def _token(self, sent: str) -> str:
        """The token that a form came with, if that still holds, else a fresh one."""
        now = self._site.clock.now()
        known = self._site.tokens.read_form(sent, now)
        return self._site.tokens.for_form(now) if known is None or known.is_expired else sent

    def _storm(self, sent: Sent, parent: Idea | None) -> Storm | None:
        """The storm that what is written would belong to; what comes too late belongs to none."""
        built_in = self._site.storms.of(parent) if parent else None
        storm = self._site.storms.named(sent.storm) or (built_in.storm if built_in else None)
        now = self._site.clock.now()
        return storm if storm is not None and takes_ideas(storm, now, now) else None

    def _parent(self, builds_on: str) -> Idea | None:
        idea_id = parse_id(builds_on) if builds_on else None
        if idea_id is None:
            return None
        try:
            return self._site.door.idea(idea_id)
        except NotFound:
            return None
