"""Our own bugs at the kiosk: logged without anybody's words, apologised for, and never shown as a trace."""

from __future__ import annotations

import logging
import time
from collections import deque
from collections.abc import Callable

from ui.shared.crash import report_of, report_what_escapes

MOST, WITHIN_SECONDS = 5, 60
log = logging.getLogger(__name__)


class Mishaps:
    """`apologise` sets the kiosk back to its beginning; `give_up` is called instead when bugs come in
    numbers: then only a fresh start helps."""

    def __init__(
        self,
        *,
        version: Callable[[], str],
        apologise: Callable[[], None],
        give_up: Callable[[], None],
        monotonic: Callable[[], float] = time.monotonic,
    ) -> None:
        self._version = version
        self._apologise = apologise
        self._give_up = give_up
        self._monotonic = monotonic
        self._times: deque[float] = deque(maxlen=MOST)
        self._is_apologising = False

    def install(self) -> None:
        report_what_escapes(self.report)

    def report(self, error: BaseException) -> None:
        log.error("A bug of ours: %s", report_of(error, self._version()))
        now = self._monotonic()
        self._times.append(now)
        is_many = len(self._times) == MOST and now - self._times[0] < WITHIN_SECONDS
        if is_many or self._is_apologising:
            self._give_up()
            return
        self._is_apologising = True
        try:
            self._apologise()
        finally:
            self._is_apologising = False
