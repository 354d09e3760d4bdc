"""The wall: the board as it hangs, the ledger of all sheets, and what is no longer true."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import QPoint, Signal
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.domain.errors import AppError
from app.domain.ledger import Entry, Show
from app.domain.notices import PaperSize
from app.domain.shop import Shop
from app.domain.walls import Position
from ui.desk.reach import Answer, Reach
from ui.desk.tools import Tools
from ui.desk.wall import looking
from ui.desk.wall.boxes import WallBoxes
from ui.desk.wall.face import WallFace
from ui.desk.wall.looking import Looked, Wish
from ui.desk.wall.printing import WallPrinting
from ui.desk.wall.sheet_menu import SheetMenu
from ui.desk.wall.verbs import WallVerbs
from ui.shared.keys import bind

if TYPE_CHECKING:
    from app.services.owner.owner import Owner


class WallPage(QWidget):
    """`acted` says that an own verb was done, `counted` carries how many sheets are stale, `idea_requested`
    the id of an idea to open, `inbox_requested` leads to where answers are printed."""

    acted = Signal()
    counted = Signal(int)
    idea_requested = Signal(object)
    inbox_requested = Signal()

    def __init__(
        self,
        *,
        tools: Tools,
        owner: Owner,
        shop: Shop,
        reach: Reach,
        printing: WallPrinting,
        paper_size: PaperSize,
    ) -> None:
        super().__init__()
        self._tools = tools
        self._owner = owner
        self._shop = shop
        self._reach = reach
        self._paper_size = paper_size
        self._question = 0
        self._is_stale = False
        self._place: UUID | None = None
        self._is_chosen = False
        self._show = Show.HANGING
        self._sought = ""
        self._wanted: str | None = None
        self.looked: Looked | None = None
        self.face = WallFace(tools)
        self.verbs = WallVerbs(tools=tools, owner=owner)
        self.printing = printing
        self.boxes = WallBoxes(
            tools=tools, verbs=self.verbs, printing=self.printing, size=paper_size, parent=self
        )
        self.menu = SheetMenu(tools=tools, verbs=self.verbs, printing=self.printing, parent=self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.face)
        self._connect()
        self.setFocusProxy(self.face.board)
        self.refresh()

    @property
    def is_begun(self) -> bool:
        return self.boxes.is_begun

    def take_shop(self, shop: Shop) -> None:
        self._shop = shop
        self.refresh()

    def refresh(self) -> None:
        """As it is now. A page that nobody sees reads when it is seen again."""
        self._is_stale = not self.isVisible()
        if not self._is_stale:
            self._read()

    def look_up(self, text: str) -> None:
        """The sheet of that number or code, opened."""
        address = self._reach.for_paper
        self._tools.background.run(
            lambda: self._owner.wall.find(text, address=address), self._found, self._not_found
        )

    def reprint_stale(self) -> None:
        """All that can be printed anew, in one go."""
        if self.looked is not None:
            self._print_again([reason.id for reason in looking.alarm_reasons(self.looked, self._tools.words)
                               if reason.can_be_printed])  # fmt: skip

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._is_stale:
            self.refresh()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """A number is typed, or a code scanned, from anywhere on the page."""
        if not self.face.finding.take(event):
            super().keyPressEvent(event)

    # Reading

    def _read(self) -> None:
        self._is_stale = False
        self._question += 1
        question = self._question
        wish = Wish(
            place=self._place,
            is_chosen=self._is_chosen,
            show=self._show,
            words=self._sought,
            address=self._reach.for_paper,
            size=self._paper_size,
        )
        today = self._shop.local_date(self._tools.clock.now())
        self._tools.background.run(
            lambda: looking.look(self._owner, wish, today, self._tools.words),
            partial(self._take, question),
            self._miss,
        )

    def _take(self, question: int, looked: Looked) -> None:
        if question != self._question:
            return
        self.looked = looked
        self._place = looked.place.place.id if looked.place else None
        self.counted.emit(len(looked.stale))
        self.face.show_looked(looked)
        self._say_of_codes(looked)
        self.boxes.show_anew(looked)
        self.setFocusProxy(self.face.first_stop)

    def _say_of_codes(self, looked: Looked) -> None:
        """An address that does not answer leads nowhere, whichever sheet carries it."""
        carries = any(entry.notice.shown.address for entry in looked.hanging)
        is_dead = carries and self._reach.answer is Answer.NO
        said = self._tools.words.tr(
            "The codes on these sheets lead nowhere now: your customers’ pages do not answer."
        )
        self.face.say_of_codes(said if is_dead else "")

    def _miss(self, error: AppError) -> None:
        self._tools.messages.warn(self._tools.words.error(error))

    # Sheets

    def _found(self, entry: Entry) -> None:
        self.face.finding.found()
        self.face.choose(entry)
        if self.looked is not None:
            self.boxes.open_sheet(entry, self.looked)

    def _not_found(self, error: AppError) -> None:
        """Words are no number: of one line that has them, it is that one."""
        lines = self.face.model.lines
        if len(lines) == 1 and self._sought == self.face.finding.words:
            self._open(lines[0].id)
            return
        self.face.finding.not_found(self._tools.words.error(error))

    def _open(self, id: UUID) -> None:
        entry = self._entry(id)
        if entry is not None and self.looked is not None:
            self.boxes.open_sheet(entry, self.looked)

    def _entry(self, id: UUID) -> Entry | None:
        """Of a sheet, or of a copy of one."""
        if self.looked is None:
            return None
        copy = self.looked.copy(id)
        return self.looked.entry(copy.notice_id if copy else id)

    def _entries(self, ids: Sequence[UUID]) -> list[Entry]:
        return [entry for id in ids if (entry := self._entry(id)) is not None]

    def _print_again(self, ids: Sequence[UUID]) -> None:
        self.printing.reprint(self._entries(ids))

    def _move(self, id: UUID, x: int, y: int) -> None:
        self.verbs.move_copy(id, Position(x, y))

    def _drop(self, notice_id: UUID, x: int, y: int) -> None:
        """From the ledger onto the board: a copy that hangs there already moves, another one is hung."""
        looked = self.looked
        if looked is None or looked.place is None:
            return
        at = Position(x, y) if x >= 0 else None
        here = [copy for copy in looked.place.hangings if copy.notice_id == notice_id]
        if len(here) == 1:
            self.verbs.move_copy(here[0].id, at)
        else:
            self.verbs.hang([notice_id], looked.place.place, at)

    def _open_menu(self, id: UUID, at: QPoint) -> None:
        """Of all that are chosen in the ledger, where the one that was pressed is among them."""
        looked = self.looked
        if looked is None:
            return
        chosen = self.face.ledger.chosen_ids
        ids = chosen if id in chosen else [id]
        self.menu.open(self._entries(ids), looked, looked.copy(id), at)

    def _choose_beside(self, id: UUID) -> None:
        """What is chosen on the board is chosen in the ledger too."""
        entry = self._entry(id)
        if entry is not None:
            self.face.ledger.choose(entry.notice.id)

    def _take_down_chosen(self) -> None:
        ids = self.face.ledger.chosen_ids
        hanging = [entry.notice.id for entry in self._entries(ids) if entry.notice.hangs]
        if hanging:
            self.verbs.take_down(hanging)

    def _print_chosen(self) -> None:
        self._print_again(self.face.ledger.chosen_ids)

    # Places

    def _choose_place(self, id: UUID | None) -> None:
        self._place, self._is_chosen = id, True
        self._read()

    def _change_place(self) -> None:
        if self.looked is not None and self.looked.place is not None:
            self.boxes.change_place(self.looked.place.place)

    def _begin(self) -> None:
        """The one next step of an empty wall."""
        if self.looked is not None and self.looked.is_empty:
            self.boxes.add_place()
        else:
            self.inbox_requested.emit()

    def _show_lines(self, show: Show) -> None:
        self._show = show
        self._read()

    def _seek(self, words: str) -> None:
        if words != self._sought:
            self._sought = words
            self._read()

    def _plan(self) -> None:
        if self.looked is not None:
            self.boxes.plan(self.looked)

    def _after_act(self) -> None:
        self.acted.emit()
        self.refresh()

    def _connect(self) -> None:
        face = self.face
        face.head.place_chosen.connect(self._choose_place)
        face.head.add_requested.connect(self.boxes.add_place)
        face.head.change_requested.connect(self._change_place)
        face.board.opened.connect(self._open)
        face.board.moved.connect(self._move)
        face.board.dropped.connect(self._drop)
        face.board.menu_requested.connect(self._open_menu)
        face.board.current_changed.connect(self._choose_beside)
        face.ledger.opened.connect(self._open)
        face.ledger.menu_requested.connect(self._open_menu)
        face.show_chosen.connect(self._show_lines)
        face.finding.entered.connect(self.look_up)
        face.finding.narrowed.connect(self._seek)
        face.alarm.print_requested.connect(self._print_again)
        face.alarm.down_requested.connect(self.verbs.take_down)
        face.next.hang_requested.connect(self._plan)
        face.empty.step.clicked.connect(self._begin)
        self.boxes.idea_requested.connect(self.idea_requested)
        self.menu.idea_requested.connect(self.idea_requested)
        self.menu.opened.connect(self._open)
        self.verbs.acted.connect(self._after_act)
        self.verbs.refused.connect(self.refresh)
        self.verbs.place_made.connect(self._choose_place)
        self.printing.acted.connect(self.refresh)
        self._reach.changed.connect(self.refresh)
        for key, act in (
            ("Ctrl+F", face.finding.field.setFocus),
            ("Delete", self._take_down_chosen),
            ("Ctrl+P", self._print_chosen),
            ("Ctrl+PgDown", lambda: face.head.step(1)),
            ("Ctrl+PgUp", lambda: face.head.step(-1)),
        ):
            bind(self, key, act)
