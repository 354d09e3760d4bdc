"""The ledger on the wall between hairlines. Brick stands only in its last column."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from PySide6.QtCore import QItemSelectionModel, QPoint, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QFont,
    QFontMetricsF,
    QKeyEvent,
    QPainter,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
)

from app.theme import FOCUS_WIDTH, RADIUS
from ui.desk.tools import Tools
from ui.desk.wall.ledger_model import LINE_ROLE, Column, Index, LedgerLine, LedgerModel
from ui.shared.focus_ring import OWN_RING
from ui.shared.icons import paint_icon
from ui.shared.mirror import Sides
from ui.shared.theme import Theme

ROW_HEIGHT = 36
GAP = 12
# As many rows as say how wide a column has to be.
MEASURED_ROWS = 200
WIDEST = {Column.HANGS_AT: 200, Column.TODAY: 300}
LEAST_SAYS = 150
# The first to go where there is no room; all of it stands in the box of a sheet.
CAN_GO = (Column.SHEET, Column.SINCE, Column.DOWN_ON, Column.HANGS_AT)


class LedgerTable(QTableView):
    """`opened` and `chosen` carry the id of a sheet, `menu_requested` also a point of the screen."""

    opened = Signal(object)
    chosen = Signal(object)
    menu_requested = Signal(object, QPoint)

    def __init__(self, tools: Tools, model: LedgerModel) -> None:
        super().__init__()
        self._tools = tools
        self._lines = model
        self.setModel(model)
        self.setObjectName("wall-ledger")
        self.setAccessibleName(tools.words.tr("Ledger of the sheets"))
        self.setItemDelegate(_LineDelegate(tools.theme, self))
        self.setHorizontalHeader(_Head(tools.theme, self))
        self._dress()
        self.setProperty(OWN_RING, True)
        model.modelReset.connect(self.settle)
        model.dataChanged.connect(self.settle)
        self.doubleClicked.connect(lambda index: self._open(index))
        self.selectionModel().currentRowChanged.connect(self._tell_chosen)
        tools.theme.changed.connect(self.settle)
        self.settle()

    @property
    def current_id(self) -> UUID | None:
        line = self._lines.line_at(self.currentIndex().row())
        return line.id if line else None

    @property
    def chosen_ids(self) -> list[UUID]:
        rows = sorted(index.row() for index in self.selectionModel().selectedRows())
        return [line.id for row in rows if (line := self._lines.line_at(row)) is not None]

    def choose(self, id: UUID) -> bool:
        """Bring it into view and choose it. Whether it stands here."""
        row = self._lines.row_of(id)
        if row is None:
            return False
        index = self._lines.index(row, Column.SAYS)
        flags = QItemSelectionModel.SelectionFlag
        self.selectionModel().setCurrentIndex(index, flags.ClearAndSelect | flags.Rows)
        self.scrollTo(index)
        return True

    def height_for(self, rows: int) -> int:
        """With its head and so many rows."""
        return self.horizontalHeader().sizeHint().height() + rows * self._row_height() + 2

    def settle(self) -> None:
        """Rows and columns anew; their text or its size has changed."""
        self.verticalHeader().setDefaultSectionSize(self._row_height())
        self._share_room()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._share_room()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers():
            self._open(self.currentIndex())
        elif event.text().isdigit():
            # A number is typed from anywhere on the page.
            event.ignore()
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        by_key = event.reason() == QContextMenuEvent.Reason.Keyboard
        place = self.visualRect(self.currentIndex()).center() if by_key else event.pos()
        index = self.currentIndex() if by_key else self.indexAt(self.viewport().mapFrom(self, place))
        line = self._lines.line_at(index.row())
        if line is not None:
            self.menu_requested.emit(line.id, self.viewport().mapToGlobal(place))

    def _open(self, index: Index) -> None:
        line = self._lines.line_at(index.row())
        if line is not None:
            self.opened.emit(line.id)

    def _tell_chosen(self) -> None:
        if (id := self.current_id) is not None:
            self.chosen.emit(id)

    def _row_height(self) -> int:
        return self._tools.theme.px(ROW_HEIGHT)

    def _dress(self) -> None:
        self.setShowGrid(False)
        self.setFrameShape(QTableView.Shape.NoFrame)
        self.setSortingEnabled(True)
        self.sortByColumn(Column.TODAY, Qt.SortOrder.AscendingOrder)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setDragDropMode(QAbstractItemView.DragDropMode.DragOnly)
        self.setDragEnabled(True)
        self.setTabKeyNavigation(False)
        self.setWordWrap(False)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.verticalHeader().setMinimumSectionSize(1)

    def _share_room(self) -> None:
        """Each column as wide as its words, the rest for what the sheet says."""
        shown: dict[Column, int] = {
            column: self._width_of(column) for column in Column if column is not Column.SAYS
        }
        room, least = self.viewport().width(), self._tools.theme.px(LEAST_SAYS)
        for column in CAN_GO:
            if room - sum(shown.values()) >= least:
                break
            shown.pop(column)
        for column in Column:
            self.setColumnHidden(column, column not in shown and column is not Column.SAYS)
            if column in shown:
                self.setColumnWidth(column, shown[column])
        self.setColumnWidth(Column.SAYS, max(40, room - sum(shown.values())))

    def _width_of(self, column: Column) -> int:
        theme = self._tools.theme
        bold = QFontMetricsF(theme.font(16, bold=True, tabular=True))
        plain = QFontMetricsF(theme.font(16, tabular=True))
        lines = self._lines.lines[:MEASURED_ROWS]
        widest = max(
            ((bold if line.is_wrong and column is Column.TODAY else plain).horizontalAdvance(
                line.cells[column]) for line in lines),
            default=0.0,
        )  # fmt: skip
        title = QFontMetricsF(theme.font(13, bold=True)).horizontalAdvance(self._lines.titles()[column])
        most = theme.px(WIDEST.get(column, 400))
        return min(most, round(max(widest, title + theme.px(14))) + GAP + 2)


class _Head(QHeaderView):
    """The names of the columns over a line; the one that orders them is bold."""

    def __init__(self, theme: Theme, table: QTableView) -> None:
        super().__init__(Qt.Orientation.Horizontal, table)
        self._theme = theme
        self.setSectionsClickable(True)
        self.setHighlightSections(False)
        self.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setMinimumSectionSize(1)

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), self._theme.px(ROW_HEIGHT))

    def paintEvent(self, event: Any) -> None:
        painter = QPainter(self.viewport())
        painter.fillRect(self.viewport().rect(), self._theme.colour("wall"))
        painter.end()
        super().paintEvent(event)

    def paintSection(self, painter: QPainter, rect: QRect, section: int) -> None:
        theme = self._theme
        orders = self.sortIndicatorSection() == section
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(rect, theme.colour("wall"))
        painter.fillRect(rect.left(), rect.bottom(), rect.width(), 1, theme.colour("line"))
        font = theme.font(13, bold=orders)
        painter.setFont(font)
        painter.setPen(theme.colour("ink" if orders else "ink_soft"))
        title = str(self.model().headerData(section, Qt.Orientation.Horizontal) or "")
        painter.drawText(QRectF(rect), Qt.AlignmentFlag.AlignVCenter, title)
        if orders:
            rises = self.sortIndicatorOrder() == Qt.SortOrder.AscendingOrder
            side = theme.px(12)
            left = rect.left() + QFontMetricsF(font).horizontalAdvance(title) + 3
            sign = QRectF(left, rect.center().y() - side / 2 + 1, side, side)
            sign = Sides.within(QRectF(rect), painter).place(sign)
            paint_icon(painter, "chevron-down" if rises else "chevron-up", sign, theme.colour("ink_soft"))
        painter.restore()


class _LineDelegate(QStyledItemDelegate):
    def __init__(self, theme: Theme, table: QTableView) -> None:
        super().__init__(table)
        self._theme = theme
        self._table = table

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        line: LedgerLine = index.data(LINE_ROLE)
        theme, rect = self._theme, QRect(option.rect)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(rect, theme.colour("paper"))
        painter.fillRect(rect.left(), rect.bottom(), rect.width(), 1, theme.colour("hair"))
        self._write(painter, line, Column(index.column()), rect)
        painter.restore()
        if self._table.hasFocus() and index.row() == self._table.currentIndex().row():
            self._paint_ring(painter, rect)

    def _write(self, painter: QPainter, line: LedgerLine, column: Column, rect: QRect) -> None:
        theme = self._theme
        is_loud = column is Column.TODAY and line.is_wrong
        font = theme.font(16, bold=is_loud, tabular=True)
        ink = "brick" if is_loud else "ink" if column in (Column.NUMBER, Column.SAYS) else "ink_soft"
        painter.setFont(font)
        painter.setPen(theme.colour(ink))
        room = QRectF(rect).adjusted(0, 0, -GAP, 0)
        room = Sides.within(QRectF(rect), painter).place(room)
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine,
                         _elided(line.cells[column], font, room.width()))  # fmt: skip

    def _paint_ring(self, painter: QPainter, cell: QRect) -> None:
        """Around the whole row, each cell its own part of it."""
        row = QRectF(0, cell.top(), self._table.viewport().width(), cell.height() - 1)
        painter.save()
        painter.setClipRect(cell)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(self._theme.colour("focus"), FOCUS_WIDTH))
        painter.drawRoundedRect(row.adjusted(2, 2, -2, -1), RADIUS, RADIUS)
        painter.restore()


def _elided(text: str, font: QFont, width: float) -> str:
    """In its writer's direction, its dots too, whichever way the page is read."""
    shown = QFontMetricsF(font).elidedText(text.replace("\n", " "), Qt.TextElideMode.ElideRight, width)
    return f"\u2068{shown}\u2069"
