"""What the owner does about kiosks and what they set aside: done in the background, said, and undone like the
rest."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import QObject, Signal

from app.domain.errors import AppError
from app.domain.kiosks import Kiosk
from ui.desk.kiosks.kiosk_list import KioskList
from ui.desk.kiosks.set_aside_list import SetAsideList
from ui.desk.kiosks.watch import KioskWatch
from ui.desk.tools import Tools

if TYPE_CHECKING:
    from app.services.owner.owner import Owner


class KioskVerbs(QObject):
    """`acted` says that a verb changed something. A name that is refused is told at its field."""

    acted = Signal()

    def __init__(
        self,
        *,
        tools: Tools,
        owner: Owner,
        watch: KioskWatch,
        kiosk_list: KioskList,
        set_asides: SetAsideList,
    ) -> None:
        super().__init__()
        self._tools = tools
        self._owner = owner
        self._watch = watch
        self._list = kiosk_list
        kiosk_list.renamed.connect(self._rename)
        kiosk_list.revoke_requested.connect(self._revoke)
        set_asides.take_in_requested.connect(self._take_in)
        set_asides.dismiss_requested.connect(self._dismiss)

    def do(self, verb: Callable[[], object], said: str) -> None:
        """Any verb: then say that it is done, or why it is not, and look at what there is now."""

        def done(_done: object) -> None:
            self._tools.messages.say(said)
            self.after_act()

        self._tools.background.run(verb, done, self._refuse)

    def after_act(self) -> None:
        self._watch.look()
        self.acted.emit()

    def _rename(self, kiosk_id: UUID, name: str) -> None:
        self._tools.background.run(
            lambda: self._owner.rename_kiosk(kiosk_id, name),
            lambda _done: self._renamed(kiosk_id),
            lambda error: self._list.refuse_name(kiosk_id, error),
        )

    def _renamed(self, kiosk_id: UUID) -> None:
        self._list.end_renaming(kiosk_id)
        self.after_act()

    def _revoke(self, kiosk: Kiosk) -> None:
        self.do(
            lambda: self._owner.revoke_kiosk(kiosk.id),
            self._tools.words.tr("%(kiosk)s is shut out. Ctrl Z takes that back.", kiosk=kiosk.name),
        )

    def _take_in(self, set_aside_id: UUID) -> None:
        self.do(
            lambda: self._owner.take_set_aside_in(set_aside_id),
            self._tools.words.tr("It waits in the inbox."),
        )

    def _dismiss(self, set_aside_id: UUID) -> None:
        self.do(
            lambda: self._owner.dismiss_set_aside(set_aside_id),
            self._tools.words.tr("Dismissed. Ctrl Z takes that back."),
        )

    def _refuse(self, error: AppError) -> None:
        self._tools.messages.warn(self._tools.words.error(error))
        self._watch.look()
