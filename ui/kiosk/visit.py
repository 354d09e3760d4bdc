"""One person's time at the kiosk: language, letters, contrast, and who votes. Ends without a trace."""

from __future__ import annotations

from collections.abc import Callable
from uuid import uuid4

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from app.words import Words
from ui.kiosk.typed import Property, QmlUncreatable

QML_IMPORT_NAME = "Teacup"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
@QmlUncreatable("The program makes the visit.")
class Visit(QObject):
    """`load_words` gives the words of a language tag; `language` is the shop's own: each visit
    begins in it.

    `touched` comes with every sign of life, `ended` when everything of this person is to be forgotten.
    """

    changed = Signal()
    touched = Signal()
    ended = Signal()

    def __init__(
        self, *, load_words: Callable[[str], Words], language: str = "en", has_motion: bool = True
    ) -> None:
        super().__init__()
        self._load_words = load_words
        self._own_language = language
        self._has_motion = has_motion
        self._is_large = False
        self._is_high_contrast = False
        self._begin()

    @property
    def words(self) -> Words:
        return self._words

    @property
    def visitor(self) -> str:
        """Stands for this person where votes are counted; another one after the visit."""
        return self._visitor

    @Property(str, notify=changed)
    def language(self) -> str:
        return self._words.language

    @Property(bool, notify=changed)
    def isLarge(self) -> bool:
        return self._is_large

    @Property(bool, notify=changed)
    def isHighContrast(self) -> bool:
        return self._is_high_contrast

    @Property(bool, notify=changed)
    def hasMotion(self) -> bool:
        return self._has_motion

    @Property(bool, notify=changed)
    def isMirrored(self) -> bool:
        return self._words.is_right_to_left

    @Slot(str)
    def choose_language(self, language: str) -> None:
        self._words = self._load_words(language)
        self._tell()

    @Slot()
    def toggle_large(self) -> None:
        self._is_large = not self._is_large
        self._tell()

    @Slot()
    def toggle_contrast(self) -> None:
        self._is_high_contrast = not self._is_high_contrast
        self._tell()

    @Slot()
    def touch(self) -> None:
        """Somebody is here."""
        self.touched.emit()

    def end(self) -> None:
        """The person went away: forget everything, then tell."""
        self._begin()
        self.changed.emit()
        self.ended.emit()

    def follow_shop(self, *, language: str, has_motion: bool) -> None:
        """What the owner chose; the language shows with the next visit."""
        self._own_language = language
        if has_motion != self._has_motion:
            self._has_motion = has_motion
            self.changed.emit()

    def _begin(self) -> None:
        self._words = self._load_words(self._own_language)
        self._is_large = False
        self._is_high_contrast = False
        self._visitor = f"kiosk-{uuid4().hex}"

    def _tell(self) -> None:
        self.changed.emit()
        self.touched.emit()
