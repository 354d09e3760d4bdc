"""One person who waits for thanks: who, for what, what became of it, and how to reach them."""

from __future__ import annotations

from app.dates import short_day
from app.domain.thanks import Owed, Way
from app.note_words import status_word
from ui.desk import wording
from ui.desk.tools import Tools
from ui.shared.tick_row import TickRow


class OwedRow(TickRow):
    def __init__(self, tools: Tools, owed: Owed) -> None:
        super().__init__(tools.theme, *said_of(owed, tools))
        self.owed = owed
        self.setObjectName(f"owed-{owed.id.hex}")


def said_of(owed: Owed, tools: Tools) -> tuple[str, str]:
    """All that a row says: two of the same words need not be made twice."""
    return _line(owed, tools), _facts(owed, tools)


def _line(owed: Owed, tools: Tools) -> str:
    name = owed.name or wording.author(owed.idea, tools.words)
    return tools.words.tr("%(name)s: %(idea)s", name=name, idea=wording.beginning(owed.idea, 90))


def _facts(owed: Owed, tools: Tools) -> str:
    words = tools.words
    day = short_day(owed.answered_at.date(), words.language)
    became = f"{status_word(owed.became, words)}, {day}"
    voice = words.tr("gave it a voice") if owed.is_voice else ""
    return " · ".join(part for part in (became, voice, _reach(owed, tools)) if part)


def _reach(owed: Owed, tools: Tools) -> str:
    words = tools.words
    if owed.way is Way.CONTACT:
        return words.tr("left %(address)s", address=owed.address)
    if owed.way is Way.IN_PERSON:
        return words.tr("in person")
    return words.tr("their claim page says it")
