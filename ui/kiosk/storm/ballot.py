"""A paper ballot given at the kiosk: its code typed, one idea chosen, once. Only the server can take it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtGui import QColor
from PySide6.QtQml import QmlElement

from app.domain.clock import Clock
from app.domain.errors import AppError, Conflict
from app.domain.storms import Phase
from app.domain.translation import mark
from app.kiosk.notes import Note
from app.theme import note_paper
from ui.kiosk.look import Look
from ui.kiosk.typed import Property, QmlUncreatable
from ui.kiosk.visit import Visit
from ui.shared.background import Background

if TYPE_CHECKING:
    from app.kiosk.ballot_call import BallotPaper
    from app.kiosk.core import KioskCore

QML_IMPORT_NAME = "Teacup"
QML_IMPORT_MAJOR_VERSION = 1

MOST_TYPED = 40
BUG = mark("Something went wrong here. Your ballot is not given yet: please try once more.")
TOO_EARLY = mark("Choosing has not begun yet. Please keep the ballot until then.")
TOO_LATE = mark("Choosing is over, so this ballot cannot be given any more.")
NOT_KNOWN = mark("What can be chosen is not known here yet. Please try again in a moment.")


@QmlElement
@QmlUncreatable("The ballot lists its choices.")
class BallotChoice(QObject):
    """One idea of the shortlist."""

    changed = Signal()

    def __init__(self, note: Note, number: int, paper: QColor, name: str, parent: QObject) -> None:
        super().__init__(parent)
        self.note = note
        self._number = number
        self._paper = paper
        self._name = name
        self._is_chosen = False

    def set_chosen(self, is_chosen: bool) -> None:
        if is_chosen != self._is_chosen:
            self._is_chosen = is_chosen
            self.changed.emit()

    @Property(int, notify=changed)
    def number(self) -> int:
        return self._number

    @Property(str, notify=changed)
    def text(self) -> str:
        return self.note.text

    @Property(str, notify=changed)
    def name(self) -> str:
        return self._name

    @Property(QColor, notify=changed)
    def paper(self) -> QColor:
        return self._paper

    @Property(bool, notify=changed)
    def isChosen(self) -> bool:
        return self._is_chosen


@QmlElement
@QmlUncreatable("The program makes the page.")
class BallotPage(QObject):
    """`open` begins with the code; `left` asks for the wall again. `line` gives a thread of its own for what
    waits for the server, so that nobody else waits with it."""

    changed = Signal()
    choices_changed = Signal()
    left = Signal()

    def __init__(
        self,
        *,
        core: KioskCore,
        visit: Visit,
        look: Look,
        clock: Clock,
        line: Callable[[], Background],
    ) -> None:
        super().__init__()
        self._core = core
        self._visit = visit
        self._look = look
        self._clock = clock
        self._line = line
        self._round = 0
        self._choices: list[BallotChoice] = []
        self._forget()
        look.changed.connect(self.changed)
        visit.ended.connect(self._begin_anew)

    def open(self) -> None:
        self._begin_anew()

    @Slot()
    def _begin_anew(self) -> None:
        """Nothing of what was typed stays."""
        self._forget()
        self._tell_choices([])
        self.changed.emit()

    def _forget(self) -> None:
        self._round += 1
        self._code = ""
        self._paper: BallotPaper | None = None
        self._chosen: BallotChoice | None = None
        self._is_busy = self._is_given = False
        self._problem: AppError | None = None

    # What QML shows

    @Property(str, notify=changed)
    def step(self) -> str:
        """`code`, `choose` or `given`."""
        if self._is_given:
            return "given"
        return "code" if self._paper is None else "choose"

    @Property(str, notify=changed)
    def title(self) -> str:
        words = self._visit.words
        return {
            "code": words.tr("Type the code that stands on your ballot."),
            "choose": words.tr("Which one do you choose?"),
            "given": words.tr("Thank you.\nYour ballot counts."),
        }[self.step]

    @Property(str, notify=changed)
    def sentence(self) -> str:
        """What went wrong, else what there is to know."""
        words = self._visit.words
        if self._problem is not None:
            return words.error(self._problem)
        if self._is_busy:
            return words.tr("One moment.")
        return {
            "code": words.tr("Nine letters and digits. Each ballot counts once, wherever it is given."),
            "choose": words.tr("Touch one, then give your ballot."),
            "given": words.tr("The paper can be thrown away now."),
        }[self.step]

    @Property(bool, notify=changed)
    def hasProblem(self) -> bool:
        return self._problem is not None

    @Property(bool, notify=changed)
    def isBusy(self) -> bool:
        return self._is_busy

    @Property(str, notify=changed)
    def code(self) -> str:
        return self._code

    @Property(str, notify=changed)
    def codeLabel(self) -> str:
        return self._visit.words.tr("The ballot's code")

    @Property("QVariantList", notify=choices_changed)
    def choices(self) -> Sequence[QObject]:
        return self._choices

    @Property(bool, notify=changed)
    def canGoOn(self) -> bool:
        if self._is_busy:
            return False
        return {"code": bool(self._code.strip()), "choose": self._chosen is not None, "given": True}[
            self.step
        ]

    @Property(str, notify=changed)
    def goOnLabel(self) -> str:
        words = self._visit.words
        return {
            "code": words.tr("Go on"),
            "choose": words.tr("Give your ballot"),
            "given": words.tr("Finished"),
        }[self.step]

    @Property(str, notify=changed)
    def leaveLabel(self) -> str:
        """Empty once there is nothing left to give up."""
        return "" if self._is_given else self._visit.words.tr("Keep it for later")

    # What fingers do

    @Slot(str)
    def set_code(self, code: str) -> None:
        if code != self._code:
            self._code = code[:MOST_TYPED]
            self._problem = None
            self._visit.touch()
            self.changed.emit()

    @Slot(int)
    def choose(self, number: int) -> None:
        self._visit.touch()
        if self._is_busy:
            return
        self._problem = None
        self._chosen = self._choices[number]
        for choice in self._choices:
            choice.set_chosen(choice is self._chosen)
        self.changed.emit()

    @Slot()
    def go_on(self) -> None:
        self._visit.touch()
        if not self.canGoOn:
            return
        if self._is_given:
            self._leave()
        elif self._paper is None:
            self._look_up()
        else:
            self._give(self._paper)

    @Slot()
    def leave(self) -> None:
        self._visit.touch()
        self._leave()

    def _leave(self) -> None:
        self._begin_anew()
        self.left.emit()

    # The server

    def _look_up(self) -> None:
        code, asked = self._code, self._begin_waiting()
        self._line().run(
            lambda: self._read(self._core.ballot(code)),
            lambda found: self._take(asked, *found),
            lambda error: self._take_problem(asked, error),
            lambda: self._take_problem(asked, AppError(BUG)),
        )

    def _read(self, paper: BallotPaper) -> tuple[BallotPaper, list[Note]]:
        """What can be chosen with it. Raises Conflict out of its time."""
        told = next((one for one in self._core.storms() if one.code == paper.storm), None)
        if told is None:
            raise Conflict(TOO_LATE)
        phase = told.phase(self._clock.now())
        if phase in (Phase.ANNOUNCED, Phase.GATHERING):
            raise Conflict(TOO_EARLY)
        if phase is not Phase.CHOOSING:
            raise Conflict(TOO_LATE)
        notes = self._core.board.notes(told.shortlist)
        if not notes:
            raise Conflict(NOT_KNOWN)
        return paper, notes

    def _take(self, asked: int, paper: BallotPaper, notes: Sequence[Note]) -> None:
        if asked != self._round:
            return
        self._is_busy, self._paper = False, paper
        self._tell_choices(notes)
        self.changed.emit()

    def _give(self, paper: BallotPaper) -> None:
        assert self._chosen is not None
        idea_id, asked = self._chosen.note.id, self._begin_waiting()
        self._line().run(
            lambda: self._core.give_ballot(paper.code, idea_id),
            lambda _done: self._take_given(asked),
            lambda error: self._take_problem(asked, error),
            lambda: self._take_problem(asked, AppError(BUG)),
        )

    def _begin_waiting(self) -> int:
        self._is_busy, self._problem = True, None
        self.changed.emit()
        return self._round

    def _take_given(self, asked: int) -> None:
        # Who went away meanwhile is not thanked on somebody else's page; the ballot counts.
        if asked == self._round:
            self._is_busy, self._is_given = False, True
            self.changed.emit()

    def _take_problem(self, asked: int, error: AppError) -> None:
        if asked == self._round:
            self._is_busy, self._problem = False, error
            self.changed.emit()

    def _tell_choices(self, notes: Sequence[Note]) -> None:
        before = self._choices
        guest = self._visit.words.tr("A guest")
        self._choices = [
            BallotChoice(note, number, self._paper_of(note), note.name or guest, self)
            for number, note in enumerate(notes)
        ]
        self.choices_changed.emit()
        # After QML was told of their successors: the items that showed them go first.
        for one in before:
            one.deleteLater()

    def _paper_of(self, note: Note) -> QColor:
        return QColor(note_paper(self._look.palette, note.id.hex))
