"""The print dialog: what it proposes, what is said of a printer and of a file, and giving it up."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtPrintSupport import QPrintDialog
from PySide6.QtWidgets import QDialog
from pytestqt.qtbot import QtBot

from app.domain.notices import PaperSize
from tests.ui.desk.conftest import OpenDesk, Told
from tests.ui.paper.samples import make_content, make_words
from ui.desk.builder import Desk
from ui.paper.notice import draw_notice

Asked = tuple[QPrintDialog, list[str]]


@pytest.fixture
def ask(open_shop_desk: OpenDesk) -> Callable[[], Asked]:
    """Asks for a printer; the list hears what became of it."""

    def ask_it() -> Asked:
        desk: Desk = open_shop_desk(asks_system=True)
        heard: list[str] = []
        pdf = draw_notice(make_content(number=12), PaperSize.A5, make_words())
        desk.printing.send(pdf, lambda: heard.append("sent"), lambda: heard.append("given up"))
        [dialog] = desk.window.findChildren(QPrintDialog)
        return dialog, heard

    return ask_it


def test_each_sheet_proposes_a_name_of_its_own(ask: Callable[[], Asked]) -> None:
    dialog, _ = ask()

    assert dialog.printer().docName().startswith("Notice 12")
    dialog.reject()


def test_a_sheet_that_went_into_a_file_is_told_where_it_lies(
    qtbot: QtBot, ask: Callable[[], Asked], told: Told, tmp_path: Path
) -> None:
    dialog, heard = ask()
    dialog.printer().setOutputFileName(str(tmp_path / "mine.pdf"))

    QDialog.accept(dialog)

    qtbot.waitUntil(lambda: heard == ["sent"])
    assert (tmp_path / "mine.pdf").read_bytes()[:5] == b"%PDF-"
    assert told.said[-1] == f"Saved as mine.pdf in {tmp_path}"


def test_giving_up_is_told_to_whoever_asked(ask: Callable[[], Asked], told: Told) -> None:
    dialog, heard = ask()

    dialog.reject()

    assert heard == ["given up"]
    assert "Sent to the printer." not in told.said


@pytest.mark.qt_log_ignore("QPainter::begin")  # Qt says it too
def test_a_printer_that_refuses_is_told_and_printed_nothing(
    qtbot: QtBot, ask: Callable[[], Asked], told: Told, tmp_path: Path
) -> None:
    dialog, heard = ask()
    dialog.printer().setOutputFileName(str(tmp_path / "no such folder" / "mine.pdf"))

    QDialog.accept(dialog)

    qtbot.waitUntil(lambda: heard == ["given up"])
    assert len(told.warned) == 1
    assert "did not take the page" in told.warned[0]
