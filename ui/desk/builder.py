"""Composes the desk: makes its parts, connects them, starts and stops them. Decides nothing else.

What the first frame does not show is imported when it is first wanted.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QApplication, QWidget

from app.domain.claim_codes import spaced
from app.domain.clock import Clock
from app.domain.errors import AppError
from app.domain.inbox import InboxCounts
from app.domain.notices import PaperSize
from app.domain.shop import Shop
from app.words import Words
from ui.desk.inbox.page import InboxPage
from ui.desk.paperwork import SendToPrinter, import_paper, make_paperwork
from ui.desk.preferences import Preferences
from ui.desk.reach import AddressRules, Answer, Reach
from ui.desk.server_keeper import ServerKeeper, ServerState
from ui.desk.tools import Tools
from ui.desk.undoing import Undoing
from ui.desk.window import MainWindow
from ui.shared.background import Background
from ui.shared.crash import CrashHook
from ui.shared.journal_bridge import JournalBridge
from ui.shared.messages import Messages, WindowMessages
from ui.shared.theme import Theme

if TYPE_CHECKING:
    from app.addresses import MachineAddress
    from app.domain.ideas import Idea
    from app.services.owner.owner import Owner
    from app.services.owner.reading import ChangesSince
    from app.settings import Settings
    from ui.desk.board.page import BoardPage
    from ui.desk.codes.page import CodesPage
    from ui.desk.inbox.someone_said import Said
    from ui.desk.shop.page import ShopPage

INBOX, BOARD, CODES, SHOP = "inbox", "board", "codes", "shop"
SMALLEST_TEXT, LARGEST_TEXT, TEXT_STEP = 100, 200, 25


@dataclass(frozen=True, kw_only=True, slots=True)
class Surroundings:
    """What lies outside the desk and is replaced in tests: network, printer, boxes over the window."""

    addresses: Callable[[], list[MachineAddress]]
    probe: Callable[[str], bool]
    send_to_printer: SendToPrinter | None = None
    messages: Messages | None = None


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
    surroundings: Surroundings | None = None,
) -> Desk:
    """The desk, ready to be shown: call `show`, and `close` at the end.

    `serve_command` starts the customers' server as a child; empty = there is none. Reads the shop once, on
    the calling thread. Raises StorageProblem when that cannot be read.
    """
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
        surroundings=surroundings or _real_surroundings(),
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
    ) -> None:
        self.theme = theme
        self._owner = owner
        self._words = words
        self._shop = owner.shop()
        self.window = MainWindow(theme=theme, words=words)
        self._messages = surroundings.messages or self._make_messages()
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
        self.server = _make_keeper(self.tools, serve_command) if serve_command else None
        self._paperwork = make_paperwork(words, surroundings.send_to_printer or self._print)
        self.inbox = self._make_inbox(PaperSize(settings.paper_size))
        self._board: BoardPage | None = None
        self._codes: CodesPage | None = None
        self._shop_page: ShopPage | None = None
        self._said: QWidget | None = None
        self._leaves_unsaid = False
        self._add_pages()
        self._connect()
        self._bind_keys()
        self._take_shop(self._shop)
        self.window.show_page(INBOX)
        self._show_state()

    @property
    def board(self) -> BoardPage | None:
        """The page of the board, once it was shown."""
        return self._board

    @property
    def codes(self) -> CodesPage | None:
        """The page of the QR codes, once it was shown."""
        return self._codes

    @property
    def shop_page(self) -> ShopPage | None:
        """The page of the shop, once it was shown."""
        return self._shop_page

    def show(self) -> None:
        """Show the window, then read, listen and serve. A shop without a name is asked for it first."""
        self.window.show()
        # First of all: what comes in between its look and the reading of the rows is then told, not missed.
        self.bridge.start()
        self.inbox.open()
        self.inbox.list.rows.setFocus()
        if self._shop.is_unnamed:
            self.window.show_page(SHOP)
        self.undoing.refresh()
        self.reach.shop_says(self._shop.public_address)
        if self.server is not None:
            self.server.start()

    def install_crash_hook(self) -> None:
        """Our own bugs are shown with a report from now on. Not in tests, which want to fail."""
        self._crash.install()

    def close(self) -> None:
        """Stop everything in reverse order. The window is gone or going."""
        self.bridge.stop()
        if self.server is not None:
            self.server.stop()
        self._background.stop()

    def set_text_percent(self, percent: int) -> None:
        """Larger or smaller text everywhere, from 100 to 200 %; kept for the next time."""
        kept = max(SMALLEST_TEXT, min(LARGEST_TEXT, percent))
        self.theme.choose(self.theme.choice, kept)
        self._preferences.choose_look(self.theme.choice, kept)
        self._messages.say(self._words.tr("Text at %(percent)s %%.", percent=kept))

    def someone_said(self) -> None:
        """The staff entry box, from any page."""
        from ui.desk.inbox.someone_said import SomeoneSaid

        if self._said is None:
            box = SomeoneSaid(self.tools, self.window)
            box.entered.connect(self._write_down)
            self._said = box
        assert isinstance(self._said, SomeoneSaid)
        self._said.begin()

    # Making

    def _make_messages(self) -> WindowMessages:
        messages = WindowMessages(self.window, self._words)
        messages.said.connect(self.window.say)
        return messages

    def _make_inbox(self, paper_size: PaperSize) -> InboxPage:
        return InboxPage(
            tools=self.tools,
            owner=self._owner,
            shop=self._shop,
            reach=self.reach,
            paperwork=self._paperwork,
            undoing=self.undoing,
            paper_size=paper_size,
        )

    def _make_board(self) -> QWidget:
        from ui.desk.board.page import BoardPage

        self._board = BoardPage(tools=self.tools, owner=self._owner)
        self._board.idea_requested.connect(self._open_idea)
        self._board.open()
        return self._board

    def _make_codes(self) -> QWidget:
        from ui.desk.codes.page import CodesPage

        self._codes = CodesPage(
            tools=self.tools,
            owner=self._owner,
            shop=self._shop,
            reach=self.reach,
            paperwork=self._paperwork,
            can_be_tried=self.server is not None,
        )
        if self.server is not None:
            self.server.reached.connect(self._codes.phone_reached)
        self._codes.open()
        return self._codes

    def _make_shop_page(self) -> QWidget:
        from app.paths import resource
        from app.words import available_languages
        from ui.desk.shop.page import ShopPage
        from ui.desk.shop.timezones import system_timezone

        self._shop_page = ShopPage(
            tools=self.tools,
            owner=self._owner,
            shop=self._shop,
            undoing=self.undoing,
            languages=available_languages(resource("translations")),
            system_timezone=system_timezone(),
        )
        self._shop_page.acted.connect(self._after_act)
        self._shop_page.introduced.connect(self._make_first_code)
        self._shop_page.look_chosen.connect(self._wear)
        return self._shop_page

    def _add_pages(self) -> None:
        tr, window = self._words.tr, self.window
        window.add_page(INBOX, lambda: self.inbox, title=tr("Inbox"), icon="inbox")
        window.add_page(BOARD, self._make_board, title=tr("Board"), icon="wall")
        window.add_page(CODES, self._make_codes, title=tr("QR codes"), icon="qr")
        window.add_page(SHOP, self._make_shop_page, title=tr("Your shop"), icon="settings")

    def _connect(self) -> None:
        self.window.navigation.someone_said_requested.connect(self.someone_said)
        self.window.first_painted.connect(lambda: self._background.run(import_paper))
        self.window.closing.connect(self.bridge.stop)
        self.inbox.counted.connect(self._show_counts)
        self.inbox.acted.connect(self._after_act)
        self.inbox.codes_requested.connect(lambda: self.window.show_page(CODES))
        self.window.ask_before_closing(self._may_close)
        self.inbox.preview.size_chosen.connect(lambda size: self._preferences.choose_paper_size(size.value))
        self.undoing.done.connect(self._after_act)
        self.bridge.changed.connect(self._take_changes)
        self.bridge.lost.connect(self._tell_error)
        self.bridge.found.connect(self.inbox.open)
        self.reach.changed.connect(self._show_state)
        if self.server is not None:
            self.server.runs.connect(self.reach.server_runs)
            self.server.stopped.connect(self.reach.server_stopped)
            self.server.state_changed.connect(self._show_state)
            self.window.navigation.restart.clicked.connect(self.server.start)

    def _bind_keys(self) -> None:
        self.window.bind("Ctrl+Shift+I", self.someone_said)
        self.window.bind("Ctrl+Z", self.undoing.undo)
        self.window.bind("Ctrl+Shift+Z", self.undoing.redo)
        for key in ("Ctrl++", "Ctrl+="):
            self.window.bind(key, lambda: self.set_text_percent(self.theme.text_percent + TEXT_STEP))
        self.window.bind("Ctrl+-", lambda: self.set_text_percent(self.theme.text_percent - TEXT_STEP))
        self.window.bind("Ctrl+0", lambda: self.set_text_percent(SMALLEST_TEXT))

    # What happens

    def _after_act(self) -> None:
        self.undoing.refresh()
        self.bridge.ask()

    def _take_changes(self, changes: ChangesSince) -> None:
        self.inbox.take_changes(changes)
        self.undoing.refresh()
        if self._board is not None and changes.board:
            self._board.refresh()
        if self._codes is not None:
            self._codes.refresh()
        if self._shop.id in changes.ideas:
            self._background.run(self._owner.shop, self._take_shop)

    def _may_close(self) -> bool:
        """What was begun and not given or saved is not dropped without a word."""
        question = "" if self._leaves_unsaid else self._what_would_be_lost()
        if question:
            self._messages.ask(question, self._words.tr("Close"), self._close_all_the_same)
        return not question

    def _what_would_be_lost(self) -> str:
        if unsaid := self.inbox.unsaid:
            return self._words.trn(
                "You began %(count)s answer and have not given it. Close and leave it unsaid?",
                "You began %(count)s answers and have not given them. Close and leave them unsaid?",
                unsaid,
            )
        if self._shop_page is not None and self._shop_page.is_edited:
            return self._words.tr("What you changed on Your shop is not saved. Close all the same?")
        return ""

    def _close_all_the_same(self) -> None:
        self._leaves_unsaid = True
        self.window.close()

    def _take_shop(self, shop: Shop) -> None:
        self._shop = shop
        self.window.navigation.show_shop(shop.name)
        self.inbox.take_shop(shop)
        self.reach.shop_says(shop.public_address)
        if self._codes is not None:
            self._codes.take_shop(shop)
        if self._shop_page is not None:
            self._shop_page.take_shop(shop)

    def _make_first_code(self) -> None:
        """The shop has a name now; what it needs next is a code that leads to it."""
        self.window.show_page(CODES)
        if self._codes is not None:
            self._codes.begin_place()

    def _wear(self, theme: str, text_percent: int) -> None:
        self.theme.choose(theme, text_percent)
        self._preferences.choose_look(theme, text_percent)

    def _show_counts(self, counts: InboxCounts) -> None:
        self.window.navigation.show_count(INBOX, counts.to_answer + counts.waiting)

    def _open_idea(self, idea_id: object) -> None:
        self.window.show_page(INBOX)
        self.inbox.show_idea(idea_id)  # type: ignore[arg-type]

    def _write_down(self, said: Said) -> None:
        from ui.desk.inbox.someone_said import SomeoneSaid

        box = self._said
        assert isinstance(box, SomeoneSaid)

        def done(idea: Idea) -> None:
            box.taken()
            self._messages.say(
                self._words.tr(
                    "Written down. It hangs on the board. Its claim code: %(code)s",
                    code=spaced(idea.claim_code),
                )
            )
            self._after_act()

        self._background.run(
            lambda: self._owner.add_idea(said.text, name=said.name, channel=said.channel),
            done,
            box.refused,
            box.may_be_entered,
        )

    def _tell_error(self, error: AppError) -> None:
        self._messages.warn(self._words.error(error))

    def _show_state(self) -> None:
        navigation, tr = self.window.navigation, self._words.tr
        keeper = self.server
        navigation.offer_restart(keeper is not None and keeper.state is ServerState.STOPPED)
        if keeper is None:
            self._show_foreign_state()
        elif keeper.state is ServerState.STARTING:
            navigation.show_state(tr("Customers’ pages are starting."), "")
        elif keeper.state is ServerState.STOPPED:
            navigation.show_state(keeper.problem or tr("Customers cannot reach you now."), "")
        else:
            self._show_reach()

    def _show_foreign_state(self) -> None:
        """The pages are served by another desk or a command, or not at all: only asking tells."""
        navigation, tr = self.window.navigation, self._words.tr
        if not self.reach.base:
            navigation.show_state(tr("Customers’ pages: not served from here"), "")
        elif self.reach.answer is Answer.NO:
            navigation.show_state(tr("Customers cannot reach you now. Close Teacup and open it again."), "")
        else:
            self._show_reach()

    def _show_reach(self) -> None:
        self.window.navigation.show_state(self._who_reaches_it(), self.reach.base)

    def _who_reaches_it(self) -> str:
        tr = self._words.tr
        if self.reach.is_local_only:
            return tr("Only this computer reaches it at")
        if self.reach.lost_choice:
            return tr("Your chosen address is gone. For now customers reach you at")
        return tr("Customers reach you at")

    def _print(self, pdf: bytes, on_sent: Callable[[], None]) -> None:
        from ui.desk.print_dialog import ask_and_print

        ask_and_print(pdf, self.tools, self.window, on_sent)


def _families() -> list[str]:
    from ui.shared.fonts import families_for, register_fonts

    register_fonts()
    return families_for()


def _address_rules() -> AddressRules:
    from app import reach

    return reach


def _make_keeper(tools: Tools, command: Sequence[str]) -> ServerKeeper:
    from app.web.child import ServerChild

    return ServerKeeper(tools=tools, make_child=lambda **heard: ServerChild(command, **heard))


def _real_surroundings() -> Surroundings:
    def addresses() -> list[MachineAddress]:
        from app.addresses import machine_addresses

        return machine_addresses()

    def probe(address: str) -> bool:
        from app.reach import answers

        return answers(address)

    return Surroundings(addresses=addresses, probe=probe)
