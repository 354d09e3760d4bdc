"""Ballots: each with a code of its own that leads to its page, its number, and what can be chosen."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest

from app.domain.ballots import Ballot
from app.domain.claim_codes import spaced
from app.domain.errors import InvalidInput
from app.domain.ideas import Idea, Visibility
from app.domain.notices import PaperSize
from tests.shop import make_idea
from tests.ui.paper.samples import make_words
from tests.ui.paper.storm_samples import (
    BASE,
    QUESTION,
    built,
    codes_read,
    guitar,
    make_ballots,
    make_shop,
    of_storm,
    text_of,
)
from ui.paper.document import Document
from ui.paper.sheets import Stroke
from ui.paper.storm_ballots import GRIDS, storm_ballots


def sheets(
    ballots: Sequence[Ballot],
    shortlist: Sequence[Idea] = (),
    size: PaperSize = PaperSize.A4,
    language: str = "en",
    **changes: Any,
) -> Document:
    return storm_ballots(of_storm(**changes), ballots, shortlist, size, make_words(language))


def test_a_ballot_tells_all_that_it_takes_to_choose(tmp_path: Path) -> None:
    [ballot] = make_ballots(1)

    text = text_of(sheets([ballot], guitar()[:3]), tmp_path)

    for part in (
        "Linden Street Bakery",
        QUESTION,
        "An acoustic guitar, not too loud, so that one can still talk.",
        "Counts once, until Thursday 19 November, 18:00.",
        "Ballot 1",
        spaced(ballot.code),
    ):
        assert part in text


@pytest.mark.parametrize("size", PaperSize)
def test_each_code_leads_to_its_own_ballot(size: PaperSize) -> None:
    ballots = make_ballots(9)

    read = codes_read(sheets(ballots, guitar(), size))

    assert sorted(read) == sorted(f"{BASE}/b/{ballot.code}" for ballot in ballots)


@pytest.mark.parametrize("size", PaperSize)
@pytest.mark.parametrize(("count", "full"), [(1, 1), (0, 1), (1, 2)])
def test_a_sheet_holds_as_many_as_its_paper(size: PaperSize, count: int, full: int) -> None:
    across, down = GRIDS[size]
    ballots = make_ballots(across * down * full + count)

    assert len(sheets(ballots, size=size).lay_out()) == full + count


def test_every_number_is_printed_once(tmp_path: Path) -> None:
    text = text_of(sheets(make_ballots(17)), tmp_path)

    assert [text.count(f"Ballot {number} ") for number in (2, 9)] == [1, 1]


def test_before_each_choice_stands_a_box_to_tick() -> None:
    [without], [three] = sheets(make_ballots(1)).lay_out(), sheets(make_ballots(1), guitar()[:3]).lay_out()

    strokes = [sum(isinstance(thing, Stroke) for thing in sheet.things) for sheet in (without, three)]

    assert strokes[1] - strokes[0] == 3


def test_a_shortlist_without_room_sends_to_the_board(tmp_path: Path) -> None:
    many = [built(f"Idea number {number} of a long evening.", minute=number) for number in range(12)]

    text = text_of(sheets(make_ballots(1), many), tmp_path)

    assert "What can be chosen hangs on the board." in text
    assert "Idea number" not in text


def test_a_long_choice_goes_on_on_the_board(tmp_path: Path) -> None:
    text = text_of(
        sheets(make_ballots(1), [built("A guitar, and then a song. " * 15), built("No.")]), tmp_path
    )

    assert "…" in text
    assert "No." in text


def test_what_is_not_public_cannot_be_chosen(tmp_path: Path) -> None:
    ideas = [make_idea(f"Canary {place}", visibility=place) for place in Visibility]

    assert text_of(sheets(make_ballots(1), ideas), tmp_path).count("Canary") == 1


def test_without_an_address_there_are_no_ballots() -> None:
    with pytest.raises(InvalidInput) as refused:
        sheets(make_ballots(1), address="")

    assert refused.value.field == "address"


def test_the_same_ballots_give_the_same_bytes() -> None:
    ballots, ideas = make_ballots(3), guitar()

    assert sheets(ballots, ideas).pdf() == sheets(ballots, ideas).pdf()


@pytest.mark.parametrize("language", ["de", "ar", "ja"])
def test_codes_read_in_every_language(language: str) -> None:
    ballots = make_ballots(3)

    read = codes_read(sheets(ballots, guitar(), PaperSize.A5, language, shop=make_shop(language=language)))

    assert len(read) == 3
