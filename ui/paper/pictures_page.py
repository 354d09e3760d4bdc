"""A page of pictures of numbers: each with its title and its sentence, in rows of one or two."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtGui import QPainterPath

from app.domain.notices import PaperSize
from app.theme import LIGHT, in_colour_of
from app.words import Words as Catalogue
from ui.paper.document import Document
from ui.paper.page import Align, Page, page_measures
from ui.paper.paragraph import Style
from ui.paper.setting import natural_width, set_text
from ui.paper.sheets import Fill, Role, Sheet, Stroke, Tag, Thing, Words, mm
from ui.shared.charts.drawing import Anchor, Bar, Drawing, Label, Rule, Type

# Points for a px of the screen: the largest with which everything fits on the page is taken.
SCALES = (0.62, 0.56, 0.5, 0.45, 0.4, 0.36, 0.32, 0.28, 0.24)
GUTTER = mm(10)
ROW_GAP = mm(6)
TITLE, SENTENCE = 20, 13
ELLIPSIS = "…"

Draw = Callable[[float, Type], Drawing]


@dataclass(frozen=True, slots=True)
class PagePicture:
    """`draw` is None where there is nothing to see; the sentence then says so."""

    title: str
    sentence: str
    draw: Draw | None


@dataclass(frozen=True, kw_only=True, slots=True)
class PicturesPage:
    """`rows` hold one picture, which is as wide as the page, or two beside each other. `logo` is a PNG file,
    empty = the teacup."""

    shop_name: str
    colour: str
    title: str
    subtitle: str
    rows: Sequence[Sequence[PagePicture]]
    logo: bytes = b""


def pictures_document(content: PicturesPage, size: PaperSize, words: Catalogue) -> Document:
    return Document(
        title=f"{content.title}, {content.shop_name}",
        author=content.shop_name,
        language=words.language,
        texts=(content.shop_name, content.title, content.subtitle),
        lay_out=lambda: [pictures_sheet(content, size, words)],
    )


def draw_pictures_page(content: PicturesPage, size: PaperSize, words: Catalogue) -> bytes:
    """The page as a PDF; the same content gives the same bytes."""
    return pictures_document(content, size, words).pdf()


def pictures_sheet(content: PicturesPage, size: PaperSize, words: Catalogue) -> Sheet:
    """The page laid out. It belongs to the thread that made it."""
    page = Page(page_measures(size), words)
    head, top = _head(page, content, words)
    for scale in SCALES:
        things, bottom = _rows(page, content, words, top, scale)
        if bottom <= page.bottom:
            break
    return page.sheet([*head, *things])


def _head(page: Page, content: PicturesPage, words: Catalogue) -> tuple[list[Thing], float]:
    header = page.header(content.shop_name, in_colour_of(content.colour, LIGHT).brick, content.logo)
    things: list[Thing] = list(header.things)
    top = header.bottom + mm(7)
    styles = (
        (content.title, Style(25, LIGHT.ink, bold=True, leading=1.2), Role.TITLE),
        (content.subtitle, Style(11, LIGHT.ink_soft), Role.PARAGRAPH),
    )
    for text, style, role in styles:
        block = set_text(
            text, style, page.measure, language=words.language, right_to_left=words.is_right_to_left
        )
        things += page.block(block, 0.0, top, Align.START, role)
        top += block.height
    return things, top + mm(5)


def _rows(
    page: Page, content: PicturesPage, words: Catalogue, top: float, scale: float
) -> tuple[list[Thing], float]:
    things: list[Thing] = []
    for row in content.rows:
        width = (page.measure - GUTTER * (len(row) - 1)) / len(row)
        bottoms = []
        for place, picture in enumerate(row):
            placed = _Placed(page, words, place * (width + GUTTER), width, scale)
            bottoms.append(placed.add(picture, top))
            things += placed.things
        top = max(bottoms, default=top) + ROW_GAP
    return things, top - ROW_GAP


class _Placed:
    """One picture at its place, `inset` from the leading edge of the page."""

    def __init__(self, page: Page, words: Catalogue, inset: float, width: float, scale: float) -> None:
        self._page = page
        self._words = words
        self._inset = inset
        self._width = width
        self._scale = scale
        self.things: list[Thing] = []

    def add(self, picture: PagePicture, top: float) -> float:
        """Gives the lower edge."""
        for text, style, role in (
            (picture.title, Style(TITLE * self._scale, LIGHT.ink, bold=True), Role.HEADING),
            (picture.sentence, Style(SENTENCE * self._scale, LIGHT.ink_soft), Role.PARAGRAPH),
        ):
            block = set_text(
                text,
                style,
                self._width,
                language=self._words.language,
                right_to_left=self._words.is_right_to_left,
            )
            self.things += self._page.block(block, self._inset, top, Align.START, role)
            top += block.height
        if picture.draw is None:
            return top
        top += 10 * self._scale
        drawing = picture.draw(self._width, PaperFace(self._words.language, self._scale))
        if self._words.is_right_to_left:
            drawing = drawing.mirrored()
        left = self._page.start(self._inset, self._width)
        # The sentence has said what it shows.
        figure = Tag(Role.FIGURE, alternative=picture.title)
        for thing in drawing.things:
            self._draw(thing, left, top, figure)
        return top + drawing.height

    def _draw(self, thing: Bar | Rule | Label, left: float, top: float, figure: Tag) -> None:
        path, ink = QPainterPath(), getattr(LIGHT, thing.ink)
        match thing:
            case Bar():
                path.addRect(left + thing.x, top + thing.y, thing.width, thing.height)
                self.things.append(Stroke(path, ink, 1.0) if thing.hollow else Fill(path, ink))
            case Rule():
                path.moveTo(left + thing.x, top + thing.y)
                path.lineTo(left + thing.to_x, top + thing.to_y)
                dashes = (2.0, 2.0) if thing.dashed else None
                self.things.append(Stroke(path, ink, 0.6, dashes, round_ends=False))
            case Label():
                self._write(thing, left, top, figure)

    def _write(self, label: Label, left: float, top: float, figure: Tag) -> None:
        style = Style(label.size, getattr(LIGHT, label.ink), bold=label.bold)
        block = set_text(label.text, style, 10_000, language=self._words.language)
        if not block.lines:
            return
        line = block.lines[0].line
        ends = Anchor.START if self._words.is_right_to_left else Anchor.END
        shift = (
            line.width / 2 if label.anchor is Anchor.MIDDLE else line.width if label.anchor is ends else 0.0
        )
        self.things.append(Words(line, left + label.x - shift, top + label.y, figure))


class PaperFace:
    """How wide words are on paper, in points."""

    def __init__(self, language: str, scale: float) -> None:
        self._language = language
        self.scale = scale

    def width(self, text: str, size: float, *, bold: bool = False) -> float:
        return natural_width(text, Style(size, LIGHT.ink, bold=bold), self._language)

    def cut(self, text: str, size: float, room: float, *, bold: bool = False) -> str:
        line = " ".join(text.split())
        if self.width(line, size, bold=bold) <= room + 0.01:
            return line
        low, high = 0, len(line)
        while low < high:
            middle = (low + high + 1) // 2
            fits = self.width(line[:middle].rstrip() + ELLIPSIS, size, bold=bold) <= room
            low, high = (middle, high) if fits else (low, middle - 1)
        return line[:low].rstrip() + ELLIPSIS
