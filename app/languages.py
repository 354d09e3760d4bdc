"""Languages by the names that their own speakers give them."""

from __future__ import annotations

from functools import lru_cache

# Those that Teacup speaks. Babel knows them too, but reads a file as large as this program for each.
_NAMES = {
    "ar": "العربية",
    "de": "Deutsch",
    "en": "English",
    "es": "Español",
    "fr": "Français",
    "hi": "हिन्दी",
    "it": "Italiano",
    "ja": "日本語",
    "pl": "Polski",
    "pt": "Português",
    "tr": "Türkçe",
    "zh": "中文",
}


def own_name(tag: str) -> str:
    """Of a BCP 47 tag; the tag itself when nobody knows it."""
    return _NAMES.get(tag) or _name_by_babel(tag)


@lru_cache(maxsize=64)
def _name_by_babel(tag: str) -> str:
    # The kiosk's first picture does without it.
    from babel import Locale, UnknownLocaleError  # noqa: PLC0415

    try:
        name = Locale.parse(tag, sep="-").get_display_name() or tag
    except (UnknownLocaleError, ValueError):
        return tag
    return name[:1].upper() + name[1:]
