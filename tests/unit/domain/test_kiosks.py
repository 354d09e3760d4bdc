from __future__ import annotations

import hashlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.errors import InvalidInput
from app.domain.kiosks import PinHash, clean_pin, hash_pin, pin_matches


def quick(pin: str) -> PinHash:
    return hash_pin(pin, iterations=2)


@pytest.mark.parametrize("typed", ["4711", " 47 11 ", "٤٧١١", "４７１１"])
def test_a_pin_opens_however_its_digits_are_written(typed: str) -> None:
    assert pin_matches(typed, quick("4711"))


@pytest.mark.parametrize("typed", ["4712", "04711", "471", "", "471a", "½711", "4" * 10_000])
def test_another_pin_does_not_open(typed: str) -> None:
    assert not pin_matches(typed, quick("4711"))


@pytest.mark.parametrize("typed", ["123", "123456789", "", "12 34 56 78 9", "12.4", "²222", "abcd"])
def test_a_pin_is_four_to_eight_digits(typed: str) -> None:
    with pytest.raises(InvalidInput) as refused:
        clean_pin(typed)

    assert refused.value.field == "pin"


@given(st.text(max_size=12))
def test_any_text_is_a_pin_or_refused(text: str) -> None:
    assert pin_matches(text, quick("4711")) in (True, False)


def test_what_is_kept_is_pbkdf2_of_sha256_with_a_salt_of_its_own() -> None:
    kept, again = hash_pin("4711"), hash_pin("4711")

    assert kept.hash == hashlib.pbkdf2_hmac("sha256", b"4711", kept.salt, kept.iterations)
    assert kept.iterations >= 100_000
    assert kept.salt != again.salt
