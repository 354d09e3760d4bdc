"""Today: what customers wait for, line by line, and at the side what else there is. Everything is done here
or one key away from here."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QBoxLayout,
    QHBoxLayout,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from app.dates import day_in_words
from app.domain.shop import Shop
from ui.desk.today import wording
from ui.desk.today.asides import SideColumn
from ui.desk.today.day import Day
from ui.desk.today.empty_day import EmptyDay
from ui.desk.today.items import KEYS, Item, Kind, Verb, groups_of
from ui.desk.today.line import Line
from ui.desk.today.lines import LineColumn
from ui.desk.today.watch import DayWatch
from ui.desk.tools import Tools
from ui.desk.undoing import Undoing
from ui.shared.buttons import VERB, Button
from ui.shared.focus_ring import OWN_RING
from ui.shared.keys import bind
from ui.shared.labels import label, tell_about
from ui.shared.large_text import is_large

MARGIN, TOP = 40, 30
GUTTER = 56
LEAST_LINES, MOST_LINES = 520, 880
LEAST_SIDE, MOST_SIDE = 300, 376
SIDE_SHARE = 0.33


class TodayPage(QWidget):
    """`answer_requested` carries an Idea. `verb_requested` the Items that are meant and a Verb. The other
    wishes name the place that the person wants to go to, or what is to be done with sheets and backups."""

    answer_requested = Signal(object)
    verb_requested = Signal(object, object)
    more_requested = Signal(object)
    answering_requested = Signal()
    codes_requested = Signal()
    kiosks_requested = Signal()
    print_requested = Signal(object)
    take_down_requested = Signal(object)
    backup_requested = Signal()
    thanks_requested = Signal(object)
    storm_requested = Signal(object)

    def __init__(self, *, tools: Tools, shop: Shop, watch: DayWatch, undoing: Undoing) -> None:
        super().__init__()
        self._tools = tools
        self._watch = watch
        self._undoing = undoing
        self.lines = LineColumn(tools)
        self.side = SideColumn(tools)
        self._build()
        self._connect()
        self._bind_keys()
        self._greet(shop)
        self._show_offer()
        self.setFocusProxy(self._rest)

    def show_day(self, day: Day) -> None:
        """As it is now. The keyboard stays on its line, or on the one that took its place."""
        overview, words = day.overview, self._tools.words
        here = self.lines.current
        is_at_line = _holds_focus(self._rest) or (here is not None and _holds_focus(here))
        groups = groups_of(overview, words)
        hours = wording.hours_of_today(overview.shop, overview.at, words)
        presses = bool(groups) and groups[0].kind is Kind.PRESSING
        date_words = day_in_words(overview.today, words.language)
        self._date.setText(date_words if presses or not hours else f"{date_words} · {hours}")
        self._title.setText(wording.greeting(overview, words))
        self.lines.show_groups(groups, hours)
        self.lines.setVisible(bool(groups))
        self.side.show_day(day)
        self.empty.show_day(overview)
        self.empty.setVisible(not groups)
        self.setFocusProxy(self.lines.current or self._rest)
        line = self.lines.current
        if is_at_line and not (line is not None and _holds_focus(line)):
            self.take_focus()

    def take_focus(self) -> None:
        (self.lines.current or self._rest).setFocus(Qt.FocusReason.OtherFocusReason)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._share_room()

    # What the keyboard and the buttons mean

    def _walk(self, step: int) -> None:
        """To the next line, and behind the last one to the side."""
        stops: list[QWidget] = [*self.lines.lines, *self.side.stops]
        if not stops:
            return
        here = next((place for place, stop in enumerate(stops) if _holds_focus(stop)), None)
        if here is None:
            there = self.lines.current or stops[0]
        else:
            there = stops[max(0, min(here + step, len(stops) - 1))]
        there.setFocus(Qt.FocusReason.TabFocusReason)
        self._scroll.ensureWidgetVisible(there, 0, MARGIN)

    def _do_main(self) -> None:
        focused = self.focusWidget()
        if isinstance(focused, QAbstractButton):
            focused.click()
        elif self.lines.current is not None:
            self.lines.current.main.click()
        elif self.empty.answer.isVisible():
            self.empty.answer.click()

    def _do(self, verb: Verb) -> None:
        chosen = self.lines.chosen
        line = self.lines.current
        if chosen and verb is not Verb.ANSWER:
            self.lines.choose_none()
            self._ask_for(chosen, verb)
        elif line is not None and verb in line.item.verbs:
            self._ask_for([line.item], verb)

    def _ask_for(self, items: list[Item], verb: Verb) -> None:
        if verb is Verb.ANSWER:
            self.answer_requested.emit(items[0].idea)
        else:
            self.verb_requested.emit(items, verb)

    def _reprint(self) -> None:
        if self._watch.day is not None:
            self.print_requested.emit(self._watch.day.overview.untrue)

    def _take_down(self) -> None:
        if self._watch.day is not None:
            sheets = self._watch.day.overview.done_hanging
            self.take_down_requested.emit([sheet.notice.id for sheet in sheets])

    def _thank(self) -> None:
        if self._watch.day is not None:
            people = self._watch.day.overview.thanks.people
            self.thanks_requested.emit([owed.id for owed in people])

    def _follow_focus(self, _old: QWidget | None, new: QWidget | None) -> None:
        line = next((each for each in self.lines.lines if new is not None and _holds(each, new)), None)
        if line is not None:
            self.lines.make_current(line)

    def _keep_in_view(self, line: Line | None) -> None:
        self.setFocusProxy(line or self._rest)
        if line is not None and _holds_focus(line):
            self._scroll.ensureWidgetVisible(line, 0, MARGIN)

    # Making

    def _greet(self, shop: Shop) -> None:
        """Before anything is read: the first frame knows the day and the name."""
        now, words = self._tools.clock.now(), self._tools.words
        self._date.setText(day_in_words(shop.local_date(now), words.language))
        self._title.setText(wording.hello(shop, now, words))

    def _show_offer(self) -> None:
        tr, undoing = self._tools.words.tr, self._undoing
        self.undo.setEnabled(bool(undoing.undo_words))
        tell_about(self.undo, tr("%(what)s (Ctrl Z)", what=undoing.undo_words or tr("Undo")))
        self.undo.setAccessibleName(undoing.undo_words or tr("Undo"))

    def _build(self) -> None:
        theme, tr = self._tools.theme, self._tools.words.tr
        self._date = label("", "soft", wrap=True)
        self._title = label("", "title", wrap=True)
        self._title.setObjectName("greeting")
        self.undo = Button(theme, tr("Undo"), role=VERB, icon="undo")
        self.undo.setObjectName("today-undo")
        self.empty = EmptyDay(self._tools)
        self.empty.hide()
        self.lines.hide()
        # Where the keyboard rests while no line is there.
        self._rest = QWidget()
        self._rest.setFixedHeight(0)
        self._rest.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._rest.setAccessibleName(tr("Today"))
        self._rest.setProperty(OWN_RING, True)
        top = QHBoxLayout()
        top.addWidget(self._date, 1)
        top.addWidget(self.undo)
        main = QVBoxLayout()
        main.setSpacing(24)
        main.addWidget(self.empty)
        main.addWidget(self.lines)
        # Lines are as high as their words, however much room the day leaves.
        main.addStretch(1)
        self._body = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._body.setSpacing(GUTTER)
        self._body.addLayout(main, 1)
        self._body.addWidget(self.side)
        self._body.addStretch()
        content = QWidget()
        content.setProperty("role", "plain")
        column = QVBoxLayout(content)
        column.setContentsMargins(MARGIN, TOP, MARGIN, 28)
        column.setSpacing(2)
        column.addWidget(self._rest)
        column.addLayout(top)
        column.addWidget(self._title)
        column.addSpacing(26)
        column.addLayout(self._body, 1)
        self._scroll = QScrollArea()
        self._scroll.setWidgetResizable(True)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setAlignment(Qt.AlignmentFlag.AlignLeading)
        self._scroll.setWidget(content)
        self._content = content
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._scroll)

    def _connect(self) -> None:
        self._watch.read.connect(self._show_read)
        self.lines.verb_requested.connect(self._ask_for)
        self.lines.more_requested.connect(self.more_requested)
        self.lines.current_changed.connect(self._keep_in_view)
        self.side.untrue.asked.connect(self._reprint)
        self.side.take_down.asked.connect(self._take_down)
        self.side.kiosks.asked.connect(self.kiosks_requested)
        self.side.set_asides.asked.connect(self.kiosks_requested)
        self.side.backup.asked.connect(self.backup_requested)
        self.side.thanks.asked.connect(self._thank)
        for aside in self.side.storms:
            aside.asked.connect(lambda aside=aside: self.storm_requested.emit(aside.shown))
        self.empty.step.clicked.connect(self.codes_requested)
        self.empty.answer.clicked.connect(self.answering_requested)
        self.undo.clicked.connect(self._undoing.undo)
        self._undoing.offer_changed.connect(self._show_offer)
        self._tools.theme.changed.connect(self._share_room)
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        application.focusChanged.connect(self._follow_focus)

    def _bind_keys(self) -> None:
        keys: dict[str, Callable[[], None]] = {
            "Up": lambda: self._walk(-1),
            "Down": lambda: self._walk(1),
            "Home": lambda: self._walk(-1000),
            "End": lambda: self._walk(1000),
            "Return": self._do_main,
            "Enter": self._do_main,
            "Ctrl+A": self.lines.choose_all_to_put_up,
            "Escape": self.lines.choose_none,
        }
        for verb, key in KEYS.items():
            keys[key] = self._doer(verb)
        for key, action in keys.items():
            # Arrows may be held down; a verb is one wish.
            bind(self, key, action).setAutoRepeat(key in ("Up", "Down"))

    def _doer(self, verb: Verb) -> Callable[[], None]:
        return lambda: self._do(verb)

    def _show_read(self) -> None:
        if self._watch.day is not None:
            self.show_day(self._watch.day)

    def _share_room(self) -> None:
        """The side stands beside the lines, or in a small window and in large text below them."""
        theme = self._tools.theme
        room = self.width() - 2 * MARGIN
        widest = 2 * MARGIN + theme.px(MOST_LINES + MOST_SIDE) + GUTTER
        self._content.setMaximumWidth(widest)
        side = max(LEAST_SIDE, min(MOST_SIDE, round(room * SIDE_SHARE)))
        beside = not is_large(theme) and room >= theme.px(LEAST_LINES) + GUTTER + side
        way = QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.TopToBottom
        self._body.setDirection(way)
        self._body.setStretch(0, 1 if beside else 0)
        self._body.setStretch(2, 0 if beside else 1)
        self._body.setSpacing(min(GUTTER, round(room * 0.05)) if beside else 32)
        for column, width in ((self.side, side), (self.lines, MOST_LINES), (self.empty, MOST_LINES)):
            column.setMaximumWidth(theme.px(width) if beside else theme.px(MOST_LINES))
        self.side.setMinimumWidth(side if beside else 0)


def _holds(around: QWidget, widget: QWidget) -> bool:
    return around is widget or around.isAncestorOf(widget)


def _holds_focus(stop: QWidget) -> bool:
    """Also while another window is the active one."""
    focused = stop.window().focusWidget()
    return focused is not None and _holds(stop, focused)
