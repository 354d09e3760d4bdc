"""Step 4: the address that phones follow, tried live: the owner scans the code, and we notice her phone."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from ui.desk.codes.address_box import AddressBox
from ui.desk.codes.callers import is_this_computer, new_token
from ui.desk.codes.code_view import CodeView
from ui.desk.codes.reach_test import PATIENCE_MS, REASONS
from ui.desk.reach import Reach
from ui.desk.start.step import Step
from ui.desk.tools import Tools
from ui.shared.labels import label, set_role

CODE_SIDE = 264
SIDE_BY_SIDE = 500


class ReachStep(Step):
    def __init__(self, tools: Tools, reach: Reach) -> None:
        tr = tools.words.tr
        super().__init__(
            tools,
            tr("Do phones find you?"),
            tr("Scan this with your phone now. It must be on the Wi-Fi that your customers use."),
        )
        self._reach = reach
        self._token = self._link = ""
        self.code = CodeView(CODE_SIDE)
        self.state = label("", "heading", wrap=True)
        self.has_answered = False
        self._is_here = False
        self._patience = QTimer(self)
        self._patience.setSingleShot(True)
        self._patience.setInterval(PATIENCE_MS)
        self._patience.timeout.connect(self.explain)
        self._build()
        reach.changed.connect(self._follow_reach)

    @property
    def token(self) -> str:
        """What a phone that scans the code brings back; empty while none is shown."""
        return self._token

    def enter(self) -> None:
        self._is_here = True
        self._show_reasons(False)
        self._reach.look_again()
        self._show_reach()

    def leave(self) -> None:
        self._is_here = False
        self._patience.stop()
        self._token = ""

    def phone_reached(self, token: str, address: str) -> None:
        """Somebody at `address` opened the page of the code."""
        if not self._token or token != self._token:
            return
        tr = self._tools.words.tr
        if is_this_computer(address, [known.address for known in self._reach.addresses]):
            self.state.setText(tr("That was this computer. Now try it with a phone."))
            return
        self.has_answered = True
        self._patience.stop()
        self._show_reasons(False)
        set_role(self.state, "good-heading")
        self.state.setText(tr("It works. A phone has just reached you."))

    def explain(self) -> None:
        self.state.setText(self._tools.words.tr("No phone has come yet. It may be one of these:"))
        self._show_reasons(True)

    def _follow_reach(self) -> None:
        """Nobody can scan what is not shown, and patience does not run meanwhile."""
        if self._is_here:
            self._show_reach()

    def _show_reach(self) -> None:
        """A code only for an address that others can follow; the same one as long as that holds."""
        base = self._reach.for_paper
        self.code.setVisible(bool(base))
        if not base:
            self._token = ""
            self._patience.stop()
            set_role(self.state, "heading")
            self.state.setText(self._tools.words.tr("Nothing to scan yet."))
            return
        if not self._token or base not in self._link:
            tr = self._tools.words.tr
            self._token = new_token()
            self._link = f"{base}/reach/{self._token}"
            self.code.show_code(self._link, tr("QR code of %(address)s", address=self._link))
            self.has_answered = False
            set_role(self.state, "heading")
            self.state.setText(tr("Waiting for a phone …"))
            self._patience.start()

    def _build(self) -> None:
        tr = self._tools.words.tr
        self.state.setObjectName("start-reach-state")
        self.addresses = AddressBox(self._tools, self._reach, can_be_tried=False)
        beside = QWidget()
        words = QVBoxLayout(beside)
        words.setContentsMargins(0, 0, 0, 0)
        words.setSpacing(16)
        words.addWidget(self.state)
        words.addWidget(self.addresses)
        words.addStretch()
        self._row_widget = QWidget()
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self._row_widget)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(24)
        self._row.addWidget(self.code, 0, Qt.AlignmentFlag.AlignTop)
        self._row.addWidget(beside, 1)
        self._reasons = QWidget()
        reasons = QVBoxLayout(self._reasons)
        reasons.setContentsMargins(0, 0, 0, 0)
        reasons.setSpacing(4)
        for what, then in REASONS:
            reasons.addWidget(label(tr(what), "heading", wrap=True))
            reasons.addWidget(label(tr(then), "soft", wrap=True))
            reasons.addSpacing(6)
        self.add([self._row_widget, self._reasons])
        self._reasons.hide()
        self.setFocusProxy(self.addresses.choices)

    def set_narrow(self, narrow: bool) -> None:
        """The code above its words where both do not fit."""
        kind = QBoxLayout.Direction
        self._row.setDirection(kind.TopToBottom if narrow else kind.LeftToRight)

    def _show_reasons(self, shown: bool) -> None:
        self._reasons.setVisible(shown)
