"""Every text on paper goes through the catalogue."""

from __future__ import annotations

from datetime import date

import pypdfium2
import pytest

from app.domain.ideas import DECISIONS, Status
from app.domain.notices import PaperSize
from tests.pseudo import escaped, pseudo_words
from tests.ui.paper.samples import make_content
from ui.paper.notice import draw_notice
from ui.paper.poster import PosterContent, draw_poster

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


def test_a_notice_on_two_sheets_says_so_in_the_shops_language() -> None:
    content = make_content(
        shop_name="42", idea_text="123 456 " * 62, idea_name="7", answer="789 " * 150, signed="43"
    )

    drawn = text_of(draw_notice(content, PaperSize.A6, pseudo_words()))

    assert escaped(drawn) == ""


def test_the_poster_speaks_the_shops_language() -> None:
    content = PosterContent(
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

    drawn = text_of(draw_poster(content, PaperSize.A4, pseudo_words()))

    assert "[" in drawn
    assert escaped(drawn, data=("http://10.0.0.7:8765/p/1", "10.0.0.7:8765/p/1")) == ""
