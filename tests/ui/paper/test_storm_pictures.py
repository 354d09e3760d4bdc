"""The file of every sheet of a storm shows what its preview shows, in every script; and codes survive a bad print."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from app.domain.ideas import Idea, Link
from app.domain.notices import PaperSize
from tests.ui.paper.codes import unread_codes
from tests.ui.paper.samples import as_grey, make_words, pdf_pages
from tests.ui.paper.storm_samples import (
    BASE,
    CODE,
    built,
    make_ballots,
    make_conclusion,
    make_look_back,
    make_outcome,
    make_shop,
    of_storm,
)
from tests.ui.paper.test_pictures import MOST_DIFFERING_DOTS, SCRIPTS, differing_dots
from ui.paper.document import Document
from ui.paper.picture import sheet_picture
from ui.paper.storm_ballots import storm_ballots
from ui.paper.storm_building import storm_building
from ui.paper.storm_conclusion import storm_conclusion
from ui.paper.storm_head import OfStorm
from ui.paper.storm_poster import storm_poster
from ui.paper.storm_proof import Carried, storm_proof

DPI = 100


def poster(of: OfStorm, ideas: list[Idea], language: str, size: PaperSize = PaperSize.A5) -> Document:
    return storm_poster(of, ideas, size, make_words(language))


def building(of: OfStorm, ideas: list[Idea], language: str, size: PaperSize = PaperSize.A5) -> Document:
    return storm_building(of, ideas, size, make_words(language))


def ballots(of: OfStorm, ideas: list[Idea], language: str) -> Document:
    return storm_ballots(of, make_ballots(2), ideas, PaperSize.A5, make_words(language))


def conclusion(of: OfStorm, ideas: list[Idea], language: str, size: PaperSize = PaperSize.A5) -> Document:
    told = make_conclusion(ideas, heard=ideas[0].text, decided=ideas[1].text)
    return storm_conclusion(of, ideas, size, make_words(language), conclusion=told, credited=ideas)


def proof(of: OfStorm, ideas: list[Idea], language: str, size: PaperSize = PaperSize.A5) -> Document:
    carried = Carried(
        conclusion=make_conclusion(ideas),
        outcome=make_outcome(text=ideas[1].text),
        look_back=make_look_back(text=ideas[0].text),
    )
    return storm_proof(of, size, make_words(language), carried=carried, credited=ideas)


def contributions(script: str) -> list[Idea]:
    asked, answered = SCRIPTS[script]
    first = built(asked, name=asked.split()[0][:12])
    return [first, built(answered, first, Link.BUT)]


@pytest.mark.parametrize("drawn", [poster, building, ballots, conclusion, proof])
@pytest.mark.parametrize("language", ["en", "ar"], ids=["left-to-right page", "right-to-left page"])
@pytest.mark.parametrize("script", ["Latin", "Arabic", "Devanagari", "Japanese", "emoji"])
def test_the_file_shows_what_the_preview_shows(
    drawn: Callable[[OfStorm, list[Idea], str], Document], language: str, script: str
) -> None:
    of = of_storm(shop=make_shop(language=language), question=SCRIPTS[script][0])
    document = drawn(of, contributions(script), language)

    for page, sheet in zip(pdf_pages(document.pdf(), DPI), document.lay_out(), strict=True):
        painted = as_grey(sheet_picture(sheet, DPI)).resize(page.size)
        assert differing_dots(page, painted) <= MOST_DIFFERING_DOTS


@pytest.mark.parametrize("drawn", [poster, building, conclusion, proof])
@pytest.mark.parametrize("size", PaperSize)
def test_the_codes_read_back(
    drawn: Callable[[OfStorm, list[Idea], str, PaperSize], Document], size: PaperSize
) -> None:
    document = drawn(of_storm(), contributions("Latin"), "en", size)

    assert unread_codes(document.lay_out(), [f"{BASE}/s/{CODE}"]) == []


@pytest.mark.parametrize("size", PaperSize)
def test_the_codes_of_ballots_read_back(size: PaperSize) -> None:
    codes = ["891NF0X54", "K7Q2MP4RT"]
    made = [replace(ballot, code=code) for ballot, code in zip(make_ballots(2), codes, strict=True)]

    document = storm_ballots(of_storm(), made, contributions("Latin"), size, make_words())

    assert unread_codes(document.lay_out(), [f"{BASE}/b/{code}" for code in codes]) == []
