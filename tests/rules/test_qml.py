"""The kiosk's QML is checked with the types of its view-models, and shows letters, never markup."""

from __future__ import annotations

import ast
import json
import os
import re
import subprocess
import sys
from pathlib import Path

import PySide6
import pytest

ROOT = Path(__file__).parents[2]
FILES = sorted((ROOT / "ui" / "kiosk" / "qml").rglob("*.qml"))
PYSIDE = Path(PySide6.__file__).parent
TOOL = "import sys; from PySide6.scripts import pyside_tool; sys.exit(pyside_tool.{}())"
# Qt has its own texts for markup, links and pictures in text; the one way to show text is parts/Label.qml.
FORBIDDEN = {
    "qsTr": "texts come from view-models",
    "RichText": "letters, never markup",
    "StyledText": "letters, never markup",
    "MarkdownText": "letters, never markup",
    "AutoText": "letters, never markup",
    "onLinkActivated": "the kiosk has no links",
    "Qt.openUrlExternally": "the kiosk opens nothing",
    "FileDialog": "the kiosk has no dialogs",
    "Qt.application": "the program decides",
    "XMLHttpRequest": "only the core speaks to the server",
}


@pytest.fixture(scope="session")
def types(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the `Teacup` module as the linter reads it: types taken from the Python sources."""
    folder = tmp_path_factory.mktemp("qml")
    module = folder / "Teacup"
    module.mkdir()
    sources = [path for path in sorted(ROOT.glob("ui/kiosk/**/*.py")) if "@QmlElement" in path.read_text()]
    dumped: list[object] = []
    for source in sources:
        told = tool("metaobjectdump", str(source))
        assert told.returncode == 0, told.stderr
        dumped += json.loads(told.stdout)
    (folder / "types.json").write_text(json.dumps(dumped))
    registrar = next(PYSIDE.rglob("qmltyperegistrar*"))
    options: list[str | Path] = ["--import-name", "Teacup", "--major-version", "1", "--minor-version", "0"]
    output: list[str | Path] = [
        "--generate-qmltypes",
        module / "teacup.qmltypes",
        "-o",
        folder / "unused.cpp",
    ]
    made = subprocess.run(
        [registrar, *options, *output, folder / "types.json"], capture_output=True, text=True, check=False
    )
    assert made.returncode == 0, made.stderr
    (module / "qmldir").write_text("module Teacup\ntypeinfo teacup.qmltypes\ndepends QtQuick\n")
    return folder


def test_the_linter_finds_nothing(types: Path) -> None:
    told = tool("qmllint", "-I", str(types), "--max-warnings", "0", *map(str, FILES))

    assert told.returncode == 0, told.stdout + told.stderr


def test_the_linter_would_see_a_member_that_does_not_exist(types: Path, tmp_path: Path) -> None:
    bad = tmp_path / "Bad.qml"
    bad.write_text(
        "import QtQuick\nimport Teacup\nItem { required property Look look; width: look.colour_of_tea }\n"
    )

    told = tool("qmllint", "-I", str(types), "--max-warnings", "0", str(bad))

    assert told.returncode != 0


def test_the_kiosk_shows_letters_and_nothing_else() -> None:
    found = [
        f"{path.name}: {word} ({why})"
        for path in FILES
        for word, why in FORBIDDEN.items()
        if word in path.read_text()
    ]

    assert FILES
    assert found == []


def test_only_the_label_makes_text() -> None:
    makers = [path.name for path in FILES if re.search(r"^\s*Text \{", path.read_text(), re.M)]

    assert makers == ["Label.qml"]


def test_every_box_to_type_in_takes_plain_letters() -> None:
    for path in FILES:
        source = path.read_text()
        boxes = sum(
            len(re.findall(rf"^\s*{editor} \{{", source, re.M)) for editor in ("TextEdit", "TextArea")
        )
        assert source.count("textFormat: TextEdit.PlainText") >= boxes, path.name


def test_what_signals_call_in_a_view_model_is_a_slot() -> None:
    """Else PySide 6.11 gives that one object a type of its own, and the engine, which remembers types by their
    address, takes another object's properties for undefined once the first is gone."""
    found = [
        f"{path.name}: {name}"
        for path in sorted(ROOT.glob("ui/kiosk/**/*.py"))
        if "@QmlElement" in path.read_text()
        for name in called_without_slot(ast.parse(path.read_text()))
    ]

    assert found == []


def called_without_slot(module: ast.Module) -> list[str]:
    """Methods that are connected by `...connect(self.method)` and not declared as slots."""
    methods = {
        item.name: any("Slot" in ast.unparse(decorator) for decorator in item.decorator_list)
        for kind in ast.walk(module)
        if isinstance(kind, ast.ClassDef)
        for item in kind.body
        if isinstance(item, ast.FunctionDef)
    }
    connected = re.findall(r"\.connect\(self\.(\w+)\)", ast.unparse(module))
    return [name for name in connected if methods.get(name) is False]


def tool(name: str, *arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-c", TOOL.format(name), *arguments],
        capture_output=True,
        text=True,
        check=False,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
    )
