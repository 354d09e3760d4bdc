"""What commands that make a sheet take: its paper, its design and the file to write."""

from __future__ import annotations

import argparse
from collections.abc import Collection

from app.arguments import one_of
from app.domain.notices import Design, PaperSize, Roll


def add_paper(
    parser: argparse.ArgumentParser,
    *,
    sizes: Collection[PaperSize] = tuple(PaperSize),
    size: PaperSize = PaperSize.A4,
) -> None:
    """Paper and file; `sizes` are those the sheet comes in, `size` the one it is when nothing is said."""
    parser.add_argument("--size", type=one_of(PaperSize), choices=list(sizes), default=size, help="the paper")
    add_file(parser)


def add_slip_paper(parser: argparse.ArgumentParser) -> None:
    """Paper and file of what also comes on a receipt printer's roll."""
    paper = parser.add_mutually_exclusive_group()
    paper.add_argument(
        "--size", type=one_of(PaperSize), choices=list(PaperSize), default=PaperSize.A4, help="the paper"
    )
    paper.add_argument(
        "--roll",
        type=one_of(Roll),
        choices=list(Roll),
        help="a receipt printer's roll, so many mm wide: one slip after the other, in black, in no design",
    )
    add_file(parser)


def add_design(parser: argparse.ArgumentParser) -> None:
    """For what is drawn in all three."""
    what = "ink on bare paper, tinted notes, or a block of the shop's colour"
    parser.add_argument(
        "--design", type=one_of(Design), choices=list(Design), default=Design.PLAIN, help=what
    )


def add_file(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("-o", "--output", metavar="FILE", required=True, help="the file to write")
