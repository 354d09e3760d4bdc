"""Fields for a day in the inbox, and the way between their days and ours."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QDate, QLocale

from ui.desk.tools import Tools
from ui.shared.choices import DayChoice
from ui.shared.large_text import is_large


def day_field(tools: Tools, name: str, object_name: str) -> DayChoice:
    """A day in the person's language, shorter where the text is large."""
    field = DayChoice(tools.theme)
    field.setObjectName(object_name)
    field.setLocale(QLocale("en_GB" if tools.words.language == "en" else tools.words.language))
    field.setAccessibleName(name)

    def fit() -> None:
        field.setDisplayFormat("d MMMM" if is_large(tools.theme) else "dddd d MMMM")

    tools.theme.changed.connect(fit)
    fit()
    return field


def dated(day: date) -> QDate:
    return QDate(day.year, day.month, day.day)


def day_of(field: DayChoice) -> date:
    chosen = field.date()
    return date(chosen.year(), chosen.month(), chosen.day())
