"""Texts in boxes: as large as they may be, smaller where they must, and never cut without a sign."""

from __future__ import annotations

import pytest

from tests.ui.paper.samples import make_words
from ui.paper.fitting import GOES_ON, clipped, fitted
from ui.paper.paragraph import Style
from ui.paper.setting import Block

STYLE = Style(20, "#000000", leading=1.2)
LONG = "The step at the door is a fight each time, and a small ramp would help. " * 4


def text_of(block: Block) -> str:
    return " ".join(placed.line.text for placed in block.lines)


def test_a_text_that_fits_keeps_its_size() -> None:
    block = fitted("Records!", STYLE, 300, 30, make_words())

    assert block.lines[0].line.size == 20


def test_one_that_does_not_gets_smaller_and_stays_whole() -> None:
    block = fitted(LONG, STYLE, 300, 100, make_words())

    assert block.height <= 100
    assert block.lines[0].line.size < 20
    assert text_of(block) == LONG.strip()


def test_a_long_word_makes_the_text_smaller_before_it_is_broken() -> None:
    block = fitted("Donaudampfschifffahrt", STYLE, 120, 200, make_words())

    assert len(block.lines) == 1


def test_a_word_that_fits_at_no_size_is_broken_at_the_largest() -> None:
    block = fitted("W" * 90, STYLE, 120, 200, make_words())

    assert block.has_broken_word
    assert block.height <= 200


def test_what_fits_at_no_size_ends_with_an_ellipsis() -> None:
    block = fitted(LONG, STYLE, 120, 40, make_words(), smallest=0.8)

    assert block.height <= 40
    assert text_of(block).endswith(GOES_ON)
    assert block.lines[0].line.size == pytest.approx(16)


def test_no_word_of_a_headline_stands_alone_in_its_last_line() -> None:
    block = fitted("A water fountain outside by the dogs.", STYLE, 150, 200, make_words(), even=True)

    assert [placed.line.text for placed in block.lines] == ["A water fountain", "outside by", "the dogs."]


@pytest.mark.parametrize("lines", [1, 2, 3])
def test_a_clipped_text_has_so_many_lines(lines: int) -> None:
    found = clipped(LONG, STYLE, 300, make_words(), most_lines=lines)

    assert found.is_cut
    assert len(found.block.lines) == lines
    assert text_of(found.block).endswith(GOES_ON)


def test_a_text_that_fits_is_not_clipped() -> None:
    found = clipped("Records!", STYLE, 300, make_words(), most_lines=1)

    assert not found.is_cut
    assert text_of(found.block) == "Records!"


def test_a_cut_never_goes_through_a_letter() -> None:
    found = clipped("👩‍👩‍👧‍👦" * 40, STYLE, 100, make_words(), most_lines=1)

    assert set(text_of(found.block)) == set("👩‍👩‍👧‍👦…")
    assert text_of(found.block).count("👩") == 2 * text_of(found.block).count("👦")


def test_a_letter_that_is_wider_than_its_room_gets_smaller() -> None:
    for block in (fitted("﷽", STYLE, 60, 100, make_words()), clipped("﷽", STYLE, 60, make_words()).block):
        assert block.width <= 60.1


def test_where_nothing_fits_the_beginning_and_the_sign_are_left() -> None:
    assert text_of(clipped(LONG, STYLE, 300, make_words(), room=1).block) == f"T{GOES_ON}"


def test_a_quotation_is_closed_also_where_it_was_cut() -> None:
    block = fitted(LONG, STYLE, 60, 30, make_words(), closing="”")

    assert text_of(block).endswith(GOES_ON + "”")
