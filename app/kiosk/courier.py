"""Goes between the kiosk and its server: tells that the kiosk lives, brings what customers gave, and takes
home what has changed on the board. Runs in a thread of its own and never has anybody wait for it."""

from __future__ import annotations

import logging
import ssl
import traceback
from collections.abc import Callable
from random import Random
from typing import Protocol
from uuid import UUID

from app.domain.errors import AppError, StorageProblem
from app.domain.kiosks import PROTOCOL
from app.kiosk.back_off import BackOff
from app.kiosk.client import NotAdmitted, Rejected, ServerClient, Unreachable
from app.kiosk.json_parts import Garbled
from app.kiosk.link import Changed, LinkState
from app.kiosk.mirror import Overtaken, Progress, Told
from app.kiosk.outbox import BATCH_ITEMS, Item, Result, encoded_batch
from app.kiosk.pairings import Pairing
from app.kiosk.stock import Stock
from app.kiosk.ticks import Tick
from app.kiosk.wire import Beat, Changes, beat_of, changes_of, delivered_of, heartbeat, storms_of
from app.program import program_version

_log = logging.getLogger(__name__)

BEAT_SECONDS = 2.0
UNPAIRED_SECONDS = 3600.0
CALLS_A_ROUND = 20
"""So many batches, and so many pages, go between two heartbeats: the desk sees that the kiosk lives."""
PAGE = 100
LOOKS_MILLISECONDS = 30_000
TELLING_MILLISECONDS = 1_500
# What speaks of one thing in a batch, which then is looked for, not of the kiosk or the moment.
_BAD_BATCH = frozenset({400, 413, 415, 422})
_NO_SUCH_CALL = frozenset({404, 405, 409, 426})


class Telling(Protocol):
    """Whom the courier tells what it finds, and who says what the desk has to know. On its own thread."""

    def stand(self, state: LinkState) -> None:
        """How the kiosk stands with its server, again and again."""

    def tell(self, changed: Changed) -> None: ...

    def problems(self) -> tuple[AppError, ...]: ...


