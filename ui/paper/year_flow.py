"""The flow of the year in answers: pieces on pages one after the other, hundreds of them in one go."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from ui.paper.flow import Piece
from ui.paper.sheets import Thing

# Papers of neighbouring lines overlap so much that no seam shines through.
OVERLAP = 0.4
Under = Callable[[float, float, str], Thing]


@dataclass(frozen=True, slots=True)
class Laid:
    """A piece of the flow; `paper` is the colour of the note under it, empty = none."""

    piece: Piece
    paper: str = ""

    @property
    def has_spine(self) -> bool:
        return self.piece.has_spine


def on_pages(flow: Sequence[Laid], room: float) -> list[list[Laid]]:
    """As many pages as it takes, cut where nothing keeps the next unless all of a page does."""
    pages: list[list[Laid]] = []
    start = 0
    while start < len(flow):
        end = _cut(flow, start, room)
        pages.append(list(flow[start:end]))
        start = end
    return pages


def _cut(flow: Sequence[Laid], start: int, room: float) -> int:
    end, height = start, 0.0
    while end < len(flow):
        piece = flow[end].piece
        height += piece.height + (piece.gap if end > start else 0.0)
        if height > room and end > start:
            break
        end += 1
    if end == len(flow):
        return end
    kept = end
    while kept > start and flow[kept - 1].piece.keeps_next:
        kept -= 1
    return kept if kept > start else end


def stacked(page: Sequence[Laid], top: float, *, note: Under, spine: Under) -> list[Thing]:
    """The things of one page from `top`: papers under notes, a spine beside each answer, then the words."""
    under: list[Thing] = []
    over: list[Thing] = []
    spine_top: float | None = None
    y = top
    for index, laid in enumerate(page):
        y += laid.piece.gap if index else 0.0
        bottom = y + laid.piece.height
        if laid.paper:
            under.append(note(y, laid.piece.height + OVERLAP, laid.paper))
        if laid.has_spine and spine_top is None:
            spine_top = y
        is_last = index + 1 == len(page) or not page[index + 1].has_spine
        if spine_top is not None and is_last:
            under.append(spine(spine_top, bottom - spine_top, ""))
            spine_top = None
        over += laid.piece.draw(y)
        y = bottom
    return [*under, *over]
