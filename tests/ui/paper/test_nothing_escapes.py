"""Every text on paper goes through the catalogue."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pypdfium2
import pytest

from app.domain.ideas import DECISIONS, Idea, Link, Status
from app.domain.notices import Design, PaperSize, PictureShape
from app.domain.tallies import Tally, tally
from tests.pseudo import escaped, pseudo_words
from tests.ui.paper.samples import make_content
from tests.ui.paper.storm_samples import (
    built,
    make_ballots,
    make_conclusion,
    make_look_back,
    make_outcome,
    make_shop,
    of_storm,
)
from tests.ui.paper.test_notice_designs import lines_of
from ui.paper.notice import draw_notice
from ui.paper.place_content import PlaceContent
from ui.paper.poster import poster
from ui.paper.share import share_sheet
from ui.paper.storm_ballots import storm_ballots
from ui.paper.storm_building import storm_building
from ui.paper.storm_conclusion import storm_conclusion
from ui.paper.storm_poster import storm_poster
from ui.paper.storm_proof import Carried, storm_proof

ADDRESS = "http://10.0.0.7:8765/p/1"


def text_of(pdf: bytes) -> str:
    document = pypdfium2.PdfDocument(pdf)
    try:
        return " ".join(page.get_textpage().get_text_bounded() for page in document)
    finally:
        document.close()


@pytest.mark.parametrize("status", DECISIONS)
@pytest.mark.parametrize("others", [0, 1, 41])
def test_the_notice_speaks_the_shops_language(status: Status, others: int) -> None:
    content = make_content(
        shop_name="42",
        idea_text="100 200 300",
        idea_name="7",
        others=others,
        answer="1.",
        reason="2." if status is Status.DECLINED else "",
        signed="43",
        status=status,
        until=date(2026, 12, 24) if status is Status.TRIAL else None,
        address=ADDRESS,
    )

    drawn = text_of(draw_notice(content, PaperSize.A4, pseudo_words()))

    assert "[" in drawn
    assert escaped(drawn) == ""


@pytest.mark.parametrize("design", [Design.WARM, Design.BOLD])
@pytest.mark.parametrize("on_trial", [True, False])
def test_coloured_notices_and_shared_pictures_speak_it_too(design: Design, on_trial: bool) -> None:
    content = make_content(
        shop_name="42",
        idea_text="100 200 300",
        idea_name="7",
        answer="1.",
        reason="2.",
        change_mind="3.",
        signed="43",
        status=Status.TRIAL if on_trial else Status.DECLINED,
        address="https://1.2.3.4/i/5",
    )

    drawn = text_of(draw_notice(content, PaperSize.A4, pseudo_words(), design))
    shared = share_sheet(content, PictureShape.SQUARE, design, pseudo_words())

    assert escaped(drawn) == ""
    assert escaped(" ".join(line.line.text for line in lines_of(shared))) == ""


def test_a_notice_on_two_sheets_says_so_in_the_shops_language() -> None:
    content = make_content(
        shop_name="42", idea_text="123 456 " * 62, idea_name="7", answer="789 " * 150, signed="43"
    )

    drawn = text_of(draw_notice(content, PaperSize.A6, pseudo_words()))

    assert escaped(drawn) == ""


def test_the_poster_speaks_the_shops_language() -> None:
    content = PlaceContent(
        shop_name="42",
        colour="#8F3A1B",
        owner="43",
        promise_days=5,
        address=ADDRESS,
        placement_label="5",
        number=3,
        since=date(2026, 11, 2),
        language="en",
        guests=(),
    )

    drawn = text_of(poster(content, PaperSize.A4, pseudo_words()).pdf())

    assert "[" in drawn
    assert escaped(drawn, data=("http://10.0.0.7:8765/p/1", "10.0.0.7:8765/p/1")) == ""


@pytest.mark.parametrize("count", [0, 1, 4])
def test_every_sheet_of_a_storm_speaks_the_shops_language(count: int) -> None:
    of = of_storm(shop=make_shop(name="42", owner="43"), question="12?", address="http://10.0.0.7:8765")
    ideas, words, size = numbers(count), pseudo_words(), PaperSize.A4
    concluded = make_conclusion(ideas, heard="1.", decided="2.", because="3.", rests_on_none="4.", signed="5")
    carried = Carried(
        conclusion=concluded,
        outcome=make_outcome(text="6.", label="7"),
        look_back=make_look_back(text="8."),
    )
    ballots = [replace(ballot, code="123456789") for ballot in make_ballots(1)]
    documents = [
        storm_poster(of, ideas, size, words),
        storm_building(of, ideas, size, words),
        storm_ballots(of, ballots, ideas, size, words),
        *(
            storm_conclusion(of, ideas, size, words, conclusion=concluded, credited=ideas[:1], tally=counted)
            for counted in tallies(ideas)
        ),
        storm_proof(of, size, words, carried=carried, credited=ideas),
    ]

    for document in documents:
        drawn = text_of(document.pdf())
        assert "[" in drawn
        # What joins several in a list is the calendar's, as are the hours.
        assert escaped(drawn, data=(" and ", "noon")) == ""


def numbers(count: int) -> list[Idea]:
    found: list[Idea] = []
    for number in range(count):
        found.append(built(f"{number}.", found[-1] if found else None, list(Link)[number % 3], name="9"))
    return found


def tallies(ideas: list[Idea]) -> list[Tally | None]:
    """Not counted, chosen by nobody, by few, even, and one in front that is not credited."""
    ids = [idea.id for idea in ideas]
    even, ahead = dict.fromkeys(ids, 3), {idea_id: number for number, idea_id in enumerate(ids)}
    return [
        None,
        tally(ids, {}, {}, 0),
        tally(ids, even, {}, 3),
        tally(ids, even, {}, 9),
        tally(ids, ahead, {}, 9),
    ]
