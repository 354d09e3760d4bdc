"""Prints sheets of the ledger: anew where they are stale, all of a plan in one go, or one once more."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import QObject, Signal

from app.domain.errors import AppError
from app.domain.ledger import Entry, Reprinted
from app.domain.notices import Notice
from app.domain.sheets import Remedy
from app.domain.wall_plan import Plan
from app.domain.walls import Place
from ui.desk.printing.printing import Printing
from ui.desk.tools import Tools
from ui.desk.wall.papers import WallPaper
from ui.desk.wording import letters_in_words

if TYPE_CHECKING:
    from app.services.owner.owner import Owner


@dataclass(frozen=True, slots=True)
class _Numbered:
    """`action` names in the journal what numbered and hung them, None when nothing had to."""

    notices: Sequence[Notice]
    action: int | None


@dataclass(frozen=True, slots=True)
class _Made:
    """`missing` are the letters that the sheets show as gaps, `action` as above."""

    pdf: bytes
    missing: Sequence[str]
    action: int | None


class WallPrinting(QObject):
    """`acted` says that sheets were numbered or hung. `address` is that for paper today.

    What was numbered and then not printed after all is taken back: it hangs nowhere and replaces nothing.
    """

    acted = Signal()

    def __init__(
        self,
        *,
        tools: Tools,
        owner: Owner,
        paper: WallPaper,
        printing: Printing,
        address: Callable[[], str],
    ) -> None:
        super().__init__()
        self._tools = tools
        self._owner = owner
        self._paper = paper
        self._printing = printing
        self._address = address
        self._is_making = False

    def reprint(self, entries: Sequence[Entry]) -> None:
        """All of them in one go: new numbers for what says something wrong; a sheet that was printed anew
        already, or that is true, once more as it is."""
        address = self._address()

        def work() -> _Numbered:
            stale = [each.notice.id for each in entries if _wants_number(each)]
            done = self._owner.wall.reprint(stale, address=address) if stale else None
            made = done.made if done else ()
            again = [self._newest(each) for each in entries if not _wants_number(each)]
            known = {notice.id for notice in made}
            more = [notice for notice in again if notice.id not in known]
            return _Numbered([*made, *more], done.action if done else None)

        tr = self._tools.words.tr
        said = tr("Printed. Hang the new sheets where the old ones hang, then say so here.")
        self._make(work, address, said if any(each.is_stale for each in entries) else "")

    def follow(self, plan: Plan, place: Place) -> None:
        """Number what is new, print all that goes up, and note that it hangs."""
        address, tr = self._address(), self._tools.words.tr
        printed = [step.candidate.notice_id for step in plan.hang if step.candidate.notice_id is not None]

        def work() -> _Numbered:
            done: Reprinted = self._owner.wall.follow(plan, place.id, address=address)
            return _Numbered(done.made, done.action)

        said = tr("The board is drawn as it should hang now. Ctrl Z takes that back.")
        self._make(work, address, said, waits_for_paper=bool(printed))

    def _newest(self, entry: Entry) -> Notice:
        """On the worker thread: the sheet that took its place, or itself."""
        notice = entry.notice
        while notice.replaced_by is not None:
            notice = self._owner.wall.entry(notice.replaced_by).notice
        return notice

    def _make(
        self, work: Callable[[], _Numbered], address: str, said: str, *, waits_for_paper: bool = False
    ) -> None:
        """Does nothing while something is made."""
        if self._is_making:
            return
        self._is_making = True

        def make() -> _Made | None:
            numbered = work()
            if not numbered.notices:
                return None
            document = self._paper.document(numbered.notices, address)
            return _Made(document.pdf(), document.missing_letters(), numbered.action)

        def done(made: _Made | None) -> None:
            self._end()
            self.acted.emit()
            if made is not None:
                self._ask_about_gaps(made, said)
            elif said:
                self._tools.messages.say(said)

        self._tools.background.run(make, done, self._refuse, self._end)

    def _ask_about_gaps(self, made: _Made, said: str) -> None:
        if not made.missing:
            self._send(made, said)
            return
        tr = self._tools.words.tr
        question = tr(
            "No font on this computer has %(letters)s. A gap will be printed there. Go on?",
            letters=letters_in_words(made.missing),
        )
        self._tools.messages.ask(question, tr("Print with gaps"), lambda: self._send(made, said))

    def _send(self, made: _Made, said: str) -> None:
        def sent() -> None:
            if said:
                self._tools.messages.say(said)
            self.acted.emit()

        self._printing.send(made.pdf, sent, lambda: self._take_back(made))

    def _take_back(self, made: _Made) -> None:
        owner, action = self._owner, made.action
        if action is not None:
            self._tools.background.run(
                lambda: owner.take_back(action), lambda _done: self.acted.emit(), self._refuse
            )

    def _refuse(self, error: AppError) -> None:
        self._end()
        self._tools.messages.warn(self._tools.words.error(error))
        self.acted.emit()

    def _end(self) -> None:
        self._is_making = False


def _wants_number(entry: Entry) -> bool:
    return entry.remedy is Remedy.REPRINT and entry.notice.replaced_by is None


def ids_of(entries: Sequence[Entry]) -> list[UUID]:
    return [entry.notice.id for entry in entries]
