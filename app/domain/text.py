"""Cleans what people write, once, at every door. After this a text is safe to store, never yet to show:
each exit makes it harmless in its own way (autoescape, plain text, glyphs)."""

from __future__ import annotations

import re
import unicodedata

import regex

from app.domain.errors import InvalidInput
from app.domain.translation import mark

IDEA_GRAPHEMES = 500
NAME_GRAPHEMES = 60
ANSWER_GRAPHEMES = 600
REASON_GRAPHEMES = 200
LABEL_GRAPHEMES = 40
CONTACT_CHARACTERS = 254
MARKS_PER_BASE = 8
MOST_LINES = 24

_GRAPHEME = regex.compile(r"\X")
_LINE_BREAKS = regex.compile(r"\r\n?|[\x0b\x0c\x85\u2028\u2029]")
# Control, surrogate, private and non-characters, and the marks that turn the direction of what
# follows. Joiners (U+200C, U+200D), variation selectors and emoji tags stay: scripts and emoji need them.
_UNWANTED = regex.compile(
    r"[\p{Cs}\p{Co}\p{Noncharacter_Code_Point}\u202a-\u202e\u2066-\u2069\ufeff\ufff9-\ufffb]|(?!\n)\p{Cc}"
)
_MANY_MARKS = regex.compile(rf"(\p{{M}}{{{MARKS_PER_BASE}}})\p{{M}}+")
_SPACES = re.compile(r"[^\S\n]+")
_BLANK_LINES = re.compile(r"\n{3,}")
# Looks like nothing: format characters, Hangul fillers, the braille blank, joined-up spaces.
_INVISIBLE = regex.compile(r"[\s\p{Cf}\p{M}\u115f\u1160\u2800\u3164\uffa0]*")


def clean(text: str) -> str:
    """Bring `text` into its one stored form: NFC, `\\n` line ends, at most one blank line in a row.

    Characters that control screens or turn reading direction go, and of the marks on one letter eight stay.
    """
    # Nearly every text is printable all through; asking costs a hundredth of the search for what is not.
    if not text.replace("\n", "").isprintable():
        text = _LINE_BREAKS.sub("\n", text)
        text = _UNWANTED.sub("", text)
    if not text.isascii():
        text = unicodedata.normalize("NFC", text)
        text = _MANY_MARKS.sub(r"\1", text)
    text = _SPACES.sub(" ", text)
    lines = [line.strip(" ") for line in text.split("\n")]
    return _fold(_BLANK_LINES.sub("\n\n", "\n".join(lines)).strip())


def _fold(text: str) -> str:
    """What is broken into very many lines goes on in the last one: a note is not a roll of paper."""
    lines = text.split("\n")
    if len(lines) <= MOST_LINES:
        return text
    return "\n".join([*lines[: MOST_LINES - 1], " ".join(filter(None, lines[MOST_LINES - 1 :]))])


def clean_line(text: str) -> str:
    """As `clean`, on one line: for names, labels, log lines and mail headers."""
    return clean(text).replace("\n", " ")


def is_blank(text: str) -> bool:
    """Whether a reader would see nothing."""
    return not text or (not text.isascii() and _INVISIBLE.fullmatch(text) is not None) or text.isspace()


def graphemes(text: str) -> int:
    """How many characters a person would count."""
    return sum(1 for _ in _GRAPHEME.finditer(text))


def is_longer_than(text: str, limit: int) -> bool:
    return len(text) > limit and graphemes(text) > limit


def first_graphemes(text: str, count: int) -> str:
    """The beginning of `text`, never cutting through a character as a person sees it."""
    if len(text) <= count:
        return text
    return "".join(match.group() for match, _ in zip(_GRAPHEME.finditer(text), range(count), strict=False))


def on_one_line(text: str, count: int) -> str:
    """A text where one line names it: its first characters, with an ellipsis where there are more."""
    line = " ".join(text.split())
    start = first_graphemes(line, count)
    return line if start == line else f"{start.rstrip()}…"


def clean_idea(text: str) -> str:
    """The text of an idea. Raises InvalidInput when blank or over 500 characters."""
    return _required(clean(text), "text", IDEA_GRAPHEMES, mark("Please write your idea first."))


def clean_answer(text: str) -> str:
    """The shop's answer. Raises InvalidInput when blank or over 600 characters."""
    return _required(clean(text), "text", ANSWER_GRAPHEMES, mark("Please write an answer first."))


def clean_reply(text: str) -> str:
    """What a customer writes back. Raises InvalidInput when blank or over 500 characters."""
    return _required(clean(text), "text", IDEA_GRAPHEMES, mark("Please write something first."))


def clean_kiosk_name(text: str) -> str:
    """A kiosk's name in its one form. Raises InvalidInput on `name`."""
    return _required(clean_line(text), "name", LABEL_GRAPHEMES, mark("Please give the kiosk a name."))


def clean_label(text: str) -> str:
    """The name of a place. Raises InvalidInput when blank or over 40 characters."""
    return _required(clean_line(text), "label", LABEL_GRAPHEMES, mark("Please say where the code will hang."))


def clean_name(text: str, field: str = "name") -> str:
    """A person's name, empty when none was given. Raises InvalidInput on `field` when over 60 characters."""
    return _optional(clean_line(text), field, NAME_GRAPHEMES)


def clean_reason(text: str) -> str:
    """Why not, empty when none was given. Raises InvalidInput when over 200 characters."""
    return _optional(clean(text), "reason", REASON_GRAPHEMES)


def clean_change_mind(text: str) -> str:
    """What would change the shop's mind, empty when nothing was said. Raises InvalidInput when over 200
    characters."""
    return _optional(clean(text), "change_mind", REASON_GRAPHEMES)


def clean_contact(text: str) -> str:
    """A mail address, empty when none was given. Raises InvalidInput when it cannot be one."""
    address = clean_line(text)
    if not address:
        return ""
    if len(address) > CONTACT_CHARACTERS or not _looks_like_mail(address):
        raise InvalidInput("contact", mark("This does not look like a mail address. Please check it."))
    return address


def clean_words(text: str, field: str, limit: int, blank: str) -> str:
    """A cleaned text that has to be there. Raises InvalidInput on `field` when blank or over `limit`."""
    return _required(text, field, limit, blank)


def clean_optional(text: str, field: str, limit: int) -> str:
    """As `clean_words` for what may be left empty."""
    return _optional(text, field, limit)


def _looks_like_mail(address: str) -> bool:
    local, at, host = address.rpartition("@")
    plain = not any(character in address for character in ' ,;<>"()[]\\')
    return bool(local and at and plain and "." in host.strip(".") and ".." not in address)


def _required(text: str, field: str, limit: int, blank: str) -> str:
    if is_blank(text):
        raise InvalidInput(field, blank)
    return _within(text, field, limit)


def _optional(text: str, field: str, limit: int) -> str:
    return "" if is_blank(text) else _within(text, field, limit)


def _within(text: str, field: str, limit: int) -> str:
    if is_longer_than(text, limit):
        over = graphemes(text) - limit
        one = mark("This is one character too long. At most %(limit)s fit.")
        many = mark("This is %(over)s characters too long. At most %(limit)s fit.")
        raise InvalidInput(field, one if over == 1 else many, over=over, limit=limit)
    return text
