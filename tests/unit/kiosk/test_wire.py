"""Whatever a server says: it is understood or refused as Garbled, and nothing else happens."""

from __future__ import annotations

import json
from base64 import b64encode
from collections.abc import Callable
from dataclasses import replace
from datetime import date, time
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.hours import NO_HOURS
from app.domain.ideas import Channel
from app.domain.ids import new_id
from app.domain.kiosks import IDLE_SECONDS
from app.kiosk import stored
from app.kiosk.json_parts import Garbled, Json, object_in
from app.kiosk.mirror import Mirror, Progress, Told
from app.kiosk.told_facts import facts_of
from app.kiosk.wire import beat_of, changes_of, delivered_of, paired_of, sentence_in
from tests.making import TUESDAY
from tests.pictures import as_file, bomb, picture

IDEA: Json = {
    "id": str(new_id(TUESDAY)),
    "text": "More bread",
    "name": "Jo",
    "votes": 3,
    "status": "done",
    "builds_on": None,
    "link": None,
    "channel": "phone",
    "language": "en",
    "views": 7,
    "built_on": 1,
    "created_at": "2026-11-17T08:00:00.000Z",
    "public_at": "2026-11-17T08:15:00.000Z",
    "response": {
        "text": "Done",
        "status": "done",
        "reason": None,
        "until": None,
        "signed": "Marta",
        "private": False,
        "created_at": "2026-11-18T08:00:00.000Z",
    },
}
CHANGES: Json = {
    "version": 9,
    "ideas": [IDEA],
    "gone": [str(new_id(TUESDAY))],
    "next": None,
    "next_after": None,
    "restart": False,
}
BEAT: Json = {
    "protocol": 1, "server_version": "0.1.0", "board_version": 4, "now": "2026-11-17T08:00:00.000Z", "facts": {},
    "facts_etag": "abc", "heard": [str(new_id(TUESDAY))],
}  # fmt: skip
DELIVERED: Json = {
    "results": [{"id": str(new_id(TUESDAY)), "status": 201}],
    "views": {str(new_id(TUESDAY)): 5},
}
LOGO = as_file(picture())
PAIRED: Json = {"key": "k" * 30, "kiosk": str(new_id(TUESDAY)), "name": "By the door"}
FACTS: Json = {
    "kiosk": {"id": str(new_id(TUESDAY)), "name": "By the door"},
    "shop": {
        "name": "Bakery", "owner": "Marta", "voice": "Marta", "colour": "#1F4E79", "language": "de", "languages": ["de", "ar"],
        "timezone": "Europe/Berlin", "promise_days": 3, "open_weekdays": [0, 1], "closed_days": ["2026-12-24"],
        "hours": [["08:00", "18:30"], None, None, None, None, None, None], "moderation": "public-at-once",
    },
    "idle_seconds": 60, "motion": False, "pin": {"salt": "00ff", "hash": "ff00", "iterations": 3},
    "phone_address": "http://192.168.1.20:8765/", "claim_address": "http://192.168.1.20:8765/c/",
    "logo": b64encode(LOGO).decode(),
}  # fmt: skip

scalars = st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=20)
anything = st.recursive(
    scalars,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=8), inner, max_size=4),
    max_leaves=12,
)
PARSERS: list[tuple[Callable[[Json], object], Json]] = [
    (changes_of, CHANGES), (beat_of, BEAT), (delivered_of, DELIVERED), (paired_of, PAIRED), (facts_of, FACTS),
]  # fmt: skip


