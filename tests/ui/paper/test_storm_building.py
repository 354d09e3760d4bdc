"""The sheet of a storm that gathers: what was built so far, and room for whoever comes next."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from app.domain.ideas import Idea, Link, Visibility
from app.domain.ids import new_id
from app.domain.notices import PaperSize
from app.note_words import link_word
from tests.shop import make_idea
from tests.ui.paper.samples import make_words
from tests.ui.paper.storm_samples import (
    BASE,
    CODE,
    MADE,
    QUESTION,
    built,
    codes_read,
    day,
    guitar,
    make_shop,
    make_storm,
    of_storm,
    text_of,
    words_of,
)
from ui.paper.document import Document
from ui.paper.sheets import Sheet, Words
from ui.paper.storm_building import storm_building


def building(
    ideas: list[Idea], size: PaperSize = PaperSize.A4, language: str = "en", **changes: Any
) -> Document:
    return storm_building(of_storm(**changes), ideas, size, make_words(language))


def test_it_tells_question_end_chains_and_asks_for_more(tmp_path: Path) -> None:
    text = text_of(building(guitar()), tmp_path)

    parts = [
        QUESTION,
        "Build on each other until Wednesday 18 November, noon.",
        "An acoustic guitar, not too loud, so that one can still talk. Ben",
        "and My neighbour plays. He would come for supper and a hat. Priya",
        "but Only until nine: children sleep upstairs. Ingrid",
        "instead Every first Friday, then it stays special. A guest",
        "and you?",
        "Build on it: scan, no account",
        "Notice 141 hangs until 18 November",
    ]
    places = [text.find(part) for part in parts]
    assert -1 not in places
    assert places == sorted(places)


def test_while_nobody_has_written_the_sheet_is_kept_for_whoever_begins(tmp_path: Path) -> None:
    text = text_of(building([]), tmp_path)

    assert "and you? Nobody has said anything yet. What do you say?" in text
    assert "Continues" not in text


def test_an_extension_is_told_in_public(tmp_path: Path) -> None:
    first = make_storm().times
    later = replace(first, chooses_at=day(20, 11), closes_at=day(21, 17))

    text = text_of(building([], times=later, first_times=first), tmp_path)

    assert "Build on each other until Friday 20 November, noon." in text
    assert (
        "Extended once, until Friday 20 November, noon. At first it was until Wednesday 18 November" in text
    )


def test_a_single_idea_is_set_large() -> None:
    [one], [many] = building([built("Records!")]).lay_out(), building(guitar()).lay_out()

    assert size_of("Records!", one) > 1.3 * size_of("Only until nine", many)


def test_the_longest_chain_comes_first(tmp_path: Path) -> None:
    text = text_of(building([built("Alone.", minute=-60), *guitar()]), tmp_path)

    assert text.index("An acoustic guitar") < text.index("Alone.")


@pytest.mark.parametrize("size", PaperSize)
def test_what_finds_no_room_continues_on_the_board(size: PaperSize, tmp_path: Path) -> None:
    first = built("Records! Each table chooses one side.")
    ideas = [first, *(built(f"Number {number} builds on it.", first, Link.AND) for number in range(300))]
    ideas += [built(f"Another {number}.", minute=number) for number in range(30)]

    document = building(ideas, size)

    text = text_of(document, tmp_path)
    shown = text.count("Number ") + text.count("Another ") + text.count("Each table")
    assert f"Continues on the board: {331 - shown} more ideas" in text
    assert "and you?" in text
    assert len(document.lay_out()) == 1


def test_a_long_idea_is_whole_while_there_is_room_for_it(tmp_path: Path) -> None:
    long = "The step at the door is a fight each time, and a small ramp would help. " * 6

    assert "…" not in text_of(building([built(long.strip())]), tmp_path)


def test_long_ideas_end_with_an_ellipsis_when_many_want_to_be_heard(tmp_path: Path) -> None:
    long = "The step at the door is a fight each time, and a small ramp would help. " * 6

    text = text_of(building([built(long.strip(), minute=number) for number in range(12)]), tmp_path)

    assert "…" in text


def test_what_is_not_public_or_was_merged_is_never_shown(tmp_path: Path) -> None:
    ideas = [make_idea(f"Canary {place}", visibility=place) for place in Visibility]
    ideas.append(replace(make_idea("Canary merged"), merged_into=new_id(MADE)))

    text = text_of(building(ideas), tmp_path)

    assert "Canary public" in text
    assert text.count("Canary") == 1


def test_what_builds_on_an_idea_that_is_gone_begins_a_chain_of_its_own(tmp_path: Path) -> None:
    gone = built("Gone.")

    text = text_of(building([built("But not at night.", gone, Link.BUT)]), tmp_path)

    assert "But not at night." in text
    assert " but " not in text


@pytest.mark.parametrize("language", ["en", "de", "ar", "ja"])
def test_its_code_leads_to_the_storm_in_every_language(language: str) -> None:
    document = building(guitar(), PaperSize.A5, language, shop=make_shop(language=language))

    assert codes_read(document) == [f"{BASE}/s/{CODE}"]


def test_before_an_address_is_chosen_it_is_drawn_without_a_code() -> None:
    assert codes_read(building(guitar(), address="")) == []


def test_on_a_right_to_left_page_chains_begin_on_the_right() -> None:
    [left], [right] = (
        building(guitar(), language=language, shop=make_shop(language=language)).lay_out()
        for language in ("en", "ar")
    )

    assert word_of(left, "en").x < left.width / 2 < word_of(right, "ar").x


def size_of(text: str, sheet: Sheet) -> float:
    return next(words.line.size for words in words_of(sheet) if words.line.text.startswith(text))


def word_of(sheet: Sheet, language: str) -> Words:
    """What joins the second note to the first."""
    word = link_word(Link.AND, make_words(language))
    return next(words for words in words_of(sheet) if words.line.text == word)


def test_the_same_storm_gives_the_same_bytes() -> None:
    ideas = guitar()

    assert building(ideas).pdf() == building(ideas).pdf()
