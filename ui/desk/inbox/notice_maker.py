"""Makes the numbered sheet of an answer, and hands it to the printer or to a file."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import Enum
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import QObject, Signal

from app.domain.errors import AppError
from app.domain.notices import PaperSize
from ui.desk.files import file_name, saved_sentence, write_file
from ui.desk.paperwork import Paperwork
from ui.desk.tools import Tools
from ui.desk.wording import letters_in_words

if TYPE_CHECKING:
    from app.services.owner.owner import Owner


class Afterwards(Enum):
    """What becomes of an answer once it is given."""

    NOTHING = "nothing"
    PRINT = "print"
    SAVE = "save"


@dataclass(frozen=True, slots=True)
class _Made:
    """`missing` are the letters that the sheet shows as gaps."""

    name: str
    pdf: bytes
    missing: Sequence[str]


class NoticeMaker(QObject):
    """`made` comes once a sheet has its number."""

    made = Signal()

    def __init__(self, *, tools: Tools, owner: Owner, paperwork: Paperwork) -> None:
        super().__init__()
        self._tools = tools
        self._owner = owner
        self._paperwork = paperwork
        self._is_making = False

    def make(self, idea_id: UUID, size: PaperSize, address: str, afterwards: Afterwards) -> None:
        """Number a sheet for the answer that holds, and print or save it. Does nothing while one is made."""
        self._make(lambda: self._number_and_draw(idea_id, size, address), afterwards)

    def print_several(self, sheets: Sequence[tuple[UUID, PaperSize]], address: str) -> None:
        """As `make`, each idea on its size of paper, all in one go to the printer."""

        def work() -> _Made:
            made = [self._number_and_draw(idea_id, size, address) for idea_id, size in sheets]
            letters = dict.fromkeys(letter for each in made for letter in each.missing)
            return _Made(made[0].name, self._paperwork.join([each.pdf for each in made]), list(letters))

        self._make(work, Afterwards.PRINT)

    def _make(self, work: Callable[[], _Made], afterwards: Afterwards) -> None:
        if self._is_making:
            return
        self._is_making = True
        self._tools.background.run(
            work, lambda made: self._take(made, afterwards), self._refuse, self._give_up
        )

    def _number_and_draw(self, idea_id: UUID, size: PaperSize, address: str) -> _Made:
        """On the worker thread."""
        notice, content = self._owner.make_notice(idea_id, size, address=address)
        title = self._tools.words.tr("Notice %(number)s", number=notice.number)
        pdf = self._paperwork.draw_notice(content, size)
        return _Made(file_name(title, "pdf"), pdf, self._paperwork.missing_letters(content))

    def _refuse(self, error: AppError) -> None:
        self._give_up()
        self._tools.messages.warn(self._tools.words.error(error))

    def _give_up(self) -> None:
        self._is_making = False

    def _take(self, made: _Made, afterwards: Afterwards) -> None:
        self._is_making = False
        self.made.emit()
        if not made.missing:
            self._hand_over(made, afterwards)
            return
        tr = self._tools.words.tr
        question = tr(
            "No font on this computer has %(letters)s. A gap will be printed there. Go on?",
            letters=letters_in_words(made.missing),
        )
        go_on = tr("Print with gaps") if afterwards is Afterwards.PRINT else tr("Save with gaps")
        self._tools.messages.ask(question, go_on, lambda: self._hand_over(made, afterwards))

    def _hand_over(self, made: _Made, afterwards: Afterwards) -> None:
        if afterwards is Afterwards.PRINT:
            self._paperwork.send_to_printer(made.pdf, lambda: None)
        else:
            kind = self._tools.words.tr("PDF (*.pdf)")
            self._tools.messages.ask_where_to_save(made.name, kind, lambda path: self._save(path, made.pdf))

    def _save(self, path: Path, pdf: bytes) -> None:
        words = self._tools.words
        self._tools.background.run(
            lambda: write_file(path, pdf),
            lambda _size: self._tools.messages.say(saved_sentence(path, words)),
        )
