"""Keeps the customers' server running: starts it as a child, watches it, starts it again when it falls."""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum
from functools import partial
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QObject, QTimer, Signal

from app.domain.errors import AppError
from app.domain.translation import mark
from ui.desk.tools import Tools

if TYPE_CHECKING:
    from app.web.child import Message

# A server that falls is started again after so many ms, each time later; then the person decides.
RETRY_AFTER_MS = (500, 2000, 8000)
# A server that ran so long was well: its next fall counts as the first.
WELL_AFTER_MS = 5 * 60_000
# A server that hangs does not fall by itself: so many pings without an answer in a row, and it is ended.
PING_INTERVAL_MS = 15_000
PINGS_UNANSWERED = 3
STOP_SECONDS = 5.0
log = logging.getLogger(__name__)


class ServerState(Enum):
    STARTING = "starting"
    RUNNING = "running"
    STOPPED = "stopped"


class Child(Protocol):
    def start(self) -> None: ...
    def ping(self) -> bool: ...
    def stop(self, timeout: float = STOP_SECONDS) -> int | None: ...


class MakeChild(Protocol):
    def __call__(
        self,
        *,
        on_ready: Callable[[object], None],
        on_message: Callable[[Message], None],
        on_exit: Callable[[int], None],
    ) -> Child: ...


@dataclass(frozen=True, slots=True)
class _Event:
    """Something a child said on a thread of its own; `run` tells which child it was."""

    run: int
    kind: str
    value: object


class ServerKeeper(QObject):
    """`runs` carries the port, `reached` a token that was opened and from which address; `tls_port` is where
    kiosks are served. `make_child` starts nothing yet."""

    state_changed = Signal()
    runs = Signal(int)
    stopped = Signal()
    reached = Signal(str, str)
    _happened = Signal(object)

    def __init__(self, *, tools: Tools, make_child: MakeChild) -> None:
        super().__init__()
        self._tools = tools
        self._make_child = make_child
        self._child: Child | None = None
        self._run = 0
        self._falls = 0
        self._unanswered = 0
        self._is_pinging = False
        self._pinger: threading.Thread | None = None
        self._is_wanted = False
        self.state = ServerState.STOPPED
        self.problem = ""
        self.tls_port: int | None = None
        self._retry = QTimer(self)
        self._retry.setSingleShot(True)
        self._retry.timeout.connect(self._begin)
        self._well = QTimer(self)
        self._well.setSingleShot(True)
        self._well.timeout.connect(self._forgive)
        self._pulse = QTimer(self)
        self._pulse.timeout.connect(self._ping)
        self._happened.connect(self._take)

    @property
    def will_try_again(self) -> bool:
        """Whether it fell and is about to be started again by itself."""
        return self._retry.isActive()

    def start(self) -> None:
        """Start it, also after it was given up."""
        self._is_wanted = True
        self._falls = 0
        self.problem = ""
        self._retry.stop()
        if self.state is ServerState.STOPPED:
            self._begin()

    def stop(self) -> None:
        """End it and wait for its end."""
        self._is_wanted = False
        self._retry.stop()
        child, self._child = self._child, None
        if child is not None:
            child.stop()
        if self._pinger is not None:
            # It tells us, so it ends before we do.
            self._pinger.join(STOP_SECONDS)
        self._set_state(ServerState.STOPPED)

    def _begin(self) -> None:
        self._run += 1
        tell = partial(self._tell, self._run)
        self._child = self._make_child(
            on_ready=lambda serving: tell("ready", serving),
            on_message=lambda message: tell("message", message),
            on_exit=lambda status: tell("exit", status),
        )
        self._set_state(ServerState.STARTING)
        try:
            self._child.start()
        except OSError as error:
            self.problem = self._tools.words.error(
                AppError(mark("The customers’ pages cannot be started: %(reason)s."), reason=error.strerror)
            )
            self._set_state(ServerState.STOPPED)

    def _tell(self, run: int, kind: str, value: object) -> None:
        """Called on the child's threads: the signal brings it to ours."""
        self._happened.emit(_Event(run, kind, value))

    def _take(self, event: _Event) -> None:
        if event.kind == "pulse":
            self._is_pinging = False
        if event.run != self._run:
            return
        match event.kind:
            case "ready":
                self.problem = ""
                self.tls_port = event.value.tls_port  # type: ignore[attr-defined]
                self._set_state(ServerState.RUNNING)
                self.runs.emit(event.value.port)  # type: ignore[attr-defined]
            case "message":
                self._hear(event.value)
            case "pulse":
                self._feel(event.value)
            case "exit":
                self._fell()

    def _hear(self, message: object) -> None:
        token = getattr(message, "token", None)
        if token is not None:
            self.reached.emit(token, str(getattr(message, "address", "")))
        else:
            self.problem = str(getattr(message, "sentence", ""))

    def _forgive(self) -> None:
        self._falls = 0

    def _ping(self) -> None:
        """Ask the child on a thread of its own: the wait for its answer is nobody else's."""
        child = self._child
        if child is not None and not self._is_pinging:
            self._is_pinging = True
            tell = partial(self._tell, self._run, "pulse")
            self._pinger = threading.Thread(
                target=lambda: tell(child.ping()), name="server pulse", daemon=True
            )
            self._pinger.start()

    def _feel(self, answered: object) -> None:
        self._unanswered = 0 if answered else self._unanswered + 1
        child = self._child
        if self._unanswered >= PINGS_UNANSWERED and child is not None:
            log.warning("The customers' pages did not answer %s times and are ended.", self._unanswered)
            self._pulse.stop()
            # Its end is told like any other's, and it is started again.
            threading.Thread(target=child.stop, name="server end", daemon=True).start()

    def _fell(self) -> None:
        self._child = None
        self._set_state(ServerState.STOPPED)
        self.stopped.emit()
        # A sentence of its own (port taken, folder read-only) will be the same next time: the person decides.
        if self._is_wanted and not self.problem and self._falls < len(RETRY_AFTER_MS):
            self._retry.start(RETRY_AFTER_MS[self._falls])
            self._falls += 1

    def _set_state(self, state: ServerState) -> None:
        self.state = state
        self._watch(state is ServerState.RUNNING)
        self.state_changed.emit()

    def _watch(self, runs: bool) -> None:
        self._unanswered = 0
        for timer, interval in ((self._well, WELL_AFTER_MS), (self._pulse, PING_INTERVAL_MS)):
            if runs:
                timer.start(interval)
            else:
                timer.stop()
