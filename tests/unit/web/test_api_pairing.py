"""Pairing: a code that works once, soon, and not for whoever guesses."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from uuid import UUID

import pytest

from app.services.api_keys import hash_key
from app.services.customer.pairing import WrongPairingCode
from app.services.customer.pairing import pair as pair_verb
from app.storage.stores import Stores
from app.web.settings import Rate
from tests.unit.web.calling import HERE, Kiosk, make_secret, pair, paired_kiosk, send
from tests.unit.web.conftest import NO_LIMITS, OpenShop, Phone
from tests.unit.web.house import House


@pytest.fixture
def phone(open_shop: OpenShop) -> Phone:
    return open_shop(NO_LIMITS, address=HERE)


def test_a_code_gives_a_key_that_opens_the_kiosks_doors(phone: Phone) -> None:
    answer = pair(phone, make_secret(phone.house), "  By the\ndoor ")

    assert answer.status_code == 201
    told = answer.json()
    assert told["name"] == "By the door"
    [kiosk] = phone.house.database.read(lambda stores: stores.kiosks.all())
    assert (kiosk.id, kiosk.name, kiosk.last_seen_at) == (UUID(told["kiosk"]), "By the door", None)
    assert Kiosk(phone, told["key"]).beat().status_code == 200


def test_a_code_works_once(phone: Phone) -> None:
    secret = make_secret(phone.house)

    answers = [pair(phone, secret) for _ in range(2)]

    assert [answer.status_code for answer in answers] == [201, 403]
    assert "make a new one" in answers[1].json()["error"]


def test_a_code_works_once_however_many_come_together(house: House) -> None:
    secret = make_secret(house)

    def use(number: int) -> bool:
        try:
            house.database.write(lambda stores: pair_verb(stores, secret, f"K{number}", house.clock.now()))
        except WrongPairingCode:
            return False
        return True

    with ThreadPoolExecutor(8) as threads:
        assert list(threads.map(use, range(24))).count(True) == 1
    assert len(house.database.read(lambda stores: stores.kiosks.all())) == 1


def test_a_code_is_good_for_half_an_hour(phone: Phone) -> None:
    secret = make_secret(phone.house)
    phone.house.clock.forward(minutes=30)

    assert pair(phone, secret).status_code == 403


def test_a_code_that_was_not_used_for_a_wrong_name_still_works(phone: Phone) -> None:
    secret = make_secret(phone.house)

    answers = [pair(phone, secret, name).status_code for name in ("", "x" * 41, "Counter")]

    assert answers == [422, 422, 201]


@pytest.mark.parametrize(
    ("body", "status"),
    [
        ({"code": "00000000", "name": "Counter"}, 403),
        ({"code": "", "name": "Counter"}, 403),
        ({"code": "\ud800" * 900, "name": "Counter"}, 403),
        ({"code": 7, "name": "Counter"}, 422),
        ({"code": None, "name": "Counter"}, 422),
        ({"code": "00000000"}, 422),
        ({"code": "00000000", "name": ["Counter"]}, 422),
        ([], 422),
    ],
)
def test_what_is_no_code_pairs_nobody(phone: Phone, body: object, status: int) -> None:
    make_secret(phone.house)

    assert send(phone, "/api/v1/pair", body).status_code == status
    assert phone.house.database.read(lambda stores: stores.kiosks.all()) == []


def test_codes_do_not_cross_the_network_in_the_clear(open_shop: OpenShop) -> None:
    outside, tls = open_shop(NO_LIMITS), open_shop(NO_LIMITS, scheme="https")
    secret = make_secret(outside.house)

    assert pair(outside, secret).status_code == 403
    assert pair(tls, secret).status_code == 201


def test_guessing_is_slowed_down_by_address_first(house: House, open_shop: OpenShop) -> None:
    limits = replace(NO_LIMITS, pairings=Rate(2, 0.1), pairings_in_all=Rate(5, 0.1))
    guesser = open_shop(limits, address=HERE)

    answers = [pair(guesser, "00000000") for _ in range(4)]
    right = pair(guesser, make_secret(house))

    assert [answer.status_code for answer in answers] == [403, 403, 429, 429]
    assert int(answers[-1].headers["retry-after"]) > 0
    assert right.status_code == 429


def test_guessing_from_many_addresses_is_slowed_down_too(open_shop: OpenShop) -> None:
    limits = replace(NO_LIMITS, pairings_in_all=Rate(3, 0.1))
    shop = open_shop(limits, address=HERE)

    assert [pair(shop, "00000000").status_code for _ in range(4)] == [403, 403, 403, 429]


def test_two_kiosks_of_one_name_can_be_told_apart(phone: Phone) -> None:
    names = [pair(phone, make_secret(phone.house)).json()["name"] for _ in range(3)]

    assert names == ["Counter", "Counter 2", "Counter 3"]


def test_neither_code_nor_key_is_kept(phone: Phone) -> None:
    secret = make_secret(phone.house)
    key = pair(phone, secret).json()["key"]

    for table in ("pairings", "api_keys", "kiosks", "journal"):
        written = repr(phone.house.database.rows(f"SELECT * FROM {table}"))
        assert secret not in written
        assert key not in written


@pytest.mark.parametrize("how", ["kiosk", "key"])
def test_a_kiosk_is_shut_out_at_once_by_revoking_it_or_its_key(phone: Phone, how: str) -> None:
    kiosk, other = paired_kiosk(phone, "Counter"), paired_kiosk(phone, "Window")
    before = kiosk.beat().status_code

    def revoke(stores: Stores) -> None:
        if how == "kiosk":
            [found] = [each for each in stores.kiosks.all() if each.name == "Counter"]
            stores.kiosks.change(found.id, revoked_at=phone.house.clock.now())
        else:
            stores.keys.revoke("Counter")

    phone.house.database.write(revoke)

    assert (before, kiosk.beat().status_code, other.beat().status_code) == (200, 401, 200)
    assert kiosk.ask("GET", "/board").status_code == 401
    [left] = [each for each in phone.house.database.read(lambda s: s.kiosks.all()) if not each.revoked_at]
    assert left.name == "Window"


def test_another_programs_key_is_no_kiosks(phone: Phone) -> None:
    program = Kiosk(phone, phone.house.give_key())

    assert program.beat().status_code == 403
    assert program.deliver().status_code == 403
    assert program.ask("GET", "/changes").status_code == 200


def test_expired_codes_are_forgotten(house: House) -> None:
    kept, old = make_secret(house, minutes=40), make_secret(house, minutes=30)
    house.clock.forward(minutes=35)

    house.database.write(lambda stores: stores.pairings.forget_expired(house.clock.now()))

    assert house.database.rows("SELECT hash FROM pairings") == [(hash_key(kept),)]
    assert old != kept
