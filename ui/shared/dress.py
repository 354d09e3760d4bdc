"""What everything that is painted asks of whoever dresses it: the desk's theme, or the kiosk's look."""

from __future__ import annotations

from typing import Protocol

from PySide6.QtGui import QColor


class Dress(Protocol):
    @property
    def is_high_contrast(self) -> bool:
        """White and ink: borders instead of tints and shadows."""
        ...

    @property
    def border(self) -> float:
        """Width of a border that can be reached."""
        ...

    def colour(self, name: str) -> QColor:
        """A colour of the palette by its name: `ink`, `brick`, ..."""
        ...
