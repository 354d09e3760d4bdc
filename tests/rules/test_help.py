"""The help says what the program does: its buttons and keys exist."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import catalogues

ROOT = Path(__file__).parents[2]
PAGES = sorted((ROOT / "resources" / "help" / "en").glob("*.md"))
_BUTTON = re.compile(r"\*\*([^*]+?)\*\*")
_CHORD = re.compile(r"Ctrl(?:\+Shift)?\+(?:[A-Z]|Enter)\b")
_COMMAND = re.compile(r"^    teacup ([a-z-]+)", re.MULTILINE)
# Keys, and what is not on the screen word for word.
EXPLAINED = re.compile(r"[A-Z]$|This computer is off or asleep")
_PLACEHOLDER = re.compile(r"%\(\w+\)s")


def said_by_the_program() -> set[str]:
    texts = (message.id for message in catalogues.extract(ROOT) if message.id)
    return {_PLACEHOLDER.sub("", text if isinstance(text, str) else text[0]).strip(" .?…") for text in texts}


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_what_the_help_prints_bold_stands_on_the_screen(page: Path) -> None:
    said = said_by_the_program()

    bold = {text.strip(" .?") for text in _BUTTON.findall(" ".join(page.read_text().split()))}
    assert {text for text in bold if text not in said and not EXPLAINED.match(text)} == set()


def test_every_key_of_the_help_is_bound() -> None:
    code = "\n".join(path.read_text() for path in (ROOT / "ui" / "desk").rglob("*.py"))
    keys = {key for page in PAGES for key in _CHORD.findall(page.read_text())}

    assert len(keys) > 4
    assert {key for key in keys if f'"{key}"' not in code} == set()


def test_every_command_of_the_help_exists() -> None:
    declared = (ROOT / "app" / "command_line.py").read_text()
    commands = {name for page in PAGES for name in _COMMAND.findall(page.read_text())}

    assert commands
    assert {name for name in commands if f'"{name}"' not in declared} == set()
