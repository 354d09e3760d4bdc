"""The plain notice: ink on bare paper, the quote in bold, the answer beside a spine of the shop's colour."""

from __future__ import annotations

from collections.abc import Sequence

from app.domain.notices import Design, NoticeContent
from app.words import Words as Catalogue
from ui.paper.flow import Piece, keeping, with_gap
from ui.paper.flow_text import FlowText
from ui.paper.notice_hand import NoticeHand
from ui.paper.notice_parts import Field, Form, NoticeParts
from ui.paper.notice_steps import Step
from ui.paper.proof import Proof
from ui.paper.shapes import Stamp
from ui.paper.sheets import Sheet, mm

QUOTE_LEADING, ANSWER_LEADING = 1.12, 1.335
# How far from the edge a mark that hangs out has to keep: printers leave that white.
UNPRINTED = mm(5)


class PlainNotice(NoticeHand):
    design = Design.PLAIN
    below_head, above_the_rest = 6, 7

    def __init__(self, content: NoticeContent, form: Form, words: Catalogue) -> None:
        super().__init__(content, form, words)
        self._indent = self.measures.indent
        said = Field(
            page=self.page,
            measures=self.measures,
            leading=QUOTE_LEADING,
            outside=self.measures.leading - UNPRINTED,
        )
        slip = self.page_within(self._indent, 0.0)
        answered = Field(page=slip, measures=self.measures, leading=ANSWER_LEADING)
        self.parts = NoticeParts(content, words, said, answered, accent=self.dress.accent)
        self._text = FlowText(
            self.page,
            self.measures,
            content.language,
            self.dress.accent,
            right_to_left=words.is_right_to_left,
        )

    def pieces(self, step: Step) -> tuple[list[Piece], bool]:
        parts, gap, air = self.parts, self.measures.gap, step.air
        quote, breaks_a_word = parts.quote(step)
        pieces = [
            parts.label(self.words.tr("You said"), gap(9.7 * air**2)),
            *with_gap([*quote[:-1], keeping(quote[-1])], gap(2.8 * air)),
            *with_gap(parts.author(), gap(5.2 * air)),
            *with_gap(parts.signed_answer(step), gap(14.5 * air)),
        ]
        if parts.has_stamp:
            stamp = self._stamp(step)
            x = self.page.start(self._indent, stamp.width)
            pieces[-1] = keeping(pieces[-1])
            pieces.append(Piece(stamp.height, lambda y: stamp.things(x, y), gap(5 * air)))
        return pieces, breaks_a_word

    def proof(self, step: Step) -> Proof | None:
        return self.photo(self._stamp(step), self.page, self._indent) if self.has_photo else None

    def _stamp(self, step: Step) -> Stamp:
        return self.parts.stamp(step, self.page.measure - self._indent)

    def sheet(self, pieces: Sequence[Piece], step: Step, number: int, count: int) -> Sheet:
        top = self.top_of(number, self.free(pieces, step, number, count))
        things = [*self.header.things, *self._text.stack(pieces, top)]
        return self.whole(things, number, count)
