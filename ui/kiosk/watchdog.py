"""Keeps the kiosk on its screen: runs it as a child, and again when it falls or hangs. Knows nothing of Qt.

The child says by a byte on its standard output, twice a second, that its window still answers. When its
standard input ends, its watchdog is gone and it goes too.
"""

from __future__ import annotations

import logging
import os
import signal
import subprocess
import threading
import time
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from enum import Enum, auto
from queue import Empty, SimpleQueue

from ui.kiosk.endings import LEFT, REFUSED, WRONG_USAGE

log = logging.getLogger(__name__)


@dataclass(frozen=True, kw_only=True, slots=True)
class Patience:
    """How long the watchdog waits. Silence is counted in checks, not in time: a computer that slept over
    night has missed one check and not eight hours."""

    check_seconds: float = 0.5
    silent_checks: int = 8
    start_checks: int = 120
    # Before the next start, by the number of quick falls in a row.
    pauses: tuple[float, ...] = (0.2, 1, 2, 4, 8, 15, 30, 60)
    steady_seconds: float = 60
    end_seconds: float = 5


class _Heard(Enum):
    BEAT = auto()
    GONE = auto()
    STOP = auto()


class Watchdog:
    """Runs `command`, and `again` (else the same) from the second time on. `on_start` hears the process id of
    each child."""

    def __init__(
        self,
        command: Sequence[str],
        *,
        again: Sequence[str] | None = None,
        patience: Patience | None = None,
        on_start: Callable[[int], None] | None = None,
    ) -> None:
        self._command = list(command)
        self._again = list(again or command)
        self._patience = patience or Patience()
        self._on_start = on_start or (lambda _pid: None)
        self._stopping: SimpleQueue[_Heard] | None = None
        self._is_stopped = False
        self._wake = threading.Event()

    def run(self) -> int:
        """Watch until the kiosk was left, could not begin, or `stop` was called; gives the exit status."""
        falls = 0
        while not self._is_stopped:
            began = time.monotonic()
            status, has_lived = self._run_once()
            if self._is_stopped or status == LEFT:
                return LEFT
            if not has_lived and status in (REFUSED, WRONG_USAGE):
                return status
            falls = 0 if time.monotonic() - began > self._patience.steady_seconds else falls + 1
            self._pause(status, falls)
        return LEFT

    def stop(self) -> None:
        """End the child and `run`. May be called from a signal handler."""
        self._is_stopped = True
        self._wake.set()
        if self._stopping is not None:
            self._stopping.put(_Heard.STOP)

    def stop_on_signals(self) -> None:
        for number in (signal.SIGTERM, signal.SIGINT):
            signal.signal(number, lambda _number, _frame: self.stop())

    def _pause(self, status: int, falls: int) -> None:
        pauses = self._patience.pauses
        seconds = pauses[min(falls, len(pauses)) - 1] if falls else pauses[0]
        log.warning("The kiosk ended with status %s and starts again in %s s.", status, seconds)
        self._wake.wait(seconds)

    def _run_once(self) -> tuple[int, bool]:
        """One child from start to end: its status, and whether it was seen alive."""
        command, self._command = self._command, self._again
        child = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE)
        heard: SimpleQueue[_Heard] = SimpleQueue()
        assert child.stdin is not None
        assert child.stdout is not None
        listener = threading.Thread(target=_listen, args=(child.stdout.fileno(), heard), daemon=True)
        listener.start()
        self._stopping = heard
        if self._is_stopped:
            heard.put(_Heard.STOP)
        self._on_start(child.pid)
        try:
            last, has_lived = self._watch(heard)
        finally:
            self._stopping = None
        if last is _Heard.STOP:
            child.stdin.close()
        status = self._end(child, is_hung=last is None)
        listener.join(self._patience.end_seconds)
        _close(child)
        return status, has_lived

    def _watch(self, heard: SimpleQueue[_Heard]) -> tuple[_Heard | None, bool]:
        """Until the child is gone, not wanted any more, or silent for too long (None)."""
        silent, limit, has_lived = 0, self._patience.start_checks, False
        while silent < limit:
            try:
                said = heard.get(timeout=self._patience.check_seconds)
            except Empty:
                silent += 1
                continue
            if said is not _Heard.BEAT:
                return said, has_lived
            silent, limit, has_lived = 0, self._patience.silent_checks, True
        log.warning("The kiosk has not answered for %s checks and is ended.", limit)
        return None, has_lived

    def _end(self, child: subprocess.Popen[bytes], *, is_hung: bool) -> int:
        if not is_hung:
            with suppress(subprocess.TimeoutExpired):
                return child.wait(self._patience.end_seconds)
        child.kill()
        return child.wait()


def _listen(pipe: int, heard: SimpleQueue[_Heard]) -> None:
    while os.read(pipe, 64):
        heard.put(_Heard.BEAT)
    heard.put(_Heard.GONE)


def _close(child: subprocess.Popen[bytes]) -> None:
    for pipe in (child.stdin, child.stdout):
        if pipe is not None:
            pipe.close()
