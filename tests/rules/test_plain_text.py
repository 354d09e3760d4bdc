"""Customers' words are letters, never markup: only a few known places make the widgets that could forget."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
# What draws markup when it finds some, and the one module that may make or call it, always as plain text.
ONLY_IN = {
    "QLabel": "ui/shared/labels.py",
    "setToolTip": "ui/shared/labels.py",
    "QMessageBox": "ui/shared/messages.py",
}
NEVER = {
    "setHtml",
    "appendHtml",
    "insertHtml",
    "setMarkdown",
    "setWhatsThis",
    "QTextEdit",
    "QTextBrowser",
    "QErrorMessage",
    "QProgressDialog",
    "QInputDialog",
    "setStaticContents",
    "QTextDocument",
    "QStaticText",
}


def calls(source: str) -> Iterator[tuple[str, int]]:
    """Name and line of everything that is called."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Call):
            match node.func:
                case ast.Name(id=name) | ast.Attribute(attr=name):
                    yield name, node.lineno


def forgetful(source: str, module: str) -> list[str]:
    """Calls in `source` that could show markup."""
    found = []
    for name, line in calls(source):
        home = ONLY_IN.get(name)
        if name in NEVER or (home is not None and home != module):
            found.append(f"{module}:{line} {name}")
    return found


def test_no_widget_can_take_customers_words_for_markup() -> None:
    modules = sorted(ROOT.glob("ui/**/*.py"))

    assert len(modules) > 10
    assert [
        line for path in modules for line in forgetful(path.read_text(), str(path.relative_to(ROOT)))
    ] == []


@pytest.mark.parametrize(
    "source",
    [
        "QLabel(idea.text)",
        "QtWidgets.QLabel()",
        "button.setToolTip(idea.name)",
        "QMessageBox(window)",
        "view.setHtml(text)",
        "QTextEdit()",
    ],
)
def test_a_widget_that_forgets_is_found(source: str) -> None:
    assert len(forgetful(source, "ui/desk/somewhere.py")) == 1


def test_every_label_and_box_is_told_to_show_plain_text() -> None:
    labels = (ROOT / "ui/shared/labels.py").read_text()
    boxes = (ROOT / "ui/shared/messages.py").read_text()

    assert labels.count("QLabel()") == labels.count("setTextFormat(Qt.TextFormat.PlainText)") == 1
    assert boxes.count("QMessageBox(window)") == boxes.count("setTextFormat(Qt.TextFormat.PlainText)") == 1
    assert labels.count("setToolTip(") == labels.count("escape(text)") == 1
