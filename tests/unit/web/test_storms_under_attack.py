"""Those who do not play by the rules of a storm, by every door that customers and their programs have."""

from __future__ import annotations

from collections.abc import Callable
from uuid import UUID, uuid4

import httpx
import pytest

from app.domain.chains import chains, way_to
from app.domain.claim_codes import new_claim_code
from app.domain.errors import Conflict
from app.domain.ideas import Idea, Visibility
from app.domain.storms import Ways
from app.services.customer import following
from tests.unit.web.calling import HERE, Kiosk, paired_kiosk
from tests.unit.web.conftest import NO_LIMITS, OpenShop, field
from tests.unit.web.storms import HouseWithStorm

DEEP = 30
CLOSED = "This storm is closed: what was chosen is counted."
NOT_LISTED = "This idea is not among those that can be chosen."
BY_BALLOT = "Here is chosen by paper ballot. Please ask for one at the counter."
Door = Callable[[Kiosk, Idea], tuple[int, str]]


@pytest.fixture
def kiosk(open_shop: OpenShop) -> Kiosk:
    return paired_kiosk(open_shop(NO_LIMITS, address=HERE))


def by_the_page(kiosk: Kiosk, idea: Idea) -> tuple[int, str]:
    """Status and sentence."""
    page = kiosk.phone.http.get(f"/i/{idea.id}")
    fields = {"token": field(page.text, "token"), "want": "1"}
    answer = kiosk.phone.http.post(
        f"/ideas/{idea.id}/vote", data=fields, headers={"accept": "application/json"}
    )
    return answer.status_code, answer.json().get("error", "")


def by_the_api(kiosk: Kiosk, idea: Idea) -> tuple[int, str]:
    answer = kiosk.ask("PUT", f"/ideas/{idea.id}/vote", {"visitor": "someone"})
    return answer.status_code, answer.json().get("error", "")


def by_delivery(kiosk: Kiosk, idea: Idea) -> tuple[int, str]:
    vote = {"kind": "vote", "id": str(uuid4()), "waited_seconds": 0, "idea": str(idea.id)}
    [result] = kiosk.deliver(vote | {"visitor": "someone", "given": True}).json()["results"]
    return result["status"], result.get("error", "")


DOORS: list[Door] = [by_the_page, by_the_api, by_delivery]


@pytest.mark.parametrize("door", DOORS)
def test_me_too_has_its_time_whatever_the_door(kiosk: Kiosk, door: Door) -> None:
    storm = HouseWithStorm(kiosk.house).gather()
    guitar, records = storm.write("A guitar"), storm.write("Records")
    storm.pick(guitar)
    assert door(kiosk, records)[0] == 200

    storm.choose()
    assert door(kiosk, guitar)[0] == 200
    assert door(kiosk, records) == (409, NOT_LISTED)
    storm.close()
    assert door(kiosk, guitar) == (409, CLOSED)
    storm.conclude([guitar.id])
    assert door(kiosk, guitar) == (409, CLOSED)

    tally = storm.owner.storms.view(storm.id).tally
    assert tally is not None
    assert [(count.idea_id, count.total) for count in tally.counts] == [(guitar.id, 1)]


@pytest.mark.parametrize("door", DOORS)
def test_where_paper_decides_nobody_says_me_too_while_choosing(kiosk: Kiosk, door: Door) -> None:
    storm = HouseWithStorm(kiosk.house, Ways.BALLOTS).gather()
    guitar = storm.write("A guitar")
    storm.choose()

    assert door(kiosk, guitar) == (409, BY_BALLOT)


def test_a_ballot_is_good_for_its_own_storm_alone(kiosk: Kiosk) -> None:
    storm = HouseWithStorm(kiosk.house)
    other = HouseWithStorm(kiosk.house, question="Which bread in spring?")
    storm.gather()
    guitar, rye = storm.write("A guitar"), other.write("Rye")
    storm.choose()
    [code] = storm.ballots(1)

    refused = kiosk.ask("POST", f"/ballots/{code}", {"idea": str(rye.id)})

    assert (refused.status_code, refused.json()["error"]) == (409, NOT_LISTED)
    assert kiosk.ask("POST", f"/ballots/{code}", {"idea": str(guitar.id)}).status_code == 200


