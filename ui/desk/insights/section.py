"""One picture of the page: what one sees in a sentence, the picture or its table, and both to keep."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QHeaderView,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from app.tables import Table
from ui.desk.insights.pictures import Picture
from ui.desk.tools import Tools
from ui.shared.buttons import UNDERLINED, Button
from ui.shared.charts.view import ChartView
from ui.shared.labels import label

TABLE_ROWS = 12


class Section(QWidget):
    """`picture_wanted` and `table_wanted`: the person wants to keep that of this section."""

    picture_wanted = Signal()
    table_wanted = Signal()

    def __init__(self, tools: Tools, key: str) -> None:
        super().__init__()
        self._tools = tools
        self.setObjectName(f"insight-{key}")
        self.picture: Picture | None = None
        self._table: QTableWidget | None = None
        self._build(key)

    def show_picture(self, picture: Picture) -> None:
        self.picture = picture
        self._title.setText(picture.title)
        self._sentence.setText(picture.sentence)
        self.chart.setAccessibleName(f"{picture.title}. {picture.sentence}")
        if picture.draw is not None:
            self.chart.show_drawing(picture.draw)
        self._foot.setVisible(picture.draw is not None)
        self._fill_table()
        self._show_which()

    def _build(self, key: str) -> None:
        theme, tr = self._tools.theme, self._tools.words.tr
        self._title = label("", "large-bold", wrap=True)
        self._sentence = label("", "soft", wrap=True)
        self.chart = ChartView(theme, key)
        self.chart.setObjectName(f"chart-{key}")
        self.as_table = Button(theme, tr("Table"), role=UNDERLINED)
        self.as_table.setObjectName(f"table-{key}")
        self.as_table.setCheckable(True)
        self.as_table.toggled.connect(self._show_which)
        self.keep_picture = Button(theme, tr("Save the picture"), role=UNDERLINED)
        self.keep_picture.setObjectName(f"save-picture-{key}")
        self.keep_picture.clicked.connect(self.picture_wanted)
        self.keep_table = Button(theme, tr("Save the table"), role=UNDERLINED)
        self.keep_table.setObjectName(f"save-table-{key}")
        self.keep_table.clicked.connect(self.table_wanted)
        self._foot = QWidget()
        foot = QHBoxLayout(self._foot)
        foot.setContentsMargins(0, 4, 0, 0)
        foot.setSpacing(20)
        for button in (self.as_table, self.keep_picture, self.keep_table):
            foot.addWidget(button)
        foot.addStretch()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(4)
        self._column.addWidget(self._title)
        self._column.addWidget(self._sentence)
        self._column.addSpacing(12)
        self._column.addWidget(self.chart)
        self._column.addWidget(self._foot)
        self._column.addStretch()

    def _show_which(self) -> None:
        has_drawing = self.picture is not None and self.picture.draw is not None
        as_table = has_drawing and self.as_table.isChecked()
        self.as_table.set_words(
            self._tools.words.tr("Picture") if as_table else self._tools.words.tr("Table")
        )
        if as_table and self._table is None:
            self._make_table()
        if self._table is not None:
            self._table.setVisible(as_table)
        self.chart.setVisible(has_drawing and not as_table)

    def _make_table(self) -> None:
        self._table = QTableWidget()
        self._table.setObjectName(f"{self.objectName()}-table")
        self._table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self._table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self._table.setShowGrid(False)
        self._table.setTabKeyNavigation(False)
        self._table.verticalHeader().hide()
        self._table.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        self._table.horizontalHeader().setHighlightSections(False)
        self._table.horizontalHeader().setDefaultAlignment(
            Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter
        )
        self._column.insertWidget(self._column.indexOf(self.chart) + 1, self._table)
        self._fill_table()

    def _fill_table(self) -> None:
        if self._table is None or self.picture is None:
            return
        fill_table(self._table, self.picture.table)
        self._table.setAccessibleName(self.picture.title)
        shown = min(self._table.rowCount(), TABLE_ROWS) + 1
        self._table.setFixedHeight(shown * self._tools.theme.px(32) + 4)
        for row in range(self._table.rowCount()):
            self._table.setRowHeight(row, self._tools.theme.px(32))


def fill_table(widget: QTableWidget, table: Table) -> None:
    """Numbers stand at the end of their cell, words at its beginning; a cell shows letters, never markup."""
    widget.setColumnCount(len(table.headings))
    widget.setRowCount(len(table.rows))
    widget.setHorizontalHeaderLabels(table.headings)
    for row, cells in enumerate(table.rows):
        for column, cell in enumerate(cells):
            item = QTableWidgetItem(f"{cell:,}" if isinstance(cell, int) else cell)
            edge = Qt.AlignmentFlag.AlignTrailing if isinstance(cell, int) else Qt.AlignmentFlag.AlignLeading
            item.setTextAlignment(edge | Qt.AlignmentFlag.AlignVCenter)
            widget.setItem(row, column, item)
