"""Addresses of the web as people type them, taken apart."""

from __future__ import annotations

from urllib.parse import SplitResult, urlsplit


def split_address(address: str) -> SplitResult | None:
    """None when the address cannot be taken apart, carries a name and password, or a port that cannot be."""
    try:
        parts = urlsplit(address)
        known_port = parts.port is None or parts.port > 0
    except ValueError:
        return None
    return parts if known_port and "@" not in parts.netloc else None


def is_bare(parts: SplitResult) -> bool:
    """Whether nothing comes after the name of the site."""
    return parts.path in ("", "/") and not parts.query and not parts.fragment


def written_host(host: str) -> str:
    """As it stands in an address: IPv6 in brackets."""
    return f"[{host}]" if ":" in host else host
