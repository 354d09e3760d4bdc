from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from app.kiosk.board import CachedBoard
from app.kiosk.file import KioskFile
from app.kiosk.mirror import Mirror
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
