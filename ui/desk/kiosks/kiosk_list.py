"""The kiosks of the shop, one row each. A row stays the same widget while its kiosk is in use."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.domain.errors import AppError
from app.domain.kiosks import Kiosk
from ui.desk.kiosks.kiosk_row import KioskRow
from ui.desk.tools import Tools


class KioskList(QWidget):
    """`renamed` carries the kiosk's id and its new name, `revoke_requested` the Kiosk."""

    renamed = Signal(object, str)
    revoke_requested = Signal(object)

    def __init__(self, tools: Tools, timezone: Callable[[], str]) -> None:
        super().__init__()
        self._tools = tools
        self._timezone = timezone
        self._rows: dict[UUID, KioskRow] = {}
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)

    @property
    def rows(self) -> list[KioskRow]:
        return list(self._rows.values())

    def show_kiosks(self, kiosks: Sequence[Kiosk]) -> None:
        """In this order; what is being typed in a row that stays is left alone."""
        now = self._tools.clock.now()
        for gone in self._rows.keys() - {kiosk.id for kiosk in kiosks}:
            self._remove(self._rows.pop(gone))
        for place, kiosk in enumerate(kiosks):
            row = self._rows.get(kiosk.id)
            if row is None:
                row = self._rows[kiosk.id] = self._make(kiosk)
                self._column.insertWidget(place, row)
            row.show_kiosk(kiosk, now)

    def end_renaming(self, kiosk_id: UUID) -> None:
        if row := self._rows.get(kiosk_id):
            row.end_renaming()

    def refuse_name(self, kiosk_id: UUID, error: AppError) -> None:
        if row := self._rows.get(kiosk_id):
            row.refuse_name(error)

    def _make(self, kiosk: Kiosk) -> KioskRow:
        row = KioskRow(self._tools, kiosk, self._timezone)
        row.renamed.connect(lambda name: self.renamed.emit(row.kiosk.id, name))
        row.revoke_requested.connect(lambda: self.revoke_requested.emit(row.kiosk))
        return row

    def _remove(self, row: KioskRow) -> None:
        self._column.removeWidget(row)
        row.setParent(None)
        row.deleteLater()
