"""The one door between the kiosk's pages and everything behind them: its file, its wall, its server."""

from __future__ import annotations

import logging
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import UUID

from app.domain.clock import Clock
from app.domain.errors import AppError, StorageProblem
from app.kiosk import late
from app.kiosk.ballots import Ballots
from app.kiosk.facts import ShopFacts
from app.kiosk.file import KioskFile
from app.kiosk.guard import PinGuard
from app.kiosk.link import Changed, LinkState
from app.kiosk.notes import Look
from app.kiosk.outbox import Draft, Pinned
from app.kiosk.stock import Stock
from app.kiosk.ticks import Ticks, system_ticks
from app.kiosk.worker import Worker

if TYPE_CHECKING:
    from app.kiosk.ballot_call import BallotPaper
    from app.kiosk.storms import ToldStorm

_log = logging.getLogger(__name__)


class KioskCore:
    """Usable from any thread. Nothing here waits for the network but `pair` and what is done with ballots.
    Made by `KioskCore.open`.

    `clock` is the shop's time, also when this machine's clock is wrong and the server has been heard.
    """

    def __init__(self, file: KioskFile, *, clock: Clock, ticks: Ticks) -> None:
        self._stock = stock = Stock.of(file, clock=clock, ticks=ticks)
        self.clock: Clock = stock.clock
        self.board = stock.board
        self._ballots = Ballots()
        self.guard = PinGuard(file, ticks=ticks, pin=lambda: stock.known.or_plain().pin)
        self.link = LinkState.CONNECTING if stock.pairings.current() else LinkState.UNPAIRED
        self._disk_problem: StorageProblem | None = None
        self._on_change: Callable[[Changed], None] | None = None
        self._worker = Worker(lambda: late.courier_loop(stock, self))
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
        return self._stock.known.facts

    @property
    def waiting(self) -> int:
        """How many ideas and votes the server does not have yet."""
        return self._stock.outbox.waiting()

    def problems(self) -> tuple[AppError, ...]:
        """What somebody has to look after, one sentence each; the desk is told of them too."""
        disk = (self._disk_problem,) if self._disk_problem else ()
        return (*disk, *self._stock.file.kept_aside())

    def pin(self, draft: Draft) -> Pinned:
        """Accept an idea: when this returns, it is on the disk and will be delivered.

        Raises InvalidInput on `text` or `name`, StorageProblem when the disk says no.
        """
        try:
            id, code = self._stock.outbox.accept(draft)
        except StorageProblem as problem:
            self._disk_problem = problem
            raise
        self._disk_problem = None
        self._worker.wake()
        self.tell(Changed(link=True))
        return Pinned(
            id=id,
            claim_code=code,
            due=self._stock.known.or_plain().due(self.clock.now()),
            storm=draft.storm,
            is_late=self._is_late(draft.storm),
        )

    def storms(self) -> tuple[ToldStorm, ...]:
        """Those that run and what was concluded just now, as the server told them last. Raises StorageProblem
        when they were not read yet."""
        return late.shown_at(self._stock.storms.all(), self.clock.now())

    def gathers(self, code: str) -> bool:
        """Whether the storm of that code takes ideas now."""
        now = self.clock.now()
        return any(one.code == code and late.gathers(one, now) for one in self.storms())

    def _is_late(self, storm: str) -> bool:
        try:
            return bool(storm) and not self.gathers(storm)
        except StorageProblem:  # the idea is accepted, and the server knows anyway
            return False

    def ballot(self, code: str) -> BallotPaper:
        """The paper ballot of that code; waits for the server, so not on the GUI's thread.

        Raises InvalidInput on `code` (wrong, or given already), AppError when nobody answers.
        """
        return late.look_up_ballot(self._stock.pairings.current(), code)

    def give_ballot(self, code: str, idea_id: UUID) -> None:
        """Choose with it, once; waits for the server. Raises AppError."""
        late.give_ballot(self._stock.pairings.current(), code, idea_id)

    def vote(self, idea_id: UUID, visitor: str, given: bool) -> None:
        """Give or take back a vote; the note counts it at once. Raises StorageProblem."""
        if (idea_id in self._ballots.of(visitor)) == given:
            return
        self._stock.outbox.vote(idea_id, visitor, given=given)
        self._ballots.set(visitor, idea_id, given=given)
        self.board.changed()
        self._worker.wake()
        self.tell(Changed(board=frozenset({idea_id}), link=True))

    def voted(self, visitor: str) -> frozenset[UUID]:
        """The ideas that this visitor said "me too" to."""
        return self._ballots.of(visitor)

    def looked(self, looks: Sequence[Look]) -> None:
        """Report what was really shown. Looks are worth no trouble: what the disk refuses is forgotten."""
        try:
            self._stock.outbox.looked(looks)
        except StorageProblem as problem:
            _log.warning("Looks could not be kept: %s", problem)
        self.board.changed()

    def pair(self, address: str, code: str, name: str) -> None:
        """Get to know the shop's server; waits for it, up to half a minute, so not on the GUI's thread.

        What was given to the kiosk before is delivered to the new server. Raises InvalidInput on `address` or
        `code` (wrong, used, too old), AppError when nobody or another computer answers, or another version.
        """
        pairing = late.pair(address, code, name)
        self._stock.pairings.set(pairing)
        self.stand(LinkState.CONNECTING)
        self._worker.wake()

    def start(self, on_change: Callable[[Changed], None]) -> None:
        """Begin to talk with the server. `on_change` is told, on any thread, what is no longer as it was."""
        self._on_change = on_change
        self._worker.start()

    def stop(self) -> None:
        """The last call; ends within a second, and nobody is told anything any more."""
        self._on_change = None
        self._worker.stop()
        self._stock.file.close()

    def stand(self, state: LinkState) -> None:
        """The courier says how the kiosk stands with its server."""
        if state is not self.link:
            self.link = state
            _log.info("The kiosk's link is %s.", state)
            self.tell(Changed(link=True))

    def tell(self, changed: Changed) -> None:
        """Something is no longer as it was."""
        on_change = self._on_change
        if on_change is not None:
            on_change(changed)

    def _begin_anew(self) -> None:
        """The file was damaged and is a new one. What is known is kept in it, the server tells the rest."""
        try:
            for known in (self._stock.pairings, self._stock.known, self._stock.storms, self.guard):
                known.keep_again()
        except StorageProblem as problem:
            _log.error("What was known could not be kept in the new file: %s", problem)
        self.board.changed()
        self.tell(Changed(board=None, link=True))
