"""Backups as the owner sees them, and what a check of the database found."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

MADE_FORM = "%Y%m%d-%H%M%S"


@dataclass(frozen=True, kw_only=True, slots=True)
class BackupFile:
    """One copy of everything, opened, checked and counted before it got its name."""

    path: Path
    made_at: datetime


@dataclass(frozen=True, kw_only=True, slots=True)
class Restored:
    """What a restore left: where the database before it is kept, and how many ideas it erased again."""

    kept: Path | None
    erased_again: int


@dataclass(frozen=True, kw_only=True, slots=True)
class Finding:
    """Something that is not as it should be: an English sentence, the key of its translation."""

    sentence: str
    count: int


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
