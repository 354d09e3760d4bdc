"""The kiosk's own pages in this process, on a screen that only memory has, and the yardstick of its wall.

`python -m tests.bench.kiosk_stage scroll FOLDER FRAMES` and `... bare-scroll FRAMES` print the milliseconds of each
frame while the wall is scrolled; `... pin FOLDER TIMES` those from the finger on "Pin it up" to the thanks;
`... live FOLDER ROUNDS` the memory of a kiosk that is used, after each round, in kB, and `... bare-live FOLDER`
that of the yardstick. Nobody answers this kiosk: it stands there without a network.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import psutil
from PySide6.QtCore import QObject, QPointF, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtQuick import QQuickItem, QQuickView, QQuickWindow
from PySide6.QtTest import QTest

from app.domain.clock import SystemClock
from app.kiosk.core import KioskCore
from app.paths import resource
from app.words import load_words
from ui.kiosk.builder import OpenKiosk, Surroundings
from ui.kiosk.kiosk import Page
from ui.kiosk.shelf import items_of

FRAME_SECONDS = 1 / 60
PX_A_FRAME = 90
"""A quick flick: the wall goes by five times a second."""
PATIENCE_SECONDS = 20.0


class Frames:
    """Draws one frame after the other, sixty a second at most, and tells how much time each took of the thread
    that does all of it: what else this machine does in the meantime says nothing about us."""

    def __init__(self, window: QQuickWindow) -> None:
        self._window = window
        self._swapped = 0
        self._swapped_at = 0.0
        window.frameSwapped.connect(self._note)

    def _note(self) -> None:
        self._swapped += 1
        self._swapped_at = time.thread_time()

    def milliseconds(self, move: Callable[[], None]) -> float:
        """From the finger's move to the painted frame; what is left of its time is given to others."""
        began, worked, before = time.perf_counter(), time.thread_time(), self._swapped
        move()
        self._window.update()
        while self._swapped == before:
            QGuiApplication.processEvents()
        taken = self._swapped_at - worked
        while time.perf_counter() - began < FRAME_SECONDS:
            QGuiApplication.processEvents()
        return taken * 1000


def wait_for(is_so: Callable[[], bool]) -> None:
    end = time.monotonic() + PATIENCE_SECONDS
    while not is_so():
        if time.monotonic() > end:
            raise RuntimeError("The kiosk did not come to where the bench wants it.")
        QGuiApplication.processEvents()


@contextmanager
def open_kiosk(folder: Path) -> Iterator[OpenKiosk]:
    core = KioskCore.open(folder, clock=SystemClock())
    around = Surroundings(
        load_words=lambda language: load_words(language, resource("translations")),
        language="en",
        clock=SystemClock(),
        version=lambda: "0",
        again=lambda: None,
    )
    kiosk = OpenKiosk(core, around)
    kiosk.show()
    try:
        wait_for(lambda: not kiosk.front.shelf.missing() and kiosk._wall.is_settled)
        yield kiosk
    finally:
        kiosk.close()


def find(root: QQuickItem, name: str) -> QQuickItem:
    return next(item for item in items_of(root) if item.objectName() == name and item.isVisible())


def button_of(kiosk: OpenKiosk, page: Page, name: str) -> QQuickItem:
    """Also while its page still fades in."""
    place = next(item for item in items_of(kiosk.front.main) if item.objectName() == f"place-{page}")
    return next(item for item in items_of(place) if item.objectName() == name)


def tap(kiosk: OpenKiosk, item: QQuickItem) -> None:
    window = kiosk.front.window
    at = item.mapToScene(QPointF(item.width() / 2, item.height() / 2)).toPoint()
    QTest.mouseClick(window, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, at)


def scroll_through(window: QQuickWindow, flickable: QObject, frames: int) -> list[float]:
    drawing = Frames(window)

    def on() -> None:
        flickable.setProperty("contentY", float(flickable.property("contentY")) + PX_A_FRAME)

    return [drawing.milliseconds(on) for _ in range(frames)]


def scroll(folder: str, frames: str) -> list[float]:
    with open_kiosk(Path(folder)) as kiosk:
        wall = find(kiosk.front.main, "noteWall")
        return scroll_through(kiosk.front.window, wall, int(frames))


def bare_scroll(frames: str) -> list[float]:
    view = bare_board()
    board = view.rootObject()
    return scroll_through(view, board, int(frames))


def bare_board() -> QQuickView:
    view = QQuickView(str(Path(__file__).with_name("BareBoard.qml")))
    view.show()
    drawing = Frames(view)
    drawing.milliseconds(lambda: None)
    return view


def pin(folder: str, times: str) -> list[float]:
    with open_kiosk(Path(folder)) as kiosk:
        _pin_once(kiosk, 0)
        return [_pin_once(kiosk, number) for number in range(1, int(times) + 1)]


def _pin_once(kiosk: OpenKiosk, number: int) -> float:
    kiosk._wall.bar.pin()
    write = kiosk._write
    assert write is not None
    write.set_text(f"A bench in the sun, please, and a second one beside it. Number {number}.")
    button = button_of(kiosk, Page.WRITE, "pin")
    wait_for(lambda: bool(write.canPin) and button.isVisible())
    began = time.perf_counter()
    tap(kiosk, button)
    wait_for(lambda: kiosk.front.kiosk.now is Page.THANKS)
    taken = time.perf_counter() - began
    assert kiosk._thanks is not None
    kiosk._thanks.finish()
    wait_for(lambda: kiosk.front.kiosk.now is Page.WALL)
    return taken * 1000


def live(folder: str, rounds: str) -> list[float]:
    """One customer after the other: scrolls, reads, changes tab, searches, writes, and goes away."""
    with open_kiosk(Path(folder)) as kiosk:
        return [_live_once(kiosk, number) for number in range(int(rounds))]


def _live_once(kiosk: OpenKiosk, number: int) -> float:
    wall = kiosk._wall
    flickable = find(kiosk.front.main, "noteWall")
    for tab in ("popular", "answered", "new"):
        wall.chooseTab(tab)
        wait_for(lambda: wall.is_settled)
        scroll_through(kiosk.front.window, flickable, 12)
    wall.search.open()
    wall.search.type(("rolls", "bench", "soup", "tea")[number % 4])
    wait_for(lambda: wall.search.foundWords != "" and wall.is_settled)
    wall.search.close()
    wait_for(lambda: wall.is_settled)
    wall.open(next(place.number for place in wall._hanging.places if place.isTaken))
    wait_for(lambda: kiosk._note is not None and bool(kiosk._note.isReady))
    kiosk._note.close()  # type: ignore[union-attr]
    _pin_once(kiosk, number)
    kiosk.front.end_visit()
    kiosk.front.welcome()
    wait_for(lambda: wall.is_settled)
    return own_memory()


def bare_live() -> list[float]:
    view = bare_board()
    board = view.rootObject()
    scroll_through(view, board, 60)
    return [own_memory()]


def own_memory() -> float:
    """What no other process shares, in kB."""
    return float(psutil.Process().memory_full_info().uss) / 1024


MEASURES: dict[str, Callable[..., list[float]]] = {
    "scroll": scroll, "bare-scroll": bare_scroll, "pin": pin, "live": live, "bare-live": bare_live,
}  # fmt: skip


if __name__ == "__main__":
    application = QGuiApplication(["bench"])
    print(" ".join(f"{value:.3f}" for value in MEASURES[sys.argv[1]](*sys.argv[2:])))
