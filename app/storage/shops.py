"""The shop: its name and colour, its days and its promise."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import date, time
from functools import lru_cache
from uuid import UUID

from peewee import Insert

from app.domain.hours import OpeningHours, WeekHours
from app.domain.journal import Change
from app.domain.kiosks import KioskRules, PinHash
from app.domain.shop import Moderation, Shop
from app.storage.columns import change_columns
from app.storage.models import ShopRow
from app.storage.session import Row, Session
from app.storage.values import to_id

# In the order of `shop_columns`; the logo comes last.
_SHOP = """
SELECT id, name, owner, colour, language, timezone, open_weekdays, closed_days, promise_days, moderation,
    public_address, hours, languages, idle_seconds, kiosk_motion, pin,
    staff_names, contact_days, thanks_worth,
    (SELECT id FROM logos WHERE logos.shop_id = shops.id AND worn = 1 LIMIT 1)
FROM shops WHERE id = ?
"""


class ShopStore:
    def __init__(self, session: Session) -> None:
        self._session = session

    def get(self) -> Shop:
        row = self._session.row(_SHOP, self._session.shop)
        assert row is not None, "a session is opened for a shop that exists"
        return _shop_of(row)

    def save(self, shop: Shop) -> list[Change]:
        """Take over what differs in `shop`, and tell it."""
        return change_columns(self._session, "shops", self._session.shop_id, shop_columns(shop))


@lru_cache(maxsize=8)
def _shop_of(row: Row) -> Shop:
    """Read with every idea and changed once a year: the same row is the same shop."""
    return Shop(
        id=UUID(bytes=row[0]),
        name=row[1],
        owner=row[2],
        colour=row[3],
        language=row[4],
        timezone=row[5],
        open_weekdays=frozenset(map(int, row[6])),
        closed_days=frozenset(map(date.fromisoformat, json.loads(row[7]))),
        promise_days=row[8],
        moderation=Moderation(row[9]),
        public_address=row[10],
        hours=_hours_of(row[11]),
        languages=tuple(json.loads(row[12])),
        kiosk=KioskRules(idle_seconds=row[13], has_motion=bool(row[14]), pin=_pin_of(row[15])),
        staff_names=tuple(json.loads(row[16])),
        contact_days=row[17],
        thanks_worth=row[18],
        logo=to_id(row[-1]),
    )


def shop_columns(shop: Shop) -> dict[str, str | int | None]:
    """The columns of a shop's row but its id."""
    return {
        "name": shop.name,
        "owner": shop.owner,
        "colour": shop.colour,
        "language": shop.language,
        "timezone": shop.timezone,
        "open_weekdays": "".join(map(str, sorted(shop.open_weekdays))),
        "closed_days": json.dumps([day.isoformat() for day in sorted(shop.closed_days)]),
        "promise_days": shop.promise_days,
        "moderation": str(shop.moderation),
        "public_address": shop.public_address,
        "hours": _written_hours(shop.hours),
        "languages": json.dumps(shop.languages),
        "idle_seconds": shop.kiosk.idle_seconds,
        "kiosk_motion": int(shop.kiosk.has_motion),
        "pin": _written_pin(shop.kiosk.pin),
        "staff_names": json.dumps(shop.staff_names, ensure_ascii=False),
        "contact_days": shop.contact_days,
        "thanks_worth": shop.thanks_worth,
    }


def shop_of_columns(shop: Shop, columns: Mapping[str, str | int | None]) -> Shop:
    """`shop` with other values in some columns. Raises ValueError, TypeError or KeyError for what is none."""
    written = shop_columns(shop)
    if unknown := set(columns) - set(written):
        raise KeyError(unknown)
    logo = shop.logo.bytes if shop.logo else None
    return _shop_of((shop.id.bytes, *(written | dict(columns)).values(), logo))


def insert_shop(shop: Shop) -> Insert:
    """The query that makes the row of a new shop."""
    return ShopRow.insert(id=shop.id, **shop_columns(shop))


def _hours_of(text: str) -> WeekHours:
    return tuple(day and OpeningHours(*map(time.fromisoformat, day)) for day in json.loads(text))


def _written_hours(hours: WeekHours) -> str:
    return json.dumps([day and [f"{day.opens:%H:%M}", f"{day.closes:%H:%M}"] for day in hours])


def _pin_of(text: str | None) -> PinHash | None:
    if text is None:
        return None
    written = json.loads(text)
    return PinHash(bytes.fromhex(written["salt"]), bytes.fromhex(written["hash"]), written["iterations"])


def _written_pin(pin: PinHash | None) -> str | None:
    if pin is None:
        return None
    return json.dumps({"salt": pin.salt.hex(), "hash": pin.hash.hex(), "iterations": pin.iterations})
