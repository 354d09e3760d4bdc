"""An empty place says what will be here, and offers the one next step."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.shared.buttons import Button
from ui.shared.focus_ring import OWN_RING
from ui.shared.labels import label
from ui.shared.theme import Theme


class EmptyPlace(QWidget):
    """Calm words in the middle of a page; `step` is shown only when one is offered."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        # A list that runs empty hands its focus on to here, and there is nothing to reach.
        self.setProperty(OWN_RING, True)
        self._what = label("", "heading", wrap=True)
        self._then = label("", "soft", wrap=True)
        self.step = Button(theme, "")
        self.step.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 24, 24, 24)
        column.setSpacing(8)
        column.addStretch(2)
        for line in (self._what, self._then):
            line.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            column.addWidget(line)
        column.addSpacing(8)
        column.addWidget(self.step, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(3)
        self._column = column

    def offer_more(self, link: Button) -> None:
        """A quiet other way to go on, below the step."""
        self._column.insertWidget(self._column.count() - 1, link, 0, Qt.AlignmentFlag.AlignHCenter)

    def say(self, what: str, then: str, *, step: str = "") -> None:
        self._what.setText(what)
        self._then.setText(then)
        self.step.set_words(step)
        self.step.setVisible(bool(step))
        self.setAccessibleName(what)
