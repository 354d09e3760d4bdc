"""A place on the wall that QML shows. There are few; as the wall is scrolled they go from note to note."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from PySide6.QtCore import QObject, QRectF, Signal
from PySide6.QtGui import QColor, QImage
from PySide6.QtQml import QmlElement

from ui.kiosk.typed import Property, QmlUncreatable

QML_IMPORT_NAME = "Teacup"
QML_IMPORT_MAJOR_VERSION = 1


@dataclass(frozen=True, kw_only=True, slots=True)
class Hanging:
    """What a place shows. `paper` is the sheet on the wall, `corner` its torn one, `around` what the picture
    needs beyond the paper; all in px of the wall."""

    id: UUID
    paper: QRectF
    corner: QRectF
    height: float
    around: int
    colour: QColor
    heard: str
    me_too: str
    is_given: bool


@QmlElement
@QmlUncreatable("The wall makes its places.")
class Place(QObject):
    """Empty until a note is hung on it. `repainted`: its picture came, went or is another one."""

    changed = Signal()
    repainted = Signal()

    def __init__(self, number: int, parent: QObject) -> None:
        super().__init__(parent)
        self._number = number
        self._hanging: Hanging | None = None
        self._is_gone = False
        self._is_current = False
        self._is_on_corner = False
        self.picture: QImage | None = None

    @property
    def hanging(self) -> Hanging | None:
        return self._hanging

    def hang(self, hanging: Hanging | None, *, is_gone: bool = False) -> None:
        """Show a note without letters until its picture is ready; None takes down what hangs here."""
        if hanging is None or self._hanging is None or hanging.id != self._hanging.id:
            self.set_picture(None)
        self._hanging = hanging
        self._is_gone = is_gone
        self.changed.emit()

    def set_picture(self, picture: QImage | None) -> None:
        if picture is not self.picture:
            self.picture = picture
            self.repainted.emit()

    def set_current(self, is_current: bool, *, is_on_corner: bool = False) -> None:
        """Whether the keys have brought the focus here, and to which part."""
        if (is_current, is_on_corner) != (self._is_current, self._is_on_corner):
            self._is_current, self._is_on_corner = is_current, is_on_corner
            self.changed.emit()

    @Property(int, notify=changed)
    def number(self) -> int:
        return self._number

    @Property(bool, notify=changed)
    def isTaken(self) -> bool:
        return self._hanging is not None

    @Property(bool, notify=changed)
    def isGone(self) -> bool:
        return self._is_gone

    @Property(bool, notify=changed)
    def isCurrent(self) -> bool:
        return self._is_current

    @Property(bool, notify=changed)
    def isOnCorner(self) -> bool:
        return self._is_on_corner

    @Property(QRectF, notify=changed)
    def paper(self) -> QRectF:
        return self._hanging.paper if self._hanging else QRectF()

    @Property(QRectF, notify=changed)
    def corner(self) -> QRectF:
        """On the paper."""
        return self._hanging.corner if self._hanging else QRectF()

    @Property(float, notify=changed)
    def height(self) -> float:
        """Of paper and slip."""
        return self._hanging.height if self._hanging else 0

    @Property(float, notify=changed)
    def around(self) -> float:
        return self._hanging.around if self._hanging else 0

    @Property(str, notify=changed)
    def heard(self) -> str:
        return self._hanging.heard if self._hanging else ""

    @Property(str, notify=changed)
    def meToo(self) -> str:
        return self._hanging.me_too if self._hanging else ""

    @Property(bool, notify=changed)
    def isGiven(self) -> bool:
        return self._hanging.is_given if self._hanging else False
