"""The one way in which words become searchable: the same for storing and for asking, for every script.

A text becomes plain words with single spaces between them. Case and, where a reader would not miss them,
accents are taken off. Scripts that write no spaces are cut into overlapping pairs of letters, so that a word
of two letters is found wherever it stands in its sentence.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass

import regex

LONGEST_WORD = 40
MOST_WORDS_ASKED = 8
SHORTEST_BEGINNING = 2

_NO_SPACES = r"\p{Han}\p{Hiragana}\p{Katakana}\p{Hangul}\p{Thai}\p{Lao}\p{Khmer}\p{Myanmar}ー々"
_RUN = regex.compile(
    rf"(?P<pairs>[{_NO_SPACES}][{_NO_SPACES}\p{{M}}]*)|(?:(?![{_NO_SPACES}])[\p{{L}}\p{{N}}\p{{M}}])+"
)
# Only here are marks accents; in Devanagari or Thai they are vowels.
_ACCENTED = regex.compile(r"([\p{Latin}\p{Greek}\p{Cyrillic}\p{Arabic}])\p{Mn}+")
_NOT_COMPOSED_OF_ACCENTS = str.maketrans(
    {"ł": "l", "ø": "o", "đ": "d", "ħ": "h", "ŧ": "t", "ı": "i", "æ": "ae", "œ": "oe", "þ": "th", "ð": "d"}
)
_PLAIN_RUN = re.compile("[a-z0-9]+")
_PLAIN_IN_A_WORD = re.compile("(?<=[a-z])'(?=[a-z])")
_IN_A_WORD = regex.compile(r"(?<=\p{L})['’ʼ](?=\p{L})")


@dataclass(frozen=True, slots=True)
class AskedWords:
    """What to look for: each of `whole`, and words that begin with each of `beginnings`."""

    whole: tuple[str, ...]
    beginnings: tuple[str, ...]

    def __bool__(self) -> bool:
        return bool(self.whole or self.beginnings)


def stored_words(*texts: str) -> str:
    """The words of `texts` as one line for the index, each once, in the order they came."""
    words = [word for text in texts for run, in_pairs in _runs(text) for word in _stored(run, in_pairs)]
    return " ".join(dict.fromkeys(words))


def asked_words(text: str) -> AskedWords:
    """What somebody who typed `text` looks for: whole words, and the last one as far as it is typed."""
    runs = _runs(text)
    whole: dict[str, None] = {}
    beginnings: dict[str, None] = {}
    for place, (run, in_pairs) in enumerate(runs):
        if in_pairs:
            whole.update(dict.fromkeys(_pairs(run) or [run]))
        elif place == len(runs) - 1 and len(run) >= SHORTEST_BEGINNING:
            beginnings[run[:LONGEST_WORD]] = None
        else:
            whole[run[:LONGEST_WORD]] = None
    if any(word.startswith(tuple(beginnings)) for word in whole):
        beginnings.clear()  # "oat, more oat": the whole word says it already
    return AskedWords(tuple(whole)[:MOST_WORDS_ASKED], tuple(beginnings)[:MOST_WORDS_ASKED])


def says(asked: AskedWords, texts: Iterable[str]) -> bool:
    """Whether all that is looked for stands in `texts` together."""
    stored = f" {stored_words(*texts)} "
    whole = all(f" {word} " in stored for word in asked.whole)
    return bool(asked) and whole and all(f" {word}" in stored for word in asked.beginnings)


def _runs(text: str) -> list[tuple[str, bool]]:
    """The runs of letters in `text`, plain, each with whether its script writes no spaces."""
    if text.isascii():  # by far the most, and five times as fast
        return [(word[:500], False) for word in _PLAIN_RUN.findall(_PLAIN_IN_A_WORD.sub("", text.lower()))]
    text = _IN_A_WORD.sub("", _plain(text))
    return [(match.group()[:500], match["pairs"] is not None) for match in _RUN.finditer(text)]


def _plain(text: str) -> str:
    folded = unicodedata.normalize("NFKC", text).casefold()
    bare = _ACCENTED.sub(r"\1", unicodedata.normalize("NFD", folded))
    return unicodedata.normalize("NFC", bare).translate(_NOT_COMPOSED_OF_ACCENTS)


def _stored(run: str, in_pairs: bool) -> list[str]:
    # Each letter alone too: many a word of these scripts has but one.
    return [*_pairs(run), *run] if in_pairs else [run[:LONGEST_WORD]]


def _pairs(run: str) -> list[str]:
    return [run[start : start + 2] for start in range(len(run) - 1)]
