"""`teacup kiosk` as processes: watchdog and kiosk, killed, told to end, started twice."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import psutil
import pytest
from pytestqt.qtbot import QtBot

ROOT = Path(__file__).parents[3]
SOON_MS = 60_000
SOON_SECONDS = SOON_MS / 1000

pytestmark = pytest.mark.skipif(os.name == "nt", reason="signals of POSIX")


class Program:
    def __init__(self, folder: Path, *arguments: str) -> None:
        self.folder = folder
        self.process = subprocess.Popen(
            [sys.executable, "-m", "ui", "--data", str(folder), "kiosk", "--windowed", *arguments],
            cwd=ROOT,
            env={**os.environ, "QT_QPA_PLATFORM": "offscreen", "QT_QUICK_BACKEND": "software"},
            stdin=subprocess.DEVNULL,
            stderr=subprocess.PIPE,
            text=True,
        )

    def kiosk(self) -> psutil.Process | None:
        """The watched child, if it runs."""
        try:
            children = psutil.Process(self.process.pid).children()
        except psutil.NoSuchProcess:
            return None
        alive = [child for child in children if child.status() != psutil.STATUS_ZOMBIE]
        return alive[0] if alive else None

    def log(self) -> str:
        try:
            return (self.folder / "logs" / "kiosk.log").read_text()
        except FileNotFoundError:
            return ""

    def has_begun(self, times: int = 1) -> bool:
        """Whether a kiosk has painted its first frame, for the first or a further time."""
        return self.log().count("The kiosk is open.") >= times

    def end(self) -> tuple[int, str]:
        """Wait for the end; the status and what was said."""
        _out, said = self.process.communicate(timeout=SOON_SECONDS)
        return self.process.returncode, said


Start = Callable[..., Program]


@pytest.fixture
def start(tmp_path: Path) -> Iterator[Start]:
    started: list[Program] = []

    def begin(*arguments: str, folder: str = "kiosk") -> Program:
        started.append(Program(tmp_path / folder, *arguments))
        return started[-1]

    yield begin
    for program in started:
        program.process.terminate()
        program.process.communicate(timeout=SOON_SECONDS)


def test_a_killed_kiosk_comes_back_and_ends_when_told(start: Start, qtbot: QtBot) -> None:
    program = start()
    qtbot.waitUntil(program.has_begun, timeout=SOON_MS)
    first = program.kiosk()
    assert first is not None

    first.kill()
    qtbot.waitUntil(lambda: program.has_begun(2), timeout=SOON_MS)
    second = program.kiosk()
    assert second is not None
    assert second.pid != first.pid

    program.process.send_signal(signal.SIGTERM)
    status, said = program.end()
    assert (status, said) == (0, "")
    assert not second.is_running()


def test_a_kiosk_whose_watchdog_was_killed_goes_too(start: Start, qtbot: QtBot) -> None:
    program = start()
    qtbot.waitUntil(program.has_begun, timeout=SOON_MS)
    kiosk = program.kiosk()
    assert kiosk is not None

    program.process.kill()

    qtbot.waitUntil(lambda: not kiosk.is_running() or kiosk.status() == psutil.STATUS_ZOMBIE, timeout=SOON_MS)


def test_a_kiosk_that_is_left_ends_as_one_that_was_left(tmp_path: Path) -> None:
    """Any other status, and its watchdog would start it again."""
    command = [sys.executable, "-m", "ui", "--data", str(tmp_path), "kiosk", "--windowed", "--watched"]
    ended = subprocess.run(
        command,
        cwd=ROOT,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen", "QT_QUICK_BACKEND": "software"},
        stdin=subprocess.DEVNULL,  # its watchdog is gone
        capture_output=True,
        timeout=SOON_SECONDS,
        check=False,
    )

    assert (ended.returncode, ended.stderr) == (0, b"")


def test_a_second_kiosk_on_the_same_folder_says_so(start: Start, qtbot: QtBot) -> None:
    first = start()
    qtbot.waitUntil(first.has_begun, timeout=SOON_MS)

    status, said = start().end()

    assert status == 1
    assert said.startswith("This kiosk is open already.")
    assert first.kiosk() is not None


def test_a_folder_that_cannot_be_is_a_sentence(start: Start, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("no folder")

    status, said = start(folder="file/kiosk").end()

    assert status == 1
    assert said.startswith(f"{tmp_path / 'file'} is not a folder.")
    assert "Traceback" not in said


@pytest.mark.parametrize("given", [["--server", "https://box:1"], ["--pair", "7K3QF"]])
def test_an_address_wants_a_code(start: Start, given: list[str]) -> None:
    status, said = start(*given).end()

    assert status == 2
    assert "belong together" in said
