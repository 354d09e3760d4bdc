"""One-time ballots of a storm, several on a sheet to be cut: what can be chosen, a code, a number."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from app import qr
from app.domain.ballots import Ballot
from app.domain.claim_codes import spaced
from app.domain.ideas import Idea
from app.domain.notices import PaperSize, Roll, SlipPaper
from app.domain.text import clean_line
from app.theme import LIGHT, in_colour_of
from app.words import Words as Catalogue
from ui.paper.ballot_receipts import ballot_receipt
from ui.paper.ballot_words import ballot_link, rule, what_the_code_is, where_to_read
from ui.paper.document import Document
from ui.paper.fitting import clipped, fitted
from ui.paper.imposing import several_up
from ui.paper.page import Align, Page, page_measures
from ui.paper.paragraph import Style
from ui.paper.setting import Block
from ui.paper.sheets import Role, Sheet, Stroke, Thing, mm, rectangle, sheet_size
from ui.paper.storm_head import OfStorm
from ui.paper.storm_people import may_be_shown
from ui.paper.storm_sign import storm_sign, storm_sign_width

# How many across and down: each about as large as a playing card.
GRIDS = {
    PaperSize.A4: (2, 4),
    PaperSize.LETTER: (2, 4),
    PaperSize.A5: (1, 3),
    PaperSize.HALF_LETTER: (1, 3),
    PaperSize.A6: (1, 2),
}
MARGIN, CODE, GUTTER = mm(8), mm(26), mm(6.5)
# Sizes of what can be chosen, and in how many lines each of it may stand.
CHOICES = ((10.5, 3), (9.5, 2), (9, 2), (9, 1), (8, 1), (7.2, 1))


def storm_ballots(
    of: OfStorm, ballots: Sequence[Ballot], shortlist: Sequence[Idea], paper: SlipPaper, words: Catalogue
) -> Document:
    """One ballot or more, in one design on every paper. `shortlist` is what can be chosen; without room for
    it they send to the board.

    Raises InvalidInput on field `address` when there is none, or when no code is large enough for it.
    """
    of.check_address()
    shown = [clean_line(idea.text) for idea in shortlist if may_be_shown(idea)]
    return Document(
        title=", ".join((of.storm.question, of.shop.name)),
        language=of.shop.language,
        author=of.shop.name,
        texts=(of.shop.name, of.storm.question, *shown),
        lay_out=lambda: _sheets(of, ballots, shown, paper, words),
    )


def _sheets(
    of: OfStorm, ballots: Sequence[Ballot], choices: Sequence[str], paper: SlipPaper, words: Catalogue
) -> list[Sheet]:
    if isinstance(paper, Roll):
        return [ballot_receipt(of, ballot, choices, paper, words) for ballot in ballots]
    across, down = GRIDS[paper]
    width, height = sheet_size(paper)
    face = _Face(of, choices, (width / across, height / down), words)
    return several_up([face.sheet(ballot) for ballot in ballots], paper)


class _Face:
    """What all ballots of a storm share is set once; number and code are each one's own."""

    def __init__(
        self, of: OfStorm, choices: Sequence[str], box: tuple[float, float], words: Catalogue
    ) -> None:
        self._of = of
        self._words = words
        measures = page_measures(PaperSize.A6)
        self._measures = replace(
            measures, leading=MARGIN, trailing=MARGIN, top=MARGIN, bottom=MARGIN, code=CODE
        )
        self._page = Page(self._measures, words, box)
        self._brick = in_colour_of(of.shop.colour, LIGHT).brick
        self._width = self._page.measure - CODE - GUTTER
        self._shared = [*self._head(), *self._text(choices)]

    def sheet(self, ballot: Ballot) -> Sheet:
        return self._page.sheet([*self._shared, *self._side(ballot)])

    def _head(self) -> Sequence[Thing]:
        """The storm's sign and whose it is."""
        height = mm(6)
        sign = storm_sign(
            self._page.start(0.0, storm_sign_width(height)), MARGIN - mm(0.8), height, self._brick
        )
        inset = storm_sign_width(height) + mm(2)
        style = Style(9, LIGHT.ink_soft, bold=True, leading=1.15)
        name = fitted(self._of.shop.name, style, self._width - inset, mm(7), self._words)
        return [sign, *self._page.block(name, inset, MARGIN + mm(2.2) - name.height / 2, Align.START)]

    def _text(self, choices: Sequence[str]) -> Sequence[Thing]:
        """Question, what can be chosen, and below until when."""
        words, top = self._words, MARGIN + mm(7.5)
        style = Style(15, LIGHT.ink, bold=True, leading=1.12, tracking=-1.0)
        question = fitted(self._of.storm.question, style, self._width, mm(17), words, smallest=0.5)
        small = Style(8, LIGHT.ink_soft, leading=1.3)
        foot = fitted(rule(self._of, words), small, self._width, mm(11.5), words, smallest=0.7)
        foot_top = self._page.bottom - foot.lines[-1].baseline
        below = top + question.height + mm(1.5)
        return [
            *self._page.block(question, 0.0, top, Align.START, Role.TITLE),
            *self._choices(choices, below, foot_top - mm(1.5)),
            *self._page.block(foot, 0.0, foot_top, Align.START),
        ]

    def _choices(self, choices: Sequence[str], top: float, bottom: float) -> Sequence[Thing]:
        """A box to tick before each, as large as all find room, else where to read them."""
        for size, most_lines in CHOICES:
            rows = _Rows(choices, self._width, size, most_lines, self._words)
            if choices and rows.height <= bottom - top:
                return rows.things(self._page, top)
        style = Style(9.5, LIGHT.ink, leading=1.3)
        block = fitted(
            where_to_read(self._words),
            style,
            self._width,
            bottom - top,
            self._words,
        )
        return self._page.block(block, 0.0, top, Align.START)

    def _side(self, ballot: Ballot) -> Sequence[Thing]:
        """The code to scan and to type, and under it the number."""
        words, page = self._words, self._page
        inset = page.measure - CODE
        link = ballot_link(self._of, ballot)
        matrix, alternative = qr.matrix(link), what_the_code_is(link, words)
        typed = fitted(spaced(ballot.code), Style(11.5, LIGHT.ink, bold=True), CODE, mm(7), words)
        number = words.tr("Ballot %(number)s", number=ballot.number)
        label = fitted(number, Style(10.5, LIGHT.ink, bold=True, leading=1.2), CODE, mm(6), words)
        top = MARGIN + mm(9)
        return [
            *page.block(label, inset, MARGIN + mm(2.2) - label.height / 2, Align.END),
            page.code(matrix, inset, top, alternative),
            *page.block(typed, inset, top + CODE + page.quiet(matrix), Align.END),
        ]


class _Rows:
    """What can be chosen, each behind a box to tick."""

    def __init__(
        self, choices: Sequence[str], width: float, size: float, most_lines: int, words: Catalogue
    ) -> None:
        self._size = size
        style = Style(size, LIGHT.ink, leading=1.25)
        self._blocks: list[Block] = [
            clipped(choice, style, width - self._indent, words, most_lines=most_lines).block
            for choice in choices
        ]

    @property
    def _indent(self) -> float:
        return self._size * 1.35

    @property
    def height(self) -> float:
        return sum(block.height for block in self._blocks) + self._gap * (len(self._blocks) - 1)

    @property
    def _gap(self) -> float:
        return self._size * 0.22

    def things(self, page: Page, top: float) -> Sequence[Thing]:
        things: list[Thing] = []
        side = self._size * 0.75
        for block in self._blocks:
            baseline = top + block.lines[0].baseline
            box = rectangle(page.start(0.0, side), baseline - side, side, side)
            things.append(Stroke(box, LIGHT.ink, 0.7, round_ends=False))
            things += page.block(block, self._indent, top, Align.START)
            top += block.height + self._gap
        return things
