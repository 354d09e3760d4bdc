"""When the first run is shown: at the first start, where it stopped, and when the owner asks for it."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from app.domain.errors import AppError
from app.domain.shop import Shop
from ui.desk.tools import Tools
from ui.desk.window import MainWindow

if TYPE_CHECKING:
    from app.first_run import FirstRun, FirstRunFile
    from ui.desk.start.pages import StartPages


class Beginning(QObject):
    """Makes the pages of the first run when they are wanted. `acted`: something was saved; `ended`: the desk
    is wanted now. `try_sample` raises AppError; none = there is no sample to try."""

    acted = Signal()
    ended = Signal()

    def __init__(
        self,
        *,
        tools: Tools,
        window: MainWindow,
        make: Callable[[Shop, bool], StartPages],
        file: FirstRunFile | None,
        try_sample: Callable[[], None] | None,
    ) -> None:
        super().__init__()
        self._tools = tools
        self._window = window
        self._make = make
        self._file = file
        self._try_sample = try_sample
        self.pages: StartPages | None = None
        window.page_shown.connect(self._pause)
        window.closing.connect(self._pause)

    def begin_if_needed(self, shop: Shop) -> bool:
        """Whether it covers the desk now: the shop is new, or the last run stopped in the middle."""
        if self._file is None and not shop.is_unnamed:
            return False
        from app.first_run import FirstRun

        run = self._file.load(shop) if self._file is not None else FirstRun()
        if run is not None:
            self._show(shop, run)
        return run is not None

    def begin_again(self, shop: Shop) -> None:
        """From its first step; nothing is proposed any more."""
        from app.first_run import FirstRun

        self._show(shop, FirstRun(is_first=shop.is_unnamed))

    def take_shop(self, shop: Shop) -> None:
        if self.pages is not None:
            self.pages.take_shop(shop)

    def phone_reached(self, token: str, address: str) -> None:
        if self.pages is not None:
            self.pages.phone_reached(token, address)

    def _show(self, shop: Shop, run: FirstRun) -> None:
        if self.pages is None:
            self.pages = self._make(shop, self._try_sample is not None)
            self.pages.acted.connect(self.acted)
            self.pages.ended.connect(self.ended)
            self.pages.kept.connect(self._keep)
            self.pages.sample_requested.connect(self._open_sample)
        self.pages.begin(run)
        self._window.cover(self.pages)

    def _pause(self) -> None:
        if self.pages is not None:
            self.pages.pause()

    def _keep(self, run: FirstRun | None) -> None:
        file = self._file
        if file is not None:
            self._tools.background.run(lambda: file.save(run))

    def _open_sample(self) -> None:
        """The sample opens beside; this desk goes and comes back with all that was said."""
        if self._try_sample is not None:
            self._tools.background.run(self._try_sample, lambda _done: self._leave(), self._refuse)

    def _leave(self) -> None:
        self._window.close()

    def _refuse(self, error: AppError) -> None:
        self._tools.messages.warn(self._tools.words.error(error))
