"""A question with few answers, side by side under its words."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TypeVar

from PySide6.QtWidgets import QButtonGroup, QVBoxLayout, QWidget

from ui.desk.shop.cells import Flow
from ui.desk.tools import Tools
from ui.shared.buttons import CHOICE, Button
from ui.shared.labels import label

T = TypeVar("T")


def chips(
    tools: Tools, title: str, choices: Sequence[tuple[str, str, T]], chosen: T, choose: Callable[[T], None]
) -> QWidget:
    """`choices` are words, the name of the button, and what it means."""
    made = QWidget()
    group = QButtonGroup(made)
    buttons = []
    for words, name, value in choices:
        button = Button(tools.theme, words, role=CHOICE)
        button.setObjectName(name)
        button.setCheckable(True)
        button.setChecked(value == chosen)
        button.setAutoDefault(False)
        button.clicked.connect(lambda _checked=False, value=value: choose(value))
        group.addButton(button)
        buttons.append(button)
    column = QVBoxLayout(made)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(4)
    column.addWidget(label(title, "small", wrap=True))
    column.addWidget(Flow(tools.theme, buttons))
    return made
