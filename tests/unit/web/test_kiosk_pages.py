from __future__ import annotations

import gettext
import json
import re

import pytest

from app.domain.ideas import Channel, HeldFor, Link, Status, Visibility
from app.domain.kiosks import KioskRules
from app.domain.shop import Moderation
from app.qr import as_svg
from app.web.site import Languages
from app.words import Words
from tests.unit.web.conftest import OpenShop, Phone, field
from tests.unit.web.house import House

TRILINGUAL = Languages(["en", "ar", "pl"], lambda tag: Words(tag, gettext.NullTranslations()))


@pytest.fixture
def tablet(open_shop: OpenShop) -> Phone:
    return open_shop(languages=TRILINGUAL)


def tap(tablet: Phone, idea_id: object, path: str = "/kiosk") -> None:
    page = tablet.http.get(path).text
    form = {name: field(page, name) for name in ("token", "back")}
    answer = tablet.http.post(f"/kiosk/ideas/{idea_id}/vote", data={**form, "want": "1"})
    assert answer.headers["location"] == f"{path}#i-{idea_id}"


def choose(tablet: Phone, back: str = "/kiosk?order=popular", **choice: str) -> str:
    """Press one of the buttons low on the screen; gives back where it leads."""
    answer = tablet.http.post("/kiosk/choices", data={"back": back, **choice})
    assert answer.status_code == 303
    return str(answer.headers["location"])


def pin(tablet: Phone, text: str, **fields: str) -> str:
    token = tablet.form_token("/kiosk/new")
    tablet.house.clock.forward(minutes=1)
    answer = tablet.http.post("/kiosk/ideas", data={"text": text, "token": token, **fields})
    assert answer.status_code == 303, answer.text
    return str(answer.headers["location"])


def test_the_tablet_shows_the_same_wall_as_phones_do(tablet: Phone) -> None:
    done = tablet.house.pin("Sell yesterday's bread", "Sam", votes=52, days_ago=35)
    tablet.house.answer(done, "We do, since November.")
    tablet.house.pin("Not yet seen", visibility=Visibility.WAITING)

    texts = {
        path: re.findall(r'class="says[^>]*>([^<]*)<', tablet.http.get(path).text) for path in ("/", "/kiosk")
    }
    page = tablet.http.get("/kiosk").text

    assert texts["/kiosk"] == texts["/"] == ["Sell yesterday&#39;s bread"]
    assert "We do, since November." in page
    assert "5 weeks" in page


def test_an_unchanged_wall_is_not_sent_again(tablet: Phone) -> None:
    idea = tablet.house.pin("A water bowl")
    tag = tablet.http.get("/kiosk").headers["etag"]

    same = tablet.http.get("/kiosk", headers={"if-none-match": tag})
    tablet.house.answer(idea, "It is there.")
    changed = tablet.http.get("/kiosk", headers={"if-none-match": tag})

    assert same.status_code == 304
    assert changed.status_code == 200
    assert "It is there." in changed.text


def test_nothing_on_the_tablet_leads_out_of_it(tablet: Phone) -> None:
    root = tablet.house.pin("An idea to build on")
    child = tablet.house.pin("But with care " * 20, builds_on=root.id, link=Link.BUT)
    thanks = pin(tablet, "Another idea")
    paths = [
        "/kiosk",
        "/kiosk?q=care",
        f"/kiosk/i/{child.id}",
        "/kiosk/new",
        thanks,
        "/kiosk/i/nothing",
        "/kiosk/nowhere",
    ]

    for path in paths:
        page = tablet.http.get(path).text
        leads = re.findall(r'<(?:a|form|button)\b[^>]*?\b(?:href|action|formaction)="([^"#][^"]*)"', page)
        refresh = re.findall(r"url=([^\"]+)", page)
        assert leads
        assert [each for each in [*leads, *refresh] if not each.startswith("/kiosk")] == [], path


def test_an_idea_from_the_tablet_came_by_kiosk_and_waits_for_the_owner(tablet: Phone) -> None:
    thanks = tablet.http.get(pin(tablet, "A water bowl", name="Jo")).text

    idea = tablet.house.newest()
    assert (idea.channel, idea.visibility, idea.name) == (Channel.KIOSK, Visibility.WAITING, "Jo")
    code = idea.claim_code
    assert f"{code[:3]} {code[3:6]} {code[6:]}" in thanks
    assert "It goes up on the wall when Marta has read it." in thanks


