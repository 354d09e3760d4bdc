"""Time zones as they are offered, and the one of this computer."""

from __future__ import annotations

from zoneinfo import available_timezones

from PySide6.QtCore import QTimeZone

from app.domain.errors import InvalidInput
from app.domain.shop_rules import clean_timezone


def system_timezone() -> str:
    """Empty when the system's own name for it means nothing to us."""
    try:
        return clean_timezone(bytes(QTimeZone.systemTimeZoneId().data()).decode())
    except InvalidInput:
        return ""


def offered_timezones() -> list[str]:
    """Those named after a place, and UTC; old abbreviations are understood but not offered."""
    places = (name for name in available_timezones() if "/" in name and not name.startswith("Etc/"))
    return ["UTC", *sorted(places)]
