"""What the owner does to sheets and places: done in the background, said, and undone like the rest."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, TypeVar
from uuid import UUID

from PySide6.QtCore import QObject, Signal

from app.domain.errors import AppError
from app.domain.walls import Measures, Place, Position
from ui.desk.storms.box import StormBox
from ui.desk.tools import Tools

if TYPE_CHECKING:
    from app.services.owner.owner import Owner

T = TypeVar("T")


class WallVerbs(QObject):
    """`acted` says that a step was done, `place_made` carries the id of a new place, `refused` says that what
    is shown is not what is there."""

    acted = Signal()
    place_made = Signal(object)
    refused = Signal()

    def __init__(self, *, tools: Tools, owner: Owner) -> None:
        super().__init__()
        self._tools = tools
        self._wall = owner.wall

    # Sheets

    def hang(self, ids: Sequence[UUID], place: Place, at: Position | None = None) -> None:
        """Copies that hang elsewhere stay there."""
        spots = [at] * len(ids)
        self._do(lambda: self._wall.hang(ids, place.id, spots), self._hangs_at(place))

    def move_copy(self, hanging_id: UUID, at: Position | None, place: Place | None = None) -> None:
        said = self._hangs_at(place) if place else ""
        self._do(lambda: self._wall.move(hanging_id, at, place_id=place.id if place else None), said)

    def take_down(self, ids: Sequence[UUID], *, by: str = "", box: StormBox | None = None) -> None:
        words = self._tools.words
        said = words.trn(
            "The sheet is down. Ctrl Z takes that back.",
            "%(count)s sheets are down. Ctrl Z takes that back.",
            len(ids),
        )
        self._in_box(box, lambda: self._wall.take_down(ids, by=by), said)

    def take_copy_down(self, hanging_id: UUID, *, by: str = "", box: StormBox | None = None) -> None:
        said = self._tools.words.tr("This copy is down. Ctrl Z takes that back.")
        self._in_box(box, lambda: self._wall.take_copies_down([hanging_id], by=by), said)

    def put_back(self, ids: Sequence[UUID]) -> None:
        words = self._tools.words
        said = words.trn(
            "The sheet hangs again. Ctrl Z takes that back.",
            "%(count)s sheets hang again. Ctrl Z takes that back.",
            len(ids),
        )
        self._do(lambda: self._wall.put_back(ids), said)

    # Places

    def add_place(self, box: StormBox, name: str, measures: Measures | None) -> None:
        tr = self._tools.words.tr

        def done(place: Place) -> None:
            box.taken()
            self._tell(tr("“%(place)s” is there. Ctrl Z takes that back.", place=place.name))
            self.place_made.emit(place.id)

        self._tools.background.run(
            lambda: self._wall.add_place(name, measures), done, box.refused, box.given_up
        )

    def change_place(self, box: StormBox, place: Place, name: str, measures: Measures | None) -> None:
        """Two steps where both changed, each taken back by itself."""

        def work() -> None:
            if name.strip() != place.name:
                self._wall.rename_place(place.id, name)
            if measures != place.measures:
                self._wall.resize_place(place.id, measures)

        self._in_box(box, work, self._tools.words.tr("Kept. Ctrl Z takes that back."))

    def remove_place(self, box: StormBox, place: Place) -> None:
        said = self._tools.words.tr("“%(place)s” is removed. Ctrl Z takes that back.", place=place.name)
        self._in_box(box, lambda: self._wall.remove_place(place.id), said)

    # How

    def _hangs_at(self, place: Place) -> str:
        return self._tools.words.tr("It hangs at “%(place)s”. Ctrl Z takes that back.", place=place.name)

    def _in_box(self, box: StormBox | None, work: Callable[[], object], said: str) -> None:
        """A refusal stands in the box, and nothing that was typed is lost."""
        if box is None:
            self._do(work, said)
            return
        asked_in = box

        def done(_done: object) -> None:
            asked_in.taken()
            self._tell(said)

        self._tools.background.run(work, done, box.refused, box.given_up)

    def _do(self, work: Callable[[], object], said: str) -> None:
        self._tools.background.run(work, lambda _done: self._tell(said), self._refuse)

    def _tell(self, said: str) -> None:
        if said:
            self._tools.messages.say(said)
        self.acted.emit()

    def _refuse(self, error: AppError) -> None:
        self._tools.messages.warn(self._tools.words.error(error))
        self.refused.emit()