def test_where_ideas_are_public_at_once_the_author_is_not_told_to_wait(tablet: Phone) -> None:
    tablet.house.set_shop(moderation=Moderation.PUBLIC_AT_ONCE)

    thanks = tablet.http.get(pin(tablet, "A water bowl")).text

    assert tablet.house.newest().visibility is Visibility.PUBLIC
    assert "goes up on the wall when" not in thanks


def test_the_same_form_sent_twice_is_one_idea(tablet: Phone) -> None:
    token = tablet.form_token("/kiosk/new")
    tablet.house.clock.forward(minutes=1)

    for _ in range(2):
        tablet.http.post("/kiosk/ideas", data={"text": "A water bowl", "token": token})

    assert len(tablet.house.ideas()) == 1


def test_no_contact_is_asked_for_and_nothing_written_is_kept_for_back(tablet: Phone) -> None:
    form = tablet.http.get("/kiosk/new")

    assert form.headers["cache-control"] == "no-store"
    assert 'name="contact"' not in form.text
    assert "data-draft" not in form.text


def test_what_was_wrong_is_said_on_the_form_and_the_words_stay(tablet: Phone) -> None:
    token = tablet.form_token("/kiosk/new")
    tablet.house.clock.forward(minutes=1)

    answer = tablet.http.post("/kiosk/ideas", data={"text": "x" * 501, "token": token})

    assert answer.status_code == 422
    assert 'aria-describedby="wrong-text"' in answer.text
    assert "x" * 501 in answer.text
    assert 'action="/kiosk/ideas"' in answer.text


def test_an_idea_sent_faster_than_anybody_types_is_held(tablet: Phone) -> None:
    token = tablet.form_token("/kiosk/new")

    tablet.http.post("/kiosk/ideas", data={"text": "Buy watches", "token": token})

    assert tablet.house.newest().held_for is HeldFor.TOO_FAST


def test_building_on_a_note_keeps_the_word_between(tablet: Phone) -> None:
    root = tablet.house.pin("An idea to build on")
    assert "An idea to build on" in tablet.http.get(f"/kiosk/new?builds_on={root.id}").text

    pin(tablet, "Two of them", builds_on=str(root.id), link="instead")

    assert (tablet.house.newest().builds_on, tablet.house.newest().link) == (root.id, Link.INSTEAD)


def test_an_opened_note_shows_what_it_builds_on_and_what_builds_on_it(tablet: Phone) -> None:
    root = tablet.house.pin("The root")
    idea = tablet.house.pin("The middle", builds_on=root.id, link=Link.AND)
    tablet.house.pin("The leaf", builds_on=idea.id, link=Link.BUT)
    tablet.house.answer(idea, "We shall see.", Status.CONSIDERING)

    page = tablet.http.get(f"/kiosk/i/{idea.id}").text

    order = [
        page.index(text)
        for text in (
            "The middle</p>",
            "We shall see.",
            "It builds on",
            "The root</p>",
            "1 idea builds on this",
            "The leaf</p>",
        )
    ]
    assert order == sorted(order)


def test_a_vote_shows_until_the_visit_is_over(tablet: Phone) -> None:
    idea = tablet.house.pin("A water bowl")
    tap(tablet, idea.id)
    pressed = f'value="0" aria-pressed="true" formaction="/kiosk/ideas/{idea.id}/vote"'
    assert pressed in tablet.http.get("/kiosk").text

    over = tablet.http.get("/kiosk/over")

    assert (over.status_code, over.headers["location"]) == (303, "/kiosk")
    page = tablet.http.get("/kiosk").text
    assert pressed not in page
    assert "<b>1</b>" in page


def test_the_next_visitors_vote_counts_too(tablet: Phone) -> None:
    idea = tablet.house.pin("A water bowl")

    for _ in range(3):
        tap(tablet, idea.id)
        tablet.http.get("/kiosk/over")

    assert tablet.house.door.idea(idea.id).votes == 3


@pytest.mark.parametrize("back", ["/", "/c", "//elsewhere", "https://elsewhere/", "/kiosk/over", "/kioskx"])
def test_a_vote_or_choice_leads_back_into_the_kiosk_only(tablet: Phone, back: str) -> None:
    assert choose(tablet, language="ar", back=back) == "/kiosk"


def test_choices_hold_for_the_visit_and_no_longer(tablet: Phone) -> None:
    where = [choose(tablet, language="ar"), choose(tablet, large="yes"), choose(tablet, contrast="yes")]
    chosen = tablet.http.get("/kiosk").text
    choose(tablet, large="no")
    smaller = tablet.http.get("/kiosk").text
    tablet.http.get("/kiosk/over")
    after = tablet.http.get("/kiosk").text

    assert where == ["/kiosk?order=popular"] * 3
    assert '<html lang="ar" dir="rtl" class="large contrast">' in chosen
    assert '<html lang="ar" dir="rtl" class="contrast">' in smaller
    assert '<html lang="en" dir="ltr" class="">' in after


