"""The keyboards' data: nothing is missing, doubled, out of reach or impossible to draw."""

from __future__ import annotations

import unicodedata
from collections import Counter
from itertools import pairwise

import pytest
from babel import Locale

from app.domain.text import clean
from app.paths import resource
from tests.ui.kiosk.keyboard.alphabets import ALPHABETS, PUNCTUATION
from ui.kiosk.keyboard.captions import visible_text
from ui.kiosk.keyboard.grid import (
    COLUMNS,
    KEY_COLUMNS,
    ROWS,
    Key,
    Keys,
    Kind,
    Page,
    accent_keys,
    emoji_keys,
    language_keys,
    letter_keys,
    phone_keys,
    sign_keys,
)
from ui.kiosk.keyboard.layouts import Layout, load_keyboards
from ui.shared.fonts import missing_letters

KEYBOARDS = load_keyboards(resource("keyboards"))
TYPED = [layout for layout in KEYBOARDS.layouts if not layout.is_by_phone]
# The narrowest screen is 1080 px: 24 columns on it, less the gaps, make a finger's 64 px of this many.
NARROWEST_KEY_COLUMNS = 1.68

every_layout = pytest.mark.parametrize("layout", TYPED, ids=lambda layout: layout.language)


def keys_of(layout: Layout) -> list[Keys]:
    return [
        letter_keys(layout, has_emoji=True),
        accent_keys(layout, has_emoji=True),
        sign_keys(KEYBOARDS, Page.NUMBERS, has_emoji=True),
        sign_keys(KEYBOARDS, Page.SIGNS, has_emoji=True),
    ]


def reached(layout: Layout) -> set[str]:
    """Everything that some key of the layout types, by a tap, with Shift or by holding."""
    shown = {text for keys in keys_of(layout) for key in keys for text in (key.text, key.shifted)}
    return shown | {text for key in shown for text in layout.offered_by(key)}


def test_there_is_a_keyboard_or_a_phone_for_every_language_of_the_kiosk() -> None:
    by_phone = {layout.language for layout in KEYBOARDS.layouts if layout.is_by_phone}

    assert by_phone == {"zh", "ja"}
    assert {layout.language for layout in TYPED} == set(ALPHABETS)


@every_layout
def test_the_whole_alphabet_can_be_written(layout: Layout) -> None:
    letters = set("".join(reached(layout)))

    assert ALPHABETS[layout.language] - letters == set()


@every_layout
def test_the_punctuation_of_the_language_can_be_written(layout: Layout) -> None:
    assert PUNCTUATION[layout.language] - set("".join(reached(layout))) == set()


@every_layout
def test_capitals_can_be_written_too(layout: Layout) -> None:
    if not layout.has_case:
        pytest.skip("this script knows no capitals")
    capitals = {layout.capital(letter) for letter in ALPHABETS[layout.language]}

    assert capitals - set("".join(reached(layout))) == set()


@every_layout
def test_the_words_of_the_calendar_can_be_written(layout: Layout) -> None:
    locale = Locale(layout.language)
    names = [*locale.months["format"]["wide"].values(), *locale.days["format"]["wide"].values()]
    letters = {
        letter
        for name in names
        for letter in unicodedata.normalize("NFC", name.lower())
        if unicodedata.category(letter)[0] in "LM"
    }

    assert letters
    assert letters - set("".join(reached(layout))) == set()


@every_layout
def test_no_key_is_there_twice(layout: Layout) -> None:
    for keys in keys_of(layout):
        counted = Counter(key.text for key in keys if key.kind is Kind.TYPE)

        assert [text for text, count in counted.items() if count > 1] == []


@every_layout
def test_holding_offers_each_thing_once_and_never_the_key_itself(layout: Layout) -> None:
    for key, offered in layout.more.items():
        assert len(set(offered)) == len(offered), key
        assert key not in offered


@every_layout
def test_what_is_offered_by_holding_hangs_on_a_key(layout: Layout) -> None:
    shown = {key.text for keys in keys_of(layout) for key in keys} | {
        key.shifted for keys in keys_of(layout) for key in keys
    }

    assert set(layout.more) - shown == set()


@every_layout
def test_who_never_holds_a_key_finds_the_accents_on_their_page(layout: Layout) -> None:
    tapped = {text for keys in keys_of(layout) for key in keys for text in (key.text, key.shifted)}

    assert ALPHABETS[layout.language] - set("".join(tapped)) == set()


@every_layout
def test_every_key_can_be_drawn(layout: Layout) -> None:
    shown = " ".join(visible_text(text) for text in sorted(reached(layout)) if text)

    assert missing_letters(f"{shown} {layout.name} {layout.sample} {layout.letters}") == ()


@every_layout
def test_what_is_typed_is_stored_as_it_was_typed(layout: Layout) -> None:
    changed = [text for text in reached(layout) if text and clean(f"a{text}a") != f"a{text}a"]

    assert changed == []


@pytest.mark.parametrize(
    "keys",
    [
        *(keys for layout in TYPED for keys in keys_of(layout)),
        *(emoji_keys(KEYBOARDS.emoji, group) for group in KEYBOARDS.emoji),
        language_keys(KEYBOARDS.layouts),
        phone_keys(),
    ],
)
def test_keys_lie_side_by_side_and_a_finger_finds_each(keys: Keys) -> None:
    for row in range(ROWS):
        line = sorted((key for key in keys if key.row == row), key=lambda key: key.column)
        for left, right in pairwise(line):
            assert left.column + left.span == pytest.approx(right.column)
        assert all(key.span >= NARROWEST_KEY_COLUMNS for key in line)
        assert not line or ends(line[-1]) <= COLUMNS + 0.001


def ends(key: Key) -> float:
    return key.column + key.span


def test_english_keys_have_the_width_of_the_drawing() -> None:
    keys = letter_keys(KEYBOARDS.of("en"), has_emoji=True)

    assert {key.span for key in keys if key.kind is Kind.TYPE} == {KEY_COLUMNS}


def test_an_unknown_language_gets_the_english_keyboard() -> None:
    assert KEYBOARDS.of("eo").language == "en"
    assert KEYBOARDS.of("pt-BR").language == "pt"


def test_turkish_and_german_capitals_are_their_own() -> None:
    turkish, german = KEYBOARDS.of("tr"), KEYBOARDS.of("de")

    assert (turkish.capital("i"), turkish.capital("ı")) == ("İ", "I")
    assert german.capital("ß") == "ẞ"


def test_a_capital_offers_capitals() -> None:
    assert "É" in KEYBOARDS.of("en").offered_by("E")
    assert KEYBOARDS.of("en").offered_by("k") == ()


def test_about_sixty_little_pictures_can_be_drawn() -> None:
    pictures = [picture for group in KEYBOARDS.emoji.values() for picture in group]

    assert 55 <= len(set(pictures)) == len(pictures) <= 70
    assert missing_letters("".join(pictures)) == ()
