"""What the three hands of a notice share: the head, the foot, and the room between them for its flow."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Sequence
from dataclasses import replace

from app.domain.notices import Design, NoticeContent
from app.words import Words as Catalogue
from ui.paper.design import dress
from ui.paper.flow import Piece, height_of
from ui.paper.notice_parts import Form, NoticeParts
from ui.paper.notice_steps import Step
from ui.paper.page import Header, Page
from ui.paper.proof import Proof
from ui.paper.shapes import Stamp
from ui.paper.sheets import Fill, Role, Sheet, Thing, rectangle

# What stands in the middle looks as if it had sunk: a little higher.
MIDDLE = 0.42


class NoticeHand(ABC):
    """One notice on one form."""

    design: Design
    # Millimetres on A4 between the head and the flow, and how much lower a sheet begins that goes on.
    below_head: float
    above_the_rest: float
    parts: NoticeParts

    def __init__(self, content: NoticeContent, form: Form, words: Catalogue) -> None:
        self.content = content
        self.words = words
        self.form = form
        self.measures = form.measures
        self.page = Page(form.measures, words, form.box)
        self.dress = dress(self.design, content.shop_colour, content.seed)
        self.foot = form.foot(self.page, form.measures)
        self.header = self.make_header()

    def make_header(self) -> Header:
        content = self.content
        return self.page.header(content.shop_name, self.dress.accent, content.logo, role=Role.TITLE)

    def page_within(self, leading: float, trailing: float) -> Page:
        """The page with a narrower measure: so much further in than its own margins."""
        measures = self.measures
        inner = replace(measures, leading=measures.leading + leading, trailing=measures.trailing + trailing)
        return Page(inner, self.words, self.form.box)

    @property
    def flow_top(self) -> float:
        return self.header.bottom + self.measures.gap(self.below_head)

    @property
    def rooms(self) -> tuple[float, float]:
        """Height for the flow on a sheet that another one follows, and on the last one."""
        room = self.page.bottom - self.flow_top
        return room - self.foot.room_before_others, room - self.foot.room_at_the_end

    @property
    def room_above_the_rest(self) -> float:
        """How much lower the flow begins on a sheet that goes on with it."""
        return self.measures.gap(self.above_the_rest)

    def is_short_at(self, step: Step) -> bool:
        """Whether the quote stands in few lines at this size."""
        return self.parts.is_short_at(step)

    @abstractmethod
    def pieces(self, step: Step) -> tuple[list[Piece], bool]:
        """Everything between head and foot in reading order, and whether a word had to be broken."""

    @abstractmethod
    def sheet(self, pieces: Sequence[Piece], step: Step, number: int, count: int) -> Sheet:
        """Sheet `number` of `count` with these pieces."""

    @abstractmethod
    def proof(self, step: Step) -> Proof | None:
        """The photo, with the stamp if it stands beside it; None when there is no photo."""

    def height(self, pieces: Sequence[Piece], step: Step) -> float:
        """What pieces take on one sheet with all that lies under them."""
        return height_of(pieces)

    def photo(self, stamp: Stamp | None, page: Page, inset: float = 0.0) -> Proof:
        told = self.words.tr("A photo of it")
        return Proof(self.content.photo, stamp, page, self.measures, alternative=told, inset=inset)

    @property
    def has_photo(self) -> bool:
        """Of something that it could prove."""
        return bool(self.content.photo) and self.parts.has_stamp

    def top_of(self, number: int, free: float = 0.0) -> float:
        """Where the flow begins on sheet `number`; `free` is the height that it leaves."""
        top = self.flow_top + (self.room_above_the_rest if number > 1 else 0.0)
        return top + (free * MIDDLE if self.form.is_picture else 0.0)

    def free(self, pieces: Sequence[Piece], step: Step, number: int, count: int) -> float:
        """The height that is left on a notice of one sheet: the others are full."""
        return max(0.0, self.rooms[1] - self.height(pieces, step)) if number == count == 1 else 0.0

    def whole(self, things: Sequence[Thing], number: int, count: int) -> Sheet:
        """The sheet of these things, with its foot, on its ground."""
        ground = self.form.ground
        page = self.page
        under = [Fill(rectangle(0.0, 0.0, page.width, page.height), ground)] if ground else []
        return page.sheet([*under, *things, *self.foot.things(number, count)])
