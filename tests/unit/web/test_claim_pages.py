from __future__ import annotations

import asyncio
import contextlib
from collections.abc import Callable
from dataclasses import replace
from types import SimpleNamespace
from typing import cast

import pytest
from starlette.requests import Request

from app.domain.claim_codes import new_claim_code, spaced
from app.domain.errors import NotFound, TooMany
from app.domain.ideas import Channel, Idea, Status, Visibility
from app.domain.shop import Moderation
from app.services.customer.following import Claim
from app.services.owner.owner import Owner
from app.web.codes import ANSWER_SECONDS, Codes
from app.web.settings import Limits, Rate
from app.web.site import Site
from tests.unit.web.conftest import NO_LIMITS, OpenShop, Phone, field
from tests.unit.web.house import House, disk_is_full


def codes_site(look_up: Callable[[str], Claim], limits: Limits) -> Site:
    """As much of a site as codes need."""
    return cast("Site", SimpleNamespace(door=SimpleNamespace(claim=look_up), limits=limits))


@pytest.fixture
def idea(phone: Phone) -> Idea:
    return phone.house.pin("Somewhere to change the baby?", "Priya", visibility=Visibility.WAITING)


def test_the_author_sees_both_answers_and_the_way_of_the_idea(phone: Phone, idea: Idea) -> None:
    phone.house.show(idea.id)
    phone.house.clock.forward(days=1)
    phone.house.answer(idea, "A table comes in January.", Status.PLANNED)
    phone.house.answer(idea, "Until then: knock at the office.", Status.PLANNED, private=True)

    page = phone.http.get(f"/c/{idea.claim_code}").text

    assert spaced(idea.claim_code) in page
    assert page.index("A table comes in January.") < page.index("Marta, on the wall")
    assert page.index("Only for you") < page.index("Until then: knock at the office.")
    order = ("Sent", "On the wall", "Answered: we will", "Done")
    assert sorted(order, key=page.index) == list(order)


def test_a_private_answer_never_reaches_the_wall(phone: Phone, idea: Idea) -> None:
    phone.house.show(idea.id)
    phone.house.answer(idea, "Between the two of us.", Status.PLANNED, private=True)

    pages = [phone.http.get(path).text for path in ("/", f"/i/{idea.id}", "/what-we-did", "/feed.atom")]

    assert all("Between the two of us." not in page for page in pages)


def test_a_waiting_idea_names_the_day_of_the_answer(phone: Phone, idea: Idea) -> None:
    assert "by Saturday 21 November" in phone.http.get(f"/c/{idea.claim_code}").text


@pytest.mark.parametrize("typed", ["{code}", "{lower}", "{spaced}", "{dashed}"])
def test_a_code_may_be_typed_as_people_type(phone: Phone, idea: Idea, typed: str) -> None:
    code = idea.claim_code
    text = typed.format(
        code=code, lower=code.lower(), spaced=spaced(code), dashed=spaced(code).replace(" ", "-")
    )

    answer = phone.http.get("/c", params={"code": text})

    assert answer.headers["location"] == f"/c/{code}"
    assert phone.http.get(f"/c/{text}").status_code == 200


def test_writing_back_reaches_the_owner_once(phone: Phone, idea: Idea) -> None:
    path = f"/c/{idea.claim_code}/reply"
    form = {"text": "Thank you, Marta!", "token": field(phone.http.get(path).text, "token")}

    answers = [phone.http.post(path, data=form) for _ in range(2)]

    assert [answer.headers["location"] for answer in answers] == [f"/c/{idea.claim_code}?after=reply"] * 2
    page = phone.http.get(answers[0].headers["location"]).text
    assert page.count("Thank you, Marta!") == 1
    assert "Sent. Thank you." in page


def test_an_empty_reply_comes_back(phone: Phone, idea: Idea) -> None:
    path = f"/c/{idea.claim_code}/reply"
    answer = phone.http.post(path, data={"text": " ", "token": field(phone.http.get(path).text, "token")})

    assert answer.status_code == 422
    assert "Please write something first." in answer.text


