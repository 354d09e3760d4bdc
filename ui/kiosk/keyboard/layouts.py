"""Keyboards as `resources/keyboards` describes them. No Qt here, and nothing of pixels."""

from __future__ import annotations

import tomllib
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

Rows = tuple[tuple[str, ...], ...]
# Files that hold no language.
NOT_LANGUAGES = frozenset({"symbols", "emoji"})


@dataclass(frozen=True, kw_only=True, slots=True)
class Layout:
    """One language's keyboard. Without rows its script is written on a phone."""

    language: str
    name: str
    rows: Rows = ()
    shifted_rows: Rows = ()
    can_shift: bool = True
    capitals: Mapping[str, str] = field(default_factory=dict)
    more: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    marks: tuple[str, ...] = ()
    sample: str = ""
    letters: str = "ABC"

    @property
    def is_by_phone(self) -> bool:
        return not self.rows

    @property
    def has_case(self) -> bool:
        """Whether Shift makes capitals, so that sentences begin with one."""
        return self.can_shift and not self.shifted_rows

    def capital(self, text: str) -> str:
        """`text` as Shift types it. A capital that would be two letters long is none."""
        if not self.has_case:
            return text
        found = self.capitals.get(text, text.upper())
        return found if len(found) == len(text) else text

    def offered_by(self, key: str) -> tuple[str, ...]:
        """What holding `key` offers; a capital offers capitals."""
        if key in self.more:
            return self.more[key]
        lower = next((small for small in self.more if self.capital(small) == key), None)
        return tuple(dict.fromkeys(map(self.capital, self.more[lower]))) if lower else ()

    def accents(self) -> tuple[str, ...]:
        """Every letter and mark that no key shows, each once, in the order of the alphabet."""
        shown = {key for row in (*self.rows, *self.shifted_rows) for key in row}
        hidden = (other for key in sorted(shown) for other in self.more.get(key, ()))
        return tuple(
            one for one in dict.fromkeys((*hidden, *self.marks)) if one not in shown and _is_word(one)
        )


@dataclass(frozen=True, kw_only=True, slots=True)
class Keyboards:
    """All that `resources/keyboards` holds."""

    layouts: tuple[Layout, ...]
    numbers: Rows
    signs: Rows
    emoji: Mapping[str, tuple[str, ...]]

    def of(self, language: str) -> Layout:
        """The keyboard of a BCP 47 tag; English where there is none."""
        wanted = (language, language.split("-")[0], "en")
        return next(layout for tag in wanted for layout in self.layouts if layout.language == tag)


def load_keyboards(folder: Path) -> Keyboards:
    """Read every file of `folder`; takes a few milliseconds."""
    common, emoji = _read(folder / "symbols.toml"), _read(folder / "emoji.toml")
    for_all = _more(common)
    files = sorted(path for path in folder.glob("*.toml") if path.stem not in NOT_LANGUAGES)
    return Keyboards(
        layouts=tuple(_layout(path.stem, _read(path), for_all) for path in files),
        numbers=_rows(common["numbers"]),
        signs=_rows(common["signs"]),
        emoji={group["group"]: tuple(group["pictures"].split()) for group in emoji["groups"]},
    )


def _layout(language: str, told: Mapping[str, Any], for_all: Mapping[str, tuple[str, ...]]) -> Layout:
    return Layout(
        language=language,
        name=told["name"],
        rows=_rows(told.get("rows", ())),
        shifted_rows=_rows(told.get("shifted", ())),
        can_shift=told.get("shift") is not False,
        capitals=dict(told.get("capitals", {})),
        more={**for_all, **_more(told)},
        marks=tuple(told.get("marks", "").split()),
        sample=told.get("sample", ""),
        letters=told.get("letters", "ABC"),
    )


def _read(path: Path) -> dict[str, Any]:
    return tomllib.loads(path.read_text(encoding="utf-8"))


def _rows(lines: Iterable[str]) -> Rows:
    return tuple(tuple(line.split()) for line in lines)


def _more(told: Mapping[str, Any]) -> dict[str, tuple[str, ...]]:
    return {key: tuple(offered.split()) for key, offered in told.get("more", {}).items()}


def _is_word(text: str) -> bool:
    return all(unicodedata.category(character)[0] in "LM" for character in text)
