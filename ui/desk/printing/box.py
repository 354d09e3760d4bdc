"""One sheet as it prints, over the window: choose its paper and design, then print, save or share it."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialog, QWidget

from ui.desk.printing.printable import Choice, Printable
from ui.desk.tools import Tools


class PrintBox(QDialog):
    """`print_requested` and `save_requested` carry the Printable, the Choice and the Glance at its document;
    `view_requested` the first two, `share_requested` a SharePicture, the Choice and the title.
    `choice_changed` carries a Choice that is to be remembered."""

    print_requested = Signal(object, object, object)
    save_requested = Signal(object, object, object)
    view_requested = Signal(object, object)
    share_requested = Signal(object, object, str)
    choice_changed = Signal(object)

    def __init__(self, tools: Tools, window: QWidget) -> None:
        super().__init__(window)
        self._tools = tools

    def begin_for(self, printable: Printable, choice: Choice) -> None:
        raise NotImplementedError
