"""The storms as they were told last, with the mark by which the server knows them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.kiosk import late
from app.kiosk.file import KioskFile
from app.kiosk.json_parts import Json
from app.kiosk.kept import keep, kept

if TYPE_CHECKING:
    from app.kiosk.storms import ToldStorm

_KEPT = "storms"


class KnownStorms:
    """Usable from any thread; one writes. Nothing is read from the disk before it is asked for."""

    def __init__(self, file: KioskFile) -> None:
        self._file = file
        self._told: list[Json] | None = None
        self._mark = ("", "")
        self._storms: tuple[ToldStorm, ...] = ()

    def all(self) -> tuple[ToldStorm, ...]:
        """Raises StorageProblem when they were not read yet and the disk says no."""
        self._read()
        return self._storms

    def is_known(self, teller: str, etag: str) -> bool:
        """Whether this is how `teller` marked them last."""
        self._read()
        return self._mark == (teller, etag)

    def take(self, told: list[Json], teller: str, etag: str) -> None:
        """Raises StorageProblem when the disk says no; the server will tell them again."""
        self._file.write(lambda connection: keep(connection, _KEPT, [teller, etag, told]))
        self._hold(told, teller, etag)

    def keep_again(self) -> None:
        """In a new file."""
        if self._told is not None:
            self.take(self._told, *self._mark)

    def _read(self) -> None:
        if self._told is not None:
            return
        match self._file.read(lambda connection: kept(connection, _KEPT)):
            case [str(teller), str(etag), list(told)]:
                self._hold([one for one in told if isinstance(one, dict)], teller, etag)
            case _:
                self._hold([], "", "")

    def _hold(self, told: list[Json], teller: str, etag: str) -> None:
        self._storms = late.storms_in(told)
        self._told, self._mark = told, (teller, etag)
