"""Qt's own words, on its dialogs, and the side from which a page is read, in the language of the desk."""

from __future__ import annotations

from PySide6.QtCore import QLibraryInfo, Qt, QTranslator
from PySide6.QtWidgets import QApplication

from app.words import Words

# Qt has these two by their country.
_QT_NAMES = {"pt": "pt_BR", "zh": "zh_CN"}
_OURS = "teacup-qt-words"


def speak(app: QApplication, words: Words) -> None:
    """Have the application mirrored and translated as `words` are; Qt is English where it knows no better."""
    sides = Qt.LayoutDirection
    app.setLayoutDirection(sides.RightToLeft if words.is_right_to_left else sides.LeftToRight)
    for old in app.findChildren(QTranslator, _OURS):
        app.removeTranslator(old)
        old.deleteLater()
    language = words.language.split("-")[0]
    translator = QTranslator(app)
    translator.setObjectName(_OURS)
    folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    if translator.load(f"qtbase_{_QT_NAMES.get(language, language)}", folder):
        app.installTranslator(translator)
