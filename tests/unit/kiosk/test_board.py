from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from uuid import UUID

import pytest

from app.domain.ideas import Link, Status
from app.kiosk.board import CachedBoard
from app.kiosk.mirror import Mirror, Overtaken, Progress, Told
from app.kiosk.notes import Note, Tab
from tests.kiosk_making import make_note, make_slip, sample_notes
from tests.making import TUESDAY

HOUR = timedelta(hours=1)


def hang(mirror: Mirror, *notes: Note) -> None:
    mirror.take(Told(notes=notes), Progress(), Progress())


def texts(board: CachedBoard, tab: Tab, words: str = "") -> list[str]:
    return [note.text for note in board.notes(board.order(tab, words))]


def test_a_note_comes_back_as_it_was_told(mirror: Mirror, board: CachedBoard) -> None:
    notes = sample_notes(60)
    hang(mirror, *notes)

    assert board.notes([note.id for note in notes]) == notes
    assert board.size() == 60


def test_the_newest_note_hangs_first(mirror: Mirror, board: CachedBoard) -> None:
    hang(
        mirror,
        make_note("Old", at=TUESDAY - HOUR),
        make_note("New"),
        make_note("Oldest", at=TUESDAY - 2 * HOUR),
    )

    assert texts(board, Tab.NEW) == ["New", "Old", "Oldest"]


@pytest.mark.parametrize("tab", Tab)
@pytest.mark.parametrize("most", [1, 20, 60, 500])
def test_the_top_of_an_order_is_how_the_whole_begins(
    mirror: Mirror, board: CachedBoard, tab: Tab, most: int
) -> None:
    hang(mirror, *sample_notes(300))

    assert board.top(tab, most) == board.order(tab)[:most]


def test_popular_counts_support_per_view_not_votes_alone(mirror: Mirror, board: CachedBoard) -> None:
    hang(
        mirror,
        make_note("Seen by everybody", votes=30, views=3000),
        make_note("Seen by few", votes=20, views=25),
        make_note("Not seen"),
    )

    assert texts(board, Tab.POPULAR) == ["Seen by few", "Seen by everybody", "Not seen"]


def test_the_newest_answer_hangs_first_among_the_answered(mirror: Mirror, board: CachedBoard) -> None:
    def answered(text: str, hours: int) -> Note:
        return make_note(text, status=Status.DONE, answer=make_slip(at=TUESDAY + hours * HOUR))

    hang(mirror, answered("First", 1), make_note("Open"), answered("Then", 2))

    assert texts(board, Tab.ANSWERED) == ["Then", "First"]


def test_the_least_shown_note_comes_to_the_front(mirror: Mirror, board: CachedBoard) -> None:
    notes = [make_note(f"Note {age}", at=TUESDAY - age * HOUR, views=50) for age in range(40)]
    notes[39] = replace(notes[39], views=0)
    hang(mirror, *notes)

    order = texts(board, Tab.NEW)
    assert order.index("Note 39") == 3
    assert len(order) == len(set(order)) == 40


def test_notes_that_no_longer_hang_are_left_out(mirror: Mirror, board: CachedBoard) -> None:
    stays, goes = make_note("Stays"), make_note("Goes")
    hang(mirror, goes, stays)
    mirror.take(Told(gone=[goes.id]), Progress(), Progress())

    assert [note.text for note in board.notes([goes.id, stays.id])] == ["Stays"]
    assert board.note(goes.id) is None


