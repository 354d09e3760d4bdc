"""The shop's own logo in the kiosk's head, in its own shape."""

from __future__ import annotations

from PySide6.QtCore import Property, QRectF, Signal
from PySide6.QtGui import QImage, QPainter
from PySide6.QtQml import QmlElement
from PySide6.QtQuick import QQuickItem, QQuickPaintedItem

from ui.shared.logo import paint_logo

QML_IMPORT_NAME = "Teacup"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
class ShopLogo(QQuickPaintedItem):
    """The `image`, as large as the item lets it be; `shape` is its width by its height, 0 for none."""

    changed = Signal()

    def __init__(self, parent: QQuickItem | None = None) -> None:
        super().__init__(parent)
        self._image = QImage()

    def paint(self, painter: QPainter) -> None:
        if not self._image.isNull():
            # The kiosk's walls are light.
            paint_logo(painter, self._image, QRectF(0, 0, self.width(), self.height()), on_dark=False)

    def _get_image(self) -> QImage:
        return self._image

    def _set_image(self, image: QImage) -> None:
        if image.cacheKey() != self._image.cacheKey():
            self._image = image
            self.changed.emit()
            self.update()

    def _get_shape(self) -> float:
        return 0.0 if self._image.isNull() else self._image.width() / self._image.height()

    image = Property(QImage, _get_image, _set_image, notify=changed)
    shape = Property(float, _get_shape, notify=changed)
