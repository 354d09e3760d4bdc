"""The pages at the side as small pictures: painted when they are seen, however many there are."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRectF,
    QSize,
    QSizeF,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QImage, QPainter, QPen, QResizeEvent
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from app.theme import FOCUS_WIDTH, LIGHT, RADIUS
from app.words import Words
from ui.desk.tools import Tools
from ui.shared.focus_ring import OWN_RING
from ui.shared.notes import paint_sheet
from ui.shared.theme import Theme

WIDTH = 132
SMALL_WIDTH = 84
TALLEST = 126
PADDING = 12
Index = QModelIndex | QPersistentModelIndex


class PageList(QListView):
    """`page_chosen` carries the page, from 0; `pages_seen` which lie in view."""

    page_chosen = Signal(int)
    pages_seen = Signal(object)

    def __init__(self, tools: Tools, picture: Callable[[int], QImage | None]) -> None:
        super().__init__()
        self._theme = tools.theme
        self._model = _Pages(tools.words)
        self.setModel(self._model)
        self.setItemDelegate(_SmallPage(tools.theme, self._model, picture, self))
        self.setProperty(OWN_RING, True)
        self.setAccessibleName(tools.words.tr("Pages"))
        self.setObjectName("print-pages")
        self.setUniformItemSizes(True)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.verticalScrollBar().valueChanged.connect(self._tell_seen)
        self.selectionModel().currentChanged.connect(self._tell_chosen)
        tools.theme.changed.connect(self._fit)
        self._fit()

    @property
    def small_width(self) -> int:
        """In dots of the screen."""
        return round(self._theme.px(SMALL_WIDTH) * self.devicePixelRatioF())

    def show_pages(self, sizes: Sequence[QSizeF]) -> None:
        self._model.take(sizes)
        self.doItemsLayout()
        self._tell_seen()

    def choose(self, page: int) -> None:
        index = self._model.index(page)
        if index != self.currentIndex():
            self.setCurrentIndex(index)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._tell_seen()

    def _tell_chosen(self, index: QModelIndex) -> None:
        if index.isValid():
            self.page_chosen.emit(index.row())

    def _tell_seen(self) -> None:
        view = self.viewport().rect()
        first, last = self.indexAt(view.topLeft()), self.indexAt(view.bottomLeft())
        start = first.row() if first.isValid() else 0
        end = last.row() if last.isValid() else self._model.rowCount() - 1
        self.pages_seen.emit(range(start, end + 1))

    def _fit(self) -> None:
        self.setFixedWidth(self._theme.px(WIDTH))
        self.doItemsLayout()


class _Pages(QAbstractListModel):
    def __init__(self, words: Words) -> None:
        super().__init__()
        self._words = words
        self.sizes: Sequence[QSizeF] = ()

    def take(self, sizes: Sequence[QSizeF]) -> None:
        self.beginResetModel()
        self.sizes = sizes
        self.endResetModel()

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self.sizes)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self._words.tr("Page %(page)s of %(pages)s", page=index.row() + 1, pages=len(self.sizes))
        return None


class _SmallPage(QStyledItemDelegate):
    def __init__(
        self, theme: Theme, pages: _Pages, picture: Callable[[int], QImage | None], parent: QObject
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._pages = pages
        self._picture = picture

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        theme = self._theme
        tallest = max((self._size_of(size).height() for size in self._pages.sizes[:1]), default=0)
        return QSize(theme.px(WIDTH), round(tallest) + 2 * PADDING + theme.px(20))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        theme, row = self._theme, QRectF(option.rect)
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.save()
        if chosen:
            painter.fillRect(row, theme.colour("paper"))
            if theme.is_high_contrast:
                painter.setPen(QPen(theme.colour("ink"), 3))
                painter.drawRect(row.adjusted(1.5, 1.5, -1.5, -1.5))
        size = self._size_of(self._pages.sizes[index.row()])
        sheet = QRectF(0, row.top() + PADDING, size.width(), size.height())
        sheet.moveLeft(row.center().x() - size.width() / 2)
        paint_sheet(painter, theme, sheet, QColor(LIGHT.paper))
        picture = self._picture(index.row())
        if picture is not None:
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Multiply)
            painter.drawImage(sheet.adjusted(1, 1, -1, -1), picture)
            painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_SourceOver)
        self._write_number(painter, row, index.row() + 1, chosen)
        if option.state & QStyle.StateFlag.State_HasFocus:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(theme.colour("focus"), FOCUS_WIDTH))
            painter.drawRoundedRect(row.adjusted(2, 2, -2, -2), RADIUS, RADIUS)
        painter.restore()

    def _write_number(self, painter: QPainter, row: QRectF, number: int, chosen: bool) -> None:
        foot = row.adjusted(0, row.height() - PADDING / 2 - self._theme.px(20), 0, -PADDING / 2)
        painter.setFont(self._theme.font(13, bold=chosen, tabular=True))
        painter.setPen(self._theme.colour("ink" if chosen else "ink_soft"))
        painter.drawText(foot, Qt.AlignmentFlag.AlignCenter, str(number))

    def _size_of(self, points: QSizeF) -> QSizeF:
        """As large as the column lets it be."""
        theme = self._theme
        room = QSizeF(theme.px(SMALL_WIDTH), theme.px(TALLEST))
        return points.scaled(room, Qt.AspectRatioMode.KeepAspectRatio)
