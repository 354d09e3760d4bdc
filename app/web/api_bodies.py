"""What programs send as JSON, taken apart: whatever is of the wrong kind is named, nothing is guessed."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from uuid import UUID

from starlette.requests import Request

from app.domain.errors import InvalidInput
from app.domain.ids import parse_id
from app.domain.translation import mark
from app.web.guards import Refused
from app.web.shapes import Json

LONGEST_VISITOR = 64


async def json_body(request: Request) -> Json:
    """Raises Refused for another kind of content, InvalidInput for what is no JSON object."""
    kind = request.headers.get("content-type", "").partition(";")[0].strip().lower()
    if kind != "application/json":
        raise Refused(415, mark("Please send application/json."))
    try:
        body = json.loads(await request.body())
    except (ValueError, RecursionError) as error:
        raise InvalidInput("body", mark("This is not JSON.")) from error
    if not isinstance(body, dict):
        raise InvalidInput("body", mark("The body is a JSON object."))
    return body


def text_of(body: Json, name: str, *, needed: bool = True) -> str:
    value = body.get(name)
    if value is None and not needed:
        return ""
    if not isinstance(value, str):
        raise InvalidInput(name, mark("%(name)s is a text."), name=name)
    return value


def id_of(body: Json, name: str) -> UUID:
    found = parse_id(text_of(body, name))
    if found is None:
        raise InvalidInput(name, mark("%(name)s is a UUID."), name=name)
    return found


def number_of(body: Json, name: str, most: int) -> int:
    """A whole number from 0 to `most`."""
    value = body.get(name)
    if not isinstance(value, int) or isinstance(value, bool) or not 0 <= value <= most:
        raise InvalidInput(name, mark("%(name)s is a number from 0 to %(most)s."), name=name, most=most)
    return value


def truth_of(body: Json, name: str) -> bool:
    value = body.get(name)
    if not isinstance(value, bool):
        raise InvalidInput(name, mark("%(name)s is true or false."), name=name)
    return value


def moment_of(body: Json, name: str) -> datetime:
    """A time as RFC 3339 writes it."""
    try:
        return datetime.fromisoformat(text_of(body, name)).astimezone(UTC)
    except (ValueError, OverflowError):
        raise InvalidInput(name, mark("%(name)s is a time like 2026-11-20T09:00:00Z."), name=name) from None


def list_of(body: Json, name: str, most: int) -> list[object]:
    """What is missing is an empty list."""
    value = body.get(name, [])
    if not isinstance(value, list) or len(value) > most:
        raise InvalidInput(name, mark("%(name)s is a list of %(most)s at most."), name=name, most=most)
    return value


def objects_of(body: Json, name: str, most: int) -> list[Json]:
    found = list_of(body, name, most)
    if not all(isinstance(each, dict) for each in found):
        raise InvalidInput(name, mark("%(name)s is a list of JSON objects."), name=name)
    return [each for each in found if isinstance(each, dict)]


def visitor_of(body: Json) -> str:
    visitor = text_of(body, "visitor")
    if not (0 < len(visitor) <= LONGEST_VISITOR and visitor.isascii() and visitor.isprintable()):
        raise InvalidInput("visitor", mark("The visitor is 1 to 64 printable ASCII characters."))
    return visitor
