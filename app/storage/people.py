"""What people left of themselves beside their words: found again, counted, and let go in time."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from app.domain.search_words import stored_words
from app.storage.session import Session
from app.storage.values import to_milliseconds

_NAMES = "SELECT DISTINCT idea_id, name FROM revisions WHERE shop_id = ? AND name <> ''"
_VOICES = "SELECT id, name FROM voices WHERE shop_id = ? AND name <> ''"
_ADDRESSES = "SELECT idea_id, address FROM contacts WHERE shop_id = ?"
_COUNT = {
    "versions": "SELECT count(*) FROM revisions WHERE shop_id = ? AND idea_id = ?",
    "answers": "SELECT count(*) FROM responses WHERE shop_id = ? AND idea_id = ? AND shown = 1",
}
_FORGET = "DELETE FROM contacts WHERE shop_id = ? AND consent_at < ? RETURNING 1"


class PersonStore:
    def __init__(self, session: Session) -> None:
        self._session = session

    def named(self, name: str) -> list[UUID]:
        """Ideas under whose words a name stood, now or earlier, that has all of these words."""
        wanted = stored_words(name).split()
        rows = self._session.rows(_NAMES, self._session.shop)
        return _ids([row[0] for row in rows if wanted and _has_all(row[1], wanted)])

    def voices_named(self, name: str) -> list[UUID]:
        """Voices that were given under a name that has all of these words, also those taken away since."""
        wanted = stored_words(name).split()
        rows = self._session.rows(_VOICES, self._session.shop)
        return _ids([row[0] for row in rows if wanted and _has_all(row[1], wanted)])

    def reached_at(self, address: str) -> list[UUID]:
        """Ideas whose author left an address with this in it."""
        wanted = address.strip().casefold()
        rows = self._session.rows(_ADDRESSES, self._session.shop)
        return _ids([row[0] for row in rows if wanted and wanted in row[1].casefold()])

    def count(self, what: str, idea_id: UUID) -> int:
        """How many `versions` of its words, or `answers` that are shown."""
        return self._session.number(_COUNT[what], self._session.shop, idea_id.bytes)

    def forget_addresses_before(self, moment: datetime) -> int:
        """Remove the addresses that were left before `moment`; how many there were."""
        return len(self._session.rows(_FORGET, self._session.shop, to_milliseconds(moment)))


def _has_all(name: str, wanted: Sequence[str]) -> bool:
    words = stored_words(name).split()
    return all(word in words for word in wanted)


def _ids(blobs: Sequence[bytes]) -> list[UUID]:
    return [UUID(bytes=blob) for blob in dict.fromkeys(blobs)]
