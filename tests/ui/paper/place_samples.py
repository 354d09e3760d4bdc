"""The sheets of a place with sane defaults, and looks at what lies on them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from typing import Any

from PySide6.QtCore import QRectF
from PySide6.QtGui import QTransform

from app.domain.label_makers import label_sheet
from app.domain.notices import Design, PaperSize
from app.domain.wifi import WifiNetwork
from app.qr import QUIET_MODULES
from app.words import Words as Catalogue
from tests.ui.paper.samples import make_words
from ui.paper.business_card import business_cards
from ui.paper.document import Document
from ui.paper.labels import LabelRun, labels
from ui.paper.place_content import PlaceContent
from ui.paper.poster import poster
from ui.paper.sheets import Code, Sheet, Thing, Turned, Words
from ui.paper.tent import tent
from ui.paper.wifi_card import wifi_cards

LINK = "http://192.168.178.31:8765/p/K7QX2M"
NETWORK = WifiNetwork(name="Linden Guests", password="croissant-2026")
Make = Callable[[PlaceContent, Catalogue, Design], Document]


def make_place(**changes: Any) -> PlaceContent:
    values: dict[str, Any] = {
        "shop_name": "Linden Street Bakery",
        "colour": "#8F3A1B",
        "owner": "Marta",
        "promise_days": 5,
        "address": LINK,
        "placement_label": "Table 5",
        "number": None,
        "since": date(2026, 11, 22),
        "language": "en",
    }
    return PlaceContent(**(values | changes))


def label_run(name: str, first: int = 1, count: int | None = None) -> LabelRun:
    sheet = label_sheet(name)
    return LabelRun(sheet=sheet, first=first, count=count or sheet.left_on_sheet(first))


def _labels(name: str) -> Make:
    return lambda content, words, design: labels(content, label_run(name), words, design)


# Every kind, on the papers where it is tightest.
KINDS: dict[str, Make] = {
    "poster A4": lambda content, words, design: poster(content, PaperSize.A4, words, design),
    "poster A6": lambda content, words, design: poster(content, PaperSize.A6, words, design),
    "tent A4": lambda content, words, design: tent(content, PaperSize.A4, words, make_words("ar"), design),
    "tent A5": lambda content, words, design: tent(content, PaperSize.A5, words, make_words("ja"), design),
    "labels L7651": _labels("L7651"),
    "labels L7164": _labels("L7164"),
    "labels 3425": _labels("3425"),
    "cards A4": lambda content, words, design: business_cards(content, PaperSize.A4, words, design),
    "cards Letter": lambda content, words, design: business_cards(content, PaperSize.LETTER, words, design),
    "wifi A6": lambda content, words, design: wifi_cards(content, NETWORK, PaperSize.A6, words, design),
    "wifi Letter": lambda content, words, design: wifi_cards(
        content, NETWORK, PaperSize.LETTER, words, design
    ),
}


def placed(things: Sequence[Thing], turned: QTransform | None = None) -> list[tuple[Words | Code, QRectF]]:
    """Words by their ink and codes, with where they lie on the sheet, whatever turned them."""
    transform = turned or QTransform()
    found: list[tuple[Words | Code, QRectF]] = []
    for thing in things:
        if isinstance(thing, Turned):
            own = QTransform().translate(thing.x, thing.y).rotate(thing.degrees).translate(-thing.x, -thing.y)
            found += placed(thing.things, own * transform)
        elif isinstance(thing, Words):
            ink = thing.line.ink().translated(thing.x, thing.baseline)
            found.append((thing, transform.mapRect(ink)))
        elif isinstance(thing, Code):
            side = thing.side
            found.append((thing, transform.mapRect(QRectF(thing.x, thing.y, side, side))))
    return found


def overflows(sheet: Sheet) -> list[str]:
    """What lies off the paper, or in the quiet border of a code."""
    paper = QRectF(0, 0, sheet.width, sheet.height)
    all_placed = placed(sheet.things)
    codes = [(code, box) for code, box in all_placed if isinstance(code, Code)]
    problems = [f"{_said(thing)} leaves the paper" for thing, box in all_placed if not paper.contains(box)]
    for code, box in codes:
        quiet = QUIET_MODULES * code.side / code.matrix.size - 0.1
        kept = box.adjusted(-quiet, -quiet, quiet, quiet)
        problems += [
            f"{_said(thing)} stands in a code's border"
            for thing, other in all_placed
            if thing is not code and kept.intersects(other)
        ]
    return problems


def _said(thing: Words | Code) -> str:
    return thing.line.text if isinstance(thing, Words) else "a code"
