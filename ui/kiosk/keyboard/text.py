"""What erasing takes and when a capital is wanted: questions about the text before the cursor."""

from __future__ import annotations

import regex

_GRAPHEME = regex.compile(r"\X")
# Marks that have keys of their own are taken back one by one, as they were typed.
_TYPED_MARK = regex.compile(r"[\p{M}&&[\p{Devanagari}\u064b-\u0655\u0670]]\Z", regex.V1)
_OPENING = " \u00a0\"'“„«‘(¿¡"
_CLOSING = "”’»“\"')"
_ENDS_OF_SENTENCES = (".", "!", "?", "…")


def erased_by(before: str) -> str:
    """What Backspace takes from the end of `before`: a character as people see it, or one typed mark."""
    if _TYPED_MARK.search(before):
        return before[-1]
    found: list[str] = _GRAPHEME.findall(before)
    return found[-1] if found else ""


def begins_sentence(before: str) -> bool:
    """Whether what is typed after `before` starts a sentence."""
    said = before.rstrip(_OPENING)
    if not said or said.endswith("\n"):
        return True
    has_gap = any(character.isspace() for character in before[len(said) :])
    return has_gap and said.rstrip(_CLOSING).endswith(_ENDS_OF_SENTENCES)


def utf16_length(text: str) -> int:
    """How many steps Qt counts for `text`."""
    return len(text.encode("utf-16-le", errors="surrogatepass")) // 2


def before_cursor(text: str, cursor: int) -> str:
    """The part of `text` before `cursor`, which Qt counts in UTF-16 units."""
    units = text.encode("utf-16-le", errors="surrogatepass")
    return units[: 2 * cursor].decode("utf-16-le", errors="ignore")
