"""After a sheet is printed: a quiet line at the foot asks where it hangs, so that the ledger knows."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.domain.ledger import Entry, PlaceView, Show
from app.domain.walls import Place
from ui.desk.tools import Tools
from ui.desk.wall.verbs import WallVerbs
from ui.desk.window import MainWindow
from ui.shared.buttons import ON_WALL, VERB, Button
from ui.shared.choices import Choice
from ui.shared.labels import hair, label, tell_about

if TYPE_CHECKING:
    from app.services.owner.owner import Owner

# What was printed longer ago was asked about, or is in the ledger.
JUST_NOW = timedelta(minutes=10)
MOST_LOOKED_AT = 200


@dataclass(frozen=True, kw_only=True, slots=True)
class Printed:
    """Sheets that hang nowhere yet, the places there are, the one that was used last first, and the old
    sheets that they take the place of."""

    entries: Sequence[Entry]
    places: Sequence[Place]
    olds: Sequence[Entry]


class HangStrip(QWidget):
    """`hang_requested` carries a Place, or None for where the old sheets hang."""

    hang_requested = Signal(object)

    def __init__(self, tools: Tools) -> None:
        super().__init__()
        self._tools = tools
        self._places: Sequence[Place | None] = ()
        tr = tools.words.tr
        self.setObjectName("hang-strip")
        self.setProperty("role", "mat")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.said = label("", wrap=True)
        self.said.setObjectName("hang-said")
        self.place = Choice(tools.theme)
        self.place.setObjectName("hang-place")
        self.place.setAccessibleName(tr("Where it hangs"))
        self.hang = Button(tools.theme, tr("It hangs there"), role=ON_WALL, icon="check")
        self.hang.setObjectName("hang-it")
        self.leave = Button(tools.theme, "", role=VERB, icon="close")
        self.leave.setObjectName("hang-not-now")
        self.leave.setAccessibleName(tr("Not now"))
        tell_about(self.leave, tr("Not now"))
        row = QHBoxLayout()
        row.setContentsMargins(20, 6, 20, 6)
        row.setSpacing(12)
        row.addWidget(self.said, 1)
        for part in (self.place, self.hang, self.leave):
            row.addWidget(part)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(hair())
        column.addLayout(row)
        self.hang.clicked.connect(self._hang)
        self.leave.clicked.connect(self.hide)
        self.hide()

    def ask(self, printed: Printed) -> None:
        words, count = self._tools.words, len(printed.entries)
        numbers = ", ".join(f"{entry.notice.number}" for entry in printed.entries[:4])
        self.said.setText(
            words.trn(
                "Sheet %(numbers)s is printed. Where does it hang?",
                "%(count)s sheets are printed. Where do they hang?",
                count,
                numbers=numbers,
            )
        )
        self.hang.set_words(words.tr("It hangs there") if count == 1 else words.tr("They hang there"))
        self._places = [*([None] if printed.olds else []), *printed.places]
        self.place.clear()
        if printed.olds:
            olds = ", ".join(f"{entry.notice.number}" for entry in printed.olds[:4])
            self.place.addItem(words.tr("In place of %(numbers)s", numbers=olds))
        for place in printed.places:
            self.place.addItem(place.name)
        self.show()

    def _hang(self) -> None:
        row = self.place.currentIndex()
        if 0 <= row < len(self._places):
            self.hide()
            self.hang_requested.emit(self._places[row])


class HangOffer(QObject):
    """`acted` says that the ledger knows more now."""

    acted = Signal()

    def __init__(self, *, tools: Tools, owner: Owner, window: MainWindow) -> None:
        super().__init__(window)
        self._tools = tools
        self._owner = owner
        self._window = window
        self._printed: Printed | None = None
        self._asked: set[UUID] = set()
        self._strip: HangStrip | None = None
        self._verbs = WallVerbs(tools=tools, owner=owner)
        self._verbs.acted.connect(self.acted)

    def look(self) -> None:
        """Something was printed: ask about what hangs nowhere yet, once."""
        now, asked = self._tools.clock.now(), frozenset(self._asked)
        self._tools.background.run(lambda: just_printed(self._owner, now, asked), self._ask)

    def _ask(self, printed: Printed) -> None:
        if not printed.entries or not printed.places:
            return
        self._printed = printed
        self._asked |= {entry.notice.id for entry in printed.entries}
        if self._strip is None:
            self._strip = HangStrip(self._tools)
            self._strip.hang_requested.connect(self._hang)
            self._window.add_foot(self._strip)
        self._strip.ask(printed)

    def _hang(self, place: Place | None) -> None:
        printed = self._printed
        if printed is None:
            return
        if place is None:
            self._verbs.take_down([entry.notice.id for entry in printed.olds])
        else:
            self._verbs.hang([entry.notice.id for entry in printed.entries], place)


def just_printed(owner: Owner, now: datetime, asked: frozenset[UUID]) -> Printed:
    """On the worker thread."""
    places = owner.wall.places()
    if not places:
        return Printed(entries=(), places=(), olds=())
    lines = owner.wall.ledger(show=Show.HANGING, limit=MOST_LOOKED_AT).entries
    fresh = [entry for entry in lines if _is_fresh(entry, now) and entry.notice.id not in asked]
    ids = {entry.notice.id for entry in fresh}
    olds = [entry for entry in lines if entry.notice.replaced_by in ids and entry.hanging_now]
    taken = {old.notice.replaced_by for old in olds}
    if alone := [entry for entry in fresh if entry.notice.id not in taken]:
        # Those that take the place of others are asked about on the wall itself.
        return Printed(entries=alone, places=_last_used_first(places), olds=())
    return Printed(entries=fresh, places=_last_used_first(places), olds=olds)


def _is_fresh(entry: Entry, now: datetime) -> bool:
    return not entry.hangings and now - entry.notice.made_at < JUST_NOW


def _last_used_first(views: Sequence[PlaceView]) -> list[Place]:
    used = {view.place.id: max((copy.since for copy in view.hangings), default=None) for view in views}
    last = max((since for since in used.values() if since is not None), default=None)
    ordered = sorted(views, key=lambda view: last is None or used[view.place.id] != last)
    return [view.place for view in ordered]
