from __future__ import annotations

import logging
import re
from dataclasses import replace
from urllib.parse import urlsplit

import pytest

from app.domain.claim_codes import spaced
from app.domain.ideas import HeldFor, Link, Visibility
from app.domain.shop import Moderation
from app.web.settings import Rate
from tests.unit.web.conftest import NO_LIMITS, OpenShop, Phone, field
from tests.unit.web.house import House, disk_is_full

FORM_BYTES = 20_000


def test_the_form_is_small_and_carries_its_style_in_itself(phone: Phone) -> None:
    answer = phone.http.get("/new")

    assert answer.status_code == 200
    assert len(answer.content) <= FORM_BYTES
    assert "<style>" in answer.text
    assert '<link rel="stylesheet"' not in answer.text
    assert "unsafe" not in answer.headers["content-security-policy"]


def test_an_idea_is_kept_and_its_claim_code_shown(phone: Phone) -> None:
    page = phone.http.get(phone.send("A water bowl for the dogs", name="Jo"))

    [idea] = phone.house.ideas()
    assert (idea.text, idea.name, idea.visibility) == ("A water bowl for the dogs", "Jo", Visibility.WAITING)
    assert idea.held_for is None
    assert spaced(idea.claim_code) in page.text
    assert "Thank you, Jo." in page.text
    assert "A water bowl for the dogs" in page.text
    assert "Saturday 21 November" in page.text


def test_sending_twice_makes_one_idea(phone: Phone) -> None:
    token = phone.form_token()

    first = phone.send("Once only", token=token)
    second = phone.send("Once only", token=token)

    assert urlsplit(first).path == urlsplit(second).path
    assert len(phone.house.ideas()) == 1


def test_other_words_on_a_form_already_sent_come_back_with_a_fresh_token(phone: Phone) -> None:
    token = phone.form_token()
    phone.send("The first thought", token=token)

    answer = phone.http.post("/ideas", data={"text": "The second thought", "token": token})
    phone.send("The second thought", token=field(answer.text, "token"))

    assert answer.status_code == 409
    assert "The second thought" in answer.text
    assert [idea.text for idea in phone.house.ideas()] == ["The first thought", "The second thought"]


@pytest.mark.parametrize("text", ["", "   ", "\u3164\u200b", "\x00\x07"])
def test_an_empty_idea_cannot_be_sent(phone: Phone, text: str) -> None:
    answer = phone.http.post("/ideas", data={"text": text, "name": "Jo", "token": phone.form_token()})

    assert answer.status_code == 422
    assert "Please write your idea first." in answer.text
    assert 'value="Jo"' in answer.text
    assert phone.house.ideas() == []


def test_a_long_idea_comes_back_whole_with_how_much_is_too_much(phone: Phone) -> None:
    answer = phone.http.post("/ideas", data={"text": "x" * 512, "token": phone.form_token()})

    assert answer.status_code == 422
    assert "This is 12 characters too long" in answer.text
    assert "x" * 512 in answer.text


def test_what_people_see_as_one_character_counts_as_one(phone: Phone) -> None:
    phone.send("👨‍👩‍👧‍👦" * 400)

    assert len(phone.house.ideas()) == 1


@pytest.mark.parametrize("token", ["", "nonsense", "a.b.c", "\ud83d" * 3])
def test_a_wrong_token_keeps_the_text(phone: Phone, token: str) -> None:
    sent = {"text": "My words", "token": token.encode("utf-8", "surrogatepass")}
    answer = phone.http.post("/ideas", data=sent)

    assert answer.status_code == 422
    assert "My words" in answer.text
    assert "Your words are still here" in answer.text
    assert phone.house.ideas() == []


def test_an_expired_token_is_renewed_and_the_text_kept(phone: Phone) -> None:
    token = phone.form_token()
    phone.house.clock.forward(hours=5)

    answer = phone.http.post("/ideas", data={"text": "Slow words", "name": "Jo", "token": token})
    phone.send("Slow words", token=field(answer.text, "token"))

    assert answer.status_code == 422
    assert "lay open for a long time" in answer.text
    assert len(phone.house.ideas()) == 1


