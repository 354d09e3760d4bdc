"""A desk that is opened twice on one data folder: the second uses the server of the first."""

from __future__ import annotations

import json
import socket
import subprocess
import sys
import time
from collections.abc import Iterator

import pytest

from app.paths import DataFolder
from app.reach import Ports, ServingRecord
from app.web.child import Problem, ServerChild
from app.web.control import Serving
from ui.desk_program import find_server


def serve(folder: DataFolder, port: int, tls_port: int = 0) -> list[str]:
    ports = ["--port", str(port), "--tls-port", str(tls_port)]
    return [sys.executable, "-m", "ui", "--data", str(folder.root), "serve", *ports]


@pytest.fixture
def served(folder: DataFolder) -> Iterator[Ports]:
    """The ports of a server that serves the folder."""
    with subprocess.Popen(serve(folder, 0), stdout=subprocess.DEVNULL) as server:
        port = None
        while port is None and server.poll() is None:
            time.sleep(0.05)
            port = ServingRecord(folder).port()
        assert port is not None
        yield Ports(port, ServingRecord(folder).tls_port())
        server.terminate()


def test_the_running_server_is_found_with_the_port_of_its_kiosks(folder: DataFolder, served: Ports) -> None:
    assert find_server(folder) == served
    assert served.tls_port not in (None, 0, served.port)


def test_a_folder_that_nobody_serves_has_none(folder: DataFolder) -> None:
    assert find_server(folder) is None


def test_a_record_left_behind_by_a_dead_server_leads_nowhere(folder: DataFolder) -> None:
    with subprocess.Popen([sys.executable, "-c", ""]) as ended:
        ended.wait()
    with socket.create_server(("127.0.0.1", 0)) as somebody:
        port = somebody.getsockname()[1]
        folder.root.mkdir(parents=True, exist_ok=True)
        address = f"http://127.0.0.1:{port}"
        folder.serving.write_text(
            json.dumps({"port": port, "address": address, "process": ended.pid}), encoding="utf-8"
        )

        assert find_server(folder) is None


def test_at_the_desk_a_taken_port_is_told_without_command_words(folder: DataFolder) -> None:
    heard: list[str] = []
    statuses: list[int] = []
    with socket.create_server(("0.0.0.0", 0)) as taken:
        port = taken.getsockname()[1]
        child = ServerChild(
            serve(folder, port),
            on_ready=lambda _serving: None,
            on_message=lambda message: (
                heard.append(message.sentence) if isinstance(message, Problem) else None
            ),
            on_exit=statuses.append,
        )
        child.start()
        until = time.monotonic() + 30
        while not statuses and time.monotonic() < until:
            time.sleep(0.05)
        child.stop()

    [sentence] = heard
    assert f"Another program uses door {port}" in sentence
    assert str(folder.settings) in sentence
    assert "--port" not in sentence


def test_customers_are_served_though_the_port_of_the_kiosks_is_taken(folder: DataFolder) -> None:
    serving: list[Serving] = []
    with socket.create_server(("0.0.0.0", 0)) as taken:
        tls_port = taken.getsockname()[1]
        child = ServerChild(
            serve(folder, 0, tls_port),
            on_ready=serving.append,
            on_message=lambda _message: None,
            on_exit=lambda _status: None,
        )
        child.start()
        until = time.monotonic() + 30
        while not serving and time.monotonic() < until:
            time.sleep(0.05)
        found = find_server(folder)
        child.stop()

    [ready] = serving
    assert found == Ports(ready.port, ready.tls_port)
    assert ready.tls_port not in (None, tls_port)


def test_a_command_is_told_that_the_port_of_the_kiosks_is_taken(folder: DataFolder) -> None:
    with socket.create_server(("0.0.0.0", 0)) as taken:
        tls_port = taken.getsockname()[1]
        ended = subprocess.run(
            serve(folder, 0, tls_port), capture_output=True, text=True, timeout=30, check=False
        )

    assert ended.returncode == 1
    assert f"Port {tls_port} is taken" in ended.stderr
