"""A language that brackets every text: what is shown without brackets has escaped translation.

Tests that use it give the shop data without letters, so that a letter outside brackets is a text of ours.
"""

from __future__ import annotations

import gettext
import re

from app.words import Words

OPEN, CLOSE = "[", "]"
_LETTER = re.compile(r"[^\W\d_]")
_CALENDAR = re.compile(
    r"\b(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|January|February|March|April|May|June|July|August|September"
    r"|October|November|December|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Oct|Nov|Dec)\b"
)


class PseudoTranslations(gettext.NullTranslations):
    """Every text in brackets, the places for values kept."""

    def gettext(self, message: str) -> str:
        return f"{OPEN}{message}{CLOSE}"

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
        return f"{OPEN}{msgid1 if n == 1 else msgid2}{CLOSE}"


def pseudo_words() -> Words:
    return Words("en", PseudoTranslations())


def escaped(text: str, *, data: tuple[str, ...] = ()) -> str:
    """What of `text` stands outside brackets and has a letter, empty if nothing does.

    `data` is what people wrote, addresses and codes: it is shown as it is. So are the calendar's words.
    """
    rest = _CALENDAR.sub(" ", _outside(text))
    for piece in sorted(data, key=len, reverse=True):
        rest = rest.replace(piece, " ")
    return " ".join(rest.split()) if _LETTER.search(rest) else ""


def _outside(text: str) -> str:
    depth, kept = 0, []
    for character in text:
        depth += character == OPEN
        kept.append(character if depth == 0 else " ")
        depth -= character == CLOSE and depth > 0
    return "".join(kept)
