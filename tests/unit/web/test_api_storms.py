from __future__ import annotations

from dataclasses import replace
from uuid import uuid4

import pytest

from app.domain.claim_codes import new_claim_code
from app.domain.storms import Ways
from app.web.settings import Rate
from tests.unit.web.calling import HERE, Kiosk, paired_kiosk
from tests.unit.web.conftest import NO_LIMITS, OpenShop
from tests.unit.web.storms import PHOTO, HouseWithStorm
from tests.unit.web.test_openapi import SCHEMAS, check


@pytest.fixture
def kiosk(open_shop: OpenShop) -> Kiosk:
    return paired_kiosk(open_shop(NO_LIMITS, address=HERE))


@pytest.fixture
def storm(kiosk: Kiosk) -> HouseWithStorm:
    return HouseWithStorm(kiosk.house)


def test_a_storm_is_told_as_described_through_its_whole_life(kiosk: Kiosk, storm: HouseWithStorm) -> None:
    told = [kiosk.ask("GET", f"/storms/{storm.code}").json()]
    storm.gather()
    guitar = storm.write("An acoustic guitar")
    nine = storm.write("Only until nine", "Ingrid", on=guitar)
    storm.vote(nine, 3)
    told.append(kiosk.ask("GET", f"/storms/{storm.code}").json())
    storm.extend()
    storm.choose()
    storm.give(storm.ballots(1)[0], nine)
    told.append(kiosk.ask("GET", f"/storms/{storm.code}").json())
    storm.close()
    told.append(kiosk.ask("GET", f"/storms/{storm.code}").json())
    storm.conclude([guitar.id, nine.id])
    told.append(kiosk.ask("GET", f"/storms/{storm.code}").json())
    storm.carry_out(PHOTO)
    told.append(kiosk.ask("GET", f"/storms/{storm.code}").json())
    storm.look_back()
    told.append(kiosk.ask("GET", f"/storms/{storm.code}").json())

    for one in told:
        check(one, SCHEMAS["Storm"])
    assert [one["phase"] for one in told] == [
        "announced", "gathering", "choosing", "closed", "concluded", "carried-out", "looked-back",
    ]  # fmt: skip
    assert [one["sealed"] for one in told[:3]] == [True, True, False]
    assert told[1]["tally"] is None
    assert told[1]["shortlist"] == []
    assert [idea["votes"] for idea in told[1]["ideas"]] == [0, 0]
    assert told[2]["tally"]["counts"][0] == {"idea": str(nine.id), "votes": 3, "ballots": 1, "total": 4}
    assert told[2]["first_times"]["chooses_at"] < told[2]["times"]["chooses_at"]
    assert [credit["name"] for credit in told[4]["credits"]] == ["Ben", "Ingrid"]
    assert told[5]["outcome"]["before"] == "12.5"
    assert told[5]["outcome"]["photo"].startswith(f"/s/{storm.code}/photo-")
    assert told[6]["look_back"]["after"] == "19"


def test_the_lists_tell_what_runs_and_what_is_over(kiosk: Kiosk, storm: HouseWithStorm) -> None:
    storm.gather()
    kiosk.house.clock.moment = storm.storm.times.closes_at
    running = kiosk.ask("GET", "/storms").json()
    storm.conclude(why_none="Nobody wrote.")

    over = kiosk.ask("GET", "/storms?over=1").json()

    check(running, SCHEMAS["Storms"])
    check(over, SCHEMAS["Storms"])
    assert [one["code"] for one in running["storms"]] == [storm.code]
    assert [one["code"] for one in over["storms"]] == [storm.code]
    assert kiosk.ask("GET", "/storms").json() == {"storms": []}


@pytest.mark.parametrize("path", ["/storms", "/storms/{code}"])
def test_a_storm_that_goes_on_by_the_clock_has_another_etag(
    kiosk: Kiosk, storm: HouseWithStorm, path: str
) -> None:
    path = path.format(code=storm.code)
    before = kiosk.ask("GET", path)
    beaten = kiosk.beat().json()["storms_etag"]
    same = kiosk.ask("GET", path, **{"if-none-match": before.headers["etag"]})

    storm.gather()
    after = kiosk.ask("GET", path, **{"if-none-match": before.headers["etag"]})

    assert same.status_code == 304
    assert after.status_code == 200
    assert kiosk.beat().json()["storms_etag"] != beaten
    if path == "/storms":
        assert beaten == before.headers["etag"]


def test_a_wrong_code_and_a_draft_are_told_alike(kiosk: Kiosk, storm: HouseWithStorm) -> None:
    draft = storm.owner.storms.propose()
    made = HouseWithStorm(kiosk.house)
    made.owner.undo()

    answers = [kiosk.ask("GET", f"/storms/{code}") for code in ("nonsense", "000000", made.code)]

    assert draft
    assert [answer.status_code for answer in answers] == [404, 404, 404]
    assert len({answer.text for answer in answers}) == 1


