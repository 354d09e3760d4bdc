"""What pressing keys means, without a screen."""

from __future__ import annotations

import pytest
import regex
from hypothesis import given
from hypothesis import strategies as st
from pytestqt.qtbot import QtBot

from app.paths import resource
from app.words import load_words
from tests.ui.kiosk.keyboard.typist import Typist
from ui.kiosk.keyboard.grid import Kind
from ui.kiosk.keyboard.keys import Role
from ui.kiosk.keyboard.layouts import load_keyboards
from ui.kiosk.keyboard.model import KeyboardModel
from ui.kiosk.keyboard.text import begins_sentence, erased_by
from ui.kiosk.visit import Visit


@pytest.fixture
def typist(visit: Visit) -> Typist:
    return Typist(visit)


def make_typist(language: str) -> Typist:
    visit = Visit(load_words=lambda tag: load_words(tag, resource("translations")), language=language)
    return Typist(visit)


def test_a_sentence_begins_with_a_capital_and_goes_on_without(typist: Typist) -> None:
    typist.tap("m", "o", "r", "e", Kind.SPACE, "t", "e", "a", ".", Kind.SPACE, "t", "a")

    assert typist.text == "More tea. Ta"


@pytest.mark.parametrize(
    ("before", "begins"),
    [
        ("", True),
        ("  ", True),
        ("Tea. ", True),
        ("Tea.", False),
        ("Tea? “", True),
        ("“Tea.” ", True),
        ("Tea, ", False),
        ("Tea\n", True),
        ("¿", True),
        ("25.5", False),
    ],
)
def test_where_a_sentence_begins(before: str, begins: bool) -> None:
    assert begins_sentence(before) is begins


def test_another_page_makes_few_new_keys(typist: Typist, visit: Visit, qtbot: QtBot) -> None:
    """Something of each item of QML that was painted in Python stays in memory for ever: a kiosk whose pages were
    turned all day took gigabytes."""
    keys = typist.model.keys
    typist.tap(Kind.NUMBERS)
    most = keys.rowCount()

    with (
        qtbot.assertNotEmitted(keys.modelReset),
        qtbot.assertNotEmitted(keys.rowsRemoved),
        qtbot.waitSignal(keys.dataChanged),
    ):
        typist.tap(Kind.SIGNS, Kind.NUMBERS, Kind.LETTERS, "a")
        visit.end()

    assert keys.rowCount() == most
    blank = [keys.data(keys.index(row), Role.KIND) for row in range(len(keys.keys), most)]
    assert set(blank) <= {""}


def test_shift_is_for_one_letter(typist: Typist) -> None:
    typist.tap("a", Kind.SHIFT, "b", "c")

    assert typist.text == "ABc"


def test_shift_tapped_twice_at_once_stays(typist: Typist) -> None:
    typist.tap("a", Kind.SHIFT)
    typist.model.tap(typist.index(Kind.SHIFT))
    typist.tap("b", "c", Kind.SHIFT, "d")

    assert typist.text == "ABCd"


def test_locked_capitals_outlast_an_accent(typist: Typist) -> None:
    typist.tap("a", Kind.SHIFT)
    typist.model.tap(typist.index(Kind.SHIFT))
    typist.tap(Kind.ACCENTS, "é", "b")

    assert typist.text == "AÉB"


def test_a_capital_that_nobody_wants_is_tapped_away(typist: Typist) -> None:
    typist.tap(Kind.SHIFT, "e")

    assert typist.text == "e"


def test_the_turkish_i_keeps_its_dot() -> None:
    typist = make_typist("tr")

    typist.tap("i", Kind.SHIFT, "ı", "i", "ı")

    assert typist.text == "İIiı"


def test_arabic_has_no_capitals_and_no_key_for_them() -> None:
    typist = make_typist("ar")

    typist.tap("ش", "ا", "ي")

    assert typist.text == "شاي"
    assert Kind.SHIFT not in [key.kind for key in typist.model.keys.keys]


def test_hindi_shift_brings_the_other_letters() -> None:
    typist = make_typist("hi")

    typist.tap("च", "ा", "य", Kind.SPACE, Kind.SHIFT, "ख", "ा", "न", "ा")

    assert typist.text == "चाय खाना"


def test_a_mark_with_a_key_of_its_own_is_taken_back_alone() -> None:
    typist = make_typist("hi")
    typist.tap("क", "ि", Kind.BACKSPACE)

    assert typist.text == "क"


