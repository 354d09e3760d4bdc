"""The notes that are laid out: what stands on each, how high it is, and where it hangs. Numbered in order."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from uuid import UUID

from app.kiosk.notes import Note
from ui.kiosk.wall.columns import Columns, Hung, Step
from ui.kiosk.wall.look_times import Span
from ui.kiosk.wall.measures import WallMeasures
from ui.kiosk.wall.note_face import NoteFace
from ui.kiosk.wall.painter import NotePainter, Sheet


class LaidOut:
    """For one order and one size of notes. What is gone leaves its place empty until the next order."""

    def __init__(
        self, measures: WallMeasures, painter: NotePainter, make_face: Callable[[Note], NoteFace]
    ) -> None:
        self._painter = painter
        self._make_face = make_face
        self._columns = Columns(count=measures.columns, gutter=measures.gutter, margin=measures.margin)
        self._notes: list[Note] = []
        self._sheets: list[Sheet] = []
        self._faces: dict[int, NoteFace] = {}
        self._numbers: dict[UUID, int] = {}
        self._gone: set[int] = set()

    def __len__(self) -> int:
        return len(self._notes)

    @property
    def filled_to(self) -> int:
        """Down to here no column has a gap."""
        return self._columns.filled_to

    @property
    def height(self) -> int:
        return self._columns.height

    @property
    def still_hanging(self) -> list[Note]:
        return [note for number, note in enumerate(self._notes) if number not in self._gone]

    def ids(self) -> list[UUID]:
        return list(self._numbers)

    def number_of(self, idea_id: UUID) -> int | None:
        return self._numbers.get(idea_id)

    def note(self, number: int) -> Note:
        return self._notes[number]

    def hung(self, number: int) -> Hung:
        return self._columns[number]

    def sheet(self, number: int) -> Sheet:
        return self._sheets[number]

    def is_gone(self, number: int) -> bool:
        return number in self._gone

    def face(self, number: int) -> NoteFace:
        """Kept until `forget_face`, for it is asked for again with every picture."""
        if number not in self._faces:
            self._faces[number] = self._make_face(self._notes[number])
        return self._faces[number]

    def forget_face(self, number: int) -> None:
        self._faces.pop(number, None)

    def dress(self, painter: NotePainter) -> None:
        """Other words or colours: everything keeps its place."""
        self._painter = painter
        self._faces.clear()

    def hang(self, note: Note) -> None:
        """The next one; a note hangs once."""
        if note.id in self._numbers:
            return
        sheet = self._painter.lay_out(self._make_face(note))
        self._numbers[note.id] = self._columns.hang(sheet.height)
        self._notes.append(note)
        self._sheets.append(sheet)

    def take_down(self, number: int) -> None:
        self._gone.add(number)

    def put(self, number: int, note: Note) -> None:
        """Another state of the note, which may make it higher or lower."""
        before = self._notes[number]
        self._notes[number] = note
        self._gone.discard(number)
        self.forget_face(number)
        if not keeps_height(before, note):
            sheet = self._sheets[number] = self._painter.lay_out(self.face(number))
            self._columns.resize(number, sheet.height)

    def between(self, top: float, bottom: float) -> list[int]:
        return self._columns.between(int(top), int(bottom))

    def next_to(self, number: int, step: Step) -> int | None:
        """The note one step from this one that still hangs."""
        there = self._columns.next_to(number, step)
        while there is not None and self.is_gone(there):
            there = self._columns.next_to(there, step)
        return there

    def first_from(self, top: float, bottom: float) -> int | None:
        """The first note that begins between two heights."""
        found = (n for n in self.between(top, bottom) if not self.is_gone(n) and self.hung(n).top >= top)
        return next(found, None)

    def spans(self, numbers: Iterable[int]) -> list[Span]:
        """Of the papers of those that still hang, for whoever counts looks."""
        hanging = [number for number in numbers if not self.is_gone(number)]
        return [Span(self._notes[n].id, self.hung(n).top, self._paper_bottom(n)) for n in hanging]

    def _paper_bottom(self, number: int) -> int:
        return self.hung(number).top + self._sheets[number].paper_height


def keeps_height(before: Note, after: Note) -> bool:
    """Whether what is new on a note (votes, mostly) needs no other room."""
    return (before.text, before.status, before.answer) == (after.text, after.status, after.answer)
