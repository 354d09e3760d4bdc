from __future__ import annotations

from uuid import UUID

import pytest

from app.domain.errors import InvalidInput
from app.kiosk.address import parse_address
from app.kiosk.file import KioskFile
from app.kiosk.kept import keep
from app.kiosk.pairings import Pairing, Pairings

PAIRING = Pairing(
    address="https://192.168.1.20:8766", key="key", kiosk_id=UUID(int=7), certificate=b"\x30\x82"
)


@pytest.mark.parametrize(
    ("typed", "url"),
    [
        ("https://192.168.1.20:8766", "https://192.168.1.20:8766"),
        (" 192.168.1.20:9000/ ", "https://192.168.1.20:9000"),
        ("bakery.local", "https://bakery.local:8766"),
        ("HTTPS://Bakery.Local", "https://bakery.local:8766"),
        ("https://[fe80::1]:8766", "https://[fe80::1]:8766"),
        ("http://127.0.0.1:8765/", "http://127.0.0.1:8765"),
        ("http://localhost:8765", "http://localhost:8765"),
        ("http://[::1]:8765", "http://[::1]:8765"),
    ],
)
def test_an_address_may_be_typed_in_many_ways(typed: str, url: str) -> None:
    assert parse_address(typed).url == url


@pytest.mark.parametrize(
    "typed",
    [
        "", "https://", "http://192.168.1.20:8765", "http://bakery.local", "ftp://127.0.0.1", "https://a b", "https://user@host",
        "https://host/path", "https://host?x", "https://host:0", "https://host:99999", "https://host:x", "javascript:alert(1)", "https://[::",
    ],
)  # fmt: skip
def test_what_is_no_address_or_would_go_in_the_clear_is_refused_at_its_box(typed: str) -> None:
    with pytest.raises(InvalidInput) as refused:
        parse_address(typed)

    assert refused.value.field == "address"


def test_a_pairing_is_known_after_the_next_start(file: KioskFile) -> None:
    Pairings(file).set(PAIRING)

    assert Pairings(file).current() == PAIRING


@pytest.mark.parametrize(
    "value", [None, [], ["a", "b", "c", "d"], ["a", "b", str(UUID(int=7)), "no hex"], {"a": 1}]
)
def test_a_pairing_that_cannot_be_read_is_none(file: KioskFile, value: object) -> None:
    file.write(lambda connection: keep(connection, "pairing", value))

    assert Pairings(file).current() is None


def test_the_key_stands_in_no_log() -> None:
    assert "0123456789" not in repr(
        Pairing(address="a", key="0123456789", kiosk_id=UUID(int=7), certificate=b"")
    )
