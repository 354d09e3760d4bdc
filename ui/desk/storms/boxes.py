"""The boxes of the page of storms: each is made when it is first wanted, and keeps what was begun in it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from app.domain.shop import Shop
from app.domain.storm_views import Proposal, StormView
from app.photo_door import TakenIn
from ui.desk.storms.paper import StormSheetMaker
from ui.desk.storms.verbs import StormVerbs
from ui.desk.tools import Tools

if TYPE_CHECKING:
    from app.services.owner.owner import Owner
    from ui.desk.storms.ask_box import AskBox
    from ui.desk.storms.conclude_box import ConcludeBox
    from ui.desk.storms.done_boxes import CarryOutBox, LookBackBox
    from ui.desk.storms.extend_box import ExtendBox
    from ui.desk.storms.till_box import TillBox


class StormBoxes(QObject):
    def __init__(
        self,
        *,
        tools: Tools,
        owner: Owner,
        verbs: StormVerbs,
        shop: Callable[[], Shop],
        maker: StormSheetMaker,
        address: Callable[[], str],
        read_photo: Callable[[Path], TakenIn],
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self._tools, self._owner, self._verbs, self._shop = tools, owner, verbs, shop
        self._maker, self._address, self._read_photo, self._page = maker, address, read_photo, parent
        self._ask: AskBox | None = None
        self._extend: ExtendBox | None = None
        self._conclude: ConcludeBox | None = None
        self._carry_out: CarryOutBox | None = None
        self._look_back: LookBackBox | None = None
        self._till: TillBox | None = None

    @property
    def is_begun(self) -> bool:
        """Whether something was typed and not kept."""
        begun = (self._ask, self._conclude, self._carry_out, self._look_back)
        return any(box is not None and box.is_begun for box in begun)

    def ask(self) -> None:
        self._ask_box().begin_new()

    def change(self, view: StormView) -> None:
        self._ask_box().begin_change(view.storm)

    def extend(self, view: StormView) -> None:
        if self._extend is None:
            from ui.desk.storms.extend_box import ExtendBox

            box = ExtendBox(self._tools, self._page.window(), self._shop)
            box.entered.connect(lambda id, times: self._verbs.extend(box, id, times))
            self._extend = box
        self._extend.begin_for(view.storm)

    def till(self, view: StormView) -> None:
        if self._till is None:
            from ui.desk.storms.till_box import TillBox

            box = TillBox(self._tools, self._page.window())
            box.entered.connect(lambda code, idea_id: self._verbs.give_ballot(box, code, idea_id))
            self._till = box
        self._till.begin_for(view)

    def conclude(self, view: StormView) -> None:
        """With what the desk proposes to rest it on."""
        box, storm_id = self._conclude_box(), view.storm.id

        def begin(proposal: Proposal) -> None:
            box.begin_for(view, proposal)

        self._tools.background.run(lambda: self._owner.storms.proposal(storm_id), begin)

    def carry_out(self, view: StormView) -> None:
        if self._carry_out is None:
            from ui.desk.storms.done_boxes import CarryOutBox

            made = CarryOutBox(self._tools, self._page.window(), shop=self._shop, read_photo=self._read_photo)
            made.entered.connect(lambda id, done: self._verbs.carry_out(made, id, done))
            self._carry_out = made
        box, outcome, owner = self._carry_out, view.outcome, self._owner
        if outcome is None or not outcome.has_photo:
            box.begin_for(view, None)
            return
        self._tools.background.run(
            lambda: owner.storms.photo(outcome.id), lambda photo: box.begin_for(view, photo)
        )

    def look_back(self, view: StormView) -> None:
        if self._look_back is None:
            from ui.desk.storms.done_boxes import LookBackBox

            box = LookBackBox(self._tools, self._page.window())
            box.entered.connect(lambda id, text, after: self._verbs.look_back(box, id, text, after))
            self._look_back = box
        self._look_back.begin_for(view)

    def _ask_box(self) -> AskBox:
        if self._ask is None:
            from ui.desk.storms.ask_box import AskBox

            box = AskBox(self._tools, self._page.window(), self._shop)
            box.entered.connect(lambda id, draft, announce: self._verbs.keep(box, id, draft, announce))
            self._ask = box
        return self._ask

    def _conclude_box(self) -> ConcludeBox:
        if self._conclude is None:
            from ui.desk.storms.conclude_box import ConcludeBox

            box = ConcludeBox(
                self._tools,
                self._page.window(),
                shop=self._shop,
                paper=self._maker,
                address=self._address,
            )
            box.entered.connect(lambda id, said: self._verbs.conclude(box, id, said))
            self._conclude = box
        return self._conclude
