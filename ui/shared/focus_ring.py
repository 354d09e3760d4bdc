"""The ring around whatever has the keyboard: 3 px, in the focus colour, drawn over the window."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid

from app.theme import FOCUS_WIDTH, RADIUS
from ui.shared.theme import Theme

# Widgets that draw the ring themselves, around the row or part that is meant.
OWN_RING = "drawsOwnFocusRing"
GAP = 1
_MOVES = {QEvent.Type.Move, QEvent.Type.Resize, QEvent.Type.Show, QEvent.Type.Hide}


class FocusRing(QWidget):
    """Lies in `window` over what has the keyboard, no larger than that, and lets every click through.

    A ring as large as the window would have Qt paint the whole window again whenever it moved.
    """

    def __init__(self, window: QWidget, theme: Theme) -> None:
        super().__init__(window)
        self._window = window
        self._theme = theme
        self._target: QWidget | None = None
        self._watched: list[QWidget] = []
        self._around = QRect()
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setAttribute(Qt.WidgetAttribute.WA_NoSystemBackground)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.hide()
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        application.focusChanged.connect(self._follow)
        theme.changed.connect(self.update)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in _MOVES:
            self._lie_down()
        return False

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self._theme.colour("focus"), FOCUS_WIDTH))
        around = QRectF(self._around.translated(-self.pos())).adjusted(-GAP, -GAP, GAP, GAP)
        painter.drawRoundedRect(around, RADIUS + GAP, RADIUS + GAP)

    def _lie_down(self) -> None:
        """Around the target, where it stands now."""
        target = self._target
        if target is None or not isValid(target) or not target.isVisible() or target.property(OWN_RING):
            self.hide()
            return
        around = QRect(target.mapTo(self._window, QPoint(0, 0)), target.size())
        reach = GAP + FOCUS_WIDTH
        place = around.adjusted(-reach, -reach, reach, reach) & self._seen_of(target)
        if (around, place) != (self._around, self.geometry()):
            self._around = around
            self.setGeometry(place)
            self.update()
        self.setVisible(not place.isEmpty())

    def _seen_of(self, target: QWidget) -> QRect:
        """The part of the window in which the ring of `target` may show."""
        seen = self._window.rect()
        above = target.parentWidget()
        while above is not None and above is not self._window:
            if above.objectName() == "qt_scrollarea_viewport":
                seen &= QRect(above.mapTo(self._window, QPoint(0, 0)), above.size())
            above = above.parentWidget()
        return seen

    def _follow(self, _old: QWidget | None, new: QWidget | None) -> None:
        for widget in self._watched:
            # A row of an earlier idea may be gone by now, together with the focus it had.
            if isValid(widget):
                widget.removeEventFilter(self)
        self._watched = []
        self._target = new if new is not None and self._window.isAncestorOf(new) else None
        above = self._target
        while above is not None:
            above.installEventFilter(self)
            self._watched.append(above)
            above = above.parentWidget() if above is not self._window else None
        self._lie_down()
        self.raise_()