def test_a_placement_names_where_an_idea_came_from_and_counts_the_scan(phone: Phone) -> None:
    phone.house.hang_code("7KQM4T", "Counter")
    page = phone.http.get("/p/7KQM4T").text

    phone.send("From the counter", token=field(page, "token"), placement=field(page, "placement"))
    phone.second_later()

    [idea] = phone.house.ideas()
    placement = phone.house.door.placement("7KQM4T")
    assert idea.placement == "7KQM4T"
    assert placement is not None
    assert (placement.scans, placement.ideas) == (1, 1)


@pytest.mark.parametrize(
    ("method", "headers", "counted"),
    [
        ("GET", {"user-agent": "Mozilla/5.0 (Linux; Android 12; CUBOT X50) Mobile"}, 1),
        ("HEAD", {}, 0),
        ("GET", {"user-agent": "Mozilla/5.0 (compatible; Googlebot/2.1)"}, 0),
        ("GET", {"user-agent": "WhatsApp/2.23"}, 0),
        ("GET", {"sec-purpose": "prefetch;prerender"}, 0),
    ],
)
def test_only_people_count_as_scans(phone: Phone, method: str, headers: dict[str, str], counted: int) -> None:
    phone.house.hang_code("7KQM4T")

    answer = phone.http.ask(method, "/p/7KQM4T", headers=headers)
    phone.second_later()

    placement = phone.house.door.placement("7KQM4T")
    assert answer.status_code == 200
    assert placement is not None
    assert placement.scans == counted


@pytest.mark.parametrize("token", ["NOSUCH", "%00", "x" * 300, "<b>"])
def test_an_unknown_placement_still_gives_the_form(phone: Phone, token: str) -> None:
    answer = phone.http.get(f"/p/{token}")

    assert answer.status_code == 200
    phone.send("All the same", token=field(answer.text, "token"), placement=token)
    assert phone.house.ideas()[0].placement == ""


def test_what_no_person_does_is_held_not_refused(phone: Phone) -> None:
    too_fast = phone.form_token()
    phone.http.post("/ideas", data={"text": "In a flash", "token": too_fast})
    phone.send("With honey", second_opinion="buy cheap watches")

    assert [idea.held_for for idea in phone.house.ideas()] == [HeldFor.TOO_FAST, HeldFor.TRAP]


def test_a_flood_is_held_and_only_far_above_that_refused(open_shop: OpenShop) -> None:
    phone = open_shop(replace(NO_LIMITS, ideas_taken=Rate(2, 0.001), ideas=Rate(4, 0.001)))
    for number in range(4):
        phone.send(f"Idea {number}")

    refused = phone.http.post("/ideas", data={"text": "One more", "token": phone.form_token()})

    assert [idea.held_for for idea in phone.house.ideas()] == [None, None, HeldFor.FLOOD, HeldFor.FLOOD]
    assert refused.status_code == 429
    assert int(refused.headers["retry-after"]) > 0
    assert "One more" in refused.text


def test_contact_is_only_kept_with_consent(phone: Phone) -> None:
    phone.send("No mail please", contact="jo@example.org")
    phone.send("Mail please", contact="jo@example.org", consent="yes")

    assert [idea.has_contact for idea in phone.house.ideas()] == [False, True]


def test_a_broken_mail_address_is_pointed_at(phone: Phone) -> None:
    sent = {"text": "Hello", "contact": "jo at home", "consent": "yes", "token": phone.form_token()}

    answer = phone.http.post("/ideas", data=sent)

    assert answer.status_code == 422
    assert re.search(r'id="contact"[^>]*aria-invalid="true"', answer.text)
    assert 'value="jo at home"' in answer.text


def test_building_on_an_idea_shows_and_links_it(phone: Phone) -> None:
    parent = phone.house.pin("Somewhere to change the baby?")
    page = phone.http.get(f"/new?builds_on={parent.id}").text

    phone.send("And a hook", token=field(page, "token"), builds_on=field(page, "builds_on"))

    assert "Somewhere to change the baby?" in page
    assert phone.house.ideas()[-1].builds_on == parent.id


@pytest.mark.parametrize("builds_on", ["nonsense", "01900000-0000-7000-8000-000000000000", "%00"])
def test_building_on_nothing_gives_the_plain_form(phone: Phone, builds_on: str) -> None:
    answer = phone.http.get(f"/new?builds_on={builds_on}")

    assert answer.status_code == 200
    assert "You build on" not in answer.text


