"""The quiet lines at the foot of the navigation: how the kiosks are, and when the last backup was made."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from app.domain.kiosks import Kiosk
from app.words import Words
from ui.desk.kiosks.wording import Presence, presence
from ui.desk.today import wording
from ui.desk.today.asides import backup_words
from ui.desk.today.day import Day


def quiet_lines(kiosks: Sequence[Kiosk], day: Day | None, now: datetime, words: Words) -> list[str]:
    lines = [_kiosk_words(kiosks, now, words)]
    if day is not None:
        lines.append(backup_words(day.backed_up_at, day.overview, words))
    return [line for line in lines if line]


def _kiosk_words(kiosks: Sequence[Kiosk], now: datetime, words: Words) -> str:
    """One by its name, several by their number; nothing where there is none."""
    if not kiosks:
        return ""
    awake = sum(presence(kiosk, now) is Presence.THERE for kiosk in kiosks)
    if len(kiosks) == 1:
        name = kiosks[0].name
        return (
            words.tr("%(kiosk)s: awake", kiosk=name)
            if awake
            else words.tr("%(kiosk)s: not there", kiosk=name)
        )
    spelled = wording.number(len(kiosks), words)
    if awake == len(kiosks):
        return wording.large(
            words.trn("%(number)s kiosk: awake", "%(number)s kiosks: all awake", awake, number=spelled)
        )
    return words.tr("%(awake)s of %(number)s kiosks awake", awake=awake, number=len(kiosks))
