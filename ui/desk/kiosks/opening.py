"""A kiosk on this computer: one click makes a pairing, starts the program, and waits until it has come."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import QObject, QTimer, Signal

from app.domain.errors import AppError
from app.domain.kiosks import Kiosk
from ui.desk.kiosks.ways import KioskWays
from ui.desk.kiosks.wording import Presence, presence
from ui.desk.tools import Tools

if TYPE_CHECKING:
    from app.services.owner.owner import Owner

PATIENCE_MS = 45_000
LOCAL_ADDRESS = "https://127.0.0.1:%s"


class LocalKiosk(QObject):
    """`changed` comes when opening begins and ends. A kiosk that was opened here before is started as it is;
    pairing it once more would make two of it."""

    changed = Signal()

    def __init__(self, *, tools: Tools, owner: Owner, ways: KioskWays) -> None:
        super().__init__()
        self._tools = tools
        self._owner = owner
        self._ways = ways
        self._kiosks: list[Kiosk] = []
        self._known: frozenset[UUID] = frozenset()
        self._is_starting = False
        self._patience = QTimer(self)
        self._patience.setSingleShot(True)
        self._patience.setInterval(PATIENCE_MS)
        self._patience.timeout.connect(self._give_up)

    @property
    def is_opening(self) -> bool:
        return self._is_starting or self._patience.isActive()

    def open(self, port: int) -> None:
        """Start one that talks to the server at `port`; does nothing while one is on its way or there."""
        if self.is_opening:
            return
        own = self._own()
        if own is not None and self._is_there(own):
            self._tools.messages.say(self._tools.words.tr("It is open already."))
            return
        self._known = frozenset(kiosk.id for kiosk in self._kiosks)
        self._is_starting = True
        self.changed.emit()

        def work() -> None:
            code = "" if own else self._owner.new_pairing(self._ways.fingerprint()).text
            self._ways.open_kiosk(LOCAL_ADDRESS % port, code)

        self._tools.background.run(work, lambda _done: self._wait(), self._refuse, self._end)

    def take_kiosks(self, kiosks: Sequence[Kiosk]) -> None:
        """The one that was opened is the one from before, or one that nobody knew."""
        self._kiosks = list(kiosks)
        if not self._patience.isActive():
            return
        own = self._own()
        come = [own] if own else [kiosk for kiosk in kiosks if kiosk.id not in self._known]
        for kiosk in come:
            if self._is_there(kiosk):
                self._ways.remember(str(kiosk.id))
                self._tools.messages.say(self._tools.words.tr("%(kiosk)s is connected.", kiosk=kiosk.name))
                self._end()
                return

    def _own(self) -> Kiosk | None:
        """The kiosk that was opened here before, unless it was shut out since."""
        remembered = self._ways.remembered()
        return next((kiosk for kiosk in self._kiosks if str(kiosk.id) == remembered), None)

    def _is_there(self, kiosk: Kiosk) -> bool:
        return presence(kiosk, self._tools.clock.now()) is Presence.THERE

    def _wait(self) -> None:
        self._is_starting = False
        self._patience.start()

    def _refuse(self, error: AppError) -> None:
        self._end()
        self._tools.messages.warn(self._tools.words.error(error))

    def _give_up(self) -> None:
        self._end()
        self._tools.messages.warn(
            self._tools.words.tr(
                "The kiosk has not come yet. Look at its screen: it says there what it waits for."
            )
        )

    def _end(self) -> None:
        self._patience.stop()
        self._is_starting = False
        self.changed.emit()
