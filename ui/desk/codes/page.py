"""QR codes: where they hang, how often they are scanned, whether they lead here, and the sheet to print."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QLineEdit, QStackedWidget, QVBoxLayout, QWidget

from app import qr
from app.domain.code_sheets import TITLES, CodeChoice
from app.domain.errors import AppError
from app.domain.placements import Placement, carries_another, placement_link
from app.domain.shop import Shop
from ui.desk.codes.address_box import AddressBox
from ui.desk.codes.callers import is_this_computer
from ui.desk.codes.mat import CodesMat
from ui.desk.codes.place_list import Leads, Place, PlaceHead, PlaceModel, PlaceRows
from ui.desk.codes.reach_test import ReachTest
from ui.desk.files import file_name, saved_sentence, write_file
from ui.desk.paperwork import Paperwork
from ui.desk.preferences import Preferences
from ui.desk.printing.fresh import FreshSheets
from ui.desk.printing.printable import Choice, Printable
from ui.desk.printing.printing import Printing
from ui.desk.reach import Answer, Reach
from ui.desk.tools import Tools
from ui.shared.buttons import Button
from ui.shared.empty_place import EmptyPlace
from ui.shared.labels import label
from ui.shared.scrolling import scrolling

if TYPE_CHECKING:
    from app.services.owner.owner import Owner
    from ui.paper.document import Document

MARGIN = 40
# The least that the places want of the page: across, and for their rows where the mat lies below them.
PLACES_NEED, ROWS_NEED = 340, 200


class CodesPage(QWidget):
    def __init__(
        self,
        *,
        tools: Tools,
        owner: Owner,
        shop: Shop,
        reach: Reach,
        paperwork: Paperwork,
        printing: Printing,
        preferences: Preferences,
        languages: Sequence[str],
        can_be_tried: bool,
    ) -> None:
        super().__init__()
        self._tools = tools
        self._owner = owner
        self._shop = shop
        self._reach = reach
        self._paperwork = paperwork
        self._printing = printing
        self._preferences = preferences
        self._placements: list[Placement] = []
        self._wanted: UUID | None = None
        self._test: ReachTest | None = None
        self.model = PlaceModel(tools.words, self)
        self.addresses = AddressBox(tools, reach, can_be_tried=can_be_tried)
        self.mat = CodesMat(tools, shop, languages, preferences.settings.guest_wifi)
        self._build()
        self._connect()
        self.setFocusProxy(self.rows)
        self._show_sheet()

    @property
    def test(self) -> ReachTest | None:
        """The "can phones reach me?" window, once it was opened."""
        return self._test

    @property
    def chosen(self) -> Place | None:
        return self.model.place_at(self.rows.currentIndex().row())

    def open(self) -> None:
        """Read the places, and look again whether the address answers."""
        self.refresh()
        self._reach.look_again()

    def refresh(self) -> None:
        self._tools.background.run(self._owner.placements, self._show_placements)

    def take_shop(self, shop: Shop) -> None:
        self._shop = shop
        self.mat.fields.take_shop(shop)
        self._show_sheet()

    def phone_reached(self, token: str, address: str) -> None:
        """Somebody at `address` opened the page of the test; this computer itself proves nothing."""
        if self._test is None:
            return
        if is_this_computer(address, [known.address for known in self._reach.addresses]):
            self._test.this_computer_came(token)
        else:
            self._test.phone_came(token)

    def begin_test(self) -> None:
        tr = self._tools.words.tr
        if not self._reach.base or self._reach.is_local_only:
            self._tools.messages.warn(
                tr("No phone could follow the address yet. Please start the customers’ pages first.")
            )
            return
        if self._test is None:
            self._test = ReachTest(self._tools, self.window())
        self._test.begin(self._reach.base)

    def begin_place(self) -> None:
        """Ask where a new code will hang."""
        self._form.show()
        self._empty.step.hide()
        self.label_field.setFocus(Qt.FocusReason.OtherFocusReason)

    def add_place(self) -> None:
        """The place that is typed; a refusal stands at the field."""
        name = self.label_field.text()
        self._tools.background.run(lambda: self._owner.add_placement(name), self._added, self._refuse_label)

    # Places

    def _show_placements(self, placements: Sequence[Placement]) -> None:
        self._placements = [each for each in placements if each.retired_at is None]
        self._placements.sort(key=lambda each: (-each.scans, each.created_at))
        self._show_places()

    def _show_places(self) -> None:
        chosen = self.chosen.placement.id if self.chosen else None
        wanted = self._wanted or chosen
        self.model.show_places([self._place_of(each) for each in self._placements])
        self._stack.setCurrentWidget(self._table if self._placements else self._empty)
        self._tell_lost()
        ids = [each.id for each in self._placements]
        if ids:
            row = ids.index(wanted) if wanted in ids else 0
            self._wanted = None
            self.rows.setCurrentIndex(self.model.index(row))
        self._show_sheet()

    def _place_of(self, placement: Placement) -> Place:
        base = self._reach.for_paper
        link = placement_link(base, placement) if base else ""
        return Place(placement, link, self._leads(placement))

    def _leads(self, placement: Placement) -> Leads:
        """By what the last sheet carried: an address that we have left may still forward, or not."""
        if not placement.address:
            return Leads.NOT_PRINTED
        if carries_another(placement, self._reach.base):
            return Leads.ELSEWHERE
        return Leads.HERE if self._reach.answer is Answer.YES else Leads.NOWHERE

    def _tell_lost(self) -> None:
        """Codes on paper that carry another address than today's, once it is known that today's answers."""
        base = self._reach.for_paper
        lost = [each for each in self._placements if base and carries_another(each, base)]
        said = self._tools.words.trn(
            "%(count)s code on paper carries another address than today’s. "
            "Print it anew, or it may lead nowhere.",
            "%(count)s codes on paper carry another address than today’s. "
            "Print them anew, or they may lead nowhere.",
            len(lost),
        )
        self.lost.setText(said)
        self.lost.setVisible(bool(lost))

    def _added(self, placement: Placement) -> None:
        self.label_field.clear()
        self._show_label_error("")
        self._wanted = placement.id
        self._form.hide()
        self.refresh()
        self.rows.setFocus()

    def _refuse_label(self, error: AppError) -> None:
        self._show_label_error(self._tools.words.error(error))
        self.label_field.setFocus()

    def _show_label_error(self, sentence: str) -> None:
        self._label_error.setText(sentence)
        self._label_error.setVisible(bool(sentence))

    # The sheet

    def _show_sheet(self) -> None:
        place, tr, mat = self.chosen, self._tools.words.tr, self.mat
        if place is None:
            mat.refuse(tr("Poster"), tr("Choose a place, or make the first one."), can_try=False)
        elif not place.link:
            mat.refuse(place.placement.label, self._reach.why_no_code, can_try=bool(self._reach.base))
        elif mat.fields.needs_more:
            mat.ask_for_more(
                place.placement.label,
                tr("Type the name and the password of the Wi-Fi, and the card will lie here."),
            )
        else:
            self._show_choice(place)

    def _show_choice(self, place: Place) -> None:
        try:
            choice = self.mat.fields.choice()
        except AppError as error:
            self.mat.tell(error)
            return
        self.mat.show_sheet(
            place.placement.label, choice.page, lambda: self._document(place, choice, shows_cuts=True)
        )

    def _document(self, place: Place, choice: CodeChoice, *, shows_cuts: bool = False) -> Document:
        """As it is looked at."""
        codes, placement = self._paperwork.codes, place.placement
        return codes.document(self._shop, placement, place.link, choice, shows_cuts=shows_cuts)

    def _numbered(self, place: Place, choice: CodeChoice, fresh: FreshSheets) -> Document:
        """As it comes on paper, with its number in the ledger; off the GUI thread."""
        codes, placement = self._paperwork.codes, place.placement
        base = place.link.removesuffix(placement_link("", placement))
        fresh.begin()
        notice = self._owner.wall.make(choice.order(placement.id), address=base)
        fresh.note(notice)
        return codes.document(self._shop, placement, place.link, choice, number=notice.number)

    def _printable(self) -> Printable | None:
        """The sheet as it is chosen on the mat; nothing of it is left to choose in a box."""
        place = self.chosen
        if place is None or not place.link:
            return None
        try:
            choice = self.mat.fields.choice()
        except AppError as error:
            self.mat.tell(error)
            return None
        fresh = FreshSheets(tools=self._tools, owner=self._owner)
        return Printable(
            title=self._tools.words.tr(TITLES[choice.kind], place=place.placement.label),
            document=lambda _chosen: self._document(place, choice, shows_cuts=True),
            make=lambda _chosen: self._numbered(place, choice, fresh),
            sizes=(),
            designs=(),
            usual=Choice(size=choice.page, design=choice.design),
            on_printed=lambda _chosen: self._note_printed(place, choice),
            on_saved=lambda _chosen: self._note_printed(place, choice),
            on_given_up=lambda _chosen: fresh.give_up(self.refresh),
        )

    def _print(self) -> None:
        if printable := self._printable():
            self._printing.print_now(printable)

    def _save_sheet(self) -> None:
        if printable := self._printable():
            self._printing.save_now(printable)

    def _look_closer(self) -> None:
        if printable := self._printable():
            self._printing.begin(printable)

    def _note_printed(self, place: Place, choice: CodeChoice) -> None:
        """A print that was given up has put no address on paper. The name of the Wi-Fi is remembered, its
        password is not."""
        if choice.network is not None:
            self._preferences.remember_wifi(choice.network.name)
        self._tools.background.run(
            lambda: self._owner.note_printed_address(place.placement.id, place.link),
            lambda _noted: self.refresh(),
            self._tell,
        )

    def _save_picture(self) -> None:
        self._save_code("png", lambda place: self._paperwork.draw_picture(place.link))

    def _save_drawing(self) -> None:
        self._save_code("svg", lambda place: qr.as_svg(place.link).encode())

    def _save_code(self, suffix: str, make: Callable[[Place], bytes]) -> None:
        place = self.chosen
        if place is not None and place.link:
            title = self._tools.words.tr("QR code %(place)s", place=place.placement.label)
            self._save(place, title, suffix, lambda: make(place))

    def _save(self, place: Place, title: str, suffix: str, make: Callable[[], bytes]) -> None:
        """Ask where, then make and write it; remember what the code carries once it is written."""
        words, placement = self._tools.words, place.placement

        def write(path: Path) -> None:
            def work() -> None:
                write_file(path, make())
                self._owner.note_printed_address(placement.id, place.link)

            self._tools.background.run(work, lambda _done: self._saved(path), self._tell)

        kind = words.tr("%(kind)s (*.%(suffix)s)", kind=suffix.upper(), suffix=suffix)
        self._tools.messages.ask_where_to_save(file_name(title, suffix), kind, write)

    def _saved(self, path: Path) -> None:
        self._tools.messages.say(saved_sentence(path, self._tools.words))
        self.refresh()

    def _tell(self, error: AppError) -> None:
        self._tools.messages.warn(self._tools.words.error(error))

    # Making

    def _build(self) -> None:
        theme, tr = self._tools.theme, self._tools.words.tr
        self.new_place = Button(theme, tr("New place"), icon="plus")
        self.new_place.setObjectName("new-place")
        head = QHBoxLayout()
        head.addWidget(label(tr("Where people find the form"), "title", wrap=True), 1)
        head.addWidget(self.new_place, 0, Qt.AlignmentFlag.AlignTop)
        self._build_form()
        self.rows = PlaceRows(self._tools, self.model)
        self._table = QWidget()
        table = QVBoxLayout(self._table)
        table.setContentsMargins(0, 0, 0, 0)
        table.setSpacing(0)
        table.addWidget(PlaceHead(self._tools))
        table.addWidget(self.rows, 1)
        self._empty = EmptyPlace(theme)
        self._empty.say(
            tr("Your first code will stand here."),
            tr("Name the place where it hangs: the counter, a table, the window."),
            step=tr("New place"),
        )
        self._stack = QStackedWidget()
        self._stack.addWidget(self._table)
        self._stack.addWidget(self._empty)
        self._left = QWidget()
        self._left.setProperty("role", "plain")
        left = QVBoxLayout(self._left)
        left.setContentsMargins(MARGIN, 30, MARGIN, 28)
        left.setSpacing(12)
        self.lost = label("", "care", wrap=True)
        self.lost.setObjectName("lost-codes")
        self.lost.hide()
        left.addLayout(head)
        left.addWidget(self.lost)
        left.addWidget(self._form)
        left.addWidget(self._stack, 1)
        left.addWidget(self.addresses)
        content = QWidget()
        content.setProperty("role", "plain")
        self._halves = QBoxLayout(QBoxLayout.Direction.LeftToRight, content)
        self._halves.setContentsMargins(0, 0, 0, 0)
        self._halves.setSpacing(0)
        self._halves.addWidget(self._left, 1)
        self._halves.addWidget(self.mat)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(scrolling(content))
        theme.changed.connect(self._arrange)
        self._arrange()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        """Places and mat side by side, or one under the other where the places would have no room."""
        px = self._tools.theme.px
        needed = max(px(PLACES_NEED), self._left.minimumSizeHint().width())
        beside = self.width() - self.mat.own_width >= needed
        direction = QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.TopToBottom
        self._halves.setDirection(direction)
        self.rows.setMinimumHeight(0 if beside else px(ROWS_NEED))
        if beside:
            self.mat.stand_beside()
        else:
            self.mat.stand_below(self.height())

    def _build_form(self) -> None:
        theme, tr = self._tools.theme, self._tools.words.tr
        self._form = QWidget()
        self.label_field = QLineEdit()
        self.label_field.setObjectName("place-label")
        self.label_field.setAccessibleName(tr("Where will it hang?"))
        self.label_field.setPlaceholderText(tr("Where will it hang? The counter, table 5, the window …"))
        self.make_place = Button(theme, tr("Make its code"))
        self.make_place.setObjectName("make-place")
        self._label_error = label("", "error", wrap=True)
        self._label_error.setObjectName("error-label")
        self._label_error.hide()
        line = QHBoxLayout()
        line.setSpacing(12)
        line.addWidget(self.label_field, 1)
        line.addWidget(self.make_place)
        column = QVBoxLayout(self._form)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addLayout(line)
        column.addWidget(self._label_error)
        self._form.hide()

    def _connect(self) -> None:
        self.new_place.clicked.connect(self.begin_place)
        self._empty.step.clicked.connect(self.begin_place)
        self.make_place.clicked.connect(self.add_place)
        self.label_field.returnPressed.connect(self.add_place)
        self.rows.selectionModel().currentChanged.connect(self._show_sheet)
        self.mat.choice_changed.connect(self._show_sheet)
        self.mat.try_again.clicked.connect(self._reach.look_again)
        self.mat.print.clicked.connect(self._print)
        self.mat.closer.clicked.connect(self._look_closer)
        self.mat.save.clicked.connect(self._save_sheet)
        self.mat.picture.clicked.connect(self._save_picture)
        self.mat.drawing.clicked.connect(self._save_drawing)
        self.addresses.test_requested.connect(self.begin_test)
        self._reach.changed.connect(self._show_places)
