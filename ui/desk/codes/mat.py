"""The mat of the QR page: the sheet of the chosen place as it prints, and what can be made of it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

import regex
from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.domain.errors import AppError
from app.domain.notices import PaperSize
from app.domain.shop import Shop
from ui.desk.codes.sheet_fields import SheetFields
from ui.desk.printing.easel import Easel, Glance
from ui.desk.sheet_view import SheetView, page_points
from ui.desk.tools import Tools
from ui.shared.buttons import CHOICE, ON_WALL, PRIMARY, Button
from ui.shared.labels import hair, label
from ui.shared.scrolling import scrolling

if TYPE_CHECKING:
    from ui.paper.document import Document

WIDTH = 420
PADDING = 40
# The sheet takes so much of the mat's height; "Look closer" shows it large.
SHEET_SHARE, SMALLEST_SHEET = 0.42, 240
# Under the places the mat is at least so high.
SMALLEST = 480
ENDLESS = 16_777_215
LONG_WORD, MAY_BREAK = 12, "\u200b"
_GRAPHEME = regex.compile(r"\X")


class CodesMat(QWidget):
    """`choice_changed` when another sheet is wanted."""

    choice_changed = Signal()

    def __init__(self, tools: Tools, shop: Shop, languages: Sequence[str], network: str) -> None:
        super().__init__()
        self._tools = tools
        self._paper = PaperSize.A4
        self._shown = ""
        self._waits = False
        self.fields = SheetFields(tools, shop, languages, network)
        self.easel = Easel(tools.background)
        self._build()
        self.fields.changed.connect(self.choice_changed)
        self.easel.laid_out.connect(self._take)
        self.easel.refused.connect(self._refuse)
        self.easel.painted.connect(self._paint)

    def show_sheet(self, title: str, paper: PaperSize, make: Callable[[], Document]) -> None:
        """What `make` gives, which is called and drawn aside; until then the last picture stays."""
        self._show_title(title)
        self._shown, self._paper = title, paper
        self._fit_sheet()
        self._kind.setText(self.fields.kind_in_words)
        self._refusal.hide()
        self.try_again.hide()
        self.sheet.show()
        self.fields.show()
        self._offer(True)
        self._offer_code(True)
        self._waits = True
        self.easel.show(make)
        self._look()

    def ask_for_more(self, title: str, sentence: str) -> None:
        """No sheet before something more is typed."""
        self._show_title(title)
        self._kind.setText("")
        self._show_nothing(sentence)
        self.fields.show()

    def tell(self, error: AppError) -> None:
        """Why what was chosen cannot be a sheet; the last one stays while it is mended."""
        self._waits = False
        self._refusal.setText(self._tools.words.error(error))
        self._refusal.show()
        self._offer(False)
        self._offer_code(True)

    def _refuse(self, error: AppError) -> None:
        """What was wrong with a sheet that nobody waits for any more is not told."""
        if self._waits:
            self.tell(error)

    def refuse(self, title: str, sentence: str, *, can_try: bool) -> None:
        """No sheet at all: a code that leads nowhere is not drawn."""
        self._show_title(title)
        self._kind.setText("")
        self._show_nothing(sentence)
        self.fields.hide()
        self.try_again.setVisible(can_try)
        self._offer_code(False)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_sheet()
        self._look()

    def stand_below(self, height: int) -> None:
        """Under the places, as wide as the page."""
        self.setMinimumWidth(0)
        self.setMaximumWidth(ENDLESS)
        self.setFixedHeight(max(SMALLEST, height))

    def stand_beside(self) -> None:
        self.setFixedWidth(self.own_width)
        self.setMinimumHeight(0)
        self.setMaximumHeight(ENDLESS)

    @property
    def own_width(self) -> int:
        """Beside the places, by the size of the text."""
        return round(WIDTH * (1 + (self._tools.theme.text_percent - 100) / 300))

    def _fit_sheet(self) -> None:
        """So high that what can be chosen is seen under it."""
        points = page_points(self._paper)
        high = max(SMALLEST_SHEET, self.height() * SHEET_SHARE)
        self.sheet.setMaximumWidth(round(high * points.width() / points.height()))

    def _show_title(self, title: str) -> None:
        """The owner's own words: a very long one may break, or it would push the mat out of the window."""
        self._title.setText(_breakable(title))
        self._title.setAccessibleName(title)

    def _show_nothing(self, sentence: str) -> None:
        self._waits = False
        self.easel.clear()
        self.sheet.hide()
        self._pages.hide()
        self._refusal.setText(sentence)
        self._refusal.show()
        self._offer(False)
        self._offer_code(True)

    def _offer(self, offered: bool) -> None:
        for button in (self.save, self.print, self.closer):
            button.setEnabled(offered)

    def _offer_code(self, offered: bool) -> None:
        for button in (self.picture, self.drawing):
            button.setEnabled(offered)

    def _look(self) -> None:
        self.easel.look_at(0, round((self.sheet.width() - 4) * self.devicePixelRatioF()))

    def _take(self, glance: Glance) -> None:
        count = len(glance.sizes)
        self._pages.setText(
            self._tools.words.trn(
                "%(count)s sheet, the first is shown", "%(count)s sheets, the first is shown", count
            )
        )
        self._pages.setVisible(count > 1)
        self._look()

    def _paint(self, page: int) -> None:
        image = self.easel.picture(page)
        if image is None or self.sheet.isHidden():
            return

        def paint(painter: QPainter) -> None:
            painter.drawImage(QRectF(0, 0, *self.sheet.points), image)

        self.sheet.show_sheet(self._paper, paint, self._shown)

    def _build(self) -> None:
        theme, tr = self._tools.theme, self._tools.words.tr
        self.setProperty("role", "mat")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._title = label("", "large-bold", wrap=True)
        self._kind = label("", "small", wrap=True)
        self._kind.setAlignment(Qt.AlignmentFlag.AlignRight)
        self.sheet = SheetView(theme)
        self._pages = label("", "small", wrap=True)
        self._pages.setObjectName("code-pages")
        self._pages.hide()
        self._refusal = label("", wrap=True)
        self._refusal.setObjectName("no-poster")
        self.try_again = self._button(
            Button(theme, tr("Try again"), role=ON_WALL, icon="restart"), "probe-again"
        )
        self.picture = self._button(Button(theme, tr("Picture PNG"), role=CHOICE), "save-png")
        self.drawing = self._button(Button(theme, tr("Drawing SVG"), role=CHOICE), "save-svg")
        self.closer = self._button(Button(theme, tr("Look closer"), role=CHOICE), "look-closer")
        self.save = self._button(Button(theme, tr("Save as PDF"), icon="save"), "save-poster")
        self.print = self._button(Button(theme, tr("Print"), role=PRIMARY, icon="print"), "print-poster")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(scrolling(self._content()), 1)
        column.addLayout(self._buttons())

    def _content(self) -> QWidget:
        content = QWidget()
        content.setProperty("role", "plain")
        head = QHBoxLayout()
        head.addWidget(self._title, 1)
        head.addWidget(self._kind, 1, Qt.AlignmentFlag.AlignBottom)
        middle = QHBoxLayout()
        middle.addStretch()
        middle.addWidget(self.sheet, 100)
        middle.addStretch()
        under = QHBoxLayout()
        under.addWidget(self._pages, 1)
        under.addStretch()
        under.addWidget(self.closer)
        pictures = QHBoxLayout()
        pictures.setSpacing(6)
        pictures.addWidget(label(self._tools.words.tr("Code alone"), "small", wrap=True), 1)
        pictures.addWidget(self.picture)
        pictures.addWidget(self.drawing)
        inside = QVBoxLayout(content)
        inside.setContentsMargins(PADDING - 2, 28, PADDING - 2, 12)
        inside.setSpacing(0)
        inside.addLayout(head)
        inside.addSpacing(16)
        inside.addLayout(middle)
        inside.addWidget(self._refusal)
        inside.addSpacing(8)
        inside.addWidget(self.try_again, 0, Qt.AlignmentFlag.AlignLeft)
        inside.addLayout(under)
        inside.addSpacing(8)
        inside.addWidget(self.fields)
        inside.addSpacing(14)
        inside.addWidget(hair())
        inside.addLayout(pictures)
        inside.addWidget(hair())
        inside.addStretch()
        return content

    def _buttons(self) -> QHBoxLayout:
        buttons = QHBoxLayout()
        buttons.setContentsMargins(PADDING, 12, PADDING, 28)
        buttons.setSpacing(12)
        buttons.addStretch()
        buttons.addWidget(self.save)
        buttons.addWidget(self.print)
        return buttons

    def _button(self, button: Button, name: str) -> Button:
        button.setObjectName(name)
        return button


def _breakable(title: str) -> str:
    """A long word with places where it may break, which are not seen."""
    return " ".join(
        MAY_BREAK.join(_GRAPHEME.findall(word)) if len(word) > LONG_WORD else word
        for word in title.split(" ")
    )
