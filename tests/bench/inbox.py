"""S13: the inbox of a large shop, opened, scrolled, narrowed and searched, while the window's thread is watched.

`python -m tests.bench.inbox FOLDER MILLISECONDS` prints the longest stall of each step, in milliseconds.
"""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtWidgets import QApplication

from app.domain.clock import SystemClock
from app.domain.ideas import Status
from app.domain.inbox import InboxView
from app.domain.views import NO_FILTER, Filter
from app.paths import DataFolder
from app.services.owner.owner import Owner
from app.settings import Settings
from app.storage.database import Database
from app.words import load_words
from tests.bench.boards import GrowingShop
from tests.bench.plan import Plan, Row
from tests.bench.running import command
from tests.housekeeping import Computer, make_housekeeping
from ui.desk.builder import Desk, open_desk
from ui.desk.surroundings import Surroundings

MOST_MS = 50.0
BEAT_MS = 1
PATIENCE_SECONDS = 120


def inbox_row(plan: Plan, shop: GrowingShop) -> Row:
    environment = {**os.environ, "QT_QPA_PLATFORM": os.environ.get("QT_QPA_PLATFORM", "offscreen")}
    ended = subprocess.run(
        command("inbox", str(shop.folder.root), str(plan.watched_ms)),
        capture_output=True,
        text=True,
        env=environment,
        timeout=PATIENCE_SECONDS,
        check=False,
    )
    stalls = {
        step: float(ms)
        for _, step, ms in (line.split() for line in ended.stdout.splitlines() if line.startswith("stall "))
    }
    if not stalls:
        raise RuntimeError(f"The inbox could not be watched: {ended.stderr.strip()[-500:]}")
    worst = max(stalls.values())
    return Row(
        figure="S13",
        what=f"inbox, {shop.size:,} ideas, longest stall",
        target=f"<= {MOST_MS:.0f} ms",
        measured=", ".join(f"{step} {ms:.0f} ms" for step, ms in stalls.items()),
        ratio=f"{worst / MOST_MS:.2f}",
        reached=worst <= MOST_MS,
    )


class Watch:
    """Beats on the window's thread; between two beats nothing else ran there for longer than it tells."""

    def __init__(self, milliseconds: int) -> None:
        """So long each step is watched after it was asked for: by then it is read, shown and painted."""
        self._milliseconds = milliseconds
        self._longest = 0.0
        self._last = time.perf_counter()
        self._timer = QTimer()
        self._timer.setInterval(BEAT_MS)
        self._timer.timeout.connect(self._beat)
        self._timer.start()

    def during(self, act: Callable[[], object]) -> float:
        """Do `act` and what follows from it; the longest stall in milliseconds."""
        self._longest, self._last = 0.0, time.perf_counter()
        act()
        self._beat()
        loop = QEventLoop()
        QTimer.singleShot(self._milliseconds, loop.quit)
        loop.exec()
        return self._longest * 1000

    def _beat(self) -> None:
        now = time.perf_counter()
        self._longest, self._last = max(self._longest, now - self._last), now


@contextmanager
def opened_desk(folder: DataFolder) -> Iterator[Desk]:
    app = QApplication.instance() or QApplication([])
    assert isinstance(app, QApplication)
    database = Database.open(folder, clock=SystemClock())
    desk = open_desk(
        app=app,
        owner=Owner(seam=database, clock=SystemClock()),
        words=load_words("en", Path("nowhere")),
        clock=SystemClock(),
        settings=Settings(theme="light"),
        save_settings=lambda _settings: None,
        serve_command=(),
        version="bench",
        surroundings=Surroundings(
            addresses=list,
            probe=lambda _address: False,
            fingerprint=lambda: bytes(32),
            open_kiosk=lambda _address, _code: None,
            screens=lambda: 1,
        ),
        housekeeping=make_housekeeping(database, folder, SystemClock(), Computer()),
    )
    try:
        yield desk
    finally:
        desk.window.ask_before_closing(lambda: True)
        desk.window.close()
        desk.close()
        database.close()


def watch_inbox(desk: Desk, milliseconds: int) -> dict[str, float]:
    watch, pane = Watch(milliseconds), desk.inbox.list
    desk.show()
    desk.window.show_page("inbox")
    watch.during(lambda: None)

    def scroll() -> None:
        pane.rows.scrollToBottom()

    def search() -> None:
        pane.open_search()
        pane.search.setText("coffee")

    planned = Filter(statuses=frozenset({Status.PLANNED}))
    return {
        "open": watch.during(lambda: pane.open_view(InboxView.ALL)),
        "scroll": max(watch.during(scroll) for _ in range(8)),
        "filter": watch.during(lambda: pane.narrow(planned, "planned")),
        "unfilter": watch.during(lambda: pane.narrow(NO_FILTER, "")),
        "search": watch.during(search),
    }


def main(argv: Sequence[str]) -> int:
    with opened_desk(DataFolder(Path(argv[0]))) as desk:
        for step, milliseconds in watch_inbox(desk, int(argv[1])).items():
            sys.stdout.write(f"stall {step} {milliseconds:.1f}\n")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
