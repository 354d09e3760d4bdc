"""How what was said goes with the idea it was linked to; one key goes through the ways."""

from __future__ import annotations

from PySide6.QtWidgets import QButtonGroup, QVBoxLayout, QWidget

from app.note_words import link_word
from app.words import Words
from ui.desk.said.saying import Way
from ui.desk.shop.cells import Flow
from ui.desk.tools import Tools
from ui.shared.buttons import CHOICE, Button
from ui.shared.keys import WINDOW, bind
from ui.shared.labels import label


class LinkRow(QWidget):
    def __init__(self, tools: Tools) -> None:
        super().__init__()
        self._buttons: dict[Way, Button] = {}
        tr, group = tools.words.tr, QButtonGroup(self)
        for way in Way:
            button = Button(tools.theme, way_words(way, tools.words), role=CHOICE)
            button.setObjectName(f"way-{way.name.lower()}")
            button.setCheckable(True)
            button.setAutoDefault(False)
            group.addButton(button)
            self._buttons[way] = button
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 4, 0, 0)
        column.setSpacing(0)
        column.addWidget(
            label(tr("How do the two go together? Ctrl L goes on to the next."), "small", wrap=True)
        )
        column.addWidget(Flow(tools.theme, list(self._buttons.values())))
        bind(self, "Ctrl+L", self.go_on, context=WINDOW)
        self.choose(next(iter(Way)))

    @property
    def way(self) -> Way:
        return next(way for way, button in self._buttons.items() if button.isChecked())

    def choose(self, way: Way) -> None:
        self._buttons[way].setChecked(True)

    def go_on(self) -> None:
        ways = list(Way)
        self.choose(ways[(ways.index(self.way) + 1) % len(ways)])


def way_words(way: Way, words: Words) -> str:
    return link_word(way.link, words) if way.link else words.tr("one more voice for it")
