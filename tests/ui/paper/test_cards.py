"""Cards of postcard size: what they say, the code on their strip, and how many a sheet holds."""

from __future__ import annotations

import subprocess
from datetime import date
from pathlib import Path

import pytest
import zxingcpp

from app.domain.claim_codes import spaced
from app.domain.ideas import Idea
from app.domain.ids import new_id
from app.domain.notices import PaperSize
from app.domain.paper_cards import PaperCard
from app.domain.shop import Shop
from app.domain.thanks import ThankCard
from app.pictures import make_logo
from tests.pictures import as_file, noise
from tests.shop import MORNING, make_idea
from tests.ui.paper.samples import make_words, pdf_pages
from ui.paper.cards import CardContent, blank_card, card_sheets, claim_slip, draw_cards, thank_card
from ui.paper.setting import CAP_SHARE
from ui.paper.sheets import Picture, Words

SHOP = Shop(id=new_id(MORNING), name="Linden Street Bakery", owner="Marta")
BASE = "http://192.168.178.31:8765"
CODE = "K7QX2M4TB"


def thanks(idea: Idea | None) -> CardContent:
    card = ThankCard(
        id=new_id(MORNING), code=CODE, worth="one coffee", made_at=MORNING, good_until=date(2027, 11, 20)
    )
    return thank_card(SHOP, card, idea, make_words())


def blank(number: int = 31, base: str = BASE) -> CardContent:
    card = PaperCard(id=new_id(MORNING), number=number, claim_code=CODE, made_at=MORNING)
    return blank_card(SHOP, card, base, make_words())


def text_of(pdf: bytes, folder: Path) -> str:
    file = folder / "cards.pdf"
    file.write_bytes(pdf)
    told = subprocess.run(["pdftotext", file, "-"], capture_output=True, text=True, check=True).stdout
    return " ".join(told.split())


def test_a_thank_you_card_says_for_what_and_what_it_is_good_for(tmp_path: Path) -> None:
    pdf = draw_cards([thanks(make_idea("A bowl", name="Sam"))], PaperSize.A4, make_words())

    text = text_of(pdf, tmp_path)
    for part in ("Thank you, Sam.", "You said: “A bowl”", "Good for: one coffee", spaced(CODE), "2027"):
        assert part in text


def test_a_nameless_author_and_an_erased_one_are_thanked_too(tmp_path: Path) -> None:
    pdf = draw_cards([thanks(make_idea("A bowl")), thanks(None)], PaperSize.A4, make_words())

    assert text_of(pdf, tmp_path).count("Thank you.") == 2


def test_a_blank_card_carries_its_number_twice_and_its_code_as_a_picture(tmp_path: Path) -> None:
    pdf = draw_cards([blank()], PaperSize.A6, make_words())

    assert text_of(pdf, tmp_path).count("Card 31") == 2
    assert read_codes(pdf) == [f"{BASE}/c/{CODE}"]


def test_four_codes_on_one_sheet_are_each_read() -> None:
    pdf = draw_cards([blank(number) for number in range(1, 5)], PaperSize.A4, make_words())

    assert read_codes(pdf) == [f"{BASE}/c/{CODE}"] * 4


def test_without_an_address_there_is_the_code_alone() -> None:
    slip = claim_slip(SHOP, make_idea("A bowl"), "", make_words())

    assert slip.address == ""
    assert card_sheets([slip], PaperSize.A6, make_words())


@pytest.mark.parametrize(
    ("size", "count", "sheets"),
    [(PaperSize.A4, 4, 1), (PaperSize.A4, 5, 2), (PaperSize.LETTER, 4, 2), (PaperSize.A6, 3, 3)],
)
def test_a_sheet_holds_as_many_as_fit(size: PaperSize, count: int, sheets: int) -> None:
    assert len(card_sheets([blank() for _ in range(count)], size, make_words())) == sheets


@pytest.mark.parametrize("shape", [(64, 64), (900, 60), (60, 900)])
def test_every_kind_of_card_wears_the_logo_of_the_shop(shape: tuple[int, int]) -> None:
    logo, words = make_logo(as_file(noise(shape))).png, make_words()
    card = PaperCard(id=new_id(MORNING), number=31, claim_code=CODE, made_at=MORNING)
    thanked = ThankCard(
        id=new_id(MORNING), code=CODE, worth="one coffee", made_at=MORNING, good_until=date(2027, 11, 20)
    )
    contents = [
        thank_card(SHOP, thanked, None, words, logo=logo),
        blank_card(SHOP, card, BASE, words, logo=logo),
        claim_slip(SHOP, make_idea("A bowl"), BASE, words, logo=logo),
    ]

    for sheet in card_sheets(contents, PaperSize.A6, words):
        [worn] = [thing for thing in sheet.things if isinstance(thing, Picture)]
        assert worn.file == logo
        assert worn.x > 0
        assert worn.y > 0
        below = worn.y + worn.height
        headline = max(
            (thing for thing in sheet.things if isinstance(thing, Words)), key=lambda line: line.line.size
        )
        assert below < headline.baseline - headline.line.size * CAP_SHARE


@pytest.mark.parametrize("language", ["en", "de", "ar", "ja"])
@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Donaudampfschifffahrtsgesellschaftskapitän " * 12, "Wolfeschlegelsteinhausenbergerdorff"),
        ("هل يمكن إضافة كرسي قرب النافذة؟ " * 20, "هدى"),
        ("🥐👩‍👩‍👧‍👦🇪🇸" * 40, "🥐"),
        ("W" * 500, "W" * 60),
    ],
)
def test_long_and_hostile_words_stay_on_the_card(text: str, name: str, language: str) -> None:
    words = make_words(language)
    card = ThankCard(id=new_id(MORNING), code=CODE, worth="W" * 60, made_at=MORNING, good_until=date.max)
    content = thank_card(SHOP, card, make_idea(text, name=name), words)

    [sheet] = card_sheets([content], PaperSize.A6, words)

    lines = [thing for thing in sheet.things if isinstance(thing, Words)]
    assert all(line.x >= 0 and line.x + line.line.width <= sheet.width + 0.5 for line in lines)
    assert all(0 < line.baseline < sheet.height for line in lines)


def read_codes(pdf: bytes) -> list[str]:
    [page] = pdf_pages(pdf, dpi=150)
    return [code.text for code in zxingcpp.read_barcodes(page)]
