"""Shows the painted note of a place: the only item of a note that draws anything while the wall scrolls."""

from __future__ import annotations

from PySide6.QtCore import Property, QRectF, Qt, Signal
from PySide6.QtGui import QPainter
from PySide6.QtQml import QmlElement
from PySide6.QtQuick import QQuickItem, QQuickPaintedItem

from ui.kiosk.wall.place import Place

QML_IMPORT_NAME = "Teacup"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
class NotePicture(QQuickPaintedItem):
    """The picture of whatever hangs at `place`: paper without letters until it is painted."""

    changed = Signal()

    def __init__(self, parent: QQuickItem | None = None) -> None:
        super().__init__(parent)
        self._place: Place | None = None

    def paint(self, painter: QPainter) -> None:
        if self._place is None or self._place.hanging is None:
            return
        painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Source)
        if self._place.picture is not None:
            painter.drawImage(0, 0, self._place.picture)
            return
        hanging = self._place.hanging
        painter.fillRect(self.boundingRect(), Qt.GlobalColor.transparent)
        paper = QRectF(hanging.around, hanging.around, hanging.paper.width(), hanging.paper.height())
        painter.fillRect(paper, hanging.colour)

    def _get_place(self) -> Place | None:
        return self._place

    def _set_place(self, place: Place | None) -> None:
        if place is self._place:
            return
        if self._place is not None:
            self._place.repainted.disconnect(self.update)
        self._place = place
        if place is not None:
            place.repainted.connect(self.update)
        self.changed.emit()
        self.update()

    place = Property(Place, _get_place, _set_place, notify=changed)