@pytest.mark.parametrize("door", ["kiosk", "till"])
def test_a_ballot_that_was_taken_back_is_none(kiosk: Kiosk, door: str) -> None:
    storm = HouseWithStorm(kiosk.house).gather()
    guitar = storm.write("A guitar")
    storm.choose()
    [code] = storm.ballots(1)
    storm.owner.undo()

    if door == "kiosk":
        assert kiosk.ask("POST", f"/ballots/{code}", {"idea": str(guitar.id)}).status_code == 404
    else:
        with pytest.raises(Exception, match="No ballot has this code"):
            storm.owner.storms.give_ballot(code, guitar.id)


def pin(kiosk: Kiosk, id: UUID, text: str, on: UUID | None = None, **more: object) -> httpx.Response:
    body = {"id": str(id), "text": text, "builds_on": str(on) if on else None, "link": "and" if on else None}
    return kiosk.ask("POST", "/ideas", body | more)


def deep_chain(kiosk: Kiosk, storm: HouseWithStorm) -> list[UUID]:
    """Each builds on the one before, pinned over HTTP and let up."""
    ids = [uuid4() for _ in range(DEEP)]
    for number, (id, on) in enumerate(zip(ids, [None, *ids], strict=False)):
        more = {"storm": storm.code} if on is None else {}
        assert pin(kiosk, id, f"Step {number}", on, **more).status_code == 201
        storm.owner.approve([id])
        kiosk.house.clock.forward(seconds=1)
    return ids


def test_a_chain_of_thirty_is_told_whole(kiosk: Kiosk) -> None:
    storm = HouseWithStorm(kiosk.house).gather()

    ids = deep_chain(kiosk, storm)

    told = kiosk.ask("GET", f"/storms/{storm.code}").json()["ideas"]
    assert [idea["id"] for idea in told] == [str(id) for id in ids]
    assert [idea["builds_on"] for idea in told] == [None, *map(str, ids[:-1])]
    view = storm.owner.storms.view(storm.id)
    assert [idea.id for idea in way_to(view.public, ids[-1])] == ids
    page = kiosk.phone.http.get(f"/i/{ids[-1]}")
    assert page.status_code == 200
    assert f"Step {DEEP - 1}" in page.text


def test_nothing_builds_on_itself_or_on_what_is_not_there_yet(kiosk: Kiosk) -> None:
    storm = HouseWithStorm(kiosk.house).gather()
    one, two, three, four = (uuid4() for _ in range(4))

    sent = [pin(kiosk, one, "On itself", one, storm=storm.code), pin(kiosk, two, "Ahead", three)]
    delivered = kiosk.statuses(circle_part(storm, three, four), circle_part(storm, four, three))
    storm.owner.approve([idea.id for idea in kiosk.house.ideas()])

    assert [answer.status_code for answer in sent] == delivered == [201, 201]
    assert [idea.builds_on for idea in kiosk.house.ideas()] == [None] * 4
    assert [len(chain) for chain in chains(storm.owner.storms.view(storm.id).public)] == [1, 1, 1]


def circle_part(storm: HouseWithStorm, id: UUID, on: UUID) -> dict[str, object]:
    return {
        "kind": "idea",
        "id": str(id),
        "claim_code": new_claim_code(),
        "waited_seconds": 0,
        "text": "Round and round",
        "storm": storm.code,
        "builds_on": str(on),
        "link": "and",
    }


def test_what_was_sent_once_cannot_be_led_into_a_circle(kiosk: Kiosk) -> None:
    storm = HouseWithStorm(kiosk.house).gather()
    one, two = uuid4(), uuid4()
    pin(kiosk, one, "First", storm=storm.code)
    storm.owner.approve([one])
    pin(kiosk, two, "Second", one)
    storm.owner.approve([two])

    again = pin(kiosk, one, "First", two, storm=storm.code)

    assert again.status_code == 200
    [chain] = chains(storm.owner.storms.view(storm.id).public)
    assert [building.idea.id for building in chain.buildings] == [one, two]


