"""The Wi-Fi that customers may join. Its name is remembered; its password is asked for each time and kept
nowhere."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.domain.wifi import LONGEST_PASSWORD, NAME_BYTES, WifiNetwork, wifi_network
from ui.desk.shop.cells import Cell, Flow
from ui.desk.shop.field import Field, Line
from ui.desk.tools import Tools
from ui.shared.labels import label


class WifiFields(QWidget):
    """`changed` when another network is meant."""

    changed = Signal()

    def __init__(self, tools: Tools, name: str) -> None:
        super().__init__()
        self._tools = tools
        self._build(name)

    @property
    def is_begun(self) -> bool:
        """Whether there is enough of it to find something wrong."""
        return bool(self.name.text() and (self.password.text() or self.open.isChecked()))

    def network(self) -> WifiNetwork:
        """Raises InvalidInput on `network` or `password`."""
        return wifi_network(
            self.name.text(),
            self.password.text(),
            is_open=self.open.isChecked(),
            is_hidden=self.hidden.isChecked(),
        )

    def forget_password(self) -> None:
        self.password.clear()

    def _show_open(self) -> None:
        self._password_field.setVisible(not self.open.isChecked())
        self.changed.emit()

    def _build(self, name: str) -> None:
        theme, tr = self._tools.theme, self._tools.words.tr
        self.name = Line(name)
        self.name.setObjectName("wifi-name")
        self.name.setMaxLength(NAME_BYTES)
        self.password = Line()
        self.password.setObjectName("wifi-password")
        self.password.setMaxLength(LONGEST_PASSWORD + 1)
        self._password_field = Field("password", tr("Its password"), self.password)
        self._password_field.say(tr("It stands on the card. Teacup does not keep it."))
        self.open = Cell(theme, tr("No password"))
        self.open.setObjectName("wifi-open")
        self.hidden = Cell(theme, tr("Hidden name"))
        self.hidden.setObjectName("wifi-hidden")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(Field("network", tr("Name of the Wi-Fi"), self.name))
        column.addWidget(self._password_field)
        column.addWidget(Flow(theme, [self.open, self.hidden]))
        column.addWidget(
            label(
                tr(
                    "Take a guest Wi-Fi, never the one of your till. Try “Can phones reach me?” in it first: "
                    "many keep phones apart from this computer."
                ),
                "small",
                wrap=True,
            )
        )
        self.name.textEdited.connect(self.changed)
        self.password.textEdited.connect(self.changed)
        self.open.clicked.connect(self._show_open)
        self.hidden.clicked.connect(self.changed)
