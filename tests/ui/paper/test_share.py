"""Pictures of notices for social media: whole, readable on a phone, and told in words."""

from __future__ import annotations

import io

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from app.domain.ideas import Status
from app.domain.notices import Design, NoticeContent, PictureShape
from tests.ui.paper.samples import make_content, make_words
from tests.ui.paper.test_any_text import ANY_TEXT, contents
from tests.ui.paper.test_notice_designs import all_of, lines_of
from ui.paper.share import share_alternative, share_picture, share_sheet
from ui.paper.share_foot import typed_address
from ui.paper.sheets import Code

PUBLIC = "https://linden-street.example/i/0123456789abcdef0123456789abcdef"
SENTENCE = "The step at the door is a fight each time, and a small ramp would help. "
# Dots of a story that lie under the buttons of whoever shows it, above and below.
SAFE_TOP, SAFE_BOTTOM = 250, 340


def shown(content: NoticeContent, shape: PictureShape = PictureShape.SQUARE) -> str:
    lines = lines_of(share_sheet(content, shape, Design.PLAIN, make_words()))
    return " ".join(line.line.text for line in lines)


@pytest.mark.parametrize("design", Design)
@pytest.mark.parametrize(
    ("shape", "size"),
    [
        (PictureShape.SQUARE, (1080, 1080)),
        (PictureShape.PORTRAIT, (1080, 1350)),
        (PictureShape.STORY, (1080, 1920)),
    ],
)
def test_a_picture_has_the_size_that_is_asked_for(
    shape: PictureShape, size: tuple[int, int], design: Design
) -> None:
    drawn = share_picture(make_content(address=PUBLIC), shape, design, make_words())

    picture = Image.open(io.BytesIO(drawn))
    assert (picture.format, picture.size) == ("PNG", size)


def test_the_same_notice_gives_the_same_picture() -> None:
    content = make_content(idea_text="Fresh خبز and パン ☕ please")

    first, second = (share_picture(content, PictureShape.SQUARE, Design.WARM, make_words()) for _ in range(2))

    assert first == second


@settings(ANY_TEXT, max_examples=25)
@given(contents(), st.sampled_from(PictureShape), st.sampled_from(Design))
def test_whatever_is_written_stands_within_the_picture(
    content: NoticeContent, shape: PictureShape, design: Design
) -> None:
    sheet = share_sheet(content, shape, design, make_words(content.language))

    top, bottom = (SAFE_TOP, SAFE_BOTTOM) if shape is PictureShape.STORY else (0, 0)
    for line in lines_of(sheet):
        assert line.x >= 0
        assert line.x + line.line.width <= sheet.width + 1
        assert top <= line.baseline <= sheet.height - bottom + 1


def test_it_has_no_code_no_number_and_no_day_to_take_it_down() -> None:
    content = make_content(address=PUBLIC, status=Status.DONE)

    sheet = share_sheet(content, PictureShape.SQUARE, Design.PLAIN, make_words())

    assert not [thing for thing in all_of(sheet.things) if isinstance(thing, Code)]
    assert "Notice" not in shown(content)
    assert "hangs" not in shown(content)
    assert "Say more: linden-street.example" in shown(content)


def test_a_trial_asks_how_it_is() -> None:
    assert "How is it for you? Tell us: linden-street.example" in shown(make_content(address=PUBLIC))


def test_a_long_text_is_cut_and_says_where_it_goes_on() -> None:
    content = make_content(idea_text=SENTENCE * 6, answer=SENTENCE * 8, status=Status.DONE)

    public, local = (
        shown(make_content(idea_text=SENTENCE * 6, answer=SENTENCE * 8, address=PUBLIC)),
        shown(content),
    )

    assert public.count("…") == 2
    assert "Read on: linden-street.example" in public
    assert "Read on in the shop." in local


def test_a_middling_text_is_set_smaller_and_stays_whole() -> None:
    content = make_content(idea_text=SENTENCE * 2, answer=SENTENCE * 2)

    assert "…" not in shown(content)


@pytest.mark.parametrize(
    ("address", "typed"),
    [
        (PUBLIC, "linden-street.example"),
        ("https://linden.example:8443/teacup/i/ab", "linden.example:8443"),
        ("http://192.168.178.31:8765/i/ab", ""),
        ("http://localhost:8765/i/ab", ""),
        ("http://till.local:8765/i/ab", ""),
        ("http://till:8765/i/ab", ""),
        ("", ""),
    ],
)
def test_only_an_address_that_people_at_home_reach_is_shown(address: str, typed: str) -> None:
    assert typed_address(address) == typed


def test_the_file_carries_its_alternative_text() -> None:
    content = make_content(idea_text="خبز ☕")

    drawn = share_picture(content, PictureShape.SQUARE, Design.PLAIN, make_words())

    with Image.open(io.BytesIO(drawn)) as picture:
        assert picture.info["Description"] == share_alternative(content, make_words())


def test_the_picture_can_be_told_in_words() -> None:
    content = make_content(reason="Too dark.", change_mind="A lamp.", status=Status.DECLINED)

    told = share_alternative(content, make_words())

    assert told == (
        "Linden Street Bakery. Amina and 41 others said: “Could you open at half past six? My bus goes at ten "
        "to seven.” The answer: From 1 December we open at half past six, Monday to Friday. Too dark. What "
        "would change our mind: A lamp. Not now."
    )
