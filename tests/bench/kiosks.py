"""S8 to S11 and the kiosk's part of S15: how quick the kiosk is, beside what it is made of."""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import apsw
from PySide6.QtWidgets import QApplication

from app.kiosk.core import KioskCore
from app.kiosk.outbox import Draft
from app.kiosk.schema import connect
from tests.bench.kiosk_folder import kiosk_folder, on_a_screen
from tests.bench.plan import Plan, Row
from tests.bench.running import command
from tests.bench.starts import kiosk_start_row
from tests.bench.storage import percentile
from tests.journeys.street import Street
from ui.shared.background import Background
from ui.shared.journal_bridge import JournalBridge

MOST_FRAME, MOST_FRAME_MS = 2.5, 8.0
MOST_PIN_MS = 100.0
MOST_TO_DESK_SECONDS, MOST_TO_KIOSK_SECONDS = 1.2, 3.0
MOST_MEMORY, MOST_GROWTH = 1.8, 0.02
PATIENCE_SECONDS = 600


def kiosk_rows(plan: Plan, wanted: set[str]) -> Iterator[Row]:
    """Those of `wanted` that are about the kiosk alone."""
    if wanted & {"S8", "S9", "S10"}:
        with kiosk_folder(plan.kiosk_size) as folder:
            if "S8" in wanted:
                _say("S8")
                yield kiosk_start_row(plan, folder, plan.kiosk_size)
            if "S9" in wanted:
                _say("S9")
                yield _scroll_row(plan, folder)
            if "S10" in wanted:
                _say("S10")
                yield _pin_row(plan, folder)
    if "S11" in wanted:
        _say("S11")
        yield from _change_rows(plan)
    if "S15" in wanted:
        _say("S15")
        with kiosk_folder(plan.memory_size) as folder:
            yield _memory_row(plan, folder)


def _scroll_row(plan: Plan, folder: Path) -> Row:
    pairs = [
        (
            percentile(_staged(folder, "scroll", str(folder), str(plan.frames)), 0.99),
            percentile(_staged(folder, "bare-scroll", str(plan.frames)), 0.99),
        )
        for _ in range(plan.rounds)
    ]
    ours, bare = (statistics.median(side) for side in zip(*pairs, strict=True))
    ratio = statistics.median(one / other for one, other in pairs)
    return Row(
        figure="S9",
        what=f"kiosk scrolled, {plan.kiosk_size:,} notes, no graphics card",
        target=f"p99 frame <= {MOST_FRAME} times a bare GridView and {MOST_FRAME_MS:.0f} ms",
        measured=f"p99 {ours:.1f} ms, bare {bare:.1f} ms",
        ratio=f"{ratio:.2f}",
        reached=ratio <= MOST_FRAME and ours <= MOST_FRAME_MS,
    )


def _pin_row(plan: Plan, folder: Path) -> Row:
    """The server is away: what is accepted hangs on this disk alone."""
    taken = _staged(folder, "pin", str(folder), str(plan.pins))
    bare = statistics.median(_bare_commits(folder.parent, plan.pins))
    return Row(
        figure="S10",
        what="kiosk: finger on “Pin it up” to thanks, no network",
        target=f"<= {MOST_PIN_MS:.0f} ms",
        measured=f"median {statistics.median(taken):.0f} ms, worst {max(taken):.0f}, bare commit {bare:.1f}",
        ratio=f"{statistics.median(taken) / bare:.0f}",
        reached=max(taken) <= MOST_PIN_MS,
    )


def _bare_commits(folder: Path, count: int) -> list[float]:
    file = folder / "bare.db"
    apsw.Connection(str(file)).close()
    file.touch()
    connection = connect(str(file))
    connection.execute("CREATE TABLE IF NOT EXISTS outbox (body TEXT)")

    def commit() -> float:
        began = time.perf_counter()
        connection.execute("INSERT INTO outbox VALUES (?)", ("A bench in the sun, please." * 3,))
        return (time.perf_counter() - began) * 1000

    try:
        return [commit() for _ in range(count)]
    finally:
        connection.close()


