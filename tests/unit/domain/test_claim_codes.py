"""Claim codes survive being read aloud, typed badly and guessed at."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from app.domain.claim_codes import ALPHABET, LENGTH, new_claim_code, parse_claim_code, spaced

codes = st.builds(new_claim_code)


@given(codes)
def test_a_code_is_recognised_however_it_is_typed(code: str) -> None:
    typed = spaced(code).lower().replace("0", "o").replace("1", "i")

    assert parse_claim_code(f"  {typed} ") == code


@given(codes, st.integers(0, LENGTH - 1), st.sampled_from(ALPHABET))
def test_one_wrong_character_is_noticed(code: str, place: int, other: str) -> None:
    wrong = code[:place] + other + code[place + 1 :]

    assert parse_claim_code(wrong) in ({code} if wrong == code else {None})


@given(st.text())
def test_any_text_is_a_code_or_none(text: str) -> None:
    parsed = parse_claim_code(text)

    assert parsed is None or len(parsed) == LENGTH


def test_a_code_is_shown_in_threes() -> None:
    assert spaced("7KQM4TWXH") == "7KQ M4T WXH"
