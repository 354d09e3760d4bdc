"""How the desk says what a kiosk tells of itself: whether it is there, since when not, what waits in it."""

from __future__ import annotations

from datetime import datetime, timedelta
from enum import Enum

from app.dates import moment_in_words
from app.domain.kiosks import Kiosk
from app.words import Words

# A kiosk that is there was seen so long ago at most: it tells every other second, and is noted each 20 s.
THERE_WITHIN = timedelta(seconds=50)
HOURS_IN_WORDS = 12


class Presence(Enum):
    """Whether a kiosk is there now."""

    THERE = "there"
    AWAY = "away"
    EXPECTED = "expected"


def presence(kiosk: Kiosk, now: datetime) -> Presence:
    if kiosk.last_seen_at is None:
        return Presence.EXPECTED
    return Presence.THERE if now - kiosk.last_seen_at < THERE_WITHIN else Presence.AWAY


def presence_words(kiosk: Kiosk, now: datetime, words: Words) -> str:
    return {
        Presence.THERE: words.tr("connected"),
        Presence.AWAY: words.tr("not there now"),
        Presence.EXPECTED: words.tr("paired, not seen yet"),
    }[presence(kiosk, now)]


def seen_words(kiosk: Kiosk, now: datetime, words: Words, timezone: str) -> str:
    """When it was last heard of, as a sentence; empty before it ever was."""
    seen = kiosk.last_seen_at
    if seen is None:
        return ""
    if now - seen < THERE_WITHIN:
        return words.tr("Last seen now.")
    minutes = max(1, int((now - seen).total_seconds() // 60))
    if minutes < 60:
        return words.trn("Last seen %(count)s minute ago.", "Last seen %(count)s minutes ago.", minutes)
    if minutes < HOURS_IN_WORDS * 60:
        hours = minutes // 60
        return words.trn("Last seen %(count)s hour ago.", "Last seen %(count)s hours ago.", hours)
    return words.tr("Last seen %(moment)s.", moment=moment_in_words(seen, words.language, timezone))


def outbox_words(kiosk: Kiosk, words: Words) -> str:
    """What was pinned there and has not come yet."""
    if not kiosk.outbox:
        return words.tr("Nothing waits there.")
    return words.trn(
        "%(count)s idea or vote waits there.", "%(count)s ideas and votes wait there.", kiosk.outbox
    )


def told_words(kiosk: Kiosk, now: datetime, words: Words, timezone: str) -> str:
    """All that it tells, in one quiet line."""
    version = words.tr("Version %(number)s.", number=kiosk.version) if kiosk.version else ""
    parts = [seen_words(kiosk, now, words, timezone), outbox_words(kiosk, words), version]
    return " ".join(part for part in parts if part)
