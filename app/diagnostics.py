"""What somebody who helps needs to know of this computer and this shop's data: sizes and versions.

Nothing of what people wrote, no name, no address.
"""

from __future__ import annotations

import platform
import sys
from collections.abc import Mapping
from pathlib import Path

from app.domain.backups import CheckReport
from app.paths import DataFolder
from app.program import program_version
from app.storage.connections import sqlite_version

LOG_LINES = 30
LINE_LETTERS = 300


def diagnostics(folder: DataFolder, report: CheckReport, more: Mapping[str, str]) -> str:
    """Lines of text to be copied. `more` is what the screen's side knows. Never raises for the disk."""
    facts = {
        "Teacup": program_version(),
        "Python": platform.python_version(),
        "System": f"{platform.system()} {platform.release()} {platform.machine()}",
        "Bundled": "yes" if getattr(sys, "frozen", False) else "no",
        "SQLite": sqlite_version(),
        **more,
        "Ideas": f"{report.ideas:,}",
        "Votes": f"{report.votes:,}",
        "Journal": f"{report.journal_entries:,}",
        "Database": _size(folder.database),
        "Backups": f"{_count(folder.backups)} files",
        "Findings": "; ".join(map(str, report.findings)) or "none",
    }
    lines = [f"{name}: {value}" for name, value in facts.items()]
    return "\n".join([*lines, *_warnings(folder.logs)]) + "\n"


def _size(path: Path) -> str:
    try:
        return f"{path.stat().st_size / 1_000_000:.1f} MB"
    except OSError as error:
        return error.strerror or "cannot be read"


def _count(folder: Path) -> int:
    try:
        return sum(1 for _ in folder.iterdir())
    except OSError:
        return 0


def _warnings(folder: Path) -> list[str]:
    """The last lines of trouble of each log: when, how bad and from where, for the rest may name places."""
    found = []
    for path in sorted(folder.glob("*.log")) if folder.is_dir() else []:
        try:
            lines = path.read_text(encoding="utf-8", errors="replace").splitlines()
        except OSError:
            continue
        trouble = [line for line in lines if " WARNING " in line or " ERROR " in line]
        found += [f"{path.name}: {_bare(line)}" for line in trouble[-LOG_LINES:]]
    return found


def _bare(line: str) -> str:
    """Time, level and logger of a line of `app.logs`; what it says stays here."""
    return " ".join(line.split(maxsplit=4)[:4])[:LINE_LETTERS]
