"""The sheet that hangs while a storm gathers: its question, until when, what was built so far, and you?"""

from __future__ import annotations

from collections.abc import Sequence

from app.domain.chains import Chain, ChainOrder, chains, in_order
from app.domain.ideas import Idea
from app.domain.notices import PaperSize
from app.domain.open_time import open_day_of
from app.domain.storms import Phase
from app.storm_words import first_invitation
from app.theme import LIGHT
from app.words import Words as Catalogue
from ui.paper.document import Document
from ui.paper.foot import Foot
from ui.paper.page import Align, page_measures
from ui.paper.paragraph import Style
from ui.paper.sheets import Role, Sheet, Stroke, Thing, rectangle
from ui.paper.storm_chains import ChainColumns, Lay, column_width
from ui.paper.storm_head import OfStorm, StormPage
from ui.paper.storm_people import may_be_shown

# From few large notes to many small ones; the last two cut long texts, so that more people have a say.
_LARGE_LAYS = (
    *(Lay(1, 30), Lay(1, 24), Lay(2, 24), Lay(2, 20), Lay(1, 18), Lay(2, 17)),
    *(Lay(1, 15), Lay(3, 15), Lay(3, 13), Lay(3, 13, 6), Lay(3, 12, 5)),
)
_MIDDLE_LAYS = (
    *(Lay(1, 21), Lay(1, 17), Lay(2, 16), Lay(2, 13.5), Lay(1, 12.5), Lay(2, 11.5)),
    *(Lay(2, 11.5, 6), Lay(2, 10.5, 5)),
)
LAYS = {
    PaperSize.A4: _LARGE_LAYS,
    PaperSize.LETTER: _LARGE_LAYS,
    PaperSize.A5: _MIDDLE_LAYS,
    PaperSize.HALF_LETTER: _MIDDLE_LAYS,
    PaperSize.A6: (Lay(1, 15), Lay(1, 12), Lay(1, 9.5), Lay(2, 9.5), Lay(2, 9.5, 6), Lay(2, 8.5, 4)),
}
# Of a label, so that the end stands on one line if it can.
UNTIL_SHARES = (1.2, 1.1, 1.0, 0.9)
# With more ideas than this the smallest is taken at once.
MOST_TRIED = 40
QUESTION = {
    PaperSize.A4: 46.0,
    PaperSize.LETTER: 46.0,
    PaperSize.A5: 32.0,
    PaperSize.HALF_LETTER: 32.0,
    PaperSize.A6: 21.0,
}


def storm_building(of: OfStorm, ideas: Sequence[Idea], size: PaperSize, words: Catalogue) -> Document:
    """`ideas` are the storm's so far; what is not public stays off the paper.

    Raises InvalidInput on field `address` when no code is large enough for it.
    """
    public = [idea for idea in ideas if may_be_shown(idea) and idea.merged_into is None]
    return Document(
        title=", ".join((of.storm.question, of.shop.name)),
        language=of.shop.language,
        author=of.shop.name,
        texts=(of.shop.name, of.storm.question, *(idea.text for idea in public)),
        lay_out=lambda: [_Building(of, public, size, words).sheet()],
    )