def test_the_tablet_speaks_the_shops_language_whatever_its_browser_wants(tablet: Phone) -> None:
    tablet.house.set_shop(language="pl")

    page = tablet.http.get("/kiosk", headers={"accept-language": "ar"}).text

    assert '<html lang="pl"' in page


def test_the_owner_chooses_which_languages_are_offered(tablet: Phone, house: House) -> None:
    house.set_shop(language="pl", languages=("ar",))

    page = tablet.http.get("/kiosk").text

    assert re.findall(r'name="language" value="(\w+)"', page.partition('class="near"')[0]) == ["pl", "ar"]
    assert "العربية" in page


@pytest.mark.parametrize("value", ["", "....", "ar'><script>", "x" * 4000, "nowhere.large", "\x00"])
def test_a_strange_cookie_costs_nobody_the_wall(tablet: Phone, value: str) -> None:
    answer = tablet.http.get("/kiosk", headers={"cookie": f"kiosk={value}"})

    assert answer.status_code == 200
    assert '<html lang="en"' in answer.text


def test_the_shop_sets_when_a_visit_ends(tablet: Phone, house: House) -> None:
    house.set_shop(kiosk=KioskRules(idle_seconds=90))

    page = tablet.http.get("/kiosk").text

    assert 'data-idle="90" data-ask="10"' in page


def test_without_scripts_pages_are_left_by_themselves_too(tablet: Phone) -> None:
    seconds = {
        path: re.findall(
            r'<noscript><meta http-equiv="refresh" content="(\d+);url=/kiosk/over"></noscript>',
            tablet.http.get(path).text,
        )
        for path in ("/kiosk", "/kiosk/new", pin(tablet, "A water bowl"))
    }

    assert list(seconds.values()) == [["120"], ["600"], ["40"]]


def test_the_countdown_is_in_the_visitors_language_at_every_step(tablet: Phone) -> None:
    def steps(path: str) -> dict[str, str]:
        said = re.search(r'data-countdown="([^"]*)"', tablet.http.get(path).text)
        assert said
        found: dict[str, str] = json.loads(said.group(1).replace("&#34;", '"'))
        return found

    assert list(steps("/kiosk")) == [str(second) for second in range(1, 11)]
    assert steps("/kiosk")["1"].startswith("In 1 second this page begins anew")
    assert steps(pin(tablet, "A water bowl"))["40"] == "This page clears itself in 40 seconds"


def test_codes_lead_phones_to_the_public_address(tablet: Phone, house: House) -> None:
    house.set_shop(public_address="https://ideas.example.org")
    idea = house.pin("A water bowl")

    wall, note = tablet.http.get("/kiosk").text, tablet.http.get(f"/kiosk/i/{idea.id}").text
    thanks = tablet.http.get(pin(tablet, "Two of them")).text

    code = house.newest().claim_code
    assert as_svg("https://ideas.example.org/") in wall
    assert as_svg(f"https://ideas.example.org/i/{idea.id}") in note
    assert as_svg(f"https://ideas.example.org/c/{code}") in thanks


def test_an_error_is_told_in_the_tablets_own_frame(tablet: Phone) -> None:
    answer = tablet.http.get("/kiosk/nowhere")

    assert answer.status_code == 404
    assert '<body class="kiosk wide"' in answer.text
    assert 'class="go" href="/kiosk"' in answer.text


def test_style_and_script_are_kept_for_ever_under_their_names(tablet: Phone) -> None:
    page = tablet.http.get("/kiosk").text
    names = re.findall(r'"(/kiosk-\w+\.(?:css|js))"', page)

    answers = [tablet.http.get(name) for name in names]

    assert len(names) == 2
    assert all("immutable" in answer.headers["cache-control"] for answer in answers)
    assert tablet.http.get("/kiosk-old.css").headers["cache-control"] == "no-cache"


def test_pages_of_the_tablet_are_light(tablet: Phone) -> None:
    for number in range(20):
        idea = tablet.house.pin(
            f"{number} " + "A text of a usual length, as people write them at the counter. " * 2, "Jo"
        )
        tablet.house.answer(idea, "Thank you, we shall see what we can do about it.", Status.CONSIDERING)

    assert len(tablet.http.get("/kiosk").content) <= 40_000
    assert len(tablet.http.get("/kiosk/new").content) <= 12_000
