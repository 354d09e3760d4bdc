"""The page on which an idea is written: on the note itself, with its name on the strip that tears off."""

from __future__ import annotations

from uuid import UUID

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from app.domain.clock import Clock
from app.domain.errors import AppError, InvalidInput
from app.domain.ideas import Link
from app.domain.shop import Moderation
from app.domain.text import IDEA_GRAPHEMES, first_graphemes, graphemes, is_blank, is_longer_than
from app.domain.translation import mark
from app.kiosk.notes import Note
from app.kiosk.outbox import Draft, Pinned
from app.note_words import link_word
from app.theme import LIGHT, note_paper
from ui.kiosk.keyboard.model import KeyboardModel
from ui.kiosk.shop_side import phone_address, shop_of
from ui.kiosk.typed import Property, QmlUncreatable
from ui.kiosk.visit import Visit
from ui.kiosk.write.alike import AlikeList
from ui.kiosk.write.comparing import Comparing
from ui.kiosk.write.core import WritingCore
from ui.shared.background import Background

QML_IMPORT_NAME = "Teacup"
QML_IMPORT_MAJOR_VERSION = 1

# From here on the page counts what is left.
COUNTED_AT_LEFT = 40
# A cat on the keyboard: more is not kept, so that the page stays quick.
MOST_KEPT = IDEA_GRAPHEMES + 200
BUG = mark("Something went wrong here. Your words are still there: please try once more.")


