"""Not now, because: the reason, what would change our mind, and a day to look again."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QDate, Signal
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from app.domain.private_parts import find_private
from ui.desk.inbox.days import dated, day_field, day_of
from ui.desk.inbox.drafts import Draft
from ui.desk.inbox.field_rows import FieldRows, SideBySide
from ui.desk.inbox.wall_safe import told_of
from ui.desk.tools import Tools
from ui.shared.buttons import WORD, Button
from ui.shared.labels import label, tell_about

LOOK_AGAIN_DAYS = 180


class RefusalBox(QWidget):
    """`changed` comes with every change by the person; `reasons_requested` asks for the usual ones."""

    changed = Signal()
    reasons_requested = Signal()

    def __init__(self, tools: Tools) -> None:
        super().__init__()
        self._tools = tools
        self._is_private = False
        self._build()
        self._connect()

    @property
    def look_again_on(self) -> date | None:
        return day_of(self.again_on) if self.again.isChecked() else None

    def fill(self, draft: Draft, today: date) -> None:
        self.reason.setText(draft.reason)
        self.change_mind.setText(draft.change_mind)
        self.again.setChecked(draft.look_again_on is not None)
        day = dated(draft.look_again_on) if draft.look_again_on else dated(today).addDays(LOOK_AGAIN_DAYS)
        self.again_on.setDate(day)
        self.again_on.setVisible(self.again.isChecked())

    def take_privacy(self, private: bool) -> None:
        """A private answer is read by one: nothing has to be pointed out."""
        self._is_private = private
        self._show_private()

    def write_reason(self, text: str) -> None:
        """As if the person had typed it."""
        self.reason.setText(" ".join(text.split()))
        self.reason.setFocus()
        self.changed.emit()

    def _build(self) -> None:
        theme, tr = self._tools.theme, self._tools.words.tr
        self.reason = QLineEdit()
        self.reason.setObjectName("reason")
        self.reason.setAccessibleName(tr("Because"))
        self.reason.setPlaceholderText(tr("one short, honest reason; it hangs on the wall too"))
        self.usual = Button(theme, tr("Usual reasons"), role=WORD, icon="chevron-down")
        tell_about(self.usual, tr("Usual reasons (Ctrl J)"))
        self.usual.setObjectName("usual-reasons")
        self.change_mind = QLineEdit()
        self.change_mind.setObjectName("change-mind")
        self.change_mind.setAccessibleName(tr("What would change our mind"))
        self.change_mind.setPlaceholderText(tr("if anything; customers read it with the reason"))
        self.again = Button(theme, tr("Look at it again"), role=WORD, icon="clock")
        self.again.setObjectName("look-again")
        self.again.setCheckable(True)
        self.again_on = day_field(self._tools, tr("Look at it again on"), "look-again-on")
        self.again_on.hide()
        rows = FieldRows(theme)
        rows.add(tr("Because"), SideBySide(theme, self.reason, self.usual, wide=self.reason))
        rows.add(tr("Would change our mind"), self.change_mind)
        self._safe = label("", "care-small", wrap=True)
        self._safe.setObjectName("refusal-wall-safe")
        self._safe.hide()
        rows.add(tr("Only for you"), SideBySide(theme, self.again, self.again_on))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(rows)
        column.addWidget(self._safe)

    def _connect(self) -> None:
        self.reason.textChanged.connect(self._show_private)
        self.change_mind.textChanged.connect(self._show_private)
        self.reason.textEdited.connect(self.changed)
        self.change_mind.textEdited.connect(self.changed)
        self.usual.clicked.connect(self.reasons_requested)
        self.again.toggled.connect(self._hear_again)
        self.again_on.dateChanged.connect(self._hear_day)

    def _show_private(self) -> None:
        """What everybody could read and perhaps should not."""
        written = (self.reason.text(), self.change_mind.text())
        parts = [] if self._is_private else [part for text in written for part in find_private(text)]
        self._safe.setText(told_of(parts, self._tools.words))
        self._safe.setVisible(bool(parts))

    def _hear_again(self, again: bool) -> None:
        self.again_on.setVisible(again)
        self.changed.emit()

    def _hear_day(self, _day: QDate) -> None:
        self.changed.emit()
