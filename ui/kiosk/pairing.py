"""The page on which a new kiosk learns where its shop is: an address and a one-use code, typed once."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from app.domain.errors import AppError, InvalidInput
from ui.kiosk.typed import Property, QmlUncreatable
from ui.kiosk.visit import Visit
from ui.shared.background import Background

QML_IMPORT_NAME = "Teacup"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
@QmlUncreatable("The program makes the page.")
class PairingPage(QObject):
    """`pair(address, code, name)` asks the server and is called on the background thread. `can_leave` says
    whether there is a board to go back to."""

    changed = Signal()
    paired = Signal()
    left = Signal()

    def __init__(
        self,
        *,
        visit: Visit,
        background: Background,
        pair: Callable[[str, str, str], None],
        can_leave: Callable[[], bool],
        name: str,
    ) -> None:
        super().__init__()
        self._visit = visit
        self._background = background
        self._pair = pair
        self._can_leave = can_leave
        self._name = name
        self._address = self._code = ""
        self._is_busy = False
        self._problem: AppError | None = None
        visit.changed.connect(self.changed)
        visit.ended.connect(self._forget)

    @Slot(str)
    def set_address(self, text: str) -> None:
        self._set("_address", text)

    @Slot(str)
    def set_code(self, text: str) -> None:
        self._set("_code", text)

    def _set(self, field: str, text: str) -> None:
        if text != getattr(self, field):
            setattr(self, field, text)
            self._problem = None
            self.changed.emit()

    @Slot()
    def pair(self) -> None:
        """Ask the server with what is typed."""
        if not self.canPair:
            return
        address, code = self._address.strip(), self._code.strip()
        self._is_busy, self._problem = True, None
        self.changed.emit()
        self._background.run(
            lambda: self._pair(address, code, self._name), self._welcome, self._refuse, self._give_up
        )

    def begin(self, address: str, code: str) -> None:
        """With what the command line brought."""
        self._address, self._code = address, code
        self.changed.emit()
        self.pair()

    def _welcome(self, _nothing: None) -> None:
        self._is_busy = False
        self._forget()
        self.paired.emit()

    def _refuse(self, problem: AppError) -> None:
        self._is_busy, self._problem = False, problem
        self.changed.emit()

    def _give_up(self) -> None:
        self._is_busy = False
        self.changed.emit()

    @Slot()
    def _forget(self) -> None:
        """The address may help the next try; the code is a secret."""
        self._code = ""
        self._problem = None
        self.changed.emit()

    @Slot()
    def leave(self) -> None:
        if self.canLeave:
            self._forget()
            self.left.emit()

    # What the page shows.

    @Property(str, notify=changed)
    def address(self) -> str:
        return self._address

    @Property(str, notify=changed)
    def code(self) -> str:
        return self._code

    @Property(bool, notify=changed)
    def isBusy(self) -> bool:
        return self._is_busy

    @Property(bool, notify=changed)
    def canPair(self) -> bool:
        return not self._is_busy and bool(self._address.strip()) and bool(self._code.strip())

    @Property(bool, notify=changed)
    def canLeave(self) -> bool:
        return self._can_leave() and not self._is_busy

    @Property(str, notify=changed)
    def problem(self) -> str:
        return "" if self._problem is None else self._visit.words.error(self._problem)

    @Property(str, notify=changed)
    def wrongField(self) -> str:
        """`address` or `code` when the problem is about one of them."""
        return self._problem.field if isinstance(self._problem, InvalidInput) else ""

    @Property(str, notify=changed)
    def title(self) -> str:
        return self._visit.words.tr("Pair this kiosk with its shop")

    @Property(str, notify=changed)
    def explanation(self) -> str:
        return self._visit.words.tr(
            "The desk shows both on its page “Kiosks”. The code is good for half an hour."
        )

    @Property(str, notify=changed)
    def addressLabel(self) -> str:
        return self._visit.words.tr("Address of the shop’s computer")

    @Property(str, notify=changed)
    def codeLabel(self) -> str:
        return self._visit.words.tr("Pairing code")

    @Property(str, notify=changed)
    def pairLabel(self) -> str:
        words = self._visit.words
        return words.tr("Asking the shop…") if self._is_busy else words.tr("Pair")

    @Property(str, notify=changed)
    def leaveLabel(self) -> str:
        return self._visit.words.tr("Back to the board")
