"""The kiosk's window: covers its screen, and lets through what a customer needs and nothing else."""

from __future__ import annotations

import sys
from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QPointF, Qt, Signal
from PySide6.QtGui import (
    QCloseEvent,
    QGuiApplication,
    QInputDevice,
    QKeyEvent,
    QMouseEvent,
    QScreen,
    QSinglePointEvent,
    QTouchEvent,
)
from PySide6.QtQuick import QQuickWindow

_Key = Qt.Key
_Modifier = Qt.KeyboardModifier
# Keys without a letter that move within a page; every other one could open or close something.
PLAIN_KEYS = frozenset(
    {
        *(
            _Key.Key_Backspace,
            _Key.Key_Delete,
            _Key.Key_Return,
            _Key.Key_Enter,
            _Key.Key_Tab,
            _Key.Key_Backtab,
        ),
        *(_Key.Key_Left, _Key.Key_Right, _Key.Key_Up, _Key.Key_Down, _Key.Key_Home, _Key.Key_End),
        *(_Key.Key_PageUp, _Key.Key_PageDown, _Key.Key_Escape, _Key.Key_Space),
        *(_Key.Key_Shift, _Key.Key_CapsLock, _Key.Key_AltGr, _Key.Key_NumLock),
    }
)
COMMANDING = _Modifier.ControlModifier | _Modifier.MetaModifier | _Modifier.AltModifier
# Control and Alt together are how Windows reports AltGr, by which many keyboards type @ and the euro sign.
ALT_GR = _Modifier.ControlModifier | _Modifier.AltModifier
CORNER = 120
# A finger, a button or a key comes down; and is lifted.
_DOWN = frozenset(
    {
        *(QEvent.Type.TouchBegin, QEvent.Type.MouseButtonPress, QEvent.Type.MouseButtonDblClick),
        # Each key is announced before it is pressed.
        *(QEvent.Type.ShortcutOverride, QEvent.Type.KeyPress),
    }
)
_UP = frozenset(
    {
        *(QEvent.Type.TouchEnd, QEvent.Type.TouchCancel, QEvent.Type.MouseButtonRelease),
        QEvent.Type.KeyRelease,
    }
)
_OF_AN_ANSWER = _DOWN | _UP | {QEvent.Type.TouchUpdate, QEvent.Type.MouseMove}


def is_for_typing(event: QKeyEvent) -> bool:
    """Whether a key types or moves within the page, and cannot command anything."""
    modifiers = event.modifiers() & COMMANDING
    text = event.text()
    if text and text.isprintable() and event.key() != _Key.Key_Space:
        return modifiers in (_Modifier.NoModifier, ALT_GR) or (
            sys.platform == "darwin" and modifiers == _Modifier.AltModifier
        )
    if event.key() == _Key.Key_Delete and event.modifiers() & _Modifier.ShiftModifier:
        return False  # cuts
    is_dead = _Key.Key_Dead_Grave <= event.key() <= _Key.Key_Dead_Longsolidusoverlay
    return not modifiers and (is_dead or event.key() in PLAIN_KEYS)


