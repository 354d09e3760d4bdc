"""A sentence that begins with the number of a sheet, which stands bold in it; wraps like any other."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QSize, Qt
from PySide6.QtGui import QFont, QPainter, QPaintEvent, QTextCharFormat, QTextLayout, QTextOption
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.shared.theme import Theme

LINE_HEIGHT = 1.36


class NumberedWords(QWidget):
    def __init__(self, theme: Theme, *, size: int = 16, ink: str = "ink") -> None:
        super().__init__()
        self._theme, self._size, self._ink = theme, size, ink
        self._text, self._number = "", ""
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        theme.changed.connect(self.updateGeometry)

    @property
    def text(self) -> str:
        return self._text

    def say(self, text: str, number: int) -> None:
        self._text, self._number = text, f"{number}"
        self.setAccessibleName(text)
        self.updateGeometry()
        self.update()

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self._lay_out(width)[1]

    def sizeHint(self) -> QSize:
        return QSize(200, self.heightForWidth(max(self.width(), 120)))

    def minimumSizeHint(self) -> QSize:
        return QSize(80, self._theme.px(self._size))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setPen(self._theme.colour(self._ink))
        self._lay_out(self.width())[0].draw(painter, QPointF(0, 0))

    def _lay_out(self, width: int) -> tuple[QTextLayout, int]:
        font = self._theme.font(self._size, tabular=True)
        layout = QTextLayout(self._text, font)
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        option.setTextDirection(self.layoutDirection())
        option.setAlignment(Qt.AlignmentFlag.AlignLeading)
        layout.setTextOption(option)
        layout.setFormats(self._bold())
        pitch = round(font.pixelSize() * LINE_HEIGHT)
        top = 0
        layout.beginLayout()
        while (line := layout.createLine()).isValid():
            line.setLineWidth(width)
            line.setPosition(QPointF(0, top + (pitch - line.height()) / 2))
            top += pitch
        layout.endLayout()
        return layout, top

    def _bold(self) -> list[QTextLayout.FormatRange]:
        start = self._text.find(self._number)
        if start < 0:
            return []
        made = QTextLayout.FormatRange()
        made.start = len(self._text[:start].encode("utf-16-le")) // 2
        made.length = len(self._number)
        bold = QTextCharFormat()
        bold.setFontWeight(QFont.Weight.Bold)
        made.format = bold
        return [made]
