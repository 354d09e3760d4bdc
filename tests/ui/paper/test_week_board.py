"""The week's board: always one sheet, and what has no room on it is counted."""

from __future__ import annotations

from pathlib import Path

import pytest

from app.domain.gathered import Week
from app.domain.notices import Design, PaperSize
from tests.ui.paper.gathered_samples import four, new, storm_told, told, week
from tests.ui.paper.samples import make_words
from tests.ui.paper.storm_samples import BASE, codes_read, text_of, words_of
from ui.paper.document import Document
from ui.paper.week_board import SIZES, ideas_shown, week_board


def document(
    content: Week, size: PaperSize = PaperSize.A4, design: Design = Design.PLAIN, language: str = "en"
) -> Document:
    return week_board(content, size, make_words(language), design)


@pytest.mark.parametrize("design", Design)
@pytest.mark.parametrize("size", SIZES)
def test_the_code_leads_to_the_board_in_every_design(design: Design, size: PaperSize) -> None:
    assert codes_read(document(week(), size, design)) == [f"{BASE}/?n=141"]


def test_the_board_is_read_in_its_order(tmp_path: Path) -> None:
    text = text_of(document(week()), tmp_path)

    parts = (
        *("Linden Street Bakery", "This week", "23 November to 29 November"),
        *("What music on Friday nights?", "Build on each other until Wednesday 18 November"),
        *("New on the board", "A hook for bags", "and 2 more", "Answered", "Sell yesterday’s", "Done"),
        *("What most of you want", "54", "A bench in the sun", "The whole board:", "Notice 141"),
    )
    places = [text.index(part) for part in parts]
    assert places == sorted(places)


def test_what_has_no_room_is_counted() -> None:
    ideas = [new(f"{number}. {'long words ' * 8}") for number in range(12)]
    answers = [told(f"{number}. answered", answer="so " * 100) for number in range(12)]
    content = week(new=tuple(ideas), new_count=300, answered=tuple(answers), answered_count=40)

    [sheet] = document(content, PaperSize.A5, Design.BOLD).lay_out()

    text = "\n".join(placed.line.text for placed in words_of(sheet))
    shown = (sum(f"{number}. long" in text for number in range(12)), text.count(". answered"))
    assert min(shown) >= 1
    assert f"and {300 - shown[0]} more" in text
    assert f"and {40 - shown[1]} more" in text
    carried = ideas_shown(content, PaperSize.A5, make_words(), Design.BOLD)
    assert len(carried) == sum(shown) + 1


def test_one_kind_alone_takes_both_columns() -> None:
    ideas = tuple(new(f"{number}. idea") for number in range(6))
    content = week(new=ideas, new_count=6, answered=(), answered_count=0, storms=(), wanted=())

    [sheet] = document(content).lay_out()

    places = {round(placed.x) for placed in words_of(sheet) if placed.line.text.endswith(". idea")}
    assert len(places) == 2


def test_two_storms_at_once_both_stand_there(tmp_path: Path) -> None:
    content = week(storms=(storm_told("Which cake?"), storm_told("Which music?")))

    text = text_of(document(content, design=Design.WARM), tmp_path)

    assert "Which cake?" in text
    assert "Which music?" in text


@pytest.mark.parametrize("design", Design)
def test_of_many_storms_it_is_said_how_many_more_there_are(design: Design) -> None:
    content = week(new=(), new_count=0, storms=(storm_told(),) * 5)

    [sheet] = document(content, design=design).lay_out()

    assert "and 3 more" in [placed.line.text for placed in words_of(sheet)]


def test_a_quiet_week_asks_for_more(tmp_path: Path) -> None:
    content = week(new=(), new_count=0, answered=(), answered_count=0, storms=(), wanted=())

    for design in Design:
        assert "What is on your mind?" in text_of(document(content, design=design), tmp_path)


def test_larger_type_where_there_is_little_to_tell() -> None:
    def size(content: Week) -> float:
        [sheet] = document(content).lay_out()
        return next(placed.line.size for placed in words_of(sheet) if placed.line.text == "A hook for bags")

    only = (new("A hook for bags"),)
    assert size(week(new=only, new_count=1, answered=(), answered_count=0, wanted=())) > size(
        week(new=(*only, *map(new, "abcdefgh")), new_count=9, answered=four(), answered_count=4)
    )
