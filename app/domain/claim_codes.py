"""Claim codes: short, read aloud and typed by hand, so they forgive what eyes and ears mix up."""

from __future__ import annotations

import secrets

# Crockford's base 32: no I, L, O, U.
ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
_VALUES = {character: value for value, character in enumerate(ALPHABET)}
RANDOM_CHARACTERS = 8  # 40 bits
BITS_PER_CHARACTER = 5
_SHIFTS = tuple(range(0, RANDOM_CHARACTERS * BITS_PER_CHARACTER, BITS_PER_CHARACTER))
LENGTH = RANDOM_CHARACTERS + 1
FORGIVEN = str.maketrans({"O": "0", "I": "1", "L": "1", "-": None, " ": None, ".": None, "\u00a0": None})


def new_claim_code() -> str:
    """Nine characters: eight random ones and a check character."""
    # One call for all of them: each asks the system, while the writer waits.
    bits = secrets.randbits(RANDOM_CHARACTERS * BITS_PER_CHARACTER)
    body = "".join(ALPHABET[bits >> shift & 31] for shift in _SHIFTS)
    return body + check_character(body)


def parse_claim_code(text: str) -> str | None:
    """The code that `text` means, whatever its case, spaces and O for 0; None when it cannot be one."""
    code = text.strip().upper().translate(FORGIVEN)
    if len(code) != LENGTH or any(character not in ALPHABET for character in code):
        return None
    return code if code[-1] == check_character(code[:-1]) else None


def spaced(code: str) -> str:
    """The code as people read it: three groups of three."""
    return " ".join(code[start : start + 3] for start in range(0, len(code), 3))


def check_character(body: str) -> str:
    """Luhn mod N (ISO/IEC 7812 taken to 32 characters): finds each single wrong character."""
    total = 0
    for position, character in enumerate(reversed(body)):
        value = _VALUES[character] * (2 if position % 2 == 0 else 1)
        total += value // len(ALPHABET) + value % len(ALPHABET)
    return ALPHABET[-total % len(ALPHABET)]
