"""Hands the sheet of an answer, or of many, to the desk's one way to paper."""

from __future__ import annotations

from collections.abc import Sequence
from enum import Enum
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import QObject, Signal

from app.domain.ideas import Idea
from ui.desk.printing.notices import MOST_AT_ONCE, NoticePaper
from ui.desk.printing.printable import Choice, Printable
from ui.desk.printing.printing import Printing
from ui.desk.reach import Reach
from ui.desk.tools import Tools

if TYPE_CHECKING:
    from app.services.owner.owner import Owner


class Afterwards(Enum):
    """What becomes of an answer once it is given."""

    NOTHING = "nothing"
    PRINT = "print"
    SAVE = "save"


class NoticeMaker(QObject):
    """`made` comes once a sheet may have its number: it was printed or saved, or given up after that."""

    made = Signal()

    def __init__(self, *, tools: Tools, owner: Owner, printing: Printing, reach: Reach) -> None:
        super().__init__()
        self._tools = tools
        self._printing = printing
        self._reach = reach
        self._paper = NoticePaper(owner=owner, tools=tools)

    def make(self, idea_id: UUID, text: str, choice: Choice, afterwards: Afterwards) -> None:
        """Print or save the answer that holds; `text` is what the idea says."""
        printable = self._of_one(idea_id, text)
        if afterwards is Afterwards.SAVE:
            self._printing.save_now(printable, choice)
        else:
            self._printing.print_now(printable, choice)

    def look(self, idea: Idea) -> None:
        """Large, in the box, with all that can be done with it."""
        self._printing.begin(self._of_one(idea.id, idea.text))

    def print_many(self, ideas: Sequence[Idea]) -> None:
        """The notices of all that are answered and hang on the board, in one job; says what is left out."""
        words = self._tools.words
        wanted = [idea for idea in ideas if idea.response is not None and idea.is_public]
        if not wanted:
            self._tools.messages.say(words.tr("None of them has an answer that hangs on the board."))
            return
        if len(wanted) > MOST_AT_ONCE:
            self._tools.messages.say(
                words.tr("That is too many at once. Please choose up to %(count)s.", count=MOST_AT_ONCE)
            )
            return
        if left := len(ideas) - len(wanted):
            self._tools.messages.say(
                words.trn(
                    "%(count)s is left out: no answer of it hangs on the board.",
                    "%(count)s are left out: no answer of them hangs on the board.",
                    left,
                )
            )
        self._printing.begin(
            self._paper.of_many(
                [idea.id for idea in wanted],
                address=self._reach.for_paper,
                remark=self._reach.why_no_code,
                on_ended=self.made.emit,
            )
        )

    def _of_one(self, idea_id: UUID, text: str) -> Printable:
        return self._paper.of_one(
            idea_id,
            text,
            address=self._reach.for_paper,
            remark=self._reach.why_no_code,
            on_ended=self.made.emit,
        )
