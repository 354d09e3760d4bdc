"""Tags, own notes and saved views: each verb does its one thing, undo and redo take it back and do it again."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import timedelta
from typing import Any
from uuid import uuid4

import pytest

from app.domain.errors import Conflict, InvalidInput, NotFound
from app.domain.ideas import Idea, Status
from app.domain.inbox import InboxView
from app.domain.views import Filter, Question
from app.opening import OwnersShop
from app.services.customer.door import CustomerDoor
from app.services.owner.owner import Owner
from app.storage.database import Database
from tests.making import SetClock, make_draft

Wait = Callable[..., Any]


@pytest.fixture
def ideas(owner: Owner) -> list[Idea]:
    return [owner.add_idea(text) for text in ("More rye bread", "A bell at the door", "Music on Fridays")]


@pytest.fixture
def elsewhere(owners_shop: OwnersShop, clock: SetClock) -> Iterator[Database]:
    """The same shop, as another program has it open."""
    database = Database.open(owners_shop.folder, clock=clock)
    yield database
    database.close()


def names_on(owner: Owner, idea: Idea) -> list[str]:
    names = {tag.id: tag.name for tag in owner.tagging.all()}
    return [names[tag] for tag in owner.tagging.of([idea.id]).get(idea.id, ())]


def test_many_ideas_get_a_new_tag_in_one_action(owner: Owner, ideas: list[Idea]) -> None:
    owner.tagging.tag_as([idea.id for idea in ideas], "#bread")

    assert [names_on(owner, idea) for idea in ideas] == [["bread"]] * 3
    assert [(tag.name, tag.ideas, tag.public) for tag in owner.tagging.all()] == [("bread", 3, False)]
    owner.undo()
    assert owner.tagging.all() == []
    assert owner.tagging.of([idea.id for idea in ideas]) == {}
    owner.redo()
    assert [names_on(owner, idea) for idea in ideas] == [["bread"]] * 3


def test_a_tag_is_known_by_its_name_however_it_is_written(owner: Owner, ideas: list[Idea]) -> None:
    owner.tagging.tag_as([ideas[0].id], "Öffnungszeiten")

    owner.tagging.tag_as([ideas[1].id], " öffnungszeiten ")

    assert [(tag.name, tag.ideas) for tag in owner.tagging.all()] == [("Öffnungszeiten", 2)]


def test_tagging_twice_is_nothing_to_undo(owner: Owner, ideas: list[Idea]) -> None:
    owner.tagging.tag_as([ideas[0].id], "bread")

    assert owner.tagging.tag_as([ideas[0].id], "bread").action is None


def test_when_one_of_many_is_gone_none_is_tagged(owner: Owner, ideas: list[Idea]) -> None:
    with pytest.raises(NotFound):
        owner.tagging.tag_as([ideas[0].id, uuid4()], "bread")

    assert owner.tagging.all() == []


@pytest.mark.parametrize("name", ["", " # ", "x" * 41])
def test_a_tag_needs_a_name_that_fits(owner: Owner, ideas: list[Idea], name: str) -> None:
    with pytest.raises(InvalidInput) as refusal:
        owner.tagging.tag_as([ideas[0].id], name)

    assert refusal.value.field == "name"


def test_a_tag_is_taken_off_and_comes_back(owner: Owner, ideas: list[Idea]) -> None:
    owner.tagging.tag_as([idea.id for idea in ideas], "bread")
    [tag] = owner.tagging.all()

    owner.tagging.untag([idea.id for idea in ideas[:2]], tag.id)

    assert [names_on(owner, idea) for idea in ideas] == [[], [], ["bread"]]
    owner.undo()
    assert [names_on(owner, idea) for idea in ideas] == [["bread"]] * 3
    owner.redo()
    assert [names_on(owner, idea) for idea in ideas] == [[], [], ["bread"]]


def test_a_tag_that_somebody_else_took_off_is_not_taken_off_by_undo(
    owner: Owner, elsewhere: Database, ideas: list[Idea], clock: SetClock
) -> None:
    owner.tagging.tag_as([ideas[0].id], "bread")
    [tag] = owner.tagging.all()
    elsewhere.write(lambda stores: stores.tags.take_off(ideas[0].id, tag.id, clock.now()))

    with pytest.raises(Conflict):
        owner.undo()

    assert owner.undo_verb() == "add"


def test_a_tag_gets_another_name_unless_one_has_it(owner: Owner, ideas: list[Idea]) -> None:
    owner.tagging.tag_as([ideas[0].id], "bread")
    owner.tagging.tag_as([ideas[0].id], "music")
    bread = next(tag for tag in owner.tagging.all() if tag.name == "bread")

    with pytest.raises(Conflict, match="Music"):
        owner.tagging.rename(bread.id, "Music")
    owner.tagging.rename(bread.id, "rye bread")

    assert names_on(owner, ideas[0]) == ["music", "rye bread"]
    owner.undo()
    assert names_on(owner, ideas[0]) == ["bread", "music"]


def test_two_tags_become_one_and_two_again(owner: Owner, ideas: list[Idea]) -> None:
    first, second, third = ideas
    owner.tagging.tag_as([first.id, second.id], "bread")
    owner.tagging.tag_as([second.id, third.id], "loaves")
    bread, loaves = owner.tagging.all()

    owner.tagging.merge(loaves.id, bread.id)

    assert [names_on(owner, idea) for idea in ideas] == [["bread"]] * 3
    assert [(tag.name, tag.ideas) for tag in owner.tagging.all()] == [("bread", 3)]
    owner.tagging.untag([third.id], bread.id)
    assert names_on(owner, third) == []
    owner.undo()
    owner.undo()
    assert [names_on(owner, idea) for idea in ideas] == [["bread"], ["bread", "loaves"], ["loaves"]]
    owner.redo()
    assert [names_on(owner, idea) for idea in ideas] == [["bread"]] * 3


def test_what_was_merged_is_merged_on(owner: Owner, ideas: list[Idea]) -> None:
    for name, idea in zip(("a", "b", "c"), ideas, strict=True):
        owner.tagging.tag_as([idea.id], name)
    a, b, c = owner.tagging.all()

    owner.tagging.merge(a.id, b.id)
    owner.tagging.merge(b.id, c.id)

    assert [names_on(owner, idea) for idea in ideas] == [["c"]] * 3
    owner.undo()
    assert [names_on(owner, idea) for idea in ideas] == [["b"], ["b"], ["c"]]
    with pytest.raises(Conflict):
        owner.tagging.merge(c.id, c.id)


def test_a_retired_tag_is_seen_nowhere_and_its_name_brings_it_back(owner: Owner, ideas: list[Idea]) -> None:
    owner.tagging.tag_as([ideas[0].id], "bread")
    [tag] = owner.tagging.all()

    owner.tagging.retire(tag.id)
    assert (owner.tagging.all(), names_on(owner, ideas[0])) == ([], [])
    with pytest.raises(NotFound):
        owner.tagging.tag([ideas[1].id], tag.id)
    owner.tagging.tag_as([ideas[1].id], "Bread")

    assert [names_on(owner, idea) for idea in ideas] == [["bread"], ["bread"], []]
    owner.undo()
    owner.undo()
    assert [names_on(owner, idea) for idea in ideas] == [["bread"], [], []]


def test_customers_read_public_tags_and_no_others(
    owner: Owner, door: CustomerDoor, ideas: list[Idea]
) -> None:
    owner.tagging.tag_as([ideas[0].id], "bread")
    owner.tagging.tag_as([ideas[0].id], "ask Frieda")
    before = door.board_version()
    own, bread = owner.tagging.all()

    owner.tagging.show_to_customers(bread.id, True)

    assert door.tags(ideas[0].id) == ("bread",)
    assert door.board_version() > before
    owner.undo()
    assert door.tags(ideas[0].id) == ()
    assert own.name == "ask Frieda"


def test_notes_are_kept_reworded_and_taken_away(owner: Owner, ideas: list[Idea], clock: SetClock) -> None:
    idea = ideas[0]
    owner.noting.add(idea.id, "Ask the mill")
    written = clock.now()
    clock.forward(timedelta(days=1))
    owner.noting.add(idea.id, "They deliver on Mondays")
    first, second = owner.noting.of(idea.id)

    owner.noting.reword(first.id, "Ask the mill in Ulm")
    owner.noting.take_away(second.id)

    assert [(note.text, note.created_at) for note in owner.noting.of(idea.id)] == [
        ("Ask the mill in Ulm", written)
    ]
    owner.undo()
    owner.undo()
    assert [note.text for note in owner.noting.of(idea.id)] == ["Ask the mill", "They deliver on Mondays"]
    owner.undo()
    assert [note.text for note in owner.noting.of(idea.id)] == ["Ask the mill"]
    owner.redo()
    assert len(owner.noting.of(idea.id)) == 2


def test_a_note_that_was_reworded_elsewhere_is_not_taken_back(
    owner: Owner, elsewhere: Database, ideas: list[Idea], clock: SetClock
) -> None:
    owner.noting.add(ideas[0].id, "Ask the mill")
    [note] = owner.noting.of(ideas[0].id)
    elsewhere.write(lambda stores: stores.own_notes.remove(note, clock.now()))

    with pytest.raises(Conflict):
        owner.undo()
    with pytest.raises(NotFound):
        owner.noting.reword(note.id, "Ask another mill")


def test_a_blank_note_is_refused(owner: Owner, ideas: list[Idea]) -> None:
    with pytest.raises(InvalidInput) as refusal:
        owner.noting.add(ideas[0].id, " ")

    assert refusal.value.field == "text"


def test_an_erased_idea_takes_its_notes_and_tags_along(
    owner: Owner, owners_shop: OwnersShop, elsewhere: Database, door: CustomerDoor, wait: Wait
) -> None:
    idea = wait(door.submit(make_draft("A bell at the door"))).idea
    owner.noting.add(idea.id, "Zanzibarcanary lives next door")
    owner.tagging.tag_as([idea.id], "bells")

    wait(door.erase(idea.claim_code))

    elsewhere.scrub()
    for path in owners_shop.folder.root.rglob("*"):
        assert path.is_dir() or b"anzibarcanary" not in path.read_bytes(), path
    assert [(tag.name, tag.ideas) for tag in owner.tagging.all()] == [("bells", 0)]
    with pytest.raises(Conflict):
        owner.undo()


def test_views_are_saved_in_order_and_come_back(owner: Owner) -> None:
    trials = Question(view=InboxView.ALL, filter=Filter(statuses=frozenset({Status.TRIAL})), words="oat")
    waiting = Question(view=InboxView.WAITING)
    owner.viewing.save("On trial", trials)
    owner.viewing.save("What waits", waiting)
    first, second = owner.viewing.all()
    assert (first.name, first.question.filter, first.question.words) == ("On trial", trials.filter, "")

    owner.viewing.move(second.id, 0)
    owner.viewing.rename(first.id, "Trials")
    assert [view.name for view in owner.viewing.all()] == ["What waits", "Trials"]
    owner.viewing.remove(second.id)
    assert [view.name for view in owner.viewing.all()] == ["Trials"]
    for _ in range(3):
        owner.undo()

    assert [view.name for view in owner.viewing.all()] == ["On trial", "What waits"]


def test_a_view_saved_under_a_known_name_takes_its_place(owner: Owner) -> None:
    owner.viewing.save("Mine", Question(view=InboxView.WAITING))

    owner.viewing.save("mine", Question(view=InboxView.ALL))

    [view] = owner.viewing.all()
    assert (view.name, view.question.view) == ("Mine", InboxView.ALL)
    owner.undo()
    assert owner.viewing.all()[0].question.view is InboxView.WAITING
