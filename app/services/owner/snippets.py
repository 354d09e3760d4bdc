"""The sentences that the owner keeps: for answers and as reasons for a no. Nobody else ever sees the list."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from uuid import UUID, uuid5

from app.domain import text as texts
from app.domain.clock import Clock
from app.domain.errors import InvalidInput, NotFound
from app.domain.ids import new_id
from app.domain.journal import Change
from app.domain.snippets import Snippet, SnippetKind
from app.domain.translation import mark
from app.services.owner.done import Done, Edit, write_down
from app.services.seams import Seam
from app.storage.stores import Stores

MOST = 100
_STARTING = UUID("6f3d1c1e-97a5-5d8f-9c0a-2f1f8c3b7a10")


@dataclass(frozen=True, slots=True)
class Shelf:
    """One kind of them, and the sentences that a shop begins with, in its language."""

    kind: SnippetKind
    starting: tuple[str, ...]


def of(stores: Stores, shelf: Shelf) -> list[Snippet]:
    """In the owner's order; those that a shop begins with, as long as she has changed none."""
    return stores.snippets.of(shelf.kind) if stores.snippets.has_any(shelf.kind) else _starting(shelf)


def add(stores: Stores, shelf: Shelf, text: str, id: UUID) -> Done:
    """At the end. Raises InvalidInput on `text`."""
    _begin(stores, shelf)
    if len(of(stores, shelf)) >= MOST:
        raise InvalidInput("text", mark("That is plenty. Please take one away first."))
    added = Snippet(id=id, kind=shelf.kind, text=_cleaned(shelf, text))
    place = stores.snippets.next_place(shelf.kind)
    return _written(stores, "add-snippet", id, stores.snippets.add(added, place))


def change(stores: Stores, shelf: Shelf, id: UUID, text: str, new: UUID) -> Done:
    """Other words in the same place, under the id `new`. Raises InvalidInput, NotFound."""
    _begin(stores, shelf)
    place, cleaned = _place_of(stores, id), _cleaned(shelf, text)
    if any(each.id == id and each.text == cleaned for each in of(stores, shelf)):
        return Done("change-snippet", (), None)
    changed = Snippet(id=new, kind=shelf.kind, text=cleaned)
    changes = stores.snippets.take_away(id) + stores.snippets.add(changed, place)
    return _written(stores, "change-snippet", new, changes)


def take_away(stores: Stores, shelf: Shelf, id: UUID) -> Done:
    """Raises NotFound."""
    _begin(stores, shelf)
    _place_of(stores, id)
    return _written(stores, "take-snippet-away", id, stores.snippets.take_away(id))


def move(stores: Stores, shelf: Shelf, id: UUID, by: int) -> Done:
    """Up by a negative number; never beyond the ends. Raises NotFound."""
    _begin(stores, shelf)
    ids = [each.id for each in of(stores, shelf)]
    if id not in ids:
        raise _gone()
    place = ids.index(id)
    ids.insert(max(0, min(place + by, len(ids) - 1)), ids.pop(place))
    return _written(stores, "move-snippet", id, stores.snippets.arrange(ids))


def _begin(stores: Stores, shelf: Shelf) -> None:
    """Make the sentences that a shop begins with its own. No verb: the list stays as it was."""
    if not stores.snippets.has_any(shelf.kind):
        for place, each in enumerate(_starting(shelf)):
            stores.snippets.add(each, place)


def _starting(shelf: Shelf) -> list[Snippet]:
    return [
        Snippet(id=uuid5(_STARTING, f"{shelf.kind} {place}"), kind=shelf.kind, text=text)
        for place, text in enumerate(shelf.starting)
    ]


def _cleaned(shelf: Shelf, text: str) -> str:
    cleaned = texts.clean_reason(text) if shelf.kind is SnippetKind.REASON else texts.clean_answer(text)
    if not cleaned:
        raise InvalidInput("text", mark("Please write something first."))
    return cleaned


def _place_of(stores: Stores, id: UUID) -> int:
    place = stores.snippets.place_of(id)
    if place is None:
        raise _gone()
    return place


def _gone() -> NotFound:
    return NotFound(mark("This sentence is not here any more."))


def _written(stores: Stores, verb: str, id: UUID, changes: list[Change]) -> Done:
    return write_down(stores, verb, [Edit(id, changes, board=False)])


class Snippets:
    """Every method is one transaction; `shelf` says which kind is meant."""

    def __init__(self, *, seam: Seam, clock: Clock) -> None:
        self._seam = seam
        self._clock = clock

    def of(self, shelf: Shelf) -> list[Snippet]:
        return self._seam.read(partial(of, shelf=shelf))

    def add(self, shelf: Shelf, text: str) -> Done:
        """Raises InvalidInput."""
        return self._seam.write(partial(add, shelf=shelf, text=text, id=new_id(self._clock.now())))

    def change(self, shelf: Shelf, id: UUID, text: str) -> Done:
        """Raises InvalidInput, NotFound."""
        verb = partial(change, shelf=shelf, id=id, text=text, new=new_id(self._clock.now()))
        return self._seam.write(verb)

    def take_away(self, shelf: Shelf, id: UUID) -> Done:
        """Raises NotFound."""
        return self._seam.write(partial(take_away, shelf=shelf, id=id))

    def move(self, shelf: Shelf, id: UUID, by: int) -> Done:
        """Raises NotFound."""
        return self._seam.write(partial(move, shelf=shelf, id=id, by=by))
