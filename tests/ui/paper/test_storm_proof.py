"""The proof of a storm on paper: what was done and when, with its photo, whom to thank, and the two numbers."""

from __future__ import annotations

import subprocess
from collections.abc import Sequence
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from app.domain.conclusions import LookBack, Outcome, ProofPhoto
from app.domain.ideas import Idea
from app.domain.notices import PaperSize
from tests.ui.paper.samples import make_words
from tests.ui.paper.storm_samples import (
    BASE,
    CODE,
    QUESTION,
    codes_read,
    guitar,
    make_conclusion,
    make_look_back,
    make_outcome,
    make_photo,
    make_shop,
    of_storm,
    text_of,
    words_of,
)
from ui.paper.document import Document
from ui.paper.proof import LARGEST_DOT
from ui.paper.sheets import Picture, Sheet
from ui.paper.storm_proof import Carried, storm_proof


def proof(
    *,
    outcome: Outcome | None = None,
    look_back: LookBack | None = None,
    photo: ProofPhoto | None = None,
    credited: Sequence[Idea] | None = None,
    size: PaperSize = PaperSize.A4,
    language: str = "en",
    **changes: Any,
) -> Document:
    ideas = guitar() if credited is None else credited
    carried = Carried(
        conclusion=make_conclusion(ideas),
        outcome=outcome or make_outcome(),
        look_back=look_back,
        photo=photo,
    )
    of = of_storm(shop=make_shop(language=language), **changes)
    return storm_proof(of, size, make_words(language), carried=carried, credited=ideas)


def sheet_of(document: Document) -> Sheet:
    [sheet] = document.lay_out()
    return sheet


def test_it_tells_what_was_decided_done_and_whom_to_thank(tmp_path: Path) -> None:
    text = text_of(proof(), tmp_path)

    parts = [
        "We asked",
        QUESTION,
        "We decided Every first Friday a guitarist plays, from seven to nine.",
        "Done on 4 December 2026 Tomás played for the first time, and forty of you came.",
        "Thank you, Ben, Priya, Ingrid and a guest.",
        "Marta",
        "Notice 141 hangs until 4 January",
    ]
    places = [text.find(part) for part in parts]
    assert -1 not in places
    assert places == sorted(places)
    assert "before" not in text


def test_looked_back_on_it_shows_the_number_before_and_after(tmp_path: Path) -> None:
    text = text_of(proof(look_back=make_look_back()), tmp_path)

    assert "Guests on a Friday night 17 before 41 after" in text
    assert "Looking back It has become the evening when neighbours meet." in text
    assert "hangs until 4 February" in text


def test_without_a_second_number_there_is_only_the_sentence(tmp_path: Path) -> None:
    text = text_of(proof(look_back=make_look_back(after=None)), tmp_path)

    assert "neighbours meet" in text
    assert "17" not in text


def test_numbers_are_written_as_the_language_writes_them(tmp_path: Path) -> None:
    outcome, back = make_outcome(before=Decimal("1234.5")), make_look_back(after=Decimal("12345678.25"))

    text = text_of(proof(outcome=outcome, look_back=back, language="de"), tmp_path)

    assert "1.234,5" in text
    assert "12.345.678,25" in text


@pytest.mark.parametrize("shape", [(640, 480), (480, 640), (1600, 200), (200, 1600)])
@pytest.mark.parametrize("language", ["en", "ar"])
def test_the_photo_keeps_its_shape_and_stays_within_the_margins(
    shape: tuple[int, int], language: str
) -> None:
    [sheet, *_] = proof(photo=make_photo(*shape), look_back=make_look_back(), language=language).lay_out()

    [photo] = [thing for thing in sheet.things if isinstance(thing, Picture)]
    assert photo.width / photo.height == pytest.approx(shape[0] / shape[1])
    assert photo.x > 0
    assert photo.x + photo.width < sheet.width
    assert all(
        words.baseline < photo.y or words.baseline - words.line.size * 0.7 > photo.y + photo.height
        for words in words_of(sheet)
    )


def test_a_small_photo_is_not_blown_up() -> None:
    [photo] = [
        thing for thing in sheet_of(proof(photo=make_photo(60, 40))).things if isinstance(thing, Picture)
    ]

    assert photo.width <= 60 * LARGEST_DOT


def test_the_photo_goes_into_the_file_as_it_is(tmp_path: Path) -> None:
    file = tmp_path / "proof.pdf"

    file.write_bytes(proof(photo=make_photo()).pdf())

    listed = subprocess.run(["pdfimages", "-list", file], capture_output=True, text=True, check=True).stdout
    assert "jpeg" in listed


@pytest.mark.parametrize("size", PaperSize)
def test_all_of_it_stands_on_one_sheet_with_a_code_that_reads(size: PaperSize) -> None:
    document = proof(photo=make_photo(), look_back=make_look_back(), size=size)

    assert len(document.lay_out()) == 1
    assert codes_read(document) == [f"{BASE}/s/{CODE}"]


def test_a_long_look_back_stands_below_the_numbers(tmp_path: Path) -> None:
    text = text_of(proof(look_back=make_look_back(text="Neighbours meet here now. " * 15)), tmp_path)

    assert text.count("Neighbours meet here now.") == 15


def test_a_proof_without_a_conclusion_or_credits_is_told_too(tmp_path: Path) -> None:
    carried = Carried(conclusion=None, outcome=make_outcome())

    text = text_of(
        storm_proof(of_storm(), PaperSize.A4, make_words(), carried=carried, credited=[]), tmp_path
    )

    assert "Tomás played" in text
    assert "Thank you" not in text


def test_several_guests_are_counted(tmp_path: Path) -> None:
    taken_back = guitar()
    carried = Carried(conclusion=make_conclusion(taken_back), outcome=make_outcome())

    document = storm_proof(of_storm(), PaperSize.A4, make_words(), carried=carried, credited=taken_back[:1])

    assert "Thank you, Ben and 3 guests." in text_of(document, tmp_path)


def test_the_same_proof_gives_the_same_bytes() -> None:
    ideas = guitar()
    photo = make_photo()

    assert proof(photo=photo, credited=ideas).pdf() == proof(photo=photo, credited=ideas).pdf()
