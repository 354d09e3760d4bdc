"""Notices look as they did when somebody last looked at them."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from app.domain.ideas import Status
from app.domain.notices import Design, NoticeContent, PaperSize, PictureShape
from app.photo_door import make_photo
from tests.pictures import as_file, picture
from tests.ui.paper.kept import MOST_DIFFERING_DOTS, differing_from_kept
from tests.ui.paper.samples import make_content, make_words
from ui.paper.notice import notice_sheets
from ui.paper.share import share_sheet

SENTENCE = "The step at the door is a fight each time, and a small ramp would help. "


def dogs() -> NoticeContent:
    return make_content(
        idea_text="A water bowl outside for the dogs.",
        idea_name="Jo",
        others=28,
        answer="It stands by the bench since Monday. Fresh water at eight, noon and four.",
        status=Status.DONE,
        until=None,
    )


def arabic() -> NoticeContent:
    return make_content(
        language="ar",
        shop_name="مخبز شارع الزيزفون",
        idea_text="هل يمكنكم فتح المخبز في السادسة والنصف؟ الحافلة 25",
        idea_name="أمينة",
        answer="سنفتح من 1 ديسمبر في السادسة والنصف.",
        signed="مارتا",
        seed="02",
        status=Status.PLANNED,
    )


def refused_with_photo() -> NoticeContent:
    return make_content(
        idea_text="Could you sell beer on Fridays?",
        answer="Not now, but we like the thought.",
        reason="The licence costs 900 euros a year.",
        change_mind="A neighbour who shares it.",
        status=Status.DECLINED,
        until=None,
        shop_colour="#FFE000",
        photo=make_photo(as_file(picture((640, 480)))).content,
        printed_on=date(2026, 11, 22),
    )


def long() -> NoticeContent:
    return make_content(
        idea_text=(SENTENCE * 3).strip(), answer=(SENTENCE * 4).strip(), status=Status.ALREADY
    )


@pytest.mark.parametrize("design", Design)
@pytest.mark.parametrize(
    ("make", "size"),
    [
        (dogs, PaperSize.A4),
        (arabic, PaperSize.A6),
        (refused_with_photo, PaperSize.LETTER),
        (long, PaperSize.A5),
    ],
)
def test_a_notice_looks_as_it_was_kept(
    make: Callable[[], NoticeContent], size: PaperSize, design: Design
) -> None:
    content = make()

    sheet = notice_sheets(content, size, make_words(content.language), design)[0]

    assert differing_from_kept(f"notice-{make.__name__}-{design}", sheet) <= MOST_DIFFERING_DOTS


@pytest.mark.parametrize("design", Design)
@pytest.mark.parametrize("shape", [PictureShape.SQUARE, PictureShape.STORY])
def test_a_picture_to_share_looks_as_it_was_kept(shape: PictureShape, design: Design) -> None:
    sheet = share_sheet(dogs(), shape, design, make_words())

    assert differing_from_kept(f"share-{shape}-{design}", sheet) <= MOST_DIFFERING_DOTS


def test_a_word_that_moved_would_be_seen() -> None:
    content = make_content(
        idea_text="A water bowl inside for the dogs.",
        idea_name="Jo",
        others=28,
        answer="It stands by the bench since Monday. Fresh water at eight, noon and four.",
        status=Status.DONE,
        until=None,
    )

    [sheet] = notice_sheets(content, PaperSize.A4, make_words(), Design.PLAIN)

    assert differing_from_kept("notice-dogs-plain", sheet) > 2 * MOST_DIFFERING_DOTS
