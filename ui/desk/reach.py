"""How customers reach this shop now: the address that goes onto paper, and whether it answers.

No code is drawn for an address that does not answer, nor for one that only this machine knows.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from enum import Enum
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QObject, QTimer, Signal

from ui.desk.preferences import Preferences
from ui.desk.tools import Tools

if TYPE_CHECKING:
    from app.addresses import MachineAddress
    from app.settings import Settings

PROBE_INTERVAL_MS = 60_000


class Answer(Enum):
    """What came of asking the address itself."""

    UNKNOWN = "unknown"
    YES = "yes"
    NO = "no"


class AddressRules(Protocol):
    """What `app.reach` knows of addresses. It brings the network along, so the first frame does not wait."""

    def choose_address(
        self, public: str, settings: Settings, known: Sequence[str], port: int | None
    ) -> str: ...
    def is_local(self, address: str) -> bool: ...


class Reach(QObject):
    """`changed` comes whenever address, server or answer changed."""

    changed = Signal()

    def __init__(
        self,
        *,
        tools: Tools,
        preferences: Preferences,
        addresses: Callable[[], list[MachineAddress]],
        probe: Callable[[str], bool],
        rules: Callable[[], AddressRules],
    ) -> None:
        super().__init__()
        self._tools = tools
        self._preferences = preferences
        self._find_addresses = addresses
        self._probe = probe
        self._rules = rules
        self._port: int | None = None
        self.kiosk_port: int | None = None
        self._public = ""
        self._answer = Answer.UNKNOWN
        self.addresses: list[MachineAddress] = []
        self._timer = QTimer(self)
        self._timer.setInterval(PROBE_INTERVAL_MS)
        self._timer.timeout.connect(self.look_again)

    @property
    def base(self) -> str:
        """The program's address for customers, without a slash at its end; empty while it has none."""
        if self._port is None:
            return ""
        known = [found.address for found in self.addresses]
        return self._rules().choose_address(self._public, self._preferences.settings, known, self._port)

    @property
    def answer(self) -> Answer:
        return self._answer

    @property
    def is_local_only(self) -> bool:
        """Whether no other machine can ever follow it."""
        base = self.base
        return bool(base) and self._rules().is_local(base)

    @property
    def choice(self) -> str:
        """What the owner chose, empty for the best one found."""
        return self._preferences.settings.address

    @property
    def lost_choice(self) -> str:
        """The address that was chosen and that this machine no longer has; empty when all is well."""
        choice = self.choice
        has_looked, is_whole = bool(self.addresses), choice.startswith(("http://", "https://"))
        known = [found.address for found in self.addresses]
        return choice if choice and has_looked and not is_whole and choice not in known else ""

    @property
    def for_paper(self) -> str:
        """What may be drawn as a code: empty unless it answers and others can follow it."""
        return self.base if self._answer is Answer.YES and not self.is_local_only else ""

    @property
    def for_kiosks(self) -> str:
        """What is typed at a kiosk on another computer; empty while kiosks are not served, or while no other
        computer can follow it."""
        known = [found.address for found in self.addresses]
        host = self.choice if self.choice in known else next(iter(known), "")
        if self.kiosk_port is None or not host:
            return ""
        return f"https://{f'[{host}]' if ':' in host else host}:{self.kiosk_port}"

    @property
    def why_no_code(self) -> str:
        """The sentence for a sheet without a code; empty when it has one."""
        tr = self._tools.words.tr
        if self.for_paper:
            return ""
        if not self.base:
            return tr("No code on the sheet: the customers’ pages are not running.")
        if self.is_local_only:
            return tr("No code on the sheet: this address works on this computer only.")
        if self._answer is Answer.UNKNOWN:
            return tr("No code on the sheet yet: the address is being tried.")
        return tr("No code on the sheet: %(address)s does not answer.", address=self.base)

    def server_runs(self, port: int, kiosk_port: int | None = None) -> None:
        """`kiosk_port` is where kiosks are served over TLS, if they are."""
        self._port, self.kiosk_port = port, kiosk_port
        self._timer.start()
        self.look_again()

    def server_stopped(self) -> None:
        self._port = self.kiosk_port = None
        self._answer = Answer.NO
        self._timer.stop()
        self.changed.emit()

    def shop_says(self, public_address: str) -> None:
        """The public address from the shop's own settings, if it has one."""
        if public_address != self._public:
            self._public = public_address
            self.look_again()

    def choose(self, address: str) -> None:
        """The owner's own choice among the addresses, empty = the best one found."""
        self._preferences.choose_address(address)
        self._answer = Answer.UNKNOWN
        self.look_again()

    def look_again(self) -> None:
        """Find the addresses of this machine and ask the chosen one whether it answers."""
        self._tools.background.run(self._find_addresses, self._take_addresses)

    def _take_addresses(self, found: list[MachineAddress]) -> None:
        self.addresses = found
        self.changed.emit()
        base = self.base
        if base:
            self._tools.background.run(lambda: self._probe(base), lambda answers: self._hear(base, answers))

    def _hear(self, base: str, answers: bool) -> None:
        if base == self.base:
            self._answer = Answer.YES if answers else Answer.NO
            self.changed.emit()
