"""What helps to answer: sentences, reasons, a proof, kept drafts; all by keyboard."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from app.domain.errors import StorageProblem
from app.domain.ideas import Idea, Status
from app.domain.snippets import SnippetKind
from app.services.owner.drafting import Drafting
from app.services.owner.owner import Owner
from app.services.owner.snippets import Shelf
from tests.pictures import as_file, picture
from tests.shop import MORNING
from tests.ui.desk.conftest import OpenDesk, Told
from tests.ui.desk.hands import CONTROL, find, let_work_end, press, strike, wait_for_work, write
from ui.desk.builder import Desk
from ui.desk.inbox.drafts import EMPTY, read_draft
from ui.desk.snippets.chooser import SnippetChooser
from ui.desk.snippets.editor import SnippetEditor

Put = Callable[..., Idea]
ALT = Qt.KeyboardModifier.AltModifier
ANSWERS = Shelf(SnippetKind.ANSWER, ())


def chooser_of(desk: Desk, qtbot: QtBot) -> SnippetChooser:
    qtbot.waitUntil(lambda: any(each.isVisible() for each in desk.window.findChildren(SnippetChooser)))
    return next(each for each in desk.window.findChildren(SnippetChooser) if each.isVisible())


def test_a_sentence_is_chosen_by_typing_and_filled_in(
    qtbot: QtBot, open_shop_desk: OpenDesk, put: Put
) -> None:
    idea = put("A bell at the door", name="Amina")
    desk = open_shop_desk()
    wait_for_work(desk, idea, qtbot)
    editor = desk.inbox.work.answering.editor
    write(editor, "Hello.")
    strike(editor, Qt.Key.Key_J, CONTROL)
    chooser = chooser_of(desk, qtbot)

    write(chooser.filter, "done since")
    strike(chooser.filter, Qt.Key.Key_Return)

    assert editor.toPlainText() == "Hello. Done since Friday 20 November. Thank you for the idea, Amina!"
    assert not chooser.isVisible()


def test_a_list_of_sentences_is_left_by_escape(qtbot: QtBot, open_shop_desk: OpenDesk, put: Put) -> None:
    idea = put("A bell at the door")
    desk = open_shop_desk()
    wait_for_work(desk, idea, qtbot)
    strike(desk.inbox.work.answering.editor, Qt.Key.Key_J, CONTROL)
    chooser = chooser_of(desk, qtbot)

    strike(chooser.filter, Qt.Key.Key_Down)
    assert chooser.list.currentIndex().row() == 1
    QTest.keyClick(chooser, Qt.Key.Key_Escape)

    assert not chooser.isVisible()
    assert desk.inbox.work.answering.text == ""


def test_a_usual_reason_is_chosen_at_the_reason(
    qtbot: QtBot, open_shop_desk: OpenDesk, put: Put, owner: Owner
) -> None:
    idea = put("A bell at the door")
    desk = open_shop_desk()
    wait_for_work(desk, idea, qtbot)
    press(desk, "decision-declined")
    work = desk.inbox.work
    strike(work.decision.reason, Qt.Key.Key_J, CONTROL)
    strike(chooser_of(desk, qtbot).filter, Qt.Key.Key_Return)
    assert work.decision.reason.text() == "There is no room for it."

    write(work.decision.refusal.change_mind, "A bigger door")
    strike(work.decision.refusal.again, Qt.Key.Key_Space)
    write(work.answering.editor, "We are sorry.")
    press(desk, "answer")
    qtbot.waitUntil(lambda: owner.detail(idea.id).idea.is_answered)

    answered = owner.detail(idea.id).idea
    assert answered.response is not None
    assert (answered.response.reason, answered.response.change_mind) == (
        "There is no room for it.",
        "A bigger door",
    )
    assert answered.look_again_on == (MORNING + timedelta(days=180)).date()
    qtbot.waitUntil(lambda: desk.inbox.model.rowCount() == 0)
    let_work_end(desk, qtbot)
    desk.inbox.show_idea(idea.id)
    qtbot.waitUntil(lambda: "to look at again on" in desk.inbox.work._standing.text())


def test_a_reason_written_for_a_no_is_not_said_when_it_becomes_a_yes(
    qtbot: QtBot, open_shop_desk: OpenDesk, put: Put, owner: Owner
) -> None:
    idea = put("A bell at the door")
    desk = open_shop_desk()
    wait_for_work(desk, idea, qtbot)
    work = desk.inbox.work
    press(desk, "decision-declined")
    write(work.decision.reason, "No room.")
    write(work.decision.refusal.change_mind, "A bigger door")
    strike(work.decision.refusal.again, Qt.Key.Key_Space)
    write(work.answering.editor, "We found room.")

    press(desk, "decision-planned")
    press(desk, "answer")
    qtbot.waitUntil(lambda: owner.detail(idea.id).idea.is_answered)

    answered = owner.detail(idea.id).idea
    assert answered.response is not None
    assert (answered.response.status, answered.response.reason) == (Status.PLANNED, "")
    assert answered.look_again_on is None


def editor_of(desk: Desk, qtbot: QtBot) -> SnippetEditor:
    desk.inbox._offering._snippets.edit(SnippetKind.ANSWER)
    editor = desk.window.findChild(SnippetEditor)
    assert editor is not None
    qtbot.waitUntil(lambda: editor.list.model().rowCount() > 0)
    return editor


def kept(owner: Owner) -> list[str]:
    return [each.text for each in owner.snippets.of(ANSWERS)]


def test_the_list_is_changed_by_keyboard_and_taken_back(
    qtbot: QtBot, open_shop_desk: OpenDesk, put: Put, owner: Owner
) -> None:
    put("A bell at the door")
    desk = open_shop_desk()
    editor = editor_of(desk, qtbot)
    strike(editor.list, Qt.Key.Key_N, CONTROL)
    write(editor.text, "Gladly, {naem}.")
    assert "{naem}" in editor._line.text()
    strike(editor.text, Qt.Key.Key_Return, CONTROL)
    qtbot.waitUntil(lambda: kept(owner)[-1:] == ["Gladly, {naem}."])
    let_work_end(desk, qtbot)
    before = kept(owner)

    strike(editor.list, Qt.Key.Key_Up, ALT)
    qtbot.waitUntil(lambda: kept(owner)[-2:-1] == ["Gladly, {naem}."])
    let_work_end(desk, qtbot)
    strike(editor.list, Qt.Key.Key_Delete)
    qtbot.waitUntil(lambda: "Gladly, {naem}." not in kept(owner))
    let_work_end(desk, qtbot)
    for _ in range(2):
        strike(editor.list, Qt.Key.Key_Z, CONTROL)
        let_work_end(desk, qtbot)

    assert kept(owner) == before
    qtbot.waitUntil(lambda: editor.list.model().rowCount() == len(before))


def test_an_empty_sentence_is_refused_with_a_word(qtbot: QtBot, open_shop_desk: OpenDesk, put: Put) -> None:
    put("A bell at the door")
    desk = open_shop_desk()
    editor = editor_of(desk, qtbot)

    editor.begin_new()
    strike(editor.text, Qt.Key.Key_Return, CONTROL)

    qtbot.waitUntil(lambda: editor._line.property("role") == "error")


def choose_photo(desk: Desk, path: Path, qtbot: QtBot) -> None:
    desk.inbox._photos.choose(path)
    let_work_end(desk, qtbot)


def test_what_is_done_carries_its_photo(
    qtbot: QtBot, open_shop_desk: OpenDesk, put: Put, owner: Owner, tmp_path: Path
) -> None:
    idea = put("A bell at the door")
    photo = tmp_path / "bell.png"
    photo.write_bytes(as_file(picture((640, 480))))
    desk = open_shop_desk()
    wait_for_work(desk, idea, qtbot)
    press(desk, "decision-done")
    choose_photo(desk, photo, qtbot)
    proof = desk.inbox.work.decision.proof
    qtbot.waitUntil(lambda: proof.picture.isVisible())
    write(desk.inbox.work.answering.editor, "It hangs.")
    press(desk, "answer")
    qtbot.waitUntil(lambda: owner.detail(idea.id).idea.is_answered)

    response = owner.detail(idea.id).idea.response
    assert response is not None
    assert response.done_on == MORNING.date()
    assert response.photo_id is not None
    kept_photo = owner.photos.get(response.photo_id)
    assert kept_photo is not None
    assert (kept_photo.width, kept_photo.height) == (640, 480)


def test_a_file_that_is_no_photo_is_refused_and_loses_nothing(
    qtbot: QtBot, open_shop_desk: OpenDesk, put: Put, tmp_path: Path
) -> None:
    idea = put("A bell at the door")
    lie = tmp_path / "bell.jpg"
    lie.write_bytes(b"<svg xmlns='http://www.w3.org/2000/svg'/>")
    desk = open_shop_desk()
    wait_for_work(desk, idea, qtbot)
    press(desk, "decision-done")
    write(desk.inbox.work.answering.editor, "It hangs.")
    choose_photo(desk, lie, qtbot)

    line = find(desk, "error-photo")
    qtbot.waitUntil(line.isVisible)
    assert "SVG" in line.text()  # type: ignore[attr-defined]
    assert desk.inbox.work.answering.text == "It hangs."
    assert not desk.inbox.work.decision.proof.picture.isVisible()


def close(desk: Desk) -> None:
    desk.window.close()
    desk.close()


def test_what_was_begun_is_there_again_when_the_desk_opens(
    qtbot: QtBot, open_shop_desk: OpenDesk, put: Put, told: Told
) -> None:
    idea = put("A bell at the door")
    desk = open_shop_desk()
    wait_for_work(desk, idea, qtbot)
    press(desk, "decision-declined")
    write(desk.inbox.work.decision.reason, "No room")
    write(desk.inbox.work.answering.editor, "We are")
    close(desk)
    assert told.asked == []

    again = open_shop_desk()
    wait_for_work(again, idea, qtbot)
    qtbot.waitUntil(lambda: again.inbox.work.answering.text == "We are")

    assert again.inbox.work.decision.status is Status.DECLINED
    assert again.inbox.work.decision.reason.text() == "No room"
    assert "1 answer that you began is still here." in told.said


def test_what_could_not_be_written_is_written_with_the_next_words(
    qtbot: QtBot,
    open_shop_desk: OpenDesk,
    put: Put,
    owner: Owner,
    told: Told,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    bell, lamp = put("A bell at the door", at=MORNING - timedelta(hours=1)), put("A lamp")
    desk = open_shop_desk()
    wait_for_work(desk, bell, qtbot)

    def refuse(_drafting: Drafting, _drafts: object) -> None:
        raise StorageProblem("The disk is full.")

    with monkeypatch.context() as full:
        full.setattr(Drafting, "keep", refuse)
        write(desk.inbox.work.answering.editor, "We are")
        desk.inbox.keep_drafts()
        qtbot.waitUntil(lambda: told.warned == ["The disk is full."])
    desk.inbox.show_idea(lamp.id)
    wait_for_work(desk, lamp, qtbot)
    write(desk.inbox.work.answering.editor, "So is it")
    desk.inbox.keep_drafts()

    qtbot.waitUntil(lambda: set(owner.drafting.all()) == {bell.id, lamp.id})


def test_a_given_answer_is_no_draft_any_more(
    qtbot: QtBot, open_shop_desk: OpenDesk, put: Put, owner: Owner
) -> None:
    idea = put("A bell at the door")
    desk = open_shop_desk()
    wait_for_work(desk, idea, qtbot)
    press(desk, "decision-planned")
    write(desk.inbox.work.answering.editor, "In spring.")
    desk.inbox.keep_drafts()
    qtbot.waitUntil(lambda: len(owner.drafting.all()) == 1)
    press(desk, "answer")
    qtbot.waitUntil(lambda: owner.detail(idea.id).idea.is_answered)
    let_work_end(desk, qtbot)
    desk.inbox.keep_drafts()

    qtbot.waitUntil(lambda: not owner.drafting.all())


@pytest.mark.parametrize("text", ["", "{", "[]", '{"status": "nothing"}', "null"])
def test_a_draft_that_cannot_be_read_is_none(text: str) -> None:
    assert read_draft(text) == EMPTY
