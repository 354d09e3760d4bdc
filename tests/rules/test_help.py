"""The help says what the program does: its buttons and keys exist."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import catalogues
from tests.rules.test_translations import said
from tests.shipped import TRANSLATED

ROOT = Path(__file__).parents[2]
PAGES = sorted((ROOT / "resources" / "help" / "en").glob("*.md"))
_BUTTON = re.compile(r"\*\*([^*]+?)\*\*")
_CHORD = re.compile(r"Ctrl(?:\+Shift)?\+(?:[A-Z]|Enter)\b")
_COMMAND = re.compile(r"^    teacup ([a-z-]+)", re.MULTILINE)
# Keys.
EXPLAINED = re.compile(r"[A-Z]$|Enter$")
_PLACEHOLDER = re.compile(r"%\(\w+\)s")
# What ends a sentence or begins an answer in one of our scripts, and is left out in the help.
_ENDS = " .?…。？！!：:،؟।"


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
    declared = "".join(
        path.read_text() for path in (ROOT / "app").rglob("*.py") if "command_line" in str(path)
    )
    commands = {name for page in PAGES for name in _COMMAND.findall(page.read_text())}

    assert commands
    assert {name for name in commands if f'"{name}"' not in declared} == set()


# In every language


@pytest.mark.parametrize("language", TRANSLATED)
def test_every_language_has_every_page_of_the_help(language: str) -> None:
    assert [page.name for page in pages_in(language)] == [page.name for page in PAGES]


@pytest.mark.parametrize("language", TRANSLATED)
def test_translated_help_prints_bold_what_stands_on_the_screen(language: str) -> None:
    shown = {_bare(form) for _, form in said(language)}
    bold = {_bare(text) for page in pages_in(language) for text in _BUTTON.findall(_on_one_line(page))}

    assert len(bold) > 50
    assert {text for text in bold if text not in shown and not EXPLAINED.match(text)} == set()


@pytest.mark.parametrize("language", TRANSLATED)
def test_translated_help_names_the_same_keys_and_commands(language: str) -> None:
    for page, original in zip(pages_in(language), PAGES, strict=True):
        for what in (_CHORD, _COMMAND):
            told, wanted = what.findall(page.read_text()), what.findall(original.read_text())
            assert sorted(told) == sorted(wanted), page


def pages_in(language: str) -> list[Path]:
    return sorted((ROOT / "resources" / "help" / language).glob("*.md"))


def _on_one_line(page: Path) -> str:
    return " ".join(page.read_text().split())


def _bare(text: str) -> str:
    return " ".join(_PLACEHOLDER.sub("", text).split()).strip(_ENDS)
