"""The note in front: read whole, agreed with, built upon, taken along."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import QObject, QRectF, Signal, Slot
from PySide6.QtGui import QColor
from PySide6.QtQml import QmlElement

from app.domain.clock import Clock
from app.domain.ideas import Link
from app.domain.text import on_one_line
from app.kiosk.link import Changed
from app.kiosk.notes import Note
from app.note_words import link_word
from app.theme import note_paper
from ui.kiosk.look import Look
from ui.kiosk.me_too import MeToo, with_vote
from ui.kiosk.note.items import BarePaper, BuildChoice, ChainNote
from ui.kiosk.note.wording import channel_words, dated_stamp, told_age
from ui.kiosk.shop_side import days_since, phone_address, shop_of
from ui.kiosk.typed import Property, QmlUncreatable
from ui.kiosk.visit import Visit
from ui.kiosk.wall.note_face import said
from ui.kiosk.wall.place import Hanging
from ui.shared.background import Background

if TYPE_CHECKING:
    from app.kiosk.core import KioskCore
    from app.kiosk.storms import ToldStorm

QML_IMPORT_NAME = "Teacup"
QML_IMPORT_MAJOR_VERSION = 1

PARENT_GRAPHEMES = 60


@dataclass(frozen=True, slots=True)
class _Read:
    note: Note | None
    parent: Note | None
    chain: Sequence[Note]


@QmlElement
@QmlUncreatable("The program makes the note.")
class NotePage(QObject):
    """`open` brings a note forward; `closed` asks to go back to the wall, also when the note is gone, and
    `returned` to what was being written when the note was looked up.

    `build_requested` carries the idea's id and the Link. `hanging_now` tells what hangs in view on the wall.
    """

    changed = Signal()
    chain_changed = Signal()
    papers_changed = Signal()
    opened = Signal()
    closed = Signal()
    returned = Signal()
    build_requested = Signal(object, object)

    def __init__(
        self,
        *,
        core: KioskCore,
        visit: Visit,
        look: Look,
        me_too: MeToo,
        background: Background,
        clock: Clock,
        hanging_now: Callable[[], Sequence[Hanging]],
    ) -> None:
        super().__init__()
        self._core = core
        self._visit = visit
        self._look = look
        self._me_too = me_too
        self._background = background
        self._clock = clock
        self._hanging_now = hanging_now
        self._id: UUID | None = None
        self._read = _Read(None, None, ())
        self._is_looked_up = False
        self._is_choosing = False
        self._origin = QRectF()
        self._papers: list[BarePaper] = []
        self._chain: list[ChainNote] = []
        self._choices: list[BuildChoice] = []
        look.changed.connect(self._tell)
        visit.ended.connect(self._forget)
        me_too.toggled.connect(self._show_vote)
        me_too.settled.connect(self._follow_vote)

    @property
    def note(self) -> Note | None:
        return self._read.note

    @Slot(object)
    def open(self, idea_id: UUID) -> None:
        """Bring this note forward, from where it hangs if it does."""
        self._is_looked_up = False
        self._bring(idea_id)

    def look_up(self, idea_id: UUID) -> None:
        """Bring it forward for somebody who is writing: the way back leads to the words."""
        self._is_looked_up = True
        self._bring(idea_id)

    def _bring(self, idea_id: UUID) -> None:
        self._forget()
        self._id = idea_id
        self._remember_wall(idea_id)
        self._ask()

    @Slot(object)
    def follow(self, changed: Changed) -> None:
        """The board or the shop changed; called on the GUI thread."""
        if self._id is not None and (changed.facts or changed.board is None or changed.board):
            self._ask()
        if changed.storms:
            self.changed.emit()

    # What QML shows

    @Property(bool, notify=changed)
    def isReady(self) -> bool:
        return self._read.note is not None

    @Property(str, notify=changed)
    def text(self) -> str:
        return self._read.note.text if self._read.note else ""

    @Property(QColor, notify=changed)
    def paper(self) -> QColor:
        return self._paper_of(self._id) if self._id else QColor()

    @Property(str, notify=changed)
    def parentLink(self) -> str:
        """How this idea builds on another; empty when it stands alone or that one is gone."""
        note = self._read.note
        return link_word(note.link or Link.AND, self._visit.words) if note and self._read.parent else ""

    @Property(str, notify=changed)
    def parentWords(self) -> str:
        """The beginning of the idea that this one builds on, for a single line."""
        if self._read.parent is None:
            return ""
        return on_one_line(self._read.parent.text, PARENT_GRAPHEMES)

    @Property(str, notify=changed)
    def name(self) -> str:
        note = self._read.note
        return (note.name or self._visit.words.tr("A guest")) if note else ""

    @Property(str, notify=changed)
    def cameHow(self) -> str:
        """When and by which way the idea came, to stand behind the name."""
        note = self._read.note
        if note is None:
            return ""
        words = self._visit.words
        age = told_age(days_since(note.created_at, self._clock.now(), shop_of(self._core)), words)
        return ", ".join(part for part in (age, channel_words(note.channel, words)) if part)

    @Property(str, notify=changed)
    def meToo(self) -> str:
        return self._visit.words.tr("Me too")

    @Property(int, notify=changed)
    def votes(self) -> int:
        return self._read.note.votes if self._read.note else 0

    @Property(bool, notify=changed)
    def hasCount(self) -> bool:
        """Whether anybody may know how often "me too" was said: in a storm not before choosing."""
        note = self._read.note
        storm = self._storm
        return note is None or not note.storm or (storm is not None and not self._hides_counts(storm))

    def _hides_counts(self, storm: ToldStorm) -> bool:
        return storm.hides_counts(self._clock.now()) or not storm.storm.takes_votes

    @Property(bool, notify=changed)
    def takesMeToo(self) -> bool:
        """In a storm while it gathers, and while one chooses for what can be chosen that way."""
        note, storm = self._read.note, self._storm
        if note is None or not note.storm:
            return True
        return storm is not None and storm.takes_me_too(note.id, self._clock.now())

    @Property(bool, notify=changed)
    def takesBuilding(self) -> bool:
        note = self._read.note
        return note is None or not note.storm or self._core.gathers(note.storm)

    @property
    def _storm(self) -> ToldStorm | None:
        """What the note was given to, while the kiosk knows of it."""
        note = self._read.note
        if note is None or not note.storm:
            return None
        return next((storm for storm in self._core.storms() if storm.code == note.storm), None)

    @Property(bool, notify=changed)
    def isGiven(self) -> bool:
        return self._id is not None and self._me_too.is_given(self._id)

    @Property(str, notify=changed)
    def status(self) -> str:
        return str(self._read.note.status) if self._read.note else ""

    @Property(str, notify=changed)
    def stamp(self) -> str:
        note = self._read.note
        if note is None:
            return ""
        shop = shop_of(self._core)
        return dated_stamp(note, shop, self._visit.words, shop.local_date(self._clock.now()))

    @Property(str, notify=changed)
    def slip(self) -> str:
        """What the shop says; empty when it has not said anything."""
        note = self._read.note
        return said(note.answer, self._visit.words) if note and note.answer else ""

    @Property(str, notify=changed)
    def signed(self) -> str:
        note = self._read.note
        return (note.answer.signed or shop_of(self._core).voice) if note and note.answer else ""

    @Property(str, notify=changed)
    def forShop(self) -> str:
        """Stands behind the signature, unless the shop itself signs."""
        shop = shop_of(self._core)
        if self.signed == shop.name:
            return ""
        return self._visit.words.tr("for %(shop)s", shop=shop.name)

    @Property(str, notify=changed)
    def chainTitle(self) -> str:
        count = len(self._read.chain)
        if not count:
            return self._visit.words.tr("Nobody has built on this yet.")
        return self._visit.words.trn("%(count)s built on this", "%(count)s built on this", count)

    @Property("QVariantList", notify=chain_changed)
    def chain(self) -> Sequence[QObject]:
        return self._chain

    @Property("QVariantList", notify=papers_changed)
    def papers(self) -> Sequence[QObject]:
        return self._papers

    @Property(QRectF, notify=papers_changed)
    def origin(self) -> QRectF:
        """Where the note hung; empty when it did not."""
        return self._origin

    @Property(bool, notify=changed)
    def isChoosing(self) -> bool:
        return self._is_choosing

    @Property("QVariantList", notify=chain_changed)
    def choices(self) -> Sequence[QObject]:
        return self._choices

    @Property(str, notify=changed)
    def choosingTitle(self) -> str:
        return self._visit.words.tr("How does your idea go on from this one?")

    @Property(str, notify=changed)
    def stopChoosingWord(self) -> str:
        return self._visit.words.tr("Back to the note")

    @Property(str, notify=changed)
    def backWord(self) -> str:
        words = self._visit.words
        return words.tr("Back to your idea") if self._is_looked_up else words.tr("Back to the wall")

    @Property(str, notify=changed)
    def buildWord(self) -> str:
        return self._visit.words.tr("Build on this")

    @Property(str, notify=changed)
    def phoneWord(self) -> str:
        return self._visit.words.tr("Take it along on your phone")

    @Property(str, notify=changed)
    def phoneAddress(self) -> str:
        return phone_address(self._core, f"i/{self._id}") if self._id else ""

    # What fingers do

    @Slot()
    def toggleMeToo(self) -> None:
        if self._read.note is not None and self.takesMeToo:
            self._visit.touch()
            self._me_too.toggle(self._read.note.id)

    @Slot(int)
    def openBuilt(self, place: int) -> None:
        """Bring forward one of the ideas that build on this."""
        self._visit.touch()
        self._bring(self._chain[place].id)

    @Slot()
    def openParent(self) -> None:
        if self._read.parent is not None:
            self._visit.touch()
            self._bring(self._read.parent.id)

    @Slot()
    def startBuilding(self) -> None:
        self._visit.touch()
        self._show_choosing(True)

    @Slot()
    def stopBuilding(self) -> None:
        self._visit.touch()
        self._show_choosing(False)

    @Slot(str)
    def build(self, link: str) -> None:
        if self._id is not None:
            self._visit.touch()
            self._show_choosing(False)
            self.build_requested.emit(self._id, Link(link))

    @Slot()
    def close(self) -> None:
        self._visit.touch()
        self._go_back()

    def _go_back(self) -> None:
        (self.returned if self._is_looked_up else self.closed).emit()

    def _show_choosing(self, is_choosing: bool) -> None:
        self._is_choosing = is_choosing
        self.changed.emit()

    # Reading

    def _ask(self) -> None:
        idea_id, board = self._id, self._core.board
        assert idea_id is not None

        def read() -> _Read:
            note = board.note(idea_id)
            parent = board.note(note.builds_on) if note and note.builds_on else None
            return _Read(note, parent, board.chain(idea_id) if note else ())

        self._background.run(read, lambda found: self._take(idea_id, found))

    def _take(self, idea_id: UUID, found: _Read) -> None:
        if idea_id != self._id:
            return
        if found.note is None:
            self._forget()
            self._go_back()
            return
        if self._me_too.is_settling(idea_id):
            return
        was_ready = self.isReady
        self._read = found
        self._tell()
        if not was_ready:
            self.opened.emit()

    @Slot(object)
    def _follow_vote(self, idea_id: UUID) -> None:
        if idea_id == self._id:
            self._ask()

    @Slot(object, bool)
    def _show_vote(self, idea_id: UUID, is_given: bool) -> None:
        note = self._read.note
        if note is not None and idea_id == note.id:
            self._read = _Read(with_vote(note, is_given), self._read.parent, self._read.chain)
            self.changed.emit()

    @Slot()
    def _tell(self) -> None:
        """Everything anew, in the words and colours of now."""
        shop, now, words = shop_of(self._core), self._clock.now(), self._visit.words
        before = [*self._chain, *self._choices]
        self._choices = [BuildChoice(link, words, self) for link in Link]
        self._chain = [
            ChainNote(
                note,
                paper=self._paper_of(note.id),
                days=days_since(note.created_at, now, shop),
                words=words,
                has_count=not note.storm or self.hasCount,
                parent=self,
            )
            for note in self._read.chain
        ]
        self.chain_changed.emit()
        self.changed.emit()
        _let_go(before)

    @Slot()
    def _forget(self) -> None:
        self._id = None
        self._read = _Read(None, None, ())
        self._is_choosing = False
        self._origin = QRectF()
        self._tell()

    def _remember_wall(self, idea_id: UUID) -> None:
        """The papers of the wall, and where this note hung among them; kept while going along a chain."""
        hanging, before = self._hanging_now(), self._papers
        self._papers = [BarePaper(one.paper, one.colour, self) for one in hanging]
        self._origin = next((one.paper for one in hanging if one.id == idea_id), QRectF())
        self.papers_changed.emit()
        _let_go(before)

    def _paper_of(self, idea_id: UUID) -> QColor:
        return QColor(note_paper(self._look.palette, idea_id.hex))


def _let_go(objects: Sequence[QObject]) -> None:
    """After QML was told of their successors: the items that showed them go first."""
    for one in objects:
        one.deleteLater()
