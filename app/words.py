"""The program's own words in a person's language, for every face but QML.

`.po` files under `resources/translations` are the source; `.mo` files are built from them.
"""

from __future__ import annotations

import gettext
from collections.abc import Sequence
from pathlib import Path

from app.domain.errors import AppError

RIGHT_TO_LEFT = frozenset({"ar", "he", "fa", "ur"})
DOMAIN = "teacup"


class Words:
    """Texts of one language. Unknown texts come back in English."""

    def __init__(self, language: str, catalogue: gettext.NullTranslations) -> None:
        self.language = language
        self._catalogue = catalogue

    @property
    def is_right_to_left(self) -> bool:
        return self.language.split("-")[0] in RIGHT_TO_LEFT

    @property
    def catalogue(self) -> gettext.NullTranslations:
        """For the template engine, which asks a gettext object itself."""
        return self._catalogue

    def tr(self, text: str, **values: object) -> str:
        """`text` in this language, its `%(name)s` places filled with `values`."""
        translated = self._catalogue.gettext(text) if text else ""
        return translated % values if values else translated

    def trn(self, one: str, many: str, count: int, **values: object) -> str:
        """The form for `count`, which also fills `%(count)s`."""
        return self._catalogue.ngettext(one, many, count) % {"count": count, **values}

    def error(self, error: AppError) -> str:
        """The sentence of `error` in this language."""
        return self.tr(error.sentence, **error.values)


def load_words(language: str, folder: Path) -> Words:
    """The words of `language` (a BCP 47 tag) from the catalogues in `folder`; English where they lack."""
    wanted = [language.replace("-", "_"), language.split("-")[0]]
    return Words(language, gettext.translation(DOMAIN, folder, wanted, fallback=True))


def available_languages(folder: Path) -> Sequence[str]:
    """Tags of the languages that have a catalogue, English first."""
    found = sorted(path.parent.parent.name for path in folder.glob(f"*/LC_MESSAGES/{DOMAIN}.po"))
    return ["en", *(name.replace("_", "-") for name in found if name != "en")]
