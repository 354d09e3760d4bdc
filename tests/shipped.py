"""The languages that Teacup ships, built from their sources: tests do not depend on what `make` built before."""

from __future__ import annotations

import gettext
from functools import lru_cache
from io import BytesIO
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

from app.words import Words

FOLDER = Path(__file__).parents[1] / "resources" / "translations"
# English is what the program is written in.
TRANSLATED = ("ar", "de", "es", "fr", "hi", "it", "ja", "pl", "pt", "tr", "zh")


@lru_cache
def catalogue(language: str) -> Catalog:
    with (FOLDER / language / "LC_MESSAGES" / "teacup.po").open("rb") as file:
        return read_po(file, locale=language)


@lru_cache
def shipped_words(language: str) -> Words:
    if language == "en":
        return Words("en", gettext.NullTranslations())
    built = BytesIO()
    write_mo(built, catalogue(language))
    built.seek(0)
    return Words(language, gettext.GNUTranslations(built))
