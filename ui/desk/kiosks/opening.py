"""A kiosk on this computer: one click makes a pairing, starts the program, and waits until it has come."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import QObject, QTimer, Signal

from app.domain.errors import AppError
from app.domain.kiosks import Kiosk
from ui.desk.kiosks.wording import Presence, presence
from ui.desk.tools import Tools

if TYPE_CHECKING:
    from app.services.owner.owner import Owner

PATIENCE_MS = 45_000
LOCAL_ADDRESS = "https://127.0.0.1:%s"


class LocalKiosk(QObject):
    """`changed` comes when opening begins and ends. `open_kiosk` starts the program with address and code;
    one that is paired already keeps its pairing, and the code grows old unused."""

    changed = Signal()

    def __init__(
        self,
        *,
        tools: Tools,
        owner: Owner,
        fingerprint: Callable[[], bytes],
        open_kiosk: Callable[[str, str], None],
    ) -> None:
        super().__init__()
        self._tools = tools
        self._owner = owner
        self._fingerprint = fingerprint
        self._open_kiosk = open_kiosk
        self._is_starting = False
        self._kiosks: list[Kiosk] = []
        self._there_before: frozenset[UUID] = frozenset()
        self._opened: UUID | None = None
        self._patience = QTimer(self)
        self._patience.setSingleShot(True)
        self._patience.setInterval(PATIENCE_MS)
        self._patience.timeout.connect(self._give_up)

    @property
    def is_opening(self) -> bool:
        return self._is_starting or self._patience.isActive()

    def open(self, port: int) -> None:
        """Start one that talks to the server at `port`; does nothing while one is on its way or there."""
        there = self._there()
        if self._opened in there:
            self._tools.messages.say(self._tools.words.tr("It is open already."))
            return
        if self.is_opening:
            return
        self._there_before = there
        self._is_starting = True
        self.changed.emit()
        address = LOCAL_ADDRESS % port

        def work() -> None:
            code = self._owner.new_pairing(self._fingerprint())
            self._open_kiosk(address, code.text)

        self._tools.background.run(work, lambda _done: self._wait(), self._refuse, self._end)

    def take_kiosks(self, kiosks: Sequence[Kiosk]) -> None:
        """The one that has come since is the one that was opened."""
        self._kiosks = list(kiosks)
        come = self._there() - self._there_before
        if not self._patience.isActive() or not come:
            return
        self._opened = next(iter(come))
        name = next(kiosk.name for kiosk in kiosks if kiosk.id == self._opened)
        self._tools.messages.say(self._tools.words.tr("%(kiosk)s is connected.", kiosk=name))
        self._end()

    def _there(self) -> frozenset[UUID]:
        now = self._tools.clock.now()
        return frozenset(kiosk.id for kiosk in self._kiosks if presence(kiosk, now) is Presence.THERE)

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