def test_words_can_be_changed_within_the_hour(phone: Phone, idea: Idea) -> None:
    path = f"/c/{idea.claim_code}/edit"
    page = phone.http.get(path).text
    form = {"text": "A changing table, please", "name": "Priya", "token": field(page, "token")}

    answer = phone.http.post(path, data=form)

    assert "today, 10:40" in page
    assert answer.status_code == 303
    assert "A changing table, please" in phone.http.get(f"/c/{idea.claim_code}").text


def test_after_the_hour_words_are_fixed_and_what_was_typed_is_kept(phone: Phone, idea: Idea) -> None:
    path = f"/c/{idea.claim_code}/edit"
    form = {"text": "Too late", "token": field(phone.http.get(path).text, "token")}
    phone.house.clock.forward(minutes=61)

    late = phone.http.post(path, data=form)

    assert late.status_code == 409
    assert "Too late" in late.text
    assert phone.http.get(path).status_code == 303
    assert "Change my words" not in phone.http.get(f"/c/{idea.claim_code}").text


def test_an_idea_is_taken_back_only_after_asking(phone: Phone, idea: Idea) -> None:
    path = f"/c/{idea.claim_code}/erase"
    asking = phone.http.get(path).text
    without_token = phone.http.post(path)
    still_there = len(phone.house.ideas())

    gone = phone.http.post(path, data={"token": field(asking, "token")})

    assert "Take this idea back?" in asking
    assert (without_token.status_code, still_there) == (422, 1)
    assert "It is taken back." in gone.text
    assert phone.house.ideas() == []
    assert phone.http.get(f"/c/{idea.claim_code}").status_code == 404


def test_a_page_that_lay_open_asks_once_more_before_it_deletes(phone: Phone, idea: Idea) -> None:
    path = f"/c/{idea.claim_code}/erase"
    stale = {"token": field(phone.http.get(path).text, "token")}
    phone.house.clock.forward(hours=5)

    asked_again = phone.http.post(path, data=stale)
    kept = len(phone.house.ideas())
    gone = phone.http.post(path, data={"token": field(asked_again.text, "token")})

    assert (asked_again.status_code, kept) == (422, 1)
    assert "Nothing has been deleted." in asked_again.text
    assert "Take this idea back?" in asked_again.text
    assert "It is taken back." in gone.text
    assert phone.house.ideas() == []


