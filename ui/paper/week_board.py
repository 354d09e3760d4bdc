"""The week's board: one sheet to hang with what is new, what was answered, the storm that runs, and what most
people want. One sheet always: of what has no room it says how much more there is."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from uuid import UUID

from app.dates import short_day
from app.domain.gathered import BOARD, StormTold, Told, Week
from app.domain.notices import Design, PaperSize
from app.storm_when import StormWhen
from app.theme import LIGHT, note_paper
from app.words import Words as Catalogue
from ui.paper.design import BLOCK_MARGIN, dress
from ui.paper.document import Document
from ui.paper.foot import Foot, FootFacts, numbered
from ui.paper.page import Align, Page, page_measures
from ui.paper.paragraph import Style
from ui.paper.setting import Block
from ui.paper.sheets import Fill, Role, Sheet, Stroke, Thing, mm, rectangle, segment
from ui.paper.storm_sign import storm_sign, storm_sign_width
from ui.paper.week_cards import AnsweredCard, Card, NewCard, Setting, WantedCard
from ui.paper.week_columns import Part, PartsColumn, in_two, largest

SIZES = (PaperSize.A4, PaperSize.LETTER, PaperSize.A5, PaperSize.HALF_LETTER)
# Points on A4; what is set smaller on smaller paper shrinks less than it does.
TITLE, DATES, QUESTION, CALL, QUIET = 54.0, 21.0, 26.0, 15.0, 34.0
TEXTS, USUAL = (21.0, 19.0, 17.0, 15.5, 14.5), 14.5
SMALLER = 0.74
CODE_MM, GUTTER_MM = 30.0, 9.0
MOST_STORMS = 2


def week_board(content: Week, size: PaperSize, words: Catalogue, design: Design) -> Document:
    """Raises InvalidInput on field `address`, when it is laid out and no code is large enough for it."""
    told = (*content.new, *content.answered, *content.wanted)
    texts = [text for each in told for text in (each.text, each.name, each.answer)]
    storms = [told.storm.question for told in content.storms]
    return Document(
        title=", ".join((words.tr("This week"), in_days(content, words), content.on.shop_name)),
        language=content.on.language,
        texts=(content.on.shop_name, *storms, *texts),
        lay_out=lambda: [_Board(content, size, words, design).sheet()],
        author=content.on.shop_name,
    )


def ideas_shown(content: Week, size: PaperSize, words: Catalogue, design: Design) -> list[UUID]:
    """Those that have room on the sheet, each once; its number changes nothing of that."""
    return _Board(content, size, words, design).shown()


def in_days(content: Week, words: Catalogue) -> str:
    """ "23 November to 29 November"."""
    first, last = (short_day(day, words.language) for day in (content.first, content.last))
    return words.tr("%(first)s to %(last)s", first=first, last=last)


class _Board:
    def __init__(self, content: Week, size: PaperSize, words: Catalogue, design: Design) -> None:
        measures = page_measures(size)
        code = mm(CODE_MM) if measures.scale == 1.0 else measures.code
        self._measures = replace(
            measures, leading=measures.leading * 0.85, trailing=measures.trailing * 0.9, code=code
        )
        self._content = content
        self._words = words
        self._dress = dress(design, content.on.shop_colour)
        self._is_bold = design is Design.BOLD
        self._page = Page(self._measures, words)
        self._scale = 1.0 if measures.scale == 1.0 else SMALLER
        self._header = self._page.header(content.on.shop_name, self._dress.accent, content.on.logo)
        self._when = StormWhen(words=words, timezone=content.on.timezone)
        self._foot = Foot(_foot_facts(content, words), self._measures, self._page, words)

    def sheet(self) -> Sheet:
        heads, bottom = self._head()
        body = self._quiet(bottom) if self._content.is_empty else self._body(bottom)
        return self._page.sheet([*self._header.things, *heads, *body, *self._foot.things(1, 1)])

    def shown(self) -> list[UUID]:
        """The ideas that have room."""
        columns = [] if self._content.is_empty else self._columns(self._head()[1])
        return list(dict.fromkeys(id for column in columns for id in column.shown))

    # The head: title, days, and the storms that run

    def _head(self) -> tuple[list[Thing], float]:
        """And where the rest begins."""
        top = self._header.bottom + self._gap(13 if self._is_bold else 8)
        heads, bottom = self._titles(top)
        if not self._is_bold:
            return heads, bottom + self._gap(8)
        return [self._block(top - self._gap(6), bottom + self._gap(4)), *heads], bottom + self._gap(12)

    def _titles(self, top: float) -> tuple[list[Thing], float]:
        ink, soft, page = self._dress.on_note, self._dress.on_note_soft, self._page
        title = page.fitting(
            self._words.tr("This week"),
            Style(TITLE * self._scale, ink, bold=True, leading=1.05, tracking=-2.0),
            page.measure,
            TITLE * self._scale * 1.4,
        )
        days = page.fitting(
            in_days(self._content, self._words),
            Style(DATES * self._scale, soft if self._is_bold else self._dress.accent, bold=True),
            page.measure,
            DATES * self._scale * 1.8,
        )
        things: list[Thing] = [*page.block(title, 0.0, top, Align.START, Role.TITLE)]
        top += title.height
        things += page.block(days, 0.0, top, Align.START)
        top += days.height
        for told in self._content.storms[:MOST_STORMS]:
            band, top = self._storm(told, top + self._gap(4))
            things += band
        return self._further(things, top)

    def _further(self, things: list[Thing], top: float) -> tuple[list[Thing], float]:
        """How many more storms run than have a band."""
        left = len(self._content.storms) - MOST_STORMS
        if left <= 0:
            return things, top
        style = Style(CALL * self._scale, self._dress.on_note_soft)
        said = self._words.trn("and %(count)s more", "and %(count)s more", left)
        block = self._page.fitting(said, style, self._page.measure, style.size * 1.8)
        top += self._gap(2)
        return [*things, *self._page.block(block, 0.0, top, Align.START)], top + block.height

    def _storm(self, told: StormTold, top: float) -> tuple[list[Thing], float]:
        """The sign, the question and what one can do now, in a band of their own."""
        page, padding = self._page, self._gap(4)
        sign_height = QUESTION * self._scale * 1.9
        side = self._gap(5) if self._dress.design is Design.WARM else 0.0
        inset = side + storm_sign_width(sign_height) + self._gap(5)
        width = page.measure - inset - side
        question, call = self._storm_words(told, width)
        height = max(sign_height, question.height + call.height) + 2 * padding
        middle = top + height / 2
        sign_left = page.start(side, storm_sign_width(sign_height))
        ink = self._dress.on_note if self._is_bold else self._dress.accent
        text_top = middle - (question.height + call.height) / 2
        things = [
            *self._under_storm(told, top, height),
            storm_sign(sign_left, middle - sign_height / 2, sign_height, ink),
            *page.block(question, inset, text_top, Align.OWN, Role.HEADING),
            *page.block(call, inset, text_top + question.height, Align.START),
        ]
        return things, top + height

    def _storm_words(self, told: StormTold, width: float) -> tuple[Block, Block]:
        size = QUESTION * self._scale
        style = Style(size, self._dress.on_note, bold=True, leading=1.12, tracking=-1.0)
        question = self._page.fitting(told.storm.question, style, width, size * 2.6)
        call = self._when.call(told.storm, told.phase) or self._when.next_step(told.storm, told.phase)
        style = Style(CALL * self._scale, self._dress.on_note_soft)
        return question, self._page.fitting(call, style, width, style.size * 3)

    def _under_storm(self, told: StormTold, top: float, height: float) -> list[Thing]:
        left, width = self._page.left, self._page.measure
        if self._dress.design is Design.WARM:
            return [Fill(rectangle(left, top, width, height), note_paper(LIGHT, told.storm.id.hex))]
        ys = (top,) if self._is_bold else (top, top + height)
        colour = self._dress.on_note if self._is_bold else LIGHT.ink
        return [
            Stroke(segment(left, y, left + width, y), colour, self._gap(0.4), round_ends=False) for y in ys
        ]

    def _block(self, top: float, bottom: float) -> Fill:
        width = self._page.width - 2 * BLOCK_MARGIN
        return Fill(rectangle(BLOCK_MARGIN, top, width, bottom - top), self._dress.note)

    # The body: what is new, what was answered, what most people want

    def _body(self, top: float) -> list[Thing]:
        step = self._width + self._gutter
        return [
            thing
            for place, column in enumerate(self._columns(top))
            for thing in column.things(place * step, top)
        ]

    def _columns(self, top: float) -> list[PartsColumn]:
        room = self._page.bottom - self._foot.room_at_the_end - self._gap(2) - top

        def make(size: float) -> list[PartsColumn]:
            at = Setting(
                self._page,
                self._measures,
                self._dress,
                self._words,
                self._width,
                size,
                self._content.on.printed_on,
            )
            return [
                PartsColumn(self._page, parts, size, self._width, room, self._words)
                for parts in in_two(self._all_parts(at))
            ]

        return largest(make, [size * self._scale for size in TEXTS], USUAL * self._scale)

    @property
    def _gutter(self) -> float:
        return mm(GUTTER_MM) * self._measures.scale

    @property
    def _width(self) -> float:
        return (self._page.measure - self._gutter) / 2

    def _all_parts(self, at: Setting) -> list[Part]:
        week, tr = self._content, self._words.tr
        parts = [
            Part(tr("New on the board"), _cards(NewCard, week.new, at), week.new_count),
            Part(tr("Answered"), _cards(AnsweredCard, week.answered, at), week.answered_count),
            Part(tr("What most of you want"), _cards(WantedCard, week.wanted, at), len(week.wanted)),
        ]
        return [part for part in parts if part.cards]

    def _quiet(self, top: float) -> Sequence[Thing]:
        style = Style(QUIET * self._scale, LIGHT.ink, leading=1.2, tracking=-1.0)
        said = self._words.tr("A quiet week on our board. What is on your mind?")
        block = self._page.fitting(said, style, self._page.measure, style.size * 6, even=True)
        return self._page.block(block, 0.0, top + self._gap(10), Align.START)

    def _gap(self, millimetres: float) -> float:
        return self._measures.gap(millimetres)


def _cards(kind: type[NewCard | AnsweredCard | WantedCard], told: Sequence[Told], at: Setting) -> list[Card]:
    return [kind(each, at) for each in told]


def _foot_facts(content: Week, words: Catalogue) -> FootFacts:
    number, address = content.on.number, content.on.link(BOARD)
    return FootFacts(
        address=address,
        notice="" if number is None else numbered(number, words),
        take_down_on=content.take_down_on,
        # For translators: an invitation in two lines beside a QR code.
        invitation=words.tr("The whole board:\nscan and say more"),
        short_invitation=words.tr("The whole board: scan."),
        alternative=words.tr("Opens the board on a phone: %(address)s", address=address),
    )
