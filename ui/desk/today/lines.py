"""The left column of the day: groups of lines, one of them current; arrows walk over all of them."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from itertools import pairwise

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.desk.today import wording
from ui.desk.today.items import Group, Item, Kind, Verb
from ui.desk.today.line import Line, NoteLine, RowLine
from ui.desk.tools import Tools
from ui.shared.buttons import UNDERLINED, Button
from ui.shared.labels import label

# A note casts a shadow that is part of its height.
NOTE_GAP = 10


class LineGroup(QWidget):
    """`verb_requested` carries the Item and a Verb, `more_requested` nothing, `all_up_requested` neither."""

    verb_requested = Signal(object, object)
    more_requested = Signal()
    all_up_requested = Signal()

    def __init__(self, tools: Tools, kind: Kind) -> None:
        super().__init__()
        self._tools = tools
        self.kind = kind
        self.lines: list[Line] = []
        self._title = label("", "heading", wrap=True)
        self._beside = label("", "small")
        self.all_up = Button(tools.theme, "", role=UNDERLINED, key="Ctrl A, A")
        self.all_up.setObjectName("put-all-up")
        self.all_up.clicked.connect(self.all_up_requested)
        self.more = Button(tools.theme, "", role=UNDERLINED)
        self.more.setObjectName(f"more-{kind.value}")
        self.more.clicked.connect(self.more_requested)
        head = QHBoxLayout()
        head.setSpacing(12)
        head.addWidget(self._title, 1)
        head.addWidget(self._beside)
        head.addWidget(self.all_up)
        self._column = QVBoxLayout()
        self._column.setSpacing(NOTE_GAP if kind is Kind.PRESSING else 0)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(10)
        whole.addLayout(head)
        whole.addLayout(self._column)
        whole.addWidget(self.more, 0, Qt.AlignmentFlag.AlignLeading)

    @property
    def going_up(self) -> list[Item]:
        """Those that go up together: read here whole or in part, and nothing speaks against them."""
        return [line.item for line in self.lines if line.item.verbs[0] is Verb.PUT_UP]

    def show_group(self, group: Group, beside: str) -> None:
        """Lines that stay keep their widget, and with it the focus."""
        words = self._tools.words
        self._title.setText(group.title)
        self._beside.setText(beside)
        self._beside.setVisible(bool(beside))
        known = {_identity(line): line for line in self.lines}
        self.lines = [self._line_for(item, place, group, known) for place, item in enumerate(group.items)]
        for gone in known.values():
            gone.hide()
            gone.deleteLater()
        for place, line in enumerate(self.lines):
            if self._column.indexOf(line) != place:
                self._column.insertWidget(place, line)
        up = len(self.going_up)
        self.all_up.set_words(
            words.trn("Put all %(number)s up", "Put all %(number)s up", up, number=wording.number(up, words))
        )
        self.all_up.setVisible(up > 1)
        self.more.set_words(words.trn("and %(count)s more", "and %(count)s more", group.more))
        self.more.setVisible(bool(group.more))

    def _line_for(self, item: Item, place: int, group: Group, known: dict[tuple[object, ...], Line]) -> Line:
        is_note = place < group.notes
        line = known.pop((item.key, item.verbs, is_note), None)
        if line is None:
            line = NoteLine(self._tools, item) if is_note else RowLine(self._tools, item)
            line.verb_requested.connect(partial(self._ask, line))
        else:
            line.show_item(item)
        if isinstance(line, NoteLine):
            line.be_first(place == 0)
        return line

    def _ask(self, line: Line, verb: Verb) -> None:
        self.verb_requested.emit(line.item, verb)


def _identity(line: Line) -> tuple[object, ...]:
    return (line.item.key, line.item.verbs, isinstance(line, NoteLine))


class LineColumn(QWidget):
    """`verb_requested` carries the Items that are meant and the Verb; `more_requested` a Kind."""

    verb_requested = Signal(object, object)
    more_requested = Signal(object)
    current_changed = Signal(object)

    def __init__(self, tools: Tools) -> None:
        super().__init__()
        self._tools = tools
        self._current: Line | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(30)
        self.groups = {kind: self._make_group(kind) for kind in Kind}

    @property
    def lines(self) -> list[Line]:
        """All that are shown, in their order."""
        shown = (group for group in self.groups.values() if not group.isHidden())
        return [line for group in shown for line in group.lines]

    @property
    def current(self) -> Line | None:
        return self._current

    @property
    def chosen(self) -> list[Item]:
        return [line.item for line in self.lines if line.is_chosen]

    def show_groups(self, groups: Sequence[Group], hours: str) -> None:
        """What was current stays so; what took its place is, when it is gone."""
        before = self.lines
        place = before.index(self._current) if self._current in before else 0
        key = self._current.item.key if self._current else None
        shown = {group.kind: group for group in groups}
        for kind, widget in self.groups.items():
            group = shown.get(kind) or Group(kind=kind, title="", items=())
            widget.show_group(group, hours if kind is Kind.PRESSING else "")
            widget.setVisible(kind in shown)
        self._take_current(key, place)
        self._order_tabs()

    def make_current(self, line: Line | None) -> None:
        if line is self._current:
            return
        if self._current is not None and self._current in self.lines:
            self._current.set_current(False)
        self._current = line
        if line is not None:
            line.set_current(True)
        self.current_changed.emit(line)

    def choose_all_to_put_up(self) -> None:
        for line in self.groups[Kind.WAITING].lines:
            line.set_chosen(line.item.verbs[0] is Verb.PUT_UP)

    def choose_none(self) -> None:
        for line in self.lines:
            line.set_chosen(False)

    def _take_current(self, key: object, place: int) -> None:
        lines = self.lines
        same = next((line for line in lines if line.item.key == key), None)
        wanted = same or (lines[min(place, len(lines) - 1)] if lines else None)
        if wanted is not self._current:
            self._current = None
            self.make_current(wanted)

    def _order_tabs(self) -> None:
        stops: list[QWidget] = []
        for group in self.groups.values():
            stops.append(group.all_up)
            for line in group.lines:
                stops += [line, *line.others.values(), line.main]
            stops.append(group.more)
        for one, other in pairwise(stops):
            QWidget.setTabOrder(one, other)

    def _make_group(self, kind: Kind) -> LineGroup:
        made = LineGroup(self._tools, kind)
        made.hide()
        made.verb_requested.connect(lambda item, verb: self.verb_requested.emit([item], verb))
        made.all_up_requested.connect(lambda: self.verb_requested.emit(made.going_up, Verb.PUT_UP))
        made.more_requested.connect(lambda: self.more_requested.emit(kind))
        self._column.addWidget(made)
        return made
