"""The list narrowed and its views kept under names, by keyboard alone."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QLineEdit, QListWidget, QWidget
from pytestqt.qtbot import QtBot

from app.domain.decisions import Decision
from app.domain.ideas import Idea, Status, Visibility
from app.domain.inbox import InboxView
from app.services.owner.owner import Owner
from tests.shop import MORNING
from tests.ui.desk.conftest import OpenDesk
from tests.ui.desk.hands import CONTROL, find, let_work_end, listed, open_view, strike
from ui.desk.builder import Desk

Put = Callable[..., Idea]


def open_box(desk: Desk, qtbot: QtBot) -> QWidget:
    strike(desk.inbox.list.rows, Qt.Key.Key_F)
    qtbot.waitUntil(lambda: desk.window.findChild(QWidget, "filter-box") is not None)
    box = find(desk, "filter-box")
    qtbot.waitUntil(box.isVisible)
    let_work_end(desk, qtbot)
    return box


def three_ideas(put: Put, owner: Owner) -> list[Idea]:
    ideas = [put(f"Idea {number}", at=MORNING - timedelta(days=number)) for number in range(3)]
    owner.tagging.tag_as([ideas[0].id], "bread")
    owner.answer(ideas[1].id, Decision(status=Status.PLANNED, text="In spring."))
    owner.hide([ideas[2].id])
    return ideas


def test_the_list_shows_only_what_was_asked_for_and_all_again(
    qtbot: QtBot, open_shop_desk: OpenDesk, put: Put, owner: Owner
) -> None:
    three_ideas(put, owner)
    desk = open_shop_desk()
    open_view(desk, InboxView.ALL, 3, qtbot)
    open_box(desk, qtbot)

    strike(find(desk, "only-planned"), Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: listed(desk) == ["Idea 1"])
    only = find(desk, "only")
    assert isinstance(only, QLabel)
    assert only.text() == "Only: \u2068We will\u2069"
    strike(find(desk, "only-planned"), Qt.Key.Key_Space)
    strike(find(desk, "only-tag-bread"), Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: listed(desk) == ["Idea 0"])
    strike(find(desk, "filter-show-all"), Qt.Key.Key_Space)

    qtbot.waitUntil(lambda: len(listed(desk)) == 3)
    assert not only.isVisible()


def test_what_no_longer_fits_leaves_and_what_fits_comes(
    qtbot: QtBot, open_shop_desk: OpenDesk, put: Put, owner: Owner
) -> None:
    ideas = three_ideas(put, owner)
    desk = open_shop_desk()
    open_view(desk, InboxView.ALL, 3, qtbot)
    open_box(desk, qtbot)
    strike(find(desk, "only-tag-bread"), Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: listed(desk) == ["Idea 0"])
    [bread] = owner.tagging.all()

    owner.tagging.tag([ideas[2].id], bread.id)
    desk.bridge.ask()
    qtbot.waitUntil(lambda: listed(desk) == ["Idea 0", "Idea 2"])
    owner.tagging.untag([ideas[0].id], bread.id)
    desk.bridge.ask()

    qtbot.waitUntil(lambda: listed(desk) == ["Idea 2"])


def test_a_view_is_kept_opened_and_removed_by_keys(
    qtbot: QtBot, open_shop_desk: OpenDesk, put: Put, owner: Owner
) -> None:
    three_ideas(put, owner)
    desk = open_shop_desk()
    open_view(desk, InboxView.ALL, 3, qtbot)
    open_box(desk, qtbot)
    strike(find(desk, f"only-{Visibility.HIDDEN.value}"), Qt.Key.Key_Space)
    name = find(desk, "view-name")
    assert isinstance(name, QLineEdit)
    name.setFocus()
    QTest.keyClicks(name, "Hidden ones")
    QTest.keyClick(name, Qt.Key.Key_Return)
    views = find(desk, "saved-views")
    assert isinstance(views, QListWidget)
    qtbot.waitUntil(lambda: views.count() == 1 and "1 idea" in views.item(0).text())
    strike(find(desk, "filter-show-all"), Qt.Key.Key_Space)
    desk.inbox.list.open_view(InboxView.WAITING)

    strike(views, Qt.Key.Key_Return)

    qtbot.waitUntil(lambda: listed(desk) == ["Idea 2"])
    assert desk.inbox.list.view is InboxView.ALL
    strike(views, Qt.Key.Key_Delete, CONTROL)
    qtbot.waitUntil(lambda: owner.viewing.all() == [])
    owner.undo()
    assert [view.name for view in owner.viewing.all()] == ["Hidden ones"]


def test_where_nothing_fits_it_says_so(
    qtbot: QtBot, open_shop_desk: OpenDesk, put: Put, owner: Owner
) -> None:
    three_ideas(put, owner)
    desk = open_shop_desk()
    open_box(desk, qtbot)

    strike(find(desk, "only-replied"), Qt.Key.Key_Space)

    step = find(desk, "next-step")
    qtbot.waitUntil(lambda: step.isVisible() and listed(desk) == [])
    QTest.mouseClick(step, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: listed(desk) == ["Idea 0"])
