"""The small letters that each language is written with, as its own alphabet counts them.

Written down by hand in the manner of CLDR's exemplar characters; not yet compared with CLDR itself.
"""

from __future__ import annotations

import unicodedata

_LATIN = "abcdefghijklmnopqrstuvwxyz"
_WRITTEN = {
    "en": _LATIN,
    "es": _LATIN + "áéíñóúü",
    "fr": _LATIN + "àâæçéèêëîïôœùûüÿ",
    "de": _LATIN + "äößü",
    "pt": _LATIN + "áàâãçéêíóòôõú",
    "it": _LATIN + "àéèìóòù",
    "pl": "aąbcćdeęfghijklłmnńoóprsśtuwyzźż",
    "tr": "abcçdefgğhıijklmnoöprsştuüvyz",
    "el": "αάβγδεέζηήθιίϊΐκλμνξοόπρσςτυύϋΰφχψωώ",
    "ru": "абвгдеёжзийклмнопрстуфхцчшщъыьэюя",
    "uk": "абвгґдеєжзиіїйклмнопрстуфхцчшщьюя’",
    "ar": "ءأؤإئاآبةتثجحخدذرزسشصضطظعغفقكلمنهويى" + "\u064b\u064c\u064d\u064e\u064f\u0650\u0651\u0652\u0670",
    "hi": "\u093cँंःॐअआइईउऊऋऌऍएऐऑओऔकखगघङचछजझञटठडढणतथदधनपफबभमयरलळवशषसहऽािीुूृॅेैॉोौ्",
}
# Each part of a letter may have its own key: compared as single code points.
ALPHABETS = {
    language: frozenset(unicodedata.normalize("NFC", letters)) for language, letters in _WRITTEN.items()
}
