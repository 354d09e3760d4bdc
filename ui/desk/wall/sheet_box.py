"""One sheet of the ledger: what it says, whether that is true, where its copies hang; what to do with it."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from app.domain.ledger import Entry
from app.domain.sheets import Remedy
from app.domain.walls import Hanging, Place
from ui.desk.shop.field import Line
from ui.desk.storms.box import StormBox
from ui.desk.tools import Tools
from ui.desk.wall import wording
from ui.desk.wall.looking import Looked
from ui.shared.buttons import OUTLINED, PRIMARY, UNDERLINED, Button
from ui.shared.choices import Choice
from ui.shared.labels import hair, label, set_role
from ui.shared.layouts import clear

WIDTH = 560
TITLE_LETTERS = 240


class SheetBox(StormBox):
    """`print_requested` carries an Entry, `down_requested` it and who took it down, `copy_down_requested` the
    id of a hanging and who, `back_requested` an Entry, `hang_requested` it and a Place, `idea_requested` an
    id."""

    print_requested = Signal(object)
    down_requested = Signal(object, str)
    copy_down_requested = Signal(object, str)
    back_requested = Signal(object)
    hang_requested = Signal(object, object)
    idea_requested = Signal(object)

    def __init__(self, tools: Tools, parent: QWidget) -> None:
        tr = tools.words.tr
        super().__init__(tools, parent, title=tr("Sheet"), keep=tr("Print it again"), icon="print")
        self.setObjectName("wall-sheet-box")
        self._entry: Entry | None = None
        self._places: Sequence[Place] = ()
        self._fill_box()

    @property
    def entry(self) -> Entry | None:
        return self._entry

    def begin_for(self, entry: Entry, looked: Looked) -> None:
        self._entry = entry
        self._places = [view.place for view in looked.places]
        self.by.setText("")
        self._show(looked)
        self.begin(self.keep if entry.is_stale and self.keep.isEnabled() else self.leave)

    def show_anew(self, looked: Looked) -> None:
        """Something was done to it while it lies open."""
        known = looked.entry(self._entry.notice.id) if self._entry else None
        if known is not None and self.isVisible():
            self._entry = known
            self._places = [view.place for view in looked.places]
            self._show(looked)
            self.resettle()

    def width_wanted(self) -> int:
        return WIDTH

    def wanted(self) -> None:
        self.print_requested.emit(self._entry)
        self.taken()

    # Showing

    def _show(self, looked: Looked) -> None:
        entry, words = self._entry, self.tools.words
        if entry is None:
            return
        tr, notice, hangs = words.tr, entry.notice, entry.notice.hangs
        self.say_title(tr("Sheet %(number)s", number=notice.number))
        self._wrong.setText("\n".join(wording.all_whys(entry, looked.today, words)))
        self._wrong.setVisible(entry.is_stale)
        title = wording.title_of(entry, words)
        self._says.setText(title if len(title) <= TITLE_LETTERS else f"{title[:TITLE_LETTERS].rstrip()}…")
        self._show_facts(entry, looked)
        self._show_copies(entry, looked)
        may_print = entry.remedy is not Remedy.TAKE_DOWN or entry.replaced_by is not None
        self.keep.setEnabled(may_print)
        self.keep.setVisible(may_print)
        set_role(self.keep, PRIMARY if entry.is_stale else OUTLINED)
        self.fields["by"].setVisible(hangs)
        self.down.setVisible(hangs)
        self.back.setVisible(not hangs and entry.replaced_by is None)
        self._open.setVisible(notice.idea_id is not None and bool(entry.title))

    def _show_facts(self, entry: Entry, looked: Looked) -> None:
        words, notice, shop = self.tools.words, entry.notice, looked.shop
        tr = words.tr
        made = wording.day_words(shop.local_date(notice.made_at), looked.today, words)
        facts = [(tr("Sheet"), wording.sheet_of(entry, words)), (tr("Printed"), made)]
        if notice.take_down_on is not None:
            facts.append((tr("Down on"), wording.day_words(notice.take_down_on, looked.today, words)))
        if notice.down_at is not None:
            day = wording.day_words(shop.local_date(notice.down_at), looked.today, words)
            by = tr("%(day)s, by %(name)s", day=day, name=notice.down_by) if notice.down_by else day
            facts.append((tr("Taken down"), by))
        facts.append((tr("Today"), wording.today_of(entry, looked.today, words)))
        clear(self._facts)
        for row, (name, value) in enumerate(facts):
            self._facts.addWidget(label(name, "small"), row, 0, Qt.AlignmentFlag.AlignTop)
            self._facts.addWidget(label(value, wrap=True), row, 1)

    def _show_copies(self, entry: Entry, looked: Looked) -> None:
        words, tr = self.tools.words, self.tools.words.tr
        names = {place.id: place.name for place in self._places}
        clear(self._copies)
        copies = entry.hanging_now
        for copy in copies:
            self._copies.addWidget(hair())
            since = wording.day_words(looked.shop.local_date(copy.since), looked.today, words)
            said = tr("%(place)s, since %(day)s", place=names.get(copy.place_id, tr("not noted")), day=since)
            self._copies.addWidget(self._copy_row(copy, said, len(copies) > 1))
        if entry.notice.hangs and not copies:
            self._copies.addWidget(hair())
            self._copies.addWidget(label(tr("Nobody noted yet where it hangs."), "soft", wrap=True))
        self._copies.addWidget(hair())
        self.place.clear()
        for place in self._places:
            self.place.addItem(place.name, place.id)
        self._hang_row.setVisible(bool(self._places))
        self.hang.set_words(tr("It hangs here") if not copies else tr("Another hangs here"))

    def _copy_row(self, copy: Hanging, said: str, is_one_of_many: bool) -> QWidget:
        made = QWidget()
        row = QHBoxLayout(made)
        row.setContentsMargins(0, 4, 0, 4)
        row.addWidget(label(said, wrap=True), 1)
        if is_one_of_many:
            down = Button(self.tools.theme, self.tools.words.tr("This one is down"), role=UNDERLINED)
            down.clicked.connect(partial(self._take_copy_down, copy.id))
            row.addWidget(down)
        return made

    # Asking

    def _take_copy_down(self, hanging_id: UUID) -> None:
        self.copy_down_requested.emit(hanging_id, self.by.text().strip())

    def _take_down(self) -> None:
        self.down_requested.emit(self._entry, self.by.text().strip())

    def _hang(self) -> None:
        place = next((each for each in self._places if each.id == self.place.currentData()), None)
        if place is not None:
            self.hang_requested.emit(self._entry, place)

    def _put_back(self) -> None:
        self.back_requested.emit(self._entry)
        self.taken()

    def _open_idea(self) -> None:
        if self._entry is not None and self._entry.notice.idea_id is not None:
            self.accept()
            self.idea_requested.emit(self._entry.notice.idea_id)

    def _fill_box(self) -> None:
        theme, tr = self.tools.theme, self.tools.words.tr
        self._wrong = label("", "alarm", wrap=True)
        self._wrong.setObjectName("wall-sheet-wrong")
        self._says = label("", "large", wrap=True)
        self._facts = QGridLayout()
        self._facts.setHorizontalSpacing(16)
        self._facts.setVerticalSpacing(6)
        self._facts.setColumnStretch(1, 1)
        self._copies = QVBoxLayout()
        self._copies.setSpacing(4)
        self.place = Choice(theme)
        self.place.setObjectName("wall-hang-place")
        self.place.setAccessibleName(tr("Where it hangs"))
        self.hang = Button(theme, tr("It hangs here"))
        self.hang.setObjectName("wall-hang-here")
        self.hang.clicked.connect(self._hang)
        self._hang_row = QWidget()
        row = QHBoxLayout(self._hang_row)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.place, 1)
        row.addWidget(self.hang)
        self._open = Button(theme, tr("Open the idea"), role=UNDERLINED)
        self._open.setObjectName("wall-open-idea")
        self._open.clicked.connect(self._open_idea)
        self.inside.addWidget(self._wrong)
        self.inside.addWidget(self._says)
        self.inside.addWidget(self._open, 0, Qt.AlignmentFlag.AlignLeading)
        self.inside.addLayout(self._facts)
        self.inside.addLayout(self._copies)
        self.inside.addWidget(self._hang_row)
        self.by = Line()
        self.field("by", tr("Who took it down? (may stay empty)"), self.by)
        self.down = Button(theme, tr("It is down"), icon="check")
        self.down.setObjectName("wall-sheet-down")
        self.down.clicked.connect(self._take_down)
        self.back = Button(theme, tr("It hangs again"), icon="undo")
        self.back.setObjectName("wall-sheet-back")
        self.back.clicked.connect(self._put_back)
        for button in (self.hang, self._open):
            button.setAutoDefault(False)
        self.add_button(self.back)
        self.add_button(self.down)
