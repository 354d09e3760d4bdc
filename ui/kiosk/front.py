"""The kiosk's front: its window, its pages, who stands before it, and what follows from what.

Knows nothing of how pages are made inside; the builder gives them.
"""

from __future__ import annotations

import logging
import time
from collections.abc import Callable, Mapping
from typing import Protocol

from PySide6.QtCore import QObject, QSizeF, QTimer, Signal, Slot
from PySide6.QtGui import QClipboard, QGuiApplication, QScreen
from PySide6.QtQml import QQmlEngine
from PySide6.QtQuick import QQuickItem
from shiboken6 import delete

from app.kiosk.facts import ShopFacts
from app.kiosk.link import Changed, LinkState
from ui.kiosk.idle import IdleWatch
from ui.kiosk.kiosk import CLEARS_ITSELF, WITHOUT_VISIT, Kiosk, Page
from ui.kiosk.leaving import Guard, Leaving
from ui.kiosk.loading import load, unload
from ui.kiosk.look import Look
from ui.kiosk.shelf import MadePage, Shelf
from ui.kiosk.visit import Visit
from ui.kiosk.window import KioskWindow, choose_screen
from ui.shared.background import Background

# Between two pages that are made in advance, so that a touch need not wait.
WARM_UP_MS = 120
log = logging.getLogger(__name__)


class FrontCore(Protocol):
    """What the front asks of the kiosk's core."""

    @property
    def facts(self) -> ShopFacts | None: ...
    @property
    def link(self) -> LinkState: ...
    @property
    def guard(self) -> Guard: ...


