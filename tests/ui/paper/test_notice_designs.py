"""The three designs of a notice: what lies under the words, what is seen from afar, and that all of it is told."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QRectF

from app.domain.errors import InvalidInput
from app.domain.ideas import Status
from app.domain.notices import Design, NoticeContent, PaperSize
from app.photo_door import make_photo
from app.theme import READABLE, contrast
from tests.pictures import as_file, picture
from tests.ui.paper.codes import unread_codes
from tests.ui.paper.pdf_reading import PdfReading
from tests.ui.paper.samples import ADDRESS, as_grey, make_content, make_words, pdf_pages
from tests.ui.paper.test_pictures import MOST_DIFFERING_DOTS, SCRIPTS, differing_dots
from ui.paper.design import BLOCK_MARGIN, dress
from ui.paper.notice import draw_notice, notice_document, notice_sheets, shows_photo
from ui.paper.notice_measures import notice_measures
from ui.paper.picture import sheet_picture
from ui.paper.sheets import Fill, Sheet, Thing, Turned, Words

SENTENCE = "The step at the door is a fight each time, and a small ramp would help. "
ODD_COLOURS = ("#FFE000", "#FDFDFD", "#000000", "#00AACC", "#8F3A1B", "#777777")
COLOURED = (Design.WARM, Design.BOLD)
DPI = 100


def all_of(things: Sequence[Thing]) -> Iterator[Thing]:
    for thing in things:
        yield thing
        if isinstance(thing, Turned):
            yield from all_of(thing.things)


def lines_of(sheet: Sheet) -> list[Words]:
    return [thing for thing in all_of(sheet.things) if isinstance(thing, Words)]


def line_of(sheets: Sequence[Sheet], text: str) -> Words:
    """The first one that has `text` in it."""
    return next(line for sheet in sheets for line in lines_of(sheet) if text in line.line.text)


def papers_of(sheet: Sheet) -> list[tuple[QRectF, list[Words]]]:
    """Note and slip of a warm notice, each with the words on it."""
    turned = [thing for thing in sheet.things if isinstance(thing, Turned)]
    return [
        (thing.things[0].path.boundingRect(), [each for each in thing.things if isinstance(each, Words)])
        for thing in turned
        if isinstance(thing.things[0], Fill) and abs(thing.degrees) < 1
    ]


def on_one_line(line: Words) -> QRectF:
    """What a line's letters cover."""
    return line.line.ink().translated(line.x, line.baseline)


@pytest.mark.parametrize("design", Design)
@pytest.mark.parametrize("colour", ODD_COLOURS)
def test_any_shop_colour_can_be_read(design: Design, colour: str) -> None:
    worn = dress(design, colour, "7b")

    assert contrast(worn.accent, "#FFFFFF") >= READABLE
    for ink in (worn.on_note, worn.on_note_soft):
        assert contrast(ink, worn.note or "#FFFFFF") >= READABLE


@pytest.mark.parametrize("size", PaperSize)
@pytest.mark.parametrize("language", ["en", "ar", "fr"])
@pytest.mark.parametrize("said", ["Records!", SENTENCE, SENTENCE * 6], ids=["short", "middling", "long"])
def test_pale_letters_stand_on_the_block_which_every_printer_reaches(
    size: PaperSize, language: str, said: str
) -> None:
    content = make_content(language=language, idea_text=said, answer=SENTENCE)
    pale = dress(Design.BOLD, content.shop_colour).on_note

    for sheet in notice_sheets(content, size, make_words(language), Design.BOLD):
        block = next(thing for thing in sheet.things if isinstance(thing, Fill)).path.boundingRect()
        assert block.left() == pytest.approx(BLOCK_MARGIN)
        assert block.right() == pytest.approx(sheet.width - BLOCK_MARGIN)
        assert block.top() == pytest.approx(BLOCK_MARGIN)
        for line in lines_of(sheet):
            if any(run.colour == pale for run in line.line.runs):
                assert block.contains(on_one_line(line))
            else:
                assert not block.intersects(on_one_line(line))


@pytest.mark.parametrize("size", PaperSize)
@pytest.mark.parametrize("language", ["en", "ar"])
@pytest.mark.parametrize("said", ["Records!", SENTENCE, SENTENCE * 6], ids=["short", "middling", "long"])
def test_words_lie_on_the_note_and_on_the_slip(size: PaperSize, language: str, said: str) -> None:
    content = make_content(language=language, idea_text=said, answer=said)

    sheets = notice_sheets(content, size, make_words(language), Design.WARM)

    for paper, words in [found for sheet in sheets for found in papers_of(sheet)]:
        assert words
        assert all(paper.contains(on_one_line(line)) for line in words)


def test_a_long_note_goes_on_as_paper() -> None:
    content = make_content(idea_text=SENTENCE * 6, answer=SENTENCE * 8)

    first, *_, last = notice_sheets(content, PaperSize.A6, make_words(), Design.WARM)

    assert papers_of(first)
    assert papers_of(last)
    assert "Continues on sheet 2" in [line.line.text for line in lines_of(first)]


@pytest.mark.parametrize("language", ["en", "ar"])
def test_note_and_slip_mirror_with_the_page(language: str) -> None:
    [sheet] = notice_sheets(make_content(language=language), PaperSize.A5, make_words(language), Design.WARM)

    (note, _), (slip, _) = papers_of(sheet)
    overhangs_on_the_right = slip.right() > note.right()
    turns = [thing.degrees for thing in sheet.things if isinstance(thing, Turned)][:2]
    assert overhangs_on_the_right == (language == "en")
    assert (turns[0] < 0 < turns[1]) == (language == "en")


