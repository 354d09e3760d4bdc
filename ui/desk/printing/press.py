"""Prints one document after the other on a thread of its own, so that nobody waits for a printer."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from threading import Event

from PySide6.QtCore import QObject, Signal

from app.domain.errors import AppError
from ui.desk.files import saved_sentence
from ui.desk.printing.proposal import Chosen
from ui.desk.tools import Tools
from ui.paper.printing import print_pdf
from ui.shared.background import Background


@dataclass(frozen=True, kw_only=True, slots=True)
class Job:
    """`on_sent` comes when the printer took every page, else `on_given_up`: stopped, or refused and told."""

    title: str
    pdf: bytes
    chosen: Chosen
    on_sent: Callable[[], None]
    on_given_up: Callable[[], None]


class Press(QObject):
    """`begun` carries the title, `page_begun` the title, the page and of how many; `rests` says that nothing
    prints any more."""

    begun = Signal(str)
    page_begun = Signal(str, int, int)
    rests = Signal()

    def __init__(self, tools: Tools, make_thread: Callable[[], Background]) -> None:
        super().__init__()
        self._tools = tools
        self._make_thread = make_thread
        self._thread: Background | None = None
        self._jobs: deque[Job] = deque()
        self._stops = Event()

    @property
    def is_busy(self) -> bool:
        return bool(self._jobs)

    def print(self, job: Job) -> None:
        self._jobs.append(job)
        if len(self._jobs) == 1:
            self._begin()

    def stop(self) -> None:
        """After the page that is on its way; what waits behind it does not begin."""
        self._stops.set()

    def close(self) -> None:
        """Wait for the page that is on its way."""
        self.stop()
        if self._thread is not None:
            self._thread.stop()

    def _begin(self) -> None:
        job = self._jobs[0]
        if self._thread is None:
            self._thread = self._make_thread()
        self.begun.emit(job.title)
        chosen = job.chosen

        def tell_page(page: int, pages: int) -> bool:
            """On the press's thread."""
            self.page_begun.emit(job.title, page, pages)
            return not self._stops.is_set()

        self._thread.run(
            lambda: print_pdf(job.pdf, chosen.printer, tell_page, keeps_paper=chosen.keeps_paper),
            lambda finished: self._end(job, finished),
            lambda error: self._refuse(job, error),
            lambda: self._go_on(job.on_given_up),
        )

    def _end(self, job: Job, finished: bool) -> None:
        words, file = self._tools.words, job.chosen.printer.outputFileName()
        if not finished:
            self._tools.messages.say(words.tr("Stopped. Pages that the printer has already may still come."))
        elif file:
            self._tools.messages.say(saved_sentence(Path(file), words))
        else:
            self._tools.messages.say(words.tr("Sent to the printer."))
        self._go_on(job.on_sent if finished else job.on_given_up)

    def _refuse(self, job: Job, error: AppError) -> None:
        self._tools.messages.warn(self._tools.words.error(error))
        self._go_on(job.on_given_up)

    def _go_on(self, tell: Callable[[], None]) -> None:
        self._jobs.popleft()
        tell()
        while self._stops.is_set() and self._jobs:
            self._jobs.popleft().on_given_up()
        self._stops.clear()
        if self._jobs:
            self._begin()
        else:
            self.rests.emit()
