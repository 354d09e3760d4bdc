"""The watchdog, with real children: small programs that beat, fall, hang, or leave."""

from __future__ import annotations

import os
import signal
import sys
import threading
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from queue import SimpleQueue

import pytest

from ui.kiosk.endings import AGAIN, LEFT, REFUSED
from ui.kiosk.watchdog import Patience, Watchdog

QUICK = Patience(check_seconds=0.05, silent_checks=20, start_checks=400, pauses=(0.01, 0.02), end_seconds=10)
SOON_SECONDS = 20
BEATS = """
import os, sys, threading
def beat():
    while True:
        os.write(1, b".")
        if stop.wait(0.02):
            return
stop = threading.Event()
threading.Thread(target=beat, daemon=True).start()
os.read(0, 1)
sys.exit(0)
"""
BEATS_ONCE_AND_HANGS = "import os, time; os.write(1, b'.'); time.sleep(600)"


class Watched:
    """A watchdog on a thread of its own; each child's process id arrives in `children`."""

    def __init__(self, command: list[str], patience: Patience = QUICK) -> None:
        self.children: SimpleQueue[int] = SimpleQueue()
        self.status: SimpleQueue[int] = SimpleQueue()
        self.dog = Watchdog(command, patience=patience, on_start=self.children.put)
        self._thread = threading.Thread(target=lambda: self.status.put(self.dog.run()))
        self._thread.start()

    def child(self) -> int:
        return self.children.get(timeout=SOON_SECONDS)

    def end(self) -> int:
        return self.status.get(timeout=SOON_SECONDS)

    def close(self) -> None:
        self.dog.stop()
        self._thread.join(SOON_SECONDS)
        assert not self._thread.is_alive()


Watch = Callable[..., Watched]


@pytest.fixture
def watch() -> Iterator[Watch]:
    made: list[Watched] = []

    def start(program: str, *arguments: str, patience: Patience = QUICK) -> Watched:
        made.append(Watched([sys.executable, "-c", program, *arguments], patience))
        return made[-1]

    yield start
    for one in made:
        one.close()


@pytest.mark.skipif(os.name == "nt", reason="Windows has no kill -9")
def test_a_killed_kiosk_is_started_again(watch: Watch) -> None:
    watched = watch(BEATS)
    first = watched.child()

    os.kill(first, signal.SIGKILL)

    assert watched.child() != first


def test_a_kiosk_that_hangs_is_started_again(watch: Watch) -> None:
    watched = watch(BEATS_ONCE_AND_HANGS, patience=replace(QUICK, end_seconds=0.1))
    first = watched.child()

    assert watched.child() != first


def test_a_kiosk_that_was_left_stays_away(watch: Watch) -> None:
    watched = watch("import os; os.write(1, b'.')")

    assert watched.end() == LEFT
    assert watched.child()
    assert watched.children.empty()


def test_what_the_world_refused_at_the_start_is_not_tried_again(watch: Watch) -> None:
    watched = watch("import sys; sys.exit(1)")

    assert watched.end() == REFUSED


def test_a_fall_with_the_same_status_later_is_a_fall(watch: Watch) -> None:
    watched = watch("import os, sys; os.write(1, b'.'); sys.exit(1)")
    first = watched.child()

    assert watched.child() != first


def test_a_kiosk_may_ask_to_be_started_again(watch: Watch) -> None:
    watched = watch(f"import sys; sys.exit({AGAIN})")
    first = watched.child()

    assert watched.child() != first


def test_the_pauses_grow_when_it_falls_at_once(watch: Watch, caplog: pytest.LogCaptureFixture) -> None:
    watched = watch("import os; os.abort()", patience=Patience(pauses=(0.01, 0.02, 0.03)))

    for _start in range(5):
        watched.child()
    watched.close()

    pauses = [record.args[1] for record in caplog.records if isinstance(record.args, tuple)]
    assert pauses[:4] == [0.01, 0.02, 0.03, 0.03]


def test_a_kiosk_whose_watchdog_stops_ends_by_itself(watch: Watch, tmp_path: Path) -> None:
    goodbye = tmp_path / "goodbye"
    watched = watch(
        f"import os, pathlib, sys; os.write(1, b'.'); os.read(0, 1); pathlib.Path({str(goodbye)!r}).touch()"
    )
    watched.child()

    watched.dog.stop()

    assert watched.end() == LEFT
    assert goodbye.exists()


def test_a_stopped_watchdog_ends_also_a_child_that_will_not(watch: Watch) -> None:
    watched = watch(BEATS_ONCE_AND_HANGS, patience=Patience(end_seconds=0.1))
    watched.child()

    watched.dog.stop()

    assert watched.end() == LEFT
