"""The server as a process: its ready line, its end, its pipe to whoever started it."""

from __future__ import annotations

import os
import signal
import socket
import ssl
import stat
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from urllib.parse import urlsplit

import httpx
import pytest

from app.paths import DataFolder
from app.settings import SettingsFile
from app.web.child import Message, Problem, Reached, ServerChild
from app.web.control import Serving
from tests.serving import running_server
from tests.unit.web.house import HandClock, House
from tests.unit.web.running import connected, until

ROOT = Path(__file__).parents[2]
pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="SIGTERM is how Unix services end")


def command(folder: Path, *ports: object) -> list[str]:
    return [sys.executable, "-m", "tests.journeys.serve_house", str(folder), *(str(port) for port in ports)]


@pytest.fixture
def started(tmp_path: Path) -> Iterator[subprocess.Popen[str]]:
    process = subprocess.Popen(
        command(tmp_path, 0, 0), cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    )
    yield process
    process.kill()
    process.communicate()


def ready_address(process: subprocess.Popen[str], scheme: str) -> str:
    assert process.stdout
    line = process.stdout.readline()
    assert line.startswith(f"ready {scheme}://127.0.0.1:"), line
    return line.split()[1]


def test_it_says_when_it_is_ready_and_ends_with_0_when_asked(started: subprocess.Popen[str]) -> None:
    address = ready_address(started, "http")
    answer = httpx.get(address + "healthz")

    began = time.monotonic()
    started.send_signal(signal.SIGTERM)
    exit_status = started.wait(10)

    assert answer.text == "ok\n"
    assert exit_status == 0
    assert time.monotonic() - began < 5
    assert started.stderr
    assert started.stderr.read() == ""


def test_the_last_scans_are_stored_before_it_ends(started: subprocess.Popen[str], tmp_path: Path) -> None:
    address = ready_address(started, "http")
    house = House(tmp_path, HandClock())
    house.hang_code("7KQM4T")

    httpx.get(address + "p/7KQM4T")
    started.send_signal(signal.SIGTERM)
    started.wait(10)

    placement = house.door.placement("7KQM4T")
    house.close()
    assert placement is not None
    assert placement.scans == 1


def test_it_ends_in_time_though_somebody_holds_a_line(started: subprocess.Popen[str]) -> None:
    port = urlsplit(ready_address(started, "http")).port or 0
    with connected(port) as slow, connected(port) as idle:
        slow.sendall(b"POST /ideas HTTP/1.1\r\nHost: localhost\r\nContent-Length: 9\r\n\r\nx")
        idle.sendall(b"GET /healthz HTTP/1.1\r\nHost: localhost\r\n\r\n")
        idle.recv(100)

        began = time.monotonic()
        started.send_signal(signal.SIGTERM)

        assert started.wait(10) == 0
        assert time.monotonic() - began < 5


def test_an_address_typed_at_the_desk_is_answered_while_serving(tmp_path: Path) -> None:
    with running_server(tmp_path) as (_, port):
        settings = SettingsFile(DataFolder(tmp_path).settings)
        settings.save(replace(settings.load(), address="https://board.lan"))

        def answer() -> int:
            return httpx.get(f"http://127.0.0.1:{port}/healthz", headers={"host": "board.lan"}).status_code

        until(lambda: answer() == 200)


def test_a_taken_port_is_told_in_one_sentence(tmp_path: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]

        result = subprocess.run(
            command(tmp_path, port), cwd=ROOT, capture_output=True, text=True, timeout=30, check=False
        )

    assert result.returncode == 1
    assert (
        result.stderr
        == f"Port {port} is taken by another program. Close that, or choose another with --port.\n"
    )
    assert result.stdout == ""


def test_kiosks_are_served_over_tls_with_a_certificate_of_our_own(
    started: subprocess.Popen[str], tmp_path: Path
) -> None:
    ready_address(started, "http")
    address = ready_address(started, "https")
    certificate = tmp_path / "server-certificate.pem"

    pinned = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    pinned.load_verify_locations(certificate)
    pinned.check_hostname = False
    answer = httpx.get(address + "healthz", verify=pinned)

    assert answer.text == "ok\n"
    assert stat.S_IMODE(certificate.stat().st_mode) == 0o600
    with pytest.raises(httpx.ConnectError):
        httpx.get(address + "healthz")


class Parent:
    """Keeps what a child says."""

    def __init__(self, words: list[str]) -> None:
        self.serving: list[Serving] = []
        self.messages: list[Message] = []
        self.exits: list[int] = []
        self.child = ServerChild(
            words, on_ready=self.serving.append, on_message=self.messages.append, on_exit=self.exits.append
        )


@pytest.fixture
def parent(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Parent]:
    monkeypatch.chdir(ROOT)
    parent = Parent(command(tmp_path, 0))
    parent.child.start()
    yield parent
    parent.child.stop()


def test_a_child_tells_where_it_serves_and_stops_when_told(parent: Parent) -> None:
    until(lambda: parent.serving)

    answers = httpx.get(parent.serving[0].http_address + "/healthz").text, parent.child.ping()
    exit_status = parent.child.stop()

    assert answers == ("ok\n", True)
    assert exit_status == 0
    assert parent.exits == [0]
    assert not parent.child.is_running


def test_a_phone_that_reaches_us_is_reported(parent: Parent) -> None:
    until(lambda: parent.serving)

    page = httpx.get(parent.serving[0].http_address + "/reach/abc123")

    until(lambda: parent.messages)
    assert "It works." in page.text
    assert parent.messages == [Reached("abc123", "127.0.0.1")]


def test_the_death_of_the_child_is_told(parent: Parent) -> None:
    until(lambda: parent.serving)
    process = parent.child._process
    assert process

    process.kill()

    until(lambda: parent.exits)
    assert parent.exits == [-signal.SIGKILL]


def test_a_child_that_dies_before_it_connects_leaves_nobody_waiting() -> None:
    parent = Parent([sys.executable, "-c", "raise SystemExit(3)"])

    parent.child.start()

    until(lambda: parent.exits)
    assert parent.exits == [3]
    assert parent.child.stop() == 3
    until(lambda: not any(thread.name.startswith("server child") for thread in threading.enumerate()))


def test_a_child_that_cannot_serve_says_why(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        parent = Parent(command(tmp_path, port))
        parent.child.start()
        until(lambda: parent.exits)

    assert parent.exits == [1]
    [problem] = parent.messages
    assert isinstance(problem, Problem)
    assert f"Port {port} is taken" in problem.sentence


def test_the_child_ends_when_its_parent_is_killed(tmp_path: Path) -> None:
    parent = (
        "import sys, time\n"
        "from app.web.child import ServerChild\n"
        f"child = ServerChild({command(tmp_path, 0)!r}, on_ready=lambda s: print(s.port, flush=True),\n"
        "    on_message=print, on_exit=lambda status: None)\n"
        "child.start()\n"
        "time.sleep(60)\n"
    )
    process = subprocess.Popen(
        [sys.executable, "-c", parent], cwd=ROOT, stdout=subprocess.PIPE, text=True, env={**os.environ}
    )
    assert process.stdout
    port = int(process.stdout.readline())

    process.kill()
    process.communicate()

    until(lambda: not _answers(port))


def _answers(port: int) -> bool:
    try:
        connected(port).close()
    except OSError:
        return False
    return True
