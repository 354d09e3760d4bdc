from __future__ import annotations

import logging
from collections.abc import Iterator
from dataclasses import replace

import pytest

from app.domain.errors import DamagedData
from app.web.application import build_application
from app.web.guards import host_name
from app.web.settings import Rate, ServerSettings
from tests.unit.web.conftest import NO_LIMITS, SECRET, OpenShop, Phone
from tests.unit.web.house import HandClock, House
from tests.unit.web.running import exchange, serving, status

SECURITY = {
    "x-content-type-options": "nosniff",
    "x-frame-options": "DENY",
    "referrer-policy": "same-origin",
}


@pytest.fixture(scope="module")
def port(tmp_path_factory: pytest.TempPathFactory) -> Iterator[int]:
    house = House(tmp_path_factory.mktemp("shop"), HandClock())
    house.pin("A water bowl")
    application = build_application(
        house.door,
        settings=ServerSettings(port=0, folder=house.folder.root, limits=NO_LIMITS),
        secret=SECRET,
        clock=house.clock,
        on_reached=lambda *_: None,
    )
    with serving(application, NO_LIMITS) as port:
        yield port
    house.close()


def request(head: str, body: bytes = b"") -> bytes:
    return head.replace("\n", "\r\n").encode("latin-1") + b"\r\nConnection: close\r\n\r\n" + body


@pytest.mark.parametrize(
    "host",
    ["localhost", "LOCALHOST", "localhost.", "127.0.0.1", "127.0.0.1:8737", "[::1]", "[::1]:80"],
)
def test_our_own_names_are_answered(port: int, host: str) -> None:
    assert status(exchange(port, request(f"GET / HTTP/1.1\nHost: {host}"))) == 200


@pytest.mark.parametrize(
    "host",
    [
        "evil.example", "localhost.evil.example", "evil.example:80", "127.0.0.1.evil.example", "127.1", "2130706433",
        "0x7f000001", "0177.0.0.1", "localhost:80:80", "localhost:x", "[::1", "::1]", "user@localhost", "localhost/",
        "", "\xff", "localhost,evil.example",
    ],
)  # fmt: skip
def test_other_names_are_refused(port: int, host: str) -> None:
    answer = exchange(port, request(f"GET / HTTP/1.1\nHost: {host}"))

    assert status(answer) in (400, 421)
    assert b"water bowl" not in answer


@pytest.mark.parametrize("head", ["GET / HTTP/1.1", "GET / HTTP/1.1\nHost: localhost\nHost: localhost"])
def test_exactly_one_host_is_needed(port: int, head: str) -> None:
    assert status(exchange(port, request(head))) == 400


@pytest.mark.parametrize(
    ("head", "expected"),
    [
        ("TRACE / HTTP/1.1\nHost: localhost", 405),
        ("PATCH / HTTP/1.1\nHost: localhost", 405),
        ("OPTIONS / HTTP/1.1\nHost: localhost", 405),
        ("POST / HTTP/1.1\nHost: localhost\nContent-Length: 0", 405),
        ("PUT /ideas HTTP/1.1\nHost: localhost\nContent-Length: 0", 405),
        ("GET /ideas HTTP/1.1\nHost: localhost", 303),
        (f"GET /{'x' * 600} HTTP/1.1\nHost: localhost", 414),
        (f"GET /?q={'x' * 4000} HTTP/1.1\nHost: localhost", 414),
        ("GET /../../etc/passwd HTTP/1.1\nHost: localhost", 404),
        ("GET /fonts/..%2f..%2fapp%2fpaths.py HTTP/1.1\nHost: localhost", 404),
        ("GET /fonts/%00 HTTP/1.1\nHost: localhost", 404),
        ("GET /i/%ff%fe HTTP/1.1\nHost: localhost", 404),
        ("GET //evil.example/ HTTP/1.1\nHost: localhost", 404),
        ("GET /.env HTTP/1.1\nHost: localhost", 404),
    ],
)
def test_strange_requests_have_their_answer(port: int, head: str, expected: int) -> None:
    assert status(exchange(port, request(head))) == expected


@pytest.mark.parametrize(
    "head",
    [
        "POST /ideas HTTP/1.1\nHost: localhost\nContent-Length: 33000",
        "POST /api/v1/ideas HTTP/1.1\nHost: localhost\nContent-Length: 10000000",
        "POST /ideas HTTP/1.1\nHost: localhost\nContent-Length: 99999999999999999999",
    ],
)
def test_a_large_body_is_refused_before_it_is_read(port: int, head: str) -> None:
    assert status(exchange(port, request(head))) in (400, 413)


