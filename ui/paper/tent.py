"""The table tent: a strip folded to a prism, one face for each side of the table, and the side it stands on.

Along the sheet lie a face upside down, a face, the base and a flap to glue. Folded at the three lines, both
faces read upright, and the base with what whoever folds it needs to know lies on the table.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from app.domain.code_sheets import CodeKind
from app.domain.errors import InvalidInput
from app.domain.notices import Design, PaperSize
from app.domain.translation import mark
from app.theme import LIGHT
from app.words import Words as Catalogue
from ui.paper.code_face import CodeFace, FaceMeasures, FaceText
from ui.paper.design import BLOCK_MARGIN, Dress, dress
from ui.paper.document import Document
from ui.paper.page import Align, Page, PageMeasures, page_measures
from ui.paper.paragraph import Style
from ui.paper.place_content import PlaceContent, hangs_since, titled
from ui.paper.retelling import told_again
from ui.paper.setting import UNBOUNDED, Block, set_text
from ui.paper.shapes import mark as teacup
from ui.paper.shapes import mark_width
from ui.paper.sheets import Role, Sheet, Stroke, Thing, Turned, all_moved, mm, segment

# Lengths along the sheet in millimetres: each face and the base; the flap takes what is left, 12 or more.
FOLDS = {
    PaperSize.A4: (105.0, 70.0),
    PaperSize.LETTER: (98.5, 70.0),
    PaperSize.A5: (74.0, 50.0),
    PaperSize.HALF_LETTER: (76.0, 50.0),
}
SIZES = tuple(FOLDS)
SCALES = {PaperSize.A4: 1.0, PaperSize.LETTER: 0.95, PaperSize.A5: 0.7, PaperSize.HALF_LETTER: 0.7}
CODE, SIDE, OVER, GUTTER, FOLD_WORD = 62.0, 18.0, 15.0, 8.0, 6.5
FOLD_DASHES = (1.2, 1.6)


@dataclass(frozen=True, kw_only=True, slots=True)
class Face:
    """One side of the tent: what it says, in which language."""

    headline: str
    words: Catalogue


def tent(
    content: PlaceContent,
    size: PaperSize,
    words: Catalogue,
    other: Catalogue,
    design: Design = Design.PLAIN,
) -> Document:
    """`other` speaks on the second face; an own headline stands on both.

    Raises InvalidInput on field `address` when there is none or no code is large enough, on `size` for a
    paper too small to stand.
    """
    content.check_address()
    if size not in FOLDS:
        raise InvalidInput("size", mark("A table tent is folded from A4, A5, Letter or half letter."))
    faces = [Face(headline=_asked(content, each), words=each) for each in (words, other)]
    return Document(
        title=titled(CodeKind.TENT, content, words),
        language=content.language,
        texts=content.texts,
        author=content.shop_name,
        lay_out=lambda: [_Tent(content, size, faces, dress(design, content.colour)).sheet()],
    )


def tent_measures(size: PaperSize) -> PageMeasures:
    scale = SCALES[size]
    return replace(
        page_measures(size),
        scale=scale,
        leading=mm(SIDE * scale),
        trailing=mm(SIDE * scale),
        top=mm(OVER * scale),
        bottom=mm(OVER * scale),
        label=16 * scale,
        small=max(12 * scale, 8),
        code=mm(CODE * scale),
    )


def _asked(content: PlaceContent, words: Catalogue) -> str:
    return content.headline or words.tr("An idea\nat this table?")


class _Tent:
    def __init__(self, content: PlaceContent, size: PaperSize, faces: Sequence[Face], worn: Dress) -> None:
        self._content = content
        self._measures = tent_measures(size)
        self._faces = faces
        self._worn = worn
        self._words = faces[0].words
        self._sheet = Page(self._measures, self._words)
        face, base = FOLDS[size]
        self._face, self._base = mm(face), mm(base)

    def sheet(self) -> Sheet:
        """In reading order: the face that stands upright, the one on its head, the base, the folds."""
        width, face = self._sheet.width, self._face
        upright, over = (self._face_of(each) for each in self._faces)
        things: list[Thing] = [
            *all_moved(upright, 0.0, face),
            Turned(over, 180.0, width / 2, face / 2),
            *all_moved(self._on_the_table(), 0.0, 2 * face),
            *self._folds(),
        ]
        return self._sheet.sheet(things)

    def _face_of(self, face: Face) -> tuple[Thing, ...]:
        measures, scale = self._measures, self._measures.scale
        steps = face.words.tr("Scan. Write. See what becomes of it.")
        text = FaceText(headline=face.headline, lines=((steps, False), (self._content.shop_name, True)))
        sizes = FaceMeasures(
            page=measures,
            box=(self._sheet.width, self._face),
            headline=44 * scale,
            edge=BLOCK_MARGIN * max(scale, 0.75),
            inner=measures.gap(7),
            gutter=measures.gap(GUTTER),
        )
        things = CodeFace(self._content, text, sizes, self._worn, face.words).things()
        is_first = face is self._faces[0]
        return told_again(things, language="" if is_first else face.words.language, is_copy=not is_first)

    def _on_the_table(self) -> Sequence[Thing]:
        """Where the tent stands, how it is folded, and since when it is there: nobody sees it."""
        measures, page, words = self._measures, self._sheet, self._words
        height, top = mm(13.4 * measures.scale), measures.gap(11)
        cup = mark_width(height)
        inset, free = cup + measures.gap(7), page.measure
        bold = Style(measures.label, LIGHT.ink, bold=True, leading=1.3)
        soft = Style(measures.label, LIGHT.ink_soft, leading=1.45)
        how = words.tr(
            "Fold along the three lines. This side stands on the table; glue the narrow flap inside."
        )
        facts = f"{self._numbered()}\n{hangs_since(self._content, words)}"
        wide = (free - inset) * 0.62
        place = page.fitting(self._content.placement_label, bold, wide, measures.gap(14))
        folding = page.fitting(how, soft, wide, self._base - top - place.height - measures.gap(8))
        since = page.fitting(facts, soft, (free - inset) * 0.35, measures.gap(18))
        return [
            *teacup(page.start(0.0, cup), top, height, self._worn.accent),
            *page.block(place, inset, top, Align.START, Role.HEADING),
            *page.block(folding, inset, top + place.height, Align.START),
            *page.block(since, free - since.measure, top, Align.END, Role.CAPTION),
        ]

    def _numbered(self) -> str:
        number = self._content.number
        if number is None:
            return self._words.tr("Table tent")
        return self._words.tr("Table tent %(number)s", number=number)

    def _folds(self) -> Sequence[Thing]:
        width, words = self._sheet.width, self._words
        style = Style(FOLD_WORD, LIGHT.ink_soft)
        things: list[Thing] = []
        for y in (self._face, 2 * self._face, 2 * self._face + self._base):
            things.append(Stroke(segment(0.0, y, width, y), LIGHT.line, 0.5, FOLD_DASHES, round_ends=False))
            word = set_text(words.tr("fold"), style, UNBOUNDED, language=words.language)
            x = mm(4) if not words.is_right_to_left else width - mm(4) - word.width
            things += self._word(word, x, y - word.height - 0.5)
        flap = set_text(words.tr("flap"), style, UNBOUNDED, language=words.language)
        below = 2 * self._face + self._base
        middle = below + (self._sheet.height - below - flap.height) / 2
        return [*things, *self._word(flap, (width - flap.width) / 2, middle)]

    def _word(self, block: Block, x: float, y: float) -> Sequence[Thing]:
        return [self._sheet.words(placed, x, y + placed.baseline) for placed in block.lines]
