"""What the sheets of a storm share: the head with the double spiral, where their codes lead, their foot."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime

from app import qr
from app.dates import short_day
from app.domain.errors import InvalidInput
from app.domain.notices import Design
from app.domain.open_time import open_day_of
from app.domain.shop import Shop
from app.domain.storms import Storm
from app.domain.translation import mark
from app.storm_when import StormWhen
from app.theme import LIGHT
from app.words import Words as Catalogue
from ui.paper.design import BLOCK_MARGIN, NOTE_TURN, dress, on_plates
from ui.paper.fitting import SMALLEST
from ui.paper.foot import NO_BREAK, FootFacts, numbered
from ui.paper.page import Align, Header, Page, PageMeasures
from ui.paper.paragraph import Span, Style
from ui.paper.setting import Block
from ui.paper.sheets import Fill, Role, Sheet, Thing, Turned, rectangle
from ui.paper.storm_sign import storm_sign, storm_sign_width

# The sign beside the shop's name, in heights of the mark.
SIGN = 1.5


@dataclass(frozen=True, kw_only=True, slots=True)
class OfStorm:
    """What every sheet of a storm shows. `address` is where phones reach the shop, empty = no code; `logo` a
    PNG file, empty = the teacup; `number` that of the notice, if it has one."""

    shop: Shop
    storm: Storm
    address: str
    logo: bytes = b""
    number: int | None = None
    design: Design = Design.PLAIN

    @property
    def link(self) -> str:
        """Where the storm's code leads; empty when there is no address."""
        return f"{self.address.rstrip('/')}/s/{self.storm.code}" if self.address else ""

    def check_address(self) -> None:
        """Raises InvalidInput on field `address` when there is none."""
        if not self.address:
            raise InvalidInput("address", mark("Please choose the address that phones shall open first."))


class StormPage:
    """One sheet of a storm on one paper: the shop's head, and texts in boxes from the leading edge.

    Its question lies on bare paper, on a note, or with the head on a block of the shop's colour.
    """

    def __init__(self, of: OfStorm, measures: PageMeasures, words: Catalogue) -> None:
        self.of = of
        self.dress = dress(of.design, of.shop.colour, of.storm.id.hex)
        self.is_bold = of.design is Design.BOLD
        self.measures = _inside_the_block(measures) if self.is_bold else measures
        self.words = words
        self.page = Page(self.measures, words)
        self.brick = self.dress.accent
        self.code = qr.matrix(of.link) if of.link else None
        self.when = StormWhen(words=words, timezone=of.shop.timezone)

    def head(self) -> tuple[Sequence[Thing], float]:
        """The shop on the leading side, the storm's sign on the other; and their lower edge."""
        height = self.measures.mark * SIGN
        width = storm_sign_width(height)
        header = self.header(kept=width + self.measures.gap(5))
        middle = self.measures.top + self.measures.mark * 0.53
        x = self.page.start(self.page.measure - width, width)
        sign = storm_sign(x, middle - height / 2, height, self.sign_colour)
        return [*header.things, sign], max(header.bottom, middle + height / 2)

    @property
    def sign_colour(self) -> str:
        return self.dress.on_note if self.is_bold else self.brick

    def header(self, kept: float) -> Header:
        ink = self.dress.on_note if self.is_bold else LIGHT.ink
        header = self.page.header(self.of.shop.name, self.sign_colour, self.of.logo, kept=kept, ink=ink)
        things = on_plates(header.things, self.measures.gap(2)) if self.is_bold else header.things
        return Header(tuple(things), header.bottom)

    @property
    def padding(self) -> float:
        """Between the question and the edge of what it lies on."""
        return 0.0 if self.dress.is_plain else self.measures.gap(8)

    def ground(self, bottom: float) -> list[Thing]:
        """The block under head and question, down to `bottom`; only the bold design has one."""
        if not self.is_bold:
            return []
        width = self.page.width - 2 * BLOCK_MARGIN
        return [Fill(rectangle(BLOCK_MARGIN, BLOCK_MARGIN, width, bottom - BLOCK_MARGIN), self.dress.note)]

    def on_note(self, things: Sequence[Thing], top: float, bottom: float) -> list[Thing]:
        """The question on its note, which is turned as on the kiosk; only the warm design has one."""
        if self.of.design is not Design.WARM:
            return list(things)
        out = self.measures.gap(6)
        width = self.page.measure + 2 * out
        paper = Fill(rectangle(self.page.start(-out, width), top, width, bottom - top), self.dress.note)
        turn = -NOTE_TURN if self.words.is_right_to_left else NOTE_TURN
        return [Turned((paper, *things), turn, self.page.width / 2, (top + bottom) / 2)]

    def box(
        self,
        text: str,
        style: Style,
        width: float,
        room: float,
        *,
        spans: Sequence[Span] = (),
        smallest: float = SMALLEST,
        even: bool = False,
    ) -> Block:
        return self.page.fitting(text, style, width, room, spans, smallest=smallest, even=even)

    def unbroken(self, sentence: str, moment: datetime) -> str:
        """The sentence, which names the day of `moment`, with day and month on one line."""
        return unbroken(sentence, self.of.shop, moment, self.words)

    def extension(self) -> str:
        """That the storm was extended, and from when; empty if it was not."""
        storm = self.of.storm
        said = self.when.extension(storm)
        moments = [storm.times, storm.first_times] if storm.first_times else []
        for moment in (at for times in moments for at in (times.chooses_at, times.closes_at)):
            said = self.unbroken(said, moment)
        return said

    def placed(
        self,
        block: Block,
        inset: float,
        y: float,
        align: Align = Align.START,
        role: Role = Role.PARAGRAPH,
    ) -> Sequence[Thing]:
        return self.page.block(block, inset, y, align, role)

    def sheet(self, things: Sequence[Thing]) -> Sheet:
        return self.page.sheet(things)

    def foot_facts(self, take_down_on: date, invitation: str, short_invitation: str) -> FootFacts:
        facts = (self.of.link, self.notice, take_down_on, invitation, short_invitation)
        return FootFacts(*facts, alternative=self.alternative)

    @property
    def alternative(self) -> str:
        """The code, for those who cannot see it."""
        return self.words.tr("QR code of %(address)s", address=self.of.link)

    @property
    def notice(self) -> str:
        return "" if self.of.number is None else numbered(self.of.number, self.words)


def _inside_the_block(measures: PageMeasures) -> PageMeasures:
    """What stands on a block keeps off its edge, and what stands below keeps in line with it."""
    side, top = BLOCK_MARGIN + measures.gap(11), BLOCK_MARGIN + measures.gap(12)
    return replace(
        measures,
        leading=max(measures.leading, side),
        trailing=max(measures.trailing, side),
        top=max(measures.top, top),
    )


def unbroken(sentence: str, shop: Shop, moment: datetime, words: Catalogue) -> str:
    """The sentence, which names the day of `moment`, with day and month on one line."""
    day = short_day(open_day_of(shop, moment), words.language)
    return sentence.replace(day, day.replace(" ", NO_BREAK))
