"""What the API is, for programs to read (OpenAPI 3.1)."""

from __future__ import annotations

from app.web.openapi_kiosks import kiosk_paths, kiosk_schemas
from app.web.openapi_parts import (
    COUNT,
    ID,
    MAYBE_ID,
    MAYBE_TEXT,
    TEXT,
    TIME,
    JsonObject,
    answer,
    between,
    body,
    maybe,
    object_of,
    operation,
    parameter,
    ref,
)
from app.web.openapi_storms import storm_paths, storm_schemas

_STATUSES = ["new", "considering", "trial", "planned", "already", "declined", "done"]
_VISIBILITIES = ["waiting", "public", "private", "hidden"]
_CHANNELS = ["kiosk", "phone", "email", "telephone", "in-person", "paper", "social", "import"]


def description() -> JsonObject:
    return {
        "openapi": "3.1.0",
        "info": {
            "title": "Teacup",
            "version": "1",
            "description": (
                "The suggestion board of one shop, for kiosks and other programs. Over TLS only; "
                "plain HTTP from the same machine, as long as the shop has no address of its own."
            ),
        },
        "servers": [{"url": "/api/v1"}],
        "security": [{"key": []}],
        "paths": _paths(),
        "components": {
            "securitySchemes": {"key": {"type": "http", "scheme": "bearer"}},
            "schemas": _schemas(),
        },
    }


def _paths() -> JsonObject:
    idea_id = parameter("id", "path", ID)
    page = [parameter("after", "query", TEXT), parameter("limit", "query", between(1, 100))]
    order = parameter("order", "query", {"enum": ["new", "popular", "answered"]})
    visitor = body({"type": "object", "required": ["visitor"], "properties": {"visitor": TEXT}})
    query = parameter("q", "query", TEXT)
    return {
        "/openapi.json": {
            "get": {"security": [], "responses": {"200": {"description": "This description."}}}
        },
        "/board": {
            "get": operation(
                "The public ideas. With If-None-Match: 304 while nothing has changed.",
                {"200": answer("A page of the board.", ref("Board")), "304": {"description": "Unchanged."}},
                parameters=[order, *page],
            )
        },
        "/ideas": {
            "post": operation(
                "Pin an idea. The sender makes its id before the first try, so sending again is safe.",
                {
                    "201": answer("Stored.", ref("Receipt")),
                    "200": answer("It was stored before.", ref("Receipt")),
                    "409": answer("The id stands for other words.", ref("Error")),
                    "413": answer("Larger than 32 kB.", ref("Error")),
                    "415": answer("Not application/json.", ref("Error")),
                },
                requestBody=body(ref("NewIdea")),
            )
        },
        "/ideas/{id}/vote": {
            "put": operation(
                "Give a visitor's vote.", _vote_answers(), parameters=[idea_id], requestBody=visitor
            ),
            "delete": operation(
                "Take a visitor's vote back.", _vote_answers(), parameters=[idea_id], requestBody=visitor
            ),
        },
        "/claims/{code}": {
            "get": operation(
                "What the holder of a claim code may know.",
                {
                    "200": answer("The idea and its answers.", ref("Claim")),
                    "404": answer("No such code.", ref("Error")),
                },
                parameters=[parameter("code", "path", TEXT)],
            )
        },
        "/similar": {
            "get": operation(
                "At most five public ideas that say nearly the same, answered ones first.",
                {"200": answer("The ideas.", ref("Ideas"))},
                parameters=[query],
            )
        },
        "/search": {
            "get": operation(
                "Public ideas with those words.",
                {"200": answer("A page of ideas.", ref("Ideas"))},
                parameters=[query, *page],
            )
        },
        **kiosk_paths(),
        **storm_paths(),
    }


def _schemas() -> JsonObject:
    response = {
        "text": TEXT,
        "status": {"enum": _STATUSES},
        "reason": MAYBE_TEXT,
        "until": {"type": ["string", "null"], "format": "date"},
        "change_mind": MAYBE_TEXT,
        "done_on": {"type": ["string", "null"], "format": "date"},
        "photo": MAYBE_TEXT,
        "signed": TEXT,
        "private": {"type": "boolean"},
        "created_at": TIME,
    }
    idea = {
        "id": ID,
        "text": TEXT,
        "name": TEXT,
        "votes": COUNT,
        "status": {"enum": _STATUSES},
        "channel": {"enum": _CHANNELS},
        "views": COUNT,
        "built_on": COUNT,
        "builds_on": MAYBE_ID,
        "link": {"enum": ["and", "but", "instead", None]},
        "storm": {**MAYBE_TEXT, "description": "The code of the storm it belongs to."},
        "language": MAYBE_TEXT,
        "created_at": TIME,
        "public_at": {"type": ["string", "null"], "format": "date-time"},
        "response": {"anyOf": [ref("Response"), {"type": "null"}]},
    }
    many: JsonObject = {"type": "array", "items": ref("Idea")}
    return {
        "Response": object_of(response),
        "Idea": object_of(idea),
        "ClaimedIdea": object_of({**idea, "visibility": {"enum": _VISIBILITIES}, "merged_into": MAYBE_ID}),
        "Board": object_of({"version": {"type": "integer"}, "ideas": many, "next": MAYBE_TEXT}),
        "Ideas": {
            "type": "object",
            "required": ["ideas"],
            "properties": {"ideas": many, "next": MAYBE_TEXT},
        },
        "NewIdea": {
            "type": "object",
            "required": ["id", "text"],
            "properties": {
                "id": ID,
                "text": {"type": "string", "description": "At most 500 characters as people count them."},
                "name": MAYBE_TEXT,
                "builds_on": MAYBE_ID,
                "link": {"enum": ["and", "but", "instead", None]},
                "storm": {**MAYBE_TEXT, "description": "The code of the storm it is for."},
                "language": MAYBE_TEXT,
            },
        },
        "Receipt": object_of(
            {
                "id": ID,
                "claim_code": TEXT,
                "visibility": {"enum": _VISIBILITIES},
                "due": {"type": "string", "format": "date"},
                "storm": MAYBE_TEXT,
                "late": {
                    "type": "boolean",
                    "description": "It gathers no more: an idea like any other.",
                },
            }
        ),
        "Vote": object_of({"votes": {"type": "integer"}, "given": {"type": "boolean"}}),
        "Claim": {
            "type": "object",
            "required": ["idea", "responses", "replies", "history", "due", "storm"],
            "properties": {
                "idea": ref("ClaimedIdea"),
                "survivor": {
                    "description": "The public idea it was put together with; its answer counts here too.",
                    "anyOf": [ref("Idea"), {"type": "null"}],
                },
                "responses": {"type": "array", "items": ref("Response")},
                "replies": {"type": "array", "items": object_of({"text": TEXT, "created_at": TIME})},
                "history": {
                    "type": "array",
                    "items": object_of({"kind": TEXT, "at": TIME, "status": {"enum": _STATUSES}}),
                },
                "editable_until": {"type": ["string", "null"], "format": "date-time"},
                "due": {"type": "string", "format": "date"},
                "storm": maybe("ClaimedStorm"),
            },
        },
        **kiosk_schemas(),
        **storm_schemas(),
        "Error": {"type": "object", "required": ["error"], "properties": {"error": TEXT, "field": TEXT}},
    }


def _vote_answers() -> JsonObject:
    return {
        "200": answer("How the idea stands now.", ref("Vote")),
        "404": answer("No such public idea.", ref("Error")),
        "409": answer("Its storm takes no votes for it now.", ref("Error")),
        "415": answer("Not application/json.", ref("Error")),
    }
