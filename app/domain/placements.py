"""Placements: the places where a QR code hangs, each with a token of its own in the address."""

from __future__ import annotations

import secrets
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from app.domain.claim_codes import ALPHABET

TOKEN_CHARACTERS = 6


@dataclass(frozen=True, kw_only=True, slots=True)
class Placement:
    """`scans` counts opened forms, `ideas` what came of them; `address` is what the last sheet carried."""

    id: UUID
    token: str
    label: str
    address: str = ""
    scans: int = 0
    ideas: int = 0
    created_at: datetime
    retired_at: datetime | None = None


def placement_link(base: str, placement: Placement) -> str:
    """What the code of `placement` opens; `base` has no slash at its end."""
    return f"{base}/p/{placement.token}"


def carries_another(placement: Placement, base: str) -> bool:
    """Whether its last sheet carries an address that is not today's: it may still lead here, or not."""
    return bool(placement.address) and placement.address != placement_link(base, placement)


def new_placement_token() -> str:
    """Six letters and digits for `/p/TOKEN`. Printed in public, so it is a name, not a secret."""
    return "".join(secrets.choice(ALPHABET) for _ in range(TOKEN_CHARACTERS))