@pytest.mark.parametrize("what", ["merged", "erased", "hidden"])
def test_a_chain_stays_readable_when_a_link_in_its_middle_goes(kiosk: Kiosk, what: str) -> None:
    storm = HouseWithStorm(kiosk.house).gather()
    ids = deep_chain(kiosk, storm)
    middle, owner = ids[DEEP // 2], storm.owner
    if what == "merged":
        owner.merging.merge([middle], storm.write("The same as the middle", on=owner.detail(ids[0]).idea).id)
    elif what == "erased":
        code = owner.detail(middle).idea.claim_code
        kiosk.house.database.write(lambda stores: following.erase(stores, code))
    else:
        owner.hide([middle])

    told = kiosk.ask("GET", f"/storms/{storm.code}").json()["ideas"]
    assert str(middle) not in {idea["id"] for idea in told}
    there = {idea["id"] for idea in told}
    assert len(there) == DEEP - 1 + (what == "merged")
    shown = chains(storm.owner.storms.view(storm.id).public)
    assert sum(len(chain) for chain in shown) == len(there)
    assert len(shown) == (1 if what == "merged" else 2)
    for id in (ids[0], ids[-1]):
        page = kiosk.phone.http.get(f"/i/{id}")
        assert page.status_code == 200
        assert f"Step {DEEP // 2}<" not in page.text
    assert pin(kiosk, uuid4(), "Still going", ids[-1]).status_code == 201


def test_a_conclusion_that_rests_on_a_broken_chain_credits_who_is_left(kiosk: Kiosk) -> None:
    storm = HouseWithStorm(kiosk.house).gather()
    ids = deep_chain(kiosk, storm)[:4]
    storm.close()
    storm.conclude(ids)
    code = storm.owner.detail(ids[1]).idea.claim_code
    kiosk.house.database.write(lambda stores: following.erase(stores, code))

    told = kiosk.ask("GET", f"/storms/{storm.code}").json()

    assert [credit["idea"] for credit in told["credits"]] == [str(ids[0]), str(ids[2]), str(ids[3]), None]


def test_what_ballots_name_and_is_merged_counts_where_it_went(kiosk: Kiosk) -> None:
    storm = HouseWithStorm(kiosk.house).gather()
    guitar, same = storm.write("A guitar"), storm.write("An acoustic guitar")
    storm.choose()
    codes = storm.ballots(3)
    storm.give(codes[0], guitar)
    storm.give(codes[1], same)
    storm.vote(guitar, 2)
    storm.vote(same, 2, first=1)

    storm.owner.merging.merge([same.id], guitar.id)
    stale = kiosk.ask("POST", f"/ballots/{codes[2]}", {"idea": str(same.id)})
    merged = counts(storm)
    storm.owner.merging.unmerge([same.id])
    apart = counts(storm)

    assert (stale.status_code, stale.json()["error"]) == (409, NOT_LISTED)
    assert merged == {guitar.id: (3, 2)}
    assert apart == {guitar.id: (2, 1), same.id: (2, 1)}
    assert kiosk.ask("POST", f"/ballots/{codes[2]}", {"idea": str(same.id)}).status_code == 200


def counts(storm: HouseWithStorm) -> dict[UUID, tuple[int, int]]:
    tally = storm.owner.storms.view(storm.id).tally
    assert tally is not None
    return {count.idea_id: (count.votes, count.ballots) for count in tally.counts}


def test_what_a_ballot_named_and_is_gone_counts_for_nobody_else(kiosk: Kiosk) -> None:
    storm = HouseWithStorm(kiosk.house).gather()
    guitar, records = storm.write("A guitar"), storm.write("Records")
    storm.choose()
    one, two = storm.ballots(2)
    storm.give(one, records)
    kiosk.house.database.write(lambda stores: following.erase(stores, records.claim_code))

    with pytest.raises(Conflict, match="given already"):
        storm.give(one, guitar)
    storm.give(two, guitar)
    assert counts(storm) == {guitar.id: (0, 1)}


def test_a_private_idea_of_a_storm_is_chosen_by_nobody(kiosk: Kiosk) -> None:
    storm = HouseWithStorm(kiosk.house).gather()
    guitar, secret = storm.write("A guitar"), storm.write("Only between us")
    storm.owner.keep_private([secret.id])
    storm.choose()
    [code] = storm.ballots(1)

    assert storm.owner.detail(secret.id).idea.visibility is Visibility.PRIVATE
    assert kiosk.ask("POST", f"/ballots/{code}", {"idea": str(secret.id)}).status_code == 409
    assert kiosk.ask("PUT", f"/ideas/{secret.id}/vote", {"visitor": "a"}).status_code in (404, 409)
    assert set(counts(storm)) == {guitar.id}
