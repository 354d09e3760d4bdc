"""Erasing a person at the desk: by keyboard alone, asked once more, told in numbers."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QLabel, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from app.domain.ideas import Idea
from app.services.owner.owner import Owner
from app.settings import Settings
from tests.shop import MORNING
from tests.ui.desk.conftest import OpenDesk, Told
from tests.ui.desk.hands import CONTROL, SHIFT, find, let_work_end, press, strike, wait_for_work
from tests.ui.desk.test_looks import within
from ui.desk.builder import Desk
from ui.shared.buttons import Button

Put = Callable[..., Idea]


def begin(desk: Desk, qtbot: QtBot) -> QLineEdit:
    strike(desk.window, Qt.Key.Key_Delete, CONTROL | SHIFT)
    question = find(desk, "erase-question")
    assert isinstance(question, QLineEdit)
    qtbot.waitUntil(question.isVisible)
    return question


def look_for(desk: Desk, question: QLineEdit, name: str, qtbot: QtBot) -> None:
    question.setText(name)
    strike(question, Qt.Key.Key_Return)
    let_work_end(desk, qtbot)


def traces(desk: Desk) -> list[QAbstractButton]:
    rows = desk.window.findChildren(QAbstractButton)
    return [row for row in rows if row.objectName().startswith("trace-") and row.isVisible()]


def text_of(desk: Desk, name: str) -> str:
    found = find(desk, name)
    assert isinstance(found, QLabel)
    return found.text() if found.isVisible() else ""


def test_a_person_is_erased_by_keyboard_and_the_report_kept(
    qtbot: QtBot, open_shop_desk: OpenDesk, owner: Owner, put: Put, told: Told
) -> None:
    put("A bowl", name="Mara Berg")
    put("A hook", name="Mara")
    put("Mara is so kind", name="Jo")
    desk = open_shop_desk()
    desk.window.show_page("board")
    question = begin(desk, qtbot)

    look_for(desk, question, "mara", qtbot)
    assert [row.isChecked() for row in traces(desk)] == [True, True, False]
    assert text_of(desk, "erase-goes").startswith("Gone for good: 2 ideas")
    strike(find(desk, "erase-go"), Qt.Key.Key_Space)
    [(asked, say_yes)] = told.asked
    assert owner.counts().all == 3
    say_yes()
    let_work_end(desk, qtbot)

    assert asked.startswith("Erase 2 ideas with all that belongs to them?")
    assert owner.counts().all == 1
    assert "Gone for good: 2 ideas in all versions" in text_of(desk, "erase-report")
    strike(find(desk, "erase-save"), Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: bool(told.saved) and told.saved[0].exists())
    let_work_end(desk, qtbot)
    report = told.saved[0].read_text(encoding="utf-8")
    assert "Linden Street Bakery" in report
    assert not any(word in report for word in ("Mara", "bowl", "hook"))


def test_what_is_unticked_stays(qtbot: QtBot, open_shop_desk: OpenDesk, owner: Owner, put: Put) -> None:
    kept = put("A bowl", name="Mara")
    desk = open_shop_desk()
    look_for(desk, begin(desk, qtbot), "Mara", qtbot)

    strike(traces(desk)[0], Qt.Key.Key_Space)

    assert not find(desk, "erase-go").isEnabled()
    assert owner.detail(kept.id).idea == kept


def test_from_the_open_idea_it_is_found_at_once(qtbot: QtBot, open_shop_desk: OpenDesk, put: Put) -> None:
    idea = put("A bowl", name="Mara")
    desk = open_shop_desk()
    wait_for_work(desk, idea, qtbot)

    press(desk, "erase-author")
    let_work_end(desk, qtbot)

    assert [row.objectName() for row in traces(desk)] == [f"trace-{idea.id.hex}"]


def test_the_shop_page_leads_to_it_too(qtbot: QtBot, open_shop_desk: OpenDesk) -> None:
    desk = open_shop_desk()
    desk.window.show_page("shop")

    strike(find(desk, "erase-person"), Qt.Key.Key_Space)

    qtbot.waitUntil(lambda: find(desk, "erase-question").isVisible())


def test_a_blank_question_and_one_that_finds_nothing_say_so(qtbot: QtBot, open_shop_desk: OpenDesk) -> None:
    desk = open_shop_desk()
    question = begin(desk, qtbot)

    look_for(desk, question, "  ", qtbot)
    assert text_of(desk, "erase-error") == "Please type a name, an address or a claim code."
    look_for(desk, question, "Nobody", qtbot)

    assert text_of(desk, "erase-error") == ""
    words = [label.text() for label in desk.window.findChildren(QLabel) if label.isVisible()]
    assert "Nothing was found. Look for the first name alone?" in words
    assert not find(desk, "erase-go").isEnabled()


def test_very_many_under_one_name_are_asked_for_more_exactly(
    qtbot: QtBot, open_shop_desk: OpenDesk, put: Put
) -> None:
    for number in range(103):
        put(f"Idea {number}", name="Mara", at=MORNING)
    desk = open_shop_desk()

    look_for(desk, begin(desk, qtbot), "Mara", qtbot)

    assert len(traces(desk)) == 100
    words = [label.text() for label in desk.window.findChildren(QLabel) if label.isVisible()]
    assert any(word.startswith("3 more were found.") for word in words)


@pytest.mark.parametrize(("percent", "size"), [(100, (1440, 900)), (200, (1000, 600))])
def test_the_box_stays_within_its_window(
    qtbot: QtBot, open_shop_desk: OpenDesk, put: Put, percent: int, size: tuple[int, int]
) -> None:
    put("Donaudampfschifffahrtsgesellschaftskapitän" * 6, name="هدى" * 10)
    desk = open_shop_desk(Settings(theme="dark", text_percent=percent))
    desk.window.resize(*size)

    look_for(desk, begin(desk, qtbot), "Donaudampfschifffahrtsgesellschaftskapitän" * 6, qtbot)

    go = find(desk, "erase-go")
    assert isinstance(go, Button)
    box: QWidget = go.window()
    assert box.width() <= desk.window.width()
    assert box.height() <= desk.window.height()
    assert within(go, box)
    assert all(within(row, box) for row in traces(desk))
