"""The bold notice: the quote paper white on a block of the shop's colour, the answer large on bare paper.

The block holds the shop's name on every sheet. It keeps inside the margin that every printer leaves white.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from app.domain.notices import Design, NoticeContent
from app.words import Words as Catalogue
from ui.paper.design import BLOCK_MARGIN, on_plates
from ui.paper.flow import Piece, height_of, keeping, stacked, with_gap
from ui.paper.notice_hand import NoticeHand
from ui.paper.notice_parts import Field, Form, NoticeParts
from ui.paper.notice_steps import Step
from ui.paper.page import Align, Header
from ui.paper.proof import Proof
from ui.paper.shapes import Stamp
from ui.paper.sheets import Fill, Role, Sheet, Thing, mm, rectangle

QUOTE_LEADING, ANSWER_LEADING = 1.04, 1.24
# Millimetres on A4.
ABOVE_QUOTE, BELOW_AUTHOR, ABOVE_AUTHOR = 9, 17, 7
ABOVE_ANSWER, ABOVE_STAMP, BESIDE_SIGNATURE = 11.5, 7, 9
PLATE = 2.5
# Of the air that is free so much goes into the block, above and below its words.
STRETCH, MOST_STRETCH = 0.62, 70


class BoldNotice(NoticeHand):
    design = Design.BOLD
    below_head, above_the_rest = 8, 0

    def __init__(self, content: NoticeContent, form: Form, words: Catalogue) -> None:
        super().__init__(content, form, words)
        measures = self.measures
        # Marks hang out on either side, and white ones must not leave the block.
        quote = self.page_within(0.0, max(0.0, measures.leading - measures.trailing))
        said = Field(
            page=quote,
            measures=measures,
            leading=QUOTE_LEADING,
            ink=self.dress.on_note,
            ink_soft=self.dress.on_note_soft,
            outside=measures.leading - self._margin - mm(1.5),
        )
        answered = Field(page=self.page, measures=measures, leading=ANSWER_LEADING)
        self.parts = NoticeParts(content, words, said, answered, accent=self.dress.accent)

    def make_header(self) -> Header:
        content, on_block = self.content, self.dress.on_note
        header = self.page.header(content.shop_name, on_block, content.logo, ink=on_block, role=Role.TITLE)
        return Header(tuple(on_plates(header.things, self.measures.gap(PLATE))), header.bottom)

    def pieces(self, step: Step) -> tuple[list[Piece], bool]:
        parts, gap = self.parts, self.measures.gap
        quote, breaks_a_word = parts.quote(step)
        author = with_gap(parts.author(), gap(ABOVE_AUTHOR * step.air))
        block = [replace(piece, on_note=True) for piece in (*quote[:-1], keeping(quote[-1]), *author)]
        return [*block, *with_gap(self._answer(step), 0.0)], breaks_a_word

    def _answer(self, step: Step) -> list[Piece]:
        """The signature beside the stamp if both have room there."""
        parts, above = self.parts, self.measures.gap(ABOVE_STAMP * step.air)
        if not parts.has_stamp:
            return parts.signed_answer(step)
        stamp, answer = self._stamp(step), parts.signed_answer(step)
        row = self._signed_row(stamp, step)
        if row:
            answer, piece = parts.answer(step), replace(row, gap=above)
        else:
            x = self.page.start(0.0, stamp.width)
            piece = Piece(stamp.height, lambda y: stamp.things(x, y), above)
        return [*answer[:-1], keeping(answer[-1]), piece]

    def _signed_row(self, stamp: Stamp, step: Step) -> Piece | None:
        signed = self.parts.signature_block(step)
        if signed is None or len(signed.lines) > 1 or self.has_photo:
            return None
        inset = signed.width + self.measures.gap(BESIDE_SIGNATURE)
        if inset + stamp.width > self.page.measure:
            return None
        x = self.page.start(inset, stamp.width)

        def draw(y: float) -> list[Thing]:
            name_top = y + (stamp.height - signed.height) / 2
            return [*self.page.block(signed, 0.0, name_top, Align.START), *stamp.things(x, y)]

        return Piece(max(stamp.height, signed.height), draw)

    def height(self, pieces: Sequence[Piece], step: Step) -> float:
        block, below = _apart(pieces)
        height = self._block_height(block, step)
        return height + (self._pad(ABOVE_ANSWER, step) + height_of(below) if below else 0.0)

    def _block_height(self, block: Sequence[Piece], step: Step) -> float:
        """Of what it takes below the head; without a quote it ends soon after that."""
        if not block:
            return 0.0
        return self._pad(ABOVE_QUOTE, step) + height_of(block) + self._pad(BELOW_AUTHOR, step)

    def _pad(self, millimetres: float, step: Step) -> float:
        return self.measures.gap(millimetres * step.air)

    def proof(self, step: Step) -> Proof | None:
        return self.photo(self._stamp(step), self.page) if self.has_photo else None

    def _stamp(self, step: Step) -> Stamp:
        return self.parts.stamp(step, self.page.measure)

    def sheet(self, pieces: Sequence[Piece], step: Step, number: int, count: int) -> Sheet:
        block, below = _apart(pieces)
        left = self.free(pieces, step, number, count)
        free = min(left * STRETCH, self.measures.gap(MOST_STRETCH))
        top = self.flow_top
        bottom = top + self._block_height(block, step) + free
        quote_top = top + self._pad(ABOVE_QUOTE, step) + free / 2
        things = [
            self._block(bottom),
            *self.header.things,
            *stacked(block, quote_top),
            *stacked(below, bottom + self.top_of(1, left - free) - top + self._pad(ABOVE_ANSWER, step)),
        ]
        return self.whole(things, number, count)

    @property
    def _margin(self) -> float:
        return 0.0 if self.form.is_picture else BLOCK_MARGIN

    def _block(self, bottom: float) -> Fill:
        margin, width = self._margin, self.page.width - 2 * self._margin
        return Fill(rectangle(margin, margin, width, bottom - margin), self.dress.note)


def _apart(pieces: Sequence[Piece]) -> tuple[list[Piece], list[Piece]]:
    """What stands on the block and what below it."""
    return [piece for piece in pieces if piece.on_note], [piece for piece in pieces if not piece.on_note]
