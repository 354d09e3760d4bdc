"""How every kiosk of the shop behaves: when it starts anew, whether it moves, which languages it offers."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QVBoxLayout, QWidget

from app.domain.kiosks import LONGEST_IDLE_SECONDS, SHORTEST_IDLE_SECONDS
from app.domain.shop import Shop
from app.languages import own_name
from ui.desk.kiosks.pin_box import PinBox
from ui.desk.shop.cells import Cell, Flow
from ui.desk.shop.field import CalmWheel, Field, Stepper
from ui.desk.tools import Tools
from ui.shared.labels import label

STEP_SECONDS = 15


class RulesBox(QWidget):
    """`changed` comes with every change by the person but the PIN, which has signals of its own."""

    changed = Signal()

    def __init__(self, tools: Tools, shop: Shop, languages: Sequence[str]) -> None:
        super().__init__()
        self._tools = tools
        self._shop = shop
        self._is_filling = False
        self._build(languages)
        self._connect()
        self.show_shop(shop)

    @property
    def idle_seconds(self) -> int:
        return self.idle.value()

    @property
    def has_motion(self) -> bool:
        return self._moves.isChecked()

    @property
    def languages(self) -> tuple[str, ...]:
        """None where all are offered, so that a language that comes with an update is offered too."""
        chosen = tuple(tag for tag, cell in self._languages.items() if cell.isChecked())
        return () if len(chosen) == len(self._languages) else chosen

    def show_shop(self, shop: Shop) -> None:
        self._is_filling = True
        self._shop = shop
        self.idle.setValue(shop.kiosk.idle_seconds)
        (self._moves if shop.kiosk.has_motion else self._stands).setChecked(True)
        for tag, cell in self._languages.items():
            cell.setChecked(not shop.languages or tag in (*shop.languages, shop.language))
        self.pin.show_pin(shop.kiosk.pin is not None)
        self._is_filling = False

    def _build(self, languages: Sequence[str]) -> None:
        theme, tr = self._tools.theme, self._tools.words.tr
        wheel = CalmWheel(self)
        stepper = Stepper(
            self._tools, smallest=SHORTEST_IDLE_SECONDS, largest=LONGEST_IDLE_SECONDS, step=STEP_SECONDS
        )
        self.idle = stepper.number
        self.idle.setObjectName("kiosk-idle")
        # "120" is three keys and one wish.
        self.idle.setKeyboardTracking(False)
        wheel.hold(self.idle)
        self._moves, self._stands = Cell(theme, tr("Gently")), Cell(theme, tr("Not at all"))
        self._moves.setObjectName("kiosk-moves")
        self._stands.setObjectName("kiosk-stands")
        group = QButtonGroup(self)
        for cell in (self._moves, self._stands):
            group.addButton(cell)
        self._languages = {tag: Cell(theme, own_name(tag)) for tag in languages}
        for tag, cell in self._languages.items():
            cell.setObjectName(f"kiosk-language-{tag}")
        self.pin = PinBox(self._tools)
        idle = Field(
            "idle_seconds",
            tr("It starts anew"),
            self.idle,
            Flow(theme, [stepper, label(tr("seconds later"))]),
        )
        idle.say(
            tr("When nobody touches it any more. It asks first, and forgets what the last person typed.")
        )
        offered = Field(
            "languages", tr("Languages to choose from"), Flow(theme, list(self._languages.values()))
        )
        offered.say(tr("The shop’s own language is always among them."))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(20)
        column.addWidget(Field("way-out", tr("The way out"), self.pin))
        column.addWidget(idle)
        column.addWidget(Field("motion", tr("Notes move"), Flow(theme, [self._moves, self._stands])))
        column.addWidget(offered)
        offered.setVisible(len(self._languages) > 1)

    def _connect(self) -> None:
        self.idle.valueChanged.connect(self._tell)
        for cell in (self._moves, self._stands):
            cell.clicked.connect(self._tell)
        for cell in self._languages.values():
            cell.clicked.connect(self._choose_language)

    def _choose_language(self) -> None:
        if own := self._languages.get(self._shop.language):
            own.setChecked(True)
        self._tell()

    def _tell(self) -> None:
        if not self._is_filling:
            self.changed.emit()
