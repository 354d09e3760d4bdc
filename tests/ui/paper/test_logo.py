"""The shop's logo on paper: in its box whatever its shape, the same on the preview and in the PDF."""

from __future__ import annotations

import pypdfium2
import pytest
from PIL import Image, ImageChops

from app.domain.notices import PaperSize
from app.pictures import make_logo
from tests.pictures import as_file, noise, picture
from tests.ui.paper.samples import as_grey, make_content, make_words, pdf_pages
from ui.paper.notice import draw_notice, notice_sheets
from ui.paper.page import LOGO_HEIGHT, page_measures
from ui.paper.picture import sheet_picture
from ui.paper.sheets import Picture

SHAPES = {
    "square": picture(),
    "wide": noise((900, 60)),
    "tall": noise((60, 900)),
    "grey": picture(mode="L", ground=(255, 255, 255, 255)),
    "transparent": picture((300, 200)),
}


@pytest.mark.parametrize("shape", SHAPES)
@pytest.mark.parametrize("size", PaperSize)
@pytest.mark.parametrize("language", ["en", "ar"])
def test_it_stays_in_its_box_whatever_its_shape(shape: str, size: PaperSize, language: str) -> None:
    logo = make_logo(as_file(SHAPES[shape]))
    content = make_content(logo=logo.png, language=language)

    [sheet, *_] = notice_sheets(content, size, make_words(language))

    [drawn] = [thing for thing in sheet.things if isinstance(thing, Picture)]
    assert drawn.x >= 0
    assert drawn.x + drawn.width <= sheet.width
    assert drawn.height <= page_measures(size).mark * LOGO_HEIGHT + 0.01
    assert drawn.y >= page_measures(size).top * 0.5
    assert drawn.width / drawn.height == pytest.approx(logo.width / logo.height)


@pytest.mark.parametrize("shape", SHAPES)
def test_the_pdf_shows_what_the_preview_shows(shape: str) -> None:
    content = make_content(logo=make_logo(as_file(SHAPES[shape])).png)
    [sheet] = notice_sheets(content, PaperSize.A5, make_words())

    painted = as_grey(sheet_picture(sheet, 90))
    [printed] = pdf_pages(draw_notice(content, PaperSize.A5, make_words()), 90)

    both = ImageChops.difference(
        painted.resize((60, 85), Image.Resampling.BOX),
        printed.resize((60, 85), Image.Resampling.BOX),
    )
    assert both.getextrema()[1] < 40  # type: ignore[operator]


def test_the_same_logo_gives_the_same_bytes_and_letters_stay_letters() -> None:
    content = make_content(logo=make_logo(as_file(picture())).png)

    pdf = draw_notice(content, PaperSize.A4, make_words())

    assert pdf == draw_notice(content, PaperSize.A4, make_words())
    page = pypdfium2.PdfDocument(pdf)[0]
    assert "Linden Street Bakery" in page.get_textpage().get_text_range()
