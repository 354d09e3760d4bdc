"""The pages of writing on a real core, with a real background thread."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from app.kiosk.core import KioskCore
from app.paths import resource
from tests.making import SetClock
from ui.kiosk.keyboard.layouts import load_keyboards
from ui.kiosk.keyboard.model import KeyboardModel
from ui.kiosk.visit import Visit
from ui.kiosk.write.page import WritePage
from ui.shared.background import Background


def fail(problem: BaseException) -> None:
    pytest.fail(f"nobody else was to hear of {problem}")


@pytest.fixture
def background() -> Iterator[Background]:
    made = Background(tell_error=fail, report_bug=fail)
    yield made
    made.stop()


@pytest.fixture
def keyboard(visit: Visit) -> KeyboardModel:
    return KeyboardModel(visit=visit, keyboards=load_keyboards(resource("keyboards")))


@pytest.fixture
def write(
    core: KioskCore, visit: Visit, background: Background, clock: SetClock, keyboard: KeyboardModel
) -> WritePage:
    return WritePage(core=core, visit=visit, background=background, clock=clock, keyboard=keyboard)
