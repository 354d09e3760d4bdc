"""The desk keeps the customers' server running: a real child, and children we wrote for the odd cases."""

from __future__ import annotations

import sys
import urllib.request
from collections.abc import Callable, Iterator
from functools import partial
from itertools import cycle, repeat
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.domain.errors import AppError
from app.web.child import Message, Problem, Reached, ServerChild
from app.web.control import Serving
from app.words import load_words
from tests.shop import SetClock
from tests.ui.desk.conftest import Told
from ui.desk import server_keeper
from ui.desk.server_keeper import ServerKeeper, ServerState
from ui.desk.tools import Tools
from ui.shared.background import Background
from ui.shared.theme import Theme


class PretendedChild:
    """Says what a test lets it say; counts how often it was started."""

    def __init__(
        self,
        *,
        on_ready: Callable[[Serving], None],
        on_message: Callable[[Message], None],
        on_exit: Callable[[int], None],
    ) -> None:
        self.on_ready, self.on_message, self.on_exit = on_ready, on_message, on_exit
        self.is_stopped = False
        self.answers: Iterator[bool] = repeat(True)
        self.pings = 0

    def start(self) -> None:
        return

    def ping(self) -> bool:
        self.pings += 1
        return next(self.answers)

    def stop(self, timeout: float = 5.0) -> int | None:
        self.is_stopped = timeout > 0
        self.on_exit(-9)
        return 0

    def is_ready(self) -> None:
        self.on_ready(Serving("http://127.0.0.1:8765", 8765))


@pytest.fixture
def tools(qapp: QApplication, told: Told) -> Iterator[Tools]:
    def tell(error: AppError) -> None:
        told.warn(str(error))

    background = Background(tell_error=tell, report_bug=lambda bug: told.report_bug(repr(bug)))
    yield Tools(
        theme=Theme(qapp, families=["Sans"]),
        words=load_words("en", Path("nowhere")),
        background=background,
        messages=told,
        clock=SetClock(),
    )
    background.stop()


@pytest.fixture
def children() -> list[PretendedChild]:
    return []


@pytest.fixture
def keeper(tools: Tools, children: list[PretendedChild]) -> Iterator[ServerKeeper]:
    def make(**heard: Callable[..., None]) -> PretendedChild:
        children.append(PretendedChild(**heard))
        return children[-1]

    made = ServerKeeper(tools=tools, make_child=make)
    yield made
    made.stop()


def once_only(keeper: ServerKeeper) -> list[QTimer]:
    return [timer for timer in keeper.findChildren(QTimer) if timer.isSingleShot()]


def test_a_real_server_starts_answers_and_ends(qtbot: QtBot, tools: Tools, tmp_path: Path) -> None:
    command = [sys.executable, "-m", "ui", "--data", str(tmp_path / "shop"), "serve", "--port", "0"]
    keeper = ServerKeeper(tools=tools, make_child=partial(ServerChild, command))
    ports: list[int] = []
    keeper.runs.connect(ports.append)

    keeper.start()
    qtbot.waitUntil(lambda: keeper.state is ServerState.RUNNING, timeout=20_000)

    with urllib.request.urlopen(f"http://127.0.0.1:{ports[0]}/healthz", timeout=5) as response:
        assert response.status == 200
    keeper.stop()
    assert keeper.state is ServerState.STOPPED


def test_a_fallen_server_is_started_again(
    qtbot: QtBot, keeper: ServerKeeper, children: list[PretendedChild], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(server_keeper, "RETRY_AFTER_MS", (1, 1))
    keeper.start()
    for number in (1, 2, 3):
        qtbot.waitUntil(lambda number=number: len(children) == number)  # type: ignore[misc]
        children[-1].on_exit(1)

    assert keeper.state is ServerState.STOPPED
    assert not keeper.will_try_again
    keeper.start()
    assert len(children) == 4


def test_a_reason_of_its_own_is_shown_and_not_tried_again(
    keeper: ServerKeeper, children: list[PretendedChild]
) -> None:
    keeper.start()

    children[0].on_message(Problem("Port 8765 is taken by another program."))
    children[0].on_exit(1)

    assert keeper.state is ServerState.STOPPED
    assert keeper.problem == "Port 8765 is taken by another program."
    assert not keeper.will_try_again


def test_start_again_while_a_retry_is_due_starts_one_server(
    keeper: ServerKeeper, children: list[PretendedChild]
) -> None:
    keeper.start()
    children[0].on_exit(1)
    was_about_to = keeper.will_try_again

    keeper.start()

    assert (was_about_to, keeper.will_try_again) == (True, False)
    assert len(children) == 2


def test_falls_long_ago_do_not_count(
    qtbot: QtBot, keeper: ServerKeeper, children: list[PretendedChild], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(server_keeper, "RETRY_AFTER_MS", (1, 60_000))
    monkeypatch.setattr(server_keeper, "WELL_AFTER_MS", 1)
    keeper.start()

    for number in (1, 2, 3):
        qtbot.waitUntil(lambda number=number: len(children) == number)  # type: ignore[misc]
        children[-1].is_ready()
        qtbot.waitUntil(lambda: not any(timer.isActive() for timer in once_only(keeper)))
        children[-1].on_exit(1)

    qtbot.waitUntil(lambda: len(children) == 4)


def test_a_server_that_hangs_is_ended_and_started_again(
    qtbot: QtBot, keeper: ServerKeeper, children: list[PretendedChild], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(server_keeper, "RETRY_AFTER_MS", (1,))
    monkeypatch.setattr(server_keeper, "PING_INTERVAL_MS", 1)
    keeper.start()
    children[0].is_ready()
    qtbot.waitUntil(lambda: children[0].pings > 3)
    assert not children[0].is_stopped

    children[0].answers = repeat(False)

    qtbot.waitUntil(lambda: len(children) == 2)
    assert children[0].is_stopped


def test_one_unanswered_ping_is_no_fall(
    qtbot: QtBot, keeper: ServerKeeper, children: list[PretendedChild], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(server_keeper, "PING_INTERVAL_MS", 1)
    keeper.start()
    child = children[0]
    child.answers = cycle([False, False, True])

    child.is_ready()
    qtbot.waitUntil(lambda: child.pings > 9)

    assert keeper.state is ServerState.RUNNING
    assert not child.is_stopped


def test_a_phone_that_came_is_passed_on(
    qtbot: QtBot, keeper: ServerKeeper, children: list[PretendedChild]
) -> None:
    keeper.start()
    children[0].is_ready()

    with qtbot.waitSignal(keeper.reached) as heard:
        children[0].on_message(Reached("TOKEN", "192.168.1.44"))

    assert heard.args == ["TOKEN", "192.168.1.44"]


def test_what_an_earlier_child_says_late_is_not_heard(
    qtbot: QtBot, keeper: ServerKeeper, children: list[PretendedChild], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(server_keeper, "RETRY_AFTER_MS", (1,))
    keeper.start()
    children[0].on_exit(1)
    qtbot.waitUntil(lambda: len(children) == 2)
    children[1].is_ready()
    qtbot.waitUntil(lambda: keeper.state is ServerState.RUNNING)

    children[0].on_exit(1)

    assert keeper.state is ServerState.RUNNING
    keeper.stop()
    assert children[1].is_stopped


def test_a_command_that_is_not_there_is_told(tools: Tools) -> None:
    missing = ServerKeeper(tools=tools, make_child=partial(ServerChild, ["/no/such/program"]))

    missing.start()

    assert missing.state is ServerState.STOPPED
    assert "cannot be started" in missing.problem
