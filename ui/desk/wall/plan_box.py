"""What the planner proposes for a board: what comes down, what goes up. Nothing is done unasked."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.domain.wall_plan import Plan, TakeDown, Why
from app.domain.walls import Place
from app.words import Words
from ui.desk.storms.box import StormBox
from ui.desk.tools import Tools
from ui.desk.wall.looking import Looked, proposed
from ui.shared.labels import hair, label
from ui.shared.layouts import clear

WIDTH = 520
LINES_AT_MOST = 12


class PlanBox(StormBox):
    """`follow_requested` carries the Plan and its Place."""

    follow_requested = Signal(object, object)

    def __init__(self, tools: Tools, parent: QWidget) -> None:
        tr = tools.words.tr
        super().__init__(tools, parent, title=tr("Next on the wall"), keep=tr("Print and hang"), icon="print")
        self.setObjectName("wall-plan-box")
        self._plan: Plan | None = None
        self._place: Place | None = None
        self._lines = QVBoxLayout()
        self._lines.setSpacing(8)
        self.inside.addLayout(self._lines)

    def begin_for(self, looked: Looked) -> None:
        if looked.plan is None or looked.place is None:
            return
        self._plan, self._place = looked.plan, looked.place.place
        tr = self.tools.words.tr
        self.say_title(tr("Next on “%(place)s”", place=self._place.name))
        self.explain(tr("Printed in one go. The board is drawn as it hangs then."))
        self._fill(looked)
        self.begin(self.keep)

    def width_wanted(self) -> int:
        return WIDTH

    def wanted(self) -> None:
        self.follow_requested.emit(self._plan, self._place)
        self.taken()

    def _fill(self, looked: Looked) -> None:
        assert self._plan is not None
        plan, words = self._plan, self.tools.words
        clear(self._lines)
        downs = [_down_words(step, words) for step in plan.take_down]
        ups = [f"{each.title}\n{each.fits}" for each in proposed(looked, words)[: len(plan.hang)]]
        for title, told in ((words.tr("Comes down"), downs), (words.tr("Goes up"), ups)):
            if not told:
                continue
            self._lines.addWidget(label(title, "heading", wrap=True))
            for line in told[:LINES_AT_MOST]:
                self._lines.addWidget(label(line, wrap=True))
            if len(told) > LINES_AT_MOST:
                more = len(told) - LINES_AT_MOST
                rest = words.trn("And %(count)s more.", "And %(count)s more.", more)
                self._lines.addWidget(label(rest, "small"))
            self._lines.addWidget(hair())


def _down_words(step: TakeDown, words: Words) -> str:
    number = step.sheet.number
    return {
        Why.STALE: words.tr("%(number)s, it is not true any more", number=number),
        Why.OVERDUE: words.tr("%(number)s, its day is past", number=number),
        Why.MAKES_ROOM: words.tr("%(number)s, it makes room", number=number),
    }[step.why]
