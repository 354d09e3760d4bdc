"""Several sheets on one paper: nothing lost, cut where it should be, and folded in the right order."""

from __future__ import annotations

from pathlib import Path

import pytest

from app.domain.notices import PaperSize
from tests.ui.paper.pdf_reading import PdfReading
from tests.ui.paper.storm_samples import words_of
from ui.paper.imposing import booklet, how_many_up, landscape, several_up, sides_of
from ui.paper.paragraph import Style
from ui.paper.pdf import draw_pdf
from ui.paper.setting import set_text
from ui.paper.sheets import Role, Sheet, Stroke, Tag, Words, mm, sheet_size

HELD = [
    (PaperSize.A5, PaperSize.A4, 2),
    (PaperSize.A6, PaperSize.A4, 4),
    (PaperSize.A6, PaperSize.A5, 2),
    (PaperSize.HALF_LETTER, PaperSize.LETTER, 2),
    (PaperSize.A6, PaperSize.LETTER, 2),
    (PaperSize.A4, PaperSize.A4, 1),
    (PaperSize.A4, PaperSize.A6, 1),
]


def numbered(count: int, size: PaperSize = PaperSize.A6) -> list[Sheet]:
    return [_page(f"Page {number}", size) for number in range(1, count + 1)]


def _page(text: str, size: PaperSize, tag: Tag | None = None) -> Sheet:
    """The text stands 20 points from the left upper corner."""
    line = set_text(text, Style(10, "#000000"), 200, language="en").lines[0]
    return Sheet(*sheet_size(size), (Words(line.line, 20, 20, tag or Tag(Role.TITLE)),), names=(text,))


def cuts_of(sheet: Sheet) -> list[tuple[float, float, float, float]]:
    """Each line in millimetres, from and to."""
    boxes = [thing.path.boundingRect() for thing in sheet.things if isinstance(thing, Stroke)]
    edges = [(box.left(), box.top(), box.right(), box.bottom()) for box in boxes]
    return [tuple(round(place / mm(1), 1) for place in edge) for edge in edges]  # type: ignore[misc]


