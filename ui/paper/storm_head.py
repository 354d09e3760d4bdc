"""What the sheets of a storm share: the head with the double spiral, where their codes lead, their foot."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from app import qr
from app.dates import short_day
from app.domain.errors import InvalidInput
from app.domain.open_time import open_day_of
from app.domain.shop import Shop
from app.domain.storms import Storm
from app.domain.translation import mark
from app.storm_when import StormWhen
from app.theme import LIGHT, in_colour_of
from app.words import Words as Catalogue
from ui.paper.fitting import SMALLEST
from ui.paper.foot import NO_BREAK, FootFacts, numbered
from ui.paper.page import Align, Page, PageMeasures
from ui.paper.paragraph import Span, Style
from ui.paper.setting import Block
from ui.paper.sheets import Role, Sheet, Thing
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

    @property
    def link(self) -> str:
        """Where the storm's code leads; empty when there is no address."""
        return f"{self.address.rstrip('/')}/s/{self.storm.code}" if self.address else ""

    def check_address(self) -> None:
        """Raises InvalidInput on field `address` when there is none."""
        if not self.address:
            raise InvalidInput("address", mark("Please choose the address that phones shall open first."))


class StormPage:
    """One sheet of a storm on one paper: the shop's head, and texts in boxes from the leading edge."""

    def __init__(self, of: OfStorm, measures: PageMeasures, words: Catalogue) -> None:
        self.of = of
        self.measures = measures
        self.words = words
        self.page = Page(measures, words)
        self.brick = in_colour_of(of.shop.colour, LIGHT).brick
        self.code = qr.matrix(of.link) if of.link else None
        self.when = StormWhen(words=words, timezone=of.shop.timezone)

    def head(self) -> tuple[Sequence[Thing], float]:
        """The shop on the leading side, the storm's sign on the other; and their lower edge."""
        height = self.measures.mark * SIGN
        width = storm_sign_width(height)
        header = self.page.header(
            self.of.shop.name, self.brick, self.of.logo, kept=width + self.measures.gap(5)
        )
        middle = self.measures.top + self.measures.mark * 0.53
        x = self.page.start(self.page.measure - width, width)
        sign = storm_sign(x, middle - height / 2, height, self.brick)
        return [*header.things, sign], max(header.bottom, middle + height / 2)

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


def unbroken(sentence: str, shop: Shop, moment: datetime, words: Catalogue) -> str:
    """The sentence, which names the day of `moment`, with day and month on one line."""
    day = short_day(open_day_of(shop, moment), words.language)
    return sentence.replace(day, day.replace(" ", NO_BREAK))
