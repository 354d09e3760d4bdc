"""The mat beside a page: a ground of its own, for what is shown as it will be, or for what is done."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.shared.scrolling import scrolling
from ui.shared.theme import Theme

PADDING = 32


class Mat(QWidget):
    """`column` is what lies on it, from above; it scrolls where it is too long."""

    def __init__(self, *, padding: int = PADDING, top: int = 30, bottom: int = 28) -> None:
        super().__init__()
        self.setProperty("role", "mat")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        inside = QWidget()
        inside.setProperty("role", "plain")
        self.column = QVBoxLayout(inside)
        self.column.setContentsMargins(padding, top, padding, bottom)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(scrolling(inside))

    def stand_beside(self, theme: Theme, *, width: int, room: int, needs: int) -> bool:
        """`width` and a little more for large text, unless of the page's `room` less than `needs` would be
        left: then it goes. Gives whether it stands."""
        self.setFixedWidth(round(width * (1 + (theme.text_percent - 100) / 250)))
        has_room = room >= self.minimumWidth() + needs
        self.setVisible(has_room)
        return has_room

    def hold(self, part: QWidget, *, else_in: QVBoxLayout, at: int) -> None:
        """`part` lies here on top while the mat stands; while it does not, at its place `at` in `else_in`."""
        home, place = (else_in, at) if self.isHidden() else (self.column, 0)
        if home.indexOf(part) < 0:
            home.insertWidget(place, part)
