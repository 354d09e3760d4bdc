"""The owner's steps in a storm: done in the background, said, and undone like the rest."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from decimal import Decimal
from typing import TYPE_CHECKING, TypeVar
from uuid import UUID

from PySide6.QtCore import QObject, Signal

from app.domain.errors import AppError
from app.domain.storms import Storm, Timetable
from app.services.owner.concluding import ConclusionDraft, OutcomeDraft
from app.services.owner.storming import StormDraft
from ui.desk.storms.box import StormBox
from ui.desk.storms.till_box import TillBox
from ui.desk.tools import Tools

if TYPE_CHECKING:
    from app.services.owner.owner import Owner

T = TypeVar("T")


class StormVerbs(QObject):
    """`acted` says that a step was done, `kept` carries the id of a storm that was written down, `refused`
    says that what is shown is not what is there."""

    acted = Signal()
    kept = Signal(object)
    refused = Signal()

    def __init__(self, *, tools: Tools, owner: Owner) -> None:
        super().__init__()
        self._tools = tools
        self._owner = owner

    def keep(self, box: StormBox, storm_id: UUID | None, draft: StormDraft, announce: bool) -> None:
        """Write it down, and announce it at once where that is wanted."""
        storms, tr = self._owner.storms, self._tools.words.tr

        def work() -> UUID:
            kept = storm_id
            if kept is None:
                kept = storms.draft(draft).id
            else:
                storms.change(kept, draft)
            if announce:
                storms.announce(kept)
            return kept

        said = (
            tr("It is announced. Ctrl Z takes that back until gathering begins.")
            if announce
            else tr("Kept as a draft. Nobody sees it.")
        )

        def done(kept: UUID) -> None:
            self._tell(said)
            self.kept.emit(kept)

        self._run(box, work, done)

    def announce(self, storm_id: UUID) -> None:
        said = self._tools.words.tr("It is announced. Ctrl Z takes that back until gathering begins.")
        self._do(lambda: self._owner.storms.announce(storm_id), said)

    def drop(self, storm_id: UUID) -> None:
        said = self._tools.words.tr("The draft is thrown away. Ctrl Z takes that back.")
        self._do(lambda: self._owner.storms.drop(storm_id), said)

    def pick(self, storm_id: UUID, ids: Sequence[UUID], picked: bool) -> None:
        tr = self._tools.words.tr
        said = (
            tr("On the shortlist. Ctrl Z takes that back.")
            if picked
            else tr("Off the shortlist. Ctrl Z takes that back.")
        )
        self._do(lambda: self._owner.storms.pick(storm_id, ids, picked), said)

    def extend(self, box: StormBox, storm_id: UUID, times: Timetable) -> None:
        said = self._tools.words.tr("Extended. Everybody sees the new end.")

        def done(_storm: Storm) -> None:
            self._tell(said)

        self._run(box, lambda: self._owner.storms.extend(storm_id, times), done)

    def give_ballot(self, box: TillBox, code: str, idea_id: UUID) -> None:
        """One of many: what came of it is told in the box."""

        def done(_ballot: object) -> None:
            box.counted()
            self.acted.emit()

        self._tools.background.run(
            lambda: self._owner.storms.give_ballot(code, idea_id), done, box.refused, box.given_up
        )

    def conclude(self, box: StormBox, storm_id: UUID, said: ConclusionDraft) -> None:
        told = self._tools.words.tr("It is concluded, and everybody can read it. Ctrl Z takes that back.")
        self._run(box, lambda: self._owner.storms.conclude(storm_id, said), lambda _done: self._tell(told))

    def carry_out(self, box: StormBox, storm_id: UUID, done: OutcomeDraft) -> None:
        told = self._tools.words.tr(
            "Carried out. In thirty days you are asked how it went. Ctrl Z takes that back."
        )
        self._run(box, lambda: self._owner.storms.carry_out(storm_id, done), lambda _done: self._tell(told))

    def look_back(self, box: StormBox, storm_id: UUID, text: str, after: Decimal | None) -> None:
        told = self._tools.words.tr("Kept. Ctrl Z takes that back.")
        self._run(
            box, lambda: self._owner.storms.look_back(storm_id, text, after), lambda _done: self._tell(told)
        )

    def _run(self, box: StormBox, work: Callable[[], T], done: Callable[[T], None]) -> None:
        """A refusal stands in the box, and nothing that was typed is lost."""

        def take(result: T) -> None:
            box.taken()
            done(result)

        self._tools.background.run(work, take, box.refused, box.given_up)

    def _do(self, work: Callable[[], object], said: str) -> None:
        self._tools.background.run(work, lambda _done: self._tell(said), self._refuse)

    def _tell(self, said: str) -> None:
        self._tools.messages.say(said)
        self.acted.emit()

    def _refuse(self, error: AppError) -> None:
        self._tools.messages.warn(self._tools.words.error(error))
        self.refused.emit()
