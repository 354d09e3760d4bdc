"""A crowd of careless fingers at the kiosk, on a real screen with a window manager: nothing falls, no other window
comes, and nobody gets out but by the PIN.

`TEACUP_TOUCHES` says how often it is touched and typed; the ordinary run does so three thousand times.
"""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from random import Random

import pytest

from tests.faults.fingers import TOUCHED
from tests.faults.screen import SIZE, Screen, missing_tools, opened_screen, wait_until
from tests.journeys.street import Street
from tests.serving import ROOT

TOUCHES = int(os.environ.get("TEACUP_TOUCHES", "3000"))
PIN = "80514763"
TITLE = "Teacup"
PATIENCE_SECONDS = 60
# What opens, closes or leaves something elsewhere, first through the window manager's hands.
COMMANDS = (
    *("alt+F4", "alt+Tab", "alt+space", "alt+F2", "alt+F11", "super", "super+d", "super+r", "super+l"),
    *("ctrl+q", "ctrl+w", "ctrl+n", "ctrl+o", "ctrl+p", "ctrl+v", "ctrl+shift+i", "ctrl+alt+Delete"),
    *("F1", "F5", "F11", "Menu", "shift+F10", "Print", "Escape", "ctrl+Escape", "XF86HomePage", "XF86Mail"),
)
pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="the screen is one of X11")


@pytest.fixture(scope="module")
def screen(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Screen]:
    if missing := missing_tools():
        told = f"{', '.join(missing)} missing: .ci/system-packages test installs what is needed"
        assert not os.environ.get("CI"), told
        pytest.skip(told)
    with opened_screen(tmp_path_factory.mktemp("screen")) as opened:
        yield opened


@pytest.fixture(scope="module")
def street(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Street]:
    made = Street(tmp_path_factory.mktemp("street"))
    made.desk.owner.set_kiosk_pin(PIN)
    for number in range(30):
        made.hang(f"Idea {number}: more walnut rolls on Saturdays, please {'and so on ' * (number % 9)}")
    yield made
    made.close()


def paired_folder(street: Street, name: str) -> Path:
    """Of a kiosk that knows its shop, whose server runs."""
    with street.paired_kiosk(name):
        pass
    return street.root / name


@contextmanager
def running(screen: Screen, *command: str) -> Iterator[subprocess.Popen[str]]:
    process = subprocess.Popen(
        [sys.executable, "-m", *command],
        cwd=ROOT,
        env=screen.environment,
        stdin=subprocess.PIPE,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        text=True,
    )
    try:
        yield process
    finally:
        if process.poll() is None:
            process.kill()
        process.communicate()


def disturb(screen: Screen, chance: Random) -> None:
    """Some clicks of any button anywhere, and some commands."""
    doings: list[str] = []
    for _ in range(20):
        at = (str(chance.randrange(SIZE[0])), str(chance.randrange(SIZE[1])))
        doings += ["mousemove", *at, "click", str(chance.randrange(1, 10))]
    doings += ["key", *chance.sample(COMMANDS, 5)]
    screen.do(*doings)


def touched(folder: Path) -> int:
    file = folder / TOUCHED
    told = file.read_text() if file.exists() else ""
    return int(told or 0)


def complaints(folder: Path) -> list[str]:
    log = (folder / "logs" / "kiosk.log").read_text()
    return [line for line in log.splitlines() if " INFO " not in line]


@pytest.mark.timeout(14_400)
def test_no_touch_and_no_key_fells_the_kiosk_or_opens_another_window(screen: Screen, street: Street) -> None:
    folder = paired_folder(street, "Crowd")
    seed = os.environ.get("TEACUP_SEED", str(os.getpid()))
    print(f"TEACUP_SEED={seed}")
    chance = Random(seed)
    with running(screen, "tests.faults.fingers", str(folder), str(TOUCHES), seed) as kiosk:
        window = screen.wait_for_window(TITLE)
        assert (window.width, window.height) == SIZE

        def is_through() -> bool:
            assert kiosk.poll() is None, f"the kiosk is gone: {kiosk.communicate()}"
            disturb(screen, chance)
            assert screen.of_program(window) == [window]
            return touched(folder) >= TOUCHES

        wait_until(is_through, seconds=max(1800, TOUCHES * 0.1))
        kiosk.send_signal(signal.SIGTERM)
        _, said = kiosk.communicate(timeout=PATIENCE_SECONDS)

    assert (kiosk.returncode, said) == (0, "")
    assert complaints(folder) == []


def test_the_owner_leaves_by_her_pin_and_nobody_by_closing(screen: Screen, street: Street) -> None:
    folder = paired_folder(street, "Owner")
    with running(screen, "ui", "--data", str(folder), "kiosk") as program:
        screen.wait_for_window(TITLE)
        wait_until(lambda: "The kiosk is open." in (folder / "logs" / "kiosk.log").read_text())
        screen.do("key", "alt+F4", "key", "ctrl+q", "key", "alt+Tab")
        assert program.poll() is None

        screen.do("mousemove", "15", "15", "mousedown", "1", "sleep", "5", "mouseup", "1")
        screen.do("type", "--delay", "60", PIN)
        screen.do("key", "Return", "sleep", "4", "key", "Tab", "key", "Return")

        _, said = program.communicate(timeout=PATIENCE_SECONDS)

    assert (program.returncode, said) == (0, "")
    assert complaints(folder) == []
