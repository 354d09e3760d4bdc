"""The inbox's one search at the desk: it says quietly where it found what an idea does not say itself."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from app.domain.ideas import Idea
from app.services.owner.owner import Owner
from tests.shop import MORNING
from tests.ui.desk.conftest import OpenDesk
from tests.ui.desk.hands import find, listed, strike, wait_for_work
from ui.desk.builder import Desk
from ui.desk.inbox.list_model import MATCH_ROLE

Put = Callable[..., Idea]


def matches(desk: Desk) -> list[str]:
    model = desk.inbox.model
    return [model.index(row).data(MATCH_ROLE) for row in range(model.rowCount())]


def test_a_search_by_keys_says_where_it_found_an_idea(
    qtbot: QtBot, open_shop_desk: OpenDesk, owner: Owner, put: Put
) -> None:
    rye = put("More rye", name="Amina", at=MORNING - timedelta(days=1))
    tea = put("Green tea too, with bread")
    owner.tagging.tag_as([rye.id], "bread")
    owner.noting.add(tea.id, "Ask Frieda")
    desk = open_shop_desk()
    wait_for_work(desk, rye, qtbot)
    strike(desk.inbox.list.rows, Qt.Key.Key_Slash)

    QTest.keyClicks(find(desk, "inbox-search"), "bread")
    qtbot.waitUntil(lambda: matches(desk) == ["tag: bread", ""])
    assert listed(desk) == ["More rye", "Green tea too, with bread"]
    described = desk.inbox.model.index(0).data(Qt.ItemDataRole.AccessibleDescriptionRole)
    assert described == "Amina, tag: bread, bread"

    desk.inbox.list.search.selectAll()
    QTest.keyClicks(find(desk, "inbox-search"), "frieda")
    qtbot.waitUntil(lambda: matches(desk) == ["in your note"])
    QTest.keyClick(find(desk, "inbox-search"), Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: matches(desk) == ["", ""])
