"""The two buttons over the open idea that take back and do again, and say what."""

from __future__ import annotations

from PySide6.QtCore import QObject

from ui.desk.inbox.work_pane import WorkPane
from ui.desk.tools import Tools
from ui.desk.undoing import Undoing
from ui.shared.labels import tell_about


class UndoOffer(QObject):
    def __init__(self, *, tools: Tools, work: WorkPane, undoing: Undoing) -> None:
        super().__init__()
        self._tools = tools
        self._work = work
        self._undoing = undoing
        work.undo.clicked.connect(undoing.undo)
        work.redo.clicked.connect(undoing.redo)
        undoing.offer_changed.connect(self._show_offer)
        self._show_offer()

    def _show_offer(self) -> None:
        tr, undoing = self._tools.words.tr, self._undoing
        self._work.undo.setEnabled(bool(undoing.undo_words))
        self._work.redo.setEnabled(bool(undoing.redo_words))
        tell_about(self._work.undo, tr("%(what)s (Ctrl Z)", what=undoing.undo_words or tr("Undo")))
        tell_about(self._work.redo, tr("%(what)s (Ctrl Shift Z)", what=undoing.redo_words or tr("Redo")))
        self._work.undo.setAccessibleName(undoing.undo_words or tr("Undo"))
        self._work.redo.setAccessibleName(undoing.redo_words or tr("Redo"))
