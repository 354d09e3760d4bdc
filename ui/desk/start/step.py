"""One step of the first run: a question, what answers it, and what its answer means for the shop."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.domain.errors import AppError, InvalidInput
from app.domain.shop import Shop
from ui.desk.shop.field import Field
from ui.desk.tools import Tools
from ui.shared.labels import label

GAP = 20


class Step(QWidget):
    """`changed` comes with every change by the person. What a step says is read from a Shop and put into
    one."""

    changed = Signal()

    def __init__(self, tools: Tools, question: str, lead: str) -> None:
        super().__init__()
        self._tools = tools
        self.question = label(question, "question", wrap=True)
        self.lead = label(lead, "large", wrap=True)
        self.fields: dict[str, Field] = {}
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(GAP)
        self._column.addWidget(self.question)
        self._column.addWidget(self.lead)

    def add(self, parts: Sequence[QWidget]) -> None:
        for part in parts:
            self._column.addWidget(part)
        self._column.addStretch()

    def show_shop(self, shop: Shop) -> None:
        """Fill in what `shop` says."""

    def said(self, shop: Shop) -> Shop:
        """`shop` with what this step says, right or not."""
        return shop

    def enter(self) -> None:
        """The step is shown now."""

    def leave(self) -> None:
        """The step is left, by whatever way."""

    def refuse(self, error: AppError) -> bool:
        """Show what is wrong at its field; False when it is none of this step's."""
        field = self.fields.get(error.field) if isinstance(error, InvalidInput) else None
        for each in self.fields.values():
            each.show_error(self._tools.words.error(error) if each is field else "")
        if field is not None:
            field.take_focus()
        return field is not None

    def forget_errors(self) -> None:
        for each in self.fields.values():
            each.show_error("")

    def take_focus(self) -> None:
        """Where the keyboard begins."""
        first = self.focusProxy()
        if first is not None:
            first.setFocus(Qt.FocusReason.TabFocusReason)

    def _tell(self) -> None:
        self.forget_errors()
        self.changed.emit()
