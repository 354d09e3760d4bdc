"""Words that keep coming, in the scripts customers write."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from app.domain.topics import Topic, topics
from tests.hostile import HOSTILE


def test_a_word_counts_once_an_idea_and_only_when_others_have_it_too() -> None:
    found = topics(["Oat milk, more oat milk, oat!", "Is there oat milk?", "A bench"], 5)

    assert found == (Topic("milk", 2), Topic("oat", 2))


def test_small_words_of_any_of_our_languages_are_no_topics() -> None:
    texts = [
        "Could you please have the bench outside?",
        "Könnten Sie bitte auch eine Bank vor der Tür haben?",
        "¿Podría haber también un banco por favor?",
        "هل يمكن أيضا من فضلكم في هذا",
        "क्या आप कृपया यह कर सकते हैं",
    ]

    assert topics(texts * 2, 20) == topics([text for text in texts for _ in range(2)], 20)
    assert {topic.word.casefold() for topic in topics(texts * 2, 20)} == {
        *("bench", "outside", "bank", "tür", "banco", "فضلكم")
    }


def test_a_short_ending_makes_no_other_word() -> None:
    assert topics(["The window", "Two windows", "WINDOW seats"], 5)[0] == Topic("window", 3)


def test_words_are_shown_as_most_people_wrote_them() -> None:
    assert topics(["café", "café", "Cafe"], 1) == (Topic("café", 3),)


def test_scripts_without_spaces_have_topics_too() -> None:
    found = topics(["周末咖啡便宜一点", "咖啡的杯子", "抹茶のメロンパン", "メロンパンを焼いて"], 5)

    assert found == (Topic("メロンパン", 2), Topic("咖啡", 2))


def test_vowel_signs_stay_with_their_letters() -> None:
    assert topics(["रविवार को खुला", "रविवार की सुबह"], 1) == (Topic("रविवार", 2),)


@given(st.lists(st.text()))
def test_any_text_may_be_counted(texts: list[str]) -> None:
    for topic in topics([*texts, *texts], 10):
        assert topic.ideas >= 2


def test_hostile_texts_are_words_like_others() -> None:
    assert topics(list(HOSTILE) * 2, 50)
