"""The rows of the inbox with their tags, page by page; a changed idea changes, comes or goes alone."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any
from uuid import UUID

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from app.domain.ideas import Idea
from app.domain.inbox import InboxView
from app.domain.tags import Tag
from ui.desk.inbox.membership import comes_before

if TYPE_CHECKING:
    from app.services.owner.listing import Changed, Listed

Index = QModelIndex | QPersistentModelIndex
IDEA_ROLE = Qt.ItemDataRole.UserRole + 1
TAGS_ROLE = Qt.ItemDataRole.UserRole + 2
MATCH_ROLE = Qt.ItemDataRole.UserRole + 3
NO_PARENT = QModelIndex()
# Fewer would leave a tall list half empty.
SHORT_PAGE = 40


class InboxModel(QAbstractListModel):
    """`more_wanted` carries the cursor behind the last row, when the list was scrolled to its end, or when a
    page came that was short and not the last."""

    more_wanted = Signal(str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._view = InboxView.TO_ANSWER
        self._ideas: list[Idea] = []
        self._rows: set[UUID] = set()
        self._tags: dict[UUID, tuple[UUID, ...]] = {}
        self._matches: Mapping[UUID, str] = {}
        self._names: dict[UUID, str] = {}
        self.known_tags: tuple[Tag, ...] = ()
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
        if role == TAGS_ROLE:
            return self.tag_names(idea.id)
        if role == MATCH_ROLE:
            return self._matches.get(idea.id, "")
        if role == Qt.ItemDataRole.AccessibleDescriptionRole:
            match = self._matches.get(idea.id, "")
            return ", ".join(filter(None, (idea.name, match, *self.tag_names(idea.id))))
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

    def tags_on(self, idea_id: UUID) -> tuple[UUID, ...]:
        return self._tags.get(idea_id, ())

    def tag_names(self, idea_id: UUID) -> tuple[str, ...]:
        return tuple(self._names[tag] for tag in self.tags_on(idea_id) if tag in self._names)

    def show(self, view: InboxView, listed: Listed, matches: Mapping[UUID, str]) -> None:
        """Another view or another search: everything anew. `matches` say in words where it was found."""
        page = listed.page
        self.beginResetModel()
        self._view = view
        self._ideas = list(page.ideas)
        self._rows = {idea.id for idea in page.ideas}
        self._tags = dict(listed.tags)
        self._matches = matches
        self._know(listed.known)
        self._next, self._asked_for = page.next, None
        self.endResetModel()
        self._go_on_after(len(page.ideas))

    def append(self, listed: Listed, asked_after: str) -> None:
        """The next page, unless another view was opened while it was on its way."""
        if asked_after != self._asked_for:
            return
        fresh = [idea for idea in listed.page.ideas if idea.id not in self._rows]
        self._tags.update(listed.tags)
        if fresh:
            first = len(self._ideas)
            self.beginInsertRows(NO_PARENT, first, first + len(fresh) - 1)
            self._ideas.extend(fresh)
            self._rows.update(idea.id for idea in fresh)
            self.endInsertRows()
        self._next, self._asked_for = listed.page.next, None
        self._go_on_after(len(fresh))

    def update(self, asked: Sequence[UUID], changed: Changed) -> None:
        """Take over what is known now of the ideas `asked`; those not found are gone."""
        known = {idea.id: idea for idea in changed.ideas}
        self._know(changed.known)
        for idea_id in asked:
            self._tags[idea_id] = changed.tags.get(idea_id, ())
            self._update_one(idea_id, known.get(idea_id) if idea_id in changed.belonging else None)

    def show_tags(self, tags: Mapping[UUID, tuple[UUID, ...]], known: Sequence[Tag]) -> None:
        """A tag itself is another one now: the rows say it as it is."""
        self._tags = dict(tags)
        self._know(known)
        if self._ideas:
            self.dataChanged.emit(self.index(0), self.index(len(self._ideas) - 1))

    def _know(self, tags: Sequence[Tag]) -> None:
        self.known_tags = tuple(tags)
        self._names = {tag.id: tag.name for tag in tags}

    def _go_on_after(self, came: int) -> None:
        """A short page that is not the last: nobody scrolls to the end of what is not there."""
        if came < SHORT_PAGE and self._next is not None:
            self.fetchMore(NO_PARENT)

    def _update_one(self, idea_id: UUID, idea: Idea | None) -> None:
        row = self.row_of(idea_id)
        if row is not None and idea is None:
            self._remove(row)
        elif row is not None and idea is not None:
            self._ideas[row] = idea
            self.dataChanged.emit(self.index(row), self.index(row))
        elif idea is not None:
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
