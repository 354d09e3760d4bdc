"""How this desk looks: a matter of this computer and of these eyes, so it is worn at once and not saved with
the shop."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QVBoxLayout, QWidget

from app.domain.translation import mark
from ui.desk.shop.cells import Cell, Flow
from ui.desk.shop.field import CalmWheel, Field, Stepper, beside
from ui.desk.tools import Tools
from ui.shared.theme import CONTRAST, DARK, LIGHT, SYSTEM

THEMES = {
    SYSTEM: mark("As the computer"),
    LIGHT: mark("Light"),
    DARK: mark("Dark"),
    CONTRAST: mark("High contrast"),
}
SMALLEST_PERCENT, LARGEST_PERCENT, STEP_PERCENT = 100, 200, 25


class LookBox(QWidget):
    """`chosen` carries the theme's name and the text size in percent."""

    chosen = Signal(str, int)

    def __init__(self, tools: Tools, wheel: CalmWheel) -> None:
        super().__init__()
        self._theme = theme = tools.theme
        tr = tools.words.tr
        self._cells = {name: Cell(theme, tr(word)) for name, word in THEMES.items()}
        group = QButtonGroup(self)
        for name, cell in self._cells.items():
            cell.setObjectName(f"theme-{name}")
            group.addButton(cell)
        stepper = Stepper(
            tools, smallest=SMALLEST_PERCENT, largest=LARGEST_PERCENT, step=STEP_PERCENT, unit=" %"
        )
        self.percent, self.more = stepper.number, stepper.more
        self.percent.setObjectName("text-percent")
        # "150" is three keys and one wish.
        self.percent.setKeyboardTracking(False)
        wheel.hold(self.percent)
        themes = Flow(theme, list(self._cells.values()))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(20)
        column.addWidget(Field("theme", tr("Light and contrast"), themes))
        column.addWidget(Field("text-size", tr("Text size"), self.percent, beside(stepper)))
        self._follow()
        theme.changed.connect(self._follow)
        group.buttonClicked.connect(self._tell)
        self.percent.valueChanged.connect(self._tell)

    @property
    def theme(self) -> str:
        return next(name for name, cell in self._cells.items() if cell.isChecked())

    def _follow(self) -> None:
        """The text size has keys of its own, on every page."""
        blocked = self.percent.blockSignals(True)
        self.percent.setValue(self._theme.text_percent)
        self.percent.blockSignals(blocked)
        self._cells[self._theme.choice].setChecked(True)

    def _tell(self) -> None:
        self.chosen.emit(self.theme, self.percent.value())
