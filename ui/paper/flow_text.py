"""Sets texts as pieces of a flow: line by line, plain or beside the spine, under labels; and stacks them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from app.theme import LIGHT
from ui.paper.flow import Piece
from ui.paper.page import Align, Page, PageMeasures
from ui.paper.paragraph import Span, Style
from ui.paper.setting import Block, PlacedLine, set_text
from ui.paper.sheets import Fill, Role, Tag, Thing, rectangle


class FlowText:
    """Pieces for one page, in its language unless a text is said to have another."""

    def __init__(
        self, page: Page, measures: PageMeasures, language: str, brick: str, *, right_to_left: bool
    ) -> None:
        self._page = page
        self._measures = measures
        self._language = language
        self._brick = brick
        self._mirrored = right_to_left
        # Sizes that are tried share what was set.
        self._blocks: dict[tuple[str, Style, float, tuple[Span, ...]], Block] = {}

    def stack(self, pieces: Sequence[Piece], top: float) -> list[Thing]:
        """The pieces below each other from `top`; one spine beside all that have one."""
        things: list[Thing] = []
        spine: list[float] = []
        y = top
        for index, piece in enumerate(pieces):
            y += piece.gap if index else 0.0
            if piece.has_spine:
                spine += [y, y + piece.height]
            things += piece.draw(y)
            y += piece.height
        return [*things, self._spine(spine[0], spine[-1])] if spine else things

    def slip_pieces(
        self, text: str, style: Style, align: Align = Align.OWN, role: Role = Role.PARAGRAPH
    ) -> list[Piece]:
        """Lines beside the spine."""
        indent = self._measures.indent
        block = self.set(text, style, indent)
        return [replace(piece, has_spine=True) for piece in self.line_pieces(block, indent, align, role)]

    def label(self, text: str, room: float, role: Role = Role.PARAGRAPH) -> Piece:
        """The first piece of all, with its own room above it."""
        block = self.set(text, Style(self._measures.label, LIGHT.ink_soft))
        return Piece(
            room + block.height,
            lambda y: self._page.block(block, 0.0, y + room, Align.START, role),
            keeps_next=True,
        )

    def set(
        self,
        text: str,
        style: Style,
        indent: float = 0.0,
        spans: Sequence[Span] = (),
        direction: bool | None = None,
    ) -> Block:
        wanted = (text, style, indent, tuple(spans))
        if wanted not in self._blocks:
            self._blocks[wanted] = set_text(
                text,
                style,
                self._page.measure - indent,
                language=self._language,
                spans=spans,
                right_to_left=self._mirrored,
                direction=direction,
            )
        return self._blocks[wanted]

    def line_pieces(
        self,
        block: Block,
        indent: float,
        align: Align,
        role: Role = Role.PARAGRAPH,
        tag: Tag | None = None,
    ) -> list[Piece]:
        """A piece for each line; the first two and the last two stay together. `tag` is for a text that has
        letters elsewhere, too."""
        last, tag = len(block.lines) - 1, tag or Tag(role)
        return [
            Piece(
                placed.bottom - placed.top,
                self._line_drawer(block, placed, indent, align, tag),
                keeps_next=number < last and number in {0, last - 1},
            )
            for number, placed in enumerate(block.lines)
        ]

    def _line_drawer(
        self, block: Block, placed: PlacedLine, indent: float, align: Align, tag: Tag
    ) -> Callable[[float], Sequence[Thing]]:
        x = self._page.line_x(block, placed, indent, align)
        return lambda y: [self._page.words(placed, x, y + placed.baseline - placed.top, tag)]

    def _spine(self, top: float, bottom: float) -> Fill:
        width = self._measures.spine
        return Fill(rectangle(self._page.start(0.0, width), top, width, bottom - top), self._brick)
