"""The kiosk's side of HTTP: one server, one key, a deadline on everything, and no answer that surprises."""

from __future__ import annotations

import asyncio
import json
import logging
from collections.abc import Mapping
from types import TracebackType

import httpx

from app.kiosk.json_parts import Garbled, Json, object_in
from app.kiosk.pairings import Pairing
from app.kiosk.pinning import CONNECT_SECONDS, trusting
from app.kiosk.wire import sentence_in

# It tells of every call, and there is one every two seconds.
logging.getLogger("httpx").setLevel(logging.WARNING)

BASE = "/api/v1"
ANSWER_SECONDS = 10.0
WHOLE_SECONDS = 20.0
"""For a call altogether: a byte now and then would keep the other deadlines from ever coming."""
LARGEST_ANSWER = 4_000_000
LONGEST_RETRY_SECONDS = 60.0
# What a proxy says whose server is away.
_NOBODY_BEHIND = frozenset({502, 504})


class Unreachable(Exception):
    """Nobody answered, or the server (`is_there`) cannot now; `retry_after` in seconds where it said when."""

    def __init__(self, why: str, *, is_there: bool = False, retry_after: float = 0.0) -> None:
        super().__init__(why)
        self.is_there = is_there
        self.retry_after = retry_after


class NotAdmitted(Exception):
    """The server does not know the key (any more)."""


class Rejected(Exception):
    """The server understood and will not; `sentence` is its own, or empty."""

    def __init__(self, status: int, sentence: str) -> None:
        super().__init__(status)
        self.status = status
        self.sentence = sentence


class ServerClient:
    """For one event loop. Raises Unreachable, NotAdmitted, Rejected or Garbled from every call."""

    def __init__(
        self,
        address: str,
        *,
        key: str = "",
        certificate: bytes = b"",
        transport: httpx.AsyncBaseTransport | None = None,
        whole_seconds: float = WHOLE_SECONDS,
    ) -> None:
        self._whole_seconds = whole_seconds
        headers = {"accept": "application/json", "accept-encoding": "identity", "user-agent": "Teacup kiosk"}
        if key:
            headers["authorization"] = f"Bearer {key}"
        self._http = httpx.AsyncClient(
            base_url=address + BASE,
            headers=headers,
            # No proxy that this machine's settings name stands between a kiosk and its shop.
            trust_env=False,
            timeout=httpx.Timeout(ANSWER_SECONDS, connect=CONNECT_SECONDS),
            limits=httpx.Limits(max_connections=1),
            transport=transport or httpx.AsyncHTTPTransport(verify=trusting(certificate), trust_env=False),
        )

    @classmethod
    def of(cls, pairing: Pairing) -> ServerClient:
        return cls(pairing.address, key=pairing.key, certificate=pairing.certificate)

    async def get(self, path: str, **asked: str | int) -> Json:
        return await self._ask("GET", path, asked=asked)

    async def post(self, path: str, body: Json | bytes) -> Json:
        sent = body if isinstance(body, bytes) else json.dumps(body, ensure_ascii=False).encode()
        return await self._ask("POST", path, body=sent)

    async def close(self) -> None:
        await self._http.aclose()

    async def __aenter__(self) -> ServerClient:
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        await self.close()

    async def _ask(
        self,
        method: str,
        path: str,
        *,
        asked: Mapping[str, str | int] | None = None,
        body: bytes | None = None,
    ) -> Json:
        headers = {"content-type": "application/json"} if body is not None else None
        try:
            async with (
                asyncio.timeout(self._whole_seconds),
                self._http.stream(method, path, params=asked, content=body, headers=headers) as answer,
            ):
                content = await _content_of(answer)
        # InvalidURL: a place to go on at that is none, which httpx reads though it does not go there.
        except (httpx.HTTPError, httpx.StreamError, httpx.InvalidURL, OSError) as error:
            raise Unreachable(type(error).__name__) from error
        return _understood(answer, content)


async def _content_of(answer: httpx.Response) -> bytes:
    content = bytearray()
    async for part in answer.aiter_raw():
        content += part
        if len(content) > LARGEST_ANSWER:
            raise Garbled
    return bytes(content)


def _understood(answer: httpx.Response, content: bytes) -> Json:
    status = answer.status_code
    if 200 <= status < 300:
        return object_in(content)
    if status == 401:
        raise NotAdmitted
    if status == 429 or not 400 <= status < 500:
        retry_after = _retry_after(answer.headers.get("retry-after", ""))
        raise Unreachable(f"status {status}", is_there=status not in _NOBODY_BEHIND, retry_after=retry_after)
    raise Rejected(status, sentence_in(content))


def _retry_after(text: str) -> float:
    return min(float(text), LONGEST_RETRY_SECONDS) if text.isascii() and text.isdigit() else 0.0
