"""One storm as a page: its question, what is left of it, and whatever its phase asks of customers."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import QObject, QTimer, Signal, Slot
from PySide6.QtGui import QColor
from PySide6.QtQml import QmlElement

from app.domain.chains import chains, to_build_on
from app.domain.clock import Clock
from app.domain.storms import Phase
from app.kiosk.link import Changed
from app.kiosk.notes import Note
from app.kiosk.storms import ToldStorm
from ui.kiosk.look import Look
from ui.kiosk.me_too import MeToo, with_vote
from ui.kiosk.storm.columns import StormColumns
from ui.kiosk.storm.ending import StormEnding
from ui.kiosk.storm.faces import Faces
from ui.kiosk.storm.laying import Piece, alone, newest_first
from ui.kiosk.storm.running import RunningStorms
from ui.kiosk.storm.telling import StormTelling
from ui.kiosk.storm.wording import said_by
from ui.kiosk.typed import Property, QmlUncreatable
from ui.kiosk.visit import Visit
from ui.shared.background import Background

if TYPE_CHECKING:
    from app.kiosk.core import KioskCore

QML_IMPORT_NAME = "Teacup"
QML_IMPORT_MAJOR_VERSION = 1

# So long untouched at the top, nobody reads: what is new may come up.
UNTOUCHED_MS = 5000
_CHOSEN_AMONG = frozenset({Phase.CHOOSING, Phase.CLOSED})


@QmlElement
@QmlUncreatable("The program makes the page.")
class StormPage(QObject):
    """`show` a storm by its code, `leave` it. `note_requested` and `build_requested` carry the id of a
    contribution, `ballot_requested`: somebody holds a paper ballot.

    What hangs is laid out once and stays for whoever reads; contributions themselves change in place.
    """

    changed = Signal()
    columns_changed = Signal()
    risen = Signal()
    note_requested = Signal(object)
    build_requested = Signal(object)
    ballot_requested = Signal()

    def __init__(
        self,
        *,
        core: KioskCore,
        running: RunningStorms,
        visit: Visit,
        look: Look,
        me_too: MeToo,
        background: Background,
        clock: Clock,
    ) -> None:
        super().__init__()
        self._core = core
        self._running = running
        self._visit = visit
        self._look = look
        self._me_too = me_too
        self._background = background
        self._clock = clock
        self._told: ToldStorm | None = None
        self._phase = Phase.DRAFT
        self._notes: dict[UUID, Note] = {}
        self._invited: Note | None = None
        self._is_ready = self._is_stale = False
        self._top = 0.0
        self._faces = Faces(core=core, visit=visit, look=look, me_too=me_too, clock=clock)
        self._telling = StormTelling(running=running, core=core, visit=visit, clock=clock)
        self._ending = StormEnding(visit=visit)
        self._columns = StormColumns(look=look, face=self._faces.of, words=lambda: visit.words)
        self._untouched = self._build_untouched()
        self._connect()

    def _build_untouched(self) -> QTimer:
        timer = QTimer(self)
        timer.setInterval(UNTOUCHED_MS)
        timer.setSingleShot(True)
        timer.timeout.connect(self._come_up)
        return timer

    def _connect(self) -> None:
        self._columns.changed.connect(self.columns_changed)
        self._running.changed.connect(self._follow_time)
        self._look.changed.connect(self._follow_look)
        self._visit.touched.connect(self._untouched.start)
        self._me_too.toggled.connect(self._show_vote)
        self._me_too.settled.connect(lambda idea_id: self._read_some([idea_id]))

    # For the program

    @property
    def code(self) -> str:
        """Of the storm that is shown; empty when none is."""
        return self._told.code if self._told else ""

    @property
    def takes_ideas(self) -> bool:
        return self._phase is Phase.GATHERING

    def show(self, code: str) -> None:
        told = self._running.of(code)
        if told is None:
            return
        if code != self.code:
            self._notes, self._invited, self._is_ready = {}, None, False
            self._columns.show(())
        self._hold(told)
        self._read()

    def leave(self) -> None:
        self._untouched.stop()
        self._told, self._phase = None, Phase.DRAFT

    def follow(self, changed: Changed) -> None:
        """The board or the shop changed; called on the GUI thread."""
        if self._told is None:
            return
        if changed.board is None or changed.board:
            self._is_stale = True
            self._read_some(
                [id for id in self._columns.ids() if changed.board is None or id in changed.board]
            )
            if not self._untouched.isActive():
                self._untouched.start()
        self._tell()

    # What QML shows

    @Property(StormTelling, notify=changed)
    def telling(self) -> StormTelling:
        return self._telling

    @Property(StormEnding, notify=changed)
    def ending(self) -> StormEnding:
        return self._ending

    @Property("QVariantList", notify=columns_changed)
    def columns(self) -> Sequence[QObject]:
        return self._columns.all

    @Property(bool, notify=changed)
    def isEmpty(self) -> bool:
        """Whether it was looked through, and nothing hangs in it."""
        return self._is_ready and not self._notes

    @Property(bool, notify=changed)
    def takesIdeas(self) -> bool:
        return self.takes_ideas

    @Property(bool, notify=changed)
    def takesBallots(self) -> bool:
        return self._phase is Phase.CHOOSING and self._told is not None and self._told.storm.takes_ballots

    @Property(str, notify=changed)
    def ballotTitle(self) -> str:
        return self._visit.words.tr("Do you hold a paper ballot?")

    @Property(str, notify=changed)
    def ballotWord(self) -> str:
        return self._visit.words.tr("Give your ballot")

    # Whom the next customer is invited to build on

    @Property(bool, notify=changed)
    def isInviting(self) -> bool:
        return self.takes_ideas and self._invited is not None

    @Property(str, notify=changed)
    def inviter(self) -> str:
        return said_by(self._invited.name, self._visit.words) if self._invited else ""

    @Property(str, notify=changed)
    def invitedText(self) -> str:
        return self._invited.text if self._invited else ""

    @Property(QColor, notify=changed)
    def invitedPaper(self) -> QColor:
        return self._faces.paper(self._invited.id) if self._invited else QColor()

    @Property(str, notify=changed)
    def andYou(self) -> str:
        return self._visit.words.tr("… and you?")

    @Property(str, notify=changed)
    def buildWord(self) -> str:
        return self._visit.words.tr("Build on this")

    # What fingers do

    @Slot(float)
    def setWidth(self, width: float) -> None:
        self._columns.set_width(width)

    @Slot(float)
    def moveTo(self, top: float) -> None:
        self._top = top
        if top > 0:
            self._untouched.start()

    @Slot(int)
    def open(self, number: int) -> None:
        part = self._columns.part(number)
        if not part.isGone:
            self._visit.touch()
            self.note_requested.emit(part.id)

    @Slot(int)
    def toggleMeToo(self, number: int) -> None:
        part = self._columns.part(number)
        if part.canChoose and not part.isGone:
            self._visit.touch()
            self._me_too.toggle(part.id)

    @Slot()
    def build(self) -> None:
        if self._invited is not None and self.takes_ideas:
            self._visit.touch()
            self.build_requested.emit(self._invited.id)

    @Slot()
    def giveBallot(self) -> None:
        self._visit.touch()
        self.ballot_requested.emit()

    # Reading

    def _hold(self, told: ToldStorm) -> None:
        self._told, self._phase = told, self._running.phase(told)
        self._telling.hold(told)
        self._ending.hold(told, self._phase)
        self._faces.hold(told)

    def _read(self) -> None:
        """All of it, laid out anew."""
        code, board = self.code, self._core.board
        self._is_stale = False
        self._background.run(
            lambda: board.of_storm(code), lambda notes: self._take(code, notes), lambda _error: None
        )

    def _take(self, code: str, notes: Sequence[Note]) -> None:
        if code != self.code:
            return
        self._notes = {note.id: note for note in notes}
        self._invited = to_build_on(chains(notes))
        self._is_ready = True
        self._columns.show(self._pieces(), in_rows=self._phase in _CHOSEN_AMONG)
        self._tell()
        self.risen.emit()

    def _pieces(self) -> list[list[Piece]]:
        assert self._told is not None
        if self._phase in (Phase.ANNOUNCED, Phase.GATHERING):
            return newest_first(list(self._notes.values()))
        among = [self._notes[id] for id in self._told.shortlist if id in self._notes]
        if self._phase in _CHOSEN_AMONG:
            return alone(among)
        return []

    def _read_some(self, ids: Sequence[UUID]) -> None:
        """These anew, but for those with a vote under way, which is ahead of the board."""
        asked = [id for id in ids if not self._me_too.is_settling(id)]
        if not asked or self._told is None:
            return
        code, board = self.code, self._core.board
        self._background.run(
            lambda: board.notes(asked), lambda notes: self._put(code, asked, notes), lambda _error: None
        )

    def _put(self, code: str, asked: Sequence[UUID], notes: Sequence[Note]) -> None:
        if code != self.code:
            return
        still = [id for id in asked if not self._me_too.is_settling(id)]
        found = {note.id: note for note in notes}
        self._columns.put(still, found)
        if self._invited is not None and self._invited.id in still:
            self._invited = found.get(self._invited.id)
            self._tell()

    @Slot()
    def _come_up(self) -> None:
        """Nobody has touched anything for a while."""
        if self._told is not None and self._is_stale and self._top <= 0:
            self._read()

    @Slot()
    def _follow_time(self) -> None:
        """Another minute, another phase, or other words of the server's."""
        told = self._running.of(self.code) if self._told else None
        if told is None:
            return
        before, was = self._phase, self._told
        self._hold(told)
        if before is not self._phase or was is None or was.shortlist != told.shortlist:
            self._is_stale = True
            if not self._untouched.isActive():
                self._untouched.start()
        if before is not self._phase or was is not told:
            self._columns.dress()
        self._tell()

    @Slot()
    def _follow_look(self) -> None:
        if self._told is not None:
            self._columns.follow_look()
            self._tell()

    @Slot(object, bool)
    def _show_vote(self, idea_id: UUID, is_given: bool) -> None:
        if idea_id in self._notes:
            self._notes[idea_id] = note = with_vote(self._notes[idea_id], is_given)
            self._columns.put([idea_id], {idea_id: note})

    def _tell(self) -> None:
        self._telling.changed.emit()
        self._ending.changed.emit()
        self.changed.emit()
