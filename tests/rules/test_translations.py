"""What customers meet is said in each of the twelve languages, whole, with their own marks and plurals."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from babel.messages.catalog import Message

import catalogues
from tests.rules.test_catalogues import ROOT
from tests.shipped import FOLDER, TRANSLATED, catalogue, shipped_words

# Whose texts customers read: on their phones, on the kiosk, on the wall's paper.
CUSTOMERS = (
    "resources/web/",
    "app/web/",
    "app/kiosk/",
    "app/note_words.py",
    "app/storm_when.py",
    "app/storm_words.py",
    "app/services/customer/",
    "app/domain/text.py",
    "ui/kiosk/",
    "ui/paper/",
)
# What only programs and whoever starts one read.
NOT_FOR_CUSTOMERS = (
    "app/web/api_",
    "app/web/certificate.py",
    "app/web/serving.py",
    "ui/paper/printing.py",
)
PLACE = re.compile(r"%\(\w+\)s|</?b>|\n")
COUNT = "%(count)s"
# What readers of one language write otherwise than with the marks of a typewriter.
TYPEWRITER = re.compile(r"[\"']")


def is_for_customers(message: Message) -> bool:
    return any(
        file.startswith(CUSTOMERS) and not file.startswith(NOT_FOR_CUSTOMERS) for file, _ in message.locations
    )


def customers_texts() -> list[Message]:
    return [message for message in catalogues.extract(ROOT) if message.id and is_for_customers(message)]


def forms(message: Message | None) -> tuple[str, ...]:
    """The translations of a text: one, or one for each plural; empty ones are missing."""
    string = message.string if message else ""
    return (string,) if isinstance(string, str) else tuple(string or ("",))


def english(message: Message) -> str:
    return message.id if isinstance(message.id, str) else message.id[1]


def said(language: str) -> Iterator[tuple[Message, str]]:
    """Each text that has a translation, with each form of it."""
    for message in catalogue(language):
        if message.id:
            yield from ((message, form) for form in forms(message) if form)


def test_no_language_comes_without_this_rule() -> None:
    assert sorted(path.name for path in FOLDER.iterdir() if path.is_dir()) == sorted(TRANSLATED)


@pytest.mark.parametrize("language", TRANSLATED)
def test_every_text_that_customers_meet_is_translated(language: str) -> None:
    texts = customers_texts()

    assert len(texts) > 200
    assert [english(text) for text in texts if not all(forms(catalogue(language).get(text.id)))] == [], (
        f"for {language}: run `make languages`, then translate what is empty"
    )


@pytest.mark.parametrize("language", TRANSLATED)
def test_every_value_has_its_place_in_every_translation(language: str) -> None:
    """A plural for one or two may do without its number: "a second", "two seconds" in Arabic."""
    wrong = []
    for message, form in said(language):
        wanted, found = PLACE.findall(english(message)), PLACE.findall(form)
        if not isinstance(message.id, str):
            wanted, found = ([place for place in places if place != COUNT] for places in (wanted, found))
        if sorted(wanted) != sorted(found):
            wrong.append(form)

    assert wrong == []


@pytest.mark.parametrize("language", TRANSLATED)
def test_no_translation_uses_the_marks_of_a_typewriter(language: str) -> None:
    assert [form for _, form in said(language) if TYPEWRITER.search(form)] == []


@pytest.mark.parametrize(
    ("language", "counts"),
    [
        ("de", {1: "1 Idee baut darauf auf", 2: "2 Ideen bauen darauf auf"}),
        (
            "fr",
            {0: "0 idée part de celle-ci", 1: "1 idée part de celle-ci", 2: "2 idées partent de celle-ci"},
        ),
        (
            "pl",
            {
                1: "1 pomysł wychodzi od tego",
                3: "3 pomysły wychodzą od tego",
                12: "12 pomysłów wychodzi od tego",
                22: "22 pomysły wychodzą od tego",
            },
        ),
        (
            "ar",
            {
                1: "فكرة واحدة تبني على هذه",
                2: "فكرتان تبنيان على هذه",
                3: "3 أفكار تبني على هذه",
                11: "11 فكرة تبني على هذه",
                103: "103 أفكار تبني على هذه",
            },
        ),
        ("ja", {1: "1件のアイデアが続いています", 5: "5件のアイデアが続いています"}),
    ],
)
def test_counts_are_said_with_each_languages_own_plurals(language: str, counts: dict[int, str]) -> None:
    words = shipped_words(language)

    for count, text in counts.items():
        assert words.trn("%(count)s idea builds on this", "%(count)s ideas build on this", count) == text
