"""The small things a note that came forward is surrounded by, as QML shows them."""

from __future__ import annotations

from uuid import UUID

from PySide6.QtCore import QObject, QRectF, Signal
from PySide6.QtGui import QColor
from PySide6.QtQml import QmlElement

from app.domain.ideas import Link
from app.kiosk.notes import Note
from app.note_words import age_in_words, link_word
from app.words import Words
from ui.kiosk.note.wording import link_explained
from ui.kiosk.typed import Property, QmlUncreatable

QML_IMPORT_NAME = "Teacup"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
@QmlUncreatable("The note makes its chain.")
class ChainNote(QObject):
    """An idea that builds on the one in front."""

    changed = Signal()

    def __init__(
        self,
        note: Note,
        *,
        paper: QColor,
        days: int,
        words: Words,
        parent: QObject,
        has_count: bool = True,
    ) -> None:
        super().__init__(parent)
        self._note = note
        self._paper = paper
        self._days = days
        self._words = words
        self._has_count = has_count

    @property
    def id(self) -> UUID:
        return self._note.id

    @Property(str, notify=changed)
    def link(self) -> str:
        return link_word(self._note.link or Link.AND, self._words)

    @Property(str, notify=changed)
    def text(self) -> str:
        return self._note.text

    @Property(str, notify=changed)
    def name(self) -> str:
        return self._note.name or self._words.tr("A guest")

    @Property(str, notify=changed)
    def age(self) -> str:
        return age_in_words(self._days, self._words)

    @Property(str, notify=changed)
    def meToo(self) -> str:
        return self._words.tr("Me too")

    @Property(bool, notify=changed)
    def hasCount(self) -> bool:
        return self._has_count

    @Property(int, notify=changed)
    def votes(self) -> int:
        return self._note.votes

    @Property(QColor, notify=changed)
    def paper(self) -> QColor:
        return self._paper


@QmlElement
@QmlUncreatable("The note offers its links.")
class BuildChoice(QObject):
    """One of the three ways to build on an idea."""

    changed = Signal()

    def __init__(self, link: Link, words: Words, parent: QObject) -> None:
        super().__init__(parent)
        self._link = link
        self._words = words

    @Property(str, notify=changed)
    def link(self) -> str:
        return str(self._link)

    @Property(str, notify=changed)
    def word(self) -> str:
        return link_word(self._link, self._words)

    @Property(str, notify=changed)
    def explanation(self) -> str:
        return link_explained(self._link, self._words)


@QmlElement
@QmlUncreatable("The note remembers the wall.")
class BarePaper(QObject):
    """A note of the wall without its letters, where it hung when the wall stepped back."""

    changed = Signal()

    def __init__(self, place: QRectF, paper: QColor, parent: QObject) -> None:
        super().__init__(parent)
        self._place = place
        self._paper = paper

    @Property(QRectF, notify=changed)
    def place(self) -> QRectF:
        return self._place

    @Property(QColor, notify=changed)
    def paper(self) -> QColor:
        return self._paper
