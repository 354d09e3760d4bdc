"""How list, work and mat share the room of the inbox."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from ui.desk.inbox.list_pane import ListPane
from ui.desk.inbox.preview_pane import PreviewPane
from ui.desk.inbox.work_pane import WorkPane
from ui.shared.labels import upright_hair
from ui.shared.theme import Theme

# What the work needs beside list and mat; with less the mat steps aside.
WORK_WIDTH = 430
# Less than this cuts words off.
LEAST_WORK_WIDTH = 216
ROOM_FOR_A_WIDE_LIST = 900


class InboxRoom(QWidget):
    """List, work and mat side by side; in a small window the mat takes the list's place on demand. Where
    large text leaves no room for two, the page moves sideways."""

    def __init__(self, *, theme: Theme, list_pane: ListPane, work: WorkPane, preview: PreviewPane) -> None:
        super().__init__()
        self._theme = theme
        self._list = list_pane
        self._work = work
        self._preview = preview
        self._build()
        work.show_sheet.toggled.connect(self._share)
        theme.changed.connect(self._share)

    def toggle_sheet(self) -> None:
        """Show the mat, or the list again; does nothing where both stand."""
        if not self._work.show_sheet.isHidden():
            self._work.show_sheet.toggle()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._share()

    def _build(self) -> None:
        content = QWidget()
        content.setProperty("role", "plain")
        row = QHBoxLayout(content)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self._list)
        row.addWidget(upright_hair())
        row.addWidget(self._work, 1)
        row.addWidget(self._preview)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setWidget(content)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(scroll)

    def _share(self) -> None:
        theme, work = self._theme, self._work
        self._list.be_narrow(self.width() < ROOM_FOR_A_WIDE_LIST * (1 + (theme.text_percent - 100) / 220))
        work.setMinimumWidth(theme.px(LEAST_WORK_WIDTH))
        needed = self._list.width() + self._preview.width() + theme.px(WORK_WIDTH)
        has_room = self.width() >= needed
        work.show_sheet.setVisible(not has_room)
        wanted = work.show_sheet.isChecked()
        self._preview.setVisible(has_room or wanted)
        self._list.setVisible(has_room or not wanted)
