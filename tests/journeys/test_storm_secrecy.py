"""While a storm gathers nobody can find out how often "me too" was said: whatever can be read before the votes
reads the same after them, letter by letter."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator

import httpx
import pytest

from app.domain.ideas import Idea, Link
from app.domain.shop import Moderation
from tests.journeys.conftest import OpenShop
from tests.unit.web.calling import make_secret
from tests.unit.web.storms import HouseWithStorm

# What is new on each page: the form's own token, and what is made of the page's bytes.
TOKENS = re.compile(r'name="token" value="[^"]+"|class="note n\d"|n\d box"')


class Reader:
    """Somebody who reads all there is, by browser and by API."""

    def __init__(self, shop: OpenShop) -> None:
        self.http = httpx.Client(base_url=shop.address, headers={"accept-language": "en"})
        secret = make_secret(shop.house)
        paired = self.http.post("/api/v1/pair", json={"code": secret, "name": "Counter"})
        self.key = {"authorization": f"Bearer {paired.json()['key']}"}

    def page(self, path: str) -> str:
        answer = self.http.get(path)
        assert answer.status_code == 200, path
        etag = "" if 'id="idea"' in answer.text else answer.headers.get("etag", "")
        return etag + TOKENS.sub("", answer.text)

    def api(self, path: str) -> str:
        answer = self.http.get(f"/api/v1{path}", headers=self.key)
        assert answer.status_code == 200, path
        return str(answer.headers.get("etag", "")) + answer.text

    def beat(self) -> str:
        body = {"protocol": 1, "version": "0.1.0", "outbox": 0}
        return self.http.post("/api/v1/kiosk", json=body, headers=self.key).text

    def version(self) -> int:
        return int(json.loads(self.beat())["board_version"])


@pytest.fixture
def reader(shop: OpenShop) -> Iterator[Reader]:
    reader = Reader(shop)
    yield reader
    reader.http.close()


def lively(shop: OpenShop) -> tuple[HouseWithStorm, list[Idea]]:
    shop.house.set_shop(moderation=Moderation.PUBLIC_AT_ONCE)
    shop.house.pin("A guitar shop next door", "Jo", votes=2)
    storm = HouseWithStorm(shop.house).gather()
    guitar = storm.write("An acoustic guitar by the window", "Ana")
    nine = storm.write("A guitar only until nine", "Ingrid", on=guitar, link=Link.BUT)
    records = storm.write("Records instead of a guitar", "Chloe")
    return storm, [guitar, nine, records]


def everything(reader: Reader, storm: HouseWithStorm, ideas: list[Idea], since: int) -> dict[str, str]:
    """Every page and every answer that shows the storm's ideas, or could."""
    pages = [
        "/", "/?order=popular", "/?order=answered", "/?q=guitar", "/kiosk", "/kiosk?order=popular",
        "/kiosk?q=guitar", "/what-we-did", "/feed.atom", "/similar?q=guitar", "/similar?q=acoustic+guitar",
        storm.page, f"{storm.page}?from=0", f"{storm.page}?chain={ideas[0].id}", f"/kiosk{storm.page}",
        *(f"{at}/i/{idea.id}" for at in ("", "/kiosk") for idea in ideas),
        *(f"/c/{idea.claim_code}" for idea in ideas),
        *(f"/new?builds_on={idea.id}&storm={storm.code}" for idea in ideas),
    ]  # fmt: skip
    answers = [
        "/board", "/board?order=popular", "/board?order=answered", "/search?q=guitar", "/similar?q=guitar",
        "/storms", "/storms?over=1", f"/storms/{storm.code}", "/changes", f"/changes?since={since}",
        *(f"/claims/{idea.claim_code}" for idea in ideas),
    ]  # fmt: skip
    read = {path: reader.page(path) for path in pages}
    read |= {f"api {path}": reader.api(path) for path in answers}
    return {**read, "heartbeat": reader.beat()}


def test_nothing_that_can_be_read_tells_a_sealed_vote(shop: OpenShop, reader: Reader) -> None:
    storm, ideas = lively(shop)
    since = reader.version()
    everything(reader, storm, ideas, since)
    before = everything(reader, storm, ideas, since)

    storm.vote(ideas[2], 23)
    storm.vote(ideas[1], 7)
    vote = reader.http.put(
        f"/api/v1/ideas/{ideas[1].id}/vote", json={"visitor": "somebody"}, headers=reader.key
    )
    after = everything(reader, storm, ideas, since)

    assert vote.json() == {"votes": 0, "given": True}
    assert [path for path in before if before[path] != after[path]] == []


def test_when_choosing_begins_each_of_them_tells(shop: OpenShop, reader: Reader) -> None:
    storm, ideas = lively(shop)
    storm.vote(ideas[2], 23)
    sealed = everything(reader, storm, ideas, reader.version())

    storm.choose()

    for path in (storm.page, "/?q=guitar", f"/i/{ideas[2].id}", f"/kiosk{storm.page}"):
        assert "<b>23</b>" not in sealed[path]
        assert "<b>23</b>" in reader.page(path)
    for path in (f"/storms/{storm.code}", "/search?q=guitar", "/similar?q=guitar"):
        assert '"votes":23' not in sealed[f"api {path}"]
        assert '"votes":23' in reader.api(path)
