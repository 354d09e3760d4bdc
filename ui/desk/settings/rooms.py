"""Composes the settings: their sections, what search finds in each, and who is told when the shop changes."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from app.domain.shop import Shop
from ui.desk.preferences import Preferences
from ui.desk.settings.about_sheet import AboutSheet
from ui.desk.settings.activity_sheet import ActivitySheet
from ui.desk.settings.backups_sheet import BackupsSheet
from ui.desk.settings.computer_sheet import ComputerSheet
from ui.desk.settings.data_sheet import DataSheet
from ui.desk.settings.finding import Findable
from ui.desk.settings.housekeeping import Housekeeping
from ui.desk.settings.known import ABOUT, ACTIVITY, BACKUPS, COMPUTER, DATA, SHOP, findables
from ui.desk.settings.page import Section, SettingsPage
from ui.desk.tools import Tools

if TYPE_CHECKING:
    from app.services.owner.activity import Activity


class SettingsRooms(QObject):
    """`restored`: a backup was gone back to. `look_chosen` carries theme and text size, `kept_in_tray`
    whether the desk stays in the tray, `idea_requested` an idea's id; `erase_requested` opens its box."""

    restored = Signal()
    look_chosen = Signal(str, int)
    kept_in_tray = Signal(bool)
    idea_requested = Signal(object)
    erase_requested = Signal()

    def __init__(
        self,
        *,
        tools: Tools,
        activity: Activity,
        preferences: Preferences,
        housekeeping: Housekeeping,
        shop: Shop,
        make_shop: Callable[[], QWidget],
    ) -> None:
        super().__init__()
        self._tools = tools
        self._activity = activity
        self._preferences = preferences
        self._house = housekeeping
        self._shop = shop
        self._make_shop = make_shop
        self.backups: BackupsSheet | None = None
        self.activity: ActivitySheet | None = None

    def make_page(self) -> SettingsPage:
        words = self._tools.words
        makers = {
            SHOP: (words.tr("Your shop"), self._make_shop),
            COMPUTER: (words.tr("This computer"), self._make_computer),
            BACKUPS: (words.tr("Backups"), self._make_backups),
            DATA: (words.tr("Data"), self._make_data),
            ACTIVITY: (words.tr("Activity"), self._make_activity),
            ABOUT: (words.tr("About Teacup"), self._make_about),
        }
        known = findables(words)
        sections = [
            Section(
                key=key,
                title=title,
                make=make,
                findables=[Findable(section=key, words=title), *(one for one in known if one.section == key)],
            )
            for key, (title, make) in makers.items()
        ]
        page = SettingsPage(tools=self._tools, sections=sections)
        page.section_shown.connect(self._refresh)
        return page

    def take_shop(self, shop: Shop) -> None:
        self._shop = shop
        for sheet in (self.backups, self.activity):
            if sheet is not None:
                sheet.take_shop(shop)

    def refresh(self) -> None:
        """Something was done: the list of what was done is longer."""
        if self.activity is not None and self.activity.isVisible():
            self.activity.open()

    def _refresh(self, key: str) -> None:
        if key == BACKUPS and self.backups is not None:
            self.backups.open()
        if key == ACTIVITY and self.activity is not None:
            self.activity.open()

    def _make_computer(self) -> QWidget:
        made = ComputerSheet(
            tools=self._tools,
            settings=self._preferences.settings,
            starting=self._house.starting,
            has_tray=self._house.has_tray(),
        )
        made.look_chosen.connect(self.look_chosen)
        made.kept_in_tray.connect(self.kept_in_tray)
        made.kept_in_tray.connect(self._preferences.choose_tray)
        made.paper_chosen.connect(self._preferences.choose_paper_size)
        made.ports_chosen.connect(self._preferences.choose_ports)
        return made

    def _make_backups(self) -> QWidget:
        self.backups = BackupsSheet(tools=self._tools, keeper=self._house.keeper, shop=self._shop)
        self.backups.restored.connect(self.restored)
        return self.backups

    def _make_data(self) -> QWidget:
        made = DataSheet(
            tools=self._tools,
            keeper=self._house.keeper,
            folder=self._house.folder,
            show_folder=self._house.show_folder,
        )
        made.erase_requested.connect(self.erase_requested)
        return made

    def _make_activity(self) -> QWidget:
        self.activity = ActivitySheet(tools=self._tools, activity=self._activity, shop=self._shop)
        self.activity.idea_requested.connect(self.idea_requested)
        return self.activity

    def _make_about(self) -> QWidget:
        from app.works import works  # noqa: PLC0415 - asks each package, and is rarely looked at

        return AboutSheet(
            tools=self._tools,
            version=self._house.version,
            works=works(),
            diagnose=self._house.diagnose,
            copy=self._house.copy,
        )
