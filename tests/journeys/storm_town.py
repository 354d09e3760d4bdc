"""A town that storms: a shop with its real server on a real socket, phones, kiosks with their outboxes, and a
ledger of what everybody said and chose, kept by hand."""

from __future__ import annotations

import asyncio
import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import replace
from datetime import date, datetime, time, timedelta
from pathlib import Path
from uuid import UUID

import httpx

from app.domain.errors import Conflict
from app.domain.hours import OpeningHours
from app.domain.ideas import Idea, Link
from app.domain.inbox import InboxView
from app.domain.shop import EVERY_WEEKDAY
from app.door_opening import open_customers_door
from app.kiosk.ballot_call import give
from app.kiosk.client import ServerClient
from app.kiosk.courier import Courier
from app.kiosk.file import KioskFile
from app.kiosk.outbox import Draft
from app.kiosk.pairings import Pairing
from app.kiosk.stock import Stock
from app.opening import open_owners_shop
from app.paths import DataFolder
from app.web.application import build_application
from app.web.settings import ServerSettings
from tests.making import SetClock
from tests.unit.kiosk.conftest import HandTicks
from tests.unit.kiosk.shop_side import Ear
from tests.unit.web.conftest import NO_LIMITS, SECRET
from tests.unit.web.running import serving

SIXTY_SECONDS = 60
_TOKEN = re.compile(r'name="token" value="([^"]+)"')
_MARKUP = re.compile(r"<[^>]*>")
_THANKS = re.compile(r"/thanks/([0-9A-Z]{9})")


class Line(httpx.AsyncBaseTransport):
    """A kiosk's line to the server. It can be cut, and it can lose an answer on its way back."""

    def __init__(self) -> None:
        self._http = httpx.AsyncHTTPTransport()
        self.is_cut = False
        self.answers_to_lose = 0

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        if self.is_cut:
            raise httpx.ConnectError("cut", request=request)
        answer = await self._http.handle_async_request(request)
        if self.answers_to_lose and request.url.path.endswith("/deliveries"):
            self.answers_to_lose -= 1
            await answer.aclose()
            raise httpx.ReadError("lost", request=request)
        return answer

    async def aclose(self) -> None:
        await self._http.aclose()


class Kiosk:
    """What stands in the shop: its own file, outbox and courier."""

    def __init__(self, town: Town, name: str) -> None:
        self._file = KioskFile.open(town.root / name, clock=town.clock)
        self._stock = Stock.of(self._file, clock=town.clock, ticks=town.ticks)
        self._runner = asyncio.Runner()
        self.line = Line()
        self._stock.pairings.set(self._paired(town, name))
        self._courier = Courier(self._stock, Ear(), open_client=self._client)

    def pin(self, text: str, name: str, *, storm: str, on: UUID | None = None) -> UUID:
        """Accepted: on the kiosk's disk."""
        link = Link.BUT if on else None
        return self._stock.outbox.accept(Draft(text=text, name=name, storm=storm, builds_on=on, link=link))[0]

    def me_too(self, idea: UUID, visitor: str) -> None:
        self._stock.outbox.vote(idea, visitor, given=True)

    def round(self) -> int:
        """One round of the courier; how much still waits."""
        self._runner.run(self._courier.round())
        return self._stock.outbox.waiting()

    def give_ballot(self, code: str, idea: UUID) -> None:
        """Raises AppError."""
        self._runner.run(self._give(code, idea))

    async def _give(self, code: str, idea: UUID) -> None:
        pairing = self._stock.pairings.current()
        assert pairing is not None
        async with ServerClient.of(pairing) as client:
            await give(client, code, idea)

    def close(self) -> None:
        self._runner.run(self._courier.close())
        self._runner.close()
        self._file.close()

    def _client(self, pairing: Pairing) -> ServerClient:
        return ServerClient(pairing.address, key=pairing.key, transport=self.line)

    @staticmethod
    def _paired(town: Town, name: str) -> Pairing:
        told = {"code": town.owner.new_pairing(bytes(32)).secret, "name": name}
        answer = httpx.post(f"{town.address}/api/v1/pair", json=told, trust_env=False)
        assert answer.status_code == 201, answer.text
        paired = answer.json()
        return Pairing(
            address=town.address, key=paired["key"], kiosk_id=UUID(paired["kiosk"]), certificate=b""
        )


