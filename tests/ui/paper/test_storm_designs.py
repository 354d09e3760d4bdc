"""Every sheet of a storm in all designs: its question on bare paper, on a note, or on a block; all of it kept."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pytest

from app.domain.ideas import Idea
from app.domain.notices import Design, PaperSize, Roll
from app.theme import LIGHT
from tests.ui.paper.card_samples import strays, text_of, words_of
from tests.ui.paper.codes import unread_codes
from tests.ui.paper.samples import make_words
from tests.ui.paper.storm_samples import (
    BASE,
    built,
    guitar,
    make_ballots,
    make_conclusion,
    make_look_back,
    make_outcome,
    make_photo,
    make_shop,
    of_storm,
    small_logo,
)
from ui.paper.design import BLOCK_MARGIN, dress
from ui.paper.document import Document
from ui.paper.receipt import FEED
from ui.paper.sheets import Fill, Picture, Role, Sheet, Turned, mm
from ui.paper.storm_ballots import storm_ballots
from ui.paper.storm_building import storm_building
from ui.paper.storm_conclusion import storm_conclusion
from ui.paper.storm_head import OfStorm
from ui.paper.storm_poster import storm_poster
from ui.paper.storm_proof import Carried, storm_proof

KINDS = ("poster", "building", "conclusion", "proof")
COLOURED = (Design.WARM, Design.BOLD)
LONG = "Donaudampfschifffahrtsgesellschaftskapitän, هل يمكنكم فتح المخبز في السادسة والنصف؟ 朝の六時半に " * 4


def document(
    kind: str, of: OfStorm, size: PaperSize, ideas: Sequence[Idea], language: str = "en", **said: str
) -> Document:
    words = make_words(language)
    concluded = make_conclusion(ideas, **said)
    match kind:
        case "poster":
            return storm_poster(of, ideas, size, words)
        case "building":
            return storm_building(of, ideas, size, words)
        case "conclusion":
            return storm_conclusion(of, ideas, size, words, conclusion=concluded, credited=ideas)
    carried = Carried(
        conclusion=concluded, outcome=make_outcome(), look_back=make_look_back(), photo=make_photo()
    )
    return storm_proof(of, size, words, carried=carried, credited=ideas)


def sheets(kind: str, design: Design, size: PaperSize = PaperSize.A4, **more: str) -> Sequence[Sheet]:
    of = replace(of_storm(), design=design)
    return document(kind, of, size, guitar(), **more).lay_out()


@pytest.mark.parametrize("size", [PaperSize.A4, PaperSize.A6])
@pytest.mark.parametrize("design", COLOURED)
@pytest.mark.parametrize("kind", KINDS)
def test_a_design_says_all_that_the_plain_sheet_says(kind: str, design: Design, size: PaperSize) -> None:
    plain = " ".join(text_of(sheet) for sheet in sheets(kind, Design.PLAIN, size))
    coloured = " ".join(text_of(sheet) for sheet in sheets(kind, design, size))

    if kind != "building":
        assert sorted(coloured.split()) == sorted(plain.split())
    assert "What music on Friday nights?" in " ".join(coloured.split())


@pytest.mark.parametrize("design", COLOURED)
@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize(("size", "language"), [(PaperSize.A4, "ar"), (PaperSize.A6, "en")])
def test_long_words_of_any_script_stay_on_the_paper(
    kind: str, design: Design, language: str, size: PaperSize
) -> None:
    of = replace(of_storm(question=LONG[:200], about=LONG[:300]), design=design)
    ideas = [built(LONG[:280], name="Wolfeschlegelsteinhausenbergerdorff") for _ in range(3)]

    for sheet in document(kind, of, size, ideas, language, decided=LONG).lay_out():
        assert strays(sheet, mm(2)) == []


@pytest.mark.parametrize("kind", KINDS)
def test_the_bold_block_holds_head_and_question_and_keeps_off_the_edge(kind: str) -> None:
    [sheet, *_] = sheets(kind, Design.BOLD)
    worn = dress(Design.BOLD, of_storm().shop.colour)

    block = next(thing for thing in sheet.things if isinstance(thing, Fill))
    box = block.path.boundingRect()
    [question] = [line for line in words_of(sheet) if line.tag and line.tag.role is Role.TITLE][-1:]
    assert block.colour == worn.note
    assert (box.left(), box.top()) == pytest.approx((BLOCK_MARGIN, BLOCK_MARGIN))
    assert box.right() == pytest.approx(sheet.width - BLOCK_MARGIN)
    assert question.baseline < box.bottom()
    assert {run.colour for run in question.line.runs} == {worn.on_note}
    assert all(
        line.baseline > box.bottom()
        for line in words_of(sheet)
        if {run.colour for run in line.line.runs} & {LIGHT.ink}
    )


@pytest.mark.parametrize("kind", KINDS)
def test_the_question_of_a_warm_sheet_lies_on_a_turned_note(kind: str) -> None:
    [sheet, *_] = sheets(kind, Design.WARM)

    note = next(
        thing for thing in sheet.things if isinstance(thing, Turned) and "Friday" in text_of_turned(thing)
    )
    assert isinstance(note.things[0], Fill)
    assert note.things[0].colour in LIGHT.notes


def text_of_turned(turned: Turned) -> str:
    return text_of(Sheet(0, 0, turned.things))


@pytest.mark.parametrize("design", COLOURED)
@pytest.mark.parametrize("kind", ["poster", "conclusion"])
def test_the_code_of_a_coloured_sheet_is_read_by_every_reader(kind: str, design: Design) -> None:
    of = replace(of_storm(shop=make_shop(colour="#F7E463")), design=design)

    assert unread_codes(document(kind, of, PaperSize.A4, guitar()).lay_out(), [of.link]) == []


def test_a_logo_lies_on_a_white_plate_on_the_block() -> None:
    of = replace(of_storm(), design=Design.BOLD, logo=small_logo())

    [sheet] = document("poster", of, PaperSize.A4, guitar()).lay_out()

    [logo] = [thing for thing in sheet.things if isinstance(thing, Picture)]
    plates = [thing.path.boundingRect() for thing in sheet.things if isinstance(thing, Fill) and
              thing.colour == "#FFFFFF"]  # fmt: skip
    assert any(plate.contains(logo.x, logo.y) for plate in plates)


# On a roll


@pytest.mark.parametrize("roll", Roll)
@pytest.mark.parametrize("ideas", [[], guitar(), [built(LONG[:280]) for _ in range(9)]], ids=len)
def test_a_ballot_comes_on_a_roll_with_all_that_can_be_chosen(roll: Roll, ideas: list[Idea]) -> None:
    ballots = make_ballots(2)

    first, second = storm_ballots(of_storm(), ballots, ideas, roll, make_words()).lay_out()

    assert first.width == pytest.approx(mm(int(roll)))
    assert strays(first, mm(2.5)) == []
    assert first.height >= max(line.baseline for line in words_of(first)) + FEED
    assert ("hangs on the board" in text_of(first)) == (not ideas)
    assert "Ballot 1" in text_of(first)
    assert "Ballot 2" in text_of(second)
    links = [f"{BASE}/b/{ballot.code}" for ballot in ballots]
    assert unread_codes([first, second], links) == []
