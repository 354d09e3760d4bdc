"""With which server this kiosk is paired, and how its address may be typed."""

from __future__ import annotations

import ipaddress
from dataclasses import dataclass, field
from urllib.parse import SplitResult, urlsplit
from uuid import UUID

from app.domain.errors import InvalidInput
from app.domain.ids import parse_id
from app.domain.translation import mark
from app.kiosk.file import KioskFile
from app.kiosk.kept import keep, kept
from app.settings import DEFAULT_TLS_PORT

_KEPT = "pairing"
_NO_ADDRESS = mark("This is no address. It looks like https://192.168.1.20:8766 and stands beside the code.")
_IN_THE_CLEAR = mark("From another computer a kiosk is paired by https only. Please check the address.")


@dataclass(frozen=True, slots=True)
class Address:
    host: str
    port: int
    is_secret: bool

    @property
    def url(self) -> str:
        host = f"[{self.host}]" if ":" in self.host else self.host
        return f"{'https' if self.is_secret else 'http'}://{host}:{self.port}"


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


def parse_address(text: str) -> Address:
    """The server that `text` means. Raises InvalidInput on `address`, also for plain http from elsewhere."""
    typed = text.strip()
    parts = _split(typed if "://" in typed else f"https://{typed}")
    if parts is None or parts.scheme not in ("http", "https") or not parts.hostname:
        raise InvalidInput("address", _NO_ADDRESS)
    host = parts.hostname
    if parts.scheme == "https":
        return Address(host, parts.port or DEFAULT_TLS_PORT, True)
    if not _is_here(host):
        raise InvalidInput("address", _IN_THE_CLEAR)
    return Address(host, parts.port or 80, False)


def _split(address: str) -> SplitResult | None:
    try:
        parts = urlsplit(address)
        known_port = parts.port is None or parts.port > 0
    except ValueError:
        return None
    plain = parts.path in ("", "/") and not parts.query and not parts.fragment and "@" not in parts.netloc
    return parts if known_port and plain and not any(letter.isspace() for letter in address) else None


def _is_here(host: str) -> bool:
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"


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