class Phone:
    """A customer's browser without scripts; it has the cookies of one visitor."""

    def __init__(self, town: Town) -> None:
        self._town = town
        # One page stays open for a day, and all its buttons have the same.
        self._votes_tokens: dict[date, str] = {}
        self.http = httpx.Client(
            base_url=town.address, transport=town.wires, trust_env=False, headers={"Origin": town.address}
        )

    def say(self, text: str, name: str, page: str, *, taps: int = 1, **fields: str) -> str:
        """Through the form on `page`, tapped so often; the claim code."""
        token = self.token(page)
        self._town.later(seconds=SIXTY_SECONDS)
        sent = {"text": text, "name": name, "token": token, **fields}
        answers = [self.http.post("/ideas", data=sent) for _ in range(taps)]
        codes = {_THANKS.search(answer.headers["location"]) for answer in answers}
        assert len({found and found[1] for found in codes}) == 1
        found = codes.pop()
        assert found is not None
        return found[1]

    def me_too(self, idea: UUID, *, given: bool = True) -> httpx.Response:
        today = self._town.clock.now().date()
        if today not in self._votes_tokens:
            self._votes_tokens[today] = self.token(f"/i/{idea}")
        fields = {"token": self._votes_tokens[today], "want": "1" if given else "0"}
        return self.http.post(f"/ideas/{idea}/vote", data=fields, headers={"Accept": "application/json"})

    def token(self, path: str) -> str:
        """Of the page's last form: that for "me too" comes first."""
        return str(_TOKEN.findall(self.http.get(path).text)[-1])

    def give_ballot(self, code: str, idea: UUID) -> None:
        """On the page that the ballot's own code leads to. Raises Conflict with what the page says."""
        assert self.http.get(f"/b/{code}").status_code == 200
        page = self.http.post(f"/b/{code}", data={"idea": str(idea)}, follow_redirects=True).text
        if "Your ballot is given. Thank you." not in page:
            raise Conflict(" ".join(_MARKUP.sub(" ", page).split()))


class Ledger:
    """What everybody did, noted beside the shop: nothing may be missing there, and nothing twice."""

    def __init__(self) -> None:
        self.said: Counter[str] = Counter()
        self.ballots: Counter[UUID] = Counter()
        self._voices: dict[UUID, set[str]] = defaultdict(set)

    def me_too(self, idea: UUID, visitor: str, *, given: bool = True) -> None:
        (self._voices[idea].add if given else self._voices[idea].discard)(visitor)

    def put_together(self, away: UUID, kept: UUID) -> None:
        self._voices[kept] |= self._voices.pop(away, set())

    def voices(self, idea: UUID) -> int:
        return len(self._voices[idea])

    def choosers(self, among: Sequence[UUID]) -> int:
        """Each visitor and each ballot once."""
        visitors = set().union(*(self._voices[idea] for idea in among))
        return len(visitors) + self.ballots.total()


class Town:
    """Made by `storming_town`."""

    def __init__(self, root: Path, stack: ExitStack, start: datetime) -> None:
        self.root = root
        self.clock = SetClock(start)
        self.ticks = HandTicks()
        folder = DataFolder(root / "shop")
        self.owner = stack.enter_context(open_owners_shop(folder, self.clock)).owner
        self._open_bakery()
        door = stack.enter_context(open_customers_door(folder, self.clock))
        application = build_application(
            door,
            settings=ServerSettings(port=0, folder=folder.root, limits=NO_LIMITS),
            secret=SECRET,
            clock=self.clock,
            on_reached=lambda *_: None,
        )
        port = stack.enter_context(serving(application, NO_LIMITS))
        self.address = f"http://127.0.0.1:{port}"
        self.wires = httpx.HTTPTransport(verify=False)
        stack.callback(self.wires.close)
        self.kiosks = [Kiosk(self, name) for name in ("Counter", "By the door")]
        for kiosk in self.kiosks:
            stack.callback(kiosk.close)
        self.ledger = Ledger()

    def later(self, *, seconds: float) -> None:
        """For everybody, and for the machines that count their own time."""
        self.clock.forward(timedelta(seconds=seconds))
        self.ticks.forward(seconds=seconds)

    def until(self, moment: datetime) -> None:
        self.later(seconds=(moment - self.clock.now()).total_seconds())

    def approve_all(self) -> None:
        """The owner puts up what waits."""
        waiting = self.owner.inbox(InboxView.WAITING, limit=1000).ideas
        if waiting:
            self.owner.approve([idea.id for idea in waiting])

    def ideas(self) -> list[Idea]:
        """All that the owner has."""
        return list(self.owner.inbox(InboxView.ALL, limit=1000).ideas)

    def _open_bakery(self) -> None:
        self.owner.save_shop(
            replace(
                self.owner.shop(),
                name="Linden Street Bakery",
                owner="Marta",
                timezone="Europe/Berlin",
                hours=(OpeningHours(time(8), time(18, 30)),) * 7,
                open_weekdays=EVERY_WEEKDAY - {6},
            )
        )


@contextmanager
def storming_town(root: Path, start: datetime) -> Iterator[Town]:
    """A bakery that is open from Monday to Saturday, on a clock that is moved by hand."""
    with ExitStack() as stack:
        yield Town(root, stack, start)
