"""The desk's pages: each is made when it is first shown, keeps its place, and is told what concerns it."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QAbstractButton, QWidget

from app.domain.ideas import Idea
from app.domain.inbox import InboxView
from app.domain.shop import Shop
from ui.desk.kiosks.watch import KioskWatch
from ui.desk.kiosks.ways import KioskWays
from ui.desk.paperwork import Paperwork
from ui.desk.preferences import Preferences
from ui.desk.printing.printing import Printing
from ui.desk.reach import Reach
from ui.desk.server_keeper import ServerKeeper
from ui.desk.shop.logo_keeper import LogoKeeper
from ui.desk.today.doing import DayDoing
from ui.desk.today.page import TodayPage
from ui.desk.today.watch import DayWatch
from ui.desk.tools import Tools
from ui.desk.undoing import Undoing
from ui.desk.window import MainWindow

if TYPE_CHECKING:
    from app.domain.ledger import Entry
    from app.domain.storm_dues import StormDue
    from app.photo_door import TakenIn
    from app.services.owner.owner import Owner
    from app.services.owner.reading import ChangesSince
    from ui.desk.board.page import BoardPage
    from ui.desk.codes.page import CodesPage
    from ui.desk.gathered.sheets import GatheredSheets
    from ui.desk.help.page import HelpPage
    from ui.desk.help.reading import HelpText
    from ui.desk.inbox.page import InboxPage
    from ui.desk.insights.page import InsightsPage
    from ui.desk.kiosks.page import KiosksPage
    from ui.desk.settings.housekeeping import Housekeeping
    from ui.desk.settings.page import SettingsPage
    from ui.desk.settings.rooms import SettingsRooms
    from ui.desk.shop.page import ShopPage
    from ui.desk.storms.page import StormsPage
    from ui.desk.thanks.page import ThanksPage
    from ui.desk.wall.hang_offer import HangOffer
    from ui.desk.wall.page import WallPage
    from ui.desk.wall.printing import WallPrinting

THANKS, STORMS, WALL = "thanks", "storms", "wall"
TODAY, INBOX, BOARD, CODES, KIOSKS, INSIGHTS, SETTINGS, HELP = (
    *("today", "inbox", "board", "codes", "kiosks", "insights", "settings", "help"),
)
# A section of the settings that other pages lead to.
SHOP = "shop"


class Pages(QObject):
    """`acted` says that an own verb was done on a page; `look_chosen` carries theme and text size,
    `kept_in_tray` whether the desk stays in the tray, `erase_requested` the claim code of whose author is
    to be erased, empty for anybody; `setup_requested` asks for the steps of the first run,
    `lately_requested` for what was printed last."""

    acted = Signal()
    look_chosen = Signal(str, int)
    kept_in_tray = Signal(bool)
    erase_requested = Signal(str)
    setup_requested = Signal()
    lately_requested = Signal()

    def __init__(
        self,
        *,
        tools: Tools,
        owner: Owner,
        shop: Shop,
        reach: Reach,
        paperwork: Paperwork,
        printing: Printing,
        undoing: Undoing,
        server: ServerKeeper | None,
        watch: KioskWatch,
        day: DayWatch,
        ways: KioskWays,
        logo: LogoKeeper,
        preferences: Preferences,
        housekeeping: Housekeeping,
        window: MainWindow,
    ) -> None:
        super().__init__()
        self._tools = tools
        self._owner = owner
        self._shop = shop
        self._reach = reach
        self._paperwork = paperwork
        self._printing = printing
        printing.printed.connect(self.ask_where_it_hangs)
        self._undoing = undoing
        self._server = server
        self._watch = watch
        self._ways = ways
        self._logo = logo
        self._preferences = preferences
        self._housekeeping = housekeeping
        self._window = window
        self._day = day
        self.today = self._make_today()
        self._inbox: InboxPage | None = None
        self.thanks: ThanksPage | None = None
        self.wall: WallPage | None = None
        self.gathered: GatheredSheets | None = None
        self._of_wall: WallPrinting | None = None
        self._hang_offer: HangOffer | None = None
        self.board: BoardPage | None = None
        self.storms: StormsPage | None = None
        self.codes: CodesPage | None = None
        self.kiosks: KiosksPage | None = None
        self.insights: InsightsPage | None = None
        self.settings: SettingsPage | None = None
        self._rooms: SettingsRooms | None = None
        self.shop: ShopPage | None = None
        self.help: HelpPage | None = None
        self._add_to_window()

    @property
    def inbox(self) -> InboxPage:
        """Made when it is first asked for: the first frame does not wait for it."""
        if self._inbox is None:
            self._inbox = self._make_inbox()
            self._inbox.open()
        return self._inbox

    def keep_drafts(self) -> None:
        """What was begun in the inbox, if it was ever shown."""
        if self._inbox is not None:
            self._inbox.keep_drafts()

    def read_anew(self) -> None:
        """The database was away, or another day began."""
        self._day.look()
        if self.storms is not None:
            self.storms.refresh()
        if self._inbox is not None:
            self._inbox.open()

    def take_shop(self, shop: Shop) -> None:
        self._shop = shop
        if self._inbox is not None:
            self._inbox.take_shop(shop)
        if self.thanks is not None:
            self.thanks.take_shop(shop)
        if self.storms is not None:
            self.storms.take_shop(shop)
        if self.wall is not None:
            self.wall.take_shop(shop)
        if self.codes is not None:
            self.codes.take_shop(shop)
        if self.kiosks is not None:
            self.kiosks.take_shop(shop)
        if self.insights is not None:
            self.insights.take_shop(shop)
        if self._rooms is not None:
            self._rooms.take_shop(shop)
        if self.shop is not None:
            self.shop.take_shop(shop)

    def take_changes(self, changes: ChangesSince) -> None:
        """Bring up to date what was shown already; a page that is made later reads for itself."""
        self._day.look()
        if self._inbox is not None:
            if changes.everything:
                self._inbox.open()
            self._inbox.take_changes(changes)
        if self.board is not None and changes.board:
            self.board.refresh()
        shown = (self.thanks, self.storms, self.wall, self.codes, self.kiosks, self.insights, self._rooms)
        for page in shown:
            if page is not None:
                page.refresh()
        if self.thanks is None:
            self.count_thanks()
        if self.storms is None:
            self.count_storms()

    def open_idea(self, idea_id: UUID) -> None:
        self._window.show_page(INBOX)
        self.inbox.show_idea(idea_id)

    def print_thanks(self, ids: Sequence[UUID]) -> None:
        """Cards for these people, on the page that knows what a card is worth."""
        self._window.show_page(THANKS)
        if self.thanks is not None:
            self.thanks.print_for(ids)

    def count_thanks(self) -> None:
        """How many wait for thanks, beside the page's name."""
        self._tools.background.run(lambda: self._owner.thanks.count(), self._show_thanks)

    def open_storm(self, due: StormDue) -> None:
        """On its page, with the step begun that it asks for."""
        from ui.desk.storms.steps import STEP_FOR

        self._window.show_page(STORMS)
        if self.storms is not None:
            self.storms.open_storm(due.storm.id, STEP_FOR.get(due.due) if due.due else None)

    def count_storms(self) -> None:
        """How many run, beside the page's name."""
        self._tools.background.run(lambda: self._owner.storms.count_running(), self._show_storms)

    def _show_storms(self, count: int) -> None:
        self._window.navigation.show_count(STORMS, count)

    def _show_thanks(self, count: int) -> None:
        self._window.navigation.show_count(THANKS, count)

    def answer_idea(self, idea: Idea) -> None:
        """In the inbox, ready to write."""
        self._window.show_page(INBOX)
        self.inbox.answer_idea(idea)

    def open_view(self, view: InboxView) -> None:
        self._window.show_page(INBOX)
        self.inbox.open_view(view)

    def make_first_code(self) -> None:
        """The shop has a name now; what it needs next is a code that leads to it."""
        self._window.show_page(CODES)
        if self.codes is not None:
            self.codes.begin_place()

    def _add_to_window(self) -> None:
        tr, window = self._tools.words.tr, self._window
        window.add_page(TODAY, lambda: self.today, title=tr("Today"), icon="today")
        window.add_page(INBOX, lambda: self.inbox, title=tr("Inbox"), icon="inbox")
        window.add_page(WALL, self._make_wall, title=tr("Wall"), icon="wall")
        window.add_page(BOARD, self._make_board, title=tr("Board"), icon="board")
        window.add_page(STORMS, self._make_storms, title=tr("Storms"), icon="storm")
        window.add_page(THANKS, self._make_thanks, title=tr("Thanks"), icon="heart")
        window.add_page(CODES, self._make_codes, title=tr("QR codes"), icon="qr")
        window.add_page(KIOSKS, self._make_kiosks, title=tr("Kiosks"), icon="kiosk")
        window.add_page(INSIGHTS, self._make_insights, title=tr("Insights"), icon="insights")
        window.add_page(SETTINGS, self._make_settings, title=tr("Settings"), icon="settings", key="Ctrl+,")
        window.add_way(SHOP, self.open_shop)
        window.add_page(HELP, self._make_help, title=tr("Help"), icon="help")

    def _make_today(self) -> TodayPage:
        made = TodayPage(tools=self._tools, shop=self._shop, watch=self._day, undoing=self._undoing)
        doing = DayDoing(
            tools=self._tools,
            owner=self._owner,
            keeper=self._housekeeping.keeper,
            page=made,
            watch=self._day,
        )
        doing.acted.connect(self.acted)
        made.answer_requested.connect(self.answer_idea)
        doing.view_requested.connect(self.open_view)
        made.answering_requested.connect(lambda: self.open_view(InboxView.TO_ANSWER))
        made.codes_requested.connect(self.make_first_code)
        made.kiosks_requested.connect(lambda: self._window.show_page(KIOSKS))
        made.thanks_requested.connect(self.print_thanks)
        made.storm_requested.connect(self.open_storm)
        made.print_requested.connect(self.reprint)
        return made

    def _make_inbox(self) -> InboxPage:
        from ui.desk.inbox.page import InboxPage

        made = InboxPage(
            tools=self._tools,
            owner=self._owner,
            shop=self._shop,
            reach=self._reach,
            paperwork=self._paperwork,
            printing=self._printing,
            undoing=self._undoing,
            paper=self._printing.last_choice,
            read_photo=_read_photo,
        )
        made.acted.connect(self.acted)
        made.erase_requested.connect(self.erase_requested)
        made.preview.choice_changed.connect(self._printing.remember)
        self._printing.choice_changed.connect(made.preview.take_choice)
        made.preview.lately.clicked.connect(self.lately_requested)
        made.codes_requested.connect(lambda: self._window.show_page(CODES))
        return made

    def _make_board(self) -> QWidget:
        from ui.desk.board.page import BoardPage

        self.board = BoardPage(
            tools=self._tools,
            owner=self._owner,
            today=lambda: self._shop.local_date(self._tools.clock.now()),
        )
        self.board.idea_requested.connect(self.open_idea)
        self.board.open()
        return self.board

    def _make_wall(self) -> QWidget:
        from ui.desk.wall.page import WallPage

        self.wall = WallPage(
            tools=self._tools,
            owner=self._owner,
            shop=self._shop,
            reach=self._reach,
            printing=self._wall_printing(),
            paper_size=self._printing.last_choice.size,
        )
        self.wall.acted.connect(self.acted)
        self.wall.idea_requested.connect(self.open_idea)
        self.wall.inbox_requested.connect(lambda: self.open_view(InboxView.TO_ANSWER))
        self._offer_sheets(self.wall.face.make, self.wall.face.make_first)
        return self.wall

    def _offer_sheets(self, *buttons: QAbstractButton) -> None:
        """What tells several things is made where sheets hang."""
        from ui.desk.gathered.sheets import GatheredSheets

        self.gathered = GatheredSheets(
            tools=self._tools,
            owner=self._owner,
            shop=lambda: self._shop,
            reach=self._reach,
            printing=self._printing,
        )
        self.gathered.acted.connect(self.acted)
        self.gathered.offer_at(*buttons)

    def _wall_printing(self) -> WallPrinting:
        """One for the page and for what is asked for elsewhere."""
        if self._of_wall is None:
            from ui.desk.wall.papers import WallPaper
            from ui.desk.wall.printing import WallPrinting

            self._of_wall = WallPrinting(
                tools=self._tools,
                owner=self._owner,
                paper=WallPaper(self._owner, self._tools.words, lambda: self._logo.png),
                printing=self._printing,
                address=lambda: self._reach.for_paper,
            )
            self._of_wall.acted.connect(self.acted)
        return self._of_wall

    def ask_where_it_hangs(self) -> None:
        """Of what was printed just now."""
        if self._hang_offer is None:
            from ui.desk.wall.hang_offer import HangOffer

            self._hang_offer = HangOffer(tools=self._tools, owner=self._owner, window=self._window)
            self._hang_offer.acted.connect(self.acted)
        self._hang_offer.look()

    def reprint(self, sheets: Sequence[Entry]) -> None:
        """What is not true any more, anew and in one go; the wall then asks whether it hangs."""
        self._window.show_page(WALL)
        self._wall_printing().reprint(sheets)

    def _make_storms(self) -> QWidget:
        from ui.desk.storms.page import StormsPage

        self.storms = StormsPage(
            tools=self._tools,
            owner=self._owner,
            shop=self._shop,
            reach=self._reach,
            printing=self._printing,
            logo=lambda: self._logo.png,
            read_photo=_read_photo,
        )
        self.storms.acted.connect(self.acted)
        self.storms.counted.connect(self._show_storms)
        self.storms.idea_requested.connect(self.open_idea)
        return self.storms

    def _make_thanks(self) -> QWidget:
        from ui.desk.thanks.page import ThanksPage

        self.thanks = ThanksPage(
            tools=self._tools,
            owner=self._owner,
            shop=self._shop,
            printing=self._printing,
        )
        self.thanks.acted.connect(self.acted)
        self.thanks.counted.connect(self._show_thanks)
        return self.thanks

    def _make_codes(self) -> QWidget:
        from ui.desk.codes.page import CodesPage

        self.codes = CodesPage(
            tools=self._tools,
            owner=self._owner,
            shop=self._shop,
            reach=self._reach,
            paperwork=self._paperwork,
            printing=self._printing,
            preferences=self._preferences,
            languages=spoken_languages(),
            can_be_tried=self._server is not None,
        )
        if self._server is not None:
            self._server.reached.connect(self.codes.phone_reached)
        self.codes.open()
        return self.codes

    def _make_kiosks(self) -> QWidget:
        from ui.desk.kiosks.page import KiosksPage

        self.kiosks = KiosksPage(
            tools=self._tools,
            owner=self._owner,
            shop=self._shop,
            reach=self._reach,
            watch=self._watch,
            ways=self._ways,
            languages=spoken_languages(),
        )
        self.kiosks.acted.connect(self.acted)
        return self.kiosks

    def _make_insights(self) -> QWidget:
        from ui.desk.insights.page import InsightsPage

        self.insights = InsightsPage(
            tools=self._tools,
            looking=self._owner.insights,
            shop=self._shop,
            paperwork=self._paperwork,
            printing=self._printing,
        )
        self.insights.idea_requested.connect(self.open_idea)
        self.insights.acted.connect(self.acted)
        return self.insights

    def open_shop(self) -> None:
        """The section of the settings that tells of the shop."""
        self._window.show_page(SETTINGS)
        if self.settings is not None:
            self.settings.show_section(SHOP)

    def _make_settings(self) -> QWidget:
        from ui.desk.settings.rooms import SettingsRooms

        self._rooms = SettingsRooms(
            tools=self._tools,
            activity=self._owner.activity,
            preferences=self._preferences,
            housekeeping=self._housekeeping,
            shop=self._shop,
            make_shop=self._make_shop,
        )
        self._rooms.restored.connect(self.acted)
        self._rooms.look_chosen.connect(self.look_chosen)
        self._rooms.kept_in_tray.connect(self.kept_in_tray)
        self._rooms.idea_requested.connect(self.open_idea)
        self._rooms.erase_requested.connect(lambda: self.erase_requested.emit(""))
        self.settings = self._rooms.make_page()
        self.settings.open()
        return self.settings

    def _make_shop(self) -> QWidget:
        from ui.desk.shop.page import ShopPage
        from ui.desk.shop.timezones import system_timezone

        self.shop = ShopPage(
            tools=self._tools,
            owner=self._owner,
            shop=self._shop,
            undoing=self._undoing,
            languages=spoken_languages(),
            system_timezone=system_timezone(),
            logo=self._logo,
        )
        self.shop.acted.connect(self.acted)
        self.shop.introduced.connect(self.make_first_code)
        self.shop.erase_requested.connect(lambda: self.erase_requested.emit(""))
        self.shop.setup_requested.connect(self.setup_requested)
        return self.shop

    def help_text(self, name: str) -> HelpText:
        """One page of the help by the name of its file."""
        from app.paths import resource
        from ui.desk.help.reading import read_help

        texts = read_help(resource("help"), self._tools.words.language)
        return next(text for text in texts if text.name == name)

    def _make_help(self) -> QWidget:
        from app.paths import resource
        from ui.desk.help.page import HelpPage
        from ui.desk.help.reading import read_help

        self.help = HelpPage(self._tools, read_help(resource("help"), self._tools.words.language))
        return self.help


def spoken_languages() -> Sequence[str]:
    """Those that Teacup speaks."""
    from app.paths import resource
    from app.words import available_languages

    return available_languages(resource("translations"))


def _read_photo(path: Path) -> TakenIn:
    from app.photo_door import read_photo

    return read_photo(path)
