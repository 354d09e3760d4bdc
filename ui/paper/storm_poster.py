"""The announcement of a storm: its question as large as the sheet lets it be, how to build, until when."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from app.dates import short_day
from app.domain.ideas import Idea, Link
from app.domain.notices import PaperSize
from app.domain.open_time import open_day_of
from app.domain.storm_sheets import first_built
from app.domain.storms import Phase
from app.storm_words import storm_line
from app.theme import LIGHT
from app.words import Words as Catalogue
from ui.paper.design import BLOCK_MARGIN
from ui.paper.document import Document
from ui.paper.foot import NO_BREAK, PLACE, around, hangs_until
from ui.paper.paragraph import Span, Style
from ui.paper.poster import poster_measures
from ui.paper.setting import Block
from ui.paper.sheets import Role, Sheet, Thing, mm
from ui.paper.storm_head import OfStorm, StormPage
from ui.paper.storm_note_rows import NoteRows
from ui.paper.storm_notes import TILTS, Note, note_of
from ui.paper.storm_people import may_be_shown
from ui.paper.storm_sign import storm_sign, storm_sign_width

# All measures are those of A4, in millimetres and points.
CODE, SIGN, SIGN_TOP, SIGN_INSET = 54, 86.5, 10.7, 9.7
LARGEST = 120
# The sign gets smaller when the question would be smaller than this beside it.
SIGNS = ((1.0, 66), (0.8, 56), (0.64, 48), (0.5, 40), (0.4, 0))
# The line above stands in two lines beside the sign, as a part of the measure.
LEAD = 0.4
NOTE_SIZES = (15, 14, 13, 12)


def storm_poster(of: OfStorm, ideas: Sequence[Idea], size: PaperSize, words: Catalogue) -> Document:
    """`ideas` are the storm's so far: its first ones show how to build, examples of ours where it has none.

    Raises InvalidInput on field `address` when there is none, or when no code is large enough for it.
    """
    of.check_address()
    shown = first_built([idea for idea in ideas if may_be_shown(idea)])
    return Document(
        title=", ".join((of.storm.question, of.shop.name)),
        language=of.shop.language,
        author=of.shop.name,
        texts=(of.shop.name, of.storm.question, of.storm.about, *(idea.text for idea in shown)),
        lay_out=lambda: [_Poster(of, shown, size, words).sheet()],
    )


class _Poster:
    """From the foot up: the code with what happens when, the notes; the question takes what is left."""

    def __init__(self, of: OfStorm, shown: Sequence[Idea], size: PaperSize, words: Catalogue) -> None:
        measures = replace(poster_measures(size), code=mm(CODE * poster_measures(size).scale))
        self._words = words
        self._of = of
        self._page = StormPage(of, measures, words)
        self._measures = measures = self._page.measures
        self._measure = self._page.page.measure
        self._code_top = self._page.page.bottom - measures.code
        [self._notes] = self._note_rows([_note(idea, words) for idea in shown] or _examples(words)).pieces()
        self._notes_top = self._code_top - measures.gap(21) - self._notes.height

    def sheet(self) -> Sheet:
        things = [*self._upper(), *self._notes.draw(self._notes_top), *self._lower()]
        return self._page.sheet(things)

    def _upper(self) -> Sequence[Thing]:
        """With the largest sign that leaves the question large enough."""
        page, padding = self._page, self._page.padding
        ground = self._notes_top - self._measures.gap(9)
        for share, least in SIGNS:
            upper = _Upper(page, share)
            top, bottom = upper.bottom + self._measures.gap(4), ground - padding
            top += 0.0 if page.is_bold else padding
            question = self._question(bottom - top)
            if question.lines[0].line.size >= least * self._measures.scale:
                break
        y = top + (bottom - top - question.height) / 2
        asked = page.placed(question, 0.0, y, role=Role.TITLE)
        lying = page.on_note(asked, y - padding, y + question.height + padding)
        return [*page.ground(ground), *upper.things, *lying]

    def _question(self, room: float) -> Block:
        colour = self._page.dress.on_note
        style = Style(LARGEST * self._measures.scale, colour, bold=True, leading=1.0, tracking=-2.5)
        question = self._of.storm.question
        return self._page.box(question, style, self._measure, room, smallest=0.15, even=True)

    def _note_rows(self, notes: Sequence[Note]) -> NoteRows:
        """One row, at the largest size at which none is cut."""
        for size in NOTE_SIZES:
            rows = NoteRows(self._page, notes, len(Link), size * self._measures.scale)
            if not rows.cuts_a_text:
                break
        return rows

    def _lower(self) -> Sequence[Thing]:
        page, measures, scale = self._page, self._measures, self._measures.scale
        assert page.code is not None
        inset = measures.code + max(measures.gap(9), page.page.quiet(page.code))
        width = self._measure - inset
        bold = Style(26.5 * scale, LIGHT.ink, bold=True, leading=1.2, tracking=-1.0)
        build = page.box(self._build_until(), bold, width, measures.gap(23))
        text, spans = self._small_print()
        soft = Style(measures.small, LIGHT.ink_soft, leading=1.45)
        small = page.box(text, soft, width, measures.gap(17), spans=spans)
        build_top = self._code_top - build.lines[0].cap_top
        small_top = page.page.bottom - small.lines[-1].baseline
        code = page.page.code(page.code, 0.0, self._code_top, page.alternative)
        things = [code, *page.placed(build, inset, build_top, role=Role.HEADING)]
        if choose := self._choose_until():
            top = build_top + build.height + measures.gap(1.5)
            style = Style(17.5 * scale, LIGHT.ink, leading=1.35)
            things += page.placed(
                page.box(choose, style, width, small_top - top - measures.gap(1.5)), inset, top
            )
        return [*things, *page.placed(small, inset, small_top)]

    def _build_until(self) -> str:
        call = self._page.when.call(self._of.storm, Phase.GATHERING)
        return self._page.unbroken(call, self._of.storm.times.chooses_at)

    def _choose_until(self) -> str:
        """And that the storm was extended, if it was: that is done in public."""
        page, storm = self._page, self._of.storm
        call = page.unbroken(page.when.call_to_choose(storm), storm.times.closes_at)
        return " ".join(filter(None, (call, page.extension())))

    def _small_print(self) -> tuple[str, list[Span]]:
        words, notice = self._words, self._page.notice
        day = short_day(open_day_of(self._of.shop, self._of.storm.times.closes_at), words.language)
        before, after = around(hangs_until(PLACE, words, begins=not notice))
        lead = words.tr("Scan, use the kiosk, or ask for a card.") + "\n"
        if notice:
            lead += words.tr("%(one)s, %(other)s", one=notice, other="")
        start = len(lead) + len(before)
        day = day.replace(" ", NO_BREAK)
        return f"{lead}{before}{day}{after}", [Span(start, start + len(day), True, LIGHT.ink)]


class _Upper:
    """The shop, what a storm is and asks for, and the sign on the other side at `share` of its size."""

    def __init__(self, page: StormPage, share: float) -> None:
        measures, words, of = page.measures, page.words, page.of
        height = measures.gap(SIGN * share)
        width = storm_sign_width(height)
        sign_inset = page.page.measure - measures.gap(SIGN_INSET) - width
        beside = sign_inset - measures.gap(6)
        header = page.header(kept=page.page.measure - beside)
        ink, ink_soft = (page.dress.on_note,) * 2 if page.is_bold else (LIGHT.ink, LIGHT.ink_soft)
        style = Style(17.5 * measures.scale, ink, leading=1.35)
        lead_width = min(beside, page.page.measure * LEAD)
        lead = page.box(storm_line(words), style, lead_width, measures.gap(16))
        top = header.bottom + measures.gap(8)
        self.things: list[Thing] = [*header.things, *page.placed(lead, 0.0, top)]
        lowest = top + lead.height
        if of.storm.about:
            soft = Style(measures.small * 1.05, ink_soft, leading=1.4)
            room = max(measures.gap(SIGN_TOP + SIGN * share) - lowest, measures.gap(24))
            about = page.box(of.storm.about, soft, beside, room, smallest=0.75)
            self.things += page.placed(about, 0.0, lowest + measures.gap(3))
            lowest += measures.gap(3) + about.height
        sign_top = max(measures.gap(SIGN_TOP), BLOCK_MARGIN + measures.gap(8) if page.is_bold else 0.0)
        self.things.append(storm_sign(page.page.start(sign_inset, width), sign_top, height, page.sign_colour))
        self.bottom = max(sign_top + height, lowest)


def _note(idea: Idea, words: Catalogue) -> Note:
    return note_of(idea, idea.link, words)


def _examples(words: Catalogue) -> list[Note]:
    """Nobody has written yet: what a customer might say to any question."""
    said = {
        Link.AND: (words.tr("I know somebody who could help with that."), LIGHT.butter),
        Link.BUT: (words.tr("Not every day, or it stops being special."), LIGHT.sky),
        Link.INSTEAD: (words.tr("Why not let the children choose?"), LIGHT.blush),
    }
    return [
        Note(text, paper, turn, link)
        for (link, (text, paper)), turn in zip(said.items(), TILTS, strict=False)
    ]
