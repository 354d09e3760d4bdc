"""One thing the owner says about the shop: what it is called, where it is said, what it is for, what is
wrong with it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QLineEdit, QSpinBox, QVBoxLayout, QWidget

from ui.desk.tools import Tools
from ui.shared.buttons import ON_WALL, Button
from ui.shared.labels import label
from ui.shared.theme import Theme

PAIR_GAP = 20
PAIR_NEEDS = 520


class Field(QWidget):
    """`edit` is what takes the keyboard and is marked when wrong; `body` what is shown, the same if None."""

    def __init__(self, name: str, title: str, edit: QWidget, body: QWidget | None = None) -> None:
        super().__init__()
        self._edit = edit
        self._title = label(title, "heading", wrap=True)
        if not title:
            self._title.hide()
        self.hint = label("", "small", wrap=True)
        self.hint.hide()
        self.error = label("", "error", wrap=True)
        self.error.setObjectName(f"error-{name}")
        self.error.hide()
        if not edit.accessibleName():
            edit.setAccessibleName(title)
        if not edit.objectName():
            edit.setObjectName(f"shop-{name}")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(self._title)
        column.addWidget(body or edit)
        column.addWidget(self.error)
        column.addWidget(self.hint)

    def say(self, hint: str) -> None:
        """What it means now."""
        self.hint.setText(hint)
        self.hint.setVisible(bool(hint))
        self._edit.setAccessibleDescription(hint)

    def show_error(self, sentence: str) -> None:
        """Nothing when empty."""
        self.error.setText(sentence)
        self.error.setVisible(bool(sentence))
        self._edit.setAccessibleDescription(sentence or self.hint.text())
        wrong = bool(sentence)
        if bool(self._edit.property("wrong")) != wrong:
            self._edit.setProperty("wrong", wrong)
            self._edit.style().unpolish(self._edit)
            self._edit.style().polish(self._edit)

    def take_focus(self) -> None:
        self._edit.setFocus(Qt.FocusReason.OtherFocusReason)


class Line(QLineEdit):
    """Ctrl+Z takes back letters while there are any to take back, then the desk's last step."""

    def event(self, event: QEvent) -> bool:
        if (
            event.type() == QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and self._has_no_letters_for(event)
        ):
            event.ignore()
            return False
        return super().event(event)

    def _has_no_letters_for(self, event: QKeyEvent) -> bool:
        if event.matches(QKeySequence.StandardKey.Undo):
            return not self.isUndoAvailable()
        return event.matches(QKeySequence.StandardKey.Redo) and not self.isRedoAvailable()


class CalmWheel(QObject):
    """The wheel scrolls the page and does not turn a value that the pointer only passes."""

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Wheel and isinstance(watched, QWidget) and not watched.hasFocus():
            event.ignore()
            return True
        return False

    def hold(self, widget: QWidget) -> None:
        widget.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        widget.installEventFilter(self)


class Stepper(QWidget):
    """A number with a button on each side; the keyboard has the arrow keys for them."""

    def __init__(self, tools: Tools, *, smallest: int, largest: int, step: int = 1, unit: str = "") -> None:
        super().__init__()
        self._theme = tools.theme
        tr = tools.words.tr
        self.number = QSpinBox()
        self.number.setRange(smallest, largest)
        self.number.setSingleStep(step)
        self.number.setSuffix(unit)
        self.number.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.less = self._make_button("minus", tr("Less"), self.number.stepDown)
        self.more = self._make_button("plus", tr("More"), self.number.stepUp)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        for part in (self.less, self.number, self.more):
            row.addWidget(part)
        tools.theme.changed.connect(self._fit)
        self._fit()

    def _make_button(self, icon: str, name: str, act: Callable[[], None]) -> Button:
        made = Button(self._theme, "", role=ON_WALL, icon=icon)
        made.setAccessibleName(name)
        made.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        made.setAutoRepeat(True)
        made.clicked.connect(act)
        return made

    def _fit(self) -> None:
        self.number.setFixedWidth(self._theme.px(84))


class Pair(QWidget):
    """Two fields side by side where both fit, else one under the other."""

    def __init__(self, theme: Theme, wide: QWidget, narrow: QWidget) -> None:
        super().__init__()
        self._theme = theme
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(PAIR_GAP)
        self._row.addWidget(wide, 3, Qt.AlignmentFlag.AlignTop)
        self._row.addWidget(narrow, 2, Qt.AlignmentFlag.AlignTop)
        theme.changed.connect(self._arrange)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        fits = self.width() >= self._theme.px(PAIR_NEEDS)
        direction = QBoxLayout.Direction.LeftToRight if fits else QBoxLayout.Direction.TopToBottom
        if self._row.direction() != direction:
            self._row.setDirection(direction)


def beside(*parts: QWidget) -> QWidget:
    """Parts in one row from the leading edge, with room left behind them."""
    made = QWidget()
    row = QHBoxLayout(made)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(12)
    for part in parts:
        row.addWidget(part)
    row.addStretch()
    return made
