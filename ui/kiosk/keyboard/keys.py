"""The keys of one page as a list that QML draws. Shift changes rows, another page replaces them."""

from __future__ import annotations

from collections.abc import Callable
from enum import IntEnum
from typing import Any

from PySide6.QtCore import QAbstractListModel, QByteArray, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtQml import QmlElement

from ui.kiosk.keyboard.grid import Key, Keys
from ui.kiosk.typed import QmlUncreatable

QML_IMPORT_NAME = "Teacup"
QML_IMPORT_MAJOR_VERSION = 1

Index = QModelIndex | QPersistentModelIndex


class Role(IntEnum):
    """What QML may ask of a key; the names are those of the delegate's properties."""

    KIND = Qt.ItemDataRole.UserRole
    LABEL = Qt.ItemDataRole.UserRole + 1
    ICON = Qt.ItemDataRole.UserRole + 2
    SPOKEN = Qt.ItemDataRole.UserRole + 3
    ROW = Qt.ItemDataRole.UserRole + 4
    COLUMN = Qt.ItemDataRole.UserRole + 5
    SPAN = Qt.ItemDataRole.UserRole + 6
    LIT = Qt.ItemDataRole.UserRole + 7
    RESTING = Qt.ItemDataRole.UserRole + 8
    NAME = Qt.ItemDataRole.UserRole + 9


_NAMES = {
    Role.KIND: "kind",
    Role.LABEL: "label",
    Role.ICON: "icon",
    Role.SPOKEN: "spoken",
    Role.ROW: "gridRow",
    Role.COLUMN: "gridColumn",
    Role.SPAN: "gridSpan",
    Role.LIT: "isLit",
    Role.RESTING: "isResting",
    Role.NAME: "name",
}
_CHANGING = [Role.LABEL, Role.ICON, Role.SPOKEN, Role.LIT, Role.RESTING]


@QmlElement
@QmlUncreatable("The keyboard makes its keys.")
class KeyList(QAbstractListModel):
    """`ask` says what of a key changes while it stays where it is."""

    def __init__(self, ask: Callable[[Key, Role], object]) -> None:
        super().__init__()
        self._ask = ask
        self._keys: Keys = ()

    @property
    def keys(self) -> Keys:
        return self._keys

    def show_page(self, keys: Keys) -> None:
        """Another page: other keys in other places."""
        self.beginResetModel()
        self._keys = keys
        self.endResetModel()

    def refresh(self) -> None:
        """The same keys say something else."""
        if self._keys:
            self.dataChanged.emit(self.index(0), self.index(len(self._keys) - 1), _CHANGING)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self._keys)

    def roleNames(self) -> dict[int, QByteArray]:
        return {int(role): QByteArray(name.encode()) for role, name in _NAMES.items()}

    def data(self, index: Index, role: int = Role.LABEL) -> Any:
        if not index.isValid() or role not in _NAMES:
            return None
        key = self._keys[index.row()]
        match Role(role):
            case Role.KIND:
                return str(key.kind)
            case Role.ROW:
                return key.row
            case Role.COLUMN:
                return key.column
            case Role.SPAN:
                return key.span
            case Role.NAME:
                return f"key-{key.text or key.kind}"
            case changing:
                return self._ask(key, changing)
