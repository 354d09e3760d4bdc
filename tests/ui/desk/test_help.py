"""The help at the desk: what is written with marks is shown as blocks of letters, and found by one key."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QScrollArea
from pytestqt.qtbot import QtBot

from app.paths import resource
from tests.ui.desk.conftest import OpenDesk
from tests.ui.desk.hands import find, press, strike
from ui.desk.builder import Desk
from ui.desk.help.page import help_sheet
from ui.desk.help.reading import Block, Kind, parse_help, read_help

PAGES = read_help(resource("help"), "en")


def letters(desk: Desk) -> list[str]:
    area = find(desk, "help-text")
    assert isinstance(area, QScrollArea)
    return [each.text() for each in area.findChildren(QLabel)]


def test_each_kind_of_block_is_read() -> None:
    page = parse_help(
        "# First day\n\nPress **Save** or “**Print**”,\nthen `wait`.\n\n## Steps\n\n1. One\n   goes on\n\n"
        "       teacup kiosk\n\n2. Two\n- Dash\n\n| key | does |\n|---|---|\n| **A** | up |\n\n    teacup serve\n"
    )

    assert page.title == "First day"
    assert page.blocks == (
        Block(Kind.TITLE, ("First day",)),
        Block(Kind.PARAGRAPH, ("Press “Save” or “Print”, then wait.",)),
        Block(Kind.HEADING, ("Steps",)),
        Block(Kind.ITEM, ("1.", "One goes on")),
        Block(Kind.COMMAND, ("teacup kiosk",)),
        Block(Kind.ITEM, ("2.", "Two")),
        Block(Kind.ITEM, ("•", "Dash")),
        Block(Kind.ROW, ("key", "does")),
        Block(Kind.ROW, ("“A”", "up")),
        Block(Kind.COMMAND, ("teacup serve",)),
    )


def test_an_empty_page_is_no_problem() -> None:
    assert parse_help("").blocks == ()


def test_a_table_without_titles_begins_with_its_first_row(qtbot: QtBot) -> None:
    sheet = help_sheet(parse_help("| | |\n|---|---|\n| A | put up |\n| H | hide |\n").blocks)
    qtbot.addWidget(sheet)

    cells = sheet.findChildren(QLabel)
    assert [each.text() for each in cells] == ["A", "put up", "H", "hide"]
    assert cells[0].property("role") == cells[2].property("role")


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.title)
def test_no_mark_of_the_written_page_is_left(page: object) -> None:
    texts = [part for block in page.blocks for part in block.parts]  # type: ignore[attr-defined]

    assert len(texts) > 5
    assert [text for text in texts if "**" in text or "`" in text or text.startswith(("#", "|", "- "))] == []


def test_a_language_without_help_is_helped_in_english(tmp_path: Path) -> None:
    for language, title in (("en", "The first day"), ("ar", "اليوم الأول")):
        (tmp_path / language).mkdir()
        (tmp_path / language / "1.md").write_text(f"# {title}\n", encoding="utf-8")

    assert [page.title for page in read_help(tmp_path, "ar")] == ["اليوم الأول"]
    assert [page.title for page in read_help(tmp_path, "pl")] == ["The first day"]


def test_one_key_and_a_button_open_the_help_from_any_page(qtbot: QtBot, open_shop_desk: OpenDesk) -> None:
    desk = open_shop_desk()
    desk.window.show_page("codes")

    strike(desk.window, Qt.Key.Key_F1)
    strike(find(desk, "keys-help"), Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: desk.window.page == "help")

    assert desk.help is not None
    assert desk.help.shown == PAGES[0].title
    assert PAGES[0].blocks[1].parts[0] in letters(desk)


def test_each_page_is_opened_by_its_tab_and_moved_by_the_arrow_keys(
    qtbot: QtBot, open_shop_desk: OpenDesk
) -> None:
    desk = open_shop_desk()
    desk.window.resize(1024, 640)
    desk.window.show_page("help")
    area = find(desk, "help-text")
    assert isinstance(area, QScrollArea)

    for place, page in enumerate(PAGES):
        press(desk, f"help-{place}")
        assert letters(desk)[0] == page.title
    press(desk, "help-0")
    qtbot.waitUntil(lambda: area.verticalScrollBar().maximum() > 0)
    strike(area, Qt.Key.Key_PageDown)

    assert area.verticalScrollBar().value() > 0


def test_what_is_bold_stands_in_the_marks_of_its_language() -> None:
    def said(language: str) -> str:
        return parse_help("Press **Put\nup** now.\n", language).blocks[0].parts[0]

    assert said("en") == "Press “Put up” now."
    assert said("de") == "Press „Put up“ now."
    assert said("ja") == "Press 「Put up」 now."
    assert said("ar") == "Press «Put up» now."
