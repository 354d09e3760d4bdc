"""Makes the numbered sheet of an answer, and hands it to the printer or to a file."""

from __future__ import annotations

from enum import Enum
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import QObject, Signal

from app.domain.errors import AppError
from app.domain.notices import PaperSize
from ui.desk.files import write_file
from ui.desk.paperwork import Paperwork
from ui.desk.tools import Tools

if TYPE_CHECKING:
    from app.services.owner.owner import Owner


class Afterwards(Enum):
    """What becomes of an answer once it is given."""

    NOTHING = "nothing"
    PRINT = "print"
    SAVE = "save"


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
        if self._is_making:
            return
        self._is_making = True

        def work() -> tuple[str, bytes]:
            notice, content = self._owner.make_notice(idea_id, size, address=address)
            return f"notice-{notice.number}.pdf", self._paperwork.draw_notice(content, size)

        self._tools.background.run(
            work, lambda made: self._hand_over(*made, afterwards), self._refuse, self._give_up
        )

    def _refuse(self, error: AppError) -> None:
        self._give_up()
        self._tools.messages.warn(self._tools.words.error(error))

    def _give_up(self) -> None:
        self._is_making = False

    def _hand_over(self, name: str, pdf: bytes, afterwards: Afterwards) -> None:
        self._is_making = False
        self.made.emit()
        if afterwards is Afterwards.PRINT:
            self._paperwork.send_to_printer(pdf)
        else:
            kind = self._tools.words.tr("PDF (*.pdf)")
            self._tools.messages.ask_where_to_save(name, kind, lambda path: self._save(path, pdf))

    def _save(self, path: Path, pdf: bytes) -> None:
        words = self._tools.words
        self._tools.background.run(
            lambda: write_file(path, pdf),
            lambda _size: self._tools.messages.say(words.tr("Saved as %(name)s.", name=path.name)),
        )
