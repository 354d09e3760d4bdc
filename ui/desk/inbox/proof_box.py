"""Done: the day, and a photo that proves it."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QDate, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QImage, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from ui.desk.inbox.days import dated, day_field, day_of
from ui.desk.inbox.drafts import Draft
from ui.desk.inbox.field_rows import FieldRows, SideBySide
from ui.desk.tools import Tools
from ui.shared.buttons import OUTLINED, UNDERLINED, Button
from ui.shared.labels import label
from ui.shared.theme import Theme

PICTURE_HEIGHT, PICTURE_WIDTH = 72, 120


class ProofBox(QWidget):
    """`changed` comes with every change by the person, `photo_requested` when she wants to choose one."""

    changed = Signal()
    photo_requested = Signal()
    photo_taken_off = Signal()

    def __init__(self, tools: Tools) -> None:
        super().__init__()
        self._tools = tools
        self._build()
        self._connect()

    @property
    def done_on(self) -> date:
        return day_of(self._day)

    def fill(self, draft: Draft, today: date) -> None:
        self._day.setDate(dated(draft.done_on or today))

    def show_photo(self, image: QImage | None) -> None:
        """The photo that the answer will carry, or none."""
        tr = self._tools.words.tr
        self.picture.show_image(image)
        self.add.set_words(tr("Another photo") if image else tr("Add a photo"))
        self.take_off.setVisible(image is not None)

    def show_error(self, sentence: str) -> None:
        self._error.setText(sentence)
        self._error.setVisible(bool(sentence))

    def allow_photo(self, allowed: bool) -> None:
        """Everybody can see a photo, so a private answer carries none."""
        self._rows.show_row(self._photo, allowed)

    def _build(self) -> None:
        theme, tr = self._tools.theme, self._tools.words.tr
        self._day = self.day = day_field(self._tools, tr("Done on"), "done-on")
        self.picture = Picture(theme)
        self.picture.setAccessibleName(tr("The photo"))
        self.add = Button(theme, tr("Add a photo"), role=OUTLINED, icon="picture")
        self.add.setObjectName("add-photo")
        self.take_off = Button(theme, tr("Take it off"), role=UNDERLINED)
        self.take_off.setObjectName("take-photo-off")
        self._photo = SideBySide(theme, self.picture, self.add, self.take_off)
        self._rows = FieldRows(theme)
        self._rows.add(tr("Done on"), SideBySide(theme, self._day))
        self._rows.add(tr("Proof"), self._photo)
        self._error = label("", "error", wrap=True)
        self._error.setObjectName("error-photo")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self._rows)
        column.addWidget(self._error)
        self._error.hide()
        self.show_photo(None)

    def _connect(self) -> None:
        self._day.dateChanged.connect(self._hear_day)
        self.add.clicked.connect(self.photo_requested)
        self.take_off.clicked.connect(self.photo_taken_off)

    def _hear_day(self, _day: QDate) -> None:
        self.changed.emit()


class Picture(QWidget):
    """The photo, small and whole."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._image = QImage()
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.updateGeometry)

    def show_image(self, image: QImage | None) -> None:
        self._image = image or QImage()
        self.setVisible(image is not None)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        room = QSize(self._theme.px(PICTURE_WIDTH), self._theme.px(PICTURE_HEIGHT))
        return self._image.size().scaled(room, Qt.AspectRatioMode.KeepAspectRatio)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.drawImage(QRectF(self.rect()), self._image)
        painter.setPen(self._theme.colour("line"))
        painter.drawRect(self.rect().adjusted(0, 0, -1, -1))
