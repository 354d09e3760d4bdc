"""A shop with its real server, which can go and come back at its port, and the kiosks that hang on it."""

from __future__ import annotations

import subprocess
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from uuid import UUID

from app.domain.clock import Clock, SystemClock
from app.domain.decisions import decide
from app.domain.ideas import Idea, Status
from app.domain.inbox import InboxView
from app.kiosk.core import KioskCore
from app.kiosk.link import LinkState
from app.opening import OwnersShop, open_owners_shop
from app.paths import DataFolder
from app.reach import ServingRecord
from app.web.certificate import certificate_fingerprint
from tests.serving import running_server
from tests.unit.web.running import until

# A kiosk that found nobody knocks again after half a minute at the latest.
PATIENCE_SECONDS = 60.0


def wait_until(condition: Callable[[], object]) -> None:
    until(condition, PATIENCE_SECONDS)


class Street:
    def __init__(self, root: Path) -> None:
        self.folder = DataFolder(root / "shop")
        self.root = root
        self._stack = ExitStack()
        self._server = ExitStack()
        self._tls_port = 0
        self.server: subprocess.Popen[str]
        self.open_server()
        self.desk: OwnersShop = self._stack.enter_context(open_owners_shop(self.folder))

    @property
    def address(self) -> str:
        return f"https://127.0.0.1:{self._tls_port}"

    def open_server(self, folder: DataFolder | None = None) -> None:
        """At the same port as before; another shop's, where its folder is given."""
        data = folder or self.folder
        arguments = ("--tls-port", str(self._tls_port))
        self.server, _ = self._server.enter_context(running_server(data.root, *arguments))
        port = ServingRecord(data).tls_port()
        assert port is not None
        self._tls_port = port

    def close_server(self) -> None:
        self._server.close()

    def pairing_code(self) -> str:
        return self.desk.owner.new_pairing(certificate_fingerprint(self.folder.root)).spaced

    @contextmanager
    def kiosk(self, name: str = "Counter", *, clock: Clock | None = None) -> Iterator[KioskCore]:
        """As it stood when it was closed last; not yet started."""
        core = KioskCore.open(self.root / name, clock=clock or SystemClock())
        try:
            yield core
        finally:
            core.stop()

    @contextmanager
    def paired_kiosk(self, name: str = "Counter") -> Iterator[KioskCore]:
        """Started, and online."""
        with self.kiosk(name) as core:
            core.pair(self.address, self.pairing_code(), name)
            core.start(lambda _changed: None)
            wait_until(lambda: core.link is LinkState.ONLINE)
            yield core

    def ideas(self) -> list[Idea]:
        """What the owner finds at the desk, oldest first."""
        return list(reversed(self.desk.owner.inbox(InboxView.ALL).ideas))

    def idea(self, id: UUID) -> Idea | None:
        found = self.desk.owner.several([id])
        return found[0] if found else None

    def hang(self, text: str) -> Idea:
        """An idea on the board."""
        idea = self.desk.owner.add_idea(text)
        self.desk.owner.approve([idea.id])
        return idea

    def answer(self, id: UUID, text: str) -> None:
        owner = self.desk.owner
        today = owner.shop().local_date(SystemClock().now())
        owner.answer(id, decide(Status.PLANNED, text, today=today))

    def close(self) -> None:
        self._stack.close()
        self._server.close()
