from __future__ import annotations

import json
from dataclasses import replace
from datetime import UTC, datetime
from uuid import UUID

import pytest

from app.domain.ideas import Channel, Status, Visibility
from app.domain.ids import new_id
from app.web.settings import Rate
from tests.unit.web.calling import HERE, Kiosk
from tests.unit.web.conftest import NO_LIMITS, OpenShop
from tests.unit.web.house import House

FIELDS = {
    "id", "text", "name", "votes", "status", "builds_on", "link", "language", "created_at", "response",
    "channel", "views", "built_on", "public_at", "storm",
}  # fmt: skip


@pytest.fixture
def kiosk(house: House, open_shop: OpenShop) -> Kiosk:
    return Kiosk(open_shop(address=HERE), house.give_key())


def fresh_id() -> str:
    return str(new_id(datetime.now(UTC)))


def test_the_board_lists_public_ideas_with_allowed_fields_only(kiosk: Kiosk) -> None:
    idea = kiosk.house.pin("Sell yesterday's bread", "Sam", votes=2)
    kiosk.house.answer(idea, "We do.")
    kiosk.house.pin("Waiting", visibility=Visibility.WAITING)

    board = kiosk.ask("GET", "/board").json()

    [found] = board["ideas"]
    assert set(found) == FIELDS
    assert (found["id"], found["votes"], found["status"]) == (str(idea.id), 2, "done")
    assert (found["response"]["text"], found["response"]["private"]) == ("We do.", False)
    assert idea.claim_code not in json.dumps(board)
    assert isinstance(board["version"], int)
    assert board["next"] is None


def test_an_unchanged_board_answers_304_until_it_changes(kiosk: Kiosk) -> None:
    kiosk.house.pin("One")
    tag = kiosk.ask("GET", "/board").headers["etag"]

    unchanged = kiosk.ask("GET", "/board", **{"if-none-match": tag})
    other_order = kiosk.ask("GET", "/board?order=popular", **{"if-none-match": tag})
    kiosk.house.pin("Two")
    changed = kiosk.ask("GET", "/board", **{"if-none-match": tag})

    assert [answer.status_code for answer in (unchanged, other_order, changed)] == [304, 200, 200]


def test_pages_of_the_board_follow_each_other(kiosk: Kiosk) -> None:
    for number in range(5):
        kiosk.house.pin(f"Idea {number}")
        kiosk.house.clock.forward(minutes=1)

    first = kiosk.ask("GET", "/board?limit=3").json()
    second = kiosk.ask("GET", f"/board?limit=3&after={first['next']}").json()

    texts = [idea["text"] for idea in first["ideas"] + second["ideas"]]
    assert texts == [f"Idea {number}" for number in (4, 3, 2, 1, 0)]
    assert second["next"] is None


def test_an_idea_sent_again_is_the_same_idea(kiosk: Kiosk) -> None:
    body = {"id": fresh_id(), "text": "More tables", "name": "Ola", "language": "pl"}

    answers = [kiosk.ask("POST", "/ideas", body) for _ in range(2)]
    other = kiosk.ask("POST", "/ideas", {**body, "text": "Fewer tables"})

    assert [answer.status_code for answer in (*answers, other)] == [201, 200, 409]
    assert answers[0].json() == answers[1].json()
    [idea] = kiosk.house.ideas()
    assert (idea.id, idea.channel, idea.language) == (UUID(body["id"]), Channel.KIOSK, "pl")


@pytest.mark.parametrize(
    ("change", "named"),
    [
        ({"id": "nonsense"}, "id"),
        ({"id": 7}, "id"),
        ({"text": None}, "text"),
        ({"text": ["a"]}, "text"),
        ({"text": "  "}, "text"),
        ({"text": "x" * 501}, "text"),
        ({"name": "x" * 61}, "name"),
        ({"name": 5}, "name"),
        ({"builds_on": "x"}, "builds_on"),
        ({"link": "or"}, "link"),
        ({"link": ["and"]}, "link"),
        ({"storm": "friday"}, "storm"),
        ({"language": {}}, "language"),
    ],
)
def test_what_cannot_be_taken_is_named(kiosk: Kiosk, change: dict[str, object], named: str) -> None:
    answer = kiosk.ask("POST", "/ideas", {"id": fresh_id(), "text": "Fine", **change})

    assert answer.status_code == 422
    assert answer.json()["field"] == named
    assert kiosk.house.ideas() == []


@pytest.mark.parametrize(
    "body",
    [b"", b"{", b"[]", b"null", b"[" * 30_000, b"1" * 6000, b'{"a":NaN}', b"\xff\xfe", b'"text"'],
)
def test_what_is_no_json_object_is_refused(kiosk: Kiosk, body: bytes) -> None:
    answer = kiosk.phone.http.post(
        "/api/v1/ideas", content=body, headers={**kiosk.headers, "content-type": "application/json"}
    )

    assert answer.status_code == 422
    assert answer.json()["error"]


def test_a_form_is_no_json(kiosk: Kiosk) -> None:
    answer = kiosk.phone.http.post(
        "/api/v1/ideas", data={"id": fresh_id(), "text": "x"}, headers=kiosk.headers
    )

    assert answer.status_code == 415


