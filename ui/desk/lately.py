"""The list of what was printed last, asked for from any page: read aside, printed by the one way to paper."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from app.domain.ledger import Entry
from app.domain.shop import Shop
from ui.desk.printing.printable import Printable
from ui.desk.printing.printing import Printing
from ui.desk.reach import Reach
from ui.desk.tools import Tools

if TYPE_CHECKING:
    from app.services.owner.owner import Owner
    from ui.desk.printing.lately import LatelyBox


class Lately(QObject):
    """`logo` gives the PNG file of the shop's now, `shop` the shop."""

    def __init__(
        self,
        *,
        tools: Tools,
        owner: Owner,
        printing: Printing,
        reach: Reach,
        logo: Callable[[], bytes],
        shop: Callable[[], Shop],
        window: QWidget,
    ) -> None:
        super().__init__(window)
        self._tools, self._owner, self._printing, self._reach = tools, owner, printing, reach
        self._logo, self._shop, self._window = logo, shop, window
        self._box: LatelyBox | None = None

    def begin(self) -> None:
        """Read, then show."""
        from ui.desk.printing.lately import printed_lately

        self._tools.background.run(lambda: printed_lately(self._owner), self._show)

    def _show(self, entries: list[Entry]) -> None:
        if self._box is None:
            from ui.desk.printing.lately import LatelyBox

            self._box = LatelyBox(self._tools, self._window)
            self._box.again_requested.connect(lambda entry: self._printing.print_now(self._once_more(entry)))
            self._box.look_requested.connect(lambda entry: self._printing.begin(self._once_more(entry)))
        self._box.begin(entries, self._shop())

    def _once_more(self, entry: Entry) -> Printable:
        from ui.desk.printing.lately import once_more
        from ui.desk.wall.papers import WallPaper

        paper = WallPaper(self._owner, self._tools.words, self._logo)
        return once_more(entry, paper, self._reach.for_paper, self._tools.words)
