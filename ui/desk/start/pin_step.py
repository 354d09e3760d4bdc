"""Step 5: the PIN that closes a kiosk. Typed here, kept as a hash, never shown again."""

from __future__ import annotations

from PySide6.QtCore import Qt

from app.domain.kiosks import LONGEST_PIN, SHORTEST_PIN
from app.domain.shop import Shop
from ui.desk.kiosks.pin_box import TYPED_AT_MOST
from ui.desk.shop.field import Field, Line
from ui.desk.start.step import Step
from ui.desk.tools import Tools


class PinStep(Step):
    def __init__(self, tools: Tools) -> None:
        tr = tools.words.tr
        super().__init__(
            tools,
            tr("A PIN for the kiosk?"),
            tr(
                "A kiosk is a screen in the shop that customers touch. Only this PIN closes it. "
                "No kiosk? Skip this."
            ),
        )
        self.pin = Line()
        self.pin.setObjectName("start-pin")
        self.pin.setInputMethodHints(Qt.InputMethodHint.ImhDigitsOnly)
        self.pin.setMaxLength(TYPED_AT_MOST)
        self.fields["pin"] = Field("start-pin", tr("PIN"), self.pin)
        self._hint = tr(
            "%(shortest)s to %(longest)s digits. Write them down: nobody can read them here later.",
            shortest=SHORTEST_PIN,
            longest=LONGEST_PIN,
        )
        self.add([self.fields["pin"]])
        self.pin.textEdited.connect(self._tell)
        self.setFocusProxy(self.pin)

    def show_shop(self, shop: Shop) -> None:
        is_set = shop.kiosk.pin is not None
        tr = self._tools.words.tr
        self.fields["pin"].say(
            tr("A PIN is set already. Another one takes its place.") if is_set else self._hint
        )
