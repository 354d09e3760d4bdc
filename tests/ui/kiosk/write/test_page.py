"""What the page of writing does, without a screen."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from threading import Event
from uuid import UUID

import pytest
from pytestqt.qtbot import QtBot

from app.domain.errors import StorageProblem
from app.domain.ideas import Link, Status
from app.domain.shop import Moderation
from app.kiosk.core import KioskCore
from app.kiosk.facts import ShopFacts
from app.kiosk.link import LinkState
from app.kiosk.notes import Note
from app.kiosk.outbox import Draft, Pinned
from app.kiosk.storms import ToldStorm
from tests.kiosk_making import hang, make_facts, make_note, make_slip, tell_facts
from tests.making import TUESDAY, SetClock
from ui.kiosk.keyboard.model import KeyboardModel
from ui.kiosk.visit import Visit
from ui.kiosk.write.page import WritePage
from ui.shared.background import Background


def fail(problem: BaseException) -> None:
    pytest.fail(str(problem))


class StubbornCore:
    """Takes no idea, or takes it only when it is let go on."""

    link = LinkState.ONLINE

    def __init__(self, core: KioskCore, pin: Callable[[Draft], Pinned]) -> None:
        self._core = core
        self._pin = pin

    @property
    def board(self) -> StubbornCore:
        return self

    @property
    def facts(self) -> ShopFacts | None:
        return self._core.facts

    def note(self, id: UUID) -> Note | None:
        return self._core.board.note(id)

    def similar(self, text: str) -> list[Note]:
        return self._core.board.similar(text)

    def pin(self, draft: Draft) -> Pinned:
        return self._pin(draft)

    def storms(self) -> tuple[ToldStorm, ...]:
        return self._core.storms()

    def gathers(self, code: str) -> bool:
        return self._core.gathers(code)


def test_a_pinned_idea_is_on_the_disk_and_the_page_is_empty_again(
    write: WritePage, core: KioskCore, qtbot: QtBot
) -> None:
    write.set_text("Could you keep some rolls back?")
    write.set_name("Priya")

    with qtbot.waitSignal(write.pinned) as told:
        write.pin()

    pinned, text = told.args
    assert (pinned.due, text) == (make_facts().due(TUESDAY), "Could you keep some rolls back?")
    assert core.waiting == 1
    assert (write.text, write.name) == ("", "")


def test_two_taps_pin_one_idea(write: WritePage, core: KioskCore, qtbot: QtBot) -> None:
    write.set_text("More rolls")

    with qtbot.waitSignal(write.pinned):
        write.pin()
        write.pin()
    write.pin()

    assert core.waiting == 1


@pytest.mark.parametrize("text", ["", "   \n ", "\u200b\u3164"])
def test_nothing_to_read_cannot_be_pinned_and_the_page_says_why(
    write: WritePage, core: KioskCore, text: str
) -> None:
    write.set_text(text)

    write.pin()

    assert not write.canPin
    assert write.whyNot != ""
    assert core.waiting == 0


def test_what_does_not_fit_is_counted_and_kept(write: WritePage) -> None:
    write.set_text("a" * 459)
    assert write.count == ""

    write.set_text("a" * 499)
    assert write.count == "Room for 1 character"

    write.set_text("👩‍👩‍👧" * 503)
    assert write.count == "3 characters too many"
    assert not write.canPin
    assert write.text == "👩‍👩‍👧" * 503


def test_a_cat_on_the_keyboard_is_cut_short_where_it_is_seen(write: WritePage, qtbot: QtBot) -> None:
    with qtbot.waitSignal(write.refilled):
        write.set_text("a" * 100_000)

    assert len(write.text) == 700


def test_a_name_that_is_too_long_is_told_at_the_name_and_nothing_is_lost(
    write: WritePage, qtbot: QtBot
) -> None:
    write.set_text("More rolls")
    write.set_name("a" * 61)

    write.pin()
    qtbot.waitUntil(lambda: write.problem != "")

    assert write.isProblemOfName
    assert (write.text, write.name) == ("More rolls", "a" * 61)
    write.set_name("Priya")
    assert write.problem == ""


def stubborn_page(
    core: KioskCore,
    visit: Visit,
    background: Background,
    keyboard: KeyboardModel,
    pin: Callable[[Draft], Pinned],
) -> WritePage:
    return WritePage(
        core=StubbornCore(core, pin), visit=visit, background=background, clock=SetClock(), keyboard=keyboard
    )


def test_a_full_disk_is_told_and_the_words_stay(
    core: KioskCore, visit: Visit, background: Background, keyboard: KeyboardModel, qtbot: QtBot
) -> None:
    def refuse(_draft: Draft) -> Pinned:
        raise StorageProblem("The disk is full.")

    write = stubborn_page(core, visit, background, keyboard, refuse)
    write.set_text("More rolls")

    write.pin()
    qtbot.waitUntil(lambda: write.problem != "")

    assert (write.problem, write.text, write.canPin) == ("The disk is full.", "More rolls", True)


def test_a_bug_leaves_the_words_where_they_are(
    core: KioskCore, visit: Visit, keyboard: KeyboardModel, qtbot: QtBot
) -> None:
    bugs: list[BaseException] = []
    background = Background(tell_error=fail, report_bug=bugs.append)

    def stumble(_draft: Draft) -> Pinned:
        raise ZeroDivisionError

    write = stubborn_page(core, visit, background, keyboard, stumble)
    write.set_text("More rolls")

    write.pin()
    qtbot.waitUntil(lambda: len(bugs) == 1)
    background.stop()

    assert "Your words are still there" in write.problem
    assert (write.text, write.canPin) == ("More rolls", True)


def test_who_went_away_is_not_thanked_on_somebody_elses_page(
    write: WritePage, visit: Visit, core: KioskCore, qtbot: QtBot
) -> None:
    thanked: list[str] = []
    write.pinned.connect(lambda _pinned, text: thanked.append(text))
    write.set_text("More rolls")

    write.pin()
    visit.end()
    qtbot.waitUntil(lambda: core.waiting == 1)
    write.set_text("Something else")
    with qtbot.waitSignal(write.pinned):
        write.pin()

    assert thanked == ["Something else"]


def test_the_end_of_a_visit_leaves_no_word(write: WritePage, core: KioskCore, visit: Visit) -> None:
    parent = make_note("Longer hours", at=TUESDAY)
    hang(core, parent)
    write.open(parent.id, Link.BUT)
    write.set_text("canary")
    write.set_name("canary")

    visit.end()

    assert (write.text, write.name, write.hasParent, write.hasAlike) == ("", "", False, False)


def test_leaving_an_empty_page_asks_nothing(write: WritePage, qtbot: QtBot) -> None:
    with qtbot.waitSignal(write.left):
        write.leave()

    assert not write.isAsking


def test_leaving_words_behind_is_asked_for_once(write: WritePage, qtbot: QtBot) -> None:
    write.set_text("More rolls")
    write.leave()
    assert write.isAsking

    write.keep_writing()
    assert (write.isAsking, write.text) == (False, "More rolls")

    write.leave()
    with qtbot.waitSignal(write.left):
        write.throw_away()
    assert write.text == ""


def test_what_is_being_pinned_cannot_be_thrown_away(
    core: KioskCore, visit: Visit, background: Background, keyboard: KeyboardModel, qtbot: QtBot
) -> None:
    go_on = Event()

    def wait(draft: Draft) -> Pinned:
        assert go_on.wait(5)
        return core.pin(draft)

    write = stubborn_page(core, visit, background, keyboard, wait)
    write.set_text("More rolls")
    write.pin()

    write.leave()
    assert not write.isAsking

    with qtbot.waitSignal(write.pinned):
        go_on.set()


def test_typing_on_is_an_answer_too(write: WritePage) -> None:
    write.set_text("More rolls")
    write.leave()

    write.set_text("More rolls, please")

    assert not write.isAsking


def test_what_was_said_already_is_found_while_typing_answers_first(
    write: WritePage, core: KioskCore, qtbot: QtBot
) -> None:
    asked = make_note("Please keep some seeded rolls back", at=TUESDAY - timedelta(days=8), name="", votes=26)
    slip = make_slip("Forty more from Monday.", status=Status.PLANNED, at=TUESDAY - timedelta(days=3))
    answered = make_note("Keep some seeded rolls for us", status=Status.PLANNED, answer=slip)
    hang(core, asked, answered)

    write.set_text("keep some seeded rolls back")
    qtbot.waitUntil(lambda: write.hasAlike)

    first, second = write.alike[0], write.alike[1]
    assert (first.answer, first.signed, first.line) == ("Forty more from Monday.", "Marta", "3 days ago")
    assert first.stamp == "We will"
    assert (second.line, second.votes) == ("A guest, 8 days", "Me too 26")
    with qtbot.waitSignal(write.note_requested) as told:
        write.open_note(1)
    assert told.args == [asked.id]


def test_what_was_found_goes_with_the_words(write: WritePage, core: KioskCore, qtbot: QtBot) -> None:
    hang(core, make_note("Please keep some seeded rolls back", at=TUESDAY))
    write.set_text("keep some seeded rolls back")
    qtbot.waitUntil(lambda: write.hasAlike)

    write.set_text("")

    qtbot.waitUntil(lambda: not write.hasAlike)


def test_what_it_builds_on_is_shown_and_not_offered_once_more(
    write: WritePage, core: KioskCore, qtbot: QtBot
) -> None:
    parent = make_note("Sell yesterday’s bread for half the price", at=TUESDAY)
    other = make_note("Sell yesterday’s bread to the school", at=TUESDAY)
    hang(core, parent, other)

    write.open(parent.id, Link.BUT)
    write.set_text("Sell yesterday’s bread, but not only at closing time")
    qtbot.waitUntil(lambda: write.hasAlike)

    assert (write.parentText, write.link) == (parent.text, "but")
    assert [row.id for row in write.alike] == [other.id]


def test_words_come_along_when_they_turn_out_to_build_on_another(write: WritePage, core: KioskCore) -> None:
    parent = make_note("Sell yesterday’s bread for half the price", at=TUESDAY)
    hang(core, parent)
    write.open()
    write.set_text("Not only at closing time")

    write.open(parent.id, Link.BUT)

    assert (write.text, write.hasParent, write.link) == ("Not only at closing time", True, "but")


def test_words_wait_for_who_looks_at_the_wall_once_more(write: WritePage) -> None:
    write.open()
    write.set_text("Not only at closing time")

    write.open()

    assert write.text == "Not only at closing time"


def test_the_draft_says_what_it_builds_on(
    core: KioskCore, visit: Visit, background: Background, keyboard: KeyboardModel, qtbot: QtBot
) -> None:
    drafts: list[Draft] = []

    def take(draft: Draft) -> Pinned:
        drafts.append(draft)
        return core.pin(draft)

    parent = make_note("Sell yesterday’s bread", at=TUESDAY)
    hang(core, parent)
    write = stubborn_page(core, visit, background, keyboard, take)
    write.open(parent.id, Link.AND)
    write.choose_link("instead")
    write.set_text("Give it away")

    with qtbot.waitSignal(write.pinned):
        write.pin()

    assert drafts == [
        Draft(text="Give it away", builds_on=parent.id, link=Link.INSTEAD, language="en"),
    ]


def test_the_page_says_what_becomes_of_the_idea(write: WritePage, core: KioskCore) -> None:
    assert write.fate == "Goes up when Marta has read it"

    tell_facts(core, make_facts(moderation=Moderation.PUBLIC_AT_ONCE))

    assert write.fate == "Goes up on the wall"


def test_typing_is_a_sign_of_life(write: WritePage, visit: Visit, qtbot: QtBot) -> None:
    with qtbot.waitSignal(visit.touched):
        write.set_text("M")


def test_phones_are_sent_to_the_form(write: WritePage, keyboard: KeyboardModel, visit: Visit) -> None:
    visit.choose_language("ja")
    write.open()

    assert keyboard.phoneAddress == "http://192.168.1.20:8321/new"
