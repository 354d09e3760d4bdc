"""The bar low on the wall: language, letters, contrast, the way to the phone, and the one brick button."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from app.kiosk.link import LinkState
from app.languages import own_name
from app.paths import resource
from app.words import available_languages
from ui.kiosk.look import SMALLEST_UNIT, Look
from ui.kiosk.shop_side import phone_address
from ui.kiosk.typed import Property, QmlUncreatable
from ui.kiosk.visit import Visit

if TYPE_CHECKING:
    from app.kiosk.core import KioskCore

QML_IMPORT_NAME = "Teacup"
QML_IMPORT_MAJOR_VERSION = 1

# Side by side on the bar; the others are in a list.
SHOWN, SHOWN_ON_SMALL_SCREENS, SHOWN_LARGE = 4, 2, 1


@QmlElement
@QmlUncreatable("The bar makes its languages.")
class LanguageChoice(QObject):
    """A language by the name its speakers give it."""

    changed = Signal()

    def __init__(self, tag: str, visit: Visit, parent: QObject) -> None:
        super().__init__(parent)
        self._tag = tag
        self._visit = visit
        visit.changed.connect(self.changed)

    @Property(str, notify=changed)
    def tag(self) -> str:
        return self._tag

    @Property(str, notify=changed)
    def name(self) -> str:
        return own_name(self._tag)

    @Property(bool, notify=changed)
    def isChosen(self) -> bool:
        return self._tag == self._visit.language


@QmlElement
@QmlUncreatable("The wall makes its bar.")
class Bar(QObject):
    changed = Signal()
    languages_changed = Signal()
    write_requested = Signal()

    def __init__(self, *, core: KioskCore, visit: Visit, look: Look) -> None:
        super().__init__()
        self._core = core
        self._visit = visit
        self._look = look
        self._is_list_open = False
        self._takes_ideas = True
        self._path = ""
        self._has_begun = False
        self._choices: list[LanguageChoice] = []
        self._listed: tuple[Sequence[QObject], Sequence[QObject]] = ((), ())
        # Read once: what a program speaks does not change while it runs.
        self._spoken = available_languages(resource("translations"))
        look.changed.connect(self._tell)
        visit.ended.connect(self.closeList)
        self.follow()

    def follow(self) -> None:
        """The shop or the link changed."""
        offered = (self._core.facts.languages if self._core.facts else ()) or self._spoken
        if [choice.tag for choice in self._choices] != list(offered):
            for choice in self._choices:
                choice.deleteLater()
            self._choices = [LanguageChoice(tag, self._visit, self) for tag in offered]
        self._tell()

    def begin(self) -> None:
        """The wall is painted: what takes a while to draw may come too."""
        self._has_begun = True
        self._tell()

    def offer(self, *, takes_ideas: bool, path: str = "") -> None:
        """Whether something can be pinned where this person is, and by which path a phone goes on there."""
        if (takes_ideas, path) != (self._takes_ideas, self._path):
            self._takes_ideas, self._path = takes_ideas, path
            self._tell()

    @Slot()
    def _tell(self) -> None:
        self.changed.emit()
        # A list that is told anew is shown by new items, and something of each old one stays in memory.
        listed = (self._choices, self.shownLanguages)
        if listed != self._listed:
            self._listed = listed
            self.languages_changed.emit()

    @Property("QVariantList", notify=languages_changed)
    def languages(self) -> Sequence[QObject]:
        """In the shop's order."""
        return self._choices

    @Property("QVariantList", notify=languages_changed)
    def shownLanguages(self) -> Sequence[QObject]:
        """Those on the bar itself; the chosen one is always among them."""
        shown = self._choices[: self._room()]
        chosen = next((choice for choice in self._choices if choice.isChosen), None)
        if chosen is not None and chosen not in shown:
            shown = [*shown[:-1], chosen]
        return shown

    def _room(self) -> int:
        """How many languages fit beside all else."""
        if self._look.isLarge:
            return SHOWN_LARGE
        is_small = self._look.unit <= SMALLEST_UNIT and not self._look.isPortrait
        return SHOWN_ON_SMALL_SCREENS if is_small else SHOWN

    @Property(str, notify=changed)
    def moreWord(self) -> str:
        """Opens the list; empty where the bar holds all languages."""
        more = len(self._choices) - len(self.shownLanguages)
        return self._visit.words.trn("%(count)s more", "%(count)s more", more) if more > 0 else ""

    @Property(str, notify=changed)
    def languagesWord(self) -> str:
        return self._visit.words.tr("Languages")

    @Property(bool, notify=changed)
    def isListOpen(self) -> bool:
        return self._is_list_open

    @Property(str, notify=changed)
    def largeWord(self) -> str:
        return self._visit.words.tr("Larger letters")

    @Property(str, notify=changed)
    def contrastWord(self) -> str:
        return self._visit.words.tr("More contrast")

    @Property(str, notify=changed)
    def pinWord(self) -> str:
        """Empty where nothing can be pinned."""
        return self._visit.words.tr("Pin an idea") if self._takes_ideas else ""

    @Property(str, notify=changed)
    def phoneWord(self) -> str:
        return self._visit.words.tr("Continue on your phone")

    @Property(str, notify=changed)
    def phoneAddress(self) -> str:
        """Empty where phones reach nothing, and until the wall is painted."""
        return phone_address(self._core, self._path) if self._has_begun else ""

    @Property(str, notify=changed)
    def offlineWord(self) -> str:
        """Empty while the server is there."""
        words = self._visit.words
        match self._core.link:
            case LinkState.ONLINE | LinkState.CONNECTING:
                return ""
            case LinkState.OTHER_VERSION:
                return words.tr("This kiosk waits for an update. Ideas are kept and sent later.")
            case _:
                return words.tr("Without a connection. Ideas are kept and sent later.")

    @Slot(str)
    def chooseLanguage(self, tag: str) -> None:
        self._is_list_open = False
        self._visit.choose_language(tag)

    @Slot()
    def openList(self) -> None:
        self._show_list(True)

    @Slot()
    def closeList(self) -> None:
        self._show_list(False)

    def _show_list(self, is_open: bool) -> None:
        if is_open != self._is_list_open:
            self._is_list_open = is_open
            self.changed.emit()

    @Slot()
    def toggleLarge(self) -> None:
        self._visit.toggle_large()

    @Slot()
    def toggleContrast(self) -> None:
        self._visit.toggle_contrast()

    @Slot()
    def pin(self) -> None:
        self._visit.touch()
        self.write_requested.emit()
