"""Hangs chains in columns: the first note large, what builds on it below on a spine; arrows walk over all."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from uuid import UUID

from PySide6.QtCore import QPoint, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QKeyEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QWidget

from app.domain.chains import Building, Chain
from app.note_words import link_word
from ui.desk import wording
from ui.desk.storms.contribution import SHADOW_ROOM, Contribution, corner
from ui.desk.tools import Tools
from ui.shared.mirror import Sides

COLUMN_WIDTH, WIDEST_COLUMN = 232, 330
GUTTER = 24
INDENT, SPINE, TICK = 28, 10, 22
WORD_HEIGHT = 24
# Between a note and the word below it, and between the word and its note.
OVER_WORD, UNDER_WORD = 11, 5
UNDER_CHAIN = 20
_STEPS = {
    Qt.Key.Key_Left: QPoint(-1, 0),
    Qt.Key.Key_Right: QPoint(1, 0),
    Qt.Key.Key_Up: QPoint(0, -1),
    Qt.Key.Key_Down: QPoint(0, 1),
}
_OPENING = {Qt.Key.Key_Return, Qt.Key.Key_Enter}


@dataclass(frozen=True, slots=True)
class _Joint:
    """Where a word stands, and the spine that leads to it from `top`."""

    words: str
    to: str
    place: QRect
    top: int


class ChainColumns(QWidget):
    """`idea_requested` carries the id of a pressed note, `pick_requested` the Contribution whose place on the
    shortlist is to change, `focus_moved` a note to bring into view."""

    idea_requested = Signal(object)
    pick_requested = Signal(object)
    focus_moved = Signal(object)

    def __init__(self, tools: Tools) -> None:
        super().__init__()
        self._tools = tools
        self._chains: Sequence[Chain] = ()
        self._notes: dict[UUID, Contribution] = {}
        self._joints: list[_Joint] = []
        self.setProperty("role", "plain")
        tools.theme.changed.connect(self._hang_anew)

    @property
    def notes(self) -> list[Contribution]:
        """In the order in which they are read."""
        return [self._notes[each.idea.id] for chain in self._chains for each in chain.buildings]

    def show_chains(self, chains: Sequence[Chain], picked: Sequence[UUID], *, may_pick: bool) -> None:
        """These, in this order. Notes that hang already are kept, so that the focus stays where it is."""
        hanging = self._notes
        self._chains = chains
        self._notes = {}
        for chain in chains:
            for building in chain.buildings:
                self._notes[building.idea.id] = self._note_for(building, hanging.pop(building.idea.id, None))
        for gone in hanging.values():
            gone.hide()
            gone.deleteLater()
        for id, note in self._notes.items():
            note.show_picking(picked=id in picked, may_pick=may_pick)
        self._hang()
        for earlier, later in pairwise(self.notes):
            QWidget.setTabOrder(earlier, later)

    def resizeEvent(self, event: QResizeEvent) -> None:
        if event.size().width() != event.oldSize().width():
            self._hang()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = _STEPS.get(Qt.Key(event.key()))
        here = next((note for note in self._notes.values() if note.hasFocus()), None)
        if here is not None and event.key() in _OPENING:
            self.idea_requested.emit(here.idea.id)
        elif here is not None and event.key() == Qt.Key.Key_S and not event.modifiers():
            self._ask_to_pick(here)
        elif here is not None and step is not None:
            self._walk(here, step)
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, theme, sides = QPainter(self), self._tools.theme, Sides.of(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for joint in self._joints:
            if joint.place.bottom() < event.rect().top() or joint.top > event.rect().bottom():
                continue
            self._paint_joint(painter, sides, joint)
        painter.setPen(theme.colour("ink"))

    def _paint_joint(self, painter: QPainter, sides: Sides, joint: _Joint) -> None:
        theme, place = self._tools.theme, joint.place
        left = place.left() - INDENT
        middle = place.center().y() + 0.5
        painter.setPen(QPen(theme.colour("line"), 3 if theme.is_high_contrast else 1.5))
        painter.drawLine(corner(sides, left + SPINE, joint.top), corner(sides, left + SPINE, middle))
        painter.drawLine(corner(sides, left + SPINE, middle), corner(sides, left + TICK, middle))
        bold = theme.font(16, bold=True)
        painter.setFont(bold)
        painter.setPen(theme.colour("brick"))
        flags = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeading
        painter.drawText(sides.place(QRectF(place)), flags, joint.words)
        if joint.to:
            begun = QFontMetricsF(bold).horizontalAdvance(joint.words) + 8
            rest = QRectF(place).adjusted(begun, 0, 0, 0)
            small = theme.font(13)
            told = QFontMetricsF(small).elidedText(joint.to, Qt.TextElideMode.ElideRight, rest.width())
            painter.setFont(small)
            painter.setPen(theme.colour("ink_soft"))
            painter.drawText(sides.place(rest), flags, told)

    def _note_for(self, building: Building, note: Contribution | None) -> Contribution:
        if note is None:
            note = Contribution(self._tools.theme, self._tools.words, building)
            note.setParent(self)
            note.clicked.connect(self._open_pressed)
            note.picked.connect(self._pick_pressed)
            note.show()
        elif note.building != building:
            note.show_building(building)
        return note

    def _open_pressed(self) -> None:
        note = self.sender()
        if isinstance(note, Contribution):
            self.idea_requested.emit(note.idea.id)

    def _pick_pressed(self) -> None:
        note = self.sender()
        if isinstance(note, Contribution):
            self._ask_to_pick(note)

    def _ask_to_pick(self, note: Contribution) -> None:
        if note.may_pick:
            self.pick_requested.emit(note)

    def _walk(self, here: Contribution, step: QPoint) -> None:
        there = self._neighbour(here, step)
        if there is not None:
            there.setFocus(Qt.FocusReason.TabFocusReason)
            self.focus_moved.emit(there)

    def _hang_anew(self) -> None:
        for note in self._notes.values():
            note.forget_layout()
        self._hang()

    def _hang(self) -> None:
        theme = self._tools.theme
        least, most = theme.px(COLUMN_WIDTH), theme.px(WIDEST_COLUMN)
        count = max(1, (self.width() + GUTTER) // (least + GUTTER))
        width = min(most, (self.width() - (count - 1) * GUTTER) // count)
        bottoms = [0] * count
        self._joints = []
        for chain in self._chains:
            column = bottoms.index(min(bottoms))
            left = column * (width + GUTTER)
            bottoms[column] = self._hang_chain(chain, left, bottoms[column], width) + UNDER_CHAIN
        self.setFixedHeight(max(bottoms))
        self.update()

    def _hang_chain(self, chain: Chain, left: int, top: int, width: int) -> int:
        """Where it ends."""
        word_height = self._tools.theme.px(WORD_HEIGHT)
        spine_top = 0
        for place, building in enumerate(chain.buildings):
            note = self._notes[building.idea.id]
            indent = INDENT if place else 0
            if place:
                word = QRect(left + INDENT, top + OVER_WORD - SHADOW_ROOM, width - INDENT, word_height)
                self._joints.append(_Joint(*self._said(chain, place), word, spine_top))
                spine_top = word.center().y()
                top = word.bottom() + UNDER_WORD
            height = note.height_for(width - indent)
            self._place(note, QRect(left + indent, top, width - indent, height))
            top += height
            spine_top = spine_top or top - SHADOW_ROOM
        return top

    def _place(self, note: Contribution, rect: QRect) -> None:
        if self.layoutDirection() == Qt.LayoutDirection.RightToLeft:
            rect.moveLeft(self.width() - rect.left() - rect.width())
        note.setGeometry(rect)

    def _said(self, chain: Chain, place: int) -> tuple[str, str]:
        """How it is joined, and to whom where that is neither the first note nor the one right above."""
        words, building = self._tools.words, chain.buildings[place]
        assert building.link is not None
        near = {chain.first.id, chain.buildings[place - 1].idea.id}
        before = next((b.idea for b in chain.buildings if b.idea.id == building.idea.builds_on), None)
        if before is None or before.id in near:
            return link_word(building.link, words), ""
        return link_word(building.link, words), words.tr("to %(name)s", name=wording.author(before, words))

    def _neighbour(self, here: Contribution, step: QPoint) -> Contribution | None:
        """The nearest note in that direction, by the way its middle lies."""
        middle = here.geometry().center()

        def distance(note: Contribution) -> int | None:
            way = note.geometry().center() - middle
            along = way.x() * step.x() + way.y() * step.y()
            across = abs(way.x() * step.y()) + abs(way.y() * step.x())
            return along + 2 * across if along > 0 and along >= across // 4 else None

        reachable = [(found, note) for note in self._notes.values() if (found := distance(note)) is not None]
        return min(reachable, key=lambda pair: pair[0])[1] if reachable else None
