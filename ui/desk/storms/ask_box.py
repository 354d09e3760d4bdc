"""A new storm, or a draft that is changed: the question, how long, how is chosen; its days said at once."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime, time
from uuid import UUID
from zoneinfo import ZoneInfo

from PySide6.QtCore import QTime, Signal
from PySide6.QtWidgets import QButtonGroup, QPlainTextEdit, QTimeEdit, QWidget

from app.domain.errors import InvalidInput
from app.domain.open_time import open_time
from app.domain.shop import Shop
from app.domain.storm_times import CHOOSING_DAYS, GATHERING_DAYS, MOST_OPEN_DAYS, check_times, propose
from app.domain.storms import MOST_SHORTLISTED, Storm, Timetable, Ways
from app.domain.translation import mark
from app.services.owner.storming import StormDraft
from ui.desk.inbox.days import dated, day_field, day_of
from ui.desk.shop.cells import Cell, Flow
from ui.desk.shop.field import CalmWheel, Line, Pair, Stepper, beside
from ui.desk.storms.box import StormBox
from ui.desk.storms.wording import when_for
from ui.desk.tools import Tools
from ui.shared.buttons import Button
from ui.shared.labels import label

USUAL_TOP = 5
_TIMES = {"gathers_at", "chooses_at", "closes_at"}
WAYS_WORDS = {
    Ways.VOTES: mark("“Me too”"),
    Ways.BALLOTS: mark("Paper ballots"),
    Ways.BOTH: mark("Both"),
}


class AskBox(StormBox):
    """`entered` carries the id of the draft or None, a StormDraft, and whether it is to be announced."""

    entered = Signal(object, object, bool)

    def __init__(self, tools: Tools, parent: QWidget, shop: Callable[[], Shop]) -> None:
        tr = tools.words.tr
        self._shop = shop
        self._storm_id: UUID | None = None
        self._began_as: object = None
        self._wants_announced = True
        self._wheel = CalmWheel()
        super().__init__(tools, parent, title=tr("Ask a question"), keep=tr("Announce it"), icon="storm")
        self.setObjectName("storm-ask-box")
        self._fill_box()
        self._connect()
        self.clear()

    @property
    def is_begun(self) -> bool:
        """Whether something was typed that is not kept."""
        return bool(self.question.text().strip() or self.about.toPlainText().strip()) and (
            self._typed() != self._began_as
        )

    def begin_new(self) -> None:
        """What was typed before and not kept is still there."""
        if self._storm_id is not None:
            self.clear()
        self.say_title(self.tools.words.tr("Ask a question"))
        self._say_meaning()
        self.begin(self.question)

    def begin_change(self, storm: Storm) -> None:
        if self._storm_id != storm.id or not self.is_begun:
            self._show_draft(storm)
        self.say_title(self.tools.words.tr("Change the draft"))
        self._say_meaning()
        self.begin(self.question)

    def clear(self) -> None:
        self._storm_id = None
        self.question.clear()
        self.about.clear()
        self.gathering.number.setValue(GATHERING_DAYS)
        self.choosing.number.setValue(CHOOSING_DAYS)
        self._show_start(None)
        self.ways[Ways.VOTES].setChecked(True)
        self._show_top(None)
        self._began_as = self._typed()

    def taken(self) -> None:
        super().taken()
        self.clear()

    def wanted(self) -> None:
        now = self.tools.clock.now()
        draft = StormDraft(
            question=self.question.text(),
            about=self.about.toPlainText(),
            times=check_times(self._times(now), now),
            ways=next(way for way, cell in self.ways.items() if cell.isChecked()),
            top=self.top.number.value() if self.by_top.isChecked() else None,
        )
        self.entered.emit(self._storm_id, draft, self._wants_announced)

    def enter(self) -> None:
        self._wants_announced = True
        super().enter()

    def field_of(self, field: str) -> str:
        return "start" if field in _TIMES else field

    def _keep_draft(self) -> None:
        self._wants_announced = False
        super().enter()

    def _times(self, now: datetime) -> Timetable:
        return propose(
            self._shop(), self._start(now), self.gathering.number.value(), self.choosing.number.value()
        )

    def _start(self, now: datetime) -> datetime:
        if not self.later.isChecked():
            return now
        said = self.at.time()
        moment = datetime.combine(day_of(self.day), time(said.hour(), said.minute()))
        start = moment.replace(tzinfo=ZoneInfo(self._shop().timezone)).astimezone(UTC)
        if start < now:
            raise InvalidInput(
                "gathers_at", mark("That is over already. Please choose a later day, or let it start now.")
            )
        return start

    def _say_meaning(self) -> None:
        """The days and hours that come of it."""
        for part in (self.day, self.at):
            part.setVisible(self.later.isChecked())
        self._when.settle()
        self.top.setEnabled(self.by_top.isChecked())
        self._meaning.setText(self._meant())
        self.resettle()

    def _meant(self) -> str:
        words, now, shop = self.tools.words, self.tools.clock.now(), self._shop()
        try:
            times = self._times(now)
        except InvalidInput as wrong:
            return words.error(wrong)
        when = when_for(shop, words, now)
        hours = words.trn(
            "%(count)s open hour",
            "%(count)s open hours",
            round(open_time(shop, times.gathers_at, times.chooses_at).total_seconds() / 3600),
        )
        starts = words.tr("It starts %(when)s.", when=when.at(times.gathers_at))
        begins = "" if times.gathers_at <= now else starts
        gathers = words.tr("Gathering %(until)s: %(hours)s.", until=when.until(times.chooses_at), hours=hours)
        chooses = (
            words.tr("Choosing %(until)s.", until=when.until(times.closes_at))
            if times.has_choosing
            else words.tr("Then you decide at once; nobody chooses.")
        )
        return " ".join(part for part in (begins, gathers, chooses) if part)

    def _typed(self) -> object:
        return (
            self.question.text().strip(),
            self.about.toPlainText().strip(),
            self.gathering.number.value(),
            self.choosing.number.value(),
            self.later.isChecked() and (self.day.date(), self.at.time()),
            tuple(cell.isChecked() for cell in self.ways.values()),
            self.by_top.isChecked() and self.top.number.value(),
        )

    def _show_draft(self, storm: Storm) -> None:
        now, shop = self.tools.clock.now(), self._shop()
        self._storm_id = storm.id
        self.question.setText(storm.question)
        self.about.setPlainText(storm.about)
        gathering, choosing = _days_of(shop, storm.times)
        self.gathering.number.setValue(gathering)
        self.choosing.number.setValue(choosing)
        self._show_start(storm.times.gathers_at if storm.times.gathers_at > now else None)
        self.ways[storm.ways].setChecked(True)
        self._show_top(storm.top)
        self._began_as = self._typed()

    def _show_start(self, moment: datetime | None) -> None:
        local = (moment or self.tools.clock.now()).astimezone(ZoneInfo(self._shop().timezone))
        (self.now if moment is None else self.later).setChecked(True)
        self.day.setDate(dated(local.date()))
        self.at.setTime(QTime(local.hour, local.minute) if moment else QTime(9, 0))

    def _show_top(self, top: int | None) -> None:
        (self.by_all if top is None else self.by_top).setChecked(True)
        self.top.number.setValue(top or USUAL_TOP)

    def _fill_box(self) -> None:
        tools, tr = self.tools, self.tools.words.tr
        self.explain(
            tr("Customers see it on the board, at the kiosks and on their phones once you announce it.")
        )
        self.question = Line()
        self.question.setPlaceholderText(tr("What music on Friday nights?"))
        self.field(
            "question",
            tr("One question"),
            self.question,
            hint=tr("Open and small: one that can be answered in a sentence, and that you mean to act on."),
        )
        field = self.text_field("about", tr("What is it for?"), height=60)
        edit = field.findChild(QPlainTextEdit)
        assert isinstance(edit, QPlainTextEdit)
        self.about = edit
        self.about.setPlaceholderText(
            tr("What you can spend, what is fixed already: a sentence or two, or none.")
        )
        self.gathering = Stepper(tools, smallest=1, largest=MOST_OPEN_DAYS)
        self.choosing = Stepper(tools, smallest=0, largest=MOST_OPEN_DAYS)
        gather = self.field(
            "gathering_days", tr("Open days to gather"), self.gathering.number, beside(self.gathering)
        )
        choose = self.field(
            "choosing_days", tr("Open days to choose"), self.choosing.number, beside(self.choosing)
        )
        self.inside.addWidget(Pair(tools.theme, gather, choose))
        self._build_start()
        self._build_choosing()
        self.draft = Button(tools.theme, tr("Keep as a draft"))
        self.draft.setObjectName("storm-keep-draft")
        self.add_button(self.draft)

    def _build_start(self) -> None:
        tools, tr = self.tools, self.tools.words.tr
        self.now, self.later = Cell(tools.theme, tr("Now")), Cell(tools.theme, tr("On a day"))
        self.now.setObjectName("storm-now")
        self.later.setObjectName("storm-later")
        self._starts = QButtonGroup(self)
        self.day = day_field(tools, tr("Starts on"), "storm-day")
        self.at = QTimeEdit()
        self.at.setDisplayFormat("HH:mm")
        self.at.setAccessibleName(tr("Starts at"))
        for cell in (self.now, self.later):
            self._starts.addButton(cell)
        for edit in (self.day, self.at):
            self._wheel.hold(edit)
        self._when = Flow(tools.theme, [self.now, self.later, self.day, self.at])
        self._meaning = label("", wrap=True)
        self._meaning.setObjectName("storm-meaning")
        self.field("start", tr("It starts"), self.now, self._when)
        self.now.setObjectName("storm-now")
        self.inside.addWidget(self._meaning)

    def _build_choosing(self) -> None:
        tools, tr = self.tools, self.tools.words.tr
        self._ways = QButtonGroup(self)
        self.ways = {way: Cell(tools.theme, tr(said)) for way, said in WAYS_WORDS.items()}
        for way, cell in self.ways.items():
            self._ways.addButton(cell)
            cell.setObjectName(f"storm-ways-{way.value}")
        first = self.ways[Ways.VOTES]
        self.field("ways", tr("Customers choose by"), first, Flow(tools.theme, list(self.ways.values())))
        first.setObjectName("storm-ways-votes")
        self.by_all = Cell(tools.theme, tr("All, or my picks"))
        self.by_top = Cell(tools.theme, tr("Most wanted:"))
        self.top = Stepper(tools, smallest=2, largest=MOST_SHORTLISTED)
        self._among = QButtonGroup(self)
        for cell in (self.by_all, self.by_top):
            self._among.addButton(cell)
        self.field(
            "top",
            tr("They choose among"),
            self.top.number,
            Flow(tools.theme, [self.by_all, self.by_top, self.top]),
        )
        self.by_all.setObjectName("storm-by-all")
        self.by_top.setObjectName("storm-by-top")

    def _connect(self) -> None:
        self.draft.clicked.connect(self._keep_draft)
        for stepper in (self.gathering, self.choosing):
            self._wheel.hold(stepper.number)
            stepper.number.valueChanged.connect(self._say_meaning)
        self._wheel.hold(self.top.number)
        self.day.dateChanged.connect(self._say_meaning)
        self.at.timeChanged.connect(self._say_meaning)
        for cell in (self.now, self.later, self.by_all, self.by_top):
            cell.toggled.connect(self._say_meaning)


def _days_of(shop: Shop, times: Timetable) -> tuple[int, int]:
    """How many open days lead to these times, as they would be counted anew."""
    gathering = _fewest(lambda days: propose(shop, times.gathers_at, days, 0).chooses_at >= times.chooses_at)
    if not times.has_choosing:
        return gathering, 0
    start = times.gathers_at
    choosing = _fewest(lambda days: propose(shop, start, gathering, days).closes_at >= times.closes_at)
    return gathering, choosing


def _fewest(reaches: Callable[[int], bool]) -> int:
    return next((days for days in range(1, MOST_OPEN_DAYS + 1) if reaches(days)), MOST_OPEN_DAYS)
