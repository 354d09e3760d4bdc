from __future__ import annotations

import sys
from collections.abc import Iterator
from itertools import count

import pytest

from tests.faults.disk import FaultDisk
from tests.faults.nursery import Nursery
from tests.shop import SetClock

_NAMES = count()


@pytest.fixture
def clock() -> SetClock:
    return SetClock()


@pytest.fixture
def disk() -> Iterator[FaultDisk]:
    made = FaultDisk(f"fault-{next(_NAMES)}")
    yield made
    made.unregister()


@pytest.fixture(scope="module")
def nursery() -> Iterator[Nursery]:
    if sys.platform == "win32":
        pytest.skip("children are made by fork")
    made = Nursery()
    yield made
    made.close()
