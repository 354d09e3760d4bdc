"""The keys of one page as a list that QML draws. Shift and another page change rows, and make few anew."""

from __future__ import annotations

from collections.abc import Callable
from enum import IntEnum
from typing import Any

from PySide6.QtCore import QAbstractListModel, QByteArray, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtQml import QmlElement

from ui.kiosk.keyboard.captions import Captions
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
# What changes while a key stays where it is, and what does not.
_SAID: dict[Role, Callable[[Captions, Key], object]] = {
    Role.LABEL: Captions.shown,
    Role.ICON: Captions.icon,
    Role.SPOKEN: Captions.spoken,
    Role.LIT: Captions.is_lit,
    Role.RESTING: Captions.is_resting,
}
_LIES: dict[Role, Callable[[Key], object]] = {
    Role.KIND: lambda key: str(key.kind),
    Role.ROW: lambda key: key.row,
    Role.COLUMN: lambda key: key.column,
    Role.SPAN: lambda key: key.span,
    Role.NAME: lambda key: f"key-{key.text or key.kind}",
}
# A row without a key.
_BLANK: dict[Role, object] = {
    **dict.fromkeys((Role.KIND, Role.LABEL, Role.ICON, Role.SPOKEN, Role.NAME), ""),
    **dict.fromkeys((Role.LIT, Role.RESTING), False),
    **dict.fromkeys((Role.ROW, Role.COLUMN, Role.SPAN), 0),
}


@QmlElement
@QmlUncreatable("The keyboard makes its keys.")
class KeyList(QAbstractListModel):
    """`captions` says what stands on the keys at the moment."""

    def __init__(self, captions: Callable[[], Captions]) -> None:
        super().__init__()
        self._captions = captions
        self._keys: Keys = ()
        self._rows = 0

    @property
    def keys(self) -> Keys:
        return self._keys

    def show_page(self, keys: Keys) -> None:
        """Another page: other keys in other places. Keys that are there become others, and those too many are
        blank: forty new items for each turn of a page take long, and PySide 6.11 keeps something of each for
        ever.
        """
        is_other, before = keys != self._keys, self._rows
        self._keys = keys
        self._tell(list(_NAMES) if is_other else list(_SAID))
        if len(keys) > before:
            self.beginInsertRows(QModelIndex(), before, len(keys) - 1)
            self._rows = len(keys)
            self.endInsertRows()

    def refresh(self) -> None:
        """The same keys say something else."""
        self._tell(list(_SAID))

    def _tell(self, roles: list[Role]) -> None:
        if self._rows:
            self.dataChanged.emit(self.index(0), self.index(self._rows - 1), roles)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else self._rows

    def roleNames(self) -> dict[int, QByteArray]:
        return {int(role): QByteArray(name.encode()) for role, name in _NAMES.items()}

    def data(self, index: Index, role: int = Role.LABEL) -> Any:
        if not index.isValid() or role not in _NAMES:
            return None
        if index.row() >= len(self._keys):
            return _BLANK[Role(role)]
        key = self._keys[index.row()]
        if role in _SAID:
            return _SAID[Role(role)](self._captions(), key)
        return _LIES[Role(role)](key)