def test_fields_we_do_not_know_are_not_looked_at(kiosk: Kiosk) -> None:
    body = {
        "id": fresh_id(), "text": "Fine", "visibility": "public", "status": "done", "votes": 99,
        "claim_code": "7KQM4TWXH", "contact": "a@b.c", "channel": "email",
    }  # fmt: skip

    kiosk.ask("POST", "/ideas", body)

    [idea] = kiosk.house.ideas()
    assert (idea.visibility, idea.status, idea.votes) == (Visibility.WAITING, Status.NEW, 0)
    assert (idea.claim_code != "7KQM4TWXH", idea.has_contact, idea.channel) == (True, False, Channel.KIOSK)


def test_lone_surrogates_are_cleaned_away(kiosk: Kiosk) -> None:
    raw = json.dumps({"id": fresh_id(), "text": "a\ud800b\x00c"})

    answer = kiosk.phone.http.post(
        "/api/v1/ideas", content=raw, headers={**kiosk.headers, "content-type": "application/json"}
    )

    assert answer.status_code == 201
    assert kiosk.house.ideas()[0].text == "abc"


def test_votes_are_given_and_taken_back_however_often(kiosk: Kiosk) -> None:
    idea = kiosk.house.pin("Oat milk")
    path, visitor = f"/ideas/{idea.id}/vote", {"visitor": "kiosk-1-person-7"}

    answers = [kiosk.ask(method, path, visitor).json() for method in ("PUT", "PUT", "DELETE", "DELETE")]

    assert answers == [
        {"votes": 1, "given": True},
        {"votes": 1, "given": True},
        {"votes": 0, "given": False},
        {"votes": 0, "given": False},
    ]


@pytest.mark.parametrize("visitor", ["", "x" * 65, "é", "a\nb"])
def test_a_strange_visitor_is_refused(kiosk: Kiosk, visitor: str) -> None:
    idea = kiosk.house.pin("Oat milk")

    assert kiosk.ask("PUT", f"/ideas/{idea.id}/vote", {"visitor": visitor}).status_code == 422


def test_a_claim_tells_its_holder_everything(kiosk: Kiosk) -> None:
    idea = kiosk.house.pin("Oat milk", "Ola")
    kiosk.house.answer(idea, "From Monday.", Status.PLANNED)
    kiosk.house.clock.forward(minutes=1)
    kiosk.house.answer(idea, "Ask for Marta.", Status.PLANNED, private=True)

    claim = kiosk.ask("GET", f"/claims/{idea.claim_code}").json()

    assert claim["idea"]["text"] == "Oat milk"
    assert [(one["text"], one["private"]) for one in claim["responses"]] == [
        ("From Monday.", False),
        ("Ask for Marta.", True),
    ]
    assert kiosk.ask("GET", "/claims/7KQM4TWXH").status_code == 404


def test_search_and_similar_find_public_ideas(kiosk: Kiosk) -> None:
    kiosk.house.pin("A water bowl outside for the dogs")
    kiosk.house.pin("Dogs are loud", visibility=Visibility.HIDDEN)

    searched = kiosk.ask("GET", "/search?q=dogs").json()
    alike = kiosk.ask("GET", "/similar?q=water bowl for dogs").json()

    assert [idea["text"] for idea in searched["ideas"]] == ["A water bowl outside for the dogs"]
    assert [idea["text"] for idea in alike["ideas"]] == ["A water bowl outside for the dogs"]
    assert kiosk.ask("GET", "/search?q=").json() == {"ideas": [], "next": None}


@pytest.mark.parametrize("path", ["/board", "/search?q=serif", "/similar?q=serifs on the menu"])
def test_what_an_idea_builds_on_is_told_while_it_hangs_there(kiosk: Kiosk, path: str) -> None:
    parent = kiosk.house.pin("A menu in large type")
    kiosk.house.pin("Serifs on the menu", builds_on=parent.id)

    def told() -> set[str | None]:
        return {idea["builds_on"] for idea in kiosk.ask("GET", path).json()["ideas"]} - {None}

    public = told()
    kiosk.house.show(parent.id, Visibility.HIDDEN)

    assert public == {str(parent.id)}
    assert told() == set()


def test_not_even_the_code_tells_of_a_hidden_parent(kiosk: Kiosk) -> None:
    parent = kiosk.house.pin("Hidden", visibility=Visibility.HIDDEN)
    idea = kiosk.house.pin("Built on it", builds_on=parent.id)

    assert str(parent.id) not in kiosk.ask("GET", f"/claims/{idea.claim_code}").text


def test_what_an_idea_builds_on_is_the_note_it_was_merged_into(kiosk: Kiosk) -> None:
    survivor, merged = kiosk.house.pin("Oat milk"), kiosk.house.pin("Milk of oats")
    kiosk.house.pin("From the village", builds_on=merged.id)
    kiosk.house.database.write(lambda stores: stores.ideas.change(merged.id, merged_into=survivor.id))

    [built] = kiosk.ask("GET", "/search?q=village").json()["ideas"]

    assert built["builds_on"] == str(survivor.id)