@pytest.mark.parametrize(("size", "paper", "count"), HELD)
def test_a_paper_holds_as_many_as_fit(size: PaperSize, paper: PaperSize, count: int) -> None:
    papers = several_up(numbered(5, size), paper)

    assert how_many_up(sheet_size(size), paper) == count
    assert len(papers) == -(-5 // count)
    told = [words.line.text for sheet in papers for words in words_of(sheet)]
    assert told == ["Page 1", "Page 2", "Page 3", "Page 4", "Page 5"]
    for sheet in papers:
        for words in words_of(sheet):
            assert 0 <= words.x < sheet.width
            assert 0 <= words.baseline < sheet.height


def test_one_on_a_paper_stays_as_it_is() -> None:
    sheets = numbered(2, PaperSize.A4)

    assert several_up(sheets, PaperSize.A4) == sheets


def test_two_small_notices_lie_beside_each_other_in_the_middle() -> None:
    [sheet] = several_up(numbered(2, PaperSize.A5), PaperSize.A4)

    assert (sheet.width, sheet.height) == landscape(PaperSize.A4)
    first, second = words_of(sheet)
    assert first.x == pytest.approx(20 + mm(0.5))
    assert second.x == pytest.approx(first.x + mm(148))
    assert cuts_of(sheet) == [(148.5, 0.0, 148.5, 210.0)]


def test_four_cards_are_cut_once_across_and_once_down() -> None:
    [sheet] = several_up(numbered(4), PaperSize.A4)

    assert cuts_of(sheet) == [(105.0, 0.5, 105.0, 296.5), (0.0, 148.5, 210.0, 148.5)]


def test_marks_stand_outside_what_stays_where_there_is_room() -> None:
    [sheet] = several_up(numbered(4), (mm(240), mm(330)))

    cuts = cuts_of(sheet)
    assert (15.0, 12.0, 15.0, 16.0) in cuts
    assert (225.0, 314.0, 225.0, 318.0) in cuts
    assert (10.0, 17.0, 14.0, 17.0) in cuts
    assert (120.0, 17.0, 120.0, 313.0) in cuts
    ticks = [cut for cut in cuts if max(cut[2] - cut[0], cut[3] - cut[1]) < 5]
    assert len(ticks) == 12


def test_where_marks_find_no_room_a_line_says_where_to_cut() -> None:
    """Two postcards on a letter: 3 mm beside them, much below."""
    [sheet] = several_up(numbered(2), PaperSize.LETTER)

    across = [cut for cut in cuts_of(sheet) if cut[1] == cut[3]]
    assert [(cut[0], cut[2]) for cut in across] == [(3.0, 213.0), (3.0, 213.0)]


def test_a_paper_that_is_not_full_has_no_marks_around_nothing() -> None:
    [_, last] = several_up(numbered(5), PaperSize.A4)

    assert cuts_of(last) == [(105.0, 0.5, 105.0, 148.5), (0.0, 148.5, 105.0, 148.5)]


def test_without_marks_there_are_none() -> None:
    [sheet] = several_up(numbered(4), PaperSize.A4, cut_marks=False)

    assert cuts_of(sheet) == []


def test_the_same_sheet_several_times_is_told_several_times(tmp_path: Path) -> None:
    papers = several_up(numbered(1) * 4, PaperSize.A4)

    found = PdfReading(draw_pdf(papers, title="Cards", language="en"), tmp_path)

    assert found.problems() == []
    assert found.text_by_structure() == ["Page 1"] * 4
    assert found.outline == ["Page 1"]


def fold(sides: list[tuple[int, int]], *, right_to_left: bool = False) -> list[int]:
    """Lay the printed papers on each other, fold them in the middle, and read from the cover on.

    Backs were turned over the short edge: what is printed on their left lies behind the right of the front.
    """
    papers = [(sides[at], sides[at + 1]) for at in range(0, len(sides), 2)]
    first_leaves: list[int] = []
    last_leaves: list[int] = []
    for front, back in papers:
        opens_at, other = (0, 1) if right_to_left else (1, 0)
        first_leaves += [front[opens_at], back[other]]
        last_leaves = [back[opens_at], front[other], *last_leaves]
    return first_leaves + last_leaves


@pytest.mark.parametrize("pages", [4, 8, 12, 40])
def test_a_folded_booklet_reads_from_cover_to_cover(pages: int) -> None:
    assert fold(list(sides_of(pages))) == list(range(pages))


@pytest.mark.parametrize("right_to_left", [False, True])
@pytest.mark.parametrize("count", [1, 4, 6, 9])
def test_a_booklet_holds_each_page_on_its_side_of_the_fold(count: int, right_to_left: bool) -> None:
    papers = booklet(numbered(count, PaperSize.A5), PaperSize.A4, right_to_left=right_to_left)

    full = -(-count // 4) * 4
    assert len(papers) == full // 2
    sides = [_sides(paper, full) for paper in papers]
    assert [page for page in fold(sides, right_to_left=right_to_left) if page < count] == list(range(count))
    assert all((paper.width, paper.height) == landscape(PaperSize.A4) for paper in papers)


def _sides(paper: Sheet, blank: int) -> tuple[int, int]:
    """The numbers of the pages on the left and on the right; `blank` where nothing stands."""
    found = [blank, blank]
    for words in words_of(paper):
        found[int(words.x > paper.width / 2)] = int(words.line.text.split()[1]) - 1
    return found[0], found[1]


def test_without_a_paper_a_booklet_is_as_large_as_two_pages() -> None:
    [front, _] = booklet(numbered(4, PaperSize.HALF_LETTER))

    assert (front.width, front.height) == pytest.approx(landscape(PaperSize.LETTER))


def test_a_booklet_is_told_page_by_page_whatever_lies_on_its_papers(tmp_path: Path) -> None:
    pages = numbered(7, PaperSize.A5)
    goes_on = Tag()
    long = set_text("It begins on a page and ends upon the next", Style(10, "#000000"), 80, language="en")
    for number, line in zip((5, 6), long.lines, strict=False):
        words = Words(line.line, 20, 60, goes_on)
        pages[number] = Sheet(*sheet_size(PaperSize.A5), (*pages[number].things, words), pages[number].names)

    found = PdfReading(draw_pdf(booklet(pages, PaperSize.A4), title="The year", language="en"), tmp_path)

    assert found.problems() == []
    told = found.text_by_structure()
    assert [text for text in told if text.startswith("Page")] == [f"Page {number}" for number in range(1, 8)]
    assert told.index("Page 7") == 7
    assert told[6].startswith("It begins on")
    assert told[6].endswith(long.lines[1].line.text)
    assert found.outline == [f"Page {number}" for number in range(1, 8)]


def test_nothing_becomes_nothing() -> None:
    assert several_up([], PaperSize.A4) == []
    assert booklet([]) == []
