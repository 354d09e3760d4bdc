"""Whatever somebody types comes back as the letters it was, on every page, and never as markup."""

from __future__ import annotations

import json
import os
import re
from collections.abc import Iterator
from datetime import UTC, datetime
from html.parser import HTMLParser
from urllib.parse import urlencode
from uuid import UUID
from xml.etree import ElementTree as Xml

import httpx
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.domain.ids import new_id
from app.domain.text import clean, is_blank, is_longer_than
from app.web import codes
from tests.hostile import HOSTILE
from tests.unit.web.conftest import Browser, Phone, field, phone_over
from tests.unit.web.house import HandClock, House

FORM = "application/x-www-form-urlencoded"
QUESTIONS = (
    ("/", "q"),
    ("/", "after"),
    ("/", "order"),
    ("/similar", "q"),
    ("/c", "code"),
    ("/new", "builds_on"),
)
EXAMPLES = int(os.environ.get("TEACUP_HOSTILE_EXAMPLES", "40"))


class Reader(HTMLParser):
    """Reads a page as a browser would: its elements with their attributes, and each note's words."""

    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=True)
        self.tags: list[str] = []
        self.attributes: set[str] = set()
        self.notes: list[str] = []
        self._in_note = False
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.attributes |= {name for name, _ in attrs}
        if (tag == "p" and ("class", "says") in attrs) or any(value == "says cut" for _, value in attrs):
            self._in_note = True
            self.notes.append("")

    def handle_endtag(self, tag: str) -> None:
        if tag == "p":
            self._in_note = False

    def handle_data(self, data: str) -> None:
        if self._in_note:
            self.notes[-1] += data


def check_pages_show(phone: Phone, idea_id: UUID, code: str, text: str) -> None:
    phone.house.show(idea_id)
    for path in (f"/i/{idea_id}", f"/thanks/{code}", f"/c/{code}", "/"):
        answer = phone.http.get(path)
        assert answer.status_code == 200
        page = Reader(answer.text)
        assert text in page.notes
        assert page.tags.count("script") == 1
        assert not {"img", "iframe", "object", "embed", "base", "meta"} & set(page.tags[8:])
        assert not [name for name in page.attributes if name.startswith("on") or name == "style"]
    Xml.fromstring(phone.http.get("/feed.atom").content)


@pytest.fixture(scope="module")
def steady(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Phone]:
    """One shop for many examples: opening one for each would take longer than the examples."""
    house = House(tmp_path_factory.mktemp("shop"), HandClock())
    phone = phone_over(house)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(codes, "ANSWER_SECONDS", 0)
        yield phone
    phone.http.close()
    house.close()


def send(phone: Phone, text: str, name: str) -> httpx.Response:
    """Send the form as bytes, for a browser could be made to send any."""
    fields = {"text": text, "name": name, "token": phone.form_token()}
    phone.house.clock.forward(minutes=1)
    body = urlencode({key: value.encode("utf-8", "surrogatepass") for key, value in fields.items()})
    return phone.http.post("/ideas", content=body, headers={"content-type": FORM})


@pytest.mark.parametrize("text", HOSTILE)
def test_a_hostile_text_goes_through_the_form_as_letters(steady: Phone, text: str) -> None:
    answer = send(steady, text, text[:20])

    stored = clean(text.encode("utf-8", "surrogatepass").decode("utf-8", "replace"))
    if is_blank(stored) or is_longer_than(stored, 500):
        assert answer.status_code == 422
    else:
        assert answer.status_code == 303
        idea = steady.house.newest()
        steady.house.answer(idea, stored)
        check_pages_show(steady, idea.id, idea.claim_code, stored)


@pytest.mark.parametrize("text", HOSTILE)
def test_a_hostile_text_in_every_question_breaks_no_page(steady: Phone, text: str) -> None:
    said = text.encode("utf-8", "replace").decode()[:300]
    for path, name in QUESTIONS:
        answer = steady.http.get(path, params={name: said})

        assert answer.status_code in (200, 303, 404, 414), (path, name)
        if answer.headers.get("content-type", "").startswith("text/html"):
            page = Reader(answer.text)
            assert page.tags.count("script") == 1
            assert not {"img", "iframe"} & set(page.tags)


@settings(max_examples=EXAMPLES, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.text(max_size=600), st.text(max_size=80))
def test_any_text_goes_through_the_form_as_letters(steady: Phone, text: str, name: str) -> None:
    answer = send(steady, text, name)

    assert answer.status_code in (303, 422)
    if answer.status_code == 422:
        assert field(answer.text, "token")
    else:
        idea = steady.house.newest()
        assert idea.text == clean(text)
        check_pages_show(steady, idea.id, idea.claim_code, idea.text)


@settings(max_examples=EXAMPLES, deadline=None, suppress_health_check=list(HealthCheck))
@given(
    st.recursive(
        st.none() | st.booleans() | st.floats() | st.text(),
        lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
        max_leaves=8,
    )
)
def test_any_json_is_answered_without_a_fault(steady: Phone, body: object) -> None:
    program: Browser = phone_over(steady.house, address=("127.0.0.1", 1)).http
    key = "hostile-key"
    if steady.house.door.kiosks.caller(key) is None:
        steady.house.give_key(key)
    headers = {"authorization": f"Bearer {key}", "content-type": "application/json"}
    whole = {"id": str(new_id(datetime.now(UTC))), "text": "x", "name": body, "language": body, "link": body}

    answers = [
        program.post("/api/v1/ideas", content=json.dumps(sent), headers=headers) for sent in (body, whole)
    ]

    program.close()
    assert all(answer.status_code in (201, 422) for answer in answers)


def test_the_pages_text_is_the_cleaned_text_not_a_filtered_one(steady: Phone) -> None:
    idea = steady.house.pin("1 < 2 && \"a\" > 'b' </p>")

    html = steady.http.get(f"/i/{idea.id}").text

    assert re.search(r"1 &lt; 2 &amp;&amp; &#34;a&#34; &gt; &#39;b&#39; &lt;/p&gt;</p>", html)
