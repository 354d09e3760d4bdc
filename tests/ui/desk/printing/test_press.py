"""What is seen while something prints: each page, a way to stop, and a question before the window goes."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from threading import Event

import pytest
from PySide6.QtPrintSupport import QPrintDialog
from PySide6.QtWidgets import QAbstractButton, QDialog, QLabel
from pytestqt.qtbot import QtBot

from tests.ui.desk.conftest import OpenDesk, Told
from tests.ui.desk.printing.sheets import make_printable
from ui.desk.builder import Desk
from ui.desk.printing import press
from ui.paper.printing import page_count, print_pdf

PAGES = 3


@pytest.fixture
def slow(monkeypatch: pytest.MonkeyPatch) -> Iterator[Event]:
    """A printer that waits before its second page until it is let go on."""
    go_on = Event()

    def print_slowly(pdf: bytes, printer: object, on_page: Callable[[int, int], bool], **more: bool) -> bool:
        def tell(page: int, pages: int) -> bool:
            goes_on = on_page(page, pages)
            if page == 1:
                assert go_on.wait(10)
            return goes_on

        return print_pdf(pdf, printer, tell, **more)  # type: ignore[arg-type]

    monkeypatch.setattr(press, "print_pdf", print_slowly)
    yield go_on
    go_on.set()


@pytest.fixture
def desk(open_shop_desk: OpenDesk) -> Desk:
    return open_shop_desk(asks_system=True)


def begin(desk: Desk, qtbot: QtBot, file: Path, heard: list[str]) -> None:
    printable = make_printable(
        pages=PAGES,
        on_printed=lambda _choice: heard.append("printed"),
        on_given_up=lambda _choice: heard.append("given up"),
    )
    desk.printing.print_now(printable)
    qtbot.waitUntil(lambda: bool(desk.window.findChildren(QPrintDialog)))
    [dialog] = desk.window.findChildren(QPrintDialog)
    dialog.printer().setOutputFileName(str(file))
    dialog.printer().setResolution(72)
    QDialog.accept(dialog)
    qtbot.waitUntil(lambda: desk.printing.is_busy)


def said(desk: Desk) -> str:
    label = desk.window.findChild(QLabel, "printing-said")
    assert isinstance(label, QLabel)
    return label.text() if label.isVisible() else ""


def test_each_page_is_told_and_the_window_stays_of_use(
    qtbot: QtBot, desk: Desk, slow: Event, tmp_path: Path
) -> None:
    heard: list[str] = []
    begin(desk, qtbot, tmp_path / "out.pdf", heard)
    qtbot.waitUntil(lambda: said(desk).startswith("Printing page 1 of 3"))

    desk.window.show_page("today")
    assert desk.today.isVisible()
    slow.set()

    qtbot.waitUntil(lambda: heard == ["printed"])
    assert said(desk) == ""
    assert page_count((tmp_path / "out.pdf").read_bytes()) == PAGES


def test_stopping_ends_it_with_the_page_under_way(
    qtbot: QtBot, desk: Desk, slow: Event, told: Told, tmp_path: Path
) -> None:
    heard: list[str] = []
    begin(desk, qtbot, tmp_path / "out.pdf", heard)
    qtbot.waitUntil(lambda: said(desk).startswith("Printing page 1 of 3"))

    stop = desk.window.findChild(QAbstractButton, "stop-printing")
    assert isinstance(stop, QAbstractButton)
    stop.click()
    assert said(desk) == "Stopping after this page …"
    slow.set()

    qtbot.waitUntil(lambda: heard == ["given up"])
    assert told.said[-1].startswith("Stopped.")
    assert page_count((tmp_path / "out.pdf").read_bytes()) == 1
    assert not desk.printing.is_busy


def test_closing_asks_while_something_prints(
    qtbot: QtBot, desk: Desk, slow: Event, told: Told, tmp_path: Path
) -> None:
    begin(desk, qtbot, tmp_path / "out.pdf", [])

    desk.window.close()

    assert desk.window.isVisible()
    assert "on its way to the printer" in told.asked[0][0]
    slow.set()
    qtbot.waitUntil(lambda: not desk.printing.is_busy)
