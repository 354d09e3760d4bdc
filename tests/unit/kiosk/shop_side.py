"""The shop's side for tests of the courier: the server's real application, without a socket in between."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from uuid import UUID

import httpx

from app.domain.errors import AppError
from app.kiosk.client import ServerClient
from app.kiosk.courier import Courier
from app.kiosk.link import Changed, LinkState
from app.kiosk.pairings import Pairing
from app.kiosk.stock import Stock
from app.web.application import build_application
from app.web.settings import ServerSettings
from tests.unit.web.calling import HERE, make_secret
from tests.unit.web.conftest import NO_LIMITS, SECRET
from tests.unit.web.house import House

ADDRESS = "http://127.0.0.1:8765"
Answer = Callable[[httpx.Request], httpx.Response | None]


class Ear:
    """Hears what the courier tells."""

    def __init__(self) -> None:
        self.states: list[LinkState] = []
        self.changes: list[Changed] = []
        self.own_problems: tuple[AppError, ...] = ()

    def stand(self, state: LinkState) -> None:
        self.states.append(state)

    def tell(self, changed: Changed) -> None:
        self.changes.append(changed)

    def problems(self) -> tuple[AppError, ...]:
        return self.own_problems

    @property
    def boards(self) -> list[UUID]:
        """Every note that was said to have changed."""
        return [id for changed in self.changes for id in changed.board or ()]


class Line(httpx.AsyncBaseTransport):
    """To the server, or to whatever a test puts in its place: `instead` answers what it answers not None."""

    def __init__(self, house: House) -> None:
        application = build_application(
            house.door,
            settings=ServerSettings(port=0, folder=house.folder.root, limits=NO_LIMITS),
            secret=SECRET,
            clock=house.clock,
            on_reached=lambda token, by: None,  # noqa: ARG005
        )
        self._server = httpx.ASGITransport(application, raise_app_exceptions=False, client=HERE)
        self.asked: list[httpx.Request] = []
        self.instead: Answer = lambda request: None  # noqa: ARG005

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        self.asked.append(request)
        given = self.instead(request)
        if given is None:
            return await self._server.handle_async_request(request)
        stream = httpx.ByteStream(given.content)  # as from the network: read once, and not before
        return httpx.Response(given.status_code, headers=given.headers, stream=stream)

    def lose_answers(self, *, path: str, times: int) -> None:
        """The server does what it is asked, and the answer never arrives."""
        left = [times]
        server = self._server

        class Losing(httpx.AsyncBaseTransport):
            async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
                answer = await server.handle_async_request(request)
                if request.url.path.endswith(path) and left[0] > 0:
                    left[0] -= 1
                    raise httpx.ReadError("cut", request=request)
                return answer

        self._server = Losing()  # type: ignore[assignment]

    def calls(self, path: str) -> list[httpx.Request]:
        return [request for request in self.asked if request.url.path.endswith(path)]


class ShopSide:
    """A paired kiosk's courier, and the shop it talks to."""

    def __init__(self, house: House, stock: Stock) -> None:
        self.house = house
        self.stock = stock
        self.line = Line(house)
        self.ear = Ear()
        self._runner = asyncio.Runner()
        self.pair()
        self.courier = Courier(stock, self.ear, open_client=self._client)

    def round(self) -> float:
        return self._runner.run(self.courier.round())

    def close(self) -> None:
        self._runner.run(self.courier.close())
        self._runner.close()

    def shown(self, id: UUID) -> int:
        """The votes on a note."""
        note = self.stock.board.note(id)
        assert note is not None
        return note.votes

    def _client(self, pairing: Pairing) -> ServerClient:
        return ServerClient(pairing.address, key=pairing.key, transport=self.line)

    def pair(self) -> None:
        """As a new kiosk."""

        async def ask() -> httpx.Response:
            async with httpx.AsyncClient(transport=self.line, base_url=ADDRESS) as client:
                told = {"code": make_secret(self.house), "name": "By the door"}
                return await client.post("/api/v1/pair", json=told)

        told = self._runner.run(ask()).json()
        pairing = Pairing(address=ADDRESS, key=told["key"], kiosk_id=UUID(told["kiosk"]), certificate=b"")
        self.stock.pairings.set(pairing)
