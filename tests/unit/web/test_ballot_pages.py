from __future__ import annotations

from dataclasses import replace

import httpx
import pytest

from app.domain.claim_codes import spaced
from app.domain.ideas import Idea
from app.web.settings import Rate
from tests.unit.web.conftest import NO_LIMITS, OpenShop, Phone
from tests.unit.web.house import disk_is_full
from tests.unit.web.storms import HouseWithStorm


@pytest.fixture
def storm(phone: Phone) -> HouseWithStorm:
    return HouseWithStorm(phone.house).gather()


@pytest.fixture
def guitar(storm: HouseWithStorm) -> Idea:
    return storm.write("An acoustic guitar")


def give(phone: Phone, code: str, idea: Idea | str) -> httpx.Response:
    id = idea if isinstance(idea, str) else str(idea.id)
    return phone.http.post(f"/b/{code}", data={"idea": id})


def test_a_ballot_is_given_once_and_thanked_for(phone: Phone, storm: HouseWithStorm, guitar: Idea) -> None:
    records = storm.write("Records")
    [code] = storm.ballots(1)
    page = phone.http.get(f"/b/{storm.choose() and code}").text

    given = give(phone, code, guitar)
    thanked = phone.http.get(given.headers["location"]).text
    later = phone.http.get(f"/b/{code}").text
    other = give(phone, code, records)

    assert all(words in page for words in ("An acoustic guitar", "Records", spaced(code)))
    assert given.status_code == 303
    assert "Your ballot is given. Thank you." in thanked
    assert "This ballot was given already. Each one counts once." in later
    assert 'type="radio"' not in later
    assert other.status_code == 409
    assert "This ballot was given already." in other.text
    tally = storm.owner.storms.view(storm.id).tally
    assert tally
    assert [(count.idea_id, count.ballots) for count in tally.counts][:1] == [(guitar.id, 1)]


def test_the_same_choice_sent_twice_is_one_ballot(phone: Phone, storm: HouseWithStorm, guitar: Idea) -> None:
    [code] = storm.ballots(1)
    storm.choose()

    answers = [give(phone, code, guitar) for _ in range(2)]

    assert [answer.status_code for answer in answers] == [303, 303]


def test_too_early_and_too_late_are_said(phone: Phone, storm: HouseWithStorm, guitar: Idea) -> None:
    [code] = storm.ballots(1)
    early, early_given = phone.http.get(f"/b/{code}"), give(phone, code, guitar)
    storm.close()
    late, late_given = phone.http.get(f"/b/{code}"), give(phone, code, guitar)

    assert (early.status_code, early_given.status_code) == (200, 409)
    assert (late.status_code, late_given.status_code) == (200, 409)
    for answer in (early, early_given):
        assert "Choosing has not begun yet. Please keep the ballot until then." in answer.text
    for answer in (late, late_given):
        assert "Choosing is over, so this ballot cannot be given any more." in answer.text


def test_nothing_chosen_asks_once_more(phone: Phone, storm: HouseWithStorm, guitar: Idea) -> None:
    [code] = storm.ballots(1)
    storm.choose()

    answer = give(phone, code, "nonsense")

    assert answer.status_code == 422
    assert "Please choose one of these, then give your ballot." in answer.text
    assert str(guitar.id) in answer.text


def test_what_cannot_be_chosen_is_refused_and_the_ballot_is_still_good(
    phone: Phone, storm: HouseWithStorm, guitar: Idea
) -> None:
    records = storm.write("Records")
    storm.pick(guitar)
    [code] = storm.ballots(1)
    storm.choose()

    refused, given = give(phone, code, records), give(phone, code, guitar)

    assert refused.status_code == 409
    assert "This idea is not among those that can be chosen." in refused.text
    assert given.status_code == 303


def test_a_wrong_code_is_a_friendly_page_that_leads_to_the_box(phone: Phone) -> None:
    answer = phone.http.get("/b/000000000")

    assert answer.status_code == 404
    assert "No ballot has this code. Please compare it once more." in answer.text
    assert 'href="/b"' in answer.text


def test_a_code_is_typed_as_it_stands_on_paper(phone: Phone, storm: HouseWithStorm) -> None:
    [code] = storm.ballots(1)

    right = phone.http.get(f"/b?code={spaced(code).lower()}")
    wrong = phone.http.get("/b?code=nonsense")

    assert right.headers["location"] == f"/b/{code}"
    assert wrong.status_code == 404
    assert "No ballot has this code." in wrong.text
    assert phone.http.get("/b").status_code == 200


def test_guessing_ballots_does_not_pay(open_shop: OpenShop) -> None:
    phone = open_shop(replace(NO_LIMITS, wrong_codes=Rate(2, 0.01)))

    answers = [phone.http.get(f"/b/00000000{number}") for number in range(4)]

    assert [answer.status_code for answer in answers] == [404, 404, 429, 429]


def test_a_full_disk_gives_no_ballot(
    phone: Phone, storm: HouseWithStorm, guitar: Idea, monkeypatch: pytest.MonkeyPatch
) -> None:
    [code] = storm.ballots(1)
    storm.choose()
    monkeypatch.setattr(phone.house.door.storms, "give_ballot", disk_is_full)

    answer = give(phone, code, guitar)

    assert answer.status_code == 503
    assert "Nothing can be stored just now" in answer.text
    assert int(answer.headers["retry-after"]) > 0
    assert f'value="{guitar.id}" required checked' in answer.text
