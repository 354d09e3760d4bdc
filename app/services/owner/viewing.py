"""Views of the inbox that the owner keeps under names: saved, changed, put in order, removed."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from functools import partial
from uuid import UUID

from app.domain.clock import Clock
from app.domain.errors import Conflict, NotFound
from app.domain.ids import new_id
from app.domain.tags import same_name
from app.domain.translation import mark
from app.domain.views import Question, SavedView, clean_view_name
from app.services.owner.done import Done, Edit, write_down
from app.services.seams import Seam
from app.storage.stores import Stores


class Viewing:
    """Every method is one transaction, taken back as one."""

    def __init__(self, *, seam: Seam, clock: Clock) -> None:
        self._seam = seam
        self._clock = clock

    def all(self) -> list[SavedView]:
        """In the owner's order."""
        return self._seam.read(lambda stores: stores.saved_views.all())

    def save(self, name: str, question: Question) -> Done:
        """Under a new name, or instead of the view of that name. Raises InvalidInput on `name`."""
        return self._seam.write(partial(save, name=name, question=question, now=self._clock.now()))

    def rename(self, view_id: UUID, name: str) -> Done:
        """Raises InvalidInput on `name`, Conflict when another view has it, NotFound."""
        return self._seam.write(partial(rename, view_id=view_id, name=name))

    def move(self, view_id: UUID, place: int) -> Done:
        """To the `place`-th of all, counted from 0. Raises NotFound."""
        return self._seam.write(partial(move, view_id=view_id, place=place))

    def remove(self, view_id: UUID) -> Done:
        """Raises NotFound."""
        return self._seam.write(partial(remove, view_id=view_id, now=self._clock.now()))


def save(stores: Stores, name: str, question: Question, now: datetime) -> Done:
    wanted, asked = clean_view_name(name), replace(question, words="")
    views = stores.saved_views.all()
    known = next((view for view in views if same_name(view.name, wanted)), None)
    if known is not None:
        changes = stores.saved_views.keep(known.id, asked)
        return write_down(stores, "save-view", [Edit(known.id, changes, board=False)])
    place = max((view.place for view in views), default=-1) + 1
    view = SavedView(id=new_id(now), name=wanted, question=asked, place=place)
    return write_down(stores, "save-view", [Edit(view.id, stores.saved_views.add(view, now), board=False)])


def rename(stores: Stores, view_id: UUID, name: str) -> Done:
    wanted, known = clean_view_name(name), _existing(stores, view_id)
    if any(same_name(view.name, wanted) and view.id != known.id for view in stores.saved_views.all()):
        raise Conflict(mark("There is already a view “%(name)s”."), name=wanted)
    changes = stores.saved_views.change(known.id, name=wanted)
    return write_down(stores, "rename-view", [Edit(known.id, changes, board=False)])


def move(stores: Stores, view_id: UUID, place: int) -> Done:
    known = _existing(stores, view_id)
    views = [view for view in stores.saved_views.all() if view.id != known.id]
    views.insert(max(0, place), known)
    changes = [
        change
        for number, view in enumerate(views)
        for change in stores.saved_views.change(view.id, place=number)
    ]
    return write_down(stores, "move-view", [Edit(known.id, changes, board=False)])


def remove(stores: Stores, view_id: UUID, now: datetime) -> Done:
    known = _existing(stores, view_id)
    changes = stores.saved_views.change(known.id, removed_at=now)
    return write_down(stores, "remove-view", [Edit(known.id, changes, board=False)])


def _existing(stores: Stores, view_id: UUID) -> SavedView:
    for view in stores.saved_views.all():
        if view.id == view_id:
            return view
    raise NotFound(mark("This view is not here any more."))
