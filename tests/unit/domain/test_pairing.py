"""Pairing codes survive being read from a screen and typed at another."""

from __future__ import annotations

import hashlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.claim_codes import ALPHABET
from app.domain.pairing import LENGTH, PairingCode, new_pairing_code, parse_pairing_code

fingerprints = st.binary(min_size=32, max_size=32)


@given(fingerprints)
def test_a_code_is_recognised_however_it_is_typed(fingerprint: bytes) -> None:
    code = new_pairing_code(fingerprint)

    typed = code.spaced.lower().replace("0", "o").replace("1", "l").replace(" ", "-")

    assert parse_pairing_code(f"  {typed}\n") == code


@given(fingerprints, st.integers(0, LENGTH - 1), st.sampled_from(ALPHABET))
def test_one_wrong_character_is_noticed(fingerprint: bytes, place: int, other: str) -> None:
    code = new_pairing_code(fingerprint)
    wrong = code.text[:place] + other + code.text[place + 1 :]

    assert parse_pairing_code(wrong) in ({code} if wrong == code.text else {None})


@given(st.text(max_size=60))
def test_any_text_is_a_code_or_none(text: str) -> None:
    assert isinstance(parse_pairing_code(text), PairingCode | None)


@given(fingerprints, fingerprints)
def test_a_code_belongs_to_the_certificate_it_was_made_for(mine: bytes, other: bytes) -> None:
    code = new_pairing_code(mine)

    assert code.is_of(mine)
    assert code.is_of(other) is (mine[:10] == other[:10])


def test_a_code_carries_the_first_eighty_bits_highest_first() -> None:
    fingerprint = bytes.fromhex("0842108421ffffffffff") + hashlib.sha256(b"the rest").digest()

    code = new_pairing_code(fingerprint)

    assert code.fingerprint_part == "11111111ZZZZZZZZ"
    assert [len(group) for group in code.spaced.split()] == [5, 5, 5, 5, 5]


def test_two_codes_of_one_server_share_no_secret() -> None:
    secrets = {new_pairing_code(bytes(32)).secret for _ in range(200)}

    assert len(secrets) == 200


def test_a_secret_is_not_told_in_reports() -> None:
    code = new_pairing_code(bytes(32))

    assert code.secret not in repr(code)


def test_too_little_of_a_fingerprint_is_none() -> None:
    with pytest.raises(ValueError, match="80 bits"):
        new_pairing_code(bytes(9))
