"""The heartbeat: what a kiosk and its shop tell each other every other second."""

from __future__ import annotations

from base64 import b64decode
from datetime import date, time
from typing import Any
from uuid import UUID

import pytest

from app.domain.hours import NO_HOURS, OpeningHours
from app.domain.ids import new_id
from app.domain.kiosks import Kiosk as PairedKiosk
from app.domain.kiosks import KioskRules, PinHash, SetAside, SetAsideKind
from app.pictures import make_logo
from app.web.settings import Limits
from tests.pictures import as_file, noise, picture
from tests.unit.web.calling import HERE, Kiosk, paired_kiosk
from tests.unit.web.conftest import NO_LIMITS, OpenShop
from tests.unit.web.house import House


@pytest.fixture
def kiosk(open_shop: OpenShop) -> Kiosk:
    return paired_kiosk(open_shop(NO_LIMITS, address=HERE))


def stored(house: House) -> PairedKiosk:
    return house.database.read(lambda stores: stores.kiosks.all())[0]


def set_aside_in(house: House) -> list[SetAside]:
    return house.database.read(lambda stores: stores.set_asides.waiting())


def refused(house: House, **changes: object) -> dict[str, object]:
    return {
        "id": str(new_id(house.clock.now())),
        "kind": "idea",
        "sentence": "This claim code was given to another idea.",
        "text": "A bench outside",
        "at": "2026-11-16T08:00:00+00:00",
        **changes,
    }


def test_a_kiosk_hears_all_it_needs_to_go_on_alone(kiosk: Kiosk) -> None:
    kiosk.house.set_shop(
        colour="#1F4E79", languages=("en", "ar"), timezone="Europe/Berlin", promise_days=3,
        open_weekdays=frozenset({0, 2}), closed_days=frozenset({date(2026, 12, 24)}),
        hours=(OpeningHours(time(8), time(18, 30)), *NO_HOURS[1:]),
        kiosk=KioskRules(idle_seconds=60, has_motion=False, pin=PinHash(b"\x01", b"\x02", 3)),
    )  # fmt: skip

    told = kiosk.beat().json()

    assert told["protocol"] == 1
    assert told["now"] == "2026-11-16T09:40:00.000Z"
    assert told["board_version"] == kiosk.house.door.board_version()
    assert told["heard"] == []
    facts = told["facts"]
    assert facts["kiosk"] == {"id": str(stored(kiosk.house).id), "name": "Counter"}
    assert facts["shop"] == {
        "name": "Linden Street Bakery", "owner": "Marta", "voice": "Marta", "colour": "#1F4E79",
        "language": "en", "languages": ["en", "ar"], "timezone": "Europe/Berlin", "promise_days": 3,
        "open_weekdays": [0, 2], "closed_days": ["2026-12-24"],
        "hours": [["08:00", "18:30"], None, None, None, None, None, None], "moderation": "all-wait",
    }  # fmt: skip
    assert (facts["idle_seconds"], facts["motion"]) == (60, False)
    assert facts["pin"] == {"salt": "01", "hash": "02", "iterations": 3}


def test_facts_are_told_again_only_when_they_changed(kiosk: Kiosk) -> None:
    known = kiosk.beat().json()["facts_etag"]

    same = kiosk.beat(facts=known).json()
    kiosk.house.set_shop(name="Corner Bakery")
    changed = kiosk.beat(facts=known).json()

    assert (same["facts"], same["facts_etag"]) == (None, known)
    assert changed["facts"]["shop"]["name"] == "Corner Bakery"
    assert changed["facts_etag"] != known


def test_a_kiosk_hears_where_phones_reach_the_shop(house: House, open_shop: OpenShop) -> None:
    kiosk = paired_kiosk(open_shop(NO_LIMITS, scheme="https"))
    house.set_shop(public_address="https://ideas.example.org")

    facts = kiosk.beat().json()["facts"]

    assert facts["phone_address"] == "https://ideas.example.org/"
    assert facts["claim_address"] == "https://ideas.example.org/c/"


