from __future__ import annotations

import gc
import gettext
import html
import re
from dataclasses import replace
from datetime import date
from uuid import UUID

import pytest

from app.domain.ideas import Link, Status, Visibility
from app.web.drawings import DrawnBoard
from app.web.kept import OfVersion
from app.web.settings import Rate
from app.web.site import Languages
from app.words import Words
from tests.unit.web.conftest import NO_LIMITS, OpenShop, Phone, field


def corner(html: str, idea_id: UUID) -> tuple[str, str, int]:
    """What the corner of a note says: wanted next, pressed, count."""
    found = re.search(
        rf'value="(\d)" aria-pressed="(\w+)" formaction="/ideas/{idea_id}/vote">.*?<b>(\d+)</b></button>',
        html,
    )
    assert found
    return found.group(1), found.group(2), int(found.group(3))


def tap(phone: Phone, idea_id: UUID, path: str = "/") -> None:
    """Tap "me too" as a browser without scripts does."""
    page = phone.http.get(path).text
    form = {name: field(page, name) for name in ("token", "back")}
    answer = phone.http.post(f"/ideas/{idea_id}/vote", data={**form, "want": corner(page, idea_id)[0]})
    assert answer.status_code == 303
    assert answer.headers["location"] == f"{path}#i-{idea_id}"


def test_the_board_shows_public_ideas_with_answers_and_nothing_else(phone: Phone) -> None:
    done = phone.house.pin("Sell yesterday's bread", "Sam", votes=52, days_ago=35)
    phone.house.answer(done, "We do, since November.")
    phone.house.pin("Not yet seen", visibility=Visibility.WAITING)
    phone.house.pin("Between us", visibility=Visibility.PRIVATE)
    phone.house.pin("Rude", visibility=Visibility.HIDDEN)

    page = phone.http.get("/").text

    assert "Sell yesterday&#39;s bread" in page
    assert "We do, since November." in page
    assert "5 weeks" in page
    assert corner(page, done.id) == ("1", "false", 52)
    assert all(words not in page for words in ("Not yet seen", "Between us", "Rude"))


def test_an_address_without_dashes_as_printed_codes_have_it_opens_the_idea(phone: Phone) -> None:
    idea = phone.house.pin("A water bowl")

    for path in (f"/i/{idea.id.hex}", f"/kiosk/i/{idea.id.hex}"):
        answer = phone.http.get(path)
        assert (answer.status_code, "A water bowl" in answer.text) == (200, True), path


def test_each_order_is_its_own(phone: Phone) -> None:
    old = phone.house.pin("Old and loved", votes=5, days_ago=9)
    phone.house.pin("Fresh")
    phone.house.answer(old, "Thank you.", Status.PLANNED)

    texts = {
        order: re.findall(r'class="says[^>]*>([^<]*)<', phone.http.get(f"/?order={order}").text)
        for order in ("new", "popular", "answered", "nonsense")
    }

    assert texts == {
        "new": ["Fresh", "Old and loved"],
        "popular": ["Old and loved", "Fresh"],
        "answered": ["Old and loved"],
        "nonsense": ["Fresh", "Old and loved"],
    }


def test_a_tap_counts_once_and_a_second_takes_it_back(phone: Phone) -> None:
    idea = phone.house.pin("A water bowl", votes=3)

    tap(phone, idea.id)
    given = corner(phone.http.get("/").text, idea.id)
    tap(phone, idea.id)
    taken = corner(phone.http.get("/").text, idea.id)

    assert given == ("0", "true", 4)
    assert taken == ("1", "false", 3)


def test_a_double_tap_counts_once(phone: Phone) -> None:
    idea = phone.house.pin("A water bowl")
    page = phone.http.get("/").text
    form = {"token": field(page, "token"), "want": "1"}

    for _ in range(2):
        phone.http.post(f"/ideas/{idea.id}/vote", data=form)

    assert corner(phone.http.get("/").text, idea.id) == ("0", "true", 1)


