"""The "You said / We did" sheet: several answers side by side with what they answer, a refusal among them.

One sheet where the answers can be large enough on it, else as many as they need; each names the shop anew.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from app.domain.gathered import WHAT_WE_DID, YouSaid
from app.domain.notices import Design, PaperSize
from app.theme import LIGHT
from app.words import Words as Catalogue
from ui.paper.design import dress
from ui.paper.document import Document
from ui.paper.foot import Foot, FootFacts, numbered
from ui.paper.page import Align, Page, PageMeasures, page_measures
from ui.paper.paragraph import Style
from ui.paper.said_columns import MEASURE_MM, Columns
from ui.paper.said_pieces import SaidPieces, Step
from ui.paper.said_rows import Row, cut_rows
from ui.paper.setting import Block
from ui.paper.sheets import Role, Sheet, Stroke, Thing, mm, segment

# Papers on which two columns can be read.
SIZES = (PaperSize.A4, PaperSize.LETTER, PaperSize.A5, PaperSize.HALF_LETTER)
# The largest for a few answers; what does not fit on one sheet even small goes on over several.
STEPS = (
    *(Step(quote, quote * 0.88) for quote in (31, 28, 25, 22, 20.5)),
    *(
        Step(19, 17),
        Step(17.6, 15.8, 0.88),
        Step(16.4, 14.8, 0.76),
        Step(15.2, 13.8, 0.64),
        Step(14.4, 13, 0.56),
    ),
)
OVER_SHEETS = Step(19, 17)
# More are never tried to be put on one sheet.
MOST_ON_A_SHEET = 9
TITLE = 57.0
# The block of a bold sheet begins this much above its title.
ABOVE_TITLE_MM, BLOCK_ABOVE_MM = (8.5, 12.5), 6.0
TITLE_SHARES = (1.0, 0.9, 0.8, 0.7, 0.6, 0.5, 0.42)
MARGINS_MM = (22.0, 18.0)
CODE_MM = 30.0
# What a sheet that is not full may leave more around each row.
MOST_AIR_MM = 7.0


def you_said_sheet(content: YouSaid, size: PaperSize, words: Catalogue, design: Design) -> Document:
    """Raises InvalidInput on field `address`, when it is laid out and no code is large enough for it."""
    texts = [text for told in content.answers for text in told.texts]
    return Document(
        title=", ".join((words.tr("You said, we did"), content.on.shop_name)),
        language=content.on.language,
        texts=(content.on.shop_name, *texts),
        lay_out=lambda: _YouSaid(content, size, words, design).sheets(),
        author=content.on.shop_name,
    )


def _measures(size: PaperSize) -> PageMeasures:
    measures = page_measures(size)
    share = measures.leading / mm(26)
    leading, trailing = (mm(margin) * share for margin in MARGINS_MM)
    code = mm(CODE_MM) if measures.scale == 1.0 else measures.code
    return replace(measures, leading=leading, trailing=trailing, code=code)


@dataclass(frozen=True, slots=True)
class _Cut:
    """Rows as they lie on sheets, in the columns of one step."""

    columns: Columns
    sheets: list[list[Row]]


class _YouSaid:
    def __init__(self, content: YouSaid, size: PaperSize, words: Catalogue, design: Design) -> None:
        self._content = content
        self._words = words
        self._measures = _measures(size)
        self._dress = dress(design, content.on.shop_colour)
        self._page = Page(self._measures, words)
        self._header = self._page.header(content.on.shop_name, self._dress.accent, content.on.logo)
        above = ABOVE_TITLE_MM[design is Design.BOLD]
        self._title_top = self._header.bottom + self._measures.gap(above)
        self._titles = self._set_titles()
        self._rule = self._title_top + max(title.height for title, _ in self._titles) + self._measures.gap(4)
        self._foot = Foot(_foot_facts(content, words), self._measures, self._page, words)

    def sheets(self) -> list[Sheet]:
        cut = self._on_one_sheet() or self._cut(OVER_SHEETS)
        count = len(cut.sheets)
        return [self._sheet(rows, cut.columns, number, count) for number, rows in enumerate(cut.sheets, 1)]

    def _on_one_sheet(self) -> _Cut | None:
        if len(self._content.answers) > MOST_ON_A_SHEET:
            return None
        return next((cut for cut in map(self._cut, STEPS) if len(cut.sheets) == 1), None)

    def _cut(self, step: Step) -> _Cut:
        columns, scale = self._columns(step.air), self._page.measure / mm(MEASURE_MM)
        pieces = SaidPieces(
            self._page,
            columns.said,
            columns.done,
            step.at(scale),
            self._words,
            self._content.on.printed_on,
        )
        rows = [pieces.row(told) for told in self._content.answers]
        return _Cut(columns, cut_rows(rows, self._rooms, columns.around))

    def _columns(self, air: float = 1.0) -> Columns:
        return Columns(self._page, self._measures, self._dress, air)

    @property
    def _rooms(self) -> tuple[float, float]:
        room = self._page.bottom - self._rule
        return room - self._foot.room_before_others, room - self._foot.room_at_the_end

    def _sheet(self, rows: Sequence[Row], columns: Columns, number: int, count: int) -> Sheet:
        around, room = columns.around, self._rooms[0 if number < count else 1]
        left = room - sum(row.height + around for row in rows)
        air = max(0.0, min(left / max(1, len(rows)), self._measures.gap(MOST_AIR_MM)))
        things: list[Thing] = []
        y = self._rule
        for index, row in enumerate(rows):
            height = row.height + around + air
            things += columns.row(row, y, height, is_first=index == 0)
            y += height
        things += columns.end(y)
        block = columns.under_all(self._title_top - self._measures.gap(BLOCK_ABOVE_MM), self._rule + room)
        foot = self._foot.things(number, count)
        return self._page.sheet([*self._header.things, *block, *self._heads(), *things, *foot])

    def _set_titles(self) -> list[tuple[Block, float]]:
        """Both on one baseline, each over its column, as large as both of them may be."""
        size, tr = TITLE * self._page.measure / mm(MEASURE_MM), self._words.tr
        parts = list(zip((tr("You said"), tr("we did")), self._columns().titles, strict=True))
        for share in TITLE_SHARES:
            style = Style(size * share, LIGHT.ink, bold=True, leading=1.05, tracking=-2.0)
            set_ = [
                (self._page.fitting(text, replace(style, colour=at.ink), at.measure, size * 1.5), at.inset)
                for text, at in parts
            ]
            if all(len(block.lines) == 1 for block, _ in set_):
                break
        return set_

    def _heads(self) -> list[Thing]:
        baseline = max(title.lines[0].baseline for title, _ in self._titles)
        things: list[Thing] = []
        for title, inset in self._titles:
            top = self._title_top + baseline - title.lines[0].baseline
            things += self._page.block(title, inset, top, Align.START, Role.TITLE)
        if self._dress.is_plain:
            ends = (self._page.at(0.0), self._page.at(self._page.measure))
            line = segment(ends[0], self._rule, ends[1], self._rule)
            things.append(Stroke(line, LIGHT.ink, self._measures.gap(0.5), round_ends=False))
        return things


def _foot_facts(content: YouSaid, words: Catalogue) -> FootFacts:
    number, address = content.on.number, content.on.link(WHAT_WE_DID)
    return FootFacts(
        address=address,
        notice=words.tr("Notice, not yet numbered") if number is None else numbered(number, words),
        take_down_on=content.take_down_on,
        # For translators: an invitation in two lines beside a QR code.
        invitation=words.tr("All that we did:\nscan and read"),
        short_invitation=words.tr("All that we did: scan."),
        alternative=words.tr("Opens all that we did on a phone: %(address)s", address=address),
    )