def test_a_shop_that_shows_at_once_says_so(house: House, open_shop: OpenShop) -> None:
    house.set_shop(moderation=Moderation.PUBLIC_AT_ONCE)
    phone = open_shop()

    page = phone.http.get("/new").text
    phone.send("Straight to the wall")

    assert "reads it first" not in page
    assert "Straight to the wall" in phone.http.get("/").text


def test_a_multipart_form_works_and_a_file_is_refused(phone: Phone) -> None:
    token = phone.form_token()
    phone.house.clock.forward(minutes=1)

    good = phone.http.post("/ideas", files={"text": (None, "In parts"), "token": (None, token)})
    bad = phone.http.post("/ideas", files={"text": ("a.txt", b"file"), "token": (None, token)})

    assert good.status_code == 303
    assert bad.status_code == 422


def test_too_many_fields_are_refused(phone: Phone) -> None:
    body = "&".join(f"f{number}=1" for number in range(3000))

    answer = phone.http.post(
        "/ideas", content=body, headers={"content-type": "application/x-www-form-urlencoded"}
    )

    assert answer.status_code == 422


def test_a_full_disk_keeps_what_was_typed_and_is_the_owners_affair(
    phone: Phone, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    token = phone.form_token()
    monkeypatch.setattr(phone.house.door, "submit", disk_is_full)

    with caplog.at_level(logging.WARNING, "teacup.web"):
        answer = phone.http.post("/ideas", data={"text": "Typed with care", "name": "Jo", "token": token})

    assert answer.status_code == 503
    assert int(answer.headers["retry-after"]) > 0
    assert "Typed with care" in answer.text
    assert "Nothing can be stored just now" in answer.text
    assert "disk" not in answer.text
    assert ["The disk is full." in record.getMessage() for record in caplog.records] == [True]


def test_the_thank_you_page_of_a_wrong_code_does_not_exist(phone: Phone) -> None:
    assert phone.http.get("/thanks/7KQM4TWXH").status_code == 404


def test_a_form_that_comes_back_keeps_its_token_and_paper(phone: Phone) -> None:
    form = phone.http.get("/new")

    answer = phone.http.post("/ideas", data={"text": " ", "token": field(form.text, "token")})

    assert field(answer.text, "token") == field(form.text, "token")
    papers = [re.findall(r"<textarea class=\"note (n\d)", page.text) for page in (form, answer)]
    assert papers[0] == papers[1]
    assert len(papers[0]) == 1


def test_only_forms_may_be_kept_for_going_back(phone: Phone) -> None:
    thanks = phone.send("A water bowl")
    code = phone.house.newest().claim_code
    paths = ("/new", f"/c/{code}/reply", f"/c/{code}/edit", f"/c/{code}/erase", f"/c/{code}", thanks)

    kept = [phone.http.get(path).headers["cache-control"] for path in paths]

    assert kept == ["private, no-cache"] * 3 + ["no-store"] * 3


@pytest.mark.parametrize("link", list(Link))
def test_a_build_on_says_how_it_follows(phone: Phone, link: Link) -> None:
    parent = phone.house.pin("Cushions")
    form = phone.http.get(f"/new?builds_on={parent.id}").text
    assert re.findall(r'name="link" value="(\w+)"( checked)?', form) == [
        ("and", " checked"), ("but", ""), ("instead", "")
    ]  # fmt: skip

    phone.send("Stools", builds_on=str(parent.id), link=str(link))

    assert (phone.house.newest().builds_on, phone.house.newest().link) == (parent.id, link)


def test_a_form_that_comes_back_keeps_how_it_follows(phone: Phone) -> None:
    parent = phone.house.pin("Cushions")
    sent = {"text": "", "builds_on": str(parent.id), "link": "but", "token": phone.form_token()}

    answer = phone.http.post("/ideas", data=sent)

    assert 'value="but" checked' in answer.text


def test_the_thank_you_page_leads_to_the_own_idea_with_scripts_and_without(phone: Phone) -> None:
    page = phone.http.get(phone.send("A water bowl")).text

    assert f'<a href="/c/{phone.house.newest().claim_code}">Follow your idea</a>' in page


def test_whoever_types_the_address_of_sending_gets_the_form(phone: Phone) -> None:
    answer = phone.http.get("/ideas")

    assert (answer.status_code, answer.headers["location"]) == (303, "/new")