def test_an_idea_is_pinned_in_a_storm_and_says_so(kiosk: Kiosk, storm: HouseWithStorm) -> None:
    storm.gather()
    sent = {"id": str(uuid4()), "text": "Records", "storm": storm.code.lower()}

    receipt = kiosk.ask("POST", "/ideas", sent)
    again = kiosk.ask("POST", "/ideas", sent)

    check(receipt.json(), SCHEMAS["Receipt"])
    assert (receipt.status_code, again.status_code) == (201, 200)
    assert receipt.json()["storm"] == storm.code
    assert receipt.json()["late"] is False
    claim = kiosk.ask("GET", f"/claims/{receipt.json()['claim_code']}").json()
    check(claim, SCHEMAS["Claim"])
    assert claim["storm"]["code"] == claim["idea"]["storm"] == storm.code


def test_what_comes_late_is_an_idea_like_any_other(kiosk: Kiosk, storm: HouseWithStorm) -> None:
    storm.choose()

    receipt = kiosk.ask("POST", "/ideas", {"id": str(uuid4()), "text": "Late", "storm": storm.code}).json()

    assert (receipt["storm"], receipt["late"]) == (None, True)


def test_a_storm_that_there_never_was_is_named(kiosk: Kiosk) -> None:
    answer = kiosk.ask("POST", "/ideas", {"id": str(uuid4()), "text": "Late", "storm": "000000"})

    assert answer.status_code == 422
    assert answer.json() == {"error": "There is no such storm.", "field": "storm"}


def test_an_idea_of_a_storm_is_delivered(kiosk: Kiosk, storm: HouseWithStorm) -> None:
    storm.gather()
    idea = {
        "kind": "idea",
        "id": str(uuid4()),
        "claim_code": new_claim_code(),
        "waited_seconds": 0,
        "text": "Records",
        "storm": storm.code,
    }

    assert kiosk.statuses(
        idea, {**idea, "id": str(uuid4()), "claim_code": new_claim_code(), "storm": "000000"}
    ) == [201, 422]
    assert kiosk.house.ideas()[0].storm_id == storm.id


def test_a_vote_out_of_phase_is_refused_in_a_sentence(kiosk: Kiosk, storm: HouseWithStorm) -> None:
    storm.gather()
    idea = storm.write("An acoustic guitar")
    storm.close()

    answer = kiosk.ask("PUT", f"/ideas/{idea.id}/vote", {"visitor": "a"})

    assert answer.status_code == 409
    assert answer.json() == {"error": "This storm is closed: what was chosen is counted."}


def test_a_ballot_is_given_once_by_whatever_door(kiosk: Kiosk, storm: HouseWithStorm) -> None:
    storm.gather()
    guitar, records = storm.write("An acoustic guitar"), storm.write("Records")
    one, two = storm.ballots(2)
    early = kiosk.ask("POST", f"/ballots/{one}", {"idea": str(guitar.id)})
    storm.choose()
    before = kiosk.ask("GET", f"/ballots/{one}").json()

    given = kiosk.ask("POST", f"/ballots/{one}", {"idea": str(guitar.id)})
    again = kiosk.ask("POST", f"/ballots/{one}", {"idea": str(guitar.id)})
    other = kiosk.ask("POST", f"/ballots/{one}", {"idea": str(records.id)})
    foreign = kiosk.ask("POST", f"/ballots/{two}", {"idea": str(uuid4())})
    storm.close()
    late = kiosk.ask("POST", f"/ballots/{two}", {"idea": str(guitar.id)})

    check(before, SCHEMAS["Ballot"])
    assert before["given_at"] is None
    assert (before["number"], before["storm"]) == (1, storm.code)
    assert given.json() == again.json()
    assert given.json()["given_at"]
    assert [answer.status_code for answer in (early, given, again, other, foreign, late)] == [
        409, 200, 200, 409, 409, 409,
    ]  # fmt: skip
    assert kiosk.ask("GET", "/ballots/000000000").status_code == 404
    assert kiosk.ask("POST", "/ballots/nonsense", {"idea": str(guitar.id)}).status_code == 404
    assert kiosk.ask("POST", f"/ballots/{two}", {"idea": 7}).status_code == 422


def test_guessing_ballots_is_slowed_like_guessing_claim_codes(open_shop: OpenShop) -> None:
    kiosk = paired_kiosk(open_shop(replace(NO_LIMITS, wrong_codes=Rate(2, 0.01)), address=HERE))

    answers = [kiosk.ask("GET", f"/ballots/00000000{number}") for number in range(4)]

    assert [answer.status_code for answer in answers] == [404, 404, 429, 429]
    assert int(answers[-1].headers["retry-after"]) > 0


def test_a_sealed_vote_moves_nothing_that_anybody_can_count(kiosk: Kiosk) -> None:
    storm = HouseWithStorm(kiosk.house, Ways.VOTES).gather()
    idea = storm.write("An acoustic guitar")
    version = kiosk.beat().json()["board_version"]
    etag = kiosk.ask("GET", "/storms").headers["etag"]

    storm.vote(idea, 3)

    assert kiosk.beat().json()["board_version"] == version
    assert kiosk.ask("GET", f"/changes?since={version}").json()["ideas"] == []
    assert kiosk.ask("GET", "/storms").headers["etag"] == etag
