"""What the pages of writing need of the kiosk's core, so that they can be tried without one."""

from __future__ import annotations

from typing import Protocol
from uuid import UUID

from app.kiosk.link import LinkState
from app.kiosk.notes import Note
from app.kiosk.outbox import Draft, Pinned
from ui.kiosk.shop_side import KnowsShop


class Board(Protocol):
    def note(self, id: UUID) -> Note | None: ...
    def similar(self, text: str) -> list[Note]: ...


class WritingCore(KnowsShop, Protocol):
    @property
    def board(self) -> Board: ...
    @property
    def link(self) -> LinkState: ...
    def pin(self, draft: Draft) -> Pinned: ...
