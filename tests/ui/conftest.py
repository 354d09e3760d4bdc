"""Everything under `ui` is tested without a screen."""

from __future__ import annotations

import os

import pytest
from PySide6.QtWidgets import QApplication

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")


@pytest.fixture(autouse=True)
def _application(qapp: QApplication) -> QApplication:
    """Fonts, pictures and widgets all need it."""
    return qapp
