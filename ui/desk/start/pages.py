"""The first run as a whole: one question a page, the real thing beside it; each step can be skipped, gone
back to, and is kept where it stopped."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QApplication,
    QHBoxLayout,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from app.domain.errors import AppError
from app.domain.kiosks import clean_pin
from app.domain.shop import Shop
from app.first_run import END, STEPS, FirstRun, said_beyond
from ui.desk.mat import Mat
from ui.desk.sheet_view import SheetView
from ui.desk.shop.field import CalmWheel
from ui.desk.shop.logo_keeper import LogoKeeper
from ui.desk.shop.merging import merged
from ui.desk.shop.sample import Sample
from ui.desk.start.beside import DoorSign, Drawn, DueDays, PinPlate
from ui.desk.start.defaults import Defaults
from ui.desk.start.end_step import PAPER, EndStep
from ui.desk.start.hours_step import HoursStep
from ui.desk.start.name_step import NameStep
from ui.desk.start.pin_step import PinStep
from ui.desk.start.progress import Progress
from ui.desk.start.promise_step import PromiseStep
from ui.desk.start.reach_step import ReachStep
from ui.desk.start.step import Step
from ui.desk.tools import Tools
from ui.shared.buttons import ON_WALL, PRIMARY, UNDERLINED, Button
from ui.shared.keys import bind
from ui.shared.labels import hair
from ui.shared.scrolling import scrolling

if TYPE_CHECKING:
    from app.services.owner.owner import Owner
    from ui.desk.paperwork import Paperwork
    from ui.desk.printing.printing import Printing
    from ui.desk.reach import Reach

MARGIN = 48
WIDEST = 660
MAT_SHARE = 0.4
MAT_WIDEST = 760
# A question begins so far from the upper edge, and lower where the window is taller than it needs.
HIGHEST, TALL = 40, 860
QUESTION_NEEDS = 520
KEEP_AFTER_MS = 400
CODE_NEEDS = 540


class StartPages(QWidget):
    """`acted`: something was saved. `kept` carries the FirstRun to remember, None once it is over. `ended`:
    to the desk now."""

    acted = Signal()
    kept = Signal(object)
    ended = Signal()
    sample_requested = Signal()

    def __init__(
        self,
        *,
        tools: Tools,
        owner: Owner,
        shop: Shop,
        logo: LogoKeeper,
        reach: Reach,
        paperwork: Paperwork,
        printing: Printing,
        languages: Sequence[str],
        defaults: Defaults,
        has_sample: bool,
    ) -> None:
        super().__init__()
        self._tools = tools
        self._owner = owner
        self._defaults = defaults
        self._stored = shop
        self._is_first = False
        self._is_over = False
        self._is_saving = False
        self._number = 1
        wheel = CalmWheel(self)
        self.name = NameStep(tools, wheel, languages, logo, has_sample=has_sample)
        self.hours = HoursStep(tools, wheel)
        self.promise = PromiseStep(tools, wheel)
        self.reach = ReachStep(tools, reach)
        self.pin = PinStep(tools)
        self.end = EndStep(tools, owner, reach, paperwork, printing)
        self.steps: tuple[Step, ...] = (
            self.name, self.hours, self.promise, self.reach, self.pin, self.end,
        )  # fmt: skip
        self._keep_soon = QTimer(self)
        self._keep_soon.setSingleShot(True)
        self._keep_soon.setInterval(KEEP_AFTER_MS)
        self._keep_soon.timeout.connect(self._keep)
        self._build(logo)
        self._connect(logo)

    # Where it stands

    @property
    def number(self) -> int:
        """The step that is shown, from 1; the end comes after the last."""
        return self._number

    @property
    def step(self) -> Step:
        return self.steps[self._number - 1]

    def begin(self, run: FirstRun) -> None:
        """Show it where it stopped, with what was said there."""
        self._is_over = False
        self._is_first = run.is_first
        draft = run.draft(self._proposed(self._stored))
        for step in self.steps:
            step.show_shop(draft)
            step.forget_errors()
        self._show(run.step)

    def take_shop(self, shop: Shop) -> None:
        """The shop as it is stored now; what is said here and not saved yet stays."""
        base, self._stored = self._proposed(self._stored), shop
        now = self._proposed(shop)
        for step in self.steps:
            step.show_shop(merged(base, step.said(base), now))
        self._show_beside()

    def phone_reached(self, token: str, address: str) -> None:
        self.reach.phone_reached(token, address)

    # What the buttons do

    def go_on(self) -> None:
        """Save what this step says, then show the next."""
        if self._is_saving:
            return
        if self._number == END:
            self.end.print()
        elif self.step is self.pin:
            self._save_pin()
        else:
            self._save()

    def skip(self) -> None:
        """Leave it as it was, for later."""
        self.step.show_shop(self._proposed(self._stored))
        self.step.forget_errors()
        self.pin.pin.clear()
        self._go_to(self._number + 1)

    def back(self) -> None:
        if self._number > 1:
            self._go_to(self._number - 1)

    def finish(self) -> None:
        """To the desk; the first code can be printed there as well."""
        self.step.leave()
        self._is_over = True
        self._keep_soon.stop()
        self.kept.emit(None)
        self.ended.emit()

    def pause(self) -> None:
        """Something else is shown, or the window closes: what was said so far is kept."""
        self.step.leave()
        if self._keep_soon.isActive():
            self._keep()

    def _save(self) -> None:
        base, owner = self._stored, self._owner
        draft = self.step.said(base)
        if self.step is self.name:
            # Nobody is asked for it: a shop begins on the clock of its computer.
            draft = replace(draft, timezone=self._proposed(base).timezone)
        self._is_saving = True
        self._show_buttons()

        def work() -> Shop:
            owner.save_shop(merged(base, draft, owner.shop()))
            return owner.shop()

        self._tools.background.run(work, self._saved, self._refuse, self._free)

    def _save_pin(self) -> None:
        owner, typed = self._owner, self.pin.pin.text()
        try:
            clean_pin(typed)
        except AppError as refused:
            self._refuse(refused)
            return
        self._is_saving = True
        self._show_buttons()

        def work() -> Shop:
            owner.set_kiosk_pin(typed)
            return owner.shop()

        self._tools.background.run(work, self._saved, self._refuse, self._free)

    def _saved(self, shop: Shop) -> None:
        self._free()
        self.pin.pin.clear()
        self.pin_plate.show_typed(0)
        self._stored = shop
        for step in self.steps[self._number :]:
            # What comes now counts by what was just said.
            step.show_shop(step.said(self._proposed(shop)))
        self.acted.emit()
        self._go_to(self._number + 1)

    def _refuse(self, error: AppError) -> None:
        self._free()
        if not self.step.refuse(error):
            self._tools.messages.warn(self._tools.words.error(error))
        elif (focused := self.focusWidget()) is not None:
            self.scroll_area.ensureWidgetVisible(focused)

    def _free(self) -> None:
        self._is_saving = False
        self._show_buttons()

    def _proposed(self, shop: Shop) -> Shop:
        return self._defaults.proposed(shop) if self._is_first else shop

    def _go_to(self, number: int) -> None:
        self.step.leave()
        self._show(number)
        self._keep()

    def _keep(self) -> None:
        self._keep_soon.stop()
        draft = self._proposed(self._stored)
        for step in self.steps:
            draft = step.said(draft)
        self.kept.emit(FirstRun(self._number, self._is_first, said_beyond(self._stored, draft)))

    # Showing

    def _show(self, number: int) -> None:
        self._number = max(1, min(number, END))
        for step in self.steps:
            step.setVisible(step is self.step)
        self.progress.show_step(self._number)
        self.scroll_area.verticalScrollBar().setValue(0)
        self.step.enter()
        self._show_buttons()
        self._show_beside()
        self.take_focus()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Whoever shows these pages gives them the keyboard: it goes to where the step begins."""
        super().focusInEvent(event)
        self.take_focus()

    def take_focus(self) -> None:
        self.step.take_focus()

    def _show_buttons(self) -> None:
        tr, at_end = self._tools.words.tr, self._number == END
        self.back_button.setVisible(self._number > 1)
        self.skip_button.set_words(tr("Not now, to the desk") if at_end else tr("Skip this"))
        self.next_button.set_words(tr("Print my first code") if at_end else tr("Continue"))
        self.next_button.setEnabled(not self._is_saving and (not at_end or self.end.can_print))

    def _show_beside(self) -> None:
        """The real thing, as it would be with what is said now."""
        draft = self._proposed(self._stored)
        for step in self.steps:
            draft = step.said(draft)
        colour = self.name.colours.colour
        draft = replace(
            draft, name=draft.name or self._tools.words.tr("Your shop"), colour=colour or self._stored.colour
        )
        if not draft.open_weekdays:
            draft = replace(draft, open_weekdays=self._stored.open_weekdays)
        drawn: dict[int, Drawn | Sample] = {2: self.door, 3: self.due, 5: self.pin_plate}
        shown = drawn.get(self._number, self.sample)
        shown.show_shop(draft)
        paint = self.end.painter_of(self._stored) if self._number == END else None
        if paint is not None:
            self.poster.show_sheet(PAPER, paint, self._tools.words.tr("Your first poster"))
        for part in (self.sample, self.door, self.due, self.pin_plate, self.poster):
            part.setVisible(part is (self.poster if paint is not None else shown))

    def _said_something(self) -> None:
        """Once it is over, the shop as it changes later is shown here too and is no place to come back to."""
        if not self._is_over:
            self._keep_soon.start()
        self._show_beside()
        self._show_buttons()

    # Making

    def _build(self, logo: LogoKeeper) -> None:
        tools, tr = self._tools, self._tools.words.tr
        self.sample = Sample(tools, logo)
        self.door = DoorSign(tools, tr("The sign on your door"))
        self.due = DueDays(tools, tr("When an idea of today is answered"))
        self.pin_plate = PinPlate(tools, tr("The kiosk asks for its PIN"))
        self.poster = SheetView(tools.theme)
        left = QVBoxLayout()
        left.setContentsMargins(0, 0, 0, 0)
        left.setSpacing(0)
        left.addWidget(self._build_questions(), 1)
        left.addWidget(hair())
        left.addWidget(self._build_foot())
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addLayout(left, 1)
        self._mat = self._build_mat()
        row.addWidget(self._mat)

    def _build_questions(self) -> QWidget:
        self.progress = Progress(self._tools, STEPS)
        content = QWidget()
        content.setProperty("role", "plain")
        self._questions = column = QVBoxLayout(content)
        column.setContentsMargins(MARGIN, 40, MARGIN, 28)
        column.setSpacing(0)
        column.addWidget(self.progress, 0, Qt.AlignmentFlag.AlignLeading)
        column.addSpacing(20)
        for step in self.steps:
            column.addWidget(step)
            step.hide()
        column.addStretch()
        self.scroll_area = scrolling(content)
        self._content = content
        return self.scroll_area

    def _build_foot(self) -> QWidget:
        theme, tr = self._tools.theme, self._tools.words.tr
        self.back_button = Button(theme, tr("Back"), role=ON_WALL)
        self.back_button.setObjectName("start-back")
        self.skip_button = Button(theme, "", role=UNDERLINED)
        self.skip_button.setObjectName("start-skip")
        self.next_button = Button(theme, "", role=PRIMARY, key=tr("Enter"))
        self.next_button.setObjectName("start-next")
        self._foot = QWidget()
        row = QHBoxLayout(self._foot)
        row.setContentsMargins(MARGIN, 14, MARGIN, 18)
        row.setSpacing(20)
        row.addWidget(self.back_button)
        row.addStretch()
        row.addWidget(self.skip_button)
        row.addWidget(self.next_button)
        return self._foot

    def _build_mat(self) -> Mat:
        mat = Mat(padding=36, top=36, bottom=36)
        mat.column.addStretch(1)
        for part in (self.sample, self.door, self.due, self.pin_plate, self.poster):
            mat.column.addWidget(part)
        mat.column.addStretch(2)
        return mat

    def _connect(self, logo: LogoKeeper) -> None:
        self.next_button.clicked.connect(self.go_on)
        self.back_button.clicked.connect(self.back)
        self.skip_button.clicked.connect(self._skip_or_finish)
        self.end.printed.connect(self.finish)
        self.name.sample_requested.connect(self.sample_requested)
        self.pin.pin.textEdited.connect(lambda typed: self.pin_plate.show_typed(len(typed)))
        for step in self.steps:
            step.changed.connect(self._said_something)
        logo.changed.connect(self._show_beside)
        self._tools.theme.changed.connect(self._share_room)
        for key, act in (("Alt+Left", self.back), ("Alt+Right", self._skip_or_finish)):
            bind(self, key, act)

    def _skip_or_finish(self) -> None:
        if self._number == END:
            self.finish()
        else:
            self.skip()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter goes on, but on a button that does something it means that button."""
        if event.key() not in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            super().keyPressEvent(event)
            return
        focused = QApplication.focusWidget()
        if isinstance(focused, QPushButton) and self.isAncestorOf(focused):
            focused.click()
        else:
            self.go_on()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._share_room()

    def _share_room(self) -> None:
        """The mat goes where questions would become too narrow."""
        px = self._tools.theme.px
        mat = min(MAT_WIDEST, round(self.width() * MAT_SHARE))
        has_room = self.width() - mat >= px(QUESTION_NEEDS)
        self._mat.setFixedWidth(mat)
        self._mat.setVisible(has_room)
        room = self.width() - (mat if has_room else 0)
        side = max(MARGIN // 2, min(MARGIN, room // 12))
        left = side + max(0, (room - px(WIDEST) - 2 * side) // 3)
        right = max(side, room - left - px(WIDEST))
        top = HIGHEST + max(0, (self.height() - px(TALL)) // 4)
        self._questions.setContentsMargins(left, top, right, 28)
        layout = self._foot.layout()
        assert layout is not None
        layout.setContentsMargins(left, 14, right, 18)
        self.reach.set_narrow(room - left - right < px(CODE_NEEDS))
