"""Search in the store: every script, every odd text, and never more than it may look at."""

from __future__ import annotations

from datetime import timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.domain.ideas import Idea, Visibility
from app.domain.paging import Page
from app.storage.database import Database
from app.storage.search import HITS_LOOKED_AT
from app.storage.stores import Stores
from tests.shop import MORNING, follow, make_idea


def add(database: Database, *texts: str, visibility: Visibility = Visibility.PUBLIC) -> list[Idea]:
    ideas = [
        make_idea(text, at=MORNING + timedelta(seconds=number), visibility=visibility)
        for number, text in enumerate(texts)
    ]

    def verb(stores: Stores) -> None:
        for idea in ideas:
            stores.ideas.add(idea)

    database.write(verb)
    return ideas


def found(database: Database, words: str) -> list[str]:
    return [idea.text for idea in database.read(lambda stores: stores.search.public(words, limit=50)).ideas]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("More Café au lait", "cafe"),
        ("More cafe au lait", "CAFÉ"),
        ("Smørrebrød on Sundays", "smorre"),
        ("Łódź bagels", "lodz"),
        ("Größere Tassen", "grosse"),
        ("Ещё ёлки", "елки"),
        ("Ελληνικός καφές", "καφε"),
        ("قَهْوَة ساخنة", "قهوة"),
        ("咖啡太苦了", "咖啡"),
        ("我要抹茶", "茶"),
        ("静かな席がほしい", "静か"),
        ("อยากได้กาแฟเย็น", "กาแฟ"),
        ("커피가 좋아요", "커피"),
        ("ठंडी कॉफ़ी चाहिए", "कॉफ़ी"),
        ("Don't close early", "dont"),
        ("Donʼt close early", "don't close"),
        ("wi-fi, please!", "wi fi"),
        ("covid-19 screens", "covid 19"),
        ("Sell ＡＢＣ tea", "abc"),
        ("at 7 am", "am"),
        ("Chocolate croissants", "chocolat"),
        ("Music on Fridays", "music frid"),
    ],
)
def test_a_reader_finds_it_as_it_is_typed(database: Database, text: str, words: str) -> None:
    add(database, text, "Something else altogether")

    assert found(database, words) == [text]


@pytest.mark.parametrize(("text", "words"), [("गरम चाय", "चय"), ("Chocolatier", "chocolates"), ("Tea", "a")])
def test_what_only_looks_alike_is_not_found(database: Database, text: str, words: str) -> None:
    add(database, text)

    assert found(database, words) == []


ODD = ["", "   ", "\0", '"', "'", "*", "a*", "NEAR(a b)", "a AND", "OR", "NOT a", "c++", "100%", "coffee-machine",
       "words:coffee", "^a", "{a b}: c", "a + b", "(", "-", "🙂", "\u0301", "a" * 5000, "a " * 3000, "\ud800"]  # fmt: skip


@pytest.mark.parametrize("words", ODD)
def test_odd_questions_find_something_or_nothing_but_never_fail(database: Database, words: str) -> None:
    add(database, "coffee machine")

    assert isinstance(database.read(lambda stores: stores.search.public(words)), Page)
    assert isinstance(database.read(lambda stores: stores.search.candidates(words)), list)


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(text=st.text(alphabet=st.characters(exclude_categories=["Cs"]), max_size=60))
def test_any_text_finds_itself(database: Database, text: str) -> None:
    [idea] = add(database, text)

    page = database.read(lambda stores: stores.search.public(text, limit=1))

    assert page.ideas == () or page.ideas == (idea,)
    if any(letter.isalpha() and letter.isascii() for letter in text):
        assert page.ideas == (idea,)
    database.write(lambda stores: stores.ideas.erase(idea.id))


def test_hits_come_newest_first_page_by_page(database: Database) -> None:
    ideas = add(database, *(f"oat milk {number}" for number in range(60)))

    seen = follow(lambda after: database.read(lambda s: s.search.public("oat", after=after, limit=7)))

    assert seen == ideas[::-1]


def test_customers_never_find_what_is_not_on_the_board(database: Database) -> None:
    for visibility in (Visibility.WAITING, Visibility.PRIVATE, Visibility.HIDDEN):
        add(database, "secret recipe", visibility=visibility)

    assert found(database, "secret") == []
    assert len(database.read(lambda stores: stores.search.all("secret")).ideas) == 3
    assert database.read(lambda stores: stores.search.candidates("secret recipe")) == []


def test_a_flood_of_hidden_hits_is_looked_through_in_bounded_steps(database: Database) -> None:
    [wanted] = add(database, "flood of tea")
    add(database, *["flood"] * (HITS_LOOKED_AT + 500), visibility=Visibility.HIDDEN)

    first = database.read(lambda stores: stores.search.public("flood"))
    everything = follow(lambda after: database.read(lambda s: s.search.public("flood", after=after)))

    assert first.ideas == ()
    assert first.next is not None
    assert everything == [wanted]


def test_similar_ideas_share_the_rarer_words(database: Database) -> None:
    add(database, *(f"please the coffee {number}" for number in range(80)))
    [alike] = add(database, "please the gluten free muffins")
    add(database, *(f"please the tea {number}" for number in range(80)))

    candidates = database.read(lambda stores: stores.search.candidates("the muffins without gluten please"))

    assert candidates[0] == alike
    assert len(candidates) <= 50


def test_one_rare_word_weighs_more_than_two_common_ones(database: Database) -> None:
    [rare] = add(database, "a gluten thing")
    add(database, *(f"please the coffee {number}" for number in range(200)))

    candidates = database.read(lambda stores: stores.search.candidates("please the gluten way"))

    assert candidates[0] == rare
