"""Kiosks: which devices are paired, what they told last, and the codes that pair new ones."""

from __future__ import annotations

import json
from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from app.domain.errors import NotFound
from app.domain.journal import Change
from app.domain.kiosks import Kiosk
from app.domain.translation import mark
from app.storage.columns import change_columns
from app.storage.models import KioskRow, PairingRow
from app.storage.session import Row, Session
from app.storage.values import DomainValue, to_milliseconds, to_moment, to_optional_moment, to_stored

_KIOSKS = """
SELECT k.id, k.name, k.paired_at, k.last_seen_at, k.outbox, k.version, k.problems,
    coalesce(k.revoked_at, a.revoked_at)
FROM kiosks k JOIN api_keys a ON a.shop_id = k.shop_id AND a.hash = k.key_hash
WHERE k.shop_id = ?
"""
_ALL = f"{_KIOSKS} ORDER BY k.paired_at, k.id"
_BY_ID = f"{_KIOSKS} AND k.id = ?"
_BY_KEY = f"{_KIOSKS} AND k.key_hash = ?"
_SAW = """
UPDATE kiosks SET last_seen_at = ?, outbox = ?, version = ?, problems = ? WHERE shop_id = ? AND id = ?
"""
_USE_CODE = """
UPDATE pairings SET used_at = ?1 WHERE shop_id = ?2 AND hash = ?3 AND used_at IS NULL AND expires_at > ?1
RETURNING 1
"""
_FORGET_CODES = "DELETE FROM pairings WHERE shop_id = ? AND expires_at <= ?"


class KioskStore:
    def __init__(self, session: Session) -> None:
        self._session = session

    def add(self, kiosk: Kiosk, key_hash: str) -> None:
        """Its key is added by `KeyStore.add`."""
        self._session.insert(
            KioskRow,
            id=kiosk.id,
            name=kiosk.name,
            key_hash=key_hash,
            paired_at=to_milliseconds(kiosk.paired_at),
            outbox=kiosk.outbox,
            version=kiosk.version,
            problems=json.dumps(kiosk.problems),
        )

    def all(self) -> list[Kiosk]:
        """Oldest first, revoked ones too."""
        return [_kiosk_of(row) for row in self._session.rows(_ALL, self._session.shop)]

    def in_use(self) -> list[Kiosk]:
        """Those that were not revoked, oldest first."""
        return [kiosk for kiosk in self.all() if kiosk.revoked_at is None]

    def get(self, id: UUID) -> Kiosk | None:
        row = self._session.row(_BY_ID, self._session.shop, id.bytes)
        return None if row is None else _kiosk_of(row)

    def by_key(self, key_hash: str) -> Kiosk | None:
        """The kiosk that was given the key with this hash, also a revoked one."""
        row = self._session.row(_BY_KEY, self._session.shop, key_hash)
        return None if row is None else _kiosk_of(row)

    def saw(self, id: UUID, at: datetime, *, outbox: int, version: str, problems: Sequence[str]) -> None:
        """Note what a kiosk tells of itself. No verb: it has no journal row."""
        told = (to_milliseconds(at), outbox, version, json.dumps(problems))
        self._session.run(_SAW, *told, self._session.shop, id.bytes)

    def change(self, id: UUID, **columns: DomainValue) -> list[Change]:
        """Set any of name, revoked_at. Raises NotFound when there is no such kiosk."""
        try:
            values = {column: to_stored(value) for column, value in columns.items()}
            return change_columns(self._session, "kiosks", id, values)
        except KeyError as gone:
            raise NotFound(mark("This kiosk is not here any more.")) from gone


class PairingStore:
    """Codes are known by the hash of their secret."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def add(self, hash: str, expires_at: datetime) -> None:
        self._session.insert(PairingRow, hash=hash, expires_at=to_milliseconds(expires_at))

    def use(self, hash: str, at: datetime) -> bool:
        """Whether the code is good at this moment; from then on it is not."""
        return bool(self._session.rows(_USE_CODE, to_milliseconds(at), self._session.shop, hash))

    def forget_expired(self, now: datetime) -> None:
        self._session.run(_FORGET_CODES, self._session.shop, to_milliseconds(now))


def _kiosk_of(row: Row) -> Kiosk:
    return Kiosk(
        id=UUID(bytes=row[0]),
        name=row[1],
        paired_at=to_moment(row[2]),
        last_seen_at=to_optional_moment(row[3]),
        outbox=row[4],
        version=row[5],
        problems=tuple(json.loads(row[6])),
        revoked_at=to_optional_moment(row[7]),
    )
