"""The shop's colour: one of seven inks, or any other by its number."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.domain.errors import InvalidInput
from app.domain.shop_rules import clean_colour
from app.domain.translation import mark
from app.theme import DARK, LIGHT, in_colour_of
from app.words import Words
from ui.desk.shop.cells import Cell, Flow
from ui.desk.shop.field import Line, beside
from ui.desk.tools import Tools
from ui.shared.labels import label

INKS = {
    LIGHT.brick: mark("Brick"),
    LIGHT.leaf: mark("Leaf"),
    LIGHT.night: mark("Night"),
    LIGHT.plum: mark("Plum"),
    LIGHT.ochre: mark("Ochre"),
    LIGHT.slate: mark("Slate"),
    LIGHT.rose: mark("Rose"),
}


class ColourBox(QWidget):
    """The number says which colour it is; an ink that is chosen writes its own there."""

    changed = Signal()

    def __init__(self, tools: Tools) -> None:
        super().__init__()
        self._tools = tools
        tr = tools.words.tr
        self._cells = {colour: Cell(tools.theme, tr(word), swatch=colour) for colour, word in INKS.items()}
        self.number = Line()
        self.number.setObjectName("shop-colour")
        self.number.setPlaceholderText("#RRGGBB")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(Flow(tools.theme, list(self._cells.values())))
        column.addWidget(beside(label(tr("or your own"), "small"), self.number))
        for colour, cell in self._cells.items():
            cell.setObjectName(f"ink-{colour[1:]}")
            cell.clicked.connect(self._writer(colour))
        self.number.textChanged.connect(self._show_ink)
        self.number.textEdited.connect(self.changed)
        tools.theme.changed.connect(self._fit)
        self._fit()

    @property
    def colour(self) -> str | None:
        """The colour as `#RRGGBB`; None while the number is none."""
        try:
            return clean_colour(self.number.text())
        except InvalidInput:
            return None

    def _writer(self, colour: str) -> Callable[[], None]:
        def write() -> None:
            self.number.setText(colour)
            self._show_ink()
            self.changed.emit()

        return write

    def _show_ink(self) -> None:
        now = self.colour
        for colour, cell in self._cells.items():
            cell.setChecked(colour == now)

    def _fit(self) -> None:
        self.number.setFixedWidth(self._tools.theme.px(132))


def worn_as(colour: str, words: Words) -> str:
    """Whether customers see it as it is, or darker by day and lighter by night."""
    tr = words.tr
    day, night = in_colour_of(colour, LIGHT).brick, in_colour_of(colour, DARK).brick
    if day == colour:
        return tr("By day as it is; by night as %(night)s, so that everybody can read it.", night=night)
    if night == colour:
        return tr("By night as it is; by day as %(day)s, so that everybody can read it.", day=day)
    return tr(
        "By day as %(day)s, by night as %(night)s, so that everybody can read it.", day=day, night=night
    )
