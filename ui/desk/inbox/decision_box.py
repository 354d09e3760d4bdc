"""What did you decide? Six stamps, two by three, each with its shape, icon and word."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QDate, QEvent, QLocale, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QButtonGroup,
    QHBoxLayout,
    QLineEdit,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from app.domain.ideas import DECISIONS, Status
from ui.desk import wording
from ui.desk.tools import Tools
from ui.shared.choices import DayChoice
from ui.shared.icons import STATUS_ICONS, paint_icon
from ui.shared.labels import label
from ui.shared.large_text import direction_for, is_large
from ui.shared.stamps import paint_stamp_frame, stamp_ink
from ui.shared.theme import Theme

ORDER = (
    Status.CONSIDERING,
    Status.TRIAL,
    Status.PLANNED,
    Status.ALREADY,
    Status.DONE,
    Status.DECLINED,
)
CELL_HEIGHT = 40
TRIAL_DAYS = 30
assert set(ORDER) == set(DECISIONS)


class DecisionBox(QWidget):
    """`changed` comes with every change by the person; the error lines stand at the fields they mean."""

    changed = Signal()

    def __init__(self, tools: Tools) -> None:
        super().__init__()
        self._tools = tools
        self._buttons: dict[Status, StampButton] = {}
        self._is_filling = False
        self._build()
        self._connect()
        tools.theme.changed.connect(self._fit)
        self._fit()

    @property
    def status(self) -> Status:
        return next((status for status, button in self._buttons.items() if button.isChecked()), Status.NEW)

    def choose(self, status: Status) -> None:
        """As if the person pressed the stamp; pressing the chosen one takes it away."""
        self._buttons[status].click()

    def button(self, status: Status) -> StampButton:
        return self._buttons[status]

    def fill(self, status: Status, reason: str, until: QDate) -> None:
        self._is_filling = True
        self._group.setExclusive(False)
        for each, button in self._buttons.items():
            button.setChecked(each is status)
        self._group.setExclusive(True)
        self.reason.setText(reason)
        self.until.setDate(until)
        self._is_filling = False
        self._show_fields()
        self.show_error("", "")

    def show_error(self, field: str, sentence: str) -> None:
        """Under the field that is meant: `status`, `reason` or `until`; nothing when empty."""
        for name, line in self._errors.items():
            line.setText(sentence if name == field else "")
            line.setVisible(name == field and bool(sentence))
        for name, widget in (("reason", self.reason), ("until", self.until)):
            _mark_wrong(widget, name == field and bool(sentence))

    def _build(self) -> None:
        tr = self._tools.words.tr
        self._group = QButtonGroup(self)
        for place, status in enumerate(ORDER, 1):
            button = StampButton(self._tools.theme, status, tr(wording.STATUS_WORDS[status]), str(place))
            button.setObjectName(f"decision-{status.value}")
            self._buttons[status] = button
            self._group.addButton(button)
        self._until_label = label(tr("Trial until"), "small")
        self.until = DayChoice(self._tools.theme)
        self.until.setObjectName("trial-until")
        self.until.setLocale(
            QLocale("en_GB" if self._tools.words.language == "en" else self._tools.words.language)
        )
        self.until.setAccessibleName(tr("Trial until"))
        self._reason_label = label(tr("Because"), "small")
        self.reason = QLineEdit()
        self.reason.setObjectName("reason")
        self.reason.setAccessibleName(tr("Because"))
        self.reason.setPlaceholderText(tr("one short, honest reason; it hangs on the wall too"))
        self._errors = {name: label("", "error", wrap=True) for name in ("status", "until", "reason")}
        for name, line in self._errors.items():
            line.setObjectName(f"error-{name}")
        self._extra = QWidget()
        row = QHBoxLayout(self._extra)
        self._fields = row
        row.setContentsMargins(0, 10, 0, 0)
        row.setSpacing(12)
        for part in (self._until_label, self.until, self._reason_label, self.reason):
            row.addWidget(part)
        row.addStretch()
        row.setStretchFactor(self.reason, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(label(tr("What did you decide?"), "heading"))
        column.addSpacing(4)
        column.addWidget(StampGrid([self._buttons[status] for status in ORDER]))
        column.addWidget(self._extra)
        for line in self._errors.values():
            line.hide()
            column.addWidget(line)
        self._show_fields()

    def _fit(self) -> None:
        theme = self._tools.theme
        self._fields.setDirection(direction_for(theme))
        self.until.setDisplayFormat("d MMMM" if is_large(theme) else "dddd d MMMM")

    def _connect(self) -> None:
        self._group.buttonToggled.connect(self._hear)
        self.reason.textEdited.connect(self._tell)
        self.until.dateChanged.connect(self._tell)

    def _hear(self, _button: QAbstractButton, checked: bool) -> None:
        if checked:
            self._show_fields()
            self._tell()

    def _tell(self) -> None:
        if not self._is_filling:
            self.show_error("", "")
            self.changed.emit()

    def _show_fields(self) -> None:
        trial, declined = self.status is Status.TRIAL, self.status is Status.DECLINED
        self._until_label.setVisible(trial)
        self.until.setVisible(trial)
        self._reason_label.setVisible(declined)
        self.reason.setVisible(declined)
        self._extra.setVisible(trial or declined)


class StampGrid(QWidget):
    """Two by three where the words fit, else three by two, else one under the other.

    Places its buttons itself: a layout must not be rearranged while it is laying out.
    """

    def __init__(self, buttons: Sequence[StampButton]) -> None:
        super().__init__()
        self._buttons = buttons
        for button in buttons:
            button.setParent(self)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def minimumSizeHint(self) -> QSize:
        return QSize(max(self._hints()), self._cell_height())

    def sizeHint(self) -> QSize:
        return QSize(_needed(self._hints(), 3), 2 * self._cell_height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        hints = self._hints()
        columns = next((count for count in (3, 2) if _needed(hints, count) <= self.width()), 1)
        widest = [max(hints[column::columns]) for column in range(columns)]
        spare = (self.width() - sum(widest)) / columns
        edges = [round(sum(widest[:column]) + spare * column) for column in range(columns)] + [self.width()]
        height = self._cell_height()
        for place, button in enumerate(self._buttons):
            row, column = divmod(place, columns)
            button.in_first_row = row == 0
            left = edges[column]
            button.setGeometry(left, row * height, edges[column + 1] - left, height)
        self.setFixedHeight(height * (len(self._buttons) // columns))

    def changeEvent(self, event: QEvent) -> None:
        """Another text size: other widths and heights."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.StyleChange, QEvent.Type.FontChange):
            self.updateGeometry()
            QApplication.postEvent(self, QResizeEvent(self.size(), self.size()))

    def _hints(self) -> list[int]:
        return [button.sizeHint().width() for button in self._buttons]

    def _cell_height(self) -> int:
        return self._buttons[0].sizeHint().height()


