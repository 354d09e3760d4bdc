"""The printed page of pictures: everything on one sheet, in any script, the same to the byte."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from app.domain.notices import PaperSize
from app.domain.text import clean_line
from tests.hostile import HOSTILE
from tests.ui.paper.samples import make_words
from ui.paper.pictures_page import PagePicture, PicturesPage, draw_pictures_page, pictures_sheet
from ui.paper.sheets import Fill, Words
from ui.shared.charts.rows import BarRow, draw_rows


def make_page(names: list[str], *, title: str = "What your customers told you") -> PicturesPage:
    rows = [BarRow(name=name, value=1, caption=name, said="") for name in names]
    picture = PagePicture(
        "Where phones found you", "Counter.", lambda width, type_: draw_rows(rows, width, type_)
    )
    empty = PagePicture("Topics", "Nothing yet.", None)
    return PicturesPage(
        shop_name="Linden Street Bakery",
        colour="#8F3A1B",
        title=title,
        subtitle="12 weeks",
        rows=[[picture], [picture, empty]],
    )


def text_of(page: PicturesPage, folder: Path) -> str:
    file = folder / "page.pdf"
    file.write_bytes(draw_pictures_page(page, PaperSize.A4, make_words()))
    subprocess.run(["qpdf", "--check", file], capture_output=True, check=True)
    return subprocess.run(["pdftotext", file, "-"], capture_output=True, text=True, check=True).stdout


def test_titles_sentences_and_rows_are_read_on_one_page(tmp_path: Path) -> None:
    text = text_of(make_page(["Counter", "Table 5"]), tmp_path)

    for part in ("Linden Street Bakery", "12 weeks", "Table 5", "Nothing yet."):
        assert part in text
    assert text.count("\f") == 1


def test_the_same_page_is_the_same_to_the_byte() -> None:
    once, again = (draw_pictures_page(make_page(["Counter"]), PaperSize.A4, make_words()) for _ in range(2))

    assert once == again


@pytest.mark.parametrize("count", [1, 6, 12])
def test_however_much_there_is_it_stays_on_its_page(count: int) -> None:
    sheet = pictures_sheet(make_page([f"Place {n}" for n in range(count)]), PaperSize.A4, make_words())

    bars = [thing.path.boundingRect() for thing in sheet.things if isinstance(thing, Fill)]
    lines = [thing for thing in sheet.things if isinstance(thing, Words)]
    assert max(bar.bottom() for bar in bars) < sheet.height
    assert max(line.baseline for line in lines) < sheet.height
    assert max(line.x + line.line.width for line in lines) < sheet.width


@pytest.mark.parametrize("text", HOSTILE)
def test_any_text_may_name_a_row(text: str) -> None:
    sheet = pictures_sheet(make_page([clean_line(text)]), PaperSize.A4, make_words())

    lines = [thing for thing in sheet.things if isinstance(thing, Words)]
    assert max(line.x + line.line.width for line in lines) < sheet.width
