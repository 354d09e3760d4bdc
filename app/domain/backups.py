"""Backups as the owner sees them, and what a check of the database found."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

MADE_FORM = "%Y%m%d-%H%M%S"


@dataclass(frozen=True, kw_only=True, slots=True)
class BackupFile:
    """One backup of everything, opened, checked and counted before it got its name."""

    path: Path
    made_at: datetime


@dataclass(frozen=True, kw_only=True, slots=True)
class BackupContents:
    """What a sound backup holds, to be compared with what is there now."""

    shop_name: str
    ideas: int
    answers: int
    newest_idea_at: datetime | None


@dataclass(frozen=True, kw_only=True, slots=True)
class Restored:
    """What a restore left: where the database before it is kept, and how many ideas it erased again."""

    kept: Path | None
    erased_again: int


@dataclass(frozen=True, kw_only=True, slots=True)
class Finding:
    """Something that is not as it should be: an English sentence, the key of its translation, with a place
    for `count`."""

    sentence: str
    count: int

    def __str__(self) -> str:
        return self.sentence % {"count": self.count}


@dataclass(frozen=True, kw_only=True, slots=True)
class CheckReport:
    """What a check looked at and found; no findings: all is well."""

    ideas: int
    votes: int
    journal_entries: int
    findings: tuple[Finding, ...]

    @property
    def is_sound(self) -> bool:
        return not self.findings


DUE_AFTER = timedelta(hours=20)
# A shop that was closed for a day misses one without anything being wrong.
OLD_AFTER = timedelta(days=2)
KEPT_DAILY = timedelta(days=7)
# What somebody had erased is gone from every backup by then.
KEPT_AT_MOST = timedelta(weeks=8)


def is_backup_due(backups: Sequence[BackupFile], now: datetime) -> bool:
    """Whether the newest one is so old that today wants its own. One from the future (a clock was set
    back) says nothing."""
    return not any(now - DUE_AFTER < backup.made_at <= now for backup in backups)


def is_backup_old(made_at: datetime | None, now: datetime) -> bool:
    """Whether the owner should hear of it; `made_at` is None while there is none at all."""
    return made_at is None or now - made_at > OLD_AFTER


def is_backup_missed(made_at: datetime | None, first_idea_at: datetime | None, now: datetime) -> bool:
    """As `is_backup_old`, but on the first day of a shop, whose first one comes by itself, nothing is."""
    if made_at is None and (first_idea_at is None or now - first_idea_at < DUE_AFTER):
        return False
    return is_backup_old(made_at, now)


def superfluous(backups: Sequence[BackupFile], now: datetime) -> list[BackupFile]:
    """Those that may go: all older than eight weeks, and of those older than a week all but the newest of
    their week. Weeks are counted from a fixed day, so that the one kept today is kept tomorrow."""
    goes: list[BackupFile] = []
    weeks: set[int] = set()
    for backup in sorted(backups, key=lambda each: each.made_at, reverse=True):
        age, week = now - backup.made_at, backup.made_at.toordinal() // 7
        if age > KEPT_AT_MOST or (age > KEPT_DAILY and week in weeks):
            goes.append(backup)
        weeks.add(week)
    return goes
