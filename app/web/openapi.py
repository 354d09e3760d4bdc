"""What the API is, for programs to read (OpenAPI 3.1)."""

from __future__ import annotations

from typing import Any

JsonObject = dict[str, Any]

_TEXT: JsonObject = {"type": "string"}
_MAYBE_TEXT: JsonObject = {"type": ["string", "null"]}
_ID: JsonObject = {"type": "string", "format": "uuid"}
_TIME: JsonObject = {"type": "string", "format": "date-time"}
_STATUSES = ["new", "considering", "trial", "planned", "already", "declined", "done"]


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
    idea_id = _parameter("id", "path", _ID)
    page = [_parameter("after", "query", _TEXT), _parameter("limit", "query", _between(1, 100))]
    order = _parameter("order", "query", {"enum": ["new", "popular", "answered"]})
    visitor = _body({"type": "object", "required": ["visitor"], "properties": {"visitor": _TEXT}})
    query = _parameter("q", "query", _TEXT)
    return {
        "/openapi.json": {
            "get": {"security": [], "responses": {"200": {"description": "This description."}}}
        },
        "/board": {
            "get": _operation(
                "The public ideas. With If-None-Match: 304 while nothing has changed.",
                {"200": _answer("A page of the board.", _ref("Board")), "304": {"description": "Unchanged."}},
                parameters=[order, *page],
            )
        },
        "/ideas": {
            "post": _operation(
                "Pin an idea. The sender makes its id before the first try, so sending again is safe.",
                {
                    "201": _answer("Stored.", _ref("Receipt")),
                    "200": _answer("It was stored before.", _ref("Receipt")),
                    "409": _answer("The id stands for other words.", _ref("Error")),
                    "413": _answer("Larger than 32 kB.", _ref("Error")),
                    "415": _answer("Not application/json.", _ref("Error")),
                },
                requestBody=_body(_ref("NewIdea")),
            )
        },
        "/ideas/{id}/vote": {
            "put": _operation(
                "Give a visitor's vote.", _vote_answers(), parameters=[idea_id], requestBody=visitor
            ),
            "delete": _operation(
                "Take a visitor's vote back.", _vote_answers(), parameters=[idea_id], requestBody=visitor
            ),
        },
        "/claims/{code}": {
            "get": _operation(
                "What the holder of a claim code may know.",
                {
                    "200": _answer("The idea and its answers.", _ref("Claim")),
                    "404": _answer("No such code.", _ref("Error")),
                },
                parameters=[_parameter("code", "path", _TEXT)],
            )
        },
        "/similar": {
            "get": _operation(
                "At most five public ideas that say nearly the same, answered ones first.",
                {"200": _answer("The ideas.", _ref("Ideas"))},
                parameters=[query],
            )
        },
        "/search": {
            "get": _operation(
                "Public ideas with those words.",
                {"200": _answer("A page of ideas.", _ref("Ideas"))},
                parameters=[query, *page],
            )
        },
    }


def _schemas() -> JsonObject:
    response = {
        "text": _TEXT,
        "status": {"enum": _STATUSES},
        "reason": _MAYBE_TEXT,
        "until": {"type": ["string", "null"], "format": "date"},
        "signed": _TEXT,
        "private": {"type": "boolean"},
        "created_at": _TIME,
    }
    idea = {
        "id": _ID,
        "text": _TEXT,
        "name": _TEXT,
        "votes": {"type": "integer"},
        "status": {"enum": _STATUSES},
        "builds_on": {"type": ["string", "null"], "format": "uuid"},
        "link": {"enum": ["and", "but", "instead", None]},
        "language": _MAYBE_TEXT,
        "created_at": _TIME,
        "response": {"anyOf": [_ref("Response"), {"type": "null"}]},
    }
    many: JsonObject = {"type": "array", "items": _ref("Idea")}
    return {
        "Response": _object(response),
        "Idea": _object(idea),
        "Board": _object({"version": {"type": "integer"}, "ideas": many, "next": _MAYBE_TEXT}),
        "Ideas": {
            "type": "object",
            "required": ["ideas"],
            "properties": {"ideas": many, "next": _MAYBE_TEXT},
        },
        "NewIdea": {
            "type": "object",
            "required": ["id", "text"],
            "properties": {
                "id": _ID,
                "text": {"type": "string", "description": "At most 500 characters as people count them."},
                "name": _MAYBE_TEXT,
                "builds_on": {"type": ["string", "null"], "format": "uuid"},
                "link": {"enum": ["and", "but", "instead", None]},
                "storm": {"type": "null"},
                "language": _MAYBE_TEXT,
            },
        },
        "Receipt": _object(
            {
                "id": _ID,
                "claim_code": _TEXT,
                "visibility": {"enum": ["waiting", "public", "private", "hidden"]},
                "due": {"type": "string", "format": "date"},
            }
        ),
        "Vote": _object({"votes": {"type": "integer"}, "given": {"type": "boolean"}}),
        "Claim": {
            "type": "object",
            "required": ["idea", "responses", "replies", "history", "due"],
            "properties": {
                "idea": _ref("Idea"),
                "responses": {"type": "array", "items": _ref("Response")},
                "replies": {"type": "array", "items": _object({"text": _TEXT, "created_at": _TIME})},
                "history": {
                    "type": "array",
                    "items": _object({"kind": _TEXT, "at": _TIME, "status": {"enum": _STATUSES}}),
                },
                "editable_until": {"type": ["string", "null"], "format": "date-time"},
                "due": {"type": "string", "format": "date"},
            },
        },
        "Error": {"type": "object", "required": ["error"], "properties": {"error": _TEXT, "field": _TEXT}},
    }


def _operation(summary: str, answers: JsonObject, **more: object) -> JsonObject:
    always = {
        "401": _answer("No valid key.", _ref("Error")),
        "403": _answer("Plain HTTP from another machine.", _ref("Error")),
        "422": _answer("Something sent cannot be taken; `field` names it.", _ref("Error")),
        "429": _answer("Too often; Retry-After says when to come again.", _ref("Error")),
    }
    return {"summary": summary, "responses": {**answers, **always}, **more}


def _vote_answers() -> JsonObject:
    return {
        "200": _answer("How the idea stands now.", _ref("Vote")),
        "404": _answer("No such public idea.", _ref("Error")),
        "415": _answer("Not application/json.", _ref("Error")),
    }


def _answer(text: str, schema: JsonObject) -> JsonObject:
    return {"description": text, "content": {"application/json": {"schema": schema}}}


def _body(schema: JsonObject) -> JsonObject:
    return {"required": True, "content": {"application/json": {"schema": schema}}}


def _parameter(name: str, place: str, schema: JsonObject) -> JsonObject:
    return {"name": name, "in": place, "required": place == "path", "schema": schema}


def _object(properties: JsonObject) -> JsonObject:
    return {"type": "object", "required": list(properties), "properties": properties}


def _between(lowest: int, highest: int) -> JsonObject:
    return {"type": "integer", "minimum": lowest, "maximum": highest}


def _ref(name: str) -> JsonObject:
    return {"$ref": f"#/components/schemas/{name}"}
