"""What descriptions of the API are made of (OpenAPI 3.1)."""

from __future__ import annotations

from typing import Any

JsonObject = dict[str, Any]

TEXT: JsonObject = {"type": "string"}
MAYBE_TEXT: JsonObject = {"type": ["string", "null"]}
ID: JsonObject = {"type": "string", "format": "uuid"}
MAYBE_ID: JsonObject = {"type": ["string", "null"], "format": "uuid"}
TIME: JsonObject = {"type": "string", "format": "date-time"}
MAYBE_TIME: JsonObject = {"type": ["string", "null"], "format": "date-time"}
MAYBE_DAY: JsonObject = {"type": ["string", "null"], "format": "date"}
COUNT: JsonObject = {"type": "integer", "minimum": 0}


def operation(summary: str, answers: JsonObject, **more: object) -> JsonObject:
    always = {
        "401": answer("No valid key.", ref("Error")),
        "403": answer("Plain HTTP from another machine.", ref("Error")),
        "422": answer("Something sent cannot be taken; `field` names it.", ref("Error")),
        "429": answer("Too often; Retry-After says when to come again.", ref("Error")),
    }
    return {"summary": summary, "responses": {**answers, **always}, **more}


def answer(text: str, schema: JsonObject) -> JsonObject:
    return {"description": text, "content": {"application/json": {"schema": schema}}}


def body(schema: JsonObject) -> JsonObject:
    return {"required": True, "content": {"application/json": {"schema": schema}}}


def parameter(name: str, place: str, schema: JsonObject) -> JsonObject:
    return {"name": name, "in": place, "required": place == "path", "schema": schema}


def object_of(properties: JsonObject) -> JsonObject:
    return {"type": "object", "required": list(properties), "properties": properties}


def between(lowest: int, highest: int) -> JsonObject:
    return {"type": "integer", "minimum": lowest, "maximum": highest}


def ref(name: str) -> JsonObject:
    return {"$ref": f"#/components/schemas/{name}"}


def maybe(name: str) -> JsonObject:
    return {"anyOf": [ref(name), {"type": "null"}]}
