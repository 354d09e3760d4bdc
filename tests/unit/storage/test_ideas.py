from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from app.domain.errors import NotFound
from app.domain.ideas import Contact, HeldFor, Idea, Reply, Status, Visibility
from app.domain.ids import new_id
from app.domain.journal import Change
from app.domain.photos import Photo
from app.paths import DataFolder
from app.storage.database import Database
from app.storage.stores import Stores
from tests.shop import MORNING, answer, make_idea, make_response


def add(database: Database, *ideas: Idea) -> None:
    def verb(stores: Stores) -> None:
        for idea in ideas:
            assert stores.ideas.add(idea)

    database.write(verb)


def test_an_idea_comes_back_as_it_was_given(database: Database) -> None:
    idea = make_idea("Mehr Brötchen 🥐", name="Zoë", placement="TABLE5", held_for=HeldFor.FLOOD)

    add(database, idea)

    assert database.read(lambda stores: stores.ideas.get(idea.id)) == idea
    assert database.read(lambda stores: stores.ideas.by_code(idea.claim_code)) == idea


def test_the_same_id_twice_is_one_idea(database: Database) -> None:
    idea = make_idea("First words")
    add(database, idea)

    again = database.write(lambda stores: stores.ideas.add(replace(idea, text="Other words", claim_code="X")))

    assert again is False
    assert database.read(lambda stores: stores.ideas.get(idea.id)) == idea


def test_a_claim_code_in_use_is_not_given_out_again(database: Database) -> None:
    idea = make_idea()
    add(database, idea)
    made = iter([idea.claim_code, idea.claim_code, "FREE"])

    assert database.read(lambda stores: stores.ideas.free_claim_code(lambda: next(made))) == "FREE"


def test_contact_is_kept_apart_and_only_told_to_exist(database: Database) -> None:
    idea = make_idea()
    contact = Contact(address="ana@example.org", consent_at=MORNING, wording="You may write to me.")

    database.write(lambda stores: stores.ideas.add(idea, contact=contact))

    stored = database.read(lambda stores: stores.ideas.get(idea.id))
    assert stored == replace(idea, has_contact=True)
    assert database.read(lambda stores: stores.ideas.contact(idea.id)) == contact


def test_a_public_answer_and_the_counts_come_with_the_idea(database: Database) -> None:
    idea = make_idea()
    add(database, idea)
    public = make_response(idea)
    private = make_response(idea, "Just for you.", private=True, at=MORNING + timedelta(seconds=1))

    def act(stores: Stores) -> None:
        answer(stores, idea, public)
        stores.responses.add(private)
        stores.replies.add(Reply(id=new_id(MORNING), idea_id=idea.id, text="Thanks!", created_at=MORNING))
        stores.votes.set(idea.id, "visitor", True, MORNING)

    database.write(act)

    stored = database.read(lambda stores: stores.ideas.get(idea.id))
    assert stored == replace(
        idea, status=Status.PLANNED, response=public, private_answers=1, replies=1, votes=1
    )
    assert database.read(lambda stores: stores.responses.of(idea.id)) == [public, private]
    assert [reply.text for reply in database.read(lambda stores: stores.replies.of(idea.id))] == ["Thanks!"]


def test_a_change_tells_what_differed_and_nothing_else(database: Database) -> None:
    idea = make_idea(visibility=Visibility.WAITING)
    add(database, idea)

    changes = database.write(
        lambda stores: stores.ideas.change(
            idea.id, visibility=Visibility.PUBLIC, status=Status.NEW, public_at=MORNING
        )
    )

    milliseconds = int(MORNING.timestamp() * 1000)
    assert changes == [
        Change("ideas", idea.id, "visibility", "waiting", "public"),
        Change("ideas", idea.id, "public_at", None, milliseconds),
    ]
    assert database.write(lambda stores: stores.ideas.change(idea.id, visibility=Visibility.PUBLIC)) == []


def test_a_column_the_journal_does_not_tell_of_cannot_be_changed(database: Database) -> None:
    idea = make_idea()
    add(database, idea)

    with pytest.raises(ValueError, match="claim_code"):
        database.write(lambda stores: stores.ideas.change(idea.id, claim_code="X"))


def test_changing_an_idea_that_is_gone_says_so(database: Database) -> None:
    with pytest.raises(NotFound):
        database.write(lambda stores: stores.ideas.change(new_id(MORNING), status=Status.DONE))


def test_new_words_are_read_and_found_and_the_old_ones_are_not_found(database: Database) -> None:
    idea = make_idea("More muffins")
    add(database, idea)
    later = MORNING + timedelta(minutes=5)

    changes = database.write(
        lambda stores: stores.ideas.revise(idea.id, "More scones", "Ana", revision_id=new_id(later), at=later)
    )

    stored = database.read(lambda stores: stores.ideas.get(idea.id))
    assert stored is not None
    assert (stored.text, stored.name, stored.edited_at) == ("More scones", "Ana", later)
    assert {change.column for change in changes} == {"revision_id", "edited_at"}
    assert database.read(lambda stores: stores.search.public("scones")).ideas == (stored,)
    assert database.read(lambda stores: stores.search.public("muffins")).ideas == ()


