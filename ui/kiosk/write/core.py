"""What the pages of writing need of the kiosk's core, so that they can be tried without one."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Protocol
from uuid import UUID

from app.kiosk.link import LinkState
from app.kiosk.notes import Note
from app.kiosk.outbox import Draft, Pinned
from ui.kiosk.shop_side import KnowsShop

if TYPE_CHECKING:
    from app.kiosk.storms import ToldStorm


class Board(Protocol):
    def note(self, id: UUID) -> Note | None: ...
    def similar(self, text: str) -> list[Note]: ...


class WritingCore(KnowsShop, Protocol):
    @property
    def board(self) -> Board: ...
    @property
    def link(self) -> LinkState: ...
    def pin(self, draft: Draft) -> Pinned: ...
    def storms(self) -> Sequence[ToldStorm]: ...
    def gathers(self, code: str) -> bool: ...
