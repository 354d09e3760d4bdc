"""The words of `teacup sheet KIND`. A new kind is a line here and one in `ui.paper_commands.sheets`."""

from __future__ import annotations

import argparse

from app.arguments import Commands, add_command
from app.paper_command_line import cards, gathered, storms

KINDS = (*gathered.KINDS, *cards.KINDS, *storms.KINDS)


def add_sheet_command(commands: Commands) -> None:
    """Without a kind it lists them."""
    sheet = add_command(commands, "sheet", "make another sheet; alone, lists which there are", json=True)
    kinds = sheet.add_subparsers(dest="kind", metavar="KIND", title="kinds")
    for kind in KINDS:
        parser = add_command(kinds, kind.name, kind.what)
        # Without a default of its own, or it would forget the one before the kind.
        parser.add_argument("--json", action="store_true", default=argparse.SUPPRESS, help="print JSON")
        kind.add_arguments(parser)


def kind_lines() -> str:
    """What there is, for people: a line each."""
    widest = max(len(kind.name) for kind in KINDS)
    return "\n".join(f"{kind.name:<{widest}}  {kind.what}" for kind in KINDS)
