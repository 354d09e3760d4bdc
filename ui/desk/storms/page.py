"""Storms: the one that lies open, as far as it has come, and the one obvious next step."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QImage, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from app.domain.errors import AppError
from app.domain.shop import Shop
from app.domain.storm_sheets import StormSheet
from app.domain.storm_views import StormView
from app.domain.storms import RUNNING, ends_at
from app.photo_door import TakenIn
from ui.desk.printing.printing import Printing
from ui.desk.reach import Reach
from ui.desk.storms.boxes import StormBoxes
from ui.desk.storms.files import StormFiles
from ui.desk.storms.looking import Looked, look
from ui.desk.storms.no_storm import NoStorm
from ui.desk.storms.paper import StormSheetMaker
from ui.desk.storms.printing import StormPrinting
from ui.desk.storms.steps import KEYS, Step
from ui.desk.storms.storm_list import StormList
from ui.desk.storms.storm_sheet import StormSheetView
from ui.desk.storms.verbs import StormVerbs
from ui.desk.tools import Tools
from ui.shared.focus_ring import OWN_RING
from ui.shared.keys import bind
from ui.shared.labels import upright_hair

if TYPE_CHECKING:
    from app.services.owner.owner import Owner

LIST_WIDTH = 240
LIST_NEEDS = 1100
# Qt's timers count no further; a day is far enough, for each midnight reads anew.
LONGEST_WAIT = timedelta(hours=24)


class StormsPage(QWidget):
    """`acted` says that an own verb was done, `counted` carries how many storms run, `idea_requested` the id
    of a contribution to open in the inbox."""

    acted = Signal()
    counted = Signal(int)
    idea_requested = Signal(object)

    def __init__(
        self,
        *,
        tools: Tools,
        owner: Owner,
        shop: Shop,
        reach: Reach,
        printing: Printing,
        logo: Callable[[], bytes],
        read_photo: Callable[[Path], TakenIn],
    ) -> None:
        super().__init__()
        self._tools = tools
        self._owner = owner
        self._shop = shop
        self._wanted: UUID | None = None
        self._wanted_step: Step | None = None
        self._is_stale = False
        # It has the keyboard only until it is read.
        self.setProperty(OWN_RING, True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._question = 0
        self._storms = 0
        self.view: StormView | None = None
        maker = StormSheetMaker(tools.words, logo)
        self.verbs = StormVerbs(tools=tools, owner=owner)
        self.boxes = StormBoxes(
            tools=tools,
            owner=owner,
            verbs=self.verbs,
            shop=lambda: self._shop,
            maker=maker,
            address=lambda: reach.for_paper,
            read_photo=read_photo,
            parent=self,
        )
        self.printing = StormPrinting(
            tools=tools,
            owner=owner,
            shop=lambda: self._shop,
            reach=reach,
            maker=maker,
            printing=printing,
            opened=lambda: self.view,
            parent=self,
        )
        self.files = StormFiles(tools=tools, owner=owner)
        self.sheet = StormSheetView(tools, owner)
        self.list = StormList(tools)
        self._build()
        self._connect()
        self._read()

    @property
    def is_begun(self) -> bool:
        """Whether something was typed and not kept."""
        return self.boxes.is_begun

    def take_shop(self, shop: Shop) -> None:
        self._shop = shop
        self.refresh()

    def refresh(self) -> None:
        """As it is now. A page that nobody sees only counts."""
        self._is_stale = not self.isVisible()
        if self._is_stale:
            self._tools.background.run(self._owner.storms.count_running, self.counted.emit)
        else:
            self._read()

    def open_storm(self, storm_id: UUID, step: Step | None = None) -> None:
        """Lay it open, and begin a step at once where one is wanted."""
        self._wanted, self._wanted_step = storm_id, step
        self._read()

    def ask(self) -> None:
        """A new question."""
        self.boxes.ask()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._is_stale:
            self.refresh()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._share_room()

    # Reading

    def _read(self) -> None:
        self._is_stale = False
        self._question += 1
        question, wanted = self._question, self._wanted
        self._tools.background.run(
            lambda: look(self._owner, wanted), lambda read: self._take(question, read), self._miss
        )

    def _take(self, question: int, read: Looked) -> None:
        if question != self._question:
            return
        focused = self.window().focusWidget()
        had_focus = focused is not None and self.isAncestorOf(focused)
        self.view = read.view
        self._wanted = read.view.storm.id if read.view else None
        self.list.show_lines(read.lines, self._wanted)
        self.counted.emit(sum(line.phase in RUNNING for line in read.lines))
        self._stack.setCurrentWidget(self.sheet if read.view else self.empty)
        if read.view is not None:
            image = QImage.fromData(read.photo.content) if read.photo else None
            self.sheet.show_view(read.view, read.printed, self._shop, image)
        else:
            self.empty.say()
        self.setFocusProxy(self.sheet.first_stop if read.view else self.empty.ask)
        self._share_room(len(read.lines))
        self._keep_focus(had_focus)
        self._wait_for_boundary()
        self._begin_wanted()

    def _keep_focus(self, had_focus: bool) -> None:
        """What had the keyboard may be gone, and a page that was not read yet had it itself: it goes on to
        where the page begins."""
        focused = self.window().focusWidget()
        is_lost = had_focus and (focused is None or not self.isAncestorOf(focused))
        if (is_lost or focused is self) and (proxy := self.focusProxy()) is not None:
            proxy.setFocus(Qt.FocusReason.OtherFocusReason)

    def _miss(self, error: AppError) -> None:
        self._tools.messages.warn(self._tools.words.error(error))

    def _wait_for_boundary(self) -> None:
        """Read anew when the phase that is shown ends by itself, and not before."""
        self._boundary.stop()
        if self.view is None:
            return
        until = ends_at(self.view.storm, self.view.phase)
        if until is None:
            return
        left = min(until - self._tools.clock.now(), LONGEST_WAIT)
        self._boundary.start(max(0, round(left.total_seconds() * 1000)) + 50)

    def _begin_wanted(self) -> None:
        step, self._wanted_step = self._wanted_step, None
        if step is not None:
            self.do(step)

    # Steps

    def do(self, step: Step) -> None:
        """Whatever the button or the key of it means now."""
        view = self.view
        if step is Step.ASK:
            self.boxes.ask()
        elif view is not None and (step in self.sheet.steps or step in self.sheet.always):
            self._do(step, view)

    def _do(self, step: Step, view: StormView) -> None:
        storm_id = view.storm.id
        acts: dict[Step, Callable[[], None]] = {
            Step.ANNOUNCE: lambda: self.verbs.announce(storm_id),
            Step.CHANGE: lambda: self.boxes.change(view),
            Step.DROP: lambda: self.verbs.drop(storm_id),
            Step.PICK: self.sheet.begin_picking,
            Step.BALLOTS: lambda: self.printing.begin(StormSheet.BALLOTS),
            Step.POSTER: lambda: self.printing.begin(StormSheet.QUESTION),
            Step.COUNTDOWN: lambda: self.printing.begin(StormSheet.COUNTDOWN),
            Step.PROOF: lambda: self.printing.begin(StormSheet.PROOF),
            Step.TILL: lambda: self.boxes.till(view),
            Step.EXTEND: lambda: self.boxes.extend(view),
            Step.CONCLUDE: lambda: self.boxes.conclude(view),
            Step.CARRY_OUT: lambda: self.boxes.carry_out(view),
            Step.LOOK_BACK: lambda: self.boxes.look_back(view),
        }
        acts[step]()

    def _open(self, storm_id: UUID) -> None:
        if self.view is None or storm_id != self.view.storm.id:
            self.open_storm(storm_id)

    def _after_act(self) -> None:
        self.acted.emit()
        self.refresh()

    # Making

    def _build(self) -> None:
        self.empty = NoStorm(self._tools)
        self._boundary = QTimer(self)
        self._boundary.setSingleShot(True)
        self._stack = QStackedWidget()
        self._stack.addWidget(self.empty)
        self._stack.addWidget(self.sheet)
        self._edge = upright_hair()
        self._side = QWidget()
        side = QHBoxLayout(self._side)
        side.setContentsMargins(0, 0, 0, 0)
        side.setSpacing(0)
        side.addWidget(self.list)
        side.addWidget(self._edge)
        self._side.hide()
        row = QHBoxLayout()
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self._side)
        row.addWidget(self._stack, 1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addLayout(row, 1)

    def _connect(self) -> None:
        self._boundary.timeout.connect(self.refresh)
        self.empty.ask.clicked.connect(self.ask)
        self.list.chosen.connect(self._open)
        self.list.ask_requested.connect(self.ask)
        self.sheet.ask_requested.connect(self.ask)
        self.sheet.save_requested.connect(self._save)
        self.sheet.file_requested.connect(self.files.take_in)
        self.empty.take_in.clicked.connect(self.files.take_in)
        self.sheet.step_requested.connect(self.do)
        self.sheet.sheet_requested.connect(self.printing.begin)
        self.sheet.idea_requested.connect(self.idea_requested)
        self.sheet.pick_requested.connect(self._pick)
        self.sheet.waiting.acted.connect(self._after_act)
        self.sheet.waiting.refused.connect(self.refresh)
        self.verbs.acted.connect(self._after_act)
        self.verbs.kept.connect(self.open_storm)
        self.verbs.refused.connect(self.refresh)
        self.printing.acted.connect(self._after_act)
        self.files.acted.connect(self.acted)
        self.files.taken_in.connect(self.open_storm)
        self._tools.theme.changed.connect(self._share_room)
        for step, key in KEYS.items():
            bind(self, key, partial(self.do, step))

    def _save(self) -> None:
        if self.view is not None:
            self.files.save(self.view.storm)

    def _pick(self, idea_id: UUID, picked: bool) -> None:
        if self.view is not None:
            self.verbs.pick(self.view.storm.id, [idea_id], picked)

    def _share_room(self, storms: int | None = None) -> None:
        """The list stands at the side where there is room and something to choose from."""
        if storms is not None:
            self._storms = storms
        theme, several = self._tools.theme, self._storms > 1
        is_wide = self.width() >= theme.px(LIST_NEEDS)
        self._side.setVisible(several and is_wide)
        self.list.setFixedWidth(round(LIST_WIDTH * (1 + (theme.text_percent - 100) / 200)))
        self.sheet.offer_choice(self.list.field if several and not is_wide else None)
        self.sheet.offer_ask(not several or not is_wide)
