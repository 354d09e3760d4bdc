"""Where notes hang: each under the shortest column, at its place for ever. Knows nothing of notes."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from enum import Enum


class Step(Enum):
    """From one note to the next, by arrow keys."""

    LEFT = (-1, 0)
    RIGHT = (1, 0)
    UP = (0, -1)
    DOWN = (0, 1)


@dataclass(slots=True)
class Hung:
    """A note's place: the number of its column, and where it is in it, in px from the top of the wall."""

    column: int
    top: int
    height: int

    @property
    def bottom(self) -> int:
        return self.top + self.height


class Columns:
    """Notes are numbered in the order in which they were hung."""

    def __init__(self, *, count: int, gutter: int, margin: int) -> None:
        self._gutter = gutter
        self._margin = margin
        self._hung: list[Hung] = []
        self._numbers: list[list[int]] = [[] for _ in range(count)]
        self._ends = [margin] * count

    def __len__(self) -> int:
        return len(self._hung)

    def __getitem__(self, number: int) -> Hung:
        return self._hung[number]

    @property
    def filled_to(self) -> int:
        """Down to here no column has a gap."""
        return min(self._ends)

    @property
    def height(self) -> int:
        """Of the whole wall as it hangs, with its margins."""
        return max(self._ends) - self._gutter + self._margin if self._hung else 2 * self._margin

    def hang(self, height: int) -> int:
        """Hang the next note; answers its number."""
        column = self._ends.index(min(self._ends))
        number = len(self._hung)
        self._hung.append(Hung(column, self._ends[column], height))
        self._numbers[column].append(number)
        self._ends[column] += height + self._gutter
        return number

    def resize(self, number: int, height: int) -> None:
        """Give a note another height; what hangs below it in its column moves."""
        hung = self._hung[number]
        moved = height - hung.height
        hung.height = height
        numbers = self._numbers[hung.column]
        for below in numbers[bisect_right(numbers, number) :]:
            self._hung[below].top += moved
        self._ends[hung.column] += moved

    def between(self, top: int, bottom: int) -> list[int]:
        """The numbers of all notes of which something hangs between two heights, in their order."""
        found: list[int] = []
        for numbers in self._numbers:
            first = bisect_left(numbers, top, key=lambda number: self._hung[number].bottom)
            last = bisect_left(numbers, bottom, key=lambda number: self._hung[number].top)
            found += numbers[first:last]
        return sorted(found)

    def next_to(self, number: int, step: Step) -> int | None:
        """The note that a person means who goes one step from this one."""
        across, along = step.value
        here = self._hung[number]
        if along:
            numbers = self._numbers[here.column]
            place = numbers.index(number) + along
            return numbers[place] if 0 <= place < len(numbers) else None
        column = here.column + across
        if not 0 <= column < len(self._numbers) or not self._numbers[column]:
            return None
        return min(self._numbers[column], key=lambda other: abs(self._hung[other].top - here.top))
