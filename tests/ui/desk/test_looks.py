"""The desk in each theme and text size, said aloud, and with hostile words in it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QAbstractButton, QAbstractItemView, QLabel, QLineEdit, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot

from app.domain.ideas import Idea
from app.services.owner.owner import Owner
from app.settings import Settings
from app.theme import DARK, HIGH_CONTRAST, LIGHT, Palette
from tests.pseudo import escaped, pseudo_words
from tests.shop import MORNING
from tests.ui.desk.conftest import BASE, OpenDesk
from tests.ui.desk.hands import CONTROL, let_work_end, press, strike, wait_for_work, write
from ui.desk.builder import Desk

Put = Callable[..., Idea]
HOSTILE = (
    "<h1>Big</h1><img src=file:///etc/hostname> & &amp; <a href=x>y</a>",
    "هل يمكن إضافة كرسي قرب النافذة؟",
    "🥐👩‍👩‍👧‍👦🇪🇸" * 20,
    "Donaudampfschifffahrtsgesellschaftskapitän" * 10,
    "a\u0301\u0302\u0303\u0304" * 40,
    "%(count)s %s {0} &File",
)


def grabbed(desk: Desk) -> QImage:
    return desk.window.grab().toImage()


@pytest.mark.parametrize(
    ("theme", "palette"), [("light", LIGHT), ("dark", DARK), ("contrast", HIGH_CONTRAST)]
)
def test_each_theme_paints_its_own_wall_mat_and_accent(
    qtbot: QtBot, open_shop_desk: OpenDesk, put: Put, theme: str, palette: Palette
) -> None:
    idea = put("A bell at the door")
    desk = open_shop_desk(Settings(theme=theme))
    wait_for_work(desk, idea, qtbot)

    picture = grabbed(desk)
    navigation = picture.pixelColor(100, 600).name().upper()
    mat_place = desk.inbox.preview.mapTo(desk.window, QPoint(10, desk.inbox.preview.height() - 10))
    assert navigation == palette.wall
    assert picture.pixelColor(mat_place).name().upper() == palette.mat
    primary = desk.inbox.work.answering.answer_and_print
    corner = primary.mapTo(desk.window, QPoint(8, primary.height() // 2))
    assert picture.pixelColor(corner).name().upper() == palette.brick


@pytest.mark.parametrize(
    ("width", "height", "percent"),
    [
        (1440, 900, 100),
        (1440, 900, 150),
        (1440, 900, 200),
        (1280, 800, 200),
        (1024, 640, 100),
        (1024, 640, 150),
        (1024, 640, 200),
    ],
)
def test_nothing_is_cut_off_at_any_text_size(
    qtbot: QtBot, open_shop_desk: OpenDesk, put: Put, width: int, height: int, percent: int
) -> None:
    idea = put("Could you open at half past six? My bus goes at ten to seven.")
    desk = open_shop_desk(Settings(theme="light", text_percent=percent))
    desk.window.resize(width, height)
    wait_for_work(desk, idea, qtbot)

    press(desk, "decision-declined")
    work = desk.inbox.work
    reached = [button for button in work.findChildren(QAbstractButton) if button.isVisible()]
    parts = [work.note, work.decision, work.answering, *reached]

    qtbot.waitUntil(lambda: [part for part in parts if not within(part, work)] == [])
    assert len(reached) > 10
    assert desk.inbox.list.geometry().right() < work.geometry().left()
    press(desk, "decision-trial")
    until = work.decision.until
    field = until.findChild(QLineEdit)
    assert field is not None
    qtbot.waitUntil(lambda: within(until, work))
    assert field.fontMetrics().horizontalAdvance(until.text()) <= field.width()


def within(widget: QWidget, around: QWidget) -> bool:
    """Whether it keeps to the width of `around`."""
    left = widget.mapTo(around, QPoint(0, 0)).x()
    return left >= 0 and left + widget.width() <= around.width()


def test_theme_and_text_size_change_while_the_desk_is_open(
    qtbot: QtBot, open_shop_desk: OpenDesk, put: Put
) -> None:
    idea = put("A bell at the door")
    desk = open_shop_desk()
    wait_for_work(desk, idea, qtbot)
    write(desk.inbox.work.answering.editor, "Soon")

    desk.theme.choose("dark", 150)
    qtbot.waitUntil(lambda: grabbed(desk).pixelColor(100, 600) == QColor(DARK.wall))

    assert desk.inbox.work.answering.text == "Soon"
    desk.theme.choose("light", 100)


def test_the_text_grows_and_shrinks_by_keyboard_and_is_kept(
    qtbot: QtBot, open_shop_desk: OpenDesk, kept: list[Settings]
) -> None:
    desk = open_shop_desk()

    strike(desk.window, Qt.Key.Key_Plus, CONTROL)
    strike(desk.window, Qt.Key.Key_Plus, CONTROL)
    assert desk.theme.text_percent == 150
    strike(desk.window, Qt.Key.Key_Minus, CONTROL)
    assert desk.theme.text_percent == 125
    strike(desk.window, Qt.Key.Key_0, CONTROL)
    strike(desk.window, Qt.Key.Key_Minus, CONTROL)

    qtbot.waitUntil(lambda: bool(kept) and kept[-1].text_percent == 100)
    assert desk.theme.text_percent == 100


def test_hostile_words_are_letters_everywhere(
    qtbot: QtBot, open_shop_desk: OpenDesk, put: Put, owner: Owner
) -> None:
    for number, text in enumerate(HOSTILE):
        put(text, name=text[:40], at=MORNING - timedelta(days=number))
    owner.add_placement("<b>Counter</b>")
    desk = open_shop_desk()

    for row, _ in enumerate(HOSTILE):
        desk.inbox.list.choose_row(row)
        chosen = desk.inbox.list.chosen[0]
        wait_for_work(desk, chosen, qtbot)
        assert not grabbed(desk).isNull()
    desk.inbox.list.rows.selectAll()
    for page in ("board", "codes", "shop", "inbox"):
        desk.window.show_page(page)
        let_work_end(desk, qtbot)
        assert not grabbed(desk).isNull()

    labels = desk.window.findChildren(QLabel)
    assert len(labels) > 20
    assert {label.textFormat() for label in labels} == {Qt.TextFormat.PlainText}


def test_everything_that_can_be_reached_has_a_name(
    qtbot: QtBot, open_shop_desk: OpenDesk, put: Put, owner: Owner
) -> None:
    idea = put("A bell at the door")
    owner.add_placement("Counter")
    desk = open_shop_desk()
    wait_for_work(desk, idea, qtbot)
    for page in ("board", "codes", "shop"):
        desk.window.show_page(page)
    desk.someone_said()

    reached = [
        widget
        for kind in (QAbstractButton, QLineEdit, QPlainTextEdit, QAbstractItemView)
        for widget in desk.window.findChildren(kind)
        if widget.focusPolicy() != Qt.FocusPolicy.NoFocus
        and not widget.isHidden()
        and not widget.objectName().startswith("qt_")
    ]
    nameless = [widget for widget in reached if not widget.accessibleName() and not is_inside_a_field(widget)]
    assert len(reached) > 25
    assert nameless == []


def is_inside_a_field(widget: QWidget) -> bool:
    """Parts that Qt itself puts into date fields, choices and message boxes."""
    above = widget.parentWidget()
    while above is not None:
        kind = type(above).__name__
        if kind in {
            "QDateEdit",
            "QComboBox",
            "QSpinBox",
            "DayChoice",
            "Choice",
            "QComboBoxPrivateContainer",
            "QCalendarWidget",
            "QLineEdit",
        }:
            return True
        above = above.parentWidget()
    return False


def test_the_focus_ring_is_seen_where_the_keyboard_is(
    qtbot: QtBot, open_shop_desk: OpenDesk, put: Put
) -> None:
    idea = put("A bell at the door")
    desk = open_shop_desk()
    wait_for_work(desk, idea, qtbot)
    editor = desk.inbox.work.answering.editor
    editor.setFocus()
    qtbot.waitUntil(editor.hasFocus)

    rect = QRect(editor.mapTo(desk.window, QPoint(0, 0)), editor.size())
    picture = grabbed(desk)
    ring = {
        picture.pixelColor(rect.center().x(), y).name().upper() for y in range(rect.top() - 4, rect.top() + 2)
    }
    assert LIGHT.focus in ring


def test_tab_walks_from_the_rows_through_the_work_to_the_answer(
    qtbot: QtBot, open_shop_desk: OpenDesk, put: Put
) -> None:
    idea = put("A bell at the door")
    desk = open_shop_desk()
    wait_for_work(desk, idea, qtbot)
    desk.inbox.list.rows.setFocus()
    seen: list[str] = []

    for _ in range(30):
        focused = desk.window.focusWidget()
        assert focused is not None
        seen.append(focused.objectName())
        strike(focused, Qt.Key.Key_Tab)

    wanted = [
        "inbox-rows",
        "keep-private",
        "decision-considering",
        "answer-text",
        "answer",
        "answer-and-print",
    ]
    places = [seen.index(name) for name in wanted]
    assert places == sorted(places)


def test_no_text_escapes_translation(qtbot: QtBot, open_shop_desk: OpenDesk, put: Put, owner: Owner) -> None:
    idea = put("9 9 9", name="8")
    owner.add_placement("7")
    desk = open_shop_desk(words=pseudo_words())
    wait_for_work(desk, idea, qtbot)
    for page in ("board", "codes"):
        desk.window.show_page(page)
    desk.someone_said()

    words = [label.text() for label in desk.window.findChildren(QLabel)]
    words += [button.accessibleName() for button in desk.window.findChildren(QAbstractButton)]
    ours = [text for text in words if not text.startswith("qt_")]
    days = ("Wednesday", "Friday", "November", "December", "20 Nov, 09:00")
    data = (BASE, "Linden Street Bakery", "192.168.1.20", "172.17.0.1", *days)
    assert len(ours) > 40
    assert {text for text in ours if any(letter.isalpha() for letter in escaped(text, data=data))} <= ALLOWED


# Names of sheets are the same everywhere.
ALLOWED = {"A4", "A5", "A6"}
