"""The inbox lives: it follows the database, keeps what is typed, finds, and says what is wrong where it is."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from app.domain.decisions import Decision
from app.domain.ideas import Idea, Reply, Status, Visibility
from app.domain.ids import new_id
from app.domain.inbox import InboxView
from app.domain.notices import PaperSize
from app.domain.views import Question
from app.services.owner.listing import Listed
from app.services.owner.owner import Owner
from app.settings import Settings
from app.storage.database import Database
from tests.shop import MORNING, SetClock, make_idea
from tests.ui.desk.conftest import BASE, OpenDesk, ShopNetwork, Told
from tests.ui.desk.hands import (
    CONTROL,
    find,
    let_work_end,
    listed,
    press,
    strike,
    wait_for_work,
    write,
)
from ui.desk.inbox.drafts import EMPTY, Draft, Drafts

Put = Callable[..., Idea]


def test_a_new_idea_appears_by_itself(qtbot: QtBot, open_shop_desk: OpenDesk, put: Put) -> None:
    desk = open_shop_desk()
    qtbot.waitUntil(lambda: "The first idea will lie here." in shown_words(desk.inbox.list))

    put("A bell at the door")

    qtbot.waitUntil(lambda: listed(desk) == ["A bell at the door"], timeout=2500)


def test_an_idea_that_comes_while_the_rows_are_read_is_not_missed(
    qtbot: QtBot, open_shop_desk: OpenDesk, put: Put, owner: Owner, monkeypatch: pytest.MonkeyPatch
) -> None:
    read = owner.listing.page

    def read_and_be_overtaken(question: Question, **more: object) -> Listed:
        listed = read(question, **more)  # type: ignore[arg-type]
        monkeypatch.setattr(owner.listing, "page", read)
        put("A bell at the door")
        return listed

    monkeypatch.setattr(owner.listing, "page", read_and_be_overtaken)
    desk = open_shop_desk()

    qtbot.waitUntil(lambda: listed(desk) == ["A bell at the door"], timeout=2500)


def test_an_open_idea_that_is_not_in_this_view_stays_open(
    qtbot: QtBot, open_shop_desk: OpenDesk, put: Put, owner: Owner
) -> None:
    answered = put("A bell at the door")
    owner.answer(answered.id, Decision(status=Status.DONE, text="It hangs."))
    desk = open_shop_desk()
    desk.inbox.show_idea(answered.id)
    wait_for_work(desk, answered, qtbot)

    put("A shelf for swapping books")
    qtbot.waitUntil(lambda: listed(desk) == ["A shelf for swapping books"])
    let_work_end(desk, qtbot)

    assert desk.inbox.work.note.isVisible()
    assert desk.inbox.work.note.accessibleName() == "A bell at the door"


def test_what_waits_is_told_where_all_is_answered(qtbot: QtBot, open_shop_desk: OpenDesk, put: Put) -> None:
    put("A bell at the door", visibility=Visibility.WAITING)
    desk = open_shop_desk()
    qtbot.waitUntil(lambda: "1 idea waits for you." in shown_words(desk.inbox.list))

    press(desk, "next-step")

    qtbot.waitUntil(lambda: listed(desk) == ["A bell at the door"])
    assert desk.inbox.list.view is InboxView.WAITING
    qtbot.waitUntil(desk.inbox.work.put_up.isEnabled)
    desk.inbox.work.put_up.click()
    qtbot.waitUntil(lambda: "Nothing waits for you. Well done." in shown_words(desk.inbox.list))


def test_the_first_code_is_asked_for_once(qtbot: QtBot, open_shop_desk: OpenDesk, owner: Owner) -> None:
    desk = open_shop_desk()
    qtbot.waitUntil(lambda: find(desk, "next-step").isVisible())

    owner.add_placement("Counter")
    desk.bridge.ask()

    qtbot.waitUntil(lambda: not find(desk, "next-step").isVisible())
    assert "The first idea will lie here." in shown_words(desk.inbox.list)
    assert "Your QR code leads people" in shown_words(desk.inbox.list)


def test_a_search_goes_on_among_all_ideas(
    qtbot: QtBot, open_shop_desk: OpenDesk, put: Put, owner: Owner
) -> None:
    hidden = put("A bell at the door")
    owner.hide([hidden.id])
    desk = open_shop_desk()
    strike(desk.inbox.list.rows, Qt.Key.Key_Slash)
    write(find(desk, "inbox-search"), "bell")
    qtbot.waitUntil(lambda: "Not among these." in shown_words(desk.inbox.list))

    press(desk, "next-step")

    qtbot.waitUntil(lambda: listed(desk) == ["A bell at the door"])
    assert (desk.inbox.list.view, desk.inbox.list.words) == (InboxView.ALL, "bell")


def test_the_longest_waiting_comes_first_and_a_newcomer_takes_its_place(
    qtbot: QtBot, open_shop_desk: OpenDesk, put: Put
) -> None:
    put("old", at=MORNING - timedelta(days=3))
    put("young", at=MORNING - timedelta(days=1))
    desk = open_shop_desk()
    qtbot.waitUntil(lambda: listed(desk) == ["old", "young"])

    put("middle", at=MORNING - timedelta(days=2))
    desk.bridge.ask()

    qtbot.waitUntil(lambda: listed(desk) == ["old", "middle", "young"])
    assert [idea.text for idea in desk.inbox.list.chosen] == ["old"]


def test_what_is_typed_stays_with_its_idea(qtbot: QtBot, open_shop_desk: OpenDesk, put: Put) -> None:
    first = put("first", at=MORNING - timedelta(days=3))
    second = put("second", at=MORNING - timedelta(days=2))
    desk = open_shop_desk()
    work = desk.inbox.work
    wait_for_work(desk, first, qtbot)

    press(desk, "decision-declined")
    write(work.decision.reason, "No room")
    write(work.answering.editor, "We are sorry.")
    desk.inbox.list.choose_row(1)
    wait_for_work(desk, second, qtbot)
    assert (work.answering.text, work.decision.status) == ("", Status.NEW)
    desk.inbox.list.choose_row(0)
    wait_for_work(desk, first, qtbot)

    assert work.answering.text == "We are sorry."
    assert work.decision.status is Status.DECLINED
    assert work.decision.reason.text() == "No room"
    assert desk.inbox.unsaid == 1


def test_another_idea_opens_at_its_own_words(qtbot: QtBot, open_shop_desk: OpenDesk, put: Put) -> None:
    first, second = put("A bell at the door"), put("A shelf for swapping books")
    desk = open_shop_desk()
    desk.window.resize(1000, 600)
    desk.inbox.show_idea(first.id)
    wait_for_work(desk, first, qtbot)
    bar = desk.inbox.work.scroll_area.verticalScrollBar()
    qtbot.waitUntil(lambda: bar.maximum() > 0)
    bar.setValue(bar.maximum())

    desk.inbox.show_idea(second.id)
    wait_for_work(desk, second, qtbot)

    assert bar.value() == 0


def test_news_from_elsewhere_leave_what_is_typed(qtbot: QtBot, open_shop_desk: OpenDesk, put: Put) -> None:
    idea = put("first", at=MORNING - timedelta(days=3))
    desk = open_shop_desk()
    wait_for_work(desk, idea, qtbot)
    write(desk.inbox.work.answering.editor, "We are")

    put("and another one", builds_on=idea.id)
    desk.bridge.ask()
    qtbot.waitUntil(lambda: desk.inbox.model.rowCount() == 2)

    assert desk.inbox.work.answering.text == "We are"
    assert [chosen.id for chosen in desk.inbox.list.chosen] == [idea.id]


@pytest.mark.parametrize(
    ("decision", "text", "error", "says"),
    [
        (None, "Something", "error-status", "choose what you decided"),
        ("done", "", "error-text", "write an answer first"),
        ("declined", "Sorry", "error-reason", "needs its reason"),
    ],
)
def test_an_error_stands_at_its_field_and_nothing_is_lost(
    qtbot: QtBot,
    open_shop_desk: OpenDesk,
    put: Put,
    owner: Owner,
    decision: str | None,
    text: str,
    error: str,
    says: str,
) -> None:
    idea = put("A bell at the door")
    desk = open_shop_desk()
    wait_for_work(desk, idea, qtbot)
    if decision:
        press(desk, f"decision-{decision}")
    write(desk.inbox.work.answering.editor, text)

    press(desk, "answer")

    line = find(desk, error)
    assert isinstance(line, QLabel)
    assert line.isVisible()
    assert says in line.text()
    assert desk.inbox.work.answering.text == text
    assert owner.detail(idea.id).answers == ()


def test_a_private_answer_reaches_only_its_author(
    qtbot: QtBot, open_shop_desk: OpenDesk, put: Put, owner: Owner, printed: list[bytes]
) -> None:
    idea = put("A bell at the door", name="Ben")
    desk = open_shop_desk()
    wait_for_work(desk, idea, qtbot)
    write(desk.inbox.work.answering.editor, "Come and see me, please.")

    strike(desk.inbox.work.answering.editor, Qt.Key.Key_P, CONTROL)
    assert desk.inbox.work.answering.private.words == "Only to Ben"
    assert not desk.inbox.work.answering.answer.isVisible()
    strike(desk.inbox.work.answering.editor, Qt.Key.Key_Return, CONTROL)
    qtbot.waitUntil(lambda: len(owner.detail(idea.id).answers) == 1)

    detail = owner.detail(idea.id)
    assert detail.answers[0].private
    assert detail.idea.response is None
    assert printed == []


def test_an_answer_taken_back_is_a_draft_again(
    qtbot: QtBot, open_shop_desk: OpenDesk, put: Put, owner: Owner, told: Told
) -> None:
    idea = put("A low hook for the bags of all those who come with children", at=MORNING - timedelta(days=3))
    other = put("A bell at the door")
    desk = open_shop_desk()
    work = desk.inbox.work
    wait_for_work(desk, idea, qtbot)
    press(desk, "decision-declined")
    write(work.decision.reason, "No room")
    write(work.answering.editor, "We are sorry.")
    press(desk, "answer")
    wait_for_work(desk, other, qtbot)
    assert work.answering.text == ""

    desk.undoing.undo()
    wait_for_work(desk, idea, qtbot)

    assert (work.answering.text, work.decision.reason.text()) == ("We are sorry.", "No room")
    assert work.decision.status is Status.DECLINED
    assert [chosen.id for chosen in desk.inbox.list.chosen] == [idea.id]
    assert told.said[-1] == "Taken back: the answer to “A low hook for the bags of all…”"
    desk.undoing.redo()
    wait_for_work(desk, other, qtbot)
    assert told.said[-1] == "Done again: the answer to “A low hook for the bags of all…”"
    assert desk.inbox.unsaid == 0
    assert len(owner.detail(idea.id).answers) == 1


def test_an_old_draft_stays_away_when_another_answer_is_taken_back(
    qtbot: QtBot, open_shop_desk: OpenDesk, put: Put, owner: Owner
) -> None:
    idea = put("A bell at the door")
    desk = open_shop_desk()
    work = desk.inbox.work
    wait_for_work(desk, idea, qtbot)
    press(desk, "decision-planned")
    write(work.answering.editor, "We will hang one.")
    press(desk, "answer")
    qtbot.waitUntil(lambda: len(owner.detail(idea.id).answers) == 1)
    let_work_end(desk, qtbot)
    owner.considering.consider([idea.id], "We are thinking about it.")

    desk.undoing.undo()
    qtbot.waitUntil(lambda: len(owner.detail(idea.id).answers) == 1)
    let_work_end(desk, qtbot)
    assert desk.inbox.unsaid == 0

    desk.undoing.undo()
    wait_for_work(desk, idea, qtbot)
    qtbot.waitUntil(lambda: work.answering.text == "We will hang one.")
    assert owner.detail(idea.id).answers == ()


def test_a_younger_draft_is_not_overwritten_by_one_taken_back() -> None:
    drafts, idea = Drafts(), make_idea("A bell at the door")
    drafts.keep(idea, Draft(text="We are sorry."))
    drafts.give(idea.id, 7)
    drafts.keep(idea, Draft(text="One more thing"))

    drafts.take_back(7, by=8)
    assert drafts.of(idea).text == "One more thing"
    drafts.give_again(8, by=9)

    assert drafts.of(idea).text == "One more thing"


def test_a_draft_goes_and_comes_with_its_own_answer_only() -> None:
    drafts, idea = Drafts(), make_idea("A bell at the door")
    drafts.keep(idea, Draft(text="We are sorry."))
    drafts.give(idea.id, 7)

    drafts.take_back(8, by=9)
    assert drafts.of(idea) == EMPTY
    drafts.take_back(7, by=10)
    assert drafts.of(idea).text == "We are sorry."
    drafts.give_again(10, by=11)
    assert drafts.of(idea) == EMPTY
    drafts.take_back(11, by=12)

    assert drafts.of(idea).text == "We are sorry."


def test_what_was_taken_back_is_named(
    qtbot: QtBot, open_shop_desk: OpenDesk, put: Put, owner: Owner, told: Told
) -> None:
    ideas = [put("A bell", visibility=Visibility.WAITING), put("Oat milk", visibility=Visibility.WAITING)]
    owner.approve([idea.id for idea in ideas])
    desk = open_shop_desk()

    desk.undoing.undo()

    qtbot.waitUntil(lambda: told.said == ["Taken back: putting up 2 ideas"])


def test_hovering_a_decision_changes_its_border_only(
    qtbot: QtBot, open_shop_desk: OpenDesk, put: Put
) -> None:
    idea = put("A bell at the door")
    desk = open_shop_desk()
    wait_for_work(desk, idea, qtbot)
    stamp = find(desk, "decision-trial")
    before = stamp.grab().toImage()

    stamp.setAttribute(Qt.WidgetAttribute.WA_UnderMouse)
    hovered = stamp.grab().toImage()

    inside = stamp.rect().adjusted(3, 3, -3, -3)
    assert hovered != before
    assert hovered.copy(inside) == before.copy(inside)


def test_what_only_the_author_reads_hangs_on_no_wall(
    qtbot: QtBot, open_shop_desk: OpenDesk, put: Put
) -> None:
    idea = put("A bell at the door", name="Ben")
    desk = open_shop_desk()
    wait_for_work(desk, idea, qtbot)
    answering = desk.inbox.work.answering

    press(desk, "only-to-author")
    assert "Only Ben reads this, with the claim code. Nothing hangs on the wall." in shown_words(
        desk.inbox.preview
    )
    assert answering.editor.property("private") is True
    press(desk, "only-to-author")

    assert "Only Ben reads this" not in shown_words(desk.inbox.preview)
    assert answering.editor.property("private") is False


def test_search_finds_by_words_and_leaves_by_escape(qtbot: QtBot, open_shop_desk: OpenDesk, put: Put) -> None:
    put("A bell at the door")
    put("Oat milk, please")
    desk = open_shop_desk()
    qtbot.waitUntil(lambda: desk.inbox.model.rowCount() == 2)

    strike(desk.inbox.list.rows, Qt.Key.Key_Slash)
    search = find(desk, "inbox-search")
    assert isinstance(search, QLineEdit)
    assert search.isVisible()
    write(search, "milk")
    qtbot.waitUntil(lambda: listed(desk) == ["Oat milk, please"])
    search.setText("nowhere to be found")
    qtbot.waitUntil(lambda: "Not among these." in shown_words(desk.inbox.list))
    press(desk, "next-step")
    qtbot.waitUntil(lambda: "No idea has these words." in shown_words(desk.inbox.list))
    strike(search, Qt.Key.Key_Escape)

    qtbot.waitUntil(lambda: desk.inbox.model.rowCount() == 2)
    assert not search.isVisible()


def test_what_stands_around_an_idea_is_shown(
    qtbot: QtBot, open_shop_desk: OpenDesk, put: Put, owner: Owner, database: Database
) -> None:
    root = put("A bell at the door", name="Ben")
    put("A quiet one", builds_on=root.id, name="Ana")
    owner.answer(root.id, Decision(status=Status.CONSIDERING, text="We think about it."))
    reply = Reply(id=new_id(MORNING), idea_id=root.id, text="Thank you!", created_at=MORNING)
    database.write(lambda stores: stores.replies.add(reply))
    desk = open_shop_desk()

    desk.inbox.show_idea(root.id)
    wait_for_work(desk, root, qtbot)

    labels = all_labels(desk.inbox.work.around)
    assert "Thank you!" in labels
    assert "A quiet one" in labels
    assert "and" in labels
    assert "You answered." in labels
    names = [child.accessibleName() for child in desk.inbox.work.around.findChildren(QWidget)]
    assert any("We think about it." in name for name in names)


def test_the_sheet_follows_what_is_written(qtbot: QtBot, open_shop_desk: OpenDesk, put: Put) -> None:
    idea = put("A bell at the door")
    desk = open_shop_desk()
    wait_for_work(desk, idea, qtbot)

    press(desk, "decision-planned")
    write(desk.inbox.work.answering.editor, "It rings from Monday on.")
    qtbot.waitUntil(lambda: "It rings from Monday on." in desk.inbox.preview.sheet.accessibleName())

    content = desk.inbox.preview.content
    assert content is not None
    assert content.status is Status.PLANNED
    assert content.address == f"{BASE}/i/{idea.id.hex}"
    assert desk.inbox.preview.sheet.picture is not None


def test_the_size_of_paper_is_kept(
    qtbot: QtBot, open_shop_desk: OpenDesk, put: Put, kept: list[Settings]
) -> None:
    idea = put("A bell at the door")
    desk = open_shop_desk()
    wait_for_work(desk, idea, qtbot)

    press(desk, "size-A6")
    qtbot.waitUntil(lambda: bool(kept))

    assert kept[-1].paper_size == PaperSize.A6.value
    assert desk.inbox.preview.choice.size is PaperSize.A6


def test_a_sheet_carries_no_code_of_an_address_that_does_not_answer(
    qtbot: QtBot, open_shop_desk: OpenDesk, put: Put, network: ShopNetwork
) -> None:
    network.answers = False
    idea = put("A bell at the door")
    desk = open_shop_desk()
    wait_for_work(desk, idea, qtbot)
    qtbot.waitUntil(lambda: "does not answer" in all_labels(desk.inbox.preview))

    content = desk.inbox.preview.content
    assert content is not None
    assert content.address == ""


def test_an_idea_that_its_author_took_back_goes_without_a_fuss(
    qtbot: QtBot, open_shop_desk: OpenDesk, put: Put, database: Database, told: Told
) -> None:
    idea = put("A bell at the door")
    desk = open_shop_desk()
    wait_for_work(desk, idea, qtbot)
    database.write(lambda stores: stores.ideas.erase(idea.id))

    press(desk, "hide")
    qtbot.waitUntil(lambda: bool(told.warned))

    assert "taken it back" in told.warned[0]


def test_hundreds_of_rows_come_page_by_page(
    qtbot: QtBot, open_shop_desk: OpenDesk, database: Database
) -> None:
    database.write(
        lambda stores: [
            stores.ideas.add(make_idea(f"Idea {n}", at=MORNING - timedelta(minutes=n)), contact=None)
            for n in range(450)
        ]
    )
    desk = open_shop_desk()
    qtbot.waitUntil(lambda: desk.inbox.model.rowCount() == 200)

    desk.inbox.list.rows.scrollToBottom()
    qtbot.waitUntil(lambda: desk.inbox.model.rowCount() >= 400)
    desk.inbox.list.rows.scrollToBottom()
    qtbot.waitUntil(lambda: desk.inbox.model.rowCount() == 450)

    assert len(set(listed(desk))) == 450
    assert listed(desk)[0] == "Idea 449"


def shown_words(widget: QWidget) -> str:
    return all_labels(widget, visible=True)


def all_labels(widget: QWidget, *, visible: bool = False) -> str:
    labels = widget.findChildren(QLabel)
    return "\n".join(label.text() for label in labels if not visible or label.isVisible())


def test_a_trial_that_is_over_comes_back_by_itself(
    qtbot: QtBot, open_shop_desk: OpenDesk, put: Put, owner: Owner, clock: SetClock
) -> None:
    idea = put("Open at seven on Fridays")
    until = owner.shop().local_date(clock.now()) + timedelta(days=3)
    owner.answer(idea.id, Decision(status=Status.TRIAL, text="Let us try.", until=until))
    desk = open_shop_desk()
    let_work_end(desk, qtbot)
    assert listed(desk) == []

    clock.pass_time(days=4)
    desk.inbox.open()

    qtbot.waitUntil(lambda: listed(desk) == [idea.text])
