"""The desk's window: a frame and the way between its pages. What happens on a page is the page's affair."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QObject, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QMainWindow, QStackedWidget, QVBoxLayout, QWidget

from app.words import Words
from ui.desk.navigation import Navigation
from ui.shared.focus_ring import FocusRing
from ui.shared.keys import WINDOW, bind
from ui.shared.labels import label, upright_hair
from ui.shared.theme import Theme

FIRST_SIZE = QSize(1440, 900)
SMALLEST_SIZE = QSize(1000, 600)
# What the system draws around a window, at most: it lies on the screen too.
FRAME = QSize(16, 48)
SAID_MS = 5000
KEYED_PAGES = 9


class MainWindow(QMainWindow):
    """`first_painted` comes once, after the first frame, and `closing` once, before the window goes; pages
    are added by whoever composes it."""

    first_painted = Signal()
    page_shown = Signal(str)
    closing = Signal()

    def __init__(self, *, theme: Theme, words: Words) -> None:
        super().__init__()
        self._theme = theme
        self._words = words
        self._pages: dict[str, QWidget] = {}
        self._makers: dict[str, Callable[[], QWidget]] = {}
        self._was_painted = False
        self._may_close: Callable[[], bool] = lambda: True
        self._goes_elsewhere: Callable[[], bool] = lambda: False
        self._ways: dict[str, Callable[[], None]] = {}
        self.setWindowTitle("Teacup")
        self.setMinimumSize(SMALLEST_SIZE)
        self.resize(first_size(self.screen().availableGeometry().size()))
        self.navigation = Navigation(theme, words)
        self._stack = QStackedWidget()
        self._said = _QuietLine(self)
        self._build()
        self.navigation.page_chosen.connect(self.show_page)
        FocusRing(self, theme)

    @property
    def said(self) -> str:
        """The quiet line that stands now, empty when there is none."""
        return self._said.text

    def add_page(
        self, name: str, make: Callable[[], QWidget], *, title: str, icon: str, key: str = ""
    ) -> None:
        """A page, made when it is first shown; without a `key` of its own its place in the row is its key:
        Ctrl+1 to Ctrl+9."""
        self._makers[name] = make
        place = len(self._makers)
        key = key or (f"Ctrl+{place}" if place <= KEYED_PAGES else "")
        self.navigation.add_page(name, title, icon, key)
        if key:
            self.bind(key, lambda: self.show_page(name))

    def add_way(self, name: str, go: Callable[[], None]) -> None:
        """Another name that leads somewhere within a page."""
        self._ways[name] = go

    @property
    def page_names(self) -> Sequence[str]:
        """All that can be shown, in their order."""
        return list(self._makers)

    def show_page(self, name: str) -> None:
        if name in self._ways:
            self._ways[name]()
            return
        if name not in self._pages:
            self._pages[name] = self._makers[name]()
            self._stack.addWidget(self._pages[name])
        self._stack.setCurrentWidget(self._pages[name])
        self._show_way(True)
        self._pages[name].setFocus(Qt.FocusReason.OtherFocusReason)
        self.navigation.show_page(name)
        self.page_shown.emit(name)

    def add_strip(self, strip: QWidget) -> None:
        """A line over everything that stays."""
        self._whole.insertWidget(0, strip)

    def add_foot(self, strip: QWidget) -> None:
        """A line under everything that stays."""
        self._whole.addWidget(strip)

    def cover(self, widget: QWidget) -> None:
        """Show `widget` alone, without the way between the pages, until a page is shown."""
        if self._stack.indexOf(widget) < 0:
            self._stack.addWidget(widget)
        self._stack.setCurrentWidget(widget)
        self._show_way(False)
        widget.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_way(self, shown: bool) -> None:
        self.navigation.setVisible(shown)
        self._edge.setVisible(shown)

    @property
    def first_page(self) -> str:
        """The one that stands first in the row: where the day begins."""
        return next(iter(self._makers))

    @property
    def page(self) -> str:
        """The page that is shown, empty while something covers them all."""
        shown = self._stack.currentWidget()
        return next((name for name, page in self._pages.items() if page is shown), "")

    def bind(self, key: str, action: Callable[[], None]) -> None:
        """A key that works on every page; held down it is one wish, not many."""
        bind(self, key, action, context=WINDOW)

    def say(self, text: str) -> None:
        """A quiet line at the foot that goes by itself."""
        self._said.say(text)

    def come_forward(self) -> None:
        """Somebody started Teacup once more: this is the window that was meant."""
        self.setWindowState(self.windowState() & ~Qt.WindowState.WindowMinimized)
        self.show()
        self.raise_()
        self.activateWindow()

    def ask_before_closing(self, may_close: Callable[[], bool]) -> None:
        self._may_close = may_close

    def ask_where_to_go(self, goes_elsewhere: Callable[[], bool]) -> None:
        """Asked first when the window is closed: true when it lies somewhere else now and is not closed."""
        self._goes_elsewhere = goes_elsewhere

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._said.settle()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self._was_painted:
            self._was_painted = True
            # All parts are painted within this event: a turn later the frame is there.
            QTimer.singleShot(0, self.first_painted.emit)

    def closeEvent(self, event: QCloseEvent) -> None:
        if self._goes_elsewhere() or not self._may_close():
            event.ignore()
            return
        self.closing.emit()
        event.accept()

    def _build(self) -> None:
        whole = QWidget()
        self._whole = QVBoxLayout(whole)
        self._whole.setContentsMargins(0, 0, 0, 0)
        self._whole.setSpacing(0)
        middle = QWidget()
        self._whole.addWidget(middle, 1)
        middle.setProperty("role", "wall")
        middle.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        row = QHBoxLayout(middle)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.navigation)
        self._edge = upright_hair()
        row.addWidget(self._edge)
        row.addWidget(self._stack, 1)
        self.setCentralWidget(whole)


def first_size(available: QSize) -> QSize:
    """As large as we like it, and no larger than what the screen has left beside its bars and our frame."""
    return FIRST_SIZE.boundedTo(available - FRAME).expandedTo(SMALLEST_SIZE)


class _QuietLine(QObject):
    """A raised strip at the foot, gone after a while, or with a click by whoever wants what lies below it."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._label = label("", "said")
        self._label.setParent(window)
        self._label.setObjectName("said")
        self._label.hide()
        self._label.installEventFilter(self)
        self._timer = QTimer(window)
        self._timer.setSingleShot(True)
        self._timer.setInterval(SAID_MS)
        self._timer.timeout.connect(self._label.hide)

    @property
    def text(self) -> str:
        """What it says now, empty once it is gone."""
        return "" if self._label.isHidden() else self._label.text()

    def say(self, text: str) -> None:
        self._label.setText(text)
        self._label.show()
        self._label.raise_()
        self.settle()
        self._timer.start()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() != QEvent.Type.MouseButtonPress:
            return super().eventFilter(watched, event)
        self._label.hide()
        return True

    def settle(self) -> None:
        self._label.adjustSize()
        window = self._window
        beside = window.navigation.width() if window.navigation.isVisible() else 0
        left = beside + (window.width() - beside - self._label.width()) // 2
        self._label.move(left, window.height() - self._label.height() - 24)
