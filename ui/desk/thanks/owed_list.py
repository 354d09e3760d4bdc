"""Who waits for thanks, a row each, to be ticked; filled anew without taking anything from under the hand."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.domain.thanks import Owed
from ui.desk.thanks.owed_row import OwedRow, said_of
from ui.desk.tools import Tools


class OwedList(QWidget):
    """`chosen_changed`: others are meant by what is done next."""

    chosen_changed = Signal()

    def __init__(self, tools: Tools) -> None:
        super().__init__()
        self._tools = tools
        self._rows: list[OwedRow] = []
        self._said: list[tuple[UUID, tuple[str, str]]] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)

    @property
    def chosen(self) -> list[Owed]:
        """Those who are ticked; when none is, all who are shown."""
        ticked = [row.owed for row in self._rows if row.isChecked()]
        return ticked or [row.owed for row in self._rows]

    @property
    def first(self) -> QWidget | None:
        """Where the keyboard begins; none while nobody waits."""
        return self._rows[0] if self._rows else None

    def choose(self, ids: Collection[UUID]) -> bool:
        """Tick these and no others; nothing is done when none of them is here."""
        is_here = any(row.owed.id in ids for row in self._rows)
        for row in self._rows if is_here else ():
            row.setChecked(row.owed.id in ids)
        return is_here

    def show_people(self, people: Sequence[Owed]) -> None:
        """Where every row would say the same again, those that are there stay under the person's hand."""
        said = [(owed.id, said_of(owed, self._tools)) for owed in people]
        if said != self._said:
            self._said = said
            self._fill(people)

    def _fill(self, people: Sequence[Owed]) -> None:
        ticked = {row.owed.id for row in self._rows if row.isChecked()}
        focused = next((place for place, row in enumerate(self._rows) if row.hasFocus()), None)
        for row in self._rows:
            self._column.removeWidget(row)
            row.hide()
            row.deleteLater()
        self._rows = [OwedRow(self._tools, owed) for owed in people]
        for row in self._rows:
            row.setChecked(row.owed.id in ticked)
            row.toggled.connect(self.chosen_changed)
            self._column.addWidget(row)
            row.show()
        if focused is not None and self._rows:
            self._rows[min(focused, len(self._rows) - 1)].setFocus(Qt.FocusReason.OtherFocusReason)
