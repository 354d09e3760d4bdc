"""What is read again and again: a second look is never lost, and the clock asks for nothing twice."""

from __future__ import annotations

from PySide6.QtCore import Signal
from pytestqt.qtbot import QtBot

from tests.ui.desk.conftest import OpenDesk
from ui.desk.rereading import Rereading
from ui.desk.tools import Tools


class Counting(Rereading[int]):
    """Counts how often it read."""

    taken = Signal(int)

    def __init__(self, tools: Tools) -> None:
        super().__init__(tools, interval_ms=3_600_000)
        self.times = 0

    def _find(self) -> int:
        self.times += 1
        return self.times

    def _take(self, found: int) -> None:
        self.taken.emit(found)


def test_a_look_while_it_reads_is_followed_by_one_more(qtbot: QtBot, open_shop_desk: OpenDesk) -> None:
    counting = Counting(open_shop_desk().tools)
    told: list[int] = []
    counting.taken.connect(told.append)

    for _ in range(3):
        counting.look()

    qtbot.waitUntil(lambda: told == [1, 2])


def test_the_clock_is_content_with_what_is_on_its_way(qtbot: QtBot, open_shop_desk: OpenDesk) -> None:
    counting = Counting(open_shop_desk().tools)
    told: list[int] = []
    counting.taken.connect(told.append)

    counting.look()
    counting._timer.timeout.emit()
    qtbot.waitUntil(lambda: told == [1])

    counting._timer.timeout.emit()
    qtbot.waitUntil(lambda: told == [1, 2])
