"""Can phones reach me? Shows a code, waits for the phone, and says what to do when none comes."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from app.domain.translation import mark
from ui.desk.codes.callers import new_token
from ui.desk.codes.code_view import CodeView
from ui.desk.tools import Tools
from ui.shared.buttons import Button
from ui.shared.focus_ring import FocusRing
from ui.shared.labels import label, set_role

CODE_SIDE = 260
WIDTH = 620
PATIENCE_MS = 20_000
# With its own frame the dialog stays inside the window behind it; the reasons scroll where that is low.
FRAME_HEIGHT = 40
SMALLEST_SCROLL = 120
SCROLL_BAR = 12
REASONS = (
    (
        mark("The phone is on mobile data"),
        mark("Switch mobile data off for a moment, join the shop’s Wi-Fi, and scan again."),
    ),
    (
        mark("The guest Wi-Fi keeps phones apart"),
        mark(
            "Many routers do not let guests see other machines (“guest isolation” or “AP isolation”). "
            "Switch that off in the router, or let customers join the shop’s own Wi-Fi."
        ),
    ),
    (
        mark("A firewall on this computer says no"),
        mark("Allow Teacup to be reached in private networks, in the settings of the computer’s firewall."),
    ),
    (
        mark("This computer has several addresses"),
        mark("Choose another one on the page behind this window, and try again."),
    ),
)


class ReachTest(QDialog):
    def __init__(self, tools: Tools, parent: QWidget) -> None:
        super().__init__(parent)
        self._tools = tools
        self._behind = parent
        self._token = ""
        self._patience = QTimer(self)
        self._patience.setSingleShot(True)
        self._patience.setInterval(PATIENCE_MS)
        self._patience.timeout.connect(self.explain)
        self.setWindowTitle(tools.words.tr("Can phones reach me?"))
        self._build()
        FocusRing(self, tools.theme)

    @property
    def token(self) -> str:
        """What a phone that scans the code brings back."""
        return self._token

    def begin(self, base: str) -> None:
        """Show a fresh code for `base` and wait."""
        tr = self._tools.words.tr
        self._token = new_token()
        link = f"{base}/reach/{self._token}"
        self.code.show_code(link, tr("QR code of %(address)s", address=link))
        self._address.setText(link)
        set_role(self.state, "heading")
        self.state.setText(tr("Waiting for a phone …"))
        self._show_reasons(False)
        self._patience.start()
        self.open()

    def phone_came(self, token: str) -> bool:
        """Whether it was ours; then the test has its answer."""
        if not self._token or token != self._token:
            return False
        self._patience.stop()
        set_role(self.state, "good-heading")
        self.state.setText(self._tools.words.tr("It works. A phone has just reached you."))
        self._show_reasons(False, can_give_up=False)
        return True

    def this_computer_came(self, token: str) -> None:
        """That proves nothing about phones: still listening."""
        if self._token and token == self._token:
            self.state.setText(self._tools.words.tr("That was this computer. Now try it with a phone."))
            self._show_reasons(False)

    def explain(self) -> None:
        """Nothing came so far: what it may be, the likeliest first. Still listening."""
        self.state.setText(self._tools.words.tr("No phone has come yet. It may be one of these:"))
        self._show_reasons(True)

    def hideEvent(self, event: QHideEvent) -> None:
        self._patience.stop()
        self._token = ""
        super().hideEvent(event)

    def _build(self) -> None:
        theme, tr = self._tools.theme, self._tools.words.tr
        self.code = CodeView(CODE_SIDE)
        self._address = label("", "small", wrap=True)
        self.state = label("", "heading", wrap=True)
        self.state.setObjectName("reach-state")
        beside = QVBoxLayout()
        beside.setSpacing(10)
        beside.addWidget(label(tr("Scan this with a phone."), "title", wrap=True))
        beside.addWidget(label(tr("Take a phone that is on the same Wi-Fi as your customers."), wrap=True))
        beside.addWidget(self._address)
        beside.addStretch()
        beside.addWidget(self.state)
        top = QHBoxLayout()
        top.setSpacing(24)
        top.addWidget(self.code, 0, Qt.AlignmentFlag.AlignTop)
        top.addLayout(beside, 1)
        self._reasons = QWidget()
        self._reasons.setProperty("role", "plain")
        reasons = QVBoxLayout(self._reasons)
        reasons.setContentsMargins(8, 8, 8, 4)
        reasons.setSpacing(4)
        for what, then in REASONS:
            reasons.addWidget(label(tr(what), "heading", wrap=True))
            reasons.addWidget(label(tr(then), "soft", wrap=True))
            reasons.addSpacing(6)
        self._scroll = QScrollArea()
        self._scroll.setObjectName("reach-reasons")
        self._scroll.setWidgetResizable(True)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setAccessibleName(tr("What it may be"))
        self._scroll.setWidget(self._reasons)
        self._scroll.viewport().setAutoFillBackground(False)
        self._give_up = Button(theme, tr("Nothing happens"))
        self._give_up.setObjectName("nothing-happens")
        self._give_up.clicked.connect(self.explain)
        close = Button(theme, tr("Close"))
        close.clicked.connect(self.accept)
        buttons = QHBoxLayout()
        buttons.setSpacing(12)
        buttons.addStretch()
        buttons.addWidget(self._give_up)
        buttons.addWidget(close)
        column = QVBoxLayout(self)
        column.setContentsMargins(28, 28, 28, 24)
        column.setSpacing(12)
        column.addLayout(top)
        column.addWidget(self._scroll)
        column.addLayout(buttons)
        self.setFixedWidth(round(WIDTH * min(1.5, theme.text_percent / 100)))
        self._show_reasons(False)

    def _show_reasons(self, shown: bool, *, can_give_up: bool = True) -> None:
        self._scroll.hide()
        self._give_up.setVisible(can_give_up and not shown)
        layout, reasons = self.layout(), self._reasons.layout()
        assert layout is not None
        assert reasons is not None
        # A dialog by itself does not ask wrapped lines how high they become.
        layout.activate()
        height = layout.totalHeightForWidth(self.width())
        if shown:
            margins = layout.contentsMargins()
            inside = self.width() - margins.left() - margins.right() - SCROLL_BAR
            room = self._behind.window().height() - FRAME_HEIGHT - height - layout.spacing()
            given = max(SMALLEST_SCROLL, min(reasons.totalHeightForWidth(inside), room))
            self._scroll.setFixedHeight(given)
            self._scroll.show()
            height += given + layout.spacing()
        self.setFixedHeight(height)
