"""Which address goes onto paper, and how we know that it answers."""

from __future__ import annotations

import threading
from http.server import BaseHTTPRequestHandler, HTTPServer

import pytest

from app.paths import DataFolder
from app.reach import ServingRecord, answers, base_address, choose_address, is_local
from app.settings import Settings

KNOWN = ["192.168.178.20", "10.8.0.2"]


@pytest.mark.parametrize(
    ("public", "chosen", "known", "expected"),
    [
        ("", "", KNOWN, "http://192.168.178.20:9000"),
        ("", "10.8.0.2", KNOWN, "http://10.8.0.2:9000"),
        ("", "192.168.1.99", KNOWN, "http://192.168.178.20:9000"),
        ("https://ideas.linden.example/", "", KNOWN, "https://ideas.linden.example"),
        ("https://ideas.linden.example", "10.8.0.2", KNOWN, "http://10.8.0.2:9000"),
        ("", "https://tunnel.example/", KNOWN, "https://tunnel.example"),
        ("", "", [], "http://127.0.0.1:9000"),
    ],
)
def test_the_owners_choice_then_the_public_then_the_best(
    public: str, chosen: str, known: list[str], expected: str
) -> None:
    assert choose_address(public, Settings(address=chosen), known, 9000) == expected


def test_without_a_running_server_the_port_of_the_settings_counts() -> None:
    assert choose_address("", Settings(port=8080), KNOWN, None) == "http://192.168.178.20:8080"


@pytest.mark.parametrize(
    ("address", "expected"),
    [("http://localhost:1", True), ("http://127.0.0.9", True), ("http://[::1]:80", True), ("http://10.0.0.1", False),
     ("https://ideas.example", False)],
)  # fmt: skip
def test_a_local_address_is_known_as_such(address: str, expected: bool) -> None:
    assert is_local(address) is expected


def test_addresses_are_spelt_for_people() -> None:
    assert base_address("10.0.0.1", 80) == "http://10.0.0.1"
    assert base_address("fe80::1", 8765) == "http://[fe80::1]:8765"


class Healthy(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        self.send_response(200 if self.path == "/healthz" else 404)
        self.end_headers()

    def log_message(self, format: str, *args: object) -> None:
        pass


def test_only_what_replies_answers() -> None:
    with HTTPServer(("127.0.0.1", 0), Healthy) as server:
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        address = f"http://127.0.0.1:{server.server_port}"
        alive = answers(address)
        server.shutdown()
        thread.join()

    assert alive
    assert not answers(address)
    assert not answers("http://")
    assert not answers("http://127.0.0.1:notaport")


def test_the_record_is_removed_only_by_its_own_process(folder: DataFolder) -> None:
    folder.root.mkdir()
    record = ServingRecord(folder)
    assert record.port() is None

    record.write(8765, "http://127.0.0.1:8765")
    assert record.port() == 8765
    record.remove()
    assert record.port() is None

    (folder.root / "serving.json").write_text('{"port": 1234, "process": 1}')
    record.remove()
    assert record.port() == 1234


@pytest.mark.parametrize("garbage", ["", "[]", "{", '{"port": "x"}', '{"port": 99999}'])
def test_a_damaged_record_says_nothing(folder: DataFolder, garbage: str) -> None:
    folder.root.mkdir()
    (folder.root / "serving.json").write_text(garbage)

    assert ServingRecord(folder).port() is None
