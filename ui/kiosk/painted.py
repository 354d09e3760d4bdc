"""What QML has no words for: icons, stamps, QR codes and tear-off lines, painted as on the other faces.

Each is painted once into a picture of its own and again only when something of it changes.
"""

from __future__ import annotations

from PySide6.QtCore import Property, QPointF, QRectF, QSizeF, Qt, Signal, Slot
from PySide6.QtGui import QColor, QFont, QPainter, QPen
from PySide6.QtQml import QmlElement
from PySide6.QtQuick import QQuickItem, QQuickPaintedItem

from app.domain.ideas import Status
from ui.kiosk.fonts import kiosk_font
from ui.kiosk.look import Look
from ui.shared.icons import paint_icon
from ui.shared.stamps import paint_stamp, stamp_size

QML_IMPORT_NAME = "Teacup"
QML_IMPORT_MAJOR_VERSION = 1

# Room around a stamp that its turn needs, as a share of its width: the sine of 3 degrees, and a little.
TURN_ROOM = 0.06


class _Painted(QQuickPaintedItem):
    """Painted again when something of it changes."""

    changed = Signal()

    def _put(self, attribute: str, value: object) -> None:
        if value != getattr(self, attribute):
            setattr(self, attribute, value)
            self.changed.emit()
            self.update()


@QmlElement
class Icon(_Painted):
    """One of `resources/icons` by its `name`, in one `colour`; `isMirrored` for arrows on mirrored pages."""

    changed = Signal()

    def __init__(self, parent: QQuickItem | None = None) -> None:
        super().__init__(parent)
        self._name, self._colour, self._is_mirrored = "", QColor(), False

    def paint(self, painter: QPainter) -> None:
        if not self._name:
            return
        if self._is_mirrored:
            painter.translate(self.width(), 0)
            painter.scale(-1, 1)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint_icon(painter, self._name, QRectF(0, 0, self.width(), self.height()), self._colour)

    def _get_name(self) -> str:
        return self._name

    def _set_name(self, name: str) -> None:
        self._put("_name", name)

    def _get_colour(self) -> QColor:
        return self._colour

    def _set_colour(self, colour: QColor) -> None:
        self._put("_colour", colour)

    def _get_is_mirrored(self) -> bool:
        return self._is_mirrored

    def _set_is_mirrored(self, is_mirrored: bool) -> None:
        self._put("_is_mirrored", is_mirrored)

    name = Property(str, _get_name, _set_name, notify=changed)
    colour = Property(QColor, _get_colour, _set_colour, notify=changed)
    isMirrored = Property(bool, _get_is_mirrored, _set_is_mirrored, notify=changed)


