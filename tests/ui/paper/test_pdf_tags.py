"""A tagged PDF: headings, quotes, paragraphs and pictures in reading order, everything else an ornament."""

from __future__ import annotations

from pathlib import Path

import pytest

from app import qr
from tests.pictures import as_file, picture
from tests.ui.paper.pdf_reading import PdfReading, Read
from ui.paper.paragraph import Style
from ui.paper.pdf import draw_pdf
from ui.paper.setting import Block, set_text
from ui.paper.sheets import Code, Fill, Picture, Role, Sheet, Tag, Thing, Turned, Words, moved, rectangle

SIDE = 300.0


def lines(text: str, tag: Tag | None = None, y: float = 20, *, language: str = "en") -> list[Words]:
    block: Block = set_text(text, Style(12, "#000000"), 150, language=language)
    return [Words(line.line, 20 + line.x, y + line.baseline, tag) for line in block.lines]


def sheet(*things: Thing, names: tuple[str, ...] = ()) -> Sheet:
    return Sheet(SIDE, SIDE, things, names)


def read(folder: Path, *sheets: Sheet) -> PdfReading:
    found = PdfReading(draw_pdf(sheets, title="A title", language="en", author="The shop"), folder)
    assert found.problems() == []
    return found


def test_each_text_is_told_with_its_role_in_reading_order(tmp_path: Path) -> None:
    title, heading, quote = Tag(Role.TITLE), Tag(Role.HEADING), Tag(Role.QUOTE)
    box = Fill(rectangle(0, 0, 50, 50), "#ff0000")

    found = read(
        tmp_path,
        sheet(
            box,
            *lines("The week", title),
            *lines("Monday", heading, 50),
            *lines("A quote of so many words that it takes more than one line", quote, 80),
            *lines("Alone", None, 150),
        ),
    )

    assert [each.role for each in found.elements] == ["H1", "H2", "BlockQuote", "P"]
    assert found.text_by_structure() == [
        "The week",
        "Monday",
        "A quote of so many words that it takes more than one line",
        "Alone",
    ]


def test_a_text_that_goes_on_over_sheets_is_one_element(tmp_path: Path) -> None:
    words = lines("A text of so many words that it goes on upon the next sheet, as long ones do", Tag())

    found = read(tmp_path, sheet(*words[:1]), sheet(*words[1:]))

    assert [each.role for each in found.elements] == ["P"]
    [told] = found.text_by_structure()
    assert told == "A text of so many words that it goes on upon the next sheet, as long ones do"


def test_what_comes_again_is_told_again(tmp_path: Path) -> None:
    card = [*lines("Thank you,\nAmina", Tag(Role.TITLE)), *lines("Good for a coffee", Tag(), 60)]
    other = [moved(thing, 0, 120) for thing in card]

    found = read(tmp_path, sheet(*card, *other), sheet(*card))

    assert found.text_by_structure() == ["Thank you, Amina", "Good for a coffee"] * 3


def test_turned_words_are_told_straight_and_pictures_on_turned_notes_too(tmp_path: Path) -> None:
    code = Code(qr.matrix("http://127.0.0.1/"), 100, 100, 80, "#000000", "Opens the board")
    turned = Turned((Fill(rectangle(0, 0, 9, 9), "#ff0000"), *lines("On trial"), code), 3.0, 50, 50)

    found = read(tmp_path, sheet(turned, *lines("After it", None, 200)))

    assert [(each.role, each.alternative) for each in found.elements] == [
        ("P", ""),
        ("Figure", "Opens the board"),
        ("P", ""),
    ]
    assert found.text_by_structure() == ["On trial", "", "After it"]


def test_pictures_have_their_words_and_ornaments_none(tmp_path: Path) -> None:
    photo = as_file(picture(mode="RGB"), "JPEG")
    logo = Picture(photo, 10, 10, 40, 40)
    proof = Picture(photo, 10, 60, 40, 40, "What it looks like now: “ramp” (é)")

    found = read(tmp_path, sheet(logo, proof, *lines("Text")))

    assert found.elements[0] == Read("Figure", "What it looks like now: “ramp” (é)", "", "")
    assert [each.role for each in found.elements] == ["Figure", "P"]


def test_the_words_of_a_drawing_are_told_by_its_sentence(tmp_path: Path) -> None:
    drawing = Tag(Role.FIGURE, alternative="Most ideas come on Mondays.")

    found = read(tmp_path, sheet(*lines("Mon", drawing), *lines("Tue", drawing, 50)))

    assert [(each.role, each.alternative) for each in found.elements] == [
        ("Figure", "Most ideas come on Mondays.")
    ]


def test_a_text_in_another_language_says_so(tmp_path: Path) -> None:
    found = read(tmp_path, sheet(*lines("Hello"), *lines("Masz pomysł?", Tag(language="pl"), 60)))

    assert [each.language for each in found.elements] == ["", "pl"]
    assert found.catalog["/Lang"] == "u:en"


def test_what_runs_from_right_to_left_is_told_in_its_own_order(tmp_path: Path) -> None:
    said = "هل يمكنكم فتح المخبز في السادسة والنصف؟ الحافلة 25"

    found = read(tmp_path, sheet(*lines(said, Tag(), language="ar"), *lines("Hello", None, 200)))

    assert [each.actual_text for each in found.elements] == [said, ""]


def test_the_outline_tells_the_names_of_what_lies_on_the_sheets(tmp_path: Path) -> None:
    headed = sheet(*lines("You said", Tag(Role.TITLE)), names=("Notice 1", "Notice 2"))

    assert read(tmp_path, headed, sheet(), sheet(names=("Notice 3",))).outline == [
        "Notice 1",
        "Notice 2",
        "Notice 3",
    ]


def test_without_names_the_outline_tells_the_headings(tmp_path: Path) -> None:
    first = sheet(*lines("The year", Tag(Role.TITLE)), *lines("January,\nFebruary", Tag(Role.HEADING), 60))
    second = sheet(*lines("March", Tag(Role.HEADING)))

    assert read(tmp_path, first, second).outline == ["The year", "  January, February", "  March"]


def test_without_both_it_tells_the_title(tmp_path: Path) -> None:
    assert read(tmp_path, sheet(*lines("Hello"))).outline == ["A title"]


@pytest.mark.parametrize("alternative", ["Opens the board", ""])
def test_it_says_that_it_is_universally_accessible_only_where_it_is(alternative: str, tmp_path: Path) -> None:
    code = Code(qr.matrix("http://127.0.0.1/"), 100, 100, 80, "#000000", alternative)

    metadata = read(tmp_path, sheet(*lines("Hello"), code)).metadata

    assert ("<pdfuaid:part>1</pdfuaid:part>" in metadata) == bool(alternative)
    assert "A title" in metadata
    assert "The shop" in metadata


def test_a_heading_without_a_title_above_it_is_no_universal_access(tmp_path: Path) -> None:
    metadata = read(tmp_path, sheet(*lines("Monday", Tag(Role.HEADING)))).metadata

    assert "pdfuaid:part" not in metadata


def test_a_title_with_letters_of_markup_stays_a_title(tmp_path: Path) -> None:
    pdf = draw_pdf([sheet(*lines("Hello"))], title="<b> & \u0001“é”", language="en")

    found = PdfReading(pdf, tmp_path)

    assert found.problems() == []
    assert "&lt;b&gt; &amp; “é”" in found.metadata
