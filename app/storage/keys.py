"""Keys for kiosks and other programs: names and hashes, never the keys."""

from __future__ import annotations

from datetime import datetime

from app.storage.models import KeyRow
from app.storage.session import Session
from app.storage.values import to_milliseconds

# Revoking a kiosk shuts its key out, and revoking its key the kiosk.
_IN_USE = """
SELECT name FROM api_keys
WHERE shop_id = ? AND revoked_at IS NULL AND NOT EXISTS (
    SELECT 1 FROM kiosks k
    WHERE k.shop_id = api_keys.shop_id AND k.key_hash = api_keys.hash AND k.revoked_at IS NOT NULL)
"""
_BY_HASH = f"{_IN_USE} AND hash = ?"
_NAMES = f"{_IN_USE} ORDER BY created_at, name"
_REVOKE_HASH = "UPDATE api_keys SET revoked_at = ? WHERE shop_id = ? AND hash = ? AND revoked_at IS NULL"
_REVOKE = (
    "UPDATE api_keys SET revoked_at = ? WHERE shop_id = ? AND name = ? AND revoked_at IS NULL RETURNING 1"
)


class KeyStore:
    def __init__(self, session: Session) -> None:
        self._session = session

    def add(self, name: str, hash: str, at: datetime) -> None:
        self._session.insert(KeyRow, name=name, hash=hash, created_at=to_milliseconds(at), revoked_at=None)

    def by_hash(self, hash: str) -> str | None:
        """The name of the key with this hash, unless it was revoked."""
        row = self._session.row(_BY_HASH, self._session.shop, hash)
        return None if row is None else str(row[0])

    def revoke_hash(self, hash: str) -> None:
        """Take the key with this hash out of use, if there is one."""
        now = to_milliseconds(self._session.clock.now())
        self._session.run(_REVOKE_HASH, now, self._session.shop, hash)

    def names(self) -> list[str]:
        """Of the keys in use, oldest first."""
        return [row[0] for row in self._session.rows(_NAMES, self._session.shop)]

    def revoke(self, name: str) -> bool:
        """Take every key of this name out of use at once; False when there is none."""
        now = to_milliseconds(self._session.clock.now())
        return bool(self._session.rows(_REVOKE, now, self._session.shop, name))
