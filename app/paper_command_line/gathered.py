"""The kinds of `teacup sheet` that tell several things: answers side by side, a week, a year."""

from __future__ import annotations

import argparse
from datetime import MAXYEAR, date

from app.arguments import day
from app.domain.notices import PaperSize
from app.paper_command_line.kinds import SheetKind
from app.paper_command_line.paper import add_design, add_paper

# Two columns cannot be read on smaller paper.
SIZES = (PaperSize.A4, PaperSize.LETTER, PaperSize.A5, PaperSize.HALF_LETTER)

# Before it there were no shops with computers.
FIRST_YEAR = 1970


def week(text: str) -> date:
    """Any day of it, or its number."""
    try:
        found = date.fromisoformat(text)
    except ValueError:
        found = date.min
    if not FIRST_YEAR <= found.year < MAXYEAR:
        raise argparse.ArgumentTypeError("a week is written like 2026-W48, or as one of its days")
    return found


def year(text: str) -> int:
    if not (text.isascii() and text.isdecimal() and FIRST_YEAR <= int(text) < MAXYEAR):
        raise argparse.ArgumentTypeError("a year is written like 2026")
    return int(text)


def _you_said(sheet: argparse.ArgumentParser) -> None:
    sheet.add_argument(
        "codes", metavar="CODE", nargs="*", help="which answers; else the newest that are on none yet"
    )
    sheet.add_argument("--since", type=day, metavar="DAY", help="all answers since then, instead")
    add_design(sheet)
    add_paper(sheet, sizes=SIZES)


def _week(sheet: argparse.ArgumentParser) -> None:
    sheet.add_argument("--week", type=week, metavar="WEEK", help="2026-W48 or one of its days; else this one")
    add_design(sheet)
    add_paper(sheet, sizes=SIZES)


def _year(sheet: argparse.ArgumentParser) -> None:
    sheet.add_argument("year", metavar="YEAR", type=year, nargs="?", help="else this one")
    how = sheet.add_mutually_exclusive_group()
    how.add_argument("--booklet", action="store_true", help="two pages a side, to be folded; usual")
    how.add_argument("--pages", action="store_true", help="one page after the other, to be read")
    add_design(sheet)
    add_paper(sheet, sizes=SIZES)


KINDS = (
    SheetKind("you-said", "several answers beside what they answer", _you_said),
    SheetKind("week", "what is on the board this week", _week),
    SheetKind("year", "the year in answers, a booklet", _year),
)
