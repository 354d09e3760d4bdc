from __future__ import annotations

import json
import re
from xml.etree import ElementTree as Xml

import pytest

from app.domain.ideas import Status, Visibility
from app.pictures import SMALL_BYTES
from tests.unit.web.conftest import OpenShop, Phone
from tests.unit.web.house import House

ATOM = "{http://www.w3.org/2005/Atom}"
FOR_EVER = "public, max-age=31536000, immutable"


def test_similar_ideas_come_answered_ones_first_and_five_at_most(phone: Phone) -> None:
    for number in range(7):
        phone.house.pin(f"Oat milk for the coffee {number}")
    answered = phone.house.pin("Oat milk for coffee, please")
    phone.house.answer(answered, "From Monday.", Status.PLANNED)
    phone.house.pin("Oat milk for the coffee, but hidden", visibility=Visibility.HIDDEN)

    ideas = phone.http.get("/similar", params={"q": "oat milk for the coffee"}).json()["ideas"]

    assert len(ideas) == 5
    assert ideas[0]["id"] == str(answered.id)
    assert ideas[0]["response"]["text"] == "From Monday."
    assert "claim_code" not in json.dumps(ideas)
    assert phone.http.get("/similar").json() == {"ideas": []}


def test_the_feed_tells_what_was_answered(phone: Phone) -> None:
    idea = phone.house.pin("Sell yesterday's bread <b>cheaply</b>", "Sam")
    phone.house.answer(idea, "We do & gladly.", Status.DONE)
    phone.house.pin("Still open")

    answer = phone.http.get("/feed.atom")

    feed = Xml.fromstring(answer.content)
    [entry] = feed.findall(f"{ATOM}entry")
    assert answer.headers["content-type"].startswith("application/atom+xml")
    assert entry.findtext(f"{ATOM}title") == "Sell yesterday's bread <b>cheaply</b>"
    assert (
        entry.findtext(f"{ATOM}content")
        == "“Sell yesterday's bread <b>cheaply</b>”\n\nDone\n\nWe do & gladly."
    )
    assert entry.find(f"{ATOM}link").attrib["href"] == f"http://localhost/i/{idea.id}"  # type: ignore[union-attr]


def test_an_empty_feed_is_a_feed(phone: Phone) -> None:
    assert Xml.fromstring(phone.http.get("/feed.atom").content).findall(f"{ATOM}entry") == []


def test_with_a_public_address_the_feed_links_there(house: House, open_shop: OpenShop) -> None:
    house.set_shop(public_address="https://ideas.example.org/")

    text = open_shop().http.get("/feed.atom").text

    assert 'href="https://ideas.example.org/what-we-did"' in text


def test_a_phone_that_reaches_us_is_told_and_reported(phone: Phone) -> None:
    page = phone.http.get("/reach/abc123")

    assert "It works." in page.text
    assert phone.reached == [("abc123", "192.168.1.50")]


@pytest.mark.parametrize("token", ["<b>", "x" * 65, "a b", "%00"])
def test_a_strange_test_address_reaches_nobody(phone: Phone, token: str) -> None:
    assert phone.http.get(f"/reach/{token}").status_code == 404
    assert phone.reached == []


def test_looks_may_be_kept_for_ever_because_their_names_change(phone: Phone) -> None:
    page = phone.http.get("/").text
    style = re.search(r"/look-\w+\.css", page)
    script = re.search(r"/page-\w+\.js", page)
    assert style
    assert script

    current = [phone.http.get(path.group()) for path in (style, script)]
    old = [phone.http.get(path) for path in ("/look-0.css", "/page-0.js")]
    font = phone.http.get("/fonts/atkinson-latin-400.woff2")

    assert [answer.headers["cache-control"] for answer in (*current, font)] == [FOR_EVER] * 3
    assert [answer.headers["cache-control"] for answer in old] == ["no-cache"] * 2
    assert [answer.text for answer in old] == [answer.text for answer in current]


def test_every_font_the_stylesheet_names_is_there(phone: Phone) -> None:
    style = phone.http.get("/look-0.css").text

    fonts = re.findall(r"url\((/fonts/[^)]+)\)", style)
    assert len(fonts) == 4
    assert {phone.http.get(font).status_code for font in fonts} == {200}


def test_the_stylesheet_names_no_colour_of_its_own(phone: Phone) -> None:
    """Colours come from the theme; shadows alone are plain black, thinned."""
    style = phone.http.get("/look-0.css").text

    rules = style[style.index("@font-face") :]
    assert re.findall(r"#[0-9a-fA-F]{3,8}\b", rules) == []


def test_health_says_ok(phone: Phone) -> None:
    assert phone.http.get("/healthz").text == "ok\n"


def test_the_mark_wears_the_shops_colour(house: House, open_shop: OpenShop) -> None:
    house.set_shop(colour="#1F4E79")

    assert 'stroke="#1F4E79"' in open_shop().http.get("/mark.svg").text


def test_search_engines_are_kept_from_claim_pages(phone: Phone) -> None:
    assert "Disallow: /c" in phone.http.get("/robots.txt").text


@pytest.mark.parametrize(
    ("method", "path"), [("POST", "/new"), ("PUT", "/ideas"), ("DELETE", "/what-we-did")]
)
def test_a_method_that_a_page_has_not_is_refused_by_a_page_of_ours(
    phone: Phone, method: str, path: str
) -> None:
    answer = phone.http.ask(method, path)

    assert answer.status_code == 405
    assert "<h1>That did not work.</h1>" in answer.text


def test_a_method_that_the_api_has_not_is_refused_in_json(phone: Phone) -> None:
    answer = phone.http.ask("DELETE", "/api/v1/board")

    assert (answer.status_code, answer.json()) == (405, {"error": "This page cannot do that."})


def test_the_shops_logo_stands_over_every_page_and_is_asked_for_once(phone: Phone) -> None:
    assert "/logo-" not in phone.http.get("/").text
    phone.house.wear_logo()

    found = re.search(r'src="(/logo-[0-9a-f]{32}\.png)"', phone.http.get("/").text)
    assert found is not None
    assert all(found[1] in phone.http.get(page).text for page in ("/new", "/c", "/kiosk", "/did"))
    answer = phone.http.get(found[1])

    assert answer.headers["content-type"] == "image/png"
    assert answer.headers["cache-control"] == FOR_EVER
    assert "img-src 'self'" in answer.headers["content-security-policy"]
    assert len(answer.content) <= SMALL_BYTES
    assert b"canary" not in answer.content
    again = phone.http.get(found[1], headers={"if-none-match": answer.headers["etag"]})
    assert (again.status_code, again.content) == (304, b"")


def test_a_logo_is_known_by_its_id_as_we_write_it_alone(phone: Phone) -> None:
    phone.house.wear_logo()
    found = re.search(r'src="(/logo-[0-9a-f]{32}\.png)"', phone.http.get("/").text)
    assert found is not None
    wide = found[1].translate({ord(digit): ord(digit) - ord("0") + 0xFF10 for digit in "0123456789"})

    assert phone.http.get(found[1]).status_code == 200
    assert phone.http.get(wide).status_code == 404


@pytest.mark.parametrize("name", ["0" * 32, "nothing", "..%2f..%2fetc", "0" * 400])
def test_a_logo_that_never_was_is_not_found(phone: Phone, name: str) -> None:
    assert phone.http.get(f"/logo-{name}.png").status_code == 404
