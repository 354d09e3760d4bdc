"""`make bench`: the figures, each beside its limit measured in the same run. Servers answer on 127.0.0.1 only.

python -m tests.bench [--only S1,S3] [--sizes 100,10000] [--rounds 5] [--quick]
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from tests.bench.boards import GrowingShop, board_row, growing_shop, read_board, search_row, unchanged_row
from tests.bench.inbox import inbox_row
from tests.bench.kiosks import kiosk_rows
from tests.bench.plan import QUICK, Plan, Row, table
from tests.bench.sheet_kinds import kind_rows
from tests.bench.sheets import notice_rows
from tests.bench.starts import start_row
from tests.bench.writes import submitting, submitting_on_a_slow_disk, voting

FIGURES = (
    *("S1", "S2", "S3", "S4", "S5", "S6", "S7", "S8", "S9"),
    *("S10", "S11", "S12", "S13", "S15"),
)
WRITES = {"S1": submitting, "S2": submitting_on_a_slow_disk, "S5": voting}


def measure(plan: Plan, figures: Iterable[str]) -> list[Row]:
    """One row or more for each of `figures`, in their own order."""
    wanted = set(figures)
    rows = [row for row in _rows(plan, wanted) if row.figure in wanted]
    return sorted(rows, key=lambda row: FIGURES.index(row.figure))


def _rows(plan: Plan, wanted: set[str]) -> Iterator[Row]:
    for figure, write in WRITES.items():
        if figure in wanted:
            _say(figure)
            yield write(plan)
    if "S12" in wanted:
        _say("S12")
        yield from notice_rows(plan)
        yield from kind_rows(plan)
    yield from kiosk_rows(plan, wanted)
    if wanted & {"S3", "S4", "S6", "S7", "S13"}:
        with growing_shop() as shop:
            yield from _rows_of_a_growing_board(plan, wanted, shop)


def _rows_of_a_growing_board(plan: Plan, wanted: set[str], shop: GrowingShop) -> Iterator[Row]:
    reads_boards = bool(wanted & {"S3", "S4"})
    readings = []
    starts = {plan.desk_size} if wanted & {"S7", "S13"} else set()
    for size in sorted({*(plan.sizes if reads_boards or "S6" in wanted else ()), *starts}):
        shop.grow_to(size)
        if reads_boards and size in plan.sizes:
            _say(f"S3 and S4 at {size:,} ideas")
            readings.append(read_board(plan, shop))
        if size in starts:
            _say("S7 and S13")
            yield from (row(plan, shop) for row in (start_row, inbox_row))
    if readings:
        yield board_row(readings)
        yield unchanged_row(readings)
    if "S6" in wanted:
        _say("S6")
        yield search_row(shop)


def _say(what: str) -> None:
    print(f"  measuring {what}", file=sys.stderr, flush=True)


def main(argv: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(prog="python -m tests.bench", description="Measure Teacup's figures.")
    parser.add_argument("--only", metavar="S1,S3", default=",".join(FIGURES), help="these figures")
    parser.add_argument("--sizes", metavar="N,N", help="boards of these sizes, the largest for search")
    parser.add_argument("--rounds", type=int, help="rounds of each measurement; medians are told")
    parser.add_argument("--quick", action="store_true", help="one small round of each: proves that it works")
    arguments = parser.parse_args(argv)
    figures = arguments.only.upper().split(",")
    if unknown := set(figures) - set(FIGURES):
        parser.error(f"no such figure: {', '.join(sorted(unknown))}")
    plan = QUICK if arguments.quick else Plan()
    if arguments.rounds:
        plan = replace(plan, rounds=arguments.rounds)
    if arguments.sizes:
        plan = replace(plan, sizes=tuple(sorted(int(size) for size in arguments.sizes.split(","))))
    print(table(measure(plan, figures)))
    return 0


if __name__ == "__main__":
    sys.exit(main())
