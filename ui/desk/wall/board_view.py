"""The board to scale, as paper on the mat. Arrows walk between sheets, Shift and arrows or the pointer move
one; what is meant is told, and done by others."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from uuid import UUID

from PySide6.QtCore import QEvent, QObject, QPoint, QPointF, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import (
    QDragEnterEvent,
    QDragMoveEvent,
    QDropEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.desk.tools import Tools
from ui.desk.wall.drawn import GRID_MM, DrawnSheet, DrawnWall, FreePlace, Way, in_rows, neighbour, snapped
from ui.desk.wall.sheet_card import SheetCard

# A wall as wide as a page is drawn at 75 px for 10 cm.
USUAL_SCALE = 0.75
LEAST_HEIGHT = 240
MOST_DRAWN = 120
# Steps that are struck one after the other are one move.
REST_MS = 450
SHEET_MIME = "application/x-teacup-sheet"


class BoardView(QWidget):
    """`opened` carries the id of a sheet, `moved` and `dropped` also where its corner is now, in millimetres
    (-1 where nothing is measured), `menu_requested` a point of the screen, `current_changed` an id."""

    opened = Signal(object)
    current_changed = Signal(object)
    moved = Signal(object, int, int)
    dropped = Signal(object, int, int)
    menu_requested = Signal(object, QPoint)
    free_pressed = Signal(object)

    def __init__(self, tools: Tools) -> None:
        super().__init__()
        self._tools = tools
        self._wall = DrawnWall()
        self._laid = DrawnWall()
        self._cards: dict[UUID, SheetCard] = {}
        self._more = 0
        self._most_height = 10_000
        self._nudged: UUID | None = None
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(REST_MS)
        self._rest.timeout.connect(self._settle_nudge)
        self.setObjectName("wall-board")
        self.setAcceptDrops(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        tools.theme.changed.connect(self._hang)

    @property
    def cards(self) -> Sequence[SheetCard]:
        """From the upper left to the lower right."""
        return sorted(self._cards.values(), key=lambda card: (card.sheet.top or 0, card.sheet.left or 0))

    @property
    def current(self) -> UUID | None:
        return next((id for id, card in self._cards.items() if card.hasFocus()), None)

    @property
    def scale(self) -> float:
        """Pixels for a millimetre."""
        wall = self._laid
        if not self._wall.width or not self._wall.height or not wall.width or not wall.height:
            return self._rows_scale()
        return min((self.width() - 2) / wall.width, self._most_height / wall.height)

    def show_wall(self, wall: DrawnWall) -> None:
        """A sheet that hung already keeps its widget, and with it the keyboard. What is in the hand is not
        taken out of it: once it is let go, the board is shown anew."""
        if self._nudged is not None:
            self._settle_nudge()
            return
        if any(card.is_dragged for card in self._cards.values()):
            return
        self._more = max(0, len(wall.sheets) - MOST_DRAWN)
        self._wall = replace(wall, sheets=tuple(wall.sheets[:MOST_DRAWN]))
        known, self._cards = self._cards, {}
        for sheet in self._wall.sheets:
            self._cards[sheet.id] = self._card_for(sheet, known.pop(sheet.id, None))
        had_focus = any(card.hasFocus() for card in known.values())
        for gone in known.values():
            gone.hide()
            gone.deleteLater()
        self._hang()
        self._keep_one_stop()
        if had_focus and self._cards:
            self.cards[0].setFocus(Qt.FocusReason.OtherFocusReason)

    def be_at_most(self, height: int) -> None:
        """So high in pixels; a tall board becomes narrower."""
        if height != self._most_height:
            self._most_height = height
            self._hang()

    def choose(self, id: UUID) -> bool:
        """Give this sheet the keyboard. Whether it hangs here."""
        card = self._cards.get(id)
        if card is not None:
            card.setFocus(Qt.FocusReason.OtherFocusReason)
        return card is not None

    def card(self, id: UUID) -> SheetCard | None:
        return self._cards.get(id)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._hang()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, theme = QPainter(self), self._tools.theme
        board = self._board()
        painter.fillRect(board, theme.colour("mat"))
        inset = theme.border / 2
        painter.setPen(QPen(theme.colour("line"), theme.border))
        painter.drawRect(board.adjusted(inset, inset, -inset, -inset))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for place in self._wall.free:
            self._paint_free(painter, place)
        if self._more:
            self._say_more(painter, board)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if event.mimeData().hasFormat(SHEET_MIME):
            event.acceptProposedAction()

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        id = UUID(bytes(event.mimeData().data(SHEET_MIME).data()).decode())
        at = (event.position() - self._board().topLeft()) / self.scale
        is_measured = bool(self._wall.width)
        self.dropped.emit(id, round(at.x()) if is_measured else -1, round(at.y()) if is_measured else -1)
        event.acceptProposedAction()

    # Where things are

    def _board(self) -> QRectF:
        """In pixels; a board that is narrower than the page stands at its leading edge."""
        width = self._laid.width or 0
        wide = self.width() if not self._wall.width else min(self.width(), round(width * self.scale) + 2)
        left = self.width() - wide if self.layoutDirection() == Qt.LayoutDirection.RightToLeft else 0
        return QRectF(left, 0, wide, self.height())

    def _rows_scale(self) -> float:
        """Large text wants larger paper where nothing is measured."""
        return USUAL_SCALE * (1 + (self._tools.theme.text_percent - 100) / 250)

    def _paper(self, sheet: DrawnSheet) -> QRectF:
        corner, scale = self._board().topLeft() + QPointF(1, 1), self.scale
        left, top = (sheet.left or 0) * scale, (sheet.top or 0) * scale
        return QRectF(corner.x() + left, corner.y() + top, sheet.width * scale, sheet.height * scale)

    def _hang(self) -> None:
        """Lay out anew: the room, the text size or what hangs has changed."""
        wall = self._wall
        if wall.width and wall.height:
            self._laid = wall
        else:
            width = round(self.width() / self._rows_scale())
            rows = in_rows(wall.sheets, width)
            self._laid = DrawnWall(width=width, height=rows.height, sheets=rows.sheets)
        high = round((self._laid.height or 0) * self.scale) + 2
        if not wall.width:
            high = max(high, self._tools.theme.px(LEAST_HEIGHT) // 2)
        self.setFixedHeight(high)
        for sheet in self._laid.sheets:
            card = self._cards[sheet.id]
            card.show_sheet(sheet)
            card.may_move = bool(wall.width)
            card.hang(self._paper(sheet))
        for card in sorted(self._cards.values(), key=lambda card: bool(card.sheet.flag)):
            card.raise_()
        for earlier, later in zip(self.cards, self.cards[1:], strict=False):
            QWidget.setTabOrder(earlier, later)
        self.update()

    # Sheets

    def _card_for(self, sheet: DrawnSheet, card: SheetCard | None) -> SheetCard:
        if card is None:
            card = SheetCard(self._tools.theme, sheet, self)
            id = sheet.id
            card.opened.connect(partial(self.opened.emit, id))
            card.walked.connect(partial(self._walk, id))
            card.nudged.connect(partial(self._nudge, id))
            card.dragged.connect(partial(self._drag, id))
            card.let_go.connect(partial(self._let_go, id))
            card.menu_requested.connect(partial(self.menu_requested.emit, id))
            card.installEventFilter(self)
            card.show()
        else:
            card.show_sheet(sheet)
        return card

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.FocusIn and isinstance(watched, SheetCard):
            self._keep_one_stop(watched)
            self.current_changed.emit(watched.sheet.id)
        return False

    def _keep_one_stop(self, chosen: SheetCard | None = None) -> None:
        """Tab comes to the board once; arrows go on from there."""
        cards = self.cards
        stop = chosen or next((card for card in cards if card.hasFocus()), cards[0] if cards else None)
        for card in cards:
            policy = Qt.FocusPolicy.StrongFocus if card is stop else Qt.FocusPolicy.ClickFocus
            card.setFocusPolicy(policy)
        if stop is not None:
            self.setFocusProxy(stop)

    def _walk(self, id: UUID, way: Way) -> None:
        here = next((sheet for sheet in self._laid.sheets if sheet.id == id), None)
        there = neighbour(self._laid.sheets, here, way) if here else None
        if there is not None:
            self._cards[there.id].setFocus(Qt.FocusReason.TabFocusReason)

    def _nudge(self, id: UUID, way: Way) -> None:
        """A centimetre; told once the keys rest."""
        card = self._cards[id]
        if not card.may_move:
            return
        sheet, (x, y) = card.sheet, way.value
        left = _step(sheet.left or 0, x, (self._wall.width or 0) - sheet.width)
        top = _step(sheet.top or 0, y, (self._wall.height or 0) - sheet.height)
        self._lay(id, left, top)
        self._nudged = id
        self._rest.start()

    def _settle_nudge(self) -> None:
        self._rest.stop()
        id, self._nudged = self._nudged, None
        if id is not None and id in self._cards:
            sheet = self._cards[id].sheet
            self.moved.emit(id, sheet.left or 0, sheet.top or 0)

    def _drag(self, id: UUID, corner: QPointF) -> None:
        self._lay(id, *self._snapped(id, corner))

    def _let_go(self, id: UUID, corner: QPointF) -> None:
        left, top = self._snapped(id, corner)
        self._lay(id, left, top)
        self.moved.emit(id, left, top)

    def _snapped(self, id: UUID, corner: QPointF) -> tuple[int, int]:
        at = (corner - self._board().topLeft()) / self.scale
        return snapped(self._cards[id].sheet, round(at.x()), round(at.y()), self._wall)

    def _lay(self, id: UUID, left: int, top: int) -> None:
        card = self._cards[id]
        card.show_sheet(replace(card.sheet, left=left, top=top))
        sheets = tuple(card.sheet if sheet.id == id else sheet for sheet in self._wall.sheets)
        self._wall = self._laid = replace(self._wall, sheets=sheets)
        card.hang(self._paper(card.sheet))

    # Painting

    def _paint_free(self, painter: QPainter, place: FreePlace) -> None:
        theme, scale = self._tools.theme, self.scale
        corner = self._board().topLeft()
        rect = QRectF(
            corner.x() + 1 + place.left * scale,
            corner.y() + 1 + place.top * scale,
            place.width * scale,
            place.height * scale,
        )
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(theme.colour("line"), theme.border, Qt.PenStyle.DashLine))
        painter.drawRect(rect.adjusted(0.5, 0.5, -0.5, -0.5))
        painter.setPen(theme.colour("ink_soft"))
        painter.setFont(theme.font(13))
        flags = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap
        painter.drawText(rect.adjusted(4, 4, -4, -4), flags, place.words)

    def _say_more(self, painter: QPainter, board: QRectF) -> None:
        theme, words = self._tools.theme, self._tools.words
        painter.setPen(theme.colour("ink_soft"))
        painter.setFont(theme.font(13))
        said = words.trn("%(count)s more in the list", "%(count)s more in the list", self._more)
        align = Qt.AlignmentFlag.AlignBottom | Qt.AlignmentFlag.AlignHCenter
        painter.drawText(board.adjusted(8, 8, -8, -8), align, said)


def _step(at: int, way: int, most: int) -> int:
    """One step on the grid, from wherever it was."""
    if not way:
        return at
    there = (at // GRID_MM + 1) * GRID_MM if way > 0 else (-(-at // GRID_MM) - 1) * GRID_MM
    return max(0, min(there, most))
