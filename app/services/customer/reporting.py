"""What a kiosk tells of itself, every other second: little of it is worth a write."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from uuid import UUID

from app.domain.kiosks import Kiosk, SetAside
from app.storage.stores import Stores

WRITTEN_EVERY = timedelta(seconds=20)
MOST_SET_ASIDE = 500


@dataclass(frozen=True, kw_only=True, slots=True)
class KioskReport:
    """`outbox` counts what is still to be delivered; `problems` are sentences without customers' words."""

    version: str
    outbox: int
    problems: tuple[str, ...] = ()
    set_aside: tuple[SetAside, ...] = ()


def is_worth_writing(kiosk: Kiosk, report: KioskReport, now: datetime) -> bool:
    """`kiosk` as it stands in the database. A clock that was set back is news, too."""
    last = kiosk.last_seen_at
    same = (report.outbox, report.version, report.problems) == (kiosk.outbox, kiosk.version, kiosk.problems)
    fresh = last is not None and last <= now < last + WRITTEN_EVERY
    return not (same and fresh) or bool(report.set_aside)


def report(stores: Stores, kiosk_id: UUID, told: KioskReport, now: datetime) -> tuple[UUID, ...]:
    """Note it, and give the ids of what was set aside that the kiosk may forget now."""
    stores.kiosks.saw(kiosk_id, now, outbox=told.outbox, version=told.version, problems=told.problems)
    return tuple(refused.id for refused in told.set_aside if _is_kept(stores, refused, now))


def _is_kept(stores: Stores, refused: SetAside, now: datetime) -> bool:
    """An idea that its author has erased since is forgotten here and there. Of very many, the kiosk keeps
    what the owner has had no time for."""
    if stores.erasures.holds(refused.id) or stores.set_asides.holds(refused.id):
        return True
    if stores.set_asides.waits() >= MOST_SET_ASIDE:
        return False
    stores.set_asides.add(replace(refused, at=min(refused.at, now)))
    return True
