from __future__ import annotations

import stat
import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.web.tokens import Tokens, is_visitor, load_secret, new_visitor

NOW = datetime(2026, 11, 16, 9, 40, tzinfo=UTC)
TOKENS = Tokens(b"a secret of thirty-two bytes, yes")


def test_a_form_token_carries_a_fresh_id_and_its_age() -> None:
    one, other = TOKENS.for_form(NOW), TOKENS.for_form(NOW)

    read = TOKENS.read_form(one, NOW + timedelta(seconds=90))

    assert read is not None
    assert read.age == timedelta(seconds=90)
    assert not read.is_expired
    assert one != other


@pytest.mark.parametrize(
    ("age", "too_fast", "expired"),
    [
        (0.5, True, False),
        (1.9, True, False),
        (2.1, False, False),
        (4 * 3600 - 1, False, False),
        (4 * 3600 + 1, False, True),
    ],
)
def test_a_form_is_too_fast_below_two_seconds_and_expired_after_four_hours(
    age: float, too_fast: bool, expired: bool
) -> None:
    read = TOKENS.read_form(TOKENS.for_form(NOW), NOW + timedelta(seconds=age))

    assert read is not None
    assert (read.is_too_fast, read.is_expired) == (too_fast, expired)


@given(st.text(max_size=300))
def test_what_we_did_not_sign_is_not_read(text: str) -> None:
    assert TOKENS.read_form(text, NOW) is None
    assert TOKENS.read_votes(text, NOW) is None


def test_a_token_of_another_shop_or_another_purpose_is_not_read() -> None:
    stranger = Tokens(b"another secret of thirty-two byte")

    assert TOKENS.read_form(stranger.for_form(NOW), NOW) is None
    assert TOKENS.read_form(TOKENS.for_votes(new_visitor(), NOW), NOW) is None
    assert TOKENS.read_votes(TOKENS.for_form(NOW), NOW) is None


def test_a_vote_token_names_its_visitor_for_a_day() -> None:
    visitor = new_visitor()
    token = TOKENS.for_votes(visitor, NOW)

    assert TOKENS.read_votes(token, NOW + timedelta(hours=23)) == visitor
    assert TOKENS.read_votes(token, NOW + timedelta(hours=26)) is None


def test_the_secret_is_made_once_and_kept(tmp_path: Path) -> None:
    secret = load_secret(tmp_path)

    assert load_secret(tmp_path) == secret
    assert len(secret) == 32
    if sys.platform != "win32":
        assert stat.S_IMODE((tmp_path / "web-secret").stat().st_mode) == 0o600


def test_a_torn_secret_is_made_anew(tmp_path: Path) -> None:
    (tmp_path / "web-secret").write_bytes(b"short")

    assert len(load_secret(tmp_path)) == 32


@pytest.mark.parametrize("text", ["", "abc", "g" * 32, "A" * 32, "0" * 31, "0" * 33])
def test_a_strange_cookie_is_nobody(text: str) -> None:
    assert not is_visitor(text)
    assert is_visitor(new_visitor())


@pytest.mark.parametrize("code", ["7KQM4TWXJ", "7KQM4TW", "7KQM4TWXH1", ""])
def test_a_thank_you_proof_is_good_for_its_own_code_only(code: str) -> None:
    proof = TOKENS.for_thanks("7KQM4TWXH", NOW)

    assert TOKENS.is_thanks(proof, "7KQM4TWXH", NOW)
    assert not TOKENS.is_thanks(proof, code, NOW)
    assert not TOKENS.is_thanks(f"WXH{proof}", code, NOW)


@pytest.mark.parametrize("proof", ["", ".", "x.y", "1.", "\x00.\xff", "1a." + "x" * 300])
def test_what_is_no_proof_of_ours_proves_nothing(proof: str) -> None:
    assert not TOKENS.is_thanks(proof, "7KQM4TWXH", NOW)
