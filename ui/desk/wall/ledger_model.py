"""The ledger as rows: each sheet once, with where it hangs and whether it is still true."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import IntEnum
from typing import Any
from uuid import UUID

from PySide6.QtCore import (
    QAbstractTableModel,
    QByteArray,
    QMimeData,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
)

from app.words import Words
from ui.desk.wall.board_view import SHEET_MIME

Index = QModelIndex | QPersistentModelIndex
NO_PARENT = QModelIndex()
LINE_ROLE = Qt.ItemDataRole.UserRole + 1


class Column(IntEnum):
    NUMBER = 0
    SAYS = 1
    SHEET = 2
    HANGS_AT = 3
    SINCE = 4
    DOWN_ON = 5
    TODAY = 6


@dataclass(frozen=True, kw_only=True, slots=True)
class LedgerLine:
    """A sheet in the words of the page. `is_wrong`: it says what is not so any more; `alarm` orders them,
    the worst first."""

    id: UUID
    number: int
    says: str
    sheet: str
    hangs_at: str
    since: date | None
    since_words: str
    down_on: date | None
    down_words: str
    today: str
    is_wrong: bool
    alarm: int = 0

    @property
    def cells(self) -> tuple[str, ...]:
        return (
            f"{self.number}",
            self.says,
            self.sheet,
            self.hangs_at,
            self.since_words,
            self.down_words,
            self.today,
        )


_KEYS: dict[Column, Callable[[LedgerLine], Any]] = {
    Column.NUMBER: lambda line: line.number,
    Column.SAYS: lambda line: line.says.casefold(),
    Column.SHEET: lambda line: (line.sheet, -line.number),
    Column.HANGS_AT: lambda line: (line.hangs_at.casefold(), -line.number),
    Column.SINCE: lambda line: (line.since or date.max, line.number),
    Column.DOWN_ON: lambda line: (line.down_on or date.max, line.number),
    Column.TODAY: lambda line: (line.alarm, -line.number),
}


class LedgerModel(QAbstractTableModel):
    def __init__(self, words: Words, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self._lines: list[LedgerLine] = []
        self._by: Column = Column.TODAY
        self._is_falling = False

    @property
    def lines(self) -> Sequence[LedgerLine]:
        return self._lines

    def titles(self) -> tuple[str, ...]:
        tr = self._words.tr
        return (
            tr("No."), tr("Says"), tr("Sheet"), tr("Hangs at"), tr("Since"), tr("Down on"), tr("Today"),
        )  # fmt: skip

    def show_lines(self, lines: Sequence[LedgerLine]) -> None:
        """The same sheets keep their rows, and with them what is chosen."""
        ordered = self._ordered(lines)
        if [line.id for line in ordered] == [line.id for line in self._lines]:
            self._lines = ordered
            if ordered:
                last = self.index(len(ordered) - 1, Column.TODAY)
                self.dataChanged.emit(self.index(0, 0), last)
            return
        self.beginResetModel()
        self._lines = ordered
        self.endResetModel()

    def row_of(self, id: UUID) -> int | None:
        return next((row for row, line in enumerate(self._lines) if line.id == id), None)

    def line_at(self, row: int) -> LedgerLine | None:
        return self._lines[row] if 0 <= row < len(self._lines) else None

    def rowCount(self, parent: Index = NO_PARENT) -> int:
        return 0 if parent.isValid() else len(self._lines)

    def columnCount(self, parent: Index = NO_PARENT) -> int:
        return 0 if parent.isValid() else len(Column)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        line = self.line_at(index.row()) if index.isValid() else None
        if line is None:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return line.cells[index.column()]
        if role == LINE_ROLE:
            return line
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{self.titles()[index.column()]}: {line.cells[index.column()]}"
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return self.titles()[section]
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        return super().flags(index) | Qt.ItemFlag.ItemIsDragEnabled

    def mimeTypes(self) -> list[str]:
        return [SHEET_MIME]

    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:
        """One sheet, to be dropped on the board where it hangs."""
        made = QMimeData()
        line = self.line_at(indexes[0].row()) if indexes else None
        if line is not None:
            made.setData(SHEET_MIME, QByteArray(str(line.id).encode()))
        return made

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        if column < 0:
            return
        self._by, self._is_falling = Column(column), order == Qt.SortOrder.DescendingOrder
        self.layoutAboutToBeChanged.emit()
        before = self.persistentIndexList()
        ids = [(self._lines[index.row()].id, index.column()) for index in before]
        self._lines = self._ordered(self._lines)
        rows = {line.id: row for row, line in enumerate(self._lines)}
        self.changePersistentIndexList(before, [self.index(rows[id], column) for id, column in ids])
        self.layoutChanged.emit()

    def _ordered(self, lines: Sequence[LedgerLine]) -> list[LedgerLine]:
        return sorted(lines, key=_KEYS[self._by], reverse=self._is_falling)
