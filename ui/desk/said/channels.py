"""How it was heard: five ways, each with a key of its own."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QVBoxLayout, QWidget

from app.domain.ideas import Channel
from ui.desk import wording
from ui.desk.said.saying import CHANNELS
from ui.desk.shop.cells import Flow
from ui.desk.tools import Tools
from ui.shared.buttons import CHOICE, Button
from ui.shared.keys import WINDOW, bind

# F1 is help everywhere.
FIRST_KEY = 2


class ChannelRow(QWidget):
    """The keys work anywhere in the box, also while words are typed."""

    changed = Signal()

    def __init__(self, tools: Tools) -> None:
        super().__init__()
        self._buttons: dict[Channel, Button] = {}
        group = QButtonGroup(self)
        for place, channel in enumerate(CHANNELS):
            key = f"F{FIRST_KEY + place}"
            words = tools.words.tr(wording.CHANNEL_WORDS[channel])
            button = Button(tools.theme, words, role=CHOICE, key=key)
            button.setObjectName(f"channel-{channel.value}")
            button.setCheckable(True)
            button.setAutoDefault(False)
            group.addButton(button)
            button.toggled.connect(self.changed)
            bind(self, key, button.click, context=WINDOW)
            self._buttons[channel] = button
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(Flow(tools.theme, list(self._buttons.values())))
        self.choose(Channel.IN_PERSON)

    @property
    def channel(self) -> Channel:
        return next(channel for channel, button in self._buttons.items() if button.isChecked())

    def choose(self, channel: Channel) -> None:
        self._buttons[channel].setChecked(True)
