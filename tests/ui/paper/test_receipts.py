"""Slips for the roll of a receipt printer: their width, all in black, a code that is read at 203 dpi."""

from __future__ import annotations

import io

import pytest
import zxingcpp
from PIL import Image, ImageDraw

from app.domain.notices import Design, Roll
from app.pictures import make_logo
from tests.pictures import as_file, noise
from tests.shop import make_idea
from tests.ui.paper.card_samples import (
    BASE,
    CODE,
    codes_of,
    flat,
    make_slip,
    make_thanks,
    one_of_each,
    words_of,
)
from tests.ui.paper.samples import make_words, pdf_pages
from ui.paper.black_logo import in_black
from ui.paper.card_content import CardContent
from ui.paper.cards import cards_document
from ui.paper.receipt import BLACK, FEED
from ui.paper.sheets import Fill, Picture, Sheet, Stroke, mm

# What a receipt printer prints.
RECEIPT_DPI = 203.2
LONG = "Could you open at half past six? My bus goes at ten to seven. " * 8


def slips(contents: list[CardContent], roll: Roll = Roll.USUAL) -> list[Sheet]:
    return list(cards_document(contents, roll, Design.BOLD, make_words()).lay_out())


@pytest.mark.parametrize("roll", Roll)
def test_each_slip_is_a_page_as_wide_as_the_roll_and_as_long_as_what_it_says(roll: Roll) -> None:
    idea = make_idea("A bowl")
    short, long, blank = slips([make_slip(idea), make_slip(make_idea(LONG)), one_of_each()[1]], roll)

    for sheet in (short, long, blank):
        assert sheet.width == pytest.approx(mm(int(roll)))
        lowest = max(line.baseline for line in words_of(sheet))
        assert sheet.height >= lowest + FEED
    assert short.height < long.height < blank.height + mm(60)


def test_no_slip_is_lower_than_wide_or_the_printer_would_turn_it() -> None:
    [sheet] = slips([make_thanks(None)])

    assert sheet.height > sheet.width


@pytest.mark.parametrize("roll", Roll)
def test_everything_keeps_to_what_the_head_reaches_and_is_black(roll: Roll) -> None:
    side = mm((int(roll) - roll.printable) / 2)

    for sheet in slips(one_of_each(LONG), roll):
        for thing, _ in flat(sheet.things):
            assert not isinstance(thing, Fill | Stroke) or thing.colour == BLACK
        for line in words_of(sheet):
            assert {run.colour for run in line.line.runs} <= {BLACK}
            assert side - 0.5 <= line.x
            assert line.x + line.line.width <= sheet.width - side + 0.5


@pytest.mark.parametrize("roll", Roll)
def test_its_code_is_large_lies_on_whole_dots_and_is_read_from_the_printed_dots(roll: Roll) -> None:
    document = cards_document([make_slip(make_idea("A bowl"))], roll, Design.PLAIN, make_words())

    [code] = codes_of(document.lay_out()[0])
    [page] = pdf_pages(document.pdf(), RECEIPT_DPI)
    dots = page.point(lambda value: 255 if value > 127 else 0)

    assert code.side >= mm(25)
    assert code.side / code.matrix.size / mm(1 / 8) % 1 == pytest.approx(0, abs=1e-6)
    [found] = zxingcpp.read_barcodes(dots)
    assert found.text.startswith(f"{BASE}/c/")


def test_long_words_of_a_customer_end_with_a_sign() -> None:
    [sheet] = slips([make_slip(make_idea(LONG))])

    assert any(line.line.text.endswith("…”") for line in words_of(sheet))


def drawing(ink: str, ground: str | None = None) -> bytes:
    picture = Image.new("RGBA", (240, 120), ground or (0, 0, 0, 0))
    ImageDraw.Draw(picture).ellipse((60, 10, 180, 110), fill=ink)
    return make_logo(as_file(picture)).png


def worn(logo: bytes) -> list[bytes]:
    [sheet] = slips([make_thanks(None, logo=logo)])
    return [thing.file for thing in sheet.things if isinstance(thing, Picture)]


@pytest.mark.parametrize(
    ("ink", "ground"), [("#8F3A1B", None), ("#F0C000", "#FFFFFF"), ("#FFFFFF", "#203040"), ("#FFFFFF", None)]
)
def test_a_logo_of_two_tones_is_worn_in_black_and_white(ink: str, ground: str | None) -> None:
    [file] = worn(drawing(ink, ground))

    picture = Image.open(io.BytesIO(file))
    assert picture.mode == "1"
    share = picture.convert("L").histogram()[0] / (picture.width * picture.height)
    assert 0.02 < share < 0.6


@pytest.mark.parametrize(
    "logo", [make_logo(as_file(noise((80, 80)))).png, drawing("#F4F0E0", "#FFFFFF")], ids=["photo", "faint"]
)
def test_a_logo_that_could_not_be_seen_gives_way_to_the_teacup(logo: bytes) -> None:
    assert in_black(logo) == b""
    assert worn(logo) == []


def test_a_code_that_is_typed_stands_beside_the_picture_in_threes() -> None:
    _, blank, _ = slips(one_of_each())

    assert [line.line.text for line in words_of(blank)][-4:-1] == [CODE[:3], CODE[3:6], CODE[6:]]
