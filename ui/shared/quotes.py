"""Quotation marks as each language prints them."""

from __future__ import annotations

# With the no-break space where the language sets one inside.
_ENGLISH = ("“", "”")
_GUILLEMETS = ("«", "»")
_BY_LANGUAGE = {
    "ar": _GUILLEMETS,
    "bg": ("„", "“"),
    "cs": ("„", "“"),
    "da": ("»", "«"),
    "de": ("„", "“"),
    "el": _GUILLEMETS,
    "es": _GUILLEMETS,
    "fa": _GUILLEMETS,
    "fi": ("”", "”"),
    "fr": ("«\u00a0", "\u00a0»"),
    "he": ("”", "”"),
    "hu": ("„", "”"),
    "it": _GUILLEMETS,
    "ja": ("「", "」"),
    "no": _GUILLEMETS,
    "pl": ("„", "”"),
    "ro": ("„", "”"),
    "ru": _GUILLEMETS,
    "sv": ("”", "”"),
    "uk": _GUILLEMETS,
    "zh-TW": ("「", "」"),
}


def quotation_marks(language: str, *, right_to_left: bool) -> tuple[str, str]:
    """The opening and the closing mark of a page's language around a text of that direction.

    A text that runs against the page takes guillemets: they turn with it by themselves.
    """
    primary = language.split("-")[0]
    if right_to_left and primary not in {"ar", "fa", "he", "ur"}:
        return _GUILLEMETS
    if not right_to_left and primary in {"ar", "fa", "he", "ur"}:
        return _ENGLISH
    return _BY_LANGUAGE.get(language) or _BY_LANGUAGE.get(primary) or _ENGLISH
