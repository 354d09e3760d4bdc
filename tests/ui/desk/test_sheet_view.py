"""The sheet on the mat: it comes to rest in whatever room it is given."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QApplication, QScrollArea, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from app.domain.notices import PaperSize
from ui.desk.sheet_view import SheetView
from ui.shared.labels import label
from ui.shared.theme import Theme

WIDTH = 310


@pytest.mark.parametrize("height", [430, 446, 452, 458])
def test_a_sheet_that_nearly_fits_does_not_grow_and_shrink_for_ever(
    qtbot: QtBot, qapp: QApplication, height: int
) -> None:
    drawn: list[int] = []
    area = QScrollArea()
    qtbot.addWidget(area)

    def paint(_painter: QPainter) -> None:
        drawn.append(sheet.height())
        if len(drawn) > 20:
            area.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    sheet = SheetView(Theme(qapp, families=["Sans"]))
    inside = QWidget()
    column = QVBoxLayout(inside)
    column.setContentsMargins(0, 0, 0, 0)
    column.addWidget(sheet)
    column.addWidget(label("Words that wrap", wrap=True))
    column.addStretch()
    area.setWidgetResizable(True)
    area.setFrameShape(QScrollArea.Shape.NoFrame)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setWidget(inside)
    area.resize(WIDTH, 900)
    sheet.show_sheet(PaperSize.A5, paint, "A sheet")
    area.show()
    qtbot.waitUntil(lambda: sheet.width() == WIDTH)

    area.resize(WIDTH, height)
    qtbot.waitUntil(lambda: area.viewport().height() == height)
    for _ in range(30):
        qapp.processEvents()

    assert len(drawn) < 6
