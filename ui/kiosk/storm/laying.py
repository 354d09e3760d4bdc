"""How a storm's contributions are laid out: long chains shortened, each chain under the shortest column."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from app.domain.chains import BuildingOf, ChainOf, ChainOrder, chains, in_order
from app.domain.ideas import Link
from app.kiosk.notes import Note

MOST_OF_A_CHAIN = 6
"""Longer ones show how they began and what came last; the rest is one touch away."""


@dataclass(frozen=True, slots=True)
class Piece:
    """One contribution. `link` is None on the first of a chain, `to` what it builds on unless that stands
    right above, `left_out` how many of the chain are not shown between it and the one above."""

    note: Note
    link: Link | None = None
    to: Note | None = None
    left_out: int = 0
    is_last: bool = True


def newest_first(notes: Sequence[Note]) -> list[list[Piece]]:
    """Each chain as pieces, the one with the latest contribution first."""
    return [_pieces(chain) for chain in in_order(chains(notes), ChainOrder.NEWEST)]


def alone(notes: Sequence[Note]) -> list[list[Piece]]:
    """Each for itself, in the same order: for choosing."""
    return [[Piece(note)] for note in notes]


def in_columns(
    pieces: Sequence[Sequence[Piece]], count: int, height_of: Callable[[Piece], float], gap: float
) -> list[list[Piece]]:
    """Whole chains in `count` columns, later ones never above earlier ones beside them."""
    columns: list[list[Piece]] = [[] for _ in range(count)]
    heights = [0.0] * count
    for chain in pieces:
        shortest = heights.index(min(heights))
        columns[shortest] += chain
        heights[shortest] += sum(map(height_of, chain)) + gap
    return columns


def _pieces(chain: ChainOf[Note]) -> list[Piece]:
    by_id = {building.idea.id: building.idea for building in chain.buildings}
    kept = _kept(chain)
    pieces: list[Piece] = []
    left_out = 0
    above: Note | None = None
    for building in chain.buildings:
        note = building.idea
        if building not in kept:
            left_out += 1
            continue
        parent = by_id.get(note.builds_on) if note.builds_on else None
        to = parent if above is not None and parent is not above else None
        pieces.append(Piece(note, building.link, to, left_out, is_last=building is kept[-1]))
        left_out, above = 0, note
    return pieces


def _kept(chain: ChainOf[Note]) -> list[BuildingOf[Note]]:
    """All of a short chain; of a long one the first and the newest, in the chain's own order."""
    if len(chain) <= MOST_OF_A_CHAIN:
        return list(chain.buildings)
    first, *others = chain.buildings
    newest = sorted(others, key=lambda one: one.idea.created_at)[1 - MOST_OF_A_CHAIN :]
    return [first, *(one for one in others if one in newest)]
