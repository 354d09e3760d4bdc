"""One sheet on the drawn board: chosen by pointer or arrow keys, opened by Enter, dragged elsewhere."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget

from ui.desk.wall.drawn import DrawnSheet, Way
from ui.desk.wall.sheet_painting import flag_rect, paint_small_sheet, paint_stale_frame
from ui.shared.labels import tell_about
from ui.shared.theme import Theme

# Around the paper: what its shadow needs.
MARGIN = 5
_WAYS = {
    Qt.Key.Key_Left: Way.LEFT,
    Qt.Key.Key_Right: Way.RIGHT,
    Qt.Key.Key_Up: Way.UP,
    Qt.Key.Key_Down: Way.DOWN,
}
_OPENING = {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space}


class SheetCard(QAbstractButton):
    """`walked` and `nudged` carry a Way, `dragged` the point of the board under the paper's corner,
    `menu_requested` a point of the screen."""

    opened = Signal()
    walked = Signal(object)
    nudged = Signal(object)
    dragged = Signal(QPointF)
    let_go = Signal(QPointF)
    menu_requested = Signal(QPoint)

    def __init__(self, theme: Theme, sheet: DrawnSheet, board: QWidget) -> None:
        super().__init__(board)
        self._theme = theme
        self._grip: QPointF | None = None
        self.is_dragged = False
        self.may_move = False
        self.paper = QRectF()
        self.sheet = sheet
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.show_sheet(sheet)

    def show_sheet(self, sheet: DrawnSheet) -> None:
        self.sheet = sheet
        self.setObjectName(f"wall-sheet-{sheet.number}")
        self.setAccessibleName(sheet.described or f"{sheet.number} {sheet.headline}")
        tell_about(self, sheet.described)
        self.update()

    def hang(self, paper: QRectF) -> None:
        """`paper` in pixels of the board; a stale one needs room around it for its frame and flag."""
        around = paper.adjusted(-MARGIN, -MARGIN, MARGIN, MARGIN + 4)
        if self.sheet.flag:
            around = paper.adjusted(-8, -8, 8, 8).united(flag_rect(self._theme, self.sheet, paper))
        whole = around.toAlignedRect() & self._board_room()
        self.setGeometry(whole)
        self.paper = paper.translated(-whole.topLeft().toPointF())
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing)
        if self.is_dragged:
            painter.setOpacity(0.85)
        paint_small_sheet(painter, self._theme, self.sheet, self.paper)
        if self.sheet.flag:
            paint_stale_frame(painter, self._theme, self.sheet, self.paper)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        way = _WAYS.get(Qt.Key(event.key()))
        shifted = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        if way is not None:
            (self.nudged if shifted else self.walked).emit(way)
        elif event.key() in _OPENING:
            self.opened.emit()
        else:
            # Letters and digits are the page's: a number is typed from anywhere.
            event.ignore()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        by_key = event.reason() == QContextMenuEvent.Reason.Keyboard
        self.menu_requested.emit(self.mapToGlobal(self.rect().center()) if by_key else event.globalPos())

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self.setFocus(Qt.FocusReason.MouseFocusReason)
            self._grip = event.position()
            self.raise_()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._grip is None or not self.may_move:
            return
        way = event.position() - self._grip
        if self.is_dragged or way.manhattanLength() >= QApplication.startDragDistance():
            self.is_dragged = True
            self.dragged.emit(self._corner(event))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        was_dragged, self.is_dragged = self.is_dragged, False
        if was_dragged and event.button() == Qt.MouseButton.LeftButton:
            self.let_go.emit(self._corner(event))
        self._grip = None
        self.update()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self.opened.emit()

    def _corner(self, event: QMouseEvent) -> QPointF:
        """Where on the board the paper's corner is, gripped where it was."""
        assert self._grip is not None
        return self.mapToParent(event.position()) - self._grip + self.paper.topLeft()

    def _board_room(self) -> QRect:
        board = self.parentWidget()
        return board.rect() if board is not None else QRect()
