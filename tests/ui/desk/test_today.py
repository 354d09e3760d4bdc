"""The day at the desk: what is seen first, walked and done by keyboard alone, kept fresh by the journal."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, time, timedelta
from uuid import uuid4

import pypdfium2
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from app.domain.decisions import Decision, decide
from app.domain.errors import StorageProblem
from app.domain.hours import OpeningHours
from app.domain.ideas import HeldFor, Idea, Reply, Status, Visibility
from app.domain.inbox import InboxView
from app.domain.kiosks import Kiosk
from app.domain.notices import PaperSize
from app.services.owner.owner import Owner
from app.settings import Settings
from app.storage.database import Database
from tests.housekeeping import KeeperOfTests
from tests.shop import MORNING, SetClock
from tests.ui.desk.conftest import OpenDesk, Told
from tests.ui.desk.hands import CONTROL, find, let_work_end, wait_for_work
from ui.desk.builder import Desk
from ui.desk.settings.housekeeping import Housekeeping
from ui.desk.today.line import Line, NoteLine

Put = Callable[..., Idea]
LATE = MORNING - timedelta(days=9)
DUE = MORNING - timedelta(days=5)
NEW = MORNING - timedelta(hours=2)


@pytest.fixture
def open_day(open_shop_desk: OpenDesk, qtbot: QtBot) -> Callable[..., Desk]:
    def open_it(settings: Settings | None = None) -> Desk:
        desk = open_shop_desk(settings, page="")
        qtbot.waitUntil(lambda: desk.day.day is not None)
        return desk

    return open_it


def strike(desk: Desk, key: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    """A key, wherever the keyboard is."""
    focused = desk.window.focusWidget()
    assert focused is not None
    QTest.keyClick(focused, key, modifiers)


def lines(desk: Desk) -> list[str]:
    return [line.item.text for line in desk.today.lines.lines]


def wait_for_lines(desk: Desk, expected: list[str], qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: lines(desk) == expected)


def current(desk: Desk) -> Line:
    line = desk.today.lines.current
    assert line is not None
    return line


def told_at_side(desk: Desk, name: str) -> str:
    """All that an aside says, empty while it is not seen."""
    aside = find(desk, f"aside-{name}")
    return "\n".join(label.text() for label in aside.findChildren(QLabel)) if aside.isVisible() else ""


def greeting(desk: Desk) -> str:
    label = find(desk, "greeting")
    assert isinstance(label, QLabel)
    return label.text()


def test_what_is_due_comes_first_as_notes_and_what_is_new_as_rows(
    qtbot: QtBot, open_day: Callable[..., Desk], put: Put
) -> None:
    put("due", at=DUE, name="Amina")
    put("late", at=LATE)
    put("not due yet", at=NEW)
    put("new", at=NEW, visibility=Visibility.WAITING)

    desk = open_day()
    wait_for_lines(desk, ["late", "due", "new"], qtbot)

    assert greeting(desk) == "Good morning, Marta. Three things, about eight minutes."
    assert [isinstance(line, NoteLine) for line in desk.today.lines.lines] == [True, True, False]
    assert "4 days late" in desk.today.lines.lines[0].accessibleDescription()
    assert current(desk).item.text == "late"
    assert desk.window.page == "today"
    assert find(desk, "page-today").accessibleName() == "Today 3"
    assert find(desk, "page-inbox").accessibleName() == "Inbox 4"


def test_only_one_button_is_the_primary_and_it_goes_with_the_keyboard(
    qtbot: QtBot, open_day: Callable[..., Desk], put: Put
) -> None:
    put("one", at=LATE)
    put("two", at=DUE)
    desk = open_day()
    wait_for_lines(desk, ["one", "two"], qtbot)

    strike(desk, Qt.Key.Key_Down)

    assert current(desk).item.text == "two"
    assert desk.window.focusWidget() is current(desk)
    roles = [line.main.property("role") for line in desk.today.lines.lines]
    assert roles == ["outlined", "primary"]
    strike(desk, Qt.Key.Key_Up)
    strike(desk, Qt.Key.Key_Up)
    assert current(desk).item.text == "one"


def test_enter_answers_in_the_inbox_with_the_keyboard_in_the_editor(
    qtbot: QtBot, open_day: Callable[..., Desk], put: Put
) -> None:
    put("first", at=LATE)
    second = put("second", at=DUE)
    desk = open_day()
    wait_for_lines(desk, ["first", "second"], qtbot)

    strike(desk, Qt.Key.Key_Down)
    strike(desk, Qt.Key.Key_Return)

    wait_for_work(desk, second, qtbot)
    qtbot.waitUntil(desk.inbox.work.answering.editor.hasFocus)
    assert desk.window.page == "inbox"
    let_work_end(desk, qtbot)
    assert desk.inbox.work.note.accessibleName() == "second"


def test_a_waiting_idea_that_is_due_is_answered_where_it_lies(
    qtbot: QtBot, open_day: Callable[..., Desk], put: Put
) -> None:
    put("other", at=NEW)
    waiting = put("unread", at=DUE, visibility=Visibility.WAITING)
    desk = open_day()
    wait_for_lines(desk, ["unread"], qtbot)

    strike(desk, Qt.Key.Key_Return)

    wait_for_work(desk, waiting, qtbot)
    qtbot.waitUntil(desk.inbox.work.answering.editor.hasFocus)
    assert desk.inbox.list.view is InboxView.WAITING


def test_thinking_about_it_is_one_key_and_comes_back(
    qtbot: QtBot, open_day: Callable[..., Desk], put: Put, owner: Owner, told: Told, clock: SetClock
) -> None:
    idea = put("due", at=DUE)
    desk = open_day()
    wait_for_lines(desk, ["due"], qtbot)

    strike(desk, Qt.Key.Key_T)
    wait_for_lines(desk, [], qtbot)
    answered = owner.detail(idea.id).idea
    assert answered.status is Status.CONSIDERING
    assert answered.response is not None
    assert answered.response.text.startswith("Thank you.")
    strike(desk, Qt.Key.Key_Z, CONTROL)
    wait_for_lines(desk, ["due"], qtbot)
    assert owner.detail(idea.id).idea.status is Status.NEW
    strike(desk, Qt.Key.Key_T)
    wait_for_lines(desk, [], qtbot)

    clock.pass_time(days=14)
    desk.day.look()
    wait_for_lines(desk, ["due"], qtbot)
    assert "Ctrl Z" in told.said[0]


def test_the_author_of_a_private_idea_alone_reads_that_it_is_thought_about(
    qtbot: QtBot, open_day: Callable[..., Desk], put: Put, owner: Owner
) -> None:
    idea = put("for you only", at=DUE, visibility=Visibility.PRIVATE)
    desk = open_day()
    wait_for_lines(desk, ["for you only"], qtbot)

    strike(desk, Qt.Key.Key_T)

    wait_for_lines(desk, [], qtbot)
    detail = owner.detail(idea.id)
    assert (detail.idea.visibility, detail.idea.status) == (Visibility.PRIVATE, Status.CONSIDERING)
    assert [answer.private for answer in detail.answers] == [True]


def test_what_was_hidden_elsewhere_is_not_thought_about_from_the_day(
    qtbot: QtBot, open_day: Callable[..., Desk], put: Put, owner: Owner, told: Told
) -> None:
    idea = put("gone", at=DUE)
    desk = open_day()
    wait_for_lines(desk, ["gone"], qtbot)
    owner.hide([idea.id])

    strike(desk, Qt.Key.Key_T)

    wait_for_lines(desk, [], qtbot)
    assert told.said[0].startswith("1 was left as it is")
    assert owner.detail(idea.id).answers == ()


def test_all_new_ones_go_up_by_two_keys_but_none_that_is_held(
    qtbot: QtBot, open_day: Callable[..., Desk], put: Put, owner: Owner
) -> None:
    good = [put(text, at=NEW, visibility=Visibility.WAITING) for text in ("a", "b")]
    held = put("pills", at=NEW, visibility=Visibility.WAITING, held_for=HeldFor.TRAP)
    desk = open_day()
    qtbot.waitUntil(lambda: len(lines(desk)) == 3)

    strike(desk, Qt.Key.Key_A, CONTROL)
    assert sorted(item.text for item in desk.today.lines.chosen) == ["a", "b"]
    strike(desk, Qt.Key.Key_A)

    wait_for_lines(desk, ["pills"], qtbot)
    assert all(owner.detail(idea.id).idea.is_public for idea in good)
    assert owner.detail(held.id).idea.visibility is Visibility.WAITING
    owner.undo()
    assert owner.counts().waiting == 3


def test_a_number_among_those_that_go_up_is_asked_about_first(
    qtbot: QtBot, open_day: Callable[..., Desk], put: Put, owner: Owner, told: Told
) -> None:
    ideas = [put(text, at=NEW, visibility=Visibility.WAITING) for text in ("a", "Call 0171 5550123")]
    desk = open_day()
    qtbot.waitUntil(lambda: len(lines(desk)) == 2)

    strike(desk, Qt.Key.Key_A, CONTROL)
    strike(desk, Qt.Key.Key_A)
    qtbot.waitUntil(lambda: len(told.offered) == 1)
    question, choices = told.offered[0]
    assert question.startswith("1 of the 2 chosen ideas seems to hold a number")
    assert owner.counts().waiting == 2

    choices["Leave those out"]()
    wait_for_lines(desk, ["Call 0171 5550123"], qtbot)
    assert [owner.detail(idea.id).idea.is_public for idea in ideas] == [True, False]


def test_one_goes_up_is_hidden_or_kept_private_by_its_key_and_the_next_takes_its_place(
    qtbot: QtBot, open_day: Callable[..., Desk], put: Put, owner: Owner
) -> None:
    ideas = [
        put(text, at=NEW + timedelta(minutes=place), visibility=Visibility.WAITING)
        for place, text in enumerate(("up", "hidden", "private", "stays"))
    ]
    desk = open_day()
    wait_for_lines(desk, ["up", "hidden", "private", "stays"], qtbot)

    for key, left in (
        (Qt.Key.Key_Return, ["hidden", "private", "stays"]),
        (Qt.Key.Key_H, ["private", "stays"]),
        (Qt.Key.Key_P, ["stays"]),
    ):
        strike(desk, key)
        wait_for_lines(desk, left, qtbot)
        assert desk.window.focusWidget() is current(desk)

    seen = [owner.detail(idea.id).idea.visibility for idea in ideas]
    assert seen == [Visibility.PUBLIC, Visibility.HIDDEN, Visibility.PRIVATE, Visibility.WAITING]


def test_words_that_were_changed_meanwhile_do_not_go_up_unread(
    qtbot: QtBot, open_day: Callable[..., Desk], put: Put, owner: Owner, database: Database, told: Told
) -> None:
    idea = put("first words", at=NEW, visibility=Visibility.WAITING)
    desk = open_day()
    wait_for_lines(desk, ["first words"], qtbot)
    database.write(
        lambda stores: stores.ideas.revise(idea.id, "other words", "", revision_id=uuid4(), at=MORNING)
    )

    strike(desk, Qt.Key.Key_A)

    wait_for_lines(desk, ["other words"], qtbot)
    assert "changed the words" in told.warned[0]
    assert not owner.detail(idea.id).idea.is_public


def test_a_change_elsewhere_comes_by_itself_and_the_keyboard_stays_on_its_line(
    qtbot: QtBot, open_day: Callable[..., Desk], put: Put
) -> None:
    put("mine", at=DUE)
    desk = open_day()
    wait_for_lines(desk, ["mine"], qtbot)
    line = current(desk)

    put("older", at=LATE)
    desk.bridge.ask()
    wait_for_lines(desk, ["older", "mine"], qtbot)

    assert current(desk).item.text == "mine"
    assert desk.window.focusWidget() is current(desk)
    assert line.item.text == "mine"


def test_what_becomes_due_at_midnight_is_there_when_the_clock_is_looked_at(
    qtbot: QtBot, open_day: Callable[..., Desk], put: Put, clock: SetClock
) -> None:
    put("tomorrow", at=MORNING - timedelta(days=4))
    desk = open_day()
    let_work_end(desk, qtbot)
    assert lines(desk) == []
    assert label_of(desk, "nothing-waits") == "Nothing waits for you. Well done."

    clock.pass_time(days=1)
    desk.day.look()

    wait_for_lines(desk, ["tomorrow"], qtbot)
    assert not find(desk, "nothing-waits").isVisible()


def test_a_single_row_is_as_high_as_its_words_on_a_large_window(
    qtbot: QtBot, open_day: Callable[..., Desk], put: Put
) -> None:
    put("A bench outside", at=NEW, visibility=Visibility.WAITING)
    desk = open_day()
    desk.window.resize(1600, 1200)
    wait_for_lines(desk, ["A bench outside"], qtbot)

    qtbot.waitUntil(lambda: current(desk).height() == current(desk).sizeHint().height())


def label_of(desk: Desk, name: str) -> str:
    label = find(desk, name)
    assert isinstance(label, QLabel)
    return label.text() if label.isVisible() else ""


@pytest.mark.parametrize("by_key", [True, False], ids=["enter", "click"])
def test_what_was_put_up_can_be_answered_before_its_day(
    qtbot: QtBot, open_day: Callable[..., Desk], put: Put, by_key: bool
) -> None:
    idea = put("A bell at the door", at=NEW, visibility=Visibility.WAITING)
    desk = open_day()
    wait_for_lines(desk, ["A bell at the door"], qtbot)

    strike(desk, Qt.Key.Key_A)
    qtbot.waitUntil(lambda: find(desk, "today-answer").isVisible())
    if by_key:
        strike(desk, Qt.Key.Key_Return)
    else:
        QTest.mouseClick(find(desk, "today-answer"), Qt.MouseButton.LeftButton)

    wait_for_work(desk, idea, qtbot)
    assert desk.window.page == "inbox"


def test_a_day_with_everything_answered_offers_nothing(
    qtbot: QtBot, open_day: Callable[..., Desk], put: Put, owner: Owner
) -> None:
    idea = put("A bell at the door", at=NEW)
    owner.answer(idea.id, Decision(status=Status.DONE, text="It hangs."))
    desk = open_day()
    qtbot.waitUntil(lambda: label_of(desk, "nothing-waits") == "Nothing waits for you. Well done.")

    assert not find(desk, "today-answer").isVisible()
    assert not find(desk, "today-first-code").isVisible()


def test_an_empty_shop_is_led_to_its_first_code(qtbot: QtBot, open_day: Callable[..., Desk]) -> None:
    desk = open_day()
    qtbot.waitUntil(lambda: find(desk, "today-first-code").isVisible())

    QTest.mouseClick(find(desk, "today-first-code"), Qt.MouseButton.LeftButton)

    assert desk.window.page == "codes"


def test_who_wrote_back_is_answered_or_needs_no_answer(
    qtbot: QtBot, open_day: Callable[..., Desk], put: Put, owner: Owner, database: Database, clock: SetClock
) -> None:
    idea = put("More bread", at=MORNING - timedelta(days=1))
    owner.answer(idea.id, Decision(status=Status.DECLINED, text="No.", reason="No room."))
    reply = Reply(id=uuid4(), idea_id=idea.id, text="In the yard?", created_at=clock.pass_time(hours=1))
    database.write(lambda stores: stores.replies.add(reply))
    desk = open_day()
    wait_for_lines(desk, ["In the yard?"], qtbot)

    strike(desk, Qt.Key.Key_N)

    wait_for_lines(desk, [], qtbot)
    owner.undo()
    desk.bridge.ask()
    wait_for_lines(desk, ["In the yard?"], qtbot)


def test_a_trial_that_is_over_wants_a_decision(
    qtbot: QtBot, open_day: Callable[..., Desk], put: Put, owner: Owner, clock: SetClock
) -> None:
    idea = put("Less sugar", at=MORNING - timedelta(days=1))
    owner.answer(idea.id, Decision(status=Status.TRIAL, text="We try.", until=date(2026, 11, 22)))
    clock.pass_time(days=3)
    desk = open_day()
    wait_for_lines(desk, ["Less sugar"], qtbot)

    assert current(desk).main.words == "Decide"
    strike(desk, Qt.Key.Key_Return)

    wait_for_work(desk, idea, qtbot)


def test_thousands_are_a_few_and_the_rest_lies_in_the_inbox(
    qtbot: QtBot, open_day: Callable[..., Desk], put: Put
) -> None:
    for number in range(14):
        put(f"waiting {number}", at=NEW, visibility=Visibility.WAITING)
    desk = open_day()
    qtbot.waitUntil(lambda: len(lines(desk)) == 10)

    QTest.mouseClick(find(desk, "more-waiting"), Qt.MouseButton.LeftButton)

    assert desk.window.page == "inbox"
    assert desk.inbox.list.view is InboxView.WAITING


def answered_and_printed(put: Put, owner: Owner, text: str) -> Idea:
    idea = put(text, at=MORNING - timedelta(days=1))
    owner.answer(idea.id, Decision(status=Status.PLANNED, text="We will."))
    owner.make_notice(idea.id, PaperSize.A5, address="")
    return idea


def test_untrue_sheets_are_printed_again_in_one_go(
    qtbot: QtBot, open_day: Callable[..., Desk], put: Put, owner: Owner, printed: list[bytes]
) -> None:
    ideas = [answered_and_printed(put, owner, text) for text in ("one", "two")]
    for idea in ideas:
        owner.answer(idea.id, Decision(status=Status.DONE, text="It is done."))
    desk = open_day()
    qtbot.waitUntil(lambda: "Two sheets are no longer true" in told_at_side(desk, "untrue"))
    assert "1 says “We will”. It is “Done” now." in told_at_side(desk, "untrue")

    strike(desk, Qt.Key.Key_Down)
    assert desk.window.focusWidget() is find(desk, "do-untrue")
    strike(desk, Qt.Key.Key_Return)

    qtbot.waitUntil(lambda: len(printed) == 1)
    document = pypdfium2.PdfDocument(printed[0])
    assert len(document) == 2
    document.close()
    qtbot.waitUntil(lambda: told_at_side(desk, "untrue") == "")


def test_a_sheet_that_hung_long_enough_is_taken_down_and_that_is_undone(
    qtbot: QtBot, open_day: Callable[..., Desk], put: Put, owner: Owner, clock: SetClock
) -> None:
    answered_and_printed(put, owner, "one")
    clock.pass_time(days=40)
    desk = open_day()
    qtbot.waitUntil(lambda: "One sheet comes down" in told_at_side(desk, "take-down"))

    QTest.mouseClick(find(desk, "do-take-down"), Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: told_at_side(desk, "take-down") == "")
    qtbot.waitUntil(lambda: desk.undoing.undo_words == "Undo taking a sheet down")
    QTest.mouseClick(find(desk, "today-undo"), Qt.MouseButton.LeftButton)

    qtbot.waitUntil(lambda: "1 hung until 20 December." in told_at_side(desk, "take-down"))


def test_a_missed_kiosk_is_told_at_the_side_and_in_the_navigation(
    qtbot: QtBot, open_day: Callable[..., Desk], database: Database
) -> None:
    kiosk = Kiosk(id=uuid4(), name="By the door", paired_at=MORNING - timedelta(days=3), outbox=2)
    database.write(lambda stores: stores.keys.add("k", "hash", MORNING))
    database.write(lambda stores: stores.kiosks.add(kiosk, "hash"))
    desk = open_day()
    qtbot.waitUntil(lambda: "“By the door” is not there" in told_at_side(desk, "kiosks"))

    assert "2 ideas and votes wait in it." in told_at_side(desk, "kiosks")
    assert find(desk, "page-kiosks").accessibleName() == "Kiosks 1"
    qtbot.waitUntil(lambda: "By the door: not there" in label_of(desk, "quiet-lines"))
    QTest.mouseClick(find(desk, "do-kiosks"), Qt.MouseButton.LeftButton)
    assert desk.window.page == "kiosks"


def test_thanks_that_are_owed_are_told_and_their_cards_printed(
    qtbot: QtBot, open_day: Callable[..., Desk], put: Put, owner: Owner, printed: list[bytes]
) -> None:
    idea = put("A water bowl outside for the dogs.", name="Jo")
    owner.answer(idea.id, decide(Status.DONE, "It stands there.", today=MORNING.date()))
    owner.save_shop(replace(owner.shop(), thanks_worth="one coffee"))
    desk = open_day()
    qtbot.waitUntil(lambda: "Thanks still owed to one" in told_at_side(desk, "thanks"))
    assert "Jo, “A water bowl outside for…”, Done 20 November" in told_at_side(desk, "thanks")

    QTest.mouseClick(find(desk, "do-thanks"), Qt.MouseButton.LeftButton)

    qtbot.waitUntil(lambda: len(printed) == 1)
    assert desk.window.page == "thanks"
    assert owner.thanks.count() == 0


def test_an_old_backup_is_told_and_made_anew(
    qtbot: QtBot, open_day: Callable[..., Desk], housekeeping: Housekeeping, clock: SetClock, told: Told
) -> None:
    keeper = housekeeping.keeper
    assert isinstance(keeper, KeeperOfTests)
    keeper.backup()
    clock.pass_time(days=5)
    keeper.problem = StorageProblem("The disk is full.")
    desk = open_day()
    qtbot.waitUntil(lambda: "The last backup was made 5 days ago" in told_at_side(desk, "backup"))

    QTest.mouseClick(find(desk, "do-backup"), Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: told.warned == ["The disk is full."])
    keeper.problem = None
    qtbot.waitUntil(find(desk, "do-backup").isEnabled)
    QTest.mouseClick(find(desk, "do-backup"), Qt.MouseButton.LeftButton)

    qtbot.waitUntil(lambda: told_at_side(desk, "backup") == "")
    assert "Last backup 09:00, tested" in label_of(desk, "quiet-lines")


def test_the_promise_is_told_by_what_was_kept(
    qtbot: QtBot, open_day: Callable[..., Desk], put: Put, owner: Owner, clock: SetClock
) -> None:
    ideas = [put(str(number), at=MORNING - timedelta(days=2)) for number in range(4)]
    for idea in ideas[:3]:
        owner.answer(idea.id, Decision(status=Status.DONE, text="Done."))
    clock.pass_time(days=9)
    owner.answer(ideas[3].id, Decision(status=Status.DONE, text="Done."))

    desk = open_day()

    qtbot.waitUntil(
        lambda: "3 of 4 kept this month. Half were answered in two days." in told_at_side(desk, "promise")
    )
    assert "Your promise, five open days" in told_at_side(desk, "promise")


@pytest.mark.parametrize(
    ("hours_later", "words"),
    [(0, "closes at half past six"), (-2, "opens at eight"), (11, "closed for today"), (51, "closed today")],
)
def test_the_closing_hour_is_said_in_words(
    qtbot: QtBot,
    open_day: Callable[..., Desk],
    owner: Owner,
    clock: SetClock,
    hours_later: int,
    words: str,
) -> None:
    usual = OpeningHours(time(8), time(18, 30))
    owner.save_shop(replace(owner.shop(), hours=(usual,) * 7, open_weekdays=frozenset(range(6))))
    clock.pass_time(hours=hours_later)

    desk = open_day()

    qtbot.waitUntil(lambda: any(words in label.text() for label in desk.today.findChildren(QLabel)))


@pytest.mark.parametrize(
    ("width", "height", "percent"), [(2560, 1440, 100), (1280, 800, 100), (1000, 600, 100), (1440, 900, 200)]
)
def test_nothing_is_cut_off_and_the_side_goes_below_where_room_is_short(
    qtbot: QtBot, open_day: Callable[..., Desk], put: Put, width: int, height: int, percent: int
) -> None:
    put("Donaudampfschifffahrtsgesellschaftskapitän" * 9, at=LATE, name="W" * 50)
    put("هل يمكن إضافة كرسي قرب النافذة؟", at=DUE)
    put("🥐👩‍👩‍👧‍👦🇪🇸" * 20, at=NEW, visibility=Visibility.WAITING)
    desk = open_day(Settings(theme="light", text_percent=percent))
    desk.window.resize(width, height)
    qtbot.waitUntil(lambda: len(lines(desk)) == 3)

    def outside() -> list[QWidget]:
        around = desk.today
        parts = [*desk.today.lines.lines, *(line.main for line in desk.today.lines.lines), desk.today.side]
        return [part for part in parts if part.mapTo(around, part.rect().topRight()).x() > around.width()]

    qtbot.waitUntil(lambda: outside() == [])
    beside = desk.today.side.y() < desk.today.lines.geometry().bottom()
    assert beside is (width > 1000 and percent == 100)
    assert not desk.window.grab().isNull()
