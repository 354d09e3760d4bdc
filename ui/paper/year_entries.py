"""What the year in answers tells one after the other: months, answers, storms, and the names of who wrote."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from io import BytesIO

from PIL import Image

from app.domain.gathered import StormTold, Told
from app.domain.notices import Design
from app.lists import listed
from app.note_words import done_line
from app.theme import LIGHT, note_paper
from app.words import Words as Catalogue
from ui.paper.design import Dress
from ui.paper.flow import Piece, with_gap
from ui.paper.page import Align, Page, PageMeasures
from ui.paper.paragraph import Style, isolated
from ui.paper.proof import framed
from ui.paper.said_pieces import ANSWER_LEADING, SOFT_SHARE, Column, SaidPieces, Step
from ui.paper.sheets import Fill, Picture, Role, Stroke, Thing, mm, rectangle, segment
from ui.paper.storm_sign import storm_sign, storm_sign_width
from ui.paper.year_flow import Laid

# Points on A5.
QUOTE, ANSWER, HEADING, QUESTION, NAMES = 14.0, 11.6, 27.0, 18.0, 13.0
# Millimetres: between entries, within a note, and how large a photo may be.
BETWEEN_MM, PADDING_MM, PHOTO_MM = 7.5, 2.8, (62.0, 44.0)
HEADING_ROOM = 1.35


@dataclass(frozen=True, slots=True)
class Chapter:
    """A part of the booklet under its heading, which the list of contents names."""

    title: str
    flow: Sequence[Laid]


class Entries:
    def __init__(
        self, page: Page, measures: PageMeasures, dress: Dress, words: Catalogue, today: date
    ) -> None:
        self._page = page
        self._measures = measures
        self._dress = dress
        self._words = words
        self._is_warm = dress.design is Design.WARM
        inset = mm(PADDING_MM) * 1.3 if self._is_warm else 0.0
        self._said = Column(inset, page.measure - 2 * inset)
        self._done = Column(measures.indent, page.measure - measures.indent)
        self._whole = Column(0.0, page.measure)
        self._pieces = SaidPieces(page, self._said, self._done, Step(QUOTE, ANSWER), words, today)

    def heading(self, title: str) -> list[Laid]:
        """On a block of the shop's colour where the design is bold, else over a rule."""
        size = HEADING
        is_bold = self._dress.design is Design.BOLD
        inset = mm(4) if is_bold else 0.0
        ink = self._dress.on_note if is_bold else LIGHT.ink
        style = Style(size, ink, bold=True, leading=1.15, tracking=-1.5)
        block = self._page.fitting(title, style, self._page.measure - 2 * inset, size * HEADING_ROOM)
        height = size * HEADING_ROOM + mm(3)

        def draw(y: float) -> Sequence[Thing]:
            top = y + (size * HEADING_ROOM - block.height) / 2 + (mm(1.5) if is_bold else 0.0)
            texts = self._page.block(block, inset, top, Align.START, Role.HEADING)
            left, right = self._page.left, self._page.left + self._page.measure
            if is_bold:
                return [Fill(rectangle(left, y, right - left, height), self._dress.note), *texts]
            rule = segment(left, y + height - mm(1.4), right, y + height - mm(1.4))
            return [*texts, Stroke(rule, self._dress.accent, mm(0.6), round_ends=False)]

        return [Laid(Piece(height, draw, gap=mm(13), keeps_next=True))]

    def answer(self, told: Told, *, is_first: bool) -> list[Laid]:
        """The quote with who said it, the answer beside its spine, the stamp, and the photo of the proof."""
        gap = mm(5 if is_first else BETWEEN_MM)
        said = self._noted(self._pieces.said(told), told.idea_id.hex, gap)
        *answer, stamp = self._pieces.done(told)
        if told.done_on:
            style = Style(ANSWER * SOFT_SHARE, LIGHT.ink_soft, leading=ANSWER_LEADING)
            line = self._pieces.lines(done_line(told.done_on, self._words), style, self._done, Align.START)
            answer += with_gap([replace(piece, keeps_next=True) for piece in line], mm(1))
        slip = with_gap([*answer, stamp], mm(2.4))
        if told.photo:
            slip.append(self._photo(told.photo))
        laid = [Laid(replace(piece, has_spine=True)) for piece in slip]
        return [*said, *laid]

    def storm(self, told: StormTold, *, is_first: bool) -> list[Laid]:
        """What was asked, decided and done, and whom it rests on."""
        tr, size = self._words.tr, ANSWER
        laid = self._question(told, mm(5 if is_first else BETWEEN_MM * 1.3))
        soft = Style(size * SOFT_SHARE, LIGHT.ink_soft, leading=ANSWER_LEADING)
        slip: list[Piece] = []
        for label, text in (
            (tr("We decided"), told.decided),
            (tr("Why"), told.because),
            (self._done_label(told), told.outcome),
        ):
            if text:
                above = self._pieces.lines(label, soft, self._done, Align.START)
                style = Style(size, LIGHT.ink, leading=ANSWER_LEADING)
                lines = self._pieces.lines(text, style, self._done, Align.OWN)
                kept = [replace(piece, keeps_next=True) for piece in above]
                slip += with_gap([*kept, *lines], mm(2.2))
        if thanks := self._thanks(told):
            slip += with_gap(self._pieces.directed(thanks, soft, self._done), mm(2.2))
        if told.photo:
            slip.append(self._photo(told.photo))
        return [*laid, *(Laid(replace(piece, has_spine=True)) for piece in slip)]

    def names(self, names: Sequence[str]) -> list[Laid]:
        """Everybody who gave a name, and a word for the others."""
        style = Style(NAMES, LIGHT.ink, leading=1.6)
        people = listed([isolated(name) for name in names], self._words.language) if names else ""
        pieces = self._pieces.directed(people, style, self._whole) if people else []
        soft = Style(NAMES, LIGHT.ink_soft, leading=1.4)
        rest = (
            self._words.tr("and everybody who wrote without a name.")
            if names
            else self._words.tr("Thank you, everybody who wrote.")
        )
        pieces = with_gap(pieces, mm(4)) if pieces else []
        pieces += with_gap(self._pieces.lines(rest, soft, self._whole, Align.START), mm(3))
        return [Laid(piece) for piece in pieces]

    def _noted(self, pieces: Sequence[Piece], seed: str, gap: float) -> list[Laid]:
        """The quote, on a paper of its own where the design is warm."""
        # A quote is not left behind without a line of its answer.
        pieces = [*pieces[:-1], replace(pieces[-1], keeps_next=True)]
        if not self._is_warm:
            return [Laid(piece) for piece in with_gap(pieces, gap)]
        paper = note_paper(LIGHT, seed)
        padding = Piece(mm(PADDING_MM), _nothing, keeps_next=True)
        # A gap between papers would show: it becomes room on the paper.
        filled = [
            part
            for piece in pieces
            for part in ([_room(piece.gap)] if piece.gap else []) + [replace(piece, gap=0.0)]
        ]
        return [Laid(each, paper) for each in (replace(padding, gap=gap), *filled, padding)]

    def _question(self, told: StormTold, gap: float) -> list[Laid]:
        height = QUESTION * 1.5
        width = storm_sign_width(height)
        inset = width + mm(4)
        style = Style(QUESTION, LIGHT.ink, bold=True, leading=1.15, tracking=-1.0)
        measure = self._page.measure - inset
        block = self._page.fitting(told.storm.question, style, measure, QUESTION * 5, even=True)
        total = max(height, block.height)

        def draw(y: float) -> Sequence[Thing]:
            sign = storm_sign(self._page.start(0.0, width), y, height, self._dress.accent)
            top = y + max(0.0, (height - block.height) / 2)
            return [sign, *self._page.block(block, inset, top, Align.START, Role.QUOTE)]

        return [Laid(Piece(total, draw, gap, keeps_next=True))]

    def _done_label(self, told: StormTold) -> str:
        return done_line(told.done_on, self._words)

    def _thanks(self, told: StormTold) -> str:
        people = [isolated(name) for name in told.names]
        if told.guests:
            people.append(self._words.trn("a guest", "%(count)s guests", told.guests))
        if not people:
            return ""
        return self._words.tr("Thank you, %(people)s.", people=listed(people, self._words.language))

    def _photo(self, photo: bytes) -> Piece:
        across, down = Image.open(BytesIO(photo)).size
        most = (min(mm(PHOTO_MM[0]), self._done.measure), mm(PHOTO_MM[1]))
        share = min(most[0] / across, most[1] / down)
        width, height = across * share, down * share
        x = self._page.start(self._done.inset, width)
        said = self._words.tr("The photo of what was done")
        return Piece(height, lambda y: framed(Picture(photo, x, y, width, height, said)), gap=mm(3))


def _room(height: float) -> Piece:
    return Piece(height, _nothing, keeps_next=True)


def _nothing(_y: float) -> Sequence[Thing]:
    return ()
