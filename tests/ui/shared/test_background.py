from __future__ import annotations

import threading
from collections.abc import Iterator
from functools import partial

import pytest
from PySide6.QtCore import QCoreApplication
from pytestqt.qtbot import QtBot

from app.domain.errors import AppError, NotFound
from ui.shared.background import Background


class Heard:
    """Writes down what the person and the crash hook are told."""

    def __init__(self) -> None:
        self.errors: list[AppError] = []
        self.bugs: list[BaseException] = []


@pytest.fixture
def heard() -> Heard:
    return Heard()


@pytest.fixture
def background(heard: Heard) -> Iterator[Background]:
    made = Background(tell_error=heard.errors.append, report_bug=heard.bugs.append)
    yield made
    made.stop()


def refuse() -> None:
    raise NotFound("Gone.")


def test_work_is_done_aside_and_heard_of_on_the_gui_thread(qtbot: QtBot, background: Background) -> None:
    here = threading.get_ident()
    heard: list[tuple[int, int]] = []

    background.run(threading.get_ident, lambda there: heard.append((there, threading.get_ident())))

    qtbot.waitUntil(lambda: bool(heard))
    [(worked_on, heard_on)] = heard
    assert worked_on != here
    assert heard_on == here


def test_work_keeps_its_order(qtbot: QtBot, background: Background) -> None:
    done: list[int] = []

    for number in range(50):
        background.run(partial(int, number), done.append)

    qtbot.waitUntil(lambda: len(done) == 50)
    assert done == list(range(50))


def test_a_refusal_goes_to_whoever_asked(qtbot: QtBot, background: Background, heard: Heard) -> None:
    refused: list[AppError] = []

    background.run(refuse, on_error=refused.append)

    qtbot.waitUntil(lambda: bool(refused))
    assert str(refused[0]) == "Gone."
    assert heard.errors == []


def test_a_refusal_nobody_waits_for_is_told_to_the_person(
    qtbot: QtBot, background: Background, heard: Heard
) -> None:
    background.run(refuse)

    qtbot.waitUntil(lambda: len(heard.errors) == 1)
    assert heard.bugs == []


def test_a_bug_goes_to_the_crash_hook_and_the_thread_lives_on(
    qtbot: QtBot, background: Background, heard: Heard
) -> None:
    done: list[str] = []

    background.run(lambda: 1 // 0)
    background.run(lambda: "still here", done.append)

    qtbot.waitUntil(lambda: bool(done))
    assert [type(bug) for bug in heard.bugs] == [ZeroDivisionError]
    assert heard.errors == []


def test_after_the_stop_nobody_is_called(heard: Heard) -> None:
    background = Background(tell_error=heard.errors.append, report_bug=heard.bugs.append)
    done: list[str] = []

    background.run(lambda: "too late", done.append)
    background.stop()
    QCoreApplication.sendPostedEvents()

    assert done == []
