"""The guards, in one place, before any routing: whom we answer, how much, how often, with what headers."""

from __future__ import annotations

import logging
import math
import time
from collections.abc import Callable, Collection
from functools import lru_cache

from starlette.requests import ClientDisconnect
from starlette.responses import PlainTextResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from app.domain.errors import AppError, Conflict, InvalidInput, NotFound, StorageProblem, TooMany
from app.domain.translation import mark
from app.web.limits import Buckets, address_key
from app.web.security import with_security
from app.web.settings import Limits
from app.web.telling import for_customers, retry_after

log = logging.getLogger("teacup.web")

METHODS = frozenset({"GET", "HEAD", "POST", "PUT", "DELETE"})
SAFE_METHODS = frozenset({"GET", "HEAD"})
LONGEST_PATH = 500
LONGEST_QUERY_STRING = 3000
LOOK_AGAIN_SECONDS = 5
FORWARDING = frozenset(
    {b"forwarded", b"via", b"x-forwarded-for", b"x-forwarded-host", b"x-forwarded-proto", b"x-real-ip"}
)
API_PREFIX = "/api/"

Failure = Callable[[Scope, AppError | None, int], Response]


class Refused(AppError):
    """A request that no page of ours sends."""

    def __init__(self, status: int, sentence: str) -> None:
        super().__init__(sentence)
        self.status = status


class TooLarge(Exception):
    """More bytes came than a form can have."""


_STATUSES: tuple[tuple[type[Exception], int], ...] = (
    (TooLarge, 413),
    (TooMany, 429),
    (InvalidInput, 422),
    (NotFound, 404),
    (Conflict, 409),
    (StorageProblem, 503),
)


class KnownHosts:
    """The names we answer to. Looked up again when a strange one comes, for networks change."""

    def __init__(self, names: Callable[[], frozenset[str]]) -> None:
        self._names = names
        self._name_of = lru_cache(maxsize=64)(host_name)
        self._known: frozenset[str] = frozenset()
        self._looked_at = -math.inf

    def knows(self, host: str) -> bool:
        """`host` as in the Host header: name or address, with or without a port."""
        name = self._name_of(host)
        if name in self._known:
            return True
        if time.monotonic() - self._looked_at > LOOK_AGAIN_SECONDS:
            self._known, self._looked_at = self._names(), time.monotonic()
        return name in self._known


class Guards:
    """Wraps the application. `failure` draws the page that tells of an error.

    With an address of our own there may be a proxy on this machine, and what that says of clients holds.
    """

    def __init__(
        self,
        application: ASGIApp,
        *,
        hosts: KnownHosts,
        limits: Limits,
        own_addresses: Callable[[], Collection[str]],
        failure: Failure,
    ) -> None:
        self._application = application
        self._own_addresses = own_addresses
        self._hosts = hosts
        self._reads = Buckets(limits.reads)
        self._body_bytes = limits.body_bytes
        self._failure = failure

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            return
        answer = _Answer(send, is_head=scope["method"] == "HEAD")
        try:
            self._check(scope)
            if scope["method"] not in SAFE_METHODS:
                receive = await self._whole_body(scope, receive)
            await self._application(scope, receive, answer)
        except ClientDisconnect:
            return
        except Exception as error:
            await self._tell(scope, receive, answer, error)

    def _check(self, scope: Scope) -> None:
        """Raises Refused or TooMany; what passes may be routed."""
        headers: list[tuple[bytes, bytes]] = scope["headers"]
        hosts = [value for name, value in headers if name == b"host"]
        if len(hosts) != 1:
            raise Refused(400, mark("Your browser did not say whom it wants to reach."))
        host = hosts[0].decode("latin-1")
        if not self._hosts.knows(host):
            raise Refused(421, mark("This address does not belong to the shop's board."))
        if scope["method"] not in METHODS:
            raise Refused(405, mark("This page cannot do that."))
        if len(scope["path"]) > LONGEST_PATH or len(scope["query_string"]) > LONGEST_QUERY_STRING:
            raise Refused(414, mark("This address is too long."))
        addresses = self._own_addresses()
        if addresses:
            _believe_own_proxy(scope)
        if scope["method"] not in SAFE_METHODS:
            _check_origin(headers, host, addresses)
        if not scope["path"].startswith(API_PREFIX):
            wait = self._reads.take(client_key(scope))
            if wait:
                raise TooMany(mark("Too much at once. Please try again in a moment."), retry_after=wait)

    async def _whole_body(self, scope: Scope, receive: Receive) -> Receive:
        """The body, read to its end before anybody is asked; what is too long is refused unread."""
        if _content_length(scope) > self._body_bytes:
            raise TooLarge
        body = bytearray()
        more = True
        while more:
            message = await receive()
            if message["type"] == "http.disconnect":
                raise ClientDisconnect
            body += message.get("body", b"")
            if len(body) > self._body_bytes:
                raise TooLarge
            more = message.get("more_body", False)
        return _replay(bytes(body), receive)

    async def _tell(self, scope: Scope, receive: Receive, answer: _Answer, error: Exception) -> None:
        status = status_of(error)
        if status == 500:
            # The route, never the address as typed: it may hold a claim code or words.
            log.error("A page failed: %s %s.", scope["method"], scope.get("endpoint", "?"), exc_info=error)
        if answer.started:
            raise error
        known = for_customers(error) if isinstance(error, AppError) else None
        if isinstance(error, TooLarge):
            known = Refused(413, mark("This is more than fits on a note."))
        response = self._failure(scope, known, status)
        if status in (400, 408, 413, 414, 421):
            response.headers["connection"] = "close"
        if known is not None and retry_after(known):
            response.headers["retry-after"] = str(retry_after(known))
        await response(scope, receive, answer)