@pytest.mark.parametrize("verb", ["reply", "edit", "erase"])
def test_a_full_disk_keeps_the_form_and_says_nothing_of_disks(
    phone: Phone, idea: Idea, verb: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = f"/c/{idea.claim_code}/{verb}"
    form = {"text": "Typed with care", "token": field(phone.http.get(path).text, "token")}
    monkeypatch.setattr(phone.house.door, verb, disk_is_full)

    answer = phone.http.post(path, data=form)

    assert answer.status_code == 503
    assert int(answer.headers["retry-after"]) > 0
    assert "Nothing can be stored just now" in answer.text
    assert "disk" not in answer.text
    assert ("Typed with care" in answer.text) == (verb != "erase")
    assert field(answer.text, "token") != form["token"]


@pytest.mark.parametrize(
    ("channel", "word"),
    [
        (Channel.PHONE, "Sent from a phone"),
        (Channel.KIOSK, "Written at the kiosk"),
        (Channel.IN_PERSON, "Told at the counter"),
    ],
)
def test_the_way_of_an_idea_begins_with_how_it_came(phone: Phone, channel: Channel, word: str) -> None:
    idea = phone.house.pin("A water bowl", channel=channel)

    assert f"<span>{word}</span>" in phone.http.get(f"/c/{idea.claim_code}").text


def test_every_channel_has_a_word(phone: Phone) -> None:
    pages = [
        phone.http.get(f"/c/{phone.house.pin('A bowl', channel=each).claim_code}").status_code
        for each in Channel
    ]

    assert set(pages) == {200}


@pytest.mark.parametrize("verb", ["reply", "edit", "erase"])
def test_verbs_need_a_right_code(phone: Phone, verb: str) -> None:
    path = f"/c/{new_claim_code()}/{verb}"

    assert phone.http.get(path).status_code == 404
    assert phone.http.post(path, data={"text": "x", "token": phone.form_token()}).status_code == 404


@pytest.mark.parametrize("code", ["x", "7KQM4TWXH", "%00%00", "x" * 400, "<script>"])
def test_a_wrong_code_says_so_kindly(phone: Phone, code: str) -> None:
    answer = phone.http.get(f"/c/{code}")

    assert answer.status_code == 404
    assert "Please check it, letter by letter." in answer.text
    assert "<script>" not in answer.text.partition("<main")[2]


def test_right_wrong_and_refused_codes_take_the_same_time(house: House, idea: Idea) -> None:
    """Each look-up costs another time here; what is slept after it makes them equal."""
    now, slept = [0.0], list[float]()

    def look_up(code: str) -> Claim:
        now[0] += {idea.claim_code: 0.011, "nonsense": 0.002}.get(code, 0.007)
        return house.door.claim(code)

    async def sleep(seconds: float) -> None:
        slept.append(now[0] + seconds)

    codes = Codes(
        codes_site(look_up, Limits(wrong_codes=Rate(2, 0.01))), monotonic=lambda: now[0], sleep=sleep
    )
    for code in (idea.claim_code, new_claim_code(), "nonsense", "nonsense"):
        now[0] = 0.0
        with contextlib.suppress(NotFound, TooMany):
            asyncio.run(codes.claim(Request({"type": "http", "client": ("10.0.0.1", 1)}), code))

    assert slept == pytest.approx([ANSWER_SECONDS] * 4)


def test_without_an_owners_name_the_shop_speaks(phone: Phone) -> None:
    phone.house.set_shop(owner="")
    thanks = phone.http.get(phone.send("A water bowl")).text
    idea = phone.house.newest()
    phone.house.show(idea.id)
    phone.house.answer(idea, "It stands there.", signed="")
    claim, reply = (phone.http.get(f"/c/{idea.claim_code}{verb}").text for verb in ("", "/reply"))

    assert "Linden Street Bakery has it, and answers within" in thanks
    assert "Linden Street Bakery, on the wall" in claim
    assert "What would you like to tell Linden Street Bakery?" in reply
    assert "Linden Street Bakery reads it first." in phone.http.get("/new").text
    assert "<bdi>Linden Street Bakery</bdi>" in phone.http.get("/").text
    assert "<name>Linden Street Bakery</name>" in phone.http.get("/feed.atom").text


def test_others_wrong_codes_do_not_hide_a_code_from_its_holder(open_shop: OpenShop) -> None:
    phone = open_shop(replace(NO_LIMITS, wrong_codes=Rate(3, 0.01)))
    idea = phone.house.pin("Mine, behind the guests' router")
    wrong = [phone.http.get(f"/c/{new_claim_code()}") for _ in range(5)]

    right = [phone.http.get(f"/{page}/{idea.claim_code}").status_code for page in ("c", "thanks")]

    assert [answer.status_code for answer in wrong] == [404, 404, 404, 429, 429]
    assert int(wrong[-1].headers["retry-after"]) > 0
    assert right == [200, 200]


def test_after_very_many_wrong_codes_right_ones_are_hidden_too(open_shop: OpenShop) -> None:
    phone = open_shop(replace(NO_LIMITS, wrong_codes=Rate(3, 0.01), guessed_codes=Rate(6, 0.01)))
    idea = phone.house.pin("A secret worth guessing")
    for _ in range(6):
        phone.http.get(f"/c/{new_claim_code()}")

    right, wrong = (phone.http.get(f"/c/{code}") for code in (idea.claim_code, new_claim_code()))
    forged = phone.http.get(f"/thanks/{idea.claim_code}?proof=1.x")

    assert (right.status_code, wrong.status_code, forged.status_code) == (429, 429, 429)
    assert right.text == wrong.text
    assert phone.http.get("/").status_code == 200


def test_whoever_has_just_sent_sees_the_code_whatever_others_tried(open_shop: OpenShop) -> None:
    phone = open_shop(replace(NO_LIMITS, wrong_codes=Rate(3, 0.01), guessed_codes=Rate(6, 0.01)))
    for _ in range(7):
        phone.http.get(f"/c/{new_claim_code()}")

    thanks = phone.send("Honest, behind the same router")
    shown = phone.http.get(thanks)
    phone.house.clock.forward(hours=1)

    assert shown.status_code == 200
    assert spaced(phone.house.newest().claim_code) in shown.text
    assert phone.http.get(thanks).status_code == 429


def test_behind_a_public_address_each_customer_has_wrong_codes_alone(
    house: House, open_shop: OpenShop
) -> None:
    house.set_shop(public_address="https://ideas.example.org")
    phone = open_shop(replace(NO_LIMITS, wrong_codes=Rate(1, 0.01)), address=("127.0.0.1", 1))

    answers = [
        phone.http.get(f"/c/{new_claim_code()}", headers={"x-forwarded-for": by}).status_code
        for by in ("203.0.113.1", "203.0.113.1", "203.0.113.2")
    ]

    assert answers == [404, 429, 404]


def test_right_codes_are_never_limited(open_shop: OpenShop) -> None:
    phone = open_shop(replace(NO_LIMITS, wrong_codes=Rate(1, 0.01)))
    idea = phone.house.pin("Mine")

    answers = {phone.http.get(f"/c/{idea.claim_code}").status_code for _ in range(3)}

    assert answers == {200}


def test_claim_pages_are_kept_by_no_cache(phone: Phone, idea: Idea) -> None:
    assert phone.http.get(f"/c/{idea.claim_code}").headers["cache-control"] == "no-store"


@pytest.mark.parametrize(
    ("moderation", "visibility", "button", "told"),
    [
        (Moderation.ALL_WAIT, Visibility.PUBLIC, "Send my new words", "are kept. Marta reads them first."),
        (Moderation.ALL_WAIT, Visibility.WAITING, "Send my new words", "are kept. Marta reads them first."),
        (Moderation.PUBLIC_AT_ONCE, Visibility.PUBLIC, "Pin it up again", "are pinned up."),
        (Moderation.ALL_WAIT, Visibility.HIDDEN, "Send my new words", "are kept.<"),
    ],
)
def test_new_words_are_promised_only_what_happens(
    phone: Phone, moderation: Moderation, visibility: Visibility, button: str, told: str
) -> None:
    phone.house.set_shop(moderation=moderation)
    path = f"/c/{phone.house.pin('Old words', visibility=visibility).claim_code}"
    form = phone.http.get(f"{path}/edit").text

    sent = phone.http.post(f"{path}/edit", data={"text": "New words", "token": field(form, "token")})

    assert button in form
    assert f"Your new words {told}" in phone.http.get(sent.headers["location"]).text


def test_nothing_more_is_promised_after_a_private_answer_or_when_hidden(phone: Phone) -> None:
    waiting, told, hidden = (phone.house.pin(f"Wish {number}") for number in range(3))
    phone.house.answer(told, "Only for you.", Status.NEW, private=True)
    phone.house.show(hidden.id, Visibility.HIDDEN)

    coming = [
        'class="next"' in phone.http.get(f"/c/{idea.claim_code}").text for idea in (waiting, told, hidden)
    ]

    assert coming == [True, False, False]


def put_together(phone: Phone, source: Idea, survivor: Idea) -> None:
    Owner(seam=phone.house.database, clock=phone.house.clock).merging.merge([source.id], survivor.id)


def test_what_was_put_together_tells_its_author_with_what_and_what_was_said(phone: Phone, idea: Idea) -> None:
    survivor = phone.house.pin("A table for changing nappies", "Ben")
    put_together(phone, idea, survivor)
    phone.house.answer(survivor, "It stands in the back since Monday.", Status.DONE)

    page = phone.http.get(f"/c/{idea.claim_code}").text

    assert page.index(idea.text[:20]) < page.index("Put together with this idea:")
    assert page.index("Put together with this idea:") < page.index("A table for changing nappies")
    assert "It stands in the back since Monday." in page
    assert f"/i/{survivor.id}" in page
    assert page.index("Put together with another idea") < page.index("Answered: done")
    assert "by Saturday" not in page


def test_what_does_not_hang_is_shown_to_no_other_author(phone: Phone, idea: Idea) -> None:
    survivor = phone.house.pin("Only between us, about my baby", visibility=Visibility.WAITING)
    put_together(phone, idea, survivor)

    page = phone.http.get(f"/c/{idea.claim_code}").text

    assert "All voices are counted together" in page
    assert "Only between us" not in page
    assert "See it on the wall" not in page
