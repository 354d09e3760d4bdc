"""Several things in one sentence, as people say them in their own language."""

from __future__ import annotations

from collections.abc import Sequence

from babel.lists import format_list

from app.dates import locale_of


def listed(parts: Sequence[str], language: str) -> str:
    """ "Ben, Priya and Ingrid"."""
    return format_list(list(parts), locale=locale_of(language))