def test_a_kiosk_hears_of_the_logo_that_the_shop_wears_now(kiosk: Kiosk) -> None:
    plain, heavy = make_logo(as_file(picture((300, 200)))), make_logo(as_file(noise((500, 500))))

    kiosk.house.wear_logo(plain)
    assert b64decode(kiosk.beat().json()["facts"]["logo"]) == plain.png
    kiosk.house.wear_logo(heavy)
    assert b64decode(kiosk.beat().json()["facts"]["logo"]) == heavy.small
    kiosk.house.take_logo_off()
    assert kiosk.beat().json()["facts"]["logo"] is None


def test_a_logo_is_told_again_only_when_it_changed(kiosk: Kiosk) -> None:
    kiosk.house.wear_logo(make_logo(as_file(picture())))
    known = kiosk.beat().json()["facts_etag"]

    assert kiosk.beat(facts=known).json()["facts"] is None
    kiosk.house.wear_logo(make_logo(as_file(picture((80, 40)))))
    assert kiosk.beat(facts=known).json()["facts_etag"] != known


def test_the_desk_sees_when_a_kiosk_was_there_and_what_it_has_still_to_deliver(kiosk: Kiosk) -> None:
    kiosk.beat(version="0.1.0", outbox=3, problems=["The cache was damaged.\nIt is kept aside."])

    seen = stored(kiosk.house)
    assert (seen.last_seen_at, seen.version, seen.outbox) == (kiosk.house.clock.now(), "0.1.0", 3)
    assert seen.problems == ("The cache was damaged. It is kept aside.",)


def test_a_heartbeat_without_news_is_written_every_twenty_seconds(kiosk: Kiosk) -> None:
    kiosk.beat()
    first = stored(kiosk.house).last_seen_at
    stamp = kiosk.house.database.stamp()
    for _ in range(9):
        kiosk.house.clock.forward(seconds=2)
        kiosk.beat()

    assert (stored(kiosk.house).last_seen_at, kiosk.house.database.stamp()) == (first, stamp)
    kiosk.house.clock.forward(seconds=2)
    kiosk.beat()
    assert stored(kiosk.house).last_seen_at == kiosk.house.clock.now()


@pytest.mark.parametrize("news", [{"outbox": 1}, {"version": "0.2.0"}, {"problems": ["The disk is full."]}])
def test_news_is_written_at_once(kiosk: Kiosk, news: dict[str, object]) -> None:
    kiosk.beat()
    kiosk.house.clock.forward(seconds=2)

    kiosk.beat(**news)

    assert stored(kiosk.house).last_seen_at == kiosk.house.clock.now()


def test_a_clock_that_was_set_back_is_no_reason_to_seem_gone(kiosk: Kiosk) -> None:
    kiosk.beat()
    kiosk.house.clock.forward(days=-2)

    kiosk.beat()

    assert stored(kiosk.house).last_seen_at == kiosk.house.clock.now()


def test_counters_are_not_journalled(kiosk: Kiosk) -> None:
    before = kiosk.house.database.read(lambda stores: stores.journal.newest())

    kiosk.beat(outbox=7, set_aside=[refused(kiosk.house)])

    assert kiosk.house.database.read(lambda stores: stores.journal.newest()) == before


def test_what_was_set_aside_reaches_the_desk_once(kiosk: Kiosk) -> None:
    told = refused(kiosk.house)

    heard = [kiosk.beat(set_aside=[told]).json()["heard"] for _ in range(2)]

    assert heard == [[told["id"]]] * 2
    [kept] = set_aside_in(kiosk.house)
    assert (str(kept.id), kept.kind, kept.text) == (told["id"], SetAsideKind.IDEA, "A bench outside")
    assert kept.kiosk_id == stored(kiosk.house).id


def test_the_text_of_what_was_set_aside_is_cleaned_and_cut_but_never_refused_again(kiosk: Kiosk) -> None:
    told = refused(kiosk.house, text="\u202e" + "é" * 5000, at="9999-12-31T23:59:59Z")

    assert kiosk.beat(set_aside=[told]).json()["heard"] == [told["id"]]
    [kept] = set_aside_in(kiosk.house)
    assert kept.text == "é" * 2000
    assert kept.at == kiosk.house.clock.now()


