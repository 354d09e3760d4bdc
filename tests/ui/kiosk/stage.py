"""One page in a window of its own, with a finger, a keyboard and a camera."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from PySide6.QtCore import QPoint, QPointF, QSizeF, Qt
from PySide6.QtGui import QImage
from PySide6.QtQml import QQmlEngine
from PySide6.QtQuick import QQuickItem, QQuickWindow
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from shiboken6 import delete

from ui.kiosk.loading import load, unload

# The engine of the tests remembers what a view-model can do by where its description lies in memory, and may
# take a later one in the same place for it: so none that was shown once is given up while the engine lives.
_shown: list[Mapping[str, object]] = []


def visible_items(root: QQuickItem) -> Iterator[QQuickItem]:
    """`root` and all in it that is seen."""
    waiting = [root]
    while waiting:
        item = waiting.pop()
        if item.isVisible():
            yield item
            waiting.extend(item.childItems())


class Stage:
    def __init__(
        self, engine: QQmlEngine, file: str, size: tuple[int, int], properties: Mapping[str, object]
    ) -> None:
        self._device = QTest.createTouchDevice()
        _shown.append(properties)
        self.page = load(engine, file, properties)
        assert isinstance(self.page, QQuickItem)
        self.view = QQuickWindow()
        self.view.resize(*size)
        self.page.setParentItem(self.view.contentItem())
        self.page.setSize(QSizeF(*size))
        self.view.show()
        self.settle()

    def settle(self) -> None:
        """Let bindings, positions and pictures follow."""
        QApplication.processEvents()

    def items(self) -> Iterator[QQuickItem]:
        waiting = [self.view.contentItem()]
        while waiting:
            item = waiting.pop()
            yield item
            waiting.extend(item.childItems())

    def item(self, name: str) -> QQuickItem:
        """The visible item of that objectName."""
        found = [item for item in self.items() if item.objectName() == name and item.isVisible()]
        assert found, f"no visible {name}"
        return found[0]

    def shows(self, name: str) -> bool:
        return any(item.objectName() == name and item.isVisible() for item in self.items())

    def texts(self) -> list[str]:
        """What is written on the page now."""
        return [
            str(item.property("text")) for item in self.items() if item.isVisible() and item.property("text")
        ]

    def centre(self, name: str) -> QPoint:
        item = self.item(name)
        return item.mapToScene(QPointF(item.width() / 2, item.height() / 2)).toPoint()

    def tap(self, name: str) -> None:
        self.tap_at(self.centre(name))

    def tap_at(self, point: QPoint) -> None:
        QTest.touchEvent(self.view, self._device).press(0, point, self.view).commit()
        QTest.touchEvent(self.view, self._device).release(0, point, self.view).commit()
        self.settle()

    def key(self, key: Qt.Key) -> None:
        QTest.keyClick(self.view, key)
        self.settle()

    def picture(self) -> QImage:
        self.settle()
        return self.view.grabWindow()

    def close(self) -> None:
        """The page goes before its view-models, else its bindings complain of them."""
        self.view.close()
        unload(self.page)
        delete(self.view)
