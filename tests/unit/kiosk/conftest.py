from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from app.kiosk.board import CachedBoard
from app.kiosk.file import KioskFile
from app.kiosk.mirror import Mirror
from app.kiosk.stock import Stock
from app.kiosk.ticks import Tick
from tests.making import SetClock


@pytest.fixture
def kiosk_folder(tmp_path: Path) -> Path:
    return tmp_path / "kiosk"


@pytest.fixture
def file(kiosk_folder: Path, clock: SetClock) -> Iterator[KioskFile]:
    opened = KioskFile.open(kiosk_folder, clock=clock)
    yield opened
    opened.close()


@pytest.fixture
def mirror(file: KioskFile) -> Mirror:
    return Mirror(file)


@pytest.fixture
def board(file: KioskFile) -> CachedBoard:
    return CachedBoard(file)


class HandTicks:
    """A machine that runs as long as it is told to, and can be started anew."""

    def __init__(self) -> None:
        self.tick = Tick("first start", 1_000_000)

    def __call__(self) -> Tick:
        return self.tick

    def forward(self, *, seconds: float) -> None:
        self.tick = Tick(self.tick.boot, self.tick.milliseconds + round(seconds * 1000))

    def start_anew(self) -> None:
        self.tick = Tick(f"{self.tick.boot} again", 2000)


@pytest.fixture
def ticks() -> HandTicks:
    return HandTicks()


@pytest.fixture
def stock(file: KioskFile, clock: SetClock, ticks: HandTicks) -> Stock:
    return Stock.of(file, clock=clock, ticks=ticks)
