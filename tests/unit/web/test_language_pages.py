from __future__ import annotations

import re

import pytest

from app.web.site import Languages
from tests.shipped import TRANSLATED, shipped_words
from tests.unit.web.conftest import OpenShop, Phone

SHIPPED = Languages(["en", *TRANSLATED], shipped_words)


@pytest.fixture
def phone(open_shop: OpenShop) -> Phone:
    return open_shop(languages=SHIPPED)


def language_of(page: str) -> str:
    found = re.search(r'<html lang="([\w-]+)"', page)
    assert found
    return found.group(1)


@pytest.mark.parametrize(
    ("accepted", "language"),
    [
        ("pl", "pl"),
        ("pt-BR,pt;q=0.9,en;q=0.5", "pt"),
        ("zh-Hans-CN", "zh"),
        ("nl,de;q=0.8,en;q=0.7", "de"),
        ("sw", "en"),
        ("", "en"),
    ],
)
def test_pages_follow_what_the_phone_is_set_to(phone: Phone, accepted: str, language: str) -> None:
    page = phone.http.get("/", headers={"accept-language": accepted}).text

    assert language_of(page) == language


def test_a_language_by_choice_holds_on_every_page_whatever_the_phone_is_set_to(phone: Phone) -> None:
    form = {"language": "ar", "back": "/?order=popular"}
    answer = phone.http.post("/language", data=form, headers={"accept-language": "pl"})

    assert (answer.status_code, answer.headers["location"]) == (303, "/?order=popular")
    for path in ("/", "/new", "/c", "/what-we-did", "/nowhere"):
        page = phone.http.get(path, headers={"accept-language": "pl"}).text
        assert '<html lang="ar" dir="rtl">' in page, path
    assert "علّق فكرة" in phone.http.get("/").text


def test_a_language_that_we_do_not_speak_is_forgotten(phone: Phone) -> None:
    phone.http.post("/language", data={"language": "ar"})

    phone.http.post("/language", data={"language": "tlh"})

    assert language_of(phone.http.get("/", headers={"accept-language": "pl"}).text) == "pl"


@pytest.mark.parametrize(
    "back", ["", "//elsewhere", "https://elsewhere/", "/kiosk", "/c/7KQM4TWXH", "/new\r\nx: y"]
)
def test_a_choice_leads_back_to_pages_where_it_is_made(phone: Phone, back: str) -> None:
    answer = phone.http.post("/language", data={"language": "de", "back": back})

    assert answer.headers["location"] == "/"


@pytest.mark.parametrize("path", ["/", "/?q=bread", "/new", "/p/7KQM4T"])
def test_board_and_form_lead_to_the_languages_and_back(phone: Phone, path: str) -> None:
    phone.house.hang_code("7KQM4T")
    link = re.search(r'class="tongue" href="([^"]+)"', phone.http.get(path).text)

    assert link
    page = phone.http.get(link.group(1)).text
    assert f'name="back" value="{path}"' in page
    assert re.findall(r'lang="(\w+)"[^>]*>([^<]+)</button>', page)[:3] == [
        ("en", "English"),
        ("ar", "العربية"),
        ("de", "Deutsch"),
    ]


@pytest.mark.parametrize("language", ["en", *TRANSLATED])
def test_an_idea_is_kept_with_the_language_of_its_form(phone: Phone, language: str) -> None:
    phone.http.post("/language", data={"language": language})

    phone.send("A water bowl")

    assert phone.house.newest().language == language


@pytest.mark.parametrize("language", TRANSLATED)
def test_form_and_tablet_stay_small_in_every_language(phone: Phone, language: str) -> None:
    phone.http.post("/language", data={"language": language})
    phone.http.post("/kiosk/choices", data={"language": language})

    assert len(phone.http.get("/new").content) <= 20_000
    assert language_of(phone.http.get("/kiosk/new").text) == language
    assert len(phone.http.get("/kiosk/new").content) <= 12_000
