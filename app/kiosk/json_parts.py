"""JSON from the network, part by part: what is not of the kind asked for is Garbled."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from typing import TypeAlias
from uuid import UUID

from app.domain.ids import parse_id

Json: TypeAlias = dict[str, object]
LARGEST_NUMBER = 2**53
LONGEST_MARK = 500


class Garbled(Exception):
    """The answer is none that this kiosk understands."""


def object_in(body: bytes | str) -> Json:
    try:
        return as_object(json.loads(body))
    except (ValueError, RecursionError) as error:
        raise Garbled from error


def as_object(value: object) -> Json:
    if not isinstance(value, dict):
        raise Garbled
    return value


def list_of(told: Json, name: str) -> list[object]:
    value = told.get(name)
    if not isinstance(value, list):
        raise Garbled
    return value


def text_of(told: Json, name: str) -> str:
    """What is missing or null is empty."""
    value = told.get(name)
    if value is None:
        return ""
    if not isinstance(value, str):
        raise Garbled
    return value


def mark_of(told: Json, name: str) -> str:
    """Something the server gave us to give back: short and printable ASCII."""
    value = text_of(told, name)
    if not (0 < len(value) <= LONGEST_MARK and value.isascii() and value.isprintable()):
        raise Garbled
    return value


def is_number(value: object) -> bool:
    return isinstance(value, int) and not isinstance(value, bool) and 0 <= value <= LARGEST_NUMBER


def number_of(told: Json, name: str) -> int:
    value = told.get(name)
    if not isinstance(value, int) or not is_number(value):
        raise Garbled
    return value


def id_of(told: Json, name: str) -> UUID:
    found = parse_id(text_of(told, name))
    if found is None:
        raise Garbled
    return found


def ids_of(told: Json, name: str) -> tuple[UUID, ...]:
    """Those among the list that are ids."""
    found = (parse_id(id) for id in list_of(told, name) if isinstance(id, str))
    return tuple(id for id in found if id is not None)


def moment_of(told: Json, name: str) -> datetime:
    """A time with its zone, in UTC. A year from 1970 on, so that it can be stored."""
    try:
        moment = datetime.fromisoformat(text_of(told, name))
        if moment.tzinfo is None or not 1970 < moment.year < 9000:
            raise Garbled
        return moment.astimezone(UTC)
    except (ValueError, OverflowError) as error:
        raise Garbled from error
