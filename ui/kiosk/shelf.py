"""The pages of the kiosk, each made when it is first wanted and put into its place."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from PySide6.QtQml import QQmlEngine
from PySide6.QtQuick import QQuickItem

from ui.kiosk.kiosk import Page
from ui.kiosk.loading import load, unload


@dataclass(frozen=True, slots=True)
class MadePage:
    """A QML file and what it requires; the view-models in `properties` are kept as long as the page."""

    file: str
    properties: Mapping[str, object]


class Shelf:
    """`main` is the item that holds the places. Whoever made the shelf calls `close` before `main` goes."""

    def __init__(self, engine: QQmlEngine, main: QQuickItem) -> None:
        self._engine = engine
        self._main = main
        self._makers: dict[Page, Callable[[], MadePage]] = {}
        self._made: dict[Page, tuple[QQuickItem, MadePage]] = {}

    def add(self, page: Page, make: Callable[[], MadePage]) -> None:
        self._makers[page] = make

    def has(self, page: Page) -> bool:
        return page in self._makers

    def bring(self, page: Page) -> None:
        """Have the page in its place. Raises BrokenPage."""
        if page in self._made:
            return
        made = self._makers[page]()
        item = load(self._engine, made.file, made.properties)
        assert isinstance(item, QQuickItem)
        self._made[page] = (item, made)
        item.setParentItem(self._place(page))

    def missing(self) -> list[Page]:
        """What was not wanted yet."""
        return [page for page in self._makers if page not in self._made]

    def close(self) -> None:
        """Pages go before the view-models that they show."""
        for item, _made in self._made.values():
            unload(item)
        self._made.clear()

    def _place(self, page: Page) -> QQuickItem:
        return next(item for item in items_of(self._main) if item.objectName() == f"place-{page}")


def items_of(item: QQuickItem) -> Iterator[QQuickItem]:
    """`item` and all that lies in it."""
    yield item
    for child in item.childItems():
        yield from items_of(child)
