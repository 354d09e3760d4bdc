"""What the pages of writing need of the kiosk's core, so that they can be tried without one."""

from __future__ import annotations

from typing import Protocol
from uuid import UUID

from app.domain.shop import UNNAMED, Shop
from app.kiosk.facts import ShopFacts
from app.kiosk.link import LinkState
from app.kiosk.notes import Note
from app.kiosk.outbox import Draft, Pinned

# Until a server has told of one.
NO_SHOP = Shop(id=UUID(int=0), name=UNNAMED, owner="")


class Board(Protocol):
    def note(self, id: UUID) -> Note | None: ...
    def similar(self, text: str) -> list[Note]: ...


class WritingCore(Protocol):
    @property
    def board(self) -> Board: ...
    @property
    def facts(self) -> ShopFacts | None: ...
    @property
    def link(self) -> LinkState: ...
    def pin(self, draft: Draft) -> Pinned: ...
