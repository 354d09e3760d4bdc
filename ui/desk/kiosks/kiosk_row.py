"""One kiosk of the list: its name, renamed in place, how it is, and the way to shut it out."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.domain.errors import AppError
from app.domain.kiosks import Kiosk
from ui.desk.kiosks.sign import Sign
from ui.desk.kiosks.wording import Presence, presence, presence_words, told_words
from ui.desk.shop.field import Line
from ui.desk.tools import Tools
from ui.shared.buttons import UNDERLINED, Button
from ui.shared.keys import bind
from ui.shared.labels import hair, label

SIGNS = {
    Presence.THERE: ("check", "leaf"),
    Presence.AWAY: ("warning", "ochre"),
    Presence.EXPECTED: ("clock", "ink_soft"),
}


class KioskRow(QWidget):
    """`renamed` carries the new name, `revoke_requested` nothing: the row knows its kiosk."""

    renamed = Signal(str)
    revoke_requested = Signal()

    def __init__(self, tools: Tools, kiosk: Kiosk, timezone: Callable[[], str]) -> None:
        super().__init__()
        self._tools = tools
        self._timezone = timezone
        self.kiosk = kiosk
        self._build()
        self._connect()
        self.show_kiosk(kiosk, tools.clock.now())

    @property
    def is_being_renamed(self) -> bool:
        return self.name_field.isVisibleTo(self)

    def show_kiosk(self, kiosk: Kiosk, now: datetime) -> None:
        """As it is now; a name that is being typed stays."""
        words = self._tools.words
        self.kiosk = kiosk
        self.name.setText(kiosk.name)
        standing = presence(kiosk, now)
        self.state.say(*SIGNS[standing], presence_words(kiosk, now, words))
        self.told.setText(told_words(kiosk, now, words, self._timezone()))
        self._problems.setText("\n".join(kiosk.problems))
        self._problems.setVisible(bool(kiosk.problems))
        for verb, said in (
            (self.rename, words.tr("Rename %(kiosk)s", kiosk=kiosk.name)),
            (self.revoke, words.tr("Revoke %(kiosk)s", kiosk=kiosk.name)),
        ):
            verb.setAccessibleName(said)
        self.setAccessibleName(f"{kiosk.name}. {self.state.words}. {self.told.text()}")

    def begin_renaming(self) -> None:
        self.name_field.setText(self.kiosk.name)
        self._show_renaming(True)
        self.name_field.selectAll()
        self.name_field.setFocus(Qt.FocusReason.OtherFocusReason)

    def end_renaming(self) -> None:
        """The name is taken, or all stays as it was."""
        had_focus = self.name_field.hasFocus()
        self._show_renaming(False)
        if had_focus:
            self.rename.setFocus(Qt.FocusReason.OtherFocusReason)

    def refuse_name(self, error: AppError) -> None:
        """At the field, with what was typed."""
        self._error.setText(self._tools.words.error(error))
        self._error.show()
        self.name_field.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_renaming(self, renaming: bool) -> None:
        self._error.hide()
        self.name_field.setVisible(renaming)
        self.keep_name.setVisible(renaming)
        # In large text the name needs the room of the sign.
        for part in (self.name, self.state, self.rename):
            part.setVisible(not renaming)

    def _tell_name(self) -> None:
        self.renamed.emit(self.name_field.text())

    def _build(self) -> None:
        theme, tr = self._tools.theme, self._tools.words.tr
        number = self.kiosk.id.hex
        self.name = label("", "heading", wrap=True)
        self.name_field = Line()
        self.name_field.setObjectName(f"kiosk-name-{number}")
        self.name_field.setAccessibleName(tr("Name of the kiosk"))
        self.keep_name = Button(theme, tr("Keep this name"))
        self.keep_name.setObjectName(f"kiosk-keep-name-{number}")
        self._error = label("", "error", wrap=True)
        self._error.setObjectName(f"error-kiosk-{number}")
        self.state = Sign(theme)
        self.state.setObjectName(f"kiosk-state-{number}")
        self.told = label("", "small", wrap=True)
        self.told.setObjectName(f"kiosk-told-{number}")
        self._problems = label("", "care", wrap=True)
        self._problems.setObjectName(f"kiosk-problems-{number}")
        self.rename = Button(theme, tr("Rename"), role=UNDERLINED)
        self.rename.setObjectName(f"kiosk-rename-{number}")
        self.revoke = Button(theme, tr("Revoke"), role=UNDERLINED)
        self.revoke.setObjectName(f"kiosk-revoke-{number}")
        first = QHBoxLayout()
        first.setSpacing(12)
        first.addWidget(self.name, 1)
        first.addWidget(self.name_field, 1)
        first.addWidget(self.keep_name)
        first.addWidget(self.state)
        second = QHBoxLayout()
        second.setSpacing(16)
        second.addWidget(self.told, 1)
        second.addWidget(self.rename, 0, Qt.AlignmentFlag.AlignTop)
        second.addWidget(self.revoke, 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 12, 0, 0)
        column.setSpacing(4)
        column.addLayout(first)
        column.addWidget(self._error)
        column.addLayout(second)
        column.addWidget(self._problems)
        column.addSpacing(8)
        column.addWidget(hair())
        self._show_renaming(False)

    def _connect(self) -> None:
        self.rename.clicked.connect(self.begin_renaming)
        self.revoke.clicked.connect(self.revoke_requested)
        self.keep_name.clicked.connect(self._tell_name)
        self.name_field.returnPressed.connect(self._tell_name)
        bind(self, "Esc", self.end_renaming)
