"""The sign at the foot of the navigation: how customers are served now, and where they reach the shop."""

from __future__ import annotations

from PySide6.QtCore import QObject

from app.words import Words
from ui.desk.navigation import Navigation
from ui.desk.reach import Answer, Reach
from ui.desk.server_keeper import ServerKeeper, ServerState


class ServingSign(QObject):
    """Follows the server and the address by itself; `server` is None where another program serves."""

    def __init__(
        self, *, navigation: Navigation, words: Words, reach: Reach, server: ServerKeeper | None
    ) -> None:
        super().__init__(navigation)
        self._navigation = navigation
        self._words = words
        self._reach = reach
        self._server = server
        reach.changed.connect(self.show)
        if server is not None:
            server.state_changed.connect(self.show)
            navigation.restart.clicked.connect(server.start)
        self.show()

    def show(self) -> None:
        navigation, tr, server = self._navigation, self._words.tr, self._server
        navigation.offer_restart(server is not None and server.state is ServerState.STOPPED)
        if server is None:
            self._show_foreign()
        elif server.state is ServerState.STARTING:
            navigation.show_state(tr("Customers’ pages are starting."), "")
        elif server.state is ServerState.STOPPED:
            navigation.show_state(server.problem or tr("Customers cannot reach you now."), "")
        else:
            self._show_reach()

    def _show_foreign(self) -> None:
        """The pages are served by another desk or a command, or not at all: only asking tells."""
        navigation, tr = self._navigation, self._words.tr
        if not self._reach.base:
            navigation.show_state(tr("Customers’ pages: not served from here"), "")
        elif self._reach.answer is Answer.NO:
            navigation.show_state(tr("Customers cannot reach you now. Close Teacup and open it again."), "")
        else:
            self._show_reach()

    def _show_reach(self) -> None:
        self._navigation.show_state(self._who_reaches_it(), self._reach.base)

    def _who_reaches_it(self) -> str:
        tr = self._words.tr
        if self._reach.is_local_only:
            return tr("Only this computer reaches it at")
        if self._reach.lost_choice:
            return tr("Your chosen address is gone. For now customers reach you at")
        return tr("Customers reach you at")
