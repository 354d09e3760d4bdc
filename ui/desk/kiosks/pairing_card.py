"""The mat of the kiosks: address and one-use code for a kiosk on another computer, until it is paired."""

from __future__ import annotations

from datetime import datetime, timedelta
from math import ceil

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from app.domain.pairing import PairingCode
from ui.desk.shop.cells import Flow
from ui.desk.tools import Tools
from ui.shared.buttons import ON_WALL, UNDERLINED, Button
from ui.shared.labels import label, set_role

LOOK_AT_CLOCK_MS = 5_000


class PairingCard(QWidget):
    """`code_requested` asks for a fresh code. Nothing is shown before the person asks."""

    code_requested = Signal()

    def __init__(self, tools: Tools) -> None:
        super().__init__()
        self._tools = tools
        self._until: datetime | None = None
        self._build()
        self._clock = QTimer(self)
        self._clock.setInterval(LOOK_AT_CLOCK_MS)
        self._clock.timeout.connect(self._show_time)
        self.offer("", "")

    @property
    def shows_code(self) -> bool:
        return self._until is not None

    def offer(self, address: str, why_not: str) -> None:
        """`address` is what is typed at the other computer; without one `why_not` says what is missing."""
        self._address.setText(address)
        self._why_not.setText(why_not)
        self._why_not.setVisible(bool(why_not))
        self.begin.setVisible(bool(address) and not self.shows_code)
        self._steps.setVisible(bool(address) and not self.shows_code)
        if not address:
            self.put_away()

    def offer_tablet(self, address: str) -> None:
        """A tablet needs its browser only; empty while no other device can follow the address."""
        tr = self._tools.words.tr
        self._tablet.setText(
            tr("A tablet needs no pairing: open %(address)s in its browser.", address=address)
        )
        self._tablet.setVisible(bool(address))

    def show_code(self, code: PairingCode, valid_for: timedelta) -> None:
        self._until = self._tools.clock.now() + valid_for
        for place, group in enumerate(code.spaced.split()):
            self._groups[place].setText(group)
        self._code.setAccessibleName(
            self._tools.words.tr("Pairing code %(code)s", code=" ".join(code.spaced))
        )
        self._code.settle()
        self._done.hide()
        self._show_slip(True)
        self._clock.start()
        self._show_time()

    def say_paired(self, name: str) -> None:
        """It goes on by itself: the code has done what it was for."""
        self.put_away()
        self._done.setText(self._tools.words.tr("%(kiosk)s is connected.", kiosk=name))
        self._done.show()

    def put_away(self) -> None:
        """The code is shown no longer; it stays good until its time is over or it was used."""
        self._until = None
        self._clock.stop()
        self._show_slip(False)
        self._code.setAccessibleName("")
        for group in self._groups:
            group.clear()

    def _show_slip(self, shown: bool) -> None:
        self._slip.setVisible(shown)
        can_begin = not shown and bool(self._address.text())
        self.begin.setVisible(can_begin)
        self._steps.setVisible(can_begin)

    def _show_time(self) -> None:
        if self._until is None:
            return
        words, left = self._tools.words, self._until - self._tools.clock.now()
        minutes = ceil(left.total_seconds() / 60)
        is_over = minutes <= 0
        self._code.setVisible(not is_over)
        set_role(self._time, "care" if is_over else "small")
        self._time.setText(
            words.tr("This code is too old now.")
            if is_over
            else words.trn(
                "Good once, for %(count)s more minute.", "Good once, for %(count)s more minutes.", minutes
            )
        )

    def _build(self) -> None:
        theme, tr = self._tools.theme, self._tools.words.tr
        self._steps = label(
            tr(
                "Open Teacup as a kiosk on the other computer. It asks for an address and a code, and both "
                "are shown here."
            ),
            wrap=True,
        )
        self.begin = Button(theme, tr("Show a pairing code"), role=ON_WALL)
        self.begin.setObjectName("pairing-begin")
        self._why_not = label("", "care", wrap=True)
        self._why_not.setObjectName("pairing-why-not")
        self._done = label("", "good-heading", wrap=True)
        self._done.setObjectName("pairing-done")
        self._done.hide()
        self._tablet = label("", "small", wrap=True)
        self._tablet.setObjectName("pairing-tablet")
        self._build_slip()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(14)
        column.addWidget(label(tr("Pair another computer"), "large-bold", wrap=True))
        column.addWidget(self._done)
        column.addWidget(self._steps)
        column.addWidget(self._why_not)
        column.addWidget(self.begin, 0, Qt.AlignmentFlag.AlignLeading)
        column.addWidget(self._slip)
        column.addWidget(self._tablet)
        self.begin.clicked.connect(self.code_requested)
        self.fresh.clicked.connect(self.code_requested)
        self.stop.clicked.connect(self._stop)

    def _build_slip(self) -> None:
        theme, tr = self._tools.theme, self._tools.words.tr
        self._slip = QWidget()
        set_role(self._slip, "slip")
        self._slip.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._address = _to_copy("code", "pairing-address", tr("Address to type"))
        self._groups = [_to_copy("pairing", f"pairing-code-{place}", "") for place in range(5)]
        self._code = Flow(theme, self._groups)
        self._code.setObjectName("pairing-code")
        # Digits and letters of a code are read from left to right in every language.
        self._code.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        self._time = label("", "small", wrap=True)
        self._time.setObjectName("pairing-time")
        self._waiting = label(tr("Waiting for the other computer …"), "heading", wrap=True)
        self.fresh = Button(theme, tr("New code"))
        self.fresh.setObjectName("pairing-fresh")
        self.stop = Button(theme, tr("Put away"), role=UNDERLINED)
        self.stop.setObjectName("pairing-stop")
        column = QVBoxLayout(self._slip)
        column.setContentsMargins(20, 18, 20, 18)
        column.setSpacing(6)
        column.addWidget(label(tr("Address"), "small"))
        column.addWidget(self._address)
        column.addSpacing(10)
        column.addWidget(label(tr("One-use code"), "small"))
        column.addWidget(self._code)
        column.addWidget(self._time)
        column.addSpacing(10)
        column.addWidget(self._waiting)
        verbs = QHBoxLayout()
        verbs.setSpacing(16)
        verbs.addWidget(self.fresh)
        verbs.addWidget(self.stop)
        verbs.addStretch()
        column.addLayout(verbs)

    def _stop(self) -> None:
        self.put_away()
        self.begin.setFocus(Qt.FocusReason.OtherFocusReason)


def _to_copy(role: str, object_name: str, name: str) -> QLabel:
    """Letters that can be chosen and copied, and are never broken over two lines by us."""
    made = label("", role, wrap=role == "code")
    made.setObjectName(object_name)
    made.setAccessibleDescription(name)
    made.setTextInteractionFlags(
        Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
    )
    made.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
    return made
