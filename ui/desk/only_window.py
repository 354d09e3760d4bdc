"""One desk for one data folder in one session: who starts a second brings the first to the front."""

from __future__ import annotations

import hashlib
import logging
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtNetwork import QLocalServer, QLocalSocket

CONNECT_MS = 500
ANSWER_MS = 8_000
SHOW, SHOWN = b"show\n", b"shown\n"
log = logging.getLogger(__name__)


def name_for(root: Path) -> str:
    """The socket of this person's desk on the data folder `root`; another person has another one."""
    who_and_where = f"{Path.home()}\n{root.expanduser().resolve()}"
    digest = hashlib.blake2b(who_and_where.encode("utf-8", "surrogateescape"), digest_size=12)
    return f"teacup-{digest.hexdigest()}"


def bring_forward(root: Path) -> bool:
    """Ask the desk that is open on `root` to come to the front; False when there is none that answers."""
    socket = QLocalSocket()
    socket.connectToServer(name_for(root))
    if not socket.waitForConnected(CONNECT_MS):
        return False
    socket.write(SHOW)
    socket.flush()
    answered = socket.waitForReadyRead(ANSWER_MS) and bytes(socket.readAll().data()) == SHOWN
    socket.disconnectFromServer()
    return answered


class OnlyWindow(QObject):
    """Listens from before the data is opened; `asked` comes when the window is to come forward."""

    asked = Signal()

    def __init__(self, root: Path) -> None:
        super().__init__()
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._hear)
        name = name_for(root)
        # Nobody answered there: what is left of it was left by a desk that fell.
        QLocalServer.removeServer(name)
        if not self._server.listen(name):
            log.warning("A second desk will not find this one: %s", self._server.errorString())

    def close(self) -> None:
        self._server.close()

    def _hear(self) -> None:
        while (caller := self._server.nextPendingConnection()) is not None:
            caller.readyRead.connect(self._answer)
            caller.disconnected.connect(caller.deleteLater)
            if caller.bytesAvailable():
                self._answer_to(caller)

    def _answer(self) -> None:
        caller = self.sender()
        if isinstance(caller, QLocalSocket):
            self._answer_to(caller)

    def _answer_to(self, caller: QLocalSocket) -> None:
        if bytes(caller.readAll().data()) == SHOW:
            caller.write(SHOWN)
            caller.flush()
            self.asked.emit()
