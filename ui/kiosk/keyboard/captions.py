"""What stands on a key and how it is spoken of."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass

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


@dataclass(frozen=True, kw_only=True, slots=True)
class Moment:
    """All that the looks of a key hang on while it stays where it is."""

    layout: Layout
    words: Words
    group: str
    is_shifted: bool
    is_locked: bool
    can_clear: bool
    can_bring_back: bool


class Captions:
    """Says what stands on keys at one moment, in the visitor's words."""

    def __init__(self, keyboards: Keyboards, moment: Moment) -> None:
        self._keyboards = keyboards
        self._now = moment

    def shown(self, key: Key) -> str:
        """The words on `key`, beside its drawing if it has one."""
        now = self._now
        match key.kind:
            case Kind.TYPE:
                return visible_text(key.shifted if now.is_shifted else key.text)
            case Kind.CLEAR if now.can_bring_back:
                return now.words.tr(BRING_BACK)
            case Kind.LANGUAGES:
                return now.layout.name
            case Kind.LANGUAGE:
                return self._keyboards.of(key.text).name
            case Kind.LETTERS:
                return now.layout.letters
            case Kind.ACCENTS:
                return now.layout.sample
            case Kind.GROUP:
                return now.words.tr(GROUPS[key.text])
            case kind:
                return FIXED.get(kind, "" if icon_of(key) else now.words.tr(WORDS.get(kind, "")))

    def spoken(self, key: Key) -> str:
        """The name of `key` for those who hear it."""
        if key.kind in SPOKEN:
            return self._now.words.tr(SPOKEN[key.kind])
        if key.kind is Kind.ENTER:
            return self._now.words.tr(WORDS[Kind.ENTER])
        return self.shown(key)

    def icon(self, key: Key) -> str:
        is_locked = key.kind is Kind.SHIFT and self._now.is_locked
        return "shift-lock" if is_locked else icon_of(key)

    def is_lit(self, key: Key) -> bool:
        """Whether `key` is the chosen one of several, or holds."""
        match key.kind:
            case Kind.SHIFT:
                return self._now.is_shifted
            case Kind.GROUP:
                return key.text == self._now.group
            case Kind.LANGUAGE:
                return key.text == self._now.layout.language
        return False

    def is_resting(self, key: Key) -> bool:
        """Whether pressing `key` would change nothing now."""
        return key.kind is Kind.CLEAR and not self._now.can_clear and not self._now.can_bring_back
