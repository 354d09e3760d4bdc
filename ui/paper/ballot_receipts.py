"""One-time ballots of a storm for the roll of a receipt printer: as long as what can be chosen."""

from __future__ import annotations

from collections.abc import Sequence

from app.domain.ballots import Ballot
from app.domain.notices import Roll
from app.words import Words as Catalogue
from ui.paper.ballot_words import ballot_link, rule, what_the_code_is, where_to_read
from ui.paper.fitting import clipped
from ui.paper.paragraph import Style
from ui.paper.receipt import BLACK, Receipt
from ui.paper.sheets import Role, Sheet, Stroke, mm, rectangle
from ui.paper.storm_head import OfStorm

CHOICE, MOST_LINES = 13, 4
BOX, INDENT = mm(3.6), mm(6.5)


def ballot_receipt(
    of: OfStorm, ballot: Ballot, choices: Sequence[str], roll: Roll, words: Catalogue
) -> Sheet:
    """Raises InvalidInput when no code is large enough for the address."""
    slip, link = Receipt(roll, words), ballot_link(of, ballot)
    slip.head(of.shop.name, of.logo)
    slip.text(of.storm.question, 20, bold=True, gap=4, most_lines=5, role=Role.TITLE)
    for choice in choices:
        _add_choice(slip, choice, words)
    if not choices:
        slip.text(where_to_read(words), 12, gap=2)
    slip.tear(5)
    slip.code(link, ballot.code, what_the_code_is(link, words), gap=4)
    slip.text(words.tr("Ballot %(number)s", number=ballot.number), 12, bold=True, gap=2)
    slip.text(rule(of, words), 10, gap=1)
    return slip.sheet()


def _add_choice(slip: Receipt, choice: str, words: Catalogue) -> None:
    """A box to tick before it."""
    style = Style(CHOICE, BLACK, leading=1.22)
    block = clipped(choice, style, slip.measure - INDENT, words, most_lines=MOST_LINES).block
    slip.y += mm(2.2)
    top = slip.y + block.lines[0].baseline - BOX + 0.6
    slip.add([Stroke(rectangle(slip.page.start(0.0, BOX), top, BOX, BOX), BLACK, 1.0, round_ends=False)])
    slip.block(block, INDENT)
