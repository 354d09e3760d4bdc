"""The tray: the desk stays there when its window is closed, as its owner chose, so that customers go on."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QSize
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QMenu, QSystemTrayIcon

from ui.desk.tools import Tools
from ui.desk.window import MainWindow
from ui.shared.icons import icon

ICON_SIDE = 22


class Tray(QObject):
    """Shown only while it is chosen and the system has one. `someone_said` opens that box."""

    def __init__(self, *, tools: Tools, window: MainWindow, someone_said: Callable[[], None]) -> None:
        super().__init__(window)
        self._tools = tools
        self._window = window
        self._someone_said = someone_said
        self._icon: QSystemTrayIcon | None = None
        self._has_told = False
        window.ask_where_to_go(self._take_in)
        app = QGuiApplication.instance()
        if isinstance(app, QGuiApplication):
            # The system goes down: nothing is kept from closing.
            app.commitDataRequest.connect(self._let_go)

    @staticmethod
    def is_there() -> bool:
        return QSystemTrayIcon.isSystemTrayAvailable()

    def keep(self, kept: bool) -> None:
        """Whether the desk stays in the tray from now on."""
        if kept and self._icon is None and self.is_there():
            self._icon = self._make()
            self._icon.show()
        elif not kept and self._icon is not None:
            self._icon.hide()
            self._icon = None
        if isinstance(app := QApplication.instance(), QApplication):
            app.setQuitOnLastWindowClosed(self._icon is None)

    def open(self) -> None:
        self._window.show()
        self._window.raise_()
        self._window.activateWindow()

    def quit(self) -> None:
        """Close for good; what was begun is asked after as ever."""
        self._let_go()
        self.open()
        self._window.close()

    def _take_in(self) -> bool:
        """The window is closed: true when it lies in the tray now."""
        if self._icon is None:
            return False
        self._window.hide()
        if not self._has_told:
            self._has_told = True
            tr = self._tools.words.tr
            self._icon.showMessage("Teacup", tr("Teacup stays here, and customers go on writing."))
        return True

    def _let_go(self) -> None:
        self.keep(False)

    def _make(self) -> QSystemTrayIcon:
        theme, tr = self._tools.theme, self._tools.words.tr
        made = QSystemTrayIcon(icon("mark-16", theme.colour("brick"), ICON_SIDE), self)
        menu = QMenu(self._window)
        menu.setMinimumSize(QSize(0, 0))
        for words, act in (
            (tr("Open the desk"), self.open),
            (tr("Someone said"), self._say),
            (tr("Close Teacup"), self.quit),
        ):
            menu.addAction(words).triggered.connect(act)
        made.setContextMenu(menu)
        made.activated.connect(self._hear)
        return made

    def _say(self) -> None:
        self.open()
        self._someone_said()

    def _hear(self, reason: QSystemTrayIcon.ActivationReason) -> None:
        if reason == QSystemTrayIcon.ActivationReason.Trigger:
            self.open()
