"""The warm notice: the kiosk's note on paper, with its tear-off strip, the answer on a slip attached to it.

Both go on as paper where a text takes several sheets. A sheet of one keeps the note large: it grows into what
its words leave.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from app.domain.notices import Design, NoticeContent
from app.theme import LIGHT
from app.words import Words as Catalogue
from ui.paper.design import NOTE_TURN, SLIP_TURN
from ui.paper.flow import Piece, height_of, keeping, stacked, with_gap
from ui.paper.notice_hand import NoticeHand
from ui.paper.notice_parts import Field, Form, NoticeParts
from ui.paper.notice_steps import Step
from ui.paper.proof import Proof
from ui.paper.shapes import Stamp
from ui.paper.sheets import Fill, Sheet, Stroke, Thing, Turned, rectangle
from ui.paper.tear_off import TearOff

NOTE_LEADING, ANSWER_LEADING = 1.2, 1.335
# Millimetres on A4. The note stands out of the page's text a little, the slip overhangs it on the outer side.
NOTE_OUT, NOTE_SHORT, NOTE_WITHIN = 2.5, 1.5, 15.5
SLIP_IN, SLIP_OUT, SLIP_WITHIN, SLIP_BEFORE_EDGE = 12, 2.5, 12, 12
NOTE_ABOVE, NOTE_BELOW = 11, 6
SLIP_ABOVE, SLIP_BELOW, OVERLAP = 10, 10.5, 4.2
STAMP_BEFORE_EDGE, STAMP_CLEAR = 8, 2
# How much of a stamp hangs below the slip, and of the air that is free goes into the note.
HANGS, STRETCH, MOST_STRETCH = 0.34, 0.5, 44
LEAST_AIR = 0.45
SLIP, HAIRLINE = "#FFFFFF", 0.75


class WarmNotice(NoticeHand):
    design = Design.WARM
    below_head, above_the_rest = 10.5, 0

    def __init__(self, content: NoticeContent, form: Form, words: Catalogue) -> None:
        super().__init__(content, form, words)
        gap, measure = self.measures.gap, self.page.measure
        self._note_inset, self._note_width = -gap(NOTE_OUT), measure + gap(NOTE_OUT - NOTE_SHORT)
        self._slip_inset, self._slip_width = gap(SLIP_IN), measure - gap(SLIP_IN - SLIP_OUT)
        note = self.page_within(gap(NOTE_WITHIN - NOTE_OUT), gap(NOTE_WITHIN + NOTE_SHORT))
        self._slip = self.page_within(gap(SLIP_IN + SLIP_WITHIN), gap(SLIP_BEFORE_EDGE - SLIP_OUT))
        said = Field(page=note, measures=self.measures, leading=NOTE_LEADING, ink=self.dress.on_note)
        answered = Field(page=self._slip, measures=self.measures, leading=ANSWER_LEADING)
        self.parts = NoticeParts(content, words, said, answered, accent=self.dress.accent, is_own_note=True)
        self._strip = TearOff(
            self.parts.name,
            content.others,
            page=self.page,
            measures=self.measures,
            words=words,
            inset=self._note_inset,
            width=self._note_width,
            within=gap(NOTE_WITHIN),
            covered=gap(OVERLAP),
        )

    def pieces(self, step: Step) -> tuple[list[Piece], bool]:
        quote, breaks_a_word = self.parts.quote(step)
        note = [replace(piece, on_note=True) for piece in quote]
        strip = Piece(
            self._strip.height - self.measures.gap(NOTE_BELOW),
            self._strip.things,
            self._pad(NOTE_BELOW, step),
            on_note=True,
        )
        pieces = [*note[:-1], keeping(note[-1]), strip, *with_gap(self.parts.signed_answer(step), 0.0)]
        if self.parts.has_stamp:
            pieces[-1] = keeping(pieces[-1])
            pieces.append(self._stamp_piece(step))
        return pieces, breaks_a_word

    def height(self, pieces: Sequence[Piece], step: Step) -> float:
        note, slip, stamp = _apart(pieces)
        overlap = self.measures.gap(OVERLAP) if note and slip else 0.0
        return self._note_height(note, step) + self._slip_height(slip, step) - overlap + height_of(stamp)

    def _note_height(self, note: Sequence[Piece], step: Step) -> float:
        if not note:
            return 0.0
        return self._pad(NOTE_ABOVE, step) + height_of(note) + self.measures.gap(NOTE_BELOW)

    def _slip_height(self, slip: Sequence[Piece], step: Step) -> float:
        if not slip:
            return 0.0
        return self._pad(SLIP_ABOVE, step) + height_of(slip) + self._below_slip(step)

    def _below_slip(self, step: Step) -> float:
        """Enough for the stamp's upper part where the signature leaves it no room beside itself."""
        below = self._pad(SLIP_BELOW, step)
        if not self.parts.has_stamp:
            return below
        stamp, signed = self._stamp(step), self.parts.signature_block(step)
        taken = self.measures.gap(SLIP_WITHIN) + (signed.width if signed else self._slip_width)
        if taken + self.measures.gap(2 * STAMP_CLEAR) <= self._stamp_inset(stamp) - self._slip_inset:
            return below
        return max(below, stamp.height * (1 - HANGS) + self.measures.gap(STAMP_CLEAR))

    def _pad(self, millimetres: float, step: Step) -> float:
        return self.measures.gap(millimetres * max(step.air, LEAST_AIR))

    def proof(self, step: Step) -> Proof | None:
        return self.photo(None, self._slip) if self.has_photo else None

    def _stamp(self, step: Step) -> Stamp:
        return self.parts.stamp(step, self._slip_width - self.measures.gap(2 * STAMP_BEFORE_EDGE))

    def _stamp_inset(self, stamp: Stamp) -> float:
        return self._slip_inset + self._slip_width - self.measures.gap(STAMP_BEFORE_EDGE) - stamp.width

    def _stamp_piece(self, step: Step) -> Piece:
        """Its lower part hangs out of the slip."""
        stamp = self._stamp(step)
        x = self.page.start(self._stamp_inset(stamp), stamp.width)
        above = stamp.height * (1 - HANGS)
        return Piece(stamp.height - above, lambda y: stamp.things(x, y - above, SLIP))

    def sheet(self, pieces: Sequence[Piece], step: Step, number: int, count: int) -> Sheet:
        note, slip, stamp = _apart(pieces)
        things: list[Thing] = list(self.header.things)
        left = self.free(pieces, step, number, count)
        free = min(left * STRETCH, self.measures.gap(MOST_STRETCH))
        y = self.top_of(number, left - free)
        if note:
            things.append(self._note(note, step, y, free))
            y += self._note_height(note, step) + free - (self.measures.gap(OVERLAP) if slip else 0.0)
        if slip:
            things.append(self._slip_of(slip, step, y))
            y += self._slip_height(slip, step)
        return self.whole([*things, *stacked(stamp, y)], number, count)

    def _note(self, note: Sequence[Piece], step: Step, top: float, free: float) -> Turned:
        """With the words in the middle of what is free, and the strip on its foot."""
        height = self._note_height(note, step) + free
        x = self.page.start(self._note_inset, self._note_width)
        paper = Fill(rectangle(x, top, self._note_width, height), self.dress.note)
        spread = [replace(note[-1], gap=note[-1].gap + free / 2)] if len(note) > 1 else note
        words = stacked([*note[:-1], *spread], top + self._pad(NOTE_ABOVE, step) + free / 2)
        return self._turned([paper, *words], NOTE_TURN, x + self._note_width / 2, top + height / 2)

    def _slip_of(self, slip: Sequence[Piece], step: Step, top: float) -> Turned:
        height = self._slip_height(slip, step)
        x, width = self.page.start(self._slip_inset, self._slip_width), self._slip_width
        box, spine = rectangle(x, top, width, height), self.measures.spine
        spine_x = self.page.start(self._slip_inset, spine)
        things = [
            Fill(box, SLIP),
            Stroke(box, LIGHT.dots, HAIRLINE * self.measures.scale**0.5, round_ends=False),
            Fill(rectangle(spine_x, top, spine, height), self.dress.accent),
            *stacked(slip, top + self._pad(SLIP_ABOVE, step)),
        ]
        return self._turned(things, SLIP_TURN, x + width / 2, top + height / 2)

    def _turned(self, things: Sequence[Thing], degrees: float, x: float, y: float) -> Turned:
        return Turned(tuple(things), -degrees if self.words.is_right_to_left else degrees, x, y)


def _apart(pieces: Sequence[Piece]) -> tuple[list[Piece], list[Piece], list[Piece]]:
    """What lies on the note, on the slip, and over it."""
    note = [piece for piece in pieces if piece.on_note]
    slip = [piece for piece in pieces if piece.has_spine]
    return note, slip, [piece for piece in pieces if not piece.on_note and not piece.has_spine]
