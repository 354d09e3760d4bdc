"""The server process: listeners, ready line, and an end that is asked for and kept."""

from __future__ import annotations

import asyncio
import contextlib
import errno
import logging
import signal
import socket
import sys
from collections.abc import Callable, Generator
from dataclasses import dataclass, replace

import uvicorn
from starlette.types import ASGIApp

from app.domain.clock import Clock, SystemClock
from app.domain.errors import AppError
from app.domain.translation import mark
from app.domain.web_addresses import written_host
from app.services.customer.door import CustomerDoor
from app.web.application import build_application
from app.web.certificate import server_context
from app.web.control import Control, Serving
from app.web.protocol import UnfinishedRequests, guarded_protocol
from app.web.scans import Scans
from app.web.settings import Limits, Rate, ServerSettings
from app.web.tokens import load_secret

__all__ = ["Limits", "PortTaken", "Rate", "ServerSettings", "run_server"]

BACKLOG = 1024
KEEP_ALIVE_SECONDS = 10
GRACE_SECONDS = 2
WILDCARDS = frozenset({"0.0.0.0", "::", ""})
_log = logging.getLogger("teacup.web")


class PortTaken(AppError):
    """We cannot listen where we were told to; the sentence says why and what to do."""


def run_server(
    door: CustomerDoor,
    settings: ServerSettings,
    control: Control | None = None,
    *,
    clock: Clock | None = None,
    announce: Callable[[str], None] | None = None,
    on_serving: Callable[[Serving], None] | None = None,
) -> int:
    """Serve until SIGTERM, SIGINT, or the parent says stop. Returns 0.

    Raises PortTaken. `announce` gets each ready line; by default it goes to standard output. `on_serving` is
    called before that, once every listener answers.
    """
    control = control or Control(None)
    sockets = [_listen(settings.host, settings.port)]
    if settings.tls_port is not None:
        sockets.append(_listen_for_kiosks(settings, settings.tls_port))
    scans = Scans(door)
    application = build_application(
        door,
        scans=scans,
        settings=replace(settings, port=sockets[0].getsockname()[1]),
        secret=load_secret(settings.folder),
        clock=clock or SystemClock(),
        on_reached=control.reached,
    )
    servers = _servers(application, settings, len(sockets))
    logging.getLogger("uvicorn.error").setLevel(logging.ERROR)
    with asyncio.Runner(loop_factory=servers[0].config.get_loop_factory()) as runner:
        ready = _Ready(control, settings.host, announce or _print, on_serving)
        runner.run(_serve(servers, sockets, control, ready))
        runner.run(scans.finish())
    return 0


async def _serve(
    servers: list[Listener],
    sockets: list[socket.socket],
    control: Control,
    ready: _Ready,
) -> None:
    def stop() -> None:
        for server in servers:
            server.should_exit = True

    for each in (signal.SIGTERM, signal.SIGINT):
        signal.signal(each, lambda *_: stop())
    control.listen(stop)
    running = [
        asyncio.create_task(server.serve(sockets=[listening]))
        for server, listening in zip(servers, sockets, strict=True)
    ]
    for server in servers:
        await server.is_up.wait()
    ready.tell([listening.getsockname()[1] for listening in sockets])
    await asyncio.gather(*running)
    control.close()


@dataclass(frozen=True, slots=True)
class _Ready:
    """Everybody who wants to know that the server answers now."""

    control: Control
    host: str
    announce: Callable[[str], None]
    on_serving: Callable[[Serving], None] | None

    def tell(self, ports: list[int]) -> None:
        """`ports` has the plain one first, then the one with TLS if there is one."""
        tls_port = ports[1] if len(ports) > 1 else None
        serving = Serving(f"http://{_local(self.host)}:{ports[0]}", ports[0], tls_port)
        if self.on_serving is not None:
            self.on_serving(serving)
        for scheme, port in zip(("http", "https"), ports, strict=False):
            self.announce(f"ready {scheme}://{_shown(self.host)}:{port}/")
        self.control.ready(serving)


class Listener(uvicorn.Server):
    """A server among several: signals are the process's affair, not its own."""

    def __init__(self, config: uvicorn.Config) -> None:
        super().__init__(config)
        self.is_up = asyncio.Event()

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        await super().startup(sockets)
        self.is_up.set()

    @contextlib.contextmanager
    def capture_signals(self) -> Generator[None, None, None]:
        """uvicorn would raise SIGTERM again when it has ended, and the exit status would be -15."""
        yield


def _servers(application: ASGIApp, settings: ServerSettings, count: int) -> list[Listener]:
    """The plain listener and, if asked for, the one with TLS. Both count unfinished requests together."""
    limits = settings.limits
    unfinished = UnfinishedRequests(
        per_address=limits.unfinished_per_address, in_all=limits.unfinished_in_all
    )
    protocol = guarded_protocol(limits, unfinished)
    contexts = [None, server_context(settings.folder) if count > 1 else None]
    return [
        Listener(
            uvicorn.Config(
                application,
                http=protocol,
                ws="none",
                lifespan="off",
                log_config=None,
                access_log=False,
                proxy_headers=False,
                server_header=False,
                backlog=BACKLOG,
                timeout_keep_alive=KEEP_ALIVE_SECONDS,
                timeout_graceful_shutdown=GRACE_SECONDS,
                ssl_context_factory=(lambda *_, ready=context: ready) if context else None,
            )
        )
        for context in contexts[:count]
    ]


def _listen_for_kiosks(settings: ServerSettings, port: int) -> socket.socket:
    try:
        return _listen(settings.host, port)
    except PortTaken as taken:
        if not settings.tls_may_move:
            raise
        _log.warning("Kiosks are served at another port: %s", taken)
        return _listen(settings.host, 0)


def _listen(host: str, port: int) -> socket.socket:
    """A bound socket. Raises PortTaken with what to do."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    listening = socket.socket(family, socket.SOCK_STREAM)
    if sys.platform != "win32":
        # On Windows this would let two programs share the port.
        listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listening.bind((host, port))
        listening.listen(BACKLOG)
    except (OSError, OverflowError) as error:
        listening.close()
        raise _problem(host, port, error) from error
    listening.setblocking(False)
    return listening


def _problem(host: str, port: int, error: Exception) -> PortTaken:
    number = error.errno if isinstance(error, OSError) else None
    if number == errno.EADDRINUSE:
        return PortTaken(
            mark("Port %(port)s is taken by another program. Close that, or choose another with --port."),
            port=port,
        )
    if number == errno.EACCES:
        return PortTaken(
            mark("The system keeps port %(port)s for itself. Choose one above 1023 with --port."),
            port=port,
        )
    return PortTaken(
        mark("We cannot listen on %(host)s, port %(port)s. Check --host and --port."), host=host, port=port
    )


def _shown(host: str) -> str:
    return written_host(host) or "0.0.0.0"


def _local(host: str) -> str:
    """How this machine itself reaches what listens on `host`."""
    return "127.0.0.1" if host in WILDCARDS else _shown(host)


def _print(line: str) -> None:
    sys.stdout.write(line + "\n")
    sys.stdout.flush()
