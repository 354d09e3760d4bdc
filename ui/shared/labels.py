"""The only place where labels and tooltips are made: whatever they show is letters, never markup."""

from __future__ import annotations

from html import escape

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QLabel, QWidget


def label(text: str = "", role: str = "", *, wrap: bool = False) -> QLabel:
    """A label that shows `text` letter by letter; `role` says how the style sheet dresses it."""
    made = QLabel()
    made.setTextFormat(Qt.TextFormat.PlainText)
    made.setText(text)
    made.setWordWrap(wrap)
    if role:
        made.setProperty("role", role)
    return made


def set_role(widget: QWidget, role: str) -> None:
    """Change how the style sheet dresses `widget`."""
    if widget.property("role") != role:
        widget.setProperty("role", role)
        widget.style().unpolish(widget)
        widget.style().polish(widget)


def tell_about(widget: QWidget, text: str) -> None:
    """A tooltip; Qt has no plain ones, so the text is escaped."""
    widget.setToolTip(f"<span>{escape(text)}</span>" if text else "")


def hair() -> QFrame:
    """A hairline between two things."""
    line = QFrame()
    line.setProperty("role", "hair")
    line.setFixedHeight(1)
    return line


def upright_hair() -> QFrame:
    line = QFrame()
    line.setProperty("role", "hair")
    line.setFixedWidth(1)
    return line
