"""One idea that may be the person's, to be chosen or left: the words, and all that hangs on them."""

from __future__ import annotations

from app.dates import short_day
from app.domain.erasing import FoundBy, Trace
from app.domain.translation import mark
from ui.desk import wording
from ui.desk.tools import Tools
from ui.shared.tick_row import TickRow

FOUND_WORDS = {
    FoundBy.CODE: mark("its claim code"),
    FoundBy.CONTACT: mark("its address"),
    FoundBy.NAME: mark("its name"),
    FoundBy.MENTION: mark("only mentioned in it"),
}


class TraceRow(TickRow):
    """Ticked, it goes; a mention of the name in somebody else's words is not ticked by itself."""

    def __init__(self, tools: Tools, trace: Trace) -> None:
        super().__init__(tools.theme, trace.idea.text, _facts(trace, tools))
        self.trace = trace
        self.setObjectName(f"trace-{trace.id.hex}")
        self.setChecked(trace.found_by is not FoundBy.MENTION)


def _facts(trace: Trace, tools: Tools) -> str:
    words = tools.words
    if trace.voice is not None:
        return words.tr("%(name)s gave it a voice; the idea stays", name=trace.voice.name)
    parts = [
        wording.author(trace.idea, words),
        words.tr(wording.CHANNEL_WORDS[trace.idea.channel]),
        short_day(trace.idea.created_at.date(), words.language),
        trace.address,
        words.trn("%(count)s reply", "%(count)s replies", trace.replies) if trace.replies else "",
        words.trn("%(count)s answer", "%(count)s answers", trace.answers) if trace.answers else "",
        words.tr("found by %(what)s", what=words.tr(FOUND_WORDS[trace.found_by])),
    ]
    return " · ".join(part for part in parts if part)