@pytest.mark.parametrize(
    "path", ["/board?limit=0", "/board?limit=101", "/board?limit=x", "/board?order=best"]
)
def test_strange_questions_are_named(kiosk: Kiosk, path: str) -> None:
    assert kiosk.ask("GET", path).status_code == 422


PATHS = [
    ("GET", "/board"),
    ("POST", "/ideas"),
    ("PUT", "/ideas/01900000-0000-7000-8000-000000000000/vote"),
    ("DELETE", "/ideas/01900000-0000-7000-8000-000000000000/vote"),
    ("GET", "/claims/7KQM4TWXH"),
    ("GET", "/similar?q=x"),
    ("GET", "/search?q=x"),
    ("GET", "/changes"),
    ("POST", "/kiosk"),
    ("POST", "/deliveries"),
]


@pytest.mark.parametrize(("method", "path"), PATHS)
def test_nothing_goes_without_a_key(kiosk: Kiosk, method: str, path: str) -> None:
    for credentials in ("", "Bearer wrong", "Bearer", "Basic a2V5"):
        headers = {"authorization": credentials} if credentials else {}
        answer = kiosk.phone.http.ask(method, f"/api/v1{path}", headers=headers)

        assert answer.status_code == 401
        assert answer.headers["www-authenticate"] == "Bearer"


@pytest.mark.parametrize(("method", "path"), PATHS)
def test_keys_do_not_cross_the_network_in_the_clear(
    house: House, open_shop: OpenShop, method: str, path: str
) -> None:
    outside = Kiosk(open_shop(), house.give_key())

    assert outside.ask(method, path).status_code == 403


def test_over_tls_the_network_is_welcome(house: House, open_shop: OpenShop) -> None:
    outside = Kiosk(open_shop(scheme="https"), house.give_key())

    assert outside.ask("GET", "/board").status_code == 200


@pytest.mark.parametrize("typed", ["http://board.lan:8765", "https://board.lan/"])
def test_with_an_address_typed_at_the_desk_plain_http_is_closed_here_too(
    house: House, open_shop: OpenShop, typed: str
) -> None:
    behind_a_proxy = Kiosk(open_shop(address=HERE, typed_address=typed), house.give_key())

    assert behind_a_proxy.ask("GET", "/board").status_code == 403


@pytest.mark.parametrize("name", ["x-forwarded-for", "x-forwarded-proto", "x-real-ip", "forwarded", "via"])
def test_what_a_proxy_forwards_does_not_come_from_here(kiosk: Kiosk, name: str) -> None:
    assert kiosk.ask("GET", "/board", **{name: "127.0.0.1"}).status_code == 403


def test_with_a_public_address_plain_http_is_closed_here_too(house: House, open_shop: OpenShop) -> None:
    house.set_shop(public_address="https://ideas.example.org")
    behind_a_proxy = Kiosk(open_shop(address=HERE), house.give_key())

    assert behind_a_proxy.ask("GET", "/board").status_code == 403


def test_a_revoked_key_is_refused_at_once(kiosk: Kiosk) -> None:
    before = kiosk.ask("GET", "/board").status_code
    kiosk.house.database.write(lambda stores: stores.keys.revoke("Kiosk"))

    assert (before, kiosk.ask("GET", "/board").status_code) == (200, 401)


def test_a_key_has_a_limit(house: House, open_shop: OpenShop) -> None:
    limits = replace(NO_LIMITS, key_calls=Rate(2, 0.1))
    kiosk = Kiosk(open_shop(limits, address=HERE), house.give_key())

    answers = [kiosk.ask("GET", "/board") for _ in range(3)]

    assert [answer.status_code for answer in answers] == [200, 200, 429]
    assert int(answers[-1].headers["retry-after"]) > 0


def test_the_description_names_every_route(kiosk: Kiosk) -> None:
    described = kiosk.phone.http.get("/api/v1/openapi.json").json()

    verbs = {(method.upper(), path) for path, methods in described["paths"].items() for method in methods}
    assert verbs == {
        ("GET", "/openapi.json"),
        ("GET", "/board"),
        ("POST", "/ideas"),
        ("PUT", "/ideas/{id}/vote"),
        ("DELETE", "/ideas/{id}/vote"),
        ("GET", "/claims/{code}"),
        ("GET", "/similar"),
        ("GET", "/search"),
        ("GET", "/changes"),
        ("POST", "/pair"),
        ("POST", "/kiosk"),
        ("POST", "/deliveries"),
        ("GET", "/storms"),
        ("GET", "/storms/{code}"),
        ("GET", "/ballots/{code}"),
        ("POST", "/ballots/{code}"),
    }
    assert set(described["components"]["schemas"]["Idea"]["properties"]) == FIELDS


def test_every_reference_of_the_description_leads_somewhere(kiosk: Kiosk) -> None:
    text = kiosk.phone.http.get("/api/v1/openapi.json").text
    described = json.loads(text)

    references = {part.split('"')[0] for part in text.split('"$ref":"#/components/schemas/')[1:]}
    assert references
    assert references <= set(described["components"]["schemas"])
