"""What changes when a person wants large text: what stood side by side stands one under the other."""

from __future__ import annotations

from PySide6.QtWidgets import QBoxLayout

from ui.shared.theme import Theme

LARGE_TEXT_PERCENT = 150


def is_large(theme: Theme) -> bool:
    return theme.text_percent >= LARGE_TEXT_PERCENT


def direction_for(theme: Theme) -> QBoxLayout.Direction:
    """The direction of a row that would be too wide in large text."""
    return QBoxLayout.Direction.TopToBottom if is_large(theme) else QBoxLayout.Direction.LeftToRight
