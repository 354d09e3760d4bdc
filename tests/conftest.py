"""Fixtures that every kind of test may ask for: a clock that stands still and an open shop."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Coroutine, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any, TypeVar

import pytest
from hypothesis import settings

from app.door_opening import open_customers_door
from app.opening import OwnersShop, open_owners_shop
from app.paths import DataFolder
from app.services.customer.door import CustomerDoor
from app.services.owner.owner import Owner
from tests.making import SetClock
from ui.shared.platform import go_offscreen

T = TypeVar("T")

# Machines that others use are slow at times: nothing passes or fails by the clock.
settings.register_profile("unhurried", deadline=None)
settings.load_profile("unhurried")

# The test run needs no screen and shows nothing on one; said before any test makes Qt look for it.
go_offscreen()


@pytest.fixture
def clock() -> SetClock:
    return SetClock()


@pytest.fixture
def folder(tmp_path: Path) -> DataFolder:
    return DataFolder(tmp_path / "shop")


@pytest.fixture
def owners_shop(folder: DataFolder, clock: SetClock) -> Iterator[OwnersShop]:
    with open_owners_shop(folder, clock) as shop:
        named = replace(
            shop.owner.shop(), name="Linden Street Bakery", owner="Marta", timezone="Europe/Berlin"
        )
        shop.owner.save_shop(named)
        yield shop


@pytest.fixture
def owner(owners_shop: OwnersShop) -> Owner:
    return owners_shop.owner


@pytest.fixture
def door(owners_shop: OwnersShop, clock: SetClock) -> Iterator[CustomerDoor]:
    """The customers' side of the same shop, as the server opens it."""
    with open_customers_door(owners_shop.folder, clock) as door:
        yield door


@pytest.fixture
def wait() -> Callable[[Coroutine[Any, Any, T]], T]:
    """Runs what the door wants awaited."""
    return asyncio.run
