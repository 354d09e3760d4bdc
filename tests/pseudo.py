"""A language that brackets every text: what is shown without brackets has escaped translation."""

from __future__ import annotations

import gettext
import re

from app.words import Words

OPEN, CLOSE = "⟦", "⟧"
_BRACKETED = re.compile(
    rf"{OPEN}[^{OPEN}{CLOSE}]*(?:{OPEN}[^{OPEN}{CLOSE}]*{CLOSE}[^{OPEN}{CLOSE}]*)*{CLOSE}"
)
_LETTER = re.compile(r"[^\W\d_]")


class PseudoTranslations(gettext.NullTranslations):
    """Every text in brackets, the places for values kept."""

    def gettext(self, message: str) -> str:
        return f"{OPEN}{message}{CLOSE}"

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
        return f"{OPEN}{msgid1 if n == 1 else msgid2}{CLOSE}"


def pseudo_words() -> Words:
    return Words("en", PseudoTranslations())


def escaped(text: str, *, data: tuple[str, ...] = ()) -> str:
    """What of `text` stands outside brackets and has a letter, once each of `data` is taken out; empty if none.

    `data` is what people wrote, addresses, codes and dates: it is shown as it is.
    """
    rest = _BRACKETED.sub(" ", text)
    for piece in sorted(data, key=len, reverse=True):
        rest = rest.replace(piece, " ")
    return " ".join(rest.split()) if _LETTER.search(rest) else ""
