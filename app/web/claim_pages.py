"""The claim page: what became of one's own idea, and the four things its author may do."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from app.dates import day_in_words, moment_in_words
from app.domain.claim_codes import parse_claim_code, spaced
from app.domain.errors import AppError, InvalidInput
from app.domain.ideas import Channel, Idea, Status, Visibility
from app.domain.paper_cards import CardNotRead
from app.domain.shop import Shop
from app.domain.storms import Phase
from app.domain.translation import mark
from app.note_words import status_word
from app.services.customer.following import Claim, Step, StepKind, waits_when_changed
from app.storm_words import phase_word
from app.web.codes import Codes
from app.web.forms import read_form
from app.web.guards import status_of
from app.web.idea_pages import NOT_OURS, TOO_OLD
from app.web.notes import Note, note, paper_of, slip, stamp
from app.web.security import KEPT_FOR_BACK, KEPT_WHATEVER_COOKIE
from app.web.site import Site
from app.web.storm_words import StormTeller
from app.web.telling import retry_after, sentence_for
from app.web.tokens import FormToken
from app.words import Words

ASKED_AGAIN = mark("This page lay open for a long time, so we ask once more. Nothing has been deleted.")


@dataclass(frozen=True, slots=True)
class ShownStep:
    word: str
    when: str


@dataclass(frozen=True, slots=True)
class ShownReply:
    text: str
    when: str


@dataclass(frozen=True, slots=True)
class Typed:
    """What stands in the boxes of a form about one's own idea."""

    text: str = ""
    name: str = ""


