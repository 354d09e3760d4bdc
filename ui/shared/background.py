"""One worker thread for everything that reads, writes or waits, so that the window never does.

Work is done in the order it was given. What the world refuses (AppError) is told to whoever asked; anything
else is a bug of ours and goes to the crash hook.
"""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable
from dataclasses import dataclass
from queue import SimpleQueue
from typing import Any, TypeVar

from PySide6.QtCore import QObject, Signal

from app.domain.errors import AppError

T = TypeVar("T")
STOP_SECONDS = 5.0
log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class _Job:
    work: Callable[[], Any]
    on_done: Callable[[Any], None] | None
    on_error: Callable[[AppError], None]
    on_bug: Callable[[], None] | None


class Background(QObject):
    """`tell_error` is who hears of an AppError when the asker has no place of its own for it."""

    _finished = Signal(object)

    def __init__(
        self, *, tell_error: Callable[[AppError], None], report_bug: Callable[[BaseException], None]
    ) -> None:
        super().__init__()
        self._tell_error = tell_error
        self._report_bug = report_bug
        self._is_stopped = False
        self._jobs: SimpleQueue[_Job | None] = SimpleQueue()
        self._finished.connect(self._call_back)
        self._thread = threading.Thread(target=self._run, name="desk-background", daemon=True)
        self._thread.start()

    def run(
        self,
        work: Callable[[], T],
        on_done: Callable[[T], None] | None = None,
        on_error: Callable[[AppError], None] | None = None,
        on_bug: Callable[[], None] | None = None,
    ) -> None:
        """Do `work` on the worker thread, then call one of the three on the GUI thread.

        A bug is reported whether or not the asker wants to know, by `on_bug`, that nothing will come.
        """
        self._jobs.put(_Job(work, on_done, on_error or self._tell_error, on_bug))

    def stop(self) -> None:
        """Finish what was given, then end; a thread that does not is logged and left behind."""
        self._is_stopped = True
        self._jobs.put(None)
        self._thread.join(STOP_SECONDS)
        if self._thread.is_alive():
            log.warning("The background thread did not end within %s seconds.", STOP_SECONDS)

    def _run(self) -> None:
        while job := self._jobs.get():
            self._finished.emit(_outcome_of(job))

    def _call_back(self, outcome: Callable[[Callable[[BaseException], None]], None]) -> None:
        # What was under way when we stopped has nobody left to hear of it.
        if not self._is_stopped:
            outcome(self._report_bug)


def _outcome_of(job: _Job) -> Callable[[Callable[[BaseException], None]], None]:
    """Do the work; what comes back is called on the GUI thread with the crash hook."""
    try:
        result = job.work()
    except AppError as error:
        refused = error
        return lambda _report: job.on_error(refused)
    except Exception as error:
        bug = error
        return lambda report: _tell_bug(bug, job, report)
    return lambda _report: job.on_done(result) if job.on_done else None


def _tell_bug(bug: BaseException, job: _Job, report: Callable[[BaseException], None]) -> None:
    """Let the asker go on first: what the report does is not in its hands."""
    if job.on_bug is not None:
        job.on_bug()
    report(bug)
