"""How the address of a server may be typed at a kiosk."""

from __future__ import annotations

import ipaddress
from dataclasses import dataclass
from urllib.parse import SplitResult, urlsplit

from app.domain.errors import InvalidInput
from app.domain.translation import mark
from app.settings import DEFAULT_TLS_PORT

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
