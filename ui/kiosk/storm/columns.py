"""A storm's contributions in columns: laid out once for whoever reads, let in a few at a time."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Mapping, Sequence
from uuid import UUID

from PySide6.QtCore import QObject, QTimer, Signal, Slot
from PySide6.QtGui import QFontMetricsF

from app.kiosk.notes import Note
from app.words import Words
from ui.kiosk.fonts import kiosk_font
from ui.kiosk.look import Look
from ui.kiosk.storm.laying import Piece, in_columns
from ui.kiosk.storm.parts import PartFace, StormColumn, StormPart

# Lengths of the 1920 x 1080 drawing.
PART_WIDTH, LARGE_PART_WIDTH = 470, 620
GUTTER, CHAIN_GAP = 32, 40
INDENT, PADDING, FOOT, LINK = 48, 24, 96, 46
SHORT_SIZE, FIRST_SIZE, LINK_SIZE = 35, 28, 25
MOST_LINES = 6
# At once what is seen, then so many between two frames.
AT_ONCE, IN_A_SLICE = 12, 3
SLICE_MS = 16


class StormColumns(QObject):
    """`changed` comes when all are laid out anew."""

    changed = Signal()

    def __init__(self, *, look: Look, face: Callable[[Note], PartFace], words: Callable[[], Words]) -> None:
        super().__init__()
        self._look = look
        self._face = face
        self._words = words
        self._pieces: Sequence[Sequence[Piece]] = ()
        self._is_in_rows = False
        self._width = 0.0
        self._laid_for: tuple[int, float] = (0, 0.0)
        self._parts: list[StormPart] = []
        self.all: list[StormColumn] = []
        self._slices = QTimer(self)
        self._slices.setInterval(SLICE_MS)
        self._slices.timeout.connect(self._let_in)

    def show(self, pieces: Sequence[Sequence[Piece]], *, in_rows: bool = False) -> None:
        """In rows one stands beside the other in their order, else each chain under the shortest column."""
        self._pieces, self._is_in_rows = pieces, in_rows
        self._lay_out()

    def set_width(self, width: float) -> None:
        """Of all columns together, in px."""
        self._width = width
        if self._wanted() != self._laid_for:
            self._lay_out()

    def part(self, number: int) -> StormPart:
        return self._parts[number]

    def ids(self) -> list[UUID]:
        return [part.id for part in self._parts]

    def put(self, ids: Iterable[UUID], notes: Mapping[UUID, Note]) -> None:
        """These were read anew; one that is not among `notes` is gone."""
        asked = set(ids)
        for part in self._parts:
            if part.id in asked and notes.get(part.id) != part.note:
                part.put(notes.get(part.id))

    def dress(self) -> None:
        for part in self._parts:
            part.dress()

    def follow_look(self) -> None:
        """Other letters ask for other columns; other colours and words only for another dress."""
        if self._wanted() != self._laid_for:
            self._lay_out()
        else:
            self.dress()

    def _wanted(self) -> tuple[int, float]:
        """How many columns, and how large their letters are."""
        look = self._look
        least = (LARGE_PART_WIDTH if look.isLarge else PART_WIDTH) * look.unit
        gutter = GUTTER * look.unit
        return max(1, int((self._width + gutter) // (least + gutter))), look.textUnit

    def _lay_out(self) -> None:
        if self._width <= 0:
            return
        before = [*self.all, *self._parts]
        self._laid_for = count, _ = self._wanted()
        gutter = GUTTER * self._look.unit
        part_width = (self._width - (count - 1) * gutter) / count
        columns = in_columns(
            self._pieces, count, lambda piece: self._height(piece, part_width), CHAIN_GAP * self._look.unit
        )
        self._parts = []
        self.all = [StormColumn([self._make(piece) for piece in column], self) for column in columns]
        self._let_in_some(math.ceil(AT_ONCE / count))
        self.changed.emit()
        self._slices.start()
        # After QML was told of their successors: the items that showed them go first.
        for one in before:
            one.deleteLater()

    def _make(self, piece: Piece) -> StormPart:
        part = StormPart(len(self._parts), piece, self._face, self._words, self)
        self._parts.append(part)
        return part

    @Slot()
    def _let_in(self) -> None:
        self._let_in_some(IN_A_SLICE)
        if all(column.is_whole for column in self.all):
            self._slices.stop()

    def _let_in_some(self, number: int) -> None:
        for column in self.all:
            column.let_in(number)

    def _height(self, piece: Piece, width: float) -> float:
        """About so high it becomes; only the balance of the columns hangs on it."""
        if self._is_in_rows:
            return 1.0
        unit, letters = self._look.unit, self._look.textUnit
        size = (FIRST_SIZE if piece.link is None else LINK_SIZE) * letters
        room = width - (2 * PADDING + (0 if piece.link is None else INDENT)) * unit
        metrics = QFontMetricsF(kiosk_font(size, piece.note.text))
        lines = sum(
            math.ceil(max(1.0, metrics.horizontalAdvance(line) * 1.08) / room)
            for line in piece.note.text.split("\n")
        )
        height = min(lines, MOST_LINES) * 1.36 * size + FOOT * letters
        return height + (0 if piece.link is None else LINK * letters)
