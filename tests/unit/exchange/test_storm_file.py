"""A storm's file that cannot be read is refused in one sentence that names the place."""

from __future__ import annotations

import base64
import json
from collections.abc import Callable
from contextlib import suppress
from copy import deepcopy
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.domain.errors import AppError, InvalidInput
from app.domain.whole_storms import WholeStorm
from app.exchange.storm_reading import MOST_BYTES, read_storm
from app.exchange.storm_writing import write_storm
from tests.hostile import HOSTILE
from tests.making import TUESDAY, SetClock
from tests.unit.exchange.conftest import PHOTO, Lived, open_shop
from tests.unit.services.test_storms import Shop

Json = dict[str, Any]


@pytest.fixture(scope="module")
def content(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """The file of a storm with all its parts."""
    with open_shop(tmp_path_factory.mktemp("lived"), SetClock(TUESDAY)) as shop:
        whole = shop.owner.storm_exchange.hand_out(Lived(shop).end().id, private=True)
        return write_storm(whole, shop="Bakery", now=TUESDAY)


@pytest.fixture
def told(content: bytes) -> Json:
    made: Json = json.loads(content)
    return made


def read(told: object) -> WholeStorm:
    return read_storm(json.dumps(told).encode(), lambda content: replace(PHOTO, content=content))


@pytest.mark.parametrize("private", [False, True])
def test_what_was_written_is_read_as_it_was(lived: Lived, shop: Shop, private: bool) -> None:
    whole = shop.owner.storm_exchange.hand_out(lived.end().id, private=private)
    content = write_storm(whole, shop="Bakery", now=TUESDAY)

    again = read_storm(content, lambda content: replace(PHOTO, content=content))

    assert write_storm(again, shop="Bakery", now=TUESDAY) == content


def put(path: str, value: object) -> Callable[[Json], None]:
    """Changes what stands at "contributions.0.text"."""

    def change(told: Json) -> None:
        *way, last = [int(part) if part.isdecimal() else part for part in path.split(".")]
        part: Any = told
        for step in way:
            part = part[step]
        part[last] = value

    return change


def twice(told: Json) -> None:
    told["contributions"].append(told["contributions"][0])


def circle(told: Json) -> None:
    first, second = told["contributions"][0], told["contributions"][1]
    first["builds_on"], second["builds_on"] = second["id"], first["id"]


def merged_circle(told: Json) -> None:
    told["contributions"][0]["merged_into"] = told["contributions"][0]["id"]


STRANGER = "01900000-0000-7000-8000-000000000000"


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (put("storm", []), "At “storm” there has to be an object in braces."),
        (put("storm.id", "x"), "At “storm.id” there has to be an id like"),
        (put("storm.code", "ABC"), "At “storm.code” there is a code with a character that does not fit."),
        (put("storm.question", " "), "At “storm.question”: A storm is one question. Please write it down."),
        (put("storm.question", "W" * 92), "At “storm.question”: This is 2 characters too long."),
        (put("storm.times.chooses_at", "soon"), "At “storm.times.chooses_at” there has to be a time like"),
        (put("storm.times.chooses_at", "2026-11-20T09:00:00"), "At “storm.times.chooses_at”"),
        (put("storm.times.closes_at", "2026-01-01T09:00:00Z"), "At “storm.times” something ends before it begins."),
        (put("storm.ways", "dice"), "At “storm.ways” there has to be one of: votes, ballots, both."),
        (put("storm.top", 99), "At “storm.top” there has to be a number from 2 to 12."),
        (put("storm.extended_at", "2026-11-20T09:00:00Z"), "“storm.first_times” does not go without “storm.extended_at”."),
        (put("storm.announced_at", None), "“contributions” does not go without “storm.announced_at”."),
        (put("contributions", None), "At “contributions” there has to be a list in brackets."),
        (put("contributions.1", 7), "At “contributions[1]” there has to be an object in braces."),
        (put("contributions.1.text", 7), "At “contributions[1].text” there has to be a text in quotation marks."),
        (put("contributions.1.text", "\u3164"), "At “contributions[1].text”: Please write your idea first."),
        (put("contributions.1.name", "W" * 61), "At “contributions[1].name”: This is one character too long."),
        (put("contributions.1.channel", "radio"), "At “contributions[1].channel” there has to be one of:"),
        (put("contributions.1.claim_code", "7KQ M4T WXA"), "At “contributions[1].claim_code”"),
        (put("contributions.1.picked", "yes"), "At “contributions[1].picked” there has to be true or false."),
        (put("contributions.1.builds_on", STRANGER), "At “contributions[1].builds_on” there is an id that none"),
        (put("contributions.0.me_toos", [{"visitor": "", "at": "2026-11-20T09:00:00Z"}]), "me_toos[0].visitor”"),
        (twice, "].id” there is an id"),
        (circle, "At “contributions[0].builds_on” ideas lead to each other in a circle."),
        (merged_circle, "At “contributions[0].merged_into” ideas lead to each other in a circle."),
        (put("ballots.0.number", 0), "At “ballots[0].number” there has to be a number from 1"),
        (put("ballots.0.contribution", STRANGER), "At “ballots[0].contribution” there is an id that none"),
        (put("conclusion", None), "“outcome” does not go without “conclusion”."),
        (put("conclusion.heard", ""), "At “conclusion.heard”: Please say what you heard."),
        (put("conclusion.rests_on", []), "At “conclusion.rests_on”: Please name a contribution"),
        (put("conclusion.rests_on.0", STRANGER), "At “conclusion.rests_on[0]” there is an id that none"),
        (put("outcome", None), "“look_back” does not go without “outcome”."),
        (put("outcome.done_on", "20.11.2026"), "At “outcome.done_on” there has to be a day like"),
        (put("outcome.before", 40.5), "At “outcome.before” there has to be a text"),
        (put("outcome.before", "NaN"), "At “outcome.before” there has to be a number in quotation marks"),
        (put("outcome.before", "1e99999"), "At “outcome.before” there has to be a number in quotation marks"),
        (put("outcome.photo", "&&"), "At “outcome.photo” there has to be a picture in base64."),
        (put("look_back.text", "W" * 402), "At “look_back.text”: This is 2 characters too long."),
        (put("format", "other"), "This is no storm's file. Please choose one that a Teacup has written."),
        (put("version", 2), "A newer Teacup has written this file. Please bring this one up to date first."),
        (put("version", "1"), "At “version” there has to be a number"),
    ],
)  # fmt: skip
def test_what_cannot_be_so_is_named_by_its_place(
    told: Json, change: Callable[[Json], None], said: str
) -> None:
    change(told)

    with pytest.raises(InvalidInput) as refused:
        read(told)

    assert said in str(refused.value)


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "line 1"),
        (b'{\n"format": "teacup-storm",\n', "line 3"),
        (b"\xff\xfe\x00", "not written in JSON"),
        (b"[" * 100_000, "not written in JSON"),
        (b"[]", "This is no storm's file"),
        (b"null", "This is no storm's file"),
        (b" " * (MOST_BYTES + 1), "larger than 50 MB"),
    ],
)
def test_a_file_of_another_kind_is_refused(content: bytes, said: str) -> None:
    with pytest.raises(InvalidInput, match=said):
        read_storm(content, lambda _: PHOTO)


def places(value: object, way: str = "") -> list[str]:
    """Every place of a file, as `put` takes it."""
    parts = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    below = [place for name, part in parts for place in places(part, f"{way}.{name}" if way else str(name))]
    return [way, *below] if way else below


JUNK = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(),
    st.floats(),
    st.sampled_from(HOSTILE),
    st.just([]),
    st.just({}),
    st.just([[None]]),
    st.just(STRANGER),
)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=200)
@given(data=st.data())
def test_whatever_stands_anywhere_it_is_taken_in_or_refused(
    told: Json, other: Shop, data: st.DataObject
) -> None:
    bent = deepcopy(told)
    put(data.draw(st.sampled_from(places(told))), data.draw(JUNK))(bent)

    with suppress(AppError):
        other.owner.storm_exchange.take_in(read(bent))


def test_a_photo_is_tamed_before_it_is_kept(told: Json) -> None:
    seen = []
    told["outcome"]["photo"] = base64.b64encode(b"any picture").decode()

    read_storm(json.dumps(told).encode(), lambda content: seen.append(content) or PHOTO)  # type: ignore[func-returns-value]

    assert seen == [b"any picture"]
