"""Several answers on one sheet: side by side, a refusal among them, going on over sheets when there are many."""

from __future__ import annotations

from pathlib import Path

import pytest

from app.domain.gathered import YouSaid
from app.domain.ideas import Status
from app.domain.notices import Design, PaperSize
from tests.ui.paper.gathered_samples import four, told, you_said
from tests.ui.paper.samples import make_words
from tests.ui.paper.storm_samples import BASE, codes_read, pages_of, small_logo, text_of, words_of
from ui.paper.document import Document
from ui.paper.sheets import Fill, Picture, Role, Turned
from ui.paper.you_said import SIZES, you_said_sheet


def document(
    content: YouSaid, size: PaperSize = PaperSize.A4, design: Design = Design.PLAIN, language: str = "en"
) -> Document:
    return you_said_sheet(content, size, make_words(language), design)


@pytest.mark.parametrize("design", Design)
@pytest.mark.parametrize("size", SIZES)
def test_four_answers_stand_on_one_sheet_with_a_code_that_reads_back(design: Design, size: PaperSize) -> None:
    sheet = document(you_said(), size, design)

    assert pages_of(sheet) == 1
    assert codes_read(sheet) == [f"{BASE}/what-we-did?n=140"]


def test_a_sheet_is_read_in_its_order(tmp_path: Path) -> None:
    text = text_of(document(you_said(*four()[::3])), tmp_path)

    parts = (
        "Linden Street Bakery",
        *("You said", "we did", "Sell yesterday’s", "Sam and 52 others", "The basket", "Done"),
        *("Less plastic", "Nils and 18 others", "The cream", "No box of paper", "A better box", "Not now"),
        *("All that we did:", "Notice 140", "hangs until 15 December"),
    )
    places = [text.index(part) for part in parts]
    assert places == sorted(places)


@pytest.mark.parametrize("design", Design)
def test_many_answers_go_on_over_sheets_and_each_but_the_last_says_so(design: Design) -> None:
    answers = [told(f"{number}. Idea", Status.PLANNED, answer=f"{number}. Answer") for number in range(40)]

    sheets = document(you_said(*answers), design=design).lay_out()

    texts = ["\n".join(placed.line.text for placed in words_of(sheet)) for sheet in sheets]
    assert len(sheets) > 3
    assert [f"Continues on sheet {number}" in text for number, text in enumerate(texts, 2)] == [
        *[True] * (len(sheets) - 1),
        False,
    ]
    assert all("Linden Street Bakery" in text and "You said" in text for text in texts)
    whole = "\n".join(texts)
    assert [whole.index(f"{number}. Idea") for number in range(40)] == sorted(
        whole.index(f"{number}. Idea") for number in range(40)
    )


def test_few_answers_are_set_larger_than_many() -> None:
    def size_of_quote(count: int) -> float:
        answers = [told(f"Idea {number}") for number in range(count)]
        [sheet] = document(you_said(*answers)).lay_out()
        return max(placed.line.size for placed in words_of(sheet) if placed.line.text.startswith("Idea"))

    assert size_of_quote(1) > size_of_quote(5)


def test_an_answer_higher_than_a_sheet_goes_on_where_it_was_cut() -> None:
    long = "word " * 119 + "end."
    content = you_said(told(long, answer=long, reason="r " * 99, change_mind="m " * 99), told())

    sheets = document(content, PaperSize.HALF_LETTER, Design.WARM).lay_out()

    shown = " ".join(placed.line.text for sheet in sheets for placed in words_of(sheet))
    assert shown.count("word") == 2 * 119
    assert shown.count("end.") == 2


def test_a_nameless_customer_and_one_without_company(tmp_path: Path) -> None:
    alone, nameless = told("A bench", name="Jo", others=0), told("A bell", name="", others=1)

    text = text_of(document(you_said(alone, nameless)), tmp_path)

    assert "A bench Jo " in text
    assert "One customer and 1 other" in text


def test_quotes_and_titles_are_tagged() -> None:
    [sheet] = document(you_said()).lay_out()

    tagged = [(placed.tag.role, placed.line.text) for placed in words_of(sheet) if placed.tag]
    assert (Role.TITLE, "You said") in tagged
    assert (Role.QUOTE, "Could you open at") in [(role, text[:17]) for role, text in tagged]


def test_notes_of_a_warm_sheet_lie_aslant_and_no_other() -> None:
    def turned(design: Design) -> int:
        [sheet] = document(you_said(), design=design).lay_out()
        notes = [thing for thing in sheet.things if isinstance(thing, Turned)]
        return sum(any(isinstance(thing, Fill) for thing in note.things) for note in notes)

    assert [turned(design) for design in Design] == [0, 8, 0]


def test_the_logo_heads_a_sheet_of_any_design() -> None:
    for design in Design:
        [sheet] = document(you_said(logo=small_logo()), design=design).lay_out()
        assert any(isinstance(thing, Picture) for thing in sheet.things)


def test_without_an_address_there_is_no_code_and_without_a_number_it_says_so(tmp_path: Path) -> None:
    sheet = document(you_said(address="", number=None))

    assert codes_read(sheet) == []
    assert "Notice, not yet numbered" in text_of(sheet, tmp_path)