def test_without_a_wish_a_vote_toggles(phone: Phone) -> None:
    idea = phone.house.pin("A water bowl")
    token = field(phone.http.get("/").text, "token")

    answers = [
        phone.http.post(
            f"/ideas/{idea.id}/vote", data={"token": token}, headers={"accept": "application/json"}
        ).json()
        for _ in range(2)
    ]

    assert answers == [{"votes": 1, "given": True}, {"votes": 0, "given": False}]


def test_one_phones_vote_is_not_shown_as_anothers(phone: Phone, open_shop: OpenShop) -> None:
    idea = phone.house.pin("A water bowl")
    other = open_shop()
    other.http.get("/")

    tap(phone, idea.id)

    assert corner(phone.http.get("/").text, idea.id) == ("0", "true", 1)
    assert corner(other.http.get("/").text, idea.id) == ("1", "false", 1)


def test_a_vote_works_with_cookies_off(phone: Phone) -> None:
    idea = phone.house.pin("A water bowl")
    page = phone.http.get("/").text
    phone.http.cookies.clear()

    for _ in range(2):
        phone.http.post(f"/ideas/{idea.id}/vote", data={"token": field(page, "token"), "want": "1"})
        phone.http.cookies.clear()

    assert corner(phone.http.get("/").text, idea.id) == ("1", "false", 1)


def test_a_page_made_for_another_visitor_cannot_vote_without_an_origin(
    phone: Phone, open_shop: OpenShop
) -> None:
    idea = phone.house.pin("A water bowl")
    stranger = open_shop()
    stolen = field(stranger.http.get("/").text, "token")
    phone.http.get("/")

    answer = phone.http.post(f"/ideas/{idea.id}/vote", data={"token": stolen})

    assert answer.status_code == 422
    assert corner(phone.http.get("/").text, idea.id)[2] == 0


@pytest.mark.parametrize("token", ["", "nonsense"])
def test_a_vote_without_our_token_is_refused(phone: Phone, token: str) -> None:
    idea = phone.house.pin("A water bowl")

    assert phone.http.post(f"/ideas/{idea.id}/vote", data={"token": token}).status_code == 422


@pytest.mark.parametrize(
    "back", ["//evil.example", "http://evil.example", "/c/7KQM4TWXH", "/?x\r\ny", "\\\\e"]
)
def test_a_vote_leads_back_to_pages_of_ours_only(phone: Phone, back: str) -> None:
    idea = phone.house.pin("A water bowl")
    token = field(phone.http.get("/").text, "token")

    answer = phone.http.post(f"/ideas/{idea.id}/vote", data={"token": token, "back": back})

    assert answer.headers["location"] == f"/#i-{idea.id}"


def test_hidden_ideas_take_no_votes_and_have_no_page(phone: Phone) -> None:
    hidden = phone.house.pin("Rude", visibility=Visibility.HIDDEN)
    token = field(phone.http.get("/").text, "token")

    assert phone.http.get(f"/i/{hidden.id}").status_code == 404
    assert phone.http.post(f"/ideas/{hidden.id}/vote", data={"token": token}).status_code == 404
    assert phone.http.get("/i/nonsense").status_code == 404


def test_votes_have_a_limit(open_shop: OpenShop) -> None:
    phone = open_shop(replace(NO_LIMITS, votes=Rate(2, 0.01)))
    idea = phone.house.pin("A water bowl")
    token = field(phone.http.get("/").text, "token")

    answers = [phone.http.post(f"/ideas/{idea.id}/vote", data={"token": token}) for _ in range(3)]

    assert [answer.status_code for answer in answers] == [303, 303, 429]
    assert int(answers[-1].headers["retry-after"]) > 0


