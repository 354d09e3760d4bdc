"""The file of every sheet of several things shows what its preview shows, in every script, sound and readable."""

from __future__ import annotations

import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from app.domain.notices import Design, PaperSize
from tests.ui.paper.codes import unread_codes
from tests.ui.paper.gathered_samples import concluded, new, on_paper, storm_told, told, week, year, you_said
from tests.ui.paper.kept import MOST_DIFFERING_DOTS as MOST_FROM_KEPT
from tests.ui.paper.kept import differing_from_kept
from tests.ui.paper.samples import as_grey, make_words, pdf_pages
from tests.ui.paper.storm_samples import BASE
from tests.ui.paper.test_pictures import MOST_DIFFERING_DOTS, SCRIPTS, differing_dots
from ui.paper.document import Document
from ui.paper.picture import sheet_picture
from ui.paper.week_board import week_board
from ui.paper.year_in_answers import year_booklet, year_pages
from ui.paper.you_said import you_said_sheet

DPI = 90
Drawn = Callable[[str, str, Design], Document]


def said(script: str, language: str, design: Design) -> Document:
    asked, answered = SCRIPTS[script]
    content = you_said(
        told(asked, answer=answered, name=asked.split()[0][:12]),
        told(answered, answer=asked),
        language=language,
    )
    return you_said_sheet(content, PaperSize.A5, make_words(language), design)


def board(script: str, language: str, design: Design) -> Document:
    asked, answered = SCRIPTS[script]
    content = week(
        on=on_paper(language=language),
        new=(new(asked),),
        answered=(told(answered, answer=asked),),
        storms=(storm_told(answered[:90]),),
        wanted=(new(answered, others=12),),
    )
    return week_board(content, PaperSize.A5, make_words(language), design)


def booklet(script: str, language: str, design: Design) -> Document:
    asked, answered = SCRIPTS[script]
    content = year(
        on=on_paper(language=language),
        told=(told(asked, answer=answered),),
        storms=(concluded(asked[:90], decided=answered),),
        names=(asked.split()[0][:12],),
    )
    return year_booklet(content, PaperSize.A4, make_words(language), design)


@pytest.mark.parametrize("drawn", [said, board, booklet])
@pytest.mark.parametrize("script", SCRIPTS)
def test_the_file_shows_what_the_preview_shows(drawn: Drawn, script: str) -> None:
    """Every script, on pages of both directions and in all designs by turns."""
    place = list(SCRIPTS).index(script)
    document = drawn(script, ("en", "ar")[place % 2], list(Design)[place % 3])

    for page, sheet in zip(pdf_pages(document.pdf(), DPI), document.lay_out(), strict=True):
        painted = as_grey(sheet_picture(sheet, DPI)).resize(page.size)
        assert differing_dots(page, painted) <= MOST_DIFFERING_DOTS


@pytest.mark.parametrize("drawn", [said, board, booklet])
def test_a_file_is_sound_and_the_same_for_the_same_content(drawn: Drawn, tmp_path: Path) -> None:
    file = tmp_path / "sheet.pdf"
    file.write_bytes(drawn("Devanagari", "en", Design.WARM).pdf())

    checked = subprocess.run(["qpdf", "--check", file], capture_output=True, text=True, check=False)

    assert checked.returncode == 0, checked.stdout + checked.stderr
    assert drawn("Devanagari", "en", Design.WARM).pdf() == file.read_bytes()


@pytest.mark.parametrize("design", Design)
@pytest.mark.parametrize(
    ("drawn", "leads_to"),
    [(said, "/what-we-did?n=140"), (board, "/?n=140"), (booklet, "/new?n=140")],
    ids=["said", "board", "booklet"],
)
def test_codes_read_back_by_three_readers(drawn: Drawn, leads_to: str, design: Design) -> None:
    assert unread_codes(drawn("Latin", "en", design).lay_out(), [BASE + leads_to]) == []


@pytest.mark.parametrize("design", Design)
def test_sheets_look_as_they_did(design: Design) -> None:
    """When somebody last looked at them."""
    english = make_words()
    [said_] = you_said_sheet(you_said(), PaperSize.A4, english, design).lay_out()
    [board_] = week_board(week(), PaperSize.A4, english, design).lay_out()
    cover, _contents, answers, *_ = year_pages(year(8), PaperSize.A5, english, design).lay_out()

    sheets = {"you-said": said_, "week": board_, "year-cover": cover, "year-answers": answers}
    for name, sheet in sheets.items():
        assert differing_from_kept(f"{name}-{design.value}", sheet) <= MOST_FROM_KEPT, name
