"""A real database in a fresh folder for each test."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from app.paths import DataFolder
from app.storage.database import Database
from tests.shop import SetClock


@pytest.fixture
def clock() -> SetClock:
    return SetClock()


@pytest.fixture
def folder(tmp_path: Path) -> DataFolder:
    return DataFolder(tmp_path / "shop")


@pytest.fixture
def database(folder: DataFolder, clock: SetClock) -> Iterator[Database]:
    opened = Database.open(folder, clock=clock)
    yield opened
    opened.close()
