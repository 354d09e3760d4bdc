"""After the steps: the first code, named and printed."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QPainter

from app.domain.code_sheets import CodeChoice
from app.domain.errors import AppError
from app.domain.notices import PaperSize
from app.domain.placements import Placement, placement_link
from app.domain.shop import Shop
from ui.desk.paperwork import Paperwork
from ui.desk.printing.fresh import FreshSheets
from ui.desk.printing.printable import Choice, Printable
from ui.desk.printing.printing import Printing
from ui.desk.reach import Reach
from ui.desk.shop.field import Field, Line
from ui.desk.start.step import Step
from ui.desk.tools import Tools
from ui.shared.labels import label

if TYPE_CHECKING:
    from app.services.owner.owner import Owner
    from ui.paper.document import Document

PAPER = PaperSize.A4


class EndStep(Step):
    """`printed`: the sheet was sent, and its place is remembered."""

    printed = Signal()

    def __init__(
        self, tools: Tools, owner: Owner, reach: Reach, paperwork: Paperwork, printing: Printing
    ) -> None:
        tr = tools.words.tr
        super().__init__(
            tools,
            tr("Your board is ready."),
            tr("Print the first code, hang it where people wait, and the first idea can come."),
        )
        self._owner = owner
        self._reach = reach
        self._paperwork = paperwork
        self._printing = printing
        self._shop: Shop | None = None
        self.place = Line()
        self.place.setObjectName("start-place")
        self.place.setText(tr("Counter"))
        self.fields["label"] = Field("start-place", tr("Where will it hang?"), self.place)
        self.why_not = label("", wrap=True)
        self.why_not.setObjectName("start-why-not")
        self.add([self.fields["label"], self.why_not])
        self.place.textEdited.connect(self._tell)
        reach.changed.connect(self._show_reach)
        self.setFocusProxy(self.place)
        self._show_reach()

    @property
    def can_print(self) -> bool:
        return bool(self._reach.for_paper)

    def enter(self) -> None:
        self._reach.look_again()

    def show_shop(self, shop: Shop) -> None:
        self._shop = shop

    def painter_of(self, shop: Shop) -> Callable[[QPainter], None] | None:
        """The sheet as it will print, its code for the form itself; None while there is no address."""
        if not self.can_print:
            return None
        now = self._tools.clock.now()
        shown = Placement(id=shop.id, token="", label=self.place.text(), created_at=now)
        [paint] = self._paperwork.codes.poster(shop, shown, f"{self._reach.for_paper}/new", PAPER).paints()
        return paint

    def print(self) -> None:
        """Make the place, draw its poster, and let the system's dialog print it."""
        shop, name, base, owner = self._shop, self.place.text(), self._reach.for_paper, self._owner
        paperwork = self._paperwork
        if shop is None or not base:
            return

        def print_poster(placement: Placement) -> None:
            link = placement_link(base, placement)
            chosen = CodeChoice(size=PAPER)

            fresh = FreshSheets(tools=self._tools, owner=owner)

            def numbered(_choice: Choice) -> Document:
                fresh.begin()
                notice = owner.wall.make(chosen.order(placement.id), address=base)
                fresh.note(notice)
                return paperwork.codes.document(shop, placement, link, chosen, number=notice.number)

            poster = Printable(
                title=self._tools.words.tr("Poster %(place)s", place=placement.label),
                document=lambda _choice: paperwork.codes.document(shop, placement, link, chosen),
                make=numbered,
                sizes=(),
                designs=(),
                usual=Choice(size=PAPER),
                on_printed=lambda _choice: self._note_printed(placement, link),
                on_given_up=lambda _choice: fresh.give_up(lambda: None),
            )
            self._printing.print_now(poster)

        self._tools.background.run(lambda: owner.placement_for(name), print_poster, self._refuse)

    def _note_printed(self, placement: Placement, link: str) -> None:
        owner = self._owner
        self._tools.background.run(
            lambda: owner.note_printed_address(placement.id, link), lambda _done: self.printed.emit()
        )

    def _refuse(self, error: AppError) -> None:
        if not self.refuse(error):
            self._tools.messages.warn(self._tools.words.error(error))

    def _show_reach(self) -> None:
        self.why_not.setText("" if self.can_print else self._reach.why_no_code)
        self.why_not.setVisible(not self.can_print)
        self.changed.emit()