class Front(QObject):
    """`made` comes when the first page is there and not yet seen, `began` with its painted frame, `warm` when
    all pages are there, `left` when the owner or the system ends the kiosk."""

    made = Signal()
    began = Signal()
    warm = Signal()
    left = Signal()
    followed = Signal(object)

    def __init__(
        self,
        *,
        core: FrontCore,
        visit: Visit,
        look: Look,
        engine: QQmlEngine,
        background: Background,
        is_windowed: bool,
        screen: int | None = None,
        monotonic: Callable[[], float] = time.monotonic,
    ) -> None:
        super().__init__()
        self._core = core
        self._visit = visit
        self._look = look
        self._screen = screen
        self._covered: QScreen | None = None
        # From the start on its page: pages that follow one another fade.
        self.kiosk = Kiosk(visit, self.start_page())
        self.idle = IdleWatch(visit, monotonic=monotonic)
        self.leaving = Leaving(visit=visit, background=background, guard=core.guard, monotonic=monotonic)
        self.window = KioskWindow(
            is_windowed=is_windowed, unit=lambda: look.unit, is_asking=lambda: self.idle.isAsking
        )
        self.main = self._make_main(engine)
        self.shelf = Shelf(engine, self.main)
        self._warming = QTimer(self)
        self._warming.setInterval(WARM_UP_MS)
        self._warming.timeout.connect(self._warm_up)
        self._connect()
        self._follow_facts()

    def _make_main(self, engine: QQmlEngine) -> QQuickItem:
        given: Mapping[str, object] = {
            "kiosk": self.kiosk,
            "look": self._look,
            "idle": self.idle,
            "leaving": self.leaving,
        }
        main = load(engine, "Main.qml", given)
        assert isinstance(main, QQuickItem)
        main.setParentItem(self.window.contentItem())
        return main

    def _connect(self) -> None:
        window, leaving = self.window, self.leaving
        window.widthChanged.connect(self._follow_size)
        window.heightChanged.connect(self._follow_size)
        window.lived.connect(self._note_life)
        window.corner_held.connect(leaving.hold)
        window.corner_let_go.connect(leaving.let_go)
        window.close_wished.connect(self.left)
        self.kiosk.opening.connect(self._bring)
        self.kiosk.shown.connect(self._follow_page)
        self.idle.ran_out.connect(self.end_visit)
        leaving.opened.connect(self._show_leaving)
        leaving.closed.connect(self._come_back)
        leaving.close_requested.connect(self.leave)
        leaving.pairing_requested.connect(self._show_pairing)
        self._visit.ended.connect(lambda: clear_clipboard(QGuiApplication.clipboard()))

    # Beginning and end.

    def add_page(self, page: Page, make: Callable[[], MadePage]) -> None:
        self.shelf.add(page, make)

    def show(self) -> None:
        """Open on the first page; the others are made one after the other once it is painted."""
        # In its own size from the start: a page that is measured twice is drawn twice.
        self.window.fit(choose_screen(self._screen))
        self._follow_size()
        self.kiosk.show(self.start_page())
        self.made.emit()
        self._cover()
        application = _application()
        application.screenAdded.connect(self._cover)
        application.screenRemoved.connect(self._cover)
        application.commitDataRequest.connect(self.end_session)
        self.window.frameSwapped.connect(self._begin)
        self.idle.begin()

    @Slot()
    def _begin(self) -> None:
        self.window.frameSwapped.disconnect(self._begin)
        self._warming.start()
        self.began.emit()

    def leave(self) -> None:
        """The owner closes the kiosk, or its program is told to end."""
        self.window.allow_closing()
        self.left.emit()

    def end_session(self, _manager: object = None) -> None:
        """The system ends the session: closing is not refused any more."""
        self.window.allow_closing()

    def close(self) -> None:
        """Views go before their view-models."""
        self._forget_screens()
        self._warming.stop()
        self.idle.rest()
        self.window.let_go()
        self.window.allow_closing()
        self.window.close()
        self.shelf.close()
        unload(self.main)
        delete(self.window)

    # Who is there.

    def start_page(self) -> Page:
        """Where somebody new begins."""
        if self._core.link is LinkState.REVOKED:
            return Page.DISCONNECTED
        is_new = self._core.link is LinkState.UNPAIRED and self._core.facts is None
        return Page.PAIRING if is_new else Page.WALL

    def end_visit(self) -> None:
        """The person went away: nothing of theirs stays, and the wall rests."""
        self._visit.end()
        page = self.start_page()
        self.kiosk.show(Page.ATTRACT if page is Page.WALL else page)
        self.idle.rest()

    def begin_anew(self) -> None:
        """After a mishap, or after pairing: as for somebody new."""
        self._visit.end()
        self.kiosk.show(self.start_page())

    def apologise(self) -> None:
        self.kiosk.apologise()
        self.begin_anew()

    def move_on(self) -> None:
        """From a page that clears itself: to the wall, unless nobody has been here for long enough."""
        if self.idle.is_quiet:
            self.end_visit()
        else:
            self.kiosk.show(Page.WALL)

    def welcome(self) -> None:
        """Somebody touched the resting kiosk."""
        self.kiosk.show(self.start_page())

    def _follow_page(self, page: str) -> None:
        self.idle.wait(Page(page) in CLEARS_ITSELF)

    def _note_life(self) -> None:
        if self.kiosk.now not in WITHOUT_VISIT:
            self._visit.touch()

    def _show_leaving(self) -> None:
        self.kiosk.show(Page.LEAVING)
        # A pad that was left open goes away like everything else.
        self._visit.touch()

    def _come_back(self) -> None:
        self.kiosk.come_back()
        self._rest_where_nobody_is()

    def _rest_where_nobody_is(self) -> None:
        if self.kiosk.now in WITHOUT_VISIT:
            self.idle.rest()

    def _show_pairing(self) -> None:
        self.kiosk.show(Page.PAIRING if self.shelf.has(Page.PAIRING) else self.start_page())

    # What the core says.

    def follow(self, changed: Changed) -> None:
        """The board, the shop or the link changed; called on the GUI thread."""
        if changed.facts:
            self._follow_facts()
        if changed.link:
            self._follow_link()
        self.followed.emit(changed)

    def _follow_facts(self) -> None:
        facts = self._core.facts
        if facts is not None:
            self._visit.follow_shop(language=facts.shop.language, has_motion=facts.has_motion)
            self._look.set_shop_colour(facts.shop.colour)
            self.idle.set_seconds(facts.idle_seconds)
            if not self.idle.is_used and self._visit.language != facts.shop.language:
                # Nobody has begun to read: the shop's language can show at once.
                self._visit.end()
                self._rest_where_nobody_is()

    def _follow_link(self) -> None:
        now, is_revoked = self.kiosk.now, self._core.link is LinkState.REVOKED
        if is_revoked != (now is Page.DISCONNECTED) and now not in (Page.PAIRING, Page.LEAVING):
            self.begin_anew()

    # Window and pages.

    def _bring(self, page: str) -> None:
        self.shelf.bring(Page(page))

    def _warm_up(self) -> None:
        missing = self.shelf.missing()
        if not missing:
            self._warming.stop()
            self.warm.emit()
            return
        self.shelf.bring(missing[0])

    def _cover(self, _change: object = None) -> None:
        screen = choose_screen(self._screen)
        if screen is not self._covered:
            # Not every system makes a full screen window follow when its screen is turned.
            screen.geometryChanged.connect(self._cover)
            self._covered = screen
        self.window.cover(screen)
        self._follow_size()

    def _forget_screens(self) -> None:
        if self._covered is not None:
            application = _application()
            application.screenAdded.disconnect(self._cover)
            application.screenRemoved.disconnect(self._cover)
            application.commitDataRequest.disconnect(self.end_session)
            self._covered.geometryChanged.disconnect(self._cover)
            self._covered = None

    def _follow_size(self, _length: int = 0) -> None:
        width, height = self.window.width(), self.window.height()
        self._look.set_size(width, height)
        self.main.setSize(QSizeF(width, height))


def _application() -> QGuiApplication:
    application = QGuiApplication.instance()
    assert isinstance(application, QGuiApplication)
    return application


class Clipboard(Protocol):
    def ownsClipboard(self) -> bool: ...
    def ownsSelection(self) -> bool: ...
    def ownsFindBuffer(self) -> bool: ...
    def clear(self, mode: QClipboard.Mode) -> None: ...


def clear_clipboard(clipboard: Clipboard) -> None:
    """What this program put there. On the owner's own computer the rest is hers."""
    owned = {
        QClipboard.Mode.Clipboard: clipboard.ownsClipboard(),
        QClipboard.Mode.Selection: clipboard.ownsSelection(),
        QClipboard.Mode.FindBuffer: clipboard.ownsFindBuffer(),
    }
    for mode, is_ours in owned.items():
        if is_ours:
            clipboard.clear(mode)
