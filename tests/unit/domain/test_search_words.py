from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.search_words import AskedWords, asked_words, stored_words


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("More COFFEE, more cake!", "more coffee cake"),
        ("Don't", "dont"),
        ("Crème brûlée", "creme brulee"),
        ("ΚΑΦΈΣ", "καφεσ"),
        ("Straße", "strasse"),
        ("Łódź Ærø", "lodz aero"),
        ("İstanbul ılık", "istanbul ilik"),
        ("قَهْوَة", "قهوة"),
        ("चाय", "चाय"),
        ("咖啡店", "咖啡 啡店 咖 啡 店"),
        ("ｶﾌｪ", "カフ フェ カ フ ェ"),
        ("กาแฟ", "กา าแ แฟ ก า แ ฟ"),
        ("wi-fi 2.4", "wi fi 2 4"),
        ("🙂 …", ""),
    ],
)
def test_a_text_becomes_plain_words(text: str, words: str) -> None:
    assert stored_words(text) == words


def test_each_word_is_kept_once_however_many_texts_say_it() -> None:
    assert stored_words("tea and tea", "Tea") == "tea and"


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("", AskedWords((), ())),
        ("coffee", AskedWords((), ("coffee",))),
        ("more cof", AskedWords(("more",), ("cof",))),
        ("plan b", AskedWords(("plan", "b"), ())),
        ("oat, more oat", AskedWords(("oat", "more"), ())),
        ("咖啡店", AskedWords(("咖啡", "啡店"), ())),
        ("茶", AskedWords(("茶",), ())),
        ("tea 茶", AskedWords(("tea", "茶"), ())),
    ],
)
def test_the_last_word_may_be_unfinished(text: str, asked: AskedWords) -> None:
    assert asked_words(text) == asked


def test_no_more_words_are_asked_than_help() -> None:
    asked = asked_words(" ".join(f"word{number}" for number in range(50)))

    assert len(asked.whole) + len(asked.beginnings) <= 9


@given(st.text(max_size=200))
def test_words_are_parted_by_single_spaces_and_hold_no_operator(text: str) -> None:
    words = stored_words(text)

    assert words == " ".join(words.split(" "))
    assert not set(words) & set("\"'*():^+-{}\0\n")


@given(st.text(max_size=60))
def test_whatever_is_asked_is_among_what_was_stored(text: str) -> None:
    stored = stored_words(text).split()
    asked = asked_words(text)

    assert set(asked.whole) <= set(stored)
    assert all(any(word.startswith(start) for word in stored) for start in asked.beginnings)
