"""What kiosks accepted and could not deliver, until the owner has said what becomes of it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.domain.kiosks import SetAside
from ui.desk.kiosks.set_aside_note import SetAsideNote
from ui.desk.tools import Tools
from ui.shared.labels import label

# The others follow as these are dealt with.
SHOWN_AT_ONCE = 30


class SetAsideList(QWidget):
    """Both signals carry the id of what was set aside. Hidden while there is nothing."""

    take_in_requested = Signal(object)
    dismiss_requested = Signal(object)

    def __init__(self, tools: Tools) -> None:
        super().__init__()
        self._tools = tools
        self._notes: dict[UUID, SetAsideNote] = {}
        self._title = label("", "large-bold", wrap=True)
        self._title.setObjectName("set-asides-title")
        explained = label(
            tools.words.tr(
                "A customer saw these accepted at a kiosk. You decide whether they come into the inbox."
            ),
            "soft",
            wrap=True,
        )
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 12, 0, 4)
        self._column.setSpacing(12)
        self._column.addWidget(self._title)
        self._column.addWidget(explained)
        self.hide()

    @property
    def notes(self) -> list[SetAsideNote]:
        return list(self._notes.values())

    def show_set_asides(
        self, set_asides: Sequence[SetAside], *, kiosk_names: Mapping[UUID, str], timezone: str
    ) -> None:
        """A note that is there already stays the same widget, with the focus it may have."""
        words = self._tools.words
        for gone in self._notes.keys() - {each.id for each in set_asides}:
            note = self._notes.pop(gone)
            self._column.removeWidget(note)
            note.setParent(None)
            note.deleteLater()
        for each in set_asides:
            if each.id not in self._notes and len(self._notes) < SHOWN_AT_ONCE:
                kiosk = kiosk_names.get(each.kiosk_id) or words.tr("A kiosk that was revoked")
                self._add(SetAsideNote(self._tools, each, kiosk=kiosk, timezone=timezone))
        self._title.setText(
            words.trn(
                "%(count)s thing could not be taken", "%(count)s things could not be taken", len(set_asides)
            )
        )
        self.setVisible(bool(set_asides))

    def _add(self, note: SetAsideNote) -> None:
        self._notes[note.refused.id] = note
        note.take_in_requested.connect(lambda: self.take_in_requested.emit(note.refused.id))
        note.dismiss_requested.connect(lambda: self.dismiss_requested.emit(note.refused.id))
        self._column.addWidget(note)