class StampButton(QAbstractButton):
    """One decision. Chosen: its own stamp's frame, bold. Never told by colour alone."""

    def __init__(self, theme: Theme, status: Status, word: str, key: str) -> None:
        super().__init__()
        self._theme = theme
        self.in_first_row = False
        self._status = status
        self._word = word
        self.setCheckable(True)
        self.setAccessibleName(word)
        self.setAccessibleDescription(key)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        word = QFontMetricsF(self._theme.font(16, bold=True)).horizontalAdvance(self._word)
        return QSize(round(word) + self._theme.px(52), self._theme.px(CELL_HEIGHT))

    def enterEvent(self, event: QEvent) -> None:
        self.update()

    def leaveEvent(self, event: QEvent) -> None:
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        theme, chosen = self._theme, self.isChecked()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(self.rect(), theme.colour("paper"))
        self._paint_edges(painter)
        ink = stamp_ink(theme, self._status)
        if chosen:
            frame = QRectF(self.rect()).adjusted(3, 3, -3, -3)
            paint_stamp_frame(painter, self._status, frame, ink, 2.5)
        elif self.underMouse():
            self._paint_hover(painter)
        side = theme.px(18)
        left = theme.px(11)
        icon = QRectF(left, (self.height() - side) / 2, side, side)
        paint_icon(painter, STATUS_ICONS[self._status], icon, ink)
        painter.setPen(ink)
        painter.setFont(theme.font(16, bold=chosen))
        text = QRectF(left + side + 8, 0, self.width() - left - side - 10, self.height())
        shown = painter.fontMetrics().elidedText(self._word, Qt.TextElideMode.ElideRight, int(text.width()))
        painter.drawText(text, Qt.AlignmentFlag.AlignVCenter, shown)

    def _paint_hover(self, painter: QPainter) -> None:
        """The border alone: a stamp's frame says that it is chosen."""
        width = self._theme.border
        inset = width / 2
        painter.setPen(QPen(self._theme.colour("ink"), width))
        painter.drawRect(QRectF(self.rect()).adjusted(inset, inset, -inset, -inset))

    def _paint_edges(self, painter: QPainter) -> None:
        """Neighbours share a line: only the first row and column draw their upper and left one."""
        theme, width = self._theme, self._theme.border
        edge = theme.colour("line")
        painter.fillRect(0, self.height() - width, self.width(), width, edge)
        painter.fillRect(self.width() - width, 0, width, self.height(), edge)
        if self.in_first_row:
            painter.fillRect(0, 0, self.width(), width, edge)
        if self.x() == 0:
            painter.fillRect(0, 0, width, self.height(), edge)


def _needed(widths: Sequence[int], columns: int) -> int:
    """The width of a grid whose columns each hold their widest word."""
    return sum(max(widths[column::columns]) for column in range(columns))


def _mark_wrong(widget: QWidget, wrong: bool) -> None:
    if bool(widget.property("wrong")) != wrong:
        widget.setProperty("wrong", wrong)
        widget.style().unpolish(widget)
        widget.style().polish(widget)