@pytest.mark.parametrize("last", ["👍🏽", "👩‍👩‍👧", "🇩🇪", "e\u0301", "❤️", "é"])
def test_erasing_takes_what_a_person_sees_as_one(last: str) -> None:
    assert erased_by("Tea " + last) == last


def test_erasing_nothing_is_nothing(typist: Typist) -> None:
    typist.tap(Kind.BACKSPACE)

    assert typist.text == ""


def test_erasing_goes_on_while_the_key_is_held(typist: Typist, qtbot: QtBot) -> None:
    typist.tap(*"teapot")

    typist.hold(Kind.BACKSPACE)
    qtbot.waitUntil(lambda: typist.text == "")
    typist.model.release(typist.index(Kind.BACKSPACE))
    typist.tap("a")

    assert typist.text == "A"


def test_holding_a_letter_offers_its_accents_to_slide_to(typist: Typist) -> None:
    typist.tap("a")
    typist.hold("e")
    assert typist.model.bubble[0] == "é"

    typist.model.slide(1)
    typist.model.release(typist.index("e"))

    assert typist.text == "Aè"
    assert typist.model.bubble == []


def test_a_bubble_stays_for_a_tap_when_the_finger_leaves(typist: Typist) -> None:
    typist.hold("e")
    typist.model.release(typist.index("e"))
    assert typist.model.bubble[0] == "É"

    typist.model.choose(0)

    assert typist.text == "É"
    assert typist.model.bubble == []


def test_another_key_closes_the_bubble_and_is_typed(typist: Typist) -> None:
    typist.hold("e")
    typist.model.release(typist.index("e"))

    typist.tap("n")

    assert typist.text == "N"
    assert typist.model.bubble == []


def test_a_letter_without_relatives_is_typed_however_long_it_is_held(typist: Typist) -> None:
    typist.hold("k")
    typist.model.release(typist.index("k"))

    assert typist.text == "K"


def test_fingers_that_overlap_type_in_the_order_they_came(typist: Typist) -> None:
    first, second = typist.index("t"), typist.index("e")

    typist.model.press(first)
    typist.model.press(second)
    typist.model.release(second)
    typist.model.release(first)

    assert typist.text == "Te"


def test_a_finger_on_a_page_that_goes_types_nothing(typist: Typist) -> None:
    numbers, last = typist.index(Kind.NUMBERS), len(typist.model.keys.keys) - 1

    typist.model.press(numbers)
    typist.model.press(last)
    typist.model.release(last)
    typist.model.release(numbers)

    assert typist.text == ""
    assert typist.model.page == "numbers"


def test_the_page_of_accents_serves_one_letter_and_goes(typist: Typist) -> None:
    typist.tap("a", Kind.ACCENTS, "ß", "a")

    assert typist.text == "Aßa"
    assert typist.model.page == "letters"


def test_numbers_signs_and_pictures_have_their_pages(typist: Typist) -> None:
    typist.tap(Kind.NUMBERS, "7", Kind.SIGNS, "£", Kind.LETTERS, Kind.EMOJI, "faces", "👍", "food", "☕")

    assert typist.text == "7£👍☕"


def test_a_machine_without_pictures_offers_none(visit: Visit) -> None:
    model = KeyboardModel(visit=visit, keyboards=load_keyboards(resource("keyboards")), has_emoji=False)

    assert Kind.EMOJI not in [key.kind for key in model.keys.keys]


def test_what_was_cleared_comes_back_once(typist: Typist) -> None:
    typist.tap("t", "e", "a", Kind.CLEAR)
    assert (typist.text, typist.label(Kind.CLEAR)) == ("", "Bring back")

    typist.tap(Kind.CLEAR)

    assert (typist.text, typist.label(Kind.CLEAR)) == ("Tea", "Clear all")


def test_the_next_key_forgets_what_was_cleared(typist: Typist) -> None:
    typist.tap("t", "e", "a", Kind.CLEAR, "n")
    typist.tap(Kind.BACKSPACE)

    typist.tap(Kind.CLEAR)

    assert (typist.text, typist.label(Kind.CLEAR)) == ("", "Clear all")


def test_another_field_does_not_get_what_was_cleared_here(typist: Typist) -> None:
    typist.tap("t", "e", "a", Kind.CLEAR)

    typist.model.begin()
    typist.tap(Kind.CLEAR)

    assert typist.text == ""


