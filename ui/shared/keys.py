"""Keys of the desk: held down, a key is one wish and not many."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

# Where a key is heard: while the keyboard is within the widget, in it alone, or anywhere in its window.
WITHIN = Qt.ShortcutContext.WidgetWithChildrenShortcut
ALONE = Qt.ShortcutContext.WidgetShortcut
WINDOW = Qt.ShortcutContext.WindowShortcut


def bind(
    where: QWidget, keys: str, act: Callable[[], object], *, context: Qt.ShortcutContext = WITHIN
) -> QShortcut:
    """Have `act` done when `keys` ("Ctrl+F") are struck."""
    shortcut = QShortcut(QKeySequence(keys), where)
    shortcut.setAutoRepeat(False)
    shortcut.setContext(context)
    shortcut.activated.connect(act)
    return shortcut
