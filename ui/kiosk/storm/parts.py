"""A storm's contributions as QML shows them: columns of notes, joined by and, but, instead."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import IntEnum
from typing import Any
from uuid import UUID

from PySide6.QtCore import (
    QAbstractListModel,
    QByteArray,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor
from PySide6.QtQml import QmlElement

from app.domain.ideas import Link
from app.kiosk.notes import Note
from app.note_words import link_word
from app.words import Words
from ui.kiosk.storm.laying import Piece
from ui.kiosk.storm.wording import builds_on_words, left_out_words
from ui.kiosk.typed import Property, QmlUncreatable

QML_IMPORT_NAME = "Teacup"
QML_IMPORT_MAJOR_VERSION = 1

Index = QModelIndex | QPersistentModelIndex
# Short first words are set larger, as on the wall.
SHORT_TEXT = 70


@dataclass(frozen=True, kw_only=True, slots=True)
class PartFace:
    """All that stands on a contribution beside its text, made ready. `count` is empty where nobody may know;
    `can_choose`: it has a corner to say "me too" on."""

    name: str
    age: str
    count: str
    me_too: str
    is_given: bool
    can_choose: bool
    paper: QColor


@QmlElement
@QmlUncreatable("The storm lays out its parts.")
class StormPart(QObject):
    """One contribution at its place; `number` is how the page is told of it."""

    changed = Signal()

    def __init__(
        self,
        number: int,
        piece: Piece,
        face: Callable[[Note], PartFace],
        words: Callable[[], Words],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._number = number
        self._piece = piece
        self._note = piece.note
        self._face_of = face
        self._words_of = words
        self._face = face(piece.note)
        self._is_gone = False

    @property
    def id(self) -> UUID:
        return self._note.id

    @property
    def note(self) -> Note:
        return self._note

    def put(self, note: Note | None) -> None:
        """Another state of the contribution; None when it is not to be seen any more."""
        self._is_gone = note is None
        self._note = note or self._note
        self.dress()

    def dress(self) -> None:
        """In the words and colours of now."""
        self._face = self._face_of(self._note)
        self.changed.emit()

    @Property(int, notify=changed)
    def number(self) -> int:
        return self._number

    @Property(bool, notify=changed)
    def isGone(self) -> bool:
        return self._is_gone

    @Property(bool, notify=changed)
    def isFirst(self) -> bool:
        """Of its chain."""
        return self._piece.link is None

    @Property(bool, notify=changed)
    def isLast(self) -> bool:
        return self._piece.is_last

    @Property(bool, notify=changed)
    def isShort(self) -> bool:
        return self.isFirst and len(self._note.text) <= SHORT_TEXT

    @Property(str, notify=changed)
    def link(self) -> str:
        return link_word(self._piece.link or Link.AND, self._words_of())

    @Property(str, notify=changed)
    def to(self) -> str:
        """What it builds on, where that does not stand right above."""
        parent = self._piece.to
        return builds_on_words(parent.name, self._words_of()) if parent else ""

    @Property(str, notify=changed)
    def leftOut(self) -> str:
        """How many of the chain stand between it and the one above without being shown."""
        count = self._piece.left_out
        return left_out_words(count, self._words_of()) if count else ""

    @Property(str, notify=changed)
    def text(self) -> str:
        return self._note.text

    @Property(str, notify=changed)
    def name(self) -> str:
        return self._face.name

    @Property(str, notify=changed)
    def age(self) -> str:
        return self._face.age

    @Property(str, notify=changed)
    def count(self) -> str:
        return self._face.count

    @Property(str, notify=changed)
    def meToo(self) -> str:
        return self._face.me_too

    @Property(bool, notify=changed)
    def isGiven(self) -> bool:
        return self._face.is_given

    @Property(bool, notify=changed)
    def canChoose(self) -> bool:
        return self._face.can_choose

    @Property(QColor, notify=changed)
    def paper(self) -> QColor:
        return self._face.paper

    @Property(str, notify=changed)
    def heard(self) -> str:
        """The contribution as a screen reader tells it."""
        said = ("" if self.isFirst else self.link, self.to, self._note.text, self.name, self.age, self.count)
        return ". ".join(part for part in said if part)


class Role(IntEnum):
    PART = Qt.ItemDataRole.UserRole


@QmlElement
@QmlUncreatable("The storm lays out its columns.")
class StormColumn(QAbstractListModel):
    """Parts from top to bottom; the page lets them in a few at a time."""

    def __init__(self, parts: Sequence[StormPart], parent: QObject) -> None:
        super().__init__(parent)
        self._parts = parts
        self._shown = 0

    @property
    def parts(self) -> Sequence[StormPart]:
        return self._parts

    @property
    def is_whole(self) -> bool:
        return self._shown == len(self._parts)

    def let_in(self, number: int) -> None:
        """So many more."""
        number = min(number, len(self._parts) - self._shown)
        if number > 0:
            self.beginInsertRows(QModelIndex(), self._shown, self._shown + number - 1)
            self._shown += number
            self.endInsertRows()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else self._shown

    def roleNames(self) -> dict[int, QByteArray]:
        return {int(Role.PART): QByteArray(b"part")}

    def data(self, index: Index, role: int = Role.PART) -> Any:
        if not index.isValid() or role != Role.PART:
            return None
        return self._parts[index.row()]
