"""The announcement of a storm: its question, how to build on each other, until when, and where its code leads."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from app.domain.errors import InvalidInput
from app.domain.ideas import Idea, Link, Visibility
from app.domain.notices import PaperSize
from app.domain.storms import Timetable
from tests.shop import make_idea
from tests.ui.paper.samples import make_words
from tests.ui.paper.storm_samples import (
    BASE,
    CODE,
    QUESTION,
    built,
    codes_of,
    codes_read,
    day,
    guitar,
    make_shop,
    of_storm,
    small_logo,
    text_of,
    words_of,
)
from ui.paper.document import Document
from ui.paper.sheets import SIZES_MM, Picture, Sheet, mm
from ui.paper.storm_poster import storm_poster


def poster(
    ideas: list[Idea] | None = None,
    size: PaperSize = PaperSize.A4,
    language: str = "en",
    **changes: Any,
) -> Document:
    return storm_poster(of_storm(**changes), ideas or [], size, make_words(language))


def sheet_of(document: Document) -> Sheet:
    [sheet] = document.lay_out()
    return sheet


def test_it_asks_shows_how_to_build_and_says_until_when(tmp_path: Path) -> None:
    text = text_of(poster(), tmp_path)

    for part in (
        "Linden Street Bakery",
        "A storm: one question, all of us",
        QUESTION,
        "and I know somebody who could help with that.",
        "instead Why not let the children choose?",
        "Build on each other until Wednesday 18 November, noon.",
        "Choose until Thursday 19 November, 18:00.",
        "Scan, use the kiosk, or ask for a card. Notice 141, hangs until 19 November",
    ):
        assert part in text


def test_the_storms_own_first_contributions_take_the_place_of_our_examples(tmp_path: Path) -> None:
    text = text_of(poster(guitar()), tmp_path)

    assert "and My neighbour plays. He would come for supper and a hat. Priya" in text
    assert "but Only until nine: children sleep upstairs. Ingrid" in text
    assert "instead Every first Friday, then it stays special. A guest" in text
    assert "somebody who could help" not in text


def test_ideas_that_nothing_builds_on_are_shown_without_a_word(tmp_path: Path) -> None:
    text = text_of(poster([built("Records!", name="Chloe"), built("Quiet.", minute=1)]), tmp_path)

    assert "Records! Chloe Quiet. A guest" in text
    assert "somebody who could help" not in text


def test_what_is_not_public_is_never_shown(tmp_path: Path) -> None:
    ideas = [make_idea(f"Canary {place}", visibility=place) for place in Visibility]

    text = text_of(poster(ideas), tmp_path)

    assert "Canary public" in text
    assert all(f"Canary {place}" not in text for place in Visibility if place is not Visibility.PUBLIC)


def test_a_storm_without_choosing_tells_one_end(tmp_path: Path) -> None:
    times = Timetable(gathers_at=day(16, 8), chooses_at=day(18, 11), closes_at=day(18, 11))

    text = text_of(poster(times=times), tmp_path)

    assert "Build on each other until Wednesday 18 November, noon." in text
    assert "Choose" not in text


def test_an_extension_is_told_in_public(tmp_path: Path) -> None:
    first = Timetable(gathers_at=day(16, 8), chooses_at=day(18, 11), closes_at=day(19, 17))
    later = Timetable(gathers_at=day(16, 8), chooses_at=day(18, 11), closes_at=day(21, 17))

    text = text_of(poster(times=later, first_times=first), tmp_path)

    assert "Choose until Saturday 21 November, 18:00. Extended once, until Saturday 21 November" in text


def test_what_the_question_is_asked_for_stands_beside_the_sign(tmp_path: Path) -> None:
    assert "We have one evening to give." in text_of(poster(about="We have one evening to give."), tmp_path)


def test_without_a_number_it_says_only_how_long_it_hangs(tmp_path: Path) -> None:
    text = text_of(poster(number=None), tmp_path)

    assert "Hangs until 19 November" in text
    assert "Notice" not in text


def test_without_an_address_there_is_no_poster() -> None:
    with pytest.raises(InvalidInput) as refused:
        poster(address="")

    assert refused.value.field == "address"


@pytest.mark.parametrize("size", PaperSize)
def test_each_paper_has_its_true_size_and_a_code_that_reads(size: PaperSize) -> None:
    width, height = SIZES_MM[size]
    document = poster(guitar(), size)

    sheet = sheet_of(document)

    assert (sheet.width, sheet.height) == (mm(width), mm(height))
    assert codes_read(document) == [f"{BASE}/s/{CODE}"]


def test_the_question_is_the_largest_text_and_a_long_one_takes_room_from_the_sign() -> None:
    short = sheet_of(poster())
    long = sheet_of(
        poster(question="Which of all the breads of ten years shall come back for Christmas this time?")
    )

    for sheet in (short, long):
        sizes = sorted((words.line.size for words in words_of(sheet)), reverse=True)
        assert sizes[0] >= 1.5 * sizes[-1]
        assert max(words_of(sheet), key=lambda words: words.line.size).line.size >= 40


def test_on_a_right_to_left_page_the_code_stands_on_the_right() -> None:
    left = codes_of(sheet_of(poster()))[0]
    right = codes_of(sheet_of(poster(language="ar", shop=make_shop(language="ar"))))[0]

    assert left.x < mm(105) < right.x


def test_the_shops_logo_takes_the_place_of_the_teacup() -> None:
    sheet = sheet_of(poster(logo=small_logo()))

    assert any(isinstance(thing, Picture) for thing in sheet.things)


def test_the_same_storm_gives_the_same_bytes() -> None:
    ideas = guitar()

    assert poster(ideas).pdf() == poster(ideas).pdf()


def test_one_note_for_each_way_to_build_however_many_wrote() -> None:
    first = built("Records!")
    ideas = [first, *(built(f"And {number}", first, Link.AND) for number in range(40))]

    shown = [words.line.text for words in words_of(sheet_of(poster(ideas)))]

    assert sum(text.startswith("And ") for text in shown) == 2
