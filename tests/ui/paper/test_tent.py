"""The table tent: where it is folded, and how its faces stand once it is."""

from __future__ import annotations

import pytest

from app.domain.errors import InvalidInput
from app.domain.notices import Design, PaperSize
from tests.ui.paper.place_samples import make_place
from tests.ui.paper.samples import make_words
from ui.paper.sheets import Code, Role, Sheet, Stroke, Turned, Words, mm
from ui.paper.tent import FOLDS, SIZES, tent


def make_tent(size: PaperSize = PaperSize.A4, design: Design = Design.PLAIN) -> Sheet:
    [sheet] = tent(make_place(), size, make_words(), make_words("es"), design).lay_out()
    return sheet


def folds(sheet: Sheet) -> list[float]:
    strokes = [thing for thing in sheet.things if isinstance(thing, Stroke) and thing.dashes]
    return [thing.path.boundingRect().top() / mm(1) for thing in strokes]


def test_it_is_folded_into_two_faces_a_base_and_a_flap() -> None:
    assert folds(make_tent()) == pytest.approx([105, 210, 280])


@pytest.mark.parametrize("size", SIZES)
def test_the_flap_is_wide_enough_to_be_glued_and_shorter_than_the_base(size: PaperSize) -> None:
    sheet = make_tent(size)
    face, base = FOLDS[size]

    flap = sheet.height / mm(1) - 2 * face - base

    assert 11.9 <= flap < base
    # Narrower than the faces are high, or it would not stand up.
    assert base < 2 * face


def test_the_upper_face_stands_on_its_head_and_both_are_the_same_turned() -> None:
    sheet = make_tent()

    [over] = [thing for thing in sheet.things if isinstance(thing, Turned)]
    upright = [thing for thing in sheet.things if isinstance(thing, Code)]
    [code] = [thing for thing in over.things if isinstance(thing, Code)]
    assert over.degrees == 180
    assert (over.x, over.y) == pytest.approx((sheet.width / 2, mm(105) / 2))
    assert len(upright) == 1
    assert upright[0].side == code.side == pytest.approx(mm(62))
    # Turned about the middle of its face, its code lies on the other side of the sheet, as far from the fold.
    assert upright[0].y - mm(105) == pytest.approx(code.y)


def test_the_second_face_is_told_in_its_own_language() -> None:
    [over] = [thing for thing in make_tent().things if isinstance(thing, Turned)]

    tags = [thing.tag for thing in over.things if isinstance(thing, Words)]

    assert {tag.language for tag in tags if tag} == {"es"}
    assert all(tag is not None and tag.role is not Role.TITLE for tag in tags)


def test_a_numbered_tent_says_so_where_nobody_sees_it() -> None:
    [sheet] = tent(make_place(number=12), PaperSize.A4, make_words(), make_words("es")).lay_out()

    [told] = [t for t in sheet.things if isinstance(t, Words) and t.line.text == "Table tent 12"]
    assert told.baseline > mm(210)


def test_a_postcard_is_too_small_to_stand() -> None:
    with pytest.raises(InvalidInput) as refused:
        tent(make_place(), PaperSize.A6, make_words(), make_words("es"))

    assert refused.value.field == "size"
