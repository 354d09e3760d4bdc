"""Where the keys of each page lie: a grid of 24 columns and four rows, whatever the screen's size."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum, auto

from ui.kiosk.keyboard.layouts import Keyboards, Layout, Rows

COLUMNS = 24.0
ROWS = 4
KEY_COLUMNS = 2.0
BACKSPACE_LEAST = 2.0
ENTER_WIDE = 3.0
ACCENTS_A_ROW = 10
LANGUAGES_A_ROW = 4
EMOJI_BESIDE_ENTER = 10


class Kind(StrEnum):
    """What a key does."""

    TYPE = auto()
    SPACE = auto()
    BACKSPACE = auto()
    ENTER = auto()
    SHIFT = auto()
    CLEAR = auto()
    LETTERS = auto()
    NUMBERS = auto()
    SIGNS = auto()
    ACCENTS = auto()
    EMOJI = auto()
    GROUP = auto()
    LANGUAGES = auto()
    LANGUAGE = auto()


class Page(StrEnum):
    """What the keys show."""

    LETTERS = auto()
    NUMBERS = auto()
    SIGNS = auto()
    ACCENTS = auto()
    EMOJI = auto()
    LANGUAGES = auto()
    PHONE = auto()


@dataclass(frozen=True, kw_only=True, slots=True)
class Key:
    """`text` is what it types, or which group or language it means; columns count from 0 at the left.

    `shifted` is what it types with Shift.
    """

    kind: Kind
    text: str = ""
    shifted: str = ""
    row: int
    column: float
    span: float


Keys = tuple[Key, ...]


def letter_keys(layout: Layout, *, has_emoji: bool) -> Keys:
    shifted = layout.shifted_rows or tuple(tuple(map(layout.capital, row)) for row in layout.rows)
    lead = Kind.SHIFT if layout.can_shift else None
    return (*_three_rows(layout.rows, shifted, lead), *_foot(Kind.NUMBERS, has_emoji=has_emoji))


def sign_keys(keyboards: Keyboards, page: Page, *, has_emoji: bool) -> Keys:
    """The page of numbers, or that of more signs; each leads to the other."""
    is_first = page is Page.NUMBERS
    rows = keyboards.numbers if is_first else keyboards.signs
    other = Kind.SIGNS if is_first else Kind.NUMBERS
    return (*_three_rows(rows, rows, other), *_foot(Kind.LETTERS, has_emoji=has_emoji))


def accent_keys(layout: Layout, *, has_emoji: bool) -> Keys:
    accents = layout.accents()
    a_row = max(ACCENTS_A_ROW, -(-len(accents) // 3))
    rows = tuple(accents[start : start + a_row] for start in (0, a_row, 2 * a_row))
    shifted = tuple(tuple(map(layout.capital, row)) for row in rows)
    lead = Kind.SHIFT if layout.has_case else None
    return (*_three_rows(rows, shifted, lead), *_foot(Kind.LETTERS, has_emoji=has_emoji))


def emoji_keys(emoji: Mapping[str, Sequence[str]], group: str) -> Keys:
    """The groups on the first row, the pictures of `group` on the next two."""
    wide = (COLUMNS - 4) / len(emoji)
    groups = [
        Key(kind=Kind.GROUP, text=name, row=0, column=index * wide, span=wide)
        for index, name in enumerate(emoji)
    ]
    backspace = Key(kind=Kind.BACKSPACE, row=0, column=COLUMNS - 4, span=4)
    pictures = emoji[group]
    beside, below = pictures[:EMOJI_BESIDE_ENTER], pictures[EMOJI_BESIDE_ENTER:]
    second = [
        *_line(beside, beside, 1, 0, KEY_COLUMNS),
        _to_the_end(Kind.ENTER, 1, len(beside) * KEY_COLUMNS),
    ]
    third = _line(below, below, 2, 0, COLUMNS / max(len(below), 1))
    return (*groups, backspace, *second, *third, *_foot(Kind.LETTERS, has_emoji=False))


def language_keys(layouts: Sequence[Layout]) -> Keys:
    """One key for each, as many in a row as the longest row needs."""
    a_row = max(LANGUAGES_A_ROW, -(-len(layouts) // 3))
    wide = COLUMNS / a_row
    keys = [
        Key(kind=Kind.LANGUAGE, text=layout.language, row=at // a_row, column=at % a_row * wide, span=wide)
        for at, layout in enumerate(layouts)
    ]
    return (*keys, Key(kind=Kind.LETTERS, row=3, column=0, span=6))


def phone_keys() -> Keys:
    """Below the offer of a phone: another language, or Latin letters all the same."""
    return (
        Key(kind=Kind.LETTERS, row=3, column=0, span=6),
        Key(kind=Kind.LANGUAGES, row=3, column=6, span=6),
    )


def _three_rows(rows: Rows, shifted: Rows, lead: Kind | None) -> Keys:
    wide = _key_columns(rows, lead)
    first, second, third = rows
    ends = len(second) * wide
    indent = 1.0 if ends + 1 + ENTER_WIDE <= COLUMNS else 0.0
    start = COLUMNS - len(third) * wide if lead else (COLUMNS - len(third) * wide) / 2
    return (
        *_line(first, shifted[0], 0, 0, wide),
        _to_the_end(Kind.BACKSPACE, 0, len(first) * wide),
        *_line(second, shifted[1], 1, indent, wide),
        _to_the_end(Kind.ENTER, 1, indent + ends),
        *((Key(kind=lead, row=2, column=0, span=start),) if lead else ()),
        *_line(third, shifted[2], 2, start, wide),
    )


def _key_columns(rows: Rows, lead: Kind | None) -> float:
    """How wide a key is: as drawn, or narrower where a language has many letters."""
    room = (COLUMNS - BACKSPACE_LEAST, COLUMNS - BACKSPACE_LEAST, COLUMNS - (KEY_COLUMNS if lead else 0))
    return min(KEY_COLUMNS, *(space / max(len(row), 1) for space, row in zip(room, rows, strict=True)))


def _line(texts: Sequence[str], shifted: Sequence[str], row: int, start: float, wide: float) -> list[Key]:
    return [
        Key(kind=Kind.TYPE, text=text, shifted=other, row=row, column=start + index * wide, span=wide)
        for index, (text, other) in enumerate(zip(texts, shifted, strict=True))
    ]


def _to_the_end(kind: Kind, row: int, column: float) -> Key:
    return Key(kind=kind, row=row, column=column, span=COLUMNS - column)


def _foot(leading: Kind, *, has_emoji: bool) -> Keys:
    spans = [(leading, 3.0), (Kind.LANGUAGES, 4.0), (Kind.ACCENTS, 3.0)]
    if has_emoji:
        spans.append((Kind.EMOJI, 2.0))
    clear = 3.0
    spans.append((Kind.SPACE, COLUMNS - clear - sum(span for _, span in spans)))
    spans.append((Kind.CLEAR, clear))
    keys, column = [], 0.0
    for kind, span in spans:
        keys.append(Key(kind=kind, row=ROWS - 1, column=column, span=span))
        column += span
    return tuple(keys)
