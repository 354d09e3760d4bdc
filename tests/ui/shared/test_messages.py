"""The boxes over the window, without waiting for anybody."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QFileDialog, QMessageBox, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from app.words import load_words
from ui.shared.messages import WindowMessages
from ui.shared.theme import Theme


def make(qtbot: QtBot) -> tuple[QWidget, WindowMessages]:
    window = QWidget()
    qtbot.addWidget(window)
    window.show()
    return window, WindowMessages(window, load_words("en", Path("nowhere")))


def the_box(window: QWidget) -> QMessageBox:
    [box] = window.findChildren(QMessageBox)
    return box


def press(box: QMessageBox, words: str) -> None:
    [button] = [each for each in box.findChildren(QPushButton) if each.text() == words]
    button.click()


def test_a_warning_shows_letters_and_never_markup(qtbot: QtBot) -> None:
    window, messages = make(qtbot)

    messages.warn("<b>“%s”</b> is gone")

    box = the_box(window)
    assert box.text() == "<b>“%s”</b> is gone"
    assert box.textFormat() == Qt.TextFormat.PlainText
    box.close()


def test_a_report_can_be_copied(qtbot: QtBot) -> None:
    window, messages = make(qtbot)

    messages.report_bug("Teacup 0.1\nValueError")
    press(the_box(window), "Copy the report")

    assert QGuiApplication.clipboard().text() == "Teacup 0.1\nValueError"


def test_a_question_is_answered_by_its_own_word_only(qtbot: QtBot) -> None:
    window, messages = make(qtbot)
    said: list[str] = []

    messages.ask("Leave it?", "Leave", lambda: said.append("yes"))
    press(the_box(window), "Leave")

    assert said == ["yes"]


def test_a_question_left_alone_does_nothing(qtbot: QtBot) -> None:
    window, messages = make(qtbot)
    said: list[str] = []

    messages.ask("Leave it?", "Leave", lambda: said.append("yes"))
    box = the_box(window)
    assert {each.text() for each in box.findChildren(QPushButton)} >= {"Leave", "Cancel"}
    box.reject()

    assert said == []


@pytest.mark.parametrize("percent", [100, 200])
def test_no_way_to_go_on_is_cut_off_at_any_text_size(qtbot: QtBot, qapp: QApplication, percent: int) -> None:
    Theme(qapp, families=["Sans"], text_percent=percent).apply()
    window, messages = make(qtbot)

    messages.choose("Shall they go up?", [("Put up all the same", print), ("Leave those out", print)])

    box = the_box(window)
    buttons = [each for each in box.findChildren(QPushButton) if each.isVisible()]
    assert len(buttons) == 3
    assert all(each.width() >= each.sizeHint().width() for each in buttons)
    assert all(box.rect().contains(each.geometry()) for each in buttons)
    assert not buttons[0].geometry().intersects(buttons[1].geometry())
    assert box.width() <= box.screen().availableSize().width()
    box.close()
    qapp.setStyleSheet("")


def test_a_place_to_save_is_passed_on(qtbot: QtBot, tmp_path: Path) -> None:
    window, messages = make(qtbot)
    chosen: list[Path] = []

    messages.ask_where_to_save("notice-1.pdf", "PDF (*.pdf)", chosen.append)
    [dialog] = window.findChildren(QFileDialog)
    dialog.fileSelected.emit(str(tmp_path / "mine.pdf"))

    assert chosen == [tmp_path / "mine.pdf"]
    dialog.close()


def test_the_ending_is_added_and_what_would_be_lost_is_asked_about(qtbot: QtBot, tmp_path: Path) -> None:
    window, messages = make(qtbot)
    chosen: list[Path] = []
    (tmp_path / "Notice 1.2.pdf").touch()

    messages.ask_where_to_save("notice.pdf", "PDF (*.pdf)", chosen.append)
    [dialog] = window.findChildren(QFileDialog)
    dialog.fileSelected.emit(str(tmp_path / "Notice 1.2"))
    asked = the_box(window)

    assert chosen == []
    next(each for each in asked.findChildren(QPushButton) if each.text() == "Replace").click()
    assert chosen == [tmp_path / "Notice 1.2.pdf"]
    assert messages.save_folder == str(tmp_path)
    dialog.close()


def test_buttons_of_a_box_carry_no_icons_of_another_hand(qtbot: QtBot, qapp: QApplication) -> None:
    Theme(qapp, families=["Sans"]).apply()
    wanted_by_the_desktop = "QDialogButtonBox { dialogbuttonbox-buttons-have-icons: 1; }"
    qapp.setStyleSheet(f"{wanted_by_the_desktop}\n{qapp.styleSheet()}")
    window, messages = make(qtbot)

    messages.ask("Leave it?", "Leave", lambda: None)

    buttons = the_box(window).findChildren(QPushButton)
    assert len(buttons) >= 2
    assert all(each.icon().isNull() for each in buttons)
    the_box(window).close()
    qapp.setStyleSheet("")
