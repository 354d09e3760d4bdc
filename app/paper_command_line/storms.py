"""The kinds of `teacup sheet` that belong to a storm."""

from __future__ import annotations

import argparse

from app.paper_command_line.kinds import SheetKind
from app.paper_command_line.paper import add_design, add_paper, add_slip_paper


def _of_storm(sheet: argparse.ArgumentParser) -> None:
    _add_storm(sheet)
    add_paper(sheet)
    add_design(sheet)


def _ballots(sheet: argparse.ArgumentParser) -> None:
    sheet.add_argument(
        "--count", type=int, metavar="N", help="make so many new ones; else those not given yet, again"
    )
    _add_storm(sheet)
    add_slip_paper(sheet)


def _add_storm(sheet: argparse.ArgumentParser) -> None:
    sheet.add_argument("--storm", metavar="STORM", required=True, help="the storm's code")


KINDS = (
    SheetKind("storm-poster", "announces a storm", _of_storm),
    SheetKind("storm-building", "what was built so far in a storm, to hang beside it", _of_storm),
    SheetKind("storm-ballots", "paper ballots to be cut apart, each good once", _ballots),
    SheetKind("storm-conclusion", "what was decided, and whom it rests on", _of_storm),
    SheetKind("storm-proof", "what was done, with its photo", _of_storm),
)
