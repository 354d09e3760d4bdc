"""The one door between the kiosk's pages and everything behind them: its file, its wall, its server."""

from __future__ import annotations

import logging
from collections.abc import Callable, Sequence
from pathlib import Path
from uuid import UUID

from app.domain.clock import Clock
from app.domain.errors import AppError, StorageProblem
from app.kiosk.ballots import Ballots
from app.kiosk.board import CachedBoard
from app.kiosk.facts import ShopFacts
from app.kiosk.file import KioskFile
from app.kiosk.guard import PinGuard
from app.kiosk.known_facts import KnownFacts
from app.kiosk.link import Changed, LinkState
from app.kiosk.mirror import Mirror
from app.kiosk.notes import Look
from app.kiosk.outbox import Draft, Outbox, Pinned
from app.kiosk.shop_clock import ShopClock
from app.kiosk.ticks import Ticks, system_ticks

_log = logging.getLogger(__name__)


class KioskCore:
    """Usable from any thread. Nothing here waits for the network but `pair`. Made by `KioskCore.open`.

    `clock` is the shop's time, also when this machine's clock is wrong and the server has been heard.
    """

    def __init__(self, file: KioskFile, *, clock: Clock, ticks: Ticks) -> None:
        self._file = file
        self.clock = ShopClock(clock, ticks)
        self.board = CachedBoard(file)
        self._mirror = Mirror(file)
        self._known = KnownFacts(file)
        self._outbox = Outbox(file, clock=self.clock, ticks=ticks)
        self._ballots = Ballots()
        self._on_change: Callable[[Changed], None] | None = None
        self.link = LinkState.UNPAIRED
        self.guard = PinGuard(file, ticks=ticks, pin=lambda: self._known.or_plain().pin)
        file.on_new_file = self._begin_anew

    @classmethod
    def open(
        cls, folder: Path, *, clock: Clock, ticks: Ticks | None = None, vfs: str | None = None
    ) -> KioskCore:
        """Open the kiosk's folder; a damaged file is kept aside and becomes a problem.

        Raises StorageProblem when the disk says no, NewerData when a newer Teacup wrote the file.
        """
        return cls(KioskFile.open(folder, clock=clock, vfs=vfs), clock=clock, ticks=ticks or system_ticks())

    @property
    def facts(self) -> ShopFacts | None:
        """None until a server has told them once."""
        return self._known.facts

    @property
    def waiting(self) -> int:
        """How many ideas and votes the server does not have yet."""
        return self._outbox.waiting()

    def problems(self) -> tuple[AppError, ...]:
        """What somebody has to look after, one sentence each; the desk is told of them too."""
        return tuple(self._file.kept_aside())

    def pin(self, draft: Draft) -> Pinned:
        """Accept an idea: when this returns, it is on the disk and will be delivered.

        Raises InvalidInput on `text` or `name`, StorageProblem when the disk says no.
        """
        id, code = self._outbox.accept(draft)
        self._tell(Changed(link=True))
        return Pinned(id=id, claim_code=code, due=self._known.or_plain().due(self.clock.now()))

    def vote(self, idea_id: UUID, visitor: str, given: bool) -> None:
        """Give or take back a vote; the note counts it at once. Raises StorageProblem."""
        if (idea_id in self._ballots.of(visitor)) == given:
            return
        self._outbox.vote(idea_id, visitor, given=given)
        self._ballots.set(visitor, idea_id, given=given)
        self.board.changed()
        self._tell(Changed(board=frozenset({idea_id}), link=True))

    def voted(self, visitor: str) -> frozenset[UUID]:
        """The ideas that this visitor said "me too" to."""
        return self._ballots.of(visitor)

    def looked(self, looks: Sequence[Look]) -> None:
        """Report what was really shown. Looks are worth no trouble: what the disk refuses is forgotten."""
        try:
            self._outbox.looked(looks)
        except StorageProblem as problem:
            _log.warning("Looks could not be kept: %s", problem)
        self.board.changed()

    def start(self, on_change: Callable[[Changed], None]) -> None:
        """From now on `on_change` is told, on any thread, what is no longer as it was."""
        self._on_change = on_change

    def stop(self) -> None:
        """The last call; nobody is told anything any more."""
        self._on_change = None
        self._file.close()

    def _begin_anew(self) -> None:
        """The file was damaged and is a new one: the server has to tell the board again."""
        self.board.changed()
        self._tell(Changed(board=None, link=True))

    def _tell(self, changed: Changed) -> None:
        if self._on_change is not None:
            self._on_change(changed)
