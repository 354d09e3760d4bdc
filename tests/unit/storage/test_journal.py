"""The journal, and undo as it is read from it: any verbs in any order, all taken back, are as if never done."""

from __future__ import annotations

import tempfile
from collections.abc import Callable
from datetime import timedelta
from functools import partial
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.domain.errors import Conflict
from app.domain.ideas import Idea, Status, Visibility
from app.domain.ids import new_id
from app.domain.journal import Actor, Change, JournalEntry
from app.paths import DataFolder
from app.storage.database import Database
from app.storage.stores import Stores
from tests.shop import MORNING, SetClock, answer, journalled, make_idea, make_response


def take_back(stores: Stores, entries: list[JournalEntry], verb: str) -> int | None:
    """Undo or redo, as the owner's verbs do it."""
    sequence = None
    for entry in reversed(entries):
        inverse = [change.inverse() for change in reversed(entry.changes)]
        changes = stores.journal.apply(inverse)
        number = stores.journal.append(
            actor=Actor.OWNER,
            verb=verb,
            subject=entry.subject,
            changes=changes,
            board=True,
            action=sequence,
            undoes=entry.action,
        )
        sequence = sequence or number
    return sequence


def undo(stores: Stores) -> int | None:
    return take_back(stores, stores.journal.last_undoable(), "undo")


def redo(stores: Stores) -> int | None:
    return take_back(stores, stores.journal.last_undone(), "redo")


def hide(idea: Idea) -> Callable[[Stores], int]:
    return lambda stores: journalled(
        stores, "hide", idea, stores.ideas.change(idea.id, visibility=Visibility.HIDDEN)
    )


def give_answer(idea: Idea, text: str) -> Callable[[Stores], int]:
    return lambda stores: journalled(
        stores,
        "answer",
        idea,
        answer(stores, idea, make_response(idea, text, at=MORNING + timedelta(days=1))),
    )


@pytest.fixture
def idea(database: Database) -> Idea:
    added = make_idea("More muffins")
    database.write(lambda stores: stores.ideas.add(added))
    return added


def now(database: Database, idea: Idea) -> Idea:
    stored = database.read(lambda stores: stores.ideas.get(idea.id))
    assert stored is not None
    return stored


def test_an_entry_is_read_as_it_was_written(database: Database, idea: Idea, clock: SetClock) -> None:
    clock.pass_time(minutes=3)

    sequence = database.write(hide(idea))

    [entry] = database.read(lambda stores: stores.journal.of(idea.id))
    assert entry == JournalEntry(
        sequence=sequence,
        action=sequence,
        at=clock.now(),
        actor=Actor.OWNER,
        verb="hide",
        subject=idea.id,
        changes=(Change("ideas", idea.id, "visibility", "public", "hidden"),),
        board=True,
    )


def test_readers_see_each_entry_once_by_sequence(database: Database, idea: Idea) -> None:
    for text in ("One", "Two", "Three"):
        database.write(give_answer(idea, text))

    seen = database.read(lambda stores: stores.journal.since(0, limit=2))
    seen += database.read(lambda stores: stores.journal.since(seen[-1].sequence))

    assert [entry.sequence for entry in seen] == [1, 2, 3]
    assert database.read(lambda stores: stores.journal.newest()) == 3


def test_undo_hides_an_answer_and_redo_shows_it_again(database: Database, idea: Idea) -> None:
    before = now(database, idea)
    database.write(give_answer(idea, "Yes."))
    after = now(database, idea)

    database.write(undo)
    assert now(database, idea) == before
    assert database.read(lambda stores: stores.responses.of(idea.id)) == []

    database.write(redo)
    assert now(database, idea) == after
    assert [r.text for r in database.read(lambda stores: stores.responses.of(idea.id))] == ["Yes."]


def test_an_action_of_many_ideas_is_taken_back_whole(database: Database) -> None:
    ideas = [make_idea(f"Idea {number}") for number in range(3)]

    def hide_all(stores: Stores) -> None:
        action = None
        for idea in ideas:
            stores.ideas.add(idea)
            changes = stores.ideas.change(idea.id, visibility=Visibility.HIDDEN)
            number = stores.journal.append(
                actor=Actor.OWNER, verb="hide", subject=idea.id, changes=changes, board=True, action=action
            )
            action = action or number

    database.write(hide_all)

    database.write(undo)

    assert all(now(database, idea).visibility is Visibility.PUBLIC for idea in ideas)
    assert database.read(lambda stores: stores.journal.last_undoable()) == []
    assert len(database.read(lambda stores: stores.journal.last_undone())) == 3


def test_undo_goes_back_step_by_step_and_redo_forward_again(database: Database, idea: Idea) -> None:
    states = [now(database, idea)]
    for act in (give_answer(idea, "One"), hide(idea), give_answer(idea, "Two")):
        database.write(act)
        states.append(now(database, idea))

    for expected in reversed(states[:-1]):
        database.write(undo)
        assert now(database, idea) == expected
    assert database.write(undo) is None
    for expected in states[1:]:
        database.write(redo)
        assert now(database, idea) == expected
    assert database.write(redo) is None