def test_a_large_body_in_pieces_is_refused(port: int) -> None:
    chunks = b"1000\r\n" + b"x" * 4096 + b"\r\n"
    head = "POST /ideas HTTP/1.1\nHost: localhost\nTransfer-Encoding: chunked"

    assert status(exchange(port, request(head, chunks * 20 + b"0\r\n\r\n"))) in (0, 413)


@pytest.mark.parametrize(
    "head",
    [
        "POST /ideas HTTP/1.1\nHost: localhost\nContent-Length: 5\nContent-Length: 6",
        "POST /ideas HTTP/1.1\nHost: localhost\nContent-Length: 5\nTransfer-Encoding: chunked",
        "POST /ideas HTTP/1.1\nHost: localhost\nContent-Length: -1",
        "POST /ideas HTTP/1.1\nHost : localhost",
        "GET / HTTP/1.1\nHost: localhost\nBad Header: x",
    ],
)
def test_ambiguous_requests_are_refused(port: int, head: str) -> None:
    assert status(exchange(port, request(head, b"0\r\n\r\n"))) == 400


@pytest.mark.parametrize(
    "headers",
    [
        {"origin": "http://evil.example"},
        {"origin": "null"},
        {"origin": "http://localhost.evil.example"},
        {"origin": "http://localhost:9"},
        {"sec-fetch-site": "cross-site"},
        {"sec-fetch-site": "same-site"},
    ],
)
def test_writes_from_other_websites_are_refused(phone: Phone, headers: dict[str, str]) -> None:
    form = {"text": "Forged", "token": phone.form_token()}

    answer = phone.http.post("/ideas", data=form, headers=headers)

    assert answer.status_code == 403
    assert phone.house.ideas() == []


@pytest.mark.parametrize(
    "headers",
    [{}, {"origin": "http://localhost"}, {"sec-fetch-site": "same-origin", "origin": "http://localhost"}],
)
def test_writes_from_our_own_pages_are_taken(phone: Phone, headers: dict[str, str]) -> None:
    form = {"text": "Ours", "token": phone.form_token()}

    assert phone.http.post("/ideas", data=form, headers=headers).status_code == 303


def test_nothing_is_written_by_get(phone: Phone) -> None:
    idea = phone.house.pin("A water bowl")

    answers = [
        phone.http.get(path).status_code
        for path in ("/ideas?text=x", f"/ideas/{idea.id}/vote", f"/c/{idea.claim_code}/erase")
    ]

    assert answers == [303, 405, 200]
    assert [kept.votes for kept in phone.house.ideas()] == [0]


@pytest.mark.parametrize(
    ("method", "path"),
    [
        ("GET", "/"), ("GET", "/new"), ("GET", "/nowhere"), ("GET", "/similar?q=x"), ("GET", "/feed.atom"),
        ("GET", "/healthz"), ("GET", "/mark.svg"), ("POST", "/ideas"), ("POST", "/"), ("GET", "/c/x"),
        ("GET", "/api/v1/board"), ("PUT", "/api/v1/nowhere"), ("HEAD", "/"),
    ],
)  # fmt: skip
def test_every_answer_carries_the_security_headers(phone: Phone, method: str, path: str) -> None:
    answer = phone.http.ask(method, path)

    assert {name: answer.headers[name] for name in SECURITY} == SECURITY
    policy = answer.headers["content-security-policy"]
    assert policy.startswith("default-src 'none'")
    assert "unsafe" not in policy
    assert "cache-control" in answer.headers
    assert "server" not in answer.headers


def test_proxy_headers_are_not_believed(open_shop: OpenShop) -> None:
    phone = open_shop(replace(NO_LIMITS, reads=Rate(2, 0.01)))

    answers = [
        phone.http.get("/healthz", headers={"x-forwarded-for": f"10.0.0.{number}"}).status_code
        for number in range(3)
    ]

    assert answers == [200, 200, 429]


def test_behind_the_owners_own_proxy_each_customer_counts_alone(house: House, open_shop: OpenShop) -> None:
    house.set_shop(public_address="https://ideas.example.org")
    limits = replace(NO_LIMITS, reads=Rate(1, 0.01))
    proxied, direct = open_shop(limits, address=("127.0.0.1", 1)), open_shop(limits)

    def statuses(phone: Phone) -> list[int]:
        headers = [{"x-forwarded-for": f"9.9.9.9, 203.0.113.{number}"} for number in (1, 2, 1)]
        return [phone.http.get("/healthz", headers=each).status_code for each in headers]

    assert statuses(proxied) == [200, 200, 429]
    assert statuses(direct) == [200, 429, 429]


