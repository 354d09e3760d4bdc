"""Words that keep coming: what many ideas speak of, counted once an idea. A modest guess, no grammar."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise

import regex

from app.domain.search_words import stored_words
from app.domain.stop_words import STOP_WORDS

SHORTEST_WORD = 3
# So many letters may hang on a word that is taken for the same one: "window", "windows".
LONGEST_ENDING = 2
SHORTEST_STEM = 4
FEWEST_IDEAS = 2
_NO_SPACES = r"\p{Han}\p{Hiragana}\p{Katakana}\p{Thai}\p{Lao}\p{Khmer}\p{Myanmar}ー々"
# Words of scripts that write no spaces: a run of katakana is a word, Chinese letters mostly go in pairs.
_WORD = regex.compile(
    rf"(?P<katakana>[\p{{Katakana}}ー]{{2,}})|(?P<han>\p{{Han}}{{2,}})"
    rf"|(?P<word>(?:(?![{_NO_SPACES}])[\p{{L}}\p{{M}}])+(?:['’](?:(?![{_NO_SPACES}])[\p{{L}}\p{{M}}])+)?)"
)


@dataclass(frozen=True, slots=True)
class Topic:
    """A word as most people wrote it, and in how many ideas it stands."""

    word: str
    ideas: int


def topics(texts: Iterable[str], most: int) -> tuple[Topic, ...]:
    """The words of the most ideas, the commonest first; none that stands in one idea alone."""
    counts: Counter[str] = Counter()
    written: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for text in texts:
        found = dict(_words_of(text))
        counts.update(found.keys())
        for plain, word in found.items():
            written[plain][word] += 1
    together = _with_endings(counts)
    often = [(plain, ideas) for plain, ideas in together.items() if ideas >= FEWEST_IDEAS]
    often.sort(key=lambda each: (-each[1], each[0]))
    return tuple(Topic(written[plain].most_common(1)[0][0], ideas) for plain, ideas in often[:most])


def _words_of(text: str) -> Iterator[tuple[str, str]]:
    """Each word in plain letters, as search has it, and as it was written."""
    for match in _WORD.finditer(text):
        word = match.group()
        if match["han"]:
            pairs = map("".join, pairwise(word))
            yield from ((pair, pair) for pair in pairs if pair not in STOP_WORDS)
        elif match["katakana"]:
            yield word, word
        else:
            yield from _plain_word(word)


def _plain_word(word: str) -> Iterator[tuple[str, str]]:
    plain = stored_words(word)
    if len(plain) >= SHORTEST_WORD and " " not in plain and plain not in STOP_WORDS:
        yield plain, word


def _with_endings(counts: Counter[str]) -> dict[str, int]:
    """Words with a short ending counted with the word without it, when that one is there."""
    together: dict[str, int] = {}
    for word, ideas in counts.items():
        stem = next(
            (word[:-cut] for cut in range(1, LONGEST_ENDING + 1) if _is_stem(word[:-cut], counts)), word
        )
        together[stem] = together.get(stem, 0) + ideas
    return together


def _is_stem(word: str, counts: Counter[str]) -> bool:
    return len(word) >= SHORTEST_STEM and word in counts
