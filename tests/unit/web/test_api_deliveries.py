"""Deliveries: in order, each once, whatever stands between them."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import timedelta
from typing import Any
from uuid import UUID

import pytest

from app.domain.claim_codes import new_claim_code
from app.domain.errors import StorageProblem
from app.domain.ideas import Channel, HeldFor, Idea, Link, Visibility
from app.domain.ids import new_id
from app.domain.shop import Moderation
from app.services.customer import delivering
from app.web.settings import Limits
from tests.unit.web.calling import HERE, Kiosk, paired_kiosk
from tests.unit.web.conftest import NO_LIMITS, OpenShop
from tests.unit.web.house import House


@pytest.fixture
def kiosk(open_shop: OpenShop) -> Kiosk:
    return paired_kiosk(open_shop(NO_LIMITS, address=HERE))


def an_id(house: House) -> str:
    return str(new_id(house.clock.now()))


def an_idea(house: House, text: str = "A bench outside", **changes: object) -> dict[str, Any]:
    return {
        "kind": "idea",
        "id": an_id(house),
        "claim_code": new_claim_code(),
        "waited_seconds": 0,
        "text": text,
        "name": "Ola",
        "builds_on": None,
        "link": None,
        "language": "pl",
        **changes,
    }


def a_vote(house: House, voted: Idea, *, given: bool = True, **changes: object) -> dict[str, Any]:
    return {
        "kind": "vote", "id": an_id(house), "idea": str(voted.id), "visitor": "somebody", "given": given, **changes,
    }  # fmt: skip


def looks(house: House, *seen: tuple[Idea, int, int]) -> dict[str, Any]:
    told = [{"idea": str(idea.id), "views": views, "milliseconds": ms} for idea, views, ms in seen]
    return {"kind": "looks", "id": an_id(house), "looks": told}


def votes_of(house: House, idea: Idea) -> int:
    return house.door.idea(idea.id).votes


def test_an_idea_is_stored_with_the_code_its_author_was_given(kiosk: Kiosk) -> None:
    sent = an_idea(kiosk.house, waited_seconds=90)

    assert kiosk.statuses(sent) == [201]

    [idea] = kiosk.house.ideas()
    assert (str(idea.id), idea.claim_code, idea.channel) == (sent["id"], sent["claim_code"], Channel.KIOSK)
    assert (idea.name, idea.language, idea.visibility) == ("Ola", "pl", Visibility.WAITING)
    assert idea.created_at == kiosk.house.clock.now() - timedelta(seconds=90)
    assert kiosk.house.door.claim(sent["claim_code"]).idea.id == idea.id


def test_the_same_batch_again_changes_nothing(kiosk: Kiosk) -> None:
    hanging = kiosk.house.pin("Oat milk")
    batch = [
        an_idea(kiosk.house),
        a_vote(kiosk.house, hanging),
        looks(kiosk.house, (hanging, 2, 3000)),
    ]

    first, again = kiosk.deliver(*batch), kiosk.deliver(*batch)

    assert [one["status"] for one in first.json()["results"]] == [201, 200, 201]
    assert [one["status"] for one in again.json()["results"]] == [200, 200, 200]
    assert [one["id"] for one in again.json()["results"]] == [one["id"] for one in batch]
    assert len(kiosk.house.ideas()) == 2
    assert votes_of(kiosk.house, hanging) == 1
    assert kiosk.house.door.idea(hanging.id).views == 2


def test_a_bad_item_in_the_middle_stops_nobody(kiosk: Kiosk) -> None:
    good = [an_idea(kiosk.house, f"Idea {number}") for number in range(3)]
    bad = an_idea(kiosk.house, "  ")

    answer = kiosk.deliver(good[0], bad, "nonsense", good[1], {"kind": "storm", "id": "7"}, good[2])

    results = answer.json()["results"]
    assert [one["status"] for one in results] == [201, 422, 422, 201, 422, 201]
    assert (results[1]["id"], results[1]["field"]) == (bad["id"], "text")
    assert "write your idea" in results[1]["error"]
    assert (results[2]["id"], results[4]["id"]) == (None, None)
    assert [idea.text for idea in kiosk.house.ideas()] == ["Idea 0", "Idea 1", "Idea 2"]


@pytest.mark.parametrize(
    ("change", "named"),
    [
        ({"id": "x"}, "id"),
        ({"id": None}, "id"),
        ({"text": 7}, "text"),
        ({"text": "x" * 501}, "text"),
        ({"name": "x" * 61}, "name"),
        ({"claim_code": "123"}, "claim_code"),
        ({"claim_code": None}, "claim_code"),
        ({"claim_code": ["7KQM4TWXH"]}, "claim_code"),
        ({"waited_seconds": "9"}, "waited_seconds"),
        ({"waited_seconds": None}, "waited_seconds"),
        ({"waited_seconds": -1}, "waited_seconds"),
        ({"waited_seconds": 10**300}, "waited_seconds"),
        ({"waited_seconds": 0.5}, "waited_seconds"),
        ({"builds_on": 1}, "builds_on"),
        ({"link": "or"}, "link"),
        ({"language": []}, "language"),
        ({"kind": "card"}, "kind"),
        ({"kind": {"idea": 1}}, "kind"),
    ],
)
def test_an_idea_that_cannot_be_taken_is_named(kiosk: Kiosk, change: dict[str, Any], named: str) -> None:
    [result] = kiosk.deliver(an_idea(kiosk.house, **change)).json()["results"]

    assert (result["status"], result["field"]) == (422, named)
    assert kiosk.house.ideas() == []


@pytest.mark.parametrize(
    ("change", "named"),
    [
        ({"idea": "x"}, "idea"),
        ({"visitor": ""}, "visitor"),
        ({"visitor": "é"}, "visitor"),
        ({"visitor": "v" * 65}, "visitor"),
        ({"given": 1}, "given"),
        ({"given": None}, "given"),
    ],
)
def test_a_vote_that_cannot_be_taken_is_named(kiosk: Kiosk, change: dict[str, Any], named: str) -> None:
    hanging = kiosk.house.pin("Oat milk")

    [result] = kiosk.deliver(a_vote(kiosk.house, hanging, **change)).json()["results"]

    assert (result["status"], result["field"]) == (422, named)


@pytest.mark.parametrize(
    "look",
    [
        {"views": -1},
        {"views": 10_001},
        {"views": 10**25},
        {"milliseconds": True},
        {"milliseconds": 86_400_001},
        {"milliseconds": None},
        {"idea": 5},
    ],
)
def test_of_impossible_looks_none_counts(kiosk: Kiosk, look: dict[str, Any]) -> None:
    hanging = kiosk.house.pin("Oat milk")
    told = looks(kiosk.house, (hanging, 1, 1000))
    told["looks"].append({"idea": str(hanging.id), "views": 1, "milliseconds": 1, **look})

    assert kiosk.statuses(told) == [422]
    assert kiosk.house.door.idea(hanging.id).views == 0


@pytest.mark.parametrize("items", [None, {}, "x", [[]] * 201, 5])
def test_what_is_no_list_of_items_is_refused_whole(kiosk: Kiosk, items: object) -> None:
    answer = kiosk.ask("POST", "/deliveries", {"items": items})

    assert (answer.status_code, answer.json()["field"]) == (422, "items")


def test_an_empty_delivery_is_answered_so(kiosk: Kiosk) -> None:
    assert kiosk.deliver().json() == {"results": [], "views": {}}


def test_more_than_a_form_holds_is_refused_unread(kiosk: Kiosk) -> None:
    answer = kiosk.deliver(*[an_idea(kiosk.house, "x" * 400) for _ in range(60)])

    assert answer.status_code == 413


def test_an_idea_counts_from_the_day_it_was_pinned_sixty_days_at_most(kiosk: Kiosk) -> None:
    sent = [an_idea(kiosk.house, waited_seconds=seconds) for seconds in (3600, 10**9, 10**12)]

    assert kiosk.statuses(*sent) == [201, 201, 201]
    now = kiosk.house.clock.now()
    waited = [now - idea.created_at for idea in kiosk.house.ideas()]
    assert waited == [timedelta(hours=1), timedelta(days=60), timedelta(days=60)]


def test_a_claim_code_that_another_idea_has_is_refused_for_good(kiosk: Kiosk) -> None:
    hanging = kiosk.house.pin("Oat milk")
    sent = an_idea(kiosk.house, claim_code=hanging.claim_code)

    [result] = kiosk.deliver(sent).json()["results"]

    assert result["status"] == 409
    assert "claim code" in result["error"]
    assert len(kiosk.house.ideas()) == 1


@pytest.mark.parametrize("change", [{"text": "Other words"}, {"name": "Eva"}, {"claim_code": "7KQM4TWXH"}])
def test_the_same_id_for_something_else_is_refused(kiosk: Kiosk, change: dict[str, str]) -> None:
    if "claim_code" in change:
        change = {"claim_code": new_claim_code()}
    sent = an_idea(kiosk.house)

    assert kiosk.statuses(sent, {**sent, **change}, sent) == [201, 409, 200]


def test_what_builds_on_an_idea_of_the_same_batch_is_linked_once_that_is_public(kiosk: Kiosk) -> None:
    hanging = kiosk.house.pin("Oat milk")
    sent = an_idea(kiosk.house, builds_on=str(hanging.id), link="but")

    kiosk.statuses(sent)

    built = kiosk.house.newest()
    assert (built.builds_on, built.link) == (hanging.id, Link.BUT)


def test_an_idea_that_its_author_erased_is_delivered_and_stays_away(kiosk: Kiosk) -> None:
    sent = an_idea(kiosk.house, "Canary words")
    kiosk.deliver(sent)
    kiosk.house.database.write(lambda stores: stores.ideas.erase(UUID(sent["id"])))

    assert kiosk.statuses(sent) == [200]
    assert kiosk.house.ideas() == []


def test_votes_end_as_they_were_given_last(kiosk: Kiosk) -> None:
    hanging = kiosk.house.pin("Oat milk")
    batch = [a_vote(kiosk.house, hanging, given=given) for given in (True, False, True, False, True)]

    assert kiosk.statuses(*batch) == [200] * 5
    assert votes_of(kiosk.house, hanging) == 1


def test_a_vote_for_what_hangs_no_more_is_told_so(kiosk: Kiosk) -> None:
    hidden = kiosk.house.pin("Hidden", visibility=Visibility.HIDDEN)

    assert kiosk.statuses(a_vote(kiosk.house, hidden)) == [404]


def test_looks_add_up_and_are_told_back(kiosk: Kiosk, open_shop: OpenShop) -> None:
    other = paired_kiosk(open_shop(NO_LIMITS, address=HERE), "Window")
    first, second = kiosk.house.pin("Oat milk"), kiosk.house.pin("A bench")
    kiosk.deliver(looks(kiosk.house, (first, 3, 9000), (second, 1, 100)))

    answer = other.deliver(looks(kiosk.house, (first, 2, 1000)))

    assert answer.json()["views"] == {str(first.id): 5}
    [(views, milliseconds)] = kiosk.house.database.rows(
        f"SELECT views, milliseconds FROM looks WHERE idea_id = x'{first.id.hex}'"
    )
    assert (views, milliseconds) == (5, 10000)


def test_looks_at_an_idea_that_is_gone_count_nowhere(kiosk: Kiosk) -> None:
    hanging, gone = kiosk.house.pin("Oat milk"), kiosk.house.pin("Gone")
    kiosk.house.database.write(lambda stores: stores.ideas.erase(gone.id))

    answer = kiosk.deliver(looks(kiosk.house, (gone, 3, 9000), (hanging, 1, 100)))

    assert answer.json()["views"] == {str(hanging.id): 1}
    assert kiosk.house.database.rows("SELECT count(*) FROM looks") == [(1,)]


def test_erasing_an_idea_erases_its_looks(kiosk: Kiosk) -> None:
    hanging = kiosk.house.pin("Oat milk")
    kiosk.deliver(looks(kiosk.house, (hanging, 3, 9000)))

    kiosk.house.database.write(lambda stores: stores.ideas.erase(hanging.id))

    assert kiosk.house.database.rows("SELECT count(*) FROM looks") == [(0,)]


def failing_at(monkeypatch: pytest.MonkeyPatch, text: str, error: Exception) -> None:
    """From then on an idea of that text fails on our side."""
    original = delivering.as_verb

    def as_verb(delivery: delivering.Delivery, now: Any) -> Callable[..., bool]:
        if isinstance(delivery, delivering.PinnedIdea) and delivery.draft.text == text:
            raise error
        return original(delivery, now)

    monkeypatch.setattr("app.services.customer.kiosk_door.as_verb", as_verb)


@pytest.mark.parametrize("error", [StorageProblem("The disk is full."), ZeroDivisionError()])
def test_where_our_side_fails_the_results_end_and_sending_again_mends_it(
    kiosk: Kiosk, monkeypatch: pytest.MonkeyPatch, error: Exception
) -> None:
    batch = [an_idea(kiosk.house, text) for text in ("One", "Two", "Three")]
    with monkeypatch.context() as patched:
        failing_at(patched, "Two", error)
        first = kiosk.deliver(*batch).json()["results"]

    assert [(one["id"], one["status"]) for one in first] == [(batch[0]["id"], 201)]
    again = kiosk.statuses(*batch)
    assert (again[0], again[1]) == (200, 201)
    assert sorted(idea.text for idea in kiosk.house.ideas()) == ["One", "Three", "Two"]


def test_when_nothing_could_be_stored_the_whole_delivery_is_to_come_again(
    kiosk: Kiosk, monkeypatch: pytest.MonkeyPatch
) -> None:
    failing_at(monkeypatch, "One", StorageProblem("The disk is full."))

    answer = kiosk.deliver(an_idea(kiosk.house, "One"), an_idea(kiosk.house, "Two"))

    assert answer.status_code == 503
    assert int(answer.headers["retry-after"]) > 0


@pytest.fixture
def open_board(kiosk: Kiosk) -> Kiosk:
    kiosk.house.set_shop(moderation=Moderation.PUBLIC_AT_ONCE)
    return kiosk


def test_a_shop_that_shows_at_once_shows_a_kiosks_idea_as_of_when_it_was_pinned(open_board: Kiosk) -> None:
    open_board.deliver(an_idea(open_board.house, waited_seconds=600))

    [idea] = open_board.house.ideas()
    assert idea.visibility is Visibility.PUBLIC
    assert idea.public_at == idea.created_at


def test_a_twin_of_what_hangs_there_is_held(open_board: Kiosk) -> None:
    open_board.house.pin("A bench outside")

    open_board.deliver(an_idea(open_board.house, "a bench outside!"))

    newest = open_board.house.newest()
    assert (newest.visibility, newest.held_for) == (Visibility.WAITING, HeldFor.TWIN)


def different_words(number: int) -> str:
    return "".join(chr(ord("a") + (number * 7 + place * 11) % 26) for place in range(24))


def test_more_than_people_can_write_is_held(open_board: Kiosk) -> None:
    sent = [an_idea(open_board.house, different_words(number)) for number in range(12)]

    open_board.deliver(*sent)

    held = [idea.held_for for idea in open_board.house.ideas()]
    assert held == [None] * 10 + [HeldFor.FLOOD] * 2


def test_what_waited_for_the_network_is_no_flood(open_board: Kiosk) -> None:
    sent = [
        an_idea(open_board.house, different_words(number), waited_seconds=3600 - number * 60)
        for number in range(20)
    ]

    open_board.deliver(*sent)

    assert {idea.held_for for idea in open_board.house.ideas()} == {None}


def test_fifty_batches_in_a_row_pass_the_ordinary_limits(house: House, open_shop: OpenShop) -> None:
    """Five thousand ideas that waited for the network come in so many."""
    kiosk = paired_kiosk(open_shop(Limits(), address=HERE))
    batch = [an_idea(house, f"Idea {number}") for number in range(100)]
    assert len(json.dumps({"items": batch})) < 30_000

    statuses = [kiosk.deliver(*batch[:2]).status_code for _ in range(50)]

    assert statuses == [200] * 50
