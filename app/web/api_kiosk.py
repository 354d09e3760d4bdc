"""A kiosk's own affairs: how it is paired, and what it and the shop tell each other every other second."""

from __future__ import annotations

from datetime import UTC
from uuid import UUID

from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from app.domain import text as texts
from app.domain.clock import rfc3339
from app.domain.errors import Conflict, InvalidInput, TooMany
from app.domain.kiosks import MOST_TOLD, PROTOCOL, Kiosk, SetAside, SetAsideKind
from app.domain.shop import Shop
from app.domain.translation import mark
from app.program import program_version
from app.services.customer.pairing import WrongPairingCode
from app.services.customer.reporting import KioskReport
from app.web.api_bodies import id_of, json_body, list_of, moment_of, number_of, objects_of, text_of
from app.web.api_keys import Keys
from app.web.guards import Refused, client_key
from app.web.kiosk_facts import facts_etag, facts_json, logo_text
from app.web.limits import Buckets
from app.web.shapes import Json
from app.web.site import Site
from app.web.told_storms import ToldStorms

LARGEST_OUTBOX = 10**9
LONGEST_SENTENCE = 300
LONGEST_REFUSED_TEXT = 2000
LONGEST_VERSION = 40
IN_ALL = ""

_OTHER_PROTOCOL = mark(
    "This kiosk and the shop's computer run different versions of Teacup. Please update both."
)


class KioskApi:
    def __init__(self, site: Site, keys: Keys, told: ToldStorms) -> None:
        self._site = site
        self._keys = keys
        self._storms = told
        self._by_address = Buckets(site.limits.pairings)
        self._in_all = Buckets(site.limits.pairings_in_all)
        self._logo: tuple[UUID | None, str | None] = (None, None)

    def routes(self, base: str) -> list[Route]:
        return [
            Route(f"{base}/pair", self.pair, methods=["POST"]),
            Route(f"{base}/kiosk", self.heartbeat, methods=["POST"]),
        ]

    async def pair(self, request: Request) -> Response:
        """The one call without a key: it gives one for a code that the owner has carried here."""
        self._keys.require_secrecy(request)
        self._limit(client_key(request.scope))
        body = await json_body(request)
        code, name = text_of(body, "code"), text_of(body, "name")
        try:
            paired = await self._site.door.kiosks.pair(code, name)
        except WrongPairingCode as wrong:
            raise Refused(403, wrong.sentence) from wrong
        told = {"key": paired.key, "kiosk": str(paired.kiosk.id), "name": paired.kiosk.name}
        return JSONResponse(told, 201)

    async def heartbeat(self, request: Request) -> Response:
        """409 when the kiosk speaks another protocol; the desk is told so."""
        kiosk = self._keys.admit_kiosk(request)
        body = await json_body(request)
        report = _report(body, kiosk)
        if body.get("protocol") != PROTOCOL:
            await self._site.door.kiosks.report(
                kiosk, KioskReport(version=report.version, outbox=report.outbox, problems=(_OTHER_PROTOCOL,))
            )
            raise Conflict(_OTHER_PROTOCOL)
        heard = await self._site.door.kiosks.report(kiosk, report)
        return JSONResponse(self._told(kiosk, text_of(body, "facts", needed=False), heard))

    def _told(self, kiosk: Kiosk, known_facts: str, heard: tuple[UUID, ...]) -> Json:
        shop = self._site.shop()
        facts = facts_json(kiosk, shop, self._site.phone_address.get(), self._logo_of(shop))
        etag = facts_etag(facts)
        return {
            "protocol": PROTOCOL,
            "server_version": program_version(),
            "board_version": self._site.version.get(),
            "now": rfc3339(self._site.clock.now()),
            "facts": None if known_facts == etag else facts,
            "facts_etag": etag,
            "storms_etag": self._storms.running().etag,
            "heard": [str(id) for id in heard],
        }

    def _logo_of(self, shop: Shop) -> str | None:
        """Read once: another picture has another id."""
        if self._logo[0] != shop.logo:
            self._logo = (shop.logo, logo_text(self._site.door.logo(shop.logo) if shop.logo else None))
        return self._logo[1]

    def _limit(self, address: str) -> None:
        """One address cannot use up what there is for all."""
        wait = self._by_address.take(address) or self._in_all.take(IN_ALL)
        if wait:
            raise TooMany(
                mark("Too many pairing codes were tried. Please wait a moment, then try again."),
                retry_after=wait,
            )


def _report(body: Json, kiosk: Kiosk) -> KioskReport:
    return KioskReport(
        version=texts.clean_line(text_of(body, "version"))[:LONGEST_VERSION],
        outbox=number_of(body, "outbox", LARGEST_OUTBOX),
        problems=tuple(map(_sentence, list_of(body, "problems", MOST_TOLD))),
        set_aside=tuple(_set_aside(each, kiosk) for each in objects_of(body, "set_aside", MOST_TOLD)),
    )


def _sentence(told: object) -> str:
    if not isinstance(told, str):
        raise InvalidInput("problems", mark("%(name)s is a text."), name="problems")
    return texts.first_graphemes(texts.clean_line(told), LONGEST_SENTENCE)


def _set_aside(told: Json, kiosk: Kiosk) -> SetAside:
    """Its text was refused once and is not refused again, only cut."""
    kind = text_of(told, "kind")
    if kind not in {one.value for one in SetAsideKind}:
        raise InvalidInput("kind", mark("kind is idea, vote or looks."))
    return SetAside(
        id=id_of(told, "id"),
        kiosk_id=kiosk.id,
        kind=SetAsideKind(kind),
        sentence=_sentence(text_of(told, "sentence")),
        text=texts.first_graphemes(texts.clean(text_of(told, "text", needed=False)), LONGEST_REFUSED_TEXT),
        at=moment_of(told, "at").astimezone(UTC),
    )
