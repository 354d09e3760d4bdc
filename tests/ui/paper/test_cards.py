"""Cards of postcard size: what they say in three designs, the code on their strip, how many a sheet holds."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest
import zxingcpp
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.domain import text as texts
from app.domain.claim_codes import spaced
from app.domain.notices import Design, PaperSize, Roll, SlipPaper
from app.pictures import make_logo
from app.theme import READABLE, contrast
from tests.pictures import as_file, noise
from tests.pseudo import escaped, pseudo_words
from tests.shop import make_idea
from tests.ui.paper.card_samples import (
    BASE,
    CODE,
    codes_of,
    make_blank,
    make_shop,
    make_slip,
    make_thanks,
    one_of_each,
    strays,
    text_of,
    words_of,
)
from tests.ui.paper.codes import unread_codes
from tests.ui.paper.pdf_reading import PdfReading
from tests.ui.paper.samples import as_grey, make_words, pdf_pages
from tests.ui.paper.test_any_text import naughty_or_any
from tests.ui.paper.test_pictures import DPI, MOST_DIFFERING_DOTS, SCRIPTS, differing_dots
from ui.paper.card_content import CardContent
from ui.paper.cards import cards_document
from ui.paper.design import dress
from ui.paper.picture import sheet_picture
from ui.paper.setting import CAP_SHARE
from ui.paper.sheets import Picture, Role, Sheet, mm

EVERYWHERE = [*PaperSize, *Roll]
PALE, DARK = "#F7E463", "#101840"


def sheets_of(
    contents: list[CardContent],
    paper: SlipPaper = PaperSize.A6,
    design: Design = Design.PLAIN,
    language: str = "en",
) -> list[Sheet]:
    return list(cards_document(contents, paper, design, make_words(language)).lay_out())


def pdf_of(
    contents: list[CardContent], paper: SlipPaper = PaperSize.A6, design: Design = Design.PLAIN
) -> bytes:
    return cards_document(contents, paper, design, make_words()).pdf()


@pytest.mark.parametrize("paper", [PaperSize.A4, Roll.USUAL])
@pytest.mark.parametrize("design", Design)
def test_a_thank_you_card_says_for_what_and_what_it_is_good_for(
    tmp_path: Path, paper: SlipPaper, design: Design
) -> None:
    file = tmp_path / "cards.pdf"
    file.write_bytes(pdf_of([make_thanks(make_idea("A bowl", name="Sam"))], paper, design))

    told = subprocess.run(["pdftotext", file, "-"], capture_output=True, text=True, check=True).stdout
    for part in ("Thank you, Sam.", "Marta", "A bowl", "Good for: one coffee", spaced(CODE), "2027"):
        assert part in " ".join(told.split())


@pytest.mark.parametrize("design", Design)
def test_a_nameless_author_and_an_erased_one_are_thanked_too(design: Design) -> None:
    for content in (make_thanks(make_idea("A bowl")), make_thanks(None)):
        [sheet] = sheets_of([content], design=design)

        assert "Thank you." in text_of(sheet)
        assert spaced(CODE) in text_of(sheet)


@pytest.mark.parametrize("paper", [PaperSize.A6, Roll.USUAL])
def test_a_blank_card_carries_its_number_on_both_parts(paper: SlipPaper) -> None:
    [sheet] = sheets_of([make_blank(31)], paper)

    assert text_of(sheet).count("Card 31") == 2


def test_a_slip_says_when_the_answer_comes_until_it_has_come() -> None:
    [one] = sheets_of([make_slip(make_idea("A bowl", name="Sam"))])
    [nameless] = sheets_of([make_slip(make_idea("A bowl"), shop=make_shop(owner=""))])

    assert "Marta answers within 5 open days." in text_of(one)
    assert "We answer within 5 open days." in text_of(nameless)
    assert "Sam" in text_of(one)


@pytest.mark.parametrize(
    ("paper", "design"), [*((PaperSize.A6, design) for design in Design), (Roll.USUAL, Design.PLAIN)]
)
def test_the_code_of_a_card_is_read_by_every_reader(paper: SlipPaper, design: Design) -> None:
    assert unread_codes(sheets_of([make_blank()], paper, design), [f"{BASE}/c/{CODE}"]) == []


@pytest.mark.parametrize("design", Design)
def test_four_codes_on_one_sheet_are_each_read(design: Design) -> None:
    [page] = pdf_pages(pdf_of([make_blank(number) for number in range(1, 5)], PaperSize.A4, design), 150)

    assert [code.text for code in zxingcpp.read_barcodes(page)] == [f"{BASE}/c/{CODE}"] * 4


@pytest.mark.parametrize("paper", [PaperSize.A6, Roll.USUAL])
def test_without_an_address_there_is_the_code_alone(paper: SlipPaper) -> None:
    [sheet] = sheets_of([make_slip(make_idea("A bowl"), "")], paper)

    assert codes_of(sheet) == []


@pytest.mark.parametrize(
    ("size", "count", "sheets"),
    [
        (PaperSize.A4, 4, 1),
        (PaperSize.A4, 5, 2),
        (PaperSize.LETTER, 4, 1),
        (PaperSize.A5, 2, 1),
        (PaperSize.HALF_LETTER, 3, 2),
        (PaperSize.A6, 3, 3),
    ],
)
def test_a_sheet_holds_as_many_as_fit(size: PaperSize, count: int, sheets: int) -> None:
    assert len(sheets_of([make_blank() for _ in range(count)], size)) == sheets


@pytest.mark.parametrize("design", Design)
@pytest.mark.parametrize("shape", [(64, 64), (900, 60), (60, 900)])
def test_every_kind_of_card_wears_the_logo_of_the_shop(shape: tuple[int, int], design: Design) -> None:
    logo = make_logo(as_file(noise(shape))).png

    for sheet in sheets_of(one_of_each(logo=logo), design=design):
        [worn] = [thing for thing in sheet.things if isinstance(thing, Picture)]
        assert worn.file == logo
        assert worn.x > 0
        assert worn.y > 0
        below = worn.y + worn.height
        [title] = [line for line in words_of(sheet) if line.tag and line.tag.role is Role.TITLE][:1]
        assert below < title.baseline - title.line.size * CAP_SHARE or design is Design.WARM


@pytest.mark.parametrize("colour", [PALE, DARK, "#8F3A1B", "#FFFFFF", "#000000"])
@pytest.mark.parametrize("design", Design)
def test_whatever_colour_the_shop_has_all_can_be_read(colour: str, design: Design) -> None:
    worn = dress(design, colour)
    paper = worn.note or "#FFFFFF"

    assert contrast(worn.accent, "#FFFFFF") >= READABLE
    assert contrast(worn.on_note, paper) >= READABLE
    assert contrast(worn.on_note_soft, paper) >= READABLE


@pytest.mark.parametrize("paper", [PaperSize.A6, Roll.NARROW])
@pytest.mark.parametrize("language", ["en", "ar"])
@pytest.mark.parametrize("script", SCRIPTS)
def test_a_card_speaks_every_script(script: str, language: str, paper: SlipPaper) -> None:
    said, worth = SCRIPTS[script]
    words = make_words(language)
    idea = make_idea(said, name=said.split()[0][:12])

    for design in Design if isinstance(paper, PaperSize) else [Design.PLAIN]:
        for sheet in sheets_of(
            [make_thanks(idea, words, worth=worth[:30]), make_slip(idea, words=words)],
            paper,
            design,
            language,
        ):
            assert strays(sheet, mm(2)) == []


@pytest.mark.parametrize("design", Design)
def test_the_pdf_of_a_card_shows_what_qt_laid_out(design: Design) -> None:
    document = cards_document([make_slip(make_idea(SCRIPTS["Arabic"][0], name="هدى"))], PaperSize.A6, design,
                              make_words())  # fmt: skip

    [page] = pdf_pages(document.pdf(), DPI)
    painted = as_grey(sheet_picture(document.lay_out()[0], DPI)).resize(page.size)

    assert differing_dots(page, painted) <= MOST_DIFFERING_DOTS


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(naughty_or_any, naughty_or_any, st.sampled_from(EVERYWHERE), st.sampled_from(Design),
       st.sampled_from(["en", "ar"]))  # fmt: skip
def test_any_words_stay_on_the_card_and_clear_of_its_code(
    text: str, name: str, paper: SlipPaper, design: Design, language: str
) -> None:
    said = texts.first_graphemes(texts.clean(text), texts.IDEA_GRAPHEMES).strip() or "x"
    called = texts.first_graphemes(texts.clean_line(name), texts.NAME_GRAPHEMES)
    shop = make_shop(name=texts.first_graphemes(texts.clean_line(name), 60) or "Shop", owner=called)
    words = make_words(language)
    cards = one_of_each(said, called, shop=shop, words=words)

    for sheet in sheets_of([cards[0], cards[2]], paper, design, language):
        for line in words_of(sheet):
            assert line.x >= 0
            assert line.x + line.line.width <= sheet.width + 0.5
            assert 0 < line.baseline < sheet.height
            assert all(line.x >= code.x + code.side or line.x + line.line.width <= code.x
                       or not code.y < line.baseline < code.y + code.side for code in codes_of(sheet))  # fmt: skip


@pytest.mark.parametrize("design", Design)
def test_what_is_too_long_ends_with_a_sign(design: Design) -> None:
    [sheet] = sheets_of([make_slip(make_idea("Donaudampfschifffahrtsgesellschaft " * 14))], design=design)

    quoted = [line.line.text for line in words_of(sheet) if line.tag and line.tag.role is Role.QUOTE]
    assert quoted[-1].endswith("…" if design is Design.WARM else "…”")


@pytest.mark.parametrize("paper", [PaperSize.A6, Roll.USUAL])
@pytest.mark.parametrize("design", Design)
def test_cards_speak_the_language_of_the_shop(paper: SlipPaper, design: Design) -> None:
    words = pseudo_words()
    shop = make_shop(name="42", owner="43")
    for content in one_of_each("100 200", "7", shop=shop, words=words):
        [sheet] = cards_document([content], paper, design, words).lay_out()

        assert "[" in text_of(sheet)
        assert escaped(text_of(sheet), data=(spaced(content.code), "one coffee")) == ""


def test_a_card_can_be_listened_to(tmp_path: Path) -> None:
    read = PdfReading(pdf_of(one_of_each(), PaperSize.A4, Design.WARM), tmp_path)

    assert [element.role for element in read.elements].count("H1") == 3
    assert f"Opens the answer to this idea: {BASE}/c/{CODE}" in {
        element.alternative for element in read.elements
    }
    assert any("Card 31" in line for line in read.outline)


def test_the_same_cards_give_the_same_bytes() -> None:
    contents = one_of_each()

    assert pdf_of(contents, PaperSize.A4, Design.WARM) == pdf_of(contents, PaperSize.A4, Design.WARM)
