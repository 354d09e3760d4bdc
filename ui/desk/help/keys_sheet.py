"""The sheet of keys that lies over the window while somebody looks for one."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from ui.desk.help.page import help_sheet
from ui.desk.help.reading import HelpText
from ui.desk.tools import Tools
from ui.shared.buttons import ON_WALL, Button
from ui.shared.focus_ring import OWN_RING
from ui.shared.keys import bind
from ui.shared.labels import set_role

WIDTH, MARGIN = 720, 40


class KeysSheet(QWidget):
    """Esc, F1 or a click beside it takes it away; `help_requested` asks for all pages of the help."""

    help_requested = Signal()

    def __init__(self, tools: Tools, text: HelpText, window: QWidget) -> None:
        super().__init__(window)
        self._tools = tools
        self._window = window
        self._before: QWidget | None = None
        self.setObjectName("keys-sheet")
        self.setAccessibleName(text.title)
        self._build(text)
        window.installEventFilter(self)
        for key in ("Esc", "F1"):
            bind(self, key, self.leave)
        self.hide()

    def begin(self) -> None:
        self._before = self._window.focusWidget()
        self._fit()
        self.show()
        self.raise_()
        self._scroll.setFocus(Qt.FocusReason.OtherFocusReason)

    def leave(self) -> None:
        self.hide()
        if self._before is not None:
            self._before.setFocus(Qt.FocusReason.OtherFocusReason)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize and self.isVisible():
            self._fit()
        return super().eventFilter(watched, event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Nothing below hears a key meanwhile."""
        event.accept()

    def _build(self, text: HelpText) -> None:
        set_role(self, "said-sheet")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        inside = QWidget()
        inside.setProperty("role", "plain")
        column = QVBoxLayout(inside)
        column.setContentsMargins(MARGIN, 28, MARGIN, 20)
        column.addWidget(help_sheet(text.blocks))
        column.addStretch()
        self._scroll = QScrollArea()
        self._scroll.setObjectName("keys-text")
        self._scroll.setAccessibleName(text.title)
        self._scroll.setWidgetResizable(True)
        # The whole sheet is what has the keyboard.
        self._scroll.setProperty(OWN_RING, True)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setWidget(inside)
        tr = self._tools.words.tr
        self.help = Button(self._tools.theme, tr("All of the help"), role=ON_WALL, icon="help")
        self.help.setObjectName("keys-help")
        self.help.clicked.connect(self._ask_for_help)
        self.close_sheet = Button(self._tools.theme, tr("Close"), role=ON_WALL, key="Esc")
        self.close_sheet.setObjectName("keys-close")
        self.close_sheet.clicked.connect(self.leave)
        foot = QHBoxLayout()
        foot.setContentsMargins(MARGIN, 12, MARGIN, 20)
        foot.addWidget(self.help)
        foot.addStretch()
        foot.addWidget(self.close_sheet)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self._scroll, 1)
        whole.addLayout(foot)

    def _ask_for_help(self) -> None:
        self.leave()
        self.help_requested.emit()

    def _fit(self) -> None:
        room = self._window.rect().adjusted(32, 32, -32, -32)
        width = min(self._tools.theme.px(WIDTH), room.width())
        self.setGeometry(room.left() + (room.width() - width) // 2, room.top(), width, room.height())
