"""A mirror of the board that follows the changes shows what hangs there, whatever happens in between."""

from __future__ import annotations

from typing import Any
from uuid import UUID

import pytest

from app.domain.ideas import Idea, Visibility
from app.services.customer.following import erase
from app.services.owner.owner import Owner
from app.services.owner.triage import approve
from app.storage.stores import Stores
from tests.unit.web.calling import HERE, Kiosk, paired_kiosk
from tests.unit.web.conftest import NO_LIMITS, OpenShop


class Mirror:
    """As a kiosk keeps it."""

    def __init__(self, kiosk: Kiosk, limit: int = 100) -> None:
        self.kiosk = kiosk
        self.limit = limit
        self.since = 0
        self.ideas: dict[str, dict[str, Any]] = {}
        self.restarts = 0

    def follow(self) -> int:
        """Read on to the end; how many answers that took."""
        since, after, heard = self.since, "", set[str]()
        for asked in range(1, 1000):
            told = self.ask(since, after)
            self.ideas.update({idea["id"]: idea for idea in told["ideas"]})
            heard.update(idea["id"] for idea in told["ideas"])
            for gone in told["gone"]:
                self.ideas.pop(gone, None)
            if told["next"] is not None:
                since = told["next"]
            elif told["next_after"] is not None:
                since, after = 0, told["next_after"]
            else:
                if told["restart"]:
                    self.restarts += 1
                    self.ideas = {id: idea for id, idea in self.ideas.items() if id in heard}
                self.since = told["version"]
                return asked
        raise AssertionError("the changes never end")

    def ask(self, since: int, after: str) -> dict[str, Any]:
        path = f"/changes?since={since}&limit={self.limit}" + (f"&after={after}" if after else "")
        answer = self.kiosk.ask("GET", path)
        assert answer.status_code == 200, answer.text
        told: dict[str, Any] = answer.json()
        return told

    def texts(self) -> set[str]:
        return {str(idea["text"]) for idea in self.ideas.values()}


@pytest.fixture
def mirror(open_shop: OpenShop) -> Mirror:
    return Mirror(paired_kiosk(open_shop(NO_LIMITS, address=HERE)))


def test_a_new_mirror_gets_all_that_is_public(mirror: Mirror) -> None:
    house = mirror.kiosk.house
    for number in range(7):
        house.pin(f"Idea {number}")
    house.pin("Waiting", visibility=Visibility.WAITING)
    mirror.limit = 3

    answers = mirror.follow()

    assert (answers, mirror.restarts) == (3, 1)
    assert mirror.texts() == {f"Idea {number}" for number in range(7)}
    assert mirror.since == house.door.board_version()


def test_nothing_new_is_nothing_to_read(mirror: Mirror) -> None:
    mirror.kiosk.house.pin("One")
    mirror.follow()

    told = mirror.ask(mirror.since, "")

    assert told == {
        "version": mirror.since, "ideas": [], "gone": [], "next": None, "next_after": None, "restart": False,
    }  # fmt: skip


def test_a_mirror_hears_of_new_changed_and_hidden_ideas_only(mirror: Mirror) -> None:
    house = mirror.kiosk.house
    kept, hidden, answered = (house.pin(text) for text in ("Kept", "Hidden", "Answered"))
    mirror.follow()
    house.show(hidden.id, Visibility.HIDDEN)
    house.answer(answered, "We do.")
    house.pin("New")

    told = mirror.ask(mirror.since, "")

    assert {idea["text"] for idea in told["ideas"]} == {"Answered", "New"}
    assert told["gone"] == [str(hidden.id)]
    mirror.follow()
    assert mirror.ideas[str(answered.id)]["response"]["text"] == "We do."
    assert str(kept.id) in mirror.ideas
    assert mirror.restarts == 1


def test_what_was_merged_or_erased_is_gone(mirror: Mirror) -> None:
    house = mirror.kiosk.house
    survivor, merged, erased = (house.pin(text) for text in ("Survivor", "Merged", "Erased"))
    mirror.follow()

    def act(stores: Stores) -> None:
        changes = stores.ideas.change(merged.id, merged_into=survivor.id)
        house.journal(stores, "merge", merged.id, changes)
        stores.ideas.erase(erased.id)
        house.journal(stores, "erase", erased.id, [])

    house.database.write(act)
    mirror.follow()

    assert mirror.texts() == {"Survivor"}


def test_a_mirror_follows_what_is_put_together_and_taken_apart(mirror: Mirror) -> None:
    house = mirror.kiosk.house
    merging = Owner(seam=house.database, clock=house.clock).merging
    survivor, source = house.pin("Oat milk", votes=2), house.pin("Milk of oats", votes=3)
    village = house.pin("From the village", builds_on=source.id)
    mirror.follow()

    def stands() -> tuple[int, int, str]:
        kept = mirror.ideas[str(survivor.id)]
        return kept["votes"], kept["built_on"], mirror.ideas[str(village.id)]["builds_on"]

    merging.merge([source.id], survivor.id)
    mirror.follow()
    assert mirror.texts() == {"Oat milk", "From the village"}
    assert stands() == (3, 1, str(survivor.id))
    merging.unmerge([source.id])
    mirror.follow()
    assert mirror.texts() == {"Oat milk", "Milk of oats", "From the village"}
    assert stands() == (2, 0, str(source.id))
    merging.merge([source.id], survivor.id)
    mirror.follow()
    mirror.kiosk.house.database.write(lambda stores: erase(stores, survivor.claim_code))
    mirror.follow()
    assert mirror.texts() == {"Milk of oats", "From the village"}
    assert mirror.restarts == 1


