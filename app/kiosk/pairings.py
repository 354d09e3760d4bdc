"""With which server this kiosk is paired."""

from __future__ import annotations

from dataclasses import dataclass, field
from uuid import UUID

from app.domain.ids import parse_id
from app.kiosk.file import KioskFile
from app.kiosk.kept import keep, kept

_KEPT = "pairing"


@dataclass(frozen=True, kw_only=True, slots=True)
class Pairing:
    """`certificate` (DER) is the only one that is trusted; empty on this machine itself, in the clear."""

    address: str
    key: str = field(repr=False)
    kiosk_id: UUID
    certificate: bytes = field(repr=False)


class Pairings:
    """Usable from any thread."""

    def __init__(self, file: KioskFile) -> None:
        self._file = file
        self._current = file.read(lambda connection: _pairing_of(kept(connection, _KEPT)))

    def current(self) -> Pairing | None:
        return self._current

    def set(self, pairing: Pairing) -> None:
        """Raises StorageProblem when the disk says no; the old pairing holds then."""
        value = [pairing.address, pairing.key, str(pairing.kiosk_id), pairing.certificate.hex()]
        self._file.write(lambda connection: keep(connection, _KEPT, value))
        self._current = pairing

    def keep_again(self) -> None:
        """In a new file."""
        if self._current is not None:
            self.set(self._current)


def _pairing_of(value: object) -> Pairing | None:
    match value:
        case [str(address), str(key), str(kiosk), str(certificate)]:
            kiosk_id = parse_id(kiosk)
            try:
                der = bytes.fromhex(certificate)
            except ValueError:
                return None
            if kiosk_id is None:
                return None
            return Pairing(address=address, key=key, kiosk_id=kiosk_id, certificate=der)
        case _:
            return None
