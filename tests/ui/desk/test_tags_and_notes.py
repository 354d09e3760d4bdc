"""Tags and own notes at the desk, by keyboard alone: on one idea and on many, undone, and seen by a second desk."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog, QLabel, QLineEdit, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot

from app.domain.ideas import Idea
from app.services.owner.owner import Owner
from tests.shop import MORNING
from tests.ui.desk.conftest import OpenDesk, Told
from tests.ui.desk.hands import CONTROL, find, let_work_end, listed, strike, wait_for_work
from ui.desk.builder import Desk
from ui.desk.inbox.list_model import TAGS_ROLE

Put = Callable[..., Idea]


def tags_in_rows(desk: Desk) -> list[tuple[str, ...]]:
    model = desk.inbox.model
    return [tuple(model.index(row).data(TAGS_ROLE)) for row in range(model.rowCount())]


def open_box(desk: Desk, qtbot: QtBot) -> QLineEdit:
    strike(desk.inbox.list.rows, Qt.Key.Key_T)
    typed = find(desk, "tag-typed")
    assert isinstance(typed, QLineEdit)
    qtbot.waitUntil(typed.hasFocus)
    let_work_end(desk, qtbot)
    return typed


def be_back(desk: Desk, qtbot: QtBot) -> None:
    """A screen gives the keyboard back to the window when a box goes; where there is none, nobody does."""
    desk.window.activateWindow()
    qtbot.waitUntil(desk.window.isActiveWindow)


def enter(typed: QLineEdit, text: str = "") -> None:
    QTest.keyClicks(typed, text)
    QTest.keyClick(typed, Qt.Key.Key_Return)


def test_a_new_tag_is_typed_onto_many_ideas_and_undone_at_once(
    qtbot: QtBot, open_shop_desk: OpenDesk, put: Put, told: Told
) -> None:
    for number in range(3):
        put(f"Idea {number}", at=MORNING - timedelta(days=3 - number))
    desk = open_shop_desk()
    qtbot.waitUntil(lambda: len(listed(desk)) == 3)
    strike(desk.inbox.list.rows, Qt.Key.Key_A, CONTROL)

    enter(open_box(desk, qtbot), "bread")

    qtbot.waitUntil(lambda: tags_in_rows(desk) == [("bread",)] * 3)
    strike(find(desk, "tag-typed"), Qt.Key.Key_Escape)
    be_back(desk, qtbot)
    strike(desk.inbox.list.rows, Qt.Key.Key_Z, CONTROL)
    qtbot.waitUntil(lambda: tags_in_rows(desk) == [()] * 3)
    assert told.said == ["Taken back: the tag on 3 ideas"]


def test_a_tag_is_completed_put_on_and_taken_off_by_enter(
    qtbot: QtBot, open_shop_desk: OpenDesk, put: Put, owner: Owner
) -> None:
    idea = put("More rye")
    owner.tagging.tag_as([put("Other", at=MORNING + timedelta(days=1)).id], "opening hours")
    desk = open_shop_desk()
    wait_for_work(desk, idea, qtbot)
    typed = open_box(desk, qtbot)

    enter(typed, "open")
    qtbot.waitUntil(lambda: tags_in_rows(desk)[0] == ("opening hours",))
    qtbot.waitUntil(lambda: idea_tags(desk) == "Tags: \u2068opening hours\u2069")
    let_work_end(desk, qtbot)
    enter(typed)

    qtbot.waitUntil(lambda: tags_in_rows(desk)[0] == ())
    assert [tag.name for tag in owner.tagging.all()] == ["opening hours"]


def idea_tags(desk: Desk) -> str:
    label = find(desk, "idea-tags")
    assert isinstance(label, QLabel)
    return label.text() if label.isVisible() else ""


def test_tags_are_renamed_shown_put_together_and_retired_by_keys(
    qtbot: QtBot, open_shop_desk: OpenDesk, put: Put, owner: Owner
) -> None:
    idea = put("More rye")
    owner.tagging.tag_as([idea.id], "bread")
    owner.tagging.tag_as([idea.id], "loaves")
    desk = open_shop_desk()
    wait_for_work(desk, idea, qtbot)
    typed = open_box(desk, qtbot)

    QTest.keyClick(typed, Qt.Key.Key_F2)
    assert typed.text() == "bread"
    enter(typed, "rye")
    qtbot.waitUntil(lambda: tags_in_rows(desk) == [("loaves", "rye")])
    let_work_end(desk, qtbot)
    QTest.keyClicks(typed, "rye")
    QTest.keyClick(typed, Qt.Key.Key_F4)
    qtbot.waitUntil(
        lambda: idea_tags(desk) == "Tags: \u2068loaves\u2069 · \u2068rye (customers see it)\u2069"
    )
    let_work_end(desk, qtbot)
    QTest.keyClicks(typed, "loaves")
    QTest.keyClick(typed, Qt.Key.Key_F3)
    enter(typed)
    qtbot.waitUntil(lambda: tags_in_rows(desk) == [("rye",)])
    let_work_end(desk, qtbot)
    QTest.keyClick(typed, Qt.Key.Key_Delete, CONTROL)

    qtbot.waitUntil(lambda: tags_in_rows(desk) == [()])
    for _ in range(4):
        owner.undo()
    assert [tag.name for tag in owner.tagging.all()] == ["bread", "loaves"]


def test_a_name_that_is_taken_is_refused_in_the_box(
    qtbot: QtBot, open_shop_desk: OpenDesk, put: Put, owner: Owner
) -> None:
    idea = put("More rye")
    owner.tagging.tag_as([idea.id], "bread")
    owner.tagging.tag_as([idea.id], "loaves")
    desk = open_shop_desk()
    wait_for_work(desk, idea, qtbot)
    typed = open_box(desk, qtbot)

    QTest.keyClick(typed, Qt.Key.Key_F2)
    enter(typed, "Loaves")

    qtbot.waitUntil(lambda: "There is already a tag “Loaves”." in words_in(find(desk, "tag-box")))
    assert typed.text() == "Loaves"
    QTest.keyClick(typed, Qt.Key.Key_Escape)
    assert find(desk, "tag-box").isVisible()


def test_two_desks_see_each_others_tags(
    qtbot: QtBot, open_shop_desk: OpenDesk, put: Put, owner: Owner
) -> None:
    idea = put("More rye")
    desk = open_shop_desk()
    other = open_shop_desk()
    wait_for_work(other, idea, qtbot)

    owner.tagging.tag_as([idea.id], "bread")
    qtbot.waitUntil(lambda: tags_in_rows(desk) == tags_in_rows(other) == [("bread",)], timeout=3000)
    owner.tagging.rename(owner.tagging.all()[0].id, "rye bread")

    qtbot.waitUntil(lambda: tags_in_rows(desk) == tags_in_rows(other) == [("rye bread",)], timeout=3000)
    qtbot.waitUntil(lambda: idea_tags(other) == "Tags: \u2068rye bread\u2069", timeout=3000)


def test_a_note_is_written_reworded_and_taken_away(
    qtbot: QtBot, open_shop_desk: OpenDesk, put: Put, owner: Owner
) -> None:
    idea = put("More rye")
    desk = open_shop_desk()
    wait_for_work(desk, idea, qtbot)

    write_note(desk, qtbot, "Ask the mill")
    qtbot.waitUntil(lambda: notes_shown(desk) == ["Ask the mill"])
    desk.window.findChildren(QWidget, "reword-note")[0].click()  # type: ignore[attr-defined]
    finish_note(desk, qtbot, " in Ulm")
    qtbot.waitUntil(lambda: notes_shown(desk) == ["Ask the mill in Ulm"])
    be_back(desk, qtbot)
    strike(desk.inbox.list.rows, Qt.Key.Key_Z, CONTROL)
    qtbot.waitUntil(lambda: notes_shown(desk) == ["Ask the mill"])
    find(desk, "take-note-away").click()  # type: ignore[attr-defined]

    qtbot.waitUntil(lambda: notes_shown(desk) == [])
    assert owner.noting.of(idea.id) == []


def test_a_blank_note_is_refused_and_one_that_was_begun_waits(
    qtbot: QtBot, open_shop_desk: OpenDesk, put: Put
) -> None:
    idea = put("More rye")
    desk = open_shop_desk()
    wait_for_work(desk, idea, qtbot)

    write_note(desk, qtbot, " ")
    qtbot.waitUntil(lambda: "Please write the note first." in words_in(find(desk, "note-box")))
    text = find(desk, "note-text")
    assert isinstance(text, QPlainTextEdit)
    QTest.keyClicks(text, "Ask")
    QTest.keyClick(text, Qt.Key.Key_Escape)
    be_back(desk, qtbot)
    strike(desk.inbox.list.rows, Qt.Key.Key_N)

    qtbot.waitUntil(text.hasFocus)
    assert text.toPlainText().strip() == "Ask"


def write_note(desk: Desk, qtbot: QtBot, text: str) -> None:
    strike(desk.inbox.list.rows, Qt.Key.Key_N)
    finish_note(desk, qtbot, text)


def finish_note(desk: Desk, qtbot: QtBot, text: str) -> None:
    field = find(desk, "note-text")
    qtbot.waitUntil(field.hasFocus)
    QTest.keyClicks(field, text)
    QTest.keyClick(field, Qt.Key.Key_Return, CONTROL)


def notes_shown(desk: Desk) -> list[str]:
    notes = desk.inbox.work.own_notes.findChildren(QLabel, "own-note")
    return [note.text() for note in notes if note.isVisible()]


def words_in(box: QWidget) -> str:
    assert isinstance(box, QDialog)
    return "\n".join(label.text() for label in box.findChildren(QLabel) if label.isVisible())
