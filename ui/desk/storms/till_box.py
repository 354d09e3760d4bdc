"""At the till: ballots that came back on paper, one after the other, code and choice, by keyboard alone."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.domain.errors import AppError, Conflict, InvalidInput, NotFound
from app.domain.ideas import Idea
from app.domain.storm_views import StormView
from app.domain.translation import mark
from ui.desk import wording
from ui.desk.settings.side_entry import SideEntry
from ui.desk.shop.field import Line, Pair
from ui.desk.storms.box import StormBox
from ui.desk.tools import Tools
from ui.shared.labels import label, set_role
from ui.shared.layouts import clear

QUOTED_LETTERS = 60


class TillBox(StormBox):
    """`entered` carries a code and the id of the chosen idea. Enter goes from the code to the choice, and
    from there on to the next ballot."""

    entered = Signal(str, object)

    def __init__(self, tools: Tools, parent: QWidget) -> None:
        tr = tools.words.tr
        super().__init__(tools, parent, title=tr("Type in ballots"), keep=tr("Count it"), icon="check")
        self.setObjectName("storm-till-box")
        self.explain(tr("The code of the ballot, then the number of what was chosen. Enter goes on."))
        self._ideas: Sequence[Idea] = ()
        self._given = 0
        self._chosen: Idea | None = None
        self.code, self.choice = Line(), Line()
        code = self.field("code", tr("Code of the ballot"), self.code)
        choice = self.field("choice", tr("Number of the choice"), self.choice)
        self.inside.addWidget(Pair(tools.theme, code, choice))
        self._told = label("", "good", wrap=True)
        self._told.setObjectName("storm-till-told")
        self.inside.addWidget(self._told)
        self._rows = QVBoxLayout()
        self._rows.setSpacing(0)
        self.inside.addLayout(self._rows)
        self.keep.show_key(tr("Enter"))
        self.code.returnPressed.connect(self._go_on)
        self.choice.returnPressed.connect(self.enter)

    def begin_for(self, view: StormView) -> None:
        self._given = 0
        self._told.clear()
        self.show_view(view)
        self.begin(self.choice if self.code.text().strip() else self.code)

    def show_view(self, view: StormView) -> None:
        """The shortlist as it is now; what is typed stays."""
        if list(view.chosen_among) == list(self._ideas):
            return
        self._ideas = view.chosen_among
        clear(self._rows)
        for place, idea in enumerate(self._ideas, 1):
            author = wording.author(idea, self.tools.words)
            line = f"{place}  {wording.beginning(idea, QUOTED_LETTERS)}"
            row = SideEntry(self.tools.theme, line, below=author)
            row.setObjectName(f"till-{place}")
            row.clicked.connect(lambda _checked=False, place=place: self._choose(place))
            row.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            self._rows.addWidget(row)

    def wanted(self) -> None:
        if not self.code.text().strip():
            raise InvalidInput("code", mark("Please type the code that stands on the ballot."))
        self._chosen = self._idea_of(self.choice.text())
        self.entered.emit(self.code.text(), self._chosen.id)

    def counted(self) -> None:
        """It counts; ready for the next one."""
        self.given_up()
        self._given += 1
        words = self.tools.words
        idea = wording.beginning(self._chosen, QUOTED_LETTERS) if self._chosen else ""
        set_role(self._told, "good")
        self._told.setText(
            words.trn(
                "Counted: “%(idea)s”. %(count)s ballot so far.",
                "Counted: “%(idea)s”. %(count)s ballots so far.",
                self._given,
                idea=idea,
            )
        )
        self.code.clear()
        self.choice.clear()
        self.code.setFocus(Qt.FocusReason.OtherFocusReason)
        self.resettle()

    def refused(self, error: AppError) -> None:
        """What is wrong with a code is told at the code, and it is ready to be typed anew."""
        super().refused(error)
        if isinstance(error, Conflict | NotFound):
            self._show_error("code", self.tools.words.error(error))
            self.code.selectAll()
        self._told.clear()

    def _go_on(self) -> None:
        if self.choice.text().strip():
            self.enter()
        else:
            self.choice.setFocus(Qt.FocusReason.TabFocusReason)

    def _choose(self, place: int) -> None:
        self.choice.setText(str(place))
        if self.code.text().strip():
            self.enter()
        else:
            self.code.setFocus(Qt.FocusReason.OtherFocusReason)

    def _idea_of(self, typed: str) -> Idea:
        number = typed.strip()
        if number.isdecimal() and 1 <= int(number) <= len(self._ideas):
            return self._ideas[int(number) - 1]
        raise InvalidInput(
            "choice",
            mark("Please type a number from 1 to %(last)s, as they stand below."),
            last=len(self._ideas),
        )
