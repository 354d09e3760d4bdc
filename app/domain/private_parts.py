"""What should hardly hang on a wall: telephone numbers, addresses, plates, links to a person, full names.

A finder for the owner's eye, not a guard: it points out, she decides. Prices, times, dates and the numbers of
notices are left alone, because a line that cries wolf is not read.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from app.domain.given_names import GIVEN_NAMES

LEFT_OUT = "…"
# From here on a word may be one letter.
_IDEOGRAPHS = "\u2e80"


class PrivateKind(StrEnum):
    TELEPHONE = "telephone"
    EMAIL = "email"
    LINK = "link"
    PLATE = "plate"
    NAME = "name"


@dataclass(frozen=True, slots=True)
class PrivatePart:
    """`text` is what stands from `start` to `end`."""

    kind: PrivateKind
    start: int
    end: int
    text: str


def find_private(text: str) -> tuple[PrivatePart, ...]:
    """In the order they stand in `text`, none over another."""
    found = [
        *_found(PrivateKind.EMAIL, _EMAIL.finditer(text)),
        *_found(PrivateKind.LINK, _links(text)),
        *_found(PrivateKind.PLATE, _plates(text)),
        *_found(PrivateKind.TELEPHONE, _telephones(text)),
        *_found(PrivateKind.NAME, _names(text)),
    ]
    return tuple(_apart(found))


def is_full_name(name: str) -> bool:
    """Whether a given name and a family name are both told: “Amina R.” is not, “Amina Rahimi” is."""
    words = [word.strip(".,") for word in name.split()]
    told = [word for word in words if word[:1].isalpha() and (len(word) > 1 or word > _IDEOGRAPHS)]
    return len(told) > 1 and not name.endswith(".")


def without(text: str, parts: Iterable[PrivatePart]) -> str:
    """`text` with three dots in the place of each part."""
    for part in sorted(parts, key=lambda each: each.start, reverse=True):
        text = f"{text[: part.start]}{LEFT_OUT}{text[part.end :]}"
    return text


_Span = tuple[int, int, str]


def _found(kind: PrivateKind, found: Iterable[re.Match[str] | _Span]) -> Iterator[PrivatePart]:
    for each in found:
        start, end, text = each if isinstance(each, tuple) else (*each.span(), each[0])
        yield PrivatePart(kind, start, end, text)


def _apart(found: Sequence[PrivatePart]) -> list[PrivatePart]:
    """What was looked for first keeps its place."""
    kept: list[PrivatePart] = []
    for part in found:
        if all(part.end <= other.start or part.start >= other.end for other in kept):
            kept.append(part)
    return sorted(kept, key=lambda part: part.start)


# Addresses and links

_EMAIL = re.compile(r"[\w.+%-]{1,64}@(?:[\w-]{1,63}\.)+[^\W\d_]{2,24}")
_LINK = re.compile(r"(?:https?://|www\.)[^\s<>\"”“»«]+", re.IGNORECASE)
_PERSONAL_HOSTS = re.compile(
    r"(?:^|[./])(?:facebook|instagram|twitter|x|tiktok|linkedin|snapchat|t|wa|vk|youtube|threads)"
    r"\.(?:com|net|me)/\S",
    re.IGNORECASE,
)
_HANDLE = re.compile(r"(?<![\w@./])@[\w.]{2,30}\w")


def _links(text: str) -> Iterator[re.Match[str] | _Span]:
    """Those that lead to a person: a page of hers, a name before the host, or something asked behind it."""
    for match in _LINK.finditer(text):
        link = match[0].rstrip(".,;:!?)")
        rest = link.partition("//")[2] or link
        if "?" in rest or "@" in rest or _PERSONAL_HOSTS.search(rest):
            yield match.start(), match.start() + len(link), link
    yield from _HANDLE.finditer(text)


# Telephone numbers

_GROUPS = re.compile(
    r"(?<![\w.,])(?:\+ ?|\( ?\+?)?\d(?:[\d]|[ ./()\u2010-\u2015\u00a0-](?=[ ()\d])){5,28}\d(?![\w]|[.,:]\d)"
)
_MONEY = (
    r"[€$£¥₹₺₽₩]|zł|kr\b|Kč|Ft\b|lei\b|EUR|USD|GBP|CHF|PLN|CZK|HUF|DKK|SEK|NOK|TRY|TL\b|INR|JPY|CNY|円|元"
)
_NO_TELEPHONE = re.compile(
    rf"""(?:{_MONEY})\s?\d[\d\s.,']*            # money, sign before
    |\d[\d\s.,']*(?:,-)?\s?(?:{_MONEY})         # and behind
    |(?<![\d.])\d{{4}}-\d\d-\d\d(?!\d)          # days, as they are written
    |(?<![\d.])\d{{1,2}}\s?[./-]\s?\d{{1,2}}\s?[./-]\s?(?:\d{{4}}|\d\d)(?![\d.]*\d)
    |(?<!\d)(?:19|20)\d\d\s?[-–/]\s?(?:19|20)?\d\d(?!\d)
    |(?<!\d)\d{{1,2}}:\d\d(?::\d\d)?(?!\d)      # times
    |(?<![\d.])\d{{1,2}}\.\d\d(?![\d.])(?=\s*(?:[-–]|h\b|Uhr|bis|to|à|a\b|$|[^\d\s]))
    |(?:\bNo|\bNr|\bN[º°]|№|\#)\.?\s?\d+        # numbers of notices
    |\d[\d\s.,]*\s?(?:%|k?g\b|m?l\b|[ck]?m\b|kcal\b|°)
    |(?<!\d)\d{{1,3}}(?:[.,' \u00a0]\d{{3}})*[.,' \u00a0]000(?!\d)""",
    re.VERBOSE | re.IGNORECASE,
)
FEWEST_DIGITS, MOST_DIGITS = 7, 15
# Without a zero or a plus in front it has to be longer to be one.
FEWEST_BARE_DIGITS = 9
MOST_GROUPS = 7


def _telephones(text: str) -> Iterator[_Span]:
    looked_at = _NO_TELEPHONE.sub(lambda match: "\x00" * len(match[0]), text)
    for match in _GROUPS.finditer(looked_at):
        number = match[0].rstrip(" ./()-")
        if _is_telephone(number):
            yield match.start(), match.start() + len(number), number


def _is_telephone(number: str) -> bool:
    groups = re.findall(r"\d+", number)
    digits = "".join(groups)
    if not FEWEST_DIGITS <= len(digits) <= MOST_DIGITS or len(groups) > MOST_GROUPS:
        return False
    if any(len(group) == 1 and group != "0" for group in groups[1:]):
        return False
    if number.lstrip("( ").startswith("+") or unicodedata.digit(digits[0]) == 0:
        return True
    pairs = len(groups) == 4 and all(len(group) == 2 and group[-1] != "0" for group in groups)
    return pairs or (len(digits) >= FEWEST_BARE_DIGITS and max(map(len, groups)) > 2 and digits[-3:] != "000")


# Plates, as they are written in many countries

_PLATE = re.compile(
    r"""(?<![\w-])(?:
    [A-ZÄÖÜ]{1,3}-[A-Z]{1,2}\s?\d{1,4}[EH]?                 # Germany, Austria's likes
    |[A-ZÄÖÜ]{1,3}\s[A-Z]{1,2}\s\d{3,4}[EH]?
    |[A-Z]{2}\d{2}\s?[A-Z]{3}                               # United Kingdom
    |[A-Z]{2}[-\s]?\d{3}[-\s]?[A-Z]{2}                      # France, Italy
    |\d{4}[-\s]?[BCDFGHJKLMNPRSTVWXYZ]{3}                   # Spain
    |[A-Z]{2,3}\s(?:\d{5}|\d[A-Z0-9]{2,3}[A-Z])             # Poland
    |\d{2}-[A-Z]{3}-\d|[A-Z]{2}-\d{3}-[A-Z]|[A-Z]-\d{3}-[A-Z]{2}|\d-[A-Z]{3}-\d{2}   # Netherlands
    |\d{2}-[A-Z]{2}-\d{2}|[A-Z]{2}-\d{2}-[A-Z]{2}           # Portugal, Netherlands
    |\d{2}\s[A-Z]{1,3}\s\d{3,4}                             # Turkey
    |[A-Z]{2}[-\s]?\d{2}[-\s]?[A-Z]{1,2}[-\s]?\d{4}         # India
    |[A-Z]{3}-\d{4}|[A-Z]{3}\d[A-Z]\d{2}                    # Brazil
    |[\u4e00-\u9fff][A-Z][·•\s]?[A-Z0-9]{5,6}               # China
    |[\u4e00-\u9fff]{2,4}\s?\d{3}\s?[\u3041-\u3093]\s?\d{2}-\d{2}   # Japan
    )(?![\w-])""",
    re.VERBOSE,
)
# What looks like a plate and is a norm, a unit, money or a time.
_NO_PLATE = {
    "AM",
    "CHF",
    "CZK",
    "DIN",
    "DKK",
    "EN",
    "FM",
    "GBP",
    "ISO",
    "NR",
    "PLN",
    "PLZ",
    "PM",
    "RAL",
    "USB",
}


def _plates(text: str) -> Iterator[re.Match[str]]:
    for match in _PLATE.finditer(text):
        if _NO_PLATE.isdisjoint(re.findall(r"[^\W\d_]+", match[0])):
            yield match


# Names of people

_CAPITAL = r"[A-ZÀ-ÖØ-ÞĀ-ŽΆ-ΏΑ-ΩЀ-Я]"
_WORD = rf"{_CAPITAL}[^\W\d_]*(?:[-'’]{_CAPITAL}?[^\W\d_]+)*"
_PARTICLE = r"(?:(?:von|van|de|del|della|di|da|dos|der|den|zu|al|el|bin|ben|y|e)\s+){0,2}"
_TITLED = re.compile(
    rf"\b(?:Mr|Mrs|Ms|Miss|Dr|Prof|Herrn?|Frau|Monsieur|Madame|Mme|Mlle|Señora?|Sra?|Doña|Signora?|Sig|Panie?|Pani"
    rf"|Senhora?|Mister)\.?\s+{_PARTICLE}{_WORD}(?:\s+{_WORD})?"
)
_INTRODUCED = re.compile(
    r"(?:my name is|ich heiße|mein name ist"
    r"|je m['’]appelle|me llamo|mi chiamo|me chamo|nazywam się|benim adım)"
    rf"\s+((?-i:{_WORD}\s+{_PARTICLE}{_WORD}))",
    re.IGNORECASE,
)
_PAIR = re.compile(rf"(?<![\w'’-])({_WORD})\s+({_PARTICLE}{_WORD})(?![\w'’-])")
# Given names that stand before what is no family name: at a time, in a place, on a sign.
_NO_FAMILY = {
    "And",
    "Day",
    "Is",
    "Street",
    "Square",
    "Straße",
    "Strasse",
    "Platz",
    "Weg",
    "Road",
    "Und",
    "Y",
    "Et",
}


def _names(text: str) -> Iterator[re.Match[str] | _Span]:
    yield from _TITLED.finditer(text)
    for match in _INTRODUCED.finditer(text):
        yield match.start(1), match.end(1), match[1]
    for match in _PAIR.finditer(text):
        is_given = match[1].casefold() in GIVEN_NAMES
        if is_given and match[2] not in _NO_FAMILY and len(match[2]) > 1:
            yield match
