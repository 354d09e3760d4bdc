"""Pairing codes: typed once at a new kiosk, they say which server to trust and prove the owner's consent.

Most of a code is the beginning of the server certificate's SHA-256, which the kiosk compares before it sends
anything; only the secret behind it ever crosses the network. A bare secret would go to whoever answers first.
"""

from __future__ import annotations

import secrets
from dataclasses import dataclass, field
from datetime import timedelta

from app.domain.claim_codes import ALPHABET, BITS_PER_CHARACTER, FORGIVEN, check_character

FINGERPRINT_CHARACTERS = 16  # 80 bits
SECRET_CHARACTERS = 8  # 40 bits
LENGTH = FINGERPRINT_CHARACTERS + SECRET_CHARACTERS + 1
CHARACTERS_IN_GROUP = 5
VALID_FOR = timedelta(minutes=30)


@dataclass(frozen=True, slots=True)
class PairingCode:
    """Both parts in Crockford's base 32. The secret stays out of logs and reports."""

    fingerprint_part: str
    secret: str = field(repr=False)

    @property
    def text(self) -> str:
        """All 25 characters, the last one a check."""
        body = self.fingerprint_part + self.secret
        return body + check_character(body)

    @property
    def spaced(self) -> str:
        """As people read it: five groups of five."""
        text = self.text
        starts = range(0, LENGTH, CHARACTERS_IN_GROUP)
        return " ".join(text[start : start + CHARACTERS_IN_GROUP] for start in starts)

    def is_of(self, fingerprint: bytes) -> bool:
        """Whether the server with that fingerprint is the one that gave this code out."""
        return secrets.compare_digest(self.fingerprint_part, _fingerprint_part(fingerprint))


def new_pairing_code(fingerprint: bytes) -> PairingCode:
    """A fresh code of the server whose certificate (DER) has this SHA-256. Raises ValueError for less than
    80 bits of it."""
    bits = secrets.randbits(SECRET_CHARACTERS * BITS_PER_CHARACTER)
    return PairingCode(_fingerprint_part(fingerprint), _base32(bits, SECRET_CHARACTERS))


def parse_pairing_code(text: str) -> PairingCode | None:
    """The code that `text` means, whatever its case, spaces and O for 0; None when it cannot be one."""
    code = "".join(text.split()).upper().translate(FORGIVEN)
    if len(code) != LENGTH or any(character not in ALPHABET for character in code):
        return None
    if code[-1] != check_character(code[:-1]):
        return None
    return PairingCode(code[:FINGERPRINT_CHARACTERS], code[FINGERPRINT_CHARACTERS:-1])


def _fingerprint_part(fingerprint: bytes) -> str:
    needed = FINGERPRINT_CHARACTERS * BITS_PER_CHARACTER // 8
    if len(fingerprint) < needed:
        raise ValueError("a fingerprint has at least 80 bits")
    return _base32(int.from_bytes(fingerprint[:needed]), FINGERPRINT_CHARACTERS)


def _base32(bits: int, characters: int) -> str:
    """The highest five bits first."""
    shifts = range((characters - 1) * BITS_PER_CHARACTER, -1, -BITS_PER_CHARACTER)
    return "".join(ALPHABET[bits >> shift & 31] for shift in shifts)