class _Answer:
    """Passes an answer on with the security headers; knows whether one has begun."""

    def __init__(self, send: Send, *, is_head: bool) -> None:
        self._send = send
        self._is_head = is_head
        self.started = False

    async def __call__(self, message: Message) -> None:
        if message["type"] == "http.response.start":
            self.started = True
            message["headers"] = with_security(list(message["headers"]))
        await self._send(message)


def status_of(error: BaseException) -> int:
    """The status line's number for an error: ours says its own, a bug is 500."""
    if isinstance(error, Refused):
        return error.status
    return next((status for kind, status in _STATUSES if isinstance(error, kind)), 500)


def client_key(scope: Scope) -> str:
    """Whom the limits count."""
    client = scope.get("client")
    return address_key(client[0]) if client else ""


def host_name(host: str) -> str:
    """The name in a Host header, lower case, without port, brackets and a last dot; empty when malformed."""
    name, colon, port = host.strip().lower().rpartition(":")
    if not colon or host.endswith("]"):
        name, port = host.strip().lower(), "0"
    if not port.isdigit():
        return ""
    if name.startswith("["):
        return name[1:-1] if name.endswith("]") else ""
    return "" if ":" in name else name.removesuffix(".")


def refusal(error: AppError | None, status: int) -> Response:
    """An answer in plain words, for whom no page is worth drawing."""
    return PlainTextResponse(str(error) if error else mark("Something went wrong on our side."), status)


def is_forwarded(scope: Scope) -> bool:
    """Whether a proxy says that it speaks for somebody else."""
    return any(name in FORWARDING for name, _ in scope["headers"])


def _believe_own_proxy(scope: Scope) -> None:
    """Take the client from the header that a proxy on this very machine wrote last.

    From anywhere else the header is what anybody may write, and counts for nothing.
    """
    client = scope.get("client")
    if not client or client[0] not in ("127.0.0.1", "::1"):
        return
    for name, value in scope["headers"]:
        if name == b"x-forwarded-for":
            scope["client"] = (value.rpartition(b",")[2].strip().decode("latin-1")[:45], 0)


def _check_origin(headers: list[tuple[bytes, bytes]], host: str, addresses: Collection[str]) -> None:
    """Writes come from our own pages. Programs send neither header; browsers cannot forge them."""
    own = {host.encode("latin-1").lower()}
    own.update(address.partition("://")[2].lower().encode() for address in addresses)
    for name, value in headers:
        foreign_origin = name == b"origin" and value.partition(b"://")[2].lower() not in own
        foreign_site = name == b"sec-fetch-site" and value not in (b"same-origin", b"none")
        if foreign_origin or foreign_site:
            raise Refused(403, mark("This was sent from another website. Please use the shop's own page."))


def _content_length(scope: Scope) -> int:
    for name, value in scope["headers"]:
        if name == b"content-length":
            return int(value) if value.isdigit() else 0
    return 0


def _replay(body: bytes, receive: Receive) -> Receive:
    sent = False

    async def again() -> Message:
        nonlocal sent
        if sent:
            return await receive()
        sent = True
        return {"type": "http.request", "body": body, "more_body": False}

    return again
