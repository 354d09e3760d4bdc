"""S3, S4 and S6: reading a board that grows, and searching it."""

from __future__ import annotations

import statistics
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from app.domain.clock import SystemClock
from app.paths import DataFolder
from app.storage.database import Database
from app.web.tokens import new_visitor
from tests.bench.plan import Pair, Plan, Row, side_by_side
from tests.bench.press import press, request
from tests.bench.running import serving
from tests.bench.storage import Texts, fill, search_times

LONGEST_SEARCH_MS = 15.0
COMMON_TO_RARE = 3.0


class GrowingShop:
    """One data folder that is filled step by step, so that the largest board is not made four times."""

    def __init__(self, folder: DataFolder) -> None:
        self.folder = folder
        self.size = 0
        self.texts = Texts()

    def grow_to(self, size: int) -> None:
        if size <= self.size:
            return
        print(f"  filling the board to {size:,} ideas", file=sys.stderr, flush=True)
        database = Database.open(self.folder, clock=SystemClock())
        fill(database, size - self.size, self.texts, self.size)
        database.close()
        self.size = size


@contextmanager
def growing_shop() -> Iterator[GrowingShop]:
    with tempfile.TemporaryDirectory() as root:
        yield GrowingShop(DataFolder(Path(root, "shop")))


@dataclass(frozen=True, slots=True)
class Reading:
    """First pages and unchanged ones at one size, with the bare server's pages of the same rounds."""

    size: int
    page: Pair
    unchanged: Pair


def read_board(plan: Plan, shop: GrowingShop) -> Reading:
    with serving("our_server", str(shop.folder.root)) as ours, serving("bare_server", "bytes", "-") as bare:
        visitor = f"Cookie: visitor={new_visitor()}"
        page = request("GET", "/", headers=[visitor])
        tag = press(ours, [page], clients=1).tag
        again = request("GET", "/", headers=[visitor, f"If-None-Match: {tag}"])
        limit = _rate(bare, request("GET", "/"), plan.reads, 200)
        return Reading(
            shop.size,
            side_by_side(plan.rounds, _rate(ours, page, plan.reads, 200), limit),
            side_by_side(plan.rounds, _rate(ours, again, plan.reads, 304), limit),
        )


def board_row(readings: list[Reading]) -> Row:
    """S3. The cost of the largest against the smallest is taken by their ratios to the same bare server."""
    ratios = [reading.page.ratio for reading in readings]
    growth = ratios[0] / ratios[-1]
    rates = ", ".join(
        f"{reading.size:,}: {statistics.median(reading.page.ours):,.0f}/s" for reading in readings
    )
    return Row(
        figure="S3",
        what="board page, 20 ideas",
        target=">= 0.3 of bare 10 kB, largest <= 1.3 times smallest",
        measured=f"{rates}; largest {growth:.2f} times",
        ratio=f"{min(ratios):.2f}",
        reached=min(ratios) >= 0.3 and growth <= 1.3,
    )


def unchanged_row(readings: list[Reading]) -> Row:
    """S4."""
    worst = min(readings, key=lambda reading: reading.unchanged.ratio)
    return Row(
        figure="S4",
        what="unchanged board asked again",
        target=">= 0.6 of bare 10 kB",
        measured=f"{statistics.median(worst.unchanged.ours):,.0f}/s",
        ratio=f"{worst.unchanged.ratio:.2f}",
        reached=worst.unchanged.ratio >= 0.6,
    )


def search_row(shop: GrowingShop) -> Row:
    """S6."""
    database = Database.open(shop.folder, clock=SystemClock())
    try:
        times = search_times(database, shop.texts)
    finally:
        database.close()
    kind, (_, slowest) = max(times.items(), key=lambda item: item[1][1])
    common, rare = times["common word"][0], times["rare word"][0]
    return Row(
        figure="S6",
        what=f"search and similar, {shop.size:,} ideas",
        target="p99 <= 15 ms, common <= 3 times rare",
        measured=f"p99 {slowest:.1f} ms ({kind}); common {common:.2f} ms, rare {rare:.2f} ms",
        ratio=f"{common / rare:.2f}",
        reached=slowest <= LONGEST_SEARCH_MS and common <= COMMON_TO_RARE * rare,
    )


def _rate(port: int, sent: bytes, count: int, status: int) -> Callable[[], float]:
    def measure() -> float:
        load = press(port, [sent] * count)
        load.must_be(status)
        return load.per_second

    return measure
