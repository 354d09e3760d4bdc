"""The photo of what was done: as large as the words leave room for, and gone before they are hard to read."""

from __future__ import annotations

import io
from dataclasses import replace
from typing import Any

import pytest
from PIL import Image, ImageChops
from PySide6.QtCore import QRectF

from app.domain.ideas import Status
from app.domain.notices import Design, NoticeContent, PaperSize
from app.photo_door import make_photo
from tests.pictures import as_file, noise
from tests.ui.paper.samples import as_grey, make_content, make_words, pdf_pages
from ui.paper.notice import draw_notice, notice_sheets, shows_photo
from ui.paper.notice_steps import steps_of
from ui.paper.page import page_measures
from ui.paper.picture import sheet_picture
from ui.paper.proof import LARGEST_DOT
from ui.paper.sheets import Code, Picture, Sheet, Turned, Words

SHORT, ANSWER = "More chairs outside!", "Six chairs stand there since Monday."
SENTENCE = "The step at the door is a fight each time, and a small ramp would help. "
SHAPES = {
    "landscape": (1600, 1067),
    "portrait": (900, 1600),
    "square": (400, 400),
    "panorama": (1600, 320),
    "little": (120, 90),
}


def make_proof(shape: tuple[int, int], **changes: Any) -> NoticeContent:
    photo = make_photo(as_file(noise(shape), "JPEG")).content
    values: dict[str, Any] = {"idea_text": SHORT, "answer": ANSWER, "status": Status.DONE, "until": None}
    return make_content(**(values | {"photo": photo} | changes))


def photos_of(sheet: Sheet) -> list[QRectF]:
    pictures = (thing for thing in sheet.things if isinstance(thing, Picture))
    return [QRectF(each.x, each.y, each.width, each.height) for each in pictures]


def line_of(words: Words) -> QRectF:
    """What a line's letters cover, a little less so that neighbours may touch."""
    return words.line.ink().translated(words.x, words.baseline).adjusted(0.5, 0.5, -0.5, -0.5)


def lines_of(sheet: Sheet) -> list[Words]:
    turned = [thing for outer in sheet.things if isinstance(outer, Turned) for thing in outer.things]
    return [thing for thing in (*sheet.things, *turned) if isinstance(thing, Words)]


@pytest.mark.parametrize("shape", SHAPES)
@pytest.mark.parametrize("size", PaperSize)
@pytest.mark.parametrize("language", ["en", "ar"])
def test_it_stands_whole_between_the_words_on_every_paper(shape: str, size: PaperSize, language: str) -> None:
    across, down = SHAPES[shape]
    measures = page_measures(size)

    [sheet] = notice_sheets(make_proof((across, down), language=language), size, make_words(language))

    [photo] = photos_of(sheet)
    margin = min(measures.leading, measures.trailing)
    assert photo.left() >= margin - 0.01
    assert photo.right() <= sheet.width - margin + 0.01
    assert photo.width() / photo.height() == pytest.approx(across / down, rel=0.01)
    assert photo.width() <= across * LARGEST_DOT + 0.01
    [code] = [thing for thing in sheet.things if isinstance(thing, Code)]
    assert photo.bottom() < code.y
    assert not [line for line in lines_of(sheet) if photo.intersects(line_of(line))]


@pytest.mark.parametrize("size", PaperSize)
def test_for_its_sake_no_answer_and_no_quote_gets_too_small_for_two_metres(size: PaperSize) -> None:
    content = make_proof(SHAPES["portrait"])
    answer = steps_of(size, Design.PLAIN)[0].answer
    least = min(step.quote for step in steps_of(size, Design.PLAIN) if step.answer == answer)

    [sheet] = notice_sheets(content, size, make_words())
    [bare] = notice_sheets(replace(content, photo=b""), size, make_words())

    said = {line.line.text.strip("“”"): line.line.size for line in lines_of(sheet)}
    assert max(said.values()) >= least
    for line in lines_of(bare):
        if line.line.size <= answer:
            assert said[line.line.text.strip("“”")] == line.line.size


@pytest.mark.parametrize("size", PaperSize)
@pytest.mark.parametrize("length", [3, 6, 10])
def test_long_words_keep_their_size_and_their_sheets(size: PaperSize, length: int) -> None:
    content = make_proof(SHAPES["square"], idea_text=SENTENCE * min(length, 6), answer=SENTENCE * length)

    sheets = notice_sheets(content, size, make_words())
    bare = notice_sheets(replace(content, photo=b""), size, make_words())

    written = [[(line.line.text, line.line.size) for line in lines_of(sheet)] for sheet in sheets]
    assert written == [[(line.line.text, line.line.size) for line in lines_of(sheet)] for sheet in bare]
    assert all(photo.bottom() <= sheets[-1].height for photo in photos_of(sheets[-1]))


@pytest.mark.parametrize("shape", [(8, 6), (40, 1600)])
def test_what_nobody_would_see_is_left_out(shape: tuple[int, int]) -> None:
    content = make_proof(shape)

    sheets = notice_sheets(content, PaperSize.A4, make_words())

    assert not shows_photo(content, sheets)
    assert draw_notice(content, PaperSize.A4, make_words()) == draw_notice(
        replace(content, photo=b""), PaperSize.A4, make_words()
    )


def test_the_words_of_a_full_sheet_push_it_out() -> None:
    content = make_proof(SHAPES["landscape"], idea_text=SENTENCE * 3, answer=SENTENCE * 3)

    assert not shows_photo(content, notice_sheets(content, PaperSize.A6, make_words()))


def test_the_pdf_shows_what_the_preview_shows() -> None:
    picture = Image.linear_gradient("L").resize((640, 480)).convert("RGB")
    content = make_proof((1, 1), photo=make_photo(as_file(picture)).content)
    [sheet] = notice_sheets(content, PaperSize.A5, make_words())

    painted = as_grey(sheet_picture(sheet, 90))
    [printed] = pdf_pages(draw_notice(content, PaperSize.A5, make_words()), 90)

    both = ImageChops.difference(
        painted.resize((60, 85), Image.Resampling.BOX), printed.resize((60, 85), Image.Resampling.BOX)
    )
    assert both.getextrema()[1] < 40  # type: ignore[operator]


def test_the_photo_goes_into_the_file_as_it_is_and_gives_the_same_bytes() -> None:
    content = make_proof((800, 600))

    pdf = draw_notice(content, PaperSize.A4, make_words())

    assert pdf == draw_notice(content, PaperSize.A4, make_words())
    assert b"DCTDecode" in pdf
    # Unpacked it would be far more.
    dots = Image.open(io.BytesIO(content.photo))
    assert len(pdf) < 1.3 * len(content.photo) + 100_000 < 3 * dots.width * dots.height