class KioskWindow(QQuickWindow):
    """Full screen without a frame, or an ordinary window for trying out.

    `lived` comes with each touch, click, move of the mouse and key; `corner_held` and `corner_let_go` tell of
    a finger in the upper left corner (or the Escape key), from where the owner leaves. While `is_asking`,
    whatever comes down is an answer and does nothing else, until it is lifted.
    """

    lived = Signal()
    corner_held = Signal()
    corner_let_go = Signal()
    close_wished = Signal()

    def __init__(
        self,
        *,
        is_windowed: bool,
        unit: Callable[[], float],
        is_asking: Callable[[], bool] = lambda: False,
    ) -> None:
        super().__init__()
        self._is_asking = is_asking
        self._is_answering = False
        self._is_windowed = is_windowed
        self._unit = unit
        self._may_close = is_windowed
        self._is_corner_held = False
        self._is_cursor_hidden = False
        self.setTitle("Teacup")
        if not is_windowed:
            self.setFlags(Qt.WindowType.Window | Qt.WindowType.FramelessWindowHint)
        self._answers: dict[QEvent.Type, Callable[[QEvent], bool]] = {
            QEvent.Type.Close: self._on_close,
            **dict.fromkeys(
                (QEvent.Type.KeyPress, QEvent.Type.KeyRelease, QEvent.Type.ShortcutOverride), self._on_key
            ),
            **dict.fromkeys(
                (
                    *(QEvent.Type.MouseButtonPress, QEvent.Type.MouseButtonRelease),
                    *(QEvent.Type.MouseButtonDblClick, QEvent.Type.MouseMove),
                ),
                self._on_mouse,
            ),
            **dict.fromkeys(
                (
                    *(QEvent.Type.TouchBegin, QEvent.Type.TouchUpdate),
                    *(QEvent.Type.TouchEnd, QEvent.Type.TouchCancel),
                ),
                self._on_touch,
            ),
            QEvent.Type.Wheel: self._on_wheel,
            **dict.fromkeys(
                (
                    *(QEvent.Type.ContextMenu, QEvent.Type.DragEnter, QEvent.Type.DragMove),
                    *(QEvent.Type.Drop, QEvent.Type.Shortcut, QEvent.Type.NativeGesture),
                ),
                lambda _event: True,
            ),
        }
        self.installEventFilter(self)

    def fit(self, screen: QScreen) -> None:
        """Have the size it will have on that screen, not yet shown."""
        self.setScreen(screen)
        if self._is_windowed:
            self.resize(screen.availableSize() * 0.8)
        else:
            self.setGeometry(screen.geometry())

    def cover(self, screen: QScreen) -> None:
        """Show on that screen: all of it, or a window to try with."""
        self.fit(screen)
        if self._is_windowed:
            self.show()
            return
        self.showFullScreen()

    def allow_closing(self) -> None:
        """The system ends the session, or the owner left: from now on nothing is refused."""
        self._may_close = True

    def let_go(self) -> None:
        """Before the window goes: nothing is watched any more, the cursor is the system's again."""
        self.removeEventFilter(self)
        self._hide_cursor(False)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if self._is_of_answer(event):
            event.accept()
            self.lived.emit()
            return True
        answer = self._answers.get(event.type())
        return answer is not None and answer(event)

    def _is_of_answer(self, event: QEvent) -> bool:
        """What lies below the question is not touched by the finger that says yes, nor typed into."""
        kind = event.type()
        if kind not in _OF_AN_ANSWER:
            return False
        is_answer = self._is_answering or (kind in _DOWN and self._is_asking())
        is_repeated = isinstance(event, QKeyEvent) and event.isAutoRepeat()
        self._is_answering = is_answer and (kind not in _UP or is_repeated)
        return is_answer

    def _on_close(self, event: QEvent) -> bool:
        assert isinstance(event, QCloseEvent)
        if self._may_close:
            self.close_wished.emit()
            return False
        event.ignore()
        return True

    def _on_key(self, event: QEvent) -> bool:
        assert isinstance(event, QKeyEvent)
        self.lived.emit()
        if event.key() == _Key.Key_Escape and not event.isAutoRepeat():
            self._hold_corner(event.type() == QEvent.Type.KeyPress)
        return not is_for_typing(event)

    def _on_mouse(self, event: QEvent) -> bool:
        assert isinstance(event, QMouseEvent)
        is_finger = _is_of_touch_screen(event)
        self.lived.emit()
        self._hide_cursor(is_finger)
        is_left = event.button() == Qt.MouseButton.LeftButton
        if event.type() == QEvent.Type.MouseMove:
            self._hold_corner(self._is_corner_held and self._is_in_corner(event.position()))
        elif is_left:
            self._hold_corner(
                event.type() != QEvent.Type.MouseButtonRelease and self._is_in_corner(event.position())
            )
        # The other buttons paste, or open what is on offer.
        return event.type() != QEvent.Type.MouseMove and not is_left

    def _on_touch(self, event: QEvent) -> bool:
        assert isinstance(event, QTouchEvent)
        self.lived.emit()
        self._hide_cursor(True)
        points = event.points()
        is_down = event.type() in (QEvent.Type.TouchBegin, QEvent.Type.TouchUpdate)
        is_there = is_down and len(points) == 1 and self._is_in_corner(points[0].position())
        self._hold_corner(is_there and (self._is_corner_held or event.type() == QEvent.Type.TouchBegin))
        return False

    def _on_wheel(self, event: QEvent) -> bool:
        self.lived.emit()
        return False

    def _is_in_corner(self, point: QPointF) -> bool:
        size = CORNER * self._unit()
        return 0 <= point.x() < size and 0 <= point.y() < size

    def _hold_corner(self, is_held: bool) -> None:
        if is_held != self._is_corner_held:
            self._is_corner_held = is_held
            (self.corner_held if is_held else self.corner_let_go).emit()

    def _hide_cursor(self, is_hidden: bool) -> None:
        """Over the whole program: a text field would bring its own cursor back."""
        if is_hidden == self._is_cursor_hidden:
            return
        self._is_cursor_hidden = is_hidden
        if is_hidden:
            QGuiApplication.setOverrideCursor(Qt.CursorShape.BlankCursor)
        else:
            QGuiApplication.restoreOverrideCursor()


def choose_screen(wanted: int | None) -> QScreen:
    """The screen of that number, counted from 1; without one (or without such a screen) the second, where
    customers stand, else the only one."""
    screens = QGuiApplication.screens()
    others = [screen for screen in screens if screen is not QGuiApplication.primaryScreen()]
    if wanted is not None and 0 < wanted <= len(screens):
        return screens[wanted - 1]
    return others[0] if others else QGuiApplication.primaryScreen()


def _is_of_touch_screen(event: QSinglePointEvent) -> bool:
    """Qt makes mouse events of touches that nobody took."""
    return event.deviceType() == QInputDevice.DeviceType.TouchScreen
