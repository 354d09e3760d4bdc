"""The server's one writer: a thread that commits all waiting verbs together and answers each after it.

One sync for many ideas is what makes a slow disk hardly matter. The seam is the database's own.
"""

from __future__ import annotations

import asyncio
import logging
import queue
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, TypeVar

from app.domain.errors import StorageProblem
from app.domain.translation import mark
from app.storage.database import Database
from app.storage.problems import as_problem, telling
from app.storage.stores import Stores

T = TypeVar("T")

LARGEST_BATCH = 256
PAUSE_SECONDS = 0.001
"""Without it the lock is held nearly always and the desk waits for seconds."""
REST_AFTER_SECONDS = 5.0
STOP_SECONDS = 30.0

_STOPPED = mark("The server is stopping. Nothing was saved. Please try again in a moment.")
_log = logging.getLogger(__name__)


@dataclass(slots=True)
class _Job:
    verb: Callable[[Stores], Any]
    loop: asyncio.AbstractEventLoop
    answer: asyncio.Future[Any]
    result: Any = None
    error: BaseException | None = None


class Writer:
    """`write` is awaited on an event loop; the verbs run one after another on the writer's thread."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._jobs: queue.SimpleQueue[_Job | None] = queue.SimpleQueue()
        self._thread = threading.Thread(target=self._work, name="writer", daemon=True)
        self._door = threading.Lock()
        self._accepts = False

    def start(self) -> None:
        self._accepts = True
        self._thread.start()

    def stop(self) -> None:
        """Finish what was taken, refuse what comes, and wait up to 30 seconds for it."""
        with self._door:
            was_open, self._accepts = self._accepts, False
            if was_open:
                self._jobs.put(None)
        self._thread.join(STOP_SECONDS)
        if self._thread.is_alive():
            _log.error("The writer did not finish within %s seconds.", STOP_SECONDS)

    async def write(self, verb: Callable[[Stores], T]) -> T:
        """Do `verb`; when this returns, what it did survives a power cut.

        What `verb` raises reaches only its caller and takes back only what it did. Raises StorageProblem
        when the disk says no, and once the writer has stopped. A caller who is cancelled may still be saved.
        """
        loop = asyncio.get_running_loop()
        job = _Job(verb, loop, loop.create_future())
        with self._door:
            if not self._accepts:
                raise StorageProblem(_STOPPED)
            self._jobs.put(job)
        result: T = await job.answer
        return result

    def _work(self) -> None:
        rested = True
        while True:
            try:
                first = self._jobs.get(timeout=None if rested else REST_AFTER_SECONDS)
            except queue.Empty:
                rested = self._rest()
                continue
            batch, goes_on = self._gather(first)
            if batch:
                self._commit(batch)
                _answer(batch)
                rested = False
                time.sleep(PAUSE_SECONDS)
            if not goes_on:
                return

    def _gather(self, first: _Job | None) -> tuple[list[_Job], bool]:
        """What waits, and whether more may come."""
        batch: list[_Job] = []
        job = first
        while job is not None:
            batch.append(job)
            if len(batch) == LARGEST_BATCH:
                return batch, True
            try:
                job = self._jobs.get_nowait()
            except queue.Empty:
                return batch, True
        return batch, False

    def _commit(self, batch: list[_Job]) -> None:
        """Run and commit the whole batch; when that fails, each of it failed."""
        try:
            with telling(), self._database.transaction() as stores:
                for job in batch:
                    self._run(job, stores)
        except BaseException as error:
            _log.warning("A batch of %d verbs was not saved: %r", len(batch), error)
            for job in batch:
                job.error = error

    def _run(self, job: _Job, stores: Stores) -> None:
        try:
            with self._database.savepoint():
                job.result = job.verb(stores)
        except Exception as error:
            self._database.refuse_if_given_up()
            job.error = as_problem(error) or error

    def _rest(self) -> bool:
        """Give the WAL's room back while nothing waits; another program at work is no matter."""
        try:
            return self._database.rest()
        except StorageProblem as problem:
            _log.warning("The WAL could not be emptied: %r", problem)
            return True


def _answer(batch: list[_Job]) -> None:
    """Wake each loop once for all of its jobs; one that has closed meanwhile waits for nothing."""
    for loop in {job.loop for job in batch}:
        jobs = [job for job in batch if job.loop is loop]
        try:
            loop.call_soon_threadsafe(_settle, jobs)
        except RuntimeError:
            _log.info("Nobody waited any more for %d verbs.", len(jobs))


def _settle(jobs: list[_Job]) -> None:
    for job in jobs:
        if job.answer.done():
            continue
        if job.error is None:
            job.answer.set_result(job.result)
        else:
            job.answer.set_exception(job.error)
