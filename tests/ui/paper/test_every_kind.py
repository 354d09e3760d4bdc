"""What every kind of sheet holds, whatever is on it: a sound file that can be listened to, and nothing outside
of its paper."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest
from PySide6.QtCore import QPointF, QRectF

from app.domain.notices import Design
from tests.ui.paper.kept import MOST_DIFFERING_DOTS as MOST_FROM_KEPT
from tests.ui.paper.kept import differing_from_kept
from tests.ui.paper.kinds import KINDS, Kind, Said
from tests.ui.paper.pdf_reading import PdfReading
from tests.ui.paper.samples import as_grey, pdf_pages
from tests.ui.paper.test_any_text import NAUGHTY
from tests.ui.paper.test_pictures import MOST_DIFFERING_DOTS, SCRIPTS, differing_dots
from ui.paper.picture import sheet_picture
from ui.paper.sheets import Code, Fill, Picture, Sheet, Stroke, Thing, Turned, Words

DPI = 72
LONG = 6
# A part of a point: what Qt adds to the last line that just fits, and a stroke's half width.
BARELY = 1.0

every_kind = pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)


@every_kind
def test_its_file_is_sound_and_can_be_listened_to(kind: Kind, tmp_path: Path) -> None:
    for number in range(len(kind.designs)):
        document = kind.document(Said(), number)
        found = PdfReading(document.pdf(), tmp_path)

        assert found.problems() == []
        assert found.fonts_that_are_missing() == []
        assert found.catalog["/Lang"] == "u:en"
        assert found.catalog["/MarkInfo"]
        assert document.title in found.metadata
        assert "<pdfuaid:part>1</pdfuaid:part>" in found.metadata
        assert found.outline
        assert any(element.role == "H1" for element in found.elements)


@every_kind
def test_what_is_listened_to_is_what_its_sheets_say_in_their_order(kind: Kind, tmp_path: Path) -> None:
    document = kind.document(Said(), 1)
    found = PdfReading(document.pdf(), tmp_path)

    said = _without_spaces("".join(text for sheet in _in_order(document.lay_out()) for text in sheet))
    assert _without_spaces("".join(found.text_by_structure())) == said
    copied = _without_spaces(found.text())
    assert all(_without_spaces(word) in copied for word in ["half", "past", "six"])


@every_kind
def test_the_same_content_gives_the_same_bytes(kind: Kind) -> None:
    document = kind.document(Said())

    assert document.pdf() == document.pdf()


@every_kind
@pytest.mark.parametrize("length", [1, LONG], ids=["short", "long"])
def test_nothing_stands_outside_of_its_paper_in_any_script(kind: Kind, length: int) -> None:
    for number, (text, answer) in enumerate(SCRIPTS.values()):
        language = "ar" if number % 3 == 2 else "en"
        said = Said(
            text=_times(text, length), answer=_times(answer, length), name=text[:30], language=language
        )
        assert _outside(kind.document(said, number).lay_out()) == []


@every_kind
def test_nothing_stands_outside_of_its_paper_whatever_people_write(kind: Kind) -> None:
    for number, text in enumerate(NAUGHTY):
        said = Said(text=text[:500], answer=text[:500], name=text[:60])
        assert _outside(kind.document(said, number).lay_out()) == []


@every_kind
@pytest.mark.parametrize("script", ["Latin", "Arabic", "Thai"])
def test_its_file_shows_what_its_preview_shows(kind: Kind, script: str) -> None:
    text, answer = SCRIPTS[script]
    said = Said(text=text, answer=answer, name=text[:10], language="ar" if script == "Arabic" else "en")
    document = kind.document(said, list(SCRIPTS).index(script))

    for page, sheet in zip(pdf_pages(document.pdf(), DPI), document.lay_out(), strict=True):
        painted = as_grey(sheet_picture(sheet, DPI)).resize(page.size)
        assert differing_dots(page, painted) <= MOST_DIFFERING_DOTS


@pytest.mark.parametrize("kind", [kind for kind in KINDS if kind.is_looked_at], ids=lambda kind: kind.name)
def test_it_looks_as_it_was_kept(kind: Kind) -> None:
    for design in kind.designs:
        sheet = kind.make(Said(), kind.sizes[0], design).lay_out()[0]
        assert differing_from_kept(f"{kind.name}-{design}", sheet) <= MOST_FROM_KEPT, design


def test_every_kind_comes_in_designs_that_are_known() -> None:
    names = [kind.name for kind in KINDS]

    assert len(set(names)) == len(names)
    assert all(kind.designs and set(kind.designs) <= set(Design) for kind in KINDS)


def _times(text: str, length: int) -> str:
    return " ".join([text] * length)


def _without_spaces(text: str) -> str:
    return "".join(text.split()).replace("\u00a0", "").replace("\u2068", "").replace("\u2069", "")


def _in_order(sheets: Sequence[Sheet]) -> list[list[str]]:
    """The texts of each page as it is read; the papers of a booklet show them in another order."""
    pages: dict[int, list[str]] = {}
    for number, sheet in enumerate(sheets):
        begins = [(part.number, part.begins) for part in sheet.parts] or [(number, 0)]
        ends = [begin for _, begin in begins[1:]] + [len(sheet.things)]
        for (page, begin), end in zip(begins, ends, strict=True):
            pages[page] = [words.line.text for words in _words(sheet.things[begin:end])]
    return [pages[page] for page in sorted(pages)]


def _words(things: Sequence[Thing]) -> Iterator[Words]:
    for thing in things:
        if isinstance(thing, Words):
            yield thing
        elif isinstance(thing, Turned):
            yield from _words(thing.things)


def _outside(sheets: Sequence[Sheet]) -> list[str]:
    return [
        f"sheet {number}: {what} at {box.left():.0f} {box.top():.0f} {box.right():.0f} {box.bottom():.0f}"
        for number, sheet in enumerate(sheets, 1)
        for what, box in _boxes(sheet.things)
        if min(box.left(), box.top(), sheet.width - box.right(), sheet.height - box.bottom()) < -BARELY
    ]


def _boxes(things: Sequence[Thing]) -> Iterator[tuple[str, QRectF]]:
    for thing in things:
        match thing:
            case Words():
                line = thing.line
                top = thing.baseline - line.size * 0.7
                yield line.text[:20], QRectF(thing.x, top, line.width, line.size * 0.8)
            case Fill() | Stroke():
                yield "a path", thing.path.boundingRect()
            case Code():
                yield "a code", QRectF(thing.x, thing.y, thing.side, thing.side)
            case Picture():
                yield "a picture", QRectF(thing.x, thing.y, thing.width, thing.height)
            case Turned():
                yield from ((what, _turned(box, thing)) for what, box in _boxes(thing.things))


def _turned(box: QRectF, turned: Turned) -> QRectF:
    angle = math.radians(turned.degrees)
    corners = (box.topLeft(), box.topRight(), box.bottomLeft(), box.bottomRight())
    places = [
        QPointF(
            turned.x + (corner.x() - turned.x) * math.cos(angle) - (corner.y() - turned.y) * math.sin(angle),
            turned.y + (corner.x() - turned.x) * math.sin(angle) + (corner.y() - turned.y) * math.cos(angle),
        )
        for corner in corners
    ]
    left, right = min(place.x() for place in places), max(place.x() for place in places)
    top, bottom = min(place.y() for place in places), max(place.y() for place in places)
    return QRectF(left, top, right - left, bottom - top)