class _Building:
    """The question and its end on top, the foot below, and in between as many chains as find room."""

    def __init__(self, of: OfStorm, ideas: Sequence[Idea], size: PaperSize, words: Catalogue) -> None:
        self._of = of
        self._size = size
        self._words = words
        self._ideas = ideas
        self._chains = in_order(chains(ideas), ChainOrder.LONGEST)
        self._page = StormPage(of, page_measures(size), words)
        self._measures = self._page.measures
        invitation = words.tr("Build on it:\nscan, no account")
        facts = self._page.foot_facts(
            open_day_of(of.shop, of.storm.times.chooses_at), invitation, words.tr("Build on it: scan.")
        )
        self._foot = Foot(facts, self._measures, self._page.page, words)

    def sheet(self) -> Sheet:
        upper, top = self._upper()
        bottom = self._page.page.bottom - self._foot.room_at_the_end
        columns, you = self._columns(self._chains, top, bottom)
        # Nobody yet: all the room is for whoever begins.
        height = you.height if self._chains else bottom - columns.free_top
        things = [*upper, *columns.things, *you.things(columns.free_inset, columns.free_top, height)]
        if columns.left_out:
            things += self._continues(columns.left_out, bottom)
        return self._page.sheet([*things, *self._foot.things(1, 1)])

    def _upper(self) -> tuple[Sequence[Thing], float]:
        page, measures = self._page, self._measures
        head, y = page.head()
        ink, accent = (page.dress.on_note,) * 2 if page.is_bold else (LIGHT.ink, page.brick)
        # Its note is narrower than elsewhere: the chains below want the room.
        padding = page.padding * 0.6
        y += measures.gap(9) + (0.0 if page.is_bold else padding - measures.gap(2))
        style = Style(QUESTION[self._size], ink, bold=True, leading=1.08, tracking=-2.0)
        question = page.box(
            self._of.storm.question, style, page.page.measure, measures.gap(40), smallest=0.4, even=True
        )
        asked = page.placed(question, 0.0, y, role=Role.TITLE)
        things = [*head, *page.on_note(asked, y - padding, y + question.height + padding)]
        y += question.height + measures.gap(3) + (0.0 if page.is_bold else padding)
        call = page.when.call(self._of.storm, Phase.GATHERING)
        until = page.unbroken(call, self._of.storm.times.chooses_at)
        for share in UNTIL_SHARES:
            bold = Style(measures.label * share, accent, bold=True, leading=1.25)
            block = page.box(until, bold, page.page.measure, measures.gap(18))
            if len(block.lines) == 1:
                break
        things += page.placed(block, 0.0, y)
        y += block.height
        if extension := page.extension():
            soft = Style(measures.small, ink if page.is_bold else LIGHT.ink_soft, leading=1.4)
            block = page.box(extension, soft, page.page.measure, measures.gap(14))
            things += page.placed(block, 0.0, y)
            y += block.height
        if page.is_bold:
            y += padding
        return [*page.ground(y), *things], y + measures.gap(8)

    def _columns(self, found: Sequence[Chain], top: float, bottom: float) -> tuple[ChainColumns, _You]:
        """The largest notes with which all is there, else the smallest with as much as there is room for."""
        lays = LAYS[self._size]
        for lay in lays if len(self._ideas) <= MOST_TRIED else lays[-1:]:
            you = _You(self._page, lay, is_first=not found)
            columns = ChainColumns(self._page, found, lay, top, bottom, you.height + lay.size)
            if not columns.left_out and (lay in lays[-2:] or not columns.cuts_a_text):
                return columns, you
        # What is left out is told on a line of its own.
        room = self._measures.small * 2.2
        return ChainColumns(self._page, found, lay, top, bottom - room, you.height + lay.size), you

    def _continues(self, left_out: int, bottom: float) -> Sequence[Thing]:
        text = self._words.trn(
            "Continues on the board: %(count)s more idea",
            "Continues on the board: %(count)s more ideas",
            left_out,
        )
        style = Style(self._measures.small, LIGHT.ink, bold=True, leading=1.3)
        block = self._page.box(text, style, self._page.page.measure, self._measures.small * 2.2)
        return self._page.placed(block, 0.0, bottom - block.height, Align.END)


class _You:
    """The note that is not yet there, as wide as a column."""

    def __init__(self, page: StormPage, lay: Lay, *, is_first: bool) -> None:
        words = page.words
        self._page = page
        self._padding = lay.size
        self._width = column_width(page.page.measure, lay)
        inner = self._width - 2 * self._padding
        title = Style(lay.size * 1.25, page.brick, bold=True, leading=1.2)
        # For translators: on an empty note, as “and” and “but” stand on those of others.
        self._title = page.box(words.tr("and you?"), title, inner, lay.size * 3)
        ways = words.tr("Scan, use the kiosk, or ask for a card.")
        text = first_invitation(words) + "\n" + ways if is_first else ways
        style = Style(lay.size * 0.82, LIGHT.ink_soft, leading=1.32)
        self._text = page.box(text, style, inner, lay.size * 7)
        self.height = self._title.height + self._text.height + 2.4 * self._padding
        self._dash = lay.size * 0.3

    def things(self, inset: float, top: float, height: float) -> Sequence[Thing]:
        frame = rectangle(self._page.page.start(inset, self._width), top, self._width, height)
        within, y = inset + self._padding, top + self._padding
        return [
            Stroke(frame, LIGHT.line, 1.0, (self._dash, self._dash), round_ends=False),
            *self._page.placed(self._title, within, y, role=Role.HEADING),
            *self._page.placed(self._text, within, y + self._title.height + self._padding * 0.3),
        ]
