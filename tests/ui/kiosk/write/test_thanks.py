"""What the page of thanks says and when it goes."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from uuid import UUID

import pytest
from pytestqt.qtbot import QtBot

from app.domain.shop import Moderation
from app.kiosk.facts import ShopFacts
from app.kiosk.link import LinkState
from app.kiosk.notes import Note
from app.kiosk.outbox import Draft, Pinned
from app.kiosk.storms import ToldStorm
from tests.kiosk_making import make_facts
from ui.kiosk.visit import Visit
from ui.kiosk.write.thanks import SECONDS_TO_READ, ThanksPage

PINNED = Pinned(id=UUID(int=7), claim_code="7KQM4TWXH", due=date(2026, 11, 23))


class SetCore:
    """Says what it is told to say."""

    def __init__(self) -> None:
        self.facts: ShopFacts | None = make_facts()
        self.link = LinkState.ONLINE

    @property
    def board(self) -> SetCore:
        return self

    def note(self, id: UUID) -> Note | None:
        raise AssertionError(id)

    def similar(self, text: str) -> list[Note]:
        raise AssertionError(text)

    def pin(self, draft: Draft) -> Pinned:
        raise AssertionError(draft)

    def storms(self) -> tuple[ToldStorm, ...]:
        return ()

    def gathers(self, code: str) -> bool:
        raise AssertionError(code)


@pytest.fixture
def core() -> SetCore:
    return SetCore()


@pytest.fixture
def thanks(core: SetCore, visit: Visit) -> ThanksPage:
    return ThanksPage(core=core, visit=visit)


def test_it_thanks_and_tells_what_happens_next_and_by_when(thanks: ThanksPage) -> None:
    thanks.open(PINNED, "More rolls")

    assert thanks.title == "Thank you.\nMarta has it."
    assert thanks.next.endswith("within 5 open days:")
    assert thanks.day == "by Monday 23 November"
    assert (thanks.ownWords, thanks.code) == ("More rolls", "7KQ M4T WXH")


def test_a_phone_is_led_to_the_claim_page(thanks: ThanksPage) -> None:
    thanks.open(PINNED, "More rolls")

    assert thanks.claimAddress == "http://192.168.1.20:8321/c/7KQM4TWXH"
    assert "Scan" in thanks.keep


def test_without_an_address_the_code_is_to_be_noted(thanks: ThanksPage, core: SetCore) -> None:
    core.facts = replace(make_facts(), claim_address=None)

    thanks.open(PINNED, "More rolls")

    assert thanks.claimAddress == ""
    assert thanks.keep == "Write it down, or take a photo of this card."


def test_without_a_line_nothing_is_promised_that_is_not_so(thanks: ThanksPage, core: SetCore) -> None:
    core.link = LinkState.OFFLINE

    thanks.open(PINNED, "More rolls")

    assert "Marta has it" not in thanks.title
    assert "keeps your words" in thanks.next
    assert thanks.day == ""
    assert "have arrived" in thanks.use


def test_a_shop_that_shows_everything_at_once_says_so(thanks: ThanksPage, core: SetCore) -> None:
    core.facts = make_facts(moderation=Moderation.PUBLIC_AT_ONCE)

    thanks.open(PINNED, "More rolls")

    assert "when it has been read" not in thanks.next


def test_a_shop_without_facts_thanks_all_the_same(thanks: ThanksPage, core: SetCore) -> None:
    core.facts = None

    thanks.open(PINNED, "More rolls")

    assert thanks.title == "Thank you.\nWe have it."
    assert (thanks.day, thanks.claimAddress) == ("", "")


def test_the_page_clears_itself(thanks: ThanksPage, qtbot: QtBot) -> None:
    thanks.open(PINNED, "canary")
    for _ in range(SECONDS_TO_READ - 1):
        thanks.tick()
    assert thanks.countdown == "This page clears itself in 1 second"

    with qtbot.waitSignal(thanks.done):
        thanks.tick()

    assert (thanks.ownWords, thanks.code, thanks.claimAddress) == ("", "", "")


def test_a_touch_gives_time_to_read_on(thanks: ThanksPage, visit: Visit) -> None:
    thanks.open(PINNED, "More rolls")
    thanks.tick()

    visit.touch()

    assert thanks.countdown == f"This page clears itself in {SECONDS_TO_READ} seconds"


def test_large_letters_are_given_longer(thanks: ThanksPage, visit: Visit) -> None:
    visit.toggle_large()

    thanks.open(PINNED, "More rolls")

    assert thanks.countdown == "This page clears itself in 60 seconds"


def test_done_is_said_once(thanks: ThanksPage) -> None:
    said: list[None] = []
    thanks.done.connect(lambda: said.append(None))
    thanks.open(PINNED, "More rolls")

    thanks.finish()
    thanks.finish()

    assert len(said) == 1


def test_the_end_of_a_visit_leaves_no_word(thanks: ThanksPage, visit: Visit) -> None:
    thanks.open(PINNED, "canary")

    visit.end()

    assert (thanks.ownWords, thanks.code, thanks.claimAddress) == ("", "", "")


def test_what_was_given_to_a_storm_is_answered_by_its_conclusion(thanks: ThanksPage) -> None:
    thanks.open(replace(PINNED, storm="K7Q2MX"), "A guitar")

    assert thanks.next.startswith("It belongs to the storm")
    assert thanks.day == ""


def test_what_came_too_late_for_a_storm_is_an_idea_like_any_other(thanks: ThanksPage) -> None:
    thanks.open(replace(PINNED, storm="K7Q2MX", is_late=True), "A guitar")

    assert "nothing is lost" in thanks.next
    assert thanks.next.endswith("within 5 open days:")
    assert thanks.day == "by Monday 23 November"


def test_without_a_line_what_was_pinned_in_time_belongs_to_the_storm(
    core: SetCore, thanks: ThanksPage
) -> None:
    core.link = LinkState.OFFLINE
    thanks.open(replace(PINNED, storm="K7Q2MX"), "A guitar")

    assert "sends them by itself" in thanks.next
    assert thanks.next.endswith("It was pinned in time, and belongs to the storm.")
