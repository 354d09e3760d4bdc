"""What all sheets with the code of a place promise: it reads back, nothing overflows, nothing leads nowhere."""

from __future__ import annotations

from pathlib import Path

import pytest
import zxingcpp
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.domain import text as texts
from app.domain.errors import InvalidInput
from app.domain.notices import Design
from app.pictures import make_logo
from tests.pictures import as_file, noise
from tests.pseudo import escaped, pseudo_words
from tests.ui.paper.codes import unread_codes
from tests.ui.paper.pdf_reading import PdfReading
from tests.ui.paper.place_samples import KINDS, LINK, NETWORK, make_place, overflows
from tests.ui.paper.samples import make_words, pdf_pages
from tests.ui.paper.storm_samples import flat
from tests.ui.paper.test_any_text import naughty_or_any
from tests.ui.paper.test_pictures import SCRIPTS
from ui.paper.sheets import Code, Picture, Sheet, Thing, Turned, Words

LONG = make_place(
    shop_name="The Very Long Named Bakery, Patisserie and Coffee House of the Linden Street Cooperative",
    headline="Haben Sie eine Verbesserungsvorschlagsidee für uns alle, heute und morgen?",
    placement_label="The long table by the window at the back",
    owner="Wolfeschlegelsteinhausenbergerdorff",
    address="https://ideas.the-linden-street-bakery.example/p/K7QX2M",
)


@pytest.mark.parametrize("kind", KINDS)
def test_without_an_address_there_is_no_sheet(kind: str) -> None:
    with pytest.raises(InvalidInput) as refused:
        KINDS[kind](make_place(address=""), make_words(), Design.PLAIN)

    assert refused.value.field == "address"


@pytest.mark.parametrize("design", Design)
@pytest.mark.parametrize("kind", KINDS)
def test_nothing_overflows(kind: str, design: Design) -> None:
    for content, language in ((make_place(), "en"), (make_place(language="ar"), "ar"), (LONG, "de")):
        for sheet in KINDS[kind](content, make_words(language), design).lay_out():
            assert overflows(sheet) == []


@pytest.mark.parametrize("script", SCRIPTS)
def test_every_script_is_set_on_every_kind(script: str) -> None:
    said, answered = SCRIPTS[script]
    content = make_place(shop_name=answered[:40], headline=said)

    for kind in ("tent A4", "labels L7651", "cards A4", "wifi A6"):
        for sheet in KINDS[kind](content, make_words(), Design.BOLD).lay_out():
            assert overflows(sheet) == []


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(naughty_or_any, naughty_or_any, st.sampled_from(sorted(KINDS)), st.sampled_from(Design))
def test_any_text_builds_and_stays_on_the_paper(name: str, said: str, kind: str, design: Design) -> None:
    content = make_place(
        shop_name=texts.first_graphemes(texts.clean_line(name), 60) or "Shop",
        headline=texts.first_graphemes(texts.clean(said), 80),
    )

    sheets = KINDS[kind](content, make_words(), design).lay_out()

    assert sheets
    for sheet in sheets:
        assert all(line.x >= -1 and 0 < line.baseline < sheet.height for line in upright_lines(sheet))


def upright_lines(sheet: Sheet) -> list[Words]:
    return [thing for thing in sheet.things if isinstance(thing, Words)]


@pytest.mark.parametrize("kind", ["tent A5", "labels L7651", "cards Letter", "wifi A6"])
def test_codes_read_back_by_three_readers(kind: str) -> None:
    sheets = KINDS[kind](make_place(), make_words(), Design.WARM).lay_out()
    wanted = [NETWORK.join_code, LINK] if kind == "wifi A6" else [LINK]
    # One of many that are alike is enough.
    few = [Sheet(sheet.width, sheet.height, _upright_once(sheet, len(wanted))) for sheet in sheets]

    assert unread_codes(few, wanted) == []


def test_the_code_on_the_other_side_of_a_tent_is_read_too() -> None:
    [page] = pdf_pages(KINDS["tent A4"](make_place(), make_words(), Design.BOLD).pdf(), 150)

    assert [found.text for found in zxingcpp.read_barcodes(page)] == [LINK, LINK]


def _upright_once(sheet: Sheet, different: int) -> tuple[Thing, ...]:
    """Without copies, and without a face that stands on its head."""
    dropped = {id(code) for code in codes_of(sheet)[different:]}
    return tuple(thing for thing in _upright(sheet) if id(thing) not in dropped)


def _upright(sheet: Sheet) -> list[Thing]:
    return [thing for thing in sheet.things if not (isinstance(thing, Turned) and thing.degrees == 180)]


def codes_of(sheet: Sheet) -> list[Code]:
    return [thing for thing in sheet.things if isinstance(thing, Code)]


@pytest.mark.parametrize("kind", ["poster A4", "tent A4", "labels 3425", "cards A4", "wifi Letter"])
def test_the_file_is_sound_and_speaks(kind: str, tmp_path: Path) -> None:
    document = KINDS[kind](make_place(), make_words(), Design.WARM)

    pdf = document.pdf()

    reading = PdfReading(pdf, tmp_path)
    assert reading.problems() == []
    assert reading.fonts_that_are_missing() == []
    assert document.pdf() == pdf
    titles = [each for each in reading.elements if each.role == "H1"]
    assert len(titles) == 1
    assert any(LINK in each.alternative for each in reading.elements if each.role == "Figure")


@pytest.mark.parametrize("kind", ["tent A4", "labels L7164", "cards A4", "wifi A6"])
def test_every_text_goes_through_the_catalogue(kind: str) -> None:
    content = make_place(shop_name="42", owner="43", placement_label="5", guests=())

    sheets = KINDS[kind](content, pseudo_words(), Design.PLAIN).lay_out()

    shown = " ".join(
        thing.line.text for sheet in sheets for thing in flat(_upright(sheet)) if isinstance(thing, Words)
    )
    data = ("192.168.178.31:8765", NETWORK.name, NETWORK.password)
    for known in data:
        shown = shown.replace(known, "1")
    assert "[" in shown
    assert escaped(shown) == ""


@pytest.mark.parametrize("kind", ["poster A4", "cards A4", "wifi A6"])
@pytest.mark.parametrize("design", Design)
def test_the_logo_is_worn_and_lies_on_white_where_the_ground_is_coloured(kind: str, design: Design) -> None:
    logo = make_logo(as_file(noise((400, 300)))).png

    [sheet] = KINDS[kind](make_place(logo=logo), make_words(), design).lay_out()

    worn = [thing for thing in flat(sheet.things) if isinstance(thing, Picture)]
    assert worn
    assert {picture.file for picture in worn} == {logo}
    assert overflows(sheet) == []
