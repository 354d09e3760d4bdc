"""What the settings need of this computer and of the opened shop; replaced in tests."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from ui.desk.settings.starting import Starting

if TYPE_CHECKING:
    from app.services.owner.keeping import Keeper


@dataclass(frozen=True, kw_only=True, slots=True)
class Housekeeping:
    """`diagnose` collects what helps somebody to help, off the GUI thread; `copy` is the clipboard."""

    keeper: Keeper
    folder: Path
    starting: Starting
    has_tray: Callable[[], bool]
    show_folder: Callable[[Path], None]
    diagnose: Callable[[], str]
    copy: Callable[[str], None]
    version: str
