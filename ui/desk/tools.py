"""What every page of the desk needs to do its work: how to look, speak, work aside and tell."""

from __future__ import annotations

from dataclasses import dataclass

from app.domain.clock import Clock
from app.words import Words
from ui.shared.background import Background
from ui.shared.messages import Messages
from ui.shared.theme import Theme


@dataclass(frozen=True, kw_only=True, slots=True)
class Tools:
    theme: Theme
    words: Words
    background: Background
    messages: Messages
    clock: Clock
