"""API keys: shown once when made, known afterwards by their hash alone."""

from __future__ import annotations

import hashlib
import secrets

PREFIX = "tc_"
RANDOM_BYTES = 24


def new_key() -> str:
    """192 random bits in letters, digits, `-` and `_`, behind a prefix that scanners of secrets can know."""
    return PREFIX + secrets.token_urlsafe(RANDOM_BYTES)


def hash_key(key: str) -> str:
    """SHA-256 in hex: enough for a secret that nobody chose."""
    return hashlib.sha256(key.encode("utf-8", "replace")).hexdigest()
