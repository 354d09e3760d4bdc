"""The foot of a picture that is shared: where to say more, or to read on, as an address to type."""

from __future__ import annotations

import ipaddress
from urllib.parse import urlsplit

from app.theme import LIGHT
from app.words import Words as Catalogue
from ui.paper.foot import PLACE, around
from ui.paper.page import Align, Page, PageMeasures
from ui.paper.paragraph import Span, Style
from ui.paper.sheets import Thing

SMALLEST = 0.55
LINE_HEIGHT = 1.4
# Millimetres on A4 that keep the flow away.
CLEAR = 8


class ShareFoot:
    """One line; nothing where the shop's address opens on its own premises only, and all is said."""

    def __init__(
        self,
        page: Page,
        measures: PageMeasures,
        words: Catalogue,
        *,
        address: str,
        is_cut: bool,
        is_on_trial: bool,
    ) -> None:
        self._page = page
        self._measures = measures
        self._sentence, self._address = _told(
            typed_address(address), words, is_cut=is_cut, is_on_trial=is_on_trial
        )

    @property
    def room_before_others(self) -> float:
        return self.room_at_the_end

    @property
    def room_at_the_end(self) -> float:
        clear = self._measures.gap(CLEAR)
        return clear + LINE_HEIGHT * self._measures.label if self._sentence else clear / 2

    def things(self, number: int, count: int) -> list[Thing]:
        if not self._sentence:
            return []
        start = self._sentence.find(self._address)
        spans = [Span(start, start + len(self._address), True, LIGHT.ink)] if self._address else []
        style = Style(self._measures.label, LIGHT.ink_soft, leading=1.25)
        room = LINE_HEIGHT * self._measures.label
        block = self._page.fitting(self._sentence, style, self._page.measure, room, spans, smallest=SMALLEST)
        top = self._page.bottom - block.lines[-1].baseline
        return list(self._page.block(block, 0.0, top, Align.START))


def typed_address(address: str) -> str:
    """What somebody at home can type to come there; empty when only the shop's own network can."""
    parts = urlsplit(address)
    host = parts.hostname or ""
    try:
        is_public = ipaddress.ip_address(host).is_global
    except ValueError:
        is_public = "." in host and not host.endswith((".local", ".lan", ".home", ".internal"))
    return parts.netloc.rpartition("@")[2] if is_public else ""


def _told(address: str, words: Catalogue, *, is_cut: bool, is_on_trial: bool) -> tuple[str, str]:
    """The sentence, and the address in it."""
    if not address:
        return (words.tr("Read on in the shop.") if is_cut else ""), ""
    if is_cut:
        sentence = words.tr("Read on: %(address)s", address=PLACE)
    elif is_on_trial:
        sentence = words.tr("How is it for you? Tell us: %(address)s", address=PLACE)
    else:
        sentence = words.tr("Say more: %(address)s", address=PLACE)
    before, after = around(sentence)
    return f"{before}{address}{after}", address
