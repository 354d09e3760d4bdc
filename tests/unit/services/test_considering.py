"""“We are thinking about it” to many at once: what is skipped, what is refused, and one step back for all."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import pytest

from app.domain.errors import Conflict
from app.domain.ideas import Idea, Status, Visibility
from app.paths import DataFolder
from app.services.owner.owner import Owner
from app.storage.database import Database
from tests.shop import MORNING, SetClock, make_idea

TEXT = "We are thinking about it."


@pytest.fixture
def database(folder: DataFolder) -> Iterator[Database]:
    database = Database.open(folder, clock=SetClock())
    yield database
    database.close()


@pytest.fixture
def owner(database: Database) -> Owner:
    return Owner(seam=database, clock=SetClock())


def put(database: Database, visibility: Visibility) -> Idea:
    idea = make_idea(visibility=visibility)
    database.write(lambda stores: stores.ideas.add(idea))
    return idea


def test_all_are_answered_in_one_action_and_what_is_not_for_all_is_skipped(
    owner: Owner, database: Database
) -> None:
    ideas = [put(database, visibility) for visibility in Visibility]
    by_kind = dict(zip(Visibility, (idea.id for idea in ideas), strict=True))

    considered = owner.considering.consider([idea.id for idea in ideas], TEXT)

    assert considered.skipped == (by_kind[Visibility.PRIVATE], by_kind[Visibility.HIDDEN])
    for visibility in (Visibility.PUBLIC, Visibility.WAITING):
        detail = owner.detail(by_kind[visibility])
        assert detail.idea.status is Status.CONSIDERING
        assert detail.idea.visibility is Visibility.PUBLIC
        assert detail.idea.look_again_on == date(2026, 12, 4)
        assert [answer.text for answer in detail.answers] == [TEXT]

    again = owner.considering.consider([by_kind[Visibility.PUBLIC]], TEXT)
    assert (again.done.action, again.skipped) == (None, (by_kind[Visibility.PUBLIC],))

    owner.undo()
    assert owner.detail(by_kind[Visibility.WAITING]).idea.visibility is Visibility.WAITING
    assert owner.detail(by_kind[Visibility.PUBLIC]).answers == ()
    assert owner.redo().ideas
    assert owner.detail(by_kind[Visibility.PUBLIC]).idea.status is Status.CONSIDERING


def test_the_author_of_a_private_idea_is_told_in_private_where_that_is_meant(
    owner: Owner, database: Database
) -> None:
    idea = put(database, Visibility.PRIVATE)

    considered = owner.considering.consider([idea.id], TEXT, private_too=True)

    assert considered.skipped == ()
    detail = owner.detail(idea.id)
    assert (detail.idea.visibility, detail.idea.status) == (Visibility.PRIVATE, Status.CONSIDERING)
    assert detail.idea.look_again_on == date(2026, 12, 4)
    assert [answer.private for answer in detail.answers] == [True]


def test_changed_words_refuse_all_of_them(owner: Owner, database: Database) -> None:
    ideas = [put(database, Visibility.PUBLIC) for _ in range(2)]

    with pytest.raises(Conflict):
        owner.considering.consider([idea.id for idea in ideas], TEXT, seen={ideas[1].id: MORNING})

    assert [owner.detail(idea.id).answers for idea in ideas] == [(), ()]
