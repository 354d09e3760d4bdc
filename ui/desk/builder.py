"""Composes the desk: makes its parts, connects them, starts and stops them. Decides nothing else.

What the first frame does not show is imported when it is first wanted.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from importlib import import_module
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QApplication

from app.domain.clock import Clock
from app.domain.errors import AppError
from app.domain.shop import Shop
from app.words import Words
from ui.desk.closing import ClosingQuestion
from ui.desk.eraser import Eraser
from ui.desk.kiosks.watch import KioskWatch
from ui.desk.kiosks.ways import KioskWays
from ui.desk.lately import Lately
from ui.desk.pages import HELP, INBOX, KIOSKS, TODAY, WALL, Pages, spoken_languages
from ui.desk.paperwork import import_paper, make_paperwork
from ui.desk.preferences import Preferences
from ui.desk.printing.printing import Printing
from ui.desk.reach import AddressRules, Reach
from ui.desk.server_keeper import ServerKeeper
from ui.desk.serving_sign import ServingSign
from ui.desk.shop.logo_keeper import LogoKeeper
from ui.desk.staff_entry import StaffEntry
from ui.desk.start.beginning import Beginning
from ui.desk.surroundings import Surroundings
from ui.desk.today.quiet_lines import quiet_lines
from ui.desk.today.watch import DayWatch
from ui.desk.tools import Tools
from ui.desk.tray import Tray
from ui.desk.undoing import Undoing
from ui.desk.window import MainWindow
from ui.shared.background import Background
from ui.shared.crash import CrashHook
from ui.shared.journal_bridge import JournalBridge
from ui.shared.messages import WindowMessages
from ui.shared.qt_words import speak
from ui.shared.theme import Theme

if TYPE_CHECKING:
    from pathlib import Path

    from app.domain.logos import Logo
    from app.services.owner.owner import Owner
    from app.services.owner.reading import ChangesSince
    from app.settings import Settings
    from ui.desk.board.page import BoardPage
    from ui.desk.codes.page import CodesPage
    from ui.desk.gathered.sheets import GatheredSheets
    from ui.desk.help.keys_sheet import KeysSheet
    from ui.desk.help.page import HelpPage
    from ui.desk.inbox.page import InboxPage
    from ui.desk.kiosks.page import KiosksPage
    from ui.desk.settings.housekeeping import Housekeeping
    from ui.desk.shop.page import ShopPage
    from ui.desk.start.pages import StartPages
    from ui.desk.storms.page import StormsPage
    from ui.desk.thanks.page import ThanksPage
    from ui.desk.today.page import TodayPage
    from ui.desk.wall.page import WallPage

SMALLEST_TEXT, LARGEST_TEXT, TEXT_STEP = 100, 200, 25


def open_desk(
    *,
    app: QApplication,
    owner: Owner,
    words: Words,
    clock: Clock,
    settings: Settings,
    save_settings: Callable[[Settings], None],
    serve_command: Sequence[str],
    version: str,
    surroundings: Surroundings,
    housekeeping: Housekeeping,
) -> Desk:
    """The desk, ready to be shown: call `show`, and `close` at the end.

    `serve_command` starts the customers' server as a child; empty = there is none. Reads the shop once, on
    the calling thread. Raises StorageProblem when that cannot be read.
    """
    speak(app, words)
    theme = Theme(app, families=_families(), choice=settings.theme, text_percent=settings.text_percent)
    theme.apply()
    return Desk(
        theme=theme,
        owner=owner,
        words=words,
        clock=clock,
        settings=settings,
        save_settings=save_settings,
        serve_command=serve_command,
        version=version,
        surroundings=surroundings,
        housekeeping=housekeeping,
    )


class Desk:
    """The window and everything that works behind it."""

    def __init__(
        self,
        *,
        theme: Theme,
        owner: Owner,
        words: Words,
        clock: Clock,
        settings: Settings,
        save_settings: Callable[[Settings], None],
        serve_command: Sequence[str],
        version: str,
        surroundings: Surroundings,
        housekeeping: Housekeeping,
    ) -> None:
        self.theme = theme
        self._owner = owner
        self._words = words
        self._shop = owner.shop()
        self.window = MainWindow(theme=theme, words=words)
        self._messages = surroundings.messages or self._make_messages(settings.save_folder)
        self._crash = CrashHook(version=version, show=self._messages.report_bug)
        self._background = Background(tell_error=self._tell_error, report_bug=self._crash.report)
        self.tools = Tools(
            theme=theme, words=words, background=self._background, messages=self._messages, clock=clock
        )
        self._preferences = Preferences(settings, save=save_settings, background=self._background)
        self.reach = Reach(
            tools=self.tools,
            preferences=self._preferences,
            addresses=surroundings.addresses,
            probe=surroundings.probe,
            rules=_address_rules,
        )
        self.undoing = Undoing(self.tools, owner)
        self.bridge = JournalBridge(
            background=self._background, newest=owner.newest_sequence, changes_since=owner.changes_since
        )
        self.kiosks = KioskWatch(tools=self.tools, owner=owner)
        self.day = DayWatch(tools=self.tools, owner=owner, keeper=housekeeping.keeper)
        self.server = _make_keeper(self.tools, serve_command) if serve_command else None
        self._logo = LogoKeeper(tools=self.tools, owner=owner, read=_read_logo)
        self._viewer = surroundings.viewer
        self.printing = Printing(
            tools=self.tools,
            window=self.window,
            preferences=self._preferences,
            make_thread=lambda: Background(tell_error=self._tell_error, report_bug=self._crash.report),
            viewer=self._viewer,
            send_to_printer=surroundings.send_to_printer,
        )
        self._paperwork = make_paperwork(words, lambda: self._logo.png)
        self._pages = Pages(
            tools=self.tools,
            owner=owner,
            shop=self._shop,
            reach=self.reach,
            paperwork=self._paperwork,
            printing=self.printing,
            undoing=self.undoing,
            server=self.server,
            watch=self.kiosks,
            day=self.day,
            ways=KioskWays(
                fingerprint=surroundings.fingerprint,
                open_kiosk=surroundings.open_kiosk,
                screens=surroundings.screens,
                remembered=lambda: self._preferences.settings.local_kiosk,
                remember=self._preferences.remember_kiosk,
                usual_port=settings.tls_port,
            ),
            logo=self._logo,
            preferences=self._preferences,
            housekeeping=housekeeping,
            window=self.window,
        )
        self.beginning = Beginning(
            tools=self.tools,
            window=self.window,
            make=self._make_start,
            file=surroundings.first_run,
            try_sample=surroundings.try_sample,
        )
        self._leave_sample = surroundings.leave_sample
        if self._leave_sample is not None:
            self._add_strip()
        self._staff_entry = StaffEntry(
            tools=self.tools,
            owner=owner,
            undoing=self.undoing,
            reach=self.reach,
            printing=self.printing,
            window=self.window,
        )
        self._tray = Tray(tools=self.tools, window=self.window, someone_said=self.someone_said)
        self._tray.keep(settings.tray)
        self.lately = Lately(
            tools=self.tools,
            owner=owner,
            printing=self.printing,
            reach=self.reach,
            logo=lambda: self._logo.png,
            shop=lambda: self._shop,
            window=self.window,
        )
        self._pages.lately_requested.connect(self.lately.begin)
        self._eraser = Eraser(tools=self.tools, owner=owner, window=self.window)
        self._closing = ClosingQuestion(
            tools=self.tools,
            window=self.window,
            pages=self._pages,
            staff_entry=self._staff_entry,
            printing=self.printing,
        )
        self._keys: KeysSheet | None = None
        self._connect()
        self._bind_keys()
        self._take_shop(self._shop)
        self.window.show_page(TODAY)
        self._sign = ServingSign(
            navigation=self.window.navigation, words=words, reach=self.reach, server=self.server
        )

    @property
    def today(self) -> TodayPage:
        return self._pages.today

    @property
    def inbox(self) -> InboxPage:
        """The page of the inbox, made now if it was not shown yet."""
        return self._pages.inbox

    @property
    def board(self) -> BoardPage | None:
        """The page of the board, once it was shown."""
        return self._pages.board

    @property
    def wall(self) -> WallPage | None:
        """The page of the wall, once it was shown."""
        return self._pages.wall

    @property
    def gathered(self) -> GatheredSheets | None:
        return self._pages.gathered

    @property
    def storms(self) -> StormsPage | None:
        """The page of storms, once it was shown."""
        return self._pages.storms

    @property
    def thanks(self) -> ThanksPage | None:
        """The page of thanks, once it was shown."""
        return self._pages.thanks

    @property
    def codes(self) -> CodesPage | None:
        """The page of the QR codes, once it was shown."""
        return self._pages.codes

    @property
    def kiosks_page(self) -> KiosksPage | None:
        """The page of the kiosks, once it was shown."""
        return self._pages.kiosks

    @property
    def help(self) -> HelpPage | None:
        """The page of the help, once it was shown."""
        return self._pages.help

    @property
    def shop_page(self) -> ShopPage | None:
        """The page of the shop, once it was shown."""
        return self._pages.shop

    def show(self) -> None:
        """Show the window, then read, listen and serve. A new owner is led through her first run, which is
        made before: between the window and its first frame nothing keeps her waiting."""
        is_beginning = self.beginning.begin_if_needed(self._shop)
        self.window.show()
        # First of all: what comes in between its look and the reading of the rows is then told, not missed.
        self.bridge.start()
        self.kiosks.start()
        self.day.start()
        if not is_beginning:
            self.today.take_focus()
        self.undoing.refresh()
        self._pages.count_thanks()
        self._pages.count_storms()
        self.reach.shop_says(self._shop.public_address)
        if self.server is not None:
            self.server.start()

    def warn_at_start(self, sentence: str) -> None:
        """Told over the window, once that is shown."""
        self.window.first_painted.connect(lambda: self._messages.warn(sentence))

    def install_crash_hook(self) -> None:
        """Our own bugs are shown with a report from now on. Not in tests, which want to fail."""
        self._crash.install()

    def close(self) -> None:
        """Stop everything in reverse order. The window is gone or going."""
        self.day.stop()
        self.kiosks.stop()
        self.bridge.stop()
        if self.server is not None:
            self.server.stop()
        self.printing.close()
        self._background.stop()

    def set_text_percent(self, percent: int) -> None:
        """Larger or smaller text everywhere, from 100 to 200 %; kept for the next time."""
        kept = max(SMALLEST_TEXT, min(LARGEST_TEXT, percent))
        self._wear(self.theme.choice, kept)
        self._messages.say(self._words.tr("Text at %(percent)s %%.", percent=kept))

    def someone_said(self) -> None:
        """The staff entry box, from any page."""
        self._staff_entry.begin()

    def erase_person(self) -> None:
        """From any page; in the inbox it is about the author of the idea that lies open."""
        self._eraser.begin(self.inbox.open_code if self.window.page == INBOX else "")

    def _make_messages(self, save_folder: str) -> WindowMessages:
        messages = WindowMessages(self.window, self._words)
        messages.said.connect(self.window.say)
        messages.save_folder = save_folder
        messages.saved_in.connect(lambda folder: self._preferences.remember_folder(folder))
        return messages

    def _connect(self) -> None:
        self.window.navigation.someone_said_requested.connect(self.someone_said)
        self.window.first_painted.connect(lambda: self._background.run(_import_next))
        # What lay open elsewhere in the last run, or shows words of somebody who is erased now.
        for passing in (self.window.first_painted, self._eraser.acted):
            passing.connect(self.printing.sweep)
        self.window.closing.connect(self.bridge.stop)
        self.window.closing.connect(self.kiosks.stop)
        self.window.closing.connect(self.day.stop)
        self.reach.changed.connect(lambda: self.day.take_address(self.reach.for_paper))
        self.kiosks.read.connect(self._show_quiet)
        self.day.read.connect(self._show_counts)
        self.day.read.connect(self._show_quiet)
        self.day.day_turned.connect(self._pages.read_anew)
        self._pages.erase_requested.connect(self._eraser.begin)
        self._pages.look_chosen.connect(self._wear)
        self._pages.kept_in_tray.connect(self._tray.keep)
        for acting in (
            self._pages.acted,
            self._staff_entry.acted,
            self._eraser.acted,
            self._logo.acted,
            self.beginning.acted,
            self.undoing.done,
        ):
            acting.connect(self._after_act)
        self._logo.changed.connect(self._show_logo)
        self.beginning.ended.connect(self._end_start)
        self._pages.setup_requested.connect(lambda: self.beginning.begin_again(self._shop))
        self.bridge.changed.connect(self._take_changes)
        self.bridge.lost.connect(self._tell_error)
        self.bridge.found.connect(self._pages.read_anew)
        if (server := self.server) is not None:
            server.runs.connect(lambda port: self.reach.server_runs(port, server.tls_port))
            server.stopped.connect(self.reach.server_stopped)
            server.reached.connect(self.beginning.phone_reached)

    def _bind_keys(self) -> None:
        self.window.bind("Ctrl+Shift+I", self.someone_said)
        self.window.bind("Ctrl+Shift+Del", self.erase_person)
        self.window.bind("Ctrl+Shift+P", self.lately.begin)
        self.window.bind("F1", self._show_keys)
        self.window.bind("Ctrl+Z", self.undoing.undo)
        for key in ("Ctrl+Shift+Z", "Ctrl+Y"):
            self.window.bind(key, self.undoing.redo)
        for key in ("Ctrl++", "Ctrl+="):
            self.window.bind(key, lambda: self.set_text_percent(self.theme.text_percent + TEXT_STEP))
        self.window.bind("Ctrl+-", lambda: self.set_text_percent(self.theme.text_percent - TEXT_STEP))
        self.window.bind("Ctrl+0", lambda: self.set_text_percent(SMALLEST_TEXT))

    def _show_keys(self) -> None:
        """The sheet of keys; F1 again takes it away."""
        if self._keys is None:
            from ui.desk.help.keys_sheet import KeysSheet

            self._keys = KeysSheet(self.tools, self._pages.help_text("keyboard"), self.window)
            self._keys.help_requested.connect(lambda: self.window.show_page(HELP))
        self._keys.begin()

    def _after_act(self) -> None:
        self.undoing.refresh()
        self.bridge.ask()

    def _take_changes(self, changes: ChangesSince) -> None:
        self._pages.take_changes(changes)
        self.undoing.refresh()
        if self._shop.id in changes.ideas:
            self._background.run(self._owner.shop, self._take_shop)

    def _take_shop(self, shop: Shop) -> None:
        self._shop = shop
        self.window.navigation.show_shop(shop.name)
        self._logo.take_shop(shop)
        self.reach.shop_says(shop.public_address)
        self._pages.take_shop(shop)
        self.beginning.take_shop(shop)

    def _make_start(self, shop: Shop, has_sample: bool) -> StartPages:
        from ui.desk.shop.timezones import system_timezone
        from ui.desk.start.defaults import of_this_computer
        from ui.desk.start.pages import StartPages

        languages = spoken_languages()
        return StartPages(
            tools=self.tools,
            owner=self._owner,
            shop=shop,
            logo=self._logo,
            reach=self.reach,
            paperwork=self._paperwork,
            printing=self.printing,
            languages=languages,
            defaults=of_this_computer(languages, system_timezone()),
            has_sample=has_sample,
        )

    def _end_start(self) -> None:
        self.window.show_page(self.window.first_page)

    def _add_strip(self) -> None:
        from ui.desk.sample_strip import SampleStrip

        strip = SampleStrip(self.tools)
        strip.leave_requested.connect(self._go_home)
        self.window.add_strip(strip)

    def _go_home(self) -> None:
        """Close; whoever opened the sample removes it then and opens the owner's own shop."""
        if self._leave_sample is not None:
            self._leave_sample()
            self.window.ask_before_closing(lambda: True)
            self.window.close()

    def _show_logo(self) -> None:
        """On the wall, and on the sheets that are being looked at."""
        self.window.navigation.show_logo(self._logo.image)
        self._pages.take_shop(self._shop)

    def _wear(self, theme: str, text_percent: int) -> None:
        self.theme.choose(theme, text_percent)
        self._preferences.choose_look(theme, text_percent)

    def _show_counts(self) -> None:
        """What waits on each page, as the day was read last."""
        if self.day.day is None:
            return
        overview, navigation = self.day.day.overview, self.window.navigation
        navigation.show_count(TODAY, overview.things)
        navigation.show_count(INBOX, overview.counts.to_answer + overview.counts.waiting)
        navigation.show_count(WALL, len(overview.untrue) + len(overview.done_hanging), warns=True)
        ailing = len(overview.missed) + overview.set_asides
        navigation.show_count(KIOSKS, ailing, warns=True)

    def _show_quiet(self) -> None:
        now = self.tools.clock.now()
        lines = quiet_lines(self.kiosks.kiosks, self.day.day, now, self._words)
        self.window.navigation.show_quiet(lines)

    def _tell_error(self, error: AppError) -> None:
        self._messages.warn(self._words.error(error))


def _families() -> list[str]:
    from ui.shared.fonts import families_for, register_fonts

    register_fonts()
    return families_for()


def _import_next() -> None:
    """What is likely to be wanted next, off the GUI thread."""
    import_module("ui.desk.inbox.page")
    import_paper()


def _address_rules() -> AddressRules:
    from app import reach

    return reach


def _read_logo(path: Path) -> Logo:
    from app.pictures import read_logo

    return read_logo(path)


def _make_keeper(tools: Tools, command: Sequence[str]) -> ServerKeeper:
    from app.web.child import ServerChild

    return ServerKeeper(tools=tools, make_child=lambda **heard: ServerChild(command, **heard))
