"""Storage by itself: verbs a second through the writer, the board page and search as the board grows.

`python -m tests.bench.storage [ideas ...]` prints a table; the functions are for `make bench`.
"""

from __future__ import annotations

import asyncio
import random
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from uuid import uuid4

from app.domain.ideas import BoardOrder, Visibility
from app.domain.journal import Actor
from app.paths import DataFolder
from app.storage.database import Database
from app.storage.stores import Stores
from app.storage.writer import Writer
from tests.shop import MORNING, SetClock, answer, make_idea, make_response

COMMON = [
    "the",
    "a",
    "more",
    "open",
    "on",
    "please",
    "music",
    "coffee",
    "and",
    "cake",
    "friday",
    "earlier",
    "with",
    "oat",
    "milk",
    "table",
    "quiet",
    "children",
]


class Texts:
    """Texts whose words are as unevenly common as a language's (Zipf), the same in every run."""

    def __init__(self, words: int = 20_000, seed: int = 7) -> None:
        self.random = random.Random(seed)
        letters = "aeioubcdfglmnprst"
        made = {"".join(self.random.choices(letters, k=self.random.randint(3, 9))) for _ in range(words)}
        self.words = [*COMMON, *sorted(made)]
        self._weights = [1 / rank for rank in range(1, len(self.words) + 1)]

    def lines(self, count: int) -> Sequence[str]:
        words = iter(self.random.choices(self.words, self._weights, k=count * 12))
        return [" ".join(next(words) for _ in range(12)) for _ in range(count)]


def fill(database: Database, count: int, texts: Texts, first: int = 0) -> None:
    """Public ideas a second apart, some with votes, every tenth answered."""
    chunk = 20_000
    for start in range(first, first + count, chunk):
        lines = texts.lines(min(chunk, first + count - start))

        def add(stores: Stores, start: int = start, lines: Sequence[str] = lines) -> None:
            for number, line in enumerate(lines, start):
                at = MORNING + timedelta(seconds=number)
                hidden = number % 50 == 0
                idea = make_idea(line, at=at, visibility=Visibility.HIDDEN if hidden else Visibility.PUBLIC)
                idea = replace(idea, claim_code=stores.ideas.free_claim_code())
                stores.ideas.add(idea)
                if number % 7 == 0:
                    for visitor in range(number % 5):
                        stores.votes.set(idea.id, f"visitor {visitor}", True, at)
                if number % 500 == 0:
                    answer(stores, idea, make_response(idea, at=at))

        database.write(add)
    database.rest()


def timed(act: Callable[[], object], rounds: int) -> list[float]:
    """Milliseconds of each round."""
    taken = []
    for _ in range(rounds):
        start = time.perf_counter()
        act()
        taken.append((time.perf_counter() - start) * 1000)
    return taken


def percentile(values: Sequence[float], part: float) -> float:
    return sorted(values)[min(len(values) - 1, int(len(values) * part))]


def board_page(database: Database, rounds: int = 300) -> dict[str, float]:
    """Median milliseconds of a first page of 20, by order."""

    def page(order: BoardOrder) -> Callable[[], object]:
        return lambda: database.read(lambda stores: stores.board.page(order, limit=20))

    return {order.value: statistics.median(timed(page(order), rounds)) for order in BoardOrder}


def searches(texts: Texts, seed: int = 3) -> dict[str, list[str]]:
    """Questions of each kind that figure S6 names."""
    chance = random.Random(seed)
    rare = texts.words[5000:]
    some = texts.words[:3000]
    return {
        "common word": [*COMMON, *COMMON],
        "rare word": chance.choices(rare, k=40),
        "two letters": [word[:2] for word in chance.choices(texts.words, k=40)],
        "unfinished": [word[: max(3, len(word) - 2)] for word in [*COMMON, *chance.choices(rare, k=40)]],
        "three words": [" ".join(chance.choices(some, k=3)) for _ in range(40)],
        "six words": [" ".join(chance.choices(some, k=6)) for _ in range(40)],
        "six common": [" ".join(chance.choices(COMMON, k=6)) for _ in range(40)],
    }


def search_times(database: Database, texts: Texts) -> dict[str, tuple[float, float]]:
    """Median and p99 milliseconds of each kind of question, and of the look for similar ideas."""
    results = {}
    for kind, questions in searches(texts).items():
        taken = [
            timed(lambda asked=asked: database.read(lambda s: s.search.public(asked)), 3)[-1]  # type: ignore[misc]
            for asked in questions
        ]
        results[kind] = (statistics.median(taken), percentile(taken, 0.99))
    lines = texts.lines(60)
    similar = [
        timed(lambda line=line: database.read(lambda s: s.search.candidates(line)), 2)[-1]  # type: ignore[misc]
        for line in lines
    ]
    results["similar"] = (statistics.median(similar), percentile(similar, 0.99))
    return results


def verbs_a_second(database: Database, seconds: float = 3, clients: int = 64) -> float:
    """Submissions through the writer, each acknowledged after its commit, by clients that wait for it."""

    def submit(stores: Stores) -> None:
        idea = make_idea(f"More muffins {uuid4()}")
        stores.ideas.add(idea)
        stores.journal.append(actor=Actor.CUSTOMER, verb="submit", subject=idea.id, board=True)

    async def run() -> float:
        writer = Writer(database)
        writer.start()
        done = 0
        start = time.perf_counter()

        async def client() -> None:
            nonlocal done
            while time.perf_counter() - start < seconds:
                await writer.write(submit)
                done += 1

        try:
            await asyncio.gather(*(client() for _ in range(clients)))
        finally:
            writer.stop()
        return done / (time.perf_counter() - start)

    return asyncio.run(run())


def main(sizes: Sequence[int]) -> None:
    with tempfile.TemporaryDirectory() as root:
        database = Database.open(DataFolder(Path(root)), clock=SetClock())
        texts = Texts()
        present = 0
        try:
            for size in sizes:
                start = time.perf_counter()
                fill(database, size - present, texts, present)
                present = size
                print(f"\n{size:,} ideas (filled in {time.perf_counter() - start:.0f} s)")
                for order, median in board_page(database).items():
                    print(f"  board {order:12} {median:7.2f} ms")
                for kind, (median, slowest) in search_times(database, texts).items():
                    print(f"  {kind:18} {median:7.2f} ms   p99 {slowest:7.2f} ms")
            print(f"\n  writer {verbs_a_second(database):,.0f} verbs/s")
        finally:
            database.close()


if __name__ == "__main__":
    main([int(size) for size in sys.argv[1:]] or [100, 10_000, 100_000])
