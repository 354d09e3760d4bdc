"""Ideas that say nearly the same as what is being typed, as a list that QML draws."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import IntEnum
from typing import Any
from uuid import UUID

from PySide6.QtCore import QAbstractListModel, QByteArray, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtQml import QmlElement

from app.domain.shop import Shop
from app.kiosk.notes import Note
from app.note_words import age_in_words, stamp_word
from app.words import Words
from ui.kiosk.note.wording import told_age
from ui.kiosk.shop_side import days_since
from ui.kiosk.typed import QmlUncreatable

QML_IMPORT_NAME = "Teacup"
QML_IMPORT_MAJOR_VERSION = 1

Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, kw_only=True, slots=True)
class Alike:
    """One of them: the customer's words, the shop's answer if there is one, and a line about both."""

    id: UUID
    text: str
    answer: str = ""
    signed: str = ""
    line: str
    votes: str = ""
    status: str = ""
    stamp: str = ""

    @property
    def spoken(self) -> str:
        said = (self.text, self.stamp, self.answer, self.signed, self.line, self.votes)
        return ". ".join(part for part in said if part)


def alike_of(note: Note, *, shop: Shop, words: Words, now: datetime) -> Alike:
    """`note` in the visitor's words, its age counted in the shop's days."""
    slip = note.answer
    if slip is None:
        age = age_in_words(days_since(note.created_at, now, shop), words)
        name = note.name or words.tr("A guest")
        return Alike(
            id=note.id,
            text=note.text,
            line=words.tr("%(name)s, %(age)s", name=name, age=age),
            # In a storm nobody may know before choosing, and here it does not matter.
            votes="" if note.storm else words.tr("Me too %(count)s", count=note.votes),
        )
    return Alike(
        id=note.id,
        text=note.text,
        answer=slip.text,
        signed=slip.signed or shop.voice,
        line=told_age(days_since(slip.created_at, now, shop), words),
        status=str(slip.status),
        stamp=stamp_word(slip.status, slip.until, words, shop.local_date(now)),
    )


class Role(IntEnum):
    """What QML may ask of each; the names are those of the delegate's properties."""

    TEXT = Qt.ItemDataRole.UserRole
    ANSWER = Qt.ItemDataRole.UserRole + 1
    SIGNED = Qt.ItemDataRole.UserRole + 2
    LINE = Qt.ItemDataRole.UserRole + 3
    VOTES = Qt.ItemDataRole.UserRole + 4
    STATUS = Qt.ItemDataRole.UserRole + 5
    STAMP = Qt.ItemDataRole.UserRole + 6
    SPOKEN = Qt.ItemDataRole.UserRole + 7


_NAMES = {
    Role.TEXT: "said",
    Role.ANSWER: "answer",
    Role.SIGNED: "signed",
    Role.LINE: "line",
    Role.VOTES: "votes",
    Role.STATUS: "status",
    Role.STAMP: "stamp",
    Role.SPOKEN: "spoken",
}


@QmlElement
@QmlUncreatable("The page of writing fills it.")
class AlikeList(QAbstractListModel):
    def __init__(self) -> None:
        super().__init__()
        self._rows: list[Alike] = []

    def __iter__(self) -> Iterator[Alike]:
        return iter(self._rows)

    def __len__(self) -> int:
        return len(self._rows)

    def __getitem__(self, index: int) -> Alike:
        return self._rows[index]

    def show(self, wanted: Sequence[Alike]) -> None:
        """Show these in this order; what stays is not drawn anew."""
        self._drop({row.id for row in self._rows} - {row.id for row in wanted})
        for at, row in enumerate(wanted):
            self._put(at, row)

    def _drop(self, gone: set[UUID]) -> None:
        for at in reversed(range(len(self._rows))):
            if self._rows[at].id in gone:
                self.beginRemoveRows(QModelIndex(), at, at)
                del self._rows[at]
                self.endRemoveRows()

    def _put(self, at: int, row: Alike) -> None:
        found = next((number for number, old in enumerate(self._rows) if old.id == row.id), None)
        if found is None:
            self.beginInsertRows(QModelIndex(), at, at)
            self._rows.insert(at, row)
            self.endInsertRows()
            return
        if found != at:
            self.beginMoveRows(QModelIndex(), found, found, QModelIndex(), at)
            self._rows.insert(at, self._rows.pop(found))
            self.endMoveRows()
        if self._rows[at] != row:
            self._rows[at] = row
            self.dataChanged.emit(self.index(at), self.index(at))

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self._rows)

    def roleNames(self) -> dict[int, QByteArray]:
        return {int(role): QByteArray(name.encode()) for role, name in _NAMES.items()}

    def data(self, index: Index, role: int = Role.TEXT) -> Any:
        if not index.isValid() or role not in _NAMES:
            return None
        row = self._rows[index.row()]
        return {
            Role.TEXT: row.text,
            Role.ANSWER: row.answer,
            Role.SIGNED: row.signed,
            Role.LINE: row.line,
            Role.VOTES: row.votes,
            Role.STATUS: row.status,
            Role.STAMP: row.stamp,
            Role.SPOKEN: row.spoken,
        }[Role(role)]
