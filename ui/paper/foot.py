"""The foot of a notice: the code that opens more, its number, and how long it hangs."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from app import qr
from app.dates import short_day
from app.domain.notices import NoticeContent, PaperSize
from app.theme import LIGHT
from app.words import Words as Catalogue
from ui.paper.page import Align, Page, PageMeasures
from ui.paper.paragraph import Span, Style
from ui.paper.setting import Block, set_text
from ui.paper.sheets import Thing

# Stands in a sentence for what looks different from the rest of it.
PLACE = "\0"
NO_BREAK = "\u00a0"
# Two lines of small type, and two of an invitation.
LINES_HEIGHT = 3.1
INVITATION_HEIGHT = 3.4


@dataclass(frozen=True, slots=True)
class FootFacts:
    """`notice` names the sheet to whoever keeps the wall, empty for one that is not numbered. `invitation`
    says in two lines what the code is for, `short_invitation` in one; `alternative` tells it to those who
    have the sheet read to them."""

    address: str
    notice: str
    take_down_on: date
    invitation: str
    short_invitation: str
    alternative: str = ""


class Foot:
    """On the last sheet the code and the day to take it down, on the others that it continues."""

    def __init__(self, facts: FootFacts, measures: PageMeasures, page: Page, words: Catalogue) -> None:
        self._told = facts
        self._measures = measures
        self._page = page
        self._words = words
        self._code = qr.matrix(facts.address) if facts.address else None

    @property
    def room_before_others(self) -> float:
        """What it takes of a sheet that another one follows, with what keeps the flow away."""
        return LINES_HEIGHT * self._measures.small + self._measures.gap(6)

    @property
    def room_at_the_end(self) -> float:
        words, clear = LINES_HEIGHT * self._measures.small, self._measures.gap(7)
        if self._code is None:
            return words + clear
        return max(self._measures.code, words) + max(clear, self._page.quiet(self._code))

    def things(self, number: int, count: int) -> list[Thing]:
        """The foot of sheet `number` of `count`."""
        if number < count:
            return self._continues(number, count)
        facts = self._number_and_sheet(number, count)
        if self._code is None:
            return list(self._facts(self._on_one_line(facts, count), self._page.measure))
        code = self._page.code(self._code, 0.0, self._page.bottom - self._measures.code)
        code = replace(code, alternative=self._told.alternative)
        taken = self._measures.code + self._page.quiet(self._code)
        if self._measures.size is PaperSize.A6:
            lead = self._told.short_invitation + "\n" + self._on_one_line(facts, count)
            return [code, *self._facts(lead, self._page.measure - taken)]
        free = self._page.measure - taken - self._measures.gap(3)
        style, room = Style(self._measures.label, LIGHT.ink), INVITATION_HEIGHT * self._measures.label
        block = self._page.fitting(self._told.invitation, style, free * 0.5, room)
        beside = self._page.block(block, taken, self._foot_top(block), Align.START)
        return [code, *beside, *self._facts(f"{facts}\n" if facts else "", free * 0.46)]

    def _on_one_line(self, facts: str, count: int) -> str:
        """What the day follows: a comma, or a new line where the sheet is told as well."""
        if not facts:
            return ""
        return f"{facts}\n" if count > 1 else self._words.tr("%(one)s, %(other)s", one=facts, other="")

    def _number_and_sheet(self, number: int, count: int) -> str:
        words, notice = self._words, self._told.notice
        if count == 1:
            return notice
        sheet = words.tr("sheet %(number)s of %(count)s", number=number, count=count)
        return words.tr("%(one)s, %(other)s", one=notice, other=sheet) if notice else sheet

    def _facts(self, lead: str, width: float) -> Sequence[Thing]:
        """Number and day on the outer side: what whoever keeps the wall looks for."""
        day = short_day(self._told.take_down_on, self._words.language).replace(" ", NO_BREAK)
        before, after = around(hangs_until(PLACE, self._words, begins=not self._told.notice))
        start = len(lead) + len(before)
        spans = [Span(start, start + len(day), True, LIGHT.ink)]
        block = self._foot_block(lead + before + day + after, self._small_style, width, spans)
        return self._page.block(block, self._page.measure - width, self._foot_top(block), Align.END)

    def _continues(self, number: int, count: int) -> list[Thing]:
        lead = self._words.tr("Continues on sheet %(number)s", number=number + 1)
        text = f"{lead}\n{self._number_and_sheet(number, count)}"
        spans = [Span(0, len(lead), True, LIGHT.ink)]
        block = self._foot_block(text, self._small_style, self._page.measure, spans)
        return list(self._page.block(block, 0.0, self._foot_top(block), Align.END))

    @property
    def _small_style(self) -> Style:
        return Style(self._measures.small, LIGHT.ink_soft, leading=1.45)

    def _foot_block(self, text: str, style: Style, width: float, spans: Sequence[Span] = ()) -> Block:
        return set_text(
            text,
            style,
            width,
            language=self._words.language,
            spans=spans,
            right_to_left=self._words.is_right_to_left,
        )

    def _foot_top(self, block: Block) -> float:
        """The last baseline stands on the lower edge of the code."""
        return self._page.bottom - block.lines[-1].baseline


def hangs_until(day: str, words: Catalogue, *, begins: bool) -> str:
    """`begins` where nothing stands before it."""
    if begins:
        return words.tr("Hangs until %(day)s", day=day)
    return words.tr("hangs until %(day)s", day=day)


def notice_facts(content: NoticeContent, words: Catalogue) -> FootFacts:
    """The code of a trial is there to say how it goes; of all else, to say more."""
    invitation, short = words.tr("Say more:\nscan, no account"), words.tr("Say more: scan.")
    if content.is_on_trial:
        invitation = words.tr("How is it for you?\nScan and tell us.")
        short = words.tr("How is it? Scan.")
    return FootFacts(
        address=content.address,
        notice=notice_number(content, words),
        take_down_on=content.take_down_on,
        invitation=invitation,
        short_invitation=short,
        alternative=words.tr("Opens this idea on a phone: %(address)s", address=content.address),
    )


def notice_number(content: NoticeContent, words: Catalogue) -> str:
    if content.number is None:
        return words.tr("Notice, not yet numbered")
    return numbered(content.number, words)


def numbered(number: int, words: Catalogue) -> str:
    return words.tr("Notice %(number)s", number=number)


def around(sentence: str) -> tuple[str, str]:
    before, _, after = sentence.partition(PLACE)
    return before, after