def test_what_was_dealt_with_does_not_come_back(kiosk: Kiosk) -> None:
    told = refused(kiosk.house)
    kiosk.beat(set_aside=[told])
    now = kiosk.house.clock.now()
    kiosk.house.database.write(lambda s: s.set_asides.change(UUID(str(told["id"])), dealt_at=now))

    assert kiosk.beat(set_aside=[told]).json()["heard"] == [told["id"]]
    assert set_aside_in(kiosk.house) == []


def test_the_words_of_an_erased_idea_do_not_come_back_as_set_aside(kiosk: Kiosk) -> None:
    idea = kiosk.house.pin("Canary words")
    kiosk.house.database.write(lambda stores: stores.ideas.erase(idea.id))
    told = refused(kiosk.house, id=str(idea.id), text="Canary words")

    assert kiosk.beat(set_aside=[told]).json()["heard"] == [told["id"]]
    assert kiosk.house.database.rows("SELECT count(*) FROM set_asides") == [(0,)]


def test_of_very_many_set_aside_the_kiosk_keeps_the_rest(
    kiosk: Kiosk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("app.services.customer.reporting.MOST_SET_ASIDE", 2)
    told = [refused(kiosk.house) for _ in range(3)]

    heard = kiosk.beat(set_aside=told).json()["heard"]

    assert heard == [told[0]["id"], told[1]["id"]]


@pytest.mark.parametrize("protocol", [0, 2, "1", None, 10**40, [1]])
def test_another_protocol_is_refused_and_told_at_the_desk(kiosk: Kiosk, protocol: object) -> None:
    answer = kiosk.beat(protocol=protocol, version="9.9")

    assert answer.status_code == 409
    assert "update" in answer.json()["error"]
    seen = stored(kiosk.house)
    assert (seen.version, seen.problems) == ("9.9", (answer.json()["error"],))


@pytest.mark.parametrize(
    ("told", "named"),
    [
        ({"outbox": -1}, "outbox"),
        ({"outbox": 10**30}, "outbox"),
        ({"outbox": True}, "outbox"),
        ({"outbox": 1.5}, "outbox"),
        ({"outbox": "3"}, "outbox"),
        ({"version": 1}, "version"),
        ({"facts": 1}, "facts"),
        ({"problems": "none"}, "problems"),
        ({"problems": [1]}, "problems"),
        ({"problems": ["x"] * 51}, "problems"),
        ({"set_aside": {}}, "set_aside"),
        ({"set_aside": ["x"]}, "set_aside"),
        ({"set_aside": [{}]}, "kind"),
        ({"set_aside": [{"kind": "idea", "id": "x"}]}, "id"),
    ],
)
def test_a_heartbeat_of_the_wrong_kind_is_named(kiosk: Kiosk, told: dict[str, object], named: str) -> None:
    answer = kiosk.beat(**told)

    assert (answer.status_code, answer.json().get("field")) == (422, named)


@pytest.mark.parametrize(
    ("change", "named"),
    [
        ({"id": "nonsense"}, "id"),
        ({"kind": "storm"}, "kind"),
        ({"kind": ["idea"]}, "kind"),
        ({"sentence": None}, "sentence"),
        ({"text": 5}, "text"),
        ({"at": "yesterday"}, "at"),
        ({"at": 1}, "at"),
        ({"at": "0001-01-01T00:00:00+14:00"}, "at"),
    ],
)
def test_what_was_set_aside_wrongly_is_named(kiosk: Kiosk, change: dict[str, Any], named: str) -> None:
    answer = kiosk.beat(set_aside=[refused(kiosk.house, **change)])

    assert (answer.status_code, answer.json().get("field")) == (422, named)


def test_an_hour_of_heartbeats_passes_the_ordinary_limits(open_shop: OpenShop) -> None:
    kiosk = paired_kiosk(open_shop(Limits(), address=HERE))

    assert {kiosk.beat().status_code for _ in range(300)} == {200}
