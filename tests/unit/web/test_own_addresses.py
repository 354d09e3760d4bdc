from __future__ import annotations

import pytest

from app.addresses import MachineAddress, Network
from app.web.own_addresses import LOOK_AGAIN_SECONDS, OwnAddresses, PhoneAddress


@pytest.mark.parametrize(
    ("public", "typed", "expected"),
    [
        ("", "", ()),
        ("", "192.168.1.20", ()),
        ("https://a.example/", "", ("https://a.example",)),
        ("", "http://board.lan:8765", ("http://board.lan:8765",)),
        ("https://a.example", "http://board.lan/", ("http://board.lan", "https://a.example")),
    ],
)
def test_only_whole_addresses_are_ours(public: str, typed: str, expected: tuple[str, ...]) -> None:
    assert OwnAddresses(public=lambda: public, typed=lambda: typed).all() == expected


def test_what_no_browser_could_reach_has_no_name() -> None:
    assert OwnAddresses(public=lambda: "https://", typed=lambda: "http://[oops").names() == frozenset()


def test_the_settings_are_read_again_after_a_while_only() -> None:
    now, typed = [100.0], ["http://one.lan"]
    addresses = OwnAddresses(public=str, typed=lambda: typed[0], monotonic=lambda: now[0])
    first = addresses.names()
    typed[0] = "http://two.lan"
    at_once = addresses.names()
    now[0] += LOOK_AGAIN_SECONDS

    assert [set(names) for names in (first, at_once, addresses.names())] == [
        {"one.lan"},
        {"one.lan"},
        {"two.lan"},
    ]


def test_settings_that_cannot_be_read_just_now_change_nothing() -> None:
    now, answers = [100.0], iter(["http://one.lan"])

    def typed() -> str:
        for answer in answers:
            return answer
        raise PermissionError

    addresses = OwnAddresses(public=str, typed=typed, monotonic=lambda: now[0])
    before = addresses.names()
    now[0] += LOOK_AGAIN_SECONDS

    assert addresses.names() == before == {"one.lan"}


def machine(*addresses: str) -> list[MachineAddress]:
    return [
        MachineAddress(
            address=address, interface="eth0", network=Network.WIRED, is_way_out=True, is_private=True
        )
        for address in addresses
    ]


@pytest.mark.parametrize(
    ("public", "typed", "known", "expected"),
    [
        ("", "", (), None),
        ("", "", ("192.168.1.5",), "http://192.168.1.5:8765"),
        ("", "192.168.1.9", ("192.168.1.5", "192.168.1.9"), "http://192.168.1.9:8765"),
        ("https://a.example/", "", ("192.168.1.5",), "https://a.example"),
        ("https://a.example", "https://b.example/", ("192.168.1.5",), "https://b.example"),
        ("", "http://localhost:1", ("192.168.1.5",), None),
    ],
)
def test_a_kiosks_codes_lead_phones_where_printed_ones_do(
    public: str, typed: str, known: tuple[str, ...], expected: str | None
) -> None:
    own = OwnAddresses(public=lambda: public, typed=lambda: typed)

    phone = PhoneAddress(own, lambda: public, 8765, machine=lambda: machine(*known))

    assert phone.get() == expected


def test_the_machines_addresses_are_looked_up_again_after_a_while_only() -> None:
    now, known = [100.0], ["192.168.1.5"]
    own = OwnAddresses(public=str, typed=str)
    phone = PhoneAddress(own, str, 8765, machine=lambda: machine(*known), monotonic=lambda: now[0])
    before = phone.get()
    known[0] = "192.168.1.6"
    at_once = phone.get()
    now[0] += LOOK_AGAIN_SECONDS

    assert (before, at_once, phone.get()) == (
        "http://192.168.1.5:8765",
        "http://192.168.1.5:8765",
        "http://192.168.1.6:8765",
    )
