"""The rows of the inbox, page by page; a changed idea changes, comes or goes alone."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from typing import Any
from uuid import UUID

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from app.domain.ideas import Idea
from app.domain.inbox import InboxView
from app.domain.paging import Page
from ui.desk.inbox.membership import belongs, comes_before

Index = QModelIndex | QPersistentModelIndex
IDEA_ROLE = Qt.ItemDataRole.UserRole + 1
NO_PARENT = QModelIndex()


class InboxModel(QAbstractListModel):
    """`more_wanted` carries the cursor behind the last row, when the list was scrolled to its end. `today` is
    the shop's date now."""

    more_wanted = Signal(str)

    def __init__(self, today: Callable[[], date], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._today = today
        self._view = InboxView.TO_ANSWER
        self._ideas: list[Idea] = []
        self._rows: set[UUID] = set()
        self._next: str | None = None
        self._asked_for: str | None = None

    @property
    def ideas(self) -> Sequence[Idea]:
        return self._ideas

    def rowCount(self, parent: Index = NO_PARENT) -> int:
        return 0 if parent.isValid() else len(self._ideas)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        idea = self._ideas[index.row()]
        if role == IDEA_ROLE:
            return idea
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return idea.text
        if role == Qt.ItemDataRole.AccessibleDescriptionRole:
            return idea.name
        return None

    def canFetchMore(self, parent: Index) -> bool:
        return not parent.isValid() and self._next is not None and self._asked_for != self._next

    def fetchMore(self, parent: Index) -> None:
        if self._next is not None and self.canFetchMore(parent):
            self._asked_for = self._next
            self.more_wanted.emit(self._next)

    def idea_at(self, row: int) -> Idea | None:
        return self._ideas[row] if 0 <= row < len(self._ideas) else None

    def row_of(self, idea_id: UUID) -> int | None:
        if idea_id not in self._rows:
            return None
        return next((row for row, idea in enumerate(self._ideas) if idea.id == idea_id), None)

    def show(self, view: InboxView, page: Page) -> None:
        """Another view or another search: everything anew."""
        self.beginResetModel()
        self._view = view
        self._ideas = list(page.ideas)
        self._rows = {idea.id for idea in page.ideas}
        self._next, self._asked_for = page.next, None
        self.endResetModel()

    def append(self, page: Page, asked_after: str) -> None:
        """The next page, unless another view was opened while it was on its way."""
        if asked_after != self._asked_for:
            return
        fresh = [idea for idea in page.ideas if idea.id not in self._rows]
        if fresh:
            first = len(self._ideas)
            self.beginInsertRows(NO_PARENT, first, first + len(fresh) - 1)
            self._ideas.extend(fresh)
            self._rows.update(idea.id for idea in fresh)
            self.endInsertRows()
        self._next, self._asked_for = page.next, None

    def update(self, asked: Sequence[UUID], found: Sequence[Idea]) -> None:
        """Take over what is known now of the ideas `asked`; those not `found` are gone."""
        known = {idea.id: idea for idea in found}
        for idea_id in asked:
            self._update_one(idea_id, known.get(idea_id))

    def _update_one(self, idea_id: UUID, idea: Idea | None) -> None:
        row = self.row_of(idea_id)
        stays = idea is not None and belongs(idea, self._view, self._today())
        if row is not None and not stays:
            self._remove(row)
        elif row is not None and idea is not None:
            self._ideas[row] = idea
            self.dataChanged.emit(self.index(row), self.index(row))
        elif idea is not None and stays:
            self._insert(idea)

    def _remove(self, row: int) -> None:
        self.beginRemoveRows(NO_PARENT, row, row)
        self._rows.discard(self._ideas[row].id)
        del self._ideas[row]
        self.endRemoveRows()

    def _insert(self, idea: Idea) -> None:
        """At its place; beyond the rows loaded so far the next page will bring it."""
        row = self._row_for(idea)
        if row == len(self._ideas) and self._next is not None:
            return
        self.beginInsertRows(NO_PARENT, row, row)
        self._ideas.insert(row, idea)
        self._rows.add(idea.id)
        self.endInsertRows()

    def _row_for(self, idea: Idea) -> int:
        low, high = 0, len(self._ideas)
        while low < high:
            middle = (low + high) // 2
            if comes_before(self._ideas[middle], idea, self._view):
                low = middle + 1
            else:
                high = middle
        return low
