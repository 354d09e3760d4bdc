"""A place where paper hangs: its name, and for a board how wide and high it is."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QDoubleSpinBox, QWidget

from app.domain.errors import AppError, Conflict
from app.domain.walls import LARGEST_MM, SMALLEST_MM, Measures, Place
from ui.desk.shop.cells import Cell, Flow
from ui.desk.shop.field import CalmWheel, Line, beside
from ui.desk.storms.box import StormBox
from ui.desk.tools import Tools
from ui.shared.buttons import CHOICE, UNDERLINED, Button
from ui.shared.labels import label

WIDTH = 520
MM_PER_INCH = 25.4
USUAL_CM = ((60, 40), (90, 60), (120, 90), (100, 70))
USUAL_INCHES = ((24, 18), (36, 24), (48, 36))


@dataclass(frozen=True, slots=True)
class Unit:
    """A length as it is said here, and in millimetres."""

    millimetres: float
    suffix: str
    usual: tuple[tuple[int, int], ...]

    def shown(self, millimetres: int) -> float:
        return round(millimetres / self.millimetres, 1)

    def kept(self, shown: float) -> int:
        return round(shown * self.millimetres)


class PlaceBox(StormBox):
    """`entered` carries the Place that is changed, None for a new one, its name and Measures or None;
    `removed` a Place."""

    entered = Signal(object, str, object)
    removed = Signal(object)

    def __init__(self, tools: Tools, parent: QWidget, *, is_imperial: bool) -> None:
        tr = tools.words.tr
        super().__init__(tools, parent, title=tr("New place"), keep=tr("Keep"))
        self.setObjectName("wall-place-box")
        self._place: Place | None = None
        cm = Unit(10, tr(" cm"), USUAL_CM)
        self._unit = Unit(MM_PER_INCH, tr(" in"), USUAL_INCHES) if is_imperial else cm
        self._fill_box()

    @property
    def is_begun(self) -> bool:
        """Whether a name was typed for a place that is not there yet."""
        return self._place is None and bool(self.name.text().strip())

    @property
    def measures(self) -> Measures | None:
        if not self.board.isChecked():
            return None
        return Measures(self._unit.kept(self.across.value()), self._unit.kept(self.down.value()))

    def begin_new(self) -> None:
        tr = self.tools.words.tr
        if self._place is not None:
            self.name.setText("")
        self._place = None
        self.say_title(tr("New place"))
        self.remove.hide()
        self._show_measured()
        self.begin(self.name)

    def begin_change(self, place: Place) -> None:
        self._place = place
        self.say_title(place.name)
        self.name.setText(place.name)
        (self.board if place.is_board else self.plain).setChecked(True)
        if place.measures is not None:
            self.across.setValue(self._unit.shown(place.measures.width))
            self.down.setValue(self._unit.shown(place.measures.height))
        self.remove.show()
        self._show_measured()
        self.begin(self.name)

    def width_wanted(self) -> int:
        return WIDTH

    def wanted(self) -> None:
        self.entered.emit(self._place, self.name.text(), self._same_or_new())

    def taken(self) -> None:
        super().taken()
        self.name.setText("")
        self._place = None

    def refused(self, error: AppError) -> None:
        """A name that is taken is wrong at its field."""
        super().refused(error)
        if isinstance(error, Conflict):
            self._show_error("name", self.tools.words.error(error))

    def field_of(self, field: str) -> str:
        return {"width": "measures", "height": "measures"}.get(field, field)

    def _same_or_new(self) -> Measures | None:
        """What was not touched is not rounded to the unit that is shown."""
        known, shown = (self._place.measures if self._place else None), self.measures
        if known is None or shown is None:
            return shown
        unit = self._unit
        width = known.width if unit.shown(known.width) == self.across.value() else shown.width
        return Measures(
            width, known.height if unit.shown(known.height) == self.down.value() else shown.height
        )

    def _fill_box(self) -> None:
        tools, tr = self.tools, self.tools.words.tr
        self.explain(
            tr("A board has measures, so that it can be drawn as it is. A window or a counter needs none.")
        )
        self.name = Line()
        self.name.setPlaceholderText(tr("Board by the door, window, counter …"))
        self.field("name", tr("What is it called?"), self.name)
        self.board = Cell(tools.theme, tr("A board that I measure"))
        self.board.setObjectName("wall-is-board")
        self.plain = Cell(tools.theme, tr("A place without measures"))
        self.plain.setObjectName("wall-is-plain")
        self.board.setChecked(True)
        group = QButtonGroup(self)
        for cell in (self.board, self.plain):
            group.addButton(cell)
        self.inside.addWidget(Flow(tools.theme, [self.board, self.plain]))
        self._add_measures()
        self.remove = Button(tools.theme, tr("Remove this place"), role=UNDERLINED)
        self.remove.setObjectName("wall-remove-place")
        self.remove.clicked.connect(self._remove)
        self.inside.addWidget(self.remove, 0, Qt.AlignmentFlag.AlignLeading)
        for cell in (self.board, self.plain):
            cell.toggled.connect(self._show_measured)

    def _add_measures(self) -> None:
        tools, tr = self.tools, self.tools.words.tr
        self._calm = CalmWheel(self)
        self.across, self.down = self._length(tr("Width")), self._length(tr("Height"))
        self.across.setObjectName("wall-width")
        self.down.setObjectName("wall-height")
        row = beside(self.across, label(tr("wide")), self.down, label(tr("high")))
        self._measures = self.field("measures", tr("How large is it?"), self.across, row)
        self.across.setObjectName("wall-width")
        cells: list[QWidget] = []
        for wide, high in self._unit.usual:
            cell = Button(tools.theme, f"{wide} × {high}", role=CHOICE)
            cell.setObjectName(f"wall-usual-{wide}")
            cell.clicked.connect(partial(self._take_usual, wide, high))
            cells.append(cell)
        self._usual = Flow(tools.theme, [label(tr("Usual ones:"), "small"), *cells])
        self.inside.addWidget(self._usual)
        wide, high = self._unit.usual[1]
        self._take_usual(wide, high)

    def _length(self, name: str) -> QDoubleSpinBox:
        made, unit = QDoubleSpinBox(), self._unit
        made.setDecimals(1)
        # A length that is typed too large or too small is told and not quietly bent.
        made.setRange(unit.shown(SMALLEST_MM) / 10, unit.shown(LARGEST_MM) * 10)
        made.setSuffix(unit.suffix)
        made.setAlignment(Qt.AlignmentFlag.AlignCenter)
        made.setAccessibleName(name)
        self._calm.hold(made)
        return made

    def _take_usual(self, wide: int, high: int) -> None:
        self.across.setValue(wide)
        self.down.setValue(high)

    def _show_measured(self) -> None:
        is_board = self.board.isChecked()
        self._measures.setVisible(is_board)
        self._usual.setVisible(is_board)
        self.resettle()

    def _remove(self) -> None:
        if self._place is not None:
            self.removed.emit(self._place)