def test_nothing_cleared_outlives_the_visit(typist: Typist, visit: Visit) -> None:
    typist.tap("t", "e", "a", Kind.CLEAR)

    visit.end()
    typist.tap(Kind.CLEAR)

    assert typist.text == ""


def test_the_language_of_the_keys_is_chosen_from_a_list(typist: Typist, visit: Visit) -> None:
    typist.model.follow_shop(languages=["pl", "ar"], phone_address="")

    typist.tap(Kind.LANGUAGES)
    offered = [key.text for key in typist.model.keys.keys if key.kind is Kind.LANGUAGE]
    typist.tap("el", "ς")

    assert offered[:2] == ["pl", "ar"]
    assert len(offered) == 15
    assert typist.text == "Σ"
    assert visit.language == "en"


def test_the_keys_follow_the_language_of_the_visit(typist: Typist, visit: Visit) -> None:
    visit.choose_language("ru")

    assert typist.model.language == "ru"
    assert typist.label(Kind.LANGUAGES) == "Русский"


def test_another_language_of_the_visit_leaves_the_words_alone(typist: Typist, visit: Visit) -> None:
    typist.tap("t", "e", "a")

    visit.choose_language("de")
    typist.tap(Kind.BACKSPACE)

    assert typist.text == "Te"


def test_chinese_is_written_on_a_phone_and_latin_all_the_same(typist: Typist, visit: Visit) -> None:
    typist.model.follow_shop(languages=[], phone_address="http://192.168.1.20:8420/new")

    visit.choose_language("zh")
    assert typist.model.isByPhone
    assert "中文" in typist.model.phoneSentence
    typist.tap(Kind.LETTERS, "t", "e", "a")

    assert typist.text == "Tea"
    assert not typist.model.isByPhone


def test_without_a_server_no_phone_is_promised(typist: Typist, visit: Visit) -> None:
    visit.choose_language("ja")

    assert typist.model.phoneAddress == ""
    assert "scan" not in typist.model.phoneSentence


def test_each_key_is_a_sign_of_life(typist: Typist, visit: Visit, qtbot: QtBot) -> None:
    with qtbot.waitSignal(visit.touched):
        typist.tap(Kind.NUMBERS)


def test_a_real_keyboard_is_a_sign_of_life(typist: Typist, visit: Visit, qtbot: QtBot) -> None:
    with qtbot.waitSignal(visit.touched):
        typist.model.follow("tea", 3)


letters = st.lists(
    st.sampled_from([*"abcdeio", "é", "ß", Kind.SPACE, "?", Kind.BACKSPACE, Kind.SHIFT]), max_size=30
)


@given(keys=letters)
def test_what_stands_there_is_what_was_typed_less_what_was_erased(keys: list[str | Kind]) -> None:
    typist = make_typist("en")
    expected: list[str] = []
    for key in keys:
        if key in ("é", "ß"):
            typist.tap(Kind.ACCENTS)
        typist.tap(key)
        if key is Kind.BACKSPACE:
            expected = expected[:-1]
        elif key is not Kind.SHIFT:
            expected.append(" " if key is Kind.SPACE else str(key))

    assert typist.text.lower() == "".join(expected)


@given(text=st.text(max_size=40))
def test_erasing_all_along_leaves_nothing_and_never_half_a_character(text: str) -> None:
    while text:
        taken = erased_by(text)
        assert taken
        assert text.endswith(taken)
        text = text.removesuffix(taken)
        assert regex.fullmatch(r"\X*", text)


fingers = st.lists(
    st.tuples(
        st.sampled_from(["press", "release", "tap", "hold", "slide", "choose", "dismiss", "end"]),
        st.integers(0, 60),
    ),
    max_size=60,
)


@given(moves=fingers)
def test_whatever_fingers_do_the_keys_stay_sound(moves: list[tuple[str, int]]) -> None:
    visit = Visit(load_words=lambda tag: load_words(tag, resource("translations")))
    typist = Typist(visit)
    for move, number in moves:
        keys = typist.model.keys.keys
        match move:
            case "hold" | "dismiss":
                getattr(typist.model, move)()
            case "end":
                visit.end()
            case "slide" | "choose":
                getattr(typist.model, move)(number % 10 - 1)
            case _:
                getattr(typist.model, move)(number % len(keys))

    assert typist.model.keys.keys
    assert -1 <= typist.model.chosen < max(len(typist.model.bubble), 1)
