"""The parent's end: starts the server as a child process, hears from it, and sees to its end.

Knows nothing of windows: callbacks come from a thread of its own, and the caller brings them to its own loop.
"""

from __future__ import annotations

import os
import secrets
import subprocess
import threading
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from multiprocessing import AuthenticationError
from multiprocessing.connection import Client, Connection, Listener

from app.web.control import ADDRESS_VARIABLE, KEY_VARIABLE, Serving

STOP_SECONDS = 5.0
GONE = (EOFError, OSError, AuthenticationError)


@dataclass(frozen=True, slots=True)
class Reached:
    """A phone opened the "can phones reach me?" page with that token."""

    token: str
    address: str


@dataclass(frozen=True, slots=True)
class Problem:
    """Why the child could not start, in a sentence."""

    sentence: str


Message = Reached | Problem


class ServerChild:
    """One run of the server. `on_ready` is called once, `on_message` each time, `on_exit` once at the end."""

    def __init__(
        self,
        command: Sequence[str],
        *,
        on_ready: Callable[[Serving], None],
        on_message: Callable[[Message], None],
        on_exit: Callable[[int], None],
    ) -> None:
        self._command = list(command)
        self._on_ready = on_ready
        self._on_message = on_message
        self._on_exit = on_exit
        self._process: subprocess.Popen[bytes] | None = None
        self._listener: Listener | None = None
        self._connection: Connection | None = None
        self._key = secrets.token_bytes(32)
        self._threads: list[threading.Thread] = []
        self._pong = threading.Event()
        self._has_connected = threading.Event()

    def start(self) -> None:
        """Start the child. Raises OSError when the command cannot be run."""
        self._listener = Listener(authkey=self._key)
        environment = {
            **os.environ,
            ADDRESS_VARIABLE: str(self._listener.address),
            KEY_VARIABLE: self._key.hex(),
        }
        try:
            self._process = subprocess.Popen(
                self._command, env=environment, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL
            )
        except OSError:
            self._listener.close()
            raise
        for work in (self._hear, self._wait):
            thread = threading.Thread(target=work, name=f"server child {work.__name__}", daemon=True)
            self._threads.append(thread)
            thread.start()

    @property
    def is_running(self) -> bool:
        return self._process is not None and self._process.poll() is None

    def ping(self, timeout: float = 2.0) -> bool:
        """Whether the child answers in time. Blocks up to `timeout` seconds."""
        self._pong.clear()
        return self._send("ping") and self._pong.wait(timeout)

    def stop(self, timeout: float = STOP_SECONDS) -> int | None:
        """Ask the child to end, wait, and end it when it does not. The exit status, None if it never ran."""
        process = self._process
        if process is None:
            return None
        if not self._send("stop"):
            process.terminate()
        try:
            status = process.wait(timeout)
        except subprocess.TimeoutExpired:
            process.kill()
            status = process.wait()
        for thread in self._threads:
            if thread is not threading.current_thread():
                thread.join(timeout)
        return status

    def _hear(self) -> None:
        listener = self._listener
        if listener is None:
            return
        try:
            with listener, listener.accept() as connection:
                self._connection = connection
                self._has_connected.set()
                while True:
                    self._handle(connection.recv())
        except GONE:
            return  # The child has gone; `_wait` tells with which status.
        finally:
            self._connection = None

    def _handle(self, message: object) -> None:
        match message:
            case ("ready", str(address), int(port), int() | None as tls_port):
                self._on_ready(Serving(address, port, tls_port))
            case ("reached", str(token), str(address)):
                self._on_message(Reached(token, address))
            case ("problem", str(sentence)):
                self._on_message(Problem(sentence))
            case ("pong",):
                self._pong.set()

    def _wait(self) -> None:
        process = self._process
        if process is None:
            return
        status = process.wait()
        self._wake_acceptor()
        self._on_exit(status)

    def _wake_acceptor(self) -> None:
        """A child that died before it connected leaves `accept` waiting, and closing does not wake it."""
        if self._has_connected.is_set() or self._listener is None:
            return
        try:
            Client(self._listener.address, authkey=self._key).close()
        except GONE:
            return  # It was connected once, and the listener is closed already.

    def _send(self, *message: object) -> bool:
        connection = self._connection
        if connection is None:
            return False
        try:
            connection.send(message)
        except OSError:
            return False
        return True
