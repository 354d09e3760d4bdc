"""The kiosks' part of the API, for programs to read (OpenAPI 3.1)."""

from __future__ import annotations

from app.web.openapi_parts import (
    COUNT,
    ID,
    MAYBE_TEXT,
    TEXT,
    TIME,
    JsonObject,
    answer,
    between,
    body,
    object_of,
    operation,
    parameter,
    ref,
)

_KINDS = ["idea", "vote", "looks"]


def kiosk_paths() -> JsonObject:
    place = parameter("after", "query", {"type": "string", "description": "The last answer's next_after."})
    since = parameter("since", "query", {**COUNT, "description": "The version that is known, 0 for none."})
    not_json = {"415": answer("Not application/json.", ref("Error"))}
    pairing = operation(
        "Pair a kiosk: the secret of a pairing code, good once and for half an hour, becomes a key.",
        {
            "201": answer("Paired; the key is told this once.", ref("Paired")),
            "403": answer("A wrong, used or old code, or plain HTTP from another machine.", ref("Error")),
            **not_json,
        },
        requestBody=body(object_of({"code": TEXT, "name": TEXT})),
    )
    del pairing["responses"]["401"]
    return {
        "/pair": {"post": {**pairing, "security": []}},
        "/kiosk": {
            "post": operation(
                "A kiosk says how it is, every other second, and hears what it has to know of the shop.",
                {
                    "200": answer("What is news.", ref("Heartbeat")),
                    "409": answer("It speaks another protocol.", ref("Error")),
                    **not_json,
                },
                requestBody=body(ref("KioskReport")),
            )
        },
        "/changes": {
            "get": operation(
                "What a mirror of the board has to take in and let go. Go on with `since` = next, or with "
                "`after` = next_after, until there is none; then ask with `since` = version.",
                {"200": answer("Some of it.", ref("Changes"))},
                parameters=[since, place, parameter("limit", "query", between(1, 100))],
            )
        },
        "/deliveries": {
            "post": operation(
                "A kiosk's outbox, in order: each item is done once, however often it is sent.",
                {
                    "200": answer(
                        "What became of each, in the order sent; what has no result is to be sent again.",
                        ref("Deliveries"),
                    ),
                    **not_json,
                },
                requestBody=body(
                    object_of({"items": {"type": "array", "maxItems": 200, "items": ref("Delivery")}})
                ),
            )
        },
    }


def kiosk_schemas() -> JsonObject:
    return {**_of_deliveries(), **_of_heartbeats(), "Facts": _facts()}


def _of_deliveries() -> JsonObject:
    look = object_of({"idea": ID, "milliseconds": COUNT, "views": COUNT})
    idea: JsonObject = {
        "type": "object",
        "required": ["kind", "id", "claim_code", "waited_seconds", "text"],
        "properties": {
            "kind": {"const": "idea"},
            "id": ID,
            "claim_code": {"type": "string", "description": "Made by the kiosk and given to the author."},
            "waited_seconds": {**COUNT, "description": "How long ago it was pinned; 60 days at most count."},
            "text": TEXT,
            "name": MAYBE_TEXT,
            "builds_on": {"type": ["string", "null"], "format": "uuid"},
            "link": {"enum": ["and", "but", "instead", None]},
            "storm": {**MAYBE_TEXT, "description": "The code of the storm it was written for."},
            "language": MAYBE_TEXT,
        },
    }
    vote = object_of(
        {"kind": {"const": "vote"}, "id": ID, "idea": ID, "visitor": TEXT, "given": {"type": "boolean"}}
    )
    # Not required: kiosks of an earlier version do not tell it.
    vote["properties"]["waited_seconds"] = {**COUNT, "description": "How long ago it was said."}
    looks = {"kind": {"const": "looks"}, "id": ID, "looks": {"type": "array", "items": look}}
    result: JsonObject = {
        "type": "object",
        "required": ["id", "status"],
        "properties": {"id": MAYBE_TEXT, "status": {"type": "integer"}, "error": TEXT, "field": TEXT},
    }
    return {
        "Delivery": {"oneOf": [idea, vote, object_of(looks)]},
        "Deliveries": object_of(
            {
                "results": {"type": "array", "items": result},
                "views": {"type": "object", "additionalProperties": COUNT},
            }
        ),
        "Changes": object_of(
            {
                "version": COUNT,
                "ideas": {"type": "array", "items": ref("Idea")},
                "gone": {"type": "array", "items": ID},
                "next": {"type": ["integer", "null"]},
                "next_after": MAYBE_TEXT,
                "restart": {"type": "boolean", "description": "What is not named again is not there."},
            }
        ),
    }


def _of_heartbeats() -> JsonObject:
    set_aside: JsonObject = {
        "type": "object",
        "required": ["id", "kind", "sentence", "at"],
        "properties": {
            "id": ID,
            "kind": {"enum": _KINDS},
            "sentence": TEXT,
            "text": MAYBE_TEXT,
            "at": TIME,
        },
    }
    return {
        "Paired": object_of({"key": TEXT, "kiosk": ID, "name": TEXT}),
        "KioskReport": {
            "type": "object",
            "required": ["protocol", "version", "outbox"],
            "properties": {
                "protocol": {"const": 1},
                "version": TEXT,
                "outbox": COUNT,
                "facts": {"type": ["string", "null"], "description": "The facts_etag that is known."},
                "set_aside": {"type": "array", "maxItems": 50, "items": set_aside},
                "problems": {"type": "array", "maxItems": 50, "items": TEXT},
            },
        },
        "Heartbeat": object_of(
            {
                "protocol": {"const": 1},
                "server_version": TEXT,
                "board_version": COUNT,
                "now": TIME,
                "facts": {"anyOf": [ref("Facts"), {"type": "null"}]},
                "facts_etag": TEXT,
                "storms_etag": {**TEXT, "description": "The ETag of /storms: another one, something new."},
                "heard": {"type": "array", "items": ID},
            }
        ),
    }


def _facts() -> JsonObject:
    day = {"type": ["array", "null"], "items": {"type": "string"}, "minItems": 2, "maxItems": 2}
    many_texts = {"type": "array", "items": TEXT}
    shop = object_of(
        {
            "name": TEXT,
            "owner": TEXT,
            "voice": TEXT,
            "colour": TEXT,
            "language": TEXT,
            "languages": many_texts,
            "timezone": TEXT,
            "promise_days": COUNT,
            "open_weekdays": {"type": "array", "items": between(0, 6)},
            "closed_days": {"type": "array", "items": {"type": "string", "format": "date"}},
            "hours": {"type": "array", "items": day, "minItems": 7, "maxItems": 7},
            "moderation": {"enum": ["all-wait", "public-at-once"]},
        }
    )
    pin = object_of({"salt": TEXT, "hash": TEXT, "iterations": COUNT})
    return object_of(
        {
            "kiosk": object_of({"id": ID, "name": TEXT}),
            "shop": shop,
            "idle_seconds": COUNT,
            "motion": {"type": "boolean"},
            "pin": {"anyOf": [pin, {"type": "null"}]},
            "phone_address": MAYBE_TEXT,
            "claim_address": MAYBE_TEXT,
            "logo": {**MAYBE_TEXT, "contentEncoding": "base64", "contentMediaType": "image/png"},
        }
    )
