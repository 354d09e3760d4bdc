"""Whatever people write into a storm: every sheet builds, stays on its paper and in its notes, and its code is
clear; what the shop says is never lost."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QRectF

from app.domain.conclusions import WORDS_GRAPHEMES
from app.domain.ideas import Idea, Link
from app.domain.notices import PaperSize
from app.domain.storms import ABOUT_GRAPHEMES, QUESTION_GRAPHEMES
from app.domain.tallies import tally
from app.domain.text import IDEA_GRAPHEMES, NAME_GRAPHEMES, clean, clean_line, first_graphemes
from tests.ui.paper.samples import make_words
from tests.ui.paper.storm_samples import (
    built,
    codes_of,
    flat,
    make_ballots,
    make_conclusion,
    make_look_back,
    make_outcome,
    make_photo,
    make_shop,
    of_storm,
    words_of,
)
from tests.ui.paper.test_any_text import ANY_TEXT, NAUGHTY, keeps_clear, letters, naughty_or_any
from ui.paper.document import Document
from ui.paper.sheets import Fill, Sheet, Turned, Words, mm
from ui.paper.storm_ballots import storm_ballots
from ui.paper.storm_building import storm_building
from ui.paper.storm_conclusion import storm_conclusion
from ui.paper.storm_head import OfStorm
from ui.paper.storm_poster import storm_poster
from ui.paper.storm_proof import Carried, storm_proof

LEAST_MARGIN = mm(4)
# Without shrinking: a layout takes long, and the smallest text that fails says little more than the first.
ANY_LAYOUT = settings(ANY_TEXT, max_examples=25, phases=(Phase.explicit, Phase.reuse, Phase.generate))
LANGUAGES = ("en", "ar", "ja")
PHOTO = make_photo()


def line(limit: int, otherwise: str) -> st.SearchStrategy[str]:
    return naughty_or_any.map(lambda text: first_graphemes(clean_line(text), limit).strip() or otherwise)


def words(limit: int) -> st.SearchStrategy[str]:
    return naughty_or_any.map(lambda text: first_graphemes(clean(text), limit).strip())


@st.composite
def storms(draw: st.DrawFn) -> tuple[OfStorm, str]:
    language = draw(st.sampled_from(LANGUAGES))
    name = draw(line(60, "Shop"))
    return of_storm(
        shop=make_shop(name=name, language=language),
        question=draw(line(QUESTION_GRAPHEMES, "Why?")),
        about=draw(words(ABOUT_GRAPHEMES)),
        number=draw(st.sampled_from([None, 7, 1_000_000])),
    ), language


@st.composite
def contributions(draw: st.DrawFn) -> list[Idea]:
    made: list[Idea] = []
    for number in range(draw(st.integers(0, 7))):
        on = draw(st.sampled_from([None, *made]))
        text, name = (
            draw(words(IDEA_GRAPHEMES)) or "x",
            draw(st.one_of(st.just(""), line(NAME_GRAPHEMES, ""))),
        )
        made.append(built(text, on, draw(st.sampled_from(Link)), name=name, minute=number))
    return made


Drawn = Callable[[OfStorm, str, list[Idea], PaperSize], Document]


def poster(of: OfStorm, language: str, ideas: list[Idea], size: PaperSize) -> Document:
    return storm_poster(of, ideas, size, make_words(language))


def building(of: OfStorm, language: str, ideas: list[Idea], size: PaperSize) -> Document:
    return storm_building(of, ideas, size, make_words(language))


def ballots(of: OfStorm, language: str, ideas: list[Idea], size: PaperSize) -> Document:
    return storm_ballots(of, make_ballots(3), ideas, size, make_words(language))


@settings(ANY_LAYOUT)
@given(storms(), contributions(), st.sampled_from(PaperSize), st.sampled_from([poster, building, ballots]))
def test_all_words_stay_on_paper_and_on_their_notes(
    storm: tuple[OfStorm, str], ideas: list[Idea], size: PaperSize, drawn: Drawn
) -> None:
    of, language = storm

    sheets = drawn(of, language, ideas, size).lay_out()

    for sheet in sheets:
        check(sheet)


@settings(ANY_LAYOUT)
@given(
    storms(),
    contributions(),
    st.sampled_from(PaperSize),
    st.lists(words(WORDS_GRAPHEMES), min_size=4, max_size=4),
)
def test_nothing_that_the_shop_concludes_is_lost(
    storm: tuple[OfStorm, str], ideas: list[Idea], size: PaperSize, said: list[str]
) -> None:
    of, language = storm
    heard, decided, because, thanks = said
    conclusion = make_conclusion(
        ideas, heard=heard or "a", decided=decided or "b", because=because, thanks=thanks
    )
    counted = tally([idea.id for idea in ideas], {idea.id: 3 for idea in ideas}, {}, 3)

    sheets = storm_conclusion(
        of, ideas, size, make_words(language), conclusion=conclusion, credited=ideas, tally=counted
    ).lay_out()

    for sheet in sheets:
        check(sheet)
    assert not missing([heard, decided, because, thanks], sheets)


@settings(ANY_LAYOUT)
@given(
    storms(),
    contributions(),
    st.sampled_from(PaperSize),
    st.lists(words(WORDS_GRAPHEMES), min_size=3, max_size=3),
)
def test_nothing_that_was_done_is_lost(
    storm: tuple[OfStorm, str], ideas: list[Idea], size: PaperSize, said: list[str]
) -> None:
    of, language = storm
    decided, done, seen = said
    carried = Carried(
        conclusion=make_conclusion(ideas, decided=decided or "b"),
        outcome=make_outcome(text=done or "c", label=clean_line(done)[:40]),
        look_back=make_look_back(text=seen or "d"),
        photo=PHOTO if len(ideas) % 2 else None,
    )

    sheets = storm_proof(of, size, make_words(language), carried=carried, credited=ideas).lay_out()

    for sheet in sheets:
        check(sheet)
    assert not missing([decided, done, seen], sheets)


@pytest.mark.parametrize("drawn", [poster, building, ballots])
@pytest.mark.parametrize("text", NAUGHTY)
def test_a_file_can_be_made_of_hostile_words(drawn: Drawn, text: str) -> None:
    of = of_storm(
        question=first_graphemes(clean_line(text), QUESTION_GRAPHEMES) or "?", about=clean(text)[:300]
    )
    ideas = [built(clean(text)[:500] or "x", name=clean_line(text)[:60])]

    pdf = drawn(of, "en", ideas, PaperSize.A5).pdf()

    assert pdf.startswith(b"%PDF-")
    assert b"nan" not in pdf[:200]


def check(sheet: Sheet) -> None:
    paper = QRectF(0, 0, sheet.width, sheet.height).adjusted(
        LEAST_MARGIN, LEAST_MARGIN, -LEAST_MARGIN, -LEAST_MARGIN
    )
    for placed in words_of(sheet):
        assert is_within(placed, paper), placed.line.text
        assert all(keeps_clear(placed, code) for code in codes_of(sheet)), placed.line.text
    for note in [thing for thing in sheet.things if isinstance(thing, Turned)]:
        [*papers] = [thing for thing in note.things if isinstance(thing, Fill)]
        for placed in (thing for thing in flat(note.things) if papers and isinstance(thing, Words)):
            assert is_within(placed, papers[0].path.boundingRect()), placed.line.text


def is_within(placed: Words, box: QRectF) -> bool:
    return (
        box.left() - 0.5 <= placed.x
        and placed.x + placed.line.width <= box.right() + 0.5
        and box.top() <= placed.baseline <= box.bottom()
    )


def missing(texts: list[str], sheets: object) -> Counter[str]:
    assert isinstance(sheets, list)
    shown = Counter(letters("".join(placed.line.text for sheet in sheets for placed in words_of(sheet))))
    return Counter(letters("".join(texts))) - shown
