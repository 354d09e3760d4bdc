"""Ideas side by side, as two notes on the wall: do they say the same, and which of them stays?"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from app.domain.ideas import Idea
from app.domain.merging import likely_survivor, why_not
from app.domain.shop import Shop
from ui.desk.merging.candidates import Candidates
from ui.desk.merging.side import Side
from ui.desk.tools import Tools
from ui.shared.buttons import OUTLINED, PRIMARY, WORD, Button
from ui.shared.focus_ring import FocusRing
from ui.shared.keys import WINDOW, bind
from ui.shared.labels import label
from ui.shared.layouts import clear
from ui.shared.scrolling import scrolling

WIDTH = 900
MARGIN = 28
ROOM_AROUND = 48
LEAST_HEIGHT = 320


class MergeBox(QDialog):
    """`confirmed` carries the ideas to put together, the one that stays first; `parted` two that are not the
    same. The box stays until `done`, so that a refusal loses nothing."""

    confirmed = Signal(object)
    parted = Signal(object)

    def __init__(self, tools: Tools, parent: QWidget) -> None:
        super().__init__(parent)
        self._tools = tools
        self._ideas: list[Idea] = []
        self._shop: Shop | None = None
        self._is_on_its_way = False
        self.setWindowTitle(tools.words.tr("Put together"))
        self.setObjectName("merge-box")
        self._build()
        self._bind_keys()
        FocusRing(self, tools.theme)

    @property
    def ideas(self) -> Sequence[Idea]:
        """The one that stays first."""
        return self._ideas

    def begin(self, shop: Shop, *, looking: bool) -> None:
        """`looking`: the other idea is still to be chosen."""
        self._shop = shop
        self._is_on_its_way = False
        self.candidates.begin()
        self.candidates.setVisible(looking)
        self.show_ideas((), 0)
        self._fit()
        self.open()
        (self.candidates.search if looking else self.confirm).setFocus(Qt.FocusReason.OtherFocusReason)

    def show_ideas(self, ideas: Sequence[Idea], together: int) -> None:
        """Side by side; `together` counts who said "me too" to any of them."""
        self._ideas = list(ideas)
        if len(self._ideas) > 1:
            kept = likely_survivor(self._ideas)
            self._ideas.sort(key=lambda idea: idea.id != kept.id)
        words = self._tools.words
        self._together.setText(
            words.trn(
                "Together %(count)s says me too, each person counted once.",
                "Together %(count)s say me too, each person counted once.",
                together,
            )
            if together
            else ""
        )
        self._lay_side_by_side()
        self.confirm.setFocus(Qt.FocusReason.OtherFocusReason)

    def swap(self) -> None:
        """Let the next one stay."""
        if len(self._ideas) > 1:
            self._ideas = [*self._ideas[1:], self._ideas[0]]
            self._lay_side_by_side()

    def enter(self) -> None:
        """Once, however often the key is struck; where words are looked for, the first that was found."""
        if self.candidates.search.hasFocus():
            self.candidates.choose_row(0)
        elif self.confirm.isEnabled() and not self._is_on_its_way:
            self._is_on_its_way = True
            self.confirmed.emit(list(self._ideas))

    def refuse(self, sentence: str) -> None:
        self._is_on_its_way = False
        self._show_problem(sentence)

    def may_be_entered(self) -> None:
        self._is_on_its_way = False

    def _part(self) -> None:
        if self.apart.isVisible() and len(self._ideas) == 2:
            self.parted.emit(list(self._ideas))

    def _lay_side_by_side(self) -> None:
        clear(self._sides)
        tr, several = self._tools.words.tr, len(self._ideas) > 1
        if several and self._shop is not None:
            kept, *others = self._ideas
            self._sides.addWidget(Side(self._tools, kept, self._shop, tr("This one stays")), 1)
            self._sides.addWidget(self._column_of(others, self._shop), 1)
        for widget in (self._kind, self.swap_button):
            widget.setVisible(several)
        self._together.setVisible(several and bool(self._together.text()))
        self.apart.setVisible(len(self._ideas) == 2)
        reason = why_not(self._ideas[0], self._ideas[1:]) if several else None
        self._show_problem(tr(reason) if reason else "")
        self.confirm.setEnabled(several and reason is None)
        # The notes know their height once they have their width.
        QTimer.singleShot(0, self, self._fit)

    def _column_of(self, others: Sequence[Idea], shop: Shop) -> QWidget:
        whole = QWidget()
        column = QVBoxLayout(whole)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(16)
        for place, idea in enumerate(others):
            caption = "" if place else self._tools.words.tr("Goes together with it")
            column.addWidget(Side(self._tools, idea, shop, caption))
        column.addStretch()
        return whole

    def _show_problem(self, sentence: str) -> None:
        self._problem.setText(sentence)
        self._problem.setVisible(bool(sentence))

    def _build(self) -> None:
        theme, tr = self._tools.theme, self._tools.words.tr
        self.candidates = Candidates(self._tools)
        sides = QWidget()
        self._sides = QHBoxLayout(sides)
        self._sides.setContentsMargins(0, 8, 0, 8)
        self._sides.setSpacing(24)
        self._together = label("", "heading", wrap=True)
        self._together.setObjectName("merge-together")
        self._kind = label(
            tr(
                "Nothing is lost. All authors read the answer to the one that stays; you can take them apart."
            ),
            "small",
            wrap=True,
        )
        self._problem = label("", "error", wrap=True)
        self._problem.setObjectName("merge-problem")
        content = self._content = QWidget()
        content.setProperty("role", "plain")
        inside = QVBoxLayout(content)
        inside.setContentsMargins(MARGIN, 20, MARGIN, 12)
        inside.setSpacing(8)
        inside.addWidget(label(tr("Do these say the same?"), "heading"))
        inside.addWidget(self.candidates)
        inside.addWidget(sides)
        inside.addWidget(self._together)
        inside.addWidget(self._kind)
        inside.addWidget(self._problem)
        inside.addStretch()
        scroll = scrolling(content)
        self.apart = Button(theme, tr("Not the same"), role=WORD, key=tr("Ctrl N"))
        self.swap_button = Button(theme, tr("Let the other stay"), role=WORD, key=tr("Ctrl S"))
        self.leave = Button(theme, tr("Go back"), role=OUTLINED, key=tr("Esc"))
        self.confirm = Button(theme, tr("Put together"), role=PRIMARY, icon="merge", key=tr("Enter"))
        acts = (
            (self.apart, "merge-apart", self._part),
            (self.swap_button, "merge-swap", self.swap),
            (self.leave, "merge-leave", self.reject),
            (self.confirm, "merge-confirm", self.enter),
        )
        buttons = self._buttons = QHBoxLayout()
        buttons.setContentsMargins(MARGIN, 12, MARGIN, 20)
        buttons.setSpacing(12)
        for button, name, act in acts:
            button.setObjectName(name)
            button.setAutoDefault(False)
            button.clicked.connect(act)
            buttons.addWidget(button)
            if button is self.swap_button:
                buttons.addStretch()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(scroll, 1)
        column.addLayout(buttons)

    def _bind_keys(self) -> None:
        keys = (("Return", self.enter), ("Enter", self.enter), ("Ctrl+S", self.swap), ("Ctrl+N", self._part))
        for sequence, act in keys:
            bind(self, sequence, act, context=WINDOW)

    def _fit(self) -> None:
        """As large as it likes, and no larger than the desk it stands on."""
        above = self.parentWidget()
        room = above.window().size() if above is not None else self.size()
        wide = min(round(WIDTH * self._tools.theme.text_percent / 100), room.width() - ROOM_AROUND)
        wanted = self._content.sizeHint().height() + self._buttons.sizeHint().height()
        self.resize(wide, min(max(wanted, LEAST_HEIGHT), room.height() - ROOM_AROUND))
