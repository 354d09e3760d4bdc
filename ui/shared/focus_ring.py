"""The ring around whatever has the keyboard: 3 px, in the focus colour, drawn over the window."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QRegion
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid

from app.theme import FOCUS_WIDTH, RADIUS
from ui.shared.theme import Theme

# Widgets that draw the ring themselves, around the row or part that is meant.
OWN_RING = "drawsOwnFocusRing"
GAP = 1
_MOVES = {
    QEvent.Type.Move,
    QEvent.Type.Resize,
    QEvent.Type.Show,
    QEvent.Type.Hide,
    QEvent.Type.LayoutRequest,
    QEvent.Type.Wheel,
}


class FocusRing(QWidget):
    """Lies over `window` and lets every click through."""

    def __init__(self, window: QWidget, theme: Theme) -> None:
        super().__init__(window)
        self._window = window
        self._theme = theme
        self._target: QWidget | None = None
        self._watched: list[QWidget] = []
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setAttribute(Qt.WidgetAttribute.WA_NoSystemBackground)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        window.installEventFilter(self)
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        application.focusChanged.connect(self._follow)
        theme.changed.connect(self.update)
        self.resize(window.size())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._window and event.type() == QEvent.Type.Resize:
            self.resize(self._window.size())
        if event.type() in _MOVES:
            self.raise_()
            self.update()
        return False

    def paintEvent(self, event: QPaintEvent) -> None:
        target = self._target
        if target is None or not isValid(target) or not target.isVisible() or target.property(OWN_RING):
            return
        rect, clip = self._place_of(target)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setClipRegion(clip)
        painter.setPen(QPen(self._theme.colour("focus"), FOCUS_WIDTH))
        around = QRectF(rect).adjusted(-GAP, -GAP, GAP, GAP)
        painter.drawRoundedRect(around, RADIUS + GAP, RADIUS + GAP)

    def _place_of(self, target: QWidget) -> tuple[QRect, QRegion]:
        """The target's place in the window, and the part of the window in which its ring may show."""
        rect = QRect(target.mapTo(self._window, QPoint(0, 0)), target.size())
        clip = QRegion(self.rect())
        above = target.parentWidget()
        while above is not None and above is not self._window:
            if above.objectName() == "qt_scrollarea_viewport":
                clip &= QRegion(QRect(above.mapTo(self._window, QPoint(0, 0)), above.size()))
            above = above.parentWidget()
        return rect, clip

    def _follow(self, _old: QWidget | None, new: QWidget | None) -> None:
        for widget in self._watched:
            # A row of an earlier idea may be gone by now, together with the focus it had.
            if isValid(widget):
                widget.removeEventFilter(self)
        self._watched = []
        self._target = new if new is not None and self._window.isAncestorOf(new) else None
        above = self._target
        while above is not None and above is not self._window:
            above.installEventFilter(self)
            self._watched.append(above)
            above = above.parentWidget()
        self.raise_()
        self.update()