@pytest.mark.parametrize("design", Design)
@pytest.mark.parametrize("size", PaperSize)
def test_a_trial_is_seen_from_afar_and_asks_how_it_is(design: Design, size: PaperSize) -> None:
    sheets = notice_sheets(make_content(), size, make_words(), design)
    over = notice_sheets(make_content(printed_on=date(2026, 12, 25)), size, make_words(), design)

    until = line_of(sheets, "On trial to 24 December").line
    assert until.width > 0.55 * sheets[0].width
    assert until.size > 0.9 * line_of(sheets, "From 1 December").line.size
    assert line_of(sheets, "How is it")
    assert line_of(over, "Trial ended").line.size <= line_of(over, "From 1 December").line.size
    assert line_of(over, "Say more")


@pytest.mark.parametrize("design", COLOURED)
@pytest.mark.parametrize("size", [PaperSize.A4, PaperSize.A6])
def test_the_code_reads_back_in_every_design(design: Design, size: PaperSize) -> None:
    sheets = notice_sheets(make_content(), size, make_words(), design)

    assert unread_codes(sheets, [ADDRESS]) == []


@pytest.mark.parametrize("design", COLOURED)
@pytest.mark.parametrize(("script", "language"), [("Latin", "en"), ("Arabic", "ar"), ("emoji", "en")])
def test_the_pdf_shows_what_the_preview_shows(design: Design, script: str, language: str) -> None:
    said, answered = SCRIPTS[script]
    content = make_content(idea_text=said, answer=answered, language=language, status=Status.ALREADY)

    [page] = pdf_pages(draw_notice(content, PaperSize.A6, make_words(language), design), DPI)
    [sheet] = notice_sheets(content, PaperSize.A6, make_words(language), design)

    painted = as_grey(sheet_picture(sheet, DPI)).resize(page.size)
    assert differing_dots(page, painted) <= MOST_DIFFERING_DOTS


@pytest.mark.parametrize("design", Design)
def test_all_of_it_is_told_in_reading_order(design: Design, tmp_path: Path) -> None:
    photo = make_photo(as_file(picture((640, 480)))).content
    content = make_content(status=Status.DONE, photo=photo)

    read = PdfReading(draw_notice(content, PaperSize.A4, make_words(), design), tmp_path)

    roles = [element.role for element in read.elements]
    told = [element.alternative for element in read.elements if element.alternative]
    assert roles[0] == "H1"
    assert roles.count("BlockQuote") == 1
    assert told == ["A photo of it", f"Opens this idea on a phone: {ADDRESS}"]
    assert read.outline == ["Notice 142"]
    assert "pdfuaid" in read.metadata


@pytest.mark.parametrize("design", Design)
def test_the_photo_stands_in_every_design(design: Design) -> None:
    photo = make_photo(as_file(picture((640, 480)))).content
    content = make_content(
        idea_text="More chairs!", answer="Six of them.", status=Status.DONE, until=None, photo=photo
    )

    for size in (PaperSize.A4, PaperSize.A6):
        assert shows_photo(content, notice_sheets(content, size, make_words(), design))


def test_a_logo_on_the_block_has_a_plate_of_its_own() -> None:
    logo = as_file(picture((400, 200)))

    [sheet] = notice_sheets(make_content(logo=logo), PaperSize.A5, make_words(), Design.BOLD)

    plates = [thing for thing in sheet.things if isinstance(thing, Fill) and thing.colour == "#FFFFFF"]
    assert len(plates) == 1


@pytest.mark.parametrize("design", Design)
def test_four_notices_are_cut_from_one_paper(design: Design) -> None:
    contents = [make_content(number=number) for number in range(1, 6)]

    papers = notice_document(contents, PaperSize.A6, design, make_words(), onto=PaperSize.A4).lay_out()

    assert len(papers) == 2
    assert papers[0].names == ("Notice 1", "Notice 2", "Notice 3", "Notice 4")


def test_one_notice_fills_a_paper_with_copies() -> None:
    [paper] = notice_document(
        [make_content()], PaperSize.A6, Design.PLAIN, make_words(), onto=PaperSize.A4, copies=4
    ).lay_out()

    assert sum(line.line.text == "Marta" for line in lines_of(paper)) == 4
    assert paper.names == ("Notice 142",)


def test_a_paper_that_is_smaller_than_the_notice_is_refused() -> None:
    with pytest.raises(InvalidInput, match="A4 does not fit on A5"):
        notice_document([make_content()], PaperSize.A4, Design.PLAIN, make_words(), onto=PaperSize.A5)


def test_a_batch_has_a_title_that_can_be_read() -> None:
    contents: list[NoticeContent] = [make_content(number=number) for number in range(1, 41)]

    document = notice_document(contents, PaperSize.A6, Design.PLAIN, make_words())

    assert document.title == "Notice 1 … Notice 40, Linden Street Bakery"


@pytest.mark.parametrize("design", Design)
@pytest.mark.parametrize("size", PaperSize)
def test_the_code_is_large_enough_to_be_scanned(design: Design, size: PaperSize) -> None:
    least = {PaperSize.A4: 30, PaperSize.LETTER: 30}.get(size, 21)

    assert notice_measures(size, design).code >= least * 72 / 25.4 - 0.01
