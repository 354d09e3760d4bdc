"""What did you decide? Six stamps, two by three, each with its shape, icon and word."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from uuid import UUID

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QButtonGroup,
    QLineEdit,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from app.domain.ideas import DECISIONS, Status
from ui.desk import wording
from ui.desk.inbox.days import dated, day_field, day_of
from ui.desk.inbox.drafts import Draft
from ui.desk.inbox.field_rows import FieldRows, SideBySide
from ui.desk.inbox.proof_box import ProofBox
from ui.desk.inbox.refusal_box import RefusalBox
from ui.desk.tools import Tools
from ui.shared.icons import STATUS_ICONS, paint_icon
from ui.shared.labels import label
from ui.shared.mirror import Sides
from ui.shared.painted_button import PaintedButton
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
FIELDS = ("status", "until", "reason", "change_mind", "look_again_on", "done_on")
assert set(ORDER) == set(DECISIONS)


class DecisionBox(QWidget):
    """`changed` comes with every change by the person, `filled` when a draft was shown; the error lines stand
    at the fields they mean."""

    changed = Signal()
    filled = Signal()

    def __init__(self, tools: Tools) -> None:
        super().__init__()
        self._tools = tools
        self._buttons: dict[Status, StampButton] = {}
        self._is_filling = False
        self.photo_id: UUID | None = None
        self._build()
        self._connect()

    @property
    def decided(self) -> Draft:
        """All of a draft but its words. What belongs to another stamp is kept, should she come back to it."""
        status = self.status
        return Draft(
            status=status,
            reason=self.refusal.reason.text(),
            change_mind=self.refusal.change_mind.text(),
            look_again_on=self.refusal.look_again_on,
            until=day_of(self.until) if status is Status.TRIAL else None,
            done_on=self.proof.done_on if status is Status.DONE else None,
            photo_id=self.photo_id,
        )

    @property
    def reason(self) -> QLineEdit:
        return self.refusal.reason

    @property
    def status(self) -> Status:
        return next((status for status, button in self._buttons.items() if button.isChecked()), Status.NEW)

    def choose(self, status: Status) -> None:
        """As if the person pressed the stamp; pressing the chosen one takes it away."""
        self._buttons[status].click()

    def button(self, status: Status) -> StampButton:
        return self._buttons[status]

    def fill(self, draft: Draft, today: date) -> None:
        status = draft.status
        self._is_filling = True
        self._group.setExclusive(False)
        for each, button in self._buttons.items():
            button.setChecked(each is status)
        self._group.setExclusive(True)
        self.until.setDate(dated(draft.until) if draft.until else dated(today).addDays(TRIAL_DAYS))
        self.refusal.fill(draft, today)
        self.proof.fill(draft, today)
        self.photo_id = draft.photo_id
        self._is_filling = False
        self._show_fields()
        self.show_error("", "")
        self.filled.emit()

    def choose_photo(self, photo_id: UUID | None) -> None:
        """As the person's own change."""
        self.photo_id = photo_id
        self.proof.show_error("")
        self.changed.emit()

    def show_error(self, field: str, sentence: str) -> None:
        """Under the field that is meant, one of FIELDS; nothing when empty."""
        for name, line in self._errors.items():
            line.setText(sentence if name == field else "")
            line.setVisible(name == field and bool(sentence))
        for name in FIELDS:
            widget = self.field(name)
            if widget is not None:
                _mark_wrong(widget, name == field and bool(sentence))

    def field(self, name: str) -> QWidget | None:
        """Where an error of that name is mended; none for the stamps themselves."""
        fields: dict[str, QWidget] = {
            "until": self.until,
            "reason": self.refusal.reason,
            "change_mind": self.refusal.change_mind,
            "look_again_on": self.refusal.again_on,
            "done_on": self.proof.day,
        }
        return fields.get(name)

    def _build(self) -> None:
        tr = self._tools.words.tr
        self._group = QButtonGroup(self)
        for place, status in enumerate(ORDER, 1):
            button = StampButton(self._tools.theme, status, tr(wording.STATUS_WORDS[status]), str(place))
            button.setObjectName(f"decision-{status.value}")
            self._buttons[status] = button
            self._group.addButton(button)
        self.until = day_field(self._tools, tr("Trial until"), "trial-until")
        self._trial = FieldRows(self._tools.theme)
        self._trial.add(tr("Trial until"), SideBySide(self._tools.theme, self.until))
        self.refusal = RefusalBox(self._tools)
        self.proof = ProofBox(self._tools)
        self._errors = {name: label("", "error", wrap=True) for name in FIELDS}
        for name, line in self._errors.items():
            line.setObjectName(f"error-{name}")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(label(tr("What did you decide?"), "heading"))
        column.addSpacing(4)
        column.addWidget(StampGrid([self._buttons[status] for status in ORDER]))
        for part in (self._trial, self.refusal, self.proof):
            column.addWidget(part)
        for line in self._errors.values():
            line.hide()
            column.addWidget(line)
        self._show_fields()

    def _connect(self) -> None:
        self._group.buttonToggled.connect(self._hear)
        self.refusal.changed.connect(self._tell)
        self.proof.changed.connect(self._tell)
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
        self._trial.setVisible(self.status is Status.TRIAL)
        self.refusal.setVisible(self.status is Status.DECLINED)
        self.proof.setVisible(self.status is Status.DONE)


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
            left, width = edges[column], edges[column + 1] - edges[column]
            button.in_first_column = column == 0
            button.setGeometry(round(Sides.of(self).x(left, width)), row * height, width, height)
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


class StampButton(PaintedButton):
    """One decision. Chosen: its own stamp's frame, bold. Never told by colour alone."""

    def __init__(self, theme: Theme, status: Status, word: str, key: str) -> None:
        super().__init__()
        self._theme = theme
        self.in_first_row = False
        self.in_first_column = False
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
        sides = Sides.of(self)
        icon = sides.place(QRectF(left, (self.height() - side) / 2, side, side))
        paint_icon(painter, STATUS_ICONS[self._status], icon, ink)
        painter.setPen(ink)
        painter.setFont(theme.font(16, bold=chosen))
        text = sides.place(QRectF(left + side + 8, 0, self.width() - left - side - 10, self.height()))
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
        sides = Sides.of(self)
        painter.fillRect(sides.place(QRectF(self.width() - width, 0, width, self.height())), edge)
        if self.in_first_row:
            painter.fillRect(0, 0, self.width(), width, edge)
        if self.in_first_column:
            painter.fillRect(sides.place(QRectF(0, 0, width, self.height())), edge)


def _needed(widths: Sequence[int], columns: int) -> int:
    """The width of a grid whose columns each hold their widest word."""
    return sum(max(widths[column::columns]) for column in range(columns))


def _mark_wrong(widget: QWidget, wrong: bool) -> None:
    if bool(widget.property("wrong")) != wrong:
        widget.setProperty("wrong", wrong)
        widget.style().unpolish(widget)
        widget.style().polish(widget)
