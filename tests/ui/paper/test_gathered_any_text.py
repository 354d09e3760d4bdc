"""Whatever people write: sheets of several things build, stay on their paper and in their notes, keep their codes
clear, and lose nothing without a sign."""

from __future__ import annotations

from datetime import date
from uuid import UUID

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QRectF

from app.domain.gathered import Told
from app.domain.ideas import Status
from app.domain.notices import Design, PaperSize
from app.domain.text import (
    ANSWER_GRAPHEMES,
    IDEA_GRAPHEMES,
    NAME_GRAPHEMES,
    REASON_GRAPHEMES,
    clean,
    clean_line,
    first_graphemes,
)
from tests.ui.paper.gathered_samples import concluded, on_paper, storm_told, told, week, year, you_said
from tests.ui.paper.samples import make_words
from tests.ui.paper.storm_samples import codes_of, flat, make_photo, words_of
from tests.ui.paper.test_any_text import ANY_TEXT, NAUGHTY, keeps_clear, naughty_or_any
from tests.ui.paper.test_storm_any_text import LEAST_MARGIN, is_within, missing
from ui.paper.sheets import Fill, Sheet, Turned, Words
from ui.paper.week_board import week_board
from ui.paper.year_in_answers import year_pages
from ui.paper.you_said import SIZES, you_said_sheet

# Without shrinking: a layout takes long, and the smallest text that fails says little more than the first.
ANY_SHEET = settings(ANY_TEXT, max_examples=12, phases=(Phase.explicit, Phase.reuse, Phase.generate))
LANGUAGES = ("en", "ar", "ja")
PHOTO = make_photo().content


def line(limit: int, otherwise: str) -> st.SearchStrategy[str]:
    return naughty_or_any.map(lambda text: first_graphemes(clean_line(text), limit).strip() or otherwise)


def words(limit: int, otherwise: str = "x") -> st.SearchStrategy[str]:
    return naughty_or_any.map(lambda text: first_graphemes(clean(text), limit).strip() or otherwise)


@st.composite
def answers(draw: st.DrawFn) -> Told:
    status = draw(st.sampled_from([status for status in Status if status is not Status.NEW]))
    is_refusal = status is Status.DECLINED
    return told(
        draw(words(IDEA_GRAPHEMES)),
        status,
        idea_id=UUID(int=draw(st.integers(1, 2**64))),
        name=draw(st.one_of(st.just(""), line(NAME_GRAPHEMES, ""))),
        others=draw(st.sampled_from([0, 1, 10_000])),
        answer=draw(words(ANSWER_GRAPHEMES)),
        reason=draw(words(REASON_GRAPHEMES)) if is_refusal else "",
        change_mind=draw(words(REASON_GRAPHEMES)) if is_refusal else "",
        until=date(2026, 12, 24) if status is Status.TRIAL else None,
        done_on=date(2026, 11, 3) if status is Status.DONE else None,
        photo=b"",
    )


several = st.lists(answers(), min_size=1, max_size=6, unique_by=lambda each: each.idea_id)
languages = st.sampled_from(LANGUAGES)
shops = line(60, "Shop")


@ANY_SHEET
@given(several, shops, st.sampled_from(SIZES), st.sampled_from(Design), languages)
def test_no_answer_of_several_is_lost(
    told_: list[Told], shop: str, size: PaperSize, design: Design, language: str
) -> None:
    content = you_said(*told_, shop_name=shop, language=language)

    sheets = you_said_sheet(content, size, make_words(language), design).lay_out()

    for sheet in sheets:
        check(sheet)
    parts = [
        text for each in told_ for text in (each.text, each.name, each.answer, each.reason, each.change_mind)
    ]
    assert not missing(parts, list(sheets))
    says = make_words(language).tr("Continues on sheet %(number)s", number="").strip()
    announced = [sum(says in placed.line.text for placed in words_of(sheet)) for sheet in sheets]
    assert announced == [1] * (len(sheets) - 1) + [0]


@settings(ANY_SHEET, max_examples=10)
@given(several, several, line(90, "Why?"), st.sampled_from(SIZES), st.sampled_from(Design), languages)
def test_the_week_stays_on_one_sheet(
    new: list[Told], told_: list[Told], question: str, size: PaperSize, design: Design, language: str
) -> None:
    content = week(
        on=on_paper(language=language),
        new=tuple(new),
        new_count=len(new) + 7,
        answered=tuple(told_),
        answered_count=len(told_),
        wanted=tuple(new),
        storms=(storm_told(question), storm_told(f"{question}?")),
    )

    [sheet] = week_board(content, size, make_words(language), design).lay_out()

    check(sheet)


@ANY_SHEET
@given(
    several,
    st.lists(words(400), min_size=3, max_size=3),
    st.lists(line(60, "Jo"), max_size=9),
    st.sampled_from(Design),
    languages,
)
def test_nothing_of_the_year_is_lost(
    told_: list[Told], said: list[str], names: list[str], design: Design, language: str
) -> None:
    storm = concluded(decided=said[0], because=said[1], outcome=said[2], names=tuple(names[:3]), photo=PHOTO)
    content = year(on=on_paper(language=language), told=tuple(told_), storms=(storm,), names=tuple(names))

    sheets = year_pages(content, PaperSize.LETTER, make_words(language), design).lay_out()

    for sheet in sheets:
        check(sheet)
    parts = [
        text for each in told_ for text in (each.text, each.name, each.answer, each.reason, each.change_mind)
    ]
    assert not missing([*parts, *said, *names], list(sheets))


@pytest.mark.parametrize("text", NAUGHTY)
def test_files_can_be_made_of_hostile_words(text: str) -> None:
    answer = told(clean(text)[:500] or "x", name=clean_line(text)[:60], answer=clean(text)[:600] or "y")
    storm = concluded(clean_line(text)[:90] or "?", decided=clean(text)[:400] or "z")

    for document in (
        you_said_sheet(you_said(answer), PaperSize.A5, make_words(), Design.WARM),
        week_board(week(new=(answer,), answered=(answer,)), PaperSize.A5, make_words(), Design.BOLD),
        year_pages(year(told=(answer,), storms=(storm,)), PaperSize.A5, make_words(), Design.WARM),
    ):
        pdf = document.pdf()
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
        papers = [thing for thing in note.things if isinstance(thing, Fill)]
        for placed in (thing for thing in flat(note.things) if papers and isinstance(thing, Words)):
            assert is_within(placed, papers[0].path.boundingRect()), placed.line.text
