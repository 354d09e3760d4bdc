"""What belongs to this computer and these eyes: how the desk looks, when it starts, where it goes."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QSpinBox

from app.domain.errors import AppError
from app.domain.notices import PaperSize
from app.settings import Settings
from ui.desk.settings.sheet import SettingsSheet
from ui.desk.settings.starting import Starting
from ui.desk.shop.cells import Cell, Flow
from ui.desk.shop.field import CalmWheel, Field
from ui.desk.shop.look_box import LookBox
from ui.desk.tools import Tools
from ui.shared.papers import size_in_words

FIRST_PORT, LAST_PORT = 1024, 65535


class ComputerSheet(SettingsSheet):
    """`look_chosen` carries theme and text size, `kept_in_tray` whether the desk stays there when its window
    is closed, `paper_chosen` a size, `ports_chosen` the two ports for the next start."""

    look_chosen = Signal(str, int)
    kept_in_tray = Signal(bool)
    paper_chosen = Signal(str)
    ports_chosen = Signal(int, int)

    def __init__(self, *, tools: Tools, settings: Settings, starting: Starting, has_tray: bool) -> None:
        tr = tools.words.tr
        super().__init__(tools, tr("This computer"), tr("For this computer only; customers see none of it."))
        self._starting = starting
        self._wheel = CalmWheel(self)
        self._look = LookBox(tools, self._wheel)
        self._look.chosen.connect(self.look_chosen)
        self.add(self._look)
        self._build_starting(settings, has_tray=has_tray)
        self._build_paper(settings)
        self._build_ports(settings)
        self.end()

    def _build_starting(self, settings: Settings, *, has_tray: bool) -> None:
        theme, tr = self._tools.theme, self._tools.words.tr
        self.add_heading(tr("Starting and closing"))
        self.autostart = Cell(theme, tr("Start Teacup when I log in"))
        self.autostart.setObjectName("autostart")
        self.autostart.setChecked(self._starting.is_on())
        self.autostart.clicked.connect(self._set_autostart)
        self._autostart_field = Field("autostart", "", self.autostart, Flow(theme, [self.autostart]))
        self.tray = Cell(theme, tr("Stay in the tray when closed"))
        self.tray.setObjectName("keep-in-tray")
        self.tray.setChecked(settings.tray and has_tray)
        self.tray.setEnabled(has_tray)
        self.tray.clicked.connect(self.kept_in_tray)
        tray_field = Field("tray", "", self.tray, Flow(theme, [self.tray]))
        tray_field.say(
            tr("Customers go on writing while it is there.") if has_tray else tr("This system shows no tray.")
        )
        self.add(self._autostart_field)
        self.add(tray_field)

    def _build_paper(self, settings: Settings) -> None:
        theme, tr = self._tools.theme, self._tools.words.tr
        self.add_heading(tr("Paper"))
        cells = []
        group = QButtonGroup(self)
        for size in PaperSize:
            cell = Cell(theme, size_in_words(size, self._tools.words))
            cell.setObjectName(f"usual-{size.value}")
            group.addButton(cell)
            cell.setChecked(size.value == settings.paper_size)
            cell.clicked.connect(lambda _checked=False, size=size: self.paper_chosen.emit(size.value))
            cells.append(cell)
        self.add(Field("usual-paper", tr("Usual sheet of a notice"), cells[0], Flow(theme, cells)))

    def _build_ports(self, settings: Settings) -> None:
        tr = self._tools.words.tr
        self.add_heading(tr("The shop’s server"))
        self.port, self.tls_port = QSpinBox(), QSpinBox()
        for box, name, value in (
            (self.port, "port", settings.port),
            (self.tls_port, "tls-port", settings.tls_port),
        ):
            box.setObjectName(name)
            box.setRange(FIRST_PORT, LAST_PORT)
            box.setValue(value)
            box.setGroupSeparatorShown(False)
            box.setAlignment(Qt.AlignmentFlag.AlignCenter)
            box.setKeyboardTracking(False)
            box.setMaximumWidth(self._tools.theme.px(140))
            self._wheel.hold(box)
            box.valueChanged.connect(self._tell_ports)
        customers = Field("port-field", tr("Port for phones"), self.port)
        customers.say(
            tr("Printed codes carry it. Another one holds from the next start on, and old codes die.")
        )
        self.add(customers)
        self.add(Field("tls-port-field", tr("Port for kiosks"), self.tls_port))

    def _set_autostart(self, wanted: bool) -> None:
        try:
            self._starting.set(wanted)
        except AppError as error:
            self.autostart.setChecked(not wanted)
            self._autostart_field.show_error(self._tools.words.error(error))
            return
        self._autostart_field.show_error("")

    def _tell_ports(self) -> None:
        self.ports_chosen.emit(self.port.value(), self.tls_port.value())
