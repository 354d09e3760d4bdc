"""The inbox's list by view and filter: everything that fits, once, page after page, and its counts."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date, timedelta
from functools import partial
from uuid import UUID

import pytest

from app.domain.decisions import Decision
from app.domain.ideas import Channel, HeldFor, Idea, Reply, Status, Visibility
from app.domain.ids import new_id
from app.domain.inbox import InboxView
from app.domain.notices import PaperSize
from app.domain.views import Filter, Question, SavedView
from app.paths import DataFolder
from app.services.owner.owner import Owner
from app.storage.database import Database
from app.storage.stores import Stores
from tests.shop import MORNING, SetClock, answer, make_idea, make_response

Fits = Callable[[int], bool]
COUNT = 60


@pytest.fixture
def database(folder: DataFolder) -> Iterator[Database]:
    database = Database.open(folder, clock=SetClock())
    yield database
    database.close()


@pytest.fixture
def owner(database: Database) -> Owner:
    return Owner(seam=database, clock=SetClock())


@pytest.fixture
def ideas(database: Database) -> list[Idea]:
    """One a day, of every kind."""
    made = [_idea(number) for number in range(COUNT)]

    def add(stores: Stores) -> None:
        for number, idea in enumerate(made):
            stores.ideas.add(idea)
            if number % 10 == 7:
                answer(stores, idea, make_response(idea, at=idea.created_at))

    database.write(add)
    return made


def _idea(number: int) -> Idea:
    visibility = list(Visibility)[number % 4]
    at = MORNING + timedelta(days=number)
    held = HeldFor.TWIN if number % 20 == 0 else None
    idea = make_idea(f"Idea {number}", at=at, visibility=visibility, held_for=held)
    channel = Channel.PAPER if number % 6 == 5 else Channel.PHONE
    return replace(idea, channel=channel, placement="TABLE5" if number % 3 == 0 else "")


def _reply(stores: Stores, said: Reply) -> None:
    stores.replies.add(said)


def listed(owner: Owner, asked: Filter, view: InboxView = InboxView.ALL, *, limit: int = 7) -> list[str]:
    question = Question(view=view, filter=asked)
    found: list[Idea] = []
    page = owner.listing.page(question, limit=limit).page
    found += page.ideas
    while page.next is not None:
        page = owner.listing.page(question, after=page.next, limit=limit).page
        found += page.ideas
    return [idea.text for idea in found]


def numbers(*wanted: int) -> list[str]:
    return [f"Idea {number}" for number in wanted]


@pytest.mark.parametrize(
    ("asked", "fits"),
    [
        (Filter(statuses=frozenset({Status.PLANNED})), lambda n: n % 10 == 7),
        (Filter(statuses=frozenset({Status.NEW, Status.PLANNED})), lambda n: n >= 0),
        (Filter(visibilities=frozenset({Visibility.HIDDEN})), lambda n: n % 4 == 3),
        (Filter(visibilities=frozenset({Visibility.PUBLIC, Visibility.HIDDEN})), lambda n: n % 2 == 1),
        (Filter(channels=frozenset({Channel.PAPER})), lambda n: n % 6 == 5),
        (Filter(places=frozenset({"TABLE5"})), lambda n: n % 3 == 0),
        (Filter(places=frozenset({"' OR 1=1"})), lambda n: n < 0),
        (Filter(held=frozenset({HeldFor.TWIN, HeldFor.STAFF})), lambda n: n % 20 == 0),
        (Filter(since=date(2026, 11, 25), until=date(2026, 11, 26)), lambda n: n in (5, 6)),
        (Filter(channels=frozenset({Channel.PAPER}), visibilities=frozenset({Visibility.PUBLIC})),
         lambda n: n % 12 == 5),
    ],
)  # fmt: skip
@pytest.mark.usefixtures("ideas")
def test_a_filter_finds_what_fits_newest_first(owner: Owner, asked: Filter, fits: Fits) -> None:
    assert listed(owner, asked) == numbers(*(n for n in reversed(range(COUNT)) if fits(n)))


@pytest.mark.usefixtures("ideas")
def test_a_filter_narrows_a_view_and_begins_with_the_oldest(owner: Owner) -> None:
    asked = Filter(channels=frozenset({Channel.PHONE}), places=frozenset({"TABLE5"}))

    assert listed(owner, asked, InboxView.WAITING) == numbers(*(n for n in range(0, COUNT, 12)))


def test_a_tag_finds_what_carries_it_or_what_was_merged_into_it(owner: Owner, ideas: list[Idea]) -> None:
    owner.tagging.tag_as([ideas[n].id for n in (3, 30)], "bread")
    owner.tagging.tag_as([ideas[n].id for n in (30, 33)], "loaves")
    bread, loaves = owner.tagging.all()
    owner.tagging.merge(loaves.id, bread.id)

    assert listed(owner, Filter(tags=frozenset({bread.id})), limit=1) == numbers(33, 30, 3)
    page = owner.listing.page(Question(view=InboxView.ALL, filter=Filter(tags=frozenset({bread.id}))))
    assert page.tags == {ideas[n].id: (bread.id,) for n in (3, 30, 33)}
    assert [(tag.name, tag.ideas) for tag in page.known] == [("bread", 3)]


def test_replies_that_nothing_was_said_to_are_found(
    owner: Owner, database: Database, ideas: list[Idea]
) -> None:
    for number in (7, 8):
        at = ideas[number].created_at + timedelta(hours=1)
        said = Reply(id=new_id(at), idea_id=ideas[number].id, text="And now?", created_at=at)
        database.write(partial(_reply, said=said))
    later = make_response(ideas[8], at=ideas[8].created_at + timedelta(hours=2))
    database.write(lambda stores: answer(stores, ideas[8], later))

    assert listed(owner, Filter(replied=True)) == numbers(7)


def test_what_changed_is_told_with_whether_it_belongs(owner: Owner, ideas: list[Idea]) -> None:
    question = Question(view=InboxView.ALL, filter=Filter(channels=frozenset({Channel.PAPER})))
    gone = UUID(int=1)

    changed = owner.listing.changed([ideas[5].id, ideas[6].id, gone], question)

    assert [idea.text for idea in changed.ideas] == numbers(5, 6)
    assert changed.belonging == {ideas[5].id}


@pytest.mark.usefixtures("ideas")
def test_views_are_counted(owner: Owner) -> None:
    paper = Question(view=InboxView.ALL, filter=Filter(channels=frozenset({Channel.PAPER})))
    views = [
        SavedView(id=UUID(int=1), name="Paper", question=paper, place=0),
        SavedView(id=UUID(int=2), name="Waiting", question=Question(view=InboxView.WAITING), place=1),
    ]

    assert owner.listing.counts(views) == {UUID(int=1): 10, UUID(int=2): 15}


@pytest.mark.usefixtures("ideas")
def test_a_filter_narrows_a_search(owner: Owner) -> None:
    question = Question(
        view=InboxView.ALL, filter=Filter(channels=frozenset({Channel.PAPER})), words="idea 17"
    )

    assert [idea.text for idea in owner.listing.page(question).page.ideas] == numbers(17)


def test_a_search_finds_what_stands_around_an_idea(
    owner: Owner, database: Database, ideas: list[Idea]
) -> None:
    owner.noting.add(ideas[4].id, "Ask the zimtmill")
    said = Reply(id=new_id(MORNING), idea_id=ideas[6].id, text="Zimtschnecken, please", created_at=MORNING)
    database.write(partial(_reply, said=said))

    def found(words: str) -> list[str]:
        question = Question(view=InboxView.ALL, words=words)
        return [idea.text for idea in owner.listing.page(question).page.ideas]

    assert found("zimt") == numbers(6, 4)
    assert found("zimtschne") == numbers(6)
    assert found(ideas[9].claim_code.lower()) == numbers(9)
    owner.undo()
    assert found("zimt") == numbers(6)
    assert database.read(lambda stores: stores.search.public("zimt")).ideas == ()


def test_a_search_says_where_it_found_what_an_idea_does_not_say(owner: Owner, ideas: list[Idea]) -> None:
    owner.tagging.tag_as([ideas[4].id, ideas[9].id], "Fresh bread")
    owner.noting.add(ideas[5].id, "Ask the zimtmill")
    owner.answer(ideas[9].id, Decision(status=Status.PLANNED, text="Zimtschnecken from Monday on."))
    notice, _content = owner.make_notice(ideas[9].id, PaperSize.A5, address="")

    def found(words: str) -> dict[str, tuple[str, str]]:
        listed = owner.listing.page(Question(view=InboxView.ALL, words=words))
        texts = {idea.id: idea.text for idea in listed.page.ideas}
        return {texts[id_]: (match.place.value, match.name) for id_, match in listed.matches.items()}

    assert found("bre") == {"Idea 4": ("tag", "Fresh bread"), "Idea 9": ("tag", "Fresh bread")}
    assert found("zimt") == {"Idea 5": ("note", ""), "Idea 9": ("answer", "")}
    for typed in (str(notice.number), f"no. {notice.number}", f"Nr {notice.number}", f"#{notice.number}"):
        assert found(typed)["Idea 9"] == ("notice", str(notice.number))
    assert found(ideas[8].claim_code) == {"Idea 8": ("code", "")}
    assert found("no. 99999999") == {}


def test_a_search_finds_a_place_by_its_label_and_keeps_within_view_and_filter(
    owner: Owner, database: Database
) -> None:
    hatch = owner.add_placement("Hatch by the window")
    here, hidden = make_idea("More light"), make_idea("Less light", visibility=Visibility.HIDDEN)
    for idea in (here, hidden):
        hung = replace(idea, placement=hatch.token)
        database.write(partial(_add, idea=hung))

    def found(**narrow: Filter | InboxView) -> list[str]:
        question = replace(Question(view=InboxView.ALL, words="hatch win"), **narrow)  # type: ignore[arg-type]
        return sorted(idea.text for idea in owner.listing.page(question).page.ideas)

    assert found() == ["Less light", "More light"]
    assert found(view=InboxView.TO_ANSWER) == ["More light"]
    assert found(filter=Filter(visibilities=frozenset({Visibility.HIDDEN}))) == ["Less light"]
    assert found(filter=Filter(channels=frozenset({Channel.PAPER}))) == []


def _add(stores: Stores, idea: Idea) -> None:
    stores.ideas.add(idea)
