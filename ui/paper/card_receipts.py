"""Thank-you cards, blank cards and claim slips for the roll of a receipt printer."""

from __future__ import annotations

from app.domain.claim_codes import spaced
from app.domain.notices import Roll
from app.words import Words as Catalogue
from ui.paper.card_content import CardContent, what_the_code_opens
from ui.paper.page import Align
from ui.paper.paragraph import Style
from ui.paper.quoting import quoted
from ui.paper.receipt import BLACK, Receipt
from ui.paper.sheets import Role, Sheet, mm

# On a roll each letter costs paper.
QUOTED_LETTERS = 200
WRITING_LINES, PITCH = 6, 9


def card_receipt(content: CardContent, roll: Roll, words: Catalogue) -> Sheet:
    """Raises InvalidInput when no QR code is large enough for its address."""
    slip = Receipt(roll, words)
    slip.head(content.shop_name, content.logo)
    slip.text(content.headline, 20, bold=True, gap=4, most_lines=4, role=Role.TITLE)
    slip.text(content.said, 12, gap=0.5, most_lines=4)
    if content.is_for_writing:
        _write_on(slip, content)
    elif content.quote:
        slip.text(quoted(content.quote, QUOTED_LETTERS, words), 13, gap=3, align=Align.OWN, role=Role.QUOTE)
        slip.text(content.author, 11, bold=True, gap=1, most_lines=2)
    slip.tear(5)
    _keep(slip, content, words)
    return slip.sheet()


def _write_on(slip: Receipt, content: CardContent) -> None:
    """Its number stays with the shop, and goes with the strip."""
    slip.lines(WRITING_LINES, PITCH)
    slip.row((content.name_line, Style(10, BLACK)), (content.corner, Style(12, BLACK, bold=True)), gap=1)


def _keep(slip: Receipt, content: CardContent, words: Catalogue) -> None:
    """What is on the strip."""
    if not content.address:
        slip.text(content.lead, 17, bold=True, gap=3.5, most_lines=4)
        slip.text(spaced(content.code), 25 if slip.measure > mm(60) else 17, bold=True, gap=1)
        slip.text(content.note, 10, gap=1)
        return
    slip.text(content.lead, 12, gap=3.5)
    slip.code(content.address, content.code, what_the_code_opens(content, words), gap=2.5)
    slip.text(content.note, 12, bold=True, gap=2)
