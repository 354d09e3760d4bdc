"""Loads the kiosk's QML: an engine that reads only our own files, and pages made with all they need."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QUrl
from PySide6.QtGui import QFont, QGuiApplication
from PySide6.QtQml import QQmlComponent, QQmlEngine

# QML knows their types once they are imported.
import ui.kiosk.painted
import ui.kiosk.shop_logo  # noqa: F401
from ui.shared.fonts import families_for, register_fonts, set_families

QML_FOLDER = Path(__file__).parent / "qml"


class BrokenPage(Exception):
    """A page could not be made: a bug of ours, in Qt's words."""


def make_engine(language: str = "en") -> QQmlEngine:
    """An engine whose texts are set in our fonts unless a page says otherwise."""
    register_fonts()
    font = QFont()
    set_families(font, families_for(language=language))
    QGuiApplication.setFont(font)
    return QQmlEngine()


def load(engine: QQmlEngine, file: str, properties: Mapping[str, object]) -> QObject:
    """The object that `file` (below `qml/`) describes, with its required properties. Raises BrokenPage.

    Whoever asked owns it, and keeps the view-models in `properties` for longer than it lives.
    """
    # PySide takes what was made away together with a component that nobody holds.
    component = QQmlComponent(engine, QUrl.fromLocalFile(str(QML_FOLDER / file)), engine)
    made = component.createWithInitialProperties(dict(properties))
    if made is None:
        raise BrokenPage(component.errorString())
    return made


def unload(made: QObject) -> None:
    """Take away at once what `load` made, before its view-models go.

    Not by shiboken's own delete: the component still counts on what it made, and the process falls later.
    """
    made.deleteLater()
    QCoreApplication.sendPostedEvents(made, QEvent.Type.DeferredDelete)