@QmlElement
class QrCode(_Painted):
    """The code of `address`, dark on the light ground under it; the page leaves the quiet border."""

    changed = Signal()

    def __init__(self, parent: QQuickItem | None = None) -> None:
        super().__init__(parent)
        self._address, self._colour = "", QColor(Qt.GlobalColor.black)

    def paint(self, painter: QPainter) -> None:
        if not self._address:
            return
        # With it comes a library of pictures, which the first frame does without.
        from app import qr  # noqa: PLC0415

        code = qr.matrix(self._address)
        side = min(self.width(), self.height())
        # Whole pixels a module keep the edges sharp; what is left over is shared by the margins.
        module = max(1.0, float(side // code.size)) if side >= code.size else side / code.size
        margin = (side - module * code.size) // 2
        for x, y, width in code.bars():
            left, top = margin + x * module, margin + y * module
            painter.fillRect(QRectF(left, top, width * module, module), self._colour)

    def _get_address(self) -> str:
        return self._address

    def _set_address(self, address: str) -> None:
        self._put("_address", address)

    def _get_colour(self) -> QColor:
        return self._colour

    def _set_colour(self, colour: QColor) -> None:
        self._put("_colour", colour)

    address = Property(str, _get_address, _set_address, notify=changed)
    colour = Property(QColor, _get_colour, _set_colour, notify=changed)


@QmlElement
class Stamp(_Painted):
    """A decision, pressed on paper: `status` chooses ink, shape and icon, `word` stands in it.

    Its implicit size has room for the turn; nothing is drawn for a status without a stamp.
    """

    changed = Signal()

    def __init__(self, parent: QQuickItem | None = None) -> None:
        super().__init__(parent)
        self._status, self._word, self._letter_size = "", "", 28
        self._look: Look | None = None
        self.changed.connect(self._measure)

    def paint(self, painter: QPainter) -> None:
        if self._look is None or not self._is_stamp():
            return
        if self._look.isMirrored:
            painter.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
        font, size = self._font(), self._stamp_size()
        at = QPointF((self.width() - size.width()) / 2, (self.height() - size.height()) / 2)
        width = max(2.0, 2 * self._look.unit)
        paint_stamp(painter, self._look, Status(self._status), self._word, at=at, font=font, width=width)

    @Slot()
    def _measure(self) -> None:
        if self._look is None or not self._is_stamp():
            self.setImplicitSize(0, 0)
        else:
            size = self._stamp_size()
            self.setImplicitSize(size.width() + 12, size.height() + size.width() * TURN_ROOM + 8)
        self.update()

    def _is_stamp(self) -> bool:
        return self._status not in ("", Status.NEW) and bool(self._word)

    def _stamp_size(self) -> QSizeF:
        return stamp_size(self._font(), self._word)

    def _font(self) -> QFont:
        assert self._look is not None
        return kiosk_font(self._letter_size * self._look.textUnit, self._word, bold=True)

    def _get_look(self) -> Look | None:
        return self._look

    def _set_look(self, look: Look) -> None:
        if look is not self._look:
            self._look = look
            look.changed.connect(self.changed)
            self.changed.emit()

    def _get_status(self) -> str:
        return self._status

    def _set_status(self, status: str) -> None:
        self._put("_status", status)

    def _get_word(self) -> str:
        return self._word

    def _set_word(self, word: str) -> None:
        self._put("_word", word)

    def _get_letter_size(self) -> int:
        return self._letter_size

    def _set_letter_size(self, letter_size: int) -> None:
        self._put("_letter_size", letter_size)

    look = Property(Look, _get_look, _set_look, notify=changed)
    status = Property(str, _get_status, _set_status, notify=changed)
    word = Property(str, _get_word, _set_word, notify=changed)
    # The height of its letters in the 1920 x 1080 drawing.
    letterSize = Property(int, _get_letter_size, _set_letter_size, notify=changed)


@QmlElement
class TearLine(_Painted):
    """A row of dots, lying or standing as its size says; a plain line `isSolid` in high contrast."""

    changed = Signal()

    def __init__(self, parent: QQuickItem | None = None) -> None:
        super().__init__(parent)
        self._colour, self._is_solid = QColor(), False

    def paint(self, painter: QPainter) -> None:
        is_lying = self.width() >= self.height()
        thick = self.height() if is_lying else self.width()
        pen = QPen(self._colour, thick)
        if not self._is_solid:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            pen.setCapStyle(Qt.PenCapStyle.RoundCap)
            pen.setDashPattern([0.01, 2.0])
        painter.setPen(pen)
        half = thick / 2
        end = QPointF(self.width(), half) if is_lying else QPointF(half, self.height())
        painter.drawLine(QPointF(0, half) if is_lying else QPointF(half, 0), end)

    def _get_colour(self) -> QColor:
        return self._colour

    def _set_colour(self, colour: QColor) -> None:
        self._put("_colour", colour)

    def _get_is_solid(self) -> bool:
        return self._is_solid

    def _set_is_solid(self, is_solid: bool) -> None:
        self._put("_is_solid", is_solid)

    colour = Property(QColor, _get_colour, _set_colour, notify=changed)
    isSolid = Property(bool, _get_is_solid, _set_is_solid, notify=changed)


@QmlElement
class RingArc(_Painted):
    """The first `share` (0 to 1) of a ring, from the top, clockwise; `thickness` in px."""

    changed = Signal()

    def __init__(self, parent: QQuickItem | None = None) -> None:
        super().__init__(parent)
        self._colour, self._share, self._thickness = QColor(), 0.0, 1.0

    def paint(self, painter: QPainter) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self._colour, self._thickness))
        half = self._thickness / 2
        ring = QRectF(0, 0, self.width(), self.height()).adjusted(half, half, -half, -half)
        painter.drawArc(ring, 90 * 16, -round(self._share * 360 * 16))

    def _get_colour(self) -> QColor:
        return self._colour

    def _set_colour(self, colour: QColor) -> None:
        self._put("_colour", colour)

    def _get_share(self) -> float:
        return self._share

    def _set_share(self, share: float) -> None:
        self._put("_share", share)

    def _get_thickness(self) -> float:
        return self._thickness

    def _set_thickness(self, thickness: float) -> None:
        self._put("_thickness", thickness)

    colour = Property(QColor, _get_colour, _set_colour, notify=changed)
    share = Property(float, _get_share, _set_share, notify=changed)
    thickness = Property(float, _get_thickness, _set_thickness, notify=changed)