class ClaimPages:
    def __init__(self, site: Site, codes: Codes) -> None:
        self._site = site
        self._codes = codes

    def routes(self) -> list[Route]:
        return [
            Route("/c", self.find),
            Route("/c/{code}", self.claim),
            Route("/c/{code}/reply", self.reply_form),
            Route("/c/{code}/reply", self.reply, methods=["POST"]),
            Route("/c/{code}/edit", self.edit_form),
            Route("/c/{code}/edit", self.edit, methods=["POST"]),
            Route("/c/{code}/erase", self.erase_form),
            Route("/c/{code}/erase", self.erase, methods=["POST"]),
        ]

    async def find(self, request: Request) -> Response:
        """The box for a code that stands on a slip of paper."""
        typed = request.query_params.get("code", "")[:40]
        code = parse_claim_code(typed)
        if code is not None:
            return RedirectResponse(f"/c/{code}", 303)
        words = self._site.words(request.scope)
        wrong = words.tr("No idea has this code. Please check it, letter by letter.") if typed.strip() else ""
        return self._site.page(request, "find.html", typed=typed, wrong=wrong, status=404 if wrong else 200)

    async def claim(self, request: Request) -> Response:
        try:
            claim = await self._claim(request)
        except CardNotRead as unread:
            return self._unread_card(request, unread)
        idea, shop, words = claim.idea, self._site.shop(), self._site.words(request.scope)
        return self._site.page(
            request,
            "claim.html",
            told=_told(request.query_params.get("after", ""), idea, shop, words),
            idea=idea,
            own_text=idea.own_text,
            merged=idea.merged_into is not None,
            together=self._together(claim, words),
            paper_number=paper_of(idea.id.hex),
            stamp=stamp(idea.response, idea.status, words, shop.local_date(self._site.clock.now())),
            public_slip=slip(idea.response, shop, words) if idea.response else None,
            private_slips=[slip(answer, shop, words) for answer in claim.answers if answer.private],
            replies=[ShownReply(one.text, self._when(one.created_at, words)) for one in claim.replies],
            steps=self._steps(claim, words),
            fate=self._teller(words).fate(claim.storm, claim.standing.id) if claim.storm else None,
            coming=_coming(claim, words),
            due=self._due(claim, words),
            thanks=_thanks(claim, shop, words),
            may_edit=claim.editable_until is not None,
            **_codes(claim),
        )

    def _teller(self, words: Words) -> StormTeller:
        return StormTeller(self._site.shop(), words, self._site.clock.now())

    def _steps(self, claim: Claim, words: Words) -> list[ShownStep]:
        """Those of the idea, then those of the storm it belongs to."""
        taken = [(_step_word(step, claim.idea.channel, words), step.at) for step in claim.history]
        if claim.storm is not None:
            taken += self._teller(words).steps(claim.storm.storm)
        return [ShownStep(word, self._when(at, words)) for word, at in taken]

    def _unread_card(self, request: Request, unread: CardNotRead) -> Response:
        words = self._site.words(request.scope)
        return self._site.page(
            request,
            "message.html",
            good=False,
            heading=words.tr("Your card is in good hands."),
            sentence=words.error(unread),
            onward="/",
            onward_word=words.tr("To the wall"),
        )

    def _together(self, claim: Claim, words: Words) -> Note | None:
        """What the idea was put together with, where its author reads the answer."""
        if claim.survivor is None:
            return None
        shop = self._site.shop()
        return note(claim.survivor, shop, words, shop.local_date(self._site.clock.now()))

    async def reply_form(self, request: Request) -> Response:
        return self._reply_form(request, await self._claim(request), Typed())

    async def reply(self, request: Request) -> Response:
        claim = await self._claim(request)
        form = await read_form(request)
        try:
            token = self._own_form(form.get("token"))
            await self._site.door.reply(claim.idea.claim_code, form.get("text"), token.id)
        except AppError as error:
            return self._reply_form(request, claim, Typed(form.get("text")[:8000]), error)
        return RedirectResponse(f"/c/{claim.idea.claim_code}?after=reply", 303)

    async def edit_form(self, request: Request) -> Response:
        claim = await self._claim(request)
        if claim.editable_until is None:
            return RedirectResponse(f"/c/{claim.idea.claim_code}", 303)
        return self._edit_form(request, claim, Typed(claim.idea.own_text, claim.idea.own_name))

    async def edit(self, request: Request) -> Response:
        claim = await self._claim(request)
        form = await read_form(request)
        typed = Typed(form.get("text")[:8000], form.get("name")[:500])
        try:
            self._own_form(form.get("token"))
            await self._site.door.edit(claim.idea.claim_code, form.get("text"), typed.name)
        except AppError as error:
            return self._edit_form(request, claim, typed, error)
        return RedirectResponse(f"/c/{claim.idea.claim_code}?after=edit", 303)

    async def erase_form(self, request: Request) -> Response:
        return self._erase_form(request, await self._claim(request))

    async def erase(self, request: Request) -> Response:
        claim = await self._claim(request)
        form = await read_form(request)
        try:
            self._own_form(form.get("token"))
        except InvalidInput:
            return self._erase_form(request, claim, InvalidInput("token", ASKED_AGAIN))
        try:
            await self._site.door.erase(claim.idea.claim_code)
        except AppError as error:
            return self._erase_form(request, claim, error)
        words = self._site.words(request.scope)
        return self._site.page(
            request,
            "message.html",
            good=False,
            heading=words.tr("It is taken back."),
            sentence=words.tr(
                "Your words are deleted. Thank you all the same: the wall is always open to you."
            ),
            onward="/",
            onward_word=words.tr("To the wall"),
        )

    async def _claim(self, request: Request) -> Claim:
        return await self._codes.claim(request, request.path_params["code"])

    def _own_form(self, sent: str) -> FormToken:
        """Raises InvalidInput for a token that is not ours or too old."""
        token = self._site.tokens.read_form(sent, self._site.clock.now())
        if token is None:
            raise InvalidInput("token", NOT_OURS)
        if token.is_expired:
            raise InvalidInput("token", TOO_OLD)
        return token

    def _reply_form(
        self, request: Request, claim: Claim, typed: Typed, error: AppError | None = None
    ) -> Response:
        return _kept_for_back(self._form(request, "reply.html", claim, typed, error))

    def _edit_form(
        self, request: Request, claim: Claim, typed: Typed, error: AppError | None = None
    ) -> Response:
        words = self._site.words(request.scope)
        until = self._when(claim.editable_until, words) if claim.editable_until else words.tr("now")
        waits = not claim.idea.is_public or waits_when_changed(claim.idea, self._site.shop())
        form = self._form(request, "edit.html", claim, typed, error, until=until, waits=waits)
        return _kept_for_back(form)

    def _erase_form(self, request: Request, claim: Claim, error: AppError | None = None) -> Response:
        return self._form(request, "erase.html", claim, Typed(), error, idea=claim.idea)

    def _form(
        self,
        request: Request,
        template: str,
        claim: Claim,
        typed: Typed,
        error: AppError | None,
        **values: Any,
    ) -> Response:
        """A form about one's own idea, coming back with its words when `error` says so."""
        words = self._site.words(request.scope)
        sentence = sentence_for(error, words) if error else ""
        field = error.field if isinstance(error, InvalidInput) and error.field in ("text", "name") else ""
        response = self._site.page(
            request,
            template,
            status=status_of(error) if error else 200,
            sent=typed,
            notice="" if field else sentence,
            wrong={field: sentence} if field else {},
            token=self._site.tokens.for_form(self._site.clock.now()),
            paper_number=paper_of(claim.idea.id.hex),
            **_codes(claim),
            **values,
        )
        if error and retry_after(error):
            response.headers["retry-after"] = str(retry_after(error))
        return response

    def _when(self, moment: datetime, words: Words) -> str:
        """ "today, 8:15", else "16 Nov, 9:40"."""
        shop = self._site.shop()
        said = moment_in_words(moment, words.language, shop.timezone)
        if shop.local_date(moment) == shop.local_date(self._site.clock.now()):
            return words.tr("today, %(time)s", time=said.rpartition(", ")[2])
        return said

    def _due(self, claim: Claim, words: Words) -> str:
        if claim.standing.is_answered or claim.storm is not None:
            return ""
        return words.tr("by %(day)s", day=day_in_words(claim.due, words.language))


