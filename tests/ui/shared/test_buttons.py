"""What cannot be pressed now looks so, in high contrast too, and is still read."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.theme import HIGH_CONTRAST, RESTING_IN_CONTRAST, contrast
from ui.shared.buttons import OUTLINED, PRIMARY, VERB, WORD, Button
from ui.shared.theme import CONTRAST, Theme


@pytest.fixture
def theme(qapp: QApplication) -> Iterator[Theme]:
    made = Theme(qapp, families=["Sans"], choice=CONTRAST)
    made.apply()
    yield made
    qapp.setStyleSheet("")


@pytest.mark.parametrize("role", [VERB, WORD, OUTLINED, PRIMARY])
def test_in_high_contrast_a_disabled_button_has_a_broken_border(
    qtbot: QtBot, theme: Theme, role: str
) -> None:
    button = Button(theme, "Put up", role=role, icon="pin")
    qtbot.addWidget(button)
    button.resize(160, 40)

    button.setEnabled(False)

    picture = button.grab().toImage()
    resting = QColor(RESTING_IN_CONTRAST)
    upper_edge = [picture.pixelColor(x, 0) == resting for x in range(8, picture.width() - 8)]
    assert any(upper_edge)
    assert not all(upper_edge)


def test_what_rests_in_high_contrast_is_still_read() -> None:
    assert contrast(RESTING_IN_CONTRAST, HIGH_CONTRAST.wall) >= 7