@QmlElement
@QmlUncreatable("The program makes the page.")
class WritePage(QObject):
    """`open` shows it; `pinned` tells of it once it is on the disk. `refilled` asks the fields to
    show `text` and `name` anew: they are typed in, and otherwise lead."""

    changed = Signal()
    refilled = Signal()
    pinned = Signal(object, str)
    left = Signal()
    note_requested = Signal(object)

    def __init__(
        self,
        *,
        core: WritingCore,
        visit: Visit,
        background: Background,
        clock: Clock,
        keyboard: KeyboardModel,
    ) -> None:
        super().__init__()
        self._core = core
        self._visit = visit
        self._background = background
        self._keyboard = keyboard
        self._comparing = Comparing(core=core, visit=visit, background=background, clock=clock)
        self._comparing.changed.connect(self.changed)
        self._parent: Note | None = None
        self._problem: AppError | None = None
        self._round = 0
        self._forget()
        visit.changed.connect(self.changed)
        visit.ended.connect(self._begin_anew)

    def open(self, builds_on: UUID | None = None, link: Link = Link.AND, storm: str = "") -> None:
        """Show the page; the idea may build on another one, or be for the storm of that code, to which all
        belongs that builds on something in it. What this person has typed already stays."""
        facts = self._core.facts
        self._keyboard.follow_shop(
            languages=facts.languages if facts else (),
            phone_address=phone_address(self._core, "new"),
        )
        self._parent = self._core.board.note(builds_on) if builds_on else None
        self._storm = self._parent.storm if self._parent else storm
        self._question = self._asked(self._storm)
        self._link = link
        self._is_asking = False
        self._problem = None
        self._compare()
        self.refilled.emit()
        self.changed.emit()

    def follow_storms(self) -> None:
        """One of them went on, perhaps the one that is written for."""
        if self._storm:
            self.changed.emit()

    def _asked(self, code: str) -> str:
        """The question of that storm; empty when the kiosk does not know it (any more)."""
        if not code:
            return ""
        return next((one.storm.question for one in self._core.storms() if one.code == code), "")

    @property
    def _is_for_storm(self) -> bool:
        return bool(self._storm) and self._core.gathers(self._storm)

    @Slot()
    def _begin_anew(self) -> None:
        """Nothing of what was typed stays."""
        self._forget()
        self.refilled.emit()
        self.changed.emit()

    def _forget(self) -> None:
        self._round += 1
        self._text = self._name = ""
        self._storm = self._question = ""
        self._parent = None
        self._link = Link.AND
        self._is_pinning = False
        self._is_asking = False
        self._problem = None
        self._comparing.forget()

    # What is typed.

    @Slot(str)
    def set_text(self, text: str) -> None:
        if text == self._text:
            return
        kept = first_graphemes(text, MOST_KEPT)
        self._text = kept
        self._has_changed()
        if kept != text:
            self.refilled.emit()
        self._compare()

    @Slot(str)
    def set_name(self, name: str) -> None:
        if name != self._name:
            self._name = first_graphemes(name, MOST_KEPT)
            self._has_changed()

    def _has_changed(self) -> None:
        """Typing is an answer too: to a complaint, and to the question whether to go on."""
        self._visit.touch()
        self._problem = None
        self._is_asking = False
        self.changed.emit()

    @Slot(str)
    def choose_link(self, link: str) -> None:
        self._visit.touch()
        self._link = Link(link)
        self.changed.emit()

    def _compare(self) -> None:
        self._comparing.follow(self._text, but=self._parent.id if self._parent else None)

    @Slot(int)
    def open_note(self, index: int) -> None:
        """Read one of those that say the same; what is typed here stays."""
        self._visit.touch()
        self.note_requested.emit(self._comparing.found[index].id)

    # Pinning and leaving.

    @Slot()
    def pin(self) -> None:
        """Accept the idea; whoever taps twice pins once."""
        self._visit.touch()
        if not self.canPin:
            return
        draft, asked = self._draft(), self._round
        self._is_pinning, self._problem = True, None
        self.changed.emit()
        self._background.run(
            lambda: self._core.pin(draft),
            lambda pinned: self._take_pinned(pinned, draft.text, asked),
            lambda error: self._take_problem(error, asked),
            lambda: self._take_problem(AppError(BUG), asked),
        )

    def _draft(self) -> Draft:
        return Draft(
            text=self._text,
            name=self._name,
            builds_on=self._parent.id if self._parent else None,
            link=self._link if self._parent else None,
            language=self._visit.language,
            # Also when it gathers no more: the server knows best, and who wrote in time is not turned away.
            storm=self._storm,
        )

    def _take_pinned(self, pinned: Pinned, text: str, asked: int) -> None:
        # Who went away meanwhile is not thanked on somebody else's page; the idea is safe.
        if asked == self._round:
            self._begin_anew()
            self.pinned.emit(pinned, text)

    def _take_problem(self, error: AppError, asked: int) -> None:
        if asked == self._round:
            self._is_pinning, self._problem = False, error
            self.changed.emit()

    @Slot()
    def leave(self) -> None:
        """Back to the wall; words that would be lost are asked for first."""
        self._visit.touch()
        if self._is_empty:
            self.throw_away()
        elif not self._is_pinning:
            self._is_asking = True
            self.changed.emit()

    @Slot()
    def keep_writing(self) -> None:
        self._visit.touch()
        self._is_asking = False
        self.changed.emit()

    @Slot()
    def throw_away(self) -> None:
        self._visit.touch()
        self._begin_anew()
        self.left.emit()

    @property
    def _is_empty(self) -> bool:
        return is_blank(self._text) and is_blank(self._name)

    # What the page shows.

    @Property(KeyboardModel, notify=changed)
    def keyboard(self) -> KeyboardModel:
        return self._keyboard

    @Property(AlikeList, notify=changed)
    def alike(self) -> AlikeList:
        return self._comparing.found

    @Property(bool, notify=changed)
    def hasAlike(self) -> bool:
        return len(self._comparing.found) > 0

    @Property(str, notify=changed)
    def text(self) -> str:
        return self._text

    @Property(str, notify=changed)
    def name(self) -> str:
        return self._name

    @Property(bool, notify=changed)
    def isPinning(self) -> bool:
        return self._is_pinning

    @Property(bool, notify=changed)
    def isAsking(self) -> bool:
        """Whether to throw the words away is the question now."""
        return self._is_asking

    @Property(bool, notify=changed)
    def canPin(self) -> bool:
        return not self._is_pinning and not is_blank(self._text) and not self._is_too_long

    @property
    def _is_too_long(self) -> bool:
        return is_longer_than(self._text, IDEA_GRAPHEMES)

    @Property(str, notify=changed)
    def title(self) -> str:
        words = self._visit.words
        if self._parent:
            return words.tr("What would you add?")
        return self._question if self._is_for_storm else words.tr("What would you like to see here?")

    @Property(str, notify=changed)
    def textLabel(self) -> str:
        return self._visit.words.tr("Your idea, in your own words")

    @Property(str, notify=changed)
    def nameLabel(self) -> str:
        return self._visit.words.tr("First name, if you like")

    @Property(str, notify=changed)
    def fate(self) -> str:
        """What becomes of it once it is pinned."""
        words, shop = self._visit.words, shop_of(self._core)
        if shop.moderation is Moderation.PUBLIC_AT_ONCE:
            return words.tr("Goes up on the wall")
        if not shop.owner:
            return words.tr("Goes up when it has been read")
        return words.tr("Goes up when %(owner)s has read it", owner=shop.owner)

    @Property(str, notify=changed)
    def count(self) -> str:
        """How much room is left, told only when it matters."""
        left = IDEA_GRAPHEMES - graphemes(self._text)
        words = self._visit.words
        if left < 0:
            return words.trn("%(count)s character too many", "%(count)s characters too many", -left)
        if left <= COUNTED_AT_LEFT:
            return words.trn("Room for %(count)s character", "Room for %(count)s characters", left)
        return ""

    @Property(str, notify=changed)
    def problem(self) -> str:
        return self._visit.words.error(self._problem) if self._problem else ""

    @Property(bool, notify=changed)
    def isProblemOfName(self) -> bool:
        return isinstance(self._problem, InvalidInput) and self._problem.field == "name"

    @Property(str, notify=changed)
    def whyNot(self) -> str:
        """Why the idea cannot be pinned yet; empty when it can."""
        words = self._visit.words
        if self._is_too_long:
            return words.tr("A little shorter, and it fits on the note.")
        return words.tr("Write a few words, then it can go up.") if is_blank(self._text) else ""

    @Property(bool, notify=changed)
    def isLate(self) -> bool:
        """For the storm that it was begun for."""
        return bool(self._storm) and not self._is_for_storm

    @Property(str, notify=changed)
    def lateWords(self) -> str:
        """What becomes of it then; empty when it is in time."""
        if not self.isLate:
            return ""
        return self._visit.words.tr(
            "The storm gathers no more. Your words are safe: this becomes an idea of its own."
        )

    @Property(str, notify=changed)
    def alikeTitle(self) -> str:
        return self._visit.words.tr("Is it one of these?")

    @Property(str, notify=changed)
    def pinLabel(self) -> str:
        return self._visit.words.tr("Pin it up")

    @Property(str, notify=changed)
    def leaveLabel(self) -> str:
        return self._visit.words.tr("Leave it")

    @Property(str, notify=changed)
    def question(self) -> str:
        return self._visit.words.tr("Your words are not on the wall yet.")

    @Property(str, notify=changed)
    def keepLabel(self) -> str:
        return self._visit.words.tr("Keep writing")

    @Property(str, notify=changed)
    def throwLabel(self) -> str:
        return self._visit.words.tr("Throw away")

    @Property(bool, notify=changed)
    def hasParent(self) -> bool:
        return self._parent is not None

    @Property(str, notify=changed)
    def parentText(self) -> str:
        return self._parent.text if self._parent else ""

    @Property(int, notify=changed)
    def parentPaper(self) -> int:
        """Which of the four papers it hangs on, from 0."""
        return LIGHT.notes.index(note_paper(LIGHT, self._parent.id.hex)) if self._parent else 0

    @Property(str, notify=changed)
    def link(self) -> str:
        return str(self._link)

    @Property("QStringList", notify=changed)
    def links(self) -> list[str]:
        return [str(link) for link in Link]

    @Property("QStringList", notify=changed)
    def linkWords(self) -> list[str]:
        """In the order of `links`."""
        return [link_word(link, self._visit.words) for link in Link]
