"""Who opened the page of the "can phones reach me?" test."""

from __future__ import annotations

import ipaddress
import secrets
from collections.abc import Sequence

from app.domain.claim_codes import ALPHABET

TOKEN_CHARACTERS = 12


def new_token() -> str:
    """What the phone that scans our code brings back."""
    return "".join(secrets.choice(ALPHABET) for _ in range(TOKEN_CHARACTERS))


def is_this_computer(address: str, own: Sequence[str]) -> bool:
    """Whether it is this machine itself: by one of its own addresses, or over its loopback."""
    try:
        came_from = ipaddress.ip_address(address)
    except ValueError:
        return False
    mapped = came_from.ipv4_mapped if isinstance(came_from, ipaddress.IPv6Address) else None
    return came_from.is_loopback or bool(mapped and mapped.is_loopback) or str(mapped or came_from) in own