def test_an_unchanged_board_is_not_sent_again(phone: Phone) -> None:
    idea = phone.house.pin("A water bowl")
    phone.http.get("/")
    first = phone.http.get("/")
    asking = {"if-none-match": first.headers["etag"]}

    unchanged = phone.http.get("/", headers=asking)
    tap(phone, idea.id)
    after_own_vote = phone.http.get("/", headers=asking)

    assert (unchanged.status_code, unchanged.content) == (304, b"")
    assert after_own_vote.status_code == 200


def test_the_board_follows_the_desk_at_once(phone: Phone) -> None:
    idea = phone.house.pin("A water bowl")
    phone.http.get("/")

    phone.house.answer(idea, "It stands by the door.", Status.TRIAL, until=date(2026, 12, 24))

    page = phone.http.get("/").text
    assert "It stands by the door." in page
    assert "On trial to 24 December" in page


def test_pages_of_the_board_lead_on_and_lose_nobody(phone: Phone) -> None:
    wanted = {f"Idea number {number}" for number in range(45)}
    for text in wanted:
        phone.house.pin(text)

    seen: list[str] = []
    path: str | None = "/?order=popular"
    while path:
        page = phone.http.get(path).text
        seen += re.findall(r"Idea number \d+", "".join(re.findall(r'class="says[^>]*>([^<]*)<', page)))
        following = re.search(r'rel="next" href="([^"]*)"', page)
        path = following.group(1).replace("&amp;", "&") if following else None

    assert sorted(seen) == sorted(wanted)


def test_a_bad_cursor_gives_the_first_page(phone: Phone) -> None:
    phone.house.pin("First of all")

    assert "First of all" in phone.http.get("/?after=%FF%00nonsense").text


def test_search_finds_words_and_says_when_there_is_nothing(phone: Phone) -> None:
    phone.house.pin("A water bowl outside for the dogs")
    phone.house.pin("Oat milk")

    found, nothing = phone.http.get("/?q=DOGS").text, phone.http.get("/?q=llamas").text

    assert "water bowl" in found
    assert "Oat milk" not in found
    assert "llamas" in nothing
    assert "Pin it up!" in nothing


def test_an_empty_wall_says_what_will_be_here(phone: Phone) -> None:
    assert "The wall is still empty." in phone.http.get("/").text


def test_an_idea_is_shown_whole_with_what_builds_on_it(phone: Phone) -> None:
    long_text = "On Saturdays the queue goes out of the door. " * 8
    idea = phone.house.pin(long_text.strip())
    phone.house.pin("But not on Sundays", builds_on=idea.id, link=Link.BUT)

    board, page = phone.http.get("/").text, phone.http.get(f"/i/{idea.id}").text

    assert "Read on" in board
    assert "Read on" not in page
    assert page.index("Saturdays") < page.index('class="chain">but') < page.index("But not on Sundays")


def test_a_merged_idea_leads_to_its_survivor(phone: Phone) -> None:
    survivor = phone.house.pin("Oat milk")
    merged = phone.house.pin("Milk of oats")
    phone.house.database.write(lambda stores: stores.ideas.change(merged.id, merged_into=survivor.id))

    answer = phone.http.get(f"/i/{merged.id}")

    assert answer.status_code == 301
    assert answer.headers["location"] == f"/i/{survivor.id}"


def test_of_an_erased_idea_no_drawing_is_kept(phone: Phone) -> None:
    idea = phone.house.pin("Regretted words")
    for path in ("/", "/?order=popular"):
        assert "Regretted words" in phone.http.get(path).text
    erase = f"/c/{idea.claim_code}/erase"
    phone.http.post(erase, data={"token": field(phone.http.get(erase).text, "token")})

    phone.http.get("/")

    gc.collect()
    kept = [each for each in gc.get_objects() if isinstance(each, DrawnBoard)]
    assert kept
    assert not any(b"Regretted words" in each.html for each in kept)


def test_what_was_made_of_an_older_board_is_let_go() -> None:
    kept = OfVersion[bytes](2)

    first = [kept.get(1, key, lambda: b"old") for key in ("a", "b", "c")]
    again = kept.get(1, "c", lambda: b"drawn twice")
    newer = kept.get(2, "c", lambda: b"new")
    back = kept.get(1, "b", lambda: b"made anew")

    assert (first, again, newer, back) == ([b"old"] * 3, b"old", b"new", b"made anew")


