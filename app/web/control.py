"""The server's end of the pipe to the program that started it. A broken pipe ends the server."""

from __future__ import annotations

import logging
import os
import threading
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from multiprocessing.connection import Client, Connection

ADDRESS_VARIABLE = "TEACUP_CONTROL"
KEY_VARIABLE = "TEACUP_CONTROL_KEY"

log = logging.getLogger("teacup.web")


@dataclass(frozen=True, slots=True)
class Serving:
    """Where the server answers. `http_address` is how this machine itself reaches it; `tls_port` is that of
    the kiosks, if they are served."""

    http_address: str
    port: int
    tls_port: int | None = None


class Control:
    """Tells the parent what happens, and hears "ping" and "stop" in a thread of its own."""

    def __init__(self, connection: Connection | None) -> None:
        self._connection = connection
        self._sending = threading.Lock()

    @property
    def is_listened_to(self) -> bool:
        """Whether a program started this server and hears what it tells."""
        return self._connection is not None

    @classmethod
    def from_environment(cls, environment: Mapping[str, str] = os.environ) -> Control:
        """Connects to the parent that the environment names; without one, nobody listens."""
        address, key = environment.get(ADDRESS_VARIABLE), environment.get(KEY_VARIABLE)
        if not address or not key:
            return cls(None)
        return cls(Client(address, authkey=bytes.fromhex(key)))

    def listen(self, on_stop: Callable[[], None]) -> None:
        """Call `on_stop` (from another thread) when the parent says so or is gone."""
        if self._connection is not None:
            threading.Thread(target=self._hear, args=(on_stop,), name="control", daemon=True).start()

    def ready(self, serving: Serving) -> None:
        self._send("ready", serving.http_address, serving.port, serving.tls_port)

    def reached(self, token: str, address: str) -> None:
        self._send("reached", token, address)

    def problem(self, sentence: str) -> None:
        """Why the server cannot start, for the parent to show."""
        self._send("problem", sentence)

    def close(self) -> None:
        with self._sending:
            if self._connection is not None:
                self._connection.close()
                self._connection = None

    def _hear(self, on_stop: Callable[[], None]) -> None:
        connection = self._connection
        try:
            while connection is not None:
                message = connection.recv()
                if message == ("stop",):
                    break
                if message == ("ping",):
                    self._send("pong")
        except (EOFError, OSError, TypeError):
            log.info("The program that started this server is gone.")
        on_stop()

    def _send(self, *message: object) -> None:
        with self._sending:
            if self._connection is None:
                return
            try:
                self._connection.send(message)
            except OSError:
                log.info("The program that started this server does not listen any more.")
