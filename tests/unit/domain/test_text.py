"""What people write is cleaned once, into one form, without losing what they said."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.errors import InvalidInput
from app.domain.text import (
    MARKS_PER_BASE,
    MOST_LINES,
    clean,
    clean_contact,
    clean_idea,
    clean_line,
    clean_name,
    first_graphemes,
    graphemes,
    on_one_line,
)

FAMILY = "👨‍👩‍👧‍👦"


@given(st.text())
def test_cleaning_twice_changes_nothing_more(text: str) -> None:
    once = clean(text)

    assert clean(once) == once


@given(st.text())
def test_a_clean_text_is_nfc_and_has_no_control_characters(text: str) -> None:
    cleaned = clean(text)

    assert unicodedata.is_normalized("NFC", cleaned)
    assert not any(
        unicodedata.category(character) in {"Cc", "Cs"} for character in cleaned if character != "\n"
    )


@given(st.text())
def test_a_clean_line_has_no_line_break(text: str) -> None:
    assert "\n" not in clean_line(text)


@pytest.mark.parametrize(
    "kept", ["Café", "¿Una tarjeta?", "هل يمكن؟", "कृपया", "ขอบคุณ", "静か", FAMILY, "👋🏽", "می‌خواهم"]
)
def test_honest_text_stays_as_it_was_written(kept: str) -> None:
    assert clean(kept) == kept


def test_direction_overrides_and_nul_are_removed() -> None:
    assert clean("a\x00b\u202ec\u2066d") == "abcd"


def test_lone_surrogates_are_removed() -> None:
    assert clean("a\ud800b") == "ab"


def test_all_line_breaks_become_one_form() -> None:
    assert clean("a\r\nb\rc\u2028d") == "a\nb\nc\nd"


def test_of_many_marks_on_a_letter_eight_stay() -> None:
    assert clean("o" + "\u0316" * 300) == "o" + "\u0316" * MARKS_PER_BASE


@pytest.mark.parametrize("blank", ["", "  \n ", "\u200b\u200d", "\u3164", "\u2800\u2800", "\u00ad"])
def test_what_looks_empty_is_no_idea(blank: str) -> None:
    with pytest.raises(InvalidInput) as refusal:
        clean_idea(blank)

    assert refusal.value.field == "text"


def test_length_is_counted_as_people_count() -> None:
    assert clean_idea(FAMILY * 500) == FAMILY * 500
    with pytest.raises(InvalidInput, match="one character too long"):
        clean_idea(FAMILY * 501)


def test_very_many_lines_go_on_in_the_last_one() -> None:
    cleaned = clean("\n".join("abcdefghijklmnopqrstuvwxyz"))

    assert cleaned.count("\n") == MOST_LINES - 1
    assert cleaned.replace("\n", "").replace(" ", "") == "abcdefghijklmnopqrstuvwxyz"


def test_a_beginning_never_cuts_through_a_character() -> None:
    assert first_graphemes(FAMILY * 3, 2) == FAMILY * 2
    assert graphemes(first_graphemes("e\u0301" * 9, 4)) == 4


def test_a_name_may_be_missing_but_not_endless() -> None:
    assert clean_name(" \u200b ") == ""
    with pytest.raises(InvalidInput):
        clean_name("x" * 61)


@pytest.mark.parametrize("address", ["ana@example.org", "a.b+c@mail.example.co.uk"])
def test_a_mail_address_is_taken(address: str) -> None:
    assert clean_contact(f" {address} ") == address


@pytest.mark.parametrize(
    "address", ["ana", "a@b", "a@x.org, b@x.org", "a@x.org\nBcc: b@x.org", "<a@x.org>", "a@x..org"]
)
def test_what_is_no_single_mail_address_is_refused(address: str) -> None:
    with pytest.raises(InvalidInput):
        clean_contact(address)


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("A bell\n at the door", "A bell at…"),
        ("A bell", "A bell"),
        (f"A bell at{FAMILY}", f"A bell at{FAMILY}"),
        ("", ""),
    ],
)
def test_a_text_is_named_by_the_beginning_of_it_and_no_letter_is_cut(text: str, line: str) -> None:
    assert on_one_line(text, 10) == line
