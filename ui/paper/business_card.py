"""Business cards with the code of a place, ten on a sheet: to be cut, or on stock that is cut already."""

from __future__ import annotations

from dataclasses import replace

from app.domain.code_sheets import CodeKind
from app.domain.errors import InvalidInput
from app.domain.notices import Design, PaperSize
from app.domain.translation import mark
from app.words import Words as Catalogue
from ui.paper.code_face import CodeFace, FaceMeasures, FaceText
from ui.paper.cutting import cut_marks
from ui.paper.design import dress
from ui.paper.document import Document
from ui.paper.page import page_measures
from ui.paper.place_content import PlaceContent, asked, titled
from ui.paper.retelling import told_again
from ui.paper.sheets import Sheet, Thing, all_moved, mm, sheet_size

# Width and height in millimetres, as a wallet takes them here and there; two by five stand in the middle.
CARDS_MM = {PaperSize.A4: (85.0, 55.0), PaperSize.LETTER: (88.9, 50.8)}
SIZES = tuple(CARDS_MM)
ACROSS, DOWN = 2, 5
ON_SHEET = ACROSS * DOWN
SIDE, EDGE, CODE = 6.0, 3.5, 30.0


def business_cards(
    content: PlaceContent, size: PaperSize, words: Catalogue, design: Design = Design.PLAIN
) -> Document:
    """`size` is that of the sheet. Raises InvalidInput on field `address` when there is none or no code is
    large enough, on `size` for other sheets."""
    content.check_address()
    if size not in CARDS_MM:
        raise InvalidInput("size", mark("Business cards come ten on a sheet of A4 or Letter."))
    return Document(
        title=titled(CodeKind.BUSINESS_CARD, content, words),
        language=content.language,
        texts=content.texts,
        author=content.shop_name,
        lay_out=lambda: [_sheet(content, size, words, design)],
    )


def _sheet(content: PlaceContent, size: PaperSize, words: Catalogue, design: Design) -> Sheet:
    width, height = (mm(length) for length in CARDS_MM[size])
    sheet_width, sheet_height = sheet_size(size)
    left, top = (sheet_width - ACROSS * width) / 2, (sheet_height - DOWN * height) / 2
    card = _card(content, (width, height), words, design)
    things: list[Thing] = []
    for number in range(ON_SHEET):
        row, column = divmod(number, ACROSS)
        copy = told_again(card, is_copy=number > 0)
        things += all_moved(copy, left + column * width, top + row * height)
    xs = [left + column * width for column in range(ACROSS + 1)]
    ys = [top + row * height for row in range(DOWN + 1)]
    return Sheet(sheet_width, sheet_height, (*things, *cut_marks(xs, ys)))


def _card(
    content: PlaceContent, box: tuple[float, float], words: Catalogue, design: Design
) -> tuple[Thing, ...]:
    measures = replace(
        page_measures(PaperSize.A6),
        scale=0.4,
        leading=mm(SIDE),
        trailing=mm(SIDE),
        top=mm(SIDE + 1),
        bottom=mm(SIDE + 0.5),
        mark=mm(6),
        name=9,
        label=7.4,
        code=mm(CODE),
    )
    steps = words.tr("Scan. Write. See what becomes of it.")
    text = FaceText(
        headline=asked(content, words),
        lines=((steps, False), (content.typed_address, True)),
        has_head=True,
    )
    sizes = FaceMeasures(page=measures, box=box, headline=17, edge=mm(EDGE), inner=mm(2.5), gutter=mm(4))
    return CodeFace(content, text, sizes, dress(design, content.colour), words).things()