def test_the_public_address_is_an_origin_of_ours(house: House, open_shop: OpenShop) -> None:
    house.set_shop(public_address="https://ideas.example.org/")
    phone = open_shop()
    form = {"text": "Ours", "token": phone.form_token()}

    answers = [
        phone.http.post("/ideas", data=form, headers={"origin": origin}).status_code
        for origin in ("https://ideas.example.org", "https://example.org", "")
    ]

    assert answers == [303, 403, 403]


@pytest.mark.parametrize(
    ("typed", "host"),
    [
        ("http://board.lan:8765", "board.lan:8765"),
        ("https://Board.Lan/", "board.lan"),
        ("https://board.lan.", "BOARD.LAN:443"),
        ("http://[fd00::7]:8765", "[fd00::7]:8765"),
    ],
)
def test_an_address_typed_at_the_desk_is_answered(open_shop: OpenShop, typed: str, host: str) -> None:
    phone = open_shop(typed_address=typed)

    answers = [phone.http.get("/", headers={"host": name}).status_code for name in (host, "other.lan")]

    assert answers == [200, 421]


def test_forms_of_a_typed_address_are_ours(open_shop: OpenShop) -> None:
    phone = open_shop(typed_address="https://board.lan")
    form = {"text": "Ours", "token": phone.form_token()}

    answers = [
        phone.http.post("/ideas", data=form, headers={"origin": origin}).status_code
        for origin in ("https://board.lan", "https://other.lan")
    ]

    assert answers == [303, 403]


def test_behind_a_typed_address_each_customer_counts_alone(open_shop: OpenShop) -> None:
    limits = replace(NO_LIMITS, reads=Rate(1, 0.01))
    phone = open_shop(limits, address=("127.0.0.1", 1), typed_address="https://board.lan")

    answers = [
        phone.http.get("/healthz", headers={"x-forwarded-for": by}).status_code
        for by in ("203.0.113.1", "203.0.113.2", "203.0.113.1")
    ]

    assert answers == [200, 200, 429]


def test_too_many_pages_at_once_are_told_when_to_come_again(open_shop: OpenShop) -> None:
    phone = open_shop(replace(NO_LIMITS, reads=Rate(1, 0.1)))
    other = open_shop(replace(NO_LIMITS, reads=Rate(1, 0.1)), address=("192.168.1.51", 1))
    phone.http.get("/")

    refused = phone.http.get("/")

    assert refused.status_code == 429
    assert refused.headers["retry-after"] == "10"
    assert "One moment, please." in refused.text
    assert other.http.get("/").status_code == 200


def test_a_bug_is_told_without_its_details_and_logged_without_words(
    phone: Phone, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def broken(*_: object, **__: object) -> None:
        raise RuntimeError("inner workings")

    monkeypatch.setattr(phone.house.door, "board", broken)
    with caplog.at_level(logging.ERROR, "teacup.web"):
        answer = phone.http.get("/?q=private-words")

    assert answer.status_code == 500
    assert "inner workings" not in answer.text
    assert "It is our fault, not yours." in answer.text
    [record] = caplog.records
    assert "private-words" not in record.getMessage()


@pytest.mark.parametrize("path", ["/", "/c/7KQM4TWXH", "/api/v1/claims/7KQM4TWXH"])
def test_what_fails_in_the_cupboard_is_told_in_one_sentence(
    path: str, house: House, open_shop: OpenShop, monkeypatch: pytest.MonkeyPatch
) -> None:
    phone = open_shop(address=("127.0.0.1", 1))
    key = {"authorization": f"Bearer {house.give_key()}"}

    def broken(*_: object, **__: object) -> None:
        raise DamagedData("The database is damaged. Please restore a backup.")

    for read in ("board", "claim"):
        monkeypatch.setattr(house.door, read, broken)

    answer = phone.http.get(path, headers=key)

    assert answer.status_code == 503
    assert int(answer.headers["retry-after"]) > 0
    assert "Nothing can be stored just now" in answer.text
    assert ("The board needs a moment." in answer.text) != path.startswith("/api")
    assert "backup" not in answer.text


@pytest.mark.parametrize(
    ("host", "name"),
    [("a:80", "a"), ("A.b.", "a.b"), ("[::1]:80", "::1"), ("[::1]", "::1"), ("a:b", ""), ("::1", "")],
)
def test_a_host_header_is_read_strictly(host: str, name: str) -> None:
    assert host_name(host) == name
