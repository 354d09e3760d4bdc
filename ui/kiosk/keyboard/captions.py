"""What stands on a key and how it is spoken of."""

from __future__ import annotations

import unicodedata

from app.domain.translation import mark
from app.words import Words
from ui.kiosk.keyboard.grid import ENTER_WIDE, Key, Kind
from ui.kiosk.keyboard.layouts import Keyboards, Layout

DOTTED_CIRCLE = "\u25cc"
# Drawn instead of words.
ICONS = {Kind.BACKSPACE: "backspace", Kind.SHIFT: "shift", Kind.LANGUAGES: "globe", Kind.EMOJI: "smile"}
FIXED = {Kind.NUMBERS: "123", Kind.SIGNS: "#+="}
WORDS = {
    Kind.ENTER: mark("Enter"),
    Kind.CLEAR: mark("Clear all"),
}
BRING_BACK = mark("Bring back")
SPOKEN = {
    Kind.SPACE: mark("Space"),
    Kind.BACKSPACE: mark("Erase one character"),
    Kind.SHIFT: mark("Capitals"),
    Kind.LETTERS: mark("Letters"),
    Kind.NUMBERS: mark("Numbers and signs"),
    Kind.SIGNS: mark("More signs"),
    Kind.ACCENTS: mark("Accents"),
    Kind.EMOJI: mark("Little pictures"),
    Kind.LANGUAGES: mark("Language of the keyboard"),
}
GROUPS = {
    "faces": mark("Faces"),
    "food": mark("Food and drink"),
    "shop": mark("Around the shop"),
}


def icon_of(key: Key) -> str:
    """The drawing on `key`; none where words stand there."""
    if key.kind is Kind.ENTER:
        return "" if key.span >= ENTER_WIDE else "enter"
    return ICONS.get(key.kind, "")


def visible_text(text: str) -> str:
    """`text` as a key shows it: a mark needs something to sit on."""
    lonely = unicodedata.category(text[0]) in {"Mn", "Mc"} if text else False
    return DOTTED_CIRCLE + text if lonely else text


class Captions:
    """Says what stands on the keys of `layout`, in the visitor's words."""

    def __init__(self, keyboards: Keyboards, layout: Layout, words: Words) -> None:
        self._keyboards = keyboards
        self._layout = layout
        self._words = words

    def shown(self, key: Key, *, is_shifted: bool, can_bring_back: bool) -> str:
        """The words on `key`, beside its drawing if it has one."""
        match key.kind:
            case Kind.TYPE:
                return visible_text(key.shifted if is_shifted else key.text)
            case Kind.CLEAR if can_bring_back:
                return self._words.tr(BRING_BACK)
            case Kind.LANGUAGES:
                return self._layout.name
            case Kind.LANGUAGE:
                return self._keyboards.of(key.text).name
            case Kind.LETTERS:
                return self._layout.letters
            case Kind.ACCENTS:
                return self._layout.sample
            case Kind.GROUP:
                return self._words.tr(GROUPS[key.text])
            case _:
                return FIXED.get(key.kind, "" if icon_of(key) else self._words.tr(WORDS.get(key.kind, "")))

    def spoken(self, key: Key, *, is_shifted: bool, can_bring_back: bool) -> str:
        """The name of `key` for those who hear it."""
        if key.kind in SPOKEN:
            return self._words.tr(SPOKEN[key.kind])
        if key.kind is Kind.ENTER:
            return self._words.tr(WORDS[Kind.ENTER])
        return self.shown(key, is_shifted=is_shifted, can_bring_back=can_bring_back)
