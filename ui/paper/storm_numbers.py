"""One number before and after, large, with an arrow that points the way the page is read."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from babel.numbers import format_decimal
from PySide6.QtGui import QPainterPath

from app.dates import locale_of
from app.theme import LIGHT
from ui.paper.paragraph import Style
from ui.paper.setting import Block
from ui.paper.sheets import Stroke, Thing
from ui.paper.storm_head import StormPage

SMALLEST = 0.15
# By the size that is asked for.
BEFORE, AFTER, CAPTION, LABEL = 1.5, 1.9, 0.55, 0.68
# The part of the measure that each number may take, and the arrow's length in sizes.
EACH, ARROW = 0.24, 1.1


class BeforeAndAfter:
    """`width` and `height` are what it takes; an empty `label` leaves its line out."""

    def __init__(self, page: StormPage, label: str, before: Decimal, after: Decimal, size: float) -> None:
        words, width = page.words, page.page.measure * EACH
        self._page = page
        self._size = size
        self._label = page.box(
            label, Style(size * LABEL, LIGHT.ink, bold=True), page.page.measure * 0.45, size * 2.8
        )
        small = Style(size * CAPTION, LIGHT.ink_soft, leading=1.2)
        # For translators: each stands alone under a number that was counted then.
        self._captions = [
            page.box(text, small, width, size) for text in (words.tr("before"), words.tr("after"))
        ]
        self._before = self._number(before, Style(size * BEFORE, LIGHT.ink_soft, leading=1.1), width)
        self._after = self._number(after, Style(size * AFTER, page.brick, bold=True, leading=1.1), width)
        caption = max(block.height for block in self._captions)
        self._numbers_height = max(self._before.height, self._after.height)
        self._arrow_inset = max(self._before.width, self._captions[0].width) + size * 0.7
        self._after_inset = self._arrow_inset + (ARROW + 0.7) * size
        self.width = max(
            self._after_inset + max(self._after.width, self._captions[1].width), self._label.width
        )
        self.height = (self._label.height if label else 0.0) + self._numbers_height + caption

    def _number(self, number: Decimal, style: Style, width: float) -> Block:
        said = format_decimal(number, locale=locale_of(self._page.words.language))
        return self._page.box(said, style, width, style.size * 1.6, smallest=SMALLEST)

    def things(self, top: float) -> Sequence[Thing]:
        page, size = self._page, self._size
        things: list[Thing] = []
        if self._label.lines:
            things += page.placed(self._label, 0.0, top)
            top += self._label.height
        baseline = top + self._numbers_height - size * 0.35
        for number, caption, inset in (
            (self._before, self._captions[0], 0.0),
            (self._after, self._captions[1], self._after_inset),
        ):
            things += page.placed(number, inset, baseline - number.lines[-1].baseline)
            things += page.placed(caption, inset, top + self._numbers_height)
        return [*things, self._arrow(self._arrow_inset, baseline - size * 0.5)]

    def _arrow(self, inset: float, y: float) -> Stroke:
        size, page = self._size, self._page.page
        near, far, head = page.at(inset), page.at(inset + ARROW * size), page.at(inset + (ARROW - 0.4) * size)
        path = QPainterPath()
        path.moveTo(near, y)
        path.lineTo(far, y)
        path.moveTo(head, y - 0.35 * size)
        path.lineTo(far, y)
        path.lineTo(head, y + 0.35 * size)
        return Stroke(path, self._page.brick, size * 0.12)
