"""Where no storm is yet: what one is, and the one step that begins it."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QWidget

from ui.desk.tools import Tools
from ui.shared.buttons import PRIMARY, UNDERLINED, Button
from ui.shared.empty_place import EmptyPlace
from ui.shared.labels import set_role

WIDTH = 640


class NoStorm(QWidget):
    def __init__(self, tools: Tools) -> None:
        super().__init__()
        self._tools = tools
        tr = tools.words.tr
        self._place = EmptyPlace(tools.theme)
        self._place.say(tr("One moment."), "")
        self.ask = self._place.step
        self.ask.setObjectName("storm-ask")
        set_role(self.ask, PRIMARY)
        self.take_in = Button(tools.theme, tr("Take one in from a file"), role=UNDERLINED)
        self.take_in.setObjectName("storm-take-first-in")
        self.take_in.hide()
        self._place.offer_more(self.take_in)
        middle = QHBoxLayout(self)
        middle.addStretch()
        middle.addWidget(self._place, 100)
        middle.addStretch()
        tools.theme.changed.connect(self._fit)
        self._fit()

    def say(self) -> None:
        """It is read: there is none."""
        tr = self._tools.words.tr
        self._place.say(
            tr("One question, two days, and everybody builds on what the others say."),
            tr(
                "Your customers answer on their phones and at the kiosk, add “and”, “but” or “instead” to "
                "each other’s ideas, then choose. At the end you say what you decided and whom it rests on, "
                "and carry it out."
            ),
            step=tr("Ask a question"),
        )
        self.take_in.show()

    def _fit(self) -> None:
        self._place.setMaximumWidth(self._tools.theme.px(WIDTH))
