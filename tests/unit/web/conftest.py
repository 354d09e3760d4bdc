from __future__ import annotations

import asyncio
import re
from collections.abc import Callable, Coroutine, Iterator
from pathlib import Path
from typing import Any

import httpx
import pytest
from starlette.types import ASGIApp

from app.web.application import build_application
from app.web.scans import Scans
from app.web.settings import Limits, Rate, ServerSettings
from app.web.site import Languages
from tests.unit.web.house import HandClock, House

SECRET = b"a secret of thirty-two bytes, yes"
PHONE_ADDRESS = ("192.168.1.50", 50000)
ROOMY = Rate(10_000, 1000)
NO_LIMITS = Limits(
    reads=ROOMY, votes=ROOMY, ideas_taken=ROOMY, ideas=ROOMY, wrong_codes=ROOMY, guessed_codes=ROOMY
)

OpenShop = Callable[..., "Phone"]


class Browser:
    """A browser without scripts, straight at the application: it keeps cookies and follows nothing by itself."""

    def __init__(self, application: ASGIApp, base_url: str, address: tuple[str, int]) -> None:
        transport = httpx.ASGITransport(application, raise_app_exceptions=False, client=address)
        self._runner = asyncio.Runner()
        self._client = httpx.AsyncClient(transport=transport, base_url=base_url)

    @property
    def cookies(self) -> httpx.Cookies:
        return self._client.cookies

    def get(self, path: str, **more: Any) -> httpx.Response:
        return self.ask("GET", path, **more)

    def post(self, path: str, **more: Any) -> httpx.Response:
        return self.ask("POST", path, **more)

    def ask(self, method: str, path: str, **more: Any) -> httpx.Response:
        return self._runner.run(self._client.request(method, path, **more))

    def run(self, work: Coroutine[Any, Any, None]) -> None:
        self._runner.run(work)

    def close(self) -> None:
        self._runner.run(self._client.aclose())
        self._runner.close()


class Phone:
    """A customer with a browser, and the shop it looks at."""

    def __init__(self, client: Browser, house: House, reached: list[tuple[str, str]], scans: Scans) -> None:
        self.http = client
        self.house = house
        self.reached = reached
        self._scans = scans

    def second_later(self) -> None:
        """What waits for the next second is stored."""
        self.http.run(self._scans.store())

    def form_token(self, path: str = "/new") -> str:
        return field(self.http.get(path).text, "token")

    def send(self, text: str, **fields: str) -> str:
        """Send an idea as a person would, after a minute; gives back where the answer leads."""
        fields.setdefault("token", self.form_token())
        self.house.clock.forward(minutes=1)
        answer = self.http.post("/ideas", data={"text": text, **fields})
        assert answer.status_code == 303, answer.text
        return str(answer.headers["location"])


@pytest.fixture
def house(tmp_path: Path) -> Iterator[House]:
    house = House(tmp_path, HandClock())
    yield house
    house.close()


def phone_over(
    house: House,
    limits: Limits = NO_LIMITS,
    address: tuple[str, int] = PHONE_ADDRESS,
    languages: Languages | None = None,
    scheme: str = "http",
    typed_address: str = "",
) -> Phone:
    """A phone, and a server of its own over the same shop. Close its browser in the end."""
    reached: list[tuple[str, str]] = []
    scans = Scans(house.door)
    application = build_application(
        house.door,
        settings=ServerSettings(
            port=0, folder=house.folder.root, limits=limits, typed_address=lambda: typed_address
        ),
        secret=SECRET,
        clock=house.clock,
        languages=languages,
        scans=scans,
        on_reached=lambda token, by: reached.append((token, by)),
    )
    return Phone(Browser(application, f"{scheme}://localhost", address), house, reached, scans)


@pytest.fixture
def open_shop(house: House) -> Iterator[OpenShop]:
    """Builds the application over `house`; called again it is another phone, or other limits."""
    phones: list[Phone] = []

    def open_with(*settings: Any, **more: Any) -> Phone:
        phones.append(phone_over(house, *settings, **more))
        return phones[-1]

    yield open_with
    for phone in phones:
        phone.http.close()


@pytest.fixture
def phone(open_shop: OpenShop) -> Phone:
    return open_shop()


def field(html: str, name: str) -> str:
    """The value of a form's box."""
    found = re.search(rf'name="{name}" value="([^"]*)"', html)
    assert found, f"no box {name}"
    return found.group(1)
