"""The mat of the QR page: the poster of the chosen place as it prints, and what can be made of it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QVBoxLayout, QWidget

from app.domain.notices import PaperSize
from ui.desk.sheet_view import SheetView
from ui.desk.tools import Tools
from ui.shared.buttons import CHOICE, ON_WALL, PRIMARY, Button
from ui.shared.labels import hair, label
from ui.shared.papers import size_in_words
from ui.shared.scrolling import scrolling

WIDTH = 420
PADDING = 40


class PosterMat(QWidget):
    size_chosen = Signal(object)

    def __init__(self, tools: Tools) -> None:
        super().__init__()
        self._tools = tools
        self.size_of_paper = PaperSize.A4
        self._build()
        tools.theme.changed.connect(self._fit)
        self._fit()

    def show_poster(self, title: str, paint: Callable[[QPainter], None]) -> None:
        self._title.setText(title)
        self._kind.setText(self._tools.words.tr("poster, as it prints"))
        self._refusal.hide()
        self.try_again.hide()
        self.sheet.show()
        self.sheet.show_sheet(self.size_of_paper, paint, title)
        self._offer(True)

    def refuse(self, title: str, sentence: str, *, can_try: bool) -> None:
        """No poster: a code that leads nowhere is not drawn."""
        self._title.setText(title)
        self._kind.setText("")
        self.sheet.hide()
        self._refusal.setText(sentence)
        self._refusal.show()
        self.try_again.setVisible(can_try)
        self._offer(False)

    def _offer(self, offered: bool) -> None:
        for button in (self.save, self.picture, self.drawing, self.print):
            button.setEnabled(offered)

    def _build(self) -> None:
        theme, tr = self._tools.theme, self._tools.words.tr
        self.setProperty("role", "mat")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._title = label("", "large-bold", wrap=True)
        self._kind = label("", "small", wrap=True)
        self._kind.setAlignment(Qt.AlignmentFlag.AlignRight)
        head = QHBoxLayout()
        head.addWidget(self._title, 1)
        head.addWidget(self._kind, 1, Qt.AlignmentFlag.AlignBottom)
        self.sheet = SheetView(theme)
        self._refusal = label("", wrap=True)
        self._refusal.setObjectName("no-poster")
        self.try_again = Button(theme, tr("Try again"), role=ON_WALL, icon="restart")
        self.try_again.setObjectName("probe-again")
        sizes = QHBoxLayout()
        sizes.setSpacing(6)
        caption = label(tr("Sheet"), "small")
        caption.setMinimumWidth(64)
        sizes.addWidget(caption)
        group = QButtonGroup(self)
        for size in PaperSize:
            button = Button(theme, size_in_words(size, self._tools.words), role=CHOICE)
            button.setObjectName(f"poster-size-{size.value}")
            button.setCheckable(True)
            button.setChecked(size is self.size_of_paper)
            button.clicked.connect(_chooser(self, size))
            group.addButton(button)
            sizes.addWidget(button)
        sizes.addStretch()
        pictures = QHBoxLayout()
        pictures.setSpacing(6)
        pictures.addWidget(label(tr("Code alone"), "small", wrap=True), 1)
        self.picture = Button(theme, tr("Picture PNG"), role=CHOICE)
        self.picture.setObjectName("save-png")
        self.drawing = Button(theme, tr("Drawing SVG"), role=CHOICE)
        self.drawing.setObjectName("save-svg")
        pictures.addWidget(self.picture)
        pictures.addWidget(self.drawing)
        content = QWidget()
        content.setProperty("role", "plain")
        inside = QVBoxLayout(content)
        inside.setContentsMargins(PADDING - 2, 28, PADDING - 2, 12)
        inside.setSpacing(0)
        inside.addLayout(head)
        inside.addSpacing(16)
        inside.addWidget(self.sheet)
        inside.addWidget(self._refusal)
        inside.addSpacing(8)
        inside.addWidget(self.try_again, 0, Qt.AlignmentFlag.AlignLeft)
        inside.addSpacing(12)
        inside.addLayout(sizes)
        inside.addWidget(hair())
        inside.addLayout(pictures)
        inside.addWidget(hair())
        inside.addStretch()
        scroll = scrolling(content)
        self.save = Button(theme, tr("Save as PDF"), icon="save")
        self.save.setObjectName("save-poster")
        self.print = Button(theme, tr("Print"), role=PRIMARY, icon="print")
        self.print.setObjectName("print-poster")
        buttons = QHBoxLayout()
        buttons.setContentsMargins(PADDING, 12, PADDING, 28)
        buttons.setSpacing(12)
        buttons.addStretch()
        buttons.addWidget(self.save)
        buttons.addWidget(self.print)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(scroll, 1)
        column.addLayout(buttons)

    def choose_size(self, size: PaperSize) -> None:
        self.size_of_paper = size
        self.size_chosen.emit(size)

    def _fit(self) -> None:
        self.setFixedWidth(round(WIDTH * (1 + (self._tools.theme.text_percent - 100) / 300)))


def _chooser(mat: PosterMat, size: PaperSize) -> Callable[[], None]:
    return lambda: mat.choose_size(size)
