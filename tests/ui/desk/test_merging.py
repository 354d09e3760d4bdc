"""Putting ideas together at the desk, by keyboard alone, and what stands around them afterwards."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from functools import partial
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from app.domain.decisions import decide
from app.domain.ideas import Idea, Status, Visibility
from app.domain.inbox import InboxView
from app.services.customer.voting import set_vote
from app.services.owner.owner import Owner
from app.storage.database import Database
from app.storage.stores import Stores
from tests.shop import MORNING
from tests.ui.desk.conftest import OpenDesk, Told
from tests.ui.desk.hands import CONTROL, find, let_work_end, listed, open_view, press, strike, wait_for_work
from ui.desk.builder import Desk
from ui.desk.merging.box import MergeBox
from ui.desk.merging.voice_box import VoiceBox

Put = Callable[..., Idea]
OATS, MILK, MUSIC = "Oat milk, please", "Please, oat milk!", "Music on Fridays"


def vote_all(stores: Stores, idea: Idea, voters: str) -> None:
    for voter in voters:
        set_vote(stores, idea.id, voter, True, MORNING)


@pytest.fixture
def ideas(put: Put, database: Database) -> list[Idea]:
    """Two that say the same, with one voter in common, and another one."""
    made = [put(text, at=MORNING + timedelta(minutes=n)) for n, text in enumerate((OATS, MILK, MUSIC))]
    for idea, voters in zip(made, ("abc", "cde"), strict=False):
        database.write(partial(vote_all, idea=idea, voters=voters))
    return made


@pytest.fixture
def desk(open_shop_desk: OpenDesk, ideas: list[Idea], qtbot: QtBot) -> Desk:
    opened = open_shop_desk()
    qtbot.waitUntil(lambda: opened.inbox.model.rowCount() == 3)
    wait_for_work(opened, ideas[0], qtbot)
    let_work_end(opened, qtbot)
    return opened


def merge_box(desk: Desk, qtbot: QtBot, shown: int = 2) -> MergeBox:
    """The box, once it shows so many ideas side by side."""
    qtbot.waitUntil(lambda: desk.window.findChild(MergeBox, "merge-box") is not None)
    box = desk.window.findChild(MergeBox, "merge-box")
    assert box is not None
    qtbot.waitUntil(lambda: box.isVisible() and len(box.ideas) == shown)
    return box


def text_of(desk: Desk, name: str) -> str:
    shown = find(desk, name)
    assert isinstance(shown, QLabel)
    return shown.text()


def test_the_same_is_offered_and_put_together_by_two_keys(
    desk: Desk, owner: Owner, ideas: list[Idea], told: Told, qtbot: QtBot
) -> None:
    strike(desk.inbox.list.rows, Qt.Key.Key_M)
    box = merge_box(desk, qtbot)
    assert [idea.id for idea in box.ideas] == [ideas[0].id, ideas[1].id]
    assert text_of(desk, "merge-together") == "Together 5 say me too, each person counted once."

    QTest.keyClick(box.confirm, Qt.Key.Key_Return)

    qtbot.waitUntil(lambda: listed(desk) == [OATS, MUSIC])
    assert owner.detail(ideas[0].id).idea.votes == 5
    assert "each person" in desk.window.said.lower() or "Each person" in told.said[-1]
    qtbot.waitUntil(lambda: not box.isVisible())


def test_it_is_undone_and_redone_by_key(desk: Desk, owner: Owner, ideas: list[Idea], qtbot: QtBot) -> None:
    strike(desk.inbox.list.rows, Qt.Key.Key_M)
    QTest.keyClick(merge_box(desk, qtbot).confirm, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: listed(desk) == [OATS, MUSIC])

    qtbot.waitUntil(lambda: not find(desk, "merge-box").isVisible() and desk.inbox.work.undo.isEnabled())
    desk.window.activateWindow()
    qtbot.waitUntil(desk.window.isActiveWindow)
    strike(desk.inbox.list.rows, Qt.Key.Key_Z, CONTROL)
    qtbot.waitUntil(lambda: listed(desk) == [OATS, MILK, MUSIC])
    assert [owner.detail(idea.id).idea.votes for idea in ideas] == [3, 3, 0]

    strike(desk.inbox.list.rows, Qt.Key.Key_Z, CONTROL | Qt.KeyboardModifier.ShiftModifier)
    qtbot.waitUntil(lambda: listed(desk) == [OATS, MUSIC])


def test_escape_leaves_all_as_it_is(desk: Desk, owner: Owner, ideas: list[Idea], qtbot: QtBot) -> None:
    strike(desk.inbox.list.rows, Qt.Key.Key_M)
    box = merge_box(desk, qtbot)

    QTest.keyClick(box, Qt.Key.Key_Escape)

    assert not box.isVisible()
    assert owner.detail(ideas[1].id).idea.merged_into is None


def test_the_other_one_may_stay(desk: Desk, owner: Owner, ideas: list[Idea], qtbot: QtBot) -> None:
    strike(desk.inbox.list.rows, Qt.Key.Key_M)
    box = merge_box(desk, qtbot)

    QTest.keyClick(box, Qt.Key.Key_S, CONTROL)
    QTest.keyClick(box.confirm, Qt.Key.Key_Return)

    qtbot.waitUntil(lambda: listed(desk) == [MILK, MUSIC])
    assert owner.detail(ideas[0].id).idea.merged_into == ideas[1].id


def test_not_the_same_is_remembered(desk: Desk, owner: Owner, ideas: list[Idea], qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: desk.inbox.work.similar.isVisible())
    assert desk.inbox.work.similar.words == "Similar: 1"
    press(desk, "similar")
    box = merge_box(desk, qtbot)

    QTest.keyClick(box, Qt.Key.Key_N, CONTROL)

    qtbot.waitUntil(lambda: not desk.inbox.work.similar.isVisible())
    assert owner.merging.similar(ideas[0].id) == []
    assert not box.isVisible()


def test_another_one_is_found_by_a_word(desk: Desk, owner: Owner, ideas: list[Idea], qtbot: QtBot) -> None:
    strike(desk.inbox.list.rows, Qt.Key.Key_M)
    box = merge_box(desk, qtbot)

    box.candidates.search.setFocus()
    QTest.keyClicks(box.candidates.search, "music")
    row = box.findChild(QWidget, "alike-1")
    qtbot.waitUntil(lambda: row.idea is not None and row.idea.id == ideas[2].id)  # type: ignore[union-attr]
    QTest.keyClick(box.candidates.search, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: {idea.id for idea in box.ideas} == {ideas[0].id, ideas[2].id})
    QTest.keyClick(box.confirm, Qt.Key.Key_Return)

    qtbot.waitUntil(lambda: listed(desk) == [OATS, MILK])
    assert owner.detail(ideas[2].id).idea.merged_into == ideas[0].id


def test_several_chosen_rows_become_one(desk: Desk, owner: Owner, ideas: list[Idea], qtbot: QtBot) -> None:
    desk.inbox.list.rows.selectAll()
    strike(desk.inbox.list.rows, Qt.Key.Key_M)
    box = merge_box(desk, qtbot, shown=3)

    QTest.keyClick(box.confirm, Qt.Key.Key_Return)

    qtbot.waitUntil(lambda: listed(desk) == [OATS])
    assert len(owner.detail(ideas[0].id).sources) == 2


def test_what_cannot_be_says_why_and_the_other_way_helps(
    desk: Desk, owner: Owner, ideas: list[Idea], qtbot: QtBot
) -> None:
    owner.keep_private([ideas[1].id])
    strike(desk.inbox.list.rows, Qt.Key.Key_M)
    box = merge_box(desk, qtbot)

    box.swap()
    assert "is private" in text_of(desk, "merge-problem")
    assert not box.confirm.isEnabled()
    box.swap()
    assert box.confirm.isEnabled()


def test_words_that_were_changed_meanwhile_are_told_in_the_box(
    desk: Desk, database: Database, ideas: list[Idea], qtbot: QtBot
) -> None:
    strike(desk.inbox.list.rows, Qt.Key.Key_M)
    box = merge_box(desk, qtbot)
    database.write(
        lambda stores: stores.ideas.revise(
            ideas[1].id, "Something else", "", revision_id=UUID(int=5), at=MORNING + timedelta(hours=1)
        )
    )

    QTest.keyClick(box.confirm, Qt.Key.Key_Return)

    qtbot.waitUntil(lambda: "read them again" in text_of(desk, "merge-problem"))
    assert box.isVisible()


def test_what_was_merged_is_found_under_all_and_taken_apart(
    desk: Desk, owner: Owner, ideas: list[Idea], qtbot: QtBot
) -> None:
    owner.merging.merge([ideas[1].id], ideas[0].id)
    open_view(desk, InboxView.ALL, 3, qtbot)
    desk.inbox.show_idea(ideas[1].id)
    wait_for_work(desk, ideas[1], qtbot)
    assert not desk.inbox.work.decision.isVisible()
    assert not desk.inbox.work.merge.isEnabled()

    press(desk, "take-apart")

    qtbot.waitUntil(lambda: desk.inbox.work.decision.isVisible())
    assert owner.detail(ideas[1].id).idea.merged_into is None


def test_one_more_voice_counts_by_key(desk: Desk, owner: Owner, ideas: list[Idea], qtbot: QtBot) -> None:
    strike(desk.inbox.list.rows, Qt.Key.Key_V)
    box = find(desk, "voice-box")
    assert isinstance(box, VoiceBox)
    QTest.keyClicks(box.name, "Ben")

    QTest.keyClick(box.name, Qt.Key.Key_Return)

    qtbot.waitUntil(lambda: text_of(desk, "support") == "4 said me too. 1 of these was told to you.")
    assert [voice.name for voice in owner.detail(ideas[0].id).voices] == ["Ben"]
    press(desk, "voice-away")
    qtbot.waitUntil(lambda: text_of(desk, "support") == "3 said me too.")


def test_a_name_that_is_too_long_stays_to_be_mended(desk: Desk, qtbot: QtBot) -> None:
    strike(desk.inbox.list.rows, Qt.Key.Key_V)
    box = find(desk, "voice-box")
    assert isinstance(box, VoiceBox)
    box.name.setText("x" * 90)

    box.enter()

    qtbot.waitUntil(lambda: bool(box._error.text()))
    assert (box.isVisible(), len(box.name.text())) == (True, 90)


def test_looks_are_told_where_there_are_more_of_them(
    desk: Desk, database: Database, owner: Owner, ideas: list[Idea], qtbot: QtBot
) -> None:
    database.rows(f"INSERT INTO looks SELECT shop_id, id, 310, 1 FROM ideas WHERE id = x'{ideas[0].id.hex}'")
    owner.answer(ideas[0].id, decide(Status.DONE, "It is there.", today=MORNING.date()))

    desk.inbox._opened.read_again()

    qtbot.waitUntil(lambda: text_of(desk, "support") == "Of 310 who saw it, 3 said me too.")


def test_a_merged_idea_does_not_begin_another_merge(
    desk: Desk, owner: Owner, ideas: list[Idea], qtbot: QtBot
) -> None:
    owner.merging.merge([ideas[1].id], ideas[0].id)
    open_view(desk, InboxView.ALL, 3, qtbot)
    desk.inbox.show_idea(ideas[1].id)
    wait_for_work(desk, ideas[1], qtbot)
    let_work_end(desk, qtbot)

    strike(desk.inbox.list.rows, Qt.Key.Key_M)

    assert desk.window.findChild(MergeBox, "merge-box") is None


def test_nothing_alike_is_said_plainly(open_shop_desk: OpenDesk, put: Put, qtbot: QtBot) -> None:
    alone = put("A low hook for children’s coats", visibility=Visibility.PUBLIC)
    desk = open_shop_desk()
    wait_for_work(desk, alone, qtbot)

    strike(desk.inbox.list.rows, Qt.Key.Key_M)

    box = merge_box(desk, qtbot, shown=0)
    let_work_end(desk, qtbot)
    assert "Look for it by a word" in box.candidates._title.text()
    assert not box.confirm.isEnabled()
