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
from ui.kiosk.wall.columns import Columns, Step
from ui.kiosk.wall.look_times import Span
from ui.kiosk.wall.measures import WallMeasures
from ui.kiosk.wall.note_face import NoteFace
from ui.kiosk.wall.painter import NotePainter, Sheet
from ui.kiosk.wall.place import Hanging, Place

# Read in one go; more would hold up whoever waits for the background thread.
NOTES_AT_ONCE = 60
# In views of the wall: laid out below, and hung on places before and after what is seen.
LAID_OUT_AHEAD = 4.0
HUNG_AHEAD, HUNG_BEHIND = 0.8, 0.4
SLICE_MS = 3.0
SLICE_EVERY_MS = 5
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
        self._ids: Sequence[UUID] = ()
        self._places: list[Place] = []
        self._work = QTimer(self)
        self._work.setInterval(SLICE_EVERY_MS)
        self._work.timeout.connect(self._do_a_slice)
        self._forget()

    # What hangs

    @property
    def places(self) -> Sequence[Place]:
        return self._places

    @property
    def height(self) -> int:
        return self._columns.height if self._columns else 0

    @property
    def top(self) -> float:
        return self._top

    @property
    def view_height(self) -> float:
        return self._view_height

    @property
    def is_settled(self) -> bool:
        """Whether nothing is left to lay out, to read or to paint for now."""
        return not self._work.isActive() and not self._reading

    def ids(self) -> list[UUID]:
        return list(self._numbers)

    def seen(self, view_top: float) -> list[Hanging]:
        """What is in view, in order, with rects of the page on which the view begins at `view_top`."""
        bottom = self._top + self._view_height
        hanging = [place.hanging for _, place in sorted(self._taken.items()) if place.hanging]
        return [
            replace(one, paper=one.paper.translated(0, view_top - self._top))
            for one in hanging
            if one.paper.top() < bottom and one.paper.top() + one.height > self._top
        ]

    def note(self, idea_id: UUID) -> Note | None:
        number = self._numbers.get(idea_id)
        return None if number is None or number in self._gone else self._notes[number]

    def spans(self) -> list[Span]:
        """Of the papers on places, for whoever counts looks."""
        return (
            [
                Span(
                    self._notes[number].id,
                    top := self._columns[number].top,
                    top + self._sheets[number].paper_height,
                )
                for number in self._taken
                if number not in self._gone
            ]
            if self._columns
            else []
        )

    def show(self, ids: Sequence[UUID], first: Sequence[Note]) -> None:
        """Hang these from the top; `first` are the notes of the first ids, as many as NOTES_AT_ONCE."""
        self._forget()
        self._ids = ids
        self._next = min(len(ids), NOTES_AT_ONCE)
        self._waiting.extend(first)
        self._start_over(0)

    def set_view(self, measures: WallMeasures, height: float, ratio: float) -> bool:
        """The wall has another size, its letters have, or the screen is another one. Answers whether so."""
        if (measures, height, ratio) == (self._measures, self._view_height, self._ratio):
            return False
        keep = self._first_seen() or 0
        self._measures, self._view_height, self._ratio = measures, height, ratio
        wanted = self._places_needed()
        if wanted != len(self._places):
            self._make_places(wanted)
        hung = [note for number, note in enumerate(self._notes) if number not in self._gone]
        self._waiting.extendleft(reversed(hung))
        self._start_over(keep if keep <= KEEP_PLACE_NOTES else 0)
        return True

    def dress(self) -> None:
        """Language or colours changed: everything hangs where it hung, but looks different."""
        if self._measures is None:
            return
        self._painter = NotePainter(self._look, self._measures.note)
        self._faces.clear()
        for number, place in self._taken.items():
            place.set_picture(None)
            self._hang(number, place)
        self._occupy()

    def move_to(self, top: float) -> None:
        """The wall is scrolled so that `top` is at the upper edge of the view."""
        if top != self._top:
            self._is_falling = top > self._top
            self._top = top
            self._occupy()

    def hold(self, is_held: bool) -> None:
        """While a finger or its swing moves the wall, no note grows under it."""
        self._is_held = is_held
        if not is_held:
            self._apply_later()

    # What changes on notes

    def update(self, ids: Iterable[UUID], notes: Mapping[UUID, Note]) -> None:
        """These were read anew; one that is not among `notes` is gone."""
        for idea_id in ids:
            number = self._numbers.get(idea_id)
            if number is not None:
                self._update_one(number, notes.get(idea_id))

    def put(self, note: Note) -> None:
        """A note has changed that keeps its height: a vote."""
        number = self._numbers.get(note.id)
        if number is not None:
            self._notes[number] = note
            self._freshen(number)

    def next_to(self, idea_id: UUID, step: Step) -> UUID | None:
        """The note one step from this one that is not gone."""
        number = self._numbers.get(idea_id)
        while number is not None and self._columns is not None:
            number = self._columns.next_to(number, step)
            if number is not None and number not in self._gone:
                return self._notes[number].id
        return None

    def first_seen(self) -> UUID | None:
        """The first note of which most is in view."""
        number = self._first_seen()
        return None if number is None else self._notes[number].id

    def reach(self, idea_id: UUID) -> None:
        """Ask to be scrolled until this note is seen."""
        number = self._numbers.get(idea_id)
        if number is None or self._columns is None or self._measures is None:
            return
        hung, margin = self._columns[number], self._measures.margin
        if hung.top - margin < self._top:
            self.scroll_requested.emit(max(0, hung.top - margin))
        elif hung.bottom + margin > self._top + self._view_height:
            lowest = max(0, self.height - self._view_height)
            self.scroll_requested.emit(min(lowest, hung.bottom + margin - self._view_height))

    def place_of(self, idea_id: UUID) -> Place | None:
        return self._taken.get(self._numbers.get(idea_id, -1))

    # Hanging

    def _forget(self) -> None:
        self._ids = ()
        self._next = 0
        self._reading = 0
        self._waiting: deque[Note] = deque()
        self._columns: Columns | None = None
        self._clear_hung()
        self._free_all()

    def _clear_hung(self) -> None:
        self._notes: list[Note] = []
        self._sheets: list[Sheet] = []
        self._faces: dict[int, NoteFace] = {}
        self._numbers: dict[UUID, int] = {}
        self._gone: set[int] = set()
        self._later: dict[int, Note] = {}

    def _start_over(self, keep: int) -> None:
        """Lay out from the first note; at once down to the note of number `keep`, which stays in view."""
        if self._measures is None:
            return
        self._free_all()
        self._clear_hung()
        m = self._measures
        self._columns = Columns(count=m.columns, gutter=m.gutter, margin=m.margin)
        self._painter = NotePainter(self._look, m.note)
        while self._waiting and len(self._notes) <= keep:
            self._hang_next()
        self._lay_out_view()
        self._top = (
            max(0.0, self._columns[keep].top - m.margin) if keep < len(self._columns) and keep else 0.0
        )
        self._lay_out_view()
        self.height_changed.emit()
        self.scroll_requested.emit(self._top)
        self._occupy()

    def _lay_out_view(self) -> None:
        while self._waiting and self._columns and self._columns.filled_to < self._top + self._view_height:
            self._hang_next()

    def _hang_next(self) -> None:
        assert self._columns is not None
        note = self._waiting.popleft()
        if note.id in self._numbers:
            return
        sheet = self._painter.lay_out(self._make_face(note))
        number = self._columns.hang(sheet.height)
        self._notes.append(note)
        self._sheets.append(sheet)
        self._numbers[note.id] = number

    def _update_one(self, number: int, note: Note | None) -> None:
        if note is None:
            self._gone.add(number)
            if number in self._taken:
                self._hang(number, self._taken[number])
            return
        sheet = self._painter.lay_out(self._make_face(note))
        if sheet.height == self._sheets[number].height:
            self._notes[number], self._sheets[number] = note, sheet
            self._freshen(number)
        else:
            self._later[number] = note
            self._apply_later()

    def _apply_later(self) -> None:
        """Let notes grow that hang in view or below it; one above would push away what is being read."""
        if self._is_held or self._columns is None:
            return
        for number in [n for n in self._later if self._columns[n].bottom > self._top]:
            note = self._later.pop(number)
            sheet = self._painter.lay_out(self._make_face(note))
            self._notes[number], self._sheets[number] = note, sheet
            self._columns.resize(number, sheet.height)
            self._freshen(number)
            self._rehang()

    def _rehang(self) -> None:
        for number, place in self._taken.items():
            self._hang(number, place)
        self.height_changed.emit()
        self._occupy()

    def _freshen(self, number: int) -> None:
        """Its face is another one: hang and paint it anew, if it is on a place."""
        self._faces.pop(number, None)
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
        if self._columns is None:
            return
        before, after = (HUNG_BEHIND, HUNG_AHEAD) if self._is_falling else (HUNG_AHEAD, HUNG_BEHIND)
        top, view = self._top, self._view_height
        self._wanted = self._columns.between(int(top - before * view), int(top + (1 + after) * view))
        for number in self._wanted:
            if number not in self._taken and self._is_in_view(number):
                self._take_place(number)
        if not self._work.isActive():
            self._work.start()

    def _is_in_view(self, number: int) -> bool:
        assert self._columns is not None
        hung = self._columns[number]
        return hung.bottom > self._top and hung.top < self._top + self._view_height

    def _take_place(self, number: int) -> None:
        """On a free place, else on that of the note which is farthest away."""
        if self._free:
            place = self._free.pop()
        else:
            farthest = self._farthest()
            if farthest is None:
                return
            place = self._taken.pop(farthest)
            self._faces.pop(farthest, None)
        self._taken[number] = place
        self._hang(number, place)

    def _farthest(self) -> int | None:
        assert self._columns is not None
        columns, middle, wanted = self._columns, self._top + self._view_height / 2, set(self._wanted)
        others = [number for number in self._taken if number not in wanted]
        return max(others, key=lambda n: abs(columns[n].top - middle), default=None)

    def _hang(self, number: int, place: Place) -> None:
        assert self._columns is not None
        assert self._measures is not None
        m, hung, sheet, face = self._measures, self._columns[number], self._sheets[number], self._face(number)
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
            is_gone=number in self._gone,
        )

    def _face(self, number: int) -> NoteFace:
        if number not in self._faces:
            self._faces[number] = self._make_face(self._notes[number])
        return self._faces[number]

    def _paint(self, number: int, place: Place) -> None:
        place.set_picture(self._painter.paint(self._face(number), self._sheets[number], self._ratio))

    def _first_seen(self) -> int | None:
        if self._columns is None:
            return None
        seen = self._columns.between(int(self._top), int(self._top + self._view_height))
        whole = [n for n in seen if n not in self._gone and self._columns[n].top >= self._top]
        return whole[0] if whole else None

    # Work between frames

    def _do_a_slice(self) -> None:
        ends = perf_counter() + SLICE_MS / 1000
        while self._paint_in_view() or self._lay_out_next():
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

    def _lay_out_next(self) -> bool:
        assert self._columns is not None
        if self._columns.filled_to > self._top + (1 + LAID_OUT_AHEAD) * self._view_height:
            return False
        if not self._waiting:
            self._read_on()
            return False
        for _ in range(min(8, len(self._waiting))):
            self._hang_next()
        self.height_changed.emit()
        self._occupy()
        if len(self._waiting) < NOTES_AT_ONCE // 2:
            self._read_on()
        return True

    def _read_on(self) -> None:
        if self._reading or self._next >= len(self._ids):
            return
        ids = self._ids
        wanted = ids[self._next : self._next + NOTES_AT_ONCE]
        self._next += len(wanted)
        self._reading = 1
        self._read_notes(wanted, lambda notes: self._take_in(ids, notes))

    def _take_in(self, ids: Sequence[UUID], notes: Sequence[Note]) -> None:
        if ids is self._ids:
            self._reading = 0
            self._waiting.extend(notes)
            self._work.start()
