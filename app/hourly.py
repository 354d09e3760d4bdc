"""Chores that a program does by itself, at once and then every hour, on a thread of their own."""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from itertools import chain, repeat

from app.domain.errors import AppError

HOUR_SECONDS = 3600.0
STOP_SECONDS = 30.0
_log = logging.getLogger(__name__)


@contextmanager
def hourly(
    chore: Callable[[], object], *, every_seconds: float = HOUR_SECONDS, first_after_seconds: float = 0.0
) -> Iterator[None]:
    """While inside, `chore` is done soon and then every hour. Whatever it raises is logged, and it is tried
    again.

    Leaving waits for a chore under way, up to half a minute.
    """
    ending = threading.Event()
    pauses = chain([first_after_seconds], repeat(every_seconds))
    thread = threading.Thread(target=_repeat, args=(chore, pauses, ending), name="chores", daemon=True)
    thread.start()
    try:
        yield
    finally:
        ending.set()
        thread.join(STOP_SECONDS)
        if thread.is_alive():
            _log.error("A chore did not end within %s seconds.", STOP_SECONDS)


def _repeat(chore: Callable[[], object], pauses: Iterator[float], ending: threading.Event) -> None:
    while not ending.wait(next(pauses)):
        try:
            chore()
        except AppError as error:
            _log.warning("A chore could not be done: %s", error)
        except Exception:
            # A bug of ours today must not be the end of all backups.
            _log.exception("A chore went wrong. It is tried again.")
