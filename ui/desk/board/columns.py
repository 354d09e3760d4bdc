"""Hangs the notes of the board in tidy columns, each under the shortest; arrow keys walk between them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from app.domain.ideas import Idea
from ui.desk.board.note_card import NoteCard
from ui.desk.tools import Tools

COLUMN_WIDTH = 300
GUTTER = 24
MARGIN = 32

_STEPS = {
    Qt.Key.Key_Left: QPoint(-1, 0),
    Qt.Key.Key_Right: QPoint(1, 0),
    Qt.Key.Key_Up: QPoint(0, -1),
    Qt.Key.Key_Down: QPoint(0, 1),
}
_OPENING = {Qt.Key.Key_Return, Qt.Key.Key_Enter}


class NoteColumns(QWidget):
    """`idea_requested` carries the id of a pressed note, `focus_moved` a note to bring into view.
    `today` gives the shop's date."""

    idea_requested = Signal(object)
    focus_moved = Signal(object)

    def __init__(self, tools: Tools, today: Callable[[], date]) -> None:
        super().__init__()
        self._tools = tools
        self._today = today
        self._cards: list[NoteCard] = []
        self.setProperty("role", "plain")
        tools.theme.changed.connect(self._hang_anew)

    @property
    def cards(self) -> Sequence[NoteCard]:
        return self._cards

    def show_ideas(self, ideas: Sequence[Idea]) -> None:
        """These, in this order. Notes that hang already are kept, so that the focus stays where it is."""
        hanging = {card.idea.id: card for card in self._cards}
        self._cards = [self._card_for(idea, hanging.pop(idea.id, None)) for idea in ideas]
        for gone in hanging.values():
            gone.hide()
            gone.deleteLater()
        self._hang()
        for earlier, later in zip(self._cards, self._cards[1:], strict=False):
            QWidget.setTabOrder(earlier, later)

    def resizeEvent(self, event: QResizeEvent) -> None:
        if event.size().width() != event.oldSize().width():
            self._hang()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = _STEPS.get(Qt.Key(event.key()))
        here = next((card for card in self._cards if card.hasFocus()), None)
        if here is not None and event.key() in _OPENING:
            self.idea_requested.emit(here.idea.id)
            return
        if step is None or here is None:
            super().keyPressEvent(event)
            return
        there = self._neighbour(here, step)
        if there is not None:
            there.setFocus(Qt.FocusReason.TabFocusReason)
            self.focus_moved.emit(there)

    def _card_for(self, idea: Idea, card: NoteCard | None) -> NoteCard:
        if card is None:
            card = NoteCard(self._tools.theme, self._tools.words, idea, self._today)
            card.setParent(self)
            card.clicked.connect(self._open_pressed)
            card.show()
        elif card.idea != idea:
            card.show_idea(idea)
        return card

    def _open_pressed(self) -> None:
        card = self.sender()
        if isinstance(card, NoteCard):
            self.idea_requested.emit(card.idea.id)

    def _hang_anew(self) -> None:
        for card in self._cards:
            card.forget_layout()
        self._hang()

    def _hang(self) -> None:
        room = self.width() - 2 * MARGIN
        wanted = self._tools.theme.px(COLUMN_WIDTH)
        count = max(1, (room + GUTTER) // (wanted + GUTTER))
        width = (room - (count - 1) * GUTTER) // count
        bottoms = [0] * count
        for card in self._cards:
            column = bottoms.index(min(bottoms))
            height = card.height_for(width)
            card.setGeometry(MARGIN + column * (width + GUTTER), bottoms[column] + 4, width, height)
            bottoms[column] += height + GUTTER
        self.setFixedHeight(max(bottoms))

    def _neighbour(self, here: NoteCard, step: QPoint) -> NoteCard | None:
        """The nearest note in that direction, by the way its middle lies."""
        middle = here.geometry().center()

        def distance(card: NoteCard) -> int | None:
            way = card.geometry().center() - middle
            along = way.x() * step.x() + way.y() * step.y()
            across = abs(way.x() * step.y()) + abs(way.y() * step.x())
            return along + 2 * across if along > 0 and along >= across // 4 else None

        reachable = [(found, card) for card in self._cards if (found := distance(card)) is not None]
        return min(reachable, key=lambda pair: pair[0])[1] if reachable else None
