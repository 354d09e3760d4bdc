"""Every kind of `teacup sheet`, by the names of `app.paper_command_line.sheet`."""

from __future__ import annotations

from collections.abc import Mapping

from ui.paper_commands import cards, gathered, storms
from ui.paper_commands.press import Make

SHEETS: Mapping[str, Make] = {**gathered.SHEETS, **cards.SHEETS, **storms.SHEETS}
