"""The shop's facts as the server tells them. One that is not understood falls back to its default: a kiosk
with a grey button is better than none."""

from __future__ import annotations

import logging
import struct
from binascii import a2b_base64
from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import date, time
from typing import TypeVar
from uuid import UUID

from app.domain.errors import AppError
from app.domain.hours import NO_HOURS, OpeningHours, WeekHours
from app.domain.kiosks import LONGEST_IDLE_SECONDS, SHORTEST_IDLE_SECONDS, KioskRules, PinHash
from app.domain.shop import EVERY_WEEKDAY, UNNAMED, Moderation, Shop
from app.domain.shop_rules import LONGEST_PROMISE_DAYS, SHORTEST_PROMISE_DAYS, clean_colour, clean_timezone
from app.domain.text import clean_line
from app.kiosk.facts import ShopFacts
from app.kiosk.json_parts import Garbled, Json, as_object, list_of, number_of, text_of

T = TypeVar("T")
_log = logging.getLogger(__name__)

NIL = UUID(int=0)
LONGEST_ADDRESS = 300
LONGEST_LOGO, MOST_LOGO_DOTS = 100_000, 1024
_PNG_HEAD = struct.Struct(">8s8xII")
_PNG = b"\x89PNG\r\n\x1a\n"
MOST_ITERATIONS = 10_000_000
_NOT_UNDERSTOOD = (Garbled, AppError, ValueError, TypeError, OverflowError)


def facts_of(told: Json) -> ShopFacts:
    kiosk, about = _object_or_empty(told, "kiosk"), _object_or_empty(told, "shop")
    return ShopFacts(
        kiosk_name=_or(lambda: clean_line(text_of(kiosk, "name")), ""),
        shop=_shop_of(about, _rules_of(told)),
        phone_address=_or(lambda: _address(told, "phone_address"), None),
        claim_address=_or(lambda: _address(told, "claim_address"), None),
        logo=_or(lambda: _logo(told), b""),
    )


def _shop_of(about: Json, rules: KioskRules) -> Shop:
    plain = Shop(id=NIL, name=UNNAMED, owner="")
    return replace(
        plain,
        name=_or(lambda: clean_line(text_of(about, "name")), "") or UNNAMED,
        owner=_or(lambda: clean_line(text_of(about, "owner")), ""),
        colour=_or(lambda: clean_colour(text_of(about, "colour")), plain.colour),
        language=_or(lambda: clean_line(text_of(about, "language")), "") or plain.language,
        languages=_or(lambda: tuple(map(_tag, list_of(about, "languages"))), ()),
        timezone=_or(lambda: clean_timezone(text_of(about, "timezone")), plain.timezone),
        promise_days=_or(
            lambda: _within(number_of(about, "promise_days"), SHORTEST_PROMISE_DAYS, LONGEST_PROMISE_DAYS),
            plain.promise_days,
        ),
        open_weekdays=_or(lambda: _weekdays(list_of(about, "open_weekdays")), plain.open_weekdays),
        closed_days=_or(lambda: frozenset(map(_day, list_of(about, "closed_days"))), plain.closed_days),
        hours=_or(lambda: _hours(list_of(about, "hours")), NO_HOURS),
        moderation=_or(lambda: Moderation(text_of(about, "moderation")), plain.moderation),
        kiosk=rules,
    )


def _rules_of(told: Json) -> KioskRules:
    plain = KioskRules()
    idle = _or(
        lambda: _within(number_of(told, "idle_seconds"), SHORTEST_IDLE_SECONDS, LONGEST_IDLE_SECONDS),
        plain.idle_seconds,
    )
    return KioskRules(idle_seconds=idle, has_motion=told.get("motion") is not False, pin=_pin_of(told))


def _pin_of(told: Json) -> PinHash | None:
    """None only where the shop has none: one that is not understood fits no try and keeps the kiosk shut."""
    if told.get("pin") is None:
        return None
    return _or(lambda: _pin_hash(as_object(told["pin"])), PinHash(b"", b"", 1))


def _pin_hash(pin: Json) -> PinHash:
    salt, digest = bytes.fromhex(text_of(pin, "salt")), bytes.fromhex(text_of(pin, "hash"))
    return PinHash(salt, digest, _within(number_of(pin, "iterations"), 1, MOST_ITERATIONS))


def _or(read: Callable[[], T], default: T) -> T:
    try:
        return read()
    except _NOT_UNDERSTOOD:
        _log.warning("Something that the server tells of the shop is not understood; the default holds.")
        return default


def _object_or_empty(told: Json, name: str) -> Json:
    return _or(lambda: as_object(told.get(name)), {})


def _within(number: int, least: int, most: int) -> int:
    if not least <= number <= most:
        raise Garbled
    return number


def _tag(value: object) -> str:
    if not isinstance(value, str):
        raise Garbled
    return clean_line(value)


def _day(value: object) -> date:
    if not isinstance(value, str):
        raise Garbled
    return date.fromisoformat(value)


def _weekdays(days: Iterable[object]) -> frozenset[int]:
    found = frozenset(day for day in days if isinstance(day, int))
    if not found or not found <= EVERY_WEEKDAY:
        raise Garbled
    return found


def _hours(days: list[object]) -> WeekHours:
    if len(days) != len(EVERY_WEEKDAY):
        raise Garbled
    return tuple(map(_hours_of_day, days))


def _hours_of_day(day: object) -> OpeningHours | None:
    match day:
        case None:
            return None
        case [str(opens), str(closes)] if opens != closes:
            return OpeningHours(time.fromisoformat(opens), time.fromisoformat(closes))
        case _:
            raise Garbled


def _address(told: Json, name: str) -> str | None:
    """It becomes a QR code: plain and not endless."""
    address = text_of(told, name)
    if not address:
        return None
    if len(address) > LONGEST_ADDRESS or not address.startswith(("http://", "https://")):
        raise Garbled
    if not (address.isascii() and address.isprintable()) or " " in address:
        raise Garbled
    return address


def _logo(told: Json) -> bytes:
    """It is shown before anything else: no more of it than is painted at once."""
    text = text_of(told, "logo")
    if not text:
        return b""
    if len(text) > LONGEST_LOGO:
        raise Garbled
    png = a2b_base64(text, strict_mode=True)
    if len(png) < _PNG_HEAD.size:
        raise Garbled
    begins, across, down = _PNG_HEAD.unpack_from(png)
    if begins != _PNG or not (0 < across <= MOST_LOGO_DOTS and 0 < down <= MOST_LOGO_DOTS):
        raise Garbled
    return png
