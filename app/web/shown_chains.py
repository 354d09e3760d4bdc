"""A storm's chains as its page lays them out: the newest first, a page of them, long ones shortened."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from uuid import UUID

from app.domain.chains import Building, Chain, ChainOrder, in_order
from app.domain.ideas import Idea
from app.web.notes import Note

# A page of chains ends after so many notes.
NOTES_ON_A_PAGE = 8
# Of a longer chain the first idea is shown and the last ones: what happened between is one tap away.
LONGEST_CHAIN = 6
LAST_SHOWN = 3


@dataclass(frozen=True, slots=True)
class ShownBuilding:
    """One note of a chain. `link` joins it to what it builds on; `says_whom` when that is not the note above
    it. `skipped` notes stood between it and the one above."""

    note: Note
    link: str
    says_whom: bool
    skipped: int = 0


@dataclass(frozen=True, slots=True)
class ShownChain:
    """`first` names the chain in addresses."""

    first: str
    buildings: tuple[ShownBuilding, ...]


@dataclass(frozen=True, slots=True)
class ChainPage:
    """`next` is how many chains stand on this page and those before it, 0 when that is all."""

    chains: tuple[ShownChain, ...]
    next: int = 0


def page_of_chains(found: Sequence[Chain], start: int, draw: Callable[[Idea], Note]) -> ChainPage:
    """The chains behind the first `start` ones, those with the newest ideas first."""
    newest_first = in_order(found, ChainOrder.NEWEST)
    shown: list[ShownChain] = []
    notes = 0
    for chain in newest_first[start:]:
        if shown and notes >= NOTES_ON_A_PAGE:
            return ChainPage(tuple(shown), start + len(shown))
        shown.append(_shown(chain, draw, is_whole=False))
        notes += len(shown[-1].buildings)
    return ChainPage(tuple(shown))


def whole_chain(found: Sequence[Chain], idea_id: UUID, draw: Callable[[Idea], Note]) -> ChainPage:
    """The chain of that idea from its beginning to its end; nothing when there is none."""
    holding = [chain for chain in found if any(one.idea.id == idea_id for one in chain.buildings)]
    return ChainPage(tuple(_shown(chain, draw, is_whole=True) for chain in holding))


def _shown(chain: Chain, draw: Callable[[Idea], Note], *, is_whole: bool) -> ShownChain:
    places = list(range(len(chain)))
    if not is_whole and len(chain) > LONGEST_CHAIN:
        places = [0, *places[-LAST_SHOWN:]]
    buildings = []
    above = -1
    for place in places:
        buildings.append(_building(chain.buildings, place, place - above - 1, draw))
        above = place
    return ShownChain(str(chain.first.id), tuple(buildings))


def _building(
    all_of_them: tuple[Building, ...], place: int, skipped: int, draw: Callable[[Idea], Note]
) -> ShownBuilding:
    building = all_of_them[place]
    follows = place > 0 and not skipped and building.idea.builds_on == all_of_them[place - 1].idea.id
    link = str(building.link) if building.link else ""
    return ShownBuilding(draw(building.idea), link, says_whom=bool(link) and not follows, skipped=skipped)
