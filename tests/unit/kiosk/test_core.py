from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from app.domain.claim_codes import parse_claim_code
from app.domain.errors import InvalidInput
from app.kiosk.core import KioskCore
from app.kiosk.notes import Look, Tab
from app.kiosk.outbox import Draft
from tests.kiosk_making import fill_board, hang, make_facts, make_note, tell_facts
from tests.making import TUESDAY, SetClock


@pytest.fixture
def core(kiosk_folder: Path, clock: SetClock) -> Iterator[KioskCore]:
    opened = KioskCore.open(kiosk_folder, clock=clock)
    yield opened
    opened.stop()


def test_a_pinned_idea_waits_on_the_disk_with_its_code_and_its_promised_day(
    core: KioskCore, kiosk_folder: Path, clock: SetClock
) -> None:
    tell_facts(core)

    pinned = core.pin(Draft(text="  More   bread ", name="Sam"))
    core.stop()

    again = KioskCore.open(kiosk_folder, clock=clock)
    assert again.waiting == 1
    assert parse_claim_code(pinned.claim_code) == pinned.claim_code
    assert pinned.due == make_facts().due(TUESDAY)
    again.stop()


@pytest.mark.parametrize(
    ("draft", "field"),
    [
        (Draft(text=" \u200b "), "text"),
        (Draft(text="a" * 501), "text"),
        (Draft(text="a", name="b" * 61), "name"),
    ],
)
def test_what_cannot_be_an_idea_is_refused_at_its_box(core: KioskCore, draft: Draft, field: str) -> None:
    with pytest.raises(InvalidInput) as refused:
        core.pin(draft)

    assert refused.value.field == field
    assert core.waiting == 0


def test_an_idea_of_endless_characters_is_refused(core: KioskCore) -> None:
    with pytest.raises(InvalidInput):
        core.pin(Draft(text="👨‍👩‍👧‍👦" * 2 + "👩" + "\u200d👩" * 9000))


def test_a_vote_shows_on_the_note_at_once_and_can_be_taken_back(core: KioskCore) -> None:
    note = make_note(votes=7)
    hang(core, note)

    core.vote(note.id, "visitor", True)
    core.vote(note.id, "visitor", True)
    shown = core.board.note(note.id)
    assert shown is not None
    assert shown.votes == 8
    assert core.voted("visitor") == {note.id}
    assert core.voted("another") == frozenset()

    core.vote(note.id, "visitor", False)
    shown = core.board.note(note.id)
    assert shown is not None
    assert shown.votes == 7
    assert core.voted("visitor") == frozenset()


def test_a_note_that_was_looked_at_makes_room_for_others(core: KioskCore) -> None:
    notes = fill_board(core, 30)
    before = core.board.note(notes[0].id)
    assert before is not None

    core.looked([Look(idea_id=notes[0].id, milliseconds=4000, views=2)])

    after = core.board.note(notes[0].id)
    assert after is not None
    assert after.views == before.views + 2
    assert core.waiting == 0


def test_a_large_wall_is_ordered_searched_and_compared(core: KioskCore) -> None:
    fill_board(core, 3000)

    assert len(core.board.order(Tab.NEW)) == 3000
    assert core.board.order(Tab.POPULAR, "walnut")
    assert len(core.board.similar("walnut rolls please")) == 5
