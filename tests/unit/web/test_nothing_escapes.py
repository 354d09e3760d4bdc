"""Every text of every page goes through the catalogue."""

from __future__ import annotations

from html.parser import HTMLParser
from uuid import UUID

import pytest

from app.domain.ideas import Status
from app.web.site import Languages
from tests.pseudo import escaped, pseudo_words
from tests.unit.web.conftest import OpenShop, Phone
from tests.unit.web.house import House

SAID = frozenset({"alt", "title", "placeholder", "aria-label", "aria-description"})
# What scripts show when the time comes.
TOLD_LATER = frozenset({"data-text", "data-sending", "data-offline", "data-answered", "data-open"})
UNSEEN = frozenset({"script", "style"})
SIGNATURE, EXAMPLE_CODE = "Marta", "7KQ M4T WXH"
# A language is called what its own speakers call it, whatever the page speaks.
OWN_NAME = "English"


class Shown(HTMLParser):
    """What a page shows or has read out, in its order."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.said: list[str] = []
        self._hidden = 0
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._hidden += tag in UNSEEN
        self.said += [
            value or ""
            for name, value in attrs
            if name in SAID or name.startswith("data-say") or name in TOLD_LATER
        ]
        described = dict(attrs)
        if tag == "meta" and described.get("name") == "description":
            self.said.append(described.get("content") or "")

    def handle_endtag(self, tag: str) -> None:
        self._hidden -= tag in UNSEEN

    def handle_data(self, data: str) -> None:
        if not self._hidden:
            self.said.append(data)


@pytest.fixture
def pseudo_phone(house: House, open_shop: OpenShop) -> Phone:
    house.set_shop(name="42", owner="43")
    return open_shop(languages=Languages(["en"], lambda _tag: pseudo_words()))


def must_be_translated(phone: Phone, path: str, *data: str) -> None:
    html = phone.http.get(path).text

    assert escaped(" ".join(Shown(html).said), data=(*data, SIGNATURE, EXAMPLE_CODE, OWN_NAME)) == "", path


@pytest.mark.parametrize(
    "path", ["/", "/?order=popular", "/?q=77", "/?q=", "/new", "/p/NOWHERE", "/c", "/what-we-did"]
)
def test_an_empty_shop_speaks_the_visitors_language(pseudo_phone: Phone, path: str) -> None:
    must_be_translated(pseudo_phone, path)


@pytest.mark.parametrize("path", ["/nowhere", "/i/nothing", "/c/WRONG1234", "/thanks/WRONG1234"])
def test_so_does_what_is_not_there(pseudo_phone: Phone, path: str) -> None:
    must_be_translated(pseudo_phone, path, "WRONG1234")


@pytest.mark.parametrize("path", ["/", "/?order=popular", "/?order=answered", "/what-we-did", "/?q=100"])
def test_so_does_a_full_board(pseudo_phone: Phone, path: str) -> None:
    fill(pseudo_phone.house)

    must_be_translated(pseudo_phone, path)


def test_so_do_the_pages_of_one_idea(pseudo_phone: Phone) -> None:
    root = fill(pseudo_phone.house)

    must_be_translated(pseudo_phone, f"/i/{root}")
    must_be_translated(pseudo_phone, f"/new?builds_on={root}")


def test_so_does_the_way_from_sending_to_following(pseudo_phone: Phone) -> None:
    thanks = pseudo_phone.send("100 200 300", name="7")
    code = thanks.partition("?")[0].rpartition("/")[2]
    seen = (code, f"{code[:3]} {code[3:6]} {code[6:]}", f"http://localhost/c/{code}", f"localhost/c/{code}")

    must_be_translated(pseudo_phone, thanks, *seen)
    must_be_translated(pseudo_phone, f"/c/{code}", *seen)


def test_so_does_a_claim_with_answers(pseudo_phone: Phone) -> None:
    house = pseudo_phone.house
    idea = house.pin("100 200 300", "7", days_ago=3)
    house.answer(idea, "1.", Status.PLANNED)
    house.answer(idea, "2.", Status.PLANNED, private=True)
    code = idea.claim_code

    must_be_translated(pseudo_phone, f"/c/{code}", code, f"{code[:3]} {code[3:6]} {code[6:]}")


@pytest.mark.parametrize(
    "path", ["/kiosk", "/kiosk?order=answered", "/kiosk?q=", "/kiosk?q=77", "/kiosk/new", "/kiosk/nowhere"]
)
def test_so_does_the_tablet(pseudo_phone: Phone, path: str) -> None:
    must_be_translated(pseudo_phone, path)


def test_so_does_all_that_a_visit_to_the_tablet_comes_by(pseudo_phone: Phone) -> None:
    root = fill(pseudo_phone.house)
    token = pseudo_phone.form_token("/kiosk/new")
    sent = pseudo_phone.http.post("/kiosk/ideas", data={"text": "100 200 300", "name": "7", "token": token})
    thanks = sent.headers["location"]
    code = thanks.partition("?")[0].rpartition("/")[2]

    for path in ("/kiosk", f"/kiosk/i/{root}", f"/kiosk/new?builds_on={root}", thanks):
        must_be_translated(pseudo_phone, path, f"{code[:3]} {code[3:6]} {code[6:]}")


def test_so_does_a_form_that_comes_back(pseudo_phone: Phone) -> None:
    answer = pseudo_phone.http.post("/ideas", data={"text": "", "token": pseudo_phone.form_token()})

    assert escaped(" ".join(Shown(answer.text).said), data=(OWN_NAME,)) == ""


def fill(house: House) -> UUID:
    """An idea of each status with an answer, and some that build on the first; nobody writes a letter."""
    root = house.pin("100 200 300", "7", votes=3, days_ago=40)
    for number, status in enumerate(Status):
        idea = house.pin(f"100 {number} 999", votes=number, days_ago=number, builds_on=root.id)
        if status is not Status.NEW:
            house.answer(
                idea,
                "1.",
                status,
                reason="2." if status is Status.DECLINED else "",
                until=house.clock.now().date() if status is Status.TRIAL else None,
            )
    return root.id