def test_no_change_holds_a_customers_words(database: Database) -> None:
    idea = make_idea("More muffins", name="Ana")
    add(database, idea)

    changes = database.write(
        lambda stores: stores.ideas.revise(idea.id, "Canary", "Zoe", revision_id=new_id(MORNING), at=MORNING)
    )

    assert not any(word in repr(changes) for word in ("muffins", "Ana", "Canary", "Zoe"))


def test_ideas_that_build_on_another_come_oldest_first(database: Database) -> None:
    first = make_idea("Music")
    hidden = make_idea(
        "Loud", builds_on=first.id, visibility=Visibility.HIDDEN, at=MORNING + timedelta(hours=1)
    )
    second = make_idea("A guitar", builds_on=first.id, at=MORNING + timedelta(hours=2))
    add(database, first, second, hidden)

    assert database.read(lambda stores: stores.ideas.built_on(first.id, public_only=True)) == [second]
    assert database.read(lambda stores: stores.ideas.built_on(first.id, public_only=False)) == [
        hidden,
        second,
    ]


def test_several_keep_the_order_asked_and_leave_out_what_is_gone(database: Database) -> None:
    one, two = make_idea("One"), make_idea("Two")
    add(database, one, two)

    assert database.read(lambda stores: stores.ideas.several([two.id, new_id(MORNING), one.id])) == [two, one]


def test_erasing_leaves_nothing_and_frees_what_stood_on_it(database: Database, folder: DataFolder) -> None:
    idea = make_idea("Canary words")
    child = make_idea("Builds on it", builds_on=idea.id)
    add(database, idea, child)

    def everything(stores: Stores) -> None:
        answer(stores, idea, make_response(idea))
        stores.replies.add(Reply(id=new_id(MORNING), idea_id=idea.id, text="Canary", created_at=MORNING))
        stores.votes.set(idea.id, "visitor", True, MORNING)
        stores.ideas.revise(idea.id, "Canary again", "", revision_id=new_id(MORNING), at=MORNING)
        stores.ideas.leave_out(idea.id, "Canary …", "", revision_id=new_id(MORNING), at=MORNING)
        stores.drafts.keep(idea.id, "Canary draft")
        photo = Photo(id=new_id(MORNING), idea_id=idea.id, content=b"Canary photo", width=1, height=1)
        stores.photos.add(photo, MORNING)

    database.write(everything)

    database.write(lambda stores: stores.ideas.erase(idea.id))

    assert database.read(lambda stores: stores.ideas.get(idea.id)) is None
    assert database.read(lambda stores: stores.search.all("canary")).ideas == ()
    assert database.read(lambda stores: stores.erasures.ids()) == [idea.id]
    stored = database.read(lambda stores: stores.ideas.get(child.id))
    assert stored is not None
    assert (stored.builds_on, stored.link) == (None, None)
    database.scrub()
    assert not [path for path in folder.root.iterdir() if b"Canary" in path.read_bytes()]
    for table in ("revisions", "responses", "replies", "votes", "contacts", "drafts", "photos"):
        assert [row[1:2] for row in database.rows(f"SELECT * FROM {table}") if idea.id.bytes in row] == []


def test_an_erased_idea_does_not_come_back_when_it_is_sent_again(database: Database) -> None:
    idea = make_idea()
    add(database, idea)
    database.write(lambda stores: stores.ideas.erase(idea.id))

    assert database.write(lambda stores: stores.ideas.add(idea)) is False
    assert database.read(lambda stores: stores.ideas.get(idea.id)) is None


def test_what_is_left_out_on_the_wall_stays_with_its_author(database: Database) -> None:
    idea = make_idea("Call 0171 5550123", name="Amina Rahimi")
    add(database, idea)

    def hide_parts(stores: Stores) -> list[Change]:
        return stores.ideas.leave_out(idea.id, "Call …", "", revision_id=new_id(MORNING), at=MORNING)

    database.write(hide_parts)
    seen = database.read(lambda stores: stores.ideas.get(idea.id))
    assert seen is not None
    assert (seen.text, seen.name) == ("Call …", "")
    assert (seen.own_text, seen.own_name) == ("Call 0171 5550123", "Amina Rahimi")
    assert database.read(lambda stores: stores.search.all("0171")).ideas == ()

    database.write(lambda stores: stores.ideas.show_own_words(idea.id))
    assert database.read(lambda stores: stores.ideas.get(idea.id)) == idea
    assert len(database.read(lambda stores: stores.search.all("0171")).ideas) == 1
