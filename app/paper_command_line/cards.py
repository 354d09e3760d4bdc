"""The kinds of `teacup sheet` that are cut apart and handed over the counter."""

from __future__ import annotations

import argparse

from app.paper_command_line.kinds import SheetKind
from app.paper_command_line.paper import add_design, add_slip_paper


def _blank(cards: argparse.ArgumentParser) -> None:
    cards.add_argument("--count", type=int, default=4, metavar="N", help="how many cards")
    add_slip_paper(cards)
    add_design(cards)


def _thanks(thanks: argparse.ArgumentParser) -> None:
    thanks.add_argument("codes", metavar="CODE", nargs="+")
    thanks.add_argument("--worth", default="", metavar="WHAT", help="what a card is good for: “one coffee”")
    add_slip_paper(thanks)
    add_design(thanks)


def _slip(slip: argparse.ArgumentParser) -> None:
    slip.add_argument("codes", metavar="CODE", nargs="+")
    add_slip_paper(slip)
    add_design(slip)


KINDS = (
    SheetKind("cards", "numbered blank cards, to be filled in by hand", _blank),
    SheetKind("thanks", "thank-you cards for the authors of these ideas", _thanks),
    SheetKind("slip", "slips with the claim codes of these ideas, for who told you them", _slip),
)