@pytest.mark.parametrize("path", ["/what-we-did", "/feed.atom"])
def test_what_we_did_leaves_out_what_we_did_not(phone: Phone, path: str) -> None:
    for status in set(Status) - {Status.NEW}:
        phone.house.answer(phone.house.pin(f"An idea {status}"), f"Answer {status}", status)

    page = phone.http.get(path).text

    assert {status for status in Status if f"Answer {status}" in page} == {
        Status.DONE, Status.PLANNED, Status.TRIAL, Status.ALREADY,
    }  # fmt: skip


def test_behind_many_refusals_the_deeds_are_found(phone: Phone) -> None:
    for number in range(23):
        phone.house.answer(phone.house.pin(f"Deed {number}."), "We do now.")
    for number in range(41):
        phone.house.answer(phone.house.pin(f"Wish {number}"), "No.", Status.DECLINED, reason="No room.")

    first = phone.http.get("/what-we-did").text
    onward = re.search(r'rel="next" href="([^"]+)"', first)
    shown = set(re.findall(r"Deed \d+\.", first))
    if onward:
        shown |= set(re.findall(r"Deed \d+\.", phone.http.get(html.unescape(onward.group(1))).text))

    assert len(shown) == 23


def test_what_we_did_shows_answers_only(phone: Phone) -> None:
    answered = phone.house.pin("Sell yesterday's bread")
    phone.house.pin("Still open")
    phone.house.answer(answered, "We do now.")

    page = phone.http.get("/what-we-did").text

    assert "We do now." in page
    assert "Still open" not in page


def test_a_page_in_a_right_to_left_language_is_mirrored_and_texts_keep_their_own(open_shop: OpenShop) -> None:
    phone = open_shop(languages=Languages(["ar"], lambda tag: Words(tag, gettext.NullTranslations())))
    phone.house.pin("A water bowl")

    page = phone.http.get("/").text

    assert '<html lang="ar" dir="rtl">' in page
    assert re.search(r'class="says" dir="auto">A water bowl', page)


def test_the_shops_colour_reaches_the_pages(phone: Phone, open_shop: OpenShop) -> None:
    before = re.search(r"/look-\w+\.css", phone.http.get("/").text)
    phone.house.set_shop(colour="#1F4E79")

    recoloured = open_shop()
    after = re.search(r"/look-\w+\.css", recoloured.http.get("/").text)
    assert before
    assert after
    assert before.group() != after.group()
    assert "--brick:#1F4E79" in recoloured.http.get(after.group()).text


def test_every_note_of_the_wall_leads_to_its_idea(phone: Phone) -> None:
    ideas = [phone.house.pin(f"Wish {number}") for number in range(3)]

    page = phone.http.get("/").text

    assert all(page.count(f'<a class="who" href="/i/{idea.id}">') == 1 for idea in ideas)


def test_what_an_idea_builds_on_stands_above_it_while_it_is_public(phone: Phone) -> None:
    parent = phone.house.pin("Cushions for the hard wooden chairs at the window, please")
    child = phone.house.pin("Not in winter", builds_on=parent.id, link=Link.BUT)
    line = f'<a href="/i/{parent.id}"><b>but</b> <bdi>Cushions for the hard wooden chairs at t…</bdi>'

    assert line in phone.http.get("/").text
    own = phone.http.get(f"/i/{child.id}").text
    assert own.index("Cushions for") < own.index('<p class="chain">but</p>') < own.index(">Not in winter</p>")
    assert "<title>Not in winter" in own
    assert f"/new?builds_on={child.id}" in own

    phone.house.show(parent.id, Visibility.HIDDEN)
    assert "Cushions" not in phone.http.get("/").text + phone.http.get(f"/i/{child.id}").text
