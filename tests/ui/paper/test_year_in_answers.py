"""The year in answers: pages to read, and the same pages two by two to be folded."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pypdfium2
import pytest

from app.domain.gathered import Year
from app.domain.notices import Design, PaperSize
from tests.ui.paper.gathered_samples import on_paper, told, year
from tests.ui.paper.samples import make_words
from tests.ui.paper.storm_samples import BASE, codes_read, make_photo, text_of, words_of
from ui.paper.document import Document
from ui.paper.sheets import Picture, Sheet, mm, sheet_size
from ui.paper.year_in_answers import year_booklet, year_pages


def pages(
    content: Year, size: PaperSize = PaperSize.A4, design: Design = Design.PLAIN, language: str = "en"
) -> Document:
    return year_pages(content, size, make_words(language), design)


def text(sheet: Sheet) -> str:
    return "\n".join(placed.line.text for placed in words_of(sheet))


def flowing(sheet: Sheet) -> str:
    return text(sheet).replace("\n", " ")


@pytest.mark.parametrize("design", Design)
def test_the_booklet_begins_with_figures_and_ends_with_a_code(design: Design) -> None:
    document = pages(year(12), design=design)

    sheets = document.lay_out()

    assert all((sheet.width, sheet.height) == sheet_size(PaperSize.A5) for sheet in sheets)
    assert all(part in flowing(sheets[0]) for part in ("The year in answers", "2026", "214", "12", "6"))
    assert "And what do you say next?" in flowing(sheets[-1])
    assert codes_read(document) == [f"{BASE}/new"]


def test_it_is_read_in_its_order(tmp_path: Path) -> None:
    told_ = text_of(pages(year(12)), tmp_path)

    parts = (
        *("The year in answers", "ideas came in", "In this booklet", "January", "Our storms", "Thank you"),
        *("0. Sell yesterday’s", "It stands by the bench", "What music on Friday nights?"),
        *("We decided", "Every first Friday", "Thank you, Ben, Ingrid and a guest."),
        *("3. Less plastic", "No box of paper keeps it.", "Amina, Jo, Nils and", "Scan and tell us."),
    )
    places, start = [], 0
    for part in parts:
        start = told_.index(part, start)
        places.append(start)
    assert places == sorted(places)


def test_what_it_lists_is_where_it_says() -> None:
    sheets = pages(year(40)).lay_out()

    lines = text(sheets[1]).split("\n")[1:]
    rows = dict(zip(lines[::2], map(int, lines[1::2]), strict=True))
    assert len(rows) > 10
    for title, number in rows.items():
        assert title in text(sheets[number - 1]).split("\n")


@pytest.mark.parametrize("design", Design)
def test_hundreds_of_answers_are_all_there_and_none_is_parted_from_its_answer(design: Design) -> None:
    sheets = pages(year(300), design=design).lay_out()

    whole = "\n".join(text(sheet) for sheet in sheets)
    assert all(f"{number}. " in whole for number in range(300))
    assert whole.count("It stands by the bench since Monday.") == 300
    # No page ends with the name under a quote.
    assert not [sheet for sheet in sheets[2:-2] if text(sheet).split("\n")[-2].startswith("Jo and")]


@pytest.mark.parametrize(
    ("size", "page"), [(PaperSize.A4, PaperSize.A5), (PaperSize.LETTER, PaperSize.HALF_LETTER)]
)
def test_a_booklet_shows_all_pages_on_papers_that_can_be_folded(size: PaperSize, page: PaperSize) -> None:
    content = year(12)
    single = pages(content, size).lay_out()

    sides = year_booklet(content, size, make_words(), Design.PLAIN).lay_out()

    assert (sides[0].width, sides[0].height) == pytest.approx(sheet_size(size)[::-1])
    assert len(single[0].things) < len(sides[0].things)
    assert len(sides) == 2 * -(-len(single) // 4)
    front = sides[0]
    halves = [text_of_half(front, left=left) for left in (True, False)]
    assert "And what do you say next?" in halves[0]
    assert "The year in answers" in halves[1]
    assert (single[0].width, single[0].height) == sheet_size(page)


def text_of_half(sheet: Sheet, *, left: bool) -> str:
    return " ".join(placed.line.text for placed in words_of(sheet) if (placed.x < sheet.width / 2) == left)


def test_a_booklet_that_is_read_from_the_right_opens_from_there() -> None:
    content = year(4, on=on_paper(language="ar", number=None))

    sides = year_booklet(content, PaperSize.A4, make_words("ar"), Design.PLAIN).lay_out()

    assert "2026" in text_of_half(sides[0], left=True)


def test_the_file_has_an_outline_of_its_parts() -> None:
    opened = pypdfium2.PdfDocument(pages(year(12)).pdf())
    try:
        titles = [mark.get_title() for mark in opened.get_toc()]
    finally:
        opened.close()

    assert [
        title for title in ("January", "Our storms", "Not now, and why", "Thank you") if title not in titles
    ] == []


def test_a_photo_proves_what_was_done() -> None:
    photo = make_photo().content
    content = year(told=(told("A bench", photo=photo, done_on=date(2026, 5, 4)),), storms=(), names=())

    sheets = pages(content).lay_out()

    [shown] = [thing for sheet in sheets for thing in sheet.things if isinstance(thing, Picture)]
    assert shown.width == pytest.approx(mm(44) / 480 * 640)
    assert "Done on 4 May" in "\n".join(map(text, sheets))


def test_a_numbered_booklet_says_an_address_that_can_be_typed() -> None:
    document = pages(year(4, on=on_paper(number=150)))

    assert codes_read(document) == [f"{BASE}/new?n=150"]
    last = text(document.lay_out()[-1]).split("\n")
    assert f"{BASE}/new" in last
    assert "Notice 150" in last


def test_a_year_without_anything_still_makes_a_booklet(tmp_path: Path) -> None:
    content = year(told=(), came=0, storms=(), names=())

    document = pages(content)

    assert len(document.lay_out()) == 4
    assert "Thank you, everybody who wrote." in text_of(document, tmp_path)
