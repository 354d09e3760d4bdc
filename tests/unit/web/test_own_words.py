"""What the owner keeps for herself reaches no page and no program of a customer; her public tags do."""

from __future__ import annotations

from app.services.owner.noting import Noting
from app.services.owner.tagging import Tagging
from tests.unit.web.calling import HERE, Kiosk
from tests.unit.web.conftest import OpenShop, Phone
from tests.unit.web.house import House

CANARY = "zanzibarcanary"


def test_own_notes_and_own_tags_reach_no_customer(open_shop: OpenShop, house: House) -> None:
    phone = open_shop(address=HERE)
    idea = house.pin("A water bowl outside")
    kiosk = Kiosk(phone, house.give_key())
    Noting(seam=house.database, clock=house.clock).add(idea.id, f"{CANARY} lives next door")
    Tagging(seam=house.database, clock=house.clock).tag_as([idea.id], CANARY)

    pages = ("/", f"/i/{idea.id}", f"/c/{idea.claim_code}", f"/kiosk/i/{idea.id}", "/feed.atom")
    searches = (f"/?q={CANARY}", f"/similar?q={CANARY}+lives+next+door")
    programs = ("/board", f"/claims/{idea.claim_code}")

    answers = [(path, phone.http.get(path)) for path in pages]
    answers += [(path, kiosk.ask("GET", path)) for path in programs]
    for path, answer in answers:
        assert answer.status_code == 200, path
        assert CANARY not in answer.text, path
    for path in searches:
        assert "water bowl" not in phone.http.get(path).text, path
    assert "water bowl" not in kiosk.ask("GET", f"/search?q={CANARY}").text


def test_public_tags_stand_quietly_on_the_notes_page(phone: Phone) -> None:
    house = phone.house
    idea = house.pin("A water bowl outside")
    tagging = Tagging(seam=house.database, clock=house.clock)
    tagging.tag_as([idea.id], "dogs & <b>cats</b>")
    tag = tagging.all()[0]
    before = phone.http.get(f"/i/{idea.id}")

    tagging.show_to_customers(tag.id, True)

    page = phone.http.get(f"/i/{idea.id}")
    assert "<bdi>dogs &amp; &lt;b&gt;cats&lt;/b&gt;</bdi>" in page.text
    assert "dogs" not in before.text
    assert page.headers["etag"] != before.headers["etag"]
    tagging.retire(tag.id)
    assert "dogs" not in phone.http.get(f"/i/{idea.id}").text
