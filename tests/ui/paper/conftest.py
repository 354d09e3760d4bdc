"""Paper is laid out by Qt, without a screen."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QGuiApplication


@pytest.fixture(autouse=True)
def _qt(qapp: QGuiApplication) -> None:
    """Every test here needs Qt's fonts."""
