"""At the side of a storm: why counts are hidden, the next step, what else can be done, what comes itself."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.domain.storm_views import StormView
from app.domain.storms import Phase
from app.storm_when import StormWhen
from ui.desk.storms.steps import ICONS, Step, Steps, step_words
from ui.desk.tools import Tools
from ui.shared.buttons import OUTLINED, PRIMARY, Button
from ui.shared.labels import label, set_role

SHOWN_KEYS = {Step.BALLOTS: "B", Step.TILL: "T", Step.CONCLUDE: "C", Step.CARRY_OUT: "D", Step.LOOK_BACK: "L"}


class StepPanel(QWidget):
    """`step_requested` carries a Step."""

    step_requested = Signal(object)

    def __init__(self, tools: Tools) -> None:
        super().__init__()
        self._tools = tools
        self._buttons: dict[Step, Button] = {}
        self._build()

    def show_view(self, view: StormView, steps: Steps, when: StormWhen) -> None:
        words = self._tools.words
        is_sealed = view.phase in (Phase.ANNOUNCED, Phase.GATHERING)
        self._sealed.setVisible(is_sealed)
        shown = [step for step in (steps.first, *steps.others) if step is not None]
        for step, known in self._buttons.items():
            known.setVisible(step in shown)
        for place, step in enumerate(shown):
            button = self._button(step)
            button.set_words(step_words(step, view, words))
            set_role(button, PRIMARY if step is steps.first else OUTLINED)
            self._column.removeWidget(button)
            self._column.insertWidget(place, button)
            button.show()
        told = [when.next_step(view.storm, view.phase), when.extension(view.storm)]
        self._next.setText("\n".join(part for part in told if part))
        self._next.setVisible(any(told))

    @property
    def first_button(self) -> Button | None:
        """The uppermost that is shown."""
        place = self._column.itemAt(0)
        found = place.widget() if place is not None else None
        return found if isinstance(found, Button) and not found.isHidden() else None

    def _button(self, step: Step) -> Button:
        if step not in self._buttons:
            made = Button(self._tools.theme, "", icon=ICONS.get(step, ""))
            made.setObjectName(f"storm-do-{step.value}")
            made.clicked.connect(partial(self.step_requested.emit, step))
            self._buttons[step] = made
        return self._buttons[step]

    def _build(self) -> None:
        tr = self._tools.words.tr
        self._sealed = QWidget()
        self._sealed.setObjectName("storm-sealed")
        sealed = QVBoxLayout(self._sealed)
        sealed.setContentsMargins(0, 0, 0, 20)
        sealed.setSpacing(4)
        sealed.addWidget(label(tr("Counts stay hidden"), "heading"))
        sealed.addWidget(
            label(
                tr(
                    "Nobody sees me-toos before choosing, neither do you. So the first idea is not "
                    "the winner for being first."
                ),
                "soft",
                wrap=True,
            )
        )
        self._next = label("", "small", wrap=True)
        self._next.setObjectName("storm-next")
        self._next.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self._column = QVBoxLayout()
        self._column.setSpacing(10)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(10)
        whole.addWidget(self._sealed)
        whole.addLayout(self._column)
        whole.addWidget(self._next)
