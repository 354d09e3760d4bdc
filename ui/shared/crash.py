"""Our own bugs: logged, and shown once with a report that the person can copy. The window stays open."""

from __future__ import annotations

import logging
import platform
import sys
import traceback
from collections.abc import Callable
from types import TracebackType

from PySide6.QtCore import qVersion

log = logging.getLogger(__name__)


class CrashHook:
    """`show(report)` puts the report before the person; a second bug while it is open is only logged."""

    def __init__(self, *, version: str, show: Callable[[str], None]) -> None:
        self._version = version
        self._show = show
        self._last = ""

    def install(self) -> None:
        report_what_escapes(self.report)

    def report(self, error: BaseException) -> None:
        text = report_of(error, self._version)
        log.error("A bug of ours: %s", text)
        if text != self._last:
            self._last = text
            self._show(text)


def report_what_escapes(report: Callable[[BaseException], None]) -> None:
    """From here on what nobody caught is reported, but for Ctrl+C, which ends the program as ever."""

    def hear(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, error, trace)
            return
        report(error)

    sys.excepthook = hear


def report_of(error: BaseException, version: str) -> str:
    """What we need to mend it: where it happened and on what. Never the message: it may quote a customer."""
    frames = traceback.format_list(traceback.extract_tb(error.__traceback__))
    about = f"Teacup {version}, Python {platform.python_version()}, Qt {qVersion()}, {platform.platform()}"
    return "\n".join((about, type(error).__name__, "".join(frames).rstrip()))
