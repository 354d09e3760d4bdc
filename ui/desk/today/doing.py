"""Does what is asked for on the page of the day, and says what came of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from app.domain.backups import BackupFile
from app.domain.errors import AppError
from app.domain.inbox import InboxView
from ui.desk.today.items import Kind
from ui.desk.today.page import TodayPage
from ui.desk.today.verbs import DayVerbs
from ui.desk.today.watch import DayWatch
from ui.desk.tools import Tools

if TYPE_CHECKING:
    from app.services.owner.keeping import Keeper
    from app.services.owner.owner import Owner


class DayDoing(QObject):
    """`acted` says that a verb changed something, `view_requested` carries the InboxView with what the page
    could not show."""

    acted = Signal()
    view_requested = Signal(object)

    def __init__(
        self,
        *,
        tools: Tools,
        owner: Owner,
        keeper: Keeper,
        page: TodayPage,
        watch: DayWatch,
    ) -> None:
        super().__init__(page)
        self._tools = tools
        self._keeper = keeper
        self._page = page
        self._watch = watch
        self._verbs = DayVerbs(tools=tools, owner=owner)
        self._verbs.acted.connect(self.acted)
        self._verbs.refused.connect(watch.look)
        page.verb_requested.connect(lambda items, verb: self._verbs.do(verb, items))
        page.take_down_requested.connect(self._verbs.take_down)
        page.backup_requested.connect(self._back_up)
        page.more_requested.connect(self._open_rest)

    def _back_up(self) -> None:
        """Takes seconds for a large shop, and the window goes on meanwhile."""
        self._page.side.backup.button.setEnabled(False)
        self._tools.background.run(self._keeper.backup, self._tell_backup, self._refuse_backup)

    def _tell_backup(self, _made: BackupFile) -> None:
        self._end_backup()
        self._tools.messages.say(self._tools.words.tr("The backup is made and tested."))

    def _refuse_backup(self, error: AppError) -> None:
        self._end_backup()
        self._tools.messages.warn(self._tools.words.error(error))

    def _end_backup(self) -> None:
        self._page.side.backup.button.setEnabled(True)
        self._watch.look()

    def _open_rest(self, kind: Kind) -> None:
        self.view_requested.emit(
            {
                Kind.WAITING: InboxView.WAITING,
                Kind.WROTE_BACK: InboxView.ALL,
            }.get(kind, InboxView.TO_ANSWER)
        )
