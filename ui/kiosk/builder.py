"""Composes the kiosk: makes its parts, connects them, starts and stops them. Decides nothing else.

What the first frame does not show is imported and made after it.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import QObject, Signal
from PySide6.QtQml import QQmlEngine
from shiboken6 import delete

from app.domain.clock import Clock
from app.domain.errors import AppError
from app.domain.ideas import Link
from app.kiosk.facts import ShopFacts
from app.kiosk.link import Changed, LinkState
from app.paths import resource
from app.words import Words
from ui.kiosk.front import Front
from ui.kiosk.kiosk import Page
from ui.kiosk.loading import make_engine
from ui.kiosk.look import Look
from ui.kiosk.me_too import MeToo
from ui.kiosk.message import CANNOT_OPEN_TITLE, DISCONNECTED, DISCONNECTED_TITLE, MessagePage
from ui.kiosk.mishaps import Mishaps
from ui.kiosk.shelf import MadePage
from ui.kiosk.visit import Visit
from ui.kiosk.wall.page import WallPage
from ui.shared.background import Background

if TYPE_CHECKING:
    from app.kiosk.core import KioskCore
    from app.kiosk.outbox import Pinned
    from ui.kiosk.attract import AttractPage
    from ui.kiosk.keyboard.model import KeyboardModel
    from ui.kiosk.note.page import NotePage
    from ui.kiosk.pairing import PairingPage
    from ui.kiosk.storm.ballot import BallotPage
    from ui.kiosk.storm.room import StormRoom
    from ui.kiosk.write.page import WritePage
    from ui.kiosk.write.thanks import ThanksPage


@dataclass(frozen=True, kw_only=True, slots=True)
class Surroundings:
    """What lies outside the kiosk: words by language, the language before a shop is known, the time of day
    and the time that passes (in seconds), version, and `again`, which ends the program so that its watchdog
    starts it afresh."""

    load_words: Callable[[str], Words]
    language: str
    clock: Clock
    version: Callable[[], str]
    again: Callable[[], None]
    is_windowed: bool = False
    screen: int | None = None
    name: str = "Kiosk"
    monotonic: Callable[[], float] = time.monotonic


class _Heard(QObject):
    """Brings what the core says on its thread to ours."""

    changed = Signal(object)


class OpenKiosk:
    """A kiosk with a core behind it. Call `show`, later `close`; `front.left` says when somebody leaves."""

    def __init__(self, core: KioskCore, around: Surroundings) -> None:
        self._core = core
        self._around = around
        self._visit = _make_visit(around, core.facts)
        self._look = Look(self._visit)
        self._mishaps = Mishaps(version=around.version, apologise=self._apologise, give_up=around.again)
        self._background = Background(tell_error=self._tell_error, report_bug=self._mishaps.report)
        self._engine = make_engine(self._visit.language)
        self.front = Front(
            core=core,
            visit=self._visit,
            look=self._look,
            engine=self._engine,
            background=self._background,
            is_windowed=around.is_windowed,
            screen=around.screen,
            monotonic=around.monotonic,
        )
        self._keyboard: KeyboardModel | None = None
        self._latin: KeyboardModel | None = None
        self._me_too = MeToo(core=core, visit=self._visit, background=self._background)
        self._wall = self._make_wall()
        self._note: NotePage | None = None
        self._write: WritePage | None = None
        self._thanks: ThanksPage | None = None
        self._pairing: PairingPage | None = None
        self._attract: AttractPage | None = None
        self._storms: StormRoom | None = None
        self._ballot: BallotPage | None = None
        self._line: Background | None = None
        self._heard = _Heard()
        self._add_pages()
        self._heard.changed.connect(self.front.follow)
        self.front.followed.connect(self._follow)
        self.front.made.connect(self._wall.fill_view)
        self.front.began.connect(self._wall.begin)
        self.front.began.connect(self._begin_storms)
        self.front.window.frameSwapped.connect(self._wall.draw_on)
        self.front.began.connect(lambda: core.start(self._heard.changed.emit))
        self.front.warm.connect(self._wall.search.warm_up)

    def install_crash_hook(self) -> None:
        self._mishaps.install()

    def show(self) -> None:
        self.front.show()

    def pair(self, address: str, code: str) -> None:
        """As the command line asked."""
        self.front.kiosk.show(Page.PAIRING)
        assert self._pairing is not None
        self._pairing.begin(address, code)

    def close(self) -> None:
        # What the core said last may still be on its way, and is about a file that is closed now.
        self.front.followed.disconnect(self._follow)
        if self._storms is not None:
            self._storms.rest()
        if self._thanks is not None:
            self._thanks.rest()
        self._core.stop()
        self._background.stop()
        if self._line is not None:
            self._line.stop()
        self.front.close()
        delete(self._engine)

    def _apologise(self) -> None:
        self.front.apologise()

    def _tell_error(self, error: AppError) -> None:
        """What no page takes as its own: the sentence, for a moment."""
        self.front.kiosk.tell(self._visit.words.error(error))

    def _follow(self, changed: Changed) -> None:
        self._wall.follow(changed)
        if self._note is not None:
            self._note.follow(changed)
        if self._attract is not None:
            self._attract.refresh()
        if self._storms is not None:
            self._storms.follow(changed)

    def _begin_storms(self) -> None:
        """The first picture is seen."""
        from ui.kiosk.storm.room import StormRoom

        self._storms = room = StormRoom(
            core=self._core,
            visit=self._visit,
            look=self._look,
            me_too=self._me_too,
            background=self._background,
            clock=self._core.clock,
        )
        room.running.changed.connect(self._follow_storms)
        room.page.note_requested.connect(self._open_note)
        room.page.ballot_requested.connect(self._open_ballot)
        room.page.build_requested.connect(lambda idea_id: self._open_writing(idea_id, Link.AND))
        self._wall.take_storms(room)
        room.begin()

    def _follow_storms(self) -> None:
        if self._write is not None:
            self._write.follow_storms()
        if self._note is not None:
            self._note.changed.emit()
        if self._attract is not None:
            self._attract.refresh()

    # Pages.

    def _add_pages(self) -> None:
        add = self.front.add_page
        add(Page.WALL, self._wall_page)
        add(Page.NOTE, self._note_page)
        add(Page.WRITE, self._write_page)
        add(Page.ATTRACT, self._attract_page)
        add(Page.THANKS, self._thanks_page)
        add(Page.BALLOT, self._ballot_page)
        add(Page.LEAVING, self._leaving_page)
        add(Page.PAIRING, self._pairing_page)
        add(Page.DISCONNECTED, self._disconnected_page)

    def _keyboard_in_hand(self) -> KeyboardModel:
        """One for all pages of a visit: what was chosen on it is found again."""
        self._keyboard = self._keyboard or self._make_keyboard()
        return self._keyboard

    def _latin_in_hand(self) -> KeyboardModel:
        """For addresses and codes, which are Latin whatever the visit speaks."""
        self._latin = self._latin or self._make_keyboard("en")
        return self._latin

    def _make_keyboard(self, language: str = "") -> KeyboardModel:
        from ui.kiosk.keyboard.layouts import load_keyboards
        from ui.kiosk.keyboard.model import KeyboardModel

        keyboards = load_keyboards(resource("keyboards"))
        return KeyboardModel(visit=self._visit, keyboards=keyboards, language=language)

    def _make_wall(self) -> WallPage:
        wall = WallPage(
            core=self._core,
            visit=self._visit,
            look=self._look,
            me_too=self._me_too,
            background=self._background,
            clock=self._around.clock,
            make_keyboard=self._keyboard_in_hand,
            is_first=True,
        )
        wall.note_requested.connect(self._open_note)
        wall.write_requested.connect(self._open_writing_here)
        return wall

    def _wall_page(self) -> MadePage:
        return MadePage("Wall.qml", {"wall": self._wall, "look": self._look})

    def _note_page(self) -> MadePage:
        from ui.kiosk.note.page import NotePage

        self._note = note = NotePage(
            core=self._core,
            visit=self._visit,
            look=self._look,
            me_too=self._me_too,
            background=self._background,
            clock=self._around.clock,
            hanging_now=self._wall.hanging_now,
        )
        note.closed.connect(self._show_wall)
        note.returned.connect(self._show_writing)
        note.build_requested.connect(self._open_writing)
        return MadePage("Note.qml", {"note": note, "look": self._look})

    def _write_page(self) -> MadePage:
        from ui.kiosk.write.page import WritePage

        self._write = write = WritePage(
            core=self._core,
            visit=self._visit,
            background=self._background,
            clock=self._around.clock,
            keyboard=self._keyboard_in_hand(),
        )
        write.left.connect(self._show_wall)
        write.pinned.connect(self._open_thanks)
        write.note_requested.connect(self._look_up_note)
        return MadePage("Write.qml", {"write": write, "look": self._look})

    def _thanks_page(self) -> MadePage:
        from ui.kiosk.write.thanks import ThanksPage

        self._thanks = thanks = ThanksPage(core=self._core, visit=self._visit)
        thanks.done.connect(self.front.move_on)
        return MadePage("Thanks.qml", {"thanks": thanks, "look": self._look})

    def _ballot_page(self) -> MadePage:
        from ui.kiosk.storm.ballot import BallotPage

        self._ballot = ballot = BallotPage(
            core=self._core,
            visit=self._visit,
            look=self._look,
            clock=self._core.clock,
            line=self._line_in_hand,
        )
        ballot.left.connect(self._show_wall)
        return MadePage(
            "Ballot.qml", {"ballot": ballot, "keyboard": self._latin_in_hand(), "look": self._look}
        )

    def _line_in_hand(self) -> Background:
        """For what waits for the server: nobody else waits with it."""
        if self._line is None:
            self._line = Background(tell_error=self._tell_error, report_bug=self._mishaps.report)
        return self._line

    def _attract_page(self) -> MadePage:
        from ui.kiosk.attract import AttractPage

        self._attract = attract = AttractPage(
            visit=self._visit,
            clock=self._around.clock,
            facts=lambda: self._core.facts,
            did=self._core.board.did,
            storms=lambda: self._storms.running.all if self._storms else (),
        )
        attract.touched.connect(self._welcome)
        self.front.kiosk.shown.connect(self._follow_page)
        return MadePage("Attract.qml", {"attract": attract, "look": self._look})

    def _leaving_page(self) -> MadePage:
        return MadePage("Leaving.qml", {"leaving": self.front.leaving, "look": self._look})

    def _pairing_page(self) -> MadePage:
        from ui.kiosk.pairing import PairingPage

        self._pairing = pairing = PairingPage(
            visit=self._visit,
            background=self._background,
            pair=self._core.pair,
            can_leave=lambda: self._core.link is not LinkState.UNPAIRED,
            name=self._around.name,
        )
        pairing.paired.connect(self.front.begin_anew)
        pairing.left.connect(self.front.begin_anew)
        return MadePage(
            "Pairing.qml", {"pairing": pairing, "keyboard": self._latin_in_hand(), "look": self._look}
        )

    def _disconnected_page(self) -> MadePage:
        message = MessagePage(self._visit, title=DISCONNECTED_TITLE, sentence=DISCONNECTED)
        return MadePage("Message.qml", {"message": message, "look": self._look})

    # From page to page.

    def _welcome(self) -> None:
        """Somebody touched the resting kiosk; whoever was asked a question finds it again."""
        assert self._attract is not None
        code = self._attract.storm_code
        self.front.welcome()
        if code and self._storms is not None:
            self._wall.show_storm(code)

    def _follow_page(self, page: str) -> None:
        assert self._attract is not None
        if page == Page.ATTRACT:
            self._attract.begin()
        else:
            self._attract.rest()

    def _show_wall(self) -> None:
        self.front.kiosk.show(Page.WALL)

    def _show_writing(self) -> None:
        self.front.kiosk.show(Page.WRITE)

    def _open_note(self, idea_id: UUID) -> None:
        self._note_in_hand().open(idea_id)
        self.front.kiosk.show(Page.NOTE)

    def _look_up_note(self, idea_id: UUID) -> None:
        self._note_in_hand().look_up(idea_id)
        self.front.kiosk.show(Page.NOTE)

    def _note_in_hand(self) -> NotePage:
        self.front.shelf.bring(Page.NOTE)
        assert self._note is not None
        return self._note

    def _open_writing_here(self) -> None:
        """For the storm that is shown, else for the wall."""
        self._open_writing(None, Link.AND, self._storms.code if self._storms else "")

    def _open_writing(self, builds_on: UUID | None, link: Link, storm: str = "") -> None:
        self.front.shelf.bring(Page.WRITE)
        assert self._write is not None
        self._write.open(builds_on, link, storm)
        self.front.kiosk.show(Page.WRITE)

    def _open_ballot(self) -> None:
        self.front.shelf.bring(Page.BALLOT)
        assert self._ballot is not None
        self._ballot.open()
        self.front.kiosk.show(Page.BALLOT)

    def _open_thanks(self, pinned: Pinned, text: str) -> None:
        self.front.shelf.bring(Page.THANKS)
        assert self._thanks is not None
        self._thanks.open(pinned, text)
        self.front.kiosk.show(Page.THANKS)


class RestingKiosk:
    """A kiosk whose file cannot be opened: it says why, and lets whoever holds the corner close it."""

    def __init__(self, problem: AppError, around: Surroundings) -> None:
        self._visit = _make_visit(around, None)
        self._look = Look(self._visit)
        self._background = Background(
            tell_error=lambda _error: around.again(), report_bug=lambda _bug: around.again()
        )
        self._engine: QQmlEngine = make_engine(self._visit.language)
        self.front = Front(
            core=_NoCore(),
            visit=self._visit,
            look=self._look,
            engine=self._engine,
            background=self._background,
            is_windowed=around.is_windowed,
            screen=around.screen,
        )
        message = MessagePage(self._visit, title=CANNOT_OPEN_TITLE, sentence=problem)
        self.front.add_page(
            Page.DISCONNECTED, lambda: MadePage("Message.qml", {"message": message, "look": self._look})
        )
        self.front.add_page(
            Page.LEAVING,
            lambda: MadePage("Leaving.qml", {"leaving": self.front.leaving, "look": self._look}),
        )

    def show(self) -> None:
        self.front.show()

    def close(self) -> None:
        self._background.stop()
        self.front.close()
        delete(self._engine)


class _NoCore:
    """Where nothing can be read, nothing can be guarded either."""

    facts: ShopFacts | None = None
    link = LinkState.REVOKED

    def __init__(self) -> None:
        self.guard = _NoGuard()


@dataclass(frozen=True)
class _Open:
    is_right: bool = True
    wait_seconds: int = 0


class _NoGuard:
    has_pin = False

    def wait_seconds(self) -> int:
        return 0

    def try_pin(self, text: str) -> _Open:
        return _Open()


def _make_visit(around: Surroundings, facts: ShopFacts | None) -> Visit:
    return Visit(
        load_words=around.load_words,
        language=facts.shop.language if facts else around.language,
        has_motion=facts.has_motion if facts else True,
    )
