"""A kiosk without a screen: pages drawn by Qt's software renderer and touched by an artificial finger."""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtQml import QQmlEngine
from pytestqt.qtbot import QtBot

from app.kiosk.core import KioskCore
from app.paths import resource
from app.words import load_words
from tests.kiosk_making import tell_facts
from tests.making import SetClock
from tests.ui.kiosk.fakes import Ticking
from tests.ui.kiosk.stage import Stage
from ui.kiosk.builder import OpenKiosk, Surroundings
from ui.kiosk.loading import make_engine
from ui.kiosk.look import Look
from ui.kiosk.visit import Visit
from ui.shared.background import Background


@pytest.fixture(autouse=True)
def _sweep() -> Iterator[None]:
    """What a test leaves is collected here: a timer that another thread happens to collect cannot be stopped."""
    yield
    gc.collect()


@pytest.fixture
def visit() -> Visit:
    return Visit(load_words=lambda language: load_words(language, resource("translations")))


@pytest.fixture
def look(visit: Visit) -> Look:
    return Look(visit)


def raise_it(error: BaseException) -> None:
    raise error


@pytest.fixture
def core(tmp_path: Path, clock: SetClock) -> Iterator[KioskCore]:
    made = KioskCore.open(tmp_path / "kiosk", clock=clock)
    tell_facts(made)
    yield made
    made.stop()


@pytest.fixture
def background() -> Iterator[Background]:
    made = Background(tell_error=raise_it, report_bug=raise_it)
    yield made
    made.stop()


@pytest.fixture(scope="session")
def engine() -> Iterator[QQmlEngine]:
    made = make_engine()
    yield made
    made.deleteLater()


@pytest.fixture
def ticking() -> Ticking:
    return Ticking()


@pytest.fixture
def open_kiosk(clock: SetClock, ticking: Ticking, qtbot: QtBot) -> Iterator[Callable[[KioskCore], OpenKiosk]]:
    """The whole kiosk on a core, with all its pages made."""
    opened: list[OpenKiosk] = []

    def build(core: KioskCore) -> OpenKiosk:
        around = Surroundings(
            load_words=lambda language: load_words(language, resource("translations")),
            language="en",
            clock=clock,
            version=lambda: "0",
            again=lambda: pytest.fail("the kiosk wants to be started again"),
            monotonic=ticking,
        )
        kiosk = OpenKiosk(core, around)
        opened.append(kiosk)
        with qtbot.waitSignal(kiosk.front.began, timeout=60_000):
            kiosk.show()
        qtbot.waitUntil(lambda: kiosk.front.shelf.missing() == [], timeout=60_000)
        return kiosk

    yield build
    for kiosk in opened:
        kiosk.close()


@pytest.fixture
def stage(engine: QQmlEngine, look: Look) -> Iterator[Callable[..., Stage]]:
    """Shows a page: `stage("Wall.qml", wall=model)`, with `look` given to it."""
    shown: list[Stage] = []

    def show(file: str, *, size: tuple[int, int] = (1920, 1080), **properties: object) -> Stage:
        look.set_size(*size)
        shown.append(Stage(engine, file, size, {"look": look, **properties}))
        return shown[-1]

    yield show
    for one in shown:
        one.close()
