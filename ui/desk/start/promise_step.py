"""Step 3: within how many open days every idea is answered."""

from __future__ import annotations

from dataclasses import replace

from app.dates import day_in_words
from app.domain.promise import answer_due
from app.domain.shop import Shop
from app.domain.shop_rules import LONGEST_PROMISE_DAYS, SHORTEST_PROMISE_DAYS
from ui.desk.shop.cells import Flow
from ui.desk.shop.field import CalmWheel, Field, Stepper
from ui.desk.start.step import Step
from ui.desk.tools import Tools
from ui.shared.labels import label


class PromiseStep(Step):
    def __init__(self, tools: Tools, wheel: CalmWheel) -> None:
        tr = tools.words.tr
        super().__init__(
            tools,
            tr("How soon do you answer?"),
            tr(
                "Customers read this promise where they write. Better one you keep than one that sounds good."
            ),
        )
        self._shop: Shop | None = None
        stepper = Stepper(tools, smallest=SHORTEST_PROMISE_DAYS, largest=LONGEST_PROMISE_DAYS)
        self.days = stepper.number
        self.days.setObjectName("start-promise")
        wheel.hold(self.days)
        row = Flow(tools.theme, [stepper, label(tr("open days at most"))])
        self.fields["promise_days"] = Field(
            "start-promise", tr("Every idea is answered within"), self.days, row
        )
        self.add([self.fields["promise_days"]])
        self.days.valueChanged.connect(self._tell_days)
        self.setFocusProxy(self.days)

    def show_shop(self, shop: Shop) -> None:
        self._shop = shop
        blocked = self.days.blockSignals(True)
        self.days.setValue(shop.promise_days)
        self.days.blockSignals(blocked)
        self._say()

    def said(self, shop: Shop) -> Shop:
        return replace(shop, promise_days=self.days.value())

    def _tell_days(self) -> None:
        self._say()
        self._tell()

    def _say(self) -> None:
        if self._shop is not None and self._shop.open_weekdays:
            due = answer_due(self.said(self._shop), self._tools.clock.now())
            day = day_in_words(due, self._tools.words.language)
            sentence = self._tools.words.tr("An idea of today is answered by %(day)s at the latest.", day=day)
            self.fields["promise_days"].say(sentence)
