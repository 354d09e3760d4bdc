"""How the address of a server may be typed at a kiosk."""

from __future__ import annotations

import ipaddress
from dataclasses import dataclass

from app.domain.errors import InvalidInput
from app.domain.translation import mark
from app.domain.web_addresses import is_bare, split_address, written_host
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
        return f"{'https' if self.is_secret else 'http'}://{written_host(self.host)}:{self.port}"


def parse_address(text: str) -> Address:
    """The server that `text` means. Raises InvalidInput on `address`, also for plain http from elsewhere."""
    typed = text.strip()
    parts = split_address(typed if "://" in typed else f"https://{typed}")
    has_space = any(letter.isspace() for letter in typed)
    if parts is None or has_space or not is_bare(parts):
        raise InvalidInput("address", _NO_ADDRESS)
    if parts.scheme not in ("http", "https") or not parts.hostname:
        raise InvalidInput("address", _NO_ADDRESS)
    host = parts.hostname
    if parts.scheme == "https":
        return Address(host, parts.port or DEFAULT_TLS_PORT, True)
    if not _is_here(host):
        raise InvalidInput("address", _IN_THE_CLEAR)
    return Address(host, parts.port or 80, False)


def _is_here(host: str) -> bool:
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"
