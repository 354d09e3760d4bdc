"""How the kiosk stands with its server."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from uuid import UUID


class LinkState(StrEnum):
    UNPAIRED = "unpaired"
    CONNECTING = "connecting"
    ONLINE = "online"
    OFFLINE = "offline"
    REVOKED = "revoked"
    OTHER_VERSION = "other-version"


@dataclass(frozen=True, kw_only=True, slots=True)
class Changed:
    """What is no longer as it was. `board` names the notes, None means all of them; `link` also stands for
    how much waits to be delivered, and for the problems; `storms` for all but what hangs in them."""

    board: frozenset[UUID] | None = frozenset()
    facts: bool = False
    link: bool = False
    storms: bool = False
