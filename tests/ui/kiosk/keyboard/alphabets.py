"""The letters and the punctuation that each language is written with: the main exemplar characters and the
punctuation of CLDR 48.2 (Unicode License V3), as single code points."""

from __future__ import annotations

import unicodedata

# Typed as what they look like, or used by printers and nobody else.
_NOBODY_TYPES = frozenset("‐‑†‡′″")
_WRITTEN = {
    "en": "abcdefghijklmnopqrstuvwxyz",
    "es": "aábcdeéfghiíjklmnñoópqrstuúüvwxyz",
    "fr": "aàâæbcçdeéèêëfghiîïjklmnoôœpqrstuùûüvwxyÿz",
    "de": "aäbcdefghijklmnoöpqrsßtuüvwxyz",
    "pt": "aáàâãbcçdeéêfghiíjklmnoóòôõpqrstuúvwxyz",
    "it": "aàbcdeéèfghiìjklmnoòpqrstuùvwxyz",
    "pl": "aąbcćdeęfghijklłmnńoóprsśtuwyzźż",
    "tr": "abcçdefgğhıiİjklmnoöprsştuüvyz",
    "el": "αάβγδεέζηήθιίϊΐκλμνξοόπρσςτυύϋΰφχψωώ",
    "ru": "абвгдеёжзийклмнопрстуфхцчшщъыьэюя",
    "uk": "абвгґдеєжзиіїйклмнопрстуфхцчшщьюяʼ",
    "ar": "\u064b\u064c\u064d\u064e\u064f\u0650\u0651\u0652\u0670ءأؤإئاآبةتثجحخدذرزسشصضطظعغفقكلمنهوىي",
    "hi": "\u093cॐ\u0902\u0901\u0903अआइईउऊऋऌऍएऐऑओऔकखगघङचछजझञटठडढणतथदधनपफबभमयरलळवशषसहऽ\u093e\u093f\u0940\u0941\u0942\u0943\u0945\u0947\u0948\u0949\u094b\u094c\u094d",
}
_PUNCTUATION = {
    "en": "-‐‑–—,;:!?.…'‘’\"“”()[]§@*/&#†‡′″",
    "es": "-‐‑–—,;:!¡?¿.…'‘’\"“”«»()[]§@*/\\&#†‡′″",
    "fr": '-‐‑–—,;:!?.…’"“”«»()[]§@*/&#†‡',
    "de": "-‐‑–—,;:!?.…'‘‚\"“„«»()[]{}§@*/&#",
    "pt": "-‐‑–—,;:!?.…'‘’\"“”()[]§@*/&#†‡′″",
    "it": "-‑—,;:!?.…'’\"“”«»()[]{}@*/&#",
    "pl": "-‐‑–—,;:!?.…'\"”„«»()[]{}§@*/&#%†‡′″°~",
    "tr": "-‐‑–—,;:!?.…'‘’\"“”()[]§@*/&#†‡′″",
    "el": '-‐‑–—,;:!.…"«»()[]§@*/\\&',
    "ru": "-‐‑–—,;:!?.…'‘‚\"“„«»()[]{}§@*/&#",
    "uk": "-‑–,;:!?.'’\"“„«»()[]{}§@*/\\№",
    "ar": "-‐‑–—،؛:!؟.…'\"«»()[]",
    "hi": "-‐‑–—,;:!?.…।॥'‘’\"“”()[]§@*/#†‡′″॰",
}
# Each part of a letter may have its own key: compared as single code points.
ALPHABETS = {
    language: frozenset(unicodedata.normalize("NFC", letters)) for language, letters in _WRITTEN.items()
}
PUNCTUATION = {language: frozenset(marks) - _NOBODY_TYPES for language, marks in _PUNCTUATION.items()}