class Courier:
    def __init__(
        self,
        stock: Stock,
        telling: Telling,
        *,
        open_client: Callable[[Pairing], ServerClient] = ServerClient.of,
        chance: Random | None = None,
    ) -> None:
        self._stock = stock
        self._telling = telling
        self._open_client = open_client
        self._with: tuple[Pairing, ServerClient] | None = None
        self._back_off = BackOff(stock.ticks, chance or Random())
        self._is_failing = False
        # Also what a crash kept from being wiped.
        self._must_wipe = True
        self._looks_packed_at: Tick | None = None
        self._untold: frozenset[UUID] = frozenset()
        self._told_at: Tick | None = None

    async def round(self) -> float:
        """Say hello, bring, fetch. Seconds until the next round, unless somebody gives something before."""
        wait = await self._go_and_tell()
        self._wipe()
        return wait

    async def _go_and_tell(self) -> float:
        """The round itself; whatever happens on the way is a state of the link."""
        pairing = self._stock.pairings.current()
        if pairing is None:
            self._telling.stand(LinkState.UNPAIRED)
            return UNPAIRED_SECONDS
        if rest := self._rest_asked_by(pairing):
            return rest
        try:
            is_done = await self._talk(pairing)
        except NotAdmitted:
            return self._failed(LinkState.REVOKED, "the server does not know this kiosk any more")
        except Rejected as rejected:
            kind = LinkState.OTHER_VERSION if rejected.status in _NO_SUCH_CALL else LinkState.OFFLINE
            return self._failed(kind, f"the server refused with {rejected.status}")
        except Unreachable as unreachable:
            return self._failed(LinkState.OFFLINE, str(unreachable), unreachable)
        except Garbled:
            return self._failed(LinkState.OFFLINE, "the answer was not understood")
        except Overtaken:
            return 0.0
        except (StorageProblem, ssl.SSLError) as problem:
            return self._failed(LinkState.OFFLINE, type(problem).__name__)
        except Exception as bug:  # the thread goes on: what customers give still has to be delivered
            # Not its message, which may hold what somebody wrote.
            where = traceback.extract_tb(bug.__traceback__)[-1]
            _log.error("A bug of ours: %s in %s:%s.", type(bug).__name__, where.filename, where.lineno)
            return self._failed(LinkState.OFFLINE, "a bug of ours")
        self._is_failing = False
        self._back_off.forget()
        return BEAT_SECONDS if is_done else 0.0

    def check(self) -> None:
        """Look through the kiosk's file, when it was begun and there is time."""
        try:
            self._stock.file.check()
        except StorageProblem as problem:
            _log.warning("The kiosk's file could not be looked through: %s", problem)

    async def close(self) -> None:
        if self._with is not None:
            _, client = self._with
            self._with = None
            await client.close()

    async def _talk(self, pairing: Pairing) -> bool:
        """False when there is more to bring or to fetch than goes into one round."""
        client = await self._client_for(pairing)
        beat = await self._say_hello(client)
        self._telling.stand(LinkState.ONLINE)
        has_brought_all = await self._bring(client)
        teller = str(pairing.kiosk_id)
        has_fetched_all = await self._fetch(client, teller, beat.board_version)
        if has_fetched_all and beat.storms_etag:
            await self._fetch_storms(client, teller, beat.storms_etag)
        return has_brought_all and has_fetched_all

    async def _client_for(self, pairing: Pairing) -> ServerClient:
        if self._with is not None and self._with[0] == pairing:
            return self._with[1]
        await self.close()
        client = self._open_client(pairing)
        self._with = (pairing, client)
        return client

    async def _say_hello(self, client: ServerClient) -> Beat:
        known, outbox = self._stock.known, self._stock.outbox
        told = await client.post(
            "/kiosk",
            heartbeat(
                version=program_version(),
                outbox=outbox.waiting(),
                facts_etag=known.etag,
                refused=outbox.refused(),
                problems=[str(problem) for problem in self._telling.problems()],
            ),
        )
        if told.get("protocol") != PROTOCOL:
            raise Rejected(409, "")
        beat = beat_of(told)
        self._stock.clock.hear(beat.now)
        if beat.facts is not None:
            known.take(beat.facts, beat.facts_etag)
            self._telling.tell(Changed(facts=True))
        if beat.heard:
            outbox.forget_refused(beat.heard)
            self._must_wipe = True
        return beat

    async def _bring(self, client: ServerClient) -> bool:
        outbox = self._stock.outbox
        self._pack_looks()
        most = BATCH_ITEMS
        for _ in range(CALLS_A_ROUND):
            items = outbox.batch(most)
            if not items:
                return True
            try:
                results = await self._deliver(client, items)
            except Rejected as rejected:
                if rejected.status not in _BAD_BATCH:
                    raise
                if len(items) > 1:  # one of them is not to be sent, and holds up the others
                    most = len(items) // 2
                    continue
                results = (Result(items[0].id, rejected.status, rejected.sentence),)
            self._settle(items, results)
            most = BATCH_ITEMS
        return False

    async def _deliver(self, client: ServerClient, items: list[Item]) -> tuple[Result, ...]:
        delivered = delivered_of(await client.post("/deliveries", encoded_batch(items)))
        if delivered.views:
            self._stock.mirror.set_views(delivered.views)
        return delivered.results

    def _settle(self, items: list[Item], results: tuple[Result, ...]) -> None:
        """Raises Unreachable when the server did nothing with them: asked at once it would do so again."""
        sent = {item.id for item in items}
        final = [each for each in results if each.id in sent and (each.is_taken or each.is_refused)]
        if not final:
            raise Unreachable("nothing was taken", is_there=True)
        changed = self._stock.outbox.settle(final)
        self._must_wipe = True
        if changed:
            self._stock.board.changed()
        self._telling.tell(Changed(board=changed, link=True))

    async def _fetch(self, client: ServerClient, teller: str, version: int) -> bool:
        mirror = self._stock.mirror
        progress = mirror.progress().of(teller)
        if progress.since == version and progress.after is None and not mirror.has_votes_to_settle():
            return True
        for _ in range(CALLS_A_ROUND):
            asked = {"after": progress.after} if progress.after is not None else {}
            page = changes_of(await client.get("/changes", since=progress.since, limit=PAGE, **asked))
            before, (progress, is_last) = progress, _further(progress, page)
            ends_round = page.restart and is_last
            told = Told(notes=page.notes, gone=page.gone)
            changed = mirror.take(told, before, progress, everything_told=ends_round)
            self._must_wipe = self._must_wipe or bool(page.gone) or ends_round
            if is_last:
                changed |= mirror.settle_votes()
            self._tell_board(changed, at_once=is_last)
            if is_last:
                return True
        return False

    async def _fetch_storms(self, client: ServerClient, teller: str, etag: str) -> None:
        """Those that run or were concluded, with counts that nothing else tells once they may be told."""
        known, mirror = self._stock.storms, self._stock.mirror
        if known.is_known(teller, etag):
            return
        running, notes = storms_of(await client.get("/storms"))
        concluded, _ = storms_of(await client.get("/storms", over=1))
        progress = mirror.progress()
        changed = mirror.take(Told(notes=notes), progress, progress)
        known.take([*running, *concluded], teller, etag)
        self._must_wipe = True
        self._stock.board.changed()
        self._telling.tell(Changed(board=changed, storms=True))

    def _wipe(self) -> None:
        """Have what was deleted leave the disk; when somebody reads just now, after the next round."""
        if self._must_wipe:
            try:
                self._must_wipe = not self._stock.file.rest()
            except StorageProblem as problem:
                _log.warning("What was delivered is still in the kiosk's file: %s", problem)

    def _tell_board(self, changed: frozenset[UUID], *, at_once: bool) -> None:
        """Now and then while a whole board comes in page by page: each time the wall is ordered anew."""
        self._untold |= changed
        now = self._stock.ticks()
        waited = None if self._told_at is None else now.since(self._told_at)
        if self._untold and (at_once or waited is None or waited >= TELLING_MILLISECONDS):
            self._stock.board.changed()
            self._telling.tell(Changed(board=self._untold))
            self._untold, self._told_at = frozenset(), now

    def _pack_looks(self) -> None:
        now = self._stock.ticks()
        waited = None if self._looks_packed_at is None else now.since(self._looks_packed_at)
        if waited is None or waited >= LOOKS_MILLISECONDS:
            self._stock.outbox.pack_looks()
            self._looks_packed_at = now

    def _rest_asked_by(self, pairing: Pairing) -> float:
        """Seconds for which this server, unless it is another one than before, wants to be left alone."""
        if self._with is not None and self._with[0] != pairing:
            self._back_off.forget()
        return self._back_off.asked_rest()

    def _failed(self, state: LinkState, why: str, unreachable: Unreachable | None = None) -> float:
        """Seconds until the next try."""
        if not self._is_failing:
            _log.warning("The kiosk is %s: %s.", state, why)
        self._is_failing = True
        self._telling.stand(state)
        if unreachable is None:
            return self._back_off.not_well()
        if not unreachable.is_there:
            return self._back_off.nobody_there()
        return self._back_off.not_well(unreachable.retry_after)


def _further(progress: Progress, page: Changes) -> tuple[Progress, bool]:
    """Where the page leads, and whether nothing follows. Raises Garbled when it leads nowhere."""
    if page.restart:
        round = progress.round if progress.after is not None else progress.round + 1
        if page.next_after is None:
            return Progress(page.version, round, None, progress.teller), True
        if page.next_after == progress.after:
            raise Garbled
        return Progress(progress.since, round, page.next_after, progress.teller), False
    reached = page.version if page.next is None else page.next
    if page.next is not None and page.next <= progress.since:
        raise Garbled
    return Progress(reached, progress.round, None, progress.teller), page.next is None
