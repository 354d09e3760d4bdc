"""What may be said of a shop, and at which field a wrong value is refused."""

from __future__ import annotations

from dataclasses import replace
from datetime import time
from typing import Any
from uuid import UUID

import pytest

from app.domain.errors import InvalidInput
from app.domain.hours import NO_HOURS, OpeningHours
from app.domain.kiosks import KioskRules
from app.domain.shop import UNNAMED, Shop
from app.domain.shop_rules import clean_colour, clean_public_address, clean_shop, clean_timezone, names_in

BAKERY = Shop(id=UUID(int=1), name="Linden Street Bakery", owner="Marta", timezone="Europe/Berlin")


def test_a_shop_that_is_right_stays_as_it_is() -> None:
    assert clean_shop(BAKERY) == BAKERY


def test_what_was_typed_is_brought_into_its_one_form() -> None:
    typed = replace(
        BAKERY,
        name="  Linden   Street\nBakery ",
        owner=" Marta ",
        colour="1f4e79",
        timezone="America/New York",
        public_address=" HTTPS://Ideas.Example.com/ ",
    )

    cleaned = clean_shop(typed)

    assert (cleaned.name, cleaned.owner) == (BAKERY.name, BAKERY.owner)
    assert (cleaned.colour, cleaned.timezone) == ("#1F4E79", "America/New_York")
    assert cleaned.public_address == "https://ideas.example.com"


@pytest.mark.parametrize(
    "wrong",
    [
        {"name": " \u200b "},
        {"name": "a" * 61},
        {"owner": "a" * 61},
        {"colour": "brick"},
        {"open_weekdays": frozenset()},
        {"open_weekdays": frozenset({7})},
        {"promise_days": 0},
        {"promise_days": 31},
        {"timezone": "Mars/Olympus"},
        {"public_address": "ideas.example.com"},
    ],
    ids=lambda wrong: next(iter(wrong)),
)
def test_a_wrong_value_is_refused_at_its_field(wrong: dict[str, object]) -> None:
    with pytest.raises(InvalidInput) as refusal:
        clean_shop(replace(BAKERY, **wrong))  # type: ignore[arg-type]

    assert refusal.value.field == next(iter(wrong))


@pytest.mark.parametrize("promise", [1, 30])
def test_the_promise_reaches_from_one_day_to_thirty(promise: int) -> None:
    assert clean_shop(replace(BAKERY, promise_days=promise)).promise_days == promise


@pytest.mark.parametrize("wrong", ["", "#", "#12345", "#1234567", "#12345G", "#８F3A1B", "red", "#fff"])
def test_no_colour_is_guessed(wrong: str) -> None:
    with pytest.raises(InvalidInput):
        clean_colour(wrong)


@pytest.mark.parametrize("wrong", ["", "Europe", "../../etc/passwd", "/etc/localtime", "\0", "Nowhere/Land"])
def test_a_time_zone_is_one_this_computer_knows(wrong: str) -> None:
    with pytest.raises(InvalidInput):
        clean_timezone(wrong)


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("", ""),
        ("http://ideas.example.com:8080", "http://ideas.example.com:8080"),
        ("https://bäckerei.example", "https://bäckerei.example"),
        ("http://[2001:DB8::1]:80/", "http://[2001:db8::1]:80"),
    ],
)
def test_a_public_address_is_kept_without_its_slash(typed: str, kept: str) -> None:
    assert clean_public_address(typed) == kept


@pytest.mark.parametrize(
    "wrong",
    [
        "example.com",
        "ftp://example.com",
        "javascript://example.com",
        "https://",
        "https://exa mple.com",
        "https://example.com/ideas",
        "https://example.com?from=here",
        "https://example.com#top",
        "https://me:secret@example.com",
        "https://example.com:99999",
        "https://example.com:0",
        "https://[::1",
        "https://localhost:8765",
        "http://127.0.0.1",
        "http://[::1]:8765",
        "https://a..b",
        'https://a"b',
    ],
)
def test_an_address_that_no_phone_could_follow_is_refused(wrong: str) -> None:
    with pytest.raises(InvalidInput) as refusal:
        clean_public_address(wrong)

    assert refusal.value.field == "public_address"


def test_a_shop_is_unnamed_until_its_owner_says_something() -> None:
    assert replace(BAKERY, name=UNNAMED, owner="").is_unnamed
    assert not replace(BAKERY, name=UNNAMED).is_unnamed
    assert not replace(BAKERY, owner="").is_unnamed


@pytest.mark.parametrize(
    ("change", "named"),
    [
        ({"hours": (OpeningHours(time(8), time(8)), *NO_HOURS[1:])}, "hours"),
        ({"hours": ()}, "hours"),
        ({"languages": ("en", "no such language")}, "languages"),
        ({"languages": ("",)}, "languages"),
        ({"kiosk": KioskRules(idle_seconds=14)}, "idle_seconds"),
        ({"kiosk": KioskRules(idle_seconds=601)}, "idle_seconds"),
    ],
)
def test_what_a_kiosk_cannot_do_is_refused_at_its_field(change: dict[str, Any], named: str) -> None:
    with pytest.raises(InvalidInput) as refused:
        clean_shop(replace(BAKERY, **change))

    assert refused.value.field == named


def test_a_language_is_offered_once() -> None:
    assert clean_shop(replace(BAKERY, languages=("fr", "en", "fr"))).languages == ("fr", "en")


@pytest.mark.parametrize(
    ("written", "names"),
    [
        ("Frieda, Jan Kowalski", ("Frieda", "Jan Kowalski")),
        ("小林，静、王", ("小林", "静", "王")),
        ("سارة، أحمد", ("سارة", "أحمد")),
        (" , ,", ()),
    ],
)
def test_names_in_a_row_are_told_apart_in_each_script(written: str, names: tuple[str, ...]) -> None:
    assert names_in(written) == names
