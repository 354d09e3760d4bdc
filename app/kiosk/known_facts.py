"""The shop's facts as they were told last, with the mark by which the server knows them."""

from __future__ import annotations

from app.domain.shop import UNNAMED, Shop
from app.kiosk.facts import ShopFacts
from app.kiosk.file import KioskFile
from app.kiosk.json_parts import Json
from app.kiosk.kept import keep, kept
from app.kiosk.told_facts import NIL, facts_of

_KEPT = "facts"


class KnownFacts:
    """Usable from any thread; one writes."""

    def __init__(self, file: KioskFile) -> None:
        self._file = file
        self._told: Json = {}
        self.etag: str | None = None
        self.facts: ShopFacts | None = None
        match file.read(lambda connection: kept(connection, _KEPT)):
            case [str(etag), dict(told)]:
                self._hold(told, etag)

    def or_plain(self) -> ShopFacts:
        """Those of a shop that nothing is known of, while no server has told any."""
        return self.facts or ShopFacts(kiosk_name="", shop=Shop(id=NIL, name=UNNAMED, owner=""))

    def take(self, told: Json, etag: str) -> None:
        """Raises StorageProblem when the disk says no; the server will tell them again."""
        self._file.write(lambda connection: keep(connection, _KEPT, [etag, told]))
        self._hold(told, etag)

    def keep_again(self) -> None:
        """In a new file."""
        if self.etag is not None:
            self.take(self._told, self.etag)

    def _hold(self, told: Json, etag: str) -> None:
        self._told, self.etag, self.facts = told, etag, facts_of(told)