def test_after_something_new_there_is_nothing_to_do_again(database: Database, idea: Idea) -> None:
    database.write(hide(idea))
    database.write(undo)

    database.write(give_answer(idea, "New"))

    assert database.read(lambda stores: stores.journal.last_undone()) == []


def test_only_what_was_undone_last_is_done_again(database: Database, idea: Idea) -> None:
    database.write(hide(idea))
    database.write(undo)
    database.write(hide(idea))
    database.write(undo)

    assert database.write(redo) is not None

    assert database.write(redo) is None


def test_what_customers_did_is_not_the_owners_to_undo(database: Database, idea: Idea) -> None:
    def edit(stores: Stores) -> None:
        changes = stores.ideas.revise(idea.id, "Scones", "", revision_id=new_id(MORNING), at=MORNING)
        journalled(stores, "edit", idea, changes, Actor.CUSTOMER)

    database.write(edit)

    assert database.read(lambda stores: stores.journal.last_undoable()) == []


def test_taking_back_new_words_finds_the_old_ones_again(database: Database, idea: Idea) -> None:
    changes = database.write(
        lambda stores: stores.ideas.revise(
            idea.id, "More scones", "", revision_id=new_id(MORNING), at=MORNING
        )
    )

    database.write(lambda stores: stores.journal.apply([change.inverse() for change in changes]))

    assert database.read(lambda stores: stores.search.public("muffins")).ideas == (idea,)
    assert database.read(lambda stores: stores.search.public("scones")).ideas == ()


def test_what_was_changed_since_is_not_overwritten(database: Database, idea: Idea) -> None:
    database.write(give_answer(idea, "Yes."))
    database.write(lambda stores: stores.ideas.change(idea.id, status=Status.DONE))
    before = now(database, idea)

    with pytest.raises(Conflict, match="status"):
        database.write(undo)

    assert now(database, idea) == before


def test_nothing_of_an_erased_idea_is_taken_back(database: Database, idea: Idea) -> None:
    database.write(hide(idea))
    database.write(lambda stores: stores.ideas.erase(idea.id))

    with pytest.raises(Conflict):
        database.write(undo)


def test_what_was_undone_before_another_verb_is_not_done_again(database: Database, idea: Idea) -> None:
    database.write(hide(idea))
    database.write(undo)
    database.write(give_answer(idea, "From Monday on."))
    database.write(undo)
    database.write(redo)

    assert database.write(redo) is None


VISIBILITIES = st.sampled_from(list(Visibility))
STATUSES = st.sampled_from(list(Status))
STEPS = st.lists(
    st.one_of(
        st.tuples(st.just("show"), st.integers(0, 2), VISIBILITIES),
        st.tuples(st.just("answer"), st.integers(0, 2), STATUSES),
        st.tuples(st.just("merge"), st.integers(0, 2), st.integers(0, 2)),
        st.tuples(st.just("undo"), st.none(), st.none()),
        st.tuples(st.just("redo"), st.none(), st.none()),
    ),
    max_size=15,
)


def do(stores: Stores, *, ideas: list[Idea], step: tuple[str, int, object]) -> None:
    verb, which, how = step
    if verb in ("undo", "redo"):
        undo(stores) if verb == "undo" else redo(stores)
        return
    idea = ideas[which]
    if isinstance(how, Visibility):
        changes = stores.ideas.change(idea.id, visibility=how)
    elif isinstance(how, Status):
        changes = answer(stores, idea, make_response(idea, status=how))
    else:
        assert isinstance(how, int)
        into = stores.groups.survivor(ideas[how].id)
        if into == idea.id:
            return  # a circle, which no verb makes
        changes = stores.ideas.change(idea.id, merged_into=into)
    journalled(stores, verb, idea, changes)


def state(stores: Stores, ideas: list[Idea]) -> list[object]:
    return [(stores.ideas.get(idea.id), stores.responses.of(idea.id)) for idea in ideas]


@settings(max_examples=30, deadline=None)
@given(steps=STEPS)
def test_whatever_was_done_undoing_all_leaves_the_first_state(steps: list[tuple[str, int, object]]) -> None:
    with tempfile.TemporaryDirectory() as root:
        database = Database.open(DataFolder(Path(root)), clock=SetClock())
        try:
            ideas = [make_idea(f"Idea {number}") for number in range(3)]
            database.write(lambda stores: [stores.ideas.add(idea) for idea in ideas])
            first = database.read(lambda stores: state(stores, ideas))
            for step in steps:
                database.write(partial(do, ideas=ideas, step=step))
            last = database.read(lambda stores: state(stores, ideas))
            undone = 0
            while database.write(undo) is not None:
                undone += 1
            assert database.read(lambda stores: state(stores, ideas)) == first
            if not any(step[0] == "undo" for step in steps):
                for _ in range(undone):
                    database.write(redo)
                assert database.read(lambda stores: state(stores, ideas)) == last
        finally:
            database.close()
