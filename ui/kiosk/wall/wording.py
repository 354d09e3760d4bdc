"""What a wall without notes says: kindly, and with a next step."""

from __future__ import annotations

from app.kiosk.notes import Tab
from app.words import Words


def empty_title(found: int, tab: Tab, search: str, words: Words) -> str:
    """`found`: how many notes there are, -1 while nobody knows. Nothing where some hang."""
    if found > 0:
        return ""
    if found < 0:
        return words.tr("One moment. The notes are being hung.")
    if search.strip():
        return words.tr("No note on the board has these words.")
    if tab is Tab.ANSWERED:
        return words.tr("Nothing is answered yet.")
    return words.tr("This wall waits for its first idea.")


def empty_text(found: int, tab: Tab, search: str, words: Words) -> str:
    """The smaller sentence below."""
    if found != 0:
        return ""
    if search.strip():
        return words.tr("Try another word, or pin it up as a new idea.")
    if tab is Tab.ANSWERED:
        return words.tr("Answers hang here under the ideas they are for.")
    return words.tr("What would make this shop better? Pin it up for everybody to read.")
