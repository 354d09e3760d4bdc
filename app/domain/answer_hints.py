"""What a good answer perhaps lacks: at most one quiet hint, never a demand. Asks what is there and not how
it is said, so that it holds in any language."""

from __future__ import annotations

import re
from enum import StrEnum

from app.domain.decisions import Decision
from app.domain.ideas import Status
from app.domain.text import graphemes

COUNT_FROM = 300
PLENTY_SENTENCES = 5
_SENTENCE_ENDS = re.compile(r"[.!?…。！？؟।]+(?:\s|$)|[。！？]")
_THANKS = re.compile(
    r"\b(?:thank|danke|dank|gracias|merci|grazie|obrigad|dzięk|teşekkür|sağ ?ol)"
    r"|شكر|धन्यवाद|शुक्रिया|ありがとう|感謝|谢谢|感谢",
    re.IGNORECASE,
)


class Hint(StrEnum):
    """COUNT says how many of the letters are used; the others name what may be missing."""

    PLENTY = "plenty"
    COUNT = "count"
    LONG = "long"
    SHOUTING = "shouting"
    NO_REASON = "no-reason"
    NO_DAY = "no-day"
    NO_THANKS = "no-thanks"


def hint_for(decision: Decision) -> Hint:
    """The one that matters most for what is written so far; PLENTY while nothing does."""
    text = decision.text.strip()
    written = graphemes(text)
    if written > COUNT_FROM:
        return Hint.COUNT
    if not text:
        return Hint.PLENTY
    if _is_shouting(text):
        return Hint.SHOUTING
    if len(_SENTENCE_ENDS.findall(text)) >= PLENTY_SENTENCES:
        return Hint.LONG
    if not _is_whole(text):
        return Hint.PLENTY
    if decision.status is Status.DECLINED and not decision.reason.strip():
        return Hint.NO_REASON
    if decision.status is Status.PLANNED and not any(letter.isdigit() for letter in text):
        return Hint.NO_DAY
    if not _THANKS.search(text):
        return Hint.NO_THANKS
    return Hint.PLENTY


def _is_whole(text: str) -> bool:
    """While a sentence is being written nothing is missing yet."""
    return _SENTENCE_ENDS.search(text[-2:]) is not None


def _is_shouting(text: str) -> bool:
    letters = [letter for letter in text if letter.isupper() or letter.islower()]
    return len(letters) > 12 and sum(letter.isupper() for letter in letters) > 0.8 * len(letters)
