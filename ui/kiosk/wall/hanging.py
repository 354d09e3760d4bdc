"""The notes on the wall: read, laid out and painted in slices ahead of the finger, shown on a few places.

A slice takes a few milliseconds and comes between frames, so that scrolling never waits for any of it.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from time import perf_counter
from uuid import UUID

from PySide6.QtCore import QObject, QRectF, QTimer, Signal
from PySide6.QtGui import QColor

from app.kiosk.notes import Note
from app.theme import note_paper
from ui.kiosk.look import Look
from ui.kiosk.wall.columns import Step
from ui.kiosk.wall.laid_out import LaidOut, keeps_height
from ui.kiosk.wall.look_times import Span
from ui.kiosk.wall.measures import WallMeasures
from ui.kiosk.wall.note_face import NoteFace
from ui.kiosk.wall.painter import NotePainter
from ui.kiosk.wall.place import Hanging, Place

# Read in one go; more would hold up whoever waits for the background thread.
NOTES_AT_ONCE = 60
LAID_OUT_AT_ONCE = 4
# In views of the wall: laid out below, and hung on places before and after what is seen.
LAID_OUT_AHEAD = 4.0
HUNG_AHEAD, HUNG_BEHIND = 0.8, 0.4
SLICE_MS = 3.0
SLICE_EVERY_MS = 5
# A finger's frame comes first; where none comes, nobody sees the wall, or the machine is too slow for it.
SLICES_LEFT_OUT = 3
# An ordinary note: how many places there are. A view of only the lowest notes takes fewer than that.
ORDINARY_NOTE = 280
# As many are laid out again at once to keep the place of a person who changes the size of letters.
KEEP_PLACE_NOTES = 250


class HangingNotes(QObject):
    """`read_notes(ids, on_done)` reads in the background, `make_face` says what stands on a note."""

    places_changed = Signal()
    height_changed = Signal()
    scroll_requested = Signal(float)

    def __init__(
        self,
        *,
        look: Look,
        read_notes: Callable[[Sequence[UUID], Callable[[Sequence[Note]], None]], None],
        make_face: Callable[[Note], NoteFace],
        heard: Callable[[NoteFace], str],
    ) -> None:
        super().__init__()
        self._look = look
        self._read_notes = read_notes
        self._make_face = make_face
        self._heard = heard
        self._measures: WallMeasures | None = None
        self._view_height = 0.0
        self._ratio = 1.0
        self._top = 0.0
        self._is_falling = True
        self._is_held = False
        self._left_out = 0
        self._ids: Sequence[UUID] = ()
        self._next = 0
        self._is_reading = False
        self._waiting: deque[Note] = deque()
        self._laid_out: LaidOut | None = None
        self._later: dict[int, Note] = {}
        self._places: list[Place] = []
        self._work = QTimer(self)
        self._work.setInterval(SLICE_EVERY_MS)
        self._work.timeout.connect(self._do_a_slice)
        self._free_all()

    # What hangs

    @property
    def places(self) -> Sequence[Place]:
        return self._places

    @property
    def height(self) -> int:
        return self._laid_out.height if self._laid_out else 0

    @property
    def top(self) -> float:
        return self._top

    @property
    def view_height(self) -> float:
        return self._view_height

    @property
    def is_settled(self) -> bool:
        """Whether nothing is left to lay out, to read or to paint for now."""
        return not self._work.isActive() and not self._is_reading

    def ids(self) -> list[UUID]:
        """Of everything that was read, also of what is gone and may come back."""
        return [*(self._laid_out.ids() if self._laid_out else ()), *(note.id for note in self._waiting)]

    def note(self, idea_id: UUID) -> Note | None:
        number = self._number_of(idea_id)
        if self._laid_out is None or number is None or self._laid_out.is_gone(number):
            return None
        return self._laid_out.note(number)

    def place_of(self, idea_id: UUID) -> Place | None:
        number = self._number_of(idea_id)
        return None if number is None else self._taken.get(number)

    def seen(self, view_top: float) -> list[Hanging]:
        """What is in view, in order, with rects of the page on which the view begins at `view_top`."""
        hanging = [self._taken[number].hanging for number in sorted(self._taken) if self._is_in_view(number)]
        return [
            replace(one, paper=one.paper.translated(0, view_top - self._top))
            for one in hanging
            if one is not None
        ]

    def spans(self) -> list[Span]:
        return self._laid_out.spans(self._taken) if self._laid_out else []

    def first_seen(self) -> UUID | None:
        """The first note that begins in view."""
        if self._laid_out is None:
            return None
        number = self._laid_out.first_from(self._top, self._top + self._view_height)
        return None if number is None else self._laid_out.note(number).id

    def next_to(self, idea_id: UUID, step: Step) -> UUID | None:
        number = self._number_of(idea_id)
        if self._laid_out is None or number is None:
            return None
        there = self._laid_out.next_to(number, step)
        return None if there is None else self._laid_out.note(there).id

    def reach(self, idea_id: UUID) -> None:
        """Ask to be scrolled until this note is seen."""
        number = self._number_of(idea_id)
        if self._laid_out is None or self._measures is None or number is None:
            return
        hung, margin = self._laid_out.hung(number), self._measures.margin
        if hung.top - margin < self._top:
            self.scroll_requested.emit(max(0, hung.top - margin))
        elif hung.bottom + margin > self._top + self._view_height:
            lowest = max(0, self.height - self._view_height)
            self.scroll_requested.emit(min(lowest, hung.bottom + margin - self._view_height))

    def _number_of(self, idea_id: UUID) -> int | None:
        return self._laid_out.number_of(idea_id) if self._laid_out else None

    # Another order, another size, another dress

    def show(self, ids: Sequence[UUID], first: Sequence[Note]) -> None:
        """Hang these from the top; `first` are the notes of the first ids, as many as NOTES_AT_ONCE."""
        self._ids = ids
        self._next = min(len(ids), NOTES_AT_ONCE)
        self._is_reading = False
        self._waiting = deque(first)
        self._start_over(0)

    def go_on(self, ids: Sequence[UUID]) -> bool:
        """Know what follows those that hang, where these begin with them; answers whether they do."""
        if self._ids != ids[: len(self._ids)] or self._next < len(self._ids):
            return False
        self._ids = ids
        self._work.start()
        return True

    def set_view(self, measures: WallMeasures, height: float, ratio: float) -> bool:
        """The wall has another size, its letters have, or the screen is another one. Answers whether so."""
        if (measures, ratio) == (self._measures, self._ratio):
            self._see(height)
            return False
        first = self.first_seen()
        keep = (self._number_of(first) or 0) if first else 0
        self._measures, self._view_height, self._ratio = measures, height, ratio
        wanted = self._places_needed()
        # Once made they stay: a search that opens and closes would leave a little of each in memory.
        if wanted > len(self._places):
            self._make_places(wanted)
        if self._laid_out is not None:
            self._waiting.extendleft(reversed(self._laid_out.still_hanging))
        self._start_over(keep if keep <= KEEP_PLACE_NOTES else 0)
        return True

    def _see(self, height: float) -> None:
        """More or less of the same wall: keys cover it, say."""
        if height != self._view_height:
            self._view_height = height
            wanted = self._places_needed()
            if wanted > len(self._places):
                self._make_places(wanted)
            self._occupy()

    def dress(self) -> None:
        """Language or colours changed: everything hangs where it hung, but looks different."""
        if self._measures is None or self._laid_out is None:
            return
        self._painter = NotePainter(self._look, self._measures.note)
        self._laid_out.dress(self._painter)
        for place in self._taken.values():
            place.set_picture(None)
        self._rehang()

    def _start_over(self, keep: int) -> None:
        """Lay out from the first note; at once down to the note of number `keep`, which stays in view."""
        if self._measures is None:
            return
        self._free_all()
        self._later.clear()
        self._painter = NotePainter(self._look, self._measures.note)
        self._laid_out = LaidOut(self._measures, self._painter, self._make_face)
        while self._waiting and len(self._laid_out) <= keep:
            self._laid_out.hang(self._waiting.popleft())
        has_kept = 0 < keep < len(self._laid_out)
        self._top = max(0.0, self._laid_out.hung(keep).top - self._measures.margin) if has_kept else 0.0
        while self._waiting and self._laid_out.filled_to < self._top + self._view_height:
            self._laid_out.hang(self._waiting.popleft())
        self.height_changed.emit()
        self.scroll_requested.emit(self._top)
        self._occupy()

    def fill_view(self) -> None:
        """Paint everything that is seen, instead of a slice at a time."""
        while self._paint_in_view():
            pass

    # What a finger does

    def move_to(self, top: float) -> None:
        """The wall is scrolled so that `top` is at the upper edge of the view."""
        if top != self._top:
            self._is_falling = top > self._top
            self._top = top
            self._left_out = SLICES_LEFT_OUT
            self._occupy()

    def draw_on(self) -> None:
        """A frame was painted: until the next one there is time."""
        self._left_out = 0

    def hold(self, is_held: bool) -> None:
        """While a finger or its swing moves the wall, no note grows under it."""
        self._is_held = is_held
        if not is_held:
            self._apply_later()

    # What changes on notes

    def update(self, ids: Iterable[UUID], notes: Mapping[UUID, Note]) -> None:
        """These were read anew; one that is not among `notes` is gone."""
        asked = set(ids)
        waiting = (notes.get(note.id) if note.id in asked else note for note in self._waiting)
        self._waiting = deque(note for note in waiting if note is not None)
        for idea_id in asked:
            number = self._number_of(idea_id)
            if number is not None:
                self._update_one(number, notes.get(idea_id))

    def put(self, note: Note) -> None:
        """A note has changed that keeps its height: a vote."""
        number = self._number_of(note.id)
        if self._laid_out is not None and number is not None:
            self._laid_out.put(number, note)
            self._freshen(number)

    def _update_one(self, number: int, note: Note | None) -> None:
        assert self._laid_out is not None
        before = self._laid_out.note(number)
        if note is None:
            self._laid_out.take_down(number)
            if number in self._taken:
                self._hang(number, self._taken[number])
        elif not keeps_height(before, note):
            self._later[number] = note
            self._apply_later()
        elif note != before or self._laid_out.is_gone(number):
            self.put(note)

    def _apply_later(self) -> None:
        """Let notes grow that hang in view or below it; one above would push away what is being read."""
        if self._is_held or self._laid_out is None:
            return
        ready = [number for number in self._later if self._laid_out.hung(number).bottom > self._top]
        for number in ready:
            self._laid_out.put(number, self._later.pop(number))
            self._freshen(number)
        if ready:
            self._rehang()

    def _rehang(self) -> None:
        for number, place in self._taken.items():
            self._hang(number, place)
        self.height_changed.emit()
        self._occupy()

    def _freshen(self, number: int) -> None:
        """Hang and paint it anew, if it is on a place."""
        place = self._taken.get(number)
        if place is not None:
            self._hang(number, place)
            self._paint(number, place)

    # Places

    def _places_needed(self) -> int:
        assert self._measures is not None
        m = self._measures
        rows = (1 + HUNG_AHEAD + HUNG_BEHIND) * self._view_height / (ORDINARY_NOTE * m.note.unit)
        return m.columns * (int(rows) + 2)

    def _make_places(self, number: int) -> None:
        self._free_all()
        before = self._places
        self._places = [Place(place, self) for place in range(number)]
        self._free = list(self._places)
        self.places_changed.emit()
        # After those who showed them.
        for place in before:
            place.deleteLater()

    def _free_all(self) -> None:
        for place in self._places:
            place.hang(None)
        self._taken: dict[int, Place] = {}
        self._wanted: Sequence[int] = ()
        self._free = list(self._places)

    def _occupy(self) -> None:
        """Hang what is in view and hangs nowhere yet; what soon will be is left to the next slices."""
        if self._laid_out is None:
            return
        before, after = (HUNG_BEHIND, HUNG_AHEAD) if self._is_falling else (HUNG_AHEAD, HUNG_BEHIND)
        top, view = self._top, self._view_height
        self._wanted = self._laid_out.between(top - before * view, top + (1 + after) * view)
        for number in self._wanted:
            if number not in self._taken and self._is_in_view(number):
                self._take_place(number)
        if not self._work.isActive():
            self._work.start()

    def _is_in_view(self, number: int) -> bool:
        assert self._laid_out is not None
        hung = self._laid_out.hung(number)
        return hung.bottom > self._top and hung.top < self._top + self._view_height

    def _take_place(self, number: int) -> None:
        """On a free place, else on that of the note which is farthest away."""
        assert self._laid_out is not None
        if self._free:
            place = self._free.pop()
        else:
            farthest = self._farthest()
            if farthest is None:
                return
            place = self._taken.pop(farthest)
            self._laid_out.forget_face(farthest)
        self._taken[number] = place
        self._hang(number, place)

    def _farthest(self) -> int | None:
        assert self._laid_out is not None
        laid_out, middle, wanted = self._laid_out, self._top + self._view_height / 2, set(self._wanted)
        others = [number for number in self._taken if number not in wanted]
        return max(others, key=lambda n: abs(laid_out.hung(n).top - middle), default=None)

    def _hang(self, number: int, place: Place) -> None:
        assert self._laid_out is not None
        assert self._measures is not None
        m, hung = self._measures, self._laid_out.hung(number)
        sheet, face = self._laid_out.sheet(number), self._laid_out.face(number)
        left = m.left(hung.column, mirrored=self._look.isMirrored)
        place.hang(
            Hanging(
                id=face.id,
                paper=QRectF(left, hung.top, m.note.width, sheet.paper_height),
                corner=self._painter.corner(face, sheet),
                height=sheet.height,
                around=m.note.around,
                colour=QColor(note_paper(self._look.palette, face.id.hex)),
                heard=self._heard(face),
                me_too=f"{face.me_too}, {face.votes}",
                is_given=face.is_given,
            ),
            is_gone=self._laid_out.is_gone(number),
        )

    def _paint(self, number: int, place: Place) -> None:
        assert self._laid_out is not None
        face, sheet = self._laid_out.face(number), self._laid_out.sheet(number)
        place.set_picture(self._painter.paint(face, sheet, self._ratio))

    # Work between frames

    def _do_a_slice(self) -> None:
        if self._laid_out is None:
            # The wall has no size yet, as behind the page of pairing; it begins again with its first one.
            self._work.stop()
            return
        if self._left_out > 0:
            self._left_out -= 1
            return
        ends = perf_counter() + SLICE_MS / 1000
        while self._paint_in_view() or self._lay_out_some():
            if perf_counter() > ends:
                return
        if not self._hang_and_paint_one():
            self._work.stop()

    def _paint_in_view(self) -> bool:
        """Paint a note that is seen without letters."""
        for number in self._wanted:
            place = self._taken.get(number)
            if place is not None and place.picture is None and self._is_in_view(number):
                self._paint(number, place)
                return True
        return False

    def _hang_and_paint_one(self) -> bool:
        """One of those that soon come into view: a picture more is a little work for the next frame too."""
        for number in self._wanted if self._is_falling else reversed(self._wanted):
            if number not in self._taken:
                self._take_place(number)
            place = self._taken.get(number)
            if place is not None and place.picture is None:
                self._paint(number, place)
                return True
        return False

    def _lay_out_some(self) -> bool:
        assert self._laid_out is not None
        if self._laid_out.filled_to > self._top + (1 + LAID_OUT_AHEAD) * self._view_height:
            return False
        if len(self._waiting) < NOTES_AT_ONCE // 2:
            self._read_on()
        if not self._waiting:
            return False
        for _ in range(min(LAID_OUT_AT_ONCE, len(self._waiting))):
            self._laid_out.hang(self._waiting.popleft())
        self.height_changed.emit()
        self._occupy()
        return True

    def _read_on(self) -> None:
        if self._is_reading or self._next >= len(self._ids):
            return
        ids = self._ids
        wanted = ids[self._next : self._next + NOTES_AT_ONCE]
        self._next += len(wanted)
        self._is_reading = True
        self._read_notes(wanted, lambda notes: self._take_in(ids, notes))

    def _take_in(self, ids: Sequence[UUID], notes: Sequence[Note]) -> None:
        if ids is self._ids:
            self._is_reading = False
            self._waiting.extend(notes)
            self._work.start()
