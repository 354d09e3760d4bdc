"""Business cards and Wi-Fi cards: how large they are, how many on a sheet, and what stands on them."""

from __future__ import annotations

import pytest

from app.domain.errors import InvalidInput
from app.domain.notices import PaperSize
from app.domain.wifi import WifiNetwork
from tests.ui.paper.place_samples import NETWORK, make_place
from tests.ui.paper.samples import make_words
from ui.paper.business_card import business_cards
from ui.paper.sheets import Code, Sheet, Words, mm
from ui.paper.wifi_card import wifi_cards


def codes(sheet: Sheet) -> list[Code]:
    return [thing for thing in sheet.things if isinstance(thing, Code)]


def text_of(sheet: Sheet) -> list[str]:
    return [thing.line.text for thing in sheet.things if isinstance(thing, Words)]


@pytest.mark.parametrize(("size", "card"), [(PaperSize.A4, (85.0, 55.0)), (PaperSize.LETTER, (88.9, 50.8))])
def test_ten_business_cards_stand_on_a_sheet(size: PaperSize, card: tuple[float, float]) -> None:
    [sheet] = business_cards(make_place(), size, make_words()).lay_out()

    first, second, third, *rest = codes(sheet)

    assert len(rest) == 7
    assert (second.x - first.x) / mm(1) == pytest.approx(card[0])
    assert (third.y - first.y) / mm(1) == pytest.approx(card[1])
    assert first.x > (sheet.width - 2 * mm(card[0])) / 2
    assert first.y > (sheet.height - 5 * mm(card[1])) / 2


def test_business_cards_have_no_other_paper() -> None:
    with pytest.raises(InvalidInput) as refused:
        business_cards(make_place(), PaperSize.A5, make_words())

    assert refused.value.field == "size"


@pytest.mark.parametrize("size", PaperSize)
def test_a_wifi_card_has_both_codes_and_says_which_is_first(size: PaperSize) -> None:
    [sheet] = wifi_cards(make_place(), NETWORK, size, make_words()).lay_out()

    cards = 4 if size in {PaperSize.A4, PaperSize.LETTER} else 1
    assert len(codes(sheet)) == 2 * cards
    text = text_of(sheet)
    assert text.count("1  Join our Wi-Fi") == text.count("2  Write your idea") == cards
    assert text.count(NETWORK.name) == text.count(NETWORK.password) == cards
    join, write = codes(sheet)[:2]
    assert join.y + join.side < write.y
    assert join.alternative == "QR code to join the Wi-Fi Linden Guests"


def test_an_open_wifi_says_that_it_needs_none() -> None:
    [sheet] = wifi_cards(make_place(), WifiNetwork(name="Guests"), PaperSize.A6, make_words()).lay_out()

    assert "No password" in text_of(sheet)


def test_the_password_is_no_part_of_what_a_document_tells_of_itself() -> None:
    document = wifi_cards(make_place(), NETWORK, PaperSize.A6, make_words())

    assert NETWORK.password not in " ".join((document.title, *document.texts, repr(NETWORK)))
