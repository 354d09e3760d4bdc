"""Erasing a person, from any page: asked once more before it is done, for nothing takes it back."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from ui.desk.files import file_name, saved_sentence, write_file
from ui.desk.tools import Tools

if TYPE_CHECKING:
    from app.domain.erasing import Trace
    from app.services.owner.owner import Owner
    from ui.desk.erasing.box import EraseBox


class Eraser(QObject):
    """`acted` says that something was erased."""

    acted = Signal()

    def __init__(self, *, tools: Tools, owner: Owner, window: QWidget) -> None:
        super().__init__(window)
        self._tools = tools
        self._owner = owner
        self._window = window
        self._box: EraseBox | None = None
        self._report: list[str] = []

    def begin(self, question: str = "") -> None:
        """`question` is a claim code that is known already."""
        if self._box is None:
            self._box = self._make_box()
        self._box.begin(question)

    def _make_box(self) -> EraseBox:
        from ui.desk.erasing.box import EraseBox

        box = EraseBox(self._tools, self._window)
        box.asked.connect(lambda question: self._look(box, question))
        box.erase_requested.connect(lambda traces: self._ask(box, traces))
        box.save_requested.connect(self._save)
        return box

    def _look(self, box: EraseBox, question: str) -> None:
        self._tools.background.run(lambda: self._owner.erasing.find(question), box.show_found, box.refuse)

    def _ask(self, box: EraseBox, traces: Sequence[Trace]) -> None:
        words = self._tools.words
        question = words.trn(
            "Erase %(count)s idea with all that belongs to it? Nobody can bring it back, not even you.",
            "Erase %(count)s ideas with all that belongs to them? Nobody can bring them back, not even you.",
            len(traces),
        )
        self._tools.messages.ask(question, words.tr("Erase for good"), lambda: self._erase(box, traces))

    def _erase(self, box: EraseBox, traces: Sequence[Trace]) -> None:
        box.erase.setEnabled(False)
        ids = [trace.id for trace in traces]

        def work() -> list[str]:
            from app.erasing_words import report_lines

            report = self._owner.erasing.erase(ids)
            return report_lines(report, self._owner.shop(), self._tools.words)

        self._tools.background.run(work, lambda lines: self._tell(box, lines), box.refuse)

    def _tell(self, box: EraseBox, lines: list[str]) -> None:
        self._report = lines
        box.show_report(lines)
        self.acted.emit()

    def _save(self) -> None:
        words = self._tools.words
        self._tools.messages.ask_where_to_save(
            file_name(words.tr("Erased"), "txt"), words.tr("Text (*.txt)"), self._write_report
        )

    def _write_report(self, path: Path) -> None:
        content = "\n".join(self._report) + "\n"
        self._tools.background.run(
            lambda: write_file(path, content.encode()),
            lambda _size: self._tools.messages.say(saved_sentence(path, self._tools.words)),
        )
