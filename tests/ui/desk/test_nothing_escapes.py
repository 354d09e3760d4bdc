"""Every text of the desk goes through the catalogue: what is shown, pointed at, and read out."""

from __future__ import annotations

import calendar
import re
from collections.abc import Callable, Iterator
from zoneinfo import available_timezones

from PySide6.QtCore import QAbstractItemModel, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QAbstractItemView, QComboBox, QLineEdit, QPlainTextEdit, QTextEdit, QWidget
from pytestqt.qtbot import QtBot

from app.domain.ideas import Idea, Visibility
from app.languages import own_name
from tests.pseudo import escaped, pseudo_words
from tests.shipped import TRANSLATED
from tests.ui.desk.conftest import ADDRESS, BASE, OpenDesk
from ui.desk.pages import BOARD, CODES, INBOX, KIOSKS, SHOP, WALL

SAID = (
    "text",
    "title",
    "placeholderText",
    "toolTip",
    "statusTip",
    "whatsThis",
    "accessibleName",
    "accessibleDescription",
)
TYPED_IN = (QLineEdit, QPlainTextEdit, QTextEdit, QComboBox)
ROLES = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole)
# The tags around a tooltip, and a key that is pressed.
NOT_WORDS = re.compile(r"</?span>|\(?\b[A-Z]\b\)?")
# Names of papers, machines and formats are the same in every language.
NAMES = (
    "Linden Street Bakery",
    "Marta",
    BASE,
    f"{ADDRESS}:8765",
    ADDRESS,
    "Teacup",
    "https://",
    "Letter",
    "A4",
    "A5",
    "A6",
    "PDF",
    "PNG",
    "SVG",
    "QR",
    *available_timezones(),
    "#8F3A1B",
    "#F2A285",
    "#RRGGBB",
    *calendar.day_abbr,
    "Ctrl",
    "Shift",
    "Enter",
    # Languages are called what their own speakers call them.
    *(own_name(tag) for tag in ("en", *TRANSLATED)),
)


def texts_of(window: QWidget) -> Iterator[tuple[str, str]]:
    """Each text with where it was found."""
    for widget in (window, *window.findChildren(QWidget)):
        place = f"{type(widget).__name__} {widget.objectName()}".strip()
        yield place, widget.windowTitle()
        for name in SAID:
            if name == "text" and isinstance(widget, TYPED_IN):
                continue
            said = getattr(widget, name, None)
            found = said() if callable(said) else said
            if isinstance(found, str):
                yield f"{place}.{name}", found
        if isinstance(widget, QAbstractItemView) and widget.model() is not None:
            yield from ((place, text) for text in rows_of(widget.model()))
        if isinstance(widget, QComboBox):
            yield from ((place, widget.itemText(index)) for index in range(widget.count()))
    for action in window.findChildren(QAction):
        yield f"action {action.objectName()}", action.text()
        yield f"action {action.objectName()}", action.toolTip()


def rows_of(model: QAbstractItemModel) -> Iterator[str]:
    for row in range(model.rowCount()):
        for role in ROLES:
            yield str(model.index(row, 0).data(role) or "")


def what_escapes(window: QWidget, *data: str) -> set[str]:
    return {
        f"{place}: {rest}"
        for place, text in texts_of(window)
        if (rest := escaped(NOT_WORDS.sub(" ", text), data=(*NAMES, *data)))
    }


def test_an_empty_desk_speaks_the_owners_language(open_shop_desk: OpenDesk) -> None:
    desk = open_shop_desk(words=pseudo_words())

    for page in (INBOX, WALL, BOARD, CODES, KIOSKS, SHOP):
        desk.window.show_page(page)
        assert what_escapes(desk.window) == set(), page
    assert sum(text.startswith("[") for _, text in texts_of(desk.window)) > 50


def test_so_does_a_desk_with_ideas_on_it(
    open_shop_desk: OpenDesk, put: Callable[..., Idea], qtbot: QtBot
) -> None:
    ideas = [put("100 200", name="7"), put("300 400", visibility=Visibility.WAITING)]
    desk = open_shop_desk(words=pseudo_words())
    qtbot.waitUntil(lambda: any("100 200" in text for _, text in texts_of(desk.window)))

    for page in (INBOX, WALL, BOARD, CODES, KIOSKS, SHOP):
        desk.window.show_page(page)
        assert what_escapes(desk.window, *(idea.claim_code for idea in ideas)) == set(), page
