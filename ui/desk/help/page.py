"""Help: the pages that came with the program, one at a time, to be read in peace."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QButtonGroup, QGridLayout, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from ui.desk.help.reading import Block, HelpText, Kind
from ui.desk.shop.cells import Flow
from ui.desk.tools import Tools
from ui.shared.labels import hair, label
from ui.shared.tabs import Tab

MARGIN = 40
# 45 to 70 letters a line.
LINE_WIDTH = 600
ROLES = {Kind.TITLE: "title", Kind.HEADING: "large-bold", Kind.COMMAND: "command"}
SPACE_BEFORE = {Kind.HEADING: 14, Kind.ITEM: 0, Kind.ROW: 0}


class HelpPage(QWidget):
    def __init__(self, tools: Tools, texts: Sequence[HelpText]) -> None:
        super().__init__()
        self._tools = tools
        self._texts = list(texts)
        self._tabs = [Tab(tools.theme, text.title) for text in self._texts]
        self._group = QButtonGroup(self)
        self._sheet: QWidget | None = None
        self._build()
        tools.theme.changed.connect(self._fit)
        self._fit()
        if self._texts:
            self._tabs[0].setChecked(True)
            self.setFocusProxy(self._tabs[0])
            self.show_text(0)

    @property
    def shown(self) -> str:
        """The title of the page that lies open."""
        place = self._group.checkedId()
        return self._texts[place].title if place >= 0 else ""

    def show_text(self, place: int) -> None:
        if self._sheet is not None:
            self._sheet.setParent(None)
            self._sheet.deleteLater()
        self._sheet = help_sheet(self._texts[place].blocks)
        self._column.insertWidget(0, self._sheet)
        self._scroll.verticalScrollBar().setValue(0)

    def _build(self) -> None:
        tr = self._tools.words.tr
        for place, tab in enumerate(self._tabs):
            tab.setObjectName(f"help-{place}")
            self._group.addButton(tab, place)
        self._group.idClicked.connect(self.show_text)
        self._inside = QWidget()
        self._inside.setProperty("role", "plain")
        self._column = QVBoxLayout(self._inside)
        self._column.setContentsMargins(MARGIN, 18, MARGIN, 28)
        self._column.addStretch()
        self._scroll = QScrollArea()
        self._scroll.setWidgetResizable(True)
        self._scroll.setObjectName("help-text")
        # The arrow keys move the text.
        self._scroll.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._scroll.setAccessibleName(tr("Help"))
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setWidget(self._inside)
        head = QHBoxLayout()
        head.setContentsMargins(MARGIN - 12, 14, MARGIN, 10)
        head.addWidget(Flow(self._tools.theme, self._tabs))
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addLayout(head)
        whole.addWidget(hair())
        whole.addWidget(self._scroll, 1)

    def _fit(self) -> None:
        self._inside.setMaximumWidth(self._tools.theme.px(LINE_WIDTH) + 2 * MARGIN)


def help_sheet(blocks: Sequence[Block]) -> QWidget:
    made = QWidget()
    column = QVBoxLayout(made)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(8)
    table: QGridLayout | None = None
    for block in blocks:
        if block.kind is not Kind.ROW:
            table = None
            column.addSpacing(SPACE_BEFORE.get(block.kind, 4))
            column.addWidget(_shown(block))
        elif table is None:
            table = QGridLayout()
            table.setHorizontalSpacing(24)
            table.setColumnStretch(1, 1)
            column.addLayout(table)
            if any(block.parts):
                _add_row(table, block, "small-bold")
        else:
            _add_row(table, block, "")
    return made


def _shown(block: Block) -> QWidget:
    if block.kind is not Kind.ITEM:
        shown = label(block.parts[0], ROLES.get(block.kind, ""), wrap=True)
        if block.kind is Kind.COMMAND:
            shown.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        return shown
    mark, text = block.parts
    made = QWidget()
    row = QHBoxLayout(made)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(10)
    row.addWidget(label(mark, "soft"), 0, Qt.AlignmentFlag.AlignTop)
    row.addWidget(label(text, wrap=True), 1)
    return made


def _add_row(table: QGridLayout, block: Block, role: str) -> None:
    place = table.rowCount()
    for column, cell in enumerate(block.parts):
        table.addWidget(label(cell, role, wrap=column > 0), place, column, Qt.AlignmentFlag.AlignTop)
