"""The places where codes hang, as rows: the code, scans as number and bar, ideas, whether it leads here."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum
from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    QRectF,
    QSize,
    Qt,
)
from PySide6.QtGui import QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from app.domain.placements import Placement
from app.theme import FOCUS_WIDTH, RADIUS
from app.words import Words
from ui.desk.codes.code_view import paint_framed_code
from ui.desk.tools import Tools
from ui.shared.focus_ring import OWN_RING
from ui.shared.icons import paint_icon
from ui.shared.mirror import Sides
from ui.shared.theme import Theme

Index = QModelIndex | QPersistentModelIndex
PLACE_ROLE = Qt.ItemDataRole.UserRole + 1
NO_PARENT = QModelIndex()
ROW_HEIGHT = 72
HEAD_HEIGHT = 36
CODE_SIDE = 56
# Narrower rows have no room for the bar.
WIDE_ROW = 620


class Leads(Enum):
    """Where the code of a place leads now."""

    NOT_PRINTED = "not printed"
    HERE = "here"
    NOWHERE = "nowhere"
    ELSEWHERE = "elsewhere"


@dataclass(frozen=True, slots=True)
class Place:
    """A placement as its row shows it; `link` is empty while no code may be drawn."""

    placement: Placement
    link: str
    leads: Leads


@dataclass(frozen=True, slots=True)
class Columns:
    """Where the parts of a row lie. A narrow row has no bar, and says its address under its place."""

    label: QRectF
    scans: QRectF
    bar: QRectF | None
    ideas: QRectF
    leads: QRectF

    @classmethod
    def on(cls, rect: QRectF, theme: Theme, painter: QPainter) -> Columns:
        """As `painter` reads the page."""
        made, sides = cls.of(rect, theme), Sides.within(rect, painter)
        bar = None if made.bar is None else sides.place(made.bar)
        return cls(
            sides.place(made.label),
            sides.place(made.scans),
            bar,
            sides.place(made.ideas),
            sides.place(made.leads),
        )

    @classmethod
    def of(cls, rect: QRectF, theme: Theme) -> Columns:
        left = rect.left() + CODE_SIDE + 32
        if rect.width() < theme.px(WIDE_ROW):
            return cls._narrow(rect, left, theme)
        number, leads = theme.px(64), theme.px(220)
        room = rect.right() - left - leads - 2 * number - 48
        label = room * 0.62
        bar_left = left + label + number + 16
        ideas_left = bar_left + room - label
        return cls(
            QRectF(left, rect.top(), label, rect.height()),
            QRectF(left + label, rect.top(), number, rect.height()),
            QRectF(bar_left, rect.top(), room - label, rect.height()),
            QRectF(ideas_left, rect.top(), number, rect.height()),
            QRectF(ideas_left + number + 32, rect.top(), leads, rect.height()),
        )

    @classmethod
    def _narrow(cls, rect: QRectF, left: float, theme: Theme) -> Columns:
        number, middle = theme.px(54), rect.center().y()
        label = rect.right() - left - 2 * number - 12
        ideas_left = rect.right() - number - 12
        line = theme.px(24)
        return cls(
            QRectF(left, middle - line, label, line),
            QRectF(ideas_left - number, rect.top(), number, rect.height()),
            None,
            QRectF(ideas_left, rect.top(), number, rect.height()),
            QRectF(left, middle, label, line),
        )


class PlaceModel(QAbstractListModel):
    def __init__(self, words: Words, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self._places: list[Place] = []

    @property
    def most_scans(self) -> int:
        return max((place.placement.scans for place in self._places), default=0)

    def rowCount(self, parent: Index = NO_PARENT) -> int:
        return 0 if parent.isValid() else len(self._places)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        place = self._places[index.row()]
        if role == PLACE_ROLE:
            return place
        if role == Qt.ItemDataRole.DisplayRole:
            return place.placement.label
        if role == Qt.ItemDataRole.AccessibleTextRole:
            found = place.placement
            return ". ".join(
                (
                    found.label,
                    self._words.trn("%(count)s scan", "%(count)s scans", found.scans),
                    self._words.trn("%(count)s idea", "%(count)s ideas", found.ideas),
                    leads_words(place.leads, self._words),
                )
            )
        return None

    def place_at(self, row: int) -> Place | None:
        return self._places[row] if 0 <= row < len(self._places) else None

    def show_places(self, places: Sequence[Place]) -> None:
        """Take over what is known now; the same places in the same order keep their rows."""
        if [each.placement.id for each in places] == [each.placement.id for each in self._places]:
            self._places = list(places)
            if places:
                self.dataChanged.emit(self.index(0), self.index(len(places) - 1))
            return
        self.beginResetModel()
        self._places = list(places)
        self.endResetModel()


class PlaceRows(QListView):
    def __init__(self, tools: Tools, model: PlaceModel) -> None:
        super().__init__()
        self.setModel(model)
        self.setObjectName("places")
        self.setAccessibleName(tools.words.tr("Places"))
        self.setItemDelegate(_PlaceDelegate(tools, model, self))
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setUniformItemSizes(True)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setProperty(OWN_RING, True)
        tools.theme.changed.connect(self.doItemsLayout)


class PlaceHead(QWidget):
    """The names of the columns, over the rows."""

    def __init__(self, tools: Tools) -> None:
        super().__init__()
        self._tools = tools
        tools.theme.changed.connect(self._fit)
        self._fit()

    def paintEvent(self, event: object) -> None:
        theme, tr = self._tools.theme, self._tools.words.tr
        painter = QPainter(self)
        columns = Columns.on(QRectF(self.rect()), theme, painter)
        painter.setFont(theme.font(13))
        painter.setPen(theme.colour("ink_soft"))
        middle = Qt.AlignmentFlag.AlignVCenter
        caption = QRectF(columns.label.left(), 0, columns.label.width(), self.height())
        painter.drawText(caption, middle, tr("Hangs at"))
        painter.drawText(columns.scans, middle | Qt.AlignmentFlag.AlignRight, tr("Scans"))
        painter.drawText(columns.ideas, middle | Qt.AlignmentFlag.AlignRight, tr("Ideas"))
        if columns.bar is not None:
            painter.drawText(columns.leads, middle, tr("Its address"))
        painter.fillRect(0, self.height() - 1, self.width(), 1, theme.colour("line"))

    def _fit(self) -> None:
        self.setFixedHeight(self._tools.theme.px(HEAD_HEIGHT))


class _PlaceDelegate(QStyledItemDelegate):
    def __init__(self, tools: Tools, model: PlaceModel, parent: QObject) -> None:
        super().__init__(parent)
        self._theme = tools.theme
        self._words = tools.words
        self._model = model

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(option.rect.width(), max(ROW_HEIGHT, self._theme.px(64)))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        place: Place = index.data(PLACE_ROLE)
        theme, rect = self._theme, QRect(option.rect)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(rect, theme.colour("paper"))
            if theme.is_high_contrast:
                painter.setPen(QPen(theme.colour("ink"), 2))
                painter.drawRect(rect.adjusted(1, 1, -2, -2))
        painter.fillRect(rect.left(), rect.bottom(), rect.width(), 1, theme.colour("hair"))
        self._paint_code(painter, place, rect)
        columns = Columns.on(QRectF(rect), theme, painter)
        self._paint_numbers(painter, place.placement, columns)
        self._paint_leads(painter, place.leads, columns)
        if option.state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QPen(theme.colour("focus"), FOCUS_WIDTH))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(rect).adjusted(2, 2, -2, -3), RADIUS, RADIUS)
        painter.restore()

    def _paint_code(self, painter: QPainter, place: Place, rect: QRect) -> None:
        top = rect.top() + (rect.height() - CODE_SIDE) / 2
        square = Sides.within(QRectF(rect), painter).place(
            QRectF(rect.left() + 12, top, CODE_SIDE, CODE_SIDE)
        )
        if place.link:
            paint_framed_code(painter, square, place.link)
            return
        painter.setPen(QPen(self._theme.colour("line"), 1, Qt.PenStyle.DashLine))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(square.adjusted(4, 4, -4, -4))
        paint_icon(painter, "qr", square.adjusted(17, 17, -17, -17), self._theme.colour("line"))

    def _paint_numbers(self, painter: QPainter, placement: Placement, columns: Columns) -> None:
        theme, middle = self._theme, Qt.AlignmentFlag.AlignVCenter
        bold = theme.font(16, bold=True)
        label = QFontMetricsF(bold).elidedText(
            placement.label, Qt.TextElideMode.ElideRight, columns.label.width() - 8
        )
        painter.setPen(theme.colour("ink"))
        painter.setFont(bold)
        painter.drawText(columns.label, middle, label)
        painter.setFont(theme.font(16, tabular=True))
        right = middle | Qt.AlignmentFlag.AlignRight
        painter.drawText(columns.scans, right, f"{placement.scans:,}")
        painter.drawText(columns.ideas, right, f"{placement.ideas:,}")
        most = self._model.most_scans
        if columns.bar is not None and most and placement.scans:
            height = theme.px(10)
            length = max(3.0, columns.bar.width() * placement.scans / most)
            top = columns.bar.center().y() - height / 2
            bar = QRectF(columns.bar.left(), top, length, height)
            painter.fillRect(Sides.within(columns.bar, painter).place(bar), theme.colour("line"))

    def _paint_leads(self, painter: QPainter, leads: Leads, columns: Columns) -> None:
        theme, rect = self._theme, columns.leads
        icon, colour = {
            Leads.HERE: ("check", "leaf"),
            Leads.NOWHERE: ("warning", "rose"),
            Leads.ELSEWHERE: ("warning", "ochre"),
            Leads.NOT_PRINTED: ("", "ink_soft"),
        }[leads]
        left = rect.left()
        ink = theme.colour(colour)
        if icon:
            side = theme.px(18)
            place = QRectF(left, rect.center().y() - side / 2, side, side)
            paint_icon(painter, icon, Sides.within(rect, painter).place(place), ink)
            left += side + 8
        painter.setPen(ink)
        font = theme.font(16 if columns.bar is not None else 13)
        painter.setFont(font)
        text = QFontMetricsF(font).elidedText(
            leads_words(leads, self._words), Qt.TextElideMode.ElideRight, rect.right() - left
        )
        said = QRectF(left, rect.top(), rect.right() - left, rect.height())
        painter.drawText(Sides.within(rect, painter).place(said), Qt.AlignmentFlag.AlignVCenter, text)


def leads_words(leads: Leads, words: Words) -> str:
    return {
        Leads.HERE: words.tr("reaches you"),
        Leads.NOWHERE: words.tr("does not answer"),
        Leads.ELSEWHERE: words.tr("printed with another address"),
        Leads.NOT_PRINTED: words.tr("not printed yet"),
    }[leads]
