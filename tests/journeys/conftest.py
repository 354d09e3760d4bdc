"""A real Chromium against a real server over a shop in a folder."""

from __future__ import annotations

import contextlib
import os
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

from app.web.application import build_application
from app.web.settings import ServerSettings
from app.web.site import Languages
from tests.unit.web.conftest import NO_LIMITS, SECRET
from tests.unit.web.house import HandClock, House
from tests.unit.web.running import serving

CHROMIUM = "/usr/bin/chromium"
SWITCHES = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
PHONE = {"width": 390, "height": 844}
SMALL_PHONE = {"width": 320, "height": 568}
DESKTOP = {"width": 1280, "height": 900}
PATIENCE_MILLISECONDS = 10_000


@dataclass
class OpenShop:
    """A shop that serves at `address`."""

    house: House
    address: str


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """Module by module: while playwright runs, no other test of the thread can have an event loop."""
    executable = shutil.which("chromium") or CHROMIUM
    if not Path(executable).exists():
        assert not os.environ.get("CI"), "Chromium is missing: .ci/system-packages test installs it"
        pytest.skip("Chromium is missing: .ci/system-packages test installs it")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=executable, args=SWITCHES)
        yield browser
        browser.close()


@contextlib.contextmanager
def open_shop(folder: Path, languages: Languages | None = None) -> Iterator[OpenShop]:
    house = House(folder, HandClock())
    application = build_application(
        house.door,
        settings=ServerSettings(port=0, folder=folder, limits=NO_LIMITS),
        secret=SECRET,
        clock=house.clock,
        languages=languages,
        on_reached=lambda *_: None,
    )
    with serving(application, NO_LIMITS) as port:
        yield OpenShop(house, f"http://127.0.0.1:{port}")
    house.close()


@pytest.fixture
def shop(tmp_path: Path) -> Iterator[OpenShop]:
    with open_shop(tmp_path) as shop:
        yield shop


def new_page(browser: Browser, shop: OpenShop, **options: object) -> Page:
    """A fresh visitor's page. Closing its context forgets the visitor."""
    wanted: dict[str, object] = {"viewport": PHONE, "base_url": shop.address, **options}
    context: BrowserContext = browser.new_context(**wanted)  # type: ignore[arg-type]
    context.set_default_timeout(PATIENCE_MILLISECONDS)
    return context.new_page()