def _change_rows(plan: Plan) -> list[Row]:
    """From the kiosk to the desk's pages, and from the owner's click to the kiosk's wall; the worst of each."""
    application = QApplication.instance() or QApplication(["bench", "-platform", "offscreen"])
    with tempfile.TemporaryDirectory() as root:
        street = Street(Path(root))
        background = Background(tell_error=_raise, report_bug=_raise)
        bridge = _bridge(street, background)
        try:
            with street.paired_kiosk() as core:
                rounds = [
                    _there_and_back(street, core, bridge, application.processEvents)
                    for _ in range(plan.changes)
                ]
        finally:
            bridge.stop()
            background.stop()
            street.close()
    there, back = (max(side) for side in zip(*rounds, strict=True))
    return [
        _change_row("kiosk's idea at the desk", MOST_TO_DESK_SECONDS, there),
        _change_row("owner's click on the kiosk's wall", MOST_TO_KIOSK_SECONDS, back),
    ]


def _bridge(street: Street, background: Background) -> JournalBridge:
    owner = street.desk.owner
    bridge = JournalBridge(
        background=background, newest=owner.newest_sequence, changes_since=owner.changes_since
    )
    bridge.start()
    return bridge


def _there_and_back(
    street: Street, core: KioskCore, bridge: JournalBridge, breathe: Callable[[], None]
) -> tuple[float, float]:
    told: list[object] = []
    bridge.changed.connect(told.append)
    pinned = core.pin(Draft(text="A bench in the sun, please."))
    there = _seconds_until(lambda: bool(told) and street.idea(pinned.id) is not None, breathe)
    bridge.changed.disconnect(told.append)
    street.desk.owner.approve([pinned.id])
    back = _seconds_until(lambda: core.board.note(pinned.id) is not None, breathe)
    return there, back


def _seconds_until(is_so: Callable[[], bool], breathe: Callable[[], None]) -> float:
    began = time.monotonic()
    while not is_so():
        if time.monotonic() - began > PATIENCE_SECONDS:
            raise RuntimeError("A change was not seen.")
        breathe()
    return time.monotonic() - began


def _change_row(what: str, most: float, worst: float) -> Row:
    return Row(
        figure="S11",
        what=what,
        target=f"<= {most} s",
        measured=f"worst {worst:.2f} s",
        reached=worst <= most,
    )


def _memory_row(plan: Plan, folder: Path) -> Row:
    """The kiosk's part alone; servers and desks are measured where all three run together."""
    used = _staged(folder, "live", str(folder), str(plan.visits))
    bare = _staged(folder, "bare-live")[0]
    half = statistics.median(used[len(used) // 2 :][:3])
    end = statistics.median(used[-3:])
    growth, ratio = end / half - 1, end / bare
    return Row(
        figure="S15",
        what=f"memory of the kiosk, {plan.memory_size:,} notes, {plan.visits} visits",
        target=f"<= {MOST_MEMORY} times a bare GridView, growth <= {MOST_GROWTH:.0%}",
        measured=f"{end / 1024:.0f} MB, bare {bare / 1024:.0f} MB, growth {growth:.1%}",
        ratio=f"{ratio:.2f}",
        reached=ratio <= MOST_MEMORY and growth <= MOST_GROWTH,
    )


def _staged(folder: Path, *arguments: str) -> Sequence[float]:
    # Qt waits 5 ms before each frame, for what else there may be to draw; here nothing else is.
    environment = {**os.environ, **on_a_screen(folder), "QT_QPA_UPDATE_IDLE_TIME": "0"}
    ended = subprocess.run(
        command("kiosk_stage", *arguments),
        capture_output=True,
        text=True,
        env=environment,
        timeout=PATIENCE_SECONDS,
        check=False,
    )
    if ended.returncode:
        raise RuntimeError(f"The kiosk could not be measured: {ended.stderr.strip()[-500:]}")
    return [float(value) for value in ended.stdout.split()]


def _raise(error: BaseException) -> None:
    raise error


def _say(what: str) -> None:
    print(f"  measuring {what}", file=sys.stderr, flush=True)
