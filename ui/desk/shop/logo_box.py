"""The shop's logo: chosen from a file or dropped here, shown as it is worn, removed."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from app.theme import NOTE_RADIUS
from ui.desk.shop.cells import Flow
from ui.desk.shop.logo_keeper import LogoKeeper
from ui.desk.tools import Tools
from ui.shared.buttons import ON_WALL, UNDERLINED, Button
from ui.shared.icons import paint_icon
from ui.shared.labels import label
from ui.shared.logo import is_dark, paint_logo
from ui.shared.theme import Theme

HEIGHT = 56
WIDTH = 112
PADDING = 8


class LogoBox(QWidget):
    """What is done here is done at once, and undone like every step."""

    def __init__(self, tools: Tools, keeper: LogoKeeper) -> None:
        super().__init__()
        self._tools = tools
        self._keeper = keeper
        self.setAcceptDrops(True)
        self._build()
        self.choose.clicked.connect(self._ask)
        self.remove.clicked.connect(self._remove)
        keeper.changed.connect(self._show)
        keeper.refused.connect(self._refuse)
        self._show()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if any(url.isLocalFile() for url in event.mimeData().urls()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """The first file of what is dropped."""
        files = [url.toLocalFile() for url in event.mimeData().urls() if url.isLocalFile()]
        if files:
            event.acceptProposedAction()
            self._refuse("")
            self._keeper.choose(Path(files[0]))

    def _ask(self) -> None:
        self._refuse("")
        self._keeper.ask()

    def _remove(self) -> None:
        self._refuse("")
        self._keeper.remove()
        self.choose.setFocus()

    def _refuse(self, sentence: str) -> None:
        self.error.setText(sentence)
        self.error.setVisible(bool(sentence))

    def _show(self) -> None:
        worn, tr = not self._keeper.image.isNull(), self._tools.words.tr
        self.remove.setVisible(worn)
        self.choose.set_words(tr("Choose another picture") if worn else tr("Choose a picture"))
        self._picture.setAccessibleName(tr("Your logo") if worn else tr("The teacup, while there is no logo"))
        self._refuse("")
        self._picture.update()
        self._row.settle()

    def _build(self) -> None:
        theme, tr = self._tools.theme, self._tools.words.tr
        self._picture = _Worn(theme, self._keeper)
        self.choose = Button(theme, "", role=ON_WALL, icon="picture")
        self.choose.setObjectName("logo-choose")
        self.remove = Button(theme, tr("Remove"), role=UNDERLINED)
        self.remove.setObjectName("logo-remove")
        self.remove.setAccessibleName(tr("Remove the logo"))
        self.error = label("", "error", wrap=True)
        self.error.setObjectName("logo-error")
        self._row = Flow(theme, [self._picture, self.choose, self.remove])
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(self._row)
        column.addWidget(self.error)


class _Worn(QWidget):
    """The logo on a slip of paper, or the teacup."""

    def __init__(self, theme: Theme, keeper: LogoKeeper) -> None:
        super().__init__()
        self._theme = theme
        self._keeper = keeper
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.updateGeometry)

    def sizeHint(self) -> QSize:
        return QSize(self._theme.px(WIDTH), self._theme.px(HEIGHT))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, theme = QPainter(self), self._theme
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(theme.colour("hair"), 1))
        painter.setBrush(theme.colour("paper"))
        frame = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.drawRoundedRect(frame, NOTE_RADIUS, NOTE_RADIUS)
        inside = frame.adjusted(PADDING, PADDING, -PADDING, -PADDING)
        logo = self._keeper.image
        if logo.isNull():
            side = inside.height()
            place = QRectF(inside.center().x() - side / 2, inside.top(), side, side)
            paint_icon(painter, "mark", place, theme.colour("brick"))
        else:
            share = min(inside.width() / logo.width(), inside.height() / logo.height())
            width = logo.width() * share
            inside.setLeft(inside.center().x() - width / 2)
            inside.setWidth(width)
            paint_logo(painter, logo, inside, on_dark=is_dark(theme.colour("paper")))
