"""Whatever a kiosk, or whoever has taken its key, sends: an answer that is not our fault, and clean words."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from uuid import UUID, uuid4

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.domain.claim_codes import new_claim_code
from app.domain.text import clean, first_graphemes, is_blank, is_longer_than
from tests.hostile import HOSTILE
from tests.unit.web.calling import HERE, Kiosk, paired_kiosk
from tests.unit.web.conftest import phone_over
from tests.unit.web.house import HandClock, House

EXAMPLES = int(os.environ.get("TEACUP_HOSTILE_EXAMPLES", "40"))
IDEA = str(uuid4())
anything = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text() | st.sampled_from(["idea", "vote", IDEA]),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=9), inner, max_size=4),
    max_leaves=6,
)  # fmt: skip
WHOLE: dict[str, dict[str, object]] = {
    "kiosk": {"protocol": 1, "version": "0.1.0", "outbox": 0, "facts": None, "set_aside": [], "problems": []},
    "set_aside": {"id": IDEA, "kind": "idea", "sentence": "No.", "text": "x", "at": "2026-11-16T08:00:00Z"},
    "idea": {"kind": "idea", "id": IDEA, "claim_code": "", "waited_seconds": 1, "text": "x", "name": "",
             "builds_on": None, "link": None, "language": "en"},
    "vote": {"kind": "vote", "id": IDEA, "idea": IDEA, "visitor": "me", "given": True},
    "looks": {"kind": "looks", "id": IDEA, "looks": [{"idea": IDEA, "views": 1, "milliseconds": 5}]},
}  # fmt: skip


@pytest.fixture(scope="module")
def kiosk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Kiosk]:
    house = House(tmp_path_factory.mktemp("shop"), HandClock())
    phone = phone_over(house, address=HERE)
    yield paired_kiosk(phone)
    phone.http.close()
    house.close()


def spoilt(kind: str) -> st.SearchStrategy[dict[str, object]]:
    """What a kiosk sends, with something else in one of its places."""
    whole = WHOLE[kind]
    return st.builds(lambda name, value: {**whole, name: value}, st.sampled_from(sorted(whole)), anything)


@settings(max_examples=EXAMPLES, deadline=None, suppress_health_check=list(HealthCheck))
@given(
    spoilt("kiosk") | anything | spoilt("set_aside").map(lambda one: {**WHOLE["kiosk"], "set_aside": [one]})
)
def test_any_heartbeat_is_answered_without_a_fault(kiosk: Kiosk, body: object) -> None:
    assert kiosk.ask("POST", "/kiosk", body).status_code in (200, 409, 415, 422)


@settings(max_examples=EXAMPLES, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.lists(spoilt("idea") | spoilt("vote") | spoilt("looks") | anything, max_size=6))
def test_any_delivery_is_answered_item_by_item(kiosk: Kiosk, items: list[object]) -> None:
    answer = kiosk.deliver(*items)

    assert answer.status_code == 200
    statuses = [one["status"] for one in answer.json()["results"]]
    assert len(statuses) == len(items)
    assert set(statuses) <= {200, 201, 404, 409, 422}


@settings(max_examples=EXAMPLES, deadline=None, suppress_health_check=list(HealthCheck))
@given(anything, anything)
def test_any_pairing_is_refused_without_a_fault(kiosk: Kiosk, code: object, name: object) -> None:
    for body in ({"code": code, "name": name}, {"code": code, "name": "Counter"}, code):
        with_limits = kiosk.phone.http.post(
            "/api/v1/pair", content=json.dumps(body), headers={"content-type": "application/json"}
        )

        assert with_limits.status_code in (403, 422, 429)


@pytest.mark.parametrize("body", [b"", b"{", b"[" * 20_000, b"\xff\xfe", b"1" * 20_000, b"NaN", b'"' * 9])
def test_what_is_no_json_is_refused(kiosk: Kiosk, body: bytes) -> None:
    headers = {**kiosk.headers, "content-type": "application/json"}

    for path in ("kiosk", "deliveries"):
        answer = kiosk.phone.http.post(f"/api/v1/{path}", content=body, headers=headers)
        assert answer.status_code == 422


@pytest.mark.parametrize("text", HOSTILE)
def test_a_hostile_text_is_delivered_as_letters(kiosk: Kiosk, text: str) -> None:
    sent = {
        **WHOLE["idea"], "id": str(uuid4()), "claim_code": new_claim_code(), "text": text, "name": text[:20],
    }  # fmt: skip

    [status] = kiosk.statuses(sent)

    stored = clean(text)
    if is_blank(stored) or is_longer_than(stored, 500):
        assert status == 422
    else:
        assert status == 201
        assert kiosk.house.newest().text == stored


@pytest.mark.parametrize("text", HOSTILE)
def test_a_hostile_text_that_was_set_aside_is_kept_clean(kiosk: Kiosk, text: str) -> None:
    told = {**WHOLE["set_aside"], "id": str(uuid4()), "text": text}

    assert kiosk.beat(set_aside=[told]).json()["heard"] == [told["id"]]

    id = UUID(str(told["id"]))
    kept = kiosk.house.database.read(lambda stores: stores.set_asides.get(id))
    assert kept is not None
    assert kept.text == first_graphemes(clean(text), 2000)
