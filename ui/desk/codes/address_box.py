"""Which address stands on the codes: the best one found, another of this machine, or one the owner types."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from app.reach import is_local
from app.words import Words
from ui.desk.reach import Answer, Reach
from ui.desk.tools import Tools
from ui.shared.buttons import ON_WALL, Button
from ui.shared.choices import Choice
from ui.shared.labels import label, set_role

if TYPE_CHECKING:
    from app.addresses import MachineAddress

BEST, TYPED = "", "typed"


class AddressBox(QWidget):
    """`test_requested` asks whether phones reach it."""

    test_requested = Signal()

    def __init__(self, tools: Tools, reach: Reach, *, can_be_tried: bool) -> None:
        super().__init__()
        self._tools = tools
        self._reach = reach
        self._is_filling = False
        self._build(can_be_tried)
        reach.changed.connect(self.show_reach)
        self.show_reach()

    def show_reach(self) -> None:
        """The choices as they are now, and whether the chosen one answers."""
        self._fill_choices()
        tr, reach = self._tools.words.tr, self._reach
        if reach.for_paper:
            role, said = "good", tr("%(address)s answers.", address=reach.base)
        elif reach.is_local_only:
            role = "care"
            said = tr(
                "%(address)s works on this computer only. Phones cannot follow it, so no code is drawn.",
                address=reach.base,
            )
        elif not reach.base:
            role, said = "care", tr("The customers’ pages are not running, so no code is drawn.")
        elif reach.answer is Answer.UNKNOWN:
            role, said = "soft", tr("Trying %(address)s …", address=reach.base)
        else:
            role = "care"
            said = tr("%(address)s does not answer, so no code is drawn.", address=reach.base)
        if reach.lost_choice and reach.base:
            role = "care"
            gone = tr(
                "This computer no longer has the address %(chosen)s that you chose. "
                "Codes are drawn for %(address)s instead.",
                chosen=reach.lost_choice,
                address=reach.base,
            )
            said = f"{gone} {said}"
        set_role(self.state, role)
        self.state.setText(said)

    def _fill_choices(self) -> None:
        self._is_filling = True
        words, choice = self._tools.words, self._reach.choice
        self.choices.clear()
        self.choices.addItem(words.tr("The best one found"), BEST)
        for found in self._reach.addresses:
            self.choices.addItem(_described(found, words), found.address)
        if self._reach.lost_choice:
            self.choices.addItem(words.tr("%(address)s, no longer here", address=choice), choice)
        self.choices.addItem(words.tr("Another address, typed here"), TYPED)
        known = self.choices.findData(choice)
        self.choices.setCurrentIndex(known if known >= 0 else self.choices.count() - 1)
        is_typed = self.choices.currentData() == TYPED
        if is_typed and not self.typed.hasFocus():
            self.typed.setText(choice)
        self.typed.setVisible(is_typed)
        self._is_filling = False

    def _choose(self) -> None:
        if self._is_filling:
            return
        chosen = self.choices.currentData()
        self.typed.setVisible(chosen == TYPED)
        self._error.hide()
        if chosen == TYPED:
            self.typed.setFocus()
        else:
            self._reach.choose(str(chosen))

    def _take_typed(self) -> None:
        typed = self.typed.text().strip().rstrip("/")
        if typed == self._reach.choice:
            return
        if not typed.startswith(("http://", "https://")) or is_local(typed):
            self._error.setText(
                self._tools.words.tr(
                    "Please write it whole, as https://ideas.example.com, and not localhost."
                )
            )
            self._error.show()
            return
        self._error.hide()
        self._reach.choose(typed)

    def _build(self, can_be_tried: bool) -> None:
        theme, tr = self._tools.theme, self._tools.words.tr
        self.choices = Choice(theme)
        self.choices.setObjectName("address-choices")
        self.choices.setAccessibleName(tr("Address on the codes"))
        self.choices.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.choices.setMinimumContentsLength(18)
        self.typed = QLineEdit()
        self.typed.setObjectName("typed-address")
        self.typed.setAccessibleName(tr("Another address"))
        self.typed.setPlaceholderText("https://")
        self._error = label("", "error", wrap=True)
        self._error.setObjectName("error-address")
        self._error.hide()
        self.state = label("", "soft", wrap=True)
        self.state.setObjectName("address-state")
        self.test = Button(theme, tr("Can phones reach me?"), role=ON_WALL, icon="phone")
        self.test.setObjectName("test-reach")
        self.test.setVisible(can_be_tried)
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(self.choices, 1)
        row.addWidget(self.test)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(label(tr("Address on the codes"), "heading"))
        column.addLayout(row)
        column.addWidget(self.typed)
        column.addWidget(self._error)
        column.addWidget(self.state)
        self.choices.currentIndexChanged.connect(self._choose)
        self.typed.editingFinished.connect(self._take_typed)
        self.test.clicked.connect(self.test_requested)


def _described(found: MachineAddress, words: Words) -> str:
    """An address and what lies behind it, in the shop's words."""
    behind = {
        "wired": words.tr("by cable"),
        "wireless": words.tr("by Wi-Fi"),
        "tunnel": words.tr("through a VPN: phones do not reach it"),
        "virtual": words.tr("inside this computer: phones do not reach it"),
    }[found.network.value]
    return f"{found.address}, {behind}"
