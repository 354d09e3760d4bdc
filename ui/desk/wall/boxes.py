"""The boxes of the wall: each is made when it is first wanted."""

from __future__ import annotations

from uuid import UUID

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from app.domain.ledger import Entry
from app.domain.notices import PaperSize
from app.domain.walls import Measures, Place
from ui.desk.tools import Tools
from ui.desk.wall.looking import Looked
from ui.desk.wall.place_box import PlaceBox
from ui.desk.wall.plan_box import PlanBox
from ui.desk.wall.printing import WallPrinting
from ui.desk.wall.sheet_box import SheetBox
from ui.desk.wall.verbs import WallVerbs

IMPERIAL = frozenset({PaperSize.LETTER, PaperSize.HALF_LETTER})


class WallBoxes(QObject):
    idea_requested = Signal(object)

    def __init__(
        self, *, tools: Tools, verbs: WallVerbs, printing: WallPrinting, size: PaperSize, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._tools, self._verbs, self._printing, self._page = tools, verbs, printing, parent
        self._size = size
        self._place: PlaceBox | None = None
        self._sheet: SheetBox | None = None
        self._plan: PlanBox | None = None

    @property
    def is_begun(self) -> bool:
        return self._place is not None and self._place.is_begun

    @property
    def sheet(self) -> SheetBox | None:
        return self._sheet

    def add_place(self) -> None:
        self._place_box().begin_new()

    def change_place(self, place: Place) -> None:
        self._place_box().begin_change(place)

    def open_sheet(self, entry: Entry, looked: Looked) -> None:
        self._sheet_box().begin_for(entry, looked)

    def show_anew(self, looked: Looked) -> None:
        if self._sheet is not None:
            self._sheet.show_anew(looked)

    def plan(self, looked: Looked) -> None:
        if self._plan is None:
            self._plan = PlanBox(self._tools, self._page.window())
            self._plan.follow_requested.connect(self._printing.follow)
        self._plan.begin_for(looked)

    def _place_box(self) -> PlaceBox:
        if self._place is None:
            box = PlaceBox(self._tools, self._page.window(), is_imperial=self._size in IMPERIAL)

            def keep(place: Place | None, name: str, measures: Measures | None) -> None:
                if place is None:
                    self._verbs.add_place(box, name, measures)
                else:
                    self._verbs.change_place(box, place, name, measures)

            box.entered.connect(keep)
            box.removed.connect(lambda place: self._verbs.remove_place(box, place))
            self._place = box
        return self._place

    def _sheet_box(self) -> SheetBox:
        if self._sheet is None:
            box = SheetBox(self._tools, self._page.window())

            def take_copy_down(hanging_id: UUID, by: str) -> None:
                self._verbs.take_copy_down(hanging_id, by=by)

            def take_down(entry: Entry, by: str) -> None:
                self._verbs.take_down([entry.notice.id], by=by, box=box)

            box.print_requested.connect(lambda entry: self._printing.reprint([entry]))
            box.down_requested.connect(take_down)
            box.copy_down_requested.connect(take_copy_down)
            box.back_requested.connect(lambda entry: self._verbs.put_back([entry.notice.id]))
            box.hang_requested.connect(lambda entry, place: self._verbs.hang([entry.notice.id], place))
            box.idea_requested.connect(self.idea_requested)
            self._sheet = box
        return self._sheet