def test_an_order_is_made_anew_once_the_board_has_changed(mirror: Mirror, board: CachedBoard) -> None:
    hang(mirror, make_note("One"))
    assert texts(board, Tab.NEW) == ["One"]

    hang(mirror, make_note("Two", at=TUESDAY + HOUR))
    board.changed()

    assert texts(board, Tab.NEW) == ["Two", "One"]


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("brea", ["More bread"]),
        ("BREAD more", ["More bread"]),
        ("tür", ["Die Tür knallt"]),
        ("TUR", ["Die Tür knallt"]),
        ("抹茶", ["週末だけでも、抹茶のメロンパンを"]),
        ("bread tür", []),
        ("jo", ["Water bowl"]),
        ('"*OR^', []),
        ("...", []),
    ],
)
def test_search_finds_words_and_beginnings_in_every_script(
    mirror: Mirror, board: CachedBoard, words: str, found: list[str]
) -> None:
    said = ("More bread", "Die Tür knallt", "週末だけでも、抹茶のメロンパンを")
    hang(mirror, *(make_note(text) for text in said), make_note("Water bowl", name="Jo"))

    assert texts(board, Tab.NEW, words) == found


def test_words_that_were_changed_are_no_longer_found(mirror: Mirror, board: CachedBoard) -> None:
    note = make_note("More bread")
    hang(mirror, note)
    hang(mirror, replace(note, text="More cake"))

    assert texts(board, Tab.NEW, "bread") == []
    assert texts(board, Tab.NEW, "cake") == ["More cake"]


def test_similar_notes_come_with_the_answered_first(mirror: Mirror, board: CachedBoard) -> None:
    hang(
        mirror,
        make_note("Oat milk without the extra 40 cents?"),
        make_note("Could we have oat milk?", status=Status.ALREADY, answer=make_slip(status=Status.ALREADY)),
        make_note("A shelf for swapping books"),
    )

    found = [note.text for note in board.similar("oat milk please")]

    assert found == ["Could we have oat milk?", "Oat milk without the extra 40 cents?"]
    assert board.similar("   ") == []


def test_a_chain_holds_what_builds_on_what_builds_on_it(mirror: Mirror, board: CachedBoard) -> None:
    root = make_note("Root")
    child = make_note("Child", at=TUESDAY + HOUR, builds_on=root.id, link=Link.AND)
    grandchild = make_note("Grandchild", at=TUESDAY + 2 * HOUR, builds_on=child.id, link=Link.BUT)
    hang(mirror, grandchild, make_note("Other"), child, root)

    assert [note.text for note in board.chain(root.id)] == ["Child", "Grandchild"]
    assert board.chain(grandchild.id) == ()
    assert board.chain(UUID(int=7)) == ()


def test_a_chain_that_bites_its_tail_ends(mirror: Mirror, board: CachedBoard) -> None:
    one, two = make_note("One"), make_note("Two")
    hang(mirror, replace(one, builds_on=two.id, link=Link.AND), replace(two, builds_on=one.id, link=Link.AND))

    assert [note.text for note in board.chain(one.id)] == ["Two"]


def test_the_shop_boasts_only_of_what_is_done(mirror: Mirror, board: CachedBoard) -> None:
    done = make_note("Bowl", status=Status.DONE, answer=make_slip())
    later = make_note("List", status=Status.DONE, answer=make_slip(at=TUESDAY + HOUR))
    hang(mirror, done, make_note("Open"), make_note("Plan", status=Status.PLANNED), later)

    assert [note.text for note in board.did()] == ["List", "Bowl"]


def test_what_the_server_no_longer_tells_goes(mirror: Mirror, board: CachedBoard) -> None:
    old, kept = make_note("Old"), make_note("Kept")
    first, second = Progress(since=4, round=1), Progress(since=9, round=2)
    mirror.take(Told(notes=[old, kept]), Progress(), first)

    changed = mirror.take(Told(notes=[kept]), first, second, everything_told=True)

    assert texts(board, Tab.NEW) == ["Kept"]
    assert changed == {old.id, kept.id}
    assert mirror.progress() == second


def test_what_was_asked_before_the_file_was_begun_anew_is_not_believed(
    mirror: Mirror, board: CachedBoard
) -> None:
    with pytest.raises(Overtaken):
        mirror.take(Told(notes=[make_note()]), Progress(since=4), Progress(since=5))

    assert board.size() == 0
    assert mirror.progress() == Progress()
