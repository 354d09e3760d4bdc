"""The menu of one sheet, or of several that are chosen: all that can be done, with the mouse or by keys."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QObject, QPoint, Qt, Signal
from PySide6.QtWidgets import QMenu, QWidget

from app.domain.ledger import Entry
from app.domain.walls import Hanging
from ui.desk.tools import Tools
from ui.desk.wall.looking import Looked
from ui.desk.wall.printing import WallPrinting, ids_of
from ui.desk.wall.verbs import WallVerbs


class SheetMenu(QObject):
    opened = Signal(object)
    idea_requested = Signal(object)

    def __init__(self, *, tools: Tools, verbs: WallVerbs, printing: WallPrinting, parent: QWidget) -> None:
        super().__init__(parent)
        self._tools, self._verbs, self._printing, self._page = tools, verbs, printing, parent
        self.menu: QMenu | None = None

    def open(self, entries: Sequence[Entry], looked: Looked, copy: Hanging | None, at: QPoint) -> None:
        """`copy` is the one that was pressed on the board."""
        if not entries:
            return
        menu = QMenu(self._page)
        menu.setObjectName("wall-sheet-menu")
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._fill(menu, entries, looked, copy)
        self.menu = menu
        menu.destroyed.connect(self._forget)
        menu.popup(at)

    def _fill(self, menu: QMenu, entries: Sequence[Entry], looked: Looked, copy: Hanging | None) -> None:
        tr, one = self._tools.words.tr, entries[0]
        hang = [entry for entry in entries if entry.notice.hangs]
        if len(entries) == 1:
            self._add(menu, tr("Look at it"), partial(self.opened.emit, one.notice.id))
        self._add(menu, tr("Print again"), partial(self._printing.reprint, entries))
        self._add_places(menu.addMenu(tr("It hangs at")), entries, looked, copy)
        if hang:
            self._add(menu, tr("It is down"), partial(self._verbs.take_down, ids_of(hang)))
        if len(hang) < len(entries):
            down = [entry.notice.id for entry in entries if not entry.notice.hangs]
            self._add(menu, tr("It hangs again"), partial(self._verbs.put_back, down))
        if len(entries) == 1 and one.notice.idea_id is not None and one.title:
            menu.addSeparator()
            self._add(menu, tr("Open the idea"), partial(self.idea_requested.emit, one.notice.idea_id))

    def _add_places(
        self, menu: QMenu, entries: Sequence[Entry], looked: Looked, copy: Hanging | None
    ) -> None:
        """What is pressed on the board moves to another place; what lies in the ledger is hung there."""
        for view in looked.places:
            place = view.place
            if copy is not None and len(entries) == 1:
                if place.id != copy.place_id:
                    self._add(menu, place.name, partial(self._verbs.move_copy, copy.id, None, place))
            else:
                self._add(menu, place.name, partial(self._verbs.hang, ids_of(entries), place))
        menu.setObjectName("wall-hangs-at")
        menu.setEnabled(not menu.isEmpty())

    def _add(self, menu: QMenu, words: str, act: Callable[[], object]) -> None:
        """A place's name is written by people: its & marks no letter."""
        menu.addAction(words.replace("&", "&&")).triggered.connect(lambda _checked=False: act())

    def _forget(self) -> None:
        self.menu = None