def _kept_for_back(form: Response) -> Response:
    form.headers["cache-control"] = KEPT_FOR_BACK
    form.headers["vary"] = KEPT_WHATEVER_COOKIE
    return form


def _thanks(claim: Claim, shop: Shop, words: Words) -> str:
    return (
        words.tr("%(owner)s says: thank you for thinking along.", owner=shop.voice) if claim.thanked else ""
    )


def _codes(claim: Claim) -> dict[str, Any]:
    code = claim.idea.claim_code
    return {"code": spaced(code), "claim_path": f"/c/{code}"}


def _step_word(step: Step, channel: Channel, words: Words) -> str:
    if step.kind is StepKind.SENT:
        return _sent_word(channel, words)
    if step.kind is StepKind.ON_THE_WALL:
        return words.tr("On the wall")
    if step.kind is StepKind.PUT_TOGETHER:
        return words.tr("Put together with another idea")
    if step.kind is StepKind.ANSWERED_PRIVATELY:
        return words.tr("Answered, only for you")
    return words.tr("Answered: %(decision)s", decision=_inside(status_word(step.status, words)))


def _sent_word(channel: Channel, words: Words) -> str:
    """How the idea came to the shop."""
    return {
        Channel.KIOSK: words.tr("Written at the kiosk"),
        Channel.PHONE: words.tr("Sent from a phone"),
        Channel.EMAIL: words.tr("Sent by mail"),
        Channel.TELEPHONE: words.tr("Told on the telephone"),
        Channel.IN_PERSON: words.tr("Told at the counter"),
        Channel.PAPER: words.tr("Written on a card"),
        Channel.SOCIAL: words.tr("Found online"),
        Channel.IMPORT: words.tr("Brought from another board"),
    }[channel]


def _inside(word: str) -> str:
    """A decision's word in the middle of a sentence."""
    return word[:1].lower() + word[1:]


def _told(after: str, idea: Idea, shop: Shop, words: Words) -> str:
    """What came of the form that leads here."""
    if after == "reply":
        return words.tr("Sent. Thank you.")
    if after != "edit":
        return ""
    if idea.is_public:
        return words.tr("Your new words are pinned up.")
    if idea.visibility is Visibility.WAITING:
        return words.tr("Your new words are kept. %(owner)s reads them first.", owner=shop.voice)
    return words.tr("Your new words are kept.")


def _coming(claim: Claim, words: Words) -> str:
    """The step that the author waits for; none when nobody promised one."""
    status = claim.standing.status
    if claim.storm is not None:
        return "" if claim.storm.conclusion else phase_word(Phase.CONCLUDED, words)
    if claim.standing.visibility is Visibility.HIDDEN:
        return ""
    if status is Status.NEW:
        return "" if claim.answers else words.tr("Answered")
    if status in (Status.CONSIDERING, Status.TRIAL):
        return words.tr("Decided")
    return words.tr("Done") if status is Status.PLANNED else ""
