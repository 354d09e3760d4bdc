"""What the API answers is what its description says: kiosks of others are written after it."""

from __future__ import annotations

from typing import Any

import pytest

from app.domain.kiosks import KioskRules, PinHash
from app.pictures import make_logo
from app.web.openapi import description
from tests.pictures import as_file, picture
from tests.unit.web.calling import HERE, Kiosk, make_secret, pair, paired_kiosk
from tests.unit.web.conftest import NO_LIMITS, OpenShop

SCHEMAS: dict[str, Any] = description()["components"]["schemas"]
KINDS = {
    "string": str, "integer": int, "boolean": bool, "array": list, "object": dict, "null": type(None),
}  # fmt: skip


def check(value: object, schema: dict[str, Any], place: str = "answer") -> None:
    """As much of JSON Schema as our description uses, and stricter: nothing that is not described."""
    if "$ref" in schema:
        schema = SCHEMAS[schema["$ref"].rpartition("/")[2]]
    if "anyOf" in schema:
        fitting = [one for one in schema["anyOf"] if one.get("type") != "null" or value is None]
        assert fitting, place
        check(value, fitting[-1] if value is None else fitting[0], place)
    elif "enum" in schema:
        assert value in schema["enum"], place
    elif "const" in schema:
        assert value == schema["const"], place
    else:
        _check_kind(value, schema, place)


def _check_kind(value: object, schema: dict[str, Any], place: str) -> None:
    named = schema["type"] if isinstance(schema["type"], list) else [schema["type"]]
    assert type(value) in [KINDS[kind] for kind in named], (place, value, named)
    if isinstance(value, dict):
        described = schema.get("properties", {})
        assert set(schema.get("required", ())) <= set(value), place
        for name, inner in value.items():
            known = described.get(name, schema.get("additionalProperties"))
            assert known, f"{place}.{name} is not described"
            check(inner, known, f"{place}.{name}")
    elif isinstance(value, list):
        for inner in value:
            check(inner, schema["items"], f"{place}[]")


@pytest.fixture
def kiosk(open_shop: OpenShop) -> Kiosk:
    kiosk = paired_kiosk(open_shop(NO_LIMITS, address=HERE))
    parent = kiosk.house.pin("Oat milk", "Sam", votes=2)
    kiosk.house.pin("From the village", builds_on=parent.id)
    kiosk.house.answer(parent, "From Monday on.")
    return kiosk


def test_a_heartbeat_with_all_facts_is_as_described(kiosk: Kiosk) -> None:
    kiosk.house.set_shop(kiosk=KioskRules(pin=PinHash(b"\x01", b"\x02", 3)), languages=("en",))
    kiosk.house.wear_logo(make_logo(as_file(picture())))

    full = kiosk.beat().json()
    short = kiosk.beat(facts=full["facts_etag"]).json()

    check(full, SCHEMAS["Heartbeat"])
    check(full["facts"], SCHEMAS["Facts"])
    check(short, SCHEMAS["Heartbeat"])


@pytest.mark.parametrize(
    ("path", "schema"),
    [
        ("/board", "Board"),
        ("/changes", "Changes"),
        ("/changes?limit=1", "Changes"),
        ("/search?q=oat", "Ideas"),
        ("/similar?q=oat milk", "Ideas"),
    ],
)
def test_what_is_read_is_as_described(kiosk: Kiosk, path: str, schema: str) -> None:
    answer = kiosk.ask("GET", path).json()

    assert answer["ideas"]
    check(answer, SCHEMAS[schema])


def test_what_is_delivered_is_answered_as_described(kiosk: Kiosk) -> None:
    shown = kiosk.house.ideas()[0]
    looks = {
        "kind": "looks",
        "id": str(shown.id),
        "looks": [{"idea": str(shown.id), "views": 1, "milliseconds": 9}],
    }

    answer = kiosk.deliver(looks, {"kind": "storm"}).json()

    assert answer["views"] == {str(shown.id): 1}
    check(answer, SCHEMAS["Deliveries"])


def test_a_paired_kiosk_and_a_refused_one_are_answered_as_described(kiosk: Kiosk) -> None:
    check(pair(kiosk.phone, make_secret(kiosk.house)).json(), SCHEMAS["Paired"])
    check(pair(kiosk.phone, "wrong").json(), SCHEMAS["Error"])
    check(pair(kiosk.phone, "wrong", "").json(), SCHEMAS["Error"])
