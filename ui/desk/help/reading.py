"""A help page as blocks to show: titles, paragraphs, items, commands, rows of a table.

Knows as much Markdown as our own help pages are written in. What is bold there, a word of the screen, stands
in quotation marks here: our labels show letters, never markup.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from enum import Enum
from itertools import groupby
from pathlib import Path

from ui.shared.quotes import quotation_marks

FALLBACK_LANGUAGE = "en"
_BULLET = "•"
_ITEM = re.compile(r"(-|\d+\.)\s+(.*)")
_RULE = re.compile(r"\|[\s:|]*-[\s:|-]*\|")
_COMMAND = re.compile(r" {4,}(\S.*)")
_STRONG = re.compile(r"[“\"]?\*\*(.+?)\*\*[”\"]?", re.DOTALL)
_FROM_RIGHT = ("ar", "fa", "he", "ur")


class Kind(Enum):
    TITLE = "title"
    HEADING = "heading"
    PARAGRAPH = "paragraph"
    ITEM = "item"
    COMMAND = "command"
    ROW = "row"


@dataclass(frozen=True, slots=True)
class Block:
    """`parts` is one text; for an item its mark and its text, for a row its cells."""

    kind: Kind
    parts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class HelpText:
    """`name` is the file's, the same in every language: "keyboard"."""

    title: str
    blocks: tuple[Block, ...]
    name: str = ""


def read_help(folder: Path, language: str) -> list[HelpText]:
    """All pages in their order, in English where there are none in `language`. Raises OSError."""
    own = folder / language
    chosen = own if own.is_dir() else folder / FALLBACK_LANGUAGE
    return [
        replace(parse_help(page.read_text(encoding="utf-8"), chosen.name), name=page.stem.partition("-")[2])
        for page in sorted(chosen.glob("*.md"))
    ]


def parse_help(text: str, language: str = FALLBACK_LANGUAGE) -> HelpText:
    """What is bold stands in the quotation marks of `language`."""
    from_right = language.split("-")[0] in _FROM_RIGHT
    opening, closing = quotation_marks(language, right_to_left=from_right)
    quoted = _STRONG.sub(lambda found: f"{opening}{found[1]}{closing}", text)
    blocks = tuple(_blocks(quoted.splitlines()))
    title = next((block.parts[0] for block in blocks if block.kind is Kind.TITLE), "")
    return HelpText(title, blocks)


def _blocks(lines: Sequence[str]) -> Iterator[Block]:
    for is_empty, group in groupby(lines, key=lambda line: not line.strip()):
        if not is_empty:
            yield from _blocks_together(list(group))


def _blocks_together(lines: list[str]) -> Iterator[Block]:
    """Lines without an empty one between them."""
    begun: list[str] = []
    for line in lines:
        if begun and not _begins(line):
            begun.append(line)
            continue
        if begun:
            yield from _block(begun)
        begun = [line]
    yield from _block(begun)


def _begins(line: str) -> bool:
    """Whether a line begins a block of its own and does not go on with the one before it."""
    return line.startswith(("#", "|", "    ")) or _ITEM.match(line) is not None


def _block(lines: list[str]) -> Iterator[Block]:
    first = lines[0]
    text = _plain(" ".join(line.strip() for line in lines))
    if _RULE.fullmatch(first.strip()):
        return
    if first.startswith("|"):
        yield Block(Kind.ROW, tuple(_plain(cell.strip()) for cell in first.strip().strip("|").split("|")))
    elif first.startswith("#"):
        kind = Kind.HEADING if first.startswith("##") else Kind.TITLE
        yield Block(kind, (text.lstrip("# "),))
    elif item := _ITEM.match(text):
        mark = _BULLET if item[1] == "-" else item[1]
        yield Block(Kind.ITEM, (mark, item[2]))
    elif _COMMAND.match(first):
        yield Block(Kind.COMMAND, (" ".join(line.strip() for line in lines),))
    else:
        yield Block(Kind.PARAGRAPH, (text,))


def _plain(text: str) -> str:
    return text.replace("`", "")