def places_in(value: object, path: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    """Every place in a JSON value at which something else could stand."""
    inside: list[tuple[Any, Any]] = []
    if isinstance(value, dict):
        inside = list(value.items())
    elif isinstance(value, list):
        inside = list(enumerate(value))
    return [path] * bool(path) + [place for key, part in inside for place in places_in(part, (*path, key))]


def with_instead(value: Any, path: tuple[Any, ...], other: object) -> Any:
    """A copy of `value` with `other` at that place."""
    copy = json.loads(json.dumps(value))
    part = copy
    for key in path[:-1]:
        part = part[key]
    part[path[-1]] = other
    return copy


@pytest.mark.parametrize(("parse", "sound"), PARSERS)
@given(data=st.data())
def test_anything_at_any_place_is_understood_or_garbled(
    parse: Callable[[Json], object], sound: Json, data: st.DataObject
) -> None:
    place = data.draw(st.sampled_from(places_in(sound)))
    told = with_instead(sound, place, data.draw(anything))

    try:
        parse(told)
    except Garbled:
        assert parse is not facts_of


@given(anything)
def test_bytes_that_are_no_object_are_garbled(value: object) -> None:
    body = json.dumps(value).encode()

    if isinstance(value, dict):
        object_in(body)
    else:
        with pytest.raises(Garbled):
            object_in(body)
    assert isinstance(sentence_in(body), str)


@given(st.binary(max_size=60))
def test_bytes_of_any_kind_are_garbled(body: bytes) -> None:
    try:
        object_in(body)
    except Garbled:
        assert sentence_in(body) == ""


def test_nesting_without_end_is_garbled() -> None:
    with pytest.raises(Garbled):
        object_in(b"[" * 100_000)


@pytest.mark.parametrize("field", ["text", "name", "language"])
@pytest.mark.parametrize("words", ["\x00\u202etxet", "\ud800", "a" + "\u0300" * 5000, "🇩🇪" * 300])
def test_hostile_words_can_be_hung(mirror: Mirror, field: str, words: str) -> None:
    told = changes_of(object_in(json.dumps({**CHANGES, "ideas": [{**IDEA, field: words}]})))

    mirror.take(Told(notes=told.notes), Progress(), Progress())

    assert len(told.notes) == 1


def test_an_idea_that_is_not_understood_keeps_no_other_from_the_wall() -> None:
    strange = {**IDEA, "status": "a status of tomorrow"}

    told = changes_of({**CHANGES, "ideas": [strange, 7, None, {}, IDEA]})

    assert [note.text for note in told.notes] == ["More bread"]


def test_an_unknown_road_to_the_shop_is_no_reason_to_leave_an_idea_out() -> None:
    [note] = changes_of({**CHANGES, "ideas": [{**IDEA, "channel": "pigeon"}]}).notes

    assert note.channel is Channel.PHONE


def test_the_facts_of_the_shop_are_understood() -> None:
    facts = facts_of(FACTS)

    assert (facts.kiosk_name, facts.shop.voice, facts.languages) == ("By the door", "Marta", ("de", "ar"))
    assert facts.closes_at(TUESDAY.replace(day=16)) == time(18, 30)
    assert (facts.idle_seconds, facts.has_motion) == (60, False)
    assert facts.pin is not None
    assert (facts.pin.salt, facts.pin.hash, facts.pin.iterations) == (b"\x00\xff", b"\xff\x00", 3)
    assert facts.claim_address == "http://192.168.1.20:8765/c/"
    assert facts.logo == LOGO


@pytest.mark.parametrize(
    "logo", ["?", "é", 7, b64encode(b"GIF89a" * 9).decode(), b64encode(bomb()).decode(), "A" * 200_000, None]
)
def test_a_logo_that_is_none_leaves_the_teacup(logo: object) -> None:
    facts = facts_of({**FACTS, "logo": logo})

    assert facts.logo == b""
    assert facts.shop.name == "Bakery"


@pytest.mark.parametrize(
    "address", ["javascript:alert(1)", "http://a b/", "http://" + "a" * 400, "http://ä/", 7]
)
def test_an_address_that_could_be_no_code_is_none(address: object) -> None:
    assert facts_of({**FACTS, "phone_address": address}).phone_address is None


def test_facts_that_are_not_understood_fall_back_one_by_one() -> None:
    facts = facts_of(
        {
            "shop": {"name": "Bakery", "timezone": "Mars/Base", "hours": [1], "promise_days": -1},
            "idle_seconds": 0,
        }
    )

    assert facts.shop.name == "Bakery"
    assert (facts.shop.timezone, facts.shop.hours, facts.shop.promise_days) == ("UTC", NO_HOURS, 5)
    assert facts.idle_seconds == IDLE_SECONDS
    assert facts.pin is None


@pytest.mark.parametrize(
    "pin",
    [{}, 7, {"salt": "x", "hash": "", "iterations": 1}, {"salt": "00", "hash": "00", "iterations": 10**12}],
)
def test_a_pin_that_is_not_understood_is_not_no_pin(pin: object) -> None:
    assert facts_of({**FACTS, "pin": pin}).pin is not None


def test_a_slip_that_was_stored_before_it_told_more_is_read() -> None:
    old = json.dumps(["Done", "Marta", "done", "", "", 1_763_452_800_000])

    slip = stored._slip_of(json.loads(old))

    assert (slip.text, slip.change_mind, slip.done_on) == ("Done", "", None)
    told = replace(slip, change_mind="A wider pavement.", done_on=date(2026, 11, 3))
    assert stored._slip_of(json.loads(stored.slip_text(told))) == told
