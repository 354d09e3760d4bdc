"""A slip for the roll of a receipt printer: in black only, as long as what it says, with room to tear it off.

Its head prints 203 dots an inch, which is 8 a millimetre; greys would become specks.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import replace

from app import qr
from app.domain.claim_codes import spaced
from app.domain.notices import PaperSize, Roll
from app.words import Words as Catalogue
from ui.paper.black_logo import in_black
from ui.paper.fitting import clipped
from ui.paper.page import Align, Page, page_measures
from ui.paper.paragraph import Style
from ui.paper.setting import Block
from ui.paper.sheets import Role, Sheet, Stroke, Thing, mm, segment

BLACK = "#000000"
DOTS_PER_MM = 8
# Between the head of the printer and its knife.
TOP, FEED = mm(3), mm(12)
LEAST_CODE_MM = 26
_ENDLESS = mm(5000)


class Receipt:
    """Filled from top to bottom; `sheet` gives it as it is then."""

    def __init__(self, roll: Roll, words: Catalogue) -> None:
        side = mm((int(roll) - roll.printable) / 2)
        self._measures = replace(
            page_measures(PaperSize.A6),
            leading=side,
            trailing=side,
            top=TOP,
            bottom=0.0,
            mark=mm(8),
            name=12.5,
            code=mm(LEAST_CODE_MM),
        )
        self.page = Page(self._measures, words, (mm(int(roll)), _ENDLESS))
        self.y = TOP
        self._words = words
        self._things: list[Thing] = []

    @property
    def measure(self) -> float:
        return self.page.measure

    def sheet(self) -> Sheet:
        """In whole millimetres, and never lower than wide: printers would turn it."""
        height = math.ceil((self.y + FEED) / mm(1)) * mm(1)
        width = self.page.width
        return Sheet(width, max(height, width + mm(1)), tuple(self._things))

    def head(self, shop_name: str, logo: bytes) -> None:
        """The logo where it can be seen in black, else the teacup; and the name."""
        header = self.page.header(shop_name, BLACK, in_black(logo) if logo else b"", ink=BLACK)
        self._things += header.things
        self.y = header.bottom

    def text(
        self,
        text: str,
        size: float,
        *,
        gap: float,
        bold: bool = False,
        most_lines: int = 40,
        role: Role = Role.PARAGRAPH,
        align: Align = Align.START,
    ) -> None:
        """Below `gap` millimetres; nothing where there is no text. What takes more lines ends with an
        ellipsis."""
        if text:
            style = Style(size, BLACK, bold=bold, leading=1.18 if bold else 1.32)
            block = clipped(text, style, self.measure, self._words, most_lines=most_lines).block
            self.block(block, 0.0, gap=gap, role=role, align=align)

    def block(
        self,
        block: Block,
        inset: float,
        *,
        gap: float = 0.0,
        role: Role = Role.PARAGRAPH,
        align: Align = Align.START,
    ) -> None:
        self.y += mm(gap)
        self._things += self.page.block(block, inset, self.y, align, role)
        self.y += block.height

    def row(self, start: tuple[str, Style], end: tuple[str, Style], *, gap: float) -> None:
        """Two short texts on one baseline, one at each side."""
        self.y += mm(gap)
        (left, soft), (right, strong) = start, end
        one = self.page.fitting(left, soft, self.measure * 0.62, mm(12))
        other = self.page.fitting(right, strong, self.measure * 0.36, mm(12))
        lower = max(one.lines[0].baseline, other.lines[0].baseline)
        self._things += self.page.block(one, 0.0, self.y + lower - one.lines[0].baseline, Align.START)
        inset, y = self.measure - other.measure, self.y + lower - other.lines[0].baseline
        self._things += self.page.block(other, inset, y, Align.END)
        self.y += max(one.height, other.height)

    def lines(self, count: int, pitch: float) -> None:
        """To write on, so many millimetres apart."""
        for _ in range(count):
            self.y += mm(pitch)
            self.rule(0.9)

    def rule(self, width: float, dashes: tuple[float, float] | None = None) -> None:
        left = self.page.left
        line = segment(left, self.y, left + self.measure, self.y)
        self._things.append(Stroke(line, BLACK, width, dashes, round_ends=dashes is not None))

    def tear(self, gap: float) -> None:
        """A dotted line over what is kept."""
        self.y += mm(gap)
        self.rule(1.4, (0.0, 4.2))

    def add(self, things: Sequence[Thing]) -> None:
        self._things += things

    def code(self, address: str, typed: str, alternative: str, gap: float) -> None:
        """The QR code, every module of it as many whole dots; beside it what it carries, in threes below each
        other. Raises InvalidInput when no code is large enough."""
        matrix = qr.matrix(address)
        side = mm(math.ceil(LEAST_CODE_MM * DOTS_PER_MM / matrix.size) * matrix.size / DOTS_PER_MM)
        # The head of the printer has a dot each eighth of a millimetre.
        self.y = math.ceil((self.y + mm(gap)) / mm(1 / DOTS_PER_MM)) * mm(1 / DOTS_PER_MM)
        code = self.page.code(matrix, 0.0, self.y)
        x = self.page.start(0.0, side)
        self._things.append(replace(code, x=x, side=side, alternative=alternative))
        inset = side + (qr.QUIET_MODULES + 0.5) * side / matrix.size
        style = Style(25, BLACK, bold=True, leading=1.1, tracking=1.0)
        in_threes = spaced(typed).replace(" ", "\n")
        block = self.page.fitting(in_threes, style, self.measure - inset, side)
        self._things += self.page.block(block, inset, self.y + (side - block.height) / 2, Align.START)
        self.y += side