def test_many_changes_are_read_in_parts(mirror: Mirror) -> None:
    house = mirror.kiosk.house
    ideas = [house.pin(f"Idea {number}") for number in range(9)]
    mirror.follow()
    for idea in ideas:
        house.answer(idea, "Yes.")
        house.answer(idea, "Yes, really.")
    mirror.limit = 2

    answers = mirror.follow()

    assert answers >= 5
    assert all(idea["response"]["text"] == "Yes, really." for idea in mirror.ideas.values())
    assert mirror.restarts == 1


def test_what_happens_while_the_whole_board_is_read_is_not_missed(mirror: Mirror) -> None:
    house = mirror.kiosk.house
    first = [house.pin(f"Idea {number}") for number in range(6)]
    late = house.pin("Approved meanwhile", visibility=Visibility.WAITING)
    mirror.limit = 2
    told = mirror.ask(0, "")
    mirror.ideas = {idea["id"]: idea for idea in told["ideas"]}

    house.show(first[0].id, Visibility.HIDDEN)
    house.show(late.id)
    while told["next_after"]:
        told = mirror.ask(0, told["next_after"])
        mirror.ideas.update({idea["id"]: idea for idea in told["ideas"]})
    mirror.since = told["version"]
    mirror.follow()

    assert mirror.texts() == {f"Idea {number}" for number in range(1, 6)} | {"Approved meanwhile"}


def test_what_an_idea_builds_on_is_told_with_its_new_count(mirror: Mirror) -> None:
    house = mirror.kiosk.house
    parent = house.pin("Oat milk")
    mirror.follow()

    child = house.pin("From the village", builds_on=parent.id)
    mirror.follow()
    with_child = mirror.ideas[str(parent.id)]["built_on"]
    house.show(child.id, Visibility.HIDDEN)
    mirror.follow()

    assert (with_child, mirror.ideas[str(parent.id)]["built_on"]) == (1, 0)


@pytest.mark.parametrize("since", [10**17, 7_777_777])
def test_a_mirror_of_another_board_starts_anew(mirror: Mirror, since: int) -> None:
    mirror.kiosk.house.pin("One")
    mirror.follow()
    mirror.since = since
    mirror.ideas["another"] = {"text": "Of another shop"}

    mirror.follow()

    assert mirror.texts() == {"One"}
    assert mirror.since == mirror.kiosk.house.door.board_version()


def test_after_a_restored_backup_a_mirror_starts_anew(mirror: Mirror) -> None:
    house = mirror.kiosk.house
    house.pin("One")
    mirror.follow()
    mirror.ideas["lost"] = {"text": "Came after the backup"}
    shop = house.door.shop()
    house.database.write(lambda stores: house.journal(stores, "restore", shop.id, []))

    mirror.follow()

    assert mirror.texts() == {"One"}
    assert mirror.restarts == 2


def test_a_change_of_the_shop_is_no_idea(mirror: Mirror) -> None:
    mirror.kiosk.house.pin("One")
    mirror.follow()
    mirror.kiosk.house.set_shop(name="Corner Bakery")

    told = mirror.ask(mirror.since, "")

    assert (told["ideas"], told["gone"]) == ([], [])
    assert told["version"] > mirror.since


def test_a_thousand_votes_for_one_idea_are_one_change(mirror: Mirror) -> None:
    house = mirror.kiosk.house
    idea = house.pin("Oat milk")
    mirror.follow()

    def vote(stores: Stores) -> None:
        for number in range(1000):
            stores.votes.set(idea.id, f"visitor {number}", True, house.clock.now())
            house.journal(stores, "vote", idea.id, [])

    house.database.write(vote)
    told = mirror.ask(mirror.since, "")

    assert [one["votes"] for one in told["ideas"]] == [1000]
    assert told["next"] is None


def test_an_approved_idea_of_the_owner_reaches_the_mirror(mirror: Mirror) -> None:
    house = mirror.kiosk.house
    house.pin("One")
    waiting: Idea = house.pin("Waiting", visibility=Visibility.WAITING)
    mirror.follow()
    house.database.write(lambda stores: approve(stores, [waiting.id], house.clock.now()))

    mirror.follow()

    assert mirror.texts() == {"One", "Waiting"}


@pytest.mark.parametrize(
    ("query", "named"),
    [
        ("since=x", "since"),
        ("since=-1", "since"),
        ("since=1e3", "since"),
        ("since=" + "9" * 19, "since"),
        ("since=٣", "since"),
        ("limit=0", "limit"),
        ("limit=101", "limit"),
    ],
)
def test_a_strange_question_is_named(mirror: Mirror, query: str, named: str) -> None:
    answer = mirror.kiosk.ask("GET", f"/changes?{query}")

    assert (answer.status_code, answer.json()["field"]) == (422, named)


@pytest.mark.parametrize("after", ["x", "9.", "9.x", ".", "%00", "9" * 400, "12.AAAA", "-1.x"])
def test_a_place_that_leads_nowhere_is_the_beginning(mirror: Mirror, after: str) -> None:
    idea = mirror.kiosk.house.pin("One")

    told = mirror.kiosk.ask("GET", f"/changes?since=0&after={after}").json()

    assert [UUID(one["id"]) for one in told["ideas"]] == [idea.id]
    assert told["restart"] is True
