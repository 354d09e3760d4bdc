"""What the kiosk shows while nobody stands before it: what was said, what was done, and what is asked now."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, QTimer, Signal, Slot
from PySide6.QtQml import QmlElement

from app.domain.clock import Clock
from app.kiosk.facts import ShopFacts
from app.kiosk.notes import Note
from app.kiosk.storms import ToldStorm
from app.words import Words
from ui.kiosk.opening import opening_sentence
from ui.kiosk.storm.asking import StormAsking, is_asked
from ui.kiosk.typed import Property, QmlUncreatable
from ui.kiosk.visit import Visit
from ui.shared.quotes import quotation_marks
from ui.shared.text_block import is_right_to_left

QML_IMPORT_NAME = "Teacup"
QML_IMPORT_MAJOR_VERSION = 1

SLIDE_MS = 12_000
# Against burn-in: the sides change places every five minutes, everything moves a little with each slide.
SLIDES_BEFORE_SWAP = 25
SHIFTS = ((0, 0), (4, 2), (6, 6), (2, 4), (-4, 6), (-6, 0), (-2, -4), (4, -6))
# Where the words stand at night, as shares of the free room.
NIGHT_PLACES = ((0.1, 0.2), (0.7, 0.5), (0.3, 0.8), (0.9, 0.1), (0.5, 0.4), (0.0, 0.9), (0.8, 0.7))
# Letters of the drawing by the length of the text: the longest that a size is for.
QUOTE_SIZES = ((70, 92), (120, 76), (200, 60), (320, 48))
ANSWER_SIZES = ((130, 56), (220, 44), (400, 35))
SMALLEST_QUOTE, SMALLEST_ANSWER = 40, 28


@QmlElement
@QmlUncreatable("The program makes the page.")
class AttractPage(QObject):
    """`did` gives the ideas that were carried out, newest first, `storms` those of which the questions that
    are open now come before them. From `begin` to `rest` the pages turn."""

    changed = Signal()
    turned = Signal()
    touched = Signal()

    def __init__(
        self,
        *,
        visit: Visit,
        clock: Clock,
        facts: Callable[[], ShopFacts | None],
        did: Callable[[], Sequence[Note]],
        storms: Callable[[], Sequence[ToldStorm]] = tuple,
    ) -> None:
        super().__init__()
        self._visit = visit
        self._clock = clock
        self._facts = facts
        self._did = did
        self._storms = storms
        self._asking = StormAsking(visit=visit, clock=clock, facts=facts)
        self._asked: list[ToldStorm] = []
        self._notes: list[Note] = []
        self._slide = 0
        self._turns = 0
        self._timer = QTimer(self)
        self._timer.setInterval(SLIDE_MS)
        self._timer.timeout.connect(self.turn)
        visit.changed.connect(self.changed)

    def begin(self) -> None:
        self._slide = 0
        self.refresh()
        self._timer.start()

    def rest(self) -> None:
        self._timer.stop()

    def refresh(self) -> None:
        """The board or the shop has changed."""
        now = self._clock.now()
        self._notes = [note for note in self._did() if note.answer is not None]
        self._asked = [storm for storm in self._storms() if is_asked(storm, now)]
        self._slide = min(self._slide, max(0, self._count - 1))
        self._tell()

    @Slot()
    def turn(self) -> None:
        """The next page, at its slightly other place."""
        self._turns += 1
        self._slide = (self._slide + 1) % max(1, self._count)
        self._tell()
        self.turned.emit()

    @Slot()
    def touch(self) -> None:
        self._visit.touch()
        self.touched.emit()

    @property
    def storm_code(self) -> str:
        """Of the storm whose question is shown; empty on the other pages."""
        storm = self._storm
        return storm.code if storm and not self.isNight else ""

    def _tell(self) -> None:
        self._asking.hold(self._storm)
        self.changed.emit()

    @property
    def _count(self) -> int:
        return len(self._asked) + len(self._notes)

    @property
    def _storm(self) -> ToldStorm | None:
        return self._asked[self._slide] if self._slide < len(self._asked) else None

    @property
    def _note(self) -> Note | None:
        place = self._slide - len(self._asked)
        return self._notes[place] if 0 <= place < len(self._notes) else None

    @property
    def _words(self) -> Words:
        return self._visit.words

    # Which of its three faces it shows, and where.

    @Property(bool, notify=changed)
    def isNight(self) -> bool:
        facts = self._facts()
        return facts is not None and not facts.is_open(self._clock.now())

    @Property(bool, notify=changed)
    def isEmpty(self) -> bool:
        """Nothing was carried out yet, and nothing is asked: the page invites instead."""
        return not self._count

    @Property(bool, notify=changed)
    def isStorm(self) -> bool:
        """A question that is open now."""
        return self._storm is not None

    @Property(StormAsking, notify=changed)
    def asking(self) -> StormAsking:
        return self._asking

    @Property(bool, notify=changed)
    def isSwapped(self) -> bool:
        return self._turns // SLIDES_BEFORE_SWAP % 2 == 1

    @Property(int, notify=changed)
    def shiftX(self) -> int:
        return SHIFTS[self._turns % len(SHIFTS)][0]

    @Property(int, notify=changed)
    def shiftY(self) -> int:
        return SHIFTS[self._turns % len(SHIFTS)][1]

    @Property(float, notify=changed)
    def nightX(self) -> float:
        return NIGHT_PLACES[self._turns % len(NIGHT_PLACES)][0]

    @Property(float, notify=changed)
    def nightY(self) -> float:
        return NIGHT_PLACES[self._turns % len(NIGHT_PLACES)][1]

    # What was said.

    @Property(str, notify=changed)
    def youSaid(self) -> str:
        return self._words.tr("You said")

    @Property(str, notify=changed)
    def quote(self) -> str:
        note = self._note
        return "" if note is None else without_widow(note.text) + self._marks()[1].strip()

    @Property(str, notify=changed)
    def quoteMark(self) -> str:
        """The opening mark, which hangs outside the text's edge."""
        return "" if self._note is None else self._marks()[0].strip()

    def _marks(self) -> tuple[str, str]:
        return quotation_marks(self._visit.language, right_to_left=self.isQuoteMirrored)

    @Property(bool, notify=changed)
    def isQuoteMirrored(self) -> bool:
        """Whether the quote runs from right to left, whatever the page does."""
        return self._note is not None and is_right_to_left(self._note.text)

    @Property(int, notify=changed)
    def quoteSize(self) -> int:
        return 0 if self._note is None else size_for(self._note.text, QUOTE_SIZES, SMALLEST_QUOTE)

    @Property(str, notify=changed)
    def author(self) -> str:
        note = self._note
        if note is None:
            return ""
        name = note.name or self._words.tr("One customer")
        if note.votes == 0:
            return name
        return self._words.trn(
            "%(name)s and %(count)s other", "%(name)s and %(count)s others", note.votes, name=name
        )

    # What was done.

    @Property(str, notify=changed)
    def weDid(self) -> str:
        return self._words.tr("We did")

    @Property(str, notify=changed)
    def answer(self) -> str:
        note = self._note
        return "" if note is None or note.answer is None else without_widow(note.answer.text)

    @Property(bool, notify=changed)
    def isAnswerMirrored(self) -> bool:
        return is_right_to_left(self.answer)

    @Property(int, notify=changed)
    def answerSize(self) -> int:
        return size_for(self.answer, ANSWER_SIZES, SMALLEST_ANSWER)

    @Property(str, notify=changed)
    def signed(self) -> str:
        note = self._note
        return "" if note is None or note.answer is None else note.answer.signed

    @Property(str, notify=changed)
    def status(self) -> str:
        note = self._note
        return "" if note is None or note.answer is None else str(note.answer.status)

    @Property(str, notify=changed)
    def stamp(self) -> str:
        return self._words.tr("Done")

    @Property(str, notify=changed)
    def place(self) -> str:
        """Which of how many."""
        if self._count < 2:
            return ""
        return self._words.tr("%(number)s of %(count)s", number=self._slide + 1, count=self._count)

    # What the shop says.

    @Property(str, notify=changed)
    def shopName(self) -> str:
        facts = self._facts()
        return "" if facts is None else facts.shop.name

    @Property(str, notify=changed)
    def invitation(self) -> str:
        return self._words.tr("What would you like to see here?")

    @Property(str, notify=changed)
    def promise(self) -> str:
        facts = self._facts()
        if facts is None:
            return ""
        return self._words.trn(
            "%(owner)s answers within %(count)s open day.",
            "%(owner)s answers within %(count)s open days.",
            facts.shop.promise_days,
            owner=facts.shop.voice,
        )

    @Property(str, notify=changed)
    def hours(self) -> str:
        facts = self._facts()
        return "" if facts is None else opening_sentence(facts, self._clock.now(), self._words)

    @Property(str, notify=changed)
    def touchHere(self) -> str:
        return self._words.tr("Touch to read the wall")


def size_for(text: str, sizes: Sequence[tuple[int, int]], smallest: int) -> int:
    """Short texts large, long ones smaller: all of it has to be read from where people queue."""
    return next((size for longest, size in sizes if len(text) <= longest), smallest)


def without_widow(text: str) -> str:
    """The last short word keeps company, so that no line has it alone."""
    before, space, last = text.rpartition(" ")
    return f"{before}\u00a0{last}" if space and len(last) < 8 else text
