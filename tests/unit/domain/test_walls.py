from __future__ import annotations

from uuid import UUID

import pytest

from app.domain.errors import InvalidInput
from app.domain.ideas import Status
from app.domain.notices import Carried, PaperSize, SheetKind, Shown, tells_the_same
from app.domain.walls import (
    Measures,
    Position,
    check_measures,
    clean_place_name,
    fits,
    measures_of,
    nearest_inside,
)
from ui.paper.sheets import SIZES_MM

BOARD = Measures(1200, 900)


@pytest.mark.parametrize("size", PaperSize)
def test_paper_is_as_large_on_the_board_as_it_is_printed(size: PaperSize) -> None:
    width, height = SIZES_MM[size]

    assert measures_of(SheetKind.ANSWER, size) == Measures(round(width), round(height))


def test_a_card_is_cut_out_of_its_sheet() -> None:
    assert measures_of(SheetKind.QR_CARD, PaperSize.A4) == Measures(85, 55)


def test_what_would_stick_out_is_moved_in() -> None:
    sheet = Measures(148, 210)

    assert nearest_inside(sheet, Position(-5, 880), BOARD) == Position(0, 690)
    assert fits(sheet, Position(0, 690), BOARD)
    assert not fits(sheet, Position(0, 691), BOARD)
    assert nearest_inside(sheet, Position(7, 7), Measures(100, 100)) == Position(0, 0)


def test_names_and_measures_are_checked() -> None:
    assert clean_place_name("  Board \n by the door ") == "Board by the door"
    for measures, field in ((Measures(99, 900), "width"), (Measures(1200, 10_001), "height")):
        with pytest.raises(InvalidInput) as refused:
            check_measures(measures)
        assert refused.value.field == field


def test_what_is_not_known_of_an_older_sheet_is_taken_to_be_the_same() -> None:
    idea = UUID(int=1)
    known = Carried(idea_id=idea, response_id=UUID(int=2), revision_id=idea, said=Status.DONE)
    old = Carried(idea_id=idea, response_id=UUID(int=2), revision_id=None, said=Status.DONE)
    new = Shown(shop_name="Bakery", shop_colour="#8F3A1B", address="http://shop", carries=(known,))

    assert tells_the_same(Shown(shop_name="", carries=(old,)), new)
    assert not tells_the_same(Shown(shop_name="Old name", carries=(old,)), new)
    assert not tells_the_same(Shown(shop_name="", carries=()), new)
